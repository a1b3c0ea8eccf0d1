"""What a host's robots.txt allows (RFC 9309), remembered for a day."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from protego import Protego

from limitedtimes.errors import BusyError, FetchError, RefusedError, TransientError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

AGENT = "LimitedTimes"
MAX_BYTES = 512_000  # RFC 9309 asks for 500 KiB at least; what is behind is not read
MAX_CRAWL_DELAY = 60.0  # seconds
_TTL = timedelta(hours=24)
_TTL_UNAVAILABLE = timedelta(seconds=30)  # shorter than an article's quick tries take: a blip must not cost it its text
_MAX_ORIGINS = 2000


@dataclass(frozen=True, slots=True)
class Rules:
    """One host's rules for this program."""

    robots: Protego | None  # None: no file, everything is allowed

    def allows(self, url: str) -> bool:
        """Tell whether ``url`` may be fetched."""
        return self.robots is None or self.robots.can_fetch(url, AGENT)

    @property
    def crawl_delay(self) -> float:
        """Seconds between two requests that the host asks for, at most a minute."""
        delay = self.robots.crawl_delay(AGENT) if self.robots else None
        return min(delay or 0.0, MAX_CRAWL_DELAY)


@dataclass(frozen=True, slots=True)
class _Kept:
    until: datetime
    rules: Rules | TransientError


class RobotsCache:
    """Rules per origin. ``fetch`` gets the text of a robots.txt by URL, through the same guards as every page."""

    def __init__(self, fetch: Callable[[str], Awaitable[bytes]], now: Callable[[], datetime]) -> None:
        self._fetch = fetch
        self._now = now
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def known(self, origin: str) -> Rules | None:
        """Return the rules if they are here already, without asking the host."""
        kept = self._kept.get(origin)
        return kept.rules if kept and kept.until > self._now() and isinstance(kept.rules, Rules) else None

    async def rules(self, origin: str) -> Rules:
        """Rules of ``origin`` (``https://host:port``); raises TransientError(``robots_unavailable``) or RefusedError."""
        async with self._locks.setdefault(origin, asyncio.Lock()):
            kept = self._kept.get(origin)
            if kept is None or kept.until <= self._now():
                kept = await self._ask(origin)
                self._kept[origin] = kept
                while len(self._kept) > _MAX_ORIGINS:
                    self._kept.popitem(last=False)
        if isinstance(kept.rules, TransientError):
            raise _unavailable(origin, kept.rules)
        return kept.rules

    async def _ask(self, origin: str) -> _Kept:
        try:
            text = await self._fetch(f"{origin}/robots.txt")
        except (RefusedError, BusyError):  # nobody asked the host: there is nothing to remember
            raise
        except TransientError as error:
            return _Kept(self._now() + _TTL_UNAVAILABLE, error)
        except FetchError:  # there is none, or it leads nowhere
            return _Kept(self._now() + _TTL, Rules(None))
        return _Kept(self._now() + _TTL, Rules(Protego.parse(text.decode("utf-8-sig", "replace"))))


def _unavailable(origin: str, cause: TransientError) -> TransientError:
    error = TransientError(
        f"{origin}/robots.txt cannot be had, so nothing is fetched from there until it can: {cause}",
        code="robots_unavailable",
        url=cause.url,
        status=cause.status,
        retry_after=cause.retry_after,
    )
    error.__cause__ = cause
    return error
