"""From encoded sentences to target tokens: greedy search, beam search, and scoring what is given.

A sentence's result must not depend on its neighbours, so nothing that enters a floating point sum does: sentences are
encoded with others of exactly their length, padded to a multiple of eight in the decoder whatever their neighbours need,
multiplied in integers, and each word is chosen from the sentence's own shortlist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from limitedtimes.nmt.vocabulary import EOS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from limitedtimes.nmt.runtime import Network

    Floats: TypeAlias = NDArray[np.float32]
    Ids: TypeAlias = NDArray[np.int32]

_PADDING = 8  # lengths in the decoder are multiples of this
_MASKED = np.float32(-1e9)
# Sentences whose shortlists are united into one output layer: more rows a product, and more words that most do not need.
_TOGETHER = 32
_FINISHED = 0.25  # of the rows, before they are dropped: copying the others costs as much as a few idle rows
_LONGER = 3  # a translation that has this many times the source's tokens and does not end, does not end


@dataclass(frozen=True, slots=True)
class Job:
    """A sentence to decode: its ids with the end of the sentence, and the target ids to choose from (ascending)."""

    ids: Sequence[int]
    allowed: Ids

    @property
    def longest(self) -> int:
        """Target tokens after which a search gives up."""
        return _LONGER * len(self.ids) + 8


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A decoded sentence: tokens with their natural log-probabilities (the end included, if it was reached), and for each
    the attention (tokens, source length) that was trained to be the alignment.
    """

    ids: list[int]
    log_probabilities: Floats
    attention: Floats

    @property
    def complete(self) -> bool:
        """Tell whether the end of the sentence was reached."""
        return bool(self.ids) and self.ids[-1] == EOS

    @property
    def score(self) -> float:
        """The mean log-probability of a token."""
        return float(self.log_probabilities.mean())


def bucket(length: int) -> int:
    """Return the padded length of a sentence of ``length`` tokens; only sentences of one bucket are decoded together."""
    return -(-length // _PADDING) * _PADDING


class _Rows:
    """Rows of the decoder's inputs: what is constant from step to step, and the states. Rows can be taken and repeated."""

    def __init__(self, network: Network, jobs: Sequence[Job]) -> None:
        config = network.config
        width, length = config.dim_emb // config.heads, bucket(max(len(job.ids) for job in jobs))
        shapes = ((len(jobs), config.heads, width, length), (len(jobs), config.heads, length, width))
        self.memory = [np.zeros(shape, np.float32) for _ in range(config.decoder_depth) for shape in shapes]
        self.mask = np.full((len(jobs), 1, 1, length), _MASKED, np.float32)
        for size in sorted({len(job.ids) for job in jobs}):
            rows = np.array([row for row, job in enumerate(jobs) if len(job.ids) == size])
            for number, part in enumerate(network.encode(np.array([jobs[row].ids for row in rows], np.int32))):
                # Keys have the length last, values before the width.
                if number % 2 == 0:
                    self.memory[number][rows, ..., :size] = part
                else:
                    self.memory[number][rows, :, :size] = part
            self.mask[rows, ..., :size] = 0
        self.states = [np.zeros((len(jobs), config.dim_emb), np.float32) for _ in range(config.decoder_depth)]

    def take(self, rows: NDArray[np.intp], *, states_only: bool = False) -> None:
        """Keep these rows, in this order."""
        self.states = [state[rows] for state in self.states]
        if not states_only:
            self.memory = [part[rows] for part in self.memory]
            self.mask = self.mask[rows]


class _Choice:
    """An output layer for some sentences, each of which chooses from its own words only."""

    def __init__(self, network: Network, jobs: Sequence[Job]) -> None:
        chosen = np.zeros(network.config.target_vocabulary, bool)
        chosen[np.concatenate([job.allowed for job in jobs])] = True
        union = np.flatnonzero(chosen).astype(np.int32)
        # Where a word's column is; faster than to search for it.
        columns = np.cumsum(chosen) - 1
        self._layer = network.output_layer(union)
        self._columns = len(union) + 1
        longest = max(len(job.allowed) for job in jobs)
        self.words = np.zeros((len(jobs), longest), np.int32)
        self._places = np.full((len(jobs), longest), len(union), np.intp)
        for row, job in enumerate(jobs):
            self.words[row, : len(job.allowed)] = job.allowed
            self._places[row, : len(job.allowed)] = columns[job.allowed]
        self._flatten()

    def _flatten(self) -> None:
        self._flat = self._places + np.arange(len(self._places))[:, None] * self._columns

    def take(self, rows: NDArray[np.intp]) -> None:
        """Keep these rows, in this order."""
        self.words, self._places = self.words[rows], self._places[rows]
        self._flatten()

    def logits(self, hidden: NDArray[np.generic]) -> Floats:
        """Return the logits (rows, words) of each row's own words."""
        # Every place is inside, so nothing is clipped; it only saves looking.
        return np.take(self._layer(hidden), self._flat, mode="clip")


def _log_sum(logits: Floats, best: Floats) -> Floats:
    """Return log sum exp of each row less its best. Overwrites the logits."""
    logits -= best[:, None]
    np.exp(logits, out=logits)
    total: Floats = np.log(logits.sum(axis=1))
    return total


def greedy(network: Network, jobs: Sequence[Job]) -> list[Hypothesis]:
    """Decode sentences of one bucket, taking the best token at each step."""
    rows = _Rows(network, jobs)
    choices, bounds = _choices(network, jobs)
    limits = np.array([job.longest for job in jobs])
    record = _Record(len(jobs), int(limits.max()), rows.mask.shape[-1])
    active = np.arange(len(jobs))
    previous = np.zeros(len(jobs), np.int32)
    over = np.zeros(len(jobs), bool)
    position = 0
    while len(active):
        hidden, attention, rows.states = network.step(previous, position, rows.mask, rows.memory, rows.states)
        picked = [_best(choice, hidden[slice(*bound)]) for choice, bound in zip(choices, pairwise(bounds), strict=True)]
        previous = np.concatenate([words for words, _ in picked])
        record.add(active, position, previous, np.concatenate([scores for _, scores in picked]), attention)
        position += 1
        over |= (previous == EOS) | (limits[active] <= position)
        if over.mean() >= _FINISHED:
            keep = np.flatnonzero(~over)
            choices, bounds = _kept(choices, bounds, keep)
            rows.take(keep)
            active, previous, over = active[keep], previous[keep], over[keep]
    return [record.hypothesis(row, len(job.ids), job.longest) for row, job in enumerate(jobs)]


def _choices(network: Network, jobs: Sequence[Job]) -> tuple[list[_Choice], list[int]]:
    """Return output layers for sentences that follow one another, and where each begins and ends."""
    starts = range(0, len(jobs), _TOGETHER)
    return [_Choice(network, jobs[start : start + _TOGETHER]) for start in starts], [*starts, len(jobs)]


def _best(choice: _Choice, hidden: NDArray[np.generic]) -> tuple[Ids, Floats]:
    """Return each row's best word and its log-probability."""
    logits = choice.logits(hidden)
    every = np.arange(len(logits))
    index = logits.argmax(axis=1)
    return choice.words[every, index], -_log_sum(logits, logits[every, index])


def _kept(choices: list[_Choice], bounds: list[int], keep: NDArray[np.intp]) -> tuple[list[_Choice], list[int]]:
    """Keep some rows of output layers that follow one another; those without any are gone."""
    left, ends = [], [0]
    for choice, (start, end) in zip(choices, pairwise(bounds), strict=True):
        mine = keep[(keep >= start) & (keep < end)] - start
        if len(mine):
            choice.take(mine)
            left.append(choice)
            ends.append(ends[-1] + len(mine))
    return left, ends


class _Record:
    """What was decoded so far, for all sentences of a batch."""

    def __init__(self, rows: int, longest: int, length: int) -> None:
        self._ids = np.zeros((rows, longest), np.int32)
        self._scores = np.zeros((rows, longest), np.float32)
        self._attention = np.zeros((rows, longest, length), np.float32)

    def add(self, rows: NDArray[np.intp], position: int, ids: Ids, scores: Floats, attention: Floats) -> None:
        self._ids[rows, position], self._scores[rows, position] = ids, scores
        self._attention[rows, position] = attention

    def hypothesis(self, row: int, length: int, longest: int) -> Hypothesis:
        ids = self._ids[row, :longest].tolist()
        count = ids.index(EOS) + 1 if EOS in ids else longest
        attention = self._attention[row, :count, :length].copy()
        return Hypothesis(ids[:count], self._scores[row, :count].copy(), attention)


def force(network: Network, jobs: Sequence[Job], targets: Sequence[Sequence[int]]) -> list[Hypothesis]:
    """Score given translations of sentences of one bucket.

    ``targets`` are tokens with the end of the sentence; a job's ``allowed`` must have them all.
    """
    rows = _Rows(network, jobs)
    choices, bounds = _choices(network, jobs)
    longest = max(map(len, targets))
    wanted = np.zeros((len(jobs), longest), np.int32)
    for row, target in enumerate(targets):
        wanted[row, : len(target)] = target
    record = _Record(len(jobs), longest, rows.mask.shape[-1])
    active = np.arange(len(jobs))
    previous = np.zeros(len(jobs), np.int32)
    for position in range(longest):
        hidden, attention, rows.states = network.step(previous, position, rows.mask, rows.memory, rows.states)
        previous = wanted[:, position]
        scores = [
            _score(choice, hidden[start:end], previous[start:end])
            for choice, (start, end) in zip(choices, pairwise(bounds), strict=True)
        ]
        record.add(active, position, previous, np.concatenate(scores), attention)
    return [record.hypothesis(row, len(job.ids), len(targets[row])) for row, job in enumerate(jobs)]


def _score(choice: _Choice, hidden: NDArray[np.generic], wanted: Ids) -> Floats:
    """Return the log-probability of each row's wanted word."""
    logits = choice.logits(hidden)
    best = logits.max(axis=1)
    # A row's list is filled up with zeros after its own words, so the first match is the word.
    index = (choice.words == wanted[:, None]).argmax(axis=1)
    chosen = logits[np.arange(len(logits)), index]
    score: Floats = chosen - best - _log_sum(logits, best)
    return score


@dataclass(frozen=True, slots=True)
class _Path:
    """A beam's hypothesis on its way, with its total score so far."""

    ids: tuple[int, ...] = ()
    scores: tuple[float, ...] = ()
    attention: tuple[Floats, ...] = ()
    total: float = 0.0

    def hypothesis(self, length: int) -> Hypothesis:
        attention = np.array([row[:length] for row in self.attention], np.float32)
        return Hypothesis(list(self.ids), np.array(self.scores, np.float32), attention)


@dataclass(slots=True)
class _Beam:
    """One sentence's search: the paths that go on, one a row, and those that came to an end."""

    job: Job
    width: int
    paths: list[_Path] = field(default_factory=lambda: [_Path()])
    ended: list[_Path] = field(default_factory=list)

    def grow(self, scores: Floats, words: Ids, attention: Floats) -> list[int]:
        """Take the best continuations of the paths; return the rows that they come from, none when the search is over.

        ``scores`` and ``words`` (paths, words) are the log-probabilities of each path's words, ``attention`` (paths, length).
        """
        totals = (scores + np.array([path.total for path in self.paths], np.float32)[:, None]).ravel()
        count = min(2 * self.width, len(totals))
        order = np.argpartition(-totals, count - 1)[:count]
        order = order[np.lexsort((order, -totals[order]))]
        going, origin = list[_Path](), list[int]()
        for row, column in zip(*np.unravel_index(order, scores.shape), strict=True):
            path, word, score = self.paths[row], int(words[row, column]), float(scores[row, column])
            seen = (*path.attention, attention[row])
            grown = _Path((*path.ids, word), (*path.scores, score), seen, path.total + score)
            if word == EOS:
                self.ended.append(grown)
            elif len(going) < self.width:
                going.append(grown)
                origin.append(int(row))
        self.paths = going
        over = len(self.ended) >= self.width or not going or len(going[0].ids) >= self.job.longest
        return [] if over else origin

    def best(self) -> list[Hypothesis]:
        found = [path.hypothesis(len(self.job.ids)) for path in self.ended]
        return sorted(found, key=lambda one: -one.score)[: self.width]


def beam(network: Network, jobs: Sequence[Job], width: int) -> list[list[Hypothesis]]:
    """Return up to ``width`` complete translations of each sentence of one bucket, by their mean log-probability."""
    rows, choice = _Rows(network, jobs), _Choice(network, jobs)
    beams = [_Beam(job, width) for job in jobs]
    active = list(beams)
    position = 0
    while active:
        previous = np.array([path.ids[-1] if path.ids else 0 for one in active for path in one.paths], np.int32)
        hidden, attention, rows.states = network.step(previous, position, rows.mask, rows.memory, rows.states)
        logits = choice.logits(hidden)
        best = logits.max(axis=1)
        scores = logits - (best + _log_sum(logits.copy(), best))[:, None]
        origin, left, start, before = list[int](), list[_Beam](), 0, [len(one.paths) for one in active]
        for one, count in zip(active, before, strict=True):
            own = slice(start, start + count)
            if from_rows := one.grow(scores[own], choice.words[own], attention[own]):
                origin += [start + row for row in from_rows]
                left.append(one)
            start += count
        # The memory is the same for every path of a sentence, so it stays while their numbers do.
        same = left == active and [len(one.paths) for one in left] == before
        rows.take(np.array(origin, np.intp), states_only=same)
        if not same:
            choice.take(np.array(origin, np.intp))
        active = left
        position += 1
    return [one.best() for one in beams]
