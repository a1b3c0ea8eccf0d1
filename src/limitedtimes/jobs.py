"""The stages as durable jobs: open the transaction, save the result, enqueue the next; schedule, rescue.

procrastinate keeps the queue, in the same database (see docs/decisions/0003-jobs.md for what it leaves to us). There is
no fencing: a worker that was suspended may wake to a job that another has done, so every stage is idempotent.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import socket
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import procrastinate
import structlog
from procrastinate import jobs as procrastinate_jobs
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from limitedtimes.errors import BusyError, DatabaseUnavailableError
from limitedtimes.rules.schedule import job_retry_seconds
from limitedtimes.store import (
    articles,
    copies,
    editions,
    grouping,
    hosts,
    hubs,
    looks,
    names,
    press,
    profiles,
    queue,
    sources,
    translations,
    upgrades,
    workers,
)
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import psycopg
    from procrastinate.manager import JobManager

    from limitedtimes.stages import Stage
    from limitedtimes.store.database import Connection, Database

log = structlog.get_logger()

QUEUES = ("poll", "read", "translate", "press", "group", "hub")
_OWN_LANES = ("translate", "group")  # work that computes: one job at a time, beside those that wait for the world
MAINTENANCE = "maintenance"
_HEARTBEAT = 2.0  # seconds
# Longer than the longest call that holds the interpreter lock (a sentence, a page's parse: well under a second each).
STALE = 8.0  # seconds without a heartbeat after which a worker counts as dead
_HOPELESS = 5  # attempts that ended with an unforeseen error before the stage gives up
_LAST = 50  # attempts after which a job ends as failed: rescues count too, so many
_GRACE = 7.0  # seconds that running jobs have to finish after SIGTERM; under 10 with what comes around them
_TIDY = 60  # seconds between two looks for lost work
_UNIFY = 3600  # seconds between two looks at how the archive spells names
_RECENT = timedelta(days=2)  # age of articles that are edited again for the spelling of a name
_COMPARED = timedelta(days=14)  # for so long articles are kept as what compares them with new ones has them
_WIDTH = 6  # jobs at once that wait for the world


@dataclass
class Desk:
    """What the tasks need: the database, the stages by name, and whether this process was asked to stop.

    ``translatable`` tells whether a language can be translated here, now. ``public_url`` is where hubs reach the site.
    """

    database: Database
    stages: Mapping[str, Stage[Any, Any]]
    name: str
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    translatable: Callable[[str], bool] = lambda _: False
    public_url: str = ""


class BackOff(BaseRetryStrategy):
    """Back-off for errors that no stage foresaw: doubling, capped, spread. A job without a strategy is lost at SIGTERM."""

    def get_retry_decision(self, *, exception: BaseException, job: procrastinate_jobs.Job) -> RetryDecision | None:
        """Retry until the last attempt; at once when the worker was only asked to stop."""
        if isinstance(exception, asyncio.CancelledError | procrastinate.exceptions.JobAborted):
            return RetryDecision(retry_in={"seconds": 0})
        if job.attempts >= _LAST:
            return None
        return RetryDecision(retry_in={"seconds": job_retry_seconds(job.attempts, random.random())})  # noqa: S311


def declare(app: procrastinate.App, desk: Desk) -> None:
    """Declare the stages and the maintenance as tasks of an app."""
    for name in QUEUES:
        _declare_stage(app, desk, name)

    async def schedule(timestamp: int) -> None:
        # Due times live in our tables: a periodic task that is late by ten minutes is skipped.
        del timestamp
        await asyncio.to_thread(_schedule, desk)

    async def rescue(timestamp: int) -> None:
        await _rescue(app.job_manager)
        if timestamp % _TIDY == 0:
            await asyncio.to_thread(_tidy, desk)
        if timestamp % _UNIFY == 0:
            await asyncio.to_thread(_unify, desk)

    for task, cron in ((schedule, "* * * * * */2"), (rescue, "* * * * * */3")):
        # Never a `lock`: after a kill -9 the rescue would wait for itself.
        name = task.__name__
        declared = app.task(name=name, queue=MAINTENANCE, queueing_lock=name, priority=100, retry=BackOff())(task)
        app.periodic(cron=cron)(declared)


def _declare_stage(app: procrastinate.App, desk: Desk, name: str) -> None:
    @app.task(name=name, queue=name, retry=BackOff(), pass_context=True)
    async def stage(context: procrastinate.JobContext, *, key: str | int) -> None:
        await _run(desk, name, str(key), context.job)


async def _run(desk: Desk, name: str, key: str, job: procrastinate_jobs.Job) -> None:
    """Take one key through one stage, each result committed together with the jobs that come next."""
    stage = desk.stages[name]
    started = time.monotonic()
    try:
        work = await asyncio.to_thread(_load, desk, stage, key, job.id)
        if work is None:
            return
        async with contextlib.aclosing(stage.work(work)) as results:  # type: ignore[type-var]  # stages are generators
            async for result in results:
                await asyncio.to_thread(_save, desk, stage, work, result)
    except BusyError as busy:
        at = desk.clock() + timedelta(seconds=busy.retry_after or 1.0)
        await asyncio.to_thread(_enqueue, desk, [Next(name, key, at=at)])
        return
    except DatabaseUnavailableError:
        raise  # nobody's fault: the job is tried again when the database is back
    except Exception as error:
        log.exception("stage failed", stage=name, key=key, attempts=job.attempts)
        if job.attempts < _HOPELESS:
            raise
        await asyncio.to_thread(_give_up, desk, stage, key, error)
    log.debug("stage", stage=name, key=key, seconds=round(time.monotonic() - started, 4))


def _load(desk: Desk, stage: Stage[Any, Any], key: str, job_id: int | None) -> Any:  # each stage has its own type
    with desk.database.transaction() as connection:
        queue.started(connection, job_id)
        return stage.load(connection, key)


def _save(desk: Desk, stage: Stage[Any, Any], work: object, result: object) -> None:
    with desk.database.transaction() as connection:
        queue.enqueue(connection, stage.save(connection, work, result))


def _give_up(desk: Desk, stage: Stage[Any, Any], key: str, error: Exception) -> None:
    with desk.database.transaction() as connection:
        queue.enqueue(connection, stage.give_up(connection, key, error))


def _enqueue(desk: Desk, jobs: Sequence[Next]) -> None:
    with desk.database.transaction() as connection:
        queue.enqueue(connection, jobs)


def _schedule(desk: Desk) -> None:
    with desk.database.transaction() as connection:
        queue.enqueue(connection, due_jobs(connection, desk.clock(), desk.public_url))


def due_jobs(connection: Connection, now: datetime, public_url: str = "") -> list[Next]:
    """Return what should be running: due feeds, articles to be tried again, translations that nobody works on, hubs."""
    translations.release_dead(connection, STALE)
    hosts.release_dead(connection, STALE)
    hubs.reconcile(connection, now, public_url)
    return [
        *(Next("poll", feed_id) for feed_id in (*sources.due(connection, now), *hubs.pushed(connection, now))),
        *(Next("hub", subscription_id) for subscription_id in hubs.due(connection, now)),
        *(Next("read", article_id) for article_id in articles.due_for_reading(connection, now)),
        *(Next("read", article_id, priority=-1) for article_id in looks.due(connection, now)),
        *(Next("translate", language) for language in translations.languages_waiting(connection)),
        *([grouping.JOB] if grouping.waiting(connection) else []),
    ]


async def _rescue(manager: JobManager) -> None:
    """Take over the jobs of dead workers: nothing does that by itself."""
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALE):
        log.warning("taking over the job of a dead worker", task=job.task_name, job=job.id)
        try:
            await manager.retry_job(job)
        except procrastinate.exceptions.UniqueViolation:
            # Killed before it started, and a twin with the same queueing lock waits: the twin does the work.
            await manager.finish_job(job, procrastinate_jobs.Status.SUCCEEDED, delete_job=True)
        except procrastinate.exceptions.ConnectorException as error:
            # Another worker was faster, or the database is away: the job must stay, and is looked at again soon.
            log.info("the job of a dead worker was not taken over", job=job.id, error=str(error))
    await manager.prune_stalled_workers(STALE)


def lost_jobs(connection: Connection) -> list[Next]:
    """Return what nothing is going to be done about: articles that wait without a job, or were never shown.

    A state and its next job are committed together, so this is what an unforeseen error left behind.
    """
    return [
        *(Next("read", article_id) for article_id in queue.orphans(connection)),
        *(Next("press", article_id) for article_id in press.forgotten(connection)),
    ]


def _tidy(desk: Desk) -> None:
    with desk.database.transaction() as connection:
        workers.forget_dead(connection)
        profiles.let_go(connection, desk.clock() - _COMPARED)
        copies.let_go(connection, desk.clock() - _COMPARED)
        editions.tidy(connection, now=desk.clock())
        lost = lost_jobs(connection)
        if queue.enqueue(connection, lost):
            log.warning("work that nothing was going to be done about is taken up again", jobs=len(lost))
        missing = upgrades.waiting_languages(connection)
    # Outside of the transaction: it may load a model.
    if arrived := [language for language in missing if desk.translatable(language)]:
        with desk.database.transaction() as connection:
            woken = upgrades.wake(connection, arrived)
        log.info("a model is here for articles that waited for one", languages=arrived, articles=woken)


def _unify(desk: Desk) -> None:
    with desk.database.transaction() as connection:
        ids = names.unify(connection, desk.clock(), _RECENT)
        languages = {articles.translate_again(connection, article_id) for article_id in ids}
        queue.enqueue(connection, [Next("translate", language) for language in sorted(filter(None, languages))])
    if ids:
        log.info("names are spelt otherwise from now on", articles=len(ids))


def make_app(dsn: str, desk: Desk) -> procrastinate.App:
    """Return the app of one process, with its tasks.

    Its connections give up early, so that a worker without a database ends and is started anew.
    """
    connector = procrastinate.PsycopgConnector(
        conninfo=dsn,
        min_size=1,
        max_size=8,
        timeout=5,
        reconnect_timeout=300,
        configure=_configure,
        kwargs={"connect_timeout": 5},
    )
    app = procrastinate.App(connector=connector)
    declare(app, desk)
    return app


async def _configure(connection: psycopg.AsyncConnection[Any]) -> None:
    """Let every statement of the queue stand alone: a process that freezes between two holds no locks."""
    await connection.set_autocommit(True)


def worker_name() -> str:
    """Return a name that no other process ever has: host, process id and the moment."""
    return f"{socket.gethostname()}/{os.getpid()}/{time.time_ns():x}"


async def run_worker(app: procrastinate.App, desk: Desk, queues: Sequence[str]) -> None:
    """Work until SIGTERM or SIGINT; then finish or give back what is in hand within ten seconds.

    Translation and grouping have lanes of their own: each is one thread's work, and their jobs must not take the places of
    those that wait for the network.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, desk.stopping.set)
    waiting = [name for name in queues if name not in _OWN_LANES]
    lanes = [([*waiting, MAINTENANCE], _WIDTH)]
    lanes += [([name], 1) for name in _OWN_LANES if name in queues]
    # Before the first request: a turn at a host is freed when its worker has no heartbeat.
    await asyncio.to_thread(_beat, desk, queues)
    async with app.open_async():
        tasks = [asyncio.create_task(_lane(app, desk, served, width)) for served, width in lanes]
        heart = asyncio.create_task(_heart(desk, queues))
        stop = asyncio.create_task(desk.stopping.wait())
        await asyncio.wait([*tasks, heart, stop], return_when=asyncio.FIRST_COMPLETED)
        ending = {*tasks, heart, stop}
        while ending:
            for task in ending:
                task.cancel()
            # A lane that is cancelled while it starts may miss it and run on, so it is told again.
            _, ending = await asyncio.wait(ending, timeout=_GRACE + 1)
        results = await asyncio.gather(*tasks, heart, stop, return_exceptions=True)
    with contextlib.suppress(DatabaseUnavailableError):
        await asyncio.to_thread(_leave, desk)
    if not desk.stopping.is_set():
        # A lane ended by itself: the database went away. The supervisor starts a new process.
        error = next((result for result in results if isinstance(result, Exception)), None)
        message = "A worker's lane ended; the database is probably away."
        raise DatabaseUnavailableError(message) from error


async def _lane(app: procrastinate.App, desk: Desk, queues: list[str], width: int) -> None:
    await app.run_worker_async(
        queues=queues,
        name=desk.name,
        concurrency=width,
        wait=True,
        listen_notify=True,
        fetch_job_polling_interval=1,
        abort_job_polling_interval=10,
        shutdown_graceful_timeout=_GRACE,
        install_signal_handlers=False,
        update_heartbeat_interval=_HEARTBEAT,
        stalled_worker_timeout=STALE,
        delete_jobs="successful",
    )


async def _heart(desk: Desk, queues: Sequence[str]) -> None:
    """Keep this process's heartbeat fresh for as long as its event loop and its database answer.

    It ends after its last beat: one that is written after the worker has left would be a worker that nobody ever sees work.
    """
    while True:
        beat = asyncio.ensure_future(asyncio.to_thread(_beat, desk, queues))
        try:
            with contextlib.suppress(DatabaseUnavailableError):
                await asyncio.shield(beat)
        finally:
            await asyncio.wait([beat])
        await asyncio.sleep(_HEARTBEAT)


def _beat(desk: Desk, queues: Sequence[str]) -> None:
    with desk.database.connection() as connection:
        workers.beat(connection, desk.name, host=socket.gethostname(), pid=os.getpid(), queues=queues)


def _leave(desk: Desk) -> None:
    with desk.database.transaction() as connection:
        translations.release_all(connection, desk.name)
        workers.leave(connection, desk.name)
