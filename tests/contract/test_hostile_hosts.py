"""Hosts that mean harm, as far as a request gets: each ends in a stated reason within its limits."""

from __future__ import annotations

import asyncio
import gzip
import socket
import zlib
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from limitedtimes.errors import FetchError, RefusedError, TransientError
from limitedtimes.ingest.fetch.addresses import is_public, literal_address
from limitedtimes.ingest.fetch.decoding import BadContentError, BodyDecoder, TooLargeError
from limitedtimes.ingest.fetch.gate import MemoryGate
from limitedtimes.ingest.fetch.http import PoliteFetcher
from limitedtimes.ports import FetchLimits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PUBLIC, PRIVATE = "8.8.8.8", "127.0.0.1"


class ChangingResolver(AbstractResolver):
    """Gives the next of its answers each time it is asked, the last one for ever."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            ResolveResult(hostname=host, host=one, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)
            for one in answer
        ]

    async def close(self) -> None:
        return None


def fetcher(*allow: str, resolver: AbstractResolver | None = None) -> PoliteFetcher:
    return PoliteFetcher(
        user_agent="LimitedTimes/0 (+tests)", allow_hosts=allow, host_pause=0.0, gate=MemoryGate(), resolver=resolver
    )


async def refused(fetch: PoliteFetcher, url: str, seconds: float = 5.0, size: int = 1_000_000) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetch.fetch(url, robots=False, limits=FetchLimits(max_bytes=size, seconds=seconds))
    return caught.value


@asynccontextmanager
async def raw(*pieces: bytes, forever: bool = False, delay: float = 0.0) -> AsyncIterator[str]:
    """Answers each connection with exactly these bytes; ``forever`` repeats the last piece until the other side leaves."""
    tasks: list[asyncio.Task[None] | None] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.append(asyncio.current_task())
        try:
            await reader.readuntil(b"\r\n\r\n")
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(delay)
            while forever:
                writer.write(pieces[-1])
                await writer.drain()
                await asyncio.sleep(delay)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, PRIVATE, 0)
    async with server:
        yield f"http://{PRIVATE}:{server.sockets[0].getsockname()[1]}"
        await asyncio.gather(*(task for task in tasks if task))


# -- addresses ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    [
        *("2130706433", "0x7f.1", "017700000001", "0x7f000001", "127.1", "0", "0x0", "127.0.0.1.", "127.000.000.001"),
        *("[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[2002:7f00:1::1]"),
        *(
            "[::ffff:169.254.169.254]",
            "[fe80::1]",
            "[fc00::1]",
            "[fec0::1]",
            "[::1]",
            "[::]",
            "localhost.",
            "LOCALHOST",
        ),
        *("192.168.0.1", "172.16.0.1", "10.1", "100.64.0.1", "198.18.0.1", "192.0.0.8", "255.255.255.255", "240.0.0.1"),
        *("１２７.0.0.1", "①②⑦.0.0.1", "127。0。0。1", "[64:ff9b:1::7f00:1]", "[2001:db8::1]", "[2001::1]", "[100::1]"),
    ],
)
async def test_no_spelling_of_a_private_address_is_fetched(host: str) -> None:
    async with fetcher("paper.example", resolver=ChangingResolver([PRIVATE])) as fetch:
        error = await refused(fetch, f"http://{host}/")
    assert error.code in ("private_address", "bad_url")


@pytest.mark.parametrize(
    "url",
    ["http://a.example@127.0.0.1/", "http://a.example:80@127.0.0.1/", "http://a:b@a.example/", "http://%61@a.example/"],
)
async def test_user_names_before_a_host_are_refused(url: str) -> None:
    async with fetcher() as fetch:
        assert (await refused(fetch, url)).code == "credentials"


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1#@a.example/", "http://127.0.0.1?@a.example/", "http://127.0.0.1/@a.example"),
        *(
            "http://127.0.0.1\\@a.example/",
            "http://127.0.0.1%2f@a.example/",
            "http://127.0.0.1\t/",
            "http://127.0.0.1 /",
        ),
        *(
            "http://127.0.0.1%00.a.example/",
            "http://a.example\r\nHost: b/",
            "http://ex\u2024ample.\u2025/",
            "http://.../",
        ),
        *(
            "http://-/",
            "http://xn--/",
            "http://xn--a\u0000/",
            "http://" + "a" * 300 + ".example/",
            "http://[::1%25lo]/",
        ),
        *("http://[::ffff:127.0.0.1%eth0]/", "http://a..b/", "//127.0.0.1/", "http:127.0.0.1", "http:/127.0.0.1/"),
    ],
)
async def test_addresses_that_parsers_disagree_about_reach_nothing(url: str) -> None:
    async with fetcher(resolver=ChangingResolver([PRIVATE])) as fetch:
        assert (await refused(fetch, url)).code in ("private_address", "bad_url", "credentials", "scheme", "dns")


async def test_hosts_of_any_script_are_asked_for_by_their_ascii_name() -> None:
    asked: list[str] = []

    class Noting(ChangingResolver):
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
        ) -> list[ResolveResult]:
            asked.append(host)
            return await super().resolve(host, port, family)

    async with fetcher(resolver=Noting([PRIVATE])) as fetch:
        await refused(fetch, "http://новости.example/")
        await refused(fetch, "http://Bücher.example/")
    assert asked == ["xn--b1amnebsh.example", "xn--bcher-kva.example"]


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "2002:808:808::", "64:ff9b::808:808"]
)
def test_public_addresses_are_public_in_every_clothing(address: str) -> None:
    literal = literal_address(address)
    assert literal is not None
    assert is_public(literal)


async def test_only_the_address_that_was_checked_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    async def connect(addr_infos: list[tuple[object, ...]], **_: object) -> socket.socket:
        tried.extend(str(info[-1][0]) for info in addr_infos)  # type: ignore[index]  # a socket's address
        raise OSError(None, "nobody answers")

    monkeypatch.setattr("aiohttp.connector.aiohappyeyeballs.start_connection", connect)
    resolver = ChangingResolver([PUBLIC, PRIVATE], [PRIVATE])
    async with fetcher(resolver=resolver) as fetch:
        assert (await refused(fetch, "http://rebinding.example/")).code == "connection"
    assert set(tried) == {PUBLIC}
    async with fetcher(resolver=resolver) as fetch:
        error = await refused(fetch, "http://rebinding.example/")
    assert isinstance(error, RefusedError)
    assert set(tried) == {PUBLIC}


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/",
        "//127.0.0.1:1/",
        "http://[::ffff:10.0.0.1]/",
        "http://2130706433:1/",
        "http://inside.example/",
    ],
)
async def test_redirects_into_private_ranges_are_refused(target: str) -> None:
    head = f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()
    resolver = ChangingResolver([PRIVATE])
    async with raw(head) as base:
        place = base.replace(PRIVATE, "paper.example")
        async with fetcher(f"paper.example:{base.rpartition(':')[2]}", resolver=resolver) as fetch:
            error = await refused(fetch, place)
    assert isinstance(error, RefusedError)
    assert error.code == "private_address"


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("javascript:alert(1)", "scheme"),
        ("data:text/html,x", "scheme"),
        ("http://[", "bad_url"),
        ("gopher://a/", "scheme"),
    ],
)
async def test_redirects_to_what_is_no_page_are_refused(target: str, code: str) -> None:
    head = f"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()
    async with raw(head) as base, fetcher(PRIVATE) as fetch:
        assert (await refused(fetch, base)).code == code


# -- answers ------------------------------------------------------------------------------------------------------------

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("pieces", "forever", "codes"),
    [
        ((b"HTTP/1.1 100 Continue\r\n\r\n",), True, ("timeout", "bad_content")),
        ((b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n",), True, ("timeout", "bad_content")),
        ((OK, b"X-A: b\r\n"), True, ("timeout", "bad_content")),
        ((OK + b"X: ", b"x" * 1000), True, ("bad_content",)),
        ((b"H",), True, ("timeout", "bad_content")),
        ((CHUNKED, b"1\r\na\r\n"), True, ("timeout", "too_large")),
        ((CHUNKED, b"1000\r\n" + b"a" * 4096 + b"\r\n"), True, ("too_large", "timeout")),
        ((CHUNKED, b"1;" + b"x" * 1000), True, ("bad_content", "connection", "timeout")),
        ((CHUNKED + b"0\r\n", b"X-A: b\r\n"), True, ("bad_content", "connection", "timeout")),
        ((CHUNKED, b"fffffffffffffffff\r\n"), False, ("bad_content", "connection", "timeout")),
        ((CHUNKED, b"-5\r\nabc"), False, ("bad_content", "connection", "timeout")),
        ((CHUNKED, b"5\r\nab"), False, ("connection",)),
        ((CHUNKED, b"xyz\r\n"), False, ("bad_content", "connection", "timeout")),
        ((OK + b"Content-Length: 100\r\n\r\n", b"short"), False, ("connection",)),
        ((OK + b"Content-Length: 5\r\n\r\nshort and more",), False, ("bad_content",)),
        ((OK + b"Content-Length: -1\r\n\r\nx",), False, ("bad_content",)),
        ((OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",), False, ("bad_content",)),
        ((OK + b"Content-Length: 99999999999999999999\r\n\r\nx",), False, ("too_large", "bad_content")),
        ((b"<html>this is HTTP/0.9</html>",), False, ("bad_content",)),
        ((b"HTTP/9.9 200 OK\r\n\r\n",), False, ("bad_content", "connection")),
        ((b"HTTP/1.1 abc OK\r\n\r\n",), False, ("bad_content",)),
        ((b"HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n",), False, ("http_999",)),
        ((b"HTTP/1.1 200 " + b"O" * 100_000 + b"\r\n\r\n",), False, ("bad_content",)),
        ((b"HTTP/1.1 200 OK\r\nBad Header\x00: x\r\n\r\n",), False, ("bad_content",)),
        ((b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 50_000 + b"\r\n",), False, ("bad_content",)),
        ((b"\x16\x03\x01\x02\x00",), False, ("bad_content", "connection")),
        ((OK + b"Content-Encoding: gzip, gzip\r\n\r\n" + gzip.compress(gzip.compress(b"x")),), False, ("bad_content",)),
        ((OK + b"Content-Encoding: br\r\n\r\n" + b"\x0b\x02\x80abc\x03",), False, ("bad_content",)),
        ((OK + b"Content-Encoding: zstd\r\n\r\n" + b"\x28\xb5\x2f\xfd",), False, ("bad_content",)),
        ((OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"\0" * 5_000_000),), False, ("too_large",)),
        ((OK + b"Content-Encoding: deflate\r\n\r\n" + zlib.compress(b"\0" * 5_000_000),), False, ("too_large",)),
        ((OK + b"\r\n", b"x"), True, ("timeout",)),
    ],
)
async def test_every_bad_answer_ends_in_a_reason(
    pieces: tuple[bytes, ...], codes: tuple[str, ...], *, forever: bool
) -> None:
    async with raw(*pieces, forever=forever, delay=0.001) as base, fetcher(PRIVATE) as fetch:
        error = await refused(fetch, base, seconds=0.7)
    assert error.code in codes
    assert base in str(error)


async def test_a_download_is_handed_on_as_what_it_says_it_is() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=../../x.exe\r\n\r\nMZ"
    async with raw(head) as base, fetcher(PRIVATE) as fetch:
        response = await fetch.fetch(base, robots=False)
    assert response.page is not None
    assert (response.page.body, response.page.content_type) == (b"MZ", "application/octet-stream")


async def test_slow_headers_and_slow_bodies_are_transient() -> None:
    for pieces in ((b"H", b"T"), (OK + b"\r\n", b"x")):
        async with raw(*pieces, forever=True, delay=0.05) as base, fetcher(PRIVATE) as fetch:
            assert isinstance(await refused(fetch, base, seconds=0.2), TransientError | FetchError)


def fed(decoder: BodyDecoder, pieces: list[bytes]) -> None:
    for piece in pieces:
        decoder.feed(piece)


# -- bombs --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 7, 65_536])
def test_a_bomb_is_unpacked_to_the_limit_and_no_further_however_it_is_cut(size: int) -> None:
    packed = gzip.compress(b"\0" * 3_000_000)
    decoder = BodyDecoder("gzip", 100_000)
    with pytest.raises(TooLargeError):
        fed(decoder, [packed[start : start + size] for start in range(0, len(packed), size)])
    assert len(decoder.body) == 100_000


def test_many_small_streams_in_one_body_count_together() -> None:
    decoder = BodyDecoder("gzip", 100_000)
    with pytest.raises(TooLargeError):
        decoder.feed(gzip.compress(b"\0" * 1000) * 200)


def test_empty_streams_without_end_are_stopped_by_what_came_over_the_wire() -> None:
    decoder = BodyDecoder("gzip", 10_000)
    with pytest.raises(TooLargeError):
        fed(decoder, [gzip.compress(b"")] * 2000)


@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "zstd", "compress", "gzip, deflate", "chunked", "x" * 1000])
def test_codings_that_nobody_asked_for_are_not_undone(coding: str) -> None:
    with pytest.raises(BadContentError, match="not asked for"):
        BodyDecoder(coding, 1000)
