"""Where a sentence has names: its capitalised words, and which of the translation's words stand for which. Pure.

There is no model behind this, so it is used where a wrong guess does no harm: a word only counts as a name when the other
side agrees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from limitedtimes.rules.names.key import alike, fold
from limitedtimes.rules.names.transliterate import romanise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from limitedtimes.model.article import Span
    from limitedtimes.model.translation import Alignment, Candidate

# Letters with the marks that belong to them: Python's \w has no vowel signs of Arabic, Hebrew and the scripts of India.
_MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0963\u0980-\u0dff"
_LETTERS = rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*"
_WORD = re.compile(
    rf"{_LETTERS}(?:(?<=\b[^\W\d_])['’][^\W\d_a-zß-ÿ]{_LETTERS}|(?<=[а-яєії])['’ʼ][а-яєії]+)?|[⁇\ufffd]+"
)
# What may stand before a word that begins a sentence, inside another one too.
_OPENING = re.compile(r"\W*(?:[.!?:;…•|/]|[-–—]\s|\s[\"„“”«»‹›‘’'(\[¿¡])\W*")
_UNCASED = re.compile(r"[\u0590-\u109f\u10d0-\u10ff\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af]")
_PARTICLES = frozenset(
    "da das de del della den der des di do dos du e el la le los ter van von y zu al bin ibn ben abu af av".split()
)

# Capitalised in English and no names of their own: what begins sentences, titles, the words of offices and of addresses.
_NO_NAME = frozenset(
    """
    i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december mr mrs ms dr sir lord lady dame god prof sr jr rev lt col sgt maj capt gen gov sen sens rep reps atty
    hon st mt dept univ inc ltd corp co no vs gop
    president prime minister king queen prince princess pope professor general governor mayor senator secretary chancellor colonel
    lieutenant captain major sergeant commander admiral judge justice reverend bishop archbishop cardinal imam rabbi chief chairman
    chairwoman chair director deputy vice attorney ambassador congressman congresswoman representative member members officer
    government parliament assembly state states house court north south east west northern southern eastern western central street
    road avenue square park river lake mount island islands bridge hospital airport station church school college university institute
    party union republic kingdom committee council commission congress senate department ministry office agency service police army
    navy force forces bank company group association federation foundation society league cup world championship games day week
    month year summer winter spring autumn federal national international royal supreme new old great saint republican republicans
    democrat democrats democratic conservative conservatives labour labor liberal liberals
    a an the this that these those some any all both each every either neither no many much more most few several other another such
    and or but nor so yet if as when while where who whose whom what which why how because since although though unless until whether
    after before during despite amid among about above across against along around at behind below beneath beside besides between
    beyond by down for from in inside into like near of off on onto out outside over past per than through throughout till to toward
    towards under underneath unlike up upon via with within without instead
    he she it they we you his her its their our your my me him them us himself herself itself themselves one ones someone somebody
    anyone anybody everyone everybody nobody nothing something anything everything others
    is are was were be been being am do does did done have has had having will would can could may might must shall should let
    not never ever also too very just only even still already again once twice here there now then today tomorrow yesterday tonight
    meanwhile however moreover furthermore nevertheless nonetheless otherwise therefore thus hence perhaps maybe indeed instead rather
    quite almost nearly often sometimes always usually soon later earlier ago recently first second third last next finally
    two three four five six seven eight nine ten dozens hundreds thousands millions half according due given based
    yes oh ah uh well ok okay please thanks thank good bad long short big small high low little young
    people men women children man woman police officials authorities experts critics researchers scientists talk talks news
    """.split()
)
_FORMED = re.compile(r".{3,}(?:ing|ly|ed)")  # "Speaking", "Recently", "Founded"


class Name(NamedTuple):
    """A word that may be (part of) a name. ``opening``: it begins a sentence, so its capital says nothing. ``last``: no
    other word of the same name follows.
    """

    text: str
    span: Span
    opening: bool = False
    last: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """A name of the source and what is written for it in the translation."""

    source: Name
    target: Name


@lru_cache(maxsize=2_048)
def words(text: str) -> tuple[Name, ...]:
    """Return every word with its place; Chinese and its like, which do not part words, come in whole runs."""
    return tuple([Name(found.group(), found.span()) for found in _WORD.finditer(text)])


def is_uncased(text: str) -> bool:
    """Tell whether a text is in a script that has no capitals."""
    return bool(_UNCASED.search(text))


@lru_cache(maxsize=2_048)
def names(text: str) -> tuple[Name, ...]:
    """Return the capitalised words in their order; none where everything is in capitals, or nothing can be."""
    if text.isupper():
        return ()
    every = list(_WORD.finditer(text))
    return tuple(
        Name(word.group(), word.span(), _opens(text, every, position), not _goes_on(text, every, position))
        for position, word in enumerate(every)
        if text[word.start()].isupper()
    )


def _opens(text: str, every: list[re.Match[str]], position: int) -> bool:
    """Tell whether a word begins a sentence; what follows "Mr." or an initial does not."""
    if position == 0:
        return True
    start, end = every[position - 1].span()
    between = text[end : every[position].start()]
    if between == " " or (between == ". " and text[start].isupper() and end - start <= 4):
        return False
    return bool(_OPENING.fullmatch(between))


def _goes_on(text: str, every: list[re.Match[str]], position: int) -> bool:
    """Tell whether the next word, or the one behind particles ("von der"), belongs to the same name."""
    end = every[position].end()
    for following in every[position + 1 : position + 4]:
        if text[end : following.start()] not in (" ", "-", "\u00a0", ". "):
            return False
        if text[following.start()].isupper():
            return True
        if following.group() not in _PARTICLES:
            return False
        end = following.end()
    return False


def is_common(name: Name) -> bool:
    """Tell whether an English word with a capital is no name by itself ("President", "Monday", "Meanwhile")."""
    return name.text.lower() in _NO_NAME or (name.opening and bool(_FORMED.fullmatch(name.text)))


def aligned(alignment: Alignment | None, span: Span) -> tuple[Span, ...]:
    """Return the target words that a source span is aligned to, in order, each once."""
    found = {target for source, target in alignment or () if source[0] < span[1] and span[0] < source[1]}
    return tuple(sorted(found))


def pairs(source: str, candidate: Candidate, language: str) -> tuple[Pair, ...]:
    """Pair the names of a sentence with what the translation writes for them, in the order of the source.

    Two words are a pair where they are alike, the aligned ones first. Where no table romanises a script (Chinese, Thai),
    a row of capitalised words is paired with the letters that it alone is aligned to.
    """
    written = [name for name in names(candidate.text) if not is_common(name)]
    if not written:
        return ()
    uncased = is_uncased(source)
    found: list[Pair] = []
    taken: set[Span] = set()
    for name in words(source) if uncased else names(source):
        left = [word for word in written if word.span not in taken]
        if target := _alike(name, left, aligned(candidate.alignment, name.span), language):
            taken.add(target.span)
            found.append(Pair(name, target))
    if uncased:
        found += _rendered(source, [word for word in written if word.span not in taken], candidate, language)
    return tuple(sorted(found, key=lambda pair: pair.source.span))


def _alike(name: Name, written: list[Name], places: tuple[Span, ...], language: str) -> Name | None:
    """Return the best word that can be the name's, or None."""
    folded = fold(name.text)
    able = [word for word in written if alike(name.text, word.text, language)]
    # The same letters before an aligned place, and that before the first in the text.
    return min(able, key=lambda word: (fold(word.text) != folded, not _among(word.span, places)), default=None)


def _among(span: Span, places: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in places)


def _rendered(source: str, written: list[Name], candidate: Candidate, language: str) -> Iterator[Pair]:
    for span in _rows(written, candidate.text):
        alignment = candidate.alignment or ()
        letters = sorted(place for place, target in alignment if _among(target, [span]))
        if not letters:
            continue
        whole = letters[0][0], letters[-1][1]
        text = source[slice(*whole)]
        shared = any(_among(place, [whole]) for place, target in alignment if not _among(target, [span]))
        if text.isalpha() and not shared and not romanise(text, language).isascii():
            yield Pair(Name(text, whole), Name(candidate.text[slice(*span)], span))


def _rows(written: list[Name], text: str) -> list[Span]:
    """Join capitalised words that follow each other: Xi Jinping."""
    rows: list[Span] = []
    for word in written:
        if rows and text[rows[-1][1] : word.span[0]] in (" ", "-"):
            rows[-1] = rows[-1][0], word.span[1]
        else:
            rows.append(word.span)
    return rows
