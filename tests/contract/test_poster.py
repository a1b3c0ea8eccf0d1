"""The Poster port, against real servers on loopback."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from limitedtimes.errors import FetchError, RefusedError, TransientError
from limitedtimes.ingest.fetch.gate import MemoryGate
from limitedtimes.ingest.fetch.http import PoliteFetcher
from limitedtimes.ports import FetchLimits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

FORM = {"hub.mode": "subscribe", "hub.topic": "https://a.example/?x=ü&y=1"}


class Place:
    """A server that keeps what it is sent; ``answer`` makes its answers."""

    def __init__(self, answer: Callable[[web.Request], Awaitable[web.Response]] | None = None) -> None:
        self.sent: list[tuple[str, str, dict[str, str]]] = []
        self._answer = answer

    async def handle(self, request: web.Request) -> web.Response:
        self.sent.append((request.method, request.path, {k: str(v) for k, v in (await request.post()).items()}))
        return await self._answer(request) if self._answer else web.Response(status=202, text="thanks")

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_route("*", "/{tail:.*}", self.handle)
        async with TestServer(app) as server:
            yield str(server.make_url("")).rstrip("/")


def fetcher(*allow: str) -> PoliteFetcher:
    hosts = allow or ("127.0.0.1",)
    return PoliteFetcher(user_agent="LimitedTimes/0 (+tests)", allow_hosts=hosts, host_pause=0.0, gate=MemoryGate())


def answering(status: int, **headers: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        last = request.path == "/end"
        return web.Response(status=202 if last else status, headers=None if last else headers)

    return answer


async def test_a_form_arrives_as_it_was_given_and_robots_txt_is_not_asked() -> None:
    place = Place()
    async with place.serving() as base, fetcher() as poster:
        response = await poster.post(f"{base}/hub", FORM)
    assert place.sent == [("POST", "/hub", FORM)]
    assert response.status == 202
    assert response.page is not None
    assert response.page.body == b"thanks"


@pytest.mark.parametrize("status", [307, 308])
async def test_redirects_that_keep_the_method_are_followed(status: int) -> None:
    place = Place(answering(status, Location="/end"))
    async with place.serving() as base, fetcher() as poster:
        response = await poster.post(f"{base}/start", FORM)
    assert response.status == 202
    assert place.sent == [("POST", "/start", FORM), ("POST", "/end", FORM)]


@pytest.mark.parametrize("status", [301, 302, 303])
async def test_redirects_that_change_the_method_are_not(status: int) -> None:
    place = Place(answering(status, Location="/end"))
    async with place.serving() as base, fetcher() as poster:
        with pytest.raises(FetchError) as caught:
            await poster.post(f"{base}/start", FORM)
    assert (caught.value.code, len(place.sent)) == (f"http_{status}", 1)


async def test_a_redirect_into_a_private_range_is_refused() -> None:
    place = Place(answering(307, Location="http://10.0.0.1/"))
    async with place.serving() as base, fetcher() as poster:
        with pytest.raises(RefusedError) as caught:
            await poster.post(f"{base}/start", FORM)
    assert caught.value.code == "private_address"


async def test_a_circle_of_redirects_ends() -> None:
    place = Place(answering(308, Location="/start"))
    async with place.serving() as base, fetcher() as poster:
        with pytest.raises(FetchError) as caught:
            await poster.post(f"{base}/start", FORM)
    assert caught.value.code == "redirect_loop"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://0x7f000001:9/", "http://[::1]:9/", "file:///etc/passwd"]
)
async def test_private_addresses_get_no_form(url: str) -> None:
    async with fetcher("hub.example") as poster:
        with pytest.raises(RefusedError):
            await poster.post(url, FORM)


async def test_what_is_too_long_is_cut_since_nobody_reads_it() -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=202, body=b"x" * 100_000)

    place = Place(answer)
    async with place.serving() as base, fetcher() as poster:
        response = await poster.post(base, FORM, limits=FetchLimits(max_bytes=1000))
    assert response.page is not None
    assert len(response.page.body) <= 1000


@pytest.mark.parametrize(("status", "kind"), [(503, TransientError), (429, TransientError), (404, FetchError)])
async def test_a_refusal_is_an_error_with_its_status(status: int, kind: type[FetchError]) -> None:
    place = Place(answering(status, **{"Retry-After": "120"}))
    async with place.serving() as base, fetcher() as poster:
        with pytest.raises(kind) as caught:
            await poster.post(f"{base}/hub", FORM)
    assert caught.value.status == status
    assert caught.value.retry_after == (120.0 if kind is TransientError else None)
