"""What a model's vocabulary cannot write (letters with marks that it does not know, other scripts, emoji), addresses and data.

A model makes something up for what it cannot read. So it does not see it: unknown letters are read without their marks
and given them back, and the rest is put back as it is where the alignment says.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from limitedtimes.nmt.vocabulary import UNKNOWN, Encoded

if TYPE_CHECKING:
    from limitedtimes.nmt.alignment import Pair, Span
    from limitedtimes.nmt.translation import Translation
    from limitedtimes.nmt.vocabulary import Vocabulary

# Letters that have no parts in Unicode, by what they look like, quotation marks and dashes.
_BARE = dict(zip("ŁłĐđØøŦŧĦħıŊŋĿŀƉƏəƎǝ", "LlDdOoTtHhiNnLlDAaEe", strict=True))
_BARE |= dict.fromkeys("«»„‟“”‹›", '"') | dict.fromkeys("‚‛‘’", "'") | dict.fromkeys("‐‑‒–—―−", "-")
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"  # what holds parts of one emoji together
# A thousand letters without a space, in a script that parts words (those from Thai on may not), are data.
_OPAQUE = re.compile(
    r"[^\s\u0e00-\U0010ffff]{1000,}|(?:https?://|www\.)\S*[^\s.,;:!?)\]»”\"']|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)


class Known(NamedTuple):
    """What a model can read of a text.

    ``readable`` is the text with letters that the model knows, ``encoded`` its pieces without ``strange``: the words that
    it has no letter of, addresses and data.
    """

    readable: str
    encoded: Encoded
    strange: list[Span]


def known(text: str, vocabulary: Vocabulary) -> Known:
    """Return what a model can read of a text, and what it cannot."""
    encoded = vocabulary.encode(text)
    if UNKNOWN not in encoded.ids and not _OPAQUE.search(text):  # nearly always
        return Known(text, encoded, [])
    written = _readable(text, encoded)
    return Known(written, *_without_strange(written, vocabulary.encode(written)))


def same(one: Known, other: Known) -> list[Pair]:
    """Pair the strange words of a text with those of its translation that are the same."""
    pairs = []
    left = list(other.strange)
    for span in one.strange:
        word = one.readable[slice(*span)]
        found = next((place for place in left if other.readable[slice(*place)] == word), None)
        if found:
            left.remove(found)
            pairs.append((span, found))
    return pairs


def _readable(text: str, encoded: Encoded) -> str:
    """Write letters that the model does not know without what is on them, and plain quotation marks and dashes: Łódź becomes Lodz.

    Keeps every position.
    """
    letters = list(text)
    for piece, (start, end) in zip(encoded.ids, encoded.spans, strict=True):
        if piece == UNKNOWN:
            letters[start:end] = [
                _BARE.get(letter) or unicodedata.normalize("NFD", letter)[0] for letter in text[start:end]
            ]
    return "".join(letters)


def _without_strange(text: str, encoded: Encoded) -> tuple[Encoded, list[Span]]:
    """Take out words of which the model knows nothing (emoji, words in another script), for which it would make something
    up, and addresses and data, of which it would translate parts.
    """
    opaque = [match.span() for match in _OPAQUE.finditer(text)]
    if UNKNOWN not in encoded.ids and not opaque:
        return encoded, []
    strange: list[Span] = []
    left: list[tuple[int, Span]] = []
    for piece, span in zip(encoded.ids, encoded.spans, strict=True):
        whole = next((one for one in opaque if one[0] <= span[0] < one[1]), None)
        if whole:
            if whole not in strange:
                strange.append(whole)
            continue
        if piece != UNKNOWN or span[0] == span[1] or _inside_word(text, span):
            left.append((piece, span))
            continue
        if left and left[-1][1][0] == left[-1][1][1]:
            del left[-1]  # the space before it
        if strange and not text[strange[-1][1] : span[0]].strip(_JOINERS):
            strange[-1] = (strange[-1][0], span[1])
        elif text[slice(*span)].isprintable():
            strange.append(span)
    return Encoded([piece for piece, _ in left], [span for _, span in left]), strange


def _inside_word(text: str, span: Span) -> bool:
    """Tell whether letters go on before or after a span that begins or ends with one."""
    start, end = span
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return (before.isalnum() and text[start].isalnum()) or (after.isalnum() and text[end - 1].isalnum())


def as_written(source: str, readable: str, made: Translation) -> Translation:
    """Give words that were read without their accents, and copied, the accents back."""
    if readable == source:
        return made
    text = made.text
    for (start, end), (first, last) in made.alignment:
        written = source[start:end]
        if written != readable[start:end] == text[first:last] and any(map(str.isalnum, written)):
            text = text[:first] + written + text[last:]
    return replace(made, text=text)


def put_back(source: str, span: Span, made: Translation) -> Translation:
    """Write a word of the source, as it is, behind the counterpart of the word before it."""
    before = [pair for pair in made.alignment if pair[0][1] <= span[0]]
    nearest = max((pair[0][1] for pair in before), default=-1)
    at = max((pair[1][1] for pair in before if pair[0][1] == nearest), default=0)
    word = source[slice(*span)]
    added = f" {word}" if at else f"{word} " if made.text else word
    start = at + 1 if at else 0

    def moved(old: Span) -> Span:
        return (old[0] + len(added), old[1] + len(added)) if old[0] >= at else old

    pairs = [(one, moved(other)) for one, other in made.alignment]
    pairs.append((span, (start, start + len(word))))
    pairs.sort(key=lambda pair: (pair[1], pair[0]))
    text = made.text[:at] + added + made.text[at:]
    return replace(made, text=text, alignment=tuple(pairs), tokens=tuple(map(moved, made.tokens)))
