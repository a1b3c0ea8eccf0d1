"""A second opinion on figures, for measurements only: it shares no code with the guards that it is held against.

It knows Portuguese and English. Every figure of a text becomes the values that it may stand for; two texts agree where
every figure of one has a partner in the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LISTS = {
    "pt": (
        "zero:0 dois:2 duas:2 três:3 quatro:4 cinco:5 seis:6 sete:7 oito:8 nove:9 dez:10 onze:11 doze:12 treze:13 catorze:14 quatorze:14 quinze:15 "
        "dezasseis:16 dezesseis:16 dezassete:17 dezessete:17 dezoito:18 dezanove:19 dezenove:19 vinte:20 trinta:30 quarenta:40 cinquenta:50 sessenta:60 "
        "setenta:70 oitenta:80 noventa:90 cem:100 cento:100 duzentos:200 duzentas:200 trezentos:300 trezentas:300 quatrocentos:400 quatrocentas:400 "
        "quinhentos:500 quinhentas:500 seiscentos:600 seiscentas:600 setecentos:700 setecentas:700 oitocentos:800 oitocentas:800 novecentos:900 novecentas:900"
    ),
    "en": (
        "zero:0 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 "
        "seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90"
    ),
}
_SMALL = {
    language: {word: int(value) for word, _, value in (pair.partition(":") for pair in text.split())}
    for language, text in _LISTS.items()
}
_LARGE = {
    "pt": {
        "mil": 1e3,
        "milhão": 1e6,
        "milhões": 1e6,
        "mi": 1e6,
        "bilhão": 1e9,
        "bilhões": 1e9,
        "bi": 1e9,
        "bilião": 1e12,
        "biliões": 1e12,
    }
    | {"trilhão": 1e12, "trilhões": 1e12, "dúzia": 12.0, "dúzias": 12.0},
    "en": {
        "hundred": 1e2,
        "thousand": 1e3,
        "k": 1e3,
        "million": 1e6,
        "m": 1e6,
        "mn": 1e6,
        "billion": 1e9,
        "bn": 1e9,
        "trillion": 1e12,
    }
    | {"tn": 1e12, "dozen": 12.0},
}
_ALONE = {"pt": {"mil"}, "en": set[str]()}  # stands for a figure without one before it
_ONE = {"pt": {"um": 1.0, "uma": 1.0, "meio": 0.5, "meia": 0.5}, "en": {"a": 1.0, "an": 1.0, "one": 1.0, "half": 0.5}}
_TWO_READINGS = {"bilião", "biliões"}  # a million millions in Portugal, a thousand millions where it follows Brazil
_UNITS = {"m", "k", "mi"}  # metres, kilometres and miles, too
# Words that may be the partner of a figure, but need none of their own.
_ORDINALS = (
    "first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 eleventh:11 twelfth:12 thirteenth:13 fourteenth:14 "
    "fifteenth:15 sixteenth:16 seventeenth:17 eighteenth:18 nineteenth:19 twentieth:20 primeiro:1 primeira:1 segundo:2 segunda:2 terceiro:3 terceira:3 "
    "quarto:4 quarta:4 quinto:5 quinta:5 sexto:6 sexta:6 sétimo:7 sétima:7 oitavo:8 oitava:8 nono:9 nona:9 décimo:10 décima:10 both:2 ambos:2 ambas:2 "
    "couple:2 pair:2 twice:2 par:2 one:1 um:1 uma:1 single:1 half:0.5 meio:0.5 meia:0.5 metade:0.5 double:2 dobro:2 once:1 quarter:4 two:2 dois:2 duas:2 "
    "bicampeão:2 bicampeã:2 tricampeão:3 tricampeã:3 tetracampeão:4 pentacampeão:5 triple:3 triplo:3 thrice:3 "
    "twenties:20 thirties:30 forties:40 fifties:50 sixties:60 seventies:70 eighties:80 nineties:90"
)
_MAYBE = {word: float(value) for word, _, value in (pair.partition(":") for pair in _ORDINALS.split())}
_BORROWED = {
    "pt": {word: float(value) for word, value in _SMALL["en"].items()},
    "en": dict[str, float](),
}  # "back nine"
_MONTHS = (
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro "
    "january february march april may june july august september october november december"
)
_MAYBE |= {month: float(place % 12 + 1) for place, month in enumerate(_MONTHS.split())}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_CLOCK = re.compile(
    r"(?<![\d.,:])([01]?\d|2[0-4])(?:[h:]([0-5]\d)(?:min)?(?:\s?([ap])\.?m\b)?|h|\.([0-5]\d)\s?([ap])\.?m\b|\s?([ap])\.?m\b)(?![\d\w])",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*s?|[^\W\d_]+|[^\w\s]")
_GROUPED = {"pt": r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?", "en": r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?"}
_DECIMAL = {"pt": ",", "en": "."}
_ROMANS = re.compile(r"\b[IVXLC]+\b")
_WEEKDAY = re.compile(r"\b\w+-feiras?\b", re.IGNORECASE)
_RANGES = {"pt": {"e", "a", "ou", "-", "–"}, "en": {"to", "and", "or", "-", "–"}}
_JOINTS = {"pt": {"e"}, "en": {"and", "-"}}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the values that it may stand for; ``needed``: the other text must have it, too."""

    values: frozenset[float]
    needed: bool = True


def differs(source: str, translation: str, language: str = "pt") -> bool:
    """Tell whether a figure of a text has no partner in its English translation, or the other way round."""
    mine, its = figures(source, language), figures(translation, "en")
    return not (_all_in(mine, its) and _all_in(its, mine))


def figures(text: str, language: str) -> list[Figure]:
    """Return the figures of a text in Portuguese (``pt``) or English (``en``)."""
    clocks = list(_CLOCK.finditer(text))
    rest = _WEEKDAY.sub(" ", _CLOCK.sub(" ; ", text))
    romans = [Figure(frozenset({float(_roman(word))}), needed=False) for word in _ROMANS.findall(rest)]
    return [*map(_clock, clocks), *romans, *_Reader(_TOKEN.findall(rest), language).figures()]


def _all_in(some: Sequence[Figure], others: Sequence[Figure]) -> bool:
    every = {value for figure in others for value in figure.values}
    return all(any(_same(one, other) for one in figure.values for other in every) for figure in some if figure.needed)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))


def _clock(match: re.Match[str]) -> Figure:
    hour, minute = int(match[1]), int(match[2] or match[4] or 0)
    half = (match[3] or match[5] or match[6] or "").lower()
    hours = {hour % 12 + (12 if half == "p" else 0)} if half else {hour % 24, *({hour % 12 + 12} if hour <= 12 else ())}
    values = {-1.0 - 60 * one - minute for one in hours}  # below zero, where no other figure is
    whole = {float(hour), *map(float, hours)} if not (match[2] or match[4]) else set[float]()
    return Figure(frozenset(values | whole))


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word] + [0]
    return sum(-one if one < after else one for one, after in pairwise(values))


class _Reader:
    """Reads figures out of a text's tokens."""

    def __init__(self, tokens: Sequence[str], language: str) -> None:
        self._tokens = [token.lower() for token in tokens]
        self._small, self._large = _SMALL[language], _LARGE[language]
        self._language = language

    def figures(self) -> Iterator[Figure]:
        at = 0
        before: tuple[int, set[float]] | None = None  # where a figure without a magnitude ended
        found: list[tuple[set[float], bool]] = []
        while at < len(self._tokens):
            token = self._tokens[at]
            values, end, large = self._run(at)
            if values:
                # "20 to 30 million": the magnitude speaks of both.
                if large >= 1e3 and before and at == before[0] + 1 and self._at(before[0]) in _RANGES[self._language]:
                    before[1].update({value * large for value in before[1]})
                found.append((values, token not in _MAYBE or end > at + 1))
                before = None if large >= 1e3 else (end, values)
            elif (maybe := _MAYBE.get(token, _BORROWED[self._language].get(token))) is not None:
                found.append(({maybe}, False))
            at = end
        for values, needed in found:
            yield Figure(frozenset(values), needed)

    def _at(self, place: int) -> str:
        return self._tokens[place] if place < len(self._tokens) else ""

    def _run(self, at: int) -> tuple[set[float], int, float]:
        """Read one figure: its values, where it ends, and its last magnitude."""
        first = self._at(at)
        if first[0].isdigit():
            return self._scaled(self._digits(first, at), at + 1, worded=False)
        if first in self._small or first in _ALONE[self._language]:
            value, end = self._words(at)
            return self._scaled({value}, end, worded=True)
        scaled = at + 2 if self._at(at + 1) == "a" else at + 1  # half a million
        if first in _ONE[self._language] and self._at(scaled) in self._large:
            return self._scaled({_ONE[self._language][first]}, scaled, worded=True)
        return set(), at + 1, 0.0

    def _digits(self, token: str, at: int) -> set[float]:
        decade, token = token.endswith("s"), token.rstrip("s")
        decimal = _DECIMAL[self._language]
        if re.fullmatch(_GROUPED[self._language], token) or re.fullmatch(rf"\d+(?:{re.escape(decimal)}\d+)?", token):
            value = float(re.sub(rf"[^\d{decimal}]", "", token).replace(decimal, "."))
        else:  # no such number is written in this language: whatever it means, it has no partner but its like
            return {float(re.sub(r"\D", "", token)) + 0.123}
        years = decade or self._at(at - 1) in ("anos", "década")
        return {value, value % 100, value % 100 + 1900} if years else {value}

    def _words(self, at: int) -> tuple[float, int]:
        """Add up number words below a thousand: "duzentos e trinta e dois", "twenty-five"."""
        if self._at(at) not in self._small:
            return 1.0, at
        value, end = float(self._small[self._at(at)]), at + 1
        while True:
            if self._language == "en" and self._at(end) == "hundred":
                value, end = value * 100, end + 1
            after = end + 1 if self._at(end) in _JOINTS[self._language] else end
            more = self._small.get(self._at(after))
            if more is None or not 0 < more < _round(value):
                return value, end
            value, end = value + more, after + 1

    def _scaled(self, values: set[float], end: int, *, worded: bool) -> tuple[set[float], int, float]:
        """Multiply by the magnitudes that follow, and add what follows them: "dois mil e quinhentos"."""
        large = 0.0
        while self._at(end) in self._large:
            word = self._at(end)
            large = self._large[word]
            times = {large} | ({1e9} if word in _TWO_READINGS else set()) | ({1.0} if word in _UNITS else set())
            values = {value * one for value in values for one in times}
            end += 1
        after = end + 1 if self._at(end) in _JOINTS[self._language] else end
        if large and after > end and self._at(after) in ("meio", "meia"):
            return {value + large / 2 for value in values}, after + 1, large
        if large and (self._at(after) in self._small or self._is_part(after)):
            more, until, scale = self._run(after)
            if max(more) < large and (after > end or worded or scale):
                return {one + other for one in values for other in more}, until, large
        return values, end, large

    def _is_part(self, at: int) -> bool:
        return self._at(at)[:1].isdigit() and self._at(at + 1) in self._large


def _round(value: float) -> float:
    """Return the largest power of ten that divides a number below a million."""
    return next(power for power in (1e5, 1e4, 1e3, 1e2, 10.0, 1.0) if value % power == 0)
