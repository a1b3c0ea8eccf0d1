"""Outlets and feeds."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from limitedtimes.model.source import Feed, FeedState, Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from limitedtimes.store.database import Connection, Row

SOURCE_COLUMNS = "id, name, slug, home, language, country, topic"
_FEED_COLUMNS = (
    "id, source_id, url, state, etag, last_modified, next_poll, interval, failures, last_error,"
    " last_success, last_polled, content_hash"
)


def source_from(row: Row) -> Source:
    """Make a Source of a row with its columns."""
    return Source(**{name: row[name] for name in SOURCE_COLUMNS.split(", ")})


def feed_from(row: Row) -> Feed:
    """Make a Feed of a row with its columns."""
    return Feed(**{**row, "state": FeedState(row["state"])})


def subscribe(
    connection: Connection,
    *,
    url: str,
    name: str,
    home: str | None = None,
    language: str | None = None,
    country: str | None = None,
    topic: str | None = None,
) -> tuple[Source, Feed, bool]:
    """Follow a feed; return its outlet, the feed, and whether it is new. A second feed of the same home joins its outlet."""
    known = connection.execute(f"select {_FEED_COLUMNS} from feed where url = %s", [url]).fetchone()
    if known:
        feed = feed_from(known)
        return source(connection, feed.source_id), feed, False
    row = None
    if home:
        row = connection.execute(
            f"select {SOURCE_COLUMNS} from source where home = %s and name = %s", [home, name]
        ).fetchone()
    if row is None:
        row = connection.execute(
            f"insert into source (name, slug, home, language, country, topic) values (%s, %s, %s, %s, %s, %s)"
            f" returning {SOURCE_COLUMNS}",
            [name, _free_slug(connection, name, home or url), home, language, country, topic],
        ).fetchone()
    assert row is not None
    new = connection.execute(
        f"insert into feed (source_id, url) values (%s, %s) on conflict (url) do update set url = excluded.url"
        f" returning {_FEED_COLUMNS}",
        [row["id"], url],
    ).fetchone()
    assert new is not None
    return source_from(row), feed_from(new), True


def _free_slug(connection: Connection, name: str, address: str) -> str:
    """Return a slug that no outlet has: of the name, or of the host where the name has no Latin letters."""
    base = _slug(name) or _slug((urlsplit(address).hostname or "").removeprefix("www.")) or "outlet"
    taken = {row["slug"] for row in connection.execute("select slug from source where slug like %s", [base + "%"])}
    number = 1
    slug = base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]


def source(connection: Connection, source_id: int) -> Source:
    """Return an outlet; raises KeyError."""
    row = connection.execute(f"select {SOURCE_COLUMNS} from source where id = %s", [source_id]).fetchone()
    if row is None:
        raise KeyError(source_id)
    return source_from(row)


def feed(connection: Connection, feed_id: int) -> Feed | None:
    """Return a feed, or None when it was removed meanwhile."""
    row = connection.execute(f"select {_FEED_COLUMNS} from feed where id = %s", [feed_id]).fetchone()
    return feed_from(row) if row else None


def feeds(connection: Connection) -> list[tuple[Source, Feed]]:
    """Return every feed with its outlet, by the outlet's name."""
    sources = {row["id"]: source_from(row) for row in connection.execute(f"select {SOURCE_COLUMNS} from source")}
    rows = [feed_from(row) for row in connection.execute(f"select {_FEED_COLUMNS} from feed order by id")]
    return sorted(
        ((sources[one.source_id], one) for one in rows), key=lambda pair: (pair[0].name.casefold(), pair[1].id)
    )


def due(connection: Connection, now: datetime) -> list[int]:
    """Return the ids of active feeds whose next poll is due."""
    rows = connection.execute(
        "select id from feed where state = 'active' and next_poll <= %s order by next_poll", [now]
    )
    return [row["id"] for row in rows]


def put_off(connection: Connection, feed_id: int, until: datetime) -> None:
    """Let a feed's next poll be due no sooner than that."""
    connection.execute("update feed set next_poll = greatest(next_poll, %s) where id = %s", [until, feed_id])


def active(connection: Connection) -> list[int]:
    """Return the ids of active feeds."""
    return [row["id"] for row in connection.execute("select id from feed where state = 'active' order by id")]


def save_feed(connection: Connection, changed: Feed) -> None:
    """Store what a poll changed. A move to an address that another feed has keeps the old address."""
    connection.execute(
        """
        update feed set state = %(state)s, etag = %(etag)s, last_modified = %(last_modified)s,
            content_hash = %(content_hash)s, next_poll = %(next_poll)s, interval = %(interval)s, failures = %(failures)s,
            last_error = %(last_error)s, last_success = %(last_success)s, last_polled = %(last_polled)s,
            url = case when exists (select from feed other where other.url = %(url)s and other.id <> %(id)s)
                       then url else %(url)s end
        where id = %(id)s
        """,
        {
            "id": changed.id,
            "url": changed.url,
            "state": changed.state,
            "etag": changed.etag,
            "last_modified": changed.last_modified,
            "content_hash": changed.content_hash,
            "next_poll": changed.next_poll,
            "interval": changed.interval,
            "failures": changed.failures,
            "last_error": changed.last_error,
            "last_success": changed.last_success,
            "last_polled": changed.last_polled,
        },
    )


def learn_language(connection: Connection, source_id: int, language: str | None) -> None:
    """Remember the language that an outlet's feed declares, if none was known."""
    if language:
        connection.execute("update source set language = %s where id = %s and language is null", [language, source_id])


def set_state(connection: Connection, feed_ids: Sequence[int], state: FeedState) -> int:
    """Pause or resume feeds; return how many changed. A resumed feed is due at once."""
    cursor = connection.execute(
        "update feed set state = %(state)s, failures = 0,"
        " next_poll = case when %(state)s = 'active' then now() else next_poll end"
        " where id = any(%(ids)s) and state <> %(state)s",
        {"state": state, "ids": list(feed_ids)},
    )
    return cursor.rowcount


def remove(connection: Connection, source_id: int) -> int:
    """Remove an outlet with its feeds and articles; return how many articles went."""
    row = connection.execute("select count(*) as n from article where source_id = %s", [source_id]).fetchone()
    # Its articles leave the stories of others; the stage that groups counts those anew.
    connection.execute(
        "update story set recount = true where id in (select story_id from article where source_id = %s)", [source_id]
    )
    connection.execute("delete from source where id = %s", [source_id])
    assert row is not None
    return int(row["n"])
