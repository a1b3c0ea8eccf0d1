"""Is everything there, and nothing else? Parts of the source without a translation, and parts of the translation without a source."""

from __future__ import annotations

import re
from itertools import groupby
from math import log
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from limitedtimes.model.translation import Flag
from limitedtimes.rules.guards.words import english
from limitedtimes.rules.guards.words.length import expansion, spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.rules.guards.case import Case

# Words; two characters of a script that does not space its words count as one.
_WORD = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+(?:[’'.,-][^\W_]+)*"
)

# The evidence is summed up in words: the longest run without a counterpart, what the length is short by, and the content
# words that the engine's own translation has more. Fitted on Portuguese, on human translations with and without a clause.
_WORDS_PER_LOG = 10.0
_WORDS_PER_CONTENT_WORD = 0.9
_SOFTEN = 40  # characters: a short sentence's length says little
# How much is too much to be chance, by what is known: (alignment, the engine's own translation).
_MISSING = {(True, True): 8.4, (True, False): 5.4, (False, True): 5.4}
_ADDED = {(True, True): 8.2, (True, False): 4.3, (False, True): 7.2}
_QUOTED = 60  # characters of a missing part that a message repeats


class _Gap(NamedTuple):
    """A run of words that align to nothing: how many words more than stand in its place on the other side, and where."""

    words: int
    span: Span | None


_NONE = _Gap(0, None)


def omission(case: Case) -> Sequence[Flag]:
    """Flag a part of the source that the translation leaves out."""
    gap = _longest_gap(case.source, case.text, case.alignment or ())
    if not _lacks(case, gap, 1, _MISSING):
        return ()
    what = f": “{_shortened(case.source, gap.span)}”." if gap.span else "."
    return (Flag("omission", f"A part of the original is not in the translation{what}", gap.span, None),)


def addition(case: Case) -> Sequence[Flag]:
    """Flag a part of the translation that the source does not have."""
    gap = _longest_gap(case.text, case.source, [(target, source) for source, target in case.alignment or ()])
    if not _lacks(case, gap, -1, _ADDED):
        return ()
    what = f": “{_shortened(case.text, gap.span)}”." if gap.span else "."
    return (Flag("addition", f"The translation says more than the original{what}", None, gap.span),)


def _lacks(case: Case, gap: _Gap, sign: int, limits: Mapping[tuple[bool, bool], float]) -> bool:
    """Weigh the evidence; ``sign`` 1: that something is missing, -1: that there is too much."""
    limit = limits.get((case.alignment is not None, case.second is not None))
    if limit is None or not case.text or not case.source:
        return False
    evidence = _WORDS_PER_LOG * _shortness(case) + _WORDS_PER_CONTENT_WORD * _fewer_content_words(case)
    return gap.words + sign * evidence > limit


def _shortness(case: Case) -> float:
    """Return by how much the translation is shorter than usual: the logarithm of a ratio, less for a short source."""
    usual = expansion(case.language) * len(case.source)
    return log(usual / len(case.text)) * len(case.source) / (len(case.source) + _SOFTEN) / spread(case.language)


def _fewer_content_words(case: Case) -> int:
    if case.second is None:
        return 0
    own, text = (sum(map(english.is_content, english.WORD.findall(one))) for one in (case.second.text, case.text))
    return own - text


def _longest_gap(text: str, other: str, pairs: Iterable[tuple[Span, Span]]) -> _Gap:
    """Return the longest run of words of ``text`` that align to nothing; a paraphrase has words in its place in ``other``."""
    words, other_words = _words(text), _words(other)
    places, others = _numbers(words), _numbers(other_words)
    partners: dict[int, set[int]] = {}
    for (start, _), (other_start, _) in pairs:
        if start in places and other_start in others:
            partners.setdefault(places[start], set()).add(others[other_start])
    if not partners:
        return _NONE
    best = _NONE
    for is_free, run in groupby(range(len(words)), lambda number: number not in partners):
        numbers = list(run)
        if not is_free or len(numbers) <= best.words:
            continue
        before, behind = partners.get(numbers[0] - 1, {-1}), partners.get(numbers[-1] + 1, {len(other_words)})
        instead = max(0, min(behind) - max(before) - 1)
        best = max(best, _Gap(len(numbers) - instead, (words[numbers[0]][0], words[numbers[-1]][1])), key=itemgetter(0))
    return best


def _words(text: str) -> list[Span]:
    return [word.span() for word in _WORD.finditer(text)]


def _numbers(words: Sequence[Span]) -> dict[int, int]:
    """Return the number of the word that every offset lies in."""
    return {offset: number for number, span in enumerate(words) for offset in range(*span)}


def _shortened(text: str, span: Span) -> str:
    part = text[slice(*span)]
    return part if len(part) <= _QUOTED else f"{part[:_QUOTED].rstrip()} …"
