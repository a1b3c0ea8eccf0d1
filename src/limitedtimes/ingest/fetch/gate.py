"""One request at a time to a host, with a pause between two; none while the host asks for a rest."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from limitedtimes.errors import HeldBackError
from limitedtimes.ports import LONGEST_PAUSE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager

    from limitedtimes.ports import HoldBack


class HostGate(Protocol):
    """Lets requests to one ``host:port`` through one by one."""

    def slot(self, host_port: str, pause: float) -> AbstractAsyncContextManager[HoldBack]:
        """Wait until it is this request's turn, ``pause`` seconds or more after the end of the one before; hold it inside.

        What it yields keeps everybody from the host for a while. Raises BusyError where the turn is far off, and HeldBackError
        where that is because the host asked for a rest.
        """
        ...


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0
    ended: float = float("-inf")  # the event loop's time
    free: float = float("-inf")  # when the rest is over that the host asked for


class MemoryGate:
    """A gate for one process."""

    def __init__(self) -> None:
        self._turns: dict[str, _Turn] = {}

    @asynccontextmanager
    async def slot(self, host_port: str, pause: float) -> AsyncIterator[HoldBack]:
        """See HostGate."""
        clock = asyncio.get_running_loop().time
        turn = self._turns.setdefault(host_port, _Turn())

        def hold_back(seconds: float) -> None:
            turn.free = clock() + seconds

        turn.waiting += 1
        try:
            async with turn.lock:
                if (rest := turn.free - clock()) > max(LONGEST_PAUSE, pause):
                    raise HeldBackError(host_port, rest)
                await asyncio.sleep(max(0.0, turn.free - clock(), turn.ended + pause - clock()))
                try:
                    yield hold_back
                finally:
                    turn.ended = clock()
        finally:
            turn.waiting -= 1
            self._forget_old(clock())

    def _forget_old(self, now: float) -> None:
        """Keep the table small: a host that was last asked an hour ago needs no memory."""
        if len(self._turns) > 1000:
            self._turns = {
                host: turn
                for host, turn in self._turns.items()
                if turn.waiting or max(turn.ended, turn.free) > now - 3600
            }
