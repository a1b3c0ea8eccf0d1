"""What grows, counted from the articles of the last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from limitedtimes.model.story import Rising, Trend
from limitedtimes.rules import trends as rules
from limitedtimes.store import stories

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from limitedtimes.model.story import StoryCard
    from limitedtimes.store.database import Connection

TRENDS = 30
RISING = 20
_FRESH = timedelta(hours=1)  # for which what was kept may hold: the tidying keeps it every minute
_NAMES = 400  # most written names of the day, among which the rising ones are
DAY = timedelta(days=1)


def moment(connection: Connection, *, now: datetime) -> datetime:
    """Return the moment that an edition is of: ``now``, or when the newest dated article appeared, whichever is earlier.

    So an archive of old articles has trends, a front page and a briefing, too.
    """
    row = connection.execute(
        """select listed_at from article where visible_at is not null and published is not null
        order by listed_at desc, id desc limit 1"""
    ).fetchone()
    return min(now, row["listed_at"]) if row else now


@dataclass(frozen=True, slots=True)
class Kept:
    """What the last edition kept: of each story that grows its id, articles by the hour and score; and the rising names."""

    grown: list[tuple[int, list[int], float]]
    names: list[Rising]

    @property
    def ids(self) -> list[int]:
        """The stories that grow."""
        return [story_id for story_id, _, _ in self.grown]

    def trends(self, cards: Iterable[StoryCard]) -> list[Trend]:
        """Return the trends of those stories that have a card."""
        by_id = {card.id: card for card in cards}
        return [Trend(by_id[one], tuple(hourly), score) for one, hourly, score in self.grown if one in by_id]


def trends(connection: Connection, *, now: datetime, limit: int = TRENDS) -> list[Trend]:
    """Return the stories that grow most in the 24 hours up to the newest article, the strongest first.

    Those that the last edition kept, where they still hold: counting them takes longer than a page may.
    """
    held = kept(connection, now=now)
    if held is None:
        return counted(connection, now=now, limit=limit)
    return held.trends(stories.cards(connection, held.ids[:limit]))


def kept(connection: Connection, *, now: datetime) -> Kept | None:
    """Return what the last edition kept: if no story has changed since, or where so much is told that counting takes long."""
    row = connection.execute(
        """select content -> 'trends' as trends, content -> 'rising' as rising,
            coalesce((content ->> 'changed')::bigint = (select max(changed) from story), false) as unchanged
        from edition where made_at <= %(now)s and made_at > %(since)s and hour = (select max(hour) from edition)""",
        {"now": now, "since": now - _FRESH},
    ).fetchone()
    if row is None:
        return None
    busy = len(row["trends"]) >= TRENDS or len(row["rising"]) >= RISING
    return Kept(row["trends"], [Rising(*one) for one in row["rising"]]) if busy or row["unchanged"] else None


def counted(connection: Connection, *, now: datetime, limit: int = TRENDS) -> list[Trend]:
    """Count the trends anew."""
    at = moment(connection, now=now)
    coverage: dict[int, list[rules.Report]] = {}
    outlets: dict[int, int] = {}
    rows = connection.execute(
        """
        with day as materialized (
            select a.story_id, a.source_id, a.language, a.listed_at, a.near_duplicate_of is null as own
            from article a where a.visible_at is not null and a.story_id is not null
                and a.listed_at > %(since)s and a.listed_at <= %(now)s
        )
        select d.story_id, d.source_id, d.language, s.country, d.listed_at, d.own, t.independent
        from day d join source s on s.id = d.source_id join story t on t.id = d.story_id where t.independent > 1
        """,
        {"since": at - rules.WINDOW, "now": at},
    )
    for row in rows:
        report = rules.Report(row["source_id"], row["language"], row["country"], row["listed_at"], row["own"])
        coverage.setdefault(row["story_id"], []).append(report)
        outlets[row["story_id"]] = row["independent"]
    grown = rules.rank(coverage, outlets=outlets, now=at, limit=limit)
    cards = {card.id: card for card in stories.cards(connection, [one.story_id for one in grown])}
    return [Trend(cards[one.story_id], one.hourly, one.score) for one in grown if one.story_id in cards]


def rising(connection: Connection, *, now: datetime, limit: int = RISING) -> list[Rising]:
    """Return the names that more outlets write in the 24 hours up to the newest article than usual, outlets' own left out.

    Those that the last edition kept, where they still hold.
    """
    held = kept(connection, now=now)
    return held.names[:limit] if held else counted_names(connection, now=now, limit=limit)


def counted_names(connection: Connection, *, now: datetime, limit: int = RISING) -> list[Rising]:
    """Count the rising names anew."""
    at = moment(connection, now=now)
    today = _day(connection, at)
    return rules.rising(today, _days_before(connection, at, list(today)), limit=limit)


def _day(connection: Connection, at: datetime) -> Mapping[str, frozenset[int]]:
    rows = connection.execute(
        """select name, array_agg(distinct source_id) as outlets from article_name
        where own and at > %(since)s and at <= %(now)s and lower(name) not in (select lower(name) from source)
        group by name order by count(distinct source_id) desc, name limit %(limit)s""",
        {"since": at - rules.WINDOW, "now": at, "limit": _NAMES},
    )
    return {row["name"]: frozenset(row["outlets"]) for row in rows}


def _days_before(connection: Connection, at: datetime, names: list[str]) -> list[dict[str, frozenset[int]]]:
    """Return the outlets of each name on each of the days before; an empty day is one of which the archive has nothing."""
    days: list[dict[str, frozenset[int]]] = [{} for _ in range(rules.BASELINE)]
    rows = connection.execute(
        """select name, extract(epoch from %(until)s - at)::int / 86400 as day, array_agg(distinct source_id) as outlets
        from article_name where own and name = any(%(names)s) and at > %(since)s and at <= %(until)s group by name, day""",
        {"names": names, "since": at - rules.WINDOW - rules.BASELINE * DAY, "until": at - rules.WINDOW},
    )
    for row in rows:
        days[min(row["day"], rules.BASELINE - 1)][row["name"]] = frozenset(row["outlets"])
    return days
