"""Looks up number words: whole, by their stems, and written together."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from limitedtimes.rules.numbers.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator


class Role(Enum):
    """What a word does to the number that it is part of."""

    ADD = auto()
    SCALE = auto()
    ORDINAL = auto()
    FRACTION = auto()
    MONTH = auto()
    JOIN = auto()
    OF = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A word's place in a number.

    ``share``: what it is as a fraction ("third"). ``joined``: it carries its "and". ``after_digits``: only there.
    ``teen``: it makes three into thirteen.
    """

    role: Role
    value: int | Fraction
    sure: bool = True
    share: Fraction | None = None
    joined: bool = False
    after_digits: bool = False
    teen: bool = False


# The tables that are shared by several codes.
_MODULES = {
    "no": "nb",
    "nn": "nb",
    "sr": "hr",
    "bs": "hr",
    "sh": "hr",
    "ms": "id",
    "zh": "cjk",
    "ja": "cjk",
    "yue": "cjk",
    "gl": "pt",
    "mo": "ro",
    "be": "uk",
}
LANGUAGES = frozenset(
    "ar bg ca cjk cs da de el en es et fa fi fr he hi hr hu id it ko lt lv nb nl pl pt ro ru sk sl sv tr uk vi".split()
)
_POINT_LANGUAGES = frozenset("bn fil gu he hi ja kn ko ml mr ms ne pa sw ta te th tl ur zh yue".split())
_LONGEST = 60  # characters of a number that is written together
_ENTRY = re.compile(r"[|\n]")


@cache
def words(language: str) -> Words:
    """Return a language's tables; empty ones where it has none: digits are read all the same."""
    name = _MODULES.get(language, language)
    if name not in LANGUAGES:
        return Words(point="." if language in _POINT_LANGUAGES else ",")
    table = importlib.import_module(f"{__package__}.words.{name}").WORDS
    assert isinstance(table, Words)
    return table


def entries(table: str) -> Iterator[tuple[int | Fraction, list[str]]]:
    """Yield the values and forms of a table's text."""
    for row in _ENTRY.split(table):
        if cells := row.split():
            value = Fraction(cells[0].replace("_", ""))
            yield (int(value) if value.denominator == 1 else value), cells[1:]


class Lexicon:
    """One language's number words, ready to be looked up in lower case."""

    def __init__(self, table: Words) -> None:
        self.table = table
        self._whole: dict[str, Entry] = {}
        self._stems: dict[str, Entry] = {}
        self._fill()
        self._lengths = sorted({len(stem) for stem in self._stems}, reverse=True)
        self.noise = re.compile(table.noise, re.IGNORECASE) if table.noise else None
        self._longest = max(map(len, self._whole), default=0)
        self.find = lru_cache(maxsize=20_000)(self._find)  # a newspaper uses the same words again and again

    def _fill(self) -> None:
        table = self.table
        for role, text in (
            (Role.ADD, table.cardinals),
            (Role.SCALE, table.scales),
            (Role.ORDINAL, table.ordinals),
            (Role.FRACTION, table.fractions),
        ):
            for value, forms in entries(text):
                for form in forms:
                    self._enter(form, role, value)
        for number, row in enumerate(filter(None, map(str.split, _ENTRY.split(table.months))), 1):
            for form in row:
                self._enter(form, Role.MONTH, number)
        self._whole |= {word: Entry(Role.JOIN, 0) for word in table.joiners.split() if word not in self._whole}
        self._whole |= {word: Entry(Role.OF, 0) for word in table.of.split() if word not in self._whole}

    def _enter(self, form: str, role: Role, value: int | Fraction) -> None:
        signs = form[: len(form) - len(form.lstrip("~^+"))]
        sure, after_digits, form = "~" not in signs, "^" in signs, form[len(signs) :]
        known = self._stems if form.endswith("*") else self._whole
        form = form.rstrip("*")
        if earlier := known.get(form):
            if role is Role.FRACTION and earlier.role in (Role.ORDINAL, Role.ADD) and isinstance(value, Fraction):
                known[form] = replace(earlier, sure=earlier.sure and sure, share=value)
            return
        share = value if role is Role.FRACTION and isinstance(value, Fraction) else None
        known[form] = Entry(role, value, sure, share, after_digits=after_digits, teen="+" in signs)

    def _find(self, word: str) -> Entry | None:
        if self.table.apostrophes:
            word = word.replace("’", "'").replace("ʼ", "'")
        if entry := self._whole.get(word):
            return entry
        if self.table.fused and 3 < len(word) <= _LONGEST and (entry := self._together(word)):
            return entry
        return self._stem(word) or self._prefixed(word)

    def _stem(self, word: str) -> Entry | None:
        return next((entry for length in self._lengths if (entry := self._stems.get(word[:length]))), None)

    def _prefixed(self, word: str) -> Entry | None:
        prefixes = self.table.prefixes
        if not prefixes or word[0] not in prefixes or len(word) < 3:
            return None
        entry = self._whole.get(word[1:])
        # The first of the prefixes is "and".
        return entry and replace(entry, joined=word[0] == prefixes[0])

    def _together(self, word: str) -> Entry | None:
        pieces = self._pieces(word)
        if not pieces or len(pieces) < 2 or Role.JOIN in (pieces[0].role, pieces[-1].role):
            return None
        stack: list[int | Fraction] = []
        joined = False
        for piece in pieces:
            if piece.role is Role.JOIN:
                joined = True
            elif not push(stack, piece, joined=joined or self.table.units_first, table=self.table):
                return None
            else:
                joined = False
        role = Role.ORDINAL if pieces[-1].role is Role.ORDINAL else Role.ADD
        return Entry(role, sum(stack))

    def _pieces(self, word: str) -> list[Entry] | None:
        """Part a word into number words without a rest, the longest first; only the last may be an ordinal."""
        if not word:
            return []
        for length in range(min(len(word), self._longest), 0, -1):
            entry = self._whole.get(word[:length])
            if not entry or entry.after_digits or entry.role not in (Role.ADD, Role.SCALE, Role.JOIN, Role.ORDINAL):
                continue
            if entry.role is Role.ORDINAL and length < len(word):
                continue
            rest = self._pieces(word[length:])
            if rest is not None:
                return [entry, *rest]
        entry = self._stem(word)
        return [entry] if entry and entry.role in (Role.ORDINAL, Role.SCALE, Role.ADD) else None


def push(stack: list[int | Fraction], entry: Entry, *, joined: bool, table: Words) -> bool:
    """Add a word to the parts of a number; tell whether it belongs to it. "dois mil e cem": [2], [2000], [2000, 100]."""
    value, top = entry.value, stack[-1] if stack else 0
    if entry.role is Role.SCALE:
        below: int | Fraction = 0
        while stack and stack[-1] < value:
            below += stack.pop()
        stack.append((below or 1) * value)
        return True
    if entry.teen and 0 < top < 10:
        stack[-1] = top + 10
    elif not stack or fits(top, value):
        stack.append(value)
    elif (joined and _backwards(top, value, table)) or (table.scores and top % 100 in (60, 80) and 10 <= value < 20):
        stack[-1] = top + value
    elif table.scores and top == 4 and value == 20:
        stack[-1] = 80
    else:
        return False
    return True


def _backwards(top: int | Fraction, value: int | Fraction, table: Words) -> bool:
    """Tell whether a ten follows its unit: four and twenty."""
    return table.units_first and top < 10 <= value < 100 and value % 10 == 0


def fits(top: int | Fraction, value: int | Fraction) -> bool:
    """Tell whether a number goes into the zeros at the end of the one before it: 23 is 20 and 3, not 20 and 30."""
    return top >= 10 and 0 < value < top and top % 10 ** len(str(int(value))) == 0


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, made once."""
    return Lexicon(words(language))
