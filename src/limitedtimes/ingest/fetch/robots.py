"""What a host's robots.txt allows (RFC 9309), remembered for a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from protego import Protego

from limitedtimes.errors import BusyError, FetchError, HeldBackError, RefusedError, TransientError
from limitedtimes.ingest import AGENT
from limitedtimes.ingest.fetch.origins import OriginCache
from limitedtimes.ports import LONGEST_PAUSE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

MAX_BYTES = 512_000  # RFC 9309 asks for 500 KiB at least; what is behind is not read
_VERSION = re.compile(r"^([ \t]*user-agent[ \t]*:[ \t]*[a-z_-]+)/.*$", re.IGNORECASE | re.MULTILINE)
_TTL = timedelta(hours=24)
_TTL_UNAVAILABLE = timedelta(seconds=30)  # shorter than an article's quick tries take: a blip must not cost it its text


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
        return min(max(delay or 0.0, 0.0), LONGEST_PAUSE)


class RobotsCache:
    """Rules per origin. ``fetch`` gets the text of a robots.txt by URL, through the same guards as every page."""

    def __init__(self, fetch: Callable[[str], Awaitable[bytes]], now: Callable[[], datetime]) -> None:
        self._fetch = fetch
        self._said = OriginCache(self._ask, now)

    def known(self, origin: str) -> Rules | None:
        """Return the rules if they are here already, without asking the host."""
        said = self._said.known(origin)
        return said if isinstance(said, Rules) else None

    async def rules(self, origin: str) -> Rules:
        """Rules of ``origin`` (``https://host:port``); raises TransientError(``robots_unavailable``) or RefusedError."""
        said = await self._said.get(origin)
        if isinstance(said, TransientError):
            raise _unavailable(origin, said)
        return said

    async def _ask(self, origin: str) -> tuple[Rules | TransientError, timedelta]:
        try:
            text = await self._fetch(f"{origin}/robots.txt")
        except (RefusedError, BusyError, HeldBackError):  # nobody asked the host: there is nothing to remember
            raise
        except TransientError as error:
            return error, _TTL_UNAVAILABLE
        except FetchError:  # there is none, or it leads nowhere
            return Rules(None), _TTL
        # A group is named by the product alone (RFC 9309, 2.2.1), but people copy versions from their logs.
        return Rules(Protego.parse(_VERSION.sub(r"\1", text.decode("utf-8-sig", "replace")))), _TTL


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
