"""One PostgreSQL cluster and its server process: make, launch, find, explain. Who may do so when: ``embedded.py``."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

import psutil

from limitedtimes.errors import ServerError
from limitedtimes.store.binaries import Binaries, copy_binaries, find_binaries
from limitedtimes.store.place import Place, is_root, system_folder

_SETTINGS: Final = """\
# Written by The Limited Times at each start; what ALTER SYSTEM sets comes after it and wins.
listen_addresses = ''
port = 5432                             # only the name of the socket
max_connections = 200
shared_buffers = {buffers}MB
work_mem = 8MB
max_wal_size = 512MB
fsync = on
synchronous_commit = on
jit = off
max_parallel_workers_per_gather = 0     # a search is shorter than the start of a helper
max_parallel_maintenance_workers = 0    # containers have little shared memory
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
cluster_name = 'limitedtimes'
# What a client did wrong is told to the client: the log holds what happens to the server, and so stays short.
log_min_messages = log
log_min_error_statement = panic
log_checkpoints = off
log_autovacuum_min_duration = -1
"""

# What limits this process's memory, besides the machine: control groups, as seen from inside a container or a service.
_LIMITS: Final = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
_SHARE, _LEAST_BUFFERS, _MOST_BUFFERS = 16, 64, 1024
"""The database's cache is a sixteenth of the memory, within these MB: a laptop has other things to do."""

_LOG_LIMIT: Final = 1_000_000
_LOG_KEPT: Final = 100_000
_FULL: Final = 24_000_000
"""Bytes: with less than this free a failure is the disk's; a WAL segment alone is 16 MB."""


def launch(place: Place, alive: int, start: int) -> None:
    """Start the server, and make its cluster if there is none; returns before the server answers.

    ``alive`` is a lock's descriptor that the server's processes inherit, ``start`` one that initdb does.
    """
    binaries = _runnable(place)
    if not place.cluster.exists():
        _make_cluster(place, binaries, start)
    _check_version(place, binaries)
    _drop_stale_files(place)
    _write_settings(place)
    trim_log(place)
    socket = place.make_socket_folder()
    log = place.open(place.log, os.O_WRONLY | os.O_APPEND)
    try:
        # The shell is gone at once, so that the server is nobody's child: no zombie, and no signal of a terminal.
        background = ("/bin/sh", "-c", '"$@" &', "sh")
        options = ("-D", place.cluster, "-c", f"unix_socket_directories={socket}")
        place.account.run(*background, binaries.postgres, *options, output=log, keep=(alive,))
    finally:
        os.close(log)


def postmaster(place: Place) -> psutil.Process | None:
    """The server's main process, if the pid file names one that really is ``postgres -D cluster``."""
    pid = _pid(place)
    if pid is None:
        return None
    try:
        process = psutil.Process(pid)
        command = process.cmdline()
    except psutil.Error:
        return None
    ours = len(command) > 2 and Path(command[0]).name == "postgres" and command[1:3] == ["-D", str(place.cluster)]
    return process if ours else None


def log_size(place: Place) -> int:
    """The log's length in bytes, 0 without one."""
    return place.log.stat().st_size if place.log.exists() else 0


def trim_log(place: Place) -> None:
    """Keep only the end of a log that has grown; the server appends, so it may go on writing meanwhile."""
    if log_size(place) <= _LOG_LIMIT:
        return
    with os.fdopen(place.open(place.log, os.O_RDWR), "r+b") as log:
        log.seek(-_LOG_KEPT, os.SEEK_END)
        end = log.read()
        log.seek(0)
        log.write(end[end.find(b"\n") + 1 :])
        log.truncate()


def log_tail(place: Place, since: int) -> str:
    """The last lines of the log after the given byte, joined to be quoted in a sentence."""
    if not place.log.exists():
        return ""
    with os.fdopen(place.open(place.log, os.O_RDONLY), "rb") as log:
        log.seek(since)
        return _last_lines(log.read())


def failure(what: str, why: str, folder: Path) -> ServerError:
    """The error to raise for a failure in ``folder``: a full disk is named as such, whatever it broke."""
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    full = any(os.strerror(code) in why for code in (errno.ENOSPC, errno.EDQUOT))
    if full or free < _FULL:
        return ServerError(
            f"The disk is full: {free / 1e6:.0f} MB are free for the database in {folder}, which needs some 60 MB to"
            " begin with and grows; make room there and try again."
        )
    return ServerError(f"{what}: {why or 'it said nothing'}.")


def _runnable(place: Place) -> Binaries:
    binaries = find_binaries()
    if not is_root() or place.account.can_run(binaries.postgres):
        return binaries
    copied = copy_binaries(binaries, system_folder())
    if not place.account.can_run(copied.postgres):
        message = (
            f"The user {place.account.name}, who runs the database, cannot run {copied.postgres}: chmod a+x the folders"
            " above it, or delete it to have it copied again."
        )
        raise ServerError(message)
    return copied


def _make_cluster(place: Place, binaries: Binaries, start: int) -> None:
    """Make the cluster in a temporary sibling and rename it, so that one half made is never taken for one."""
    for left in place.folder.glob("making-*"):
        shutil.rmtree(left)
    draft = place.folder / f"making-{os.getpid()}"
    place.make_private(draft)
    with tempfile.TemporaryFile() as output:
        # The builtin provider leaves the text search parser to LC_CTYPE: in "C" every quotation mark is a letter.
        locale = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", f"--lc-ctype={_ctype()}")
        access = ("-U", "postgres", "--auth-local=trust", "--auth-host=reject")
        made = place.account.run(
            binaries.initdb, "-D", draft, "-E", "UTF8", *locale, *access, output=output.fileno(), keep=(start,)
        )
        output.seek(0)
        said = _last_lines(output.read())
    if made != 0:
        shutil.rmtree(draft, ignore_errors=True)
        raise failure(f"No database could be made in {place.folder}", said, place.folder)
    with (draft / "postgresql.conf").open("a") as conf:
        conf.write("\ninclude_if_exists = '../app.conf'\n")
    draft.rename(place.cluster)
    # Without this a power cut could undo the rename and leave the first articles in a draft.
    _sync(place.folder)


def _check_version(place: Place, binaries: Binaries) -> None:
    marker = place.cluster / "PG_VERSION"
    if not marker.exists():
        message = f"{place.cluster} is not a PostgreSQL database: move that folder away to begin with an empty one."
        raise ServerError(message)
    version = marker.read_text(encoding="ascii").strip()
    if version != binaries.major:
        message = (
            f"The database in {place.cluster} is of PostgreSQL {version} and this program brings {binaries.version}: use"
            " the version of The Limited Times that made it, or set LIMITEDTIMES_DATA_DIR to another folder."
        )
        raise ServerError(message)


def _drop_stale_files(place: Place) -> None:
    """Remove what would stop the server from starting: lock files of its own that now name another's process.

    A pid file that names no process at all is PostgreSQL's own business, which first looks for surviving processes.
    """
    if postmaster(place) is not None:  # somebody started it by hand, without our lock
        return
    pid = _pid(place)
    if pid is None or psutil.pid_exists(pid):
        (place.cluster / "postmaster.pid").unlink(missing_ok=True)
    for left in place.socket.glob(".s.PGSQL.*"):
        left.unlink()


def _pid(place: Place) -> int | None:
    try:
        return int((place.cluster / "postmaster.pid").read_text(encoding="utf-8").partition("\n")[0])
    except (FileNotFoundError, ValueError):
        return None


def buffers(memory: int) -> int:
    """The size in MB of the database's own cache on a machine with so many bytes of memory."""
    return max(_LEAST_BUFFERS, min(_MOST_BUFFERS, memory // _SHARE // 2**20))


def _memory() -> int:
    """The bytes of memory that this process may use."""
    limits = [psutil.virtual_memory().total]
    for path in map(Path, _LIMITS):
        # Absent where nothing limits it, and "max" where only others are limited.
        with contextlib.suppress(OSError, ValueError):
            limits.append(int(path.read_text()))
    return min(limits)


def _write_settings(place: Place) -> None:
    draft = place.folder / "app.conf.new"
    draft.unlink(missing_ok=True)
    with os.fdopen(place.open(draft, os.O_WRONLY | os.O_EXCL), "w") as settings:
        settings.write(_SETTINGS.format(buffers=buffers(_memory())))
    # The server may run as another user than the one who owns the place; there is nothing secret in it.
    draft.chmod(0o644)
    draft.replace(place.settings)


def _ctype() -> str:
    return "UTF-8" if os.uname().sysname == "Darwin" else "C.UTF-8"


def _last_lines(output: bytes) -> str:
    lines = [line.strip() for line in output.decode(errors="replace").splitlines() if line.strip()]
    return " / ".join(lines[-4:]).rstrip(".")


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
