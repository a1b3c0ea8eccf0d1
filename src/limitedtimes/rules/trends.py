"""What grows: stories that more and more outlets tell, and names that are in the news more than usual. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from math import log2, sqrt
from typing import TYPE_CHECKING

from limitedtimes.model.story import Rising

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

HOURS = 24
WINDOW = timedelta(hours=HOURS)
BASELINE = 7  # days before the window whose names tell what is usual
_STEP = timedelta(hours=6)  # how long "now" is, for the pace
_FRESHNESS = timedelta(hours=12)  # in which a story that nobody adds to loses half of its weight
_FEWEST = 2  # outlets in all: what one outlet prints is no trend, however often
_GROWTH = (0.5, 4.0)  # bounds of a pace against the usual one: no burst makes a small story the day's largest
_AGAINST_USUAL = 1.5  # times as many outlets as usual


@dataclass(frozen=True, slots=True)
class Report:
    """An article of a story. ``own``: its text is its outlet's own, no copy of another outlet's or of an agency's."""

    source_id: int
    language: str | None
    country: str | None
    at: datetime
    own: bool = True


@dataclass(frozen=True, slots=True)
class Growth:
    """How a story grows. ``hourly`` counts the outlets that wrote of it in each of the last 24 hours, the oldest first."""

    story_id: int
    hourly: tuple[int, ...]
    score: float


def rank(
    coverage: Mapping[int, Sequence[Report]], *, outlets: Mapping[int, int], now: datetime, limit: int
) -> list[Growth]:
    """Return the stories (by id) that grow most in the 24 hours up to ``now``, the strongest first.

    An outlet counts once an hour, once in the last six hours and once in all, so a hundred articles of one outlet weigh
    as one. ``outlets`` counts those with texts of their own since a story began: it needs two, and one of them in these hours.
    """
    grown = [
        _growth(story_id, _recent(reports, now), now)
        for story_id, reports in coverage.items()
        if outlets.get(story_id, 0) >= _FEWEST
    ]
    return sorted(filter(None, grown), key=lambda one: (-one.score, one.story_id))[:limit]


def _recent(reports: Sequence[Report], now: datetime) -> list[Report]:
    return [one for one in reports if now - WINDOW < one.at <= now]


def _growth(story_id: int, reports: list[Report], now: datetime) -> Growth | None:
    own = [one for one in reports if one.own]
    if not own:
        return None
    outlets = {one.source_id for one in own}
    breadth = log2(1 + len(outlets)) + log2(_kinds(own, "language")) + 0.5 * log2(_kinds(own, "country"))
    newest = max(one.at for one in own)
    freshness: float = 0.5 ** ((now - newest) / _FRESHNESS)
    score = breadth * sqrt(_pace(own, now)) * freshness
    return Growth(story_id, _hourly(reports, now), round(score, 4))


def _kinds(reports: list[Report], what: str) -> int:
    return max(1, len({getattr(one, what) for one in reports} - {None}))


def _pace(reports: list[Report], now: datetime) -> float:
    """Outlets of the last six hours against the mean of the steps before them, since the story began."""
    steps: dict[int, set[int]] = {}
    for one in reports:
        steps.setdefault((now - one.at) // _STEP, set()).add(one.source_id)
    lasted = max(steps)
    before = sum(len(outlets) for step, outlets in steps.items() if step) / lasted if lasted else 0.0
    low, high = _GROWTH
    return min(max((len(steps.get(0, ())) + 1) / (before + 1), low), high)


def _hourly(reports: list[Report], now: datetime) -> tuple[int, ...]:
    outlets: list[set[int]] = [set() for _ in range(HOURS)]
    for one in reports:
        outlets[HOURS - 1 - (now - one.at) // timedelta(hours=1)].add(one.source_id)
    return tuple(map(len, outlets))


def rising(
    today: Mapping[str, frozenset[int]], before: Sequence[Mapping[str, frozenset[int]]], *, limit: int
) -> list[Rising]:
    """Return the names that more outlets write than on a usual day, the most unusual first.

    ``today`` and each day ``before`` map a name to the outlets (by id) that wrote it. Who is called by a surname here and
    in full there stands once, in full.
    """
    full = _in_full(today)
    outlets = _united(today, full)
    days = [_united(day, full) for day in before if day]
    found = []
    for name, who in outlets.items():
        usual = sum(len(day.get(name, ())) for day in days) / max(len(days), 1)
        if len(who) >= _FEWEST and len(who) >= _AGAINST_USUAL * usual:
            found.append(Rising(name, len(who), round(usual, 2)))
    found.sort(key=lambda one: (-(one.outlets - one.usual) / sqrt(one.usual + 1), one.name))
    return found[:limit]


def _in_full(today: Mapping[str, frozenset[int]]) -> dict[str, str]:
    """Map each name that is the end of a longer one to it, where only one name of the day could be meant.

    Of several the one that three times as many outlets write as any other is meant.
    """
    longer: dict[str, Counter[str]] = {}
    for name, who in today.items():
        for at, character in enumerate(name):
            if character in " -" and name[at + 1 :] in today:
                longer.setdefault(name[at + 1 :], Counter())[name] = len(who)
    meant: dict[str, str] = {}
    for short, found in longer.items():
        (name, most), *others = sorted(found.items(), key=lambda one: (-one[1], -len(one[0]), one[0]))
        if not others or most >= 3 * others[0][1] or others[0][0].endswith(name):
            meant[short] = name
    return meant


def _united(day: Mapping[str, frozenset[int]], full: Mapping[str, str]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for name in sorted(day):
        known = name
        while known in full:
            known = full[known]
        found[known] = found.get(known, frozenset()) | day[name]
    return found
