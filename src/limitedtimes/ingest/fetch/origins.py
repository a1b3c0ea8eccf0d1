"""What an origin says of itself in a file of its own, asked once and remembered for a while."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime, timedelta

_T = TypeVar("_T")
_MAX_ORIGINS = 2000


@dataclass(frozen=True, slots=True)
class _Kept(Generic[_T]):
    until: datetime
    said: _T


class OriginCache(Generic[_T]):
    """Answers per origin (``https://host:port``), for this process.

    ``ask`` gets an answer and how long it holds; what it raises is raised to whoever waits, and nothing is remembered.
    """

    def __init__(self, ask: Callable[[str], Awaitable[tuple[_T, timedelta]]], now: Callable[[], datetime]) -> None:
        self._ask = ask
        self._now = now
        self._kept: OrderedDict[str, _Kept[_T]] = OrderedDict()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def known(self, origin: str) -> _T | None:
        """Return the answer if it is here already, without asking."""
        kept = self._kept.get(origin)
        return kept.said if kept and kept.until > self._now() else None

    async def get(self, origin: str) -> _T:
        """Return the answer, asking the origin once for all who want it."""
        async with self._locks.setdefault(origin, asyncio.Lock()):
            kept = self._kept.get(origin)
            if kept is None or kept.until <= self._now():
                said, holds = await self._ask(origin)
                kept = self._kept[origin] = _Kept(self._now() + holds, said)
                while len(self._kept) > _MAX_ORIGINS:
                    self._kept.popitem(last=False)
        return kept.said
