"""Stories written: what grouping changes in them, their cards, and what the owner does to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.errors import LimitedTimesError, StoreError, UsageError
from limitedtimes.model.story import ChangeKind, StoryChange
from limitedtimes.rules.coverage import cover, headline_candidates
from limitedtimes.rules.decisions import merging, splitting
from limitedtimes.semantics.grouping import Assigned, Merged, central
from limitedtimes.semantics.profile import load_profile
from limitedtimes.store import decisions, grouping, press, profiles, stories

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from limitedtimes.rules.coverage import Coverage, Print
    from limitedtimes.semantics.grouping import Change, Split
    from limitedtimes.store.database import Connection

_ENOUGH = 60  # candidates for a headline that are compared; of more, those that came first
_BY_OWNER = "put together by the owner"
_REWRITTEN = "its text was rewritten"
_APART = "taken apart by the owner"


def write(connection: Connection, changes: Iterable[Change], now: datetime) -> set[int]:
    """Write what a grouper changed, in order; return the stories whose cards are to be made anew."""
    touched: set[int] = set()
    places: list[grouping.Place] = []
    for change in changes:
        if isinstance(change, Assigned):
            places.append((change.article_id, change.story_id, change.reason))
            touched.add(change.story_id)
            continue
        grouping.place(connection, places)
        places.clear()
        if isinstance(change, Merged):
            grouping.move(connection, _change(ChangeKind.MERGE, change.into, change.gone, change, now))
            touched |= {change.into, change.gone}
        else:
            grouping.move(connection, _change(ChangeKind.SPLIT, change.source, change.new, change, now))
            touched |= {change.source, change.new}
    grouping.place(connection, places)
    return touched


def _change(kind: ChangeKind, story_id: int, other_id: int, change: Merged | Split, now: datetime) -> StoryChange:
    return StoryChange(now, kind, story_id, other_id, change.articles, change.reason, by_owner=False)


def recount(connection: Connection, story_ids: Collection[int]) -> set[str]:
    """Make the cards of stories anew; return the pages that show them.

    Their versions are raised last in a transaction: who shows an article holds it, and waits for the page.
    """
    cards: dict[int, tuple[int, Coverage] | None] = {}
    pages = {"front", "trends", "brief"} if story_ids else set()
    for story_id, prints in grouping.prints(connection, story_ids).items():
        cards[story_id] = (_headline(connection, prints), cover(prints)) if prints else None
        pages |= {f"story:{story_id}", *(f"article:{one.article_id}" for one in prints)}
    grouping.describe(connection, cards)
    return pages


def close_empty(connection: Connection, left: Mapping[int, int], now: datetime) -> None:
    """Let the addresses of stories lead on that have no article any more: to where the one went that left them last.

    ``left``: an article that left, and its story then.
    """
    stories_now = stories.stories_of(connection, left)
    empty = {story_id for story_id, prints in grouping.prints(connection, set(left.values())).items() if not prints}
    for article_id, story_id in left.items():
        if story_id in empty and grouping.is_open(connection, story_id):
            into = stories_now[article_id]
            change = StoryChange(now, ChangeKind.MERGE, into, story_id, (article_id,), _REWRITTEN, by_owner=False)
            grouping.move(connection, change)


def _headline(connection: Connection, prints: Sequence[Print]) -> int:
    """Return the most central of the articles that may give the headline."""
    candidates = [one.article_id for one in headline_candidates(prints)[:_ENOUGH]]
    if len(candidates) == 1:
        return candidates[0]
    stored = profiles.contents(connection, candidates)
    try:
        found = [load_profile(stored[article_id]) for article_id in candidates if article_id in stored]
    except StoreError:
        found = []  # written by another version of the program
    return central(found) if found else candidates[0]


def merge(connection: Connection, story_ids: Sequence[int], now: datetime) -> int:
    """Make one story of several, the first of those named, as the owner wants; return its id. Raises LimitedTimesError."""
    grouping.lock(connection)
    members = _members(connection, story_ids)
    into, *others = members
    if not others:
        message = f"These are all one story by now: {into}. Name two at least."
        raise UsageError(message)
    for one in others:
        for other in members:
            decisions.forget(connection, members[one], members[other], together=False)
        moved = tuple(members[one])
        grouping.move(connection, StoryChange(now, ChangeKind.MERGE, into, one, moved, _BY_OWNER, by_owner=True))
    decisions.decide(connection, merging(members.values()))
    press.bump(connection, recount(connection, list(members)))
    return into


def split(connection: Connection, story_id: int, article_ids: Collection[int], now: datetime) -> int:
    """Make some articles of a story one of their own, as the owner wants; return its id. Raises LimitedTimesError."""
    grouping.lock(connection)
    ((living, articles),) = _members(connection, [story_id]).items()
    if strangers := sorted(set(article_ids) - set(articles)):
        names = ", ".join(map(str, strangers))
        message = f"Not in story {living}: article {names}; `limitedtimes stories show {living}` names its articles."
        raise LimitedTimesError(message)
    rest = set(articles) - set(article_ids)
    if not rest:
        message = f"Nothing would stay in story {living}: name some of its articles, not all."
        raise UsageError(message)
    new = grouping.new_story(connection)
    _separate(connection, rest, set(article_ids))
    moved = tuple(sorted(article_ids))
    grouping.move(connection, StoryChange(now, ChangeKind.SPLIT, living, new, moved, _APART, by_owner=True))
    press.bump(connection, recount(connection, [living, new]))
    return new


def _separate(connection: Connection, rest: set[int], moved: set[int]) -> None:
    bound = decisions.bound(connection)
    held = [article_id for article_id in rest if article_id in bound and bound[article_id].together & rest]
    decisions.forget(connection, rest, moved, together=True)
    # What was together through an article that goes stays together.
    decisions.decide(connection, [*merging([held]), *splitting(rest, moved)] if held else splitting(rest, moved))


def _members(connection: Connection, story_ids: Sequence[int]) -> dict[int, list[int]]:
    """Return the articles of living stories, in the order named; of a merged story, those of the one that it went into."""
    found: dict[int, list[int]] = {}
    for story_id in story_ids:
        living = stories.resolve(connection, story_id)
        if living is None:
            message = f"There is no story {story_id}; `limitedtimes stories` lists them."
            raise LimitedTimesError(message)
        found.setdefault(living, [])
    for living, prints in grouping.prints(connection, list(found)).items():
        found[living] = [one.article_id for one in prints]
    return found
