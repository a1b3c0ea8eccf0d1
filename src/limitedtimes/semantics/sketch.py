"""Which articles print the same text: a sketch that finds candidates among thousands, and a comparison that decides.

A sketch is the bottom-k sketch (Broder, "On the resemblance and containment of documents", 1997; Cohen and Kaplan, PODC
2007) of a text's word 3-grams. It tells how much of the shorter text stands in the longer one, whatever their lengths, but
an agency's report that an outlet edited and two outlets' own reports that quote the same statement can score alike. They
part when the words are compared in order, so every candidate is.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from typing import TYPE_CHECKING

import numpy as np

from limitedtimes.rules.snippets import UNSPACED_RUN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SIZE = 128  # hashes of a sketch: 512 bytes
_GRAM = 3  # words
_FEWEST = 12  # words; what is shorter is a caption or a line that asks for a subscription
_LIKELY = (
    0.3  # estimated containment from which two texts are compared: an edited copy keeps .6, by chance no less than .33
)
_CONTAINED = 0.6  # share of the shorter text's 3-grams that makes it a copy, moved paragraphs or not
_IN_ORDER = (
    0.7  # ... or share of its words in the same order: edited copies have .74 and more, other reports .68 and less
)
_FIGURES = 10  # from which on two texts with other figures are other news: lottery draws, share prices, the weather
_FIGURES_SHARED = 0.4  # of the shorter text's figures that a copy has at least
_SAME = 0.95  # share of the longer text's words in order that makes two pages of one outlet one text
# Letters and digits with their marks; faster than the search's, which parts the scripts without spaces as well.
_WORD = re.compile(r"[\w\u0300-\u036f\u0900-\u0dff\u064b-\u0655]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# Alphabets without spaces need longer pieces than Han and kana, which have thousands of letters.
_ALPHABETS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_SCRIPT_RUN = re.compile(f"(?P<alphabet>[{_ALPHABETS}]+)|[^{_ALPHABETS}]+")


def words(text: str) -> list[str]:
    """Cut a text into folded words; scripts without spaces into overlapping pairs of letters, their alphabets into triples."""
    folded = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).casefold())
    if not UNSPACED_RUN.search(folded):
        return _WORD.findall(folded)
    cut = UNSPACED_RUN.sub(lambda run: f" {' '.join(_pieces(run[0]))} ", folded)
    return [word for part in cut.split() for word in ([part] if UNSPACED_RUN.fullmatch(part) else _WORD.findall(part))]


def _pieces(run: str) -> list[str]:
    found = []
    for part in _SCRIPT_RUN.finditer(run):
        width = 3 if part["alphabet"] else 2
        found += [part[0][start : start + width] for start in range(max(1, len(part[0]) - width + 1))]
    return found


def sketch(text: Sequence[str]) -> tuple[int, ...]:
    """Return the smallest ``SIZE`` hashes of the 3-grams of a text's words, ascending, signed 32 bit; none of a short text.

    The same on every machine and in every process.
    """
    return tuple(_grams(text)[:SIZE].tolist()) if len(text) >= _FEWEST else ()


def _grams(text: Sequence[str]) -> NDArray[np.int32]:
    """Return the hashes of all 3-grams, each once, ascending."""
    hashed = np.fromiter((zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in text), np.uint64, len(text))
    count = max(0, len(hashed) - _GRAM + 1)
    found = np.zeros(count, np.uint64)
    for place in range(_GRAM):
        found = found * np.uint64(0x9E3779B97F4A7C15) + hashed[place : place + count]
    # The finaliser of MurmurHash3 (Appleby, public domain): the smallest hashes must be a fair sample.
    found ^= found >> np.uint64(33)
    found *= np.uint64(0xFF51AFD7ED558CCD)
    found ^= found >> np.uint64(33)
    found *= np.uint64(0xC4CEB9FE1A85EC53)
    return np.unique((found >> np.uint64(32)).astype(np.uint32).view(np.int32))


def likely(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell from two sketches whether one text may stand in the other: an estimate, to be followed by ``same_text``."""
    return bool(one and other) and _containment(np.array(one, np.int32), np.array(other, np.int32)) >= _LIKELY


def _containment(one: NDArray[np.int32], other: NDArray[np.int32]) -> float:
    """Return the share of the smaller set in the larger one, reckoned where both are complete: up to the lower maximum."""
    complete = min(one[-1], other[-1])
    ours, theirs = (each[: np.searchsorted(each, complete, "right")] for each in (one, other))
    return len(np.intersect1d(ours, theirs, assume_unique=True)) / max(1, min(len(ours), len(theirs)))


def same_text(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether one of two texts, as words, is the other one: whole, cut or edited."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST or not _same_figures(shorter, longer):
        return False
    return _in_order(shorter, longer) >= _IN_ORDER * len(shorter) or _contained(shorter, longer)


def same_page(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two pages of one outlet hold the same text: the same figures, and hardly a word that the other has not.

    An outlet repeats its own paragraphs in every report on a story, which makes none of them a copy.
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST or _figures(shorter) != _figures(longer):
        return False
    return _in_order(shorter, longer) >= _SAME * len(longer)


def _contained(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    return _containment(_grams(shorter), _grams(longer)) >= _CONTAINED


def _same_figures(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    figures = _figures(shorter)
    return len(figures) < _FIGURES or len(figures & _figures(longer)) >= _FIGURES_SHARED * len(figures)


def _figures(text: Sequence[str]) -> set[str]:
    return {word for word in text if word.isdecimal()}


def _in_order(shorter: Sequence[str], longer: Sequence[str]) -> int:
    """Return the length of the longest common subsequence (bit-parallel: Hyyrö, AWOCA 2004)."""
    places: dict[str, int] = {}
    for place, word in enumerate(shorter):
        places[word] = places.get(word, 0) | 1 << place
    every = (1 << len(shorter)) - 1
    unmatched = every
    for word in longer:
        if matches := unmatched & places.get(word, 0):
            unmatched = (unmatched + matches | unmatched - matches) & every
    return len(shorter) - unmatched.bit_count()
