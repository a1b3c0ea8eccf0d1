"""Manners towards hosts: their robots.txt, their reservations, and the rest that they ask for."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from limitedtimes.errors import BusyError, FetchError, HeldBackError, RefusedError, TransientError
from limitedtimes.ingest.fetch.gate import MemoryGate
from limitedtimes.ingest.fetch.http import PoliteFetcher
from limitedtimes.ingest.fetch.reservations import parse_reservations
from limitedtimes.store.hosts import HostGate as StoredGate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from limitedtimes.ingest.fetch.gate import HostGate
    from limitedtimes.ports import Response
    from limitedtimes.store.database import Database

ROBOTS, TDMREP = "/robots.txt", "/.well-known/tdmrep.json"


class Host:
    """A server with fixed answers (404 elsewhere) that remembers what it was asked."""

    def __init__(self, answers: Mapping[str, web.Response]) -> None:
        self.asked: list[str] = []
        self._answers = answers

    async def _handle(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        found = self._answers.get(request.path) or web.Response(status=404)
        return web.Response(body=found.body, status=found.status, headers=found.headers)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._handle)
        async with TestServer(app) as server:
            yield str(server.make_url("")).rstrip("/")


def fetcher(gate: HostGate | None = None) -> PoliteFetcher:
    hosts = ("127.0.0.1", "other.localhost")
    return PoliteFetcher(
        user_agent="LimitedTimes/0 (+tests)", allow_hosts=hosts, host_pause=0.0, gate=gate or MemoryGate()
    )


def text(body: str | bytes, status: int = 200, **headers: str) -> web.Response:
    data = body.encode() if isinstance(body, str) else body
    return web.Response(
        body=data, status=status, headers={name.replace("_", "-"): one for name, one in headers.items()}
    )


async def fetched(answers: Mapping[str, web.Response], path: str = "/a") -> Response:
    async with Host({"/a": text("ok"), **answers}).serving() as base, fetcher() as fetch:
        return await fetch.fetch(base + path)


def reservation(response: Response) -> list[str]:
    assert response.page is not None
    return [value for name, value in response.page.headers if name.lower() == "tdm-reservation"]


# -- robots.txt ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ("User-agent: *\nDisallow: /a", False),
        ("\ufeffUser-agent: *\nDisallow: /a", False),
        ("user-agent: limitedtimes\r\ndisallow: /a\r\n", False),
        ("User-agent: LimitedTimes/0.1\nDisallow: /a", False),
        ("User-agent: *\nDisallow: /a\n\nUser-agent: LimitedTimes\nDisallow:", True),
        ("User-agent: other\nUser-agent: LimitedTimes\nDisallow: /a", False),
        ("User-agent: Other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\nAllow: /a$", True),
        ("User-agent: *\nDisallow: /*a", False),
        ("<html><body>User-agent: *<br>Disallow: /a</body></html>", True),
        ("\x00\xff\x00", True),
        ("", True),
        ("Disallow: /a", True),
        ("User-agent: *\nCrawl-delay: -5\nDisallow: /b", True),
        ("User-agent: *\nCrawl-delay: inf and more\nDisallow: /b", True),
        ("User-agent: *\nDisallow: /" + "*a" * 5000 + "\nDisallow: /b", True),
    ],
)
async def test_robots_txt_is_read_as_it_comes(robots: str, *, allowed: bool) -> None:
    answers = {ROBOTS: text(robots)}
    if allowed:
        assert (await fetched(answers)).status == 200
    else:
        with pytest.raises(RefusedError) as caught:
            await fetched(answers)
        assert caught.value.code == "robots"


async def test_robots_txt_that_moved_is_followed() -> None:
    moved = {ROBOTS: text("", 301, Location="/rules.txt"), "/rules.txt": text("User-agent: *\nDisallow: /a")}
    with pytest.raises(RefusedError):
        await fetched(moved)


async def test_robots_txt_that_goes_in_circles_is_none() -> None:
    assert (await fetched({ROBOTS: text("", 301, Location=ROBOTS)})).status == 200


# -- reservations -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "path", "reserved"),
    [
        ([{"location": "/", "tdm-reservation": 1}], "/a", True),
        ([{"location": "/", "tdm-reservation": 0}], "/a", False),
        ([{"location": "/", "tdm-reservation": "1"}], "/a", True),
        ([{"location": "*", "tdm-reservation": 1}], "/a", True),
        ([{"location": "/news/*", "tdm-reservation": 1}], "/news/a", True),
        ([{"location": "/news/*", "tdm-reservation": 1}], "/a", False),
        ([{"location": "news/", "tdm-reservation": 1}], "/news/a", True),
        ([{"location": "/*.html$", "tdm-reservation": 1}], "/a.html", True),
        ([{"location": "/*.html$", "tdm-reservation": 1}], "/a.html?x", False),
        ([{"location": "/", "tdm-reservation": 1}, {"location": "/open/", "tdm-reservation": 0}], "/open/a", False),
        ([{"location": "/open/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}], "/open/a", False),
        ([{"location": "/open/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}], "/a", True),
        ({"location": "/", "tdm-reservation": 1}, "/a", True),
        ([{"location": "/\nAllow: /", "tdm-reservation": 1}], "/a", False),
        ([{"location": "/", "tdm-reservation": True}], "/a", False),
        ([{"location": 5, "tdm-reservation": 1}, "x", None], "/a", False),
        ("x", "/a", False),
    ],
)
def test_rules_of_a_site_are_matched_like_those_of_robots_txt(rules: object, path: str, *, reserved: bool) -> None:
    assert parse_reservations(json.dumps(rules).encode()).allows("https://a.example" + path) is not reserved


@pytest.mark.parametrize("data", [b"", b"<html>", b"[" * 100_000, b"\xff\xfe", b'[{"location":'])
def test_what_is_no_json_reserves_nothing(data: bytes) -> None:
    assert parse_reservations(data).allows("https://a.example/a")


async def test_a_reserved_page_says_so_although_only_its_site_does() -> None:
    rules = json.dumps([{"location": "/a", "tdm-reservation": 1}])
    assert reservation(await fetched({TDMREP: text(rules)})) == ["1"]
    assert reservation(await fetched({TDMREP: text(rules), "/b": text("ok")}, "/b")) == []


async def test_the_page_s_own_word_goes_before_its_site_s() -> None:
    rules = text(json.dumps([{"location": "/", "tdm-reservation": 1}]))
    page = text("ok", TDM_Reservation="0")
    assert reservation(await fetched({TDMREP: rules, "/a": page})) == ["0"]


@pytest.mark.parametrize("answer", [text("", 404), text("", 500), text("no JSON"), text("", 301, Location=TDMREP)])
async def test_a_site_without_rules_reserves_nothing(answer: web.Response) -> None:
    assert reservation(await fetched({TDMREP: answer})) == []


async def test_a_site_is_asked_for_its_rules_once_and_not_for_pictures() -> None:
    host = Host({"/a": text("ok"), "/b": text("ok"), "/c.jpg": text("ok")})
    async with host.serving() as base, fetcher() as fetch:
        await fetch.fetch(f"{base}/c.jpg", accept="image/*")
        assert host.asked == [ROBOTS, "/c.jpg"]
        await asyncio.gather(fetch.fetch(f"{base}/a"), fetch.fetch(f"{base}/b"))
    assert host.asked.count(ROBOTS) == host.asked.count(TDMREP) == 1


# -- a rest -------------------------------------------------------------------------------------------------------------


@pytest.fixture(params=["of one process", "of all processes"])
def gate(request: pytest.FixtureRequest) -> HostGate:
    if request.param == "of one process":
        return MemoryGate()
    database: Database = request.getfixturevalue("database")
    return StoredGate(database)


@pytest.mark.parametrize("status", [429, 503])
async def test_a_host_that_asks_for_a_rest_is_left_alone_altogether(status: int, gate: HostGate) -> None:
    host = Host({"/a": text("", status, Retry_After="600"), "/b": text("ok")})
    async with host.serving() as base, fetcher(gate) as fetch:
        with pytest.raises(TransientError) as first:
            await fetch.fetch(f"{base}/a", robots=False)
        with pytest.raises(HeldBackError) as second:
            await fetch.fetch(f"{base}/b", robots=False)
        port = base.rpartition(":")[2]
        assert (await fetch.fetch(f"http://other.localhost:{port}/b", robots=False)).status == 200
    assert (first.value.code, first.value.retry_after) == (f"http_{status}", 600.0)
    assert second.value.code == "held_back"
    assert 500 < (second.value.retry_after or 0) <= 600
    assert "asked for no more requests" in str(second.value)
    assert host.asked == ["/a", "/b"]


async def test_a_host_that_asks_for_a_year_is_asked_again_after_an_hour(gate: HostGate) -> None:
    host = Host({"/a": text("", 429, Retry_After="31536000")})
    async with host.serving() as base, fetcher(gate) as fetch:
        for _ in range(2):
            with pytest.raises(TransientError) as caught:
                await fetch.fetch(f"{base}/a", robots=False)
    assert 3000 < (caught.value.retry_after or 0) <= 3600


async def test_an_error_without_a_rest_holds_nobody_back(gate: HostGate) -> None:
    host = Host({"/a": text("", 503), "/b": text("ok")})
    async with host.serving() as base, fetcher(gate) as fetch:
        with pytest.raises(TransientError):
            await fetch.fetch(f"{base}/a", robots=False)
        assert (await fetch.fetch(f"{base}/b", robots=False)).status == 200


async def test_too_many_requests_are_answered_with_a_rest_even_where_none_is_named(database: Database) -> None:
    host = Host({"/a": text("", 429), "/b": text("ok")})
    async with host.serving() as base, fetcher(StoredGate(database)) as fetch:
        with pytest.raises(TransientError):
            await fetch.fetch(f"{base}/a", robots=False)
        with pytest.raises(BusyError) as caught:
            await fetch.fetch(f"{base}/b", robots=False)
    assert 20 < (caught.value.retry_after or 0) <= 31
    assert host.asked == ["/a"]


async def test_a_short_rest_is_waited_for() -> None:
    gate, clock = MemoryGate(), asyncio.get_running_loop().time
    async with gate.slot("a:80", 0.0) as hold_back:
        started = clock()
        hold_back(0.1)
    async with gate.slot("a:80", 0.0):
        assert clock() - started >= 0.1


async def test_a_rest_is_no_reason_to_forget_what_a_host_allows() -> None:
    host = Host({ROBOTS: text("", 429, Retry_After="600"), "/a": text("ok")})
    async with host.serving() as base, fetcher() as fetch:
        for _ in range(3):
            with pytest.raises(FetchError) as caught:
                await fetch.fetch(f"{base}/a")
            assert caught.value.retry_after is not None
    assert host.asked == [ROBOTS]
