"""Which words on a page are a picture's caption and credit: the figure's, or what stands right around the picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import visible_text
from limitedtimes.ingest.page.captions import is_owner, marked_credit, split_credit
from limitedtimes.ingest.page.picture_files import addresses, picture_key
from limitedtimes.ingest.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_CAPTION_CLASS = re.compile(
    r"caption|legend[ea]?|bild-?unterschrift|bild-?text|bildtekst|pie-?de-?foto|pie-?foto|didascalia|cutline|kuvateksti|billedtekst|undertext|photo-?desc",
    re.IGNORECASE,
)
_PICTURE_CLASS = re.compile(
    r"image|img|photo|picture|media|bild|foto|figure|kuva|zdj|gallery|galleri|imagen", re.IGNORECASE
)
_CREDIT_CLASS = re.compile(
    r"credit|copy-?right|source|photographer|fotograf|bild-?quelle|quelle|bild-?rechte|bild-?autor|foto-?autor|kilde|fonte|fuente|crédito|agency|"
    r"distributor|provider|(?:^|[\s_-])(?:autor|author|rights|byline|foto|photo-by|owner|attribution)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HOLDERS = ("div", "span", "td", "li", "center", "aside", "p", "section", "a")
_LONGEST = 600  # characters of what stands beside a picture in its box
_MOST_NAMES = 7  # words of a credit
_MOST_ELEMENTS = 60  # in a caption
_MOST_COPIES = 20  # of one picture in its box: for small screens, for readers without scripts
_ENDS = (".", "!", "?", "。")
_GAP = re.compile(r"^[\s|/,;·–—-]*$")


@dataclass(frozen=True, slots=True)
class Said:
    """Caption and credit; ``sure`` where an element is there to hold them."""

    caption: str | None = None
    credit: str | None = None
    sure: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.caption or self.credit)


def said_of(image: Element, figure: Element | None) -> Said:
    """Caption and credit of a picture: the figure's caption, else what is marked as one, else what shares a box with it."""
    told = Said(_attribute(image, figure, "data-caption"), _attribute(image, figure, "data-credit", "data-copyright"))
    if figure is not None:
        captions = list(figure.iter("figcaption"))
        for element in captions or [one for one in figure.iter("*") if _is_caption(one)]:
            caption, credit = read_caption(element)
            if caption or credit:
                return Said(
                    caption or told.caption,
                    credit or _loose_credit(figure, element) or told.credit,
                    sure=bool(captions),
                )
    for element in _marked_near(image, figure):
        caption, credit = read_caption(element)
        if caption or credit:
            return Said(caption, credit or _credit_beside(element) or told.credit, sure=element.tag == "figcaption")
    loose = _loose_credit(figure, None) if figure is not None else None
    if told or loose:
        return Said(told.caption, loose or told.credit)
    box = _box(image)
    return Said(*read_caption(box)) if box is not None else Said()


def read_caption(element: Element) -> tuple[str | None, str | None]:
    """Split a caption element: what is marked as the credit, else what reads like one."""
    whole = visible_text(element)
    outer = _marked_credits(element)
    if outer and _GAP.match(_without(whole, [visible_text(one) for one in outer])):
        caption, _ = split_credit(whole)
        if len(outer) > 1 or not caption or len(caption.split()) <= _MOST_NAMES:
            return None, marked_credit(whole)
        outer = []  # a box for both, whatever it is called
    for child in [*outer, *_edges(element)]:
        credit = visible_text(child)
        if credit and credit in whole and (len(credit) < len(whole) or is_credit(element)):
            caption, more = split_credit(clean(" ".join(whole.rpartition(credit)[::2])))
            return caption, marked_credit(credit) or more
    return split_credit(whole)


def _marked_credits(element: Element) -> list[Element]:
    """Elements that are marked as the credit, none within another; small print counts where it comes last."""
    inner = [one for one in islice(element.iterdescendants(), _MOST_ELEMENTS) if visible_text(one)]
    marked = [one for one in inner if _says_credit(one)] or [one for one in inner[-1:] if one.tag == "small"]
    return [one for one in marked if not any(other in marked for other in one.iterancestors())]


def is_credit(element: Element) -> bool:
    """Tell whether an element is marked as a picture's credit."""
    return element.tag == "small" or _says_credit(element)


def _says_credit(element: Element) -> bool:
    return bool(_CREDIT_CLASS.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}"))


def _without(whole: str, parts: list[str]) -> str:
    for part in parts:
        whole = whole.replace(part, "", 1)
    return whole


def _attribute(image: Element, figure: Element | None, *names: str) -> str | None:
    for element in (image, figure):
        for name in names if element is not None else ():
            if text := clean(element.get(name) if element is not None else None):
                return text
    return None


def _is_caption(element: Element) -> bool:
    return bool(_CAPTION_CLASS.search(element.get("class") or "")) or element.get("itemprop") in (
        "caption",
        "description",
    )


def _marked_near(image: Element, figure: Element | None) -> Iterator[Element]:
    """What is marked as a caption right behind a picture or its wrappers, or repeats what the picture is said to show."""
    shown = {clean(image.get("alt")), clean(image.get("title"))} - {""}
    node: Element | None = figure if figure is not None else image
    for _ in range(8):
        if node is None or node.tag in ("body", "article", "main"):
            return
        for sibling in _followers(node):
            text = visible_text(sibling)
            if sibling.tag == "figcaption" or (
                text and len(text) <= _LONGEST * 2 and (_is_caption(sibling) or text in shown)
            ):
                yield sibling
        if visible_text(node) and node.tag != "picture" and node is not figure:
            return
        node = node.getparent()
    if figure is None:
        yield from (
            one
            for parent in list(image.iterancestors())[:3]
            for one in parent
            if _is_caption(one) and one.find(".//img") is None
        )


def _followers(node: Element) -> Iterator[Element]:
    """The next two elements with text behind one, up to another picture."""
    left = 2
    for sibling in node.itersiblings():
        if sibling.tag in ("img", "picture", "figure") or next(sibling.iter("img"), None) is not None:
            return
        if visible_text(sibling):
            yield sibling
            left -= 1
        if not left:
            return


def _credit_beside(caption: Element) -> str | None:
    """A credit in an element of its own behind the caption."""
    behind = next((one for one in caption.itersiblings() if visible_text(one)), None)
    if behind is None or behind.tag in ("h1", "h2", "h3"):
        return None
    text = visible_text(behind)
    alone = 1 < len(text) <= 120 and next(behind.iter("img"), None) is None
    if alone and (is_credit(behind) or is_owner(text) or (split_credit(text)[0] is None and len(text) <= 90)):
        return marked_credit(text)
    return None


def _box(image: Element) -> Element | None:
    """What holds nothing but a picture and a few words: those are about it."""
    key = picture_key(next(addresses(image), ""))
    inner = image
    for one in islice(image.iterancestors(), 5):
        copies = list(islice(one.iter("img"), _MOST_COPIES + 1))
        if len(copies) > _MOST_COPIES or any(picture_key(next(addresses(other), "")) != key for other in copies):
            return None
        text = visible_text(one)
        if text:
            linked = sum(len(visible_text(link)) for link in one.iter("a"))
            mine = one.tag in _HOLDERS and len(text) <= _LONGEST and linked * 2 <= len(text)
            return one if mine and _belongs(one, inner, image, text) else None
        inner = one
    return None


def _belongs(box: Element, inner: Element, image: Element, text: str) -> bool:
    """Tell a picture's words from a paragraph with a picture in it: by a mark, a credit, or there being no paragraph."""
    if (box.text or "").strip() or any((one.tail or "").strip() for one in box.iter("img", "picture", "br")):
        return bool(_PICTURE_CLASS.search(box.get("class") or "")) and len(text) <= 250
    if any(one.tag in ("h2", "h3", "li", "time", "button", "input") for one in box.iterdescendants()):
        return False
    pieces = [one for one in box if one is not inner and one is not image and visible_text(one)]
    marked = _PICTURE_CLASS.search(
        f"{box.get('class') or ''} {inner.get('class') or ''}" if inner is not image else box.get("class") or ""
    )
    if marked or any(is_credit(one) for one in pieces):
        return len(pieces) <= 4
    plain = all(
        one.tag in ("div", "span", "small", "em", "i", "font", "figcaption") and one.find(".//p") is None
        for one in pieces
    )
    return (plain and len(pieces) <= 2 and len(text) <= _LONGEST / 2) or (
        len(pieces) == 1 and split_credit(text)[1] is not None
    )


def _edges(element: Element) -> list[Element]:
    """The first or last of a caption's parts where it says nothing but who took the picture, or is a few words beside a sentence."""
    parts = [one for one in islice(element.iterdescendants(), _MOST_ELEMENTS) if len(one) == 0 and visible_text(one)]
    ends = [part for part in (*parts[:1], *parts[-1:]) if _only_credit(visible_text(part))]
    if ends or not parts:
        return ends
    first, last = parts[0], parts[-1]
    if _leads(first, element):
        return [first]
    if len(parts) < 2 or last.tag in ("a", "em", "i", "b", "strong"):
        return []
    said, before = visible_text(last), visible_text(parts[-2])
    return [last] if len(said.split()) <= 8 and len(before.split()) >= 4 and not said.endswith(_ENDS) else []


def _only_credit(text: str) -> bool:
    caption, credit = split_credit(text)
    return caption is None and credit is not None and text != credit


def _leads(first: Element, element: Element) -> bool:
    """Tell a name on a line of its own in front of a sentence."""
    text, following = visible_text(first), first.getnext()
    parted = following is not None and following.tag == "br" and not (first.tail or element.text or "").strip()
    behind = visible_text(element)[len(text) :].split()
    return parted and len(text.split()) <= 5 and len(behind) >= 5 and not text.endswith((*_ENDS, ":"))


def _loose_credit(figure: Element, caption: Element | None) -> str | None:
    """A credit that stands in the figure, but not in its caption."""
    for element in figure.iter("*"):
        around = element is figure or element.find(".//img") is not None
        if is_credit(element) and not around and element is not caption and not _within(element, caption):
            text = visible_text(element)
            if 1 < len(text) <= 120:
                return marked_credit(text)
    return None


def _within(element: Element, other: Element | None) -> bool:
    return other is not None and any(one is other for one in element.iterancestors())
