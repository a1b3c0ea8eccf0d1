"""The small markdown of the sample articles: one parser to blocks, one way from a block's text to HTML.

A paragraph is a line; paragraphs are separated by empty lines. ``## subhead``, ``> quote``, ``- list item``,
``![2]`` (the article's second picture); within a line ``[text](href)``, ``*emphasis*`` and ``**strong**``, nested freely.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_INLINE = re.compile(
    r"\[(?P<link>[^\]]+)\]\((?P<href>[^)\s]+)\)|\*\*(?P<strong>\S(?:.*?\S)?)\*\*|\*(?P<emphasis>[^\s*](?:[^*]*[^\s*])?)\*"
)
_PICTURE = re.compile(r"!\[(\d+)\]")
_PREFIXES = (("## ", BlockKind.HEADING), ("> ", BlockKind.QUOTE), ("- ", BlockKind.LIST_ITEM))
_KINDS = {"link": MarkKind.LINK, "strong": MarkKind.STRONG, "emphasis": MarkKind.EMPHASIS}

TAGS: Mapping[MarkKind, str] = {MarkKind.EMPHASIS: "em", MarkKind.STRONG: "strong"}
OLD_TAGS: Mapping[MarkKind, str] = {MarkKind.EMPHASIS: "i", MarkKind.STRONG: "b"}


def parse(body: str) -> tuple[Block, ...]:
    """Turn a body into its blocks; markup that it does not know stays in the text as it is."""
    return tuple(_block(line.strip()) for line in body.splitlines() if line.strip())


def _block(line: str) -> Block:
    if picture := _PICTURE.fullmatch(line):
        return Block(BlockKind.PICTURE, image=int(picture[1]) - 1)
    for prefix, kind in _PREFIXES:
        if line.startswith(prefix):
            text, marks = _inline(line.removeprefix(prefix).strip())
            return Block(kind, text, marks, level=2 if kind is BlockKind.HEADING else None)
    text, marks = _inline(line)
    return Block(BlockKind.PARAGRAPH, text, marks)


def _inline(source: str, offset: int = 0) -> tuple[str, tuple[Mark, ...]]:
    """Give the text without its markup, and the marks: each before those inside it, in order of the text."""
    text, at = "", 0
    marks: list[Mark] = []
    for match in _INLINE.finditer(source):
        text += source[at : match.start()]
        name = match.lastgroup if match.lastgroup != "href" else "link"
        assert name is not None
        start = offset + len(text)
        inside, inner = _inline(match[name], start)
        marks += [Mark(_KINDS[name], (start, start + len(inside)), match["href"]), *inner]
        text, at = text + inside, match.end()
    return text + source[at:], tuple(marks)


def to_html(block: Block, href: Callable[[str], str], tags: Mapping[MarkKind, str] = TAGS) -> Markup:
    """Render a block's text with its marks; ``href`` turns a link as written into the address to print."""

    def wrap(mark: Mark, inside: Markup) -> Markup:
        if mark.kind is MarkKind.LINK:
            return Markup('<a href="{}">{}</a>').format(href(mark.href or ""), inside)
        return Markup("<{0}>{1}</{0}>").format(tags[mark.kind], inside)

    return _render(block.text, block.marks, (0, len(block.text)), wrap)


def _render(text: str, marks: Sequence[Mark], span: Span, wrap: Callable[[Mark, Markup], Markup]) -> Markup:
    at, end = span
    html = Markup()
    while marks:
        outer, rest = marks[0], marks[1:]
        inner = [mark for mark in rest if mark.span[1] <= outer.span[1]]
        html += escape(text[at : outer.span[0]]) + wrap(outer, _render(text, inner, outer.span, wrap))
        at, marks = outer.span[1], rest[len(inner) :]
    return html + escape(text[at:end])
