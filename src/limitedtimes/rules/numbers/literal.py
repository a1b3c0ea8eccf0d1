"""Digits as they are written around the world, and what they can mean."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

# Digits with separators between them; a space groups thousands only.
LITERAL = (
    r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])(?:[.,]\d{1,2}(?![\d.,]))?"
    r"|\d+(?:[.,'’·٫٬]\d+)*"
)
_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
_SEPARATORS = re.compile(r"\D")
VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


@cache
def _plain() -> dict[int, str]:
    """Every decimal digit of every script, and signs that are one of ours in another width."""
    table = {
        point: str(unicodedata.decimal(chr(point)))
        for point in range(128, 0x20000)
        if unicodedata.category(chr(point)) == "Nd"
    }
    signs = {
        "．": ".",
        "，": ",",
        "：": ":",
        "／": "/",
        "％": "%",
        "٪": "%",
        "﹪": "%",
        "～": "~",
        "〜": "~",
        "−": "-",
        "‑": "-",
        "‐": "-",
        "–": "-",
        "—": "-",
    }
    return table | {ord(sign): plain for sign, plain in signs.items()}


def plain(text: str) -> str:
    """Return the text with ASCII digits and signs, the same length."""
    return text if text.isascii() else text.translate(_plain())


@dataclass(frozen=True, slots=True)
class Reading:
    """What digits mean: likeliest first. ``decimals`` belongs to the first; none at all: only ``digits`` can be compared."""

    values: tuple[Fraction, ...]
    decimals: int
    digits: str


def read(literal: str, point: str, *, strict: bool = False) -> Reading:
    """Read plain digits with their separators. ``point`` is the language's decimal sign.

    ``strict``: only as the language writes; else also as others do where the digits allow it.
    """
    digits = "".join(filter(str.isdigit, literal))
    compact = _SPACES.sub("", literal)
    marks = _SEPARATORS.findall(compact)
    if compact[0] == "0" and len(compact) > 2 and not marks:
        return Reading((), 0, digits)  # "0800", "007"
    if not marks:
        return Reading((Fraction(int(compact)),), 0, digits)
    if len(marks) == 1:
        return _one_mark(compact, marks[0], point, strict=strict)
    last = marks[-1]
    if len(set(marks)) == 1:
        whole = (_GROUPED.fullmatch(compact) or _INDIAN.fullmatch(compact)) and not (strict and last == point)
        return Reading((Fraction(int(digits)),) if whole else (), 0, digits)
    head, _, tail = compact.rpartition(last)
    if len(set(marks[:-1])) == 1 and (_GROUPED.fullmatch(head) or _INDIAN.fullmatch(head)):
        return Reading((_decimal(head, tail),), len(tail), digits)
    return Reading((), 0, digits)


def _decimal(head: str, tail: str) -> Fraction:
    whole = "".join(filter(str.isdigit, head))
    return Fraction(int(whole + tail), 10 ** len(tail))


def _one_mark(literal: str, mark: str, point: str, *, strict: bool) -> Reading:
    head, _, tail = literal.partition(mark)
    digits = head + tail
    decimal, grouped = _decimal(head, tail), Fraction(int(digits))
    may_group = _GROUPED.fullmatch(literal) and not head.startswith("0")
    if mark in "'’٬":
        return Reading((grouped,) if may_group else (), 0, digits)
    if mark in "·٫" or not may_group:
        # "1,5" in English is somebody else's decimal comma; it is understood but not written so.
        return Reading(() if strict and mark != point else (decimal,), len(tail), digits)
    if mark == point:
        return Reading((decimal,) if strict else (decimal, grouped), len(tail), digits)
    return Reading((grouped,), 0, digits)
