"""Numbers: every figure of the source arrives, and none comes from nowhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeGuard

from limitedtimes.model.translation import Candidate, Flag
from limitedtimes.rules.guards.case import Repair
from limitedtimes.rules.languages import base
from limitedtimes.rules.numbers import (
    Figure,
    Kind,
    Pairing,
    all_keys,
    converted,
    figures,
    hinted,
    imperial,
    likely_words,
)
from limitedtimes.rules.numbers.english import replacement, write
from limitedtimes.rules.numbers.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.rules.guards.case import Case
    from limitedtimes.rules.numbers.figure import Key

_NEARBY = 12  # characters: an alignment may miss a number by a word
# Kinds by which the two sides tell nothing apart: an engine may print an amount as a code, a day as a number.
_APART = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.TIME, Kind.MONTH})
_FIRM = frozenset({Kind.DAY, Kind.SCORE, Kind.YEAR, Kind.TIME, Kind.CODE, Kind.DECADE})  # never said in other words


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A figure without a partner, or two that should be partners and differ. ``certain``: they belong together."""

    source: Figure | None
    target: Figure | None
    certain: bool = False


def judge(case: Case) -> Sequence[Flag]:
    """Flag every figure of the source that does not arrive and every one of the translation that has no source.

    Where somebody else made the translation (``case.second``), a figure has a source if the engine's own translation has
    it, and one is missing only if that has it: people write small numbers as words, convert units, round, leave out years.
    """
    return [_flag(mismatch) for mismatch in mismatches(case)]


def repair(case: Case) -> Sequence[Repair]:
    """Write the source's figure over the one figure of the engine's translation that stands in its place.

    Only where the alignment says so, or where one figure of the same kind is left over on either side.
    """
    if case.second is not None:
        return ()
    found = mismatches(case)
    mends = [_repair(mismatch, case.text) for mismatch in found]
    unsure = [mismatch.target for mismatch, mend in zip(found, mends, strict=True) if mismatch.target and not mend]
    return [
        mend
        for mend in mends
        if mend
        and not any(_touch(mend.span, figure.span) for figure in unsure)
        and len(mismatches(_mended(case, mend))) < len(found)
    ]


def _touch(first: Span, second: Span) -> bool:
    """Tell whether two spans stand side by side: half a score is not put right."""
    return first[0] <= second[1] + 1 and second[0] <= first[1] + 1


def _mended(case: Case, mend: Repair) -> Case:
    start, end = mend.span
    return replace(case, candidate=Candidate(case.text[:start] + mend.text + case.text[end:]))


class _Side:
    """A sentence with its figures."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.figures = figures(text, language)

    @cached_property
    def keys(self) -> set[Key]:
        """Everything that its figures can mean."""
        return all_keys(self.figures)

    @cached_property
    def centuries(self) -> set[int]:
        """The centuries of its decades: "in the 30s of the 20th century" is "in the 1930s"."""
        return {
            figure.value // 100 + 1 for figure in self.figures if figure.kind is Kind.DECADE and _is_int(figure.value)
        }

    @cached_property
    def words(self) -> set[str]:
        """Its words in lower case."""
        return set(self.text.lower().split())

    def lacks(self, figure: Figure) -> bool:
        """Tell whether a figure of the other side that has no partner here should have had one."""
        if not figure.sure or not figure.exact or figure.value in self.centuries:
            return False
        if figure.worded and figure.keys & self.keys:
            return False
        if not words(self.language).cardinals and likely_words(figure):
            return False
        if figure.kind in _FIRM and not figure.worded:
            return True
        return not any(hinted(key, self.text, self.language) for key in figure.keys if not isinstance(key, tuple))


def _is_int(value: object) -> TypeGuard[int]:
    return isinstance(value, int)


def mismatches(case: Case) -> list[Mismatch]:
    """Return what differs between the figures of a sentence and of its translation, in the translation's order."""
    source, target = _Side(case.source, base(case.language)), _Side(case.text, "en")
    if not source.figures and not target.figures:
        return []
    pairing = _pairing(source, target)
    lost, added = pairing.lost(), pairing.added()
    if not any(figure.sure for figure in (*lost, *added)):
        return []
    # A number word may stand in the source as it is: "front nine".
    added = [figure for figure in added if not (figure.worded and _written(figure, case.text) in source.words)]
    if case.second is not None:
        lost, added = _reviewed(_Side(case.second.text, "en"), source, target, lost, added)
    else:
        lost, added = list(filter(target.lacks, lost)), list(filter(source.lacks, added))
    if pairing.crowded():
        return [Mismatch(None, figure) for figure in added] + [Mismatch(figure, None) for figure in lost]
    return _paired(case, pairing, lost, added)


def _pairing(source: _Side, target: _Side) -> Pairing:
    return Pairing(source.figures, target.figures, (len(source.text), len(target.text)), source.language)


def _written(figure: Figure, text: str) -> str:
    return text[slice(*figure.span)].lower()


def _reviewed(
    own: _Side, source: _Side, target: _Side, lost: list[Figure], added: list[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """Keep what the engine's own translation cannot explain either."""
    beside = _pairing(own, target)
    unknown, gone = set(beside.added()), all_keys(beside.lost())
    kept = [
        figure
        for figure in added
        if figure in unknown
        and not (figure.kind is Kind.PERCENT and figure.value == 100)  # "100 percent certain"
        and source.lacks(figure)
        and own.lacks(figure)
        and not converted(figure, target.text, lost)
    ]
    units = any(imperial(figure, target.text) for figure in added)
    missing = [
        figure for figure in lost if not (units or figure.worded) and figure.keys & gone and target.lacks(figure)
    ]
    return missing, kept


def _paired(case: Case, pairing: Pairing, lost: list[Figure], added: list[Figure]) -> list[Mismatch]:
    """Put together what differs in the same place: by the alignment, else by the figures around it.

    What is left over but would not be missed by itself ("1", where "um" is everywhere) may still be what stands there.
    """
    free = [figure for figure in pairing.lost() if figure in lost or _in_digits(figure)]
    others = [figure for figure in (*pairing.added(), *pairing.doubtful()) if figure in added or _in_digits(figure)]
    found: list[Mismatch] = []
    for figure in others:
        aligned = [other for other in free if _aligned(case, other, figure)]
        between = [other for other in free if _between(pairing, other, figure)]
        rivals = [other for other in others if any(_between(pairing, one, other) for one in between)]
        sole = not aligned and len(between) == len(rivals) == 1
        partner = next(iter(aligned or between), lost[0] if len(lost) == len(added) == 1 and lost[0] in free else None)
        if partner not in lost and figure not in added:
            continue
        if partner:
            free.remove(partner)
        certain = len(aligned) == 1 or (sole and partner is not None and _near(case, partner, figure))
        found.append(Mismatch(partner, figure, certain))
    return found + [Mismatch(figure, None) for figure in free if figure in lost]


def _in_digits(figure: Figure) -> bool:
    return figure.sure and not figure.worded


def _between(pairing: Pairing, source: Figure, target: Figure) -> bool:
    """Tell whether two figures of one kind stand between the same other figures."""
    if source.kind is target.kind is Kind.MONTH:
        return True
    return _alike(source, target) and pairing.place(source, 0) == pairing.place(target, 1)


def _overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _aligned(case: Case, source: Figure, target: Figure) -> bool:
    return any(_overlap(source.span, there) and _overlap(target.span, here) for there, here in case.alignment or ())


def _near(case: Case, source: Figure, target: Figure) -> bool:
    """Tell whether the alignment leads from a figure to words near the other one, or nowhere."""
    places = [here for there, here in case.alignment or () if _overlap(source.span, there)]
    return not places or any(
        start - target.span[1] <= _NEARBY and target.span[0] - end <= _NEARBY for start, end in places
    )


def _alike(first: Figure, second: Figure) -> bool:
    return first.kind is second.kind or not _APART & {first.kind, second.kind}


def _repair(mismatch: Mismatch, text: str) -> Repair | None:
    source, target = mismatch.source, mismatch.target
    if not (mismatch.certain and source and target) or not (new := replacement(source, target, text)):
        return None
    message = f"The original says {write(source)}; the translation said {text[slice(*target.span)]} and was corrected."
    return Repair(new[0], new[1], Flag("number", message, source.span, new[0], repaired=True))


def _flag(mismatch: Mismatch) -> Flag:
    source, target = mismatch.source, mismatch.target
    if source and target:
        message = f"The original says {write(source)}; the translation says {write(target)}."
    elif source:
        message = f"The original says {write(source)}; this number is not in the translation."
    else:
        assert target
        message = f"The translation says {write(target)}; this number is not in the original."
    return Flag("number", message, source.span if source else None, target.span if target else None)
