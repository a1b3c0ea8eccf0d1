"""Sentences in, translations out, with alignment and probabilities. It knows nothing of markup, names or what to flag."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from limitedtimes.nmt import marian, search, unreadable
from limitedtimes.nmt.alignment import align
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.runtime import CPU, Network
from limitedtimes.nmt.search import Hypothesis, Job
from limitedtimes.nmt.shortlist import Shortlist
from limitedtimes.nmt.translation import Translation
from limitedtimes.nmt.vocabulary import EOS, UNKNOWN, Decoded, Encoded, Vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from limitedtimes.nmt.alignment import Pair, Span
    from limitedtimes.nmt.models import Model
    from limitedtimes.nmt.unreadable import Known

Decodable = TypeVar("Decodable", "_Part", "_Share")

# Source tokens that go in at once. Students were trained on sentences, and beyond some ninety tokens they lose the thread (measured: docs/decisions/0010-engine.md).
_LONGEST = 90
_LONGEST_FORCED = 400  # ... of a translation that is only scored: attention grows with the square of it
_AT_ONCE = 64  # sentences decoded together: more leave the caches, fewer leave the matrix products small
_WIDE_AT_ONCE = 8  # sentences searched together, each with several rows
_HALVED = 8  # a piece of at least twice that many tokens whose translation does not end is tried in halves
_CLAUSE_ENDS = (re.compile(r"[;:—–](?=\s)|[。！？；]"), re.compile(r"[,،、，](?=\s)|[，、]"), re.compile(r"\s"))


@dataclass(slots=True)
class _Part:
    """A sentence or a part of one, from ``start`` of its sentence, and what became of it: best first."""

    text: str
    start: int
    known: Known
    job: Job
    found: list[Hypothesis] = field(default_factory=list)


class Translator:
    """Translates sentences of one language with one model. Threads may share it.

    ``cache``: a folder for built graphs; ``threads``: batches that run at once (default: one a core that this process
    may use); ``provider``: an execution provider of ONNX Runtime. Raises ModelError where a file is not what it should be.
    """

    def __init__(
        self, model: Model, cache: Path | None = None, threads: int | None = None, provider: str = CPU
    ) -> None:
        weights = marian.read(model.model)
        self._source = Vocabulary(model.source_vocabulary)
        joint = model.source_vocabulary == model.target_vocabulary
        self._target = self._source if joint else Vocabulary(model.target_vocabulary)
        config = weights.config
        for path, vocabulary, size in (
            (model.source_vocabulary, self._source, config.source_vocabulary),
            (model.target_vocabulary, self._target, config.target_vocabulary),
        ):
            if vocabulary.size != size:
                message = f"The vocabulary {path} has {vocabulary.size} pieces, and {model.model} was made for {size}."
                raise ModelError(message)
        self._everything = np.delete(np.arange(config.target_vocabulary, dtype=np.int32), UNKNOWN)
        self._shortlist = (
            Shortlist(model.shortlist, config.source_vocabulary, config.target_vocabulary, joint=joint)
            if model.shortlist
            else None
        )
        self._network = Network(weights, model.sha256, cache, provider)
        count = threads or cores()
        # One thread's work is done by whoever asks.
        prefix = f"translate-{model.source}"
        self._threads = ThreadPoolExecutor(count, thread_name_prefix=prefix) if count > 1 else None

    def translate(self, sentences: Sequence[str], alternatives: int = 0) -> list[list[Translation]]:
        """Translate sentences, each in one or more ways, best first; the first is the same whatever else is asked.

        ``alternatives`` counts the others to give; there may be fewer. What is too long is translated in parts, at the
        ends of clauses. Nothing to translate (no letter in it) comes back as it is.
        """
        parts = [self._parts(sentence) for sentence in sentences]
        self._decode([part for of_one in parts for part in of_one])
        parts = [self._retried(of_one) for of_one in parts]
        if alternatives:
            self._widen([part for of_one in parts for part in of_one], alternatives)
        return [self._joined(sentence, of_one, alternatives) for sentence, of_one in zip(sentences, parts, strict=True)]

    def force(self, pairs: Sequence[tuple[str, str]]) -> list[Translation]:
        """Align and score translations that somebody else made: each a sentence and its translation, which stays as it is.

        Alignment and probabilities are what the model says of the very tokens of that translation, as it says them of
        its own. What is too long for the model is scored in parts of equal shares of both.
        """
        scored = [
            _Pair(*pair, unreadable.known(pair[0], self._source), unreadable.known(pair[1], self._target))
            for pair in pairs
        ]
        parts = [part for pair in scored for part in pair.parts]
        for part in parts:
            job = self._job(part.source)
            part.job = Job(job.ids, np.union1d(job.allowed, np.array(part.wanted, np.int32)).astype(np.int32))

        def run(batch: Sequence[_Share]) -> None:
            jobs, targets = [part.job for part in batch], [part.wanted for part in batch]
            for part, found in zip(batch, search.force(self._network, jobs, targets), strict=True):
                part.found = found

        self._each(run, _batches(parts))
        return [pair.translation() for pair in scored]

    def _job(self, encoded: Encoded) -> Job:
        ids = [*encoded.ids, EOS]
        if self._shortlist is None:
            return Job(ids, self._everything)
        allowed = self._shortlist.allowed(ids)
        return Job(ids, allowed[allowed != UNKNOWN])

    def _part(self, text: str, start: int) -> _Part:
        known = unreadable.known(text, self._source)
        return _Part(text, start, known, self._job(known.encoded))

    def _parts(self, sentence: str) -> list[_Part]:
        if not any(character.isalpha() for character in sentence):
            return []
        whole = self._part(sentence, 0)
        if not whole.known.encoded.ids:
            return []
        if len(whole.known.encoded.ids) < _LONGEST:
            return [whole]
        cut = split(sentence, self._source.encode(sentence).spans, _LONGEST)
        return [self._part(sentence[start:end], start) for start, end in cut]

    def _retried(self, parts: list[_Part]) -> list[_Part]:
        """Translate parts anew, in halves, that did not come to an end: what is long loops, and its halves may not."""
        done: list[_Part] = []
        for part in parts:
            size = len(part.known.encoded.ids)
            if part.found[0].complete or size < 2 * _HALVED:
                done.append(part)
                continue
            halves = [
                self._part(part.text[start:end], part.start + start)
                for start, end in split(part.text, part.known.encoded.spans, size // 2 + 2)
            ]
            self._decode(halves)
            done += self._retried(halves)
        return done

    def _decode(self, parts: Iterable[_Part]) -> None:
        """Decode each different part once, in batches of about one length, several at once on several threads."""
        same: dict[str, list[_Part]] = {}
        for part in parts:
            same.setdefault(part.text, []).append(part)
        order = [of_one[0] for of_one in same.values()]

        def run(batch: Sequence[_Part]) -> None:
            for part, found in zip(batch, search.greedy(self._network, [part.job for part in batch]), strict=True):
                for one in same[part.text]:
                    one.found = [found]

        self._each(run, _batches(order))

    def _widen(self, parts: Sequence[_Part], alternatives: int) -> None:
        def run(batch: Sequence[_Part]) -> None:
            beams = search.beam(self._network, [part.job for part in batch], alternatives + 1)
            for part, found in zip(batch, beams, strict=True):
                part.found += [one for one in found if one.ids != part.found[0].ids]

        self._each(run, _batches(parts, _WIDE_AT_ONCE))

    def _each(self, run: Callable[[Sequence[Decodable]], None], batches: Sequence[Sequence[Decodable]]) -> None:
        """Run batches, several at once where there are threads; an error in one is raised."""
        if self._threads is None:
            for batch in batches:
                run(batch)
        else:
            list(self._threads.map(run, batches))

    def _joined(self, sentence: str, parts: Sequence[_Part], alternatives: int) -> list[Translation]:
        """Put a sentence together from its parts: the best of all, then those with another translation of one part."""
        if not parts:
            return [_kept(sentence)]
        made = [[self._made(part, one) for one in part.found] for part in parts]
        best = [of_part[0] for of_part in made]
        ways = [best]
        for place, of_part in enumerate(made):
            ways += [[*best[:place], other, *best[place + 1 :]] for other in of_part[1:]]
        whole = {one.text: one for one in reversed([_join(way, parts) for way in ways])}
        first = _join(best, parts)
        if not first.text:  # a few letters that the model has nothing to say to
            return [_kept(sentence)]
        others = [one for text, one in whole.items() if text and text != first.text]
        others.sort(key=lambda one: -float(np.mean(one.log_probabilities)))
        return [first, *others[:alternatives]]

    def _made(self, part: _Part, found: Hypothesis) -> Translation:
        tokens = found.ids[:-1] if found.complete else found.ids
        made = _translation(part.text, part.known.encoded, self._target.decode(tokens), found)
        made = unreadable.as_written(part.text, part.known.readable, made)
        for span in part.known.strange:
            made = unreadable.put_back(part.text, span, made)
        return made


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(parts: Sequence[Decodable], at_once: int = _AT_ONCE) -> list[list[Decodable]]:
    """Put parts into batches of one bucket each, the longest first, so that no thread has a large one left at the end.

    Neighbours come into one batch, since they share words, so that their shortlists have a smaller union; inside it they
    stand by length.
    """
    buckets: dict[int, list[Decodable]] = {}
    for part in parts:
        buckets.setdefault(search.bucket(len(part.job.ids)), []).append(part)
    return [
        sorted(same[start : start + at_once], key=lambda part: len(part.job.ids))
        for _, same in sorted(buckets.items(), reverse=True)
        for start in range(0, len(same), at_once)
    ]


@dataclass(slots=True)
class _Share:
    """A share of a pair that is scored: its pieces on both sides, with their spans in the whole texts."""

    source: Encoded
    target: Encoded
    job: Job = field(init=False)
    found: Hypothesis = field(init=False)

    @property
    def wanted(self) -> list[int]:
        return [*self.target.ids, EOS]


class _Pair:
    """A sentence with a translation that somebody else made."""

    def __init__(self, source: str, target: str, known: Known, wanted: Known) -> None:
        self._source, self._target = source, target
        self._same = unreadable.same(known, wanted)
        count = -(-max(len(known.encoded.ids), len(wanted.encoded.ids), 1) // _LONGEST_FORCED)
        shares = zip(_shares(known.encoded, count), _shares(wanted.encoded, count), strict=True)
        self.parts = [_Share(*share) for share in shares]

    def translation(self) -> Translation:
        """Put the shares together again; call it when all are found."""
        alignment: list[Pair] = []
        source_words, target_words = words(self._source), words(self._target)
        for part in self.parts:
            attention = part.found.attention[: len(part.target.ids), : len(part.source.ids)]
            inside = (_within(source_words, part.source.spans), _within(target_words, part.target.spans))
            alignment += align(inside[0], part.source.spans, inside[1], part.target.spans, attention)
        alignment = sorted({*alignment, *self._same}, key=lambda pair: (pair[1], pair[0]))
        scores = [score for part in self.parts for score in part.found.log_probabilities.tolist()]
        end = len(self._target)
        tokens = [span for part in self.parts for span in (*part.target.spans, (end, end))]
        return Translation(self._target, tuple(alignment), tuple(scores), tuple(tokens), parts=len(self.parts))


def _shares(encoded: Encoded, count: int) -> list[Encoded]:
    """Cut pieces into ``count`` runs of about the same number."""
    size = len(encoded.ids)
    cuts = [(size * number // count, size * (number + 1) // count) for number in range(count)]
    return [Encoded(encoded.ids[start:end], encoded.spans[start:end]) for start, end in cuts]


def _within(spans: Sequence[Span], pieces: Sequence[Span]) -> list[Span]:
    """Return the words that begin where these pieces are."""
    if not pieces:
        return []
    return [span for span in spans if pieces[0][0] <= span[0] < max(pieces[-1][1], pieces[0][0] + 1)]


def _translation(source: str, encoded: Encoded, decoded: Decoded, found: Hypothesis) -> Translation:
    # The last column is the end of the source, and the last row of what is complete the end of the translation.
    attention: NDArray[np.float32] = found.attention[: len(decoded.spans), : len(encoded.ids)]
    pairs = align(words(source), encoded.spans, words(decoded.text), decoded.spans, attention)
    end = len(decoded.text)
    return Translation(
        text=decoded.text,
        alignment=tuple(pairs),
        log_probabilities=tuple(found.log_probabilities.tolist()),
        tokens=(*decoded.spans, *[(end, end)] * (len(found.ids) - len(decoded.spans))),
        complete=found.complete,
    )


def _kept(sentence: str) -> Translation:
    text = sentence.strip()
    offset = sentence.index(text)
    pairs = tuple(((start + offset, end + offset), (start, end)) for start, end in words(text))
    return Translation(text, pairs, kept=True)


def _join(translations: Sequence[Translation], parts: Sequence[_Part]) -> Translation:
    if len(parts) == 1:
        return translations[0]
    text = ""
    alignment: list[Pair] = []
    tokens: list[Span] = []
    for one, part in zip(translations, parts, strict=True):
        text += " " if text and one.text else ""
        at = len(text)
        alignment += [((a + part.start, b + part.start), (c + at, d + at)) for (a, b), (c, d) in one.alignment]
        tokens += [(start + at, end + at) for start, end in one.tokens]
        text += one.text
    scores = tuple(score for one in translations for score in one.log_probabilities)
    complete = all(one.complete for one in translations)
    return Translation(text, tuple(alignment), scores, tuple(tokens), parts=len(parts), complete=complete)


def split(text: str, pieces: Sequence[Span], longest: int) -> list[Span]:
    """Cut a text of many pieces into spans of fewer than ``longest``, of about the same length, at the ends of clauses
    where it has any. Between two spans there is nothing but white space.
    """
    spans: list[Span] = []
    first = 0
    while len(pieces) - first >= longest:
        left = len(pieces) - first
        aim = left / (left // (longest - 1) + 1)
        last = first + _cut(text, pieces[first : first + longest - 1], aim)
        spans.append((pieces[first][0], pieces[last - 1][1]))
        first = last
    return [*spans, (pieces[first][0], pieces[-1][1])]


def _cut(text: str, pieces: Sequence[Span], aim: float) -> int:
    """Return after how many of these pieces to cut: at the end of a clause, as near to ``aim`` as there is one."""
    start, stop = pieces[len(pieces) // 3][0], pieces[-1][1]
    for pattern in _CLAUSE_ENDS:
        ends = [match.end() for match in pattern.finditer(text, start, stop)]
        counts = {sum(1 for _, last in pieces if last <= end) for end in ends}
        if good := [count for count in counts if count > 0]:
            return min(good, key=lambda count: abs(count - aim))
    return len(pieces)
