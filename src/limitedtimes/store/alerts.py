"""Saved searches, and the stories that matched them for the first time since.

What is stored is the article through which a story matched: stories merge and split, articles stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.model.story import Alert, SavedSearch
from limitedtimes.rules.query import parse_query
from limitedtimes.store.database import plain
from limitedtimes.store.matching import compile_query
from limitedtimes.store.press import bump
from limitedtimes.store.reading import LISTING, listing_from_row

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from limitedtimes.store.database import Connection, Row

PAGE = "searches"  # whose version grows with each alert
_COLUMNS = "k.id as search_id, k.name as search_name, k.query as search_query, k.made_at as search_made_at"


def _saved(row: Row) -> SavedSearch:
    return SavedSearch(row["search_id"], row["search_name"], row["search_query"], row["search_made_at"])


def saved(connection: Connection) -> list[SavedSearch]:
    """Return all saved searches by name."""
    return [
        _saved(row) for row in connection.execute(f"select {_COLUMNS} from saved_search k order by lower(name), name")
    ]


def save(connection: Connection, name: str, query: str, *, now: datetime) -> SavedSearch:
    """Keep a search. One of the same name is replaced, and its alerts go: they were another search's."""
    remove(connection, name)
    row = connection.execute(
        f"with k as (insert into saved_search (name, query, made_at) values (%s, %s, %s) returning *) select {_COLUMNS} from k",
        [plain(name), plain(query), now],
    ).fetchone()
    assert row is not None
    bump(connection, [PAGE])
    return _saved(row)


def remove(connection: Connection, name: str) -> bool:
    """Forget a search and its alerts; False where there is none of that name."""
    gone = connection.execute("delete from saved_search where name = %s", [plain(name)]).rowcount > 0
    if gone:
        bump(connection, [PAGE])
    return gone


def newest(connection: Connection, *, limit: int, search_id: int | None = None) -> list[Alert]:
    """Return the newest alerts, of all searches or of one; a story stands once a search, under the number that it has now."""
    rows = connection.execute(
        f"""with first as (select distinct on (x.search_id, a.story_id) x.search_id, a.story_id, x.article_id, x.at
            from search_alert x join article a on a.id = x.article_id
            where a.story_id is not null and a.visible_at is not null and (%(search)s::int is null or x.search_id = %(search)s)
            order by x.search_id, a.story_id, x.at, x.article_id)
        select {_COLUMNS}, first.story_id as in_story, first.at as alerted_at, {LISTING} from first
        join saved_search k on k.id = first.search_id join article a on a.id = first.article_id join source s on s.id = a.source_id
        order by first.at desc, a.id desc limit %(limit)s""",
        {"search": search_id, "limit": limit},
    )
    return [Alert(_saved(row), listing_from_row(row), row["in_story"], row["alerted_at"]) for row in rows]


def match(connection: Connection, article_ids: Collection[int], *, now: datetime) -> int:
    """Note the stories that newly match a saved search through one of these articles; return how many alerts that makes.

    A story is new to a search once: not where another of its articles has told of it, nor where one that readers had before
    the search was saved matches.
    """
    made = 0
    for search in saved(connection) if article_ids else ():
        made += _match(connection, search, article_ids, now)
    if made:
        bump(connection, [PAGE])
    return made


def _match(connection: Connection, search: SavedSearch, article_ids: Collection[int], now: datetime) -> int:
    matching = compile_query(connection, parse_query(search.query))
    condition = " and ".join([matching.row_words or "true", *(each.format(row="d") for each in matching.filters)])
    cursor = connection.execute(
        f"""insert into search_alert (search_id, article_id, at)
        select distinct on (a.story_id) %(search)s, a.id, %(now)s from article a
        join search_document d on d.article_id = a.id and d.listed_at = a.listed_at
        where a.id = any(%(ids)s) and a.story_id is not null and a.visible_at >= %(since)s and {condition}
        and not exists (select from search_alert x join article told on told.id = x.article_id
            where x.search_id = %(search)s and told.story_id = a.story_id)
        and not exists (select from article before
            join search_document d on d.article_id = before.id and d.listed_at = before.listed_at
            where before.story_id = a.story_id and before.visible_at < %(since)s and {condition})
        order by a.story_id, a.listed_at, a.id""",
        matching.values | {"search": search.id, "ids": list(article_ids), "since": search.made_at, "now": now},
    )
    return cursor.rowcount
