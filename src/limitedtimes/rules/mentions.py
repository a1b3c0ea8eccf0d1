"""Which people, places and bodies an English text names, as readers would look them up. Pure.

There is no model behind this: capitals tell, and what they do not tell is left out. Wrong names are worse than few.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from limitedtimes.rules.agencies import AGENCIES
from limitedtimes.rules.names.find import Name, is_common, names
from limitedtimes.rules.names.outlets import listed
from limitedtimes.rules.names.places import is_people, is_place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_MOST = 24  # names an article
_LONGEST = 48  # characters: longer runs of capitals are headings
_HEADLINE = 0.6  # share of capitals from which a line is written as a headline, so that they say nothing
# Common words that end names: "European Union", "Constitutional Court", "World Bank".
_BODIES = frozenset(
    """
    union court bank party parliament assembly senate council congress committee commission republic kingdom ministry department
    agency university institute museum hospital airport bridge river lake mount island islands sea canal cup league
    association federation foundation army navy bay strait nations states republicans democrats park stadium church cathedral
    """.split()
)
_OFFICES = frozenset(
    """
    president minister king queen prince princess pope professor general governor mayor senator secretary chancellor colonel
    captain judge bishop archbishop cardinal chief chairman chairwoman director deputy vice ambassador officer premier coach
    foreign interior defence defense finance health education justice environment prime former acting prosecutor lawyer doctor
    actor actress singer writer author mp mps mep pm ceo rep sen gov dr mr mrs ms sir dame lord lady sheikh father sister
    """.split()
)
# Common words that begin names: "South Ossetia", "Supreme Court", "World Bank". "New" at a sentence's start is one before few.
_BEGINNINGS = frozenset(
    """
    north south east west northern southern eastern western central new old great saint st mount lake river royal supreme
    federal national international world democratic republic islamic labour liberal conservative
    """.split()
)
_NEW = frozenset("york zealand orleans delhi jersey mexico hampshire caledonia guinea england brunswick".split())
_MONTHS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun am".split()
)
# Written with a capital, and in the news of every day.
_EVERYWHERE = frozenset(
    "northeast northwest southeast southwest earth internet web christmas easter state covid mass".split()
)
_ABBREVIATED = re.compile(r"[A-Z][A-Z0-9]{1,5}")


def mentioned(texts: Iterable[str], *, without: Collection[str] = ()) -> tuple[str, ...]:
    """Return the names in English texts, each once, in the order in which they appear.

    Where a text has a name in full and by its last part, it is given in full. Names of outlets and agencies are left out,
    and those in ``without`` (in any case).
    """
    left_out = _press() | {name.casefold() for name in without}
    found: dict[str, None] = {}
    for line in (line for text in texts for line in text.split("\n")):
        for name in _runs(line):
            if name.casefold() not in left_out:
                found[name] = None
    return tuple(_in_full(found))[:_MOST]


def _in_full(found: Iterable[str]) -> list[str]:
    every = list(found)
    return [name for name in every if not any(other.endswith((f" {name}", f"-{name}")) for other in every)]


@lru_cache(maxsize=1)
def _press() -> frozenset[str]:
    agencies = {form.casefold() for forms in AGENCIES.values() for form in forms.split("|")}
    outlets = {english.casefold() for english, ordinary in listed().values() if not ordinary}
    return frozenset(agencies | outlets)


def _runs(line: str) -> Iterator[str]:
    capitalised = names(line)
    if len(capitalised) > _HEADLINE * len(line.split()) and not line.rstrip().endswith((".", "!", "?")):
        return
    run: list[Name] = []
    for word in capitalised:
        run.append(word)
        if word.last or parted(line, word):
            if name := name_of(line, run):
                yield name
            run = []


def parted(line: str, word: Name) -> bool:
    """Tell whether what follows, in spite of its capital, is another name: "Putin. Speaking"."""
    return line.startswith(". ", word.span[1]) and len(word.text) > 2


def name_of(line: str, run: Sequence[Name]) -> str | None:
    """Return the name in a run of capitalised words that follow each other in a line, None where there is none to be sure of."""
    run = _after_offices([word for word in run if word.text.lower() not in _MONTHS])
    while run and is_common(run[0]) and not _begins(run):
        run = run[1:]
    while run and is_common(run[-1]) and run[-1].text.lower() not in _BODIES:
        run = run[:-1]
    if not run or (len(run) == 1 and not _stands_alone(run[0])):
        return None
    if all(_says_little(word) for word in run) and not _is_a_peoples_body(run):
        return None
    name = line[run[0].span[0] : run[-1].span[1]].replace("\u00a0", " ")
    return name if len(name) <= _LONGEST else None


def _after_offices(run: list[Name]) -> list[Name]:
    """Leave out whose office stands before a name: "Superior Court Judge James Bodiford"."""
    offices = [at for at, word in enumerate(run[:-1]) if word.text.lower() in _OFFICES]
    return run[offices[-1] + 1 :] if offices else run


def _begins(run: list[Name]) -> bool:
    first = run[0]
    if len(run) == 1 or first.text.lower() not in _BEGINNINGS:
        return False
    return not first.opening or first.text != "New" or run[1].text.lower() in _NEW


def _says_little(word: Name) -> bool:
    lowered = word.text.lower()
    return lowered in _BODIES or lowered in _OFFICES or is_people(word.text) or is_common(word)


def _is_a_peoples_body(run: list[Name]) -> bool:
    """Tell whether a name is like "European Commission": who and what, each of which alone says little."""
    return is_people(run[0].text) and run[-1].text.lower() in _BODIES


def _stands_alone(word: Name) -> bool:
    """Tell whether one word is a name: not where its capital may be the sentence's, not a people, not a letter."""
    if is_people(word.text) or is_common(word) or word.text.lower() in _EVERYWHERE or len(word.text) < 3:
        return False
    return not word.opening or is_place(word.text) or bool(_ABBREVIATED.fullmatch(word.text))
