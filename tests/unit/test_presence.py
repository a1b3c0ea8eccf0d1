from __future__ import annotations

import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import LimitedTimesError
from limitedtimes.presence import bind, present, require_free_port, stop_present

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import signal, sys, threading
from pathlib import Path
from limitedtimes.presence import present
ended = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: ended.set())
with present(Path(sys.argv[1])):
    print("here", flush=True)
    ended.wait(60)
"""


def test_a_second_group_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    refused = pytest.raises(LimitedTimesError, match=rf"process {os.getpid()}.*limitedtimes down")
    with present(tmp_path), refused, present(tmp_path):
        pass
    with present(tmp_path):
        pass


def test_groups_in_other_folders_do_not_mind(tmp_path: Path) -> None:
    with present(tmp_path / "a"), present(tmp_path / "b"):
        pass


def test_who_is_asked_to_end_ends(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"here\n"
        assert stop_present(tmp_path)
        assert process.wait(10) == 0
    assert not stop_present(tmp_path)


def test_what_a_killed_process_left_behind_stops_nobody(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    assert (tmp_path / "up.pid").read_text() == str(process.pid)
    assert not stop_present(tmp_path)
    with present(tmp_path):
        pass


def test_where_nothing_ever_ran_nothing_is_stopped(tmp_path: Path) -> None:
    assert not stop_present(tmp_path / "none")


def test_who_does_not_end_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("limitedtimes.presence._PATIENCE", 0.1)
    monkeypatch.setattr("limitedtimes.presence.os.kill", lambda *_: None)
    with present(tmp_path), pytest.raises(LimitedTimesError, match=f"Process {os.getpid()} did not end"):
        stop_present(tmp_path)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_port_that_is_taken_is_one_sentence(host: str) -> None:
    with bind(host, 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(LimitedTimesError, match=rf"Port {port} on {host} is taken.*--port"):
            require_free_port(host, port)
    require_free_port(host, port)


def test_a_port_that_was_used_a_moment_ago_is_free() -> None:
    with bind("127.0.0.1", 0) as server:
        server.listen()
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            server.accept()[0].close()  # the side that closes first keeps the port for a minute
    require_free_port("127.0.0.1", port)
