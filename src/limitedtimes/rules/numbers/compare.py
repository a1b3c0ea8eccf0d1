"""Pairs the figures of a sentence with those of its translation and returns what has no partner."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from functools import cached_property, lru_cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from limitedtimes.rules.numbers.figure import Figure, Key, Kind
from limitedtimes.rules.numbers.lexicon import entries, lexicon, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from limitedtimes.model.article import Span

# How many years another calendar is behind ours.
_CALENDARS = {"th": (-543,), "fa": (621, 622), "ps": (621, 622), "he": (-3760, -3761), "ar": (579,)}
# What translators convert: how many of each metric unit one of these is.
_UNITS: tuple[tuple[str, tuple[float, ...]], ...] = (
    (r"miles?|mph|mi", (1.609, 1609)),
    (r"feet|foot|ft|[\'′’](?!\w)", (0.3048, 30.48)),
    (r"pounds?|lbs?", (0.4536, 453.6)),
    (r"inch(?:es)?|in\.|[\"″”]", (2.54, 25.4, 0.0254)),
    (r"yards?|yds?", (0.9144, 91.44)),
    (r"acres?", (0.4047,)),
    (r"gallons?", (3.785, 4.546)),
    (r"pints?", (0.568, 0.473)),
    (r"ounces?|oz", (28.35, 29.57)),
    (r"stones?|st", (6.35,)),
    (r"square miles?|sq\.? mi", (2.59,)),
    (r"square f(?:ee|oo)t|sq\.? ft", (0.0929,)),
)
_UNIT = re.compile(
    r"[\s-]?(?:to [\d.,]+[\s-])?(?:(?P<degrees>(?:degrees?|°|º)(?!\s?C))|"
    + "|".join(
        f"(?P<u{i}>{names})\\b" if names[-1] not in ")]" else f"(?P<u{i}>{names})"
        for i, (names, _) in enumerate(_UNITS)
    )
    + ")",
    re.IGNORECASE,
)
_FEET_AND_INCHES = re.compile(r"(\d)[\s-]?(?:foot|feet|ft|\'|′|’)[\s-]?(\d{1,2})\b")
_TOLERANCE = 0.075  # translators round what they convert: 60 km for 40 miles


_MOST = 100  # figures without a partner: beyond that (a table, not a sentence) only what is written alike is paired
_CANDIDATES = 25


class Pairing:
    """The figures of both sides and who has found a partner."""

    def __init__(
        self, source: Sequence[Figure], target: Sequence[Figure], lengths: tuple[int, int], language: str
    ) -> None:
        self.source, self.target = list(source), list(target)
        self._lengths = lengths
        self._offsets = _CALENDARS.get(language, ())
        self._scaleless = not words(language).scales
        self.partners: list[tuple[Figure, Figure]] = []
        self._open_source = set(range(len(source)))
        self._open_target = set(range(len(target)))
        self._pair()

    def lost(self) -> list[Figure]:
        """Return the figures of the source without a partner, certain or not."""
        return [self.source[i] for i in sorted(self._open_source)]

    def added(self) -> list[Figure]:
        """Return the figures of the translation without a partner, certain or not."""
        return [self.target[i] for i in sorted(self._open_target)]

    def doubtful(self) -> list[Figure]:
        """Return the figures of the translation whose only partner is a word that may be no number ("1" and "um")."""
        return [target for source, target in self.partners if not source.sure]

    def place(self, figure: Figure, side: int) -> tuple[int, int]:
        """Return which partners stand before a figure of the source (side 0) or of the translation (1), as a fingerprint.

        A month is no landmark: it may stand before its day or after it.
        """
        spans, sums = self._landmarks[side]
        count = bisect_left(spans, figure.span)
        return count, sums[count]

    @cached_property
    def _landmarks(self) -> list[tuple[list[Span], list[int]]]:
        firm = [pair for pair in self.partners if pair[0].sure and pair[1].sure and pair[0].kind is not Kind.MONTH]
        sides = []
        for side in (0, 1):
            order = sorted((pair[side].span, i) for i, pair in enumerate(firm))
            sums = accumulate((1 << (i % 64) for _, i in order), initial=0)
            sides.append(([span for span, _ in order], list(sums)))
        return sides

    def _pair(self) -> None:
        index: dict[Key, deque[int]] = {}
        for j, figure in enumerate(self.target):
            for key in figure.keys:
                index.setdefault(key, deque()).append(j)
        # What is written alike comes first, so that a weak reading never takes a better one's partner.
        for alike in (True, False):
            for i in sorted(self._open_source, key=self._strength):
                self._take(i, self._alike(self.source[i], index, alike=alike))
        if not len(self._open_source) + len(self._open_target) > 0 or self.crowded():
            return
        for i in sorted(self._open_source):
            self._take(i, [j for j in self._open_target if self._related(self.source[i], self.target[j])])
        self._split(self.source, self._open_source, self.target, self._open_target)
        self._split(self.target, self._open_target, self.source, self._open_source)

    def crowded(self) -> bool:
        """Tell whether too much is left over to look at every pair."""
        return len(self._open_source) + len(self._open_target) > _MOST

    def _alike(self, figure: Figure, index: dict[Key, deque[int]], *, alike: bool) -> list[int]:
        queues = [index[key] for key in figure.keys if key in index]
        for queue in queues:
            while queue and queue[0] not in self._open_target:
                queue.popleft()
        numbers = (j for queue in queues for j in queue if j in self._open_target)
        return list(islice((j for j in numbers if not alike or self.target[j].value == figure.value), _CANDIDATES))

    def _related(self, source: Figure, target: Figure) -> bool:
        # Without tables "5 million" is read as 5 and a word.
        scaled = self._scaleless and source.mantissa is not None and source.mantissa == target.mantissa
        return scaled or related(source, target, self._offsets)

    def _take(self, i: int, candidates: list[int]) -> None:
        if candidates:
            j = min(candidates, key=lambda j: self._distance(self.source[i], self.target[j]))
            self._open_source.discard(i)
            self._open_target.discard(j)
            self.partners.append((self.source[i], self.target[j]))

    def _strength(self, i: int) -> tuple[bool, bool, int]:
        figure = self.source[i]
        return not figure.sure, figure.worded, i

    def _distance(self, source: Figure, target: Figure) -> tuple[bool, float]:
        """Compare how they are written, then where they stand in their sentences."""
        places = source.span[0] / self._lengths[0], target.span[0] / self._lengths[1]
        return source.worded != target.worded, abs(places[0] - places[1])

    @staticmethod
    def _split(these: list[Figure], open_these: set[int], those: list[Figure], open_those: set[int]) -> None:
        """Break up what is left where the other side has it in parts, or some of them: then the rest is what is missing."""
        for i in sorted(open_these):
            rest, free = [], set(open_those)
            for part in these[i].parts:
                match = next((j for j in sorted(free) if part.keys & those[j].keys or related(part, those[j])), None)
                if match is None:
                    rest.append(part)
                else:
                    free.discard(match)
            # A number grouped by a space falls apart as a whole or not at all: 150 000 is not 150.
            if len(rest) < len(these[i].parts) and not (rest and these[i].kind is Kind.NUMBER):
                open_these.discard(i)
                open_those.intersection_update(free)
                open_these.update(range(len(these), len(these) + len(rest)))
                these.extend(rest)


def related(source: Figure, target: Figure, offsets: Sequence[int] = ()) -> bool:
    """Tell whether two figures are the same in another guise: '98, the 19th century, half, February."""
    return any(_related(first, second, offsets) for first in source.keys for second in target.keys)


def _related(first: Key, second: Key, offsets: Sequence[int]) -> bool:
    if isinstance(first, tuple) or isinstance(second, tuple):
        return _month(first, second) or _month(second, first)
    small, large = min(first, second), max(first, second)
    if 1000 <= large < 2200 and (
        (large >= 1900 and large % 100 == small >= 10) or (large % 100 == 0 and large // 100 + 1 == small)
    ):
        return True  # a year without its century; a century by its years (1800-talet)
    if small > 1000 and any(first + offset == second for offset in offsets):
        return True
    return 0 < small < 1 and small * 100 == large


def _month(first: Key, second: Key) -> bool:
    return isinstance(first, tuple) and first[0] == "month" and first[1] == second


def all_keys(figures: Sequence[Figure]) -> set[Key]:
    """Return every key of every figure and of its parts."""
    return {key for figure in figures for whole in (figure, *figure.parts) for key in whole.keys}


def converted(figure: Figure, text: str, others: Sequence[Figure]) -> bool:
    """Tell whether a translator has converted a unit: "40 miles" beside 60 (km), "80 degrees" beside 26."""
    amounts = [float(other.value) for other in others if not isinstance(other.value, (tuple, str))]
    if height := next((m for m in _FEET_AND_INCHES.finditer(text) if m.start() <= figure.span[0] < m.end()), None):
        metres = int(height[1]) * 0.3048 + int(height[2]) * 0.0254
        return any(_near(metres * unit, amount, 0.012) for amount in amounts for unit in (1, 100))
    unit = _UNIT.match(text, figure.span[1])
    if not unit or isinstance(figure.value, (tuple, str)):
        return False
    value = float(figure.value)
    if unit["degrees"]:
        return any(abs((value - 32) / 1.8 - amount) <= 1 for amount in amounts)
    factors = _UNITS[int((unit.lastgroup or "u0")[1:])][1]
    return any(_near(value * factor, amount, _TOLERANCE) for factor in factors for amount in amounts)


def imperial(figure: Figure, text: str) -> bool:
    """Tell whether a unit follows that translators convert into."""
    return bool(_UNIT.match(text, figure.span[1]))


def _near(converted_value: float, amount: float, tolerance: float) -> bool:
    return abs(converted_value - amount) <= tolerance * amount


@lru_cache(maxsize=4_000)
def _hint(language: str, value: int | Fraction) -> re.Pattern[str] | None:
    table = lexicon(language).table
    forms: list[str] = []
    for text in (table.cardinals, table.ordinals, table.scales, table.fractions):
        for number, row in entries(text):
            if number == value:
                # Words are derived from number words by what follows them: "dreitägig", "трёхлетний".
                forms.extend(form.strip("~^+*") + ("*" if len(form) > 3 else "") for form in row)
    for number, row in entries(table.hints):
        if number == value:
            forms.extend(row)
    if not forms:
        return None
    if not table.spaced:
        return re.compile("|".join(re.escape(form.strip("*")) for form in forms))
    patterns = [re.escape(form.rstrip("*")) + ("" if form.endswith("*") else r"(?!\w)") for form in forms]
    before = "" if table.prefixes else r"(?<!\w)"
    return re.compile(rf"{before}(?:{'|'.join(patterns)})", re.IGNORECASE)


@lru_cache(maxsize=256)
def hinted(value: int | Fraction, text: str, language: str) -> bool:
    """Tell whether some other word of the text speaks of the number: "both", "fortnight", "dreitägig"."""
    pattern = _hint(language, value)
    return bool(pattern and pattern.search(text))


def likely_words(figure: Figure) -> bool:
    """Tell whether a language without tables may have written this figure in words: 12, 30, 200, 5 million."""
    if isinstance(figure.value, (tuple, str)) or figure.kind in (Kind.TIME, Kind.YEAR):
        return False
    return figure.worded or figure.value <= 20 or len(str(figure.value).rstrip("0")) == 1 or figure.scale > 1
