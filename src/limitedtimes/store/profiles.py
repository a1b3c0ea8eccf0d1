"""Articles as grouping compares them, and their embeddings, which stay for the archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from limitedtimes.store.database import Connection


@dataclass(frozen=True, slots=True)
class Kept:
    """A profile as it is stored; ``embedding`` has 256 numbers, None where the text says nothing."""

    article_id: int
    revision: int
    at: datetime
    content: bytes
    embedding: Sequence[float] | None


def keep(connection: Connection, profiles: Iterable[Kept]) -> None:
    """Store the profiles of articles."""
    rows = [
        (one.article_id, one.revision, one.at, one.content, _vector(one.embedding))
        for one in sorted(profiles, key=lambda one: one.article_id)
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into article_profile (article_id, revision, at, content, embedding)"
            " values (%s, %s, %s, %s, %s::halfvec) on conflict (article_id) do update set revision = excluded.revision,"
            " at = excluded.at, made_at = now(), content = excluded.content, embedding = excluded.embedding",
            rows,
        )


def _vector(numbers: Sequence[float] | None) -> str | None:
    """Return a vector as pgvector reads it."""
    return f"[{','.join(f'{number:.5g}' for number in numbers)}]" if numbers is not None else None


def contents(connection: Connection, article_ids: Collection[int]) -> dict[int, bytes]:
    """Return the stored profiles of those of the articles that have one."""
    rows = connection.execute(
        "select article_id, content from article_profile where article_id = any(%s) and content is not null",
        [list(article_ids)],
    )
    return {row["article_id"]: row["content"] for row in rows}


def let_go(connection: Connection, before: datetime) -> int:
    """Let go of what only grouping needs of articles, where it was made before a moment; their embeddings stay."""
    cursor = connection.execute(
        "update article_profile set content = null where content is not null and made_at < %s", [before]
    )
    return cursor.rowcount
