"""Making articles visible, and telling which pages changed with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState
from limitedtimes.store import codec
from limitedtimes.store.database import jsonb, plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from limitedtimes.model.article import Article
    from limitedtimes.model.translation import ArticleTranslation
    from limitedtimes.store.database import Connection


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A revision that is ready for readers."""

    id: int
    state: ArticleState
    revision: int
    article: Article
    translation: ArticleTranslation
    source_topic: str | None


def to_print(connection: Connection, article_id: int) -> ToPrint | None:
    """Return the newest revision if it is translated and may be shown, else None."""
    row = connection.execute(
        """
        select a.id, a.state, a.revision, s.topic as source_topic, b.content, b.translation
        from article a join source s on s.id = a.source_id
        join article_body b on b.article_id = a.id and b.revision = a.revision
        where a.id = %s and a.state not in ('waiting', 'excluded') and b.translation is not null
        """,
        [article_id],
    ).fetchone()
    if row is None:
        return None
    return ToPrint(
        id=row["id"],
        source_topic=row["source_topic"],
        state=ArticleState(row["state"]),
        revision=row["revision"],
        article=codec.article_from_json(row["content"]),
        translation=codec.translation_from_json(row["translation"]),
    )


def show(connection: Connection, work: ToPrint, *, topic: str | None, now: datetime) -> None:
    """Show the revision: the columns that lists read follow its text."""
    article, translation = work.article, work.translation
    picture = next(iter(article.pictures), None)
    connection.execute(
        """
        update article set
            title = %(title)s, title_en = %(title_en)s, lead = %(lead)s, lead_en = %(lead_en)s, kicker = %(kicker)s,
            published = coalesce(%(published)s, published), modified = %(modified)s, section = %(section)s,
            topic = %(topic)s, picture = %(picture)s, accessible = %(accessible)s, printed_revision = %(revision)s, grouped_revision = 0,
            visible_at = coalesce(visible_at, %(now)s),
            engine = %(engine)s, model = %(model)s, model_sha256 = %(sha)s
        where id = %(id)s and revision = %(revision)s
        """,
        {
            "id": work.id,
            "revision": work.revision,
            "title": plain(article.title),
            "title_en": translation.title.translation,
            "lead": plain(article.lead) if article.lead else None,
            "lead_en": translation.lead.translation if translation.lead else None,
            "kicker": plain(article.kicker) if article.kicker else None,
            "published": article.published,
            "modified": article.modified,
            "section": plain(article.section) if article.section else None,
            "topic": topic,
            "picture": jsonb(codec.picture_to_json(picture)) if picture else None,
            "accessible": article.accessible,
            "now": now,
            "engine": translation.engine.name if translation.engine else None,
            "model": translation.engine.model if translation.engine else None,
            "sha": translation.engine.model_sha256 if translation.engine else None,
        },
    )


def pages_of(connection: Connection, article_id: int) -> list[str]:
    """Return the pages that show an article as it stands now; the names are those of ``page_version``."""
    row = connection.execute(
        "select a.listed_at, a.language, a.topic, s.slug, s.country from article a join source s on s.id = a.source_id where a.id = %s",
        [article_id],
    ).fetchone()
    if row is None:
        return []
    pages = ["front", "latest", "search", "sources", f"article:{article_id}", f"source:{row['slug']}"]
    pages += [f"day:{row['listed_at'].astimezone(UTC):%Y-%m-%d}", f"lang:{row['language'] or 'und'}"]
    pages += [f"topic:{row['topic']}"] if row["topic"] else []
    pages += [f"article:{copy}" for copy in _same_text(connection, article_id)]
    return [*pages, f"country:{row['country']}"] if row["country"] else pages


def _same_text(connection: Connection, article_id: int) -> list[int]:
    """Return the articles whose pages say that this one prints the same text."""
    rows = connection.execute(
        "select other.id from article a join article other"
        " on other.id = a.near_duplicate_of or other.near_duplicate_of in (a.id, a.near_duplicate_of)"
        " where a.id = %(id)s and other.id <> %(id)s",
        {"id": article_id},
    )
    return [row["id"] for row in rows]


def forgotten(connection: Connection) -> list[int]:
    """Return articles that have been translated for ten minutes and are not shown: their job was lost to an error."""
    rows = connection.execute(
        "select a.id from article a join article_body b on b.article_id = a.id and b.revision = a.revision"
        " where a.revision > a.printed_revision and a.state not in ('waiting', 'excluded')"
        " and b.translated_at < now() - interval '10 minutes' limit 100"
    )
    return [row["id"] for row in rows]


def bump(connection: Connection, pages: Iterable[str]) -> None:
    """Raise the versions of pages that show something new, in one order for all (no two presses lock each other up)."""
    connection.execute(
        "insert into page_version (page) select page from unnest(%s::text[]) as page order by page"
        " on conflict (page) do update set version = page_version.version + 1, changed_at = now()",
        [sorted(set(pages))],
    )


def bump_all(connection: Connection) -> None:
    """Raise the versions of all pages: when an outlet goes, or anything else that may stand anywhere."""
    connection.execute("update page_version set version = version + 1, changed_at = now()")
