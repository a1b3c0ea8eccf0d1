"""The program under kill -9, SIGTERM and a database that goes away: nothing may be lost, stuck or doubled.

`make torture` runs this again and again. When things happen is drawn from a seed: TORTURE_SEED if set, else the one of
this test run (``--randomly-seed``); it is printed.
"""

from __future__ import annotations

import os
import random
import signal
import time
import urllib.request
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psutil
import pytest

from e2e.program import (
    Newsroom,
    Reader,
    assert_each_once,
    each_in_one_story,
    left_over,
    mistranslated,
    newsroom,
    status,
    until,
)
from limitedtimes.bench import press as generated
from limitedtimes.bench.pipeline import until_at_work
from limitedtimes.bench.program import running
from limitedtimes.demo.press.content import Press, expected, load_press
from limitedtimes.demo.press.server import serving
from limitedtimes.demo.show import wrong
from limitedtimes.ingest.page.extract import read_page
from limitedtimes.model.article import Page
from limitedtimes.presence import bind
from limitedtimes.wiring import make_detector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from limitedtimes.bench.press import Served
    from limitedtimes.bench.program import Group
    from limitedtimes.demo.press.server import PressServer
    from limitedtimes.export import Json


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Decides when things happen."""
    seed = os.environ.get("TORTURE_SEED") or request.config.getoption("randomly_seed", None) or time.time_ns()
    print(f"TORTURE_SEED={seed}")  # noqa: T201 - pytest shows it where a test fails
    return random.Random(str(seed))


@pytest.fixture(scope="module")
def small_press() -> Iterator[Served]:
    with generated.serving(articles=20, feeds=4, words=150, page_kb=20) as served:
        yield served


@pytest.fixture
def small_room(make_data_dir: Callable[[], Path], small_press: Served) -> Iterator[Newsroom]:
    """A newsroom that follows the small press; nobody works there yet."""
    with newsroom(make_data_dir(), [url.split("/")[2] for url in small_press.feeds]) as room:
        room.follow(small_press.feeds, language="pt")
        yield room


def test_a_killed_worker_and_a_killed_database_lose_and_double_nothing(
    make_data_dir: Callable[[], Path], chance: random.Random
) -> None:
    press = load_press()
    with (
        serving(press) as server,
        newsroom(make_data_dir(), [f"{outlet.host}:{server.port}" for outlet in press.outlets]) as room,
        running(room.data_dir, room.settings) as group,
    ):
        until_at_work(room.building, group)
        with Reader(group.address) as reader:
            room.follow(server.feed_urls().values())
            _kill_a_translator(room, group, chance)
            _kill_the_database(room, chance)
            room.command("refresh", "--wait")
            server.publish_correction()
            room.command("refresh", "--wait")
        assert not any(path.startswith(forbidden) for path in server.requests for forbidden in _disallowed(press))
        assert wrong(expected(press), room.rows()) == []
        assert left_over(room) == {}
        _holds_what_the_press_printed(room, press, server)
        each_in_one_story(room)
        _is_readable(room, group)
        assert set(reader.seen) <= {200, 503}


def _kill_a_translator(room: Newsroom, group: Group, chance: random.Random) -> None:
    """Kill a worker with -9 while it holds articles; its supervisor starts another in its place."""
    until(room.translating)
    time.sleep(chance.uniform(0, 3))
    victim = chance.choice(until(room.translating))
    before = {process.pid for process in group.processes("worker")}
    assert victim["pid"] in before
    os.kill(victim["pid"], signal.SIGKILL)
    assert room.leases(victim["name"]) > 0
    until(lambda: {process.pid for process in group.processes("worker")} - before)


def _kill_the_database(room: Newsroom, chance: random.Random) -> None:
    """Kill the database server with -9 while articles are translated; the supervisor starts it again."""
    time.sleep(chance.uniform(0, 4))
    until(room.translating)
    room.kill_database()


def _holds_what_the_press_printed(room: Newsroom, press: Press, server: PressServer) -> None:
    """Each whole article reads as when it is read in peace, and each of its sentences is translated once, in order."""
    corrected = {article.outlet.host + article.path for article in press.articles if article.correction}
    rows = room.rows()
    for row in (row for row in rows if row["state"] == "complete"):
        quietly = _read_in_peace(server, row)
        assert [row["title"]["source"], *(block["text"] for block in row["blocks"])] == quietly
        assert mistranslated(room, row) == []
    assert {_address(row) for row in rows if row["revision"] == 2} == corrected
    assert {row["revision"] for row in rows} == {1, 2}
    read = [row for row in rows if row["state"] != "excluded"]
    assert room.number("select count(*) from article_body") == len(read) + len(corrected)


def _read_in_peace(server: PressServer, row: Json) -> list[str]:
    parts = urlsplit(row["url"])
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}{parts.path}", headers={"Host": parts.netloc})
    with urllib.request.urlopen(request, timeout=30) as answer:
        page = Page(row["url"], answer.read(), answer.headers["Content-Type"])
    article = read_page(page, language="pt", detector=make_detector())
    return [article.title, *(block.text for block in article.blocks)]


def _address(row: Json) -> str:
    parts = urlsplit(row["url"])
    return f"{parts.hostname}{parts.path}"


def _is_readable(room: Newsroom, group: Group) -> None:
    shown = [row["id"] for row in room.rows() if row["visible_at"]]
    assert Counter(status(f"{group.address}/a/{number}") for number in shown) == {200: len(shown)}
    assert status(group.address) == 200


def _disallowed(press: Press) -> list[str]:
    return [article.outlet.host + article.path for article in press.articles if not article.robots]


def test_a_worker_that_is_asked_to_stop_ends_within_ten_seconds_and_gives_its_work_back(
    small_room: Newsroom, small_press: Served, chance: random.Random
) -> None:
    with small_room.process("worker") as worker:
        until(small_room.translating)
        time.sleep(chance.uniform(0, 1))
        worker.terminate()
        assert worker.wait(10) == 0
    assert small_room.number("select count(*) from article where state = 'waiting'") > 0
    assert small_room.number("select count(*) from pending_translation where leased_by is not null") == 0
    assert small_room.number("select count(*) from procrastinate_jobs where status <> 'todo'") == 0
    assert small_room.ask("select * from worker_process") == []
    small_room.command("refresh", "--wait")
    assert_each_once(small_room, small_press)


def test_a_worker_that_wakes_up_after_others_took_its_work_over_doubles_nothing(
    small_room: Newsroom, small_press: Served
) -> None:
    with small_room.process("worker") as sleeper:
        (known,) = until(small_room.translating)
        sleeper.suspend()
        with small_room.process("worker"):
            until(lambda: small_room.leases(known["name"]) == 0)
            until(small_room.translating)
            sleeper.resume()
            small_room.command("refresh", "--wait")
            assert_each_once(small_room, small_press)


def test_the_site_says_so_while_the_database_is_away_and_comes_back(small_room: Newsroom) -> None:
    with bind("127.0.0.1", 0) as bound:
        port = bound.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    with small_room.process("web", "--port", str(port)) as web:
        until(lambda: status(address) == 200)
        small_room.kill_database()
        until(lambda: status(address) == 503)
        small_room.command("sources", "list")  # any command starts the server
        until(lambda: status(address) == 200)
        web.terminate()
        assert web.wait(10) in (0, -signal.SIGTERM)
    assert not psutil.pid_exists(web.pid)
