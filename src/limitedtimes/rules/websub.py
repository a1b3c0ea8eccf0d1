"""Push instead of polling: the subscriber's side of W3C WebSub (https://www.w3.org/TR/websub/). Pure.

A feed announces a hub. The hub is asked to push, asks back whether that was meant, and pushes for as long as its lease
runs. A push only says that there is news: what it carries is thrown away, and the feed is polled as ever.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from limitedtimes.rules.schedule import LONGEST, LONGEST_BACK_OFF

if TYPE_CHECKING:
    from collections.abc import Iterable

    from limitedtimes.model.source import Feed

LEASE = 10 * 86_400.0  # seconds that are asked for
LONGEST_LEASE = 30 * 86_400.0  # ... and that are believed: a hub that promises a year is asked again all the same
SHORTEST_PAUSE = 60.0  # seconds from one poll of a feed to the next, however many pushes come
STRETCH = 4.0  # times the usual wait, while a hub pushes
BLIND = 3  # polls in a row with news that were not pushed, after which a hub counts as silent
LAST_FAREWELL = 5  # times that a hub is asked to stop before it is left to the end of its lease
_VERIFICATION = 600.0  # seconds that a hub has to ask back before it is asked once more
_PENDING = timedelta(days=1)  # after it was asked, a hub may still ask back: some verify in batches
_RENEWAL = 0.75  # of the lease
_RENEWAL_AT_LEAST = 600.0  # seconds: a hub with leases of a minute is not asked every minute
_AFTER_DENIAL = 86_400.0  # seconds
_SLACK = timedelta(minutes=5)  # a push that came while the poll before ran belongs to this one
_METHODS = frozenset({"sha1", "sha256", "sha384", "sha512"})
_PARAMETER = r";\s*([\w!#$%&*+.^`|~'-]+)(?:\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]*)))?"
_PARAMETERS = re.compile(_PARAMETER)
_LINK = re.compile(rf"<([^<>]*)>((?:\s*{_PARAMETER})*)")


class PushState(StrEnum):
    """How a subscription stands."""

    WANTED = "wanted"  # the hub is asked, or will be
    ACTIVE = "active"  # the hub has confirmed it, and its lease runs
    DENIED = "denied"  # the hub said no; it is asked again after a day
    LEAVING = "leaving"  # no longer wanted: the hub is asked to stop


@dataclass(frozen=True, slots=True)
class Hub:
    """What a feed announces: the address of its hub, and the address under which the hub knows the feed."""

    url: str
    topic: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """What was asked of a hub, and what came of it.

    ``feed_id`` is None once the feed was removed. ``callback`` is the whole address that the hub was given. ``failures``
    counts the times in a row that the hub was asked and did not confirm; ``missed`` the polls in a row that found news
    which had not been pushed.
    """

    id: int
    feed_id: int | None
    hub: str
    topic: str
    callback: str
    secret: str
    state: PushState
    next_ask: datetime
    asked_at: datetime | None = None
    failures: int = 0
    last_error: str | None = None
    lease_ends: datetime | None = None
    pushed_at: datetime | None = None
    missed: int = 0

    @property
    def mode(self) -> str:
        """The ``hub.mode`` that is asked for."""
        return "unsubscribe" if self.state is PushState.LEAVING else "subscribe"

    def pushes(self, now: datetime) -> bool:
        """Tell whether the hub can be relied on: confirmed, within its lease, and not silent while there was news."""
        return (
            self.state is PushState.ACTIVE
            and self.lease_ends is not None
            and self.lease_ends > now
            and self.missed < BLIND
        )


def announced(
    headers: Iterable[tuple[str, str]], *, body_hub: str | None, body_self: str | None, base: str, url: str
) -> Hub | None:
    """Return the hub that a feed names, in its HTTP headers (RFC 8288; they come first) or in itself; None without one.

    ``base`` is the address that answered, ``url`` the feed's own: the topic where the feed names none.
    """
    links = list(_links(headers, base))
    hub = next((href for relation, href in links if relation == "hub"), None) or _address(body_hub, base)
    topic = next((href for relation, href in links if relation == "self"), None) or _address(body_self, base)
    return Hub(hub, topic or url) if hub else None


def _links(headers: Iterable[tuple[str, str]], url: str) -> Iterable[tuple[str, str]]:
    """Relations and absolute addresses of the Link headers."""
    for name, value in headers:
        for link in _LINK.finditer(value) if name.lower() == "link" else ():
            parameters = {name.lower(): quoted or word for name, quoted, word in _PARAMETERS.findall(link[2])}
            if address := _address(link[1], url):
                yield from ((relation, address) for relation in parameters.get("rel", "").lower().split())


def _address(href: str | None, base: str) -> str | None:
    try:
        address = urljoin(base, (href or "").strip()) if href else ""
        parts = urlsplit(address)
    except ValueError:
        return None
    good = parts.scheme in ("http", "https") and parts.hostname and address.isprintable() and " " not in address
    return address if good else None


def form(subscription: Subscription) -> dict[str, str]:
    """Return the form that a hub is sent (WebSub 5.1)."""
    fields = {
        "hub.mode": subscription.mode,
        "hub.topic": subscription.topic,
        "hub.callback": subscription.callback,
    }
    if subscription.state is not PushState.LEAVING:
        fields |= {"hub.lease_seconds": f"{LEASE:.0f}", "hub.secret": subscription.secret}
    return fields


def meant(subscription: Subscription, *, mode: str, topic: str, now: datetime) -> bool:
    """Tell whether a hub that asks back asks about what it was asked, and not long ago."""
    asked = subscription.asked_at is not None and now - subscription.asked_at < _PENDING
    return asked and mode == subscription.mode and topic == subscription.topic


def confirmed(subscription: Subscription, *, lease: str, now: datetime) -> Subscription:
    """Return the subscription as the hub confirmed it. ``lease`` is seconds, as sent; where it is no number, what was asked."""
    seconds = float(lease) if lease.isascii() and lease.isdigit() and len(lease) < 12 else LEASE
    seconds = min(seconds, LONGEST_LEASE)
    return replace(
        subscription,
        state=PushState.ACTIVE,
        failures=0,
        last_error=None,
        missed=0,
        lease_ends=now + timedelta(seconds=seconds),
        next_ask=now + timedelta(seconds=max(seconds * _RENEWAL, _RENEWAL_AT_LEAST)),
    )


def denied(subscription: Subscription, *, reason: str, now: datetime) -> Subscription:
    """Return the subscription after the hub said no."""
    said = f"The hub denied it: {reason[:300]}" if reason else "The hub denied it."
    return replace(
        subscription,
        state=PushState.DENIED,
        last_error=said,
        lease_ends=None,
        next_ask=now + timedelta(seconds=_AFTER_DENIAL),
    )


def asked(subscription: Subscription, *, now: datetime) -> Subscription:
    """Return the subscription as it is while its hub is asked: unless it confirms, it is asked again some time later."""
    failures = subscription.failures + 1
    wait = max(_VERIFICATION, _back_off(failures))
    return replace(subscription, asked_at=now, failures=failures, next_ask=now + timedelta(seconds=wait))


def refused(
    subscription: Subscription, *, error: str, now: datetime, chance: float, retry_after: float | None
) -> Subscription:
    """Return the subscription after its hub could not be asked. ``chance`` in [0, 1) spreads, ``retry_after`` is in seconds."""
    wait = _back_off(subscription.failures) * (0.9 + 0.2 * chance)
    wait = max(wait, min(retry_after or 0.0, LONGEST_BACK_OFF))
    return replace(subscription, last_error=error, next_ask=now + timedelta(seconds=wait))


def _back_off(failures: int) -> float:
    """Seconds until a hub is asked again: twice as many each time, up to a day."""
    return min(60.0 * 2.0 ** min(max(failures - 1, 0), 20), LONGEST_BACK_OFF)


def watched(subscription: Subscription, *, news: int, last_polled: datetime | None) -> Subscription:
    """Return the subscription after a poll that found so much news: what was not pushed counts against the hub.

    ``last_polled`` is when the feed was polled before.
    """
    if not news or last_polled is None:
        return subscription
    pushed = subscription.pushed_at is not None and subscription.pushed_at >= last_polled - _SLACK
    return replace(subscription, missed=0 if pushed else subscription.missed + 1)


def stretched(feed: Feed, subscription: Subscription, *, news: int, now: datetime) -> Feed:
    """Return a feed that was just polled with its next poll put off, as far as its hub can be relied on.

    A push whose news could not be seen yet (a cache stands before the feed) is looked after at the usual pace.
    """
    if feed.next_poll is None or not subscription.pushes(now):
        return feed
    usual = feed.next_poll - now
    unseen = not news and subscription.pushed_at is not None and now - subscription.pushed_at < usual
    if unseen:
        return feed
    return replace(feed, next_poll=now + max(usual, min(usual * STRETCH, timedelta(seconds=LONGEST))))


def in_words(subscription: Subscription, now: datetime) -> str:
    """Say how a subscription stands, for the owner."""
    if subscription.pushes(now):
        return f"pushed until {subscription.lease_ends:%Y-%m-%d %H:%M} UTC"
    if subscription.state is PushState.ACTIVE:
        return "polled as usual: there was news that its hub did not push"
    return f"polled as usual until its hub pushes; {subscription.last_error or 'it is being asked.'}"


class Signature:
    """What ``X-Hub-Signature`` claims, checked piece by piece: a push is never kept whole.

    ``header`` is ``method=hexadecimal digits`` (WebSub 7.1), or None where the push has none.
    """

    def __init__(self, header: str | None, secret: str) -> None:
        method, _, claimed = (header or "").strip().partition("=")
        self._claimed = claimed.strip().lower().encode()
        known = method.lower() in _METHODS
        self._sum = hmac.new(secret.encode(), digestmod=getattr(hashlib, method.lower())) if known else None

    def feed(self, piece: bytes) -> None:
        """Take in the next piece of the body, as it came."""
        if self._sum is not None:
            self._sum.update(piece)

    @property
    def right(self) -> bool:
        """Tell whether the secret signed what was taken in; compared in constant time."""
        return self._sum is not None and hmac.compare_digest(self._sum.hexdigest().encode(), self._claimed)
