"""Fetches pages politely and safely: the Fetcher port on aiohttp.

One request goes through: scheme and address (addresses.py) -> robots.txt (robots.py) and reservations (reservations.py) ->
its host's turn (gate.py) -> the wire, with a limit on seconds and bytes (decoding.py). Every redirect goes through all of
it again.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Self

import aiohttp
from aiohttp.resolver import DefaultResolver
from yarl import URL

from limitedtimes.errors import FetchError, RefusedError, TransientError
from limitedtimes.ingest import AGENT
from limitedtimes.ingest.fetch.addresses import (
    AllowedHosts,
    GuardedResolver,
    PrivateAddressError,
    is_public,
    literal_address,
)
from limitedtimes.ingest.fetch.decoding import ACCEPT_ENCODING, BadContentError, BodyDecoder, TooLargeError
from limitedtimes.ingest.fetch.reservations import HEADER, ReservationCache
from limitedtimes.ingest.fetch.robots import MAX_BYTES, RobotsCache, Rules
from limitedtimes.model.article import Page
from limitedtimes.ports import FetchLimits, Response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Mapping
    from types import TracebackType

    from aiohttp.abc import AbstractResolver

    from limitedtimes.ingest.fetch.gate import HostGate

_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
)
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_KEEP_METHOD = (307, 308)
_RETRY_LATER = (408, 425, 429)
_OVERLOADED = (429, 503)
_REST = 30.0  # seconds that a host gets which answers 429 without saying for how long
_LONGEST_REST = 3600.0  # seconds; a host that asks for more is looked at again then
_HEADER_BYTES = 32_768  # one header field; policies of large outlets run to 10 KB
_ROBOTS_LIMITS = FetchLimits(max_bytes=MAX_BYTES, seconds=15.0, redirects=5)


@dataclass(frozen=True, slots=True)
class _Answer:
    url: URL
    status: int
    headers: Mapping[str, str]
    header_list: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


class _Budget:
    """Seconds on the wire that one fetch may still spend; waiting for a host's turn costs nothing."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    @asynccontextmanager
    async def spend(self) -> AsyncIterator[None]:
        started = time.monotonic()
        try:
            async with asyncio.timeout(self.left):
                yield
        finally:
            self.left -= time.monotonic() - started


class PoliteFetcher:
    """Implements the Fetcher port; use it as an async context manager, it owns the connections.

    ``user_agent`` is sent as it is and should begin with ``LimitedTimes``; ``allow_hosts`` are ``host[:port]`` that may be
    fetched although their addresses are private, without a pause; ``host_pause`` is seconds between two requests to one
    host and port.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        allow_hosts: Collection[str],
        host_pause: float,
        gate: HostGate,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._user_agent = user_agent
        self._allowed = AllowedHosts(allow_hosts)
        self._pause = host_pause
        self._gate = gate
        self._now = now
        self._resolver = resolver
        self._robots = RobotsCache(self._fetch_file, now)
        self._reservations = ReservationCache(self._fetch_file, now)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        resolver = GuardedResolver(self._resolver or DefaultResolver(), self._allowed)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=resolver, limit=64),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self._user_agent, "Accept-Encoding": ACCEPT_ENCODING},
            timeout=aiohttp.ClientTimeout(total=None),  # the budget of each fetch is the limit
            auto_decompress=False,
            max_line_size=_HEADER_BYTES,
            max_field_size=_HEADER_BYTES,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def fetch(
        self,
        url: str,
        *,
        limits: FetchLimits = FetchLimits(),  # noqa: B008 - frozen
        etag: str | None = None,
        last_modified: str | None = None,
        robots: bool = True,
        accept: str | None = None,
    ) -> Response:
        """Fetch ``url``; see the port. Redirects are followed, each checked like a new address."""
        headers = {"Accept": accept or _ACCEPT}
        if etag is not None:
            headers["If-None-Match"] = etag
        if last_modified is not None:
            headers["If-Modified-Since"] = last_modified
        # What is asked for as something else than a text cannot be mined for it.
        answer, permanent = await self._follow(url, limits, headers, robots=robots, mined=robots and accept is None)
        if self._reservations.reserves(_origin(answer.url), str(answer.url)) and HEADER not in answer.headers:
            answer = replace(answer, header_list=(*answer.header_list, (HEADER, "1")))
        return _response(answer, moved_to=str(answer.url) if permanent else None)

    async def post(
        self,
        url: str,
        data: Mapping[str, str],
        *,
        limits: FetchLimits = FetchLimits(),  # noqa: B008 - frozen
    ) -> Response:
        """Send a form to ``url``; see the port. robots.txt is about pages, so it is not asked; what is too long is cut."""
        answer, _ = await self._follow(url, limits, {"Accept": "*/*"}, robots=False, cut=True, form=data)
        return _response(answer, moved_to=None)

    async def _follow(
        self,
        url: str,
        limits: FetchLimits,
        headers: Mapping[str, str],
        *,
        robots: bool,
        mined: bool = False,
        cut: bool = False,
        form: Mapping[str, str] | None = None,
    ) -> tuple[_Answer, bool]:
        """Follow redirects to the last answer; True if there were any and all were permanent."""
        budget = _Budget(limits.seconds)
        hop = self._checked(url)
        seen: list[URL] = []
        permanent = True
        followed = _REDIRECTS if form is None else _KEEP_METHOD
        while True:
            rules = await self._obey(hop) if robots else self._robots.known(_origin(hop))
            if mined:  # before the page: the turn at a host that has a long pause might never come behind it
                await self._reservations.load(_origin(hop))
            answer = await self._get(hop, headers, limits.max_bytes, budget, rules, cut=cut, form=form)
            if answer.status not in followed or "Location" not in answer.headers:
                self._raise_for_status(answer)
                return answer, bool(seen) and permanent
            permanent = permanent and answer.status in _PERMANENT
            seen.append(hop)
            hop = self._checked(_target(hop, answer.headers["Location"]))
            if hop in seen:
                raise FetchError(f"{url} redirects in a circle", code="redirect_loop", url=url, status=answer.status)
            if len(seen) > limits.redirects:
                raise FetchError(
                    f"{url} redirects more than {limits.redirects} times", code="too_many_redirects", url=url
                )

    def _checked(self, address: str) -> URL:
        try:
            url = URL(address)
            scheme, host, port = url.scheme, url.raw_host, url.port
        except ValueError as error:
            raise FetchError(f"{address!r} is not a URL: {error}", code="bad_url", url=address) from error
        if scheme not in ("http", "https"):
            raise RefusedError(f"{address!r} is not an http or https address", code="scheme", url=address)
        if not host:
            raise FetchError(f"{address!r} names no host", code="bad_url", url=address)
        if url.user is not None or url.password is not None:
            raise RefusedError(
                "addresses with a user name or password are not fetched", code="credentials", url=address
            )
        literal = literal_address(host)
        if literal is not None and not is_public(literal) and (host, port) not in self._allowed:
            raise _private(str(url), PrivateAddressError(host, str(literal)))
        return url.with_fragment(None)

    async def _obey(self, url: URL) -> Rules:
        rules = await self._robots.rules(_origin(url))
        if not rules.allows(str(url)):
            raise RefusedError(
                f"robots.txt of {url.host} does not allow {AGENT} to fetch this page", code="robots", url=str(url)
            )
        return rules

    async def _fetch_file(self, url: str) -> bytes:
        answer, _ = await self._follow(
            url, _ROBOTS_LIMITS, {"Accept": "text/plain, application/json, */*;q=0.5"}, robots=False, cut=True
        )
        return answer.body

    async def _get(
        self,
        url: URL,
        headers: Mapping[str, str],
        max_bytes: int,
        budget: _Budget,
        rules: Rules | None,
        *,
        cut: bool,
        form: Mapping[str, str] | None,
    ) -> _Answer:
        pause = 0.0 if (url.raw_host or "", url.port) in self._allowed else self._pause
        pause = max(pause, rules.crawl_delay if rules else 0.0)
        async with self._gate.slot(f"{url.raw_host}:{url.port}", pause) as hold_back:
            try:
                async with budget.spend():
                    answer = await self._request(url, headers, max_bytes, cut=cut, form=form)
                if rest := self._rest(answer):
                    hold_back(rest)
                return answer
            except (TimeoutError, aiohttp.ClientError, OSError, ValueError, PrivateAddressError) as error:
                raise _translated(error, str(url)) from error
            except TooLargeError as error:
                raise FetchError(
                    f"{url} is larger than {max_bytes:,} bytes", code="too_large", url=str(url), status=200
                ) from error
            except BadContentError as error:
                raise FetchError(f"{url} cannot be decoded: {error}", code="bad_content", url=str(url)) from error

    async def _request(
        self, url: URL, headers: Mapping[str, str], max_bytes: int, *, cut: bool, form: Mapping[str, str] | None
    ) -> _Answer:
        if self._session is None:
            raise RuntimeError("PoliteFetcher is used outside of its `async with`")
        method = "GET" if form is None else "POST"
        async with self._session.request(method, url, data=form, headers=headers, allow_redirects=False) as response:
            body = (
                await _read(response, max_bytes, cut=cut) if response.ok and response.status not in _REDIRECTS else b""
            )
            return _Answer(url, response.status, response.headers, tuple(response.headers.items()), body)

    def _rest(self, answer: _Answer) -> float:
        """Seconds for which the host asks to be left alone: all of it, not only this address."""
        if answer.status not in _OVERLOADED:
            return 0.0
        wait = _retry_after(answer.headers.get("Retry-After"), self._now())
        return min(wait or 0.0, _LONGEST_REST) or (_REST if answer.status == 429 else 0.0)

    def _raise_for_status(self, answer: _Answer) -> None:
        status, url = answer.status, str(answer.url)
        if 200 <= status < 300 or status == 304:
            return
        message, code = f"{url} answered HTTP status {status}", f"http_{status}"
        if status in _RETRY_LATER or status >= 500:
            wait = _retry_after(answer.headers.get("Retry-After"), self._now())
            raise TransientError(message, code=code, url=url, status=status, retry_after=wait)
        raise FetchError(message, code=code, url=url, status=status)


async def _read(response: aiohttp.ClientResponse, max_bytes: int, *, cut: bool) -> bytes:
    """Read a body up to the limit; what is longer raises TooLargeError, or is cut there."""
    decoder = BodyDecoder(response.headers.get("Content-Encoding"), max_bytes)
    if not cut and (response.content_length or 0) > max_bytes:
        raise TooLargeError
    try:
        async for piece in response.content.iter_any():
            decoder.feed(piece)
    except TooLargeError:
        if not cut:
            raise
        return decoder.body
    return decoder.finish()


def _response(answer: _Answer, moved_to: str | None) -> Response:
    headers = answer.headers
    page = None
    if answer.status != 304:
        page = Page(str(answer.url), answer.body, headers.get("Content-Type"), answer.header_list)
    return Response(
        answer.status,
        page,
        etag=headers.get("ETag"),
        last_modified=headers.get("Last-Modified"),
        moved_to=moved_to,
        max_age=_max_age(headers.get("Cache-Control", "")),
    )


def _target(base: URL, location: str) -> str:
    try:
        return str(base.join(URL(location)))
    except ValueError as error:
        raise FetchError(f"{base} redirects to something that is no URL", code="bad_url", url=str(base)) from error


def _origin(url: URL) -> str:
    return str(url.origin())


def _translated(error: Exception, url: str) -> FetchError:
    """Our error for one of aiohttp's, the socket's or the resolver's."""
    match error:
        case PrivateAddressError():
            return _private(url, error)
        case TimeoutError():
            code, message = "timeout", f"{url} took too long to answer"
        case aiohttp.ClientConnectorDNSError():
            code, message = "dns", f"the host of {url} is not known: {error}"
        case aiohttp.ClientSSLError():
            code, message = "tls", f"{url} has no valid TLS certificate: {error}"
        case aiohttp.ClientConnectionError() | aiohttp.ClientPayloadError() | OSError():
            code, message = "connection", f"the connection to {url} failed: {error}"
        case aiohttp.InvalidURL():
            return FetchError(f"{url} is not a URL that can be fetched", code="bad_url", url=url)
        case _:
            return FetchError(f"{url} did not answer in valid HTTP: {error}", code="bad_content", url=url)
    return TransientError(message, code=code, url=url)


def _private(url: str, error: PrivateAddressError) -> RefusedError:
    return RefusedError(
        f"{error}; list the host in LIMITEDTIMES_ALLOW_HOSTS if it may be fetched", code="private_address", url=url
    )


def _retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds from a Retry-After header, which holds seconds or an HTTP date."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())


def _max_age(cache_control: str) -> float | None:
    for part in cache_control.lower().split(","):
        name, _, value = part.strip().partition("=")
        value = value.strip('"')
        if name == "max-age" and value.isascii() and value.isdigit():
            return float(value)
    return None
