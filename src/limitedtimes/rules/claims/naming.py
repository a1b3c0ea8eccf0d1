"""Which names of a story's speakers mean the same speaker. Pure.

Lightly, and only where it is certain: "Putin" is "Vladimir Putin", "the Russian president" is "Russian President Vladimir
Putin", "Baku" counts for Azerbaijan; two offices of one country stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from limitedtimes.model.story import Claim

# Capitals and seats that stand for those who govern there.
SEATS = {
    seat.strip(): country
    for country, seats in (pair.split(":") for pair in (
        "Azerbaijan:Baku|Armenia:Yerevan|Russia:Moscow,the Kremlin,Kremlin|Ukraine:Kyiv,Kiev|Turkey:Ankara|Georgia:Tbilisi|Iran:Tehran|"
        "Israel:Tel Aviv|France:Paris,the Élysée|Germany:Berlin|Italy:Rome|Spain:Madrid|Portugal:Lisbon|Poland:Warsaw|"
        "Hungary:Budapest|Greece:Athens|China:Beijing|Japan:Tokyo|South Korea:Seoul|North Korea:Pyongyang|India:New Delhi,Delhi|"
        "Pakistan:Islamabad|Afghanistan:Kabul|Iraq:Baghdad|Syria:Damascus|Lebanon:Beirut|Egypt:Cairo|Ethiopia:Addis Ababa|"
        "Sudan:Khartoum|South Sudan:Juba|Venezuela:Caracas|Colombia:Bogotá,Bogota|Cuba:Havana|Belarus:Minsk|Serbia:Belgrade|"
        "Kosovo:Pristina|Brazil:Brasília,Brasilia|United States:Washington,the White House|United Kingdom:London,Downing Street"
    ).split("|"))
    for seat in seats.split(",")
}  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_PROPER = re.compile(r"(?:[A-ZÀ-Ý][\w'’.-]*)(?: (?:(?:de|da|do|dos|von|van|al|el|bin) )?[A-ZÀ-Ý][\w'’.-]*)*$")
_PREPOSITION = re.compile(r"\b(?:of|in|from|at|for|to|and|by) (?:the )?$")
_HEADS = re.compile(
    r"\b(authorities|government|ministry|officials|police|army|military|hospital|prosecutors?|president|spokes\w+|union|agency|office|"
    r"rescuers|firefighters|consulate|embassy|separatists|rebels)\b",
    re.IGNORECASE,
)


def same_speakers(claims: Sequence[Claim]) -> dict[str, str]:
    """Return for every speaker of a story's claims the fullest name under which the story knows it."""
    names = list(dict.fromkeys(one.speaker for one in claims if one.speaker))
    values: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for one in claims:
        if one.speaker:
            values[one.speaker].add((one.counted, one.low, one.high))
    groups = _Groups(names)
    for place, first in enumerate(names):
        for second in names[place + 1 :]:
            if _alike(first, second):
                groups.join(first, second)
    _join_roles(names, groups)
    _join_descriptions(names, values, groups)
    return {name: _fullest(groups.of(name)) for name in names}


class _Groups:
    """Names, put together step by step."""

    def __init__(self, names: Iterable[str]) -> None:
        self._groups = {name: {name} for name in names}

    def of(self, name: str) -> set[str]:
        return self._groups[name]

    def join(self, first: str, second: str) -> None:
        both = self._groups[first] | self._groups[second]
        for name in both:
            self._groups[name] = both


def _plain(name: str) -> str:
    name = _ARTICLE.sub("", SEATS.get(name, name))
    return " ".join(name.replace("’", "'").split())


def _alike(first: str, second: str) -> bool:
    one, other = _plain(first), _plain(second)
    if one.lower() == other.lower():
        return True
    names = _person(one), _person(other)
    if names[0] and names[1] and names[0][-1] == names[1][-1]:
        return set(names[0]) <= set(names[1]) or set(names[1]) <= set(names[0])
    return _office(one) is not None and _office(one) == _office(other)


def _person(name: str) -> list[str]:
    """Return the words of the proper name at the end, none where it is only what an office is of."""
    match = _PROPER.search(name)
    return match[0].split() if match and not _PREPOSITION.search(name[: match.start()]) else []


def _office(name: str) -> tuple[str, frozenset[str]] | None:
    """Return an office and whose it is: the authorities of Nagorno-Karabakh."""
    head = _HEADS.search(name)
    whose = frozenset(word for word in name.split() if word[0].isupper() and not _HEADS.fullmatch(word))
    return (head[1].lower(), whose) if head and whose else None


def _join_roles(names: Sequence[str], groups: _Groups) -> None:
    """Let "the Russian president" be the one president whom the story names."""
    for name in names:
        role = _plain(name).lower()
        holders = [other for other in names if _plain(other).lower().startswith(f"{role} ") and _person(_plain(other))]
        if holders and all(other in groups.of(holders[0]) for other in holders):
            groups.join(name, holders[0])


def _join_descriptions(names: Sequence[str], values: dict[str, set[tuple[object, ...]]], groups: _Groups) -> None:
    """Let "the authorities of the enclave" be those whom the story names, where they give the very same figure."""
    for name in names:
        head = _HEADS.search(name)
        if head is None or _office(_plain(name)):
            continue
        others = [
            other
            for other in names
            if (office := _office(_plain(other))) and office[0] == head[1].lower() and values[other] & values[name]
        ]
        if others and all(other in groups.of(others[0]) for other in others):
            groups.join(name, others[0])


def _fullest(names: set[str]) -> str:
    """Return the name that says most: with a proper name in it, of a person before others, and the longest of these."""
    return max(
        names,
        key=lambda name: (
            name not in SEATS,
            len(_person(_plain(name))) > 1,
            _office(_plain(name)) is not None,
            len(name),
            name,
        ),
    )
