"""Serves the sample press on loopback: one port, the outlets told apart by host name (``<slug>.localhost``, RFC 6761)."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from aiohttp import ETag, web

from limitedtimes.demo.press.content import Outlet, Press, PressError
from limitedtimes.demo.press.site import Document, Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_LOOPBACK = "127.0.0.1"


class PressServer:
    """The press on the web, while its context lasts.

    Edition 1 is the press as written, edition 2 the one after its correction. ``port`` 0 takes a free one. Entering
    raises PressError if the port is taken. ``requests`` counts what was asked for, by host name (without port) and
    path, whatever the answer was.
    """

    def __init__(self, press: Press, port: int = 0, edition: int = 1) -> None:
        self.port = port
        self.requests: Counter[str] = Counter()
        self._press = press
        self._edition = edition
        self._site = self._printed()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        # A kept-alive connection of a client is no reason to wait at the end.
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, _LOOPBACK, self.port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise PressError(
                f"The sample press cannot listen on {_LOOPBACK}:{self.port} ({error.strerror}); choose another port."
            ) from error
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    def url(self, outlet: str) -> str:
        """Give the home page of the outlet with this slug; KeyError if there is none."""
        return self._base(self._outlets[outlet]) + "/"

    def article_url(self, reference: str) -> str:
        """Give the address of the article ``<outlet>/<slug>``; KeyError if there is none."""
        article = self._press.find(reference)
        if article is None:
            raise KeyError(reference)
        return self._site.address(article)

    def feed_urls(self) -> dict[str, str]:
        """Give the address of each outlet's feed, by the outlet's slug."""
        return {slug: self._base(outlet) + outlet.feed_path for slug, outlet in self._outlets.items()}

    def publish_correction(self) -> None:
        """Print edition 2: the corrected article changes, on its page and in its feed; safe from any thread."""
        self._edition = 2
        self._site = self._printed()

    @property
    def _outlets(self) -> dict[str, Outlet]:
        return {outlet.slug: outlet for outlet in self._press.outlets}

    def _base(self, outlet: Outlet) -> str:
        return f"http://{outlet.host}:{self.port}"

    def _printed(self) -> Site:
        return Site(self._press.corrected() if self._edition == 2 else self._press, self._base)

    async def _answer(self, request: web.Request) -> web.Response:
        host = request.host.partition(":")[0].lower()
        self.requests[host + request.path] += 1
        document = self._find(host, request)
        if document is None:
            return web.Response(status=404, text="404: there is nothing here.\n")
        return _conditional(request, document)

    def _find(self, host: str, request: web.Request) -> Document | None:
        folder, _, file = request.path.rpartition("/")
        if folder == "/img":
            width = request.query.get("w", "800")
            return self._site.picture(file, int(width)) if width.isascii() and width.isdigit() else None
        return self._site.document(host, request.path)


def _conditional(request: web.Request, document: Document) -> web.Response:
    """Answer 304 where the client has it already: RFC 9110, 13.2.2 (an ETag outranks a date)."""
    modified = document.modified
    if (tags := request.if_none_match) is not None:
        fresh = any(tag.value in (document.etag, "*") for tag in tags)
    else:
        since = request.if_modified_since
        fresh = modified is not None and since is not None and modified.replace(microsecond=0) <= since
    response = web.Response(status=304) if fresh else web.Response(body=document.body)
    response.etag = ETag(document.etag)
    response.last_modified = modified
    if not fresh:
        response.headers["Content-Type"] = document.content_type
        if not document.content_type.startswith("image/"):
            response.enable_compression()
    return response


@contextmanager
def serving(press: Press, port: int = 0, edition: int = 1) -> Iterator[PressServer]:
    """Serve the press from a thread of its own; raise PressError if the port is taken."""
    server = PressServer(press, port, edition)
    started: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def serve() -> None:
        try:
            async with server:
                stop = asyncio.Event()
                started.set_result((asyncio.get_running_loop(), stop))
                await stop.wait()
        except Exception as error:
            if started.done():
                raise
            started.set_exception(error)

    thread = threading.Thread(target=asyncio.run, args=(serve(),), name="sample-press")
    thread.start()
    try:
        loop, stop = started.result()
        try:
            yield server
        finally:
            loop.call_soon_threadsafe(stop.set)
    finally:
        thread.join()
