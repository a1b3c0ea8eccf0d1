"""Parts a sentence into what can belong to a figure: literals, number words, months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from limitedtimes.rules.numbers.literal import LITERAL, VULGAR, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from limitedtimes.rules.numbers.lexicon import Entry, Lexicon

# Letters with the marks that Python does not count among them: accents, Hebrew and Arabic points, Indic vowels, a joiner.
MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u200c"
_WORD = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
_SIGN = r"[〇零一二三四五六七八九十百千万萬億亿兆两兩半십백천만억조]"
_NOISE = re.compile(r"(?:https?://|www\.)\S+|\S*@\S+")
_FORMS = rf"""
 (?P<meridiem>(?<![\d.,:])(?:1[0-2]|0?\d)(?:[.:][0-5]\d)?(?=\s?[apAP]\.?\s?[mM]\b))
|(?P<clock>(?<![\d.,:])(?:[01]?\d|2[0-4])(?:(?:\s?[hH]\s?|:)[0-5]|\s?[時时点點시]\s?[0-5]?)\d(?!\d|:\d))
|(?P<ratio>(?<![\d/.,])\d{{1,2}}/\d{{1,2}}(?![\d/]))
|(?P<date>(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d)(?![\d]))
|(?P<number>{LITERAL})
"""
# Python counts "½" among the letters, so it comes before the words.
_HALF = rf"(?P<vulgar>[{''.join(VULGAR)}])"
_SPACED = re.compile(rf"{_HALF}|(?P<word>{_WORD})|{_FORMS}", re.VERBOSE)
_APOSTROPHES = re.compile(rf"{_HALF}|(?P<word>{_WORD}(?:['’ʼ]{_WORD})*)|{_FORMS}", re.VERBOSE)
_UNSPACED = re.compile(rf"{_HALF}|{_FORMS}|(?P<digits>[〇零一二三四五六七八九]{{4}})|(?P<word>{_SIGN})", re.VERBOSE)
_ROMAN = re.compile(r"(?:(?=[IVX])(?=[IVX]$|[IVX]{2}))(X{0,3})(IX|IV|V?I{0,3})(?:e|ème)?")
_CYRILLIC_ROMAN = str.maketrans("ХІ", "XI")


@dataclass(frozen=True, slots=True)
class Item:
    """A word or literal that may be part of a number."""

    form: str
    start: int
    end: int
    text: str
    entry: Entry | None = None


def flatten(text: str, words: Lexicon) -> str:
    """Return the text with ASCII digits and signs, and blanks where there is no figure to look for; the same length."""
    flat = plain(text)
    if "@" in flat or "://" in flat or "www." in flat:
        flat = _NOISE.sub(_blank, flat)
    return words.noise.sub(_blank, flat) if words.noise else flat


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def items(text: str, words: Lexicon) -> Iterator[Item]:
    """Yield what can belong to a figure, in order, from a text that ``flatten`` has returned."""
    pattern = (_APOSTROPHES if words.table.apostrophes else _SPACED) if words.table.spaced else _UNSPACED
    find = words.find
    for match in pattern.finditer(text):
        form = match.lastgroup or ""
        if form != "word":
            yield Item(form, match.start(), match.end(), match[0])
            continue
        word = match[0]
        if entry := find(word.lower()):
            yield Item(form, match.start(), match.end(), word, entry)
        elif word[0] in "IVXХІ" and roman(word):
            yield Item("roman", match.start(), match.end(), word)


@lru_cache(maxsize=1_000)
def roman(word: str) -> int:
    """Return the value of a Roman numeral up to 39, 0 if it is none. "I" is a pronoun far more often."""
    match = _ROMAN.fullmatch(word.translate(_CYRILLIC_ROMAN))
    if not match or match[0] == "I":
        return 0
    tens, units = match[1], match[2]
    small = {"IX": 9, "IV": 4}.get(units)
    return 10 * len(tens) + (5 * units.count("V") + units.count("I") if small is None else small)
