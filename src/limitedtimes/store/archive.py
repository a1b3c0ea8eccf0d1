"""The whole archive, read in order: for exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.article import Article, ArticleState, Reason
from limitedtimes.store import codec
from limitedtimes.store.sources import SOURCE_COLUMNS, source_from

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from limitedtimes.model.source import Source
    from limitedtimes.model.translation import ArticleTranslation
    from limitedtimes.store.database import Connection

_PAGE = 200
_SOURCE = ", ".join(f"s.{name} as source_{name}" for name in SOURCE_COLUMNS.split(", "))


@dataclass(frozen=True, slots=True)
class Archived:
    """An article in its latest revision, in whatever state. ``article`` is None while nothing was read of it."""

    id: int
    url: str
    source: Source
    state: ArticleState
    reason: Reason | None
    title: str
    language: str | None
    published: datetime | None
    visible_at: datetime | None
    topic: str | None
    story_id: int | None
    near_duplicate_of: int | None  # the article whose text it prints
    revision: int
    article: Article | None
    translation: ArticleTranslation | None


def articles(connection: Connection, *, since: datetime | None = None) -> Iterator[Archived]:
    """Yield every article by id; with ``since`` those that were first seen, shown or changed from then on."""
    last = 0
    while True:
        rows = connection.execute(
            f"""
            select a.id, a.url, a.state, a.reason_code, a.reason_message, a.title, a.language, a.published, a.visible_at,
                   a.topic, a.story_id, a.near_duplicate_of, a.revision, b.content, b.translation, {_SOURCE}
            from article a join source s on s.id = a.source_id
            left join article_body b on b.article_id = a.id and b.revision = a.revision
            where a.id > %(last)s and (%(since)s::timestamptz is null
                or greatest(a.first_seen, a.visible_at, b.read_at, b.translated_at) >= %(since)s)
            order by a.id limit {_PAGE}
            """,
            {"last": last, "since": since},
        ).fetchall()
        for row in rows:
            yield Archived(
                id=row["id"],
                url=row["url"],
                source=source_from({name: row[f"source_{name}"] for name in SOURCE_COLUMNS.split(", ")}),
                state=ArticleState(row["state"]),
                reason=Reason(row["reason_code"], row["reason_message"]) if row["reason_code"] else None,
                title=row["title"],
                language=row["language"],
                published=row["published"],
                visible_at=row["visible_at"],
                topic=row["topic"],
                story_id=row["story_id"],
                near_duplicate_of=row["near_duplicate_of"],
                revision=max(row["revision"], 1),
                article=codec.article_from_json(row["content"]) if row["content"] else None,
                translation=codec.translation_from_json(row["translation"]) if row["translation"] else None,
            )
        if len(rows) < _PAGE:
            return
        last = rows[-1]["id"]
