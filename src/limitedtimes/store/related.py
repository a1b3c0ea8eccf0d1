"""What readers of an article may like, found by meaning: near in time by its date, in the archive by the vector index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.rules.related import THESE_DAYS, Nearby, choose
from limitedtimes.store import mentions
from limitedtimes.store.reading import LISTING, listing_from_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from limitedtimes.model.story import Related
    from limitedtimes.store.database import Connection, Row

RELATED = 6
_OF_THE_STORY = 24  # members that are compared
_NEAREST = 20  # articles that are compared, of these days and of the archive each
_BESIDE = 24  # articles that appeared before and after one without a vector, each
_BEFORE, _AFTER = 1_000, 500  # articles of these days whose vectors are looked at: bounded, however much is printed


@dataclass(frozen=True, slots=True)
class _Asked:
    """The article: ``embedding`` is its vector as PostgreSQL writes it, None where it has none."""

    id: int
    story_id: int | None
    at: datetime
    embedding: str | None


def related(connection: Connection, article_id: int, *, limit: int = RELATED) -> list[Related]:
    """Return what to offer beside an article, the best first; nothing where the article is not shown."""
    asked = _asked(connection, article_id)
    if asked is None:
        return []
    found = _nearest(connection, asked) if asked.embedding else _at_its_time(connection, asked)
    ids = [asked.id, *_of_the_story(connection, asked), *found]
    rows = connection.execute(
        f"""select {LISTING}, a.story_id, coalesce(a.near_duplicate_of, a.id) as text, 1 - (p.embedding <=> %(embedding)s::halfvec) as nearness,
            coalesce(t.independent, 1) as told_by
        from article a join source s on s.id = a.source_id left join article_profile p on p.article_id = a.id
            left join story t on t.id = a.story_id
        where a.id = any(%(ids)s) and a.visible_at is not null""",
        {"ids": ids, "embedding": asked.embedding},
    ).fetchall()
    names = mentions.of_articles(connection, ids)
    article, others = _parted(rows, asked.id, names)
    return choose(article, others, limit=limit)


def _parted(rows: Iterable[Row], article_id: int, names: Mapping[int, frozenset[str]]) -> tuple[Nearby, list[Nearby]]:
    """Return the article, and all others."""
    every = {
        row["id"]: Nearby(
            listing_from_row(row),
            row["story_id"],
            row["text"],
            names[row["id"]],
            row["nearness"] or 0.0,
            row["told_by"],
        )
        for row in rows
    }
    return every.pop(article_id), list(every.values())


def _asked(connection: Connection, article_id: int) -> _Asked | None:
    row = connection.execute(
        """select a.id, a.story_id, a.listed_at, p.embedding::text as embedding
        from article a left join article_profile p on p.article_id = a.id where a.id = %s and a.visible_at is not null""",
        [article_id],
    ).fetchone()
    return _Asked(row["id"], row["story_id"], row["listed_at"], row["embedding"]) if row else None


def _of_the_story(connection: Connection, asked: _Asked) -> list[int]:
    rows = connection.execute(
        "select id from article where story_id = %s and visible_at is not null order by listed_at desc, id desc limit %s",
        [asked.story_id, _OF_THE_STORY],
    )
    return [row["id"] for row in rows]


def _nearest(connection: Connection, asked: _Asked) -> list[int]:
    """Return the articles of these days and of the archive that are nearest in meaning."""
    rows = connection.execute(
        """
        with these_days as materialized (
            (select article_id, embedding from article_profile where at <= %(at)s and at >= %(from)s order by at desc limit %(before)s)
            union all
            (select article_id, embedding from article_profile where at > %(at)s and at <= %(to)s order by at limit %(after)s)
        )
        (select article_id from these_days where embedding is not null and article_id <> %(id)s
            order by embedding <=> %(embedding)s::halfvec limit %(nearest)s)
        union
        (select article_id from article_profile order by embedding <=> %(embedding)s::halfvec limit %(nearest)s)
        """,
        {
            "id": asked.id,
            "embedding": asked.embedding,
            "at": asked.at,
            "from": asked.at - THESE_DAYS,
            "to": asked.at + THESE_DAYS,
            "before": _BEFORE,
            "after": _AFTER,
            "nearest": _NEAREST,
        },
    )
    return [row["article_id"] for row in rows]


def _at_its_time(connection: Connection, asked: _Asked) -> list[int]:
    """Return the articles that appeared about the same time: an untranslated text has no meaning to compare."""
    rows = connection.execute(
        """
        (select id from article where visible_at is not null and (listed_at, id) < (%(at)s, %(id)s)
            order by listed_at desc, id desc limit %(beside)s)
        union all
        (select id from article where visible_at is not null and (listed_at, id) > (%(at)s, %(id)s)
            order by listed_at, id limit %(beside)s)
        """,
        {"id": asked.id, "at": asked.at, "beside": _BESIDE},
    )
    return [row["id"] for row in rows]
