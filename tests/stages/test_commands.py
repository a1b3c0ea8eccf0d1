"""The commands about outlets and articles, run as processes against a press on loopback."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes.demo.press.content import load_press
from limitedtimes.demo.press.server import serving
from limitedtimes.settings import PREFIX
from limitedtimes.store.embedded import server, server_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OUTLET = "hafenbote"  # its language has no model: seven articles that cost no translation


class Program:
    """Runs the program as a user does, in a data folder of its own."""

    def __init__(self, folder: Path, **more: str) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
        own = {PREFIX + name: value for name, value in {"DATA_DIR": str(folder), **more}.items()}
        self.folder = folder
        self.environment = {**kept, **own}

    def __call__(self, *arguments: str, given: str = "", status: int = 0) -> subprocess.CompletedProcess[str]:
        """Run a command that ends with this status."""
        done = subprocess.run(
            [sys.executable, "-m", "limitedtimes", *arguments],
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert "Traceback" not in done.stderr
        assert done.returncode == status, done.stderr
        return done

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start a command that goes on."""
        command = [sys.executable, "-m", "limitedtimes", *arguments]
        return subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE, text=True)

    def rows(self, *arguments: str) -> list[dict[str, Any]]:
        """The JSON lines that a command prints."""
        return [json.loads(line) for line in self(*arguments).stdout.splitlines()]


def one_sentence(text: str) -> str:
    """What was said, which must be one line."""
    (line,) = text.splitlines()
    return line


@pytest.fixture(scope="module")
def feed() -> Iterator[str]:
    """The address of a small outlet's home page."""
    press = load_press()
    outlets = tuple(outlet for outlet in press.outlets if outlet.slug == OUTLET)
    articles = tuple(article for article in press.articles if article.outlet.slug == OUTLET)
    with serving(replace(press, outlets=outlets, articles=articles)) as served:
        yield served.url(OUTLET)


@pytest.fixture(scope="module")
def program(make_data_dir: Callable[[], Path], feed: str) -> Iterator[Program]:
    """The program, following the outlet, after a first round."""
    folder = make_data_dir()
    with server(folder):  # so that not every command starts and stops it
        made = Program(folder, ALLOW_HOSTS=feed.split("/")[2], HOST_PAUSE="0")
        said = made("add", feed, "--country", "DE").stdout
        assert said.startswith("Following Der Hafenbote: http://hafenbote.localhost")
        done = made("refresh", "--wait")
        assert done.stdout == "7 articles: 7 untranslated\n"
        assert "7 untranslated" in done.stderr
        yield made


def test_an_outlet_is_followed_once(program: Program, feed: str) -> None:
    assert program("add", feed).stdout.startswith("Already following Der Hafenbote")


def test_where_no_feed_is_nothing_is_followed(program: Program, feed: str) -> None:
    assert "404" in one_sentence(program("add", feed + "nowhere", status=1).stderr)
    refused = program("add", "http://10.0.0.1/", status=1).stderr
    assert "ALLOW_HOSTS" in one_sentence(refused)


def test_feeds_are_listed_with_their_health(program: Program) -> None:
    row = next(row for row in program.rows("sources", "list", "--json") if row["slug"] == "der-hafenbote")
    assert (row["name"], row["language"], row["country"], row["state"], row["failures"]) == (
        "Der Hafenbote",
        "de",
        "DE",
        "active",
        0,
    )
    assert row["last_success"]
    text = program("sources").stdout
    assert "der-hafenbote" in text
    assert "ok" in text


def test_all_articles_are_exported(program: Program) -> None:
    rows = program.rows("export", "articles")
    assert [row["state"] for row in rows] == ["untranslated"] * 7
    assert {row["reason"]["message"] for row in rows} == {"no model for German, `limitedtimes models add de`"}
    assert len(program.rows("export", "articles", "--since", "24h")) == 7
    assert program.rows("export", "articles", "--since", "2999-01-01") == []


def test_articles_are_found_in_their_own_language(program: Program) -> None:
    rows = program.rows("search", "Stoltenberg", "--json")
    assert rows
    assert rows[0].keys() >= {"id", "url", "title", "language", "state"}
    assert program.rows("search", "Stoltenberg", "--language", "pt", "--json") == []
    assert program("search", "Wolkenkuckucksheim").stdout == ""


def test_lists_of_feeds_go_out_and_come_in(program: Program, tmp_path: Path) -> None:
    (tmp_path / "all.opml").write_text(program("sources", "export").stdout)
    assert program("sources", "import", str(tmp_path / "all.opml")).stdout.startswith("0 new of ")


def test_an_outlet_is_paused_resumed_and_removed(program: Program, tmp_path: Path) -> None:
    (tmp_path / "x.opml").write_text(
        "<opml version='2.0'><body><outline text='Other' xmlUrl='http://10.0.0.1/feed'/></body></opml>"
    )
    assert program("sources", "import", str(tmp_path / "x.opml")).stdout.startswith("1 new of 1 feeds")

    assert program("sources", "pause", "other").stdout == "1 of 1 feeds now paused.\n"
    assert [row["state"] for row in program.rows("sources", "list", "--json") if row["slug"] == "other"] == ["paused"]
    assert program("sources", "resume", "other").stdout == "1 of 1 feeds now active.\n"
    program("sources", "remove", "other", given="n\n", status=130)
    assert program("sources", "remove", "other", "--yes").stdout == "Removed Other and 0 articles.\n"
    assert [row for row in program.rows("sources", "list", "--json") if row["slug"] == "other"] == []


@pytest.mark.parametrize("command", [["pause"], ["resume"], ["remove", "--yes"]], ids=" ".join)
def test_an_outlet_that_nobody_knows_is_wrong_use(program: Program, command: list[str]) -> None:
    done = program("sources", command[0], "no-such-outlet", *command[1:], status=2)
    assert "no-such-outlet" in one_sentence(done.stderr)


def test_an_article_is_tried_again(program: Program) -> None:
    number = program.rows("export", "articles")[0]["id"]
    assert program("retry", str(number)).stdout == "7 articles: 7 untranslated\n"
    assert program("retry", "--failed").stdout == "7 articles: 7 untranslated\n"
    assert "999999" in one_sentence(program("retry", "999999", status=1).stderr)


def test_the_doctor_finds_everything_in_order(program: Program) -> None:
    findings = {row["what"]: (row["level"], row["text"]) for row in program.rows("doctor", "--json")}
    assert findings["database server"][0] == "ok"
    assert "running" in findings["database server"][1]
    assert findings["schema"] == ("ok", "up to date")
    assert findings["articles"] == ("ok", "7 articles: 7 untranslated")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


def answered(port: int, process: subprocess.Popen[str]) -> str:
    """The front page, as soon as there is one."""
    pause = threading.Event()
    for _ in range(300):
        assert process.poll() is None
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as response:
                return str(response.read().decode())
        except (urllib.error.URLError, ConnectionError):
            pause.wait(0.1)
    pytest.fail("the site did not answer")


def test_everything_comes_up_and_goes_down(make_data_dir: Callable[[], Path]) -> None:
    program = Program(make_data_dir(), WORKERS="1")
    port = free_port()
    with program.start("up", "--port", str(port)) as group:
        try:
            assert "The Limited Times" in answered(port, group)
            assert server_status(program.folder).running
            again = one_sentence(program("up", "--port", str(free_port()), status=1).stderr)
            assert f"process {group.pid}" in again
            assert "limitedtimes down" in again
            taken = one_sentence(program("web", "--port", str(port), status=1).stderr)
            assert f"Port {port}" in taken
            down = program("down")
            assert one_sentence(down.stderr).startswith("Stopped the program")
            assert group.wait(20) == 0
        finally:
            group.kill()
        assert group.stderr is not None
        assert "Traceback" not in group.stderr.read()
    assert not server_status(program.folder).running
    assert one_sentence(program("down").stderr) == "Nothing was running."


@pytest.mark.parametrize("command", ["up", "web"])
def test_a_port_that_is_taken_is_one_sentence(make_data_dir: Callable[[], Path], command: str) -> None:
    program = Program(make_data_dir())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = one_sentence(program(command, "--port", str(port), status=1).stderr)
    assert said.startswith(f"Port {port} on 127.0.0.1 is taken")
    assert not server_status(program.folder).running
