"""What readers ask of stories: cards by id or newest first, a story with all that its page shows, where an address leads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from limitedtimes.model.story import ChangeKind, Member, Story, StoryCard, StoryChange
from limitedtimes.store.claims import of_story
from limitedtimes.store.reading import LISTING, listing_from_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from limitedtimes.store.database import Connection, Row
    from limitedtimes.store.reading import Cursor

_CARD = """
    t.id as story_id, t.articles as story_articles, t.outlets as story_outlets, t.independent as story_independent,
    t.languages as story_languages, t.countries as story_countries, t.first_at as story_first_at,
    t.last_at as story_last_at, t.topic as story_topic
"""
_FROM = "from story t join article a on a.id = t.headline_article_id join source s on s.id = a.source_id"
_LIVING = "t.merged_into is null and t.first_at is not null and a.visible_at is not null"


def cards(connection: Connection, ids: Sequence[int]) -> list[StoryCard]:
    """Return the cards of living stories, in the order of ``ids``; ids of merged stories and of none are left out."""
    rows = connection.execute(f"select {_CARD}, {LISTING} {_FROM} where t.id = any(%s) and {_LIVING}", [list(ids)])
    found = {row["story_id"]: _card(row) for row in rows}
    return [found[story_id] for story_id in dict.fromkeys(ids) if story_id in found]


def newest(
    connection: Connection,
    *,
    limit: int,
    since: datetime | None = None,
    before: Cursor | None = None,
    topic: str | None = None,
) -> list[StoryCard]:
    """Return the stories with the newest articles first: those that got one from ``since`` on, older than ``before``.

    ``before`` is a place in this list: ``last_at`` and id of the story that was shown last.
    """
    conditions = [_LIVING]
    values: dict[str, object] = {"limit": limit}
    if since:
        conditions.append("t.last_at >= %(since)s")
        values["since"] = since
    if before:
        conditions.append("(t.last_at, t.id) < (%(moment)s, %(id)s)")
        values |= {"moment": before.listed_at, "id": before.id}
    if topic:
        conditions.append("t.topic = %(topic)s")
        values["topic"] = topic
    rows = connection.execute(
        f"select {_CARD}, {LISTING} {_FROM} where {' and '.join(conditions)}"
        " order by t.last_at desc, t.id desc limit %(limit)s",
        values,
    )
    return [_card(row) for row in rows]


def _card(row: Row) -> StoryCard:
    """Return the card of a row that has the columns of ``_CARD`` and those of its headline article."""
    return StoryCard(
        id=row["story_id"],
        headline=listing_from_row(row),
        articles=row["story_articles"],
        outlets=row["story_outlets"],
        independent=row["story_independent"],
        languages=tuple(row["story_languages"]),
        countries=tuple(row["story_countries"]),
        first_at=row["story_first_at"],
        last_at=row["story_last_at"],
        topic=row["story_topic"],
    )


def story(connection: Connection, story_id: int) -> Story | None:
    """Return a living story; None where there is none, or where it went into another one (see ``resolve``)."""
    found = cards(connection, [story_id])
    if not found:
        return None
    return Story(
        card=found[0],
        members=members(connection, story_id),
        claims=of_story(connection, story_id),
        changes=changes(connection, story_id),
    )


def members(connection: Connection, story_id: int) -> tuple[Member, ...]:
    """Return a story's articles in the order of their time."""
    rows = connection.execute(
        f"""select {LISTING}, a.story_reason, a.near_duplicate_of from article a join source s on s.id = a.source_id
        where a.story_id = %s and a.visible_at is not null order by a.listed_at, a.id""",
        [story_id],
    )
    found = [Member(listing_from_row(row), row["story_reason"], row["near_duplicate_of"]) for row in rows]
    return tuple(_begun_by_first(found))


def _begun_by_first(members: Sequence[Member]) -> Iterator[Member]:
    """Yield members of which the first in time has no reason: what binds it to the one that began the story binds that one, too."""
    began = [one for one in members if one.reason is None]
    for place, one in enumerate(members):
        if place == 0:
            yield replace(one, reason=None)
        elif began == [one]:
            yield replace(one, reason=members[0].reason)
        else:
            yield one


def changes(connection: Connection, story_id: int) -> tuple[StoryChange, ...]:
    """Return the merges and splits in which a story took part, oldest first."""
    rows = connection.execute(
        "select at, kind, story_id, other_id, articles, reason, by_owner from story_change"
        " where story_id = %(id)s or other_id = %(id)s order by at, id",
        {"id": story_id},
    )
    return tuple(
        StoryChange(
            at=row["at"],
            kind=ChangeKind(row["kind"]),
            story_id=row["story_id"],
            other_id=row["other_id"],
            articles=tuple(row["articles"]),
            reason=row["reason"],
            by_owner=row["by_owner"],
        )
        for row in rows
    )


def resolve(connection: Connection, story_id: int) -> int | None:
    """Return the living story to which a story's address leads: itself, or the one that it went into; None for none."""
    row = connection.execute(
        "select living.id from story asked join story living on living.id = coalesce(asked.merged_into, asked.id)"
        " where asked.id = %s and living.first_at is not null",
        [story_id],
    ).fetchone()
    return int(row["id"]) if row else None


def story_of(connection: Connection, article_id: int) -> int | None:
    """Return the story in which an article stands; None while it waits to be grouped, or is not shown."""
    row = connection.execute(
        "select story_id from article where id = %s and visible_at is not null and story_id is not null", [article_id]
    ).fetchone()
    return int(row["story_id"]) if row else None


def stories_of(connection: Connection, article_ids: Iterable[int]) -> dict[int, int]:
    """Return the stories of articles; those that stand in none are left out."""
    rows = connection.execute(
        "select id, story_id from article where id = any(%s) and visible_at is not null and story_id is not null",
        [list(article_ids)],
    )
    return {row["id"]: row["story_id"] for row in rows}
