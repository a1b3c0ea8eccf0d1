"""Texts for the search: how scripts without spaces are cut, and the sentence that shows a hit."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from limitedtimes.model.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from limitedtimes.model.article import Article, Span
    from limitedtimes.model.translation import Alignment, ArticleTranslation, TranslatedSentence

# Scripts that write no spaces between words: Han, kana, Thai, Lao, Myanmar, Khmer. Marks belong to the letter before.
_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
WORD = re.compile(rf"[{_UNSPACED}]|(?:[^\W_](?<![{_UNSPACED}])[\u0300-\u036f\u0900-\u0dff\u064b-\u0655]*)+")
_UNUSUAL = re.compile(rf"[{_UNSPACED}\u0300-\u036f\u0900-\u0dff\u064b-\u0655]")
_USUAL_WORD = re.compile(r"[^\W_]+")  # the same as WORD where nothing is unusual, in a fraction of the time
SNIPPET = 260  # characters
SHORT = 40  # characters that a sentence has


class Pair(NamedTuple):
    """A sentence, or unit, in the original and in English, and which of their words belong together."""

    source: str
    english: str | None
    alignment: Alignment | None = None


def paragraphs(article: Article) -> Iterator[Pair]:
    """Yield everything below an untranslated article's headline, in order."""
    yield from (Pair(text, None) for text in (article.kicker, article.lead) if text)
    yield from (
        Pair(block.text, None) for block in article.blocks if block.kind is not BlockKind.PICTURE and block.text
    )
    yield from (Pair(picture.caption, None) for picture in article.pictures if picture.caption)


def sentences(translation: ArticleTranslation) -> Iterator[Pair]:
    """Yield everything below a translated article's headline, in order."""
    units: list[TranslatedSentence | None] = [translation.kicker, translation.lead]
    units += [sentence for block in translation.blocks for sentence in block]
    units += translation.captions
    yield from (Pair(unit.source, unit.translation, unit.alignment) for unit in units if unit)


def fold(text: str) -> str:
    """Return the text without case and accents, for comparing."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def clusters(run: str) -> list[str]:
    """Cut a text into letters with their marks."""
    found: list[str] = []
    for character in run:
        if found and unicodedata.category(character) in ("Mn", "Mc"):
            found[-1] += character
        else:
            found.append(character)
    return found


def bigrams(text: str) -> str:
    """Replace every run of a script without spaces by its overlapping pairs of letters, so that words can be found in it."""

    def cut(match: re.Match[str]) -> str:
        letters = clusters(match[0])
        pairs = [first + second for first, second in pairwise(letters)] or letters
        return f" {' '.join(pairs)} "

    return UNSPACED_RUN.sub(cut, text)


def words(text: str) -> list[Span]:
    """Return the words' spans; in scripts without spaces every letter is one."""
    return [match.span() for match in _pattern(text).finditer(text)]


def _pattern(text: str) -> re.Pattern[str]:
    return WORD if _UNUSUAL.search(text) else _USUAL_WORD


def likely(texts: Iterable[str], asked: Sequence[str]) -> set[str]:
    """Return the words of texts that may be forms of a word asked for: they begin alike, and a stemmer decides."""
    beginnings = {_beginning(match[0][:_HEAD]) for word in asked for match in WORD.finditer(word)}
    if not beginnings:
        return set()
    found = {word for text in texts for word in _pattern(text).findall(text)}
    return {word for word in found if _beginning(word[:_HEAD]) in beginnings}


_HEAD = 6  # characters in which a word's first two letters stand, whatever marks they have


@lru_cache(maxsize=16_384)
def _beginning(head: str) -> str:
    return fold(head)[:2]


def choose(lines: Sequence[str], matching: Collection[str], asked: Sequence[str]) -> tuple[int, list[Span]]:
    """Return the place of the line that shows most of what was asked for, and the spans that match; -1 where there is no line.

    ``matching`` are the words that a stemmer took for forms of those asked for.
    """
    found = [(line, found_in(line, matching, asked)) for line in lines]
    # Among lines that show as much, a whole sentence says more than a kicker.
    best = max(
        range(len(found)),
        key=lambda at: (
            len({fold(found[at][0][start:end]) for start, end in found[at][1]}),
            len(found[at][0]) >= SHORT,
        ),
        default=-1,
    )
    return best, found[best][1] if found else []


def found_in(line: str, matching: Collection[str], asked: Sequence[str]) -> list[Span]:
    """Return the spans of a line that match, in their order."""
    runs = {run for text in asked for run in UNSPACED_RUN.findall(text)}
    spans = [match.span() for run in sorted(runs) for match in re.finditer(re.escape(run), line)]
    if any(word in line for word in matching):
        spans += [(start, end) for start, end in words(line) if line[start:end] in matching]
    return apart(spans)


def apart(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, without those that overlap one before."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def cut(line: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return a line cut to length around the first of its spans, and the spans in it."""
    if len(line) <= SNIPPET:
        return line, tuple(spans)
    first = spans[0][0] if spans else 0
    start = 0 if first < SNIPPET // 2 else line.rfind(" ", 0, first - SNIPPET // 4) + 1 or first - SNIPPET // 4
    end = min(len(line), start + SNIPPET)
    if end < len(line):
        end = max(line.rfind(" ", start + SNIPPET // 2, end), start + SNIPPET // 2)
    before, after = "… " if start else "", " …" if end < len(line) else ""
    shift = len(before) - start
    inside = tuple((left + shift, right + shift) for left, right in spans if left >= start and right <= end)
    return f"{before}{line[start:end].rstrip()}{after}", inside
