"""Text to vocabulary ids and back, with the place of every piece in the text; and the words of a text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

import sentencepiece

from limitedtimes.nmt.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

EOS = 0
UNKNOWN = 1

Span = tuple[int, int]  # half open, in code points

_LARGEST = 1 << 26  # bytes; published ones have under 1 MB
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACE = "▁"  # how a piece writes a space

# Scripts that put no spaces between words.
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "\u3041-\u309f"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_SOUTH_EAST = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
_CONSONANT = "\u0e01-\u0e2e\u0e81-\u0eae\u1000-\u102a\u103f\u1780-\u17b3"
_VOWEL = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0eb0-\u0ebd\u0ec8-\u0ecd\u102b-\u1038\u103a-\u103e\u1056-\u1059\u17b4-\u17d1\u17d3\u17dd"
_LETTER = rf"(?:[^\W{_HAN}{_HIRAGANA}{_KATAKANA}{_SOUTH_EAST}]|[\u0300-\u036f])"
_TOKEN = re.compile(
    rf"""
    (?P<word>
      (?:[^\W\d_]\.){{2,}}                                       # U.S., a.C.
    | {_LETTER}+ (?: (?: ['’·‐‑-] | (?<=\d)[.,:/](?=\d) ) {_LETTER}+ )*   # d'água, Nagorno-Karabakh, 2.200.112
    )
    | [\u0e40-\u0e44\u0ec0-\u0ec4]? [{_CONSONANT}] (?: [{_VOWEL}] | [\u1039\u17d2][{_CONSONANT}] )*  # a syllable's letters
    | [{_HAN}]
    | [{_HIRAGANA}] [{_HIRAGANA}\u30fc]*
    | [{_KATAKANA}]+
    | [\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9]+    # digits of scripts without spaces
    | \S
    """,
    re.VERBOSE,
)
# The same for a text of scripts with spaces that are written without marks: Latin, Greek, Cyrillic, signs.
_PLAIN = re.compile("[\t\n -\u02af\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_PLAIN_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:(?:['’·‐‑-]|(?<=\d)[.,:/](?=\d))\w+)*|\S")
_ZERO_WIDTH_JOINER, _ZERO_WIDTH_NON_JOINER = "\u200d", "\u200c"


class Encoded(NamedTuple):
    """The pieces of a text: their ids, without the end of the sentence, and what of the text each stands for."""

    ids: list[int]
    spans: list[Span]


class Decoded(NamedTuple):
    """A text made of pieces, and what of it each piece stands for."""

    text: str
    spans: list[Span]


class Vocabulary:
    """One SentencePiece model. Safe to share between threads; raises ModelError where it is not one."""

    def __init__(self, path: Path) -> None:
        self._processor = _load(path)
        self.size: int = self._processor.get_piece_size()
        if (self._processor.eos_id(), self._processor.unk_id()) != (EOS, UNKNOWN):
            message = f"The vocabulary {path} cannot be used: its ids of sentence end and unknown word are not 0 and 1."
            raise ModelError(message)

    def encode(self, text: str) -> Encoded:
        """Cut a text into pieces; their spans are of ``text`` as given.

        A span holds no white space at its ends. It is empty only for a piece that is nothing but a space; several
        pieces share a character that normalisation makes longer (½ becomes 1⁄2). A lone surrogate counts as U+FFFD.
        """
        text = _SURROGATE.sub("\ufffd", text)
        found: dict[str, Any] = self._processor.encode(text, return_type="offset_mapping")
        return Encoded(found["ids"], _spans(text, found["pieces"], found["offsets"]))

    def decode(self, ids: Sequence[int]) -> Decoded:
        """Join pieces to a text without white space at its ends; an unknown piece becomes `` ⁇ ``.

        Spans are as those of ``encode``; the bytes of a character that has no piece of its own share its span.
        """
        found: dict[str, Any] = self._processor.decode(list(ids), return_type="offset_mapping")
        text: str = found["text"]
        spans = _spans(text, found["pieces"], found["offsets"])
        stripped = text.strip()
        if len(stripped) == len(text):
            return Decoded(text, spans)
        cut, last = text.index(stripped), len(stripped)
        return Decoded(stripped, [(min(max(a - cut, 0), last), min(max(b - cut, 0), last)) for a, b in spans])


def _load(path: Path) -> sentencepiece.SentencePieceProcessor:
    try:
        if path.stat().st_size > _LARGEST or not path.is_file():
            message = f"The vocabulary {path} cannot be used: it is no file of at most {_LARGEST:,} bytes."
            raise ModelError(message)
        data = path.read_bytes()
    except OSError as error:
        message = f"The vocabulary {path} cannot be read: {error.strerror or error}."
        raise ModelError(message) from error
    try:
        return sentencepiece.SentencePieceProcessor.from_proto(data)
    except (RuntimeError, ValueError, TypeError) as error:
        message = f"The vocabulary {path} cannot be used: it is no SentencePiece model, or is damaged."
        raise ModelError(message) from error


def _spans(text: str, pieces: Sequence[str], offsets: Sequence[Span]) -> list[Span]:
    """Return what of the text each piece stands for, without white space at the ends."""
    plain = text.isprintable() and "  " not in text and unicodedata.is_normalized("NFKC", text)
    if plain and _SPACE not in pieces:  # nearly always: a piece has one space before it, or none
        return [(start + 1, end) if text[start] == " " else (start, end) for start, end in offsets]
    return _trimmed(text, pieces, offsets)


def _trimmed(text: str, pieces: Iterable[str], offsets: Iterable[Span]) -> list[Span]:
    """Take white space off the ends of spans; give a piece that is left with nothing the character it was made from."""
    spans: list[Span] = []
    for piece, (start, end) in zip(pieces, offsets, strict=True):
        while start < end and text[start].isspace():
            start += 1  # noqa: PLW2901  # the loop is the hot path of every sentence
        while start < end and text[end - 1].isspace():
            end -= 1  # noqa: PLW2901
        shared = piece != _SPACE or (spans and spans[-1][1] > start)
        if start == end < len(text) and shared and not text[end].isspace():
            # SentencePiece gives a character that becomes several wholly to the last of them.
            end += 1  # noqa: PLW2901
        spans.append((start, end))
    return spans


def words(text: str) -> list[Span]:
    """Return the words of a text for alignment, in order; everything but white space is in exactly one.

    A word is a run of letters, marks and digits, with what holds it together inside (apostrophe, hyphen, separators
    between digits, the dots of an abbreviation). Every other character is a word of its own. Where a script has no
    spaces: each Chinese character, each run of one kana, each Thai, Lao, Burmese or Khmer consonant with its vowels.
    """
    if _PLAIN.fullmatch(text):  # nothing that the rest is about, which takes four times as long
        return [match.span() for match in _PLAIN_TOKEN.finditer(text)]
    found: list[Span] = []
    was_word = joins = False
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        is_word = match["word"] is not None
        adjacent = bool(found) and found[-1][1] == start
        marks = not is_word and end == start + 1 and _is_mark(text[start])
        if adjacent and (marks or (joins and is_word == was_word)):
            found[-1] = (found[-1][0], end)
            joins = marks and (was_word or text[start] == _ZERO_WIDTH_JOINER)
            continue
        found.append((start, end))
        was_word, joins = is_word, False
    return found


def _is_mark(character: str) -> bool:
    return (
        unicodedata.category(character)[0] == "M"
        or character in (_ZERO_WIDTH_JOINER, _ZERO_WIDTH_NON_JOINER)
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
    )
