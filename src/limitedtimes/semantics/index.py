"""Live stories as arrays, and what speaks for an article's belonging to each of those that come near it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

import numpy as np

from limitedtimes.rules.languages import base
from limitedtimes.rules.stories import MOST_DAYS, RARE_TAG, Evidence
from limitedtimes.semantics.profile import SLOTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from numpy.typing import NDArray

    from limitedtimes.semantics.profile import Profile

    Floats = NDArray[np.float32]
    Slots = NDArray[np.uint32]

_COARSE = 64  # the embedding's first numbers are an embedding of their own (Matryoshka: Kusupati et al., 2022)
_SHORTLIST = 12  # stories by coarse vectors, and half as many by shared words
_ANCHORS = 8  # terms of an article by which it is found
_MOST_POSTINGS = 200  # a term that more live stories have leads nowhere
_NEWEST = 64  # members that a newcomer is compared with one by one
_SMOOTHING = 50.0  # articles that are thought to be live besides: among few, rarity says little
# A share of names is drawn to a third, from which a text with one name is hardly ever far, one with twenty names freely.
_PRIOR, _PRIOR_OF = 0.5, 1.5
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse rows one behind the other: row r goes from ``starts[r]`` to the next start; none is empty."""

    slots: Slots
    weights: Floats
    starts: NDArray[np.intp]

    @classmethod
    def of(cls, rows: Sequence[tuple[Slots, Floats]]) -> Rows:
        """Put rows together; an empty one gets an entry of weight 0, which ``reduceat`` needs."""
        if len(rows) == 1 and len(rows[0][0]):
            return cls(*rows[0], np.zeros(1, np.intp))
        filled = [row if len(row[0]) else (np.zeros(1, np.uint32), np.zeros(1, np.float32)) for row in rows]
        ends = np.cumsum([len(slots) for slots, _ in filled])
        slots, weights = (np.concatenate(parts) for parts in zip(*filled, strict=True))
        return cls(slots, weights, np.concatenate([[0], ends[:-1]]).astype(np.intp))

    @classmethod
    def joined(cls, parts: Sequence[Rows]) -> Rows:
        """Put the rows of several one behind the other."""
        offsets = np.cumsum([0, *(len(one.slots) for one in parts[:-1])])
        starts = np.concatenate([one.starts + offset for one, offset in zip(parts, offsets, strict=True)])
        return cls(np.concatenate([one.slots for one in parts]), np.concatenate([one.weights for one in parts]), starts)

    def sums(self, values: Floats) -> Floats:
        """Sum values, one for each entry, by row."""
        return np.add.reduceat(values, self.starts)


@dataclass(frozen=True)
class Story:
    """A story's articles, and what is computed from them once."""

    id: int
    members: tuple[Profile, ...]  # by time and number, one at least

    @classmethod
    def of(cls, story_id: int, members: Sequence[Profile]) -> Story:
        """Return a story with its articles in order."""
        return cls(story_id, tuple(sorted(members, key=lambda one: (one.at, one.article_id))))

    @property
    def last(self) -> datetime:
        """When its last article appeared."""
        return self.members[-1].at

    @cached_property
    def ids(self) -> frozenset[int]:
        """Its articles."""
        return frozenset(one.article_id for one in self.members)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages of the texts that were profiled, without their varieties."""
        return frozenset(base(one.language) for one in self.members)

    @cached_property
    def dense(self) -> Floats | None:
        """The members' mean vector, of length 1; None where none has one."""
        return mean([one.dense for one in self.members if one.dense is not None])

    @cached_property
    def lead(self) -> Floats | None:
        """The same of their beginnings."""
        return mean([one.dense_lead for one in self.members if one.dense_lead is not None])

    @cached_property
    def terms(self) -> Rows:
        """The terms of its newest members, a row each."""
        return Rows.of([(one.slots, one.weights) for one in self.members[-_NEWEST:]])

    @cached_property
    def names(self) -> Rows:
        """One row: its names, each with the share of the members that have it."""
        return self._shares([one.name_slots for one in self.members])

    @cached_property
    def figures(self) -> Rows:
        """The same of its figures."""
        return self._shares([one.figure_slots for one in self.members])

    def _shares(self, slots: Sequence[Slots]) -> Rows:
        if len(slots) == 1:  # most stories have one article
            return Rows.of([(slots[0], np.ones(len(slots[0]), np.float32))])
        unique, counts = np.unique(np.concatenate(slots), return_counts=True)
        return Rows.of([(unique, (counts / len(slots)).astype(np.float32))])

    @cached_property
    def seconds(self) -> NDArray[np.float64]:
        """When its articles appeared, in seconds of Unix time."""
        return np.array([one.at.timestamp() for one in self.members])


def mean(vectors: Sequence[Floats]) -> Floats | None:
    """Return the direction of the mean of vectors, None of none."""
    if len(vectors) < 2:
        return vectors[0] if vectors else None
    total: Floats = np.sum(vectors, axis=0, dtype=np.float32)
    return total / np.float32(max(float(np.linalg.norm(total)), 1e-9))


class Index:
    """The live stories. What it answers is a function of the stories that are in it, not of how they came in."""

    def __init__(self) -> None:
        self._stories: dict[int, Story] = {}
        self._counts = np.zeros(SLOTS, dtype=np.int32)  # live articles that have a term, a name, a figure
        self.articles = 0  # live ones
        self._anchors: defaultdict[int, Counter[int]] = defaultdict(Counter)
        self._coarse = np.zeros((256, _COARSE), dtype=np.float32)
        self._ids = np.zeros(256, dtype=np.int64)  # the story of each row of ``_coarse``
        self._rows: dict[int, int] = {}
        self._marks = np.zeros(SLOTS, dtype=np.float32)  # of the article that is looked at; all zeros in between

    def __getitem__(self, story_id: int) -> Story:
        return self._stories[story_id]

    def __contains__(self, story_id: int) -> bool:
        return story_id in self._stories

    def __len__(self) -> int:
        return len(self._stories)

    def __iter__(self) -> Iterator[Story]:
        return iter(self._stories.values())

    def put(self, story: Story) -> None:
        """Put a story in, in place of what was known of it."""
        before = self._stories.get(story.id)
        self._change(before, story)
        self._stories[story.id] = story
        if before is not None and before.dense is not None:
            self._displace(story.id)
        if story.dense is not None:
            self._place(story.id, story.dense[:_COARSE])

    def drop(self, story_id: int) -> None:
        """Take a story out, if it is here."""
        story = self._stories.pop(story_id, None)
        if story is None:
            return
        self._change(story, None)
        if story.dense is not None:
            self._displace(story_id)

    def _change(self, before: Story | None, after: Story | None) -> None:
        """Count the articles that a story gains and loses; a profile that was replaced does both."""
        old = {id(one): one for one in before.members} if before else {}
        new = {id(one): one for one in after.members} if after else {}
        for gone in old.keys() - new.keys():
            self._count(old[gone], before, -1)
        for come in new.keys() - old.keys():
            self._count(new[come], after, 1)

    def _count(self, profile: Profile, story: Story | None, step: int) -> None:
        assert story is not None
        for slots in (profile.slots, profile.name_slots, profile.figure_slots, profile.tag_slots):
            np.add.at(self._counts, slots, step)
        self.articles += step
        for anchor in _anchors(profile):
            postings = self._anchors[anchor]
            postings[story.id] += step
            if not postings[story.id]:
                del postings[story.id]
            if not postings:
                del self._anchors[anchor]

    def _place(self, story_id: int, vector: Floats) -> None:
        row = self._rows[story_id] = len(self._rows)
        if row == len(self._coarse):
            self._coarse = np.concatenate([self._coarse, np.zeros_like(self._coarse)])
            self._ids = np.concatenate([self._ids, np.zeros_like(self._ids)])
        self._coarse[row] = vector / np.float32(max(float(np.linalg.norm(vector)), 1e-9))
        self._ids[row] = story_id

    def _displace(self, story_id: int) -> None:
        """Let the last row take the place of a story's."""
        row, last = self._rows.pop(story_id), len(self._rows)
        if row != last:
            moved = int(self._ids[last])
            self._coarse[row], self._ids[row], self._rows[moved] = self._coarse[last], moved, row

    def rarity(self, slots: Slots) -> Floats:
        """Return how rare terms are among the live articles, from 1 (none has it) down to about 0 (all have it)."""
        most = log(self.articles + _SMOOTHING)
        return (1 - np.log1p(self._counts[slots]) / most).astype(np.float32)

    def near(self, profile: Profile) -> list[Story]:
        """Return the stories that an article may belong to: by the direction of its vector, and by terms that it shares."""
        found = Counter[int]()
        for anchor in _anchors(profile):
            postings = self._anchors.get(anchor, ())
            if len(postings) <= _MOST_POSTINGS:
                found.update(dict.fromkeys(postings, 1))
        shared = sorted(found, key=lambda one: (-found[one], one))[: _SHORTLIST // 2]
        return [self._stories[one] for one in sorted({*shared, *self._alike(profile.dense)})]

    def _alike(self, dense: Floats | None) -> list[int]:
        count = len(self._rows)
        if dense is None or not count:
            return []
        # Not by BLAS: its threads only get in each other's way here, and round by how many they are.
        unlikeness = np.einsum("ij,j->i", self._coarse[:count], -dense[:_COARSE])
        best = np.argpartition(unlikeness, _SHORTLIST)[:_SHORTLIST] if count > _SHORTLIST else np.arange(count)
        return [int(one) for one in self._ids[best]]

    def evidence(self, profile: Profile, stories: Sequence[Story]) -> list[Evidence]:
        """Return what speaks for and against an article's belonging to each of some stories."""
        if not stories:
            return []
        gaps = np.abs(np.concatenate([one.seconds for one in stories]) - profile.at.timestamp()) / _DAY
        starts = np.cumsum([0, *(len(one.members) for one in stories[:-1])])
        shared = self._shared(profile.name_slots, Rows.joined([one.names for one in stories]))
        columns = (
            self._words(profile, stories),
            _leads(profile, stories),
            np.sqrt(shared[0] * shared[1]),
            self._shared(profile.figure_slots, Rows.joined([one.figures for one in stories]))[0],
            np.minimum.reduceat(gaps, starts),
            np.minimum(np.maximum.reduceat(gaps, starts), MOST_DAYS),
            self._tags(profile, stories),
        )
        return [Evidence(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]

    def _words(self, profile: Profile, stories: Sequence[Story]) -> Floats:
        """Return the cosine of an article's terms, weighted by rarity, with the nearest member of each story."""
        terms = Rows.joined([one.terms for one in stories])
        rarity = self.rarity(profile.slots)
        self._marks[profile.slots] = profile.weights * rarity
        products = terms.sums(terms.weights * (rare := self.rarity(terms.slots)) * self._marks[terms.slots])
        self._marks[profile.slots] = 0
        norms = np.sqrt(np.maximum(terms.sums((terms.weights * rare) ** 2), 1e-9))
        own = np.float32(max(float(np.linalg.norm(profile.weights * rarity)), 1e-9))
        starts = np.cumsum([0, *(len(one.terms.starts) for one in stories[:-1])])
        return np.maximum.reduceat(products / norms / own, starts)

    def _shared(self, slots: Slots, rows: Rows) -> tuple[Floats, Floats]:
        """Return how much of an article's names (or figures) each story has, and the other way round."""
        self._marks[slots] = 1
        rarity = self.rarity(rows.slots)
        common = rarity * self._marks[rows.slots] * (rows.weights > 0)
        self._marks[slots] = 0
        of_article = (rows.sums(common) + _PRIOR) / (float(self.rarity(slots).sum()) + _PRIOR_OF)
        of_story = (rows.sums(common * rows.weights) + _PRIOR) / (rows.sums(rarity * rows.weights) + _PRIOR_OF)
        return of_article, of_story

    def _tags(self, profile: Profile, stories: Sequence[Story]) -> Floats:
        """Return how many keywords an article shares with the articles of *other* outlets in each story, by rarity.

        An outlet gives all of a column the same ones; a single one is a subject.
        """
        rare = self._rare_tags(profile)
        totals = np.zeros(len(stories), dtype=np.float32)
        for place, story in enumerate(stories if len(rare) > 1 else ()):
            common = _in_other_outlets(rare, profile, story)
            totals[place] = sum(rare[slot] for slot in sorted(common)) if len(common) > 1 else 0
        return totals

    def _rare_tags(self, profile: Profile) -> dict[int, float]:
        rarity = zip(profile.tag_slots.tolist(), self.rarity(profile.tag_slots).tolist(), strict=True)
        return {slot: rare for slot, rare in rarity if rare >= RARE_TAG}

    def shared(self, profile: Profile, story: Story) -> tuple[list[str], list[str]]:
        """Return the names and the figures that an article shares with a story, the rarest first, as the article has them.

        Of a name of several words half of them at least are shared: "Montenegro" is not Helena Prado Montenegro.
        """
        names = self._common(profile.name_slots, list(profile.names.values()), story.names)
        words, shared = Counter(profile.names.values()), Counter(names)
        figures = self._common(profile.figure_slots, list(profile.figures), story.figures)
        return [name for name in shared if 2 * shared[name] >= words[name]], figures

    def shared_tags(self, profile: Profile, story: Story) -> list[str]:
        """Return the rare keywords that an article shares with those of a story's other outlets, the rarest first."""
        rare = self._rare_tags(profile)
        forms = dict(zip(profile.tag_slots.tolist(), profile.tags, strict=True))
        common = _in_other_outlets(rare, profile, story)
        return [forms[slot] for slot in sorted(common, key=lambda slot: (-rare[slot], forms[slot]))]

    def _common(self, slots: Slots, forms: Sequence[str], rows: Rows) -> list[str]:
        common = np.isin(slots, rows.slots)
        rarest = sorted(zip((-self.rarity(slots)[common]).tolist(), np.flatnonzero(common).tolist(), strict=True))
        return [forms[place] for _, place in rarest]


def _in_other_outlets(tags: Collection[int], profile: Profile, story: Story) -> set[int]:
    """Return those of an article's keywords (by slot) that other outlets give to a story."""
    others = [one for one in story.members if one.source_id is None or one.source_id != profile.source_id]
    return {slot for one in others for slot in one.tag_slots.tolist()}.intersection(tags)


def _leads(profile: Profile, stories: Sequence[Story]) -> Floats:
    """Return the cosine of the vectors of the beginnings, 0 where one has none."""
    if profile.dense_lead is None:
        return np.zeros(len(stories), dtype=np.float32)
    nothing = np.zeros_like(profile.dense_lead)
    likeness: Floats = np.stack([nothing if one.lead is None else one.lead for one in stories]) @ profile.dense_lead
    return likeness


def _anchors(profile: Profile) -> list[int]:
    """Return the slots by which an article is found: its heaviest terms."""
    heaviest = np.lexsort((profile.slots, -profile.weights))[:_ANCHORS]
    return [int(slot) for slot in profile.slots[heaviest]]
