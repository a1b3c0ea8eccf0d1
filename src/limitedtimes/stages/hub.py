"""Hub -> subscription: ask a hub to push, to go on, or to stop. It asks back at the callback (web/hub.py)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from limitedtimes.errors import BusyError, FetchError
from limitedtimes.ports import FetchLimits
from limitedtimes.rules import websub
from limitedtimes.store import hubs

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from limitedtimes.ports import Poster
    from limitedtimes.rules.websub import Subscription
    from limitedtimes.stages import Clock
    from limitedtimes.store.database import Connection
    from limitedtimes.store.queue import Next

_LIMITS = FetchLimits(max_bytes=65_536, seconds=20.0, redirects=3)


class AskHub:
    """Asks a hub; what it does not confirm is asked again with back-off, and the feed is polled as ever."""

    def __init__(self, poster: Poster, clock: Clock, chance: Callable[[], float]) -> None:
        self._poster = poster
        self._clock = clock
        self._chance = chance

    def load(self, connection: Connection, key: str) -> Subscription | None:
        """Return the subscription, noted as asked, if its hub is due to be asked."""
        return hubs.take(connection, int(key), self._clock())

    async def work(self, work: Subscription) -> AsyncIterator[Subscription]:
        """Yield the subscription as the hub's answer leaves it; its real answer is that it asks back."""
        try:
            await self._poster.post(work.hub, websub.form(work), limits=_LIMITS)
            yield replace(work, last_error="The hub accepted, but has not asked back yet.")
        except BusyError as busy:
            # Another's turn at the host is no failure.
            at = self._clock() + timedelta(seconds=busy.retry_after or 1.0)
            yield replace(work, failures=work.failures - 1, next_ask=at)
        except FetchError as error:
            yield self._refused(work, str(error), error.retry_after)

    def _refused(self, work: Subscription, error: str, retry_after: float | None = None) -> Subscription:
        return websub.refused(work, error=error, now=self._clock(), chance=self._chance(), retry_after=retry_after)

    def save(self, connection: Connection, work: Subscription, result: Subscription) -> list[Next]:
        """Store when the hub is asked again."""
        del work
        hubs.save_answer(connection, result)
        return []

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Leave it as it was noted when it was taken: asked, and due again later."""
        del connection, key, error
        return []
