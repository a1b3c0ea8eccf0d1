"""The callback of hubs: the only door that is meant for the world, so it tells nothing and does little.

A callback's address ends in 256 random bits. Who has them may confirm what was asked for, and, with the secret too, say
that a feed has news; nothing that is sent here is kept.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, Response

from limitedtimes.rules import websub
from limitedtimes.rules.websub import PushState, Signature
from limitedtimes.store import hubs

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from limitedtimes.rules.websub import Subscription
    from limitedtimes.store.database import Database

PATH = hubs.PATH + "{token}"
PUSH_BYTES = 25_000_000  # of one push, as of one feed
_PUSH_SECONDS = 60.0  # that one push may take to come in
_NO_STORE = {"cache-control": "no-store"}


class HubCallback:
    """Answers hubs: verification by GET (WebSub 5.3), denial (5.2), content by POST (7)."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = database
        self._clock = clock

    async def answer(self, request: Request) -> Response:
        """Answer one request of a hub; 404 for every address that no hub was given."""
        token = str(request.path_params["token"])
        if request.method == "POST":
            return await self._push(request, token)
        return await run_in_threadpool(self._verify, request, token)

    def _verify(self, request: Request, token: str) -> Response:
        mode, topic = request.query_params.get("hub.mode", ""), request.query_params.get("hub.topic", "")
        now = self._clock()
        with self._database.transaction() as connection:
            known = hubs.by_token(connection, token)
            if known is None or topic != known.topic:
                return _said(404)
            if mode == "denied" and known.state is not PushState.LEAVING:
                reason = request.query_params.get("hub.reason", "")
                hubs.deny(connection, websub.denied(known, reason=reason, now=now), now)
                return _said(200)
            challenge = request.query_params.get("hub.challenge", "")
            if not challenge or not websub.meant(known, mode=mode, topic=topic, now=now):
                return _said(404)
            if mode == "unsubscribe":
                hubs.end(connection, known.id)
            else:
                lease = request.query_params.get("hub.lease_seconds", "")
                hubs.save(connection, websub.confirmed(known, lease=lease, now=now))
        return PlainTextResponse(challenge, headers=_NO_STORE)

    async def _push(self, request: Request, token: str) -> Response:
        known = await run_in_threadpool(self._known, token)
        if known is None:
            return _said(404)
        if known.state is PushState.LEAVING:
            return _said(410)  # the hub may stop (WebSub 7)
        signature = Signature(request.headers.get("x-hub-signature"), known.secret)
        try:
            async with asyncio.timeout(_PUSH_SECONDS):
                if not await _taken_in(request, signature):
                    return _said(413)
        except TimeoutError:
            return _said(408)
        except ClientDisconnect:
            return _said(400)
        if signature.right:
            await run_in_threadpool(self._note, known)
        return _said(202)  # whoever signs wrongly is not told (WebSub 7.1)

    def _known(self, token: str) -> Subscription | None:
        with self._database.transaction() as connection:
            return hubs.by_token(connection, token)

    def _note(self, known: Subscription) -> None:
        with self._database.connection() as connection:
            hubs.note_push(connection, known.id, self._clock())


async def _taken_in(request: Request, signature: Signature) -> bool:
    """Run a body through its signature; False as soon as it is too large."""
    declared = request.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared) > PUSH_BYTES:
        return False
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > PUSH_BYTES:
            return False
        signature.feed(piece)
    return True


def _said(status: int) -> Response:
    return Response(status_code=status, headers=_NO_STORE)
