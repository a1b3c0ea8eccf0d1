"""Feed -> entries: what an outlet announces."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from limitedtimes.errors import BusyError, FeedError, FetchError
from limitedtimes.ingest.feeds.reader import ParsedFeed, parse_feed
from limitedtimes.model.source import Feed, FeedState
from limitedtimes.ports import Fetcher, FetchLimits, Response
from limitedtimes.rules import schedule, websub
from limitedtimes.store import articles, hubs, looks, press, sources
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from limitedtimes.stages import Clock
    from limitedtimes.store.database import Connection

_LIMITS = FetchLimits(max_bytes=25_000_000, seconds=60.0)
_IN_HAND = timedelta(minutes=5)  # longer than any poll takes; one that was lost is due again then
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Polled:
    """The feed as it is to be remembered, and what it holds if that is new."""

    feed: Feed
    parsed: ParsedFeed | None = None
    hub: websub.Hub | None = None  # as the parsed feed announces it
    fresh_for: float | None = None
    failed: bool = False


class Poll:
    """Asks a feed for news, politely: conditional requests, adaptive intervals, back-off without ever giving up."""

    def __init__(self, fetcher: Fetcher, clock: Clock, chance: Callable[[], float]) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._chance = chance

    def load(self, connection: Connection, key: str) -> Feed | None:
        """Return the feed if it is still followed."""
        feed = sources.feed(connection, int(key))
        if feed is None or feed.state is not FeedState.ACTIVE:
            return None
        # While it is being polled it is not due: a slow server must not be asked again at once.
        sources.put_off(connection, feed.id, self._clock() + _IN_HAND)
        return feed

    async def work(self, feed: Feed) -> AsyncIterator[Polled]:
        """Yield what the server answered."""
        try:
            response = await self._fetcher.fetch(
                feed.url, limits=_LIMITS, etag=feed.etag, last_modified=feed.last_modified, accept=_ACCEPT
            )
            yield await asyncio.to_thread(self._polled, feed, response)
        except BusyError:
            raise
        except FetchError as error:
            if error.status == 410:
                yield Polled(schedule.after_gone(feed, now=self._clock()), failed=True)
            else:
                yield self._failure(feed, str(error), error.retry_after)
        except FeedError as error:
            yield self._failure(feed, str(error))

    def _failure(self, feed: Feed, message: str, retry_after: float | None = None) -> Polled:
        after = schedule.after_failure(
            feed, now=self._clock(), error=message, chance=self._chance(), retry_after=retry_after
        )
        return Polled(after, failed=True)

    def _polled(self, feed: Feed, response: Response) -> Polled:
        moved = replace(feed, url=response.moved_to or feed.url)
        if response.page is None:
            return Polled(moved, fresh_for=response.max_age)
        body = response.page.body
        mark = hashlib.sha256(body).hexdigest()
        moved = replace(moved, etag=response.etag, last_modified=response.last_modified, content_hash=mark)
        if mark == feed.content_hash:
            return Polled(moved, fresh_for=response.max_age)
        parsed = parse_feed(body, url=response.page.url, content_type=response.page.content_type)
        page = response.page
        hub = websub.announced(
            page.headers, body_hub=parsed.hub, body_self=parsed.self_url, base=page.url, url=moved.url
        )
        return Polled(moved, parsed, hub, max(response.max_age or 0.0, parsed.ttl or 0.0))

    def save(self, connection: Connection, work: Feed, result: Polled) -> list[Next]:
        """Store the feed's health and its new or changed entries; read those next."""
        press.bump(connection, ["sources"])  # it shows when each feed was asked, and what came of it
        if result.failed:
            sources.save_feed(connection, result.feed)
            return []
        changed: list[int] = []
        if result.parsed:
            announced = articles.intake(connection, result.feed, result.parsed.entries)
            changed = looks.hasten(connection, announced, self._clock())
            sources.learn_language(connection, work.source_id, result.parsed.language)
            hubs.announce(connection, work.id, result.hub)
        after = schedule.after_success(
            result.feed,
            now=self._clock(),
            new_entries=len(changed),
            chance=self._chance(),
            fresh_for=result.fresh_for,
        )
        after = hubs.paced(connection, after, news=len(changed), before=work, now=self._clock())
        sources.save_feed(connection, after)
        return [Next("read", article_id) for article_id in changed]

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Note the error at the feed; it is polled again with back-off."""
        feed = sources.feed(connection, int(key))
        if feed:
            message = f"The feed could not be taken in: {type(error).__name__}: {error}"
            sources.save_feed(connection, self._failure(feed, message[:500]).feed)
        return []
