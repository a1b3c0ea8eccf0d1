"""The application: routes, headers, and what a reader sees when something is not there."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from limitedtimes.errors import DatabaseUnavailableError
from limitedtimes.web.hub import PATH as CALLBACK
from limitedtimes.web.hub import HubCallback
from limitedtimes.web.images import Pictures
from limitedtimes.web.newsroom import Newsroom
from limitedtimes.web.pages import Pages
from limitedtimes.web.rendering import YEAR, Renderer
from limitedtimes.web.searching import SearchPage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from limitedtimes.ports import Fetcher
    from limitedtimes.store.database import Database
    from limitedtimes.web.pages import EngineFacts

RETRY_AFTER = 5  # seconds until a page is asked for again while the database is away
PICTURE_BYTES = 500_000_000  # of the pictures kept on disk
HEADERS = {
    # Only the site's own files run, nothing inside a page; a data block (JSON-LD) is not a script to the browser.
    "content-security-policy": "default-src 'none'; script-src 'self'; img-src 'self'; style-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
TITLES = {400: "Bad request", 404: "Not found", 405: "Not allowed", 503: "Back in a moment"}


def _now() -> datetime:
    return datetime.now(UTC)


def create_app(
    database: Database,
    fetcher: Fetcher,
    *,
    version: str,
    pictures: Path,
    engines: Sequence[EngineFacts] = (),
    picture_bytes: int = PICTURE_BYTES,
    contact: str | None = None,
    now: Callable[[], datetime] = _now,
) -> Starlette:
    """Make the site.

    ``fetcher`` fetches pictures; they are kept in the folder ``pictures``, at most ``picture_bytes`` of them.
    ``engines`` are named on the page about the site. ``contact`` is the operator's mail or web address. ``now`` tells the moment, aware UTC.
    """
    renderer = Renderer(version=version)
    pages = Pages(database, renderer, engines=engines, contact=contact, now=now)
    newsroom = Newsroom(pages)
    search = SearchPage(pages)
    proxy = Pictures(database, fetcher, pictures, max_bytes=picture_bytes)

    def missing(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return _message(renderer, request, error.status_code, error.detail, error.headers)

    def unavailable(request: Request, error: Exception) -> Response:
        del error
        text = "The archive does not answer just now. Nothing is lost; please try again in a moment."
        return _message(renderer, request, 503, text, {"retry-after": str(RETRY_AFTER)})

    def broken(request: Request, error: Exception) -> Response:
        del error
        return _message(
            renderer, request, 500, "This page could not be made. The log of the program says why.", HEADERS
        )

    def asset(request: Request) -> Response:
        found = next((item for item in renderer.assets.values() if item.url == request.url.path), None)
        if found is None:
            raise HTTPException(404, "There is no such file.")
        headers = {"cache-control": f"public, max-age={YEAR}, immutable"}
        return Response(found.body, media_type=found.media_type, headers=headers)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        del app
        yield
        await proxy.close()

    return Starlette(
        routes=[
            Route("/", newsroom.front),
            Route("/a/{id:int}", pages.article),
            Route("/a/{id:int}/{slug}", pages.article),
            Route("/story/{id:int}", newsroom.story),
            Route("/story/{id:int}/{slug}", newsroom.story),
            Route("/trends", newsroom.trends),
            Route("/brief", newsroom.brief),
            Route("/latest", pages.latest),
            Route("/lang/{code}", pages.language),
            Route("/source/{slug}", pages.source),
            Route("/c/{topic}", pages.topic),
            Route("/country/{code}", pages.country),
            Route("/search", search.page),
            Route("/searches", search.searches),
            Route("/sources", pages.sources),
            Route("/about", pages.about),
            Route("/img/{id:int}/{number}", proxy.picture),
            Route("/healthz", pages.health),
            Route(CALLBACK, HubCallback(database).answer, methods=["GET", "POST"]),
            Route("/static/{digest}/{name}", asset),
            Route("/{day}", pages.day),
        ],
        middleware=[Middleware(Headers), Middleware(GZipMiddleware, minimum_size=500, compresslevel=6)],
        exception_handlers={HTTPException: missing, DatabaseUnavailableError: unavailable, Exception: broken},
        lifespan=lifespan,
    )


def _message(
    renderer: Renderer, request: Request, status: int, text: str, headers: Mapping[str, str] | None = None
) -> Response:
    page = renderer.page("message.html", request, {"title": TITLES.get(status, "Something went wrong"), "text": text})
    return HTMLResponse(page, status, {"cache-control": "no-store", **(headers or {})})


class Headers:
    """Adds the headers that every answer carries."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  # the protocol's
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
