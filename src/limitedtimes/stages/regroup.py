"""The stories of some days made anew, as if their articles came today; what the owner decided holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from limitedtimes.model.story import ChangeKind, StoryChange
from limitedtimes.rules.decisions import Bound
from limitedtimes.semantics.grouping import Assigned, Grouper, Merged
from limitedtimes.stages.group import kept, profile_of
from limitedtimes.stages.stories import recount
from limitedtimes.store import decisions, grouping, press, profiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from limitedtimes.ports import Embedder
    from limitedtimes.semantics.grouping import Change
    from limitedtimes.store.database import Connection

_PIECE = 100  # articles read at a time: the server ends a transaction that is silent for long
_REASON = "grouped anew"


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What came of it: articles looked at, those that stand in another story now, and stories before and after."""

    articles: int
    moved: int
    before: int
    after: int


def regroup(connection: Connection, embedder: Embedder, since: datetime, now: datetime) -> Regrouped:
    """Group the articles of all stories anew that got one from ``since`` on. Addresses stay, or lead to where most went."""
    grouping.lock(connection)
    before = grouping.living_since(connection, since)
    found, reasons = _grouped(connection, embedder, list(before))
    names = _named(connection, before, found)
    after = {article_id: names[story] for article_id, story in found.items()}
    grouping.replace(connection, [(article_id, after[article_id], reasons[article_id]) for article_id in after])
    for change in _history(before, after, now):
        grouping.record(connection, change)
    press.bump(connection, recount(connection, {*before.values(), *after.values()}))
    moved = sum(after.get(article_id, story_id) != story_id for article_id, story_id in before.items())
    return Regrouped(len(before), moved, len(set(before.values())), len(set(after.values())))


def _grouped(
    connection: Connection, embedder: Embedder, article_ids: list[int]
) -> tuple[dict[int, int], dict[int, str | None]]:
    """Return the story of each article, by negative numbers of their own, and why it stands there."""
    bound = decisions.bound(connection)
    numbers = count(-1, -1)
    grouper = Grouper(lambda: next(numbers))
    places: dict[int, int] = {}
    reasons: dict[int, str | None] = {}
    for start in range(0, len(article_ids), _PIECE):
        for article in grouping.texts(connection, article_ids[start : start + _PIECE]):
            profile = profile_of(embedder, article)
            profiles.keep(connection, [kept(article, profile)])
            said = bound.get(article.id, Bound())
            _follow(grouper.assign(profile, together=said.together, apart=said.apart), places, reasons)
    return places, reasons


def _follow(changes: Iterable[Change], places: dict[int, int], reasons: dict[int, str | None]) -> None:
    for change in changes:
        if isinstance(change, Assigned):
            places[change.article_id], reasons[change.article_id] = change.story_id, change.reason
            continue
        merged = isinstance(change, Merged)
        places |= dict.fromkeys(change.articles, change.into if isinstance(change, Merged) else change.new)
        for article_id in change.articles:
            reasons[article_id] = (reasons[article_id] if merged else None) or change.reason


def _named(connection: Connection, before: Mapping[int, int], found: Mapping[int, int]) -> dict[int, int]:
    """Give each story the id of the one that most of its articles come from; what is left over is new."""
    shared = Counter((found[article_id], before[article_id]) for article_id in found)
    names: dict[int, int] = {}
    for (story, old), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][1], -item[0][0])):
        if story not in names and old not in names.values():
            names[story] = old
    for story in sorted(set(found.values()) - names.keys(), reverse=True):
        names[story] = grouping.new_story(connection)
    return names


def _history(before: Mapping[int, int], after: Mapping[int, int], now: datetime) -> list[StoryChange]:
    """Return merges for the stories that have no article any more, and splits for those that are new."""
    gone = set(before.values()) - set(after.values())
    new = set(after.values()) - set(before.values())
    merges = [_change(ChangeKind.MERGE, story_id, before, after, now) for story_id in sorted(gone)]
    return merges + [_change(ChangeKind.SPLIT, story_id, after, before, now) for story_id in sorted(new)]


def _change(
    kind: ChangeKind, story_id: int, here: Mapping[int, int], there: Mapping[int, int], now: datetime
) -> StoryChange:
    """Return the change between a story, by its articles ``here``, and the one where most of them stand ``there``."""
    articles = [article_id for article_id, story in here.items() if story == story_id]
    [(other, _)] = Counter(there[article_id] for article_id in articles).most_common(1)
    moved = tuple(article_id for article_id in articles if there[article_id] == other)
    return StoryChange(now, kind, other, story_id, moved, _REASON, by_owner=False)
