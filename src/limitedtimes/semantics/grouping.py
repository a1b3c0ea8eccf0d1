"""Articles into stories, one at a time, in any order of arrival."""

from __future__ import annotations

import heapq
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from limitedtimes.rules import stories as rules
from limitedtimes.rules.languages import base
from limitedtimes.semantics.index import Index, Story, mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import datetime

    from numpy.typing import NDArray

    from limitedtimes.rules.stories import Evidence, Join
    from limitedtimes.semantics.profile import Profile

_LEAST_TERMS = 5  # different ones, below which a text says too little to be like another
_SAMPLE = 8  # members of a story that are asked whether they belong to another
_FEW = 4  # articles that a story has at least before it may split
_ROUNDS = 8  # of looking for a story's two halves
_HALF = 2  # articles that each of them has at least


@dataclass(frozen=True, slots=True)
class Assigned:
    """An article belongs to a story; ``reason`` says why in words, None for the first of a story."""

    article_id: int
    story_id: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """Two stories turned out to be one: ``articles`` moved from ``gone``, which is no more, into ``into``."""

    into: int
    gone: int
    articles: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Split:
    """Some articles of a story, ``articles``, became a story of their own."""

    source: int
    new: int
    articles: tuple[int, ...]
    reason: str


Change = Assigned | Merged | Split


class _Candidate(NamedTuple):
    story: Story
    probability: float
    evidence: Evidence


@cache
def learned() -> Join:
    """Return the join as it ships: join.toml, which tools/train_join.py writes."""
    table = tomllib.loads(files(__package__).joinpath("join.toml").read_text(encoding="utf-8"))
    return rules.Join(table["weights"], table["bias"], table["cut"])


class Grouper:
    """The live stories, and where the next article belongs. ``new_id`` gives the number of a new story.

    The same articles in the same order give the same stories, also when a process takes over with ``restore``.
    """

    def __init__(self, new_id: Callable[[], int], join: Join | None = None) -> None:
        self._new_id = new_id
        self._join = join or learned()
        self._index = Index()
        self._story_of: dict[int, int] = {}
        self._ends: list[tuple[datetime, int]] = []  # a heap of when stories ended, some since gone or longer
        self._prints: defaultdict[int, set[int]] = defaultdict(set)  # live articles by the one whose text they print
        self._together: defaultdict[int, set[int]] = defaultdict(set)
        self._apart: defaultdict[int, set[int]] = defaultdict(set)

    def restore(self, story_id: int, members: Sequence[Profile]) -> None:
        """Put a story in its present state in, in place of what was known of it."""
        self.forget(story_id)
        if members:
            self._put(Story.of(story_id, members))

    def forget(self, story_id: int) -> None:
        """Take a story out, if it is here."""
        if story_id not in self._index:
            return
        for one in self._index[story_id].members:
            self._unlink(one)
        self._index.drop(story_id)

    def expire(self, before: datetime) -> None:
        """Take out the stories whose last article appeared before a moment: nothing joins them any more."""
        while self._ends and self._ends[0][0] < before:
            end, story_id = heapq.heappop(self._ends)
            if story_id in self._index and self._index[story_id].last == end:
                self.forget(story_id)

    def constrain(self, article_id: int, *, together: Collection[int] = (), apart: Collection[int] = ()) -> None:
        """Note that the owner put an article together with others, or apart from them: it holds from now on."""
        for relation, others in ((self._together, together), (self._apart, apart)):
            for other in others:
                relation[article_id].add(other)
                relation[other].add(article_id)

    def assign(self, profile: Profile, *, together: Collection[int] = (), apart: Collection[int] = ()) -> list[Change]:
        """Put an article into the story where it belongs, or into one of its own; says what changed, in order.

        ``together`` and ``apart`` are articles that the owner put it together with or apart from (see ``constrain``). An
        article that is known is taken out first and assigned anew; where that leaves its story empty and it goes into
        another, the empty story is merged into that one.
        """
        self.constrain(profile.article_id, together=together, apart=apart)
        left = self._take_out(profile.article_id)
        likely = self._likely(profile)
        bound = self._bound(profile)
        if bound:
            target, why = bound[0], "put together by the owner"
        elif (original := self._printed(profile)) is not None:
            target, why = original, "prints the same text"
        elif likely:
            target, why = likely[0].story, self._reason(profile, likely[0])
        else:
            return self._begin(profile, left)
        changes = self._emptied(profile, left, target.id)
        self._put(Story.of(target.id, [*target.members, profile]))
        changes.append(Assigned(profile.article_id, target.id, why))
        for other in bound[1:]:
            changes.append(self._merge(target.id, other.id, why))
        changes += self._merge_late(profile, target, [one.story for one in likely if one.story.id != target.id])
        changes += self._ask_again(profile, target)
        return [*changes, *self._part(self._story_of[profile.article_id])]

    def _begin(self, profile: Profile, left: int | None) -> list[Change]:
        """Begin a story; where the article was the only one of a story, that is this story."""
        story_id = self._new_id() if left is None or left in self._index else left
        self._put(Story(story_id, (profile,)))
        return [Assigned(profile.article_id, story_id, None)]

    def _emptied(self, profile: Profile, left: int | None, target: int) -> list[Change]:
        if left is None or left == target or left in self._index:
            return []
        return [Merged(target, left, (profile.article_id,), "its only article belongs there")]

    def _likely(self, profile: Profile) -> list[_Candidate]:
        """Return the stories that an article may join, the best first."""
        if len(profile.slots) < _LEAST_TERMS:
            return []
        stories = [one for one in self._index.near(profile) if self._may_join(profile, one)]
        found = [
            _Candidate(story, self._probability(profile, story, evidence), evidence)
            for story, evidence in zip(stories, self._index.evidence(profile, stories), strict=True)
        ]
        likely = [one for one in found if one.probability >= self._join.cut]
        return sorted(likely, key=lambda one: (-one.probability, one.story.members[0].at, one.story.id))

    def _may_join(self, profile: Profile, story: Story) -> bool:
        within = story.members[0].at - rules.WINDOW <= profile.at <= story.last + rules.WINDOW
        apart = self._apart.get(profile.article_id)
        return within and (apart is None or apart.isdisjoint(story.ids))

    def _probability(self, profile: Profile, story: Story, evidence: Evidence) -> float:
        if evidence.days > rules.MOST_DAYS:
            return 0.0
        if profile.dense is None or story.dense is None:
            return rules.untranslated(evidence, same_language=base(profile.language) in story.languages)
        return round(
            self._join.probability(evidence, self._index.articles), 6
        )  # finer differences are the arithmetic's

    def _bound(self, profile: Profile) -> list[Story]:
        """Return the live stories of what the owner put an article together with, directly or through others."""
        seen, new = {profile.article_id}, {profile.article_id}
        while new:
            new = {other for one in new for other in self._together.get(one, ())} - seen
            seen |= new
        ids = {self._story_of[one] for one in seen if one in self._story_of}
        allowed = (self._index[one] for one in ids)
        apart = self._apart.get(profile.article_id, set())
        return sorted((one for one in allowed if apart.isdisjoint(one.ids)), key=_seniority)

    def _printed(self, profile: Profile) -> Story | None:
        """Return the story of the other prints of an article's text."""
        prints = self._prints.get(profile.copy_of or profile.article_id, set())
        stories = {self._story_of[one] for one in prints}
        allowed = [one for one in (self._index[story] for story in stories) if self._may_join(profile, one)]
        return min(allowed, key=_seniority, default=None)

    def _merge_late(self, profile: Profile, target: Story, rivals: Iterable[Story]) -> list[Change]:
        """Merge stories that an article belongs to as well, where the articles of both belong together on average.

        Without that article they must have something to do with each other, too: one that tells of two events joins none.
        """
        changes: list[Change] = []
        for rival in rivals:
            into = self._index[self._story_of[profile.article_id]]
            related = self._separable(into, rival) and self._kinship(target, rival) > rules.SPLIT
            if related and self._kinship(into, rival) >= rules.MERGE:
                names, _ = self._index.shared(profile, rival)
                first, second = sorted((into, rival), key=_seniority)
                changes.append(self._merge(first.id, second.id, rules.merged(names)))
        return changes

    def _ask_again(self, profile: Profile, target: Story) -> list[Change]:
        """Let the articles that stand alone near a newcomer join its story: when they came, it had less to compare with.

        They must have something to do with the story without the newcomer, too (see ``_merge_late``), or more with both than
        with the newcomer: what only that tells of is another event.
        """
        changes: list[Change] = []
        for lone in [one for one in self._index.near(profile) if len(one.members) == 1]:
            [member] = lone.members
            into = self._index[self._story_of[profile.article_id]]
            if into.id == lone.id or len(member.slots) < _LEAST_TERMS or not self._may_join(member, into):
                continue
            [evidence] = self._index.evidence(member, [into])
            probability = self._probability(member, into, evidence)
            if probability < self._join.cut:
                continue
            if self._kinship(target, lone) > rules.SPLIT or probability > self._likeness(member, profile):
                why = self._reason(member, _Candidate(into, probability, evidence))
                changes.append(self._merge(into.id, lone.id, why))
        return changes

    def _likeness(self, profile: Profile, other: Profile) -> float:
        """Return how probably an article would belong to a story of another one alone."""
        story = Story(0, (other,))
        return self._probability(profile, story, self._index.evidence(profile, [story])[0])

    def _separable(self, one: Story, other: Story) -> bool:
        """Tell whether the owner lets two stories be one."""
        return all(self._apart.get(article, set()).isdisjoint(other.ids) for article in one.ids)

    def _kinship(self, one: Story, other: Story) -> float:
        """Return how probably the articles of two stories belong to each other's, on average: a single bridge is not enough."""
        found = [
            self._probability(member, story, self._index.evidence(member, [story])[0])
            for members, story in ((one.members, other), (other.members, one))
            for member in members[-_SAMPLE:]
        ]
        return sum(found) / len(found)

    def _merge(self, into: int, gone: int, reason: str) -> Merged:
        moved = self._index[gone].members
        kept = self._index[into].members
        self.forget(gone)
        self._put(Story.of(into, [*kept, *moved]))
        return Merged(into, gone, tuple(one.article_id for one in moved), reason)

    def _part(self, story_id: int) -> list[Change]:
        """Split a story whose two halves have little to do with each other."""
        story = self._index[story_id]
        dense = [one.dense for one in story.members if one.dense is not None]
        if len(story.members) < _FEW or len(dense) < len(story.members):
            return []
        far = _halves(np.stack(dense))
        if far.all() or not far.any():  # the texts say the same
            return []
        halves = [[one for one, off in zip(story.members, far, strict=True) if off == side] for side in (False, True)]
        staying, leaving = sorted((Story.of(story_id, half) for half in halves), key=_seniority)
        if (
            len(leaving.members) < _HALF
            or self._tied(staying, leaving)
            or self._kinship(staying, leaving) > rules.SPLIT
        ):
            return []
        new = Story(self._new_id(), leaving.members)
        self.forget(story_id)
        self._put(staying)
        self._put(new)
        names = [name for one in new.members for name in list(one.names.values())[:1]]
        return [Split(story_id, new.id, tuple(one.article_id for one in new.members), rules.split(names))]

    def _tied(self, one: Story, other: Story) -> bool:
        """Tell whether the owner, or a text that both print, holds two halves together."""
        roots = {member.copy_of or member.article_id for member in one.members}
        if any((member.copy_of or member.article_id) in roots for member in other.members):
            return True
        return not all(self._together.get(article, set()).isdisjoint(other.ids) for article in one.ids)

    def _reason(self, profile: Profile, candidate: _Candidate) -> str:
        names, figures = self._index.shared(profile, candidate.story)
        without = self._probability(profile, candidate.story, candidate.evidence._replace(tags=0.0))
        keywords = self._index.shared_tags(profile, candidate.story) if without < self._join.cut else []
        return rules.reason(names, figures, candidate.evidence.days, keywords)

    def _take_out(self, article_id: int) -> int | None:
        """Take an article out of its story; return that story's id."""
        story_id = self._story_of.get(article_id)
        if story_id is None:
            return None
        rest = [one for one in self._index[story_id].members if one.article_id != article_id]
        self.restore(story_id, rest)
        return story_id

    def _put(self, story: Story) -> None:
        self._index.put(story)
        heapq.heappush(self._ends, (story.last, story.id))
        for one in story.members:
            self._story_of[one.article_id] = story.id
            self._prints[one.copy_of or one.article_id].add(one.article_id)

    def _unlink(self, profile: Profile) -> None:
        self._story_of.pop(profile.article_id, None)
        root = profile.copy_of or profile.article_id
        self._prints[root].discard(profile.article_id)
        if not self._prints[root]:
            del self._prints[root]


def _seniority(story: Story) -> tuple[int, datetime, int]:
    """Order stories by which of them keeps its address: the larger, then the older."""
    return -len(story.members), story.members[0].at, story.id


def _halves(vectors: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Part vectors in two (2-means, begun with the first and the one that is furthest from it); True: in the second half."""
    seeds = vectors[0], vectors[int(np.argmin(vectors @ vectors[0]))]
    second: NDArray[np.bool_] = vectors @ seeds[1] > vectors @ seeds[0]
    for _ in range(_ROUNDS):
        if not 0 < second.sum() < len(second):
            break
        near, far = vectors[~second].mean(axis=0), vectors[second].mean(axis=0)
        moved = ((vectors - far) ** 2).sum(axis=1) < ((vectors - near) ** 2).sum(axis=1)
        if np.array_equal(moved, second):
            break
        second = moved
    return second


def central(members: Sequence[Profile]) -> int:
    """Return the article that is nearest to the middle of a story's articles; of equals, the first by time and number.

    Only texts in English have vectors to compare; where none is, the first article is as good as any.
    """
    middle = mean([one.dense for one in members if one.dense is not None])

    def nearness(one: Profile) -> float:
        return round(float(one.dense @ middle), 6) if one.dense is not None and middle is not None else -1.0

    return min(members, key=lambda one: (-nearness(one), one.at, one.article_id)).article_id
