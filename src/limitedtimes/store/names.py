"""The names memory: how names were written in the archive's translations, and which spelling holds."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from limitedtimes.rules.names.archive import decide, losing, scope
from limitedtimes.store.database import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime, timedelta

    from limitedtimes.rules.names.spelling import Vote
    from limitedtimes.store.database import Connection

_Name = tuple[str, str]  # key and scope


def recall(connection: Connection, language: str, keys: Iterable[str]) -> dict[str, str]:
    """Return the archive's spelling of each of these names (by key) that it is sure of.

    What was decided holds; a name that nobody has decided on yet has the spelling that its votes are sure of.
    """
    asked = {(plain(key), scope(key, language)): key for key in keys}
    decided = _decided(connection, asked)
    spellings = {asked[name]: spelling for name, spelling in decided.items()}
    for name, weights in _weights(connection, [name for name in asked if name not in decided]).items():
        if spelling := decide(weights):
            spellings[asked[name]] = spelling
    return spellings


def vote(connection: Connection, language: str, votes: Iterable[Vote]) -> None:
    """Add the votes of an article, taken from what the engine wrote (not from what was unified)."""
    # In one order, so that two workers with the same names wait for each other instead of locking each other up.
    rows = sorted(
        (plain(one.key), scope(one.key, language), language, plain(one.source_form), plain(one.spelling), one.weight)
        for one in votes
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into name_vote as v (key, scope, language, source_form, spelling, weight) values (%s, %s, %s, %s, %s, %s)"
            " on conflict (key, scope, language, source_form, spelling)"
            " do update set weight = v.weight + excluded.weight, voted_at = now()",
            rows,
        )


def unify(connection: Connection, now: datetime, age: timedelta) -> list[int]:
    """Decide on the names that were voted on within ``age``, and return the articles of that time to be edited again.

    Those are the articles shown whose English has a spelling that lost in a decision that is new: run twice, it returns
    nothing the second time. The owner's decisions stay.
    """
    since = now - age
    articles: set[int] = set()
    contested = _contested(connection, since)
    present = _decided(connection, contested)
    fixed = _decided(connection, contested, owner=True)
    for name, weights in _weights(connection, contested).items():
        spelling = decide(weights, present.get(name))
        if spelling is None or spelling == present.get(name) or name in fixed:
            continue
        _decide(connection, name, spelling)
        articles |= _articles_with(connection, losing(weights, spelling), _languages(connection, name), since)
    return sorted(articles)


def _contested(connection: Connection, since: datetime) -> list[_Name]:
    """Return the names that have more than one spelling, of those voted on since."""
    rows = connection.execute(
        """
        select key, scope from name_vote
        where (key, scope) in (select key, scope from name_vote where voted_at >= %s)
        group by key, scope having count(distinct spelling) > 1 order by key, scope
        """,
        [since],
    )
    return [(row["key"], row["scope"]) for row in rows]


def _decided(connection: Connection, names: Iterable[_Name], *, owner: bool = False) -> dict[_Name, str]:
    keys, scopes = _columns(names)
    rows = connection.execute(
        "select key, scope, spelling from name_spelling join unnest(%s::text[], %s::text[]) as asked (key, scope)"
        " using (key, scope) where owner or not %s",
        [keys, scopes, owner],
    )
    return {(row["key"], row["scope"]): row["spelling"] for row in rows}


def _weights(connection: Connection, names: Iterable[_Name]) -> Mapping[_Name, dict[str, float]]:
    keys, scopes = _columns(names)
    rows = connection.execute(
        "select key, scope, spelling, sum(weight) as weight from name_vote"
        " join unnest(%s::text[], %s::text[]) as asked (key, scope) using (key, scope) group by key, scope, spelling",
        [keys, scopes],
    )
    weights: dict[_Name, dict[str, float]] = defaultdict(dict)
    for row in rows:
        weights[row["key"], row["scope"]][row["spelling"]] = row["weight"]
    return weights


def _columns(names: Iterable[_Name]) -> tuple[list[str], list[str]]:
    listed = list(names)
    return [key for key, _ in listed], [within for _, within in listed]


def _decide(connection: Connection, name: _Name, spelling: str) -> None:
    connection.execute(
        "insert into name_spelling (key, scope, spelling) values (%s, %s, %s)"
        " on conflict (key, scope) do update set spelling = excluded.spelling, decided_at = now() where not name_spelling.owner",
        [*name, spelling],
    )


def _languages(connection: Connection, name: _Name) -> list[str]:
    rows = connection.execute("select distinct language from name_vote where key = %s and scope = %s", list(name))
    return [row["language"] for row in rows]


def _articles_with(connection: Connection, spellings: Iterable[str], languages: list[str], since: datetime) -> set[int]:
    """Return the shown articles in these languages that have one of these words in their English."""
    rows = connection.execute(
        """
        select distinct a.id from unnest(%s::text[]) as lost (word)
        join search_document d on d.tsv_en @@ phraseto_tsquery('english', unaccent(lost.word))
        join article a on a.id = d.article_id
        join article_body b on b.article_id = a.id and b.revision = a.printed_revision
        where a.visible_at >= %s and d.listed_at >= %s and split_part(a.language, '-', 1) = any(%s)
        and b.translation::text like '%%' || lost.word || '%%'
        """,
        [list(spellings), since, since, languages],
    )
    return {row["id"] for row in rows}
