"""Faults made by program: a good translation goes in, the same with one planted fault comes out.

The same seed makes the same faults. A fault that a text gives no room for is not made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")
_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?!\w)")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-zà-ÿ'’-]{2,}(?: [A-Z][a-zà-ÿ'’-]{2,})*\b")
_CAPITALISED = set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December English American British French German Spanish Russian Chinese Mr Mrs Ms Dr President The".split()
)
_CLAUSE = re.compile(r"(?<=[,;:—–])\s+|\s+(?=[—–-] )")
_NEGATIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bcannot\b"), "can"),
    (re.compile(r"\bcan['’]t\b"), "can"),
    (re.compile(r"\bwon['’]t\b"), "will"),
    (re.compile(r"(?<=\w)n['’]t\b"), ""),
    (re.compile(r"\b(?:do|does|did) not "), ""),
    (re.compile(r"\bnot "), ""),
    (re.compile(r"\bnever "), ""),
    (re.compile(r"\bwithout\b"), "with"),
    (re.compile(r"\bnobody\b"), "somebody"),
    (re.compile(r"\bno one\b"), "someone"),
    (re.compile(r"\bno (?=[a-z])"), ""),
)
_NO_NEGATION = re.compile(
    r"\bnot only\b|\bwhether or not\b|\bif not\b|\bno longer\b|\bno\. ?\d|\bis no\b.*\bno\b", re.IGNORECASE
)
_EACH = re.compile(r"\beach\b|\bper\b(?= (?:side|person|team|club|country)\b)|\bapiece\b")
_SAID = r"(?:said|says|told \w+|added|explained|argued|claimed|insisted|warned|wrote|noted|admitted|confirmed|recalled|according to)"
_ATTRIBUTION = re.compile(
    rf"(?:,(?P<quote>[\"”’']?)|(?P<after>[\"”’']),?) (?:(?:he|she|they|it|[A-Z][^,.]{{1,40}}?) {_SAID}|{_SAID} [^,.]{{2,40}}?)"
    r"(?: (?:on|in|at|to|after|during|of) [^,.\"“”]{1,40})?\.$"
)
_FEWEST = 4  # words of a clause that is dropped, and of what must be left


@dataclass(frozen=True, slots=True)
class Fault:
    """A translation with one planted fault."""

    row: int
    kind: str
    text: str


def faults(pairs: Sequence[tuple[str, str]], seed: int = 4) -> list[Fault]:
    """Plant every kind of fault that each translation gives room for; ``pairs`` are sentences with their translations."""
    names = sorted({name for source, text in pairs for name in _names(source, text)})
    made: list[Fault] = []
    for row, (source, text) in enumerate(pairs):
        for kind, plant in PLANTERS.items():
            # Of its own for each row and kind, so that a row's faults stay when others come or go.
            bad = plant(source, text, names, Random(f"{seed} {kind} {row}"))  # noqa: S311 - repeatable by intention
            if bad is not None and bad != text:
                made.append(Fault(row, kind, bad))
    return made


def _digit(source: str, text: str, names: Sequence[str], random: Random) -> str | None:
    """Change one digit of a number."""
    del names
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    number = match[0]
    # A number that the original has elsewhere is none that is wrong to see.
    news = [
        new
        for place, old in enumerate(number)
        for digit in "0123456789"
        if old.isdigit() and digit != old and not (place == 0 and digit == "0")
        if (new := number[:place] + digit + number[place + 1 :]) not in source
    ]
    return text[: match.start()] + random.choice(news) + text[match.end() :]


def _other_number(source: str, text: str, names: Sequence[str], random: Random) -> str | None:
    """Put another number of the same length in a number's place."""
    del names
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    while True:
        new = re.sub(r"\d", lambda _: random.choice("123456789"), match[0])
        if new not in text and new not in source:
            return text[: match.start()] + new + text[match.end() :]


def _separators(source: str, text: str, names: Sequence[str], random: Random) -> str | None:
    """Lose a digit or a separator of a long number: 2,200,112 becomes 2,200,12 or 2.2."""
    del source, names
    found = list(_GROUPED.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    head, _, last = match[0].rpartition(",")
    return (
        text[: match.start()] + random.choice([f"{head},{last[1:]}", head, f"{head},{last},000"]) + text[match.end() :]
    )


def _names(source: str, text: str) -> list[str]:
    """Return names that stand in the middle of a translation and are written the same in the source."""
    found = (match[0] for match in _NAME.finditer(text))
    return [
        name for name in found if name.split()[0] not in _CAPITALISED and re.search(rf"\b{re.escape(name)}\b", source)
    ]


def _swapped_name(source: str, text: str, names: Sequence[str], random: Random) -> str | None:
    """Put another name in a name's place, wherever the name stands."""
    mine = _names(source, text)
    others = [name for name in names if not set(name.split()) & set(f"{source} {text}".replace(",", " ").split())]
    if not mine or not others:
        return None
    return re.sub(rf"\b{re.escape(random.choice(mine))}\b", random.choice(others), text)


def _exchanged_names(source: str, text: str, names: Sequence[str], random: Random) -> str | None:
    """Let two names of a sentence change places."""
    del names
    mine = sorted(set(_names(source, text)))
    pairs = [(one, other) for one in mine for other in mine if one < other and one not in other and other not in one]
    if not pairs:
        return None
    one, other = random.choice(pairs)
    return re.sub(rf"\b({re.escape(one)}|{re.escape(other)})\b", lambda match: other if match[0] == one else one, text)


def _dropped_clause(source: str, text: str, names: Sequence[str], random: Random) -> str | None:
    """Drop a clause of at least four words, and leave at least as many."""
    del source, names
    parts = [part for part in _CLAUSE.split(text) if part]
    long = [place for place, part in enumerate(parts) if len(part.split()) >= _FEWEST]
    if len(parts) < 2 or not long:
        return None
    gone = random.choice(long)
    left = " ".join(part for place, part in enumerate(parts) if place != gone)
    if len(left.split()) < _FEWEST:
        return None
    end = text[-1] if text[-1] in '.!?"”' and gone == len(parts) - 1 else ""
    left = left.rstrip(",;:—– ") + end
    return left[:1].upper() + left[1:]


def _dropped_negation(source: str, text: str, names: Sequence[str], random: Random) -> str | None:
    """Turn the one negation of a translation into its opposite."""
    del source, names, random
    found = [(match, new) for pattern, new in _NEGATIONS for match in pattern.finditer(text)]
    places = {match.end() for match, _ in found}
    if len(places) != 1 or _NO_NEGATION.search(text):
        return None
    match, new = found[0]
    return text[: match.start()] + new + text[match.end() :]


def _each_as_both(source: str, text: str, names: Sequence[str], random: Random) -> str | None:
    """Turn what is said of each into what is said of both together."""
    del source, names, random
    return _EACH.sub("both", text, count=1)


def _dropped_attribution(source: str, text: str, names: Sequence[str], random: Random) -> str | None:
    """Leave out who said it, at the end of a sentence."""
    del source, names, random
    match = _ATTRIBUTION.search(text)
    if match is None or len(text[: match.start()].split()) < _FEWEST:
        return None
    return text[: match.start()] + "." + (match["quote"] or match["after"] or "")


PLANTERS: Mapping[str, Callable[[str, str, Sequence[str], Random], str | None]] = {
    "number_digit": _digit,
    "number_other": _other_number,
    "number_separators": _separators,
    "name_swapped": _swapped_name,
    "names_exchanged": _exchanged_names,
    "clause_dropped": _dropped_clause,
    "negation_dropped": _dropped_negation,
    "each_as_both": _each_as_both,
    "attribution_dropped": _dropped_attribution,
}
