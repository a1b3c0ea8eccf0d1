"""Where the embedded server's files lie and which user it runs as.

::

    DATA/postgres.lock      held while a server is started or stopped
    DATA/postgres/          or a link to SYSTEM_FOLDER/servers/..., where the server's user cannot enter DATA
        cluster/            PostgreSQL's data folder, 0700, of the server's user
        socket/             0700; or a link to a short folder, where this path would be too long for a socket
        app.conf            the settings that the program chose
        server.log          what the server says, kept short
        clients.lock        shared by every process that uses the server
        alive.lock          inherited by the server's own processes: while one lives, it is held

PostgreSQL refuses to run as root. Root's server runs as the owner of the data folder, or as ``limitedtimes`` or
``nobody`` where root owns it; no rights of an existing folder are ever changed for that.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from limitedtimes.errors import ServerError

SYSTEM_FOLDER: Final = Path("/var/lib/limitedtimes")
"""Root's folder for what the server's user must reach: copied programs, and clusters of unreachable data folders."""

_SOCKET_PATH_LIMIT: Final = 103
"""Bytes; ``sun_path`` holds 103 and a NUL on macOS, 107 on Linux."""


@dataclass(frozen=True, slots=True)
class Account:
    """The system user that the server runs as."""

    name: str
    uid: int
    gid: int

    def run(self, *command: str | Path, output: int = subprocess.DEVNULL, keep: tuple[int, ...] = ()) -> int:
        """Run a command as this user with an environment of our own; its exit status.

        ``output`` gets what it prints; the descriptors of ``keep`` stay open in it.
        """
        switch = is_root()
        return subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            # A PG* variable, a broken locale or a foreign library path would change what the server does.
            env={"PATH": os.defpath, "LC_ALL": "C"},
            start_new_session=True,
            pass_fds=keep,
            umask=0o077,
            user=self.uid if switch else None,
            group=self.gid if switch else None,
            extra_groups=() if switch else None,
        ).returncode

    def reaches(self, folder: Path) -> bool:
        """Whether this user may enter the folder: tried, because rights, lists and mounts all have a say."""
        return self.run("/usr/bin/env", "test", "-x", folder) == 0

    def can_run(self, program: Path) -> bool:
        """Whether this user may run the program: tried with ``--version``."""
        try:
            return self.run(program, "--version") == 0
        except PermissionError:
            return False


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one server; ``folder`` has no links in it."""

    folder: Path
    account: Account

    @property
    def cluster(self) -> Path:
        """PostgreSQL's data folder."""
        return self.folder / "cluster"

    @property
    def settings(self) -> Path:
        """The settings file that the cluster includes."""
        return self.folder / "app.conf"

    @property
    def log(self) -> Path:
        """The server's log."""
        return self.folder / "server.log"

    @property
    def clients(self) -> Path:
        """The lock file that every process using the server shares."""
        return self.folder / "clients.lock"

    @property
    def alive(self) -> Path:
        """The lock file that the server's processes hold."""
        return self.folder / "alive.lock"

    @property
    def socket(self) -> Path:
        """The folder of the server's socket; it exists from the first start on."""
        return (self.folder / "socket").resolve()

    def open(self, path: Path, flags: int) -> int:
        """Open or create a file of this place, owned by who owns the folder; never through a link."""
        return open_owned(path, flags, self.folder)

    def make_private(self, folder: Path) -> None:
        """Make a folder that only the server's user may enter."""
        folder.mkdir(mode=0o700)
        if is_root():
            os.chown(folder, self.account.uid, self.account.gid)

    def make_socket_folder(self) -> Path:
        """The folder of the server's socket, made if it is not there or not fit for use."""
        path = self.folder / "socket"
        if _holds_a_socket(self.socket) and self._is_private(self.socket):
            return self.socket
        self.drop_socket_folder()
        if _holds_a_socket(path):
            self.make_private(path)
            return path
        parent = system_folder() if is_root() else Path(tempfile.gettempdir())
        short = Path(tempfile.mkdtemp(prefix="limitedtimes-", dir=parent)).resolve()
        if not _holds_a_socket(short):
            short.rmdir()
            message = f"No socket can be made: {short} is too long; set TMPDIR to a folder with a short, plain name."
            raise ServerError(message)
        if is_root():
            os.chown(short, self.account.uid, self.account.gid)
        path.symlink_to(short)
        return short

    def drop_socket_folder(self) -> None:
        """Remove the socket's folder; for a server that is not running."""
        path = self.folder / "socket"
        if self._is_private(self.socket):
            shutil.rmtree(self.socket)
        if path.is_symlink():
            path.unlink()

    def _is_private(self, folder: Path) -> bool:
        # A short folder may have vanished with a reboot and another user may have made one of that name.
        try:
            found = folder.lstat()
        except FileNotFoundError:
            return False
        return stat.S_ISDIR(found.st_mode) and found.st_uid == self.account.uid


def is_root() -> bool:
    """Whether this process is root's."""
    return os.geteuid() == 0


def open_owned(path: Path, flags: int, like: Path) -> int:
    """Open or create a private file with the owner of the folder ``like``; never through a link."""
    descriptor = os.open(path, flags | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    if is_root():
        owner = like.stat()
        os.fchown(descriptor, owner.st_uid, owner.st_gid)
    return descriptor


def find_place(data_dir: Path) -> Place | None:
    """The place of a data folder's server, None where none was ever made; changes nothing."""
    link = data_dir / "postgres"
    if not link.exists():
        if link.is_symlink():
            message = (
                f"The database of {data_dir} was in {link.readlink()}, which is gone: put it back, or delete {link} to"
                " begin with an empty one."
            )
            raise ServerError(message)
        return None
    folder = link.resolve()
    cluster = folder / "cluster"
    if not cluster.exists():
        return Place(folder, _account_for(data_dir))
    account = _account(cluster.stat().st_uid)
    if account.uid != os.geteuid() and not is_root():
        message = (
            f"The database in {cluster} belongs to the user {account.name}: run this as that user or as root, or set"
            " LIMITEDTIMES_DATA_DIR to another folder."
        )
        raise ServerError(message)
    return Place(folder, account)


def make_place(data_dir: Path) -> Place:
    """Find the place of a data folder's server, or make one: in the folder, or where the server's user can reach it."""
    place = find_place(data_dir)
    if place is not None:
        return place
    link = data_dir / "postgres"
    account = _account_for(data_dir)
    if is_root() and not account.reaches(data_dir):
        servers = system_folder("servers")
        if not account.reaches(servers):
            message = (
                f"The user {account.name}, who runs the database, may not enter {servers}: chmod a+x it and above."
            )
            raise ServerError(message)
        folder = Path(tempfile.mkdtemp(dir=servers, prefix=""))
        folder.chmod(0o711)
        link.symlink_to(folder)
        return Place(folder, account)
    folder = link.resolve()
    folder.mkdir(mode=0o700)
    if is_root():
        owner = data_dir.stat()
        os.chown(folder, owner.st_uid, owner.st_gid)
        if owner.st_uid != account.uid:
            folder.chmod(0o711)
    return Place(folder, account)


def system_folder(*names: str) -> Path:
    """A folder of root's that all may enter, made if it is missing."""
    folder = SYSTEM_FOLDER.joinpath(*names)
    for path in dict.fromkeys((SYSTEM_FOLDER, folder)):
        if not path.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            # The umask of root may be strict.
            path.chmod(0o755)
    return folder


def _account_for(data_dir: Path) -> Account:
    owner = data_dir.stat().st_uid if is_root() else os.geteuid()
    if owner != 0:
        return _account(owner)
    for name in ("limitedtimes", "nobody"):
        try:
            return _account(pwd.getpwnam(name).pw_uid)
        except KeyError:
            continue
    message = "PostgreSQL refuses to run as root, and there is no user nobody: make a system user named limitedtimes."
    raise ServerError(message)


def _account(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:  # a container started with --user and a number: its group is the process's
        return Account(str(uid), uid, os.getegid() if uid == os.geteuid() else uid)
    return Account(entry.pw_name, uid, entry.pw_gid)


def _holds_a_socket(folder: Path) -> bool:
    # libpq takes a comma for the end of a host, PostgreSQL a quote for a quoted list.
    plain = re.fullmatch(r"[\w/. +@=:-]+", str(folder)) is not None
    return plain and len(os.fsencode(folder / ".s.PGSQL.5432")) <= _SOCKET_PATH_LIMIT
