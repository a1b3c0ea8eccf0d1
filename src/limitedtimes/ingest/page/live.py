"""Live blogs: the entries of a page in its order, each under its time and headline."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import visible_text
from limitedtimes.ingest.page.beside import is_beside, is_caption
from limitedtimes.ingest.page.blocks import PlacedBlock, placed_block
from limitedtimes.ingest.text import ends_sentence, weight
from limitedtimes.model.article import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.blocks import Places

_CLOCK = re.compile(r"^\W*(?:\d{1,2}\s?[:.h]\s?\d{2}|\d{1,2}\s?[時时시点點]\s?\d{0,2})(?!\d)")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_COMMENTS = re.compile(r"comment|kommentar|comentari|disqus|related|teaser|card|recommend|most-?read", re.IGNORECASE)
_LEVELS = 6  # between a time and the entry that it stands in
_FEW, _MANY = 3, 6  # entries of a page that says that it is a live blog, and of one that does not
_LINE = 25  # letters; a shorter line of an entry is a name, a button or a share count


def as_live(
    root: Element, placed: Sequence[PlacedBlock], url: str, places: Places, *, declared: bool
) -> list[PlacedBlock] | None:
    """The text of a live blog: what stands in front of its entries, then every entry; None where the page is none.

    Entries are neighbours that each carry a time and text. Unless the page says that it is a live blog (``declared``), they
    must hold most of what was read.
    """
    entries = _entries(root, _FEW if declared else _MANY)
    inside = {part for entry in entries for part in entry.iter("*")}
    read = sum(len(one.block.text) for one in placed)
    if not entries or (not declared and sum(len(one.block.text) for one in placed if one.element in inside) * 2 < read):
        return None
    start = places.order[entries[0]]
    before = [
        one
        for one in placed
        if one.element is not None and one.element not in inside and places.order[one.element] < start
    ]
    return [*before, *(block for entry in entries for block in _entry(entry, url, places))]


def _entries(root: Element, least: int) -> list[Element]:
    groups: defaultdict[tuple[Element, str], dict[Element, None]] = defaultdict(dict)
    for time in _times(root):
        for up in islice(time.iterancestors(), _LEVELS):
            parent = up.getparent()
            if parent is None or up.tag in ("body", "main"):
                break
            groups[parent, str(up.tag)][up] = None
    best: list[Element] = []
    for entries in groups.values():
        if len(entries) > len(best) and len(entries) >= least:
            told = [one for one in entries if _is_entry(one)]
            if len(told) * 3 >= len(entries) * 2 and len(told) > len(best):
                best = told
    return best


def _times(root: Element) -> Iterator[Element]:
    for element in root.iter("time", "span", "div", "p"):
        if element.tag == "time" or (
            len(element) == 0 and len(element.text or "") < 30 and _CLOCK.search(element.text or "")
        ):
            yield element


def _is_entry(element: Element) -> bool:
    """Tell whether an element holds text of its own, and is no comment nor a teaser that leads elsewhere."""
    marks = " ".join(
        f"{up.get('class') or ''} {up.get('id') or ''}" for up in [element, *islice(element.iterancestors(), 3)]
    )
    if _COMMENTS.search(marks) or element.tag == "a":
        return False
    linked = sum(weight(visible_text(link)) for link in element.iter("a"))
    said = weight(visible_text(element))
    return said >= 80 and linked * 3 < said


def _entry(entry: Element, url: str, places: Places) -> Iterator[PlacedBlock]:
    clock = next((text for time in _times(entry) for text in [_clock(time)] if text), "")
    heading = next((one for one in entry.iter(*_HEADINGS) if visible_text(one)), None)
    headline = visible_text(heading) if heading is not None else ""
    title = f"{clock} {headline}".strip() if clock not in headline else headline
    if title:
        yield PlacedBlock(Block(BlockKind.HEADING, title, level=2), heading if heading is not None else entry)
    for element in (one for one in entry.iter("*") if one in places.texts):
        if element is heading or is_caption(element) or any(is_beside(up) for up in _within(element, entry)):
            continue
        one = placed_block(element, url)
        if one.block.text and (one.block.kind is BlockKind.HEADING or _is_text(one.block.text)):
            yield one


def _clock(time: Element) -> str:
    text = visible_text(time)
    if _CLOCK.search(text) or not time.get("datetime"):
        return text if _CLOCK.search(text) else ""
    return text


def _is_text(text: str) -> bool:
    return weight(text) >= _LINE or ends_sentence(text)


def _within(element: Element, entry: Element) -> Iterator[Element]:
    node: Element | None = element
    while node is not None and node is not entry:
        yield node
        node = node.getparent()
