"""Articles on their way: what feeds announce, what was read, what could not be."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from limitedtimes.model.article import ArticleState, Reason
from limitedtimes.rules.identity import canonical_url, content_hash
from limitedtimes.store import codec
from limitedtimes.store.database import jsonb, plain
from limitedtimes.store.sources import SOURCE_COLUMNS, source_from

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from limitedtimes.model.article import Article, Entry
    from limitedtimes.model.source import Feed, Source
    from limitedtimes.store.database import Connection

_PREFIXED_SOURCE = ", ".join(f"s.{name}" for name in SOURCE_COLUMNS.split(", "))


@dataclass(frozen=True, slots=True)
class ToRead:
    """An article that is to be read: its outlet, what feeds say of it, and what was read before."""

    id: int
    url: str
    state: ArticleState
    tries: int
    source: Source
    entry: Entry
    revision: int
    content: dict[str, Any] | None  # of that revision, as JSON
    content_hash: str | None  # of that revision's text

    @property
    def from_feed(self) -> bool:
        """Tell whether that revision is less than the outlet's whole article."""
        return self.content is not None and "partial" in self.content


def digest(value: object) -> str:
    """SHA-256 of a JSON value."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def intake(connection: Connection, feed: Feed, entries: Iterable[Entry]) -> list[int]:
    """Store what a feed announces; return the articles that are new or that the feed says have changed.

    An article comes once, however many feeds carry it and whatever becomes of its guid: its URL's canonical form decides.
    """
    changed: dict[int, None] = {}
    for entry in entries:
        content = codec.entry_to_json(entry)
        mark = digest(content)
        known = connection.execute(
            "select article_id, content_hash from entry where feed_id = %s and guid = %s", [feed.id, entry.guid]
        ).fetchone()
        if known and known["content_hash"] == mark:
            continue
        article_id, new = (known["article_id"], False) if known else _article(connection, feed, entry)
        twin = connection.execute(
            "select from entry where article_id = %s and content_hash = %s limit 1", [article_id, mark]
        ).fetchone()
        connection.execute(
            "insert into entry (feed_id, guid, article_id, content_hash, content) values (%s, %s, %s, %s, %s)"
            " on conflict (feed_id, guid) do update set content_hash = excluded.content_hash,"
            " content = excluded.content, seen_at = now()",
            [feed.id, entry.guid, article_id, mark, jsonb(content)],
        )
        if new or (known and twin is None):
            changed[article_id] = None
    return list(changed)


def _article(connection: Connection, feed: Feed, entry: Entry) -> tuple[int, bool]:
    key = canonical_url(entry.url)
    row = connection.execute(
        "insert into article (source_id, url, url_key, title, published, language) values (%s, %s, %s, %s, %s, %s)"
        " on conflict (url_key) do nothing returning id",
        [
            feed.source_id,
            plain(entry.url),
            plain(key),
            plain(entry.title) or entry.url,
            entry.published,
            entry.language,
        ],
    ).fetchone()
    if row:
        return int(row["id"]), True
    row = connection.execute("select id from article where url_key = %s", [key]).fetchone()
    assert row is not None
    return int(row["id"]), False


def to_read(connection: Connection, article_id: int) -> ToRead | None:
    """Return what reading an article needs, or None when it was removed meanwhile."""
    row = connection.execute(
        f"""
        select a.id as article_id, a.url, a.state, a.tries, a.revision, b.content_hash, b.content, e.content as entry, {_PREFIXED_SOURCE}
        from article a join source s on s.id = a.source_id
        join lateral (select content from entry where article_id = a.id order by seen_at desc limit 1) e on true
        left join article_body b on b.article_id = a.id and b.revision = a.revision
        where a.id = %s
        """,
        [article_id],
    ).fetchone()
    if row is None:
        return None
    return ToRead(
        id=row["article_id"],
        url=row["url"],
        state=ArticleState(row["state"]),
        tries=row["tries"],
        source=source_from(row),
        entry=codec.entry_from_json(row["entry"]),
        revision=row["revision"],
        content=row["content"],
        content_hash=row["content_hash"],
    )


def save_article(
    connection: Connection, work: ToRead, article: Article, *, tries: int = 0, retry_at: datetime | None = None
) -> bool:
    """Store what was read as a revision and ask for its translation; False when nothing has changed.

    A whole article takes the place of what only the feed gave; anything else that differs is a revision of its own.
    """
    content = codec.article_to_json(article)
    mark = content_hash(article)
    connection.execute("update article set tries = %s, retry_at = %s where id = %s", [tries, retry_at, work.id])
    if work.content == content and work.state is not ArticleState.WAITING:
        return False
    revision = max(work.revision, 1) if work.from_feed or work.content_hash == mark else work.revision + 1
    connection.execute(
        """
        insert into article_body (article_id, revision, content_hash, content) values (%s, %s, %s, %s)
        on conflict (article_id, revision) do update
        set content_hash = excluded.content_hash, content = excluded.content, read_at = now(),
            translation = null, translated_at = null
        """,
        [work.id, revision, mark, jsonb(content)],
    )
    connection.execute(
        "update article set revision = %s, canonical_url = %s, language = %s, state = 'waiting',"
        " reason_code = null, reason_message = null where id = %s",
        [revision, article.canonical_url, article.language, work.id],
    )
    connection.execute(
        "insert into pending_translation (article_id, revision, language) values (%s, %s, %s)"
        " on conflict (article_id) do update set revision = excluded.revision, language = excluded.language,"
        " leased_by = null, leased_until = null, attempts = 0, upgrade_of = null",
        [work.id, revision, article.language or "und"],
    )
    return True


def save_unchanged(connection: Connection, article_id: int, *, tries: int, retry_at: datetime | None) -> None:
    """Note that a page which was read before cannot be read now."""
    connection.execute("update article set tries = %s, retry_at = %s where id = %s", [tries, retry_at, article_id])


def translate_again(connection: Connection, article_id: int) -> str | None:
    """Put an article's newest revision back among what waits for translation; return its language."""
    row = connection.execute(
        "insert into pending_translation (article_id, revision, language)"
        " select id, revision, coalesce(language, 'und') from article where id = %s and revision > 0"
        " on conflict (article_id) do update set leased_by = null, leased_until = null, attempts = 0, upgrade_of = null"
        " returning language",
        [article_id],
    ).fetchone()
    return str(row["language"]) if row else None


def save_wait(connection: Connection, article_id: int, *, tries: int, reason: Reason) -> None:
    """Note why an article could not be read this time; it is tried again soon. What was read before keeps its reason."""
    connection.execute(
        "update article set tries = %(tries)s,"
        " reason_code = case when state = 'waiting' then %(code)s else reason_code end,"
        " reason_message = case when state = 'waiting' then %(message)s else reason_message end where id = %(id)s",
        {"tries": tries, "code": reason.code, "message": reason.message, "id": article_id},
    )


def exclude(connection: Connection, article_id: int, reason: Reason) -> None:
    """Leave an article out for good: robots.txt, reserved rights, not an article."""
    connection.execute(
        "update article set state = 'excluded', reason_code = %s, reason_message = %s, visible_at = null,"
        " retry_at = null where id = %s",
        [reason.code, reason.message, article_id],
    )
    connection.execute("delete from pending_translation where article_id = %s", [article_id])
    connection.execute("delete from search_document where article_id = %s", [article_id])


def same_elsewhere(connection: Connection, article_id: int, canonical: str) -> int | None:
    """Return an older article whose page names the same canonical address, if there is one."""
    row = connection.execute(
        "select id from article where (canonical_url = %(url)s or url_key = %(url)s) and id < %(id)s"
        " and state not in ('excluded') order by id limit 1",
        {"url": canonical, "id": article_id},
    ).fetchone()
    return int(row["id"]) if row else None


def due_for_reading(connection: Connection, now: datetime) -> list[int]:
    """Return articles whose moment to be tried again has come, and put that moment out of the way."""
    rows = connection.execute("update article set retry_at = null where retry_at <= %s returning id", [now])
    return [row["id"] for row in rows]


def start_over(connection: Connection, article_ids: list[int] | None) -> list[int]:
    """Set articles back to waiting, to be read again: those named, or all that are failed, partial or untranslated."""
    condition = "id = any(%(ids)s)" if article_ids is not None else "state in ('failed', 'partial', 'untranslated')"
    rows = connection.execute(
        f"update article set state = 'waiting', tries = 0, retry_at = null, reason_code = null, reason_message = null"
        f" where {condition} returning id",
        {"ids": article_ids},
    )
    return [row["id"] for row in rows]
