"""Politeness across all processes and machines: one request at a time a host, a pause between two, a rest when asked.

A row a host. A request takes a lease (``free_at`` in the future), gives it back with the pause behind it, and a killed
process's lease lapses. Who would have to wait long is promised a moment of their own and comes back then, so a queue of
a thousand articles of one host costs each of them one look, not a thousand. A host that asked for a rest (429, Retry-After)
is free when that is over; nobody waits in line for it.
"""

from __future__ import annotations

import asyncio
import uuid
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from limitedtimes.errors import BusyError, HeldBackError
from limitedtimes.ports import LONGEST_PAUSE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from limitedtimes.ports import HoldBack
    from limitedtimes.store.database import Connection, Database

_PATIENCE = 2.0  # seconds that a job waits for its turn before it comes back later
_LEASE = 90.0  # seconds: longer than any fetch may take
_LOOK = 0.05  # seconds between two looks while a request to the host is running


class HostGate:
    """Hands out turns at hosts, through the database."""

    def __init__(self, database: Database, worker: str = "") -> None:
        """``worker`` is the name under which this process has a heartbeat: its turns are freed when that stops."""
        self._database = database
        self._worker = worker

    @asynccontextmanager
    async def slot(self, host_port: str, pause: float) -> AsyncIterator[HoldBack]:
        """Hold the host for one request; raises BusyError when the turn is more than a moment away, or HeldBackError.

        What it yields keeps everybody from the host for so many seconds.
        """
        holder = f"{self._worker}#{uuid.uuid4().hex}"
        waited = 0.0
        while (wait := await asyncio.to_thread(self._take, host_port, holder, pause, waited)) > 0:
            if waited >= _PATIENCE or wait > _PATIENCE:
                message = f"{host_port} is busy; its turn comes in {wait:.0f} s."
                raise BusyError(message, code="busy", url=host_port, retry_after=wait)
            pace = min(wait, max(_LOOK, waited / 8))
            await asyncio.sleep(pace)
            waited += pace
        rests = [pause]
        try:
            yield rests.append
        finally:
            await asyncio.shield(asyncio.to_thread(self._give, host_port, holder, max(rests)))

    def _take(self, host_port: str, holder: str, pause: float, waited: float) -> float:
        """Try once; return 0 when taken, else the seconds to wait, or those promised when patience is at its end."""
        with self._database.transaction() as connection:
            connection.execute("insert into host (name) values (%s) on conflict do nothing", [host_port])
            row = connection.execute(
                "select free_at, holder, queue_tail, clock_timestamp() as now from host where name = %s for update",
                [host_port],
            ).fetchone()
            assert row is not None
            now: datetime = row["now"]
            wait: float = (row["free_at"] - now).total_seconds()
            if wait <= 0:
                connection.execute(
                    "update host set free_at = %s, holder = %s where name = %s",
                    [now + timedelta(seconds=_LEASE), holder, host_port],
                )
                return 0.0
            if row["holder"] is not None:
                wait = _LOOK  # a request is running: nobody knows for how long
            elif wait > max(LONGEST_PAUSE, pause):
                raise HeldBackError(host_port, wait)
            if waited < _PATIENCE and wait <= _PATIENCE:
                return wait
            ahead: float = max((row["queue_tail"] - now).total_seconds(), wait, _PATIENCE) + max(pause, 0.1)
            connection.execute(
                "update host set queue_tail = %s where name = %s", [now + timedelta(seconds=ahead), host_port]
            )
            return ahead

    def _give(self, host_port: str, holder: str, pause: float) -> None:
        with self._database.connection() as connection:
            connection.execute(
                "update host set free_at = clock_timestamp() + make_interval(secs => %s), holder = null"
                " where name = %s and holder = %s",
                [pause, host_port, holder],
            )


def release_dead(connection: Connection, stale_seconds: float) -> int:
    """Free the turns of workers whose heartbeat is older than ``stale_seconds`` (or gone); return how many."""
    cursor = connection.execute(
        "update host set free_at = clock_timestamp(), holder = null where holder not like '#%%' and not exists"
        " (select from worker_process w where w.name = split_part(holder, '#', 1)"
        " and w.heartbeat > now() - make_interval(secs => %s))",
        [stale_seconds],
    )
    return cursor.rowcount
