"""One name, one spelling: within an article, and with the archive. Pure.

What is the same name is told by the source, where an outlet writes it in one way, or in ways that only romanisations and
case endings differ in. Names that merely resemble each other are left alone: a wrong name is worse than two spellings.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from limitedtimes.model.translation import Flag
from limitedtimes.rules.guards.case import Repair
from limitedtimes.rules.names.find import is_uncased, names, pairs, words
from limitedtimes.rules.names.kept import find_kept
from limitedtimes.rules.names.key import LONG, alike, fold, key, loose_key, strict_key
from limitedtimes.rules.names.places import is_place
from limitedtimes.rules.names.transliterate import is_abjad, is_latin, romanise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.translation import Candidate
    from limitedtimes.rules.names import Names
    from limitedtimes.rules.names.find import Pair

_SHORTEST = 4  # letters of a name that is worth a vote: shorter ones collide
_UNSURE = 0.5  # certainty of an engine that gives no probabilities

# Case endings of names, in Latin letters.
_SLAVIC = frozenset(
    "a u e i y o om em im ym oi ei iu ogo oho ego jeho omu emu jemu ovi evi owi ove ovy am ami akh ach iem ie iy yy yi ij yj oy uyu oyu"
    " aya ya".split()
)
_ENDINGS = {
    **dict.fromkeys("ru uk be sr hr bs sl mk bg pl cs sk".split(), _SLAVIC),
    "hu": frozenset("t at et ot nak nek val vel ra re ban ben bol tol hoz hez ig".split()),
    **dict.fromkeys(("fi", "et"), frozenset("n in en a ta sta ssa lla lle lta le l st ga i".split())),
    "lv": frozenset("s is a u am i e".split()),
    "lt": frozenset("as is us o io ui iui a u iu e".split()),
    "el": frozenset("s as is os ou u o i a".split()),
    **dict.fromkeys(("tr", "az"), frozenset("a e i u ya ye yi yu da de ta te dan den tan ten in un nin nun".split())),
}
_GENITIVE_S = frozenset("de nl sv da nb nn no is lb".split())
_WOMANS = re.compile(r"(?:ov|ev|in|yn|sk|tsk)a$")  # Putina may be Putin's wife, Navalnaya Navalny's
# What English puts behind a name to make another word of it: Russia and Russian, Putin and Putins.
_DERIVED = frozenset("n s an ns ans ian ians ean ish ese er ers i is ic ist ists ism".split())


@dataclass(frozen=True, slots=True)
class Vote:
    """How a name was written once or several times: ``weight`` is the sum of how certain the engine was (0 to 1 each)."""

    key: str
    source_form: str
    spelling: str
    weight: float


@dataclass(slots=True)
class _Group:
    """The mentions of one name in an article, as (sentence, pair, certainty)."""

    mentions: list[tuple[int, Pair, float]] = field(default_factory=list)
    forms: dict[str, bool] = field(default_factory=dict)  # of the source; True where it ended a name of several words


def keys(sentences: Iterable[str], language: str) -> frozenset[str]:
    """Return the keys of what may be a name in these sentences: what to ask the archive for.

    Chinese and its like do not part words, so their names are not known before they are translated.
    """
    found = {name.text for text in sentences for name in (words(text) if is_uncased(text) else names(text))}
    if language in _GENITIVE_S:
        found |= {text[:-1] for text in found if text.endswith("s")}
    return frozenset(key(text, language) for text in found if len(text) >= _SHORTEST or not is_latin(text))


def votes(translated: Iterable[tuple[str, Candidate]], language: str) -> list[Vote]:
    """Return how the names of these sentences were written, one vote for each name and spelling.

    Given names in front of a surname do not vote: newspapers spell one Alexei's so and another's so.
    """
    weights: dict[tuple[str, str, str], float] = defaultdict(float)
    for source, candidate in translated:
        for pair in pairs(source, candidate, language):
            if pair.target.last and _may_vary(pair):
                form = _nominative(pair, language)
                vote = key(form, language), form, pair.target.text
                weights[vote] += _certainty(candidate, pair.target.span)
    return [Vote(*vote, weight=round(weight, 4)) for vote, weight in weights.items()]


def unify(sentences: Sequence[tuple[str, Candidate]], language: str, known: Names) -> tuple[tuple[Repair, ...], ...]:
    """Return, for each sentence of an article in reading order, what to write so that each name has one spelling.

    The archive's spelling (``known.spellings``, by key) is taken where it has one, else the one that the engine is surest
    of over the whole article, the first of equals. A spelling that it adapted to English counts twice as much as one that
    it took over from the source, and a slip half.
    """
    repairs: list[list[Repair]] = [[] for _ in sentences]
    for group in _groups(sentences, language, known):
        spelling = _settle(group, language, known.spellings)
        for place, pair, _ in group.mentions:
            if spelling and (text := _respelt(pair, spelling, language)):
                repairs[place].append(_repair(pair, text))
    return tuple(tuple(sorted(one, key=lambda repair: repair.span)) for one in repairs)


def _repair(pair: Pair, text: str) -> Repair:
    message = f"The engine wrote {pair.target.text} here; this name is spelt {text}."
    return Repair(pair.target.span, text, Flag("name", message, pair.source.span, pair.target.span, repaired=True))


def _groups(sentences: Sequence[tuple[str, Candidate]], language: str, known: Names) -> list[_Group]:
    """Gather the mentions of each name: by the source's word, then words that are the same name's."""
    by_form: dict[str, _Group] = {}
    for place, (source, candidate) in enumerate(sentences):
        kept = [one.span for one in find_kept(source, known.kept)]
        runs = False
        for pair in pairs(source, candidate, language):
            surname = pair.source.last and runs
            runs = not pair.source.last
            if any(start <= pair.source.span[0] < end for start, end in kept) or not _may_vary(pair):
                continue
            form = _nominative(pair, language)
            group = by_form.setdefault(form.lower(), _Group())
            group.mentions.append((place, pair, _certainty(candidate, pair.target.span)))
            group.forms[form] = group.forms.get(form, False) or surname
    return _merged(by_form.values(), language)


def _merged(groups: Iterable[_Group], language: str) -> list[_Group]:
    """Put together the groups whose words are the same name's."""
    merged: list[_Group] = []
    by_start: dict[str, list[_Group]] = defaultdict(list)  # one name's words begin alike, or have one key
    for group in groups:
        starts = [
            start for form in group.forms for start in (romanise(form, language)[:_SHORTEST], key(form, language))
        ]
        near = (other for start in starts for other in by_start[start] if _same_name(group, other, language))
        if other := next(near, None):
            other.mentions += group.mentions
            other.forms |= group.forms
        else:
            merged.append(group)
        for start in dict.fromkeys(starts):
            by_start[start].append(other or group)
    return merged


def _nominative(pair: Pair, language: str) -> str:
    """Return the source's word without the genitive's s of German and the north, where the translation has none either."""
    form = pair.source.text
    genitive = language in _GENITIVE_S and form.endswith("s") and not pair.target.text.endswith("s")
    return form[:-1] if genitive and len(form) > _SHORTEST else form


def _may_vary(pair: Pair) -> bool:
    """Tell whether a pair is a name that has no English form of its own, and no mere likeness of two common words."""
    long_enough = len(pair.source.text) >= _SHORTEST or not is_latin(pair.source.text)
    return long_enough and not is_place(pair.target.text)


def _same_name(group: _Group, other: _Group, language: str) -> bool:
    return any(
        _same_romanised(one, two, language) or _declined(one, two, language) or _declined(two, one, language)
        for one in group.forms.items()
        for two in other.forms.items()
    )


def _same_romanised(one: tuple[str, bool], two: tuple[str, bool], language: str) -> bool:
    """Tell whether two words of one newspaper are a foreign name in two romanisations (Nawalny, Navalny)."""
    found = key(one[0], language)
    return len(found) >= LONG and found == key(two[0], language) and fold(one[0]) != fold(two[0])


def _declined(base: tuple[str, bool], form: tuple[str, bool], language: str) -> bool:
    """Tell whether a word is another with a case ending: Навального and Навальный, Trumpa and Trump."""
    one, two = romanise(base[0], language), romanise(form[0], language)
    ends = _ends(one, two, language)
    if ends == ("", "a"):  # Trumpa is Trump's only if Trump is a surname; Martina is not Martin
        return base[1] and not _WOMANS.search(two)
    return ends is not None and not any(end.endswith("a") for end in ends)


def _ends(one: str, two: str, language: str) -> tuple[str, str] | None:
    """Return the case endings that alone tell two words apart, or None where more does."""
    endings = _ENDINGS.get(language, frozenset())
    stem = _common_prefix(one, two)
    ends = one[stem:], two[stem:]
    return ends if stem >= _SHORTEST and all(not end or end in endings for end in ends) else None


def _common_prefix(one: str, two: str) -> int:
    """Return how many letters two words begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _certainty(candidate: Candidate, span: Span) -> float:
    """Return the engine's probability of what it wrote there (of its least probable token), between 0 and 1."""
    if candidate.log_probabilities is None or candidate.tokens is None:
        return _UNSURE
    inside = [
        score
        for (start, end), score in zip(candidate.tokens, candidate.log_probabilities, strict=False)
        if start < span[1] and span[0] < end
    ]
    return math.exp(min(inside)) if inside else _UNSURE


def _settle(group: _Group, language: str, spellings: Mapping[str, str]) -> str | None:
    """Decide how a name is written throughout an article; None where there is nothing to decide."""
    weights: dict[str, float] = defaultdict(float)
    for _, pair, certainty in group.mentions:
        if archived := spellings.get(key(_nominative(pair, language), language)):
            return archived
        weights[pair.target.text] += certainty * _trust(pair, group, language)
    if len(weights) < 2:
        return None
    folded: dict[str, float] = defaultdict(float)
    for spelling, weight in weights.items():
        folded[fold(spelling)] += weight
    best = max(folded, key=lambda one: folded[one])
    # Of spellings that differ in diacritics the source's own is right.
    return max((one for one in weights if fold(one) == best), key=lambda one: (one in group.forms, weights[one]))


def _trust(pair: Pair, group: _Group, language: str) -> float:
    """Return what a spelling counts."""
    source, target = pair.source.text, pair.target.text
    if _copied(source, target, language) and any(
        len(form) < len(source) and _declined((form, True), (source, False), language) for form in group.forms
    ):
        return 0.1  # a case ending went into English
    if fold(source) == fold(target):
        return 1.0
    if is_abjad(source):
        return 1.0  # Arabic letters do not say how a name sounds
    return 2.0 if _romanised_alike(source, target, language) else 0.5


def _copied(source: str, target: str, language: str) -> bool:
    return fold(romanise(source, language)) == fold(target)


def _romanised_alike(one: str, english: str, language: str) -> bool:
    return loose_key(strict_key(one, language)) == loose_key(strict_key(english, "en"))


def _respelt(pair: Pair, spelling: str, language: str) -> str | None:
    """Return what to write for a mention if the name is spelt so; None to leave it as it is."""
    source, target = pair.source.text, pair.target.text
    if target == spelling or _is_derived(target, spelling) or _is_derived(spelling, target):
        return None
    if fold(target) == fold(spelling):  # only the source can tell which diacritics are right
        return spelling if not is_latin(source) or source == spelling else None
    if _romanised_alike(target, spelling, "en") or _romanised_alike(target, spelling, language):
        return spelling
    sounds = not is_latin(source) and not is_abjad(source) and _romanised_alike(source, spelling, language)
    if sounds and alike(spelling, target, "en"):
        return spelling  # nearly the spelling of these very sounds: a slip (Micotakis)
    inflected = _copied(source, target, language) and _ends(fold(target), fold(spelling), language)
    return spelling if inflected else None


def _is_derived(one: str, other: str) -> bool:
    return one.startswith(other) and one[len(other) :] in _DERIVED
