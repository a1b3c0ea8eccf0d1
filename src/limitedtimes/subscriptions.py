"""Following outlets: the feed behind an address, and lists of feeds as OPML 2.0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lxml import etree

from limitedtimes.errors import FeedError, FetchError, UsageError
from limitedtimes.ingest.feeds import COMMON_FEED_PATHS, ParsedFeed, discover_feeds, parse_feed
from limitedtimes.ports import FetchLimits
from limitedtimes.store import press, queue, sources
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from limitedtimes.model.article import Page
    from limitedtimes.model.source import Feed, Source
    from limitedtimes.ports import Fetcher
    from limitedtimes.store.database import Connection

_LIMITS = FetchLimits(max_bytes=25_000_000, seconds=60.0)
_NOTHING = {"http_404", "http_410", "http_403", "http_400"}


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that answers, and what is known of its outlet."""

    url: str
    name: str
    home: str | None = None
    language: str | None = None
    country: str | None = None
    topic: str | None = None


async def find_feed(fetcher: Fetcher, url: str) -> Found:
    """Return the feed at an address, or the likeliest one behind a page. Raises FetchError, or FeedError if there is none."""
    address = url if "://" in url else f"https://{url}"
    response = await fetcher.fetch(address, limits=_LIMITS)
    assert response.page is not None  # the request is not conditional
    try:
        return _found(response.moved_to or address, parse_feed_page(response.page))
    except FeedError as not_a_feed:
        for candidate in _candidates(response.page):
            if found := await _try(fetcher, candidate):
                return found
        message = f"No feed was found at {address}: {not_a_feed} Give the address of the feed itself."
        raise FeedError(message) from not_a_feed


def parse_feed_page(page: Page) -> ParsedFeed:
    """Read a fetched page as a feed; raises FeedError."""
    return parse_feed(page.body, url=page.url, content_type=page.content_type)


def _candidates(page: Page) -> list[str]:
    declared = discover_feeds(page)
    return declared or [urljoin(page.url, path) for path in COMMON_FEED_PATHS]


async def _try(fetcher: Fetcher, url: str) -> Found | None:
    try:
        response = await fetcher.fetch(url, limits=_LIMITS)
        assert response.page is not None
        return _found(response.moved_to or url, parse_feed_page(response.page))
    except FeedError:
        return None
    except FetchError as error:
        if error.code in _NOTHING:
            return None
        raise


def _found(url: str, parsed: ParsedFeed) -> Found:
    return Found(
        url=url,
        name=parsed.title or urlsplit(url).hostname or url,
        home=parsed.home,
        language=parsed.language,
        topic=None,
    )


def follow(connection: Connection, found: Found) -> tuple[Source, Feed, bool]:
    """Subscribe and poll at once; return outlet, feed, and whether it is new."""
    source, feed, new = sources.subscribe(
        connection,
        url=found.url,
        name=found.name,
        home=found.home,
        language=found.language,
        country=found.country,
        topic=found.topic,
    )
    if new:
        queue.enqueue(connection, [Next("poll", feed.id)])
        press.bump(connection, ["front", "sources"])
    return source, feed, new


def read_opml(data: bytes) -> list[Found]:
    """Return the feeds of an OPML file. ``language``, ``country`` and ``topic`` are attributes of our own. Raises UsageError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"This is not OPML: {error}."
        raise UsageError(message) from error
    found = []
    for outline in root.iter("outline"):
        url = outline.get("xmlUrl")
        if url:
            name = outline.get("title") or outline.get("text") or urlsplit(url).hostname or url
            known = {key: outline.get(key) or None for key in ("language", "country", "topic")}
            found.append(Found(url=url, name=name, home=outline.get("htmlUrl") or None, **known))
    if not found:
        message = "This OPML file names no feed (no outline with xmlUrl)."
        raise UsageError(message)
    return found


def write_opml(feeds: Iterable[tuple[Source, Feed]] | Sequence[tuple[Source, Feed]]) -> bytes:
    """Return the feeds as OPML 2.0."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "The Limited Times"
    body = etree.SubElement(root, "body")
    for source, feed in feeds:
        known = {
            "type": "rss",
            "text": source.name,
            "title": source.name,
            "xmlUrl": feed.url,
            "htmlUrl": source.home,
            "language": source.language,
            "country": source.country,
            "topic": source.topic,
        }
        etree.SubElement(body, "outline", {key: value for key, value in known.items() if value})
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
