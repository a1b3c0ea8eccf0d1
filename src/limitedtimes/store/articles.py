"""Articles on their way: what feeds announce, what was read, what could not be."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from limitedtimes.model.article import ArticleState, Entry, Reason
from limitedtimes.rules.identity import canonical_url, content_hash, page_key, variant_key
from limitedtimes.rules.revisions import changes, same_entry, same_shape
from limitedtimes.store import codec
from limitedtimes.store.database import jsonb, plain
from limitedtimes.store.looks import Seen
from limitedtimes.store.sources import SOURCE_COLUMNS, source_from

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from limitedtimes.model.article import Article
    from limitedtimes.model.source import Feed, Source
    from limitedtimes.store.database import Connection, Row

_PREFIXED_SOURCE = ", ".join(f"s.{name}" for name in SOURCE_COLUMNS.split(", "))


class Stored(Enum):
    """What storing a reading did."""

    NOTHING = auto()  # it says what was known
    FACTS = auto()  # the text is the same, and so is its translation; dates, pictures or links are not
    TEXT = auto()  # the text waits for its translation


@dataclass(frozen=True, slots=True)
class ToRead:
    """An article that is to be read: its outlet, what feeds say of it, and what was read before."""

    id: int
    url: str
    state: ArticleState
    tries: int
    source: Source
    entry: Entry
    first_seen: datetime
    revision: int
    article: Article | None = None  # that revision
    read_at: datetime | None = None  # ... and when its text was found
    seen: Seen = field(default_factory=Seen)

    @property
    def whole(self) -> bool:
        """Tell whether the outlet's whole article is here and may be shown, so that only a change is of interest."""
        settled = self.state not in (ArticleState.WAITING, ArticleState.EXCLUDED)
        return settled and self.article is not None and self.article.partial is None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An article that may stand at another's address, as it was read last: None where it was not yet."""

    id: int
    source_id: int
    key: str | None
    article: Article | None


def _mark(content: dict[str, Any], guid: str) -> str:
    """SHA-256 of what an entry says under a guid; what tracks readers in its address says nothing."""
    said = content | {"guid": guid, "url": canonical_url(content["url"])}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def intake(connection: Connection, feed: Feed, entries: Sequence[Entry]) -> list[int]:
    """Store what a feed announces; return the articles that are new or that the feed says have changed.

    An article comes once, however many feeds carry it and whatever becomes of its guid: its address decides, without what
    marks AMP and mobile variants. A guid that a feed gives to another article is that article's from then on.
    """
    changed: dict[int, None] = {}
    guids = {entry.guid for entry in entries}
    for entry in entries:
        content = codec.entry_to_json(entry)
        known = connection.execute(
            "select article_id, content_hash, content from entry where feed_id = %s and guid = %s",
            [feed.id, entry.guid],
        ).fetchone()
        if known and known["content_hash"] == _mark(content, entry.guid):
            continue
        if known and not same_entry(codec.entry_from_json(known["content"]), entry):
            known = None
        article_id, new = (known["article_id"], False) if known else _article(connection, feed, entry)
        told = _told(connection, article_id)
        before = known or _renamed(connection, feed, told, guids)
        if new or (before and not any(_says(row, content) for row in told)):
            changed[article_id] = None
        _store_entry(connection, feed, entry.guid, article_id, content)
    return list(changed)


def _told(connection: Connection, article_id: int) -> list[Row]:
    """Return what feeds have said of an article."""
    query = "select feed_id, guid, content_hash from entry where article_id = %s"
    return connection.execute(query, [article_id]).fetchall()


def _renamed(connection: Connection, feed: Feed, told: Sequence[Row], guids: Collection[str]) -> Row | None:
    """Take away and return what the feed said of an article under a guid that it no longer has."""
    old = next((row for row in told if row["feed_id"] == feed.id and row["guid"] not in guids), None)
    if old:
        connection.execute("delete from entry where feed_id = %s and guid = %s", [feed.id, old["guid"]])
    return old


def _says(row: Row, content: dict[str, Any]) -> bool:
    """Tell whether a row of ``entry`` says the same as an entry, guids aside."""
    return bool(row["content_hash"] == _mark(content, row["guid"]))


def _store_entry(connection: Connection, feed: Feed, guid: str, article_id: int, content: dict[str, Any]) -> None:
    connection.execute(
        "insert into entry (feed_id, guid, article_id, content_hash, content) values (%s, %s, %s, %s, %s)"
        " on conflict (feed_id, guid) do update set article_id = excluded.article_id,"
        " content_hash = excluded.content_hash, content = excluded.content, seen_at = now()",
        [feed.id, guid, article_id, _mark(content, guid), jsonb(content)],
    )


def _article(connection: Connection, feed: Feed, entry: Entry) -> tuple[int, bool]:
    """Return the article of an address, and whether it is new."""
    keys = {"url": plain(canonical_url(entry.url)), "variant": plain(variant_key(entry.url))}
    find = (
        "select id from article where url_key = %(url)s or variant_key = %(variant)s"
        " order by url_key = %(url)s desc, id limit 1"
    )
    if row := connection.execute(find, keys).fetchone():
        return int(row["id"]), False
    row = connection.execute(
        "insert into article (source_id, url, url_key, variant_key, title, published, language)"
        " values (%(source)s, %(address)s, %(url)s, %(variant)s, %(title)s, %(published)s, %(language)s)"
        " on conflict (url_key) do nothing returning id",
        {
            **keys,
            "source": feed.source_id,
            "address": plain(entry.url),
            "title": plain(entry.title) or entry.url,
            "published": entry.published,
            "language": entry.language,
        },
    ).fetchone()
    if row:
        return int(row["id"]), True
    row = connection.execute(find, keys).fetchone()  # another poll was faster
    assert row is not None
    return int(row["id"]), False


def to_read(connection: Connection, article_id: int) -> ToRead | None:
    """Return what reading an article needs, or None when it was removed meanwhile."""
    row = connection.execute(
        f"""
        select a.id as article_id, a.url, a.state, a.tries, a.revision, a.first_seen, a.title, a.published, b.content,
            b.read_at, e.content as entry, l.etag, l.last_modified, l.content_hash, {_PREFIXED_SOURCE}
        from article a join source s on s.id = a.source_id
        left join lateral (select content from entry where article_id = a.id order by seen_at desc limit 1) e on true
        left join article_body b on b.article_id = a.id and b.revision = a.revision
        left join page_look l on l.article_id = a.id
        where a.id = %s
        """,
        [article_id],
    ).fetchone()
    if row is None:
        return None
    # No feed speaks of an article any more whose guid another one was given, or whose feed was removed.
    unsaid = Entry(row["url"], row["url"], row["title"], published=row["published"])
    return ToRead(
        id=row["article_id"],
        url=row["url"],
        state=ArticleState(row["state"]),
        tries=row["tries"],
        source=source_from(row),
        entry=codec.entry_from_json(row["entry"]) if row["entry"] else unsaid,
        first_seen=row["first_seen"],
        revision=row["revision"],
        article=codec.article_from_json(row["content"]) if row["content"] else None,
        read_at=row["read_at"],
        seen=Seen(row["etag"], row["last_modified"], row["content_hash"]),
    )


def save_article(
    connection: Connection, work: ToRead, article: Article, *, tries: int = 0, retry_at: datetime | None = None
) -> Stored:
    """Store what was read; a text that changed is a revision of its own, which waits for its translation.

    A whole article takes the place of what only the feed gave. Where the sentences are the same the revision stays, and
    where they stand in the same blocks its translation, too.
    """
    connection.execute("update article set tries = %s, retry_at = %s where id = %s", [tries, retry_at, work.id])
    before = work.article
    shown = work.state not in (ArticleState.WAITING, ArticleState.EXCLUDED)
    if shown and before == article:
        return Stored.NOTHING
    if shown and before and same_shape(before, article) and before.partial == article.partial:
        _save_facts(connection, work, article)
        return Stored.FACTS
    replaced = before is not None and before.partial is not None and article.partial is None
    same = before is not None and (replaced or not changes(before, article))
    _save_text(connection, work, article, max(work.revision, 1) if same else work.revision + 1)
    return Stored.TEXT


def _save_facts(connection: Connection, work: ToRead, article: Article) -> None:
    connection.execute(
        "update article_body set content = %s where article_id = %s and revision = %s",
        [jsonb(codec.article_to_json(article)), work.id, work.revision],
    )
    connection.execute(
        "update article set canonical_url = %s, variant_key = %s where id = %s",
        [article.canonical_url, plain(page_key(work.url, article)), work.id],
    )


def _save_text(connection: Connection, work: ToRead, article: Article, revision: int) -> None:
    connection.execute(
        """
        insert into article_body (article_id, revision, content_hash, content) values (%s, %s, %s, %s)
        on conflict (article_id, revision) do update
        set content_hash = excluded.content_hash, content = excluded.content, read_at = now(),
            translation = null, translated_at = null
        """,
        [work.id, revision, content_hash(article), jsonb(codec.article_to_json(article))],
    )
    connection.execute(
        "update article set revision = %s, canonical_url = %s, variant_key = %s, language = %s, state = 'waiting',"
        " reason_code = null, reason_message = null where id = %s",
        [
            revision,
            article.canonical_url,
            plain(page_key(work.url, article)),
            article.language,
            work.id,
        ],
    )
    connection.execute(
        "insert into pending_translation (article_id, revision, language) values (%s, %s, %s)"
        " on conflict (article_id) do update set revision = excluded.revision, language = excluded.language,"
        " leased_by = null, leased_until = null, attempts = 0, upgrade_of = null",
        [work.id, revision, article.language or "und"],
    )


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
    # Its story is counted without it by the stage that groups.
    connection.execute(
        "update story set recount = true where id = (select story_id from article where id = %s)", [article_id]
    )


def same_elsewhere(connection: Connection, article_id: int, keys: Collection[str], canonical: str) -> list[Elsewhere]:
    """Return older articles of the same address, oldest first.

    ``keys`` are variant keys of the page, ``canonical`` its canonical address: articles of before have no key.
    """
    rows = connection.execute(
        "select a.id, a.source_id, a.variant_key, b.content from article a"
        " left join article_body b on b.article_id = a.id and b.revision = a.revision"
        " where (variant_key = any(%(keys)s) or canonical_url = %(url)s or url_key = %(url)s) and id < %(id)s"
        " and state not in ('excluded', 'failed') order by id limit 5",
        {"keys": [plain(key) for key in keys], "url": plain(canonical), "id": article_id},
    )
    return [
        Elsewhere(
            row["id"],
            row["source_id"],
            row["variant_key"],
            codec.article_from_json(row["content"]) if row["content"] else None,
        )
        for row in rows
    ]


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
