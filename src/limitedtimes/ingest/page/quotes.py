"""Quotes: who said them, and which only repeat a sentence of the text in larger letters."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import groupby, islice
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import has_text, visible_text
from limitedtimes.ingest.text import ends_sentence
from limitedtimes.model.article import BlockKind, Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.blocks import PlacedBlock
    from limitedtimes.model.article import Block

_NAMED = ("cite", "footer", "figcaption")
_NAME_CLASS = re.compile(
    r"(?:^|[\s_-])(?:attribution|author|autor|auteur|cite|source|speaker|credit|name|person|byline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_QUOTE_CLASS = re.compile(r"quote|zitat|citat|citaz|\bcita\b|blikfang|destacado|highlight", re.IGNORECASE)
_DASH = re.compile(r"^\s*[—–―‒~-]+\s*")
_DASHES_BEHIND = re.compile(r"[\s—–―‒~-]+$")
_WORDS = re.compile(r"[^\W_]+")
_LONGEST_NAME = 150  # characters, with what somebody is
_SHORTEST_REPEAT = 20  # letters; a shorter quote is in many texts by chance
_LEVELS = 4


def attributed(placed: Sequence[PlacedBlock]) -> list[PlacedBlock]:
    """Put who said a quote on a line of its own at the quote's end, wherever its element or its last line names them."""
    found: list[PlacedBlock] = []
    quote_in = cache(_quote_in)  # thousands of paragraphs may share a parent
    for box, group in groupby(placed, key=lambda one: _box(one, quote_in)):
        blocks = list(group)
        found += blocks if box is None else _with_name(blocks, box)
    return found


def repeating(placed: Sequence[PlacedBlock]) -> set[int]:
    """Indexes of pull quotes: what is set apart as a quote and stands word for word in another block."""
    apart = {index for index, one in enumerate(placed) if _is_apart(one)}
    text = "\n".join(_folded(one.block.text) for index, one in enumerate(placed) if index not in apart)
    found = set()
    for index in apart:
        said = _folded(placed[index].block.text.partition("\n")[0])
        if len(said) >= _SHORTEST_REPEAT and said in text:
            found.add(index)
    return found


def _quote_in(parent: Element) -> Element | None:
    return parent.find("blockquote")


def _box(one: PlacedBlock, quote_in: Callable[[Element], Element | None]) -> Element | None:
    """The quote that a block belongs to, with the figure around it that names who said it."""
    if one.element is None or one.block.kind not in (BlockKind.QUOTE, BlockKind.PARAGRAPH):
        return None
    box = next((up for up in _line(one.element) if up.tag == "blockquote"), None)
    parent = box.getparent() if box is not None else None
    if parent is not None and parent.tag == "figure" and parent.find(".//img") is None:
        return parent
    if parent is not None and _captioned(parent, box) is not None:
        return parent
    if box is None:
        beside = one.element.getparent()
        quote = quote_in(beside) if beside is not None else None
        if quote is not None and beside is not None and _captioned(beside, quote) is one.element:
            return beside
    if box is None and one.element.tag == "figcaption":
        return next(
            (up for up in _line(one.element) if up.tag == "figure" and up.find(".//blockquote") is not None), None
        )
    return box


def _captioned(parent: Element, quote: Element | None) -> Element | None:
    """The line that names who said it, in a box that holds nothing else but the quote and a portrait."""
    found = (one for one in parent if one is not quote and (has_text(one) or one.tag == "blockquote"))
    others = list(islice(found, 2))
    if quote is None or len(others) != 1 or others[0].tag != "p" or (parent.text or "").strip():
        return None
    said = visible_text(others[0])
    return others[0] if len(said) <= _LONGEST_NAME and said and not ends_sentence(said) else None


def _line(element: Element) -> Iterator[Element]:
    node: Element | None = element
    for _ in range(_LEVELS):
        if node is None:
            return
        yield node
        node = node.getparent()


def _with_name(blocks: list[PlacedBlock], box: Element) -> list[PlacedBlock]:
    element = _marked_name(box)
    if element is not None:
        marked = visible_text(element)
        rest = [one for one in blocks if _folded(one.block.text) != _folded(marked)] or blocks
        last = rest[-1]
        if last.block.text.endswith(marked) and len(last.block.text) > len(marked):
            return [*rest[:-1], replace(last, block=_cut(last.block, len(last.block.text) - len(marked)))]
        inside = set(element.iterancestors()) & {one.element for one in rest}
        return blocks if inside else [*rest[:-1], replace(last, block=_named(last.block, _DASH.sub("", marked)))]
    last = blocks[-1]
    captioned = last.element is not None and _captioned(box, box.find("blockquote")) is last.element
    if len(blocks) > 1 and (captioned or _is_name(last.block.text)):
        name = _DASH.sub("", last.block.text)
        return [*blocks[:-2], replace(blocks[-2], block=_named(blocks[-2].block, name))]
    return blocks


def _marked_name(box: Element) -> Element | None:
    for element in box.iter("*"):
        classed = element.tag in ("span", "div", "p", "small", "strong", "em") and _NAME_CLASS.search(
            element.get("class") or ""
        )
        if element is not box and (element.tag in _NAMED or classed):
            text = visible_text(element)
            if 1 < len(text) <= _LONGEST_NAME:
                return element
    return None


def _is_name(text: str) -> bool:
    return bool(_DASH.match(text)) and len(text) <= _LONGEST_NAME and not ends_sentence(text)


def _named(block: Block, name: str) -> Block:
    """A quote with a name added."""
    start = len(block.text) + 1
    mark = Mark(MarkKind.ATTRIBUTION, (start, start + len(name)))
    return replace(block, kind=BlockKind.QUOTE, text=f"{block.text}\n{name}", marks=(*block.marks, mark))


def _cut(block: Block, at: int) -> Block:
    """A quote that ends with the name, which begins ``at``, with both apart."""
    said = _DASHES_BEHIND.sub("", block.text[:at])
    name = _DASH.sub("", block.text[at:])
    moved = len(said) + 1 - (len(block.text) - len(name))
    marks = [
        replace(mark, span=(mark.span[0], min(mark.span[1], len(said))))
        for mark in block.marks
        if mark.span[0] < len(said)
    ]
    marks += [
        replace(mark, span=(mark.span[0] + moved, mark.span[1] + moved))
        for mark in block.marks
        if mark.span[0] + moved > len(said)
    ]
    return _named(replace(block, text=said, marks=tuple(marks)), name) if said else block


def _is_apart(one: PlacedBlock) -> bool:
    if one.block.kind is BlockKind.QUOTE:
        return True
    if one.element is None or one.block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return False
    return any(
        up.tag in ("aside", "blockquote", "q") or _QUOTE_CLASS.search(up.get("class") or "")
        for up in _line(one.element)
    )


def _folded(text: str) -> str:
    return "".join(_WORDS.findall(text.casefold()))
