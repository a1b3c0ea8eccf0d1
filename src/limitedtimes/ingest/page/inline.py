"""Text of an element with its inline markup: links, emphasis, words in another language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from limitedtimes.ingest.dom import UNSEEN, absolute
from limitedtimes.ingest.page.paragraphs import BLOCK_TAGS
from limitedtimes.ingest.text import visible
from limitedtimes.model.article import Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_MARKS = {"a": MarkKind.LINK, "ref": MarkKind.LINK, "em": MarkKind.EMPHASIS, "i": MarkKind.EMPHASIS}
_MARKS |= {"strong": MarkKind.STRONG, "b": MarkKind.STRONG}
_RENDITIONS = {"#b": MarkKind.STRONG, "#i": MarkKind.EMPHASIS}
_BREAKS = frozenset(("br", "lb"))
_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LEVELS = 12  # of nested boxes among which a language is looked for
_SPACES = re.compile(r"\s+")


class _Line:
    """Text that grows by pieces, with single spaces and none in front."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self._open = True  # at the beginning, or behind a space

    def add(self, more: str) -> None:
        piece = _SPACES.sub(" ", visible(more))
        piece = piece.lstrip(" ") if self._open else piece
        if piece:
            self.pieces.append(piece)
            self.length += len(piece)
            self._open = piece.endswith(" ")


def inline(element: Element, url: str) -> tuple[str, tuple[Mark, ...]]:
    """Text of an element, white space normalised, with its links, emphasis and foreign words.

    Works on the page's and on trafilatura's tags.
    """
    line = _Line()
    opened: list[tuple[Element, int]] = []
    closed: list[tuple[Element, int, int]] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node.tag in UNSEEN:
                walk.skip_subtree()
                continue
            if _is_marked(node):
                opened.append((node, line.length))
            line.add((" " if node.tag in _BREAKS else "") + (node.text or ""))
            continue
        if opened and opened[-1][0] is node:
            closed.append((*opened.pop(), line.length))
        if node is not element:
            line.add((" " if node.tag in BLOCK_TAGS else "") + (node.tail or ""))
    text = "".join(line.pieces).rstrip()
    marks = [mark for node, start, stop in closed for mark in _marks(node, start, stop, text, url)]
    above = _language_above(element)
    if above and text:
        marks.append(Mark(MarkKind.LANGUAGE, (0, len(text)), language=above))
    return text, tuple(sorted(marks, key=lambda mark: (mark.span[0], -mark.span[1])))


def squeezed(element: Element) -> str:
    """Text of an element without white space: what it has in common however it is marked up."""
    return _SPACES.sub("", visible("".join(_texts(element))))


def _texts(element: Element) -> Iterator[str]:
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            yield node.tail or "" if node is not element else ""
        elif node.tag in UNSEEN:
            walk.skip_subtree()
        else:
            yield node.text or ""


def _is_marked(node: Element) -> bool:
    return node.tag in _MARKS or node.tag == "hi" or node.get("lang") is not None


def _marks(node: Element, start: int, stop: int, text: str, url: str) -> Iterator[Mark]:
    """What an element says about its words; nothing where it has none, or a link leads nowhere."""
    stop = min(stop, len(text))
    words = text[start:stop]
    start, stop = start + len(words) - len(words.lstrip(" ")), start + len(words.rstrip(" "))
    if start >= stop:
        return
    kind = _RENDITIONS.get(node.get("rend") or "") if node.tag == "hi" else _MARKS.get(node.tag)
    if kind is MarkKind.LINK:
        href = (node.get("href") or node.get("target") or "").strip()
        address = absolute(href, url) if href and not href.startswith("#") else None
        if address:
            yield Mark(kind, (start, stop), address)
    elif kind is not None:
        yield Mark(kind, (start, stop))
    language = _code(node)
    if language:
        yield Mark(MarkKind.LANGUAGE, (start, stop), language=language)


def _code(node: Element) -> str | None:
    code = (node.get("lang") or "").strip()
    return code if _CODE.fullmatch(code) else None


def _language_above(element: Element) -> str | None:
    """Language of the box that an element stands in; the whole page's is no box's."""
    node = element.getparent()
    for _ in range(_LEVELS):
        if node is None or node.tag in ("body", "html"):
            return None
        code = _code(node)
        if code:
            return code
        node = node.getparent()
    return None
