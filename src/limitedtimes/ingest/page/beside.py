"""Which extracted blocks stand beside the article: what the page's own structure says about whole blocks.

Nothing is removed before extraction, where a class name alone would take real text with it; and a class that holds much
of the text is the article's own, whatever it is called.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import address_parts, has_text, visible_text
from limitedtimes.ingest.text import ends_sentence
from limitedtimes.model.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.blocks import PlacedBlock, Places

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}(?![a-z])")
_BESIDE = frozenset(
    """
    newsletter newsletters signup subscribe related recommend recommended
    recommendation recommendations recirc recirculation promo promos promotion promobox popular trending share sharing social
    comment comments commenting toast tooltip modal overlay dialog popup poll polls survey umfrage voting quiz affiliate disclaimer
    advert advertisement advertisements advertising sponsored outbrain taboola breadcrumb breadcrumbs sidebar teaser teasers
    biography bio cookie consent gdpr tags keywords caption captions legend mediainfo infotext copyright debug rating
    tweet twitter instagram tiktok facebook bluesky telegram reddit recommended readmore seealso alsoread moreon download
    donate donation spenden support feedback playlist carousel swiper slider card cards collection collections
    """.split()
)
_BESIDE_TAGS = frozenset(("nav", "footer", "form", "figure", "figcaption", "dialog", "menu"))
_INPUTS = ("email", "submit", "button")
_HIDDEN = re.compile(
    r"(?:^|\s)(?:hidden|sr-only|visually-?hidden|screen-reader(?:-text)?|u-hidden|d-none|is-hidden)(?:$|\s)",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:has|with|without|no|is|show)(?:[-_]|(?=[A-Z]))[\w-]*")
_SMALL = 0.25  # share of the text that what stands beside an article can have, all of one class together
_MOST = 0.75
_BOX = 300  # characters; a box with a button in it that says more is no invitation
_ANSWERS = 2
_BALLOT = 1000  # characters of a question with its answers
_TEASER = 20  # characters of a link that is a headline
_TEASERS = 3  # of one kind
_DEPTH = 4  # elements from a line up to its teaser's box
_COMMENTS = 0.6  # share of the text that readers' comments can have


def beside(placed: Sequence[PlacedBlock], places: Places, host: str | None = None) -> set[int]:
    """Indexes of blocks that are captions, teasers, boxes of the outlet, embeds, or behind the end of the article.

    Lists of headlines that lead to pages of ``host``, the page's own, are teasers.
    """
    total = sum(len(one.block.text) for one in placed if one.element is not None)
    by_class: Counter[tuple[str, str]] = Counter()
    by_element: Counter[Element] = Counter()
    for one in placed:
        if one.element is not None:
            by_element.update(dict.fromkeys(_line(one.element), len(one.block.text)))
            by_class.update(dict.fromkeys(map(_signature, _line(one.element)), len(one.block.text)))
    others = _comments(placed, by_class, total) | _teasers(placed, host)
    container = _innermost_with(by_element, _MOST * total, places)
    end = max((places.order[one] for one in container.iter("*")), default=0) if container is not None else None
    found = set()
    for index, one in enumerate(placed):
        if one.element is None or one.block.kind is BlockKind.EMBED:
            continue
        small = [up for up in _line(one.element) if by_class[_signature(up)] < _SMALL * total]
        behind = end is not None and places.order[one.element] > end
        if (
            behind
            or _in_link(one.element)
            or (len(one.block.text) < _SMALL * total and _under_picture(one.element))
            or any(is_beside(up) or _asks(up) or _leads_elsewhere(up, host) for up in small)
            or not others.isdisjoint(_line(one.element))
        ):
            found.add(index)
    return found


def is_caption(element: Element) -> bool:
    """Tell whether a block stands in a figure, or in what is marked as a picture's caption."""
    around = [element, *islice(element.iterancestors(), 3)]
    if any(one.tag in ("figure", "figcaption") for one in around) and element.tag != "blockquote":
        return not any(one.tag == "blockquote" for one in around)
    words = {word.lower() for one in around for word in _WORD.findall(one.get("class") or "")}
    return not words.isdisjoint(("caption", "captions", "figcaption")) or _under_picture(element)


def text_container(placed: Sequence[PlacedBlock], places: Places) -> Element | None:
    """The innermost element that holds most of the text."""
    by_element: Counter[Element] = Counter()
    for one in placed:
        if one.element is not None:
            by_element.update(dict.fromkeys(_line(one.element), len(one.block.text)))
    return _innermost_with(by_element, _MOST * sum(len(one.block.text) for one in placed), places)


def _innermost_with(sizes: Counter[Element], least: float, places: Places) -> Element | None:
    holding = [element for element, size in sizes.items() if size >= least]
    return max(holding, key=lambda element: places.order[element], default=None)


def _line(element: Element) -> Iterator[Element]:
    yield element
    yield from element.iterancestors()


def _in_link(element: Element) -> bool:
    """Tell whether a whole block leads elsewhere, as those of teasers do."""
    return any(one.tag == "a" and one.get("href") for one in _line(element))


def _under_picture(element: Element) -> bool:
    """Tell whether a block is the only text of an element that shows a picture: a caption, whatever it is called."""
    parent = element.getparent()
    if parent is None or parent.tag in ("article", "main", "body", "blockquote") or element.find(".//img") is not None:
        return False
    others = (one for one in parent if one is not element)
    if any(map(has_text, others)) or (parent.text or "").strip() or any((one.tail or "").strip() for one in parent):
        return False
    return parent.find(".//img") is not None or parent.find(".//picture") is not None


def _asks(element: Element) -> bool:
    """Tell whether a small box holds a few words and what to press: it wants something of its reader."""
    if element.tag not in ("div", "section", "td"):
        return False
    if (
        sum(one.get("type") == "radio" for one in element.iter("input")) >= _ANSWERS
        and len(visible_text(element)) <= _BALLOT
    ):
        return True
    pressed = [one for one in element if one.tag in ("button", "input")]
    labelled = any(one.get("type") in _INPUTS or str(one.xpath("normalize-space()")) for one in pressed)
    return labelled and len(visible_text(element)) <= _BOX


def _leads_elsewhere(element: Element, host: str | None) -> bool:
    """Tell a list whose every item is a headline, with a kicker perhaps, that leads to another page of the host."""
    if element.tag not in ("ul", "ol") or host is None:
        return False
    items = element.findall("li")
    return bool(items) and all(_teases(item, host) for item in items)


def _teases(item: Element, host: str) -> bool:
    links = item.findall(".//a[@href]")
    if len(links) != 1:
        return False
    address = address_parts(links[0].get("href") or "")
    said, linked = visible_text(item), visible_text(links[0])
    elsewhere = address.path.strip("/") and _bare(address.hostname or host) == _bare(host)
    headline = len(linked) >= max(_TEASER, len(said) // 2) and not ends_sentence(said)
    return bool(elsewhere and headline and said.rfind(linked) >= len(said) - len(linked) - 2)


def _teasers(placed: Sequence[PlacedBlock], host: str | None) -> set[Element]:
    """Boxes of one kind, each with a linked heading and a few words about another page, however much they say together.

    None where the text begins in one, or where nothing would be left: then they are what the page is about.
    """
    found: dict[tuple[str, str], set[Element]] = {}
    for one in placed if host is not None else ():
        line = islice(_line(one.element), _DEPTH) if one.element is not None else ()
        box = next((up for up in line if _is_teaser(up, host or "")), None)
        if box is not None:
            found.setdefault(_signature(box), set()).add(box)
    first: set[Element] = set(_line(placed[0].element)) if placed and placed[0].element is not None else set()
    boxes = {one for alike in found.values() if len(alike) >= _TEASERS and first.isdisjoint(alike) for one in alike}
    left = [one for one in placed if one.element is not None and boxes.isdisjoint(_line(one.element))]
    told = any(len(one.block.text) > _TEASER and ends_sentence(one.block.text) for one in left)
    return boxes if told else set()


def _is_teaser(box: Element, host: str) -> bool:
    if box.tag not in ("div", "li", "article", "section"):
        return False
    headings = list(islice(box.iter("h2", "h3", "h4", "h5"), 2))
    if len(headings) != 1 or len(visible_text(box)) > _BALLOT:
        return False
    link = next((up for up in _line(headings[0]) if up.tag == "a"), headings[0].find(".//a[@href]"))
    address = address_parts(link.get("href") if link is not None else None)
    return bool(address.path.strip("/") and not address.fragment and _bare(address.hostname or host) == _bare(host))


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def _comments(placed: Sequence[PlacedBlock], by_class: Counter[tuple[str, str]], total: int) -> set[Element]:
    """Boxes that readers' comments stand in: several of one class, behind where the text begins, even if they are much of it."""
    found: dict[tuple[str, str], set[Element]] = {}
    for one in placed:
        for up in _line(one.element) if one.element is not None else ():
            if not {"comment", "comments"}.isdisjoint(_words(up)):
                found.setdefault(_signature(up), set()).add(up)
    first = set() if not placed or placed[0].element is None else set(_line(placed[0].element))
    return {
        element
        for sign, elements in found.items()
        if len(elements) > 1 and by_class[sign] < _COMMENTS * total and first.isdisjoint(elements)
        for element in elements
    }


def _signature(element: Element) -> tuple[str, str]:
    return element.tag, element.get("class") or element.get("id") or ""


def is_beside(element: Element) -> bool:
    """Tell whether an element is marked as something else than text, or hidden."""
    if element.tag in ("html", "body"):
        return False  # their classes tell of the layout
    if element.tag in _BESIDE_TAGS and element.find(".//blockquote") is None:
        return True
    if "ImageObject" in (element.get("itemtype") or ""):
        return True
    classes = element.get("class") or ""
    if (
        element.get("hidden") is not None
        or _HIDDEN.search(classes)
        or "display:none" in (element.get("style") or "").replace(" ", "")
    ):
        return True
    return not _BESIDE.isdisjoint(_words(element))


def _words(element: Element) -> set[str]:
    """What an element's class and id say, in small letters."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {word.lower() for word in _WORD.findall(_NEGATED.sub("", said))}
