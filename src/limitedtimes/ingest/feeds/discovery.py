"""Where the feeds of a page are: what it declares, what it links to, where feeds usually are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from limitedtimes.ingest.dom import absolute, address_parts, base_url, parse_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from limitedtimes.model.article import Page

COMMON_FEED_PATHS = (
    "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds", "/feed.json", "/?feed=rss2",
    "/rss/index.xml", "/rss/all", "/rss/news.xml", "/feed/rss", "/arc/outboundfeeds/rss/", "/blog/feed", "/news/rss",
)  # fmt: skip

_FEED_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/rss", "text/rss", "application/x-rss+xml", "text/rss+xml")
)  # fmt: skip
_LOOSE_TYPES = frozenset(
    ("text/xml", "application/xml", "application/json", "")
)  # only where the address looks like a feed's
_FEED_ADDRESS = re.compile(r"(?:\brss(?:\d|\b)|\bfeeds?\b|\batom\b|\.rdf\b|\bxmlfeed)", re.IGNORECASE)
_PAGES = (".html", ".htm", ".php", ".aspx", ".shtml", ".jpg", ".png", ".svg")
_ELSEWHERE = re.compile(r"(?:^|\.)(?:feedly|inoreader|netvibes|newsblur|facebook|twitter|x|google|yahoo|apple)\.com$")
_COMMENTS = re.compile(
    r"comment|kommentar|coment[aá]rio|comentario|commentaire|commenti|reactie|yorum|комментар|komentarz|komment|コメント|评论|댓글",
    re.IGNORECASE,
)
_LINK_HEADER = re.compile(r"<([^<>]{1,2000})>([^<]*)")


def discover_feeds(page: Page) -> list[str]:
    """Addresses of the feeds that a page names, the likeliest first: what it declares, what it links to, comments last."""
    ranked: dict[str, tuple[int, int]] = {}
    for place, (rank, href, title) in enumerate(_named(page)):
        worse = 4 if _COMMENTS.search(f"{href} {title}") else 0
        ranked[href] = min(ranked.get(href, (9, place)), (rank + worse, place))
    return sorted(ranked, key=lambda href: ranked[href])


def is_comment_feed(url: str) -> bool:
    """Tell by its address whether a feed holds readers' comments."""
    return _COMMENTS.search(url) is not None


def common_feeds(url: str) -> list[str]:
    """Addresses at which many outlets have a feed: in the folder that was named, then at the root."""
    folder = address_parts(url).path.rstrip("/")
    below = [urljoin(url, folder + path) for path in ("/feed", "/rss")] if folder and "." not in folder else []
    return [*below, *(urljoin(url, path) for path in COMMON_FEED_PATHS)]


def _named(page: Page) -> Iterator[tuple[int, str, str]]:
    """Rank, address and title of each feed that headers, declarations and links name."""
    headers = ", ".join(value for name, value in page.headers if name.lower() == "link")
    for target, parameters in _LINK_HEADER.findall(headers):  # RFC 8288
        declared = "alternate" in parameters and any(kind in parameters for kind in _FEED_TYPES)
        if declared and (href := absolute(target, page.url)):
            yield 0, href, ""
    root = parse_html(page)
    if root is None:
        return
    base = base_url(root, page.url)
    for element in root.iter("link", "a"):
        rank = _rank(element)
        href = absolute(_web_address(element.get("href", "")), base)
        if rank is not None and href and not _ELSEWHERE.search(address_parts(href).hostname or ""):
            yield rank, href, f"{element.get('title', '')} {element.text or ''}"


def _web_address(href: str) -> str:
    """Take off the scheme that some browsers once opened feeds with: ``feed://host`` and ``feed:https://host``."""
    text = href.strip()
    if not text.startswith("feed:"):
        return text
    return text[5:] if text.startswith("feed:http") else "https:" + text[5:]


def _rank(element: Element) -> int | None:
    """0 declared as a feed, 1 declared loosely, 2 linked to; None for what is no feed."""
    kind = element.get("type", "").partition(";")[0].strip().lower()
    href = element.get("href", "")
    related = element.get("rel", "").lower().split()
    if element.tag == "a":
        path = href.partition("?")[0]
        is_feed = kind in _FEED_TYPES or (_FEED_ADDRESS.search(path) and not path.lower().endswith(_PAGES))
        return 2 if is_feed and "mailto:" not in href else None
    if "alternate" not in related and "feed" not in related:
        return None
    if kind in _FEED_TYPES or ("feed" in related and "alternate" not in related):
        return 0
    return 1 if kind in _LOOSE_TYPES and not element.get("hreflang") and _FEED_ADDRESS.search(href) else None
