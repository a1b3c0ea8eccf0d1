"""The owner's terms: found in a sentence, looked for in its translation, and written into it through the alignment. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.translation import Flag
from limitedtimes.rules.guards.case import Repair
from limitedtimes.rules.guards.edit import edit
from limitedtimes.rules.languages import base
from limitedtimes.rules.snippets import UNSPACED_RUN, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.translation import Candidate

# How much less probable an alternative may be that has a term, in natural logarithms for each token.
_CLOSE = 0.35
_SHORTEST = 4  # letters of a word that may be inflected: shorter ones begin too many others
_ROMANCE = frozenset("pt gl es ca oc fr".split())
_GERMANIC = frozenset("de lb nds nl af fy sv da no nb nn is fo".split())
_SLAVIC = frozenset("ru uk be bg mk sr hr bs sl cs sk pl hsb lt lv".split())
# Endings of case and number only, without accents; others make another word ("Kanzler", "Kanzlerei"). Where a language has
# no line here its words are matched as they are: a term that is missed does less harm than one in the wrong place.
_PLURAL = re.compile("e?s|x")
_PLURALS = (("ao", ("oes", "aes", "aos")), ("l", ("is",)), ("m", ("ns",)), ("z", ("ces",)))
_GERMANIC_ENDING = re.compile("e?n?s?|ets?|ne")
_SLAVIC_VOWELS = "aeiouyаеиоуыэюяіьъ"  # й without its accent is и
_SLAVIC_ENDING = re.compile(f"[{_SLAVIC_VOWELS}jmvwhxsgмвхг]{{0,3}}")
_ENGLISH_ENDING = re.compile(r"(?:e?s)?(?:['’]s?)?(?!\w)")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """How the owner wants ``source`` written: ``english``, letter for letter."""

    source: str
    english: str

    @property
    def is_name(self) -> bool:
        """Tell whether it is a name of one word."""
        return self.source[0].isupper() and len(words(self.source)) == 1


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term where a sentence has it."""

    term: Term
    span: Span


def occurrences(sentence: str, terms: Sequence[Term], language: str) -> tuple[Occurrence, ...]:
    """Find terms in a sentence, in its order; where two overlap, the longer one counts."""
    if not terms:
        return ()
    spans = words(sentence)
    found: list[Occurrence] = []
    for term in sorted(terms, key=lambda one: -len(one.source)):
        for span in _places(sentence, spans, term.source, base(language)):
            if not any(_overlap(span, one.span) for one in found):
                found.append(Occurrence(term, span))
    return tuple(sorted(found, key=lambda one: one.span))


def _places(sentence: str, spans: Sequence[Span], term: str, language: str) -> Iterator[Span]:
    if UNSPACED_RUN.search(term):
        yield from (match.span() for match in re.finditer(re.escape(term), sentence))
        return
    wanted = [term[slice(*span)] for span in words(term)]
    for at in range(len(spans) - len(wanted) + 1 if wanted else 0):
        chosen = spans[at : at + len(wanted)]
        pairs = list(zip((sentence[slice(*span)] for span in chosen), wanted, strict=True))
        if not all(is_form(word, of, language) for word, of in pairs):
            continue
        if all(_same_case(word, of, opening=at + place == 0) for place, (word, of) in enumerate(pairs)):
            yield chosen[0][0], chosen[-1][1]


def _same_case(word: str, of: str, *, opening: bool) -> bool:
    """Tell a town from a harbour (Porto, porto), and a court from a part of a court's name (tribunal, Supremo Tribunal)."""
    return word[0].isupper() == of[0].isupper() or word.isupper() or (opening and word[0].isupper())


def is_form(word: str, of: str, language: str) -> bool:
    """Tell whether a word is another or the same, but for case and plural endings, as far as that is safe to say."""
    if word.casefold() == of.casefold():
        return True
    if len(of) < _SHORTEST:
        return False
    word, of = fold(word), fold(of)
    if language in _SLAVIC:
        stem = of.rstrip(_SLAVIC_VOWELS)
        stem = stem if len(of) - len(stem) <= 2 and len(stem) >= _SHORTEST - 1 else of
        return _begins(word, stem, _SLAVIC_ENDING)
    if language in _GERMANIC:
        return _begins(word, of, _GERMANIC_ENDING)
    if language in _ROMANCE:
        changed = (of[: -len(end)] + new for end, others in _PLURALS if of.endswith(end) for new in others)
        return _begins(word, of, _PLURAL) or word in changed
    return False


def _begins(word: str, stem: str, ending: re.Pattern[str]) -> bool:
    return word.startswith(stem) and word != stem and ending.fullmatch(word[len(stem) :]) is not None


def instances(text: str, english: str) -> list[Span]:
    """Find a term in a translation: as the owner wrote it, in whatever inflection, with any first letter."""
    pattern = rf"(?<!\w)(?i:{re.escape(english[0])}){re.escape(english[1:])}"
    return [match.span() for match in re.finditer(pattern, text) if _ENGLISH_ENDING.match(text, match.end())]


def missing(found: Sequence[Occurrence], candidate: Candidate) -> tuple[Occurrence, ...]:
    """Return the occurrences whose English the translation does not have; one that has a term as often has it everywhere."""
    lacking: list[Occurrence] = []
    for term in dict.fromkeys(one.term for one in found):
        asked = [one for one in found if one.term == term]
        there = instances(candidate.text, term.english)
        if len(there) >= len(asked) or (there and candidate.alignment is None):
            continue
        lacking += [one for one in asked if not _reaches(candidate, one.span, there)]
    return tuple(one for one in found if one in lacking)


def _reaches(candidate: Candidate, source: Span, targets: Sequence[Span]) -> bool:
    aligned = [target for at, target in candidate.alignment or () if _overlap(at, source)]
    return any(_overlap(one, other) for one in aligned for other in targets)


def with_terms(found: Sequence[Occurrence], candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates that have the terms and are about as good, best first; then the best one, with them written in."""
    best, *others = candidates
    faithful = [other for other in others if _is_close(other, best) and not missing(found, other)]
    if not missing(found, best):
        return (best, *faithful)
    return (*faithful, substituted(found, best))


def _is_close(other: Candidate, best: Candidate) -> bool:
    return other.score is not None and best.score is not None and other.score >= best.score - _CLOSE


def substituted(found: Sequence[Occurrence], candidate: Candidate) -> Candidate:
    """Write the terms into a translation that lacks them, each where its words are aligned to one run of words."""
    taken = [span for one in found for span in instances(candidate.text, one.term.english)]
    runs = ((one, _run(one.span, candidate)) for one in missing(found, candidate))
    repairs = [
        _substitution(one, run, candidate.text)
        for one, run in runs
        if run is not None and not any(_overlap(run, span) for span in taken)
    ]
    return edit(candidate, repairs).candidate


def _substitution(one: Occurrence, run: Span, text: str) -> Repair:
    english = one.term.english
    if run[0] == 0 and text[:1].isupper():
        english = english[0].upper() + english[1:]
    if (suffix := _POSSESSIVE.search(text[slice(*run)])) and not _POSSESSIVE.search(english):
        english += suffix[0]
    start, english = _article(text[: run[0]], english)
    return Repair((start, run[1]), english, Flag("glossary", "", one.span))


def _run(source: Span, candidate: Candidate) -> Span | None:
    """Return the one run of target words that a term is aligned to; None where other words stand in between."""
    inside = {target for at, target in candidate.alignment or () if _overlap(at, source)}
    outside = {target for at, target in candidate.alignment or () if not _overlap(at, source)} - inside
    if not inside:
        return None
    run = min(inside)[0], max(target[1] for target in inside)
    return None if any(_overlap(run, target) for target in outside) else run


def _article(before: str, english: str) -> tuple[int, str]:
    """Let the article before a new term go with it; return where the replacement begins, and what it is."""
    match = _ARTICLE.search(before)
    if match is None:
        return len(before), english
    article = match[0].lower()
    if english.lower().startswith("the "):
        english = english if match[0][0].islower() else english[0].upper() + english[1:]
        return match.start(), english
    if article == "the ":
        return len(before), english
    right = "an " if english[0].lower() in "aeiou" else "a "
    right = right if match[0][0].islower() else right.capitalize()
    return match.start(), right + english


def remarks(found: Sequence[Occurrence], first: Candidate, printed: Candidate) -> tuple[Flag, ...]:
    """Say where the glossary made a difference to the engine's first translation, and where it could not."""
    lacked, lacks = missing(found, first), missing(found, printed)
    flags = []
    for one in lacked:
        english, source = one.term.english, one.term.source
        if one in lacks:
            message = f"The glossary has “{english}” for “{source}”; it could not be put into this translation."
            flags.append(Flag("glossary", message, one.span))
        else:
            message = f"The glossary has “{english}” for “{source}”; it was put into this translation."
            flags.append(Flag("glossary", message, one.span, _target(one, printed), repaired=True))
    return tuple(flags)


def _target(one: Occurrence, printed: Candidate) -> Span:
    there = instances(printed.text, one.term.english)
    return next((span for span in there if _reaches(printed, one.span, [span])), there[0])


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
