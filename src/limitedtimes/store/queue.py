"""The only door to the jobs' tables: enqueue in the caller's transaction, ask what is waiting.

The tables are procrastinate's. Its own ``defer`` aborts the caller's transaction when a job with the same queueing lock
waits already, so the rows are inserted here; its triggers do the rest (events, notification of workers).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psycopg.types.json import Jsonb

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from limitedtimes.store.database import Connection


@dataclass(frozen=True, slots=True)
class Next:
    """A job to come: ``task`` with ``key``; one with the same task and key that waits already is enough.

    ``at`` is the earliest moment (None: now). Jobs of higher ``priority`` start first.
    """

    task: str
    key: int | str
    at: datetime | None = None
    priority: int = 0


def enqueue(connection: Connection, jobs: Iterable[Next]) -> int:
    """Insert jobs; return how many are new. A twin that waits for a later moment is brought forward.

    Workers are told of insertions by the tables' triggers; one brought forward is found at their next look (a second)."""
    count = 0
    for job in jobs:
        row = connection.execute(
            """
            insert into procrastinate_jobs (queue_name, task_name, priority, queueing_lock, args, scheduled_at)
            values (%(task)s, %(task)s, %(priority)s, %(lock)s, %(args)s, %(at)s)
            on conflict (queueing_lock) where status = 'todo'
            do update set scheduled_at = excluded.scheduled_at
                where procrastinate_jobs.scheduled_at > coalesce(excluded.scheduled_at, now())
            returning xmax = 0 as inserted
            """,
            {
                "task": job.task,
                "priority": job.priority,
                "lock": f"{job.task}:{job.key}",
                "args": Jsonb({"key": job.key}),
                "at": job.at,
            },
        ).fetchone()
        if row:
            count += row["inserted"]
    return count


def started(connection: Connection, job_id: int | None) -> None:
    """Let a running job's key go: one that is enqueued meanwhile is new work, and must not keep this one from a retry."""
    connection.execute("update procrastinate_jobs set queueing_lock = null where id = %s", [job_id])


def waiting(connection: Connection) -> dict[str, int]:
    """Count jobs that wait or run, by task; the maintenance of the queue itself and the talk with hubs are left out."""
    rows = connection.execute(
        "select task_name, count(*) as n from procrastinate_jobs where status in ('todo', 'doing')"
        " and queue_name not in ('maintenance', 'hub') group by 1"
    )
    return {row["task_name"]: row["n"] for row in rows}


def orphans(connection: Connection) -> list[int]:
    """Return articles that wait although nothing is going to happen to them: no job reads them, no lease translates them.

    Every state is committed together with its next job, so there are none, unless a job was lost to an error.
    """
    rows = connection.execute(
        "select id from article where state = 'waiting'"
        " and not exists (select from pending_translation p where p.article_id = article.id)"
        " and not exists (select from procrastinate_jobs j where j.status in ('todo', 'doing')"
        " and j.task_name = 'read' and j.args ->> 'key' = article.id::text) limit 100"
    )
    return [row["id"] for row in rows]


def failed(connection: Connection) -> int:
    """Count jobs that ended with an error that no stage foresaw."""
    row = connection.execute("select count(*) as n from procrastinate_jobs where status = 'failed'").fetchone()
    assert row is not None
    return int(row["n"])
