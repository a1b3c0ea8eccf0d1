"""Which process group runs in a data folder, and how to ask it to end."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import socket
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from limitedtimes.errors import LimitedTimesError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 20.0  # seconds that a group has to end: workers ten, supervisor two more


@contextmanager
def present(data_dir: Path) -> Iterator[None]:
    """Hold the data folder's lock as its running group; raises LimitedTimesError when another one runs."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with _file(data_dir).open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            message = (
                f"The program runs already in {data_dir} (process {file.read().strip()}); `limitedtimes down` stops it."
            )
            raise LimitedTimesError(message) from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def stop_present(data_dir: Path) -> bool:
    """Ask the data folder's group to end and wait for it; False when none runs."""
    path = _file(data_dir)
    if not path.exists():
        return False
    with path.open("r+") as file:
        if _take(file.fileno()):
            return False  # nobody holds it: what is written there is stale
        pid = int(file.read().strip() or 0)
        if pid:
            os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + _PATIENCE
        while not _take(file.fileno()):
            if time.monotonic() > deadline:
                message = f"Process {pid} did not end within {_PATIENCE:.0f} s; look at its log."
                raise LimitedTimesError(message)
            time.sleep(0.1)
    return True


def _take(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _file(data_dir: Path) -> Path:
    return data_dir / "up.pid"


def require_free_port(host: str, port: int) -> None:
    """Raise LimitedTimesError in one sentence when a port cannot be listened on."""
    try:
        bind(host, port).close()
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        what = "is taken by another program" if error.errno == errno.EADDRINUSE else "may not be used by this user"
        message = f"Port {port} on {host} {what}; choose another one with --port or LIMITEDTIMES_PORT."
        raise LimitedTimesError(message) from error


def bind(host: str, port: int) -> socket.socket:
    """Return a socket bound to an address; raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound
