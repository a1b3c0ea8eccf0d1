"""Texts for the search: how scripts without spaces are cut, and the sentence that shows a hit."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from limitedtimes.model.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from limitedtimes.model.article import Article, Span
    from limitedtimes.model.translation import ArticleTranslation, TranslatedSentence

# Scripts that write no spaces between words: Han, kana, Thai, Lao, Myanmar, Khmer. Marks belong to the letter before.
_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
WORD = re.compile(rf"[{_UNSPACED}]|(?:[^\W_](?<![{_UNSPACED}])[\u0300-\u036f\u0900-\u0dff\u064b-\u0655]*)+")
SNIPPET = 260  # characters
SHORT = 40  # characters that a sentence has


def sentences(article: Article, translation: ArticleTranslation | None) -> Iterator[tuple[str, str | None]]:
    """Yield original and English (None where there is none) of everything below the headline, in order."""
    if translation is None:
        yield from ((text, None) for text in (article.kicker, article.lead) if text)
        yield from (
            (block.text, None) for block in article.blocks if block.kind is not BlockKind.PICTURE and block.text
        )
        yield from ((picture.caption, None) for picture in article.pictures if picture.caption)
        return
    units: list[TranslatedSentence | None] = [translation.kicker, translation.lead]
    units += [sentence for block in translation.blocks for sentence in block]
    units += translation.captions
    yield from ((unit.source, unit.translation) for unit in units if unit)


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
    return [match.span() for match in WORD.finditer(text)]


def likely(text: str, asked: Sequence[str]) -> set[str]:
    """Return the words of a text that may be forms of a word asked for: they begin alike, and a stemmer decides."""
    beginnings = {fold(match[0])[:2] for word in asked for match in WORD.finditer(word)}
    return {text[start:end] for start, end in words(text) if fold(text[start:end])[:2] in beginnings}


def snippet(lines: Sequence[str], matching: Collection[str], asked: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Return the line that shows most of what was asked for, cut to length, and the spans that match.

    ``matching`` are the words that a stemmer took for forms of those asked for.
    """
    if not lines:
        return "", ()
    found = [(line, _matches(line, matching, asked)) for line in lines]
    # Among lines that show as much, a whole sentence says more than a kicker.
    line, spans = max(
        found, key=lambda each: (len({fold(each[0][start:end]) for start, end in each[1]}), len(each[0]) >= SHORT)
    )
    return _cut(line, spans)


def _matches(line: str, matching: Collection[str], asked: Sequence[str]) -> list[Span]:
    runs = {run for text in asked for run in UNSPACED_RUN.findall(text)}
    spans = [match.span() for run in sorted(runs) for match in re.finditer(re.escape(run), line)]
    spans += [(start, end) for start, end in words(line) if line[start:end] in matching]
    found: list[Span] = []
    for start, end in sorted(spans):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _cut(line: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
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
