"""The program as people run it, `limitedtimes up`, from outside: started, watched and ended."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import psutil

from limitedtimes.presence import bind
from limitedtimes.settings import PREFIX
from limitedtimes.store.embedded import server_status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from types import TracebackType

_HOST = "127.0.0.1"
_PATIENCE = 30.0  # seconds that a group has to end; its own deadline is twelve
_EVERY = 0.2  # seconds between two looks at the memory
_MB = 1024 * 1024


@dataclass(frozen=True)
class Group:
    """A running group: the supervisor, and through it web and workers. ``log`` is what they all print on stderr."""

    supervisor: psutil.Popen
    data_dir: Path
    port: int
    log: Path

    @property
    def address(self) -> str:
        """Where its site is."""
        return f"http://{_HOST}:{self.port}"

    def processes(self, command: str) -> list[psutil.Process]:
        """Those that now run ``limitedtimes web`` or ``limitedtimes worker``."""
        return [child for child in _children(self.supervisor) if command in _arguments(child)]


@contextmanager
def running(data_dir: Path, environment: Mapping[str, str]) -> Iterator[Group]:
    """Run ``limitedtimes up`` in a data folder with these settings; at the end none of its processes is left."""
    with bind(_HOST, 0) as bound:
        port: int = bound.getsockname()[1]
    data_dir.mkdir(exist_ok=True)
    log = data_dir / "up.log"
    with log.open("ab") as output:
        supervisor = psutil.Popen(
            [sys.executable, "-m", "limitedtimes", "up", "--port", str(port)],
            env=settings_environment(data_dir, environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        yield Group(supervisor, data_dir, port, log)
    finally:
        _end(supervisor)


def settings_environment(data_dir: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for a command: this process's, but no settings of the program other than these."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    kept = {name: os.environ[name] for name in (PREFIX + "MODELS_DIR",) if name in os.environ}
    named = {PREFIX + name: value for name, value in settings.items()}
    return {**others, **kept, PREFIX + "DATA_DIR": str(data_dir), **named}


def _end(supervisor: psutil.Popen) -> None:
    members = _children(supervisor)
    with contextlib.suppress(psutil.NoSuchProcess):
        supervisor.terminate()
    try:
        supervisor.wait(_PATIENCE)
    except psutil.TimeoutExpired:
        supervisor.kill()
        supervisor.wait()
    for left in members:
        with contextlib.suppress(psutil.NoSuchProcess):
            left.kill()


def _children(process: psutil.Process) -> list[psutil.Process]:
    with contextlib.suppress(psutil.Error):
        return process.children()
    return []


def _arguments(process: psutil.Process) -> list[str]:
    with contextlib.suppress(psutil.Error):
        return process.cmdline()[1:]
    return []


class Watch:
    """Watches a group while its context lasts: its memory, five times a second, and what CPU time it takes.

    ``peak_mb`` has the most of each role in MB of 1,048,576 bytes. ``worker`` is the largest worker, by resident size like ``web`` and ``supervisor``;
    ``database`` is the sum over the server's processes of their proportional size (PSS, on Linux; elsewhere of what is
    theirs alone, USS), since each one's resident size counts the buffers that they share. ``cpu_seconds`` sums over all processes of a role.
    """

    def __init__(self, group: Group) -> None:
        self.peak_mb: dict[str, float] = {}
        self.cpu_seconds: dict[str, float] = {}
        self._group = group
        self._postmaster: psutil.Process | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="memory watch")

    def __enter__(self) -> Self:
        self.cpu_seconds = self._cpu_seconds()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()
        before, after = self.cpu_seconds, self._cpu_seconds()
        self.cpu_seconds = {role: round(seconds - before[role], 1) for role, seconds in after.items()}

    def _cpu_seconds(self) -> dict[str, float]:
        group = self._group
        roles = {"web": group.processes("web"), "worker": group.processes("worker"), "database": self._database()}
        return {role: sum(map(_cpu, processes)) for role, processes in roles.items()}

    def _watch(self) -> None:
        while not self._ended.wait(_EVERY):
            for role, size in self._sizes().items():
                self.peak_mb[role] = max(self.peak_mb.get(role, 0.0), round(size / _MB, 1))

    def _sizes(self) -> dict[str, int]:
        return {
            "supervisor": _resident(self._group.supervisor),
            "web": max(map(_resident, self._group.processes("web")), default=0),
            "worker": max(map(_resident, self._group.processes("worker")), default=0),
            "database": sum(map(_own, self._database())),
        }

    def _database(self) -> list[psutil.Process]:
        if self._postmaster is None or not self._postmaster.is_running():
            pid = server_status(self._group.data_dir).pid
            self._postmaster = psutil.Process(pid) if pid else None
        return [self._postmaster, *_children(self._postmaster)] if self._postmaster else []


def _resident(process: psutil.Process) -> int:
    with contextlib.suppress(psutil.Error):
        return int(process.memory_info().rss)
    return 0


def _own(process: psutil.Process) -> int:
    with contextlib.suppress(psutil.Error):
        info = process.memory_full_info()
        return int(getattr(info, "pss", info.uss))
    return 0


def _cpu(process: psutil.Process) -> float:
    with contextlib.suppress(psutil.Error):
        times = process.cpu_times()
        return float(times.user + times.system + times.children_user + times.children_system)
    return 0.0
