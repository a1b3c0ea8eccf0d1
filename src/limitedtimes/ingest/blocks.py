"""From the extractor's choice of text to blocks.

trafilatura decides *what* belongs to the article; *how it reads* (spaces, links, emphasis) is taken from the page itself,
where its own element can be found again: extraction drops white space around inline elements now and then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from trafilatura import bare_extraction

from limitedtimes.errors import ReadError
from limitedtimes.ingest.dom import UNSEEN, absolute, drop_button_labels, parse_text
from limitedtimes.ingest.text import clean, visible
from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_BLOCK_TAGS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul")
)  # fmt: skip
_MARKS = {"a": MarkKind.LINK, "ref": MarkKind.LINK, "em": MarkKind.EMPHASIS, "i": MarkKind.EMPHASIS}
_MARKS |= {"strong": MarkKind.STRONG, "b": MarkKind.STRONG}
_RENDITIONS = {"#b": MarkKind.STRONG, "#i": MarkKind.EMPHASIS}
_BREAKS = frozenset(("br", "lb"))
_PARAGRAPH_BREAK = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]['\"»«”“’)\]]*$")
_PROSE = 40  # characters; a shorter line that extraction left out may be anything
_NEXT_TO_NOTHING = 0.2  # of what else could be had; a page may hold several articles, so half would be too much
_SHORT = 300  # characters; news shorter than this is rare, a failed extraction is not


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block and the page's element that it came from; None where it could not be found again."""

    block: Block
    element: Element | None = None


class Places:
    """Where on the page a text stands: its innermost block elements by their text without white space.

    Words in bold and the like that stand loose beside blocks are found too, as are whole rows of tables.
    """

    def __init__(self, root: Element) -> None:
        self.order = {element: place for place, element in enumerate(root.iter("*"))}
        self.by_text: dict[str, list[Element]] = {}
        self.innermost = _innermost(root)
        for element in [*self.innermost, *_loose(root, set(self.innermost))]:
            key = _squeezed(element)
            if key:
                self.by_text.setdefault(key, []).append(element)

    def find(self, key: str, after: int) -> Element | None:
        """The first element with this text behind ``after``, else the first at all."""
        found = self.by_text.get(key, [])
        return next((one for one in found if self.order[one] > after), found[0] if found else None)


def extract_blocks(root: Element, url: str, places: Places) -> list[PlacedBlock]:
    """Text of a page's article in order; empty if there is none. ``url`` resolves its links.

    Precision first. Where it took next to nothing of the page's own paragraphs, the extractor's default is asked too.
    """
    precise = _read(root, url, places, precise=True)
    printed = sum(len(key) for key, found in places.by_text.items() if found[0].tag == "p")
    if _length(precise) < max(_SHORT, _NEXT_TO_NOTHING * printed):
        default = _read(root, url, places, precise=False)
        if _length(precise) < max(_SHORT, _NEXT_TO_NOTHING * _length(default)):
            precise = max(default, precise, key=_length)
    return _with_siblings(precise, url, places)


def _with_siblings(blocks: list[PlacedBlock], url: str, places: Places) -> list[PlacedBlock]:
    """Add sentences that extraction left out between those that it took, where page and markup treat them alike."""
    taken = {one.element for one in blocks if one.element is not None}
    families = {family(element) for element in taken if element.tag in ("p", "li")}
    if not families:
        return blocks
    missing = [
        PlacedBlock(Block(_kind_of(element), text, marks), element)
        for element in places.innermost
        if element.tag in ("p", "li") and element not in taken and family(element) in families
        for text, marks in [inline(element, url)]
        if len(text) >= _PROSE and _SENTENCE_END.search(text) and _linked(marks) * 2 < len(text)
    ]
    return _merged(blocks, missing, places)


def _merged(blocks: list[PlacedBlock], missing: list[PlacedBlock], places: Places) -> list[PlacedBlock]:
    """Put blocks where they stand on the page, the order of the others untouched."""
    merged = list(blocks)
    for block in missing:
        assert block.element is not None
        place = places.order[block.element]
        before = [
            index for index, one in enumerate(merged) if one.element is not None and places.order[one.element] < place
        ]
        merged.insert(before[-1] + 1 if before else 0, block)
    return merged


def family(element: Element) -> tuple[object, ...]:
    """Where an element stands and how it is marked: equal for the paragraphs of one template, each in its own box or not."""
    marks: list[str | None] = [element.tag, element.get("class")]
    parent = element.getparent()
    while parent is not None and len(parent) == 1:
        marks.append(parent.get("class"))
        parent = parent.getparent()
    return (parent, *marks)


def _linked(marks: tuple[Mark, ...]) -> int:
    return sum(mark.span[1] - mark.span[0] for mark in marks if mark.kind is MarkKind.LINK)


def inline(element: Element, url: str) -> tuple[str, tuple[Mark, ...]]:
    """Text of an element, white space normalised, with its links and emphasis; works on the page's and trafilatura's tags."""
    text = ""
    marks: list[Mark] = []
    opened: list[tuple[Element, int]] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node.tag in UNSEEN:
                walk.skip_subtree()
                continue
            if _kind(node) is not None:
                opened.append((node, len(text)))
            text = _joined(text, (" " if node.tag in _BREAKS else "") + (node.text or ""))
            continue
        if opened and opened[-1][0] is node:
            mark = _mark(node, opened.pop()[1], text, url)
            marks += [mark] if mark else []
        if node is not element:
            gap = " " if node.tag in _BLOCK_TAGS else ""
            text = _joined(text, gap + (node.tail or ""))
    end = len(text.rstrip())
    inside = [
        Mark(mark.kind, (mark.span[0], min(mark.span[1], end)), mark.href) for mark in marks if mark.span[0] < end
    ]
    return text[:end], tuple(sorted(inside, key=lambda mark: (mark.span[0], -mark.span[1])))


def text_blocks(text: str) -> list[Block]:
    """Paragraphs of plain text, one per line."""
    return [Block(BlockKind.PARAGRAPH, line) for line in map(clean, re.split(r"[\r\n\u2028\u2029]+", text)) if line]


def _length(blocks: list[PlacedBlock]) -> int:
    return sum(len(placed.block.text) for placed in blocks)


def _read(root: Element, url: str, places: Places, *, precise: bool) -> list[PlacedBlock]:
    try:
        document = bare_extraction(
            root,
            favor_precision=precise,
            with_metadata=False,
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_tables=True,
            output_format="python",
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError) as error:
        raise ReadError(f"the markup of {url} is too broken to be read: {error}", code="broken_html") from error
    body = getattr(document, "body", None)
    if body is None:
        return []
    blocks: list[PlacedBlock] = []
    last = -1
    for kind, level, leaf in _leaves(body):
        element = places.find(_squeezed(leaf), last)
        if element is not None:
            last = max(last, places.order[element])
        text, marks = inline(leaf if element is None else element, url)
        if text:
            blocks.append(PlacedBlock(Block(kind, text, marks, level), element))
    return blocks


def _leaves(body: Element) -> Iterator[tuple[BlockKind, int | None, Element]]:
    """Elements of trafilatura's tree that are one block each."""
    for child in body:
        match child.tag:
            case "head":
                yield BlockKind.HEADING, _level(child), child
            case "quote" if child.find("p") is None:
                yield BlockKind.QUOTE, None, child
            case "quote":
                yield from ((BlockKind.QUOTE, None, paragraph) for paragraph in child.iterchildren("p"))
            case "list":
                yield from (
                    (BlockKind.LIST_ITEM, None, item) for item in child.iter("item") if item.find(".//item") is None
                )
            case "table":
                yield from ((BlockKind.LIST_ITEM, None, row) for row in child.iter("row"))
            case "div":
                yield from _leaves(child)
            case "graphic" | "lb" | "comments":
                continue
            case _:
                yield BlockKind.PARAGRAPH, None, child


def _level(head: Element) -> int:
    digit = (head.get("rend") or "h2")[-1]
    return max(2, int(digit)) if digit in "123456" else 2


def _innermost(root: Element) -> list[Element]:
    """Block elements without block elements in them."""
    outer: set[Element] = set()
    blocks = [element for element in root.iter("*") if element.tag in _BLOCK_TAGS]
    for element in blocks:
        parent = element.getparent()
        while parent is not None and parent not in outer:
            outer.add(parent)
            parent = parent.getparent()
    return [element for element in blocks if element not in outer]


def _loose(root: Element, innermost: set[Element]) -> list[Element]:
    """Rows, and elements in lines of their own beside blocks, in none of which another block stands."""
    beside = [
        child
        for one in root.iter(*_BLOCK_TAGS)
        if one not in innermost
        for child in one.iterchildren("a", "b", "em", "font", "i", "small", "span", "strong")
        if next(child.iter(*_BLOCK_TAGS), None) is None
    ]
    return [*root.iter("tr"), *beside]


def _squeezed(element: Element) -> str:
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


def _kind(node: Element) -> MarkKind | None:
    return _RENDITIONS.get(node.get("rend") or "") if node.tag == "hi" else _MARKS.get(node.tag)


def _joined(text: str, more: str) -> str:
    """Append with single spaces, and none in front."""
    piece = _SPACES.sub(" ", visible(more))
    return text + (piece.lstrip(" ") if not text or text.endswith(" ") else piece)


def _mark(node: Element, start: int, text: str, url: str) -> Mark | None:
    kind = _kind(node)
    stop = len(text.rstrip())
    while start < stop and text[start] == " ":
        start += 1
    if kind is None or start >= stop:
        return None
    if kind is not MarkKind.LINK:
        return Mark(kind, (start, stop))
    href = (node.get("href") or node.get("target") or "").strip()
    address = absolute(href, url) if href and not href.startswith("#") else None
    return Mark(kind, (start, stop), address) if address else None


def markup_blocks(markup: str, url: str) -> list[Block]:
    """Blocks of markup that is the article's and nothing else, as feeds and JSON-LD carry it."""
    root = parse_text(f"<div>{_PARAGRAPH_BREAK.sub('<p>', markup)}</div>")
    if root is None:
        return []
    drop_button_labels(root)
    _wrap_loose_text(root)
    read = [(element, *inline(element, url)) for element in _innermost(root)]
    return [
        Block(kind := _kind_of(element), text, marks, _heading_level(element) if kind is BlockKind.HEADING else None)
        for element, text, marks in read
        if text and element.tag != "figcaption"
    ]


def _wrap_loose_text(root: Element) -> None:
    """Put text that stands beside block elements into paragraphs of its own."""
    for outer in {one.getparent() for one in root.iter(*_BLOCK_TAGS)}:
        if outer is None or outer.tag in ("html", "head"):
            continue
        loose = etree.Element("p")
        loose.text, outer.text = outer.text, None
        for child in list(outer):
            if child.tag not in _BLOCK_TAGS:
                loose.append(child)
                continue
            child.addprevious(loose)
            loose = etree.Element("p")
            loose.text, child.tail = child.tail, None
        outer.append(loose)


def _kind_of(element: Element) -> BlockKind:
    if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return BlockKind.HEADING
    above = {one.tag for one in element.iterancestors()} | {element.tag}
    if "li" in above:
        return BlockKind.LIST_ITEM
    return BlockKind.QUOTE if "blockquote" in above else BlockKind.PARAGRAPH


def _heading_level(element: Element) -> int:
    return max(2, int(str(element.tag)[1]))
