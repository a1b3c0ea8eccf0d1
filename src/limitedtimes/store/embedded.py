"""The program's own PostgreSQL server: started on demand, shared by every process, stopped by the last one out.

Nobody owns the server. Each process that uses it holds a shared ``flock`` on ``clients.lock``; one that leaves in
order and finds itself alone stops it, and after ``kill -9`` of all the next one adopts it. Whether a server lives is
never guessed from a process id: its processes inherit a lock, and while the last of them runs it is held.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import psutil
import psycopg
from psycopg.conninfo import make_conninfo

from limitedtimes.errors import ServerError
from limitedtimes.store.cluster import failure, launch, log_size, log_tail, postmaster, trim_log
from limitedtimes.store.place import Place, find_place, is_root, make_place, open_owned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_DATABASE: Final = "limitedtimes"
_PATIENCE: Final = 120.0
"""Seconds for a start, which after a crash has a log to replay, and for another process's start."""
_STOP_PATIENCE: Final = 60.0
"""Seconds for an orderly stop, which writes a checkpoint; then it is cut short, which loses nothing committed."""
_POLL: Final = 0.02


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """What ``doctor`` shows of a server: ``folder`` is the cluster's, ``size`` its bytes on disk."""

    running: bool
    pid: int | None
    version: str | None
    folder: Path
    size: int
    log: Path


@contextmanager
def server(data_dir: Path) -> Iterator[str]:
    """Use the data folder's server: yields its conninfo, and stops it afterwards if nobody else uses it.

    Raises :class:`ServerError` with a sentence that says what to do.
    """
    clients: int | None = None
    try:
        with _start_lock(data_dir) as start:
            place = make_place(data_dir)
            clients = place.open(place.clients, os.O_RDWR)
            # Who holds it exclusively holds the start lock too, so this never waits.
            fcntl.flock(clients, fcntl.LOCK_SH)
            conninfo = _ensure(place, start)
        yield conninfo
    finally:
        if clients is not None:
            _leave(data_dir, clients)


def ensure_server(data_dir: Path) -> str:
    """Start the server again if it died, for who is inside :func:`server`; its conninfo, which stays the same."""
    with _start_lock(data_dir) as start:
        return _ensure(make_place(data_dir), start)


def stop_server(data_dir: Path) -> bool:
    """Stop the data folder's server whoever uses it; False if none was running."""
    with _told(data_dir):
        if find_place(data_dir) is None:
            return False
    with _start_lock(data_dir):
        place = find_place(data_dir)
        return place is not None and _stop(place)


def server_status(data_dir: Path) -> ServerStatus:
    """Look at the data folder's server; starts and changes nothing."""
    with _told(data_dir):
        place = find_place(data_dir)
        if place is None:
            folder = data_dir / "postgres"
            return ServerStatus(False, None, None, folder / "cluster", 0, folder / "server.log")
        process, version = postmaster(place), _version(place)
        return ServerStatus(
            running=process is not None or version is not None,
            pid=process.pid if process else None,
            version=version,
            folder=place.cluster,
            size=_size(place.cluster),
            log=place.log,
        )


def _ensure(place: Place, start: int) -> str:
    """Wait until the server answers, and launch it once if none lives; under the start lock."""
    launched_at: int | None = None
    deadline, pause = time.monotonic() + _PATIENCE, _POLL
    while (refusal := _refusal(place)) is not None:
        if time.monotonic() > deadline:
            why = f"{refusal} (its log is {place.log})"
            raise failure(f"The database server in {place.cluster} does not answer", why, place.folder)
        with _try_lock(place) as alive:
            if alive is not None:
                if launched_at is not None:
                    place.drop_socket_folder()
                    why = log_tail(place, launched_at)
                    raise failure(f"The database server in {place.cluster} did not start", why, place.folder)
                trim_log(place)
                launched_at = log_size(place)
                launch(place, alive, start)
        time.sleep(pause)
        # A server that replays its log writes a line for each refusal.
        pause = min(1.2 * pause, 0.25)
    trim_log(place)
    _make_database(place)
    return _conninfo(place, _DATABASE)


def _leave(data_dir: Path, clients: int) -> None:
    """Give up the shared lock, and stop the server if nobody else has it."""
    try:
        # The data folder may be gone, and the server with it: PostgreSQL ends when its folder does.
        if find_place(data_dir) is None:
            return
        with _start_lock(data_dir):
            place = find_place(data_dir)
            if place is not None and _locks(clients):
                _stop(place)
    finally:
        os.close(clients)


def _stop(place: Place) -> bool:
    """Stop the server and wait until the last of its processes is gone; under the start lock."""
    if not _lives(place):
        return False
    process = postmaster(place)
    if process is None:
        message = f"The database in {place.cluster} is used by a server that is not on this machine: stop it there."
        raise ServerError(message)
    for how, patience in ((signal.SIGINT, _STOP_PATIENCE), (signal.SIGQUIT, _STOP_PATIENCE)):
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(how)
        if _within(patience, lambda: not _lives(place)):
            place.drop_socket_folder()
            return True
    message = f"The database server {process.pid} in {place.cluster} does not stop: look at its log {place.log}."
    raise ServerError(message)


# -- what the server says ----------------------------------------------------------------------------------------------


def _conninfo(place: Place, database: str) -> str:
    return make_conninfo(host=str(place.socket), port=5432, user="postgres", dbname=database)


def _refusal(place: Place) -> str | None:
    """Why the server does not answer; None if it does."""
    try:
        psycopg.connect(_conninfo(place, "postgres"), connect_timeout=5).close()
    except psycopg.OperationalError as error:
        return str(error).strip()
    return None


def _make_database(place: Place) -> None:
    try:
        with psycopg.connect(_conninfo(place, "postgres"), connect_timeout=5, autocommit=True) as connection:
            query = "select from pg_database where datname = %s"
            if connection.execute(query, [_DATABASE]).rowcount == 0:
                connection.execute(f"create database {_DATABASE}")
    except psycopg.Error as error:
        raise failure(f"No database could be made in {place.cluster}", str(error), place.folder) from error


def _version(place: Place) -> str | None:
    try:
        with psycopg.connect(_conninfo(place, "postgres"), connect_timeout=5) as connection:
            return connection.info.parameter_status("server_version")
    except psycopg.OperationalError:
        return None


# -- locks -------------------------------------------------------------------------------------------------------------


@contextmanager
def _told(data_dir: Path) -> Iterator[None]:
    """Turn an ``OSError`` inside into a sentence."""
    try:
        yield
    except OSError as error:
        what = f"The data folder {data_dir} cannot be used; set LIMITEDTIMES_DATA_DIR to one that can"
        raise failure(what, str(error), data_dir) from error


@contextmanager
def _start_lock(data_dir: Path) -> Iterator[int]:
    """Hold the data folder's start lock, making the folder if need be."""
    path = data_dir / "postgres.lock"
    with _told(data_dir):
        # Root's server may run as another user, who has to pass through.
        data_dir.mkdir(mode=0o711 if is_root() else 0o700, parents=True, exist_ok=True)
        start = open_owned(path, os.O_RDWR, data_dir)
        try:
            if not _within(_PATIENCE, lambda: _locks(start)):
                message = f"Another process holds {path} and does not let go: find it with fuser, end it, try again."
                raise ServerError(message)
            yield start
        finally:
            os.close(start)


def _locks(descriptor: int) -> bool:
    """Whether the lock could be taken without waiting."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _try_lock(place: Place) -> Iterator[int | None]:
    """The lock that a server's processes hold, or None if they do.

    It is closed at the end and never unlocked, which would unlock it for the processes that inherited it.
    """
    descriptor = place.open(place.alive, os.O_RDWR)
    try:
        yield descriptor if _locks(descriptor) else None
    finally:
        os.close(descriptor)


def _lives(place: Place) -> bool:
    with _try_lock(place) as alive:
        return alive is None


def _within(seconds: float, condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL)
    return True


def _size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        # A running server removes files while they are counted.
        with contextlib.suppress(FileNotFoundError):
            total += path.lstat().st_size
    return total
