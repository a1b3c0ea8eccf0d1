"""`sources check` against a small press on loopback."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner

from limitedtimes.cli import cli
from limitedtimes.ingest.fetch.gate import MemoryGate
from limitedtimes.ingest.fetch.http import PoliteFetcher
from limitedtimes.settings import PREFIX
from limitedtimes.subscriptions import Answer, Found, check_feeds

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

FEED = """<rss version='2.0'><channel><title>A</title><language>pt</language><item><link>/1</link>
<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate></item><item><link>/2</link><pubDate>Fri, 03 May 2024 12:00:00 GMT</pubDate></item></channel></rss>"""


async def good(_: web.Request) -> web.Response:
    return web.Response(text=FEED, content_type="application/rss+xml")


async def empty(_: web.Request) -> web.Response:
    return web.Response(text="<rss><channel><title>E</title></channel></rss>", content_type="text/xml")


async def page(_: web.Request) -> web.Response:
    return web.Response(text="<html><body>404</body></html>", content_type="text/html")


async def home(_: web.Request) -> web.Response:
    return web.Response(
        text="<html><link rel='alternate' type='application/rss+xml' href='/good'></html>", content_type="text/html"
    )


async def moved(_: web.Request) -> web.Response:
    raise web.HTTPMovedPermanently("/good")


async def broken(_: web.Request) -> web.Response:
    raise web.HTTPInternalServerError


async def robots(_: web.Request) -> web.Response:
    return web.Response(text="User-agent: *\nDisallow: /secret\n")


ROUTES: dict[str, Callable[[web.Request], Awaitable[web.StreamResponse]]] = {
    "/good": good,
    "/empty": empty,
    "/page": page,
    "/home": home,
    "/moved": moved,
    "/broken": broken,
    "/secret": good,
    "/robots.txt": robots,
}


async def press() -> TestServer:
    app = web.Application()
    for path, handler in ROUTES.items():
        app.router.add_get(path, handler)
    server = TestServer(app)
    await server.start_server()
    return server


async def test_each_feed_says_how_it_is() -> None:
    server = await press()
    base = str(server.make_url("")).rstrip("/")
    paths = ["good", "empty", "page", "moved", "broken", "secret", "gone"]
    feeds = [Found(f"{base}/{path}", path, language="de") for path in paths] + [
        Found(f"{base}/home", "home", f"{base}/home")
    ]
    answers: dict[str, Answer] = {}
    async with PoliteFetcher(
        user_agent="LimitedTimes/0", allow_hosts=("127.0.0.1",), host_pause=0, gate=MemoryGate()
    ) as fetcher:
        async for answer in check_feeds(fetcher, feeds):
            answers[answer.name] = answer
    await server.close()
    assert answers.keys() == {*paths, "home"}
    assert (answers["good"].error, answers["good"].entries, answers["good"].language) == (None, 2, "pt")
    assert answers["good"].newest is not None
    assert answers["good"].newest.hour == 12
    assert answers["good"].remarks == ("it says that its language is pt, not de",)
    assert answers["empty"].remarks == ("it has no entries",)
    assert "web page" in (answers["page"].error or "")
    assert answers["moved"].moved_to == f"{base}/good"
    assert (answers["broken"].status, answers["gone"].status) == (500, 404)
    assert "robots.txt" in (answers["secret"].error or "")
    assert (answers["home"].url, answers["home"].error) == (f"{base}/good", None)


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, list[str], str]]:
    """Runs `sources check` on feeds of the press, by their paths."""
    monkeypatch.setenv(PREFIX + "DATA_DIR", str(tmp_path))
    monkeypatch.setenv(PREFIX + "ALLOW_HOSTS", "127.0.0.1")

    def run(*words: str, paths: tuple[str, ...]) -> tuple[int, list[str], str]:
        async def checked() -> tuple[int, list[str], str]:
            server = await press()
            outlines = "".join(f"<outline text='{path}' xmlUrl='{server.make_url('/' + path)}'/>" for path in paths)
            file = tmp_path / "feeds.opml"
            file.write_text(f"<opml version='2.0'><body>{outlines}</body></opml>")
            done = await asyncio.to_thread(CliRunner().invoke, cli, ["sources", "check", str(file), *words])
            await server.close()
            return done.exit_code, done.stdout.splitlines(), done.stderr

        return asyncio.run(checked())

    return run


def test_the_command_says_it_in_words(listed: Callable[..., tuple[int, list[str], str]]) -> None:
    status, lines, remarks = listed(paths=("good",))
    assert status == 0
    assert lines[0].startswith("ok     good")
    assert "2 entries; newest 2024-05-03 12:00 UTC" in lines[1]
    assert "1 of 1 feeds answer" in remarks


def test_one_that_fails_makes_the_status_1(listed: Callable[..., tuple[int, list[str], str]]) -> None:
    status, lines, remarks = listed("--json", paths=("good", "gone"))
    rows = {row["name"]: row for row in map(json.loads, lines)}
    assert status == 1
    assert remarks == ""
    assert (rows["good"]["ok"], rows["gone"]["ok"], rows["gone"]["status"]) == (True, False, 404)
    assert rows["good"].keys() == {
        *("name", "feed", "ok", "error", "status", "entries", "newest", "language", "moved_to", "remarks"),
    }


def test_a_file_and_the_starter_list_are_one_too_many(tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text("<opml version='2.0'><body><outline text='a' xmlUrl='https://a.example/'/></body></opml>")
    done = CliRunner().invoke(cli, ["sources", "check", str(file), "--starter"])
    assert "Name a file" in str(done.exception)
