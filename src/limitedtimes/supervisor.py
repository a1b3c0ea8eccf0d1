"""One process group: starts web and workers, and starts anew whatever ends unasked.

A worker that loses its database ends, with any exit code; one whose event loop hangs stops its heartbeat. Both are
replaced. The embedded server is started again if somebody killed it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import structlog

from limitedtimes.errors import DatabaseUnavailableError, LimitedTimesError
from limitedtimes.store import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from limitedtimes.store.database import Database

log = structlog.get_logger()

_LOOK = 0.25  # seconds between two looks at the children
_HEALTH = 2.0  # seconds between two looks at the database and the heartbeats
_SILENT = 30.0  # seconds without a heartbeat after which a worker is killed
_PATIENCE = 12.0  # seconds that children have to end; workers take up to ten
_QUICK_END = 5.0  # a child that lived shorter than that is restarted more and more slowly


@dataclass
class _Child:
    name: str
    arguments: tuple[str, ...]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    quick_ends: int = 0
    not_before: float = field(default=0.0)


class Supervisor:
    """Runs commands of this program as children until asked to stop.

    ``ensure_database`` starts the embedded server if it is down (for another server it does nothing). ``environment`` is
    the children's.
    """

    def __init__(
        self,
        commands: Mapping[str, Sequence[str]],
        *,
        database: Database,
        ensure_database: Callable[[], None],
        environment: Mapping[str, str],
        host: str,
    ) -> None:
        self._children = [_Child(name, tuple(arguments)) for name, arguments in commands.items()]
        self._database = database
        self._ensure_database = ensure_database
        self._environment = dict(environment)
        self._host = host
        self._stopping = threading.Event()
        self._next_health = 0.0

    @property
    def pids(self) -> dict[str, int]:
        """Process ids of the children that run now, by name."""
        return {child.name: child.process.pid for child in self._children if child.process}

    def stop(self) -> None:
        """Ask the group to end; ``run`` returns when it has."""
        self._stopping.set()

    def run(self) -> None:
        """Keep the group running until ``stop`` is called, then end it."""
        try:
            while not self._stopping.is_set():
                for child in self._children:
                    self._watch(child)
                self._look_after_database()
                self._stopping.wait(_LOOK)
        finally:
            self._end()

    def _watch(self, child: _Child) -> None:
        now = time.monotonic()
        if child.process is not None:
            code = child.process.poll()
            if code is None:
                return
            quick = now - child.started < _QUICK_END
            child.quick_ends = child.quick_ends + 1 if quick else 0
            child.not_before = now + min(0.2 * 2.0 ** min(child.quick_ends, 8), 15.0)
            log.warning("a process ended and is started again", name=child.name, code=code)
            child.process = None
        if now >= child.not_before:
            # A session of its own: Ctrl-C reaches the supervisor only, which then ends the group in order.
            child.process = subprocess.Popen(
                [sys.executable, "-m", "limitedtimes", *child.arguments],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
            child.started = now

    def _look_after_database(self) -> None:
        now = time.monotonic()
        if now < self._next_health:
            return
        self._next_health = now + _HEALTH
        try:
            self._kill_silent()
        except DatabaseUnavailableError:
            try:
                self._ensure_database()
            except LimitedTimesError as error:
                log.error("the database is away", error=str(error))

    def _kill_silent(self) -> None:
        with self._database.connection() as connection:
            known = {one.pid: one for one in workers.processes(connection) if one.host == self._host}
        for child in self._children:
            if child.process is None or time.monotonic() - child.started < _SILENT:
                continue
            one = known.get(child.process.pid)
            if one and one.age > _SILENT:
                log.warning("a worker is silent and is killed", name=child.name, seconds=round(one.age))
                child.process.kill()

    def _end(self) -> None:
        running = [child.process for child in self._children if child.process and child.process.poll() is None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + _PATIENCE
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                log.warning("a process did not end in time and is killed", pid=process.pid)
                process.kill()
                process.wait()


def stop_on_signals(supervisor: Supervisor) -> None:
    """Let SIGTERM and SIGINT end the group in order; a second one is ignored: the end has its own deadline."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: supervisor.stop())


def child_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment with the settings that children must share."""
    return {**os.environ, **settings}
