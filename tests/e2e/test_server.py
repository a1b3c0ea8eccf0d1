"""The embedded server with real processes: simultaneous starts, kill -9, stale files, a full disk."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import psycopg
import pytest

from limitedtimes.errors import ServerError
from limitedtimes.store import cluster, place
from limitedtimes.store.binaries import copy_binaries, find_binaries
from limitedtimes.store.embedded import ensure_server, server, server_status, stop_server

if TYPE_CHECKING:
    from collections.abc import Iterator

IS_ROOT = os.geteuid() == 0
as_root = pytest.mark.skipif(not IS_ROOT, reason="needs root")
as_user = pytest.mark.skipif(IS_ROOT, reason="root may do everything")

CLIENT = """
import json, sys
from pathlib import Path
from limitedtimes.store.embedded import server, server_status
folder = Path(sys.argv[1])
with server(folder) as conninfo:
    print(json.dumps([conninfo, server_status(folder).pid]), flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def data_dir() -> Iterator[Path]:
    """A folder that root's server can reach, unlike ``tmp_path``, with a name that shells and libpq could trip over."""
    root = Path(tempfile.mkdtemp())
    root.chmod(0o755)
    folder = root / 'da ta, "q" $x'
    try:
        yield folder
    finally:
        with contextlib.suppress(ServerError):
            stop_server(folder)
        shutil.rmtree(root)


def client(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CLIENT, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def joined(process: subprocess.Popen[str]) -> tuple[str, int]:
    assert process.stdout is not None
    conninfo, pid = json.loads(process.stdout.readline())
    return str(conninfo), int(pid)


@contextmanager
def stranger() -> Iterator[subprocess.Popen[bytes]]:
    """A process that is none of ours and has to stay alive."""
    with subprocess.Popen(["sleep", "60"]) as process:
        try:
            yield process
            assert process.poll() is None
        finally:
            process.kill()


def pid_of(folder: Path) -> int:
    pid = server_status(folder).pid
    assert pid is not None
    return pid


def until_gone(pid: int) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            time.sleep(0.02)


def test_a_first_start_makes_a_unicode_database_that_only_its_owner_can_reach(data_dir: Path) -> None:
    with server(data_dir) as conninfo, psycopg.connect(conninfo) as connection:
        query = "select datname, pg_encoding_to_char(encoding), datlocale from pg_database where datname = current_database()"
        assert connection.execute(query).fetchone() == ("limitedtimes", "UTF8", "C.UTF-8")
        words = connection.execute("select to_tsvector('simple', '“Müller” — «École»')::text").fetchone()
        assert words == ("'müller':1 'école':2",)
        assert connection.execute("show listen_addresses").fetchone() == ("",)
        assert connection.execute("show fsync").fetchone() == ("on",)
        sockets = connection.execute("show unix_socket_directories").fetchone()
        assert sockets is not None
        assert Path(sockets[0]).stat().st_mode & 0o077 == 0


def test_the_extensions_that_the_store_needs_are_there(data_dir: Path) -> None:
    with server(data_dir) as conninfo, psycopg.connect(conninfo) as connection:
        connection.execute("create extension vector; create extension pg_trgm; create extension unaccent")


def test_the_last_one_out_stops_the_server(data_dir: Path) -> None:
    with server(data_dir):
        with server(data_dir):
            pid = pid_of(data_dir)
        assert pid_of(data_dir) == pid
    status = server_status(data_dir)
    assert not status.running
    assert status.size > 1_000_000
    until_gone(pid)


def test_what_was_committed_is_there_at_the_next_start(data_dir: Path) -> None:
    with server(data_dir) as conninfo, psycopg.connect(conninfo) as connection:
        connection.execute("create table kept (word text)")
        connection.execute("insert into kept values ('жизнь')")
    with server(data_dir) as conninfo, psycopg.connect(conninfo) as connection:
        assert connection.execute("select word from kept").fetchone() == ("жизнь",)


def test_five_first_starts_at_once_share_one_server(data_dir: Path) -> None:
    with contextlib.ExitStack() as stack:
        clients = [stack.enter_context(client(data_dir)) for _ in range(5)]
        assert len({joined(process) for process in clients}) == 1
        for process in clients:
            process.communicate()
            assert process.returncode == 0
    assert not server_status(data_dir).running


def test_a_server_outlives_kill_9_of_its_users_and_is_adopted(data_dir: Path) -> None:
    with client(data_dir) as process:
        conninfo, pid = joined(process)
        process.kill()
    with server(data_dir) as adopted:
        assert (adopted, pid_of(data_dir)) == (conninfo, pid)
    assert not server_status(data_dir).running


def test_a_killed_server_is_started_again_for_who_is_inside(data_dir: Path) -> None:
    with server(data_dir) as conninfo:
        pid = pid_of(data_dir)
        psutil.Process(pid).kill()
        assert ensure_server(data_dir) == conninfo
        assert pid_of(data_dir) != pid
        psycopg.connect(conninfo).close()


def test_a_start_killed_while_it_makes_the_cluster_leaves_nothing_in_the_way(data_dir: Path) -> None:
    made = data_dir / "postgres"
    with client(data_dir) as process:
        while not list(made.glob("making-*/PG_VERSION")):
            assert process.poll() is None
            time.sleep(0.001)
        process.kill()
    assert not (made / "cluster").exists()
    with server(data_dir) as conninfo:
        psycopg.connect(conninfo).close()
    assert list(made.glob("making-*")) == []


@pytest.mark.parametrize("content", ["{pid}\n{cluster}\n0\n5432\n", "", "rubbish"])
def test_a_stale_pid_file_does_not_stop_a_start(data_dir: Path, content: str) -> None:
    with server(data_dir):
        folder = server_status(data_dir).folder
    with stranger() as other:
        (folder / "postmaster.pid").write_text(content.format(pid=other.pid, cluster=folder))
        with server(data_dir) as conninfo:
            psycopg.connect(conninfo).close()


def test_a_server_that_cannot_be_told_to_be_ours_is_not_signalled(data_dir: Path) -> None:
    with server(data_dir):
        folder = server_status(data_dir).folder
    with stranger() as other, (data_dir / "postgres" / "alive.lock").open() as elsewhere:
        fcntl.flock(elsewhere, fcntl.LOCK_EX)
        (folder / "postmaster.pid").write_text(f"{other.pid}\n{folder}\n")
        with pytest.raises(ServerError, match="stop it there"):
            stop_server(data_dir)


def test_down_stops_the_server_whoever_uses_it(data_dir: Path) -> None:
    assert not stop_server(data_dir)
    with client(data_dir) as process:
        _, pid = joined(process)
        assert stop_server(data_dir)
        assert not server_status(data_dir).running
        until_gone(pid)
        assert not stop_server(data_dir)
        process.communicate()
        assert process.returncode == 0


def test_down_makes_no_data_folder(data_dir: Path) -> None:
    assert not stop_server(data_dir)
    assert not server_status(data_dir).running
    assert not data_dir.exists()


def test_two_data_folders_have_two_servers(data_dir: Path) -> None:
    other = data_dir.with_name("other")
    with server(data_dir) as one, server(other) as two:
        assert one != two
        assert pid_of(data_dir) != pid_of(other)


def test_leaving_after_the_data_folder_was_deleted_is_quiet(data_dir: Path) -> None:
    data_dir = data_dir.with_name("plain")  # its socket is inside and goes with it
    with server(data_dir):
        pid = pid_of(data_dir)
        psutil.Process(pid).send_signal(signal.SIGQUIT)
        until_gone(pid)
        shutil.rmtree(data_dir)
    assert not data_dir.exists()


def test_a_cluster_of_another_version_is_refused_with_both_numbers(data_dir: Path) -> None:
    with server(data_dir):
        folder = server_status(data_dir).folder
    (folder / "PG_VERSION").write_text("19\n")
    with pytest.raises(ServerError, match=r"of PostgreSQL 19 and this program brings 18\.") as caught, server(data_dir):
        pass
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_no_database_is_left_alone(data_dir: Path) -> None:
    with server(data_dir):
        folder = server_status(data_dir).folder
    (folder / "PG_VERSION").unlink()
    with pytest.raises(ServerError, match="not a PostgreSQL database"), server(data_dir):
        pass
    assert (folder / "base").is_dir()


def test_a_server_that_does_not_start_is_quoted_in_one_line(data_dir: Path) -> None:
    with server(data_dir):
        folder = server_status(data_dir).folder
    with (folder / "postgresql.auto.conf").open("a") as conf:
        conf.write("no_such_setting = 1\n")
    with pytest.raises(ServerError, match=r"did not start.*no_such_setting") as caught, server(data_dir):
        pass
    assert "\n" not in str(caught.value)


def test_a_data_folder_that_is_a_file_is_a_sentence(data_dir: Path) -> None:
    data_dir.write_text("not a folder")
    with pytest.raises(ServerError, match="LIMITEDTIMES_DATA_DIR"), server(data_dir):
        pass


@as_user
def test_a_data_folder_that_cannot_be_written_to_is_a_sentence(data_dir: Path) -> None:
    data_dir.mkdir(mode=0o500)
    with pytest.raises(ServerError, match=r"Permission denied"), server(data_dir):
        pass


@as_root
def test_a_full_disk_is_a_sentence_and_room_is_enough_to_recover(data_dir: Path) -> None:
    data_dir.mkdir(mode=0o755)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=10m,mode=755", "tmpfs", data_dir], check=False)
    if mounted.returncode != 0:
        pytest.skip("no file system may be mounted here")
    try:
        with pytest.raises(ServerError, match=r"The disk is full: .* MB are free.*make room"), server(data_dir):
            pass
        subprocess.run(["mount", "-o", "remount,size=200m", data_dir], check=True)
        with server(data_dir) as conninfo, psycopg.connect(conninfo) as connection:
            connection.execute("create table kept (word text)")
        filler = data_dir / "filler"
        with contextlib.suppress(OSError):
            filler.write_bytes(bytes(200_000_000))
        with pytest.raises(ServerError, match="The disk is full"), server(data_dir):
            pass
        filler.unlink()
        with server(data_dir) as conninfo, psycopg.connect(conninfo) as connection:
            connection.execute("insert into kept values ('a')")
    finally:
        stop_server(data_dir)
        subprocess.run(["umount", data_dir], check=True)


@as_root
def test_a_plain_user_runs_a_server_of_its_own_and_root_can_use_it(data_dir: Path) -> None:
    user = pwd.getpwnam("daemon")
    if not importable_by(user.pw_uid):
        pytest.skip("the Python of this run cannot be read by other users")
    data_dir.mkdir()
    os.chown(data_dir, user.pw_uid, user.pw_gid)
    for _ in range(2):
        with subprocess.Popen(
            [sys.executable, "-c", CLIENT, data_dir],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            extra_groups=(),
            cwd="/",
            user=user.pw_uid,
            group=user.pw_gid,
        ) as process:
            _, pid = joined(process)
            assert psutil.Process(pid).username() == "daemon"
            process.communicate()
            assert process.returncode == 0
        with server(data_dir) as conninfo:
            psycopg.connect(conninfo).close()
            assert psutil.Process(pid_of(data_dir)).username() == "daemon"


def importable_by(uid: int) -> bool:
    with contextlib.suppress(PermissionError):
        program = [sys.executable, "-c", "import limitedtimes.store.embedded"]
        return subprocess.run(program, check=False, capture_output=True, user=uid, cwd="/").returncode == 0
    return False


@as_root
def test_a_server_of_root_runs_as_a_system_user(data_dir: Path) -> None:
    with server(data_dir):
        assert psutil.Process(pid_of(data_dir)).username() in {"limitedtimes", "nobody"}


@as_root
def test_root_copies_programs_and_makes_the_cluster_where_its_servers_user_can_reach_them(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir(mode=0o700)
    found = copy_binaries(find_binaries(), hidden)
    monkeypatch.setattr(cluster, "find_binaries", lambda: found)
    system = data_dir.with_name("var lib")
    monkeypatch.setattr(place, "SYSTEM_FOLDER", system)
    for _ in range(2):
        with server(hidden) as conninfo:
            assert system in server_status(hidden).folder.parents
            assert Path(psutil.Process(pid_of(hidden)).exe()).is_relative_to(system)
            psycopg.connect(conninfo).close()
    assert hidden.stat().st_mode & 0o777 == 0o700
