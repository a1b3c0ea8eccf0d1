"""Finds the figures of a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from limitedtimes.rules.numbers.figure import Figure, Key, Kind, whole, whole_number
from limitedtimes.rules.numbers.lexicon import Lexicon, Role, lexicon
from limitedtimes.rules.numbers.phrase import Phrase
from limitedtimes.rules.numbers.tokens import Item, flatten, items, roman

_NUMERAL = re.compile(r"\d+")
_KANJI = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_PERCENT = re.compile(
    r"\s?(?:%|(?:per|por|pour|τοις|phần) ?(?:cent[oi]?|ciento|εκατό|trăm)|prozent|procent|prosent|pct|процент|відсот|проц|százalék|na sto|"
    r"بالمئة|بالمائة|في المئة|في المائة|درصد|अחוז|אחוז|प्रतिशत|फीसदी|퍼센트|パーセント|persen|peratus)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?P<ordinal>st|nd|rd|th|[.]?[ºª°](?!\s?[CF]\b))(?![a-z])|(?P<decade>['’]?s)(?![a-z])", re.IGNORECASE
)
_LATE = re.compile(r"afternoon|evening|night|p\.?m\b", re.IGNORECASE)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₽₩₹₺₪฿₫]|\b(?:EUR|USD|GBP|CHF|JPY|BRL|Rs\.?))\s?$")
_MONEY_AFTER = re.compile(r"\s?(?:[$€£¥₽₩₹₺₪฿₫円元원]|zł|Kč|kr\b|EUR\b|USD\b|GBP\b|CHF\b|euros?\b|dollars?\b|dólares)")


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence, in its order.

    ``language`` is the two- or three-letter code of the sentence ("en" for a translation). In a language without tables of
    number words only digits are found.
    """
    words = lexicon(language)
    flat = flatten(text, words)
    found = list(items(flat, words))
    return tuple(_Parser(flat, found, words).run()) if found else ()


class _Parser:
    """Goes over the items of a sentence once and puts numbers together."""

    def __init__(self, text: str, items: list[Item], words: Lexicon) -> None:
        self.text = text
        self.items = items
        self.words = words
        self.english = words is lexicon("en")
        self.at = 0

    def run(self) -> list[Figure]:
        """Return every figure."""
        found: list[Figure] = []
        while self.at < len(self.items):
            item = self.items[self.at]
            if item.form in _SINGLE:
                self.at += 1
                found.extend(_SINGLE[item.form](self, item))
            elif item.entry and item.entry.role in (Role.JOIN, Role.OF):
                self.at += 1
            elif item.entry and item.entry.role is Role.MONTH:
                self.at += 1
                found.append(_month(item))
            elif figure := self._phrase():
                found.append(figure)
        for together in (_dated, _scored, _ranged, _halved):
            together(found, self.text)
        return found

    def _phrase(self) -> Figure | None:
        phrase = Phrase(self.text, self.words)
        if not phrase.take(self.items, self.at):
            self.at += 1
            return None
        self.at += 1
        while self.at < len(self.items) and phrase.take(self.items, self.at):
            self.at += phrase.taken
        return self._finish(phrase)

    def _finish(self, phrase: Phrase) -> Figure:
        figure = phrase.figure(english=self.english)
        end = figure.span[1]
        if percent := _PERCENT.match(self.text, end):
            while self.at < len(self.items) and self.items[self.at].start < percent.end():
                self.at += 1  # the hundred of "three per cent" in many languages
            return replace(figure, kind=Kind.PERCENT, keys=_timeless(figure))
        if figure.worded:
            return figure
        if (suffix := _SUFFIX.match(self.text, end)) and figure.scale == 1:
            return self._suffixed(figure, suffix)
        start = figure.span[0]
        if _MONEY_AFTER.match(self.text, end) or _MONEY_BEFORE.search(self.text, max(0, start - 5), start):
            return replace(figure, kind=Kind.MONEY, keys=_timeless(figure))
        return figure

    def _suffixed(self, figure: Figure, suffix: re.Match[str]) -> Figure:
        if suffix["ordinal"]:
            return replace(figure, kind=Kind.ORDINAL)
        if not self.english or not isinstance(figure.value, int):
            return figure
        # "1990s" and "'90s" are one decade.
        year = figure.value
        others: set[Key] = {1900 + year} if year < 100 else {year % 100} if year // 100 in (19, 20) else set()
        return replace(figure, kind=Kind.DECADE, keys=figure.keys | others)

    def clock(self, item: Item) -> list[Figure]:
        """Read "18h45" or "18:45"; it may be a score or a ratio as well."""
        hour, minute = (int(part) for part in _NUMERAL.findall(item.text))
        keys: set[Key] = {("time", hour, minute)}
        if hour <= 12 and item.text[0] != "0" and not (self.english and not _LATE.search(self.text)):
            keys.add(("time", (hour + 12) % 24, minute))  # in the afternoon, perhaps
        if not minute:
            keys |= {hour, hour % 12 or 12}
        parts = tuple(self._numerals(item))
        return [Figure((item.start, item.end), Kind.TIME, (hour, minute), frozenset(keys), parts=parts)]

    def _numerals(self, item: Item) -> list[Figure]:
        found = _NUMERAL.finditer(self.text, item.start, item.end)
        return [whole_number(int(match[0]), (match.start(), match.end())) for match in found]

    def meridiem(self, item: Item) -> list[Figure]:
        """Read "6:45" of "6:45 pm", and "3" of "3 p.m."."""
        parts = self._numerals(item)
        hour, minute = (int(part) for part in [*_NUMERAL.findall(item.text), "0"][:2])
        afternoon = self.text[item.end :].lstrip()[:1] in "pP"
        hours: set[Key] = {hour, hour + 12, hour % 12}
        value = (hour % 12 + 12 * afternoon, minute)
        keys = frozenset({("time", *value), *(() if minute else hours)})
        parts[0] = replace(parts[0], keys=frozenset(hours))
        return [Figure((item.start, item.end), Kind.TIME, value, keys, parts=tuple(parts) if minute else ())]

    def ratio(self, item: Item) -> list[Figure]:
        """Read "2/3": a fraction, or two numbers."""
        first, second = (int(part) for part in item.text.split("/"))
        middle = item.start + item.text.index("/")
        parts = (whole_number(first, (item.start, middle)), whole_number(second, (middle + 1, item.end)))
        if not 0 < first < second:
            return list(parts)
        value = Fraction(first, second)
        return [Figure((item.start, item.end), Kind.FRACTION, value, frozenset({value}), parts=parts)]

    def date(self, item: Item) -> list[Figure]:
        """Read "24.2.2022": three figures."""
        day, month, year = self._numerals(item)
        short = int(_NUMERAL.findall(item.text)[2])
        return [day, month, replace(year, keys=year.keys | {1900 + short, 2000 + short}) if short < 100 else year]

    def roman(self, item: Item) -> list[Figure]:
        """Read "XXI"; a single letter only supports a figure on the other side."""
        value = roman(item.text)
        sure = len(item.text) > 1 and not item.text.islower()
        return [Figure((item.start, item.end), Kind.ORDINAL, value, frozenset({value}), sure=sure, worded=True)]

    def digits(self, item: Item) -> list[Figure]:
        """Read "二〇二二", digit by digit."""
        value = int("".join(_KANJI[sign] for sign in item.text))
        return [Figure((item.start, item.end), Kind.YEAR, value, frozenset({value}), worded=True)]


_SINGLE = {
    "clock": _Parser.clock,
    "meridiem": _Parser.meridiem,
    "ratio": _Parser.ratio,
    "date": _Parser.date,
    "roman": _Parser.roman,
    "digits": _Parser.digits,
}


def _timeless(figure: Figure) -> frozenset[Key]:
    """Return the keys of an amount without the time of day that "1.16" may be."""
    return frozenset(key for key in figure.keys if not isinstance(key, tuple) or key[0] != "time")


def _month(item: Item) -> Figure:
    assert item.entry is not None
    number = int(item.entry.value)
    return Figure((item.start, item.end), Kind.MONTH, number, frozenset({("month", number)}), sure=False, worded=True)


def _dated(found: list[Figure], text: str) -> None:
    """Make sure of every month that stands beside a day or a year, and of the day."""
    for i, figure in enumerate(found):
        if figure.kind is not Kind.MONTH:
            continue
        for j in (i - 1, i + 1):
            if 0 <= j < len(found) and _beside(figure, found[j], text):
                found[i] = replace(figure, sure=True)
                if found[j].kind is Kind.NUMBER:
                    found[j] = replace(found[j], kind=Kind.DAY, sure=True)


def _scored(found: list[Figure], text: str) -> None:
    """Know the digits of "3-1" by each other."""
    for i, (first, second) in enumerate(pairwise(found)):
        if text[first.span[1] : second.span[0]] in _BETWEEN_SIDES and not (first.worded or second.worded):
            for j in (i, i + 1):
                if found[j].kind is Kind.NUMBER:
                    found[j] = replace(found[j], kind=Kind.SCORE, sure=True)


def _ranged(found: list[Figure], text: str) -> None:
    """Let the first end of a range mean what the second says: "2 to 3 million" is from two million."""
    for i, (first, second) in enumerate(pairwise(found)):
        if first.mantissa is None or first.scale > 1 or second.scale == 1 or second.mantissa is None:
            continue
        between = text[first.span[1] : second.span[0]]
        if len(between) <= _BETWEEN and "," not in between and first.mantissa < second.mantissa:
            found[i] = replace(first, keys=first.keys | {whole(first.mantissa * second.scale)})


def _halved(found: list[Figure], text: str) -> None:
    """Let the two of "dois anos e meio" mean two and a half as well."""
    for i, (first, second) in enumerate(pairwise(found)):
        if Fraction(1, 2) not in second.keys or isinstance(first.value, (str, tuple)):
            continue
        if _WORD_BETWEEN.fullmatch(text, first.span[1], second.span[0]):
            found[i] = replace(first, keys=first.keys | {first.value + Fraction(1, 2)})


_WORD_BETWEEN = re.compile(r"\s[^\W\d]+\s[^\W\d]+\s(?:[^\W\d]{1,3}\s)?")
_BETWEEN_SIDES = ("-", ":", "/", " - ")
_BETWEEN = 6  # characters at most between the ends of a range: " até "
_BESIDE = re.compile(r"[\s.,]*(?:(?:de|of|the|del|di)\s)?|(?:st|nd|rd|th|er|º|ª)[\s,]*(?:(?:of|de)\s)?")


def _beside(month: Figure, other: Figure, text: str) -> bool:
    if other.worded or not isinstance(other.value, int) or not (1 <= other.value <= 31 or other.kind is Kind.YEAR):
        return False
    first, second = sorted((month.span, other.span))
    return bool(_BESIDE.fullmatch(text, first[1], second[0]))
