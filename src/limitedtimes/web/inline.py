"""A line of text with what stands in it (links, emphasis, remarks, words that light each other up) as well-formed HTML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from limitedtimes.model.article import MarkKind
from limitedtimes.web.words import outward

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from limitedtimes.model.article import Mark, Span
    from limitedtimes.model.translation import Alignment

WORDS = 99  # of a sentence that light up: the style sheet has a rule for each number
_LINK = Markup('<a href="{}" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">')
_FOREIGN = Markup('<span lang="{}">')
_PLAIN = {MarkKind.EMPHASIS: "<em>", MarkKind.STRONG: "<strong>", MarkKind.ATTRIBUTION: "<cite>"}
_FLAG, _MENDED = '<span class="flag">', '<span class="flag mended">'
_ENDS = {
    "link": "</a>",
    "emphasis": "</em>",
    "strong": "</strong>",
    "attribution": "</cite>",
    "language": "</span>",
    "flag": "</span>",
    "word": "</span>",
    "found": "</mark>",
}


@dataclass(frozen=True, slots=True)
class Tag:
    """An element over a span of a line. An element within one of its own kind is left out: HTML has no link in a link."""

    kind: str
    span: Span
    begin: str  # the element's start tag


def mark_tags(marks: Iterable[tuple[Mark, Span | None]], start: int) -> tuple[Tag, ...]:
    """Return the elements of marks in a line that begins at ``start``; a link that may lead nowhere has none."""
    return tuple(
        Tag(mark.kind.value, (span[0] - start, span[1] - start), begin)
        for mark, span in marks
        if span and (begin := _begin(mark))
    )


def _begin(mark: Mark) -> str | None:
    if mark.kind is MarkKind.LINK:
        href = outward(mark.href)
        return str(_LINK.format(href)) if href else None
    if mark.kind is MarkKind.LANGUAGE:
        return str(_FOREIGN.format(mark.language or ""))
    return _PLAIN[mark.kind]


def flag_tags(flags: Iterable[tuple[Span | None, bool]]) -> tuple[Tag, ...]:
    """Return the elements of remarks: their spans, and whether each only speaks of what was mended."""
    return tuple(Tag("flag", span, _MENDED if mended else _FLAG) for span, mended in flags if span)


def found_tags(spans: Iterable[Span]) -> tuple[Tag, ...]:
    """Return the elements of what a search was for."""
    return tuple(Tag("found", span, "<mark>") for span in spans)


def word_tags(alignment: Alignment | None) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """Return the elements of aligned words, of the original and of the translation.

    A word of the translation has a number of its own as class, a word of the original the numbers of all its partners: so
    what lights up are a word, its partners and those who share them, and no chain of words beyond.
    """
    numbers = {span: number for number, span in enumerate(sorted({target for _, target in alignment or ()}), 1)}
    partners: dict[Span, list[int]] = {}
    for source, target in alignment or ():
        if numbers[target] <= WORDS and numbers[target] not in partners.setdefault(source, []):
            partners[source].append(numbers[target])
    english = {span: [number] for span, number in numbers.items() if number <= WORDS}
    return _word_tags(partners), _word_tags(english)


def _word_tags(numbers: dict[Span, list[int]]) -> tuple[Tag, ...]:
    return tuple(
        Tag("word", span, f'<span class="{" ".join(f"w{number}" for number in sorted(found))}">')
        for span, found in sorted(numbers.items())
        if found
    )


@dataclass(frozen=True)
class Line:
    """A sentence on one side: its text, and what stands in it, from the outermost inwards."""

    text: str
    marks: tuple[Tag, ...] = ()
    flags: tuple[Tag, ...] = ()
    words: tuple[Tag, ...] = ()

    @cached_property
    def plain(self) -> Markup:
        """The text with its links and emphasis."""
        return _html(self.text, [self.marks])

    @cached_property
    def remarked(self) -> Markup:
        """The same with what the remarks speak of."""
        return _html(self.text, [self.marks, self.flags])

    @cached_property
    def aligned(self) -> Markup:
        """The same with its words numbered, for views that show both sides."""
        return _html(self.text, [self.marks, self.flags, self.words])


def _html(text: str, layers: Sequence[Sequence[Tag]]) -> Markup:
    """Set a text. What crosses an element of an outer layer is cut at its ends, so that a link stays one link."""
    edges: set[int] = set()
    tags: list[Tag] = []
    for layer in layers:
        inside = [piece for tag in layer for piece in _cut(tag, edges, len(text))]
        edges |= {edge for tag in inside for edge in tag.span}
        tags += inside
    return Markup("".join(_set(text, (0, len(text)), sorted(tags, key=_order), frozenset())))  # noqa: S704  # escaped below


def _order(tag: Tag) -> tuple[int, int]:
    return tag.span[0], -tag.span[
        1
    ]  # what begins first, and of those the longest; then, by a stable sort, the outer layer


def _cut(tag: Tag, edges: set[int], end: int) -> list[Tag]:
    start, stop = max(0, tag.span[0]), min(end, tag.span[1])
    places = [start, *sorted(edge for edge in edges if start < edge < stop), stop]
    return [_clipped(tag, left, right) for left, right in pairwise(places) if left < right]


def _set(text: str, span: Span, tags: Sequence[Tag], around: frozenset[str]) -> Iterator[str]:
    """Yield a span of the text with the elements in it, which begin in order; ``around`` are the kinds already open."""
    at = span[0]
    while tags:
        tag, rest = tags[0], tags[1:]
        count = next((place for place, other in enumerate(rest) if other.span[0] >= tag.span[1]), len(rest))
        inside = [_clipped(other, other.span[0], tag.span[1]) for other in rest[:count]]
        # Marks of one layer that cross each other, which no page has, are cut as well.
        over = [_clipped(other, tag.span[1], other.span[1]) for other in rest[:count] if other.span[1] > tag.span[1]]
        known = tag.kind in around
        yield str(escape(text[at : tag.span[0]]))
        yield "" if known else tag.begin
        yield from _set(text, tag.span, inside, around | {tag.kind})
        yield "" if known else _ENDS[tag.kind]
        at, tags = tag.span[1], sorted([*over, *rest[count:]], key=_order) if over else rest[count:]
    yield str(escape(text[at : span[1]]))


def _clipped(tag: Tag, start: int, end: int) -> Tag:
    return Tag(tag.kind, (start, min(end, tag.span[1])), tag.begin)
