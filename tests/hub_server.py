"""A WebSub hub on loopback, and the door through which it reaches the program's callback in process."""

from __future__ import annotations

import asyncio
import hmac
import re
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from aiohttp import web
from aiohttp.test_utils import TestServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

    from starlette.applications import Starlette

    Call = Callable[..., Awaitable[tuple[int, bytes]]]


def door(app: Starlette, public_url: str) -> Call:
    """Calls addresses below ``public_url`` as a reverse proxy would hand them on."""

    async def call(
        url: str, *, body: Iterable[bytes] | None = None, hang_up: bool = False, **headers: str
    ) -> tuple[int, bytes]:
        assert url.startswith(public_url)
        path, _, query = url.removeprefix(public_url).partition("?")
        pieces = list(body or ())
        messages: list[dict[str, Any]] = [
            {"type": "http.request", "body": piece, "more_body": hang_up or number < len(pieces)}
            for number, piece in enumerate(pieces, 1)
        ] or [{"type": "http.request", "body": b"", "more_body": False}]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET" if body is None else "POST",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return messages.pop(0) if messages else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        await app(scope, receive, send)
        status = next(message["status"] for message in sent if message["type"] == "http.response.start")
        return status, b"".join(message.get("body", b"") for message in sent)

    return call


@dataclass
class Hub:
    """Takes subscriptions, asks back, and pushes.

    ``statuses`` are its next answers (202 when there are none left), ``verifies`` whether it asks back before it answers.
    """

    call: Call
    url: str = ""
    lease: str = "86400"
    verifies: bool = True
    statuses: list[int] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    answers: list[tuple[int, bytes]] = field(default_factory=list)  # of the callback

    async def subscription(self, request: web.Request) -> web.Response:
        """Answer a subscriber."""
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.asked.append(form)
        status = self.statuses.pop(0) if self.statuses else 202
        if status == 202 and self.verifies:
            await self.verify()
        return web.Response(status=status, headers=self.headers, text="hub")

    async def verify(self, **changes: str) -> tuple[int, bytes]:
        """Ask back about what was last asked."""
        form = self.asked[-1]
        fields = {
            "hub.mode": form["hub.mode"],
            "hub.topic": form["hub.topic"],
            "hub.challenge": "räuber & söhne",
            "hub.lease_seconds": self.lease,
        } | {f"hub.{name}": value for name, value in changes.items()}
        answer = await self.call(f"{form['hub.callback']}?{urlencode(fields)}")
        self.answers.append(answer)
        return answer

    async def push(
        self,
        body: bytes = b"<feed/>",
        *,
        secret: str | None = None,
        signature: str | None = None,
        to: str | None = None,
    ) -> int:
        """Push content to the last subscriber; signed with its secret unless told otherwise."""
        form = next(one for one in reversed(self.asked) if "hub.secret" in one)
        key = (secret or form["hub.secret"]).encode()
        headers = {"x_hub_signature": signature or f"sha256={hmac.new(key, body, 'sha256').hexdigest()}"}
        pieces = re.findall(rb".{1,65536}", body, re.DOTALL)
        status, said = await self.call(to or form["hub.callback"], body=pieces, **(headers if signature != "" else {}))
        assert said == b""
        return status


@asynccontextmanager
async def hub_at_work(call: Call) -> AsyncIterator[Hub]:
    """Run a hub on a loopback port."""
    hub = Hub(call)
    app = web.Application()
    app.router.add_post("/", hub.subscription)
    async with TestServer(app) as server:
        hub.url = str(server.make_url("/"))
        yield hub
        await asyncio.sleep(0)
