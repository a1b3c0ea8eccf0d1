"""From encoded sentences to target tokens: greedy search, beam search, and scoring what is given.

A sentence's result must not depend on its neighbours, so nothing that enters a floating point sum does: sentences are
encoded with others of exactly their length, padded to a multiple of eight in the decoder whatever their neighbours need,
multiplied in integers, and each word is chosen from the sentence's own shortlist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

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
_FINISHED = 0.15  # of the rows, before they are dropped: filling their places costs as much as a few idle rows
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
    """Rows of the decoder's inputs: what is constant from step to step, and the states. ``jobs`` come by length."""

    def __init__(self, network: Network, jobs: Sequence[Job]) -> None:
        config = network.config
        width, length = config.dim_emb // config.heads, bucket(len(jobs[-1].ids))
        shapes = ((len(jobs), config.heads, width, length), (len(jobs), config.heads, length, width))
        self.memory = [np.empty(shape, np.float32) for _ in range(config.decoder_depth) for shape in shapes]
        self.mask = np.full((len(jobs), 1, 1, length), _MASKED, np.float32)
        start = 0
        for size, same in groupby(jobs, key=lambda job: len(job.ids)):
            ids = np.array([job.ids for job in same], np.int32)
            rows = slice(start, start + len(ids))
            for number, part in enumerate(network.encode(ids)):
                # Keys have the length last, values before the width.
                there = self.memory[number][rows]
                if number % 2:
                    there[:, :, :size], there[:, :, size:] = part, 0
                else:
                    there[..., :size], there[..., size:] = part, 0
            self.mask[rows, ..., :size] = 0
            start += len(ids)
        self.states = [np.zeros((len(jobs), config.dim_emb), np.float32) for _ in range(config.decoder_depth)]

    def take(self, rows: NDArray[np.intp], *, states_only: bool = False) -> None:
        """Keep these rows, in this order."""
        self.states = [state[rows] for state in self.states]
        if not states_only:
            self.memory = [part[rows] for part in self.memory]
            self.mask = self.mask[rows]

    def drop(self, over: NDArray[np.bool_]) -> NDArray[np.intp]:
        """Drop these rows, and fill their places from the end, so that as few as possible are copied.

        Returns what stands in each place now.
        """
        count = len(over) - int(over.sum())
        holes, left = np.flatnonzero(over[:count]), count + np.flatnonzero(~over[count:])
        order = np.arange(count)
        order[holes] = left
        self.states = [state[order] for state in self.states]
        for part in (*self.memory, self.mask):
            part[holes] = part[left]
        self.memory, self.mask = [part[:count] for part in self.memory], self.mask[:count]
        return order


class _Choice:
    """An output layer for some sentences, each of which chooses from its own words only.

    ``rows`` are the places of these sentences in a batch.
    """

    def __init__(self, network: Network, jobs: Sequence[Job], rows: NDArray[np.intp]) -> None:
        self.rows = rows
        chosen = np.zeros(network.config.target_vocabulary, bool)
        chosen[np.concatenate([job.allowed for job in jobs])] = True
        union = np.flatnonzero(chosen).astype(np.int32)
        # Where a word's column is; faster than to search for it.
        columns = np.cumsum(chosen) - 1
        output = network.output
        self.scale = output.scale
        self._layer = network.output_layer(union)
        self._columns = len(union)
        longest = max(len(job.allowed) for job in jobs)
        self.words = np.zeros((len(jobs), longest), np.int32)
        self._places = np.zeros((len(jobs), longest), np.intp)
        # Lists are filled up with what is never the best.
        self._bias: NDArray[Any] = np.full((len(jobs), longest), output.never)
        for row, job in enumerate(jobs):
            self.words[row, : len(job.allowed)] = job.allowed
            self._places[row, : len(job.allowed)] = columns[job.allowed]
            self._bias[row, : len(job.allowed)] = output.bias[job.allowed]
        self._flatten()

    def _flatten(self) -> None:
        self._flat = self._places + np.arange(len(self._places))[:, None] * self._columns

    def take(self, rows: NDArray[np.intp]) -> None:
        """Keep these rows, in this order."""
        self.words, self._places, self._bias = self.words[rows], self._places[rows], self._bias[rows]
        self._flatten()

    def moved(self, order: NDArray[np.intp], count: int) -> bool:
        """Follow when of a batch's ``count`` rows those in ``order`` are left; tell whether one is of here."""
        place = np.full(count, -1)
        place[order] = np.arange(len(order))
        rows = place[self.rows]
        if (rows < 0).any():
            self.take(np.flatnonzero(rows >= 0))
        self.rows = rows[rows >= 0]
        return len(self.rows) > 0

    def products(self, hidden: NDArray[np.generic]) -> NDArray[Any]:
        """Return the logits (rows, words) of each row's own words, in units of ``scale``."""
        # Every place is inside, so nothing is clipped; it only saves looking.
        own = np.take(self._layer(hidden), self._flat, mode="clip")
        own += self._bias
        return own

    def log_sum(self, products: NDArray[Any], best: NDArray[Any]) -> Floats:
        """Return log sum exp of each row's logits less its best. Overwrites the products."""
        products -= best[:, None]
        logits = products.astype(np.float32, copy=False)
        logits *= self.scale
        np.exp(logits, out=logits)
        total: Floats = np.log(logits.sum(axis=1))
        return total


def greedy(network: Network, jobs: Sequence[Job]) -> list[Hypothesis]:
    """Decode sentences of one bucket, which come by length, taking the best token at each step."""
    rows = _Rows(network, jobs)
    choices = _choices(network, jobs)
    limits = np.array([job.longest for job in jobs])
    record = _Record(len(jobs), int(limits.max()), rows.mask.shape[-1])
    active = np.arange(len(jobs))
    previous = np.zeros(len(jobs), np.int32)
    scores = np.zeros(len(jobs), np.float32)
    over = np.zeros(len(jobs), bool)
    position = 0
    while len(active):
        hidden, attention, rows.states = network.step(previous, position, rows.mask, rows.memory, rows.states)
        for choice in choices:
            previous[choice.rows], scores[choice.rows] = _best(choice, hidden[choice.rows])
        record.add(active, position, previous, scores, attention)
        position += 1
        over |= (previous == EOS) | (limits[active] <= position)
        if np.count_nonzero(over) >= _FINISHED * len(over):
            order = rows.drop(over)
            choices = [choice for choice in choices if choice.moved(order, len(over))]
            active, previous, scores, over = active[order], previous[order], scores[order], over[order]
    return [record.hypothesis(row, len(job.ids), job.longest) for row, job in enumerate(jobs)]


def _choices(network: Network, jobs: Sequence[Job]) -> list[_Choice]:
    """Return output layers for sentences that follow one another."""
    every = np.arange(len(jobs))
    starts = range(0, len(jobs), _TOGETHER)
    return [_Choice(network, jobs[start : start + _TOGETHER], every[start : start + _TOGETHER]) for start in starts]


def _best(choice: _Choice, hidden: NDArray[np.generic]) -> tuple[Ids, Floats]:
    """Return each row's best word and its log-probability."""
    products = choice.products(hidden)
    every = np.arange(len(products))
    index = products.argmax(axis=1)
    return choice.words[every, index], -choice.log_sum(products, products[every, index])


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
    """Score given translations of sentences of one bucket, which come by length.

    ``targets`` are tokens with the end of the sentence; a job's ``allowed`` must have them all.
    """
    rows = _Rows(network, jobs)
    choices = _choices(network, jobs)
    longest = max(map(len, targets))
    wanted = np.zeros((len(jobs), longest), np.int32)
    for row, target in enumerate(targets):
        wanted[row, : len(target)] = target
    record = _Record(len(jobs), longest, rows.mask.shape[-1])
    every = np.arange(len(jobs))
    previous = np.zeros(len(jobs), np.int32)
    scores = np.zeros(len(jobs), np.float32)
    for position in range(longest):
        hidden, attention, rows.states = network.step(previous, position, rows.mask, rows.memory, rows.states)
        previous = np.ascontiguousarray(wanted[:, position])
        for choice in choices:
            scores[choice.rows] = _score(choice, hidden[choice.rows], previous[choice.rows])
        record.add(every, position, previous, scores, attention)
    return [record.hypothesis(row, len(job.ids), len(targets[row])) for row, job in enumerate(jobs)]


def _score(choice: _Choice, hidden: NDArray[np.generic], wanted: Ids) -> Floats:
    """Return the log-probability of each row's wanted word."""
    products = choice.products(hidden)
    best = products.max(axis=1)
    # A row's list is filled up with zeros after its own words, so the first match is the word.
    index = (choice.words == wanted[:, None]).argmax(axis=1)
    chosen = ((products[np.arange(len(products)), index] - best) * choice.scale).astype(np.float32)
    score: Floats = chosen - choice.log_sum(products, best)
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
    """Return up to ``width`` complete translations of each sentence of one bucket, which come by length; each sentence's
    by their mean log-probability.
    """
    rows, choice = _Rows(network, jobs), _Choice(network, jobs, np.arange(len(jobs)))
    beams = [_Beam(job, width) for job in jobs]
    active = list(beams)
    position = 0
    while active:
        previous = np.array([path.ids[-1] if path.ids else 0 for one in active for path in one.paths], np.int32)
        hidden, attention, rows.states = network.step(previous, position, rows.mask, rows.memory, rows.states)
        products = choice.products(hidden)
        best = products.max(axis=1)
        relative = ((products - best[:, None]) * choice.scale).astype(np.float32)
        scores = relative - choice.log_sum(products, best)[:, None]
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
