"""Which pages of an origin are reserved against text and data mining, as its ``/.well-known/tdmrep.json`` says.

The TDM Reservation Protocol (W3C Community Group, https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/):
a list of rules, each with a ``location`` pattern and ``tdm-reservation`` 0 or 1. What a page itself says, in its header or
head, goes before the file.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from protego import Protego

from limitedtimes.errors import BusyError, FetchError, HeldBackError, RefusedError, TransientError
from limitedtimes.ingest import AGENT
from limitedtimes.ingest.fetch.origins import OriginCache
from limitedtimes.ingest.fetch.robots import Rules

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

HEADER = "tdm-reservation"
_PATH = "/.well-known/tdmrep.json"
_TTL = timedelta(hours=24)
_TTL_UNAVAILABLE = timedelta(hours=1)  # the protocol asks nobody to wait for the file


class ReservationCache:
    """Reservations per origin. ``fetch`` gets a file's bytes by URL, through the same guards as every page."""

    def __init__(self, fetch: Callable[[str], Awaitable[bytes]], now: Callable[[], datetime]) -> None:
        self._fetch = fetch
        self._said = OriginCache(self._ask, now)

    async def load(self, origin: str) -> None:
        """Ask an origin for its file if it is not known; raises BusyError or RefusedError, nothing where there is none."""
        await self._said.get(origin)

    def reserves(self, origin: str, url: str) -> bool:
        """Tell whether the origin's file, as far as it is known, reserves ``url``."""
        rules = self._said.known(origin)
        return rules is not None and not rules.allows(url)

    async def _ask(self, origin: str) -> tuple[Rules, timedelta]:
        try:
            data = await self._fetch(origin + _PATH)
        except (RefusedError, BusyError, HeldBackError):
            raise
        except TransientError:
            return Rules(None), _TTL_UNAVAILABLE
        except FetchError:
            return Rules(None), _TTL
        return parse_reservations(data), _TTL


def parse_reservations(data: bytes) -> Rules:
    """Rules out of a tdmrep.json; what is no rule is left out. The longest pattern that matches decides, as in robots.txt."""
    try:
        listed = json.loads(data.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return Rules(None)
    lines = [line for rule in (listed if isinstance(listed, list) else [listed]) if (line := _line(rule))]
    return Rules(Protego.parse("\n".join([f"User-agent: {AGENT}", *lines])) if lines else None)


def _line(rule: object) -> str | None:
    """One rule in the words of robots.txt, whose patterns (``*``, ``$``) these are."""
    if not isinstance(rule, dict):
        return None
    location, reserved = rule.get("location"), str(rule.get(HEADER))
    if not isinstance(location, str) or reserved not in ("0", "1") or not location.isprintable():
        return None
    pattern = location.strip()
    return (
        f"{'Disallow' if reserved == '1' else 'Allow'}: {pattern if pattern.startswith(('/', '*')) else '/' + pattern}"
    )
