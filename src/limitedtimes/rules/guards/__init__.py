"""Fit to print? Each guard looks at a sentence and its translation and flags what a reader should know.

What can be mended is mended, first by choosing another of the engine's alternatives, then in the text through the
alignment, and marked as repaired; what cannot is flagged in words for readers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from limitedtimes.model.translation import Flag
from limitedtimes.rules.guards import coverage, figures, form, naming, polarity
from limitedtimes.rules.guards.case import Case
from limitedtimes.rules.guards.edit import Edited, edit
from limitedtimes.rules.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.translation import Alignment, Candidate
    from limitedtimes.rules.guards.case import Guard, Repair, Repairer

GUARDS: tuple[Guard, ...] = (
    figures.judge,
    naming.judge,
    naming.kept,
    polarity.negation,
    polarity.quantifier,
    polarity.hedge,
    polarity.attribution,
    coverage.omission,
    coverage.addition,
    form.repetition,
    form.copied,
    form.language,
    form.quotes,
    form.length,
)
REPAIRERS: tuple[Repairer, ...] = (figures.repair, naming.repair, polarity.each_of_both, form.restore_quote)

# What an alternative was chosen for, gravest first; the other kinds remark on the translation without doubting it.
_SERIOUS = {
    "number": "had a number wrong",
    "negation": "turned a statement around",
    "name": "had a name wrong",
    "language": "was not in English",
    "copied": "left the original's words as they were",
    "repetition": "repeated itself",
    "quantifier": "mixed up each and both",
    "omission": "left something out",
    "attribution": "left out who said it",
    "hedge": "was surer than the original",
    "addition": "said more than the original",
}
_ORDER = {kind: place for place, kind in enumerate(_SERIOUS)}
# How much less probable an alternative may be, in natural logarithms for each token: what is far behind the engine's
# first choice is wrong more often than what the guards saw in that.
_CLOSE = 0.25


@dataclass(frozen=True, slots=True)
class Judged:
    """What is printed, and what is remarked on it."""

    candidate: Candidate
    flags: tuple[Flag, ...]


def judge(case: Case) -> tuple[Flag, ...]:
    """Return every flag of every guard, in the order of the translation; those that speak of none of its words last."""
    return _in_order(flag for guard in GUARDS for flag in guard(case))


def review(
    source: str,
    translation: Candidate,
    second: Candidate | None = None,
    language: str = "und",
    names: Names | None = None,
) -> tuple[Flag, ...]:
    """Return the flags of a translation that somebody else made; ``second`` is the engine's own, as a second opinion."""
    return judge(Case(source, translation, language, second, names or Names()))


def worth_alternatives(flags: Sequence[Flag]) -> bool:
    """Tell whether another of the engine's alternatives might not deserve these flags."""
    return any(flag.kind in _SERIOUS and not flag.repaired for flag in flags)


def choose(source: str, candidates: Sequence[Candidate], language: str, names: Names | None = None) -> Judged:
    """Return what to print of an engine's candidates for a sentence (best first).

    That is the best one unless a serious flag speaks against it, then the first alternative that is about as probable,
    has no serious flag and no flag more of any kind; where there is none, the best one with what can be repaired in it.
    """
    known = names or Names()
    best, *others = (Case(source, candidate, language, names=known) for candidate in candidates)
    flags = judge(best)
    if worth_alternatives(flags):
        for other in others:
            if not _may_replace(other.candidate, best.candidate, flags):
                continue
            remarks = judge(other)
            if not worth_alternatives(remarks) and _no_worse(remarks, flags):
                chosen = _repaired(other, remarks)
                marks = _marks(flags, other.alignment)
                return Judged(chosen.candidate, _in_order([*marks, *chosen.flags]))
    return _repaired(best, flags)


def _may_replace(other: Candidate, best: Candidate, flags: Sequence[Flag]) -> bool:
    """Tell whether an alternative is about as probable; a loop that only changed a word on its way is still a loop."""
    if any(flag.kind == "repetition" for flag in flags) and len(other.text.split()) >= len(best.text.split()):
        return False
    mine, its = other.score, best.score
    return mine is not None and its is not None and mine >= its - _CLOSE


def _repaired(case: Case, flags: tuple[Flag, ...]) -> Judged:
    """Write those repairs that leave fewer flags of their kind and more of no other."""
    if not flags:
        return Judged(case.candidate, flags)
    written: tuple[Repair, ...] = ()
    edited, left = edit(case.candidate, ()), flags
    for repair in (repair for repairer in REPAIRERS for repair in repairer(case)):
        tried = edit(case.candidate, (*written, repair))
        if len(tried.written) == len(written):
            continue
        remarks = judge(replace(case, candidate=tried.candidate))
        helps = _count(remarks)[repair.flag.kind] < _count(left)[repair.flag.kind]
        if helps and _no_worse(remarks, left) and not _half_done(tried, remarks):
            written, edited, left = tried.written, tried, remarks
    return Judged(edited.candidate, _in_order([*edited.flags, *left]))


def _half_done(edited: Edited, flags: Sequence[Flag]) -> bool:
    """Tell whether a word that was repaired is still wrong: 141-2-2 for 14½-13½ is no better with one part mended."""
    text = edited.candidate.text
    wrong = [(flag.kind, *flag.target) for flag in flags if flag.target]
    for mended in edited.flags:
        if mended.target:
            start = text.rfind(" ", 0, mended.target[0]) + 1
            end = text.find(" ", mended.target[1])
            end = len(text) if end < 0 else end
            if any(kind == mended.kind and first < end and start < last for kind, first, last in wrong):
                return True
    return False


def _no_worse(flags: Sequence[Flag], than: Sequence[Flag]) -> bool:
    return _count(flags) <= _count(than)


def _count(flags: Sequence[Flag]) -> Counter[str]:
    return Counter(flag.kind for flag in flags if not flag.repaired)


def _marks(flags: Sequence[Flag], alignment: Alignment | None) -> list[Flag]:
    """Return what an alternative was chosen for: one mark for each serious kind and place of the source."""
    serious = dict.fromkeys((flag.kind, flag.source) for flag in flags if flag.kind in _SERIOUS)
    return [
        Flag(
            kind,
            f"The engine's first wording {_SERIOUS[kind]}; another of its wordings is printed.",
            source,
            _aligned(source, alignment or ()),
            repaired=True,
        )
        for kind, source in serious
    ]


def _aligned(source: Span | None, alignment: Alignment) -> Span | None:
    """Return the span from the first to the last word that a span of the source is aligned to."""
    if source is None:
        return None
    words = [target for (start, end), target in alignment if start < source[1] and source[0] < end]
    return (min(start for start, _ in words), max(end for _, end in words)) if words else None


def _in_order(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Sort flags by the place of which they speak, then the gravest first; each once."""

    def place(flag: Flag) -> tuple[bool, Span, Span, int, str]:
        nowhere = (0, 0)
        gravity = _ORDER.get(flag.kind, len(_ORDER))
        return flag.target is None, flag.target or nowhere, flag.source or nowhere, gravity, flag.message

    return tuple(sorted(dict.fromkeys(flags), key=place))
