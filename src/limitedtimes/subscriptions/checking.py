"""Whether feeds answer: each asked once, several hosts at a time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.errors import FeedError, FetchError
from limitedtimes.rules.languages import base
from limitedtimes.subscriptions.finding import parse_feed_page, patiently, with_feed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from datetime import datetime

    from limitedtimes.ingest.feeds.reader import ParsedFeed
    from limitedtimes.ports import Fetcher
    from limitedtimes.subscriptions.finding import Found

_AT_ONCE = 8  # feeds; the fetcher sees to it that no host is asked twice at a time


@dataclass(frozen=True, slots=True)
class Answer:
    """What a feed answered. ``error`` is a sentence, None where it is a feed; ``remarks`` are what is odd about it."""

    url: str
    name: str
    error: str | None = None
    status: int | None = None
    entries: int = 0
    newest: datetime | None = None
    language: str | None = None
    moved_to: str | None = None
    remarks: tuple[str, ...] = ()


async def check_feeds(fetcher: Fetcher, feeds: Iterable[Found]) -> AsyncIterator[Answer]:
    """Ask each feed politely and yield what it answered, as the answers come."""
    turns = asyncio.Semaphore(_AT_ONCE)

    async def ask(found: Found) -> Answer:
        async with turns:
            return await _check(fetcher, found)

    tasks = [asyncio.ensure_future(ask(one)) for one in feeds]
    try:
        for task in asyncio.as_completed(tasks):
            yield await task
    finally:
        for one in tasks:
            one.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _check(fetcher: Fetcher, found: Found) -> Answer:
    try:
        found = await with_feed(fetcher, found)
        response = await patiently(fetcher, found.url)
        assert response.page is not None  # the request is not conditional
        parsed = await asyncio.to_thread(parse_feed_page, response.page)
    except FetchError as error:
        return Answer(found.url, found.name, error=str(error), status=error.status)
    except FeedError as error:
        return Answer(found.url, found.name, error=str(error), status=200)
    reached = response.page.url if response.page.url != found.url else None
    newest = max((one.published for one in parsed.entries if one.published), default=None)
    return Answer(
        found.url,
        found.name,
        status=response.status,
        entries=len(parsed.entries),
        newest=newest,
        language=parsed.language,
        moved_to=response.moved_to or reached,
        remarks=tuple(_remarks(found, parsed)),
    )


def _remarks(found: Found, parsed: ParsedFeed) -> list[str]:
    remarks = [] if parsed.entries else ["it has no entries"]
    if found.language and parsed.language and base(found.language) != base(parsed.language):
        remarks.append(f"it says that its language is {parsed.language}, not {found.language}")
    return remarks
