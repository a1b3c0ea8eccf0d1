"""What an amount counts: patterns over a sentence's shape (see ``amounts``). Pure.

Precision comes first: an amount that no pattern knows counts nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from limitedtimes.model.story import Counted
from limitedtimes.rules.claims.patterns import PATTERNS, PEOPLE, THINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.rules.claims.amounts import Amount
    from limitedtimes.rules.claims.patterns import Pattern

_SUM = (
    r"cost|costs|costing|costed|pay|pays|paid|paying|loss|losses|lost|lose|loses|losing|damages?|harm|fined?|fines|profits?|debts?|ow(?:e|es|ed|ing)|"
    r"aid|relief|funding|donat\w+|grants?|granted|invest\w*|announc\w+|releas\w+|spen[dt]|spending|purchased?|bought|acquired|sold|worth|compensation|"
    r"reparations?|repair|budget|bail|ransom|prize|seiz\w+|stolen|stole|returned|repaid|award\w*|restitution|embezzl\w+|defrauded|charged"
)
_GOVERNED = re.compile(rf"\b(?:{_SUM})\b[^;¤]{{0,70}}$", re.IGNORECASE)
_GOVERNING = re.compile(
    rf"\s?(?:\([^)]*\)\s?)?(?:(?:in|of|as|for|a|the|worth of) )?(?:[\w'’-]+ ){{0,2}}?(?:{_SUM})\b", re.IGNORECASE
)
_HOUSEHOLD = re.compile(
    r"\b(?:typical|household|average|usually|monthly|mortgage|allowance|salary|wages?|rent|threshold)\b", re.IGNORECASE
)
# A price by the piece, the hour or the year says nothing of a sum.
_EACH = re.compile(
    r"(?:\s\w+)?\s?(?:\([^)]*\)\s?)?(?:(?:per|each|apiece|every|a|an|/|the|for each|for every)\s?"
    r"(?:hour|day|night|week|month|year|kilo\w*|kg|lit(?:re|er)|barrel|ton(?:ne)?|share|unit|person|piece|head|truck|bottle|megawatt|square|"
    r"ticket|passenger|hectare|copy|student|child|vote|container|job|call)\w*\b|each\b|apiece\b|per\b|extra\b|/|(?:-| )?a-(?:day|week|year)|more than (?:leaving|the))",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\b(?:price[sd]?|quoted|closed|opened|shares?|stock|stood|ticket|salary|salaries|wages?|allowance|fee|rent|rate|tariff|toll|"
    r"pension|average|usually|normally|per|from|up to|between|at)\b[^;¤]{0,45}$",
    re.IGNORECASE,
)
_LARGE = 1_000_000
_SMALL = 1_000  # what costs less is a price

_DEATHLY = re.compile(r"\b(?:dead|deaths?|died|killed|casualt\w+|fatal\w+|fallen|fell|bodies|victims)\b", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:sp(?:eak|eaks|oke|eaking) (?:only )?of|talks? (?:only )?of|refers?|referred|account(?:s|ed)? for|count(?:s|ed)?|report(?:s|ed)?|lists?|listed|"
    r"admit(?:s|ted)?|acknowledg\w+|confirm(?:s|ed)?|mention(?:s|ed)?|cit(?:es|ed)|recogni[sz]e[sd]?|record(?:s|ed)?|registers?|registered|"
    r"tall(?:y|ies|ied)|claim(?:s|ed)?|points? to|pointed to)(?: (?:only|now|just|also|at|to|about))* $",
    re.IGNORECASE,
)  # fmt: skip
_FORCES = re.compile(
    r" (?:civilians?|soldiers?|military(?: personnel| men)?|fighters|combatants|troops|servicemen|policemen|victims)\b(?! (?:were |are |have |had )?(?:injured|wounded|missing|arrested|captured|evacuated|held))",
    re.IGNORECASE,
)
_SCOPED = re.compile(
    r" (?:dead )?(?:on|from|in) (?:each|either|both|every|one) (?:of the )?(?:sides?|part(?:y|ies)|camps?)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"(?P<noun> (?:[\w'’-]+ ){{0,2}}?{PEOPLE}),?(?: and| as well as) ", re.IGNORECASE)
_JOINS = re.compile(
    rf" (?:[\w'’-]+ ){{0,2}}?{PEOPLE}(?=[,.;]| (?:in|on|at|when|during|since|after|as|near)\b|$)", re.IGNORECASE
)


def counted(amounts: Sequence[Amount], shape: str, before: str) -> dict[int, Counted]:
    """Return what amounts count, by their places in the list.

    ``shape`` is the sentence's, ``before`` the text that stands before the sentence: "speaks of 63 civilians" counts the
    dead where these are what is spoken of.
    """
    known = dict(_known(amounts, shape))
    for place, amount in enumerate(amounts):
        if place not in known and amount.sign == "#" and _is_toll(amount, shape, before):
            known[place] = Counted.DEAD
    _share(amounts, shape, known)
    return dict(sorted(known.items()))


def _known(amounts: Sequence[Amount], shape: str) -> Iterator[tuple[int, Counted]]:
    spans = {span: what for pattern in reversed(PATTERNS) for span, what in _matches(pattern, shape)}
    for place, amount in enumerate(amounts):
        if amount.sign == "¤":
            if _is_sum(amount, shape):
                yield place, Counted.MONEY
        elif what := spans.get(amount.span):
            yield place, what


def _matches(pattern: Pattern, shape: str) -> Iterator[tuple[Span, Counted]]:
    at = 0
    while match := pattern.regex.search(shape, at):
        span = match.span("n")
        at = max(match.start() + 1, span[1] if match.start() == span[0] else match.start() + 1)
        between = shape[span[1] : match.end()].split()
        if pattern.counted is Counted.VOTES or not any(THINGS.match(word.strip(",")) for word in between[:-1]):
            yield _whole(shape, span), pattern.counted


def _whole(shape: str, span: Span) -> Span:
    """Return the amount's whole span: a match may start within its signs."""
    start, end = span
    while start and shape[start - 1] == shape[start]:
        start -= 1
    return start, end


def _is_sum(amount: Amount, shape: str) -> bool:
    start, end = amount.span
    before, after = shape[:start], shape[end:]
    if amount.high < _SMALL or _EACH.match(after) or re.search(r"¤ ?\($|¤; $|¤, or $", before):
        return False  # a rate, or the amount before in another currency
    if amount.high >= _LARGE:
        return True
    governed = _GOVERNED.search(before) or _GOVERNING.match(after)
    return bool(governed) and not _PRICED.search(before) and not _HOUSEHOLD.search(shape)


def _is_toll(amount: Amount, shape: str, before: str) -> bool:
    start, end = amount.span
    told = _TOLD.search(shape[:start]) or ((amount.hedge or "").endswith("to") and _TOLD.search(shape[:start] + "to "))
    return bool(told and _FORCES.match(shape[end:]) and (_DEATHLY.search(shape) or _DEATHLY.search(before)))


def _share(amounts: Sequence[Amount], shape: str, known: dict[int, Counted]) -> None:
    """Let "874 soldiers and 30 civilians killed" count the dead twice, and "... and more than 2,000 on each side", too."""
    joins = [_JOINED.fullmatch(shape, first.span[1], second.span[0]) is not None for first, second in pairwise(amounts)]
    for place in reversed(range(len(joins))):
        if place not in known and joins[place] and known.get(place + 1) in _OF_PEOPLE:
            known[place] = known[place + 1]
    for place, joined in enumerate(joins):
        after = shape[amounts[place + 1].span[1] :]
        if place + 1 in known or known.get(place) not in _OF_PEOPLE:
            continue
        if (joined and _JOINS.match(after)) or _SCOPED.match(after):
            known[place + 1] = known[place]


_OF_PEOPLE = frozenset(set(Counted) - {Counted.MONEY, Counted.VOTES})
