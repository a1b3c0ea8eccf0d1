"""The briefing: the stories of a time, each in two sentences of its most central articles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from limitedtimes.model.edition import Printed
from limitedtimes.model.story import BriefItem
from limitedtimes.rules.briefing import STORIES, quote
from limitedtimes.rules.edition import A_DAY, rank, varied
from limitedtimes.store import stories, trends
from limitedtimes.store.codec import article_from_json, translation_from_json
from limitedtimes.store.reading import LISTING, listing_from_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.story import StoryCard
    from limitedtimes.store.database import Connection

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CANDIDATES = 100  # the newest, and the largest
_SPARE = 6  # stories beside the ten, for those of which no sentence stands by itself
_A_TOPICS_SHARE = 5
_OUTLETS = 4  # whose articles are read for a story's sentences


def brief(connection: Connection, *, now: datetime, since: timedelta | datetime = A_DAY) -> tuple[BriefItem, ...]:
    """Return the ten stories of the time ``since`` a moment, or of so long up to the newest article."""
    at = trends.moment(connection, now=now)
    start = at - min(since, at - EPOCH) if isinstance(since, timedelta) else since
    window = max(at - start, timedelta(hours=1))
    growing = trends.trends(connection, now=now)
    cards = [card for card in _candidates(connection, start) if card.last_at <= at or card.headline.published is None]
    ranked = rank(cards, now=at, trends=growing, window=window)
    likely = varied(ranked, STORIES + _SPARE, topics=_A_TOPICS_SHARE)
    told = _articles(connection, [card.id for card in likely])
    items = [BriefItem(card, quote(told.get(card.id, ()), headline=card.headline.headline)) for card in likely]
    return tuple(item for item in items if item.sentences)[:STORIES]


def _candidates(connection: Connection, start: datetime) -> list[StoryCard]:
    rows = connection.execute(
        """
        (select id from story where merged_into is null and first_at is not null and last_at >= %(start)s
            order by last_at desc, id desc limit %(number)s)
        union
        (select id from story where merged_into is null and first_at is not null and last_at >= %(start)s
            order by independent desc, last_at desc, id desc limit %(number)s)
        """,
        {"start": start, "number": _CANDIDATES},
    )
    return stories.cards(connection, [row["id"] for row in rows])


def _articles(connection: Connection, story_ids: Sequence[int]) -> dict[int, list[Printed]]:
    """Return the articles that tell each story best: its headline's, then those nearest to it in meaning, one an outlet."""
    rows = connection.execute(
        f"""
        with told as (
            select a.story_id as told_of, a.id as told_by, a.source_id, a.id = t.headline_article_id as heads,
                a.state = 'complete' as whole, p.embedding <=> h.embedding as distance
            from story t join article a on a.story_id = t.id
            left join article_profile p on p.article_id = a.id
            left join article_profile h on h.article_id = t.headline_article_id
            where t.id = any(%(stories)s) and a.visible_at is not null and (a.near_duplicate_of is null or a.id = t.headline_article_id)
        ), of_outlet as (
            select *, row_number() over (partition by told_of, source_id order by heads desc, whole desc, distance, told_by) as turn from told
        ), best as (
            select *, row_number() over (partition by told_of order by heads desc, whole desc, distance, told_by) as place
            from of_outlet where turn = 1
        )
        select best.told_of, {LISTING}, b.content, b.translation from best
        join article a on a.id = best.told_by join source s on s.id = a.source_id
        join article_body b on b.article_id = a.id and b.revision = a.printed_revision
        where best.place <= %(outlets)s order by best.told_of, best.place
        """,
        {"stories": list(story_ids), "outlets": _OUTLETS},
    )
    found: dict[int, list[Printed]] = {}
    for row in rows:
        translation = translation_from_json(row["translation"]) if row["translation"] else None
        printed = Printed(listing_from_row(row), article_from_json(row["content"]), translation)
        found.setdefault(row["told_of"], []).append(printed)
    return found
