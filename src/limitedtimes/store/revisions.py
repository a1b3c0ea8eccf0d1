"""An article's revisions, each with what changed in it, and what the last look at its page came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.article import Reason
from limitedtimes.rules.revisions import changes
from limitedtimes.store import codec

if TYPE_CHECKING:
    from datetime import datetime

    from limitedtimes.model.article import Article
    from limitedtimes.model.translation import ArticleTranslation
    from limitedtimes.rules.revisions import Change
    from limitedtimes.store.database import Connection


@dataclass(frozen=True, slots=True)
class Revision:
    """A text that an article had from ``read_at`` on; ``changes`` are those since the revision before, none in the first."""

    number: int
    read_at: datetime
    article: Article
    translation: ArticleTranslation | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class History:
    """An article's revisions, oldest first, and how its page is watched.

    ``looked_at`` is when the page last answered, ``look_at`` when it is looked at next (None: not by itself). ``kept`` says
    why the last look was not believed: the page is gone, behind a wall, or has lost its text.
    """

    id: int
    url: str
    revisions: tuple[Revision, ...]
    looked_at: datetime | None
    look_at: datetime | None
    kept: Reason | None


def history(connection: Connection, article_id: int) -> History | None:
    """Return an article's history, None where there is no such article; changes are reckoned from the stored texts."""
    row = connection.execute(
        "select a.url, l.looked_at, l.look_at, l.kept_code, l.kept_message from article a"
        " left join page_look l on l.article_id = a.id where a.id = %s",
        [article_id],
    ).fetchone()
    if row is None:
        return None
    return History(
        id=article_id,
        url=row["url"],
        revisions=_revisions(connection, article_id),
        looked_at=row["looked_at"],
        look_at=row["look_at"],
        kept=Reason(row["kept_code"], row["kept_message"]) if row["kept_code"] else None,
    )


def _revisions(connection: Connection, article_id: int) -> tuple[Revision, ...]:
    rows = connection.execute(
        "select revision, read_at, content, translation from article_body where article_id = %s order by revision",
        [article_id],
    )
    found: list[Revision] = []
    for row in rows:
        article = codec.article_from_json(row["content"])
        translation = codec.translation_from_json(row["translation"]) if row["translation"] else None
        changed = changes(found[-1].article, article) if found else ()
        found.append(Revision(row["revision"], row["read_at"], article, translation, changed))
    return tuple(found)
