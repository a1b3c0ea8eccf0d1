"""The feed behind an address: what the page declares, the usual places, and the sitemaps that robots.txt names."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from limitedtimes.errors import BusyError, FeedError, FetchError, TransientError
from limitedtimes.ingest.encoding import decode
from limitedtimes.ingest.feeds.discovery import common_feeds, discover_feeds, is_comment_feed
from limitedtimes.ingest.feeds.reader import MAX_BYTES, ParsedFeed, parse_feed
from limitedtimes.ingest.feeds.sitemaps import SitemapIndexError, common_sitemaps, sitemaps_of_robots
from limitedtimes.ports import FetchLimits
from limitedtimes.store import press, queue, sources
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from limitedtimes.model.article import Page
    from limitedtimes.model.source import Feed, Source
    from limitedtimes.ports import Fetcher, Response
    from limitedtimes.store.database import Connection

LIMITS = FetchLimits(max_bytes=MAX_BYTES, seconds=60.0)
_NOTHING = {"http_404", "http_410", "http_403", "http_400", "http_401", "http_406", "robots"}
_MOST_DECLARED = 8
_MOST_SITEMAPS = 4  # of one index, or of one robots.txt
_MOST_TROUBLE = 3  # failures of a server, after which no more guesses are put to it
_SHOWN = 12  # addresses that a message names


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
    """Return the feed at an address, or the likeliest one behind a page.

    In order: feeds that the page declares or links to, the usual addresses, sitemaps (those that robots.txt names, then
    the usual ones), feeds of comments. One without entries is taken only where no other is found.
    Raises FetchError, or FeedError, which says what was tried.
    """
    address = url if "://" in url else f"https://{url}"
    response = await patiently(fetcher, address)
    assert response.page is not None  # the request is not conditional
    search = _Search(fetcher, response.page)
    try:
        return _found(response.moved_to or address, parse_feed_page(response.page))
    except SitemapIndexError as index:
        found = await search.first(index.sitemaps[:_MOST_SITEMAPS])
        reason: FeedError = index
    except FeedError as not_a_feed:
        found = await search.behind_page()
        reason = not_a_feed
    if found or search.empty:
        return found or search.empty[0]
    message = f"No feed was found at {address}: {reason}. {search.tried()} Give the address of the feed itself."
    raise FeedError(message) from reason


async def with_feed(fetcher: Fetcher, known: Found) -> Found:
    """Return an outlet with the address of its feed, which is looked for where only its home page is known.

    Raises FetchError or FeedError.
    """
    if known.url != known.home:
        return known
    return replace(known, url=(await find_feed(fetcher, known.url)).url)


def parse_feed_page(page: Page) -> ParsedFeed:
    """Read a fetched page as a feed; raises FeedError."""
    return parse_feed(page.body, url=page.url, content_type=page.content_type)


async def patiently(fetcher: Fetcher, url: str, *, robots: bool = True) -> Response:
    """Fetch an address, waiting for its host's turn as long as that is promised."""
    while True:
        try:
            return await fetcher.fetch(url, limits=LIMITS, robots=robots)
        except BusyError as busy:
            await asyncio.sleep(busy.retry_after or 1.0)


class _Search:
    """Looks for a feed behind a page, and remembers what was asked for and what came."""

    def __init__(self, fetcher: Fetcher, page: Page) -> None:
        self._fetcher = fetcher
        self._page = page
        self._outcomes: dict[str, str] = {}
        self.empty: list[Found] = []

    async def behind_page(self) -> Found | None:
        named = discover_feeds(self._page)
        declared = [one for one in named if not is_comment_feed(one)]
        comments = [one for one in named if is_comment_feed(one)]
        return (
            await self.first(declared[:_MOST_DECLARED])
            or await self._guess(common_feeds(self._page.url))
            or await self.first([one async for one in self._sitemaps()])
            or await self._guess(common_sitemaps(self._page.url))
            or await self.first(comments[:1])
        )

    async def first(self, addresses: Iterable[str]) -> Found | None:
        """Return the first that is a feed with entries; a server in trouble raises TransientError."""
        for address in addresses:
            if found := await self._try(address):
                return found
        return None

    async def _guess(self, addresses: Iterable[str]) -> Found | None:
        """Do the same for addresses that nobody named: trouble there tells nothing, but too much of it is enough."""
        trouble = 0
        for address in addresses:
            try:
                if found := await self._try(address):
                    return found
            except TransientError as error:
                self._outcomes[address] = error.code
                trouble += 1
                if trouble >= _MOST_TROUBLE:
                    break
        return None

    async def _sitemaps(self) -> AsyncIterator[str]:
        robots = urljoin(self._page.url, "/robots.txt")
        try:
            response = await patiently(self._fetcher, robots, robots=False)
        except FetchError:
            return
        if response.page is not None:
            text = decode(response.page.body[:500_000], response.page.content_type)
            for address in sitemaps_of_robots(text, response.page.url)[:_MOST_SITEMAPS]:
                yield address

    async def _try(self, address: str, *, indexes: int = 1) -> Found | None:
        if address in self._outcomes:
            return None
        self._outcomes[address] = "a feed without entries"
        try:
            response = await patiently(self._fetcher, address)
            assert response.page is not None
            parsed = parse_feed_page(response.page)
        except SitemapIndexError as index:
            self._outcomes[address] = "an index of sitemaps"
            return await self.first(index.sitemaps[:_MOST_SITEMAPS]) if indexes else None
        except FeedError:
            self._outcomes[address] = "no feed"
            return None
        except FetchError as error:
            if error.code not in _NOTHING:
                raise
            self._outcomes[address] = error.code.removeprefix("http_")
            return None
        found = _found(response.moved_to or address, parsed)
        if parsed.entries:
            return found
        self.empty.append(found)
        return None

    def tried(self) -> str:
        """Say in a sentence what was asked for in vain."""
        if not self._outcomes:
            return "It names no other address."
        shown = [f"{address} ({outcome})" for address, outcome in list(self._outcomes.items())[:_SHOWN]]
        more = len(self._outcomes) - len(shown)
        return f"Tried in vain: {', '.join(shown)}{f' and {more} more' if more else ''}."


def _found(url: str, parsed: ParsedFeed) -> Found:
    return Found(
        url=url,
        name=parsed.title or urlsplit(url).hostname or url,
        home=parsed.home,
        language=parsed.language,
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
