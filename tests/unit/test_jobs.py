"""The stages as procrastinate's jobs, run by its own worker on a real database."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import procrastinate
import pytest
import structlog

from limitedtimes import jobs
from limitedtimes.errors import BusyError, DatabaseUnavailableError
from limitedtimes.store import queue, workers
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, MutableMapping

    from limitedtimes.store.database import Connection, Database, Row


@dataclass
class Probe:
    """A stage that notes what it does in a table, and fails as it is told."""

    steps: list[str] = field(default_factory=list)
    during: Callable[[], object] = lambda: None
    in_save: Callable[[], object] = lambda: None
    follow: tuple[Next, ...] = (Next("press", "after"),)
    missing: bool = False

    def load(self, connection: Connection, key: str) -> str | None:
        """Return the key."""
        connection.execute("select 1")
        self.steps.append(f"load {key}")
        return None if self.missing else key

    async def work(self, work: str) -> AsyncIterator[str]:
        """Yield the key as its own result."""
        self.steps.append(f"work {work}")
        self.during()
        await asyncio.sleep(0)
        yield work

    def save(self, connection: Connection, work: str, result: str) -> list[Next]:
        """Store a row that can be seen, and say what comes next."""
        connection.execute("insert into page_version (page) values (%s)", [f"{work}/{result}"])
        self.steps.append(f"save {work}")
        self.in_save()
        return list(self.follow)

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Put the key into a visible state."""
        connection.execute("insert into page_version (page) values (%s)", [f"given up {key}: {error}"])
        return [Next("press", "given up")]


@dataclass
class Bench:
    """An app with one probe behind every stage."""

    database: Database
    probe: Probe
    desk: jobs.Desk
    app: procrastinate.App

    async def work(self, *queues: str) -> None:
        """Run what is due, as a worker does, and return when nothing is left."""
        await self.app.run_worker_async(
            queues=list(queues or ("poll", "read", "translate")),
            wait=False,
            install_signal_handlers=False,
            listen_notify=False,
            delete_jobs="successful",
        )

    def rows(self, query: str, *values: object) -> list[Row]:
        """Ask the database."""
        with self.database.connection() as connection:
            cursor = connection.execute(query.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def jobs(self) -> list[Row]:
        """The jobs of the queue."""
        return self.rows(
            "select id, task_name, status, attempts, queueing_lock, scheduled_at from procrastinate_jobs"
            " where queue_name <> 'maintenance' order by id"
        )

    def pages(self) -> list[str]:
        """What was saved."""
        return [row["page"] for row in self.rows("select page from page_version order by page")]

    def enqueue(self, *tasks: Next) -> None:
        """Put jobs into the queue."""
        with self.database.transaction() as connection:
            queue.enqueue(connection, tasks)

    def due_now(self) -> None:
        """Let the time pass that jobs wait for."""
        self.rows("update procrastinate_jobs set scheduled_at = null")


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[MutableMapping[str, Any]]]:
    """What is logged, kept instead of printed: rendering tracebacks takes longer than the jobs."""
    with structlog.testing.capture_logs() as entries:
        yield entries


@pytest.fixture
async def bench(database: Database) -> AsyncIterator[Bench]:
    probe = Probe()
    desk = jobs.Desk(database, dict.fromkeys(jobs.QUEUES, probe), "worker 1")
    app = jobs.make_app(database.dsn, desk)
    async with app.open_async():
        yield Bench(database, probe, desk, app)


def failing(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


async def test_a_result_and_the_next_job_come_together(bench: Bench) -> None:
    bench.enqueue(Next("read", 7))
    await bench.work()
    assert bench.probe.steps == ["load 7", "work 7", "save 7"]
    assert bench.pages() == ["7/7"]
    assert [(job["task_name"], job["status"]) for job in bench.jobs()] == [("press", "todo")]


async def test_a_save_that_fails_leaves_neither_result_nor_job(bench: Bench) -> None:
    bench.probe.in_save = failing(RuntimeError("no"))
    bench.enqueue(Next("read", 7))
    await bench.work()
    assert bench.pages() == []
    (job,) = bench.jobs()
    assert (job["task_name"], job["status"], job["attempts"]) == ("read", "todo", 1)


async def test_a_next_job_that_cannot_be_stored_takes_the_result_back(bench: Bench) -> None:
    bench.probe.follow = (Next("press", "ok"), Next("press", "\0"))
    bench.enqueue(Next("read", 7))
    await bench.work()
    assert bench.pages() == []
    assert [job["task_name"] for job in bench.jobs()] == ["read"]


async def test_an_exception_leaves_the_job_to_be_retried_with_growing_pauses(bench: Bench) -> None:
    bench.probe.during = failing(RuntimeError("no"))
    bench.enqueue(Next("read", 7))
    pauses = []
    for attempt in range(1, 6):
        before = datetime.now(UTC)
        await bench.work()
        (job,) = bench.jobs()
        assert (job["status"], job["attempts"]) == ("todo", attempt)
        pauses.append((job["scheduled_at"] - before).total_seconds())
        bench.due_now()
    assert pauses[-1] > pauses[0] > 0
    assert bench.pages() == []


async def test_after_five_attempts_the_stage_gives_up_visibly(bench: Bench) -> None:
    bench.probe.during = failing(RuntimeError("no"))
    bench.enqueue(Next("read", 7))
    for _ in range(6):
        await bench.work()
        bench.due_now()
    assert bench.pages() == ["given up 7: no"]
    assert [(job["task_name"], job["status"]) for job in bench.jobs()] == [("press", "todo")]


async def test_the_database_going_away_is_no_reason_to_give_up(bench: Bench) -> None:
    bench.probe.during = failing(DatabaseUnavailableError("away"))
    bench.enqueue(Next("read", 7))
    for _ in range(8):
        await bench.work()
        bench.due_now()
    assert bench.pages() == []
    (job,) = bench.jobs()
    assert (job["status"], job["attempts"]) == ("todo", 8)


async def test_a_busy_host_costs_no_attempt(bench: Bench) -> None:
    bench.probe.during = failing(BusyError("busy", code="busy", url="", retry_after=60))
    bench.enqueue(Next("read", 7))
    await bench.work()
    (job,) = bench.jobs()
    assert (job["status"], job["attempts"], job["queueing_lock"]) == ("todo", 0, "read:7")
    assert job["scheduled_at"] > datetime.now(UTC) + timedelta(seconds=30)


async def test_a_key_without_work_ends_quietly(bench: Bench) -> None:
    bench.probe.missing = True
    bench.enqueue(Next("read", 7))
    await bench.work()
    assert bench.probe.steps == ["load 7"]
    assert bench.jobs() == []


async def test_a_key_that_is_enqueued_while_it_runs_runs_again(bench: Bench) -> None:
    def once_more() -> None:
        bench.probe.during = lambda: None
        bench.enqueue(Next("read", 7))

    bench.probe.during = once_more
    bench.probe.in_save = lambda: bench.rows("delete from page_version")
    bench.enqueue(Next("read", 7))
    await bench.work()
    assert bench.probe.steps.count("work 7") == 2


async def test_a_job_whose_key_was_enqueued_again_while_it_ran_can_still_be_retried(bench: Bench) -> None:
    def once_more_and_fail() -> None:
        bench.probe.during = failing(RuntimeError("again"))
        bench.enqueue(Next("read", 7))
        raise RuntimeError("no")

    bench.probe.during = once_more_and_fail
    bench.enqueue(Next("read", 7))
    await bench.work()
    assert [(job["status"], job["attempts"]) for job in bench.jobs()] == [("todo", 1), ("todo", 1)]
    bench.probe.during = lambda: None
    bench.probe.follow = ()
    bench.due_now()
    bench.probe.in_save = lambda: None
    bench.rows("delete from page_version")
    await bench.work()
    # Both ran; the second found the row of the first and is there still, for another try.
    assert bench.pages() == ["7/7"]


async def test_jobs_of_a_dead_worker_are_taken_over(bench: Bench) -> None:
    bench.enqueue(Next("read", 7))
    manager = bench.app.job_manager
    (worker,) = bench.rows(
        "insert into procrastinate_workers (last_heartbeat) values (now() - interval '1 minute') returning id"
    )
    taken = await manager.fetch_job(queues=["read"], worker_id=worker["id"])
    assert taken is not None
    assert [job["status"] for job in bench.jobs()] == ["doing"]
    await jobs._rescue(manager)
    assert [job["status"] for job in bench.jobs()] == ["todo"]
    assert bench.rows("select id from procrastinate_workers") == []
    await bench.work()
    assert bench.pages() == ["7/7"]


async def test_jobs_of_a_living_worker_are_left_alone(bench: Bench) -> None:
    bench.enqueue(Next("read", 7))
    manager = bench.app.job_manager
    (worker,) = bench.rows("insert into procrastinate_workers (last_heartbeat) values (now()) returning id")
    await manager.fetch_job(queues=["read"], worker_id=worker["id"])
    await jobs._rescue(manager)
    assert [job["status"] for job in bench.jobs()] == ["doing"]


async def test_a_dead_workers_job_whose_key_waits_again_is_done_by_its_twin(bench: Bench) -> None:
    bench.enqueue(Next("read", 7))
    manager = bench.app.job_manager
    (worker,) = bench.rows(
        "insert into procrastinate_workers (last_heartbeat) values (now() - interval '1 minute') returning id"
    )
    await manager.fetch_job(queues=["read"], worker_id=worker["id"])
    bench.enqueue(Next("read", 7))  # it died before it let its key go
    await jobs._rescue(manager)
    assert [(job["status"], job["queueing_lock"]) for job in bench.jobs()] == [("todo", "read:7")]
    await bench.work()
    assert bench.pages() == ["7/7"]


async def test_dead_processes_are_forgotten_after_an_hour(bench: Bench) -> None:
    with bench.database.transaction() as connection:
        for name in ("old", "new"):
            workers.beat(connection, name, host="h", pid=1, queues=["read", "press"])
        connection.execute("update worker_process set heartbeat = now() - interval '2 hours' where name = 'old'")
    await jobs._rescue(bench.app.job_manager)
    with bench.database.connection() as connection:
        (known,) = workers.processes(connection)
    assert (known.name, known.queues) == ("new", ("read", "press"))


async def test_a_job_ends_as_failed_only_after_very_many_attempts(bench: Bench) -> None:
    bench.probe.during = failing(DatabaseUnavailableError("away"))
    bench.enqueue(Next("read", 7))
    bench.rows("update procrastinate_jobs set attempts = 49")
    await bench.work()
    assert [job["status"] for job in bench.jobs()] == ["todo"]
    bench.due_now()
    await bench.work()
    assert [job["status"] for job in bench.jobs()] == ["failed"]
    with bench.database.connection() as connection:
        assert queue.failed(connection) == 1
        assert queue.waiting(connection) == {}


async def test_a_worker_finishes_what_it_has_when_it_is_asked_to_stop(bench: Bench) -> None:
    started = asyncio.Event()
    bench.probe.during = started.set
    bench.enqueue(Next("read", 7))
    working = asyncio.create_task(jobs.run_worker(jobs.make_app(bench.database.dsn, bench.desk), bench.desk, ["read"]))
    async with asyncio.timeout(20):
        await started.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        await working
    assert bench.pages() == ["7/7"]
    with bench.database.connection() as connection:
        assert workers.processes(connection) == []
    assert [job["task_name"] for job in bench.jobs() if job["task_name"] in jobs.QUEUES] == ["press"]


async def test_work_that_does_not_end_in_time_is_given_back(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_GRACE", 0.2)
    started = asyncio.Event()

    async def endless(work: str) -> AsyncIterator[str]:
        started.set()
        await asyncio.sleep(3600)
        yield work

    monkeypatch.setattr(bench.probe, "work", endless)
    bench.enqueue(Next("read", 7))
    working = asyncio.create_task(jobs.run_worker(jobs.make_app(bench.database.dsn, bench.desk), bench.desk, ["read"]))
    async with asyncio.timeout(20):
        await started.wait()
        bench.desk.stopping.set()
        await working
    assert [(job["task_name"], job["status"]) for job in bench.jobs() if job["task_name"] == "read"] == [
        ("read", "todo")
    ]


async def test_the_schedule_runs_by_itself(bench: Bench) -> None:
    bench.rows(
        "insert into source (name, slug) values ('A', 'a'); insert into feed (source_id, url) values (1, 'https://a.example/f')"
    )
    polled = asyncio.Event()
    bench.probe.during = polled.set
    working = asyncio.create_task(jobs.run_worker(jobs.make_app(bench.database.dsn, bench.desk), bench.desk, ["poll"]))
    async with asyncio.timeout(20):
        await polled.wait()
        bench.desk.stopping.set()
        await working
    assert "work 1" in bench.probe.steps


async def test_a_worker_that_loses_its_database_ends_with_an_error(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lose(*_: object) -> None:
        await asyncio.sleep(0)
        raise procrastinate.exceptions.ConnectorException

    monkeypatch.setattr(jobs, "_lane", lose)
    with pytest.raises(DatabaseUnavailableError, match="probably away"):
        await jobs.run_worker(jobs.make_app(bench.database.dsn, bench.desk), bench.desk, ["poll"])


def test_names_of_workers_are_never_the_same() -> None:
    assert jobs.worker_name() != jobs.worker_name()


async def test_the_arguments_of_a_job_are_its_key_alone(bench: Bench) -> None:
    bench.enqueue(Next("read", 7), Next("translate", "pt"))
    arguments: list[Any] = [row["args"] for row in bench.rows("select args from procrastinate_jobs order by id")]
    assert json.dumps(arguments) == '[{"key": 7}, {"key": "pt"}]'
