"""Which articles name whom and what, countable by outlets and days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.store.database import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from limitedtimes.store.database import Connection


def note(connection: Connection, article_id: int, names: Iterable[str]) -> None:
    """Keep what a shown article names, instead of what was kept of it before."""
    connection.execute("delete from article_name where article_id = %s", [article_id])
    connection.execute(
        """insert into article_name (article_id, name, at, source_id, own)
        select a.id, name, a.listed_at, a.source_id, a.near_duplicate_of is null
        from article a, unnest(%(names)s::text[]) as name where a.id = %(id)s""",
        {"id": article_id, "names": sorted({plain(name) for name in names})},
    )


def of_articles(connection: Connection, ids: Sequence[int]) -> Mapping[int, frozenset[str]]:
    """Return what each of these articles names; nothing where it names nothing."""
    rows = connection.execute(
        "select article_id, array_agg(name) as names from article_name where article_id = any(%s) group by article_id",
        [list(ids)],
    )
    return dict.fromkeys(ids, frozenset[str]()) | {row["article_id"]: frozenset(row["names"]) for row in rows}
