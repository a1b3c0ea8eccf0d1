"""Names: is the one who is named in the source the one who is named in the translation?

Where there is a second opinion, the engine's own translation of the sentence, a name that it kept and this one lacks, beside
a name that neither knows, is a name exchanged. Where the engine's own translation is judged, names that lost letters on the
way are found, and those of outlets that were translated.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from limitedtimes.model.translation import Flag
from limitedtimes.rules.guards.case import Repair
from limitedtimes.rules.names.find import Name, aligned, is_common, is_uncased, names, words
from limitedtimes.rules.names.kept import ARTICLES, Kept, find_kept
from limitedtimes.rules.names.key import alike, distance, fold, key
from limitedtimes.rules.names.places import is_place, people_or_country
from limitedtimes.rules.names.transliterate import is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.translation import Candidate
    from limitedtimes.rules.guards.case import Case

# What a letter can turn into that an engine or an encoding does not know.
_NO_LETTER = r"(?:Ã.|Å.|Ä.|[\s?�⁇]){0,2}"
_UMLAUT = re.compile(r"(?<=[aou])e")  # Sueddeutsche
_THE = re.compile(r"\b[Tt]he\s$")
_NEWSPAPER = re.compile(r"\W{1,2}(?:news\w*|daily|weekly|magazine|paper|agency|website|site|channel|portal|journal)\b")
_TELLING = 3  # letters that must be left of a name
_LONGEST_PARTICLE = 3  # letters
_SAME_START = 4  # letters: Europe and European, Livingston and Livi are no two names


def judge(case: Case) -> Sequence[Flag]:
    """Flag names that are exchanged for others, or misspelt."""
    if case.second is not None:
        outlets = [one.span for one in _lacking(case)]  # of these the other guard speaks
        flags = _exchanged(case, case.second)
        return tuple(flag for flag in flags if not any(flag.source and _touches(flag.source, one) for one in outlets))
    return tuple(_flag_misspelt(name, written) for name, written in _misspelt(case))


def kept(case: Case) -> Sequence[Flag]:
    """Flag names of outlets and agencies that were translated, or left out."""
    return tuple(_flag_translated(one, _rendering(case, one)) for one in _lacking(case))


def repair(case: Case) -> Sequence[Repair]:
    """Write misspelt names, and the names of outlets, as the source does. Not where somebody else made the translation."""
    if case.second is not None:
        return ()
    misspelt = [Repair(written.span, name.text, _flag_misspelt(name, written)) for name, written in _misspelt(case)]
    rendered = [(one, _rendering(case, one)) for one in _lacking(case)]
    return misspelt + [Repair(span, one.english, _flag_translated(one, span)) for one, span in rendered if span]


def _flag_misspelt(name: Name, written: Name) -> Flag:
    message = f"The original says {name.text}; the translation writes {written.text}."
    return Flag("name", message, name.span, written.span)


def _flag_translated(one: Kept, span: Span | None) -> Flag:
    return Flag("name", f"The original names {one.english}; this name is not in the translation.", one.span, span)


# --- somebody else's translation, beside the engine's own ---


def _exchanged(case: Case, second: Candidate) -> Iterator[Flag]:
    source = words(case.source) if is_uncased(case.source) else names(case.source)
    gone = [(name.text, name.span) for name in _gone(source, case, second)]
    places = _gone_places(case, second)
    for name in _new(case, second.text) if gone or places else ():
        short = name.text[:2].isupper()  # UK, EU, AMs
        for missing, span in gone + ([] if short else places):
            if not (short and missing.isupper() and len(set(missing) & set(name.text)) >= 2):  # OTAN, NATO
                message = f"The original names {missing}; the translation names {name.text} instead."
                yield Flag("name", message, span, name.span)
                return


def _gone(source: Sequence[Name], case: Case, second: Candidate) -> list[Name]:
    """Return names of the source that the engine's translation has more often than this one."""
    own = names(second.text)
    written = Counter(fold(word.text) for word in names(case.text))
    wanted = Counter(fold(word.text) for word in source)
    undotted = case.text.replace(".", "")
    gone = []
    for folded, name in {fold(name.text): name for name in reversed(source)}.items():
        if len(name.text) < 2 or written[folded] >= wanted[folded]:
            continue
        theirs = _counterparts(name, own, case.language)
        if not theirs or any(is_common(word) for word in theirs):
            continue
        forms = {folded, *(fold(word.text) for word in theirs)}
        found = sum(written[form] + written[f"{form}s"] for form in forms)
        initials = name.text.isupper() and name.text in undotted  # N.F.L., AMs
        if found < min(len(theirs), wanted[folded]) and not initials and not _is_near(name, case, wanted):
            gone.append(name)
    return sorted(gone, key=lambda name: name.span)


def _gone_places(case: Case, second: Candidate) -> list[tuple[str, Span | None]]:
    """Return places and peoples that the engine's translation has and this one lacks, with the source's words for them.

    Their English names often tell nothing of the source's (Gales, Wales).
    """
    written = {fold(word.text) for word in words(case.text)}
    starts = {word[:_SAME_START] for word in written}
    gone = [
        word
        for word in names(second.text)
        if is_place(word.text)
        and fold(word.text)[:_SAME_START] not in starts
        and people_or_country(word.text) not in written
    ]
    sources = [[source for source, target in second.alignment or () if target == word.span] for word in gone]
    return [(word.text, found[0] if found else None) for word, found in zip(gone, sources, strict=True)]


def _counterparts(name: Name, own: Sequence[Name], language: str) -> list[Name]:
    """Return the words that stand for a name: those with the same letters, else those that are like it.

    Between Latin scripts names are copied; what is merely like one is the English name of a place, or a word that both
    languages have (Meteorológico, Meteorological).
    """
    folded = fold(name.text)
    same = [word for word in own if fold(word.text) == folded]
    if same:
        return same
    like = [word for word in own if alike(name.text, word.text, language)]
    if not is_latin(name.text):
        return like
    return [word for word in like if is_place(word.text) or key(name.text, language) == key(word.text, "en")]


def _is_near(name: Name, case: Case, wanted: Counter[str]) -> bool:
    """Tell whether the translation has a word nearly like a name that is no other name's of the source."""
    return any(alike(name.text, word.text, case.language) for word in names(case.text) if not wanted[fold(word.text)])


def _new(case: Case, second: str) -> list[Name]:
    """Return names of the translation that neither the source nor the engine's translation has in any form."""
    own, source = words(second), words(case.source)
    known = {fold(word.text) for word in (*own, *source)}
    starts = {folded[:_SAME_START] for folded in known if len(folded) >= _SAME_START}
    initials = "".join(word.text[0] for word in own if word.text[0].isupper())
    return [
        name
        for name in names(case.text)
        if len(name.text) > 1
        and not is_common(name)
        and fold(name.text) not in known
        and fold(name.text)[:_SAME_START] not in starts
        and not (name.text.isupper() and name.text[:2] in initials)
        and not any(alike(word.text, name.text, "en") for word in own)
        and not any(alike(word.text, name.text, case.language) for word in source)
    ]


# --- the engine's own translation ---


def _misspelt(case: Case) -> Iterator[tuple[Name, Name]]:
    """Yield names of a Latin source that lost or changed letters, with what is written for them.

    Many places are called nearly the same in English (Lisboa, Lisbon), so what counts is broken letters, or a slip in the
    surname behind a given name that was copied letter for letter.
    """
    written = words(case.text)
    present = {fold(word.text) for word in written}
    given: Name | None = None
    for name in names(case.source):
        before, given = given, None if name.last else name
        if not is_latin(name.text) or len(name.text) < 4 or fold(name.text) in present:
            continue
        if word := _broken(name, case) or _slip(name, before, written, case.language):
            yield name, word


def _broken(name: Name, case: Case) -> Name | None:
    """Return what is left of a name whose letters beyond ASCII did not arrive: "Ciar n", "Ciar?n", "CiarÃ¡n"."""
    if name.text.isascii() or sum(map(str.isascii, name.text)) < _TELLING:
        return None
    left = "".join(re.escape(letter) if letter.isascii() else _NO_LETTER for letter in name.text)
    found = re.search(rf"(?<!\w){left}(?!\w)", case.text)
    if not found or found.group() in case.source:  # "Forêt" and "Fort" are two words
        return None
    places = aligned(case.alignment, name.span)
    elsewhere = bool(places) and not any(_touches(place, found.span()) for place in places)
    return None if elsewhere else Name(found.group(), found.span())


def _slip(name: Name, given: Name | None, written: Sequence[Name], language: str) -> Name | None:
    """Return the surname that a copied given name has in the translation, where it differs by a letter or two inside."""
    for one, word in pairwise(written):
        if not given or one.text != given.text or given.text.isupper() or is_common(word) or is_place(word.text):
            continue
        if word.text[0] == name.text[0]:
            here, there = fold(name.text), fold(word.text)
            limit = len(here) // 5
            near = here[:-2] != there[: len(here) - 2] and distance(here, there, limit) <= limit
            if near and key(name.text, language) != key(word.text, "en"):
                return word
    return None


# --- outlets and agencies ---


def _lacking(case: Case) -> list[Kept]:
    """Return the kept names of the source that the translation does not have."""
    found = find_kept(case.source, case.names.kept)
    if not found:
        return []
    written = {form for word in words(case.text) for form in (fold(word.text), _UMLAUT.sub("", fold(word.text)))}
    return [one for one in found if not _is_in(one.english, written)]


def _is_in(name: str, written: set[str]) -> bool:
    """Tell whether a name's longest word and half of its words are there, articles aside."""
    parts = [fold(word.text) for word in words(name)]
    parts = [part for part in parts if part not in ARTICLES] or parts
    present = [part for part in parts if part in written or _UMLAUT.sub("", part) in written]
    return max(parts, key=len) in present and 2 * len(present) >= len(parts)


def _rendering(case: Case, one: Kept) -> Span | None:
    """Return the words that were written for a kept name, with an English article before them that it does not need."""
    places = aligned(case.alignment, one.span)
    if not places:
        return None
    start, end = places[0][0], places[-1][1]
    # Articles and prepositions share their words with names; a longer word there says that the name is not all of it.
    others = {target for source, target in case.alignment or () if not _touches(source, one.span) and _is_long(source)}
    if any(start <= other[0] < end for other in others):
        return None
    article = _THE.search(case.text, 0, start)
    if article and not _NEWSPAPER.match(case.text, end):
        start = article.start()
    return start, end


def _is_long(span: Span) -> bool:
    return span[1] - span[0] > _LONGEST_PARTICLE


def _touches(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
