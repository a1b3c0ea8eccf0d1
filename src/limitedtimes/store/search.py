"""Full-text search over the English and the original at once.

The English column has the English stemmer, the original's column the stemmer of its language where PostgreSQL has one, else
whole words, and pairs of letters for scripts without spaces. Accents never matter: they are taken off both sides.

Texts stand in monthly partitions and are asked in growing windows, the newest first, until enough is found: what is newest
of a frequent word is found in the first, what is rare is found quickly in all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from limitedtimes.rules.snippets import bigrams
from limitedtimes.store import vocabulary
from limitedtimes.store.hits import Hit, hits
from limitedtimes.store.lexemes import configuration, normal
from limitedtimes.store.matching import Matching, compile_query
from limitedtimes.store.reading import LISTING, ONCE, Cursor, listing_from_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.edition import Listing
    from limitedtimes.rules.query import SearchQuery
    from limitedtimes.store.database import Connection

WINDOWS = (30, 120, 365)  # days before the newest article; then all
RANKED = 200  # newest matches among which the most relevant are looked for
# Texts that are read for the order of a phrase's words, the newest that have them all: as many as a reader waits for.
_MOST_READ = 6_000
_BEGINNING, _ENDING = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


class Place(NamedTuple):
    """Where a match stands: its article, and the moment that tells its partition; and whether its English matches."""

    id: int
    at: datetime
    in_english: bool


class Window(NamedTuple):
    """From when until when (not included) is searched; None: from the first article, to the last."""

    low: datetime | None
    high: datetime | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found. ``since``: older articles were left out, since the search would have taken too long."""

    hits: list[Hit]
    since: datetime | None = None


def index(
    connection: Connection, article_id: int, *, title_en: str, text_en: str, title: str, text: str, language: str | None
) -> None:
    """Write an article's search document, and learn its words. Headlines weigh more than text (A and C)."""
    # First, so that no lock on the table is held while a partition is made; and one at a time for an article.
    connection.execute("select make_search_month(listed_at) from article where id = %s for no key update", [article_id])
    connection.execute("delete from search_document where article_id = %s", [article_id])
    connection.execute(
        """with configuration as (select coalesce((select oid::regconfig from pg_ts_config
            where cfgname = %(configuration)s and cfgnamespace = 'pg_catalog'::regnamespace), 'simple') as name)
        insert into search_document (article_id, listed_at, source_id, language, topic, copy_of, tsv_en, tsv_original)
        select a.id, a.listed_at, a.source_id, a.language, a.topic, a.near_duplicate_of,
            setweight(to_tsvector('english', unaccent(%(title_en)s)), 'A') || setweight(to_tsvector('english', unaccent(%(text_en)s)), 'C'),
            setweight(to_tsvector(name, unaccent(%(title)s)), 'A') || setweight(to_tsvector(name, unaccent(%(text)s)), 'C')
        from configuration, article a where a.id = %(id)s""",
        {
            "id": article_id,
            "configuration": configuration(language),
            "title_en": normal(title_en),
            "text_en": normal(text_en),
            "title": bigrams(normal(title)),
            "text": bigrams(normal(text)),
        },
    )
    vocabulary.learn(connection, normal(f"{title}\n{text}"), language)
    vocabulary.learn(connection, normal(text_en), "en")


def search(
    connection: Connection, query: SearchQuery, *, before: Cursor | None = None, skip: int = 0, limit: int
) -> Found:
    """Return the newest articles that match, older than ``before``; by relevance, those after the first ``skip``.

    A text that several articles print (``near_duplicate_of``) stands once, as the first of them that matches.
    """
    matching = compile_query(connection, query)
    if not matching.words:
        return Found(hits(connection, _filtered(connection, matching, before, limit), ()))
    wanted = RANKED if query.by_relevance else limit
    with connection.transaction():
        # The planner knows how many rows a partition has, not how long their texts are.
        connection.execute("set local enable_seqscan to off")
        places, since = _newest(connection, query, matching, before, wanted)
        if query.by_relevance:
            places = _most_relevant(connection, matching, places)[skip : skip + limit]
    return Found(hits(connection, _listings(connection, places), matching.asked), since)


def _filtered(
    connection: Connection, matching: Matching, before: Cursor | None, limit: int
) -> list[tuple[Listing, bool]]:
    """The newest articles that have what is asked for besides words: the indexes on articles give them in order."""
    conditions = [condition.format(row="a") for condition in matching.filters]
    values = matching.values | {"limit": limit}
    same = ["first.visible_at is not null", *(condition.format(row="first") for condition in matching.filters)]
    conditions.append(ONCE.format(same=" and ".join(same)))
    if before:
        conditions.append("(a.listed_at, a.id) < (%(moment)s, %(before)s)")
        values |= {"moment": before.listed_at, "before": before.id}
    rows = connection.execute(
        f"""select {LISTING} from article a join source s on s.id = a.source_id
        where a.visible_at is not null and {" and ".join(conditions)} order by a.listed_at desc, a.id desc limit %(limit)s""",
        values,
    )
    return [(listing_from_row(row), row["title_en"] is None) for row in rows]


def _newest(
    connection: Connection, query: SearchQuery, matching: Matching, before: Cursor | None, limit: int
) -> tuple[list[Place], datetime | None]:
    """Return the newest matches, and the moment before which was not looked.

    Windows grow, and one is left out where too few matches to be enough are to be expected in it.
    """
    newest = _anchor(connection, query, before)
    if newest is None:
        return [], None
    oldest = datetime.combine(query.since, time.min, UTC) if query.since else _BEGINNING
    high = before.listed_at + timedelta(microseconds=1) if before else None
    found: list[Place] = []
    searched, left = 0, _MOST_READ if matching.phrase and query.since is None else None  # days, and texts
    for days in (*WINDOWS, None):
        reaches = days is not None and timedelta(days=days) < newest - oldest
        if days and reaches and not matching.phrase and len(found) * days < limit * searched:
            continue
        window = Window(newest - timedelta(days=days) if days and reaches else None, high)
        asked = _asked(matching, window, before, left, by_words=not searched)
        found += _within(connection, matching, asked, limit - len(found))
        if len(found) >= limit:
            break
        if left is not None:
            read, since = _texts(connection, asked)
            if read >= left:
                return found, since
            left -= read
        if window.low is None:
            break
        high, searched = window.low, days or 0
    return found, None


def _anchor(connection: Connection, query: SearchQuery, before: Cursor | None) -> datetime | None:
    """Return the newest moment that there is to search; None in an empty archive."""
    row = connection.execute(
        "select listed_at from article where visible_at is not null order by listed_at desc, id desc limit 1"
    ).fetchone()
    if row is None:
        return None
    newest: datetime = min(row["listed_at"], before.listed_at) if before else row["listed_at"]
    return min(newest, datetime.combine(query.until, time.max, UTC)) if query.until else newest


class _Asked(NamedTuple):
    """Documents that may match, the newest first, as SQL: the columns of ``d`` that matter and which of ``Matching.words`` one has."""

    select: str
    near: str  # that ``n`` is in the window
    values: dict[str, object]


def _asked(matching: Matching, window: Window, before: Cursor | None, most: int | None, *, by_words: bool) -> _Asked:
    """Ask for the documents of a window that have the words, at most so many.

    ``by_words``: by nothing else. Of a common language or topic the planner would read every text for the words; of a rare
    one few matches are in the newest window, and in the others its index helps.
    """
    inside = ["{row}.listed_at >= %(low)s"] if window.low else []
    inside += ["{row}.listed_at < %(high)s"] if window.high else []
    older = "({row}.listed_at, {row}.article_id) < (%(moment)s::timestamptz, %(before)s::int)"
    plain = " and ".join(one.format(row="d") for one in (*matching.filters, *inside, older))
    near = "".join(f"and {one.format(row='n')} " for one in inside)
    having = " union all ".join(
        f"""select d.article_id, d.listed_at, d.copy_of, d.tsv_en, {words.column or "null"} as text, {place} as words from search_document d
        where {_without_index(plain) if by_words else plain} and {words.indexed.format(window=near)}"""
        for place, words in enumerate(matching.words)
    )
    # Put in order apart: what no index tells is asked of one after the other then, until there are enough.
    select = f"select * from ({having}) as d order by d.listed_at desc, d.article_id desc offset 0 limit %(most)s"
    place = before or Cursor(_ENDING, 0)
    values = {"low": window.low, "high": window.high, "moment": place.listed_at, "before": place.id, "most": most}
    return _Asked(select, near, matching.values | values)


def _within(connection: Connection, matching: Matching, asked: _Asked, limit: int) -> list[Place]:
    """Return the newest of these documents that do match; a text that several print stands once."""
    read = [
        f"when {place} then {words.read.replace(words.column, 'd.text').format(window=asked.near)}"
        for place, words in enumerate(matching.words)
        if words.read
    ]
    in_order = f"where case d.words {' '.join(read)} end" if read else ""
    found: list[Place] = []
    after: dict[str, object] = {}
    while True:
        rows = connection.execute(
            f"""select distinct on (d.listed_at, d.article_id) d.article_id, d.listed_at, d.copy_of, ({matching.english}) as in_english
            from ({asked.select}) as d {in_order} order by d.listed_at desc, d.article_id desc limit %(limit)s""",
            asked.values | after | {"limit": limit},
        ).fetchall()
        again = _again(connection, matching, [row["article_id"] for row in rows if row["copy_of"] is not None])
        new = [row for row in rows if row["article_id"] not in again]
        found += [Place(row["article_id"], row["listed_at"], row["in_english"]) for row in new]
        if len(rows) < limit or len(found) >= limit:
            return found[:limit]
        after = {"moment": rows[-1]["listed_at"], "before": rows[-1]["article_id"]}


def _again(connection: Connection, matching: Matching, copies: Sequence[int]) -> set[int]:
    """Return those of the copies whose text stands elsewhere: where the original matches, or else an earlier copy of it."""
    if not copies:
        return set()
    matches = " and ".join([matching.row_words or "true", *(one.format(row="d") for one in matching.filters)])
    rows = connection.execute(
        f"""select a.id from article a where a.id = any(%(copies)s) and exists (select from article first
            join search_document d on d.article_id = first.id and d.listed_at = first.listed_at
            where (first.id = a.near_duplicate_of
                or (first.near_duplicate_of = a.near_duplicate_of and (first.listed_at, first.id) < (a.listed_at, a.id))) and {matches})""",
        matching.values | {"copies": list(copies)},
    )
    return {row["id"] for row in rows}


def _texts(connection: Connection, asked: _Asked) -> tuple[int, datetime | None]:
    """Return how many texts had to be read to find no more, and from when the oldest is."""
    row = connection.execute(
        f"select count(*) as texts, min(listed_at) as since from ({asked.select}) as d", asked.values
    ).fetchone()
    assert row is not None  # a count always has a row
    return row["texts"], row["since"]


def _without_index(condition: str) -> str:
    """Return the condition in a form to which no index of a language, a topic or a country's outlets can be put."""
    condition = re.sub(r"\bd\.(language|topic)\b", r"(d.\1 || '')", condition)
    return condition.replace("d.source_id = any", "(d.source_id + 0) = any")


def _most_relevant(connection: Connection, matching: Matching, places: Sequence[Place]) -> list[Place]:
    """Return the places in order of relevance; each is looked for in its own partition."""
    rows = connection.execute(
        f"""select d.article_id from unnest(%(ids)s::int[], %(moments)s::timestamptz[]) as place (id, at)
        join search_document d on d.article_id = place.id and d.listed_at = place.at
            and d.listed_at >= %(first)s and d.listed_at <= %(last)s
        order by {matching.rank} desc, d.listed_at desc, d.article_id desc""",
        matching.values
        | {
            "ids": [place.id for place in places],
            "moments": [place.at for place in places],
            "first": min((place.at for place in places), default=_BEGINNING),
            "last": max((place.at for place in places), default=_BEGINNING),
        },
    )
    by_id = {place.id: place for place in places}
    return [by_id[row["article_id"]] for row in rows]


def _listings(connection: Connection, places: Sequence[Place]) -> list[tuple[Listing, bool]]:
    """Return what lists show of the articles, and whether the original alone matches."""
    rows = connection.execute(
        f"select {LISTING} from article a join source s on s.id = a.source_id where a.id = any(%s) and a.visible_at is not null",
        [[place.id for place in places]],
    )
    found = {row["id"]: listing_from_row(row) for row in rows}
    return [(found[place.id], not place.in_english) for place in places if place.id in found]
