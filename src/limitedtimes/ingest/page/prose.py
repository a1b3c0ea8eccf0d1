"""Finds a page's text by its prose alone, where extraction found next to nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from limitedtimes.ingest.dom import visible_text
from limitedtimes.ingest.page.paragraphs import PROSE
from limitedtimes.ingest.text import weight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_ELSEWHERE = frozenset(
    ("nav", "footer", "form", "figure", "figcaption", "button", "dialog", "menu", "noscript", "address", "dl")
)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_TEASER = 5  # elements of a teaser's box
_SHARE = 0.8  # of a container's prose; a child with less of it is a part of the article, not its container


def prose(root: Element, texts: Mapping[Element, str]) -> list[Element]:
    """Paragraphs and headings of the part of a page that holds most of its prose, in order.

    ``texts`` are those of the page's block elements without others in them. Prose is what has a sentence's length and stands
    in no link, menu or form.
    """
    elsewhere = _within_menus(root)
    sizes = {
        one: _size(one, text)
        for one, text in texts.items()
        if one not in elsewhere and _is_line(one) and not _is_teaser(one)
    }
    paragraphs = {one: size for one, size in sizes.items() if size >= PROSE and one.tag not in _HEADINGS}
    container = _container(root, paragraphs)
    if container is None:
        return []
    wanted = {*paragraphs, *(one for one in sizes if one.tag in _HEADINGS)}
    found = [one for one in container.iter("*") if one in wanted]
    while found and found[-1].tag in _HEADINGS:
        found.pop()
    return found


def _is_line(element: Element) -> bool:
    return element.tag in _HEADINGS or element.tag in ("p", "div", "li", "section", "td", "blockquote", "article", "dd")


def _is_teaser(element: Element) -> bool:
    """Tell a line of a small box with a linked heading: it is about another page."""
    box = element.getparent()
    if box is None or element.tag in _HEADINGS or len(box) > _TEASER:
        return False
    headings = list(box.iter("h2", "h3", "h4"))
    return any(one.find(".//a") is not None or next(one.iterancestors("a"), None) is not None for one in headings)


def _size(element: Element, text: str) -> int:
    """Letters, less where they are links."""
    linked = sum(weight(visible_text(link)) for link in element.iter("a"))
    return max(0, weight(text) - 2 * linked)


def _within_menus(root: Element) -> set[Element]:
    found: set[Element] = set()
    for element in root.iter("*"):
        if element.tag in _ELSEWHERE or element.tag == "a" or element.getparent() in found:
            found.add(element)
    return found


def _container(root: Element, paragraphs: Mapping[Element, int]) -> Element | None:
    """The innermost element that holds nearly all of the page's prose, else of the part that holds the most."""
    sums: dict[Element, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        total = paragraphs.get(element, 0) + sum(sums.get(child, 0) for child in element)
        if total:
            sums[element] = total
    container = root if root in sums else None
    while container is not None:
        best = max(container, key=lambda child: sums.get(child, 0), default=None)
        if best is None or best in paragraphs or sums.get(best, 0) < _SHARE * sums[container]:
            return container
        container = best
    return None
