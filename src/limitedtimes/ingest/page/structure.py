"""Tables and posts from elsewhere, put among the blocks of an article where they stand on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.ingest.page.beside import text_container
from limitedtimes.ingest.page.blocks import PlacedBlock, merged, placed_block
from limitedtimes.ingest.page.embeds import embed_block, embed_elements
from limitedtimes.ingest.page.tables import table_block
from limitedtimes.ingest.text import ends_sentence
from limitedtimes.model.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.blocks import Places

STRUCTURES = frozenset((BlockKind.TABLE, BlockKind.EMBED))
_ELSEWHERE = frozenset(("nav", "footer", "form", "dialog", "menu"))


def with_structures(placed: Sequence[PlacedBlock], url: str, places: Places) -> list[PlacedBlock]:
    """Add what stands behind the beginning of the text, in place of what was taken out of it as if it were text."""
    container = text_container(placed, places)
    if container is None:
        return list(placed)
    start = min(places.order[one.element] for one in placed if one.element is not None)
    found = [
        one
        for one in [*_embeds(container, url), *_tables(container, url), *_quotes(container, placed, url, places)]
        if one.element is not None and (places.order[one.element] > start or _holds(one.element, placed))
    ]
    inside = {part for one in found if one.element is not None for part in one.element.iter("*")}
    return merged([one for one in placed if one.element not in inside], found, places)


def _embeds(container: Element, url: str) -> list[PlacedBlock]:
    made = [(embed_block(element, url), element) for element in embed_elements(container) if not _is_elsewhere(element)]
    return [PlacedBlock(block, element) for block, element in made if block is not None]


def _tables(container: Element, url: str) -> list[PlacedBlock]:
    made = [(table_block(element, url), element) for element in container.iter("table") if not _is_elsewhere(element)]
    return [PlacedBlock(block, element) for block, element in made if block is not None]


def _quotes(container: Element, placed: Sequence[PlacedBlock], url: str, places: Places) -> list[PlacedBlock]:
    """Quotes between the blocks of the text that were not taken with it."""
    taken = {one.element for one in placed}
    end = max(places.order[one.element] for one in placed if one.element is not None)
    made = [
        placed_block(element, url)
        for box in container.iter("blockquote")
        if places.order[box] < end and box.find(".//blockquote") is None and not taken & set(box.iter("*"))
        for element in box.iter("p", "blockquote")
        if element in places.texts and not _is_elsewhere(element)
    ]
    return [one for one in made if ends_sentence(one.block.text)]


def _is_elsewhere(element: Element) -> bool:
    return any(up.tag in _ELSEWHERE for up in element.iterancestors())


def _holds(element: Element, placed: Sequence[PlacedBlock]) -> bool:
    inside = set(element.iter("*"))
    return any(one.element in inside for one in placed)
