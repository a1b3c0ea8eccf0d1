"""Worker processes and their heartbeats: who is alive, on this machine and on others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from limitedtimes.store.database import Connection


@dataclass(frozen=True, slots=True)
class WorkerProcess:
    """A worker as the database knows it; ``age`` is the seconds since its last heartbeat."""

    name: str
    host: str
    pid: int
    queues: tuple[str, ...]
    started_at: datetime
    age: float


def beat(connection: Connection, name: str, *, host: str, pid: int, queues: Sequence[str]) -> None:
    """Say that a worker is alive."""
    connection.execute(
        "insert into worker_process (name, host, pid, queues) values (%s, %s, %s, %s)"
        " on conflict (name) do update set heartbeat = now()",
        [name, host, pid, ",".join(queues)],
    )


def leave(connection: Connection, name: str) -> None:
    """Take a worker off the list."""
    connection.execute("delete from worker_process where name = %s", [name])


def processes(connection: Connection) -> list[WorkerProcess]:
    """Return the workers that said they are alive within the last hour."""
    rows = connection.execute(
        "select name, host, pid, queues, started_at, extract(epoch from now() - heartbeat)::float8 as age"
        " from worker_process where heartbeat > now() - interval '1 hour' order by host, pid"
    )
    return [WorkerProcess(**{**row, "queues": tuple(row["queues"].split(","))}) for row in rows]


def forget_dead(connection: Connection) -> None:
    """Remove workers that have been silent for an hour."""
    connection.execute("delete from worker_process where heartbeat < now() - interval '1 hour'")
