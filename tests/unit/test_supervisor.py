"""The supervisor with stand-ins for the program's own processes."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import threading
import time
from typing import TYPE_CHECKING

import psutil
import pytest

from limitedtimes import supervisor as module
from limitedtimes.errors import DatabaseUnavailableError
from limitedtimes.store import workers
from limitedtimes.store.database import Database
from limitedtimes.supervisor import Supervisor, child_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STAND_IN = """
import os, signal, sys, time
from pathlib import Path
name = sys.argv[-1]
with open(os.environ["NOTES"], "a") as notes:
    notes.write(f"{name} {os.getpid()}\\n")
if name == "quick":
    sys.exit(3)
if name == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
time.sleep(60)
"""


class Group:
    """A supervisor in a thread, over stand-ins that note each start."""

    def __init__(self, folder: Path, database: Database, names: list[str], ensure: Callable[[], None]) -> None:
        (folder / "limitedtimes").mkdir()
        (folder / "limitedtimes" / "__main__.py").write_text(STAND_IN)
        (folder / "limitedtimes" / "__init__.py").touch()
        self._notes = folder / "notes"
        self._notes.touch()
        environment = {"NOTES": str(self._notes), "PYTHONPATH": str(folder)}
        self.supervisor = Supervisor(
            {name: [name] for name in names},
            database=database,
            ensure_database=ensure,
            environment=child_environment(environment),
            host=socket.gethostname(),
        )
        self._thread = threading.Thread(target=self.supervisor.run)
        self._thread.start()

    def starts(self, name: str) -> list[int]:
        """Process ids of that child, in the order of their starts."""
        noted = [line.split() for line in self._notes.read_text().splitlines()]
        return [int(pid) for one, pid in noted if one == name]

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something holds."""
        deadline = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def end(self) -> None:
        """Stop it and wait."""
        self.supervisor.stop()
        self._thread.join(30)
        assert not self._thread.is_alive()


@pytest.fixture
def make(tmp_path: Path, database: Database) -> Iterator[Callable[..., Group]]:
    """Makes groups, and ends them."""
    made: list[Group] = []

    def group(*names: str, over: Database | None = None, ensure: Callable[[], None] = lambda: None) -> Group:
        made.append(Group(tmp_path, over or database, list(names), ensure))
        return made[-1]

    yield group
    for one in made:
        one.end()


def alive(pid: int) -> bool:
    """Whether a process runs."""
    with contextlib.suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    return False


def test_who_is_killed_is_started_again(make: Callable[..., Group]) -> None:
    group = make("worker", "web")
    group.until(lambda: bool(group.starts("worker") and group.starts("web")))
    (first,) = group.starts("worker")
    os.kill(first, signal.SIGKILL)
    group.until(lambda: len(group.starts("worker")) == 2)
    assert len(group.starts("web")) == 1
    assert group.supervisor.pids["worker"] == group.starts("worker")[1]


def test_who_ends_at_once_is_started_more_and_more_slowly(make: Callable[..., Group]) -> None:
    group = make("quick", "worker")
    group.until(lambda: len(group.starts("quick")) == 3)
    child = next(child for child in group.supervisor._children if child.name == "quick")
    group.until(lambda: child.quick_ends >= 3)
    assert child.not_before - time.monotonic() < 15.0
    assert len(group.starts("worker")) == 1


def test_at_the_end_nobody_is_left(make: Callable[..., Group]) -> None:
    group = make("worker", "web")
    group.until(lambda: bool(group.starts("worker") and group.starts("web")))
    pids = [*group.starts("worker"), *group.starts("web")]
    group.end()
    assert not any(map(alive, pids))


def test_who_does_not_listen_is_killed(make: Callable[..., Group], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.5)
    group = make("deaf")
    group.until(lambda: bool(group.starts("deaf")))
    group.end()
    assert not alive(group.starts("deaf")[0])


def test_a_worker_whose_heart_stands_still_is_killed_and_started_again(
    make: Callable[..., Group], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SILENT", 0.5)
    monkeypatch.setattr(module, "_HEALTH", 0.1)
    group = make("worker", "web")
    group.until(lambda: bool(group.starts("worker") and group.starts("web")))
    with database.transaction() as connection:
        workers.beat(connection, "w", host=socket.gethostname(), pid=group.starts("worker")[0], queues=["poll"])
        connection.execute("update worker_process set heartbeat = now() - interval '1 minute'")
    group.until(lambda: len(group.starts("worker")) == 2)
    assert len(group.starts("web")) == 1, "the web process has no heartbeat, and is left alone"


def test_a_database_that_went_away_is_started_again(
    make: Callable[..., Group], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_HEALTH", 0.1)
    asked = threading.Event()
    calls = 0

    def ensure() -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            message = "not yet"
            raise DatabaseUnavailableError(message)
        asked.set()

    nowhere = Database("postgresql://127.0.0.1:9/none", timeout=0.2)
    nowhere.open()
    make("worker", over=nowhere, ensure=ensure)
    assert asked.wait(20), "it asks again, also after the first try failed"
    nowhere.close()


def test_children_get_the_settings_on_top_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIMITEDTIMES_PORT", "1")
    made = child_environment({"LIMITEDTIMES_DATA_DIR": "/x", "LIMITEDTIMES_PORT": "2"})
    assert (made["LIMITEDTIMES_DATA_DIR"], made["LIMITEDTIMES_PORT"]) == ("/x", "2")
    assert made["PATH"] == os.environ["PATH"]
