"""Writes figures in English."""

from __future__ import annotations

import re
from fractions import Fraction

from limitedtimes.rules.numbers.figure import Figure, Kind

MONTHS = "January February March April May June July August September October November December".split()
_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_LITERAL = re.compile(r"[\d.,'’ \u00a0\u202f]*\d")
_MERIDIEM = re.compile(r"(?::\d\d)?\s?([ap])\.?\s?m\b", re.IGNORECASE)
_LOST_HEAD = re.compile(r"(?:^|[\s($€£¥])[.,]$")
_LOST_TAIL = re.compile(r"[.,] (?:thousand|million|billion|trillion)\b|\.(?=[%.;,-]| [a-z°])")
_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b")
_AMOUNTS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.CODE, Kind.SCORE, Kind.DAY})


def write(figure: Figure) -> str:
    """Write a figure by itself: 2,200,112; 1.5 million; 18:45; February; 2/3."""
    value = figure.value
    if isinstance(value, (str, tuple)):
        return value if isinstance(value, str) else f"{value[0]}:{value[1]:02}"
    if figure.kind is Kind.MONTH:
        return MONTHS[int(value) - 1]
    if figure.kind is Kind.FRACTION and value < 1:
        return f"{value.numerator}/{value.denominator}"
    if figure.kind in (Kind.YEAR, Kind.DECADE) and figure.scale == 1:
        return str(value)
    return _amount(figure, value)


def _amount(figure: Figure, value: int | Fraction) -> str:
    scale = next((scale for scale, _ in _SCALES if value >= scale), 1)
    if figure.mantissa is not None and figure.scale >= 10**6 and figure.scale in dict(_SCALES):
        return f"{decimal(figure.mantissa, figure.decimals)} {dict(_SCALES)[figure.scale]}"
    short = Fraction(value) / scale
    if scale > 1 and (figure.scale > 1 or figure.worded) and (short * 1000).denominator == 1:
        return f"{decimal(short)} {dict(_SCALES)[scale]}"
    return decimal(Fraction(value), figure.decimals if figure.scale == 1 else 0)


def decimal(value: Fraction, places: int = 0) -> str:
    """Write an amount in digits with at least so many places after the point, and more where it needs them."""
    while places < 9 and (value * 10**places).denominator != 1:
        places += 1
    whole, rest = divmod(round(value * 10**places), 10**places)
    return f"{whole:,}" + (f".{rest:0{places}}" if places else "")


def replacement(source: Figure, target: Figure, text: str) -> tuple[tuple[int, int], str] | None:
    """Return what to write over which span of a translation so that ``target`` says what ``source`` says.

    The style stays the translation's own: its ordinal ending, words, clock and magnitudes. None where that is not certain.
    """
    kinds = {source.kind, target.kind}
    if Kind.TIME in kinds:
        return _time(source, target, text)
    if Kind.MONTH in kinds or Kind.FRACTION in kinds:
        return (target.span, write(source)) if len(kinds) == 1 and target.worded == (Kind.MONTH in kinds) else None
    if source.kind is Kind.CODE and isinstance(source.value, str) and source.value.isdigit():
        return target.span, source.value
    if source.exact and not isinstance(source.value, (tuple, str)) and (target.sure or not target.worded):
        return _amount_like(source, source.value, target, text)
    return None


def _amount_like(
    source: Figure, value: int | Fraction, target: Figure, text: str
) -> tuple[tuple[int, int], str] | None:
    if target.kind is Kind.DECADE:
        return _decade(value, target)
    if Kind.ORDINAL in (source.kind, target.kind):
        return _ordinal(source, target, text)
    if source.mantissa == target.mantissa and source.scale == 1 < target.scale:
        return None  # a magnitude word that is not in the tables, not a wrong one
    if target.worded:
        return target.span, _worded(source, text[target.span[0]])
    if clock := _hour_or_minute(value, target, text):
        return clock
    # ".69 million" and "5. million" have lost a digit: the rest goes too.
    start = target.span[0] - bool(_LOST_HEAD.search(text, 0, target.span[0]))
    tail = _LOST_TAIL.match(text, target.span[1])
    end = tail.end() if tail else target.span[1]
    if source.scale == 1 < target.scale and text[end - 2 : end - 1].isdigit():
        end -= 1  # metres, not millions
    return (start, end), _digits(source, target, text)


def _hour_or_minute(value: int | Fraction, target: Figure, text: str) -> tuple[tuple[int, int], str] | None:
    """Write one side of a time of which the other side is right."""
    start, end = target.span
    if text[:start].endswith(":"):
        return target.span, f"{int(value):0{end - start}}"
    if meridiem := _MERIDIEM.match(text, end):
        # Morning or afternoon would have to change as well: as it stands, then.
        return target.span, text[start:end] if value >= 12 and meridiem[1] in "aA" else str(int(value) % 12 or 12)
    return None


def _digits(source: Figure, target: Figure, text: str) -> str:
    written = text[slice(*target.span)]
    literal = _LITERAL.match(written)
    if literal and source.mantissa is not None and source.scale == target.scale > 1:
        return decimal(source.mantissa, source.decimals) + written[literal.end() :]
    if " " in written and source.scale == target.scale == 1:
        return write(source).replace(",", " ")
    if source.kind is Kind.YEAR and source.value != target.value and "," in written and len(written) == 5:
        return f"{source.value:,}"
    return write(source)


def _worded(source: Figure, first: str) -> str:
    if isinstance(source.value, int) and source.value < len(_CARDINALS):
        word = _CARDINALS[source.value]
        return word.capitalize() if first.isupper() else word
    return write(source)


def _decade(value: int | Fraction, target: Figure) -> tuple[tuple[int, int], str] | None:
    if not isinstance(value, int) or not isinstance(target.value, int) or value % 10:
        return None
    year = 1900 + value if value < 100 <= target.value else value
    return target.span, str(year % 100 if target.value < 100 else year)


def _ordinal(source: Figure, target: Figure, text: str) -> tuple[tuple[int, int], str] | None:
    value = source.value
    suffix = _SUFFIX.match(text, target.span[1])
    if target.kind is not Kind.ORDINAL:
        return (target.span, write(source)) if target.kind in _AMOUNTS and not target.worded else None
    if not isinstance(value, int):
        return None
    if target.worded:
        if not target.sure or value >= len(_ORDINALS):
            return None
        word = _ORDINALS[value]
        return target.span, word.capitalize() if text[target.span[0]].isupper() else word
    end = suffix.end() if suffix else target.span[1]
    return (target.span[0], end), f"{value:,}" + ending(value)


def ending(value: int) -> str:
    """Return the ending of an ordinal: "st" of 21st."""
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _time(source: Figure, target: Figure, text: str) -> tuple[tuple[int, int], str] | None:
    if not isinstance(source.value, tuple) or not isinstance(target.value, tuple):
        return None
    hour, minute = source.value
    if not (meridiem := _MERIDIEM.match(text, target.span[1])):
        padding = 5 if text[target.span[0]] == "0" else 4
        clock = write(source).rjust(padding, "0")
        return target.span, clock.replace(":", "h") if "h" in text[slice(*target.span)] else clock
    if hour >= 12 and meridiem[1] in "aA":
        return None
    mark = "." if "." in text[slice(*target.span)] else ":"
    return target.span, f"{hour % 12 or 12}" + (
        f"{mark}{minute:02}" if minute or mark in text[slice(*target.span)] else ""
    )
