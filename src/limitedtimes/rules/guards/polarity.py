"""Does the translation say what the original says, or its opposite? Negation, each and together, hearsay, and who said it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from limitedtimes.model.translation import Flag
from limitedtimes.rules.guards.case import Repair
from limitedtimes.rules.guards.words import english
from limitedtimes.rules.guards.words.negation import negatives, negators
from limitedtimes.rules.guards.words.opposites import BY_START
from limitedtimes.rules.guards.words.quantity import distributives, duals, totals
from limitedtimes.rules.guards.words.reporting import attributions, hedges

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.rules.guards.case import Case

# How far from each other "not" and what it negates stand, in words: measured on English news.
_BEFORE, _AFTER = 8, 3
_NEAR = 5  # words: how far from what the source negates the translation may negate it
_WITH_NEGATION = 4  # words that are aligned: the negation and what it negates
_SCOPE = 6  # words behind "not" that are looked through for what it negates
_NEGATED = 3  # content words that count as negated
_CLAUSE = re.compile(r"[^,;:.!?“”\"«»„，。：；「」、]+")
_QUOTATION = re.compile(r"“[^“”„]*[”“]|„[^“”„]*[”“]|«[^«»]*»|\"[^\"]*\"|「[^「」]*」")
_SHIFT = 0.2  # of a sentence: how far a paraphrase of a negation may be from the negation itself
_LONG_STEM = 7  # letters: enough where a word may only begin like another
_STEM = 5  # letters: enough to know an English word by, whatever its ending


def negation(case: Case) -> Sequence[Flag]:
    """Flag a negation of the source that is not in the translation, one that only the translation has, and opposites."""
    pattern = negators(case.language)
    found = _of_group(pattern, case.source) if pattern else []
    if found:
        lost = _lost(case, found) or _lost_beside(case, found)
        return (_negation_lost(lost),) if lost else _unprefixed(case)
    return _negation_added(case) or _opposites(case) or _unprefixed(case)


def _negation_lost(word: re.Match[str]) -> Flag:
    return Flag("negation", f"The original says no here (“{word[0]}”); the translation does not.", word.span(), None)


def _lost(case: Case, found: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return a negation of the source without anything negative in the translation, or near the words that it aligns to."""
    if case.second and (case.alignment is None or not _meant(case.second.text)):
        return None  # a translation without any negative word may be a good paraphrase: the engine's own knows better
    cues = [*english.negations(case.text), *english.NEGATIVE.finditer(case.text)]
    if not cues:
        return found[0]
    if case.alignment is None:
        return None
    text = _Sentence(case.text)
    negative = {text.at(offset) for cue in cues for offset in (cue.start(), cue.end() - 1)}
    words = [word.span() for word in english.WORD.finditer(case.source)]
    for word in found:
        behind = [span for span in words if span[1] > word.start()][:_WITH_NEGATION]
        zone = range(behind[0][0], behind[-1][1]) if behind else range(0)
        places = {text.at(target[0]) for source, target in case.alignment if source[0] in zone}
        if places and not any(abs(place - other) <= _NEAR for place in places for other in negative):
            return word
    return None


def _meant(text: str) -> list[re.Match[str]]:
    return [match for match in english.negations(text) if match[1] is not None]


def _has_negative(text: str) -> bool:
    return bool(english.negations(text) or english.NEGATIVE.search(text))


def _lost_beside(case: Case, found: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return a negation of the source where the engine's own translation negates what the judged one does not."""
    if case.second is None:
        return None
    own, text = _Sentence(case.second.text), _Sentence(case.text)
    return found[0] if own.negations and (_fewer(own, text) or _bare(own, text)) else None


class _Sentence:
    """An English sentence with its words and what is negative in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = list(english.WORD.finditer(text))
        self.stems = [word[0][:_STEM].lower() for word in self.words]
        self.negations = _meant(text)
        if any(match[0].lower() == "neither" for match in self.negations):
            self.negations = [match for match in self.negations if match[0].lower() != "nor"]

    def at(self, offset: int) -> int:
        """Return the number of the word that ends behind ``offset``."""
        return next((number for number, word in enumerate(self.words) if word.end() > offset), len(self.words) - 1)

    def other_negatives(self, without: Iterable[str]) -> list[re.Match[str]]:
        """Return the words that are negative by themselves, as far as their stems are not among ``without``."""
        known = set(without)
        return [match for match in english.NEGATIVE.finditer(self.text) if match[0][:_STEM].lower() not in known]

    def negated(self, matches: Iterable[re.Match[str]]) -> Counter[str]:
        """Count the stems that stand near one of ``matches``."""
        near = {number for match in matches for number in self._near(self.at(match.start()))}
        return Counter(self.stems[number] for number in near)

    def _near(self, negation: int) -> range:
        return range(max(0, negation - _AFTER), min(len(self.words), negation + _BEFORE + 1))

    def scope(self, negation: re.Match[str]) -> list[str]:
        """Return the stems of the content words that ``negation`` negates: those behind it, up to the end of the clause."""
        first = self.at(negation.start()) + 1
        found: list[str] = []
        for word, stem in zip(self.words[first : first + _SCOPE], self.stems[first:], strict=False):
            if english.is_content(word[0]):
                found.append(stem)
            if len(found) == _NEGATED or self.text[word.end() : word.end() + 1] in {",", ".", ";", ":"}:
                break
        return found


def _fewer(own: _Sentence, text: _Sentence) -> bool:
    """Tell whether the judged text has fewer negations, counting words that may say the same at the same place."""
    places = [match.start() / len(own.text) for match in own.negations]
    instead = [
        match
        for match in text.other_negatives(own.stems)
        if match["prefixed"] or any(abs(match.start() / len(text.text) - place) < _SHIFT for place in places)
    ]
    unmeant = sum(1 for match in english.negations(text.text) if match[1] is None)
    return len(text.negations) + len(instead) + unmeant < len(own.negations)


def _bare(own: _Sentence, text: _Sentence) -> bool:
    """Tell whether a word that the own translation negates stands in the judged text without negation."""
    in_own, in_text = Counter(own.stems), Counter(text.stems)
    own_negated = own.negated(own.negations)
    text_negated = text.negated([*english.negations(text.text), *text.other_negatives(own.stems)])
    for match in own.negations:
        scope = own.scope(match)
        bare = any(in_text[stem] - text_negated[stem] > in_own[stem] - own_negated[stem] for stem in scope)
        if bare and not any(text_negated[stem] for stem in scope):
            return True
    return False


def _negation_added(case: Case) -> Sequence[Flag]:
    known = negatives(case.language)
    added = _meant(case.text)
    if not added or known is None or known.search(case.source):
        return ()
    if case.second and _has_negative(case.second.text):
        return ()
    word = added[0]
    return (Flag("negation", f"The translation says no here (“{word[0]}”); the original does not.", None, word.span()),)


def _opposites(case: Case) -> Sequence[Flag]:
    """Flag a word whose negative the source has ("discordar"), where nothing in the translation is negative."""
    starts = BY_START.keys() & {word[:4] for word in english.WORD.findall(case.text.lower())}
    for row in (row for start in sorted(starts) for row in BY_START[start]):
        said, word = row.negatives.search(case.source), row.english.search(case.text)
        if said is None or word is None:
            continue
        if not _has_negative(case.text):
            message = f"The original says the opposite of “{word[0]}” (“{said[0]}”)."
            return (Flag("negation", message, said.span(), word.span()),)
    return ()


def _unprefixed(case: Case) -> Sequence[Flag]:
    """Flag a word that the own translation has with a negative prefix, and the judged one without ("impossible", "possible")."""
    if case.second is None or not (prefixed := english.affixed(case.second.text)):
        return ()
    own = {word.lower()[:_LONG_STEM] for word in english.WORD.findall(english.without_affixed(case.second.text))}
    negative = {rest[:_LONG_STEM]: word for word, rest in prefixed if rest[:_LONG_STEM] not in own}
    text = [(word, word[0].lower()) for word in english.WORD.finditer(case.text)]
    if (
        not negative
        or english.negations(case.text)
        or any(lower.startswith(tuple(negative.values())) for _, lower in text)
    ):
        return ()
    for word, lower in text:
        if (opposite := negative.get(lower[:_LONG_STEM])) and not english.NEGATIVE.search(case.text):
            message = f"The translation says “{word[0]}” where the original says “{opposite}”."
            return (Flag("negation", message, None, word.span()),)
    return ()


def quantifier(case: Case) -> Sequence[Flag]:
    """Flag a number that the source gives to each of several and the translation to all of them, and the other way round."""
    if case.second and (found := _both_beside_each(case, case.second.text)):
        return found
    return _both_lost(case) or (_number_for(case) if english.NUMBER.search(case.text) else ())


def _number_for(case: Case) -> Sequence[Flag]:
    pattern, together = distributives(case.language), totals(case.language)
    if pattern is None or together is None:
        return ()
    total = together.search(case.source)
    if found := _of_group(pattern, case.source):
        return () if total or english.EACH.search(case.text) else (_not_each(case, found[0]),)
    each = english.ONLY_EACH.search(case.text)
    if total is None or each is None or english.TOGETHER.search(case.text):
        return ()
    message = f"The original gives the number for all together (“{total[0]}”), the translation for each."
    return (Flag("quantifier", message, total.span(), each.span()),)


def _both_lost(case: Case) -> Sequence[Flag]:
    pattern = duals(case.language)
    both = pattern.search(case.source) if pattern else None
    if both is None or english.TWO.search(case.text):
        return ()
    return (
        Flag("quantifier", f"The original speaks of two (“{both[0]}”); the translation does not.", both.span(), None),
    )


def _both_beside_each(case: Case, own: str) -> Sequence[Flag]:
    """Flag a "both" that stands where the engine's own translation has "each"."""
    both = english.BOTH.search(case.text)
    if both is None or english.BOTH.search(own):
        return ()
    if len(english.EVERY.findall(own)) <= len(english.EVERY.findall(case.text)):
        return ()
    return (
        Flag("quantifier", f"The original says this of each; the translation says “{both[0]}”.", None, both.span()),
    )


def _not_each(case: Case, word: re.Match[str]) -> Flag:
    both = english.TOGETHER.search(case.text)
    said = f"; the translation says “{both[0]}”." if both else "; the translation does not say so."
    return Flag(
        "quantifier",
        f"The original gives the number for each (“{word[0]}”){said}",
        word.span(),
        both.span() if both else None,
    )


def each_of_both(case: Case) -> Sequence[Repair]:
    """Mend "on both sides" to "on each side" where the source gives the number to each.

    Only behind a preposition: a subject would need another verb.
    """
    flags = [flag for flag in quantifier(case) if flag.target]
    both = english.ON_BOTH.search(case.text) if flags else None
    if both is None or (noun := english.singular(both["noun"])) is None:
        return ()
    span: Span = (both.start("both"), both.end())
    message = "The engine said “both”; the original gives the number for each."
    return (Repair(span, f"each {noun}", Flag("quantifier", message, flags[0].source, span, repaired=True)),)


def hedge(case: Case) -> Sequence[Flag]:
    """Flag what the source only alleges and the translation states."""
    pattern = hedges(case.language)
    found = pattern.search(case.source) if pattern else None
    if found is None or english.HEDGED.search(case.text):
        return ()
    return (
        Flag("hedge", f"The original only alleges this (“{found[0]}”); the translation states it.", found.span(), None),
    )


def attribution(case: Case) -> Sequence[Flag]:
    """Flag a statement whose speaker the source names and the translation does not."""
    pattern = attributions(case.language)
    found = pattern.search(_unquoted(case.source)) if pattern else None
    if pattern is None or found is None:
        return ()
    if english.SAID.search(_unquoted(case.text)):
        found = _unaligned_attribution(case, pattern)
    if found is None:
        return ()
    return (
        Flag(
            "attribution",
            f"The original names who says this (“{found[0]}”); the translation does not.",
            found.span(),
            None,
        ),
    )


def _unquoted(text: str) -> str:
    """Blank out quotations: who says them is not in them."""
    return _QUOTATION.sub(lambda match: f"{match[0][0]}{' ' * (len(match[0]) - 2)}{match[0][-1]}", text)


def _unaligned_attribution(case: Case, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return a verb of saying in a clause of which no word aligns to anything."""
    if case.alignment is None:
        return None
    aligned = {offset for (start, end), _ in case.alignment for offset in range(start, end)}
    for clause in _CLAUSE.finditer(case.source):
        said = pattern.search(case.source, *clause.span()) if aligned.isdisjoint(range(*clause.span())) else None
        if said and len(clause[0].split()) > 1:
            return said
    return None


def _of_group(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    return [match for match in pattern.finditer(text) if match[1] is not None]
