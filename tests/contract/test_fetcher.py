"""The Fetcher port, against real servers on loopback."""

from __future__ import annotations

import asyncio
import gzip
import socket
import zlib
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from limitedtimes.errors import BusyError, FetchError, RefusedError, TransientError
from limitedtimes.ingest.fetch.gate import MemoryGate
from limitedtimes.ingest.fetch.http import PoliteFetcher
from limitedtimes.ports import FetchLimits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

    from limitedtimes.ports import HoldBack

NOW = datetime(2024, 5, 3, 12, 0, 0, tzinfo=UTC)


class FixedResolver(AbstractResolver):
    """Answers every name with one address."""

    def __init__(self, address: str) -> None:
        self.address = address

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002 - the signature is aiohttp's
    ) -> list[ResolveResult]:
        kind = socket.AF_INET6 if ":" in self.address else socket.AF_INET
        return [ResolveResult(hostname=host, host=self.address, port=port, family=kind, proto=0, flags=0)]

    async def close(self) -> None:
        return None


def fetcher(
    *allow: str, pause: float = 0.0, resolver: AbstractResolver | None = None, now: datetime = NOW
) -> PoliteFetcher:
    return PoliteFetcher(
        user_agent="LimitedTimes/0 (+tests)",
        allow_hosts=allow or ("127.0.0.1",),
        host_pause=pause,
        gate=MemoryGate(),
        now=lambda: now,
        resolver=resolver,
    )


@asynccontextmanager
async def serving(routes: Mapping[str, Callable[[web.Request], Awaitable[web.StreamResponse]]]) -> AsyncIterator[str]:
    app = web.Application()
    for path, handler in routes.items():
        app.router.add_get(path, handler)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


@asynccontextmanager
async def raw_server(*pieces: bytes, forever: bool = False, delay: float = 0.0) -> AsyncIterator[tuple[str, list[int]]]:
    """Answers each connection with exactly these bytes; ``forever`` repeats the last piece until the other side hangs up."""
    sent: list[int] = []
    tasks: list[asyncio.Task[None] | None] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        total = 0
        tasks.append(asyncio.current_task())
        try:
            await reader.readuntil(b"\r\n\r\n")
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                total += len(piece)
            while forever:
                writer.write(pieces[-1])
                await writer.drain()
                total += len(pieces[-1])
                await asyncio.sleep(delay)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            sent.append(total)
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        yield f"http://127.0.0.1:{port}", sent
        await asyncio.gather(*(task for task in tasks if task))


def answering(text: str = "ok", **keywords: object) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handler(_request: web.Request) -> web.Response:
        return web.Response(text=text, **keywords)  # type: ignore[arg-type]  # passed through

    return handler


def redirecting(status: int, location: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    return answering("", status=status, headers={"Location": location})


async def refused(fetch: PoliteFetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetch.fetch(url, robots=False)
    return caught.value


async def test_page_comes_with_its_address_type_and_headers() -> None:
    async with serving({"/a": answering("olá", headers={"X-Here": "1"})}) as base, fetcher() as fetch:
        response = await fetch.fetch(f"{base}/a#part")
    assert response.status == 200
    assert response.page is not None
    assert response.page.url == f"{base}/a"
    assert response.page.body == "olá".encode()
    assert response.page.content_type == "text/plain; charset=utf-8"
    assert ("X-Here", "1") in response.page.headers
    assert response.moved_to is None


async def test_user_agent_and_accepted_codings_are_sent() -> None:
    seen: dict[str, str] = {}

    async def handler(request: web.Request) -> web.Response:
        seen.update(request.headers)
        return web.Response(text="ok")

    async with serving({"/": handler}) as base, fetcher() as fetch:
        await fetch.fetch(base, robots=False, accept="text/x-test")
    assert seen["User-Agent"] == "LimitedTimes/0 (+tests)"
    assert seen["Accept-Encoding"] == "gzip, deflate"
    assert seen["Accept"] == "text/x-test"
    assert "Cookie" not in seen


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://press.localhost:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://127.1:{port}/",
        "http://１２７.0.0.1:{port}/",
        "http://0.0.0.0:{port}/",
        "http://10.0.0.8/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://224.0.0.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[::]/",
    ],
)
async def test_private_addresses_are_refused_in_every_spelling(url: str) -> None:
    async with serving({"/": answering()}) as base, fetcher("other.example") as fetch:
        error = await refused(fetch, url.format(port=base.rpartition(":")[2]))
    assert isinstance(error, RefusedError)
    assert error.code == "private_address"
    assert "LIMITEDTIMES_ALLOW_HOSTS" in str(error)


@pytest.mark.parametrize("address", ["127.0.0.1", "192.168.1.1", "::1", "::ffff:10.0.0.1", "100.100.100.100"])
async def test_names_that_resolve_to_private_addresses_are_refused(address: str) -> None:
    async with fetcher("other.example", resolver=FixedResolver(address)) as fetch:
        error = await refused(fetch, "http://intranet.example/")
    assert isinstance(error, RefusedError)
    assert error.code == "private_address"


async def test_name_may_be_allowed_with_or_without_port() -> None:
    async with serving({"/": answering()}) as base:
        port = base.rpartition(":")[2]
        for allowed in ("paper.localhost", f"paper.localhost:{port}", f"Paper.LOCALHOST:{port}"):
            async with fetcher(allowed) as fetch:
                response = await fetch.fetch(f"http://paper.localhost:{port}/", robots=False)
                assert response.status == 200
        async with fetcher("paper.localhost:1") as fetch:
            assert (await refused(fetch, f"http://paper.localhost:{port}/")).code == "private_address"


async def test_redirect_to_a_private_address_is_refused_although_the_first_host_is_allowed() -> None:
    async with serving({"/": answering("secret")}) as inner:
        port = inner.rpartition(":")[2]
        async with (
            serving({"/": redirecting(302, f"http://127.0.0.1:{port}/")}) as outer,
            fetcher("paper.localhost") as fetch,
        ):
            error = await refused(fetch, f"http://paper.localhost:{outer.rpartition(':')[2]}/")
    assert isinstance(error, RefusedError)
    assert error.code == "private_address"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("ftp://example.org/x", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("http://user:secret@example.org/", "credentials"),
        ("http:///x", "bad_url"),
        ("http://[::1/", "bad_url"),
        ("http://example.org:99999/", "bad_url"),
        ("", "scheme"),
    ],
)
async def test_addresses_that_cannot_be_fetched_are_named(url: str, code: str) -> None:
    async with fetcher() as fetch:
        assert (await refused(fetch, url)).code == code


async def test_redirect_to_another_scheme_is_refused() -> None:
    async with serving({"/": redirecting(302, "file:///etc/passwd")}) as base, fetcher() as fetch:
        assert (await refused(fetch, base)).code == "scheme"


async def test_redirect_loop_ends() -> None:
    routes = {"/a": redirecting(302, "/b"), "/b": redirecting(302, "/a")}
    async with serving(routes) as base, fetcher() as fetch:
        assert (await refused(fetch, f"{base}/a")).code == "redirect_loop"


async def test_endless_redirects_end() -> None:
    async def onward(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": f"/{int(request.match_info['n']) + 1}"})

    async with serving({"/{n}": onward}) as base, fetcher() as fetch:
        assert (await refused(fetch, f"{base}/1")).code == "too_many_redirects"


@pytest.mark.parametrize(
    ("first", "second", "moved"), [(301, 308, True), (301, 302, False), (302, 301, False), (307, 303, False)]
)
async def test_only_a_wholly_permanent_chain_moves_the_address(first: int, second: int, moved: bool) -> None:
    routes = {"/a": redirecting(first, "/b"), "/b": redirecting(second, "/c"), "/c": answering()}
    async with serving(routes) as base, fetcher() as fetch:
        response = await fetch.fetch(f"{base}/a")
    assert response.page is not None
    assert response.page.url == f"{base}/c"
    assert response.moved_to == (f"{base}/c" if moved else None)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, FetchError),
        (410, FetchError),
        (403, FetchError),
        (408, TransientError),
        (425, TransientError),
        (429, TransientError),
        (500, TransientError),
        (503, TransientError),
    ],
)
async def test_statuses_become_errors(status: int, kind: type[FetchError]) -> None:
    async with serving({"/": answering(status=status)}) as base, fetcher() as fetch:
        error = await refused(fetch, base)
    assert type(error) is kind
    assert error.code == f"http_{status}"
    assert error.status == status
    assert error.retry_after is None


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        ("Fri, 03 May 2024 12:05:00 GMT", 300.0),
        ("Fri, 03 May 2024 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
    ],
)
async def test_retry_after_is_understood(header: str, seconds: float | None) -> None:
    async with serving({"/": answering(status=429, headers={"Retry-After": header})}) as base, fetcher() as fetch:
        assert (await refused(fetch, base)).retry_after == seconds


@pytest.mark.parametrize("etag", ['"abc"', 'W/"abc"', "unquoted", '"a b,c"', '"quo"te"', "W/'single'"])
async def test_validators_come_back_byte_for_byte(etag: str) -> None:
    date = "Fri, 3 May 2024 9:0:0 +0200"

    async def handler(request: web.Request) -> web.Response:
        headers = {"ETag": etag, "Last-Modified": date}
        same = request.headers.get("If-None-Match") == etag and request.headers.get("If-Modified-Since") == date
        return web.Response(status=304 if same else 200, headers=headers)

    async with serving({"/": handler}) as base, fetcher() as fetch:
        first = await fetch.fetch(base, robots=False)
        assert first.page is not None
        assert (first.etag, first.last_modified) == (etag, date)
        second = await fetch.fetch(base, robots=False, etag=first.etag, last_modified=first.last_modified)
    assert second.status == 304
    assert second.page is None
    assert second.etag == etag


async def test_max_age_is_told() -> None:
    async with (
        serving({"/": answering(headers={"Cache-Control": "public, max-age=900"})}) as base,
        fetcher() as fetch,
    ):
        assert (await fetch.fetch(base)).max_age == 900.0


async def test_announced_large_body_is_not_read() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n"
    async with raw_server(head, b"x" * 65536, forever=True) as (base, sent), fetcher() as fetch:
        assert (await refused(fetch, base)).code == "too_large"
    assert sent[0] < 20_000_000


async def test_body_that_never_ends_is_stopped() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    async with raw_server(head, b"x" * 65536, forever=True) as (base, sent), fetcher() as fetch:
        assert (await refused(fetch, base)).code == "too_large"
    assert sent[0] < 20_000_000


@pytest.mark.parametrize("wbits", [31, 15, -15])
async def test_compressed_bomb_is_not_unpacked(wbits: int) -> None:
    packer = zlib.compressobj(9, wbits=wbits)
    packed = packer.compress(b"\0" * 50_000_000) + packer.flush()
    coding = "gzip" if wbits == 31 else "deflate"

    async def bomb(_request: web.Request) -> web.Response:
        return web.Response(body=packed, headers={"Content-Encoding": coding})

    async with serving({"/": bomb}) as base, fetcher() as fetch:
        assert len(packed) < 100_000
        assert (await refused(fetch, base)).code == "too_large"


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(b"hello " * 50, mtime=0)),
        ("gzip", gzip.compress(b"hello " * 20, mtime=0) + gzip.compress(b"hello " * 30, mtime=0)),
        ("deflate", zlib.compress(b"hello " * 50)),
        ("deflate", zlib.compress(b"hello " * 50)[2:-4]),
        ("identity", b"hello " * 50),
    ],
)
async def test_codings_are_undone(coding: str, body: bytes) -> None:
    async def handler(_request: web.Request) -> web.Response:
        return web.Response(body=body, headers={"Content-Encoding": coding})

    async with serving({"/": handler}) as base, fetcher() as fetch:
        page = (await fetch.fetch(base)).page
    assert page is not None
    assert page.body == b"hello " * 50


@pytest.mark.parametrize(
    ("coding", "body"),
    [("gzip", b"plain"), ("gzip", gzip.compress(b"cut off " * 500, mtime=0)[:-20]), ("br", b"\x0b\x02\x80abc\x03")],
)
async def test_body_that_cannot_be_decoded_is_named(coding: str, body: bytes) -> None:
    async def handler(_request: web.Request) -> web.Response:
        return web.Response(body=body, headers={"Content-Encoding": coding})

    async with serving({"/": handler}) as base, fetcher() as fetch:
        assert (await refused(fetch, base)).code == "bad_content"


async def test_slow_drip_runs_out_of_time() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    async with raw_server(head, b"x", forever=True, delay=0.02) as (base, _), fetcher() as fetch:
        with pytest.raises(TransientError) as caught:
            await fetch.fetch(base, robots=False, limits=FetchLimits(seconds=0.3))
    assert caught.value.code == "timeout"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n", "bad_content"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n", "bad_content"),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "bad_content"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", "connection"),
        (b"", "connection"),
    ],
)
async def test_broken_http_is_an_error(answer: bytes, code: str) -> None:
    async with raw_server(answer) as (base, _), fetcher() as fetch:
        assert (await refused(fetch, base)).code == code


async def test_unreachable_hosts_are_transient(unused_tcp_port: int) -> None:
    async with fetcher() as fetch:
        error = await refused(fetch, f"http://127.0.0.1:{unused_tcp_port}/")
    assert isinstance(error, TransientError)
    assert error.code == "connection"


async def test_unknown_names_are_transient() -> None:
    class NoResolver(FixedResolver):
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[ResolveResult]:
            raise OSError(None, f"{host} ({port}, {family}) is not known")

    async with fetcher(resolver=NoResolver("")) as fetch:
        error = await refused(fetch, "http://nowhere.example/")
    assert isinstance(error, TransientError)
    assert error.code == "dns"


ROBOTS = "User-agent: *\nDisallow: /\n\nUser-agent: LimitedTimes\nDisallow: /private\nCrawl-delay: 600\n"


async def test_robots_rules_for_this_program_are_obeyed() -> None:
    asked: list[str] = []

    async def page(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(text="ok")

    routes = {"/robots.txt": answering("User-agent: *\nDisallow: /\n\nUser-agent: LimitedTimes\nDisallow: /private\n")}
    async with serving({**routes, "/{path:.*}": page}) as base, fetcher() as fetch:
        assert (await fetch.fetch(f"{base}/open")).status == 200
        with pytest.raises(RefusedError) as caught:
            await fetch.fetch(f"{base}/private/1")
        assert (await fetch.fetch(f"{base}/private/1", robots=False)).status == 200
    assert caught.value.code == "robots"
    assert "127.0.0.1" in str(caught.value)
    assert asked == ["/.well-known/tdmrep.json", "/open", "/private/1"]


async def test_robots_are_asked_once_a_day() -> None:
    asked: list[str] = []
    clock = [NOW]

    async def page(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response(text="")

    fetch = PoliteFetcher(
        user_agent="LimitedTimes", allow_hosts=["127.0.0.1"], host_pause=0, gate=MemoryGate(), now=lambda: clock[0]
    )
    async with serving({"/{path:.*}": page}) as base, fetch:
        await asyncio.gather(*(fetch.fetch(f"{base}/{n}") for n in range(5)))
        assert asked.count("/robots.txt") == 1
        clock[0] = datetime(2024, 5, 4, 12, 0, 1, tzinfo=UTC)
        await fetch.fetch(f"{base}/6")
    assert asked.count("/robots.txt") == 2


@pytest.mark.parametrize("status", [404, 401, 410])
async def test_missing_robots_allow_everything(status: int) -> None:
    async with serving({"/robots.txt": answering(status=status), "/a": answering()}) as base, fetcher() as fetch:
        assert (await fetch.fetch(f"{base}/a")).status == 200


@pytest.mark.parametrize("status", [500, 503, 429])
async def test_unavailable_robots_put_off_everything(status: int) -> None:
    routes = {"/robots.txt": answering(status=status, headers={"Retry-After": "60"}), "/a": answering()}
    async with serving(routes) as base, fetcher() as fetch:
        for _ in range(2):
            with pytest.raises(TransientError) as caught:
                await fetch.fetch(f"{base}/a")
            assert caught.value.code == "robots_unavailable"
            assert caught.value.retry_after == 60.0


class BusyOnceGate(MemoryGate):
    """Somebody else has the host's turn, once."""

    def __init__(self) -> None:
        super().__init__()
        self.refused = False

    @asynccontextmanager
    async def slot(self, host_port: str, pause: float) -> AsyncIterator[HoldBack]:
        if not self.refused:
            self.refused = True
            raise BusyError("busy", code="busy", url=host_port, retry_after=0.1)
        async with super().slot(host_port, pause) as hold_back:
            yield hold_back


async def test_a_busy_host_says_nothing_about_its_robots() -> None:
    async def page(request: web.Request) -> web.Response:
        return web.Response(text="x") if request.path == "/page" else web.Response(status=404)

    async with serving({"/page": page, "/robots.txt": page}) as site:
        polite = PoliteFetcher(
            user_agent="LimitedTimes/0 (+tests)", allow_hosts=("127.0.0.1",), host_pause=0.0, gate=BusyOnceGate()
        )
        async with polite:
            with pytest.raises(BusyError):
                await polite.fetch(f"{site}/page")
            assert (await polite.fetch(f"{site}/page")).status == 200


async def test_robots_apply_to_redirects() -> None:
    routes = {
        "/robots.txt": answering("User-agent: *\nDisallow: /b"),
        "/a": redirecting(302, "/b"),
        "/b": answering("secret"),
    }
    async with serving(routes) as base, fetcher() as fetch:
        with pytest.raises(RefusedError) as caught:
            await fetch.fetch(f"{base}/a")
    assert caught.value.code == "robots"


async def test_overlong_robots_are_read_to_the_limit() -> None:
    text = "User-agent: *\nDisallow: /b\n" + "# filler\n" * 100_000
    async with serving({"/robots.txt": answering(text), "/b": answering()}) as base, fetcher() as fetch:
        with pytest.raises(RefusedError):
            await fetch.fetch(f"{base}/b")


class RecordingGate(MemoryGate):
    """Notes the pauses asked for, without pausing."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []

    @asynccontextmanager
    async def slot(self, host_port: str, pause: float) -> AsyncIterator[HoldBack]:
        self.pauses.append(pause)
        async with super().slot(host_port, 0.0) as hold_back:
            yield hold_back


async def test_pauses_follow_the_crawl_delay_up_to_a_minute() -> None:
    gate = RecordingGate()
    fetch = PoliteFetcher(user_agent="LimitedTimes", allow_hosts=["127.0.0.1"], host_pause=2.0, gate=gate)
    async with serving({"/robots.txt": answering(ROBOTS), "/a": answering()}) as base, fetch:
        await fetch.fetch(f"{base}/a")
        await fetch.fetch(f"{base}/a", robots=False)
    assert gate.pauses == [0.0, 60.0, 60.0, 60.0]


async def test_hosts_that_are_not_allowed_by_name_get_the_usual_pause() -> None:
    gate = RecordingGate()
    fetch = PoliteFetcher(
        user_agent="LimitedTimes", allow_hosts=[], host_pause=2.0, gate=gate, resolver=FixedResolver("127.0.0.1")
    )
    async with fetch:
        await refused(fetch, "http://public.example/")
    assert gate.pauses == [2.0]


async def test_one_request_at_a_time_per_host() -> None:
    running: dict[str, int] = {}
    most: dict[str, int] = {}
    everywhere: list[int] = []

    async def slow(request: web.Request) -> web.Response:
        host = request.host
        running[host] = running.get(host, 0) + 1
        most[host] = max(most.get(host, 0), running[host])
        everywhere.append(sum(running.values()))
        await asyncio.sleep(0.02)
        running[host] -= 1
        return web.Response(text="ok")

    async with serving({"/{n}": slow}) as base, fetcher("a.localhost", "b.localhost") as fetch:
        port = base.rpartition(":")[2]
        urls = [f"http://{host}.localhost:{port}/{n}" for n in range(4) for host in "ab"]
        await asyncio.gather(*(fetch.fetch(url, robots=False) for url in urls))
    assert set(most.values()) == {1}
    assert max(everywhere) == 2


async def test_gate_keeps_the_pause_between_requests() -> None:
    gate = MemoryGate()
    clock = asyncio.get_running_loop().time
    async with gate.slot("a:80", 0.05):
        pass
    ended = clock()
    async with gate.slot("b:80", 0.05):
        other = clock()
    async with gate.slot("a:80", 0.05):
        again = clock()
    assert again - ended >= 0.05
    assert other <= again


async def test_gate_is_free_again_after_an_error() -> None:
    gate = MemoryGate()
    with pytest.raises(ValueError, match="inside"):
        async with gate.slot("a:80", 0.0):
            raise ValueError("inside")
    async with asyncio.timeout(1), gate.slot("a:80", 0.0):
        pass
