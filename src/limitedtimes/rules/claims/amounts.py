"""The amounts of an English sentence: figures with their hedges, ranges and currencies.

A sentence's *shape* is the sentence with every amount written over by one sign, character for character, so that patterns
tell amounts apart and spans stay true: ``#`` a number, ``¤`` money, ``%`` a percentage, ``~`` what counts nothing (years,
ages, times, ordinals, distances). Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from limitedtimes.rules.numbers import Figure, Kind, figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from limitedtimes.model.article import Span

NUMBER, MONEY, PERCENT, NOTHING = "#", "¤", "%", "~"

# A currency's sign or name, and its code (ISO 4217); signs that several countries share stay as written.
_CURRENCIES = {
    "R$": "BRL", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CAD $": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "€": "EUR", "£": "GBP", "₽": "RUB", "₹": "INR", "₺": "TRY", "₴": "UAH", "₩": "KRW", "₪": "ILS", "₦": "NGN",
    "EUR": "EUR", "USD": "USD", "GBP": "GBP", "CHF": "CHF", "BRL": "BRL", "JPY": "JPY", "CNY": "CNY", "RUB": "RUB",
    "euro": "EUR", "euros": "EUR", "reais": "BRL", "real": "BRL", "yen": "JPY", "yuan": "CNY", "roubles": "RUB",
    "rubles": "RUB", "hryvnia": "UAH", "hryvnias": "UAH", "zlotys": "PLN", "zloty": "PLN", "złoty": "PLN",
    "forints": "HUF", "lira": "TRY", "liras": "TRY", "shekels": "ILS", "baht": "THB", "rand": "ZAR", "naira": "NGN",
    "pounds sterling": "GBP", "US dollars": "USD", "U.S. dollars": "USD", "American dollars": "USD",
    "Swiss francs": "CHF", "Canadian dollars": "CAD", "Australian dollars": "AUD",
}  # fmt: skip
_AS_WRITTEN = (
    "$",
    "¥",
    "Rs",
    "Rs.",
    "dollars",
    "dollar",
    "pounds",
    "pesos",
    "rupees",
    "francs",
    "crowns",
    "kronor",
    "kroner",
    "dinars",
)
_NAMES = sorted((*_CURRENCIES, *_AS_WRITTEN), key=len, reverse=True)
_BEFORE = re.compile(rf"(?<!\w)({'|'.join(re.escape(name) for name in _NAMES if not name[-1].islower())})\s?$")
_AFTER = re.compile(rf"[\s-]?({'|'.join(re.escape(name) for name in _NAMES)})(?!\w)")

_HEDGES = (
    "at least|at most|at the most|no (?:fewer|less|more) than|not (?:fewer|less) than|(?:slightly|well|far|just) (?:over|under|above|below)|"
    "(?:just |slightly |a little |far |many )?(?:more|fewer|less) than|over|above|under|below|in excess of|upwards? of|"
    "just short of|short of|almost|nearly|close to|near|approach(?:es|ing|ed)|around|about|approximately|"
    "roughly|circa|some|an? estimated|estimated at(?: about| around)?|estimated|as many as|as much as|up to|"
    "only|just|already|so far|another|a further|another further|an additional|barely|"
    "reportedly|allegedly|a total of"
)  # fmt: skip
_HEDGE = re.compile(rf"(?<!\w)((?:(?:{_HEDGES}) )*(?:{_HEDGES})) (?:the )?$", re.IGNORECASE)
_TRAILING = re.compile(r"(?:,? at (?:the )?(?:most|least)| or (?:more|fewer|less|so)|,? approximately)(?!\w)")
# Words that may stand where a hedge does and are none.
_NO_HEDGE = frozenset({"a total of", "another", "another further", "a further", "an additional", "the"})
_TOTAL = re.compile(r"a total of |(?:another|a further|an additional) ?", re.IGNORECASE)

_UNITS = re.compile(
    r"[\s-]{0,3}(?:-? ?(?:square|cubic|nautical|consecutive|straight|more|full|whole|long|life) )?(?:"
    r"years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|centur\w+|decades?|am|pm|a\.m|p\.m|o'clock|"
    r"kilomet\w+|met(?:re|er)s?|miles?|feet|foot|yards?|inch\w*|kms?|cm|mm|hectares?|acres?|"
    r"tons?|tonnes?|kg|kilo\w*|grams?|lit(?:re|er)s?|gallons?|degrees?|°|times|points?|goals?|games?|matches|"
    r"rounds?|laps|percentage|pages?|items|counts?|charges|sentences|terms|sessions?|occasions|steps|"
    r"storey|story|floors?|rooms?|magnitude|bp|km/h|mph)(?!\w)|\s?(?:h\d|ºC|°)",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"(?:\bage[sd]?|\bage of|\baged (?:between|under|over)|\bNo|\bno|\bnumber|\barticle|\bat the age of)\.?\s$"
)
_AGE = re.compile(r"[\s-]{0,3}(?:year|month|week|day)s?[\s-]{1,3}olds?\b", re.IGNORECASE)
_LOOSE_GROUP = re.compile(r"(?<![\d.,])(\d{1,3}), 000(?!\d)")
_AFTER_MONTH = re.compile(r"\b(?:[Ss]ince|[Ii]n|[Ll]ast|[Tt]his) [A-Z][a-z]+, $")
_ONE_OF = re.compile(
    r"\b(?:mother|father|mom|mum|dad|parents?|one|none|many|most|half|part|several|some|all|each|any|either|neither|group|team) of (?:the )?$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:several|many|(?:a )?few|some|countless|tens of|dozens of|hundreds of|thousands of)(?: [a-z]+)? $",
    re.IGNORECASE,
)
_RANGE = re.compile(r" ?(?:-|–|to|or) ?| and ", re.IGNORECASE)
_ALONGSIDE = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.SCORE})


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: ``span`` with hedge and currency, ``number`` without. ``figures`` are one, or the ends of a range."""

    sign: str
    span: Span
    number: Span
    figures: tuple[Figure, ...]
    low: float
    high: float
    unit: str | None
    hedge: str | None


def amounts(text: str) -> list[Amount]:
    """Return the amounts of an English sentence that may count something, in its order."""
    joined = _LOOSE_GROUP.sub(r"\1,000 ", text)  # "22, 000" of a badly printed text, in as many characters
    known = [one for one in figures(joined, "en") if one.exact]
    return list(_amounts(text, known))


def shape(text: str, found: list[Amount]) -> str:
    """Return the sentence with amounts, and all other figures, written over."""
    signs = list(text)
    for one in figures(text, "en"):
        if one.sure and one.kind is not Kind.MONTH:
            signs[slice(*one.span)] = NOTHING * (one.span[1] - one.span[0])
    for amount in found:
        start, end = amount.span
        signs[start:end] = amount.sign * (end - start)
    return "".join(signs)


def _amounts(text: str, known: list[Figure]) -> Iterator[Amount]:
    second_ends = {id(second): first for first, second in pairwise(known) if _is_range(text, first, second)}
    first_ends = {id(first) for first in second_ends.values()}
    for one in known:
        if id(one) in first_ends or not _may_count(text, one):
            continue
        ends = (second_ends[id(one)], one) if id(one) in second_ends else (one,)
        if amount := _amount(text, ends):
            yield amount


def _may_count(text: str, one: Figure) -> bool:
    """Tell whether a figure may be an amount; "Since September, 15 children" holds no date."""
    return one.kind in _ALONGSIDE or (one.kind is Kind.DAY and bool(_AFTER_MONTH.search(text[: one.span[0]])))


def _is_range(text: str, first: Figure, second: Figure) -> bool:
    between = text[first.span[1] : second.span[0]].strip("$€£")
    if not {first.kind, second.kind} <= _ALONGSIDE or not _RANGE.fullmatch(between):
        return False
    before = text[: first.span[0]].rstrip("$€£ ").lower()
    if between.strip().lower() == "and":
        return before.endswith("between") and _value(first, second) < _value(second)
    return not before.endswith(("from", "by")) and _value(first, second) < _value(second)


def _value(figure: Figure, other: Figure | None = None) -> float:
    """Return a figure's value; the first of "2 to 3 million" has the second's scale."""
    assert not isinstance(figure.value, (str, tuple))
    scale = other.scale if other and figure.scale == 1 < other.scale and figure.mantissa is not None else 1
    return float(figure.value * scale)


def _amount(text: str, ends: tuple[Figure, ...]) -> Amount | None:
    start, end = ends[0].span[0], ends[-1].span[1]
    if loose := _LOOSE_GROUP.match(text, ends[-1].span[0]):
        end = loose.end()
    if any(isinstance(one.value, (str, tuple)) for one in ends) or _counts_nothing(text, start, end):
        return None
    if ends[0].worded and _VAGUE.search(text[:start]):
        return None  # "several thousand" has no value
    number = start, end
    sign, unit = NUMBER, None
    if ends[-1].kind is Kind.PERCENT:
        sign, unit = PERCENT, "%"
        end += len(match[0]) if (match := re.match(r"\s?(?:%|per ?cent)", text[end:])) else 0
    elif found := _currency(text, start, end):
        sign, start, end, unit = MONEY, *found
    if match := _TRAILING.match(text, end):
        end = match.end()
    hedge = _HEDGE.search(text, max(0, start - 45), start)
    if hedge:
        start = hedge.start(1)
    between = re.search(r"\bbetween $", text[:start], re.IGNORECASE) if len(ends) == 2 else None
    words = " ".join(filter(None, (_hedge(hedge[1]) if hedge else None, match and match[0].strip(" ,").lower())))
    return Amount(
        sign=sign,
        span=(between.start() if between else start, end),
        number=number,
        figures=ends,
        low=_value(*ends),
        high=_value(ends[-1]),
        unit=unit,
        hedge=words or None,
    )


def _hedge(written: str) -> str | None:
    """Return what of the words before a number hedges it: "another" and "a total of" do not."""
    words = _TOTAL.sub("", written.lower() + " ").strip()
    return words if words and words not in _NO_HEDGE else None


def _counts_nothing(text: str, start: int, end: int) -> bool:
    """Tell whether a figure is an age, a time, a distance, a part of a name or of another number."""
    if (
        _UNITS.match(text, end)
        or _AGE.match(text, end)
        or _AGED.search(text, max(0, start - 24), start)
        or _ONE_OF.search(text[:start])
    ):
        return True
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return (
        before in ("-", "/", "#", "+", "*")
        or (before.isalpha() and before != "S")
        or bool(re.match(r"-[a-z]|[º°ª/]|-? ?-? ?year", after))
    )


def _currency(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Return a money's span and its unit."""
    before, after = _BEFORE.search(text, max(0, start - 8), start), _AFTER.match(text, end)
    if not before and not after:
        return None
    name = before[1] if before else after[1] if after else ""
    return (
        before.start() if before else start,
        after.end() if after else end,
        _CURRENCIES.get(name, name),
    )
