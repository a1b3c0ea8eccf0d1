"""A figure of a sentence: where it stands and everything that it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from limitedtimes.model.article import Span


Clock = tuple[int, int]  # hour from 0 to 23, minute
# What two figures must share to be the same: an amount, a time of day, a month, or bare digits.
Key = int | Fraction | tuple[str, int, int] | tuple[str, int] | tuple[str, str]


class Kind(StrEnum):
    """What a figure counts. A range, a score and a date are several figures: each end, each side, day, month and year."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    SCORE = "score"  # digits beside others: a side of a score, an end of a range, part of a model's name
    TIME = "time"
    DAY = "day"  # beside its month
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CODE = "code"  # digits that are no amount: a telephone number, a version, "2,200,12"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    ``span`` holds what stands for the value: digits and magnitude words, not the currency, the per cent sign or "o'clock".
    ``value`` is the likeliest reading, ``keys`` are all of them: two figures that share a key can be the same.
    ``mantissa`` times ``scale`` is the value where it is written in digits ("1,5 milhão": 3/2 times a million), with
    ``decimals`` digits after the point. ``worded``: in words or Roman numerals. ``sure``: certainly a figure, so that it
    must have its like on the other side; the others ("um", "second", "dezenas") only support. ``exact``: no "dozens".
    ``parts`` are the figures it falls into if it does not stand for one ("10 300", "24.2", "2/3").
    """

    span: Span
    kind: Kind
    value: int | Fraction | Clock | str
    keys: frozenset[Key]
    sure: bool = True
    worded: bool = False
    exact: bool = True
    mantissa: Fraction | None = None
    decimals: int = 0
    scale: int = 1
    parts: tuple[Figure, ...] = ()


def whole(value: int | Fraction) -> int | Fraction:
    """Return an int where there is nothing after the point."""
    return int(value) if value.denominator == 1 else Fraction(value)


def whole_number(value: int, span: Span) -> Figure:
    """Return the figure of plain digits."""
    return Figure(span, Kind.NUMBER, value, frozenset({value}), mantissa=Fraction(value))
