"""A line of English as words and punctuation marks, with their places. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.article import Span

# Between two letters or digits these join: 2,000, 18:45, o'clock, e-mail, AT&T.
_JOINERS = frozenset("-‐‑'’.,:/_·@&")
_ZERO_WIDTH_JOINER = "\u200d"
_REGIONAL = range(0x1F1E6, 0x1F200)  # in pairs these are flags
_SKIN = range(0x1F3FB, 0x1F400)
_JAMO = range(0x1160, 0x1200)  # vowels and finals, which follow the initial that they belong to
_PAIRED = frozenset("\"'")  # straight quotes; the others have categories of their own


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a translation with what is joined to it (``2,000``, ``e-mail``), or one punctuation mark."""

    start: int
    end: int
    word: bool


def tokens(text: str) -> tuple[Token, ...]:
    """Cut a text into words and punctuation marks; what a reader sees as one character is never cut."""
    found: list[Token] = []
    for start, end in _clusters(text):
        character = text[start]
        if character.isspace():
            continue
        word = is_word(character)
        last = found[-1] if found else None
        if word and last and last.end == start and last.word:
            found[-1] = Token(last.start, end, True)
        elif word and last and last.end == start and _joins(text, found):
            found[-2:] = [Token(found[-2].start, end, True)]
        else:
            found.append(Token(start, end, word))
    return tuple(found)


def _joins(text: str, found: Sequence[Token]) -> bool:
    """Tell whether the last token only joins a word to what follows it."""
    if len(found) < 2:
        return False
    before, joiner = found[-2:]
    return before.word and before.end == joiner.start and text[joiner.start : joiner.end] in _JOINERS


def is_word(character: str) -> bool:
    """Tell whether a character belongs to words: letters, digits and symbols such as €, % and emoji."""
    return character in "%&@#§" or unicodedata.category(character)[0] not in "PZC"


def _clusters(text: str) -> Iterator[Span]:
    """Yield what a reader sees as one character: a letter with its marks, an emoji, a flag (after Unicode's annex 29)."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _within(text, start, end):
            yield start, end
            start = end


def _within(text: str, start: int, at: int) -> bool:
    """Tell whether a place stands within the character that begins at ``start``."""
    code = ord(text[at])
    extends = unicodedata.category(text[at])[0] == "M" or text[at] in (_ZERO_WIDTH_JOINER, "\u200c")
    if extends or code in _SKIN or code in _JAMO or text[at - 1] == _ZERO_WIDTH_JOINER:
        return not text[start].isspace()
    return code in _REGIONAL and ord(text[at - 1]) in _REGIONAL and at - start == 1


def kind(sign: str) -> str:
    """Return what a punctuation mark does: ``pair`` (quotes, brackets), ``dash`` or ``stop``."""
    if sign in _PAIRED:
        return "pair"
    return {"Ps": "pair", "Pe": "pair", "Pi": "pair", "Pf": "pair", "Pd": "dash"}.get(
        unicodedata.category(sign), "stop"
    )


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return a span without the white space at its ends, cut to the text; None where nothing is left."""
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def words_of(text: str, span: Span) -> Span | None:
    """Return a span without white space and punctuation at its ends; None where it has no word."""
    inside = [at for at in range(*span) if is_word(text[at])]
    return (inside[0], inside[-1] + 1) if inside else None
