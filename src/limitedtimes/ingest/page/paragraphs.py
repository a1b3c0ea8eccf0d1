"""Gives every paragraph of a page an element of its own, before anything is read from it.

Old and hand-made pages part paragraphs with line breaks, or let text stand loose beside block elements; others use elements
of their own invention. Extraction takes such text as one block with all around it, or drops it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from limitedtimes.ingest.dom import UNSEEN
from limitedtimes.ingest.text import clean, weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

BLOCK_TAGS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul")
)  # fmt: skip
_HOLDERS = frozenset(("article", "blockquote", "body", "center", "div", "main", "p", "section", "td"))
_INLINE_HOLDERS = frozenset(("font", "span"))
_LEFT_ALONE = frozenset(
    ("a", "address", "button", "dl", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "nav",
     "noscript", "ol", "picture", "pre", "script", "select", "style", "svg", "template", "textarea", "ul", "video")
)  # fmt: skip
_MEDIA = ("img", "picture", "video", "amp-img", "iframe")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।:]['\"»«”“’)\]]*$")
PROSE = 40  # letters; what is shorter may be anything


class _Run:
    """Inline content in a row: ``said`` counts its letters, ``plain`` those outside links."""

    def __init__(self, text: str | None) -> None:
        self.text = text or ""
        self.elements: list[Element] = []
        self.said = self.plain = weight(clean(text))
        self._last = clean(text)
        self._broken = False

    def add(self, element: Element) -> None:
        """Append an element with the text behind it."""
        self.elements.append(element)
        inside = "" if element.tag == "br" or element.tag in UNSEEN else clean("".join(map(str, element.itertext())))
        behind = clean(element.tail)
        self.said += weight(inside) + weight(behind)
        self.plain += weight(behind) + (weight(inside) if element.tag != "a" else 0)
        self._last = behind or inside or self._last
        self._broken = element.tag == "br" and not behind

    def is_parted(self) -> bool:
        """Tell whether a break here is the second in a row, or stands behind a sentence or a line in bold."""
        ended = self.said >= PROSE and bool(_SENTENCE_END.search(self._last))
        return self._broken or ended or self._is_bold()

    def is_short(self) -> bool:
        """Tell whether this is neither a sentence nor as long as one, nor a line in bold."""
        return self.said < PROSE and not _SENTENCE_END.search(self._last) and not self._is_bold()

    def _is_bold(self) -> bool:
        lines = [one for one in self.elements if one.tag != "br"]
        loose = self.text.strip() or any((one.tail or "").strip() for one in lines)
        return not loose and bool(lines) and all(one.tag in ("b", "strong") for one in lines)

    def fill(self, paragraph: Element) -> Element:
        """Move the content to the end of an element."""
        if len(paragraph):
            paragraph[-1].tail = self.text
        else:
            paragraph.text = self.text
        while self.elements and self.elements[-1].tag == "br" and not (self.elements[-1].tail or "").strip():
            self.elements.pop()
        paragraph.extend(self.elements)
        return paragraph


def part_paragraphs(root: Element) -> None:
    """Put paragraphs that line breaks part, and prose that stands loose beside blocks, into elements of their own."""
    for element in list(_outside_menus(root)):
        if _is_invented(element) or (element.tag in _INLINE_HOLDERS and _is_body(element)):
            element.tag = "div"
    for element in [one for one in _outside_menus(root) if one.tag in _HOLDERS]:
        _part(element)
    for inner in list(root.iter("ul", "ol")):
        item = inner.getparent()
        if item is not None and item.tag == "li" and inner.getprevious() is None and (item.text or "").strip():
            _replace(item, list(_runs(item, at_breaks=False)), wrap_short=True)


def wrap_loose_text(root: Element) -> None:
    """Put all text that stands beside block elements into paragraphs of its own, prose or not."""
    for outer in {one.getparent() for one in root.iter(*BLOCK_TAGS)}:
        if outer is not None and outer.tag not in ("html", "head"):
            _replace(outer, list(_runs(outer, at_breaks=False)), wrap_short=True)


def _outside_menus(root: Element) -> Iterator[Element]:
    walk = etree.iterwalk(root, events=("start",))
    for _, node in walk:
        if node.tag in _LEFT_ALONE and not (node.tag == "form" and node.find(".//h1") is not None):
            walk.skip_subtree()
        else:
            yield node


def _is_invented(element: Element) -> bool:
    """Tell whether an element is a page's own, and stands where a block does."""
    parent = element.getparent()
    tag = element.tag
    if "-" not in tag or tag.startswith("amp-") or parent is None:
        return False
    return parent.tag in BLOCK_TAGS and parent.tag != "p" and bool(len(element) or (element.text or "").strip())


def _is_body(element: Element) -> bool:
    """Tell whether an inline element is all that a block holds, and holds paragraphs itself."""
    parent = element.getparent()
    if parent is None or parent.tag not in _HOLDERS or (parent.tag == "p" and len(parent) > 1):
        return False
    return _has_breaks(element) and len(list(_runs(element, at_breaks=True))) > 1


def _has_breaks(element: Element) -> bool:
    return element.find("br") is not None


def _has_loose_text(element: Element) -> bool:
    inline = any(child.tag not in BLOCK_TAGS and child.tag not in UNSEEN for child in element)
    return inline or bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _part(element: Element) -> None:
    if any(child.tag in _MEDIA for child in element):
        return
    has_blocks = any(child.tag in BLOCK_TAGS for child in element)
    if not (_has_loose_text(element) if has_blocks else _has_breaks(element)):
        return
    runs = list(_runs(element, at_breaks=True))
    texts = [run for run in runs if isinstance(run, _Run)]
    if not has_blocks and len(texts) < 2:
        return
    prose = sum(run.plain for run in texts if run.plain >= PROSE)
    if prose * 2 > sum(run.said for run in texts):
        if element.tag == "p" and not has_blocks:
            _split(element, texts)
        else:
            _replace(element, runs)


def _runs(element: Element, *, at_breaks: bool) -> Iterator[_Run | Element]:
    """Block children as they are, and what stands between them; breaks that part paragraphs are left out."""
    run = _Run(element.text)
    for child in element:
        if _holds_blocks(child):
            if run.said:
                yield run
            yield child
            run = _Run(child.tail)
        elif child.tag == "br" and at_breaks and run.is_parted():
            if run.said:
                yield run
            run = _Run(child.tail)
        else:
            run.add(child)
    if run.said:
        yield run


def _holds_blocks(element: Element) -> bool:
    return element.tag in BLOCK_TAGS or (len(element) > 0 and next(element.iter(*BLOCK_TAGS), None) is not None)


def _replace(element: Element, runs: Sequence[_Run | Element], *, wrap_short: bool = False) -> None:
    """Fill an element anew: blocks as they were, every run in a paragraph."""
    _empty(element)
    for run in runs:
        if isinstance(run, _Run) and run.is_short() and not wrap_short:
            run.fill(element)
        elif isinstance(run, _Run):
            element.append(run.fill(etree.Element("p")))
        else:
            run.tail = None
            element.append(run)


def _split(paragraph: Element, runs: Sequence[_Run]) -> None:
    """Make one paragraph several of its kind."""
    _empty(paragraph)
    for run in runs[:-1]:
        attributes = {str(name): str(value) for name, value in paragraph.attrib.items() if name != "id"}
        paragraph.addprevious(run.fill(etree.Element("p", attributes)))
    runs[-1].fill(paragraph)


def _empty(element: Element) -> None:
    element.text = None
    for child in list(element):
        element.remove(child)
