"""Does the translation look like one? Loops, the source copied, another language than English, broken quotes, odd length."""

from __future__ import annotations

import re
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from limitedtimes.model.translation import Flag
from limitedtimes.rules.guards.case import Repair
from limitedtimes.rules.guards.words import english
from limitedtimes.rules.guards.words.function import ENGLISH, function_words
from limitedtimes.rules.guards.words.length import expansion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.rules.guards.case import Case

_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")
_NEVER_TWICE = frozenset("the a an of and to in on at for with by from are was were his her their its or".split())
_LONG_REPEAT = 6  # words: so many do not come twice in a sentence by chance
_GLUED_REPEAT = re.compile(r"(.{3,40}?)\1", re.DOTALL)  # in a language that does not space its words
_COPIED = 4  # words in a row that are the source's own
_LONG_WORD = 4  # letters of a word that is probably none of a name's particles
_FOREIGN = 0.3  # of the letters: more are not a name
_HEADLINE = 7  # words: so many without an English small word are no English
_BESIDE_QUOTE = 3  # words: translations change the order of so many
_QUOTES = re.compile(r"[\"“”„«»「」『』]")
_OPENING, _CLOSING = "([（［", ")]）］"
_ODD_LENGTH, _ODD_LENGTH_SHORT = 0.85, 3.0  # logarithm of a ratio; what is added for short sentences


def repetition(case: Case) -> Sequence[Flag]:
    """Flag words that come again and again, as an engine's loops do, where the source does not repeat itself."""
    words = list(_WORD.finditer(case.text))
    lower = [word[0].lower() for word in words]
    if len(set(lower)) == len(lower):
        return ()
    found = _loop(lower) or _again(lower)
    if found is None or _repeats_itself(case.source, found[2]):
        return ()
    first, last, _ = found
    span = (words[first].start(), words[last - 1].end())
    return (Flag("repetition", "The translation repeats itself where the original does not.", None, span),)


def _loop(words: Sequence[str]) -> tuple[int, int, int] | None:
    """Return (first word, end, times) of a group of words that follows itself too often."""
    last: dict[str, int] = {}
    for place, word in enumerate(words):
        before = last.get(word)
        last[word] = place
        if before is None:
            continue
        size = place - before
        end = before
        while end + size < len(words) and words[end] == words[end + size]:
            end += 1
        times = (end - before) // size + 1
        if times >= _too_often(size, word):
            return before, before + times * size, times
    return None


def _too_often(size: int, word: str) -> int:
    """Return how many times in a row a group of ``size`` words is a loop: people do say "no, no" and "more and more and more"."""
    if size == 1:
        return 2 if word in _NEVER_TWICE else 4
    return 3 if size == 2 else 2


def _again(words: Sequence[str]) -> tuple[int, int, int] | None:
    """Return (first word, end, times) of the second occurrence of many words in the same order."""
    seen: set[tuple[str, ...]] = set()
    for place in range(len(words) - _LONG_REPEAT + 1):
        group = tuple(words[place : place + _LONG_REPEAT])
        if group in seen:
            return place, place + _LONG_REPEAT, 2
        seen.add(group)
    return None


def _repeats_itself(source: str, times: int) -> bool:
    """Tell whether the source repeats something about as often: then so may the translation."""
    words = [word.lower() for word in _WORD.findall(source)]
    threes = [tuple(words[place : place + 3]) for place in range(len(words) - 2)]
    twice = len(set(threes)) < len(threes) or any(one == other for one, other in pairwise(words))
    return times <= 3 and (twice or _GLUED_REPEAT.search(source) is not None)


def copied(case: Case) -> Sequence[Flag]:
    """Flag source text that stands in the translation untranslated, unless it is names or English."""
    words = list(_WORD.finditer(case.text))
    source = [word.lower() for word in _WORD.findall(case.source)]
    known = {tuple(source[place : place + _COPIED]) for place in range(len(source) - _COPIED + 1)}
    if not known:
        return ()
    lower = [word[0].lower() for word in words]
    for first in range(len(lower) - _COPIED + 1):
        if tuple(lower[first : first + _COPIED]) in known:
            last = first + _COPIED
            while last < len(lower) and tuple(lower[last - _COPIED + 1 : last + 1]) in known:
                last += 1
            if _is_foreign([word[0] for word in words[first:last]], case.language):
                span = (words[first].start(), words[last - 1].end())
                return (Flag("copied", "This part of the original was left untranslated.", None, span),)
    return ()


def _is_foreign(words: Sequence[str], language: str) -> bool:
    """Tell whether copied words are a language's own: neither mostly names and figures nor English."""
    small = function_words(language)
    plain = [word for word in words if word.islower() or not word.isascii()]
    if sum(word in ENGLISH for word in plain) * 6 >= len(words):
        return False
    long = sum(len(word) >= _LONG_WORD for word in plain)
    return long >= 2 and len(plain) * 2 >= len(words) and long + sum(word in small for word in plain) >= 3


def language(case: Case) -> Sequence[Flag]:
    """Flag a translation that is not English: by its script, else by its small words."""
    if not case.text.isascii() and _not_latin(case.text) > _FOREIGN:
        return (Flag("language", "The translation is not in English.", None, (0, len(case.text))),)
    small = function_words(case.language)
    words = [word.lower() for word in english.WORD.findall(case.text)]
    theirs = sum(word in small for word in words)
    ours = sum(word in ENGLISH for word in words)
    if theirs > 2 * ours and (theirs > 1 or len(words) > _HEADLINE) and theirs * 12 >= len(words):
        return (Flag("language", "The translation is not in English.", None, (0, len(case.text))),)
    return ()


def _not_latin(text: str) -> float:
    """Return the share of letters that are not Latin."""
    letters = [character for character in text if character.isalpha()]
    latin = sum(character <= "\u024f" or "\u1e00" <= character <= "\u1eff" for character in letters)
    return 1 - latin / len(letters) if letters else 0.0


def quotes(case: Case) -> Sequence[Flag]:
    """Flag a quotation or a bracket that the source closes and the translation leaves open."""
    said = _QUOTES.findall(case.source)
    marks = list(_QUOTES.finditer(case.text))
    if said and len(said) % 2 == 0 and len(marks) % 2:
        return (
            Flag("quotes", "A quotation begins or ends here, and its other end is missing.", None, marks[-1].span()),
        )
    if _unclosed(case.source) is None and (at := _unclosed(case.text)) is not None:
        return (Flag("quotes", "A bracket is open here that the original closes.", None, at),)
    return ()


def restore_quote(case: Case) -> Sequence[Repair]:
    """Put the one quotation mark back that the translation lacks, beside the word that it stands at in the source."""
    source, marks = list(_QUOTES.finditer(case.source)), list(_QUOTES.finditer(case.text))
    if case.alignment is None or len(source) % 2 or len(source) != len(marks) + 1 or not _in_turn(source, case.source):
        return ()
    places = [_place(mark, opens=not number % 2, case=case) for number, mark in enumerate(source)]
    lost = min(range(len(source)), key=lambda number: _distance(places, marks, number))
    place = places[lost]
    before, behind = ([mark.start() for mark in some] for some in (marks[:lost], marks[lost:]))
    if place is None or not all(start < place for start in before) or not all(place < start for start in behind):
        return ()
    curly = any(mark[0] in "“”" for mark in marks)
    mark = ("”" if lost % 2 else "“") if curly else '"'
    message = "The engine left a quotation mark out; it is back where the original has it."
    return (Repair((place, place), mark, Flag("quotes", message, source[lost].span(), None, repaired=True)),)


def _in_turn(marks: Sequence[re.Match[str]], text: str) -> bool:
    """Tell whether marks may open and close in turn: none opens behind a letter or closes before one."""
    opening = (text[: mark.start()][-1:] for mark in marks[::2])
    closing = (text[mark.end() :][:1] for mark in marks[1::2])
    return not any(character.isalnum() for character in (*opening, *closing))


def _place(mark: re.Match[str], *, opens: bool, case: Case) -> int | None:
    """Return where a mark of the source belongs in the translation: before the words behind it, or behind those before it."""
    words = [word.span() for word in _WORD.finditer(case.source)]
    outside = [span for span in words if (span[1] <= mark.start() if opens else span[0] >= mark.end())]
    if not outside:
        return 0 if opens else len(case.text)
    beside = [span for span in words if span not in outside]
    near = beside[:_BESIDE_QUOTE] if opens else beside[-_BESIDE_QUOTE:]
    starts = {offset for span in near for offset in range(*span)}
    targets = [target for source, target in case.alignment or () if source[0] in starts]
    if not targets:
        return None
    return min(target[0] for target in targets) if opens else max(target[1] for target in targets)


def _distance(places: Sequence[int | None], marks: Sequence[re.Match[str]], lost: int) -> int:
    """Return how far the translation's marks are from where they belong if mark number ``lost`` is the one that it lacks."""
    belong = [*places[:lost], *places[lost + 1 :]]
    return sum(abs(mark.start() - place) for mark, place in zip(marks, belong, strict=True) if place is not None)


def _unclosed(text: str) -> Span | None:
    """Return where a bracket is that has no other side; "1)" and ":)" need none."""
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in _OPENING:
            opened.append(place)
        elif character in _CLOSING and opened:
            opened.pop()
    return (opened[0], opened[0] + 1) if opened else None


def length(case: Case) -> Sequence[Flag]:
    """Flag a translation that is far longer or shorter than translations from its language are."""
    size = len(case.source.strip())
    if not size or not any(character.isalpha() for character in case.source):
        return ()
    if not case.text.strip():
        return (Flag("length", "There is no translation.", (0, len(case.source)), None),)
    off = log(len(case.text.strip()) / (size * expansion(case.language)))
    if abs(off) < _ODD_LENGTH + _ODD_LENGTH_SHORT / sqrt(size * expansion(case.language)):
        return ()
    how = "longer" if off > 0 else "shorter"
    return (Flag("length", f"The translation is much {how} than the original lets expect.", None, (0, len(case.text))),)
