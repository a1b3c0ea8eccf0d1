"""The one door for feeds of every kind: RSS, RDF, Atom, JSON Feed and sitemaps to entries."""

from __future__ import annotations

import codecs
import re
import zlib
from datetime import UTC, datetime

from limitedtimes.errors import FeedError
from limitedtimes.ingest.encoding import decode
from limitedtimes.ingest.feeds.entries import ParsedFeed
from limitedtimes.ingest.feeds.jsonfeed import read_json_feed
from limitedtimes.ingest.feeds.sitemaps import read_sitemap
from limitedtimes.ingest.feeds.syndication import read_feed
from limitedtimes.ingest.feeds.xml import Document

__all__ = ["MAX_BYTES", "ParsedFeed", "parse_feed"]

MAX_BYTES = 25_000_000  # unpacked; the largest feeds of outlets have about 20 MB
# How XML in wide characters begins without a byte order mark (XML 1.0, appendix F), and the mark.
_WIDE = (
    (b"<\0\0\0", codecs.BOM_UTF32_LE),
    (b"\0\0\0<", codecs.BOM_UTF32_BE),
    (b"<\0", codecs.BOM_UTF16_LE),
    (b"\0<", codecs.BOM_UTF16_BE),
)
_BEFORE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>]*>", re.DOTALL | re.IGNORECASE)
_HTML_PAGE = re.compile(r"<(?:html|head|body|meta|script|title)\b|<!doctype\s+html", re.IGNORECASE)
_FEED_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel|urlset|sitemapindex)\b", re.IGNORECASE)


def parse_feed(body: bytes, *, url: str, content_type: str | None, now: datetime | None = None) -> ParsedFeed:
    """Read a feed that was fetched from ``url``, its 1000 newest entries. A feed without entries is a feed.

    ``now`` (default: the clock) tells dates that cannot be. Entries without an http address are left out.
    Raises FeedError, whose text says what came instead.
    """
    text = decode(_unpacked(body, url), content_type).lstrip("\ufeff \t\r\n\0")
    now = now or datetime.now(UTC)
    if not text:
        raise FeedError(f"{url} is empty")
    if text[0] in "{[":
        return read_json_feed(text, url, now)
    if _is_page(text[:20_000]):
        raise FeedError(f"{url} is a web page, not a feed; give the address of its feed")
    if "<" not in text[:5000]:
        raise FeedError(f"{url} is not a feed: it is neither XML nor JSON")
    document = Document(text, url)
    if document.kind in ("urlset", "sitemapindex"):
        return read_sitemap(document, url, now)
    return read_feed(document, url, now)


def _is_page(start: str) -> bool:
    """Tell a web page, whatever stands before it. Feeds too have HTML's document type, or a program's message before them."""
    place, page = 0, False
    while found := _BEFORE.match(start, place):
        page = page or _HTML_PAGE.match(found.group()) is not None
        place = found.end()
    if _FEED_ROOT.match(start, place):
        return False
    return page or (_HTML_PAGE.match(start, place) is not None and _FEED_ROOT.search(start) is None)


def _unpacked(body: bytes, url: str) -> bytes:
    """Undo gzip that no header told of, as sitemaps have that are files; mark wide characters as what they are."""
    if body[:2] == b"\x1f\x8b":
        try:
            body = zlib.decompressobj(wbits=31).decompress(body, MAX_BYTES + 1)
        except zlib.error as error:
            raise FeedError(f"{url} is a broken gzip file: {error}") from error
    body = next((mark + body for begin, mark in _WIDE if body.startswith(begin)), body)
    if len(body) > MAX_BYTES:
        raise FeedError(f"{url} is larger than {MAX_BYTES:,} bytes")
    return body
