"""Measures the guards: on translations made by people, on the same with planted faults, and on the engine's own."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from limitedtimes import settings, wiring
from limitedtimes.bench.figures import differs
from limitedtimes.bench.mutations import PLANTERS, faults
from limitedtimes.bench.translate import read_lines, scores
from limitedtimes.engines import Engines
from limitedtimes.errors import UsageError
from limitedtimes.linewise import translate_lines
from limitedtimes.review import Row, own_translations, review_rows
from limitedtimes.rules.guards import choose

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from limitedtimes.linewise import Line as Printed
    from limitedtimes.ports import LanguageDetector, Translator, Translators

# The kinds of flags that name a fault for what it is. Where a clause is gone, so is what stood in it.
FITTING: Mapping[str, frozenset[str]] = {
    "number_digit": frozenset({"number"}),
    "number_other": frozenset({"number"}),
    "number_separators": frozenset({"number"}),
    "name_swapped": frozenset({"name"}),
    "names_exchanged": frozenset({"name"}),
    "clause_dropped": frozenset({"omission", "length", "attribution", "number", "name"}),
    "negation_dropped": frozenset({"negation"}),
    "each_as_both": frozenset({"quantifier"}),
    "attribution_dropped": frozenset({"attribution", "omission"}),
}


class Found(TypedDict):
    """How many faults of a kind were planted, and the shares that were found: named, and flagged in any new way."""

    planted: int
    named: float
    noticed: float


class Half(TypedDict):
    """False alarms as shares of good translations, and what was found of planted faults."""

    rows: int
    false_alarms: float
    by_kind: dict[str, float]
    found: dict[str, Found]


class Point(TypedDict):
    """What the guards of some kinds alone would reach."""

    kinds: list[str]
    false_alarms: float
    noticed: dict[str, float]


class Planted(TypedDict):
    """Numbers changed in the engine's own sentences, as if it had made the fault: the shares that are right again, and
    that are wrong without a flag.
    """

    planted: int
    repaired: float
    unmarked: float


class Machine(TypedDict):
    """Shares of lines of the engine's own translations. Figures are counted by ``bench.figures``, not by a guard."""

    lines: int
    flagged: float
    repaired: float
    figures_differ: float
    figures_differ_repaired: float
    figures_differ_unmarked: float
    bleu: float
    bleu_repaired: float
    planted: Planted | None


class Report(TypedDict):
    """What ``bench guards --json`` prints. ``curve`` adds one kind of flag after the other, the most precise first."""

    language: str
    aligned: bool
    all: Half
    odd: Half
    even: Half
    curve: list[Point]
    machine: Machine


@dataclass(frozen=True, slots=True)
class Line:
    """A good translation and its faulty copies, by the kinds of their flags."""

    number: int  # from 1
    good: frozenset[str]
    bad: Mapping[str, frozenset[str]]


def run(language: str, source: Path, reference: Path) -> Report:
    """Judge the lines of a reference, good and with planted faults, and the engine's own translation of the source.

    Raises UsageError where the files do not match, LimitedTimesError without sacrebleu.
    """
    sources, references = read_lines(source), read_lines(reference)
    if len(sources) != len(references):
        message = f"{source} has {len(sources)} lines and {reference} {len(references)}: they must match."
        raise UsageError(message)
    engines, detector = Engines(settings.load().models), wiring.make_detector()
    lines, aligned = judged_lines(sources, references, engines, detector, language)
    return Report(
        language=language,
        aligned=aligned,
        all=half(lines),
        odd=half([line for line in lines if line.number % 2]),
        even=half([line for line in lines if not line.number % 2]),
        curve=curve(lines),
        machine=_machine(sources, references, engines, detector, language),
    )


def judged_lines(
    sources: Sequence[str],
    references: Sequence[str],
    translators: Translators,
    detector: LanguageDetector,
    language: str,
) -> tuple[list[Line], bool]:
    """Review every line and its faulty copies; tell also whether an engine aligned them all."""
    pairs = list(zip(sources, references, strict=True))
    planted = defaultdict(list)
    for fault in faults(pairs):
        planted[fault.row].append(fault)
    # Copies of a line stand together, so that it is translated once for all of them.
    rows = [Row(sources[n], text) for n in range(len(pairs)) for text in (references[n], *(f.text for f in planted[n]))]
    reviewed = list(review_rows(rows, translators, detector, language))
    kinds = iter([frozenset(flag.kind for flag in one.flags) for one in reviewed])
    lines = [Line(n + 1, next(kinds), {fault.kind: next(kinds) for fault in planted[n]}) for n in range(len(pairs))]
    return lines, all(one.aligned for one in reviewed)


def half(lines: Sequence[Line]) -> Half:
    """Sum up lines."""
    alarms = Counter(kind for line in lines for kind in line.good)
    return Half(
        rows=len(lines),
        false_alarms=_share(bool(line.good) for line in lines),
        by_kind={kind: round(count / len(lines), 4) for kind, count in alarms.most_common()},
        found={kind: _found(lines, kind) for kind in PLANTERS},
    )


def _found(lines: Sequence[Line], kind: str) -> Found:
    planted = [(line.good, line.bad[kind]) for line in lines if kind in line.bad]
    return Found(
        planted=len(planted),
        named=_share(bool(FITTING[kind] & bad) for _, bad in planted),
        noticed=_share(bool(bad - good) for good, bad in planted),
    )


def curve(lines: Sequence[Line]) -> list[Point]:
    """Return what more and more kinds of flags reach together: those first that find much for few false alarms."""
    false = Counter(kind for line in lines for kind in line.good)
    true = Counter(kind for line in lines for bad in line.bad.values() for kind in bad - line.good)
    order = sorted({*false, *true}, key=lambda kind: (-true[kind] / (true[kind] + false[kind]), kind))
    return [_point(lines, order[:count]) for count in range(1, len(order) + 1)]


def _point(lines: Sequence[Line], kinds: Collection[str]) -> Point:
    some = frozenset(kinds)
    found = {
        fault: _share(bool((line.bad[fault] - line.good) & some) for line in lines if fault in line.bad)
        for fault in PLANTERS
    }
    return Point(kinds=list(kinds), false_alarms=_share(bool(line.good & some) for line in lines), noticed=found)


def _machine(
    sources: Sequence[str],
    references: Sequence[str],
    translators: Translators,
    detector: LanguageDetector,
    language: str,
) -> Machine:
    own = own_translations(translators.get(language), sources)
    first = [answer.text if (answer := own[source]) else source for source in sources]
    printed = list(translate_lines(sources, translators, detector, language))
    flags = [[flag for sentence in line.sentences for flag in sentence.flags] for line in printed]
    wrong = [differs(source, text, language) for source, text in zip(sources, first, strict=True)]
    left = [differs(line.source, line.translation, language) for line in printed]
    marked = [any(flag.kind == "number" and not flag.repaired for flag in one) for one in flags]
    return Machine(
        lines=len(sources),
        flagged=_share(any(not flag.repaired for flag in one) for one in flags),
        repaired=_share(any(flag.repaired for flag in one) for one in flags),
        figures_differ=_share(wrong),
        figures_differ_repaired=_share(left),
        figures_differ_unmarked=_share(bad and not said for bad, said in zip(left, marked, strict=True)),
        bleu=scores(first, references)[0],
        bleu_repaired=scores([line.translation for line in printed], references)[0],
        planted=_planted(translators.get(language), printed),
    )


def _planted(translator: Translator, printed: Sequence[Printed]) -> Planted | None:
    """Change numbers in the engine's sentences and let the guards repair them; None where it aligns nothing."""
    if not translator.capabilities.force:
        return None
    language = translator.source_language
    pairs = [(one.source, one.translation) for line in printed for one in line.sentences if one.translation]
    sound = [pair for pair in pairs if not differs(*pair, language)]
    wrong = [(sound[fault.row][0], fault.text) for fault in faults(sound) if FITTING[fault.kind] == {"number"}]
    wrong = [pair for pair in wrong if differs(*pair, language)]
    ended: Counter[str] = Counter()
    for (source, _), candidate in zip(wrong, translator.force(wrong), strict=True):
        judged = choose(source, [candidate], language)
        said = any(flag.kind == "number" for flag in judged.flags)
        right = not differs(source, judged.candidate.text, language)
        ended["repaired" if right else "marked" if said else "unmarked"] += 1
    shares = {how: round(count / len(wrong), 4) for how, count in ended.items()}
    return Planted(planted=len(wrong), repaired=shares.get("repaired", 0.0), unmarked=shares.get("unmarked", 0.0))


def _share(values: Iterable[bool]) -> float:
    """Return the share of what is true; 0 of nothing."""
    known = list(values)
    return round(sum(known) / len(known), 4) if known else 0.0
