"""Writing repairs into a translation, so that everything that speaks of places in it still speaks of the right ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.translation import Alignment, Candidate, Flag
    from limitedtimes.rules.guards.case import Repair

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Edited:
    """A translation after its repairs: those that were written, in the order of the text, and their flags, moved along."""

    candidate: Candidate
    written: tuple[Repair, ...]
    flags: tuple[Flag, ...]


def edit(candidate: Candidate, repairs: Sequence[Repair]) -> Edited:
    """Write repairs into a translation. Of two that overlap, the one that is given first is written.

    Words and tokens move along; those inside a replaced span become the replacement. Log-probabilities stay: they say
    what the engine thought, not what was written. Raises ValueError if a span is not in the text.
    """
    written = _compatible(repairs, len(candidate.text))
    edits = _Edits(written)
    alignment, tokens = candidate.alignment, candidate.tokens
    text = edits.text(candidate.text)
    new = replace(
        candidate,
        text=text,
        alignment=None if alignment is None else edits.alignment(alignment, text),
        tokens=None if tokens is None else tuple(edits.tokens(tokens)),
    )
    return Edited(new, written, tuple(edits.flag(repair) for repair in written))


def moved(flags: Sequence[Flag], written: Sequence[Repair]) -> tuple[Flag, ...]:
    """Return flags that were there before, speaking of the same words after these repairs, as ``edit`` wrote them."""
    edits = _Edits(written)
    return tuple(replace(flag, target=flag.target and edits.span(flag.target)) for flag in flags)


def _compatible(repairs: Sequence[Repair], length: int) -> tuple[Repair, ...]:
    taken: list[Repair] = []
    for repair in repairs:
        start, end = repair.span
        if not 0 <= start <= end <= length:
            message = f"The span {repair.span} is not in a text of {length} characters."
            raise ValueError(message)
        if not any(_overlap(repair.span, other.span) for other in taken):
            taken.append(repair)
    return tuple(sorted(taken, key=lambda repair: repair.span))


def _overlap(one: Span, other: Span) -> bool:
    # Two insertions at one place would have to be put in an order that nobody has decided.
    return one == other or (one[0] < other[1] and other[0] < one[1])


class _Edits:
    """Where things are after spans of a text were replaced. ``repairs`` are in the order of the text and apart."""

    def __init__(self, repairs: Sequence[Repair]) -> None:
        self._edits = [(repair.span, repair.text) for repair in repairs]

    def text(self, text: str) -> str:
        parts: list[str] = []
        at = 0
        for (start, end), new in self._edits:
            parts += (text[at:start], new)
            at = end
        return "".join([*parts, text[at:]])

    def span(self, span: Span) -> Span:
        """Move a span. What overlaps a replaced span takes the whole replacement in; an insertion at its edge stays out."""
        start, end = self._start(span[0]), self._end(span[1])
        return (start, end) if start <= end else (end, end)

    def _start(self, position: int) -> int:
        moved = position
        for (start, end), new in self._edits:
            if end <= position:
                moved += len(new) - (end - start)
            elif start < position:
                moved -= position - start
        return moved

    def _end(self, position: int) -> int:
        moved = position
        for (start, end), new in self._edits:
            if start >= position:
                continue
            moved += len(new) - (end - start) if end <= position else len(new) - (position - start)
        return moved

    def flag(self, repair: Repair) -> Flag:
        flag, (start, end) = repair.flag, repair.span
        target = flag.target and self.span(flag.target)
        if flag.target in (None, repair.span):  # a repair's own place is what was written
            end = self._end(end) if start < end else self._start(end)
            target = (end - len(repair.text), end)
        return replace(flag, target=target, repaired=True)

    def tokens(self, tokens: Sequence[Span]) -> Iterator[Span]:
        """Move tokens: the first of those that were replaced has the replacement, the others no character of their own."""
        last = 0
        for token in tokens:
            start, end = self.span(token)
            start = min(max(start, last), max(end, last))
            last = end = max(end, start) if token[0] < token[1] else start
            yield start, end

    def alignment(self, alignment: Alignment, text: str) -> Alignment:
        """Move the target words of pairs; what replaces a word is aligned word by word to what the word was aligned to."""
        pairs = {(source, word): None for source, target in alignment for word in self._words(target, text)}
        return tuple(sorted(pairs, key=lambda pair: pair[1]))

    def _words(self, span: Span, text: str) -> list[Span]:
        start, end = self.span(span)
        if not self._touched(span):
            return [(start, end)]
        return [match.span() for match in _WORD.finditer(text, start, end)]

    def _touched(self, span: Span) -> bool:
        return any(_overlap(span, edited) for edited, _ in self._edits)
