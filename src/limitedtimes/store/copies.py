"""Articles that print the same text: the sketches by which they are found, and who prints whose.

``article.near_duplicate_of`` names the original: the one that stands first among all that print a text. Whole articles stand
before those of which there is only a part, then the earlier before the later. An original is never a copy itself.
Everything that writes here holds ``lock`` first, so that two workers who read two copies at once agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.rules.languages import base
from limitedtimes.store import codec
from limitedtimes.store.reading import LISTING, listing_from_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from limitedtimes.model.article import Article
    from limitedtimes.model.edition import Listing
    from limitedtimes.store.database import Connection

_LOCK = 0x636F7079  # "copy"; advisory locks are numbers
ASKED = 48  # smallest hashes of a sketch, by which others are found: a text and 30 % of it share 14 of these
SHARED = 2  # of those that a candidate has, at least: one is a common phrase
_COMMON = 200  # articles from which on a hash is one, and no more of them are looked at
_CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class Sketched:
    """An article that may hold the same text, with its sketch."""

    article_id: int
    source_id: int
    hashes: tuple[int, ...]


def lock(connection: Connection) -> None:
    """Wait until nobody else says which articles are copies, up to the end of the transaction; before any row is locked."""
    connection.execute("select pg_advisory_xact_lock(%s)", [_LOCK])


def find(connection: Connection, article_id: int, hashes: Sequence[int], language: str | None) -> list[Sketched]:
    """Return articles in the same language, of any region, whose sketches have most in common with this one, most first."""
    rows = connection.execute(
        """
        with alike as (
            select h.article_id, count(*) as shared from unnest(%(asked)s::int[]) as asked (hash) cross join lateral
                (select article_id from sketch_hash where hash = asked.hash limit %(common)s) as h
            where h.article_id <> %(id)s group by h.article_id having count(*) >= %(shared)s
        )
        select k.article_id, a.source_id, k.hashes
        from alike join article_sketch k on k.article_id = alike.article_id join article a on a.id = k.article_id
        where k.language = %(language)s and a.state <> 'excluded' order by alike.shared desc, k.article_id limit %(limit)s
        """,
        {
            "id": article_id,
            "asked": list(hashes[:ASKED]),
            "common": _COMMON,
            "shared": SHARED,
            "language": base(language or "und"),
            "limit": _CANDIDATES,
        },
    )
    return [Sketched(row["article_id"], row["source_id"], tuple(row["hashes"])) for row in rows]


def text(connection: Connection, article_id: int) -> Article | None:
    """Return an article as it was read last."""
    row = connection.execute(
        "select b.content from article a join article_body b on b.article_id = a.id and b.revision = a.revision"
        " where a.id = %s",
        [article_id],
    ).fetchone()
    return codec.article_from_json(row["content"]) if row else None


def note(
    connection: Connection, article_id: int, hashes: Sequence[int], language: str | None, alike: int | None
) -> list[int]:
    """Keep an article's sketch and set what it is a copy of, anew: it stands with the article that it is ``alike``, or alone.

    Return the articles of which it changes what is said: itself, another original, that original's copies.
    """
    connection.execute("delete from article_sketch where article_id = %s", [article_id])
    if hashes:
        connection.execute(
            "insert into article_sketch (article_id, at, language, hashes) values (%s, now(), %s, %s)",
            [article_id, base(language or "und"), list(hashes)],
        )
        connection.execute(
            "insert into sketch_hash (hash, article_id) select unnest(%s::int[]), %s",
            [list(hashes[:ASKED]), article_id],
        )
    before = _group(connection, article_id)
    group = {article_id} if alike is None else {article_id, *_group(connection, alike)}
    return [*_settle(connection, before - group), *_settle(connection, group)]


def leave(connection: Connection, article_ids: Iterable[int]) -> list[int]:
    """Take articles out of the groups that they stand in, as when they are removed; return the articles that this changes."""
    changed: list[int] = []
    for article_id in article_ids:
        connection.execute("delete from article_sketch where article_id = %s", [article_id])
        group = _group(connection, article_id)
        changed += [*_settle(connection, {article_id}), *_settle(connection, group - {article_id})]
    return changed


def _group(connection: Connection, article_id: int) -> set[int]:
    """Return all articles that print the text of this one, itself included."""
    rows = connection.execute(
        """
        with original as (select coalesce(near_duplicate_of, id) as id from article where id = %s)
        select id from original union select a.id from article a join original o on a.near_duplicate_of = o.id
        """,
        [article_id],
    )
    return {row["id"] for row in rows}


def _settle(connection: Connection, group: Iterable[int]) -> list[int]:
    """Make the first of a group the original of the others; return those of which that was not so."""
    rows = connection.execute(
        """
        with ordered as (
            select a.id, first_value(a.id) over (order by b.content ->> 'partial' is not null, least(
                coalesce((b.content ->> 'published')::timestamptz, a.published, a.first_seen), a.first_seen), a.id) as first
            from article a left join article_body b on b.article_id = a.id and b.revision = a.revision
            where a.id = any(%s)
        )
        update article a set near_duplicate_of = nullif(o.first, a.id) from ordered o
        where a.id = o.id and a.near_duplicate_of is distinct from nullif(o.first, a.id) returning a.id
        """,
        [sorted(group)],
    )
    changed = [row["id"] for row in rows]
    # What counts texts of its own is reckoned anew by the stage that groups.
    connection.execute(
        "update story set recount = true where id in (select story_id from article where id = any(%s))", [changed]
    )
    return changed


def bequeath(connection: Connection, source_id: int) -> None:
    """Find another original for the copies of an outlet's articles, which are about to be removed."""
    lock(connection)
    rows = connection.execute(
        "select distinct o.id from article o join article c on c.near_duplicate_of = o.id where o.source_id = %s",
        [source_id],
    ).fetchall()
    leave(connection, [row["id"] for row in rows])


def copies(connection: Connection, article_id: int) -> list[Listing]:
    """Return all other visible articles that print an article's text, its original first, then by time."""
    return copies_of(connection, [article_id]).get(article_id, [])


def copies_of(connection: Connection, article_ids: Sequence[int]) -> dict[int, list[Listing]]:
    """Return the same for several articles; those whose text nobody else prints are left out."""
    rows = connection.execute(
        f"""
        with asked as (select id as asked_id, coalesce(near_duplicate_of, id) as original from article where id = any(%s))
        select asked_id, {LISTING} from asked cross join lateral (
            select * from article where id = original union all select * from article where near_duplicate_of = original
        ) a join source s on s.id = a.source_id where a.id <> asked_id and a.visible_at is not null
        order by asked_id, a.id = original desc, a.listed_at, a.id
        """,
        [list(article_ids)],
    )
    found: dict[int, list[Listing]] = {}
    for row in rows:
        found.setdefault(row["asked_id"], []).append(listing_from_row(row))
    return found


def let_go(connection: Connection, before: datetime) -> None:
    """Delete the sketches made before a moment: no outlet prints those texts any more."""
    connection.execute("delete from article_sketch where at < %s", [before])
