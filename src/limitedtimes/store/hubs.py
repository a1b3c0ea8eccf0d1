"""Subscriptions at hubs: what feeds announce, what was asked, confirmed and pushed.

What feeds announce is compared with what there is at every look of the schedule, so a feed that is paused, removed or
moves to another hub, and a public address that changes, all end in the same few statements.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from limitedtimes.rules import websub
from limitedtimes.rules.websub import Hub, PushState, Subscription
from limitedtimes.store.database import plain

if TYPE_CHECKING:
    from limitedtimes.model.source import Feed
    from limitedtimes.store.database import Connection, Row

PATH = "/hub/"  # of the callbacks, below the public address
_COLUMNS = (
    "id, feed_id, hub, topic, callback, secret, state, next_ask, asked_at, failures, last_error, lease_ends,"
    " pushed_at, missed"
)
_RANDOM = 32  # bytes


def _subscription(row: Row) -> Subscription:
    return Subscription(**{**row, "state": PushState(row["state"])})


def announce(connection: Connection, feed_id: int, hub: Hub | None) -> None:
    """Remember the hub that a feed announces; None: none."""
    connection.execute(
        "update feed set hub = %(hub)s, hub_topic = %(topic)s"
        " where id = %(id)s and (hub, hub_topic) is distinct from (%(hub)s::text, %(topic)s::text)",
        {"id": feed_id, "hub": hub and hub.url, "topic": hub and hub.topic},
    )


def reconcile(connection: Connection, now: datetime, public_url: str) -> None:
    """Make the subscriptions be those that the feeds announce, below ``public_url`` (empty: none).

    Leases that ended are noted, and feeds that are no longer pushed are polled at their usual pace.
    """
    values = {"now": now, "callbacks": public_url and public_url + PATH, "last": websub.LAST_FAREWELL}
    lapsed = connection.execute(
        "update subscription set state = 'wanted' where state = 'active' and lease_ends <= %(now)s returning feed_id",
        values,
    ).fetchall()
    left = connection.execute(
        """
        update subscription s set state = 'leaving', failures = 0, next_ask = %(now)s, unseen = false
        where s.state <> 'leaving' and not (%(callbacks)s <> '' and starts_with(s.callback, %(callbacks)s)
            and exists (select from feed f where f.id = s.feed_id and f.state = 'active'
                        and f.hub = s.hub and f.hub_topic = s.topic))
        returning feed_id
        """,
        values,
    ).fetchall()
    connection.execute(
        "delete from subscription where state = 'leaving' and (asked_at is null or lease_ends <= %(now)s"
        " or (failures >= %(last)s and next_ask <= %(now)s))",
        values,
    )
    _usual_pace(connection, [row["feed_id"] for row in [*lapsed, *left]], now)
    if public_url:
        _begin(connection, now, public_url + PATH)


def _begin(connection: Connection, now: datetime, callbacks: str) -> None:
    """Make a subscription for each feed that announces a hub and has none."""
    rows = connection.execute(
        "select id, hub, hub_topic from feed f where state = 'active' and hub is not null"
        " and not exists (select from subscription s where s.feed_id = f.id and s.state <> 'leaving')"
    ).fetchall()
    for row in rows:
        token = secrets.token_urlsafe(_RANDOM)
        connection.execute(
            "insert into subscription (feed_id, hub, topic, callback, token, secret, next_ask)"
            " values (%s, %s, %s, %s, %s, %s, %s) on conflict do nothing",
            [row["id"], row["hub"], row["hub_topic"], callbacks + token, token, secrets.token_urlsafe(_RANDOM), now],
        )


def _usual_pace(connection: Connection, feed_ids: list[int | None], now: datetime) -> None:
    """Take back what was put off because of a hub; a feed that fails keeps its back-off."""
    if feed_ids:
        connection.execute(
            "update feed set next_poll = least(next_poll, greatest(%s, last_polled + make_interval(secs => interval)))"
            " where id = any(%s) and state = 'active' and failures = 0 and last_polled is not null",
            [now, feed_ids],
        )


def due(connection: Connection, now: datetime) -> list[int]:
    """Return the subscriptions whose hub is to be asked: for the first time, again, or because the lease ends soon."""
    rows = connection.execute("select id from subscription where next_ask <= %s order by next_ask", [now])
    return [row["id"] for row in rows]


def take(connection: Connection, subscription_id: int, now: datetime) -> Subscription | None:
    """Return a subscription whose hub is due to be asked, noted as asked; None if it is not due (any more).

    The note must be committed before the hub is asked: it may ask back before it answers.
    """
    row = connection.execute(
        f"select {_COLUMNS} from subscription where id = %s and next_ask <= %s for update", [subscription_id, now]
    ).fetchone()
    if row is None:
        return None
    asked = websub.asked(_subscription(row), now=now)
    save(connection, asked)
    return asked


def save(connection: Connection, changed: Subscription) -> None:
    """Store how a subscription stands. A feed whose hub does not push is polled at its usual pace."""
    connection.execute(
        "update subscription set state = %s, asked_at = %s, next_ask = %s, failures = %s, last_error = %s,"
        " lease_ends = %s, missed = %s where id = %s",
        [
            changed.state,
            changed.asked_at,
            changed.next_ask,
            changed.failures,
            plain(changed.last_error or "") or None,
            changed.lease_ends,
            changed.missed,
            changed.id,
        ],
    )


def save_answer(connection: Connection, answered: Subscription) -> None:
    """Store when a hub is asked again, unless it has confirmed or denied meanwhile."""
    connection.execute(
        "update subscription set next_ask = %s, failures = %s, last_error = %s"
        " where id = %s and asked_at = %s and failures > 0 and state <> 'denied'",
        [answered.next_ask, answered.failures, plain(answered.last_error or ""), answered.id, answered.asked_at],
    )


def by_token(connection: Connection, token: str) -> Subscription | None:
    """Return the subscription of a callback, its row locked until the transaction ends; None if there is none."""
    row = connection.execute(
        f"select {_COLUMNS} from subscription where token = %s for update", [plain(token)]
    ).fetchone()
    return _subscription(row) if row else None


def deny(connection: Connection, denied: Subscription, now: datetime) -> None:
    """Store that a hub said no; the feed is polled as if there were none."""
    save(connection, denied)
    _usual_pace(connection, [denied.feed_id], now)


def end(connection: Connection, subscription_id: int) -> None:
    """Forget a subscription."""
    connection.execute("delete from subscription where id = %s", [subscription_id])


def note_push(connection: Connection, subscription_id: int, now: datetime) -> None:
    """Note that a hub pushed: its feed is to be polled."""
    connection.execute(
        "update subscription set pushed_at = %s, unseen = true, missed = 0 where id = %s", [now, subscription_id]
    )


def pushed(connection: Connection, now: datetime) -> list[int]:
    """Return the feeds that are to be polled because of a push, and count the push as seen.

    A feed is polled once at a time and not again within a minute; one that fails keeps its back-off. Until then the push waits.
    """
    rows = connection.execute(
        """
        update subscription s set unseen = false from feed f
        where s.unseen and f.id = s.feed_id and f.state = 'active' and f.failures = 0
            and (f.last_polled is null or f.last_polled <= %s)
            and not exists (select from procrastinate_jobs j where j.status in ('todo', 'doing')
                            and j.task_name = 'poll' and j.args ->> 'key' = f.id::text)
        returning f.id
        """,
        [now - timedelta(seconds=websub.SHORTEST_PAUSE)],
    )
    return [row["id"] for row in rows]


def paced(connection: Connection, polled: Feed, *, news: int, before: Feed, now: datetime) -> Feed:
    """Return a feed that was polled with its next poll put off while a hub pushes; ``before`` is the feed before that poll."""
    row = connection.execute(
        f"select {_COLUMNS} from subscription where feed_id = %s and state = 'active' for update", [polled.id]
    ).fetchone()
    if row is None:
        return polled
    known = _subscription(row)
    watched = websub.watched(known, news=news, last_polled=before.last_polled)
    if watched != known:
        save(connection, watched)
    return websub.stretched(polled, watched, news=news, now=now)


def announcing(connection: Connection) -> int:
    """Count the active feeds that announce a hub."""
    row = connection.execute("select count(*) as n from feed where hub is not null and state = 'active'").fetchone()
    assert row is not None
    return int(row["n"])


def by_feed(connection: Connection) -> dict[int, Subscription]:
    """Return the subscriptions that are wanted, by feed."""
    rows = connection.execute(f"select {_COLUMNS} from subscription where state <> 'leaving' and feed_id is not null")
    return {row["feed_id"]: _subscription(row) for row in rows}
