"""An HTML page as a tree, and the few questions that all readers of it ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

from lxml import etree, html

from limitedtimes.ingest.encoding import decode
from limitedtimes.ingest.text import clean
from limitedtimes.rules.furniture import is_button_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from limitedtimes.model.article import Page

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOT_XML = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]")  # lxml reads, but will not write them
# lxml.html asks Python for the class of every element it meets; only forms have another one.
_ONE_CLASS = etree.ElementDefaultClassLookup(element=html.HtmlElement)
UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "button", "select", "textarea"))
_BREAKING = frozenset(
    ("br", "p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "figcaption")
)


def parse_html(page: Page) -> Element | None:
    """Tree of a page, None where there is no element in it."""
    return parse_text(_XML_DECLARATION.sub("", decode(page.body, page.content_type)))


def parse_text(text: str) -> Element | None:
    """Tree of a document's or fragment's text, None where there is no element in it."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        return html.document_fromstring(_NOT_XML.sub("", text).encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None


def drop_button_labels(root: Element) -> None:
    """Take out links and the like that are printed buttons: a caption or a text around them would end with their words."""
    labels = [
        one
        for one in root.iter("a", "span", "small", "font", "em", "i", "b", "div", "p")
        if is_button_label(one.text or "")
    ]
    for label in labels:
        if len(label) == 0:
            label.text = None


def base_url(root: Element, url: str) -> str:
    """Address that a page's relative links start from."""
    for element in root.iter("base"):
        href = element.get("href")
        if href:
            return absolute(href, url) or url
    return url


def address_parts(address: str | None) -> SplitResult:
    """Split an address that a page names; one that is none has nothing in any part, instead of an error."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return SplitResult("", "", "", "", "")


def absolute(href: str | None, base: str) -> str | None:
    """Resolve a link; None for what is not http or https."""
    try:
        url = urljoin(base, (href or "").strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def visible_text(element: Element) -> str:
    """Text that a reader sees in an element: no scripts, a break or block inside separates words."""
    return clean("".join(_pieces(element)))


def has_text(element: Element) -> bool:
    """Tell whether a reader sees any text in an element; stops at the first."""
    return any(clean(piece) for piece in _pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    """Walk without recursion: hostile pages nest thousands of elements."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        gap = " " if node.tag in _BREAKING else ""
        if event == "start":
            if node.tag in UNSEEN:
                walk.skip_subtree()
                continue
            yield gap + (node.text or "")
        else:
            yield gap + (node.tail or "" if node is not element else "")
