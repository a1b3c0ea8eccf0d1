"""From the extractor's choice of text to blocks.

trafilatura decides *what* belongs to the article; *how it reads* (spaces, links, emphasis) is taken from the page itself,
where its own element can be found again: extraction drops white space around inline elements now and then.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from trafilatura import bare_extraction

from limitedtimes.errors import ReadError
from limitedtimes.ingest.dom import drop_button_labels, parse_text
from limitedtimes.ingest.page.beside import is_caption
from limitedtimes.ingest.page.inline import inline, squeezed
from limitedtimes.ingest.page.paragraphs import BLOCK_TAGS, wrap_loose_text
from limitedtimes.ingest.page.prose import prose
from limitedtimes.ingest.page.tables import is_data
from limitedtimes.ingest.text import clean, ends_sentence, weight
from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as Element

_PARAGRAPH_BREAK = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
_PARAGRAPHS = frozenset(("p", "li", "div", "section"))
_PROSE = 40  # characters; a shorter line that extraction left out may be anything
_MOST = 0.8  # of the prose; comparing costs a fifth of reading a page
_NEXT_TO_NOTHING = 0.2  # of what else could be had; a page may hold several articles, so half would be too much
_SHORT = 300  # characters; news shorter than this is rare, a failed extraction is not


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block and the page's element that it came from; None where it could not be found again."""

    block: Block
    element: Element | None = None


class Places:
    """Where on the page a text stands: its innermost block elements by their text without white space, and the reverse.

    Where none has it, whole rows of tables are found too, and words in bold and the like that stand loose beside blocks.
    """

    def __init__(self, root: Element) -> None:
        self.order = {element: place for place, element in enumerate(root.iter("*"))}
        self.innermost = _innermost(root)
        self._menus: str | None = None
        self._root = root
        self.texts = {element: key for element in self.innermost if (key := squeezed(element))}
        loose = sorted(_loose(root, set(self.innermost)), key=self.order.__getitem__)
        rows, lines = ([(element, squeezed(element)) for element in group] for group in (root.iter("tr"), loose))
        self._by_text = [_by_text(group) for group in (self.texts.items(), rows, lines)]

    def find(self, key: str, after: int) -> Element | None:
        """The first element with this text behind ``after``, else the first at all."""
        found = [group[key] for group in self._by_text if key in group]
        for group in found:
            place = bisect_right(group, after, key=self.order.__getitem__)  # in the page's order, each group by itself
            if place < len(group):
                return group[place]
        return found[0][0] if found else None

    def in_menus(self, key: str) -> bool:
        """Tell whether a text stands in a menu, or a footer of the page."""
        if self._menus is None:
            self._menus = "\n".join(squeezed(menu) for menu in self._root.iter("nav", "menu", "footer"))
        return key in self._menus


def _by_text(elements: Iterable[tuple[Element, str]]) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for element, text in elements:
        if text:
            found.setdefault(text, []).append(element)
    return found


def extract_blocks(root: Element, url: str, places: Places) -> list[PlacedBlock]:
    """Text of a page's article in order; empty if there is none. ``url`` resolves its links.

    Precision first. Where it took less than most of the page's own paragraphs as they stand, the extractor compares itself with others;
    where that took next to nothing of them, its default is asked too, and where that took nothing either, the page's prose
    itself.
    """
    by_prose = prose(root, places.texts)
    printed = sum(weight(places.texts[element]) for element in by_prose)
    found = _read(root, url, places, fast=True)
    if _length([one for one in found if one.element is not None]) < max(_SHORT, _MOST * printed):
        found = _read(root, url, places)
    if _length(found) < max(_SHORT, _NEXT_TO_NOTHING * printed):
        default = _read(root, url, places, precise=False)
        if _length(found) < max(_SHORT, _NEXT_TO_NOTHING * _length(default)):
            found = max(default, found, key=_length)
        if _length(found) < _NEXT_TO_NOTHING * printed:
            found = [placed_block(element, url) for element in by_prose]
    return _with_siblings(found, url, places)


def placed_block(element: Element, url: str) -> PlacedBlock:
    """The block that an element of the page is."""
    return PlacedBlock(_block(element, *inline(element, url)), element)


def _block(element: Element, text: str, marks: tuple[Mark, ...]) -> Block:
    kind = _kind_of(element)
    return Block(kind, text, marks, _heading_level(element) if kind is BlockKind.HEADING else None)


def _with_siblings(blocks: list[PlacedBlock], url: str, places: Places) -> list[PlacedBlock]:
    """Add sentences that extraction left out between those that it took, where page and markup treat them alike."""
    taken = {one.element for one in blocks if one.element is not None}
    families = {family(element) for element in taken if element.tag in _PARAGRAPHS}
    if not families:
        return blocks
    missing = [
        PlacedBlock(Block(_kind_of(element), text, marks), element)
        for element in places.innermost
        if element.tag in _PARAGRAPHS and element not in taken and family(element) in families
        for text, marks in [inline(element, url)]
        if weight(text) >= _PROSE and ends_sentence(text) and _linked(marks) * 2 < len(text)
    ]
    return merged(blocks, missing, places)


def merged(blocks: Sequence[PlacedBlock], more: Sequence[PlacedBlock], places: Places) -> list[PlacedBlock]:
    """Put more blocks where they stand on the page, the order of the others untouched."""
    behind: list[int] = []  # the first place at or behind each block
    for one in reversed(blocks):
        place = places.order[one.element] if one.element is not None else len(places.order)
        behind.append(min(place, behind[-1]) if behind else place)
    behind.reverse()
    found: list[tuple[int, int, PlacedBlock]] = [(2 * index + 1, 0, one) for index, one in enumerate(blocks)]
    for one in more:
        assert one.element is not None
        place = places.order[one.element]
        found.append((2 * bisect_left(behind, place), place, one))
    return [one for _, _, one in sorted(found, key=lambda item: item[:2])]


def family(element: Element) -> tuple[object, ...]:
    """Where an element stands and how it is marked: equal for the paragraphs of one template, each in its own box or not."""
    marks: list[str | None] = [element.tag, element.get("class")]
    node, parent = element, element.getparent()
    # Not `len(parent) == 1`: that counts the children, once for each of them.
    while parent is not None and node.getprevious() is None and node.getnext() is None:
        marks.append(parent.get("class"))
        node, parent = parent, parent.getparent()
    return (parent, *marks)


def _linked(marks: tuple[Mark, ...]) -> int:
    return sum(mark.span[1] - mark.span[0] for mark in marks if mark.kind is MarkKind.LINK)


def text_blocks(text: str) -> list[Block]:
    """Paragraphs of plain text, one per line."""
    return [Block(BlockKind.PARAGRAPH, line) for line in map(clean, re.split(r"[\r\n\u2028\u2029]+", text)) if line]


def _length(blocks: list[PlacedBlock]) -> int:
    return sum(weight(placed.block.text) for placed in blocks)


def _read(root: Element, url: str, places: Places, *, precise: bool = True, fast: bool = False) -> list[PlacedBlock]:
    try:
        document = bare_extraction(
            root,
            favor_precision=precise,
            fast=fast,
            with_metadata=False,
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_tables=True,
            output_format="xml",  # "python" renders the text as Markdown, which nobody reads, in quadratic time and memory
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError) as error:
        raise ReadError(f"the markup of {url} is too broken to be read: {error}", code="broken_html") from error
    body = getattr(document, "body", None)
    if body is None:
        return []
    blocks: list[PlacedBlock] = []
    last = -1
    data: dict[Element, bool] = {}
    for kind, level, leaf in _leaves(body):
        key = squeezed(leaf)
        element = places.find(key, last)
        if element is not None:
            last = max(last, places.order[element])
        if element is not None and element.tag == "tr" and _parts_the_page(element, data):
            blocks += _laid_out(element, url)
            continue
        text, marks = inline(leaf if element is None else element, url)
        if text and (element is not None or not places.in_menus(key)):
            blocks.append(PlacedBlock(Block(kind, text, marks, level), element))
    # Where nothing stands on the page as it was taken, all the page's words were taken at once.
    return blocks if any(one.element is not None for one in blocks) else []


def _parts_the_page(row: Element, known: dict[Element, bool]) -> bool:
    """Tell whether a row's cells hold blocks, and its table no data."""
    table = next(row.iterancestors("table"), row)
    if table not in known:
        known[table] = is_data(table)
    return not known[table] and any(
        cell.find(tag) is not None for cell in row for tag in ("p", "div", "h1", "h2", "table")
    )


def _laid_out(row: Element, url: str) -> list[PlacedBlock]:
    """What stands in a row that parts the page, without its menus."""
    placed = [placed_block(element, url) for element in _innermost(row)]
    return [one for one in placed if one.block.text and _linked(one.block.marks) * 2 < len(one.block.text)]


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
                yield from ((BlockKind.LIST_ITEM, None, _own(item)) for item in child.iter("item"))
            case "table":
                yield from ((BlockKind.LIST_ITEM, None, row) for row in child.iter("row"))
            case "div":
                yield from _leaves(child)
            case "graphic" | "lb" | "comments":
                continue
            case _:
                yield BlockKind.PARAGRAPH, None, child


def _own(item: Element) -> Element:
    """An item without the list in it."""
    inner = item.find("list")
    if inner is None:
        return item
    own = etree.Element("item")
    own.text = item.text
    own.extend([deepcopy(one) for one in inner.itersiblings(preceding=True)][::-1])
    return own


def _level(head: Element) -> int:
    digit = (head.get("rend") or "h2")[-1]
    return max(2, int(digit)) if digit in "123456" else 2


def _innermost(root: Element) -> list[Element]:
    """Block elements without block elements in them."""
    outer: set[Element] = set()
    blocks = [element for element in root.iter("*") if element.tag in BLOCK_TAGS]
    for element in blocks:
        parent = element.getparent()
        while parent is not None and parent not in outer:
            outer.add(parent)
            parent = parent.getparent()
    return [element for element in blocks if element not in outer]


def _loose(root: Element, innermost: set[Element]) -> list[Element]:
    """Elements in lines of their own beside blocks, in none of which another block stands."""
    return [
        child
        for one in root.iter(*BLOCK_TAGS)
        if one not in innermost
        for child in one.iterchildren("a", "b", "em", "font", "i", "small", "span", "strong")
        if next(child.iter(*BLOCK_TAGS), None) is None
    ]


def markup_blocks(markup: str, url: str) -> list[Block]:
    """Blocks of markup that is the article's and nothing else, as feeds and JSON-LD carry it."""
    root = parse_text(f"<div>{_PARAGRAPH_BREAK.sub('<p>', markup)}</div>")
    if root is None:
        return []
    drop_button_labels(root)
    wrap_loose_text(root)
    placed = [placed_block(element, url) for element in _innermost(root) if not is_caption(element)]
    return [one.block for one in placed if one.block.text]


def _kind_of(element: Element) -> BlockKind:
    if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return BlockKind.HEADING
    above = {one.tag for one in element.iterancestors()} | {element.tag}
    if "li" in above:
        return BlockKind.LIST_ITEM
    return BlockKind.QUOTE if "blockquote" in above else BlockKind.PARAGRAPH


def _heading_level(element: Element) -> int:
    return max(2, int(str(element.tag)[1]))
