"""A hub pushes to the program's own processes, through a door like a reverse proxy's; they are killed meanwhile."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from e2e.program import newsroom
from hub_server import hub_at_work
from limitedtimes.bench.pipeline import until_at_work
from limitedtimes.bench.program import running
from stages.stagehand import SENTENCES, Item, html_page, rss

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable
    from pathlib import Path

PUBLIC = "http://paper.localhost:1/limited"


@dataclass
class Outlet:
    """An outlet whose feed announces a hub."""

    hub: str
    address: str = ""
    titles: list[str] = field(default_factory=lambda: ["Primeira notícia do dia"])
    polls: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        """Serve the feed, and a page for each of its entries."""
        if request.path == "/robots.txt":
            return web.Response(status=404)
        if request.path == "/feed.xml":
            self.polls += 1
            items = [
                Item(url=f"{self.address}/{number}", title=title, date="") for number, title in enumerate(self.titles)
            ]
            page = rss(*items).page
            headers = {"Link": f'<{self.hub}>; rel="hub"'}
        else:
            page = html_page(SENTENCES, title=self.titles[int(request.path[1:])]).page
            headers = {}
        assert page is not None
        assert page.content_type is not None
        return web.Response(body=page.body, headers={"Content-Type": page.content_type, **headers})


@asynccontextmanager
async def outlet_at_work(hub: str) -> AsyncIterator[Outlet]:
    outlet = Outlet(hub)
    app = web.Application()
    app.router.add_get("/{path:.*}", outlet.answer)
    async with TestServer(app) as server:
        outlet.address = str(server.make_url("")).rstrip("/")
        yield outlet


class Proxy:
    """Hands what hubs send on to the site, and waits while that is started anew."""

    def __init__(self) -> None:
        self.site = ""

    async def __call__(self, url: str, *, body: Iterable[bytes] | None = None, **headers: str) -> tuple[int, bytes]:
        method = "GET" if body is None else "POST"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with aiohttp.ClientSession() as session:
            while True:
                try:
                    target = url.replace(PUBLIC, self.site)
                    async with session.request(method, target, data=b"".join(body or ()), headers=named) as answer:
                        return answer.status, await answer.read()
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.1)


async def until(look: Callable[[], object]) -> None:
    """Wait until there is something to see."""
    async with asyncio.timeout(120):
        while not await asyncio.to_thread(look):
            await asyncio.sleep(0.1)


async def test_pushed_news_are_printed_although_every_process_was_killed_on_the_way(
    make_data_dir: Callable[[], Path],
) -> None:
    proxy = Proxy()
    async with hub_at_work(proxy) as hub, outlet_at_work(hub.url) as outlet:
        hub.verifies = False
        with (
            newsroom(make_data_dir(), ["127.0.0.1", "paper.localhost"], workers=1) as room,
            running(room.data_dir, {**room.settings, "PUBLIC_URL": PUBLIC}) as group,
        ):
            await asyncio.to_thread(until_at_work, room.building, group)
            proxy.site = group.address
            await asyncio.to_thread(room.follow, [f"{outlet.address}/feed.xml"], "pt")
            await until(lambda: hub.asked)
            for process in (*group.processes("web"), *group.processes("worker")):
                process.kill()
            assert (await hub.verify())[0] == 200

            shown = "select id from article where visible_at is not null"
            await until(lambda: room.ask(shown))
            outlet.titles.append("Segunda notícia do dia")
            # A minute has not passed since the last poll: let it have passed.
            await asyncio.to_thread(
                room.ask, "update feed set last_polled = last_polled - interval '1 hour' returning id"
            )
            polls = outlet.polls
            assert await hub.push() == 202
            await until(lambda: len(room.ask(shown)) == 2)
            assert outlet.polls == polls + 1
            assert '"push": "active"' in await asyncio.to_thread(room.command, "sources", "list", "--json")
