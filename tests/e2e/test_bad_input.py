"""Bad input from real servers through the whole program: each ends in a stated reason or a visible state."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from aiohttp import web

from limitedtimes import rounds, settings, wiring
from limitedtimes.errors import DatabaseUnavailableError
from limitedtimes.model.source import FeedState
from limitedtimes.store import sources
from limitedtimes.store.database import Database
from limitedtimes.store.embedded import ensure_server, server_status
from limitedtimes.subscriptions import Found, follow
from newsdesk import get

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from limitedtimes.model.source import Feed
    from limitedtimes.store.database import Row
    from limitedtimes.wiring import House

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_LOOPBACK = "127.0.0.1"
TEXT = (
    "<p>Os ministros chegaram a Lisboa na quinta-feira e falaram durante seis horas.</p>"
    "<p>A reunião terminou sem acordo, disse o porta-voz, mas as conversações continuam amanhã.</p>"
    "<p>Os pescadores esperam uma decisão até ao fim do ano.</p>"
)
PAGE = f"<html lang='pt'><head><title>Ministros em Lisboa</title></head><body><article><h1>Ministros em Lisboa</h1>{TEXT}</article></body></html>"
BASQUE = "".join(
    f"<p>{text}</p>"
    for text in (
        "Ministroak Lisboara iritsi ziren ostegunean eta sei orduz hitz egin zuten arrantzaleekin.",
        "Bilera akordiorik gabe amaitu zen, bozeramaileak esan zuenez, baina elkarrizketek aurrera jarraituko dute bihar.",
        "Arrantzaleek erabaki bat espero dute urtea amaitu baino lehen.",
    )
)


def answer(body: str | bytes = "", status: int = 200, kind: str = "text/html", **headers: str) -> Handler:
    """Always the same answer; an underscore in a header's name stands for a hyphen."""

    async def handler(_: web.Request) -> web.Response:
        data = body.encode() if isinstance(body, str) else body
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(body=data, status=status, headers={"Content-Type": kind, **fields})

    return handler


def in_turn(*handlers: Handler) -> Handler:
    """One answer after the other; the last one for ever."""
    left = list(handlers)

    async def handler(request: web.Request) -> web.StreamResponse:
        return await (left.pop(0) if len(left) > 1 else left[0])(request)

    return handler


def flood(megabytes: int | None) -> Handler:
    """So many megabytes, or without an end."""

    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        with contextlib.suppress(ConnectionError):
            await response.prepare(request)
            await response.write(b"<html><body>")
            sent = 0
            while megabytes is None or sent < megabytes:
                await response.write(b"<p>a</p>" * 131_072)
                sent += 1
        return response

    return handler


async def circle(request: web.Request) -> web.Response:
    """Redirect from a to b and back."""
    other = "loop-b" if request.path.endswith("loop-a") else "loop-a"
    return web.Response(status=302, headers={"Location": "/" + other})


async def to_the_inside(request: web.Request) -> web.Response:
    """Redirect to an address on this machine that nobody has allowed."""
    return web.Response(status=302, headers={"Location": f"http://{_LOOPBACK}:{request.url.port}/secret"})


ARTICLES: dict[str, Handler] = {
    "good": answer(PAGE),
    "missing": answer(status=404),
    "shaky": in_turn(answer(status=500), answer(PAGE)),
    "loop-a": circle,
    "loop-b": circle,
    "inside": to_the_inside,
    "large": answer(b"x" * 50_000_000),
    "larger": flood(50),
    "endless": flood(None),
    "empty": answer(""),
    "wordless": answer("<html><body><h1>Sem texto</h1><img src='/a.jpg'></body></html>"),
    "undated": answer(PAGE),
    "basque": answer(f"<html lang='eu'><body><article><h1>Ministroak Lisboan</h1>{BASQUE}</article></body></html>"),
    "mislabelled": answer(PAGE.encode("cp1252"), kind="text/html; charset=utf-8"),
    "not-gzip": answer(PAGE, Content_Encoding="gzip"),
    "bomb": answer(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"),
    "nested": answer("<div>" * 100_000 + PAGE),
    "pdf": answer(b"%PDF-1.7 \x00\xff", kind="application/pdf"),
    "broken-html": answer(PAGE.replace("</p>", "").replace("</article></body></html>", "<div><b><table>")),
}
EXPECTED = {
    "good": ("complete", None),
    "missing": ("partial", "http_404"),
    "shaky": ("complete", None),
    "loop-a": ("partial", "redirect_loop"),
    "inside": ("partial", "private_address"),
    "large": ("partial", "too_large"),
    "larger": ("partial", "too_large"),
    "endless": ("partial", "too_large"),
    "empty": ("partial", "no_text"),
    "wordless": ("partial", "no_text"),
    "undated": ("complete", None),
    "basque": ("untranslated", "no_model"),
    "mislabelled": ("complete", None),
    "not-gzip": ("partial", "bad_content"),
    "bomb": ("partial", "too_large"),
    "nested": ("partial", "no_text"),
    "pdf": ("partial", "not_html"),
    "broken-html": ("complete", None),
}
RSS = "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>A Folha</title>"
FEEDS: dict[str, tuple[Handler, str | None]] = {  # what is said of its health; None: nothing is wrong
    "page.feed": (answer(PAGE), "web page"),
    "nothing.feed": (answer(""), "empty"),
    "no-entries.feed": (answer(RSS + "</channel></rss>", kind="application/rss+xml"), None),
    "broken.feed": (answer(RSS + "<item><title>x</tit", kind="application/rss+xml"), "not well-formed"),
    "xml.feed": (answer("<catalog/>", kind="text/xml"), "not a feed"),
    "missing.feed": (answer(status=404), "404"),
    "shaky.feed": (answer(status=500), "500"),
    "loop-a": (circle, "circle"),
    "inside": (to_the_inside, "not a public address"),
    "large.feed": (answer(b"<rss>" + b"x" * 50_000_000), "larger than"),
    "endless.feed": (flood(None), "larger than"),
    "binary.feed": (answer(bytes(range(256)) * 4), "not a feed"),
    "gone.feed": (answer(status=410), "gone for good"),
}


def feed_of(base: str) -> str:
    """A feed that announces all the articles."""
    items = "".join(
        f"<item><title>Título de {name}</title><link>{base.replace('feeds.', name + '.')}/{name}</link><guid>{name}</guid>"
        f"<description>O feed resume a notícia numa frase.</description>"
        + ("" if name == "undated" else "<pubDate>Thu, 22 Oct 2020 18:45:52 GMT</pubDate>")
        + "</item>"
        for name in EXPECTED
    )
    return f"{RSS}<language>pt</language>{items}</channel></rss>"


@contextmanager
def serving() -> Iterator[int]:
    """Serve everything from a thread of its own; the port."""
    started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event, int]] = Future()

    async def serve() -> None:
        app = web.Application()
        handlers = ARTICLES | {name: handler for name, (handler, _) in FEEDS.items()}

        async def dispatch(request: web.Request) -> web.StreamResponse:
            name = request.path.removeprefix("/")
            if name == "all.feed":
                return web.Response(text=feed_of(str(request.url.origin())), content_type="application/rss+xml")
            handler = handlers.get(name)
            return await handler(request) if handler else web.Response(status=404)

        app.router.add_get("/{path:.*}", dispatch)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        await web.TCPSite(runner, _LOOPBACK, 0).start()
        stop = asyncio.Event()
        started.set_result((asyncio.get_running_loop(), stop, runner.addresses[0][1]))
        await stop.wait()
        await runner.cleanup()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    loop, stop, port = started.result()
    try:
        yield port
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


def chosen(folder: Path, **more: object) -> settings.Settings:
    """Settings that nothing around the tests changes."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(settings.PREFIX)]:
            patch.delenv(name)
        patch.setenv(settings.PREFIX + "DATA_DIR", str(folder))
        return settings.load(**more)


@dataclass(frozen=True)
class Outcome:
    """What a round over all of it left behind."""

    articles: dict[str, Row]
    feeds: dict[str, Feed]
    left: dict[str, int]


@pytest.fixture(scope="module")
def outcome(database_server: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outcome]:
    """Follow every feed, and let one round run until nothing is left to do."""
    with psycopg.connect(database_server, autocommit=True) as admin:
        admin.execute(f"create database bad_input template {template}")
        with serving() as port:
            hosts = (f"feeds.localhost:{port}", *(f"{name}.localhost:{port}" for name in EXPECTED))
            made = chosen(tmp_path_factory.mktemp("data"), allow_hosts=hosts, host_pause=0)
            database = Database(psycopg.conninfo.make_conninfo(database_server, dbname="bad_input"))
            database.open()
            building = wiring.House(made, database)
            with database.transaction() as connection:
                for path in ("all.feed", *FEEDS):
                    follow(connection, Found(f"http://feeds.localhost:{port}/{path}", path))
            end = rounds.settle(building, lambda _: None)
            with database.connection() as connection:
                rows = connection.execute(
                    "select a.*, b.content, b.translation from article a"
                    " left join article_body b on b.article_id = a.id and b.revision = a.revision"
                ).fetchall()
                feeds = {feed.url.rpartition("/")[2]: feed for _, feed in sources.feeds(connection)}
            database.close()
        yield Outcome({row["url"].rpartition("/")[2]: row for row in rows}, feeds, end.waiting)
        admin.execute("drop database bad_input with (force)")


def test_nothing_is_left_to_do(outcome: Outcome) -> None:
    assert outcome.left == {}
    assert outcome.articles.keys() == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_every_article_ends_in_a_visible_state_with_its_reason(name: str, outcome: Outcome) -> None:
    row = outcome.articles[name]
    state, reason = EXPECTED[name]
    assert (row["state"], row["reason_code"]) == (state, reason)
    assert row["visible_at"] is not None
    if state == "partial":
        assert row["reason_message"].startswith("could not be read: ")
        assert [block["text"] for block in row["content"]["blocks"]] == ["O feed resume a notícia numa frase."]
    else:
        assert len(row["content"]["blocks"]) == 3


def test_accents_of_a_mislabelled_page_are_right(outcome: Outcome) -> None:
    assert "reunião terminou" in outcome.articles["mislabelled"]["content"]["blocks"][1]["text"]


def test_an_undated_article_has_no_date(outcome: Outcome) -> None:
    assert outcome.articles["undated"]["published"] is None


def test_a_language_without_a_model_is_named(outcome: Outcome) -> None:
    assert outcome.articles["basque"]["reason_message"] == "no model for Basque, `limitedtimes models add eu`"


@pytest.mark.parametrize("name", FEEDS)
def test_every_feed_has_its_health_in_words(name: str, outcome: Outcome) -> None:
    feed = outcome.feeds[name]
    said = FEEDS[name][1]
    if said is None:
        assert (feed.failures, feed.last_error) == (0, None)
    else:
        assert said in (feed.last_error or "")
        assert feed.failures >= 1
    assert feed.state is (FeedState.GONE if name == "gone.feed" else FeedState.ACTIVE)
    assert feed.next_poll is not None


# -- the database -------------------------------------------------------------------------------------------------------


class NoFetcher:
    """Fetches nothing."""

    async def fetch(self, url: str, **_: Any) -> Any:
        raise AssertionError(url)


def killed(folder: Path) -> None:
    """End a data folder's server at once, as a crash does, and wait until it is gone."""
    pid = server_status(folder).pid
    assert pid is not None
    os.kill(pid, signal.SIGQUIT)
    pause = threading.Event()
    while server_status(folder).running:
        pause.wait(0.05)


def site(building: House) -> Any:
    """The web application."""
    return wiring.web_app(building, NoFetcher())


def test_a_database_that_goes_away_is_a_503_and_comes_back(make_data_dir: Callable[[], Path]) -> None:
    folder = make_data_dir()
    with wiring.house(chosen(folder)) as building:
        app = site(building)
        assert get(app, "/").status == 200
        killed(folder)
        gone = get(app, "/")
        assert gone.status == 503
        assert "Traceback" not in gone.text
        assert "<html" in gone.text
        ensure_server(folder)
        assert get(app, "/").status == 200


FULL = """
create function no_room() returns trigger language plpgsql as
$$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
create trigger no_room before insert on article for each row execute function no_room()
"""


def test_a_disk_that_is_full_is_stated_and_costs_nothing(database: Database) -> None:
    with serving() as port:
        host = f"feeds.localhost:{port}"
        follow_one = Found(f"http://{host}/all.feed", "A Folha")
        with database.transaction() as connection:
            _, feed, _ = follow(connection, follow_one)
            connection.execute(FULL.encode())
        with pytest.raises(DatabaseUnavailableError), database.transaction() as connection:
            connection.execute("insert into article (source_id, url, url_key, title) values (1, 'u', 'u', 't')")
        with database.connection() as connection:
            assert connection.execute("select count(*) as n from article").fetchone() == {"n": 0}
            connection.execute("drop trigger no_room on article")
            stored = sources.feed(connection, feed.id)
        assert stored is not None
        assert stored.failures == 0


@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="only root can mount a small file system")
def test_a_full_file_system_under_the_database_is_stated_and_recovers(make_data_dir: Callable[[], Path]) -> None:
    folder = make_data_dir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300m,mode=755", "none", folder], check=False)
    if mounted.returncode:
        pytest.skip("this container may not mount anything")
    try:
        with wiring.house(chosen(folder)) as building:
            app = site(building)
            assert get(app, "/").status == 200
            filler = folder / "filler"
            with contextlib.suppress(OSError), filler.open("wb") as file:
                while True:
                    file.write(bytes(1_000_000))
            write = "insert into page_version (page) select repeat('x', 500) || n from generate_series(1, 200000) n"
            with pytest.raises(DatabaseUnavailableError, match="database"), building.database.transaction() as one:
                one.execute(write.encode())
            filler.unlink()
            ensure_server(folder)
            assert get(app, "/").status == 200
            with building.database.transaction() as connection:
                connection.execute("insert into page_version (page) values ('again')")
    finally:
        from limitedtimes.store.embedded import stop_server  # noqa: PLC0415

        stop_server(folder)
        subprocess.run(["umount", "-l", folder], check=True)
