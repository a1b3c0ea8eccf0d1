from __future__ import annotations

import asyncio
import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from limitedtimes import jobs, rounds
from limitedtimes.rounds import Progress
from limitedtimes.store import queue, workers
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.store.database import Database
    from limitedtimes.wiring import House


@pytest.fixture
def own_work(monkeypatch: pytest.MonkeyPatch) -> list[Database]:
    worked: list[Database] = []

    async def work(building: House, report: object) -> Progress:
        del report
        worked.append(building.database)
        return Progress({}, {})

    monkeypatch.setattr(rounds, "_work", work)
    return worked


def house(database: Database) -> House:
    return cast("House", SimpleNamespace(database=database))


def test_what_a_silent_worker_leaves_is_done_here(database: Database, own_work: list[Database]) -> None:
    with database.transaction() as connection:
        workers.beat(connection, "host/1/a", host="host", pid=1, queues=["poll"])
        connection.execute("update worker_process set heartbeat = now() - interval '9.5 seconds'")
        queue.enqueue(connection, [Next("poll", 1)])
    looks: list[Progress] = []
    end = rounds.settle(house(database), looks.append)
    assert own_work == [database]
    assert all(one.waiting == {"poll": 1} for one in looks)
    assert end.settled


def test_what_others_have_done_needs_no_work_here(database: Database, own_work: list[Database]) -> None:
    with database.transaction() as connection:
        workers.beat(connection, "host/1/a", host="host", pid=1, queues=["poll"])
    assert rounds.settle(house(database), lambda _: None).settled
    assert own_work == []


async def test_a_heart_that_is_stopped_beats_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    began, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def beat(desk: Any, queues: Sequence[str]) -> None:
        del desk, queues
        began.set()
        may_end.wait(10)
        ended.set()

    monkeypatch.setattr(jobs, "_beat", beat)
    heart = asyncio.create_task(jobs._heart(cast("jobs.Desk", None), ["poll"]))
    await asyncio.to_thread(began.wait, 10)
    heart.cancel()
    await asyncio.sleep(0.05)
    assert not heart.done()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await heart
    assert ended.is_set()
