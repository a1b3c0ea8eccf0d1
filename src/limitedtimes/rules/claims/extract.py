"""Claims of one English sentence: the figure, what it counts, whom it counts, and who says so. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.story import Counted
from limitedtimes.rules.claims.amounts import Amount, amounts, shape
from limitedtimes.rules.claims.counting import counted
from limitedtimes.rules.claims.speakers import fits, speaker, voice

if TYPE_CHECKING:
    from limitedtimes.model.article import Span

_YEAR = re.compile(
    r"(?<![\d.,$€£-])(?:1[5-9]|20)\d\d(?!\d|[.,]\d|\s(?:people|dead|deaths|civilians|soldiers))(?:['’]?s)?"
)
_BARE_YEAR = re.compile(
    r"\b(?:in|of|since|between|the) (?:early |late |mid-|[A-Z][a-z]+ )?(?:1[5-9]|20)\d\d(?!\d|[.,]\d)", re.IGNORECASE
)
# "the most since 2017", "compared with 90 last year": the past is what the figure is set against.
_RECORD = re.compile(
    r"\b(?:highest|worst|most|largest|biggest|first|deadliest|lowest|bloodiest)\b[^,;]*?\bsince\b[^,;]*+(?!, (?:when|where|in which))|"
    r"\b(?:compared (?:with|to)|(?:more|less|fewer|higher|lower) than in|(?:up|down) (?:from|on)|against)\b[^,;]*+",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:years|decades|centuries|a year|a decade|a century) (?:ago|earlier|before)\b|\blast year\b|\b(?:past|last|previous) (?:\w+ )?(?:years|decades)\b|\bprevious (?:year|record|season|winter)\b|"
    r"\bWorld War\b|\bin the (?:previous|last) war\b|\bcentury\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:could|might|would|if|unless|whether|should|(?-i:may)|can|cannot|threaten(?:s|ed|ing)? to|in case|risks?|fears? (?:that|of)|feared|"
    r"expected to|plan(?:s|ned|ning)? (?:to|for)|potential|intention to|intends? to|wants? to|wanted to|asked? for|seeks?|seeking|propos(?:es?|ed|ing)|predict\w*|forecast\w*|simulat\w+|imagin\w+|"
    r"target of|goal of|hopes? to|aims? to|aiming to|aimed at)\b[^;]*$",
    re.IGNORECASE,
)
# What the figure is set against, not what it is.
_COMPARED = re.compile(
    r"\b(?:(?:down|up) from|compared (?:to|with)|instead of|rather than|(?:higher|lower|larger|smaller) than)(?: the)? $",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied)|false|untrue|hoax|rumou?rs?)\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not|never|no longer|n't|nor|neither|(?-i:without))\b[^,;]{0,25}$|n't\b[^,;]{0,25}$", re.IGNORECASE
)
_REPORTED = re.compile(r"\bmay (?:have|not)\b", re.IGNORECASE)

_SIDES = re.compile(
    r"[^,;.#¤%]{0,30}?\b(?P<scope>(?:on|from|in) (?:each|either|both|every|one) (?:of the )?(?:sides?|part(?:y|ies)|camps?))\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?P<scope>in total|in all|altogether|overall|all told)\b", re.IGNORECASE)
_WHOM = re.compile(
    r" (?P<scope>(?:(?!of\b|were\b|was\b|are\b|have\b|had\b|has\b|and\b|or\b|in\b|been\b|more\b|other\b|dead\b|killed\b|injured\b|wounded\b|confirmed\b|arrested\b)[\w'’-]+ ){0,2}?(?:civilians?|soldiers?|military personnel|military men|military|troops|servicemen|fighters|combatants|militants|rebels|policem[ae]n|police officers|officers|firefighters|children|minors|women|girls|boys|teenagers|students|workers|miners|passengers|migrants|journalists|prisoners|hostages|tourists|protesters|demonstrators|Palestinians|Israelis|refugees|residents|families|patients|[A-Z]\w+(?:ans?|ese|is|ians)))\b(?P<aged> aged (?:under |over )?\d+)?"
)
_OF_WHOM = re.compile(
    r" (?:[\w-]+ )?(?:deaths|deaths?|bodies|arrests|injuries) (?:of|among) (?P<scope>(?:\w+ )?(?:civilians|soldiers|children|women|protesters|migrants|journalists|students|officers))\b",
    re.IGNORECASE,
)
_FOR = re.compile(r" (?:votes? )?(?P<scope>in favou?r|against|for)\b", re.IGNORECASE)
_SUMS = re.compile(
    r" (?P<scope>in (?:\w+ )?(?:damages?|losses|aid|fines|compensation|funding|profits?|debts?|investments?|prize money|restitution|relief))\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?P<scope>(?:net |total |national |annual )?(?:loss|losses|profit|damages?|fine|debt|deficit|surplus|turnover|revenues?|aid|compensation|prize pool|net debt)) of (?:the |about )*$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?<!the )(?<![Tt]he [\w-] )\b[A-ZÀ-Ý][\w'’-]+(?: (?:de|da|do|dos|von|van|al|el|bin))?(?: [A-ZÀ-Ý][\w'’-]+)+\b"
)
_LONGEST = 1_500  # characters; what is longer is a list or no prose
_BARE = re.compile(r"\s*(?:[\"”»'’]|[.,;!]|$)")


@dataclass(frozen=True, slots=True)
class Found:
    """A claim in its sentence. ``speaker`` None: the outlet itself."""

    counted: Counted
    amount: Amount
    scope: Span | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Before:
    """What the sentence before leaves to the next: its text, its one voice and what it counts."""

    text: str = ""
    voice: str | None = None
    counted: Counted | None = None


NOTHING = Before()


def claims_in(sentence: str, before: Before = NOTHING, year: int | None = None) -> tuple[list[Found], Before]:
    """Return a sentence's claims, and what the next sentence needs of it.

    ``before`` is what stands before it in the same block; ``year`` the article's: what is dated earlier is history.
    """
    found = amounts(sentence) if len(sentence) <= _LONGEST else []
    written = shape(sentence, found)
    known = counted(found, written, before.text) if found else {}
    known |= _continued(found, written, before)
    told = sentence.rstrip().endswith("?") or _DENIED.search(sentence) or _is_history(sentence, year)
    sure = () if told else [(found[place], what) for place, what in known.items() if _is_real(found[place], written)]
    claims = [one for amount, what in sure if (one := _claim(sentence, amount, what, before.voice))]
    who = next((one.speaker for one in claims if one.speaker), None) or voice(sentence)
    kinds = {one.counted for one in claims}
    return claims, Before(sentence, who, kinds.pop() if len(kinds) == 1 else None)


def _continued(found: list[Amount], written: str, before: Before) -> dict[int, Counted]:
    """Let "In total, he added, it is already 5,000" count what the sentence before counts."""
    if before.counted is None or len(found) != 1 or not _WHOLE.match(written):
        return {}
    amount = found[0]
    return {0: before.counted} if amount.sign == "#" and _BARE.match(written[amount.span[1] :]) else {}


def _is_real(amount: Amount, written: str) -> bool:
    """Tell whether a figure is given for true: not "could kill 5", "if 5 die", "did not arrest 5"."""
    clause = _REPORTED.sub(lambda match: " " * len(match[0]), written[: amount.span[0]])
    rest = clause.rpartition(";")[2]
    return not (_UNREAL.search(rest) or _NEGATED.search(rest) or _COMPARED.search(rest))


def _claim(sentence: str, amount: Amount, what: Counted, voice_before: str | None) -> Found | None:
    who = speaker(sentence, amount.span)
    name = who.text if who else None
    if who and not who.named:
        name = _antecedent(sentence, who.text) or voice_before
        if not name or not who.text or not fits(who.text, name):
            return None  # said by somebody of whom nobody can be certain
    return Found(what, amount, _scope(sentence, amount, what), name)


def _antecedent(sentence: str, pronoun: str) -> str | None:
    """Return the person with whose name the sentence begins, where no other stands before the pronoun."""
    if pronoun.lower() not in ("he", "she"):
        return None
    begun = sentence[: re.search(rf"\b{pronoun}\b", sentence).start()]  # type: ignore[union-attr]
    name = _PERSON.match(begun)
    return name[0] if name and not _PERSON.search(begun, name.end()) else None


def _is_history(sentence: str, year: int | None) -> bool:
    told = _RECORD.sub("", sentence)
    if _PAST.search(told):
        return True
    if year is None:
        return bool(_BARE_YEAR.search(told))
    return any(int(match[0][:4]) < year for match in _YEAR.finditer(told))


def _scope(sentence: str, amount: Amount, what: Counted) -> Span | None:
    start, end = amount.span
    after = sentence[end:]
    if what is Counted.MONEY:
        return _at(_SUMS.match(after), end) or _at(_TITLED.search(sentence[:start]), 0)
    if what is Counted.VOTES:
        return _at(_FOR.match(after), end)
    return (
        _at(_SIDES.match(after), end)
        or _at(_WHOM.match(after), end)
        or _at(_OF_WHOM.match(after), end)
        or _at(_WHOLE.match(sentence), 0)
    )


def _at(match: re.Match[str] | None, by: int) -> Span | None:
    return (match.start("scope") + by, match.end("scope") + by) if match else None
