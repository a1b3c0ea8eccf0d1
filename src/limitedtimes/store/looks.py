"""What is remembered of articles' pages from one look to the next: validators, when to look again, what was not believed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.rules.schedule import LONGEST_BACK_OFF, doubted_until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from limitedtimes.model.article import Reason
    from limitedtimes.store.database import Connection

_MOST = 200  # looks that are enqueued at once


@dataclass(frozen=True, slots=True)
class Seen:
    """What a server said of the page that was read; ``etag`` and ``last_modified`` byte for byte, the hash of its bytes."""

    etag: str | None = None
    last_modified: str | None = None
    content_hash: str | None = None


def remember(
    connection: Connection,
    article_id: int,
    *,
    now: datetime,
    look_at: datetime | None,
    changed: bool,
    seen: Seen | None = None,
    kept: Reason | None = None,
) -> None:
    """Note a look at an article's page and the next one; without ``seen`` what was seen before still holds.

    ``kept`` says why the page was not believed, or could not be had, and what was read before stays.
    """
    connection.execute(
        """
        insert into page_look as l
            (article_id, etag, last_modified, content_hash, looked_at, look_at, unchanged, kept_code, kept_message)
        values (%(id)s, %(etag)s, %(modified)s, %(hash)s, %(now)s, %(look_at)s, %(unchanged)s, %(code)s, %(message)s)
        on conflict (article_id) do update set
            etag = case when %(seen)s then excluded.etag else l.etag end,
            last_modified = case when %(seen)s then excluded.last_modified else l.last_modified end,
            content_hash = case when %(seen)s then excluded.content_hash else l.content_hash end,
            looked_at = excluded.looked_at, look_at = excluded.look_at,
            unchanged = case when %(unchanged)s = 0 then 0 else l.unchanged + 1 end,
            kept_code = excluded.kept_code, kept_message = excluded.kept_message
        """,
        {
            "id": article_id,
            "seen": seen is not None,
            "etag": seen.etag if seen else None,
            "modified": seen.last_modified if seen else None,
            "hash": seen.content_hash if seen else None,
            "now": now,
            "look_at": look_at,
            "unchanged": int(not changed),
            "code": kept.code if kept else None,
            "message": kept.message if kept else None,
        },
    )


def hasten(connection: Connection, article_ids: Sequence[int], now: datetime) -> list[int]:
    """Return those of the articles that a feed calls new or changed that are to be read now; the others soon.

    A feed that called an article changed when it was not is believed again after a while, which doubles each time.
    """
    rows = connection.execute(
        "select article_id, looked_at, unchanged from page_look where article_id = any(%s)", [list(article_ids)]
    )
    doubted = {row["article_id"]: doubted_until(row["looked_at"], row["unchanged"]) for row in rows}
    later = {article_id: until for article_id, until in doubted.items() if until > now}
    for article_id, until in later.items():
        connection.execute(
            "update page_look set look_at = least(coalesce(look_at, %(until)s), %(until)s) where article_id = %(id)s",
            {"until": until, "id": article_id},
        )
    return [article_id for article_id in article_ids if article_id not in later]


def due(connection: Connection, now: datetime) -> list[int]:
    """Return articles whose page is to be looked at again, the longest due first; a look that is lost is due in a day.

    Those that wait for their translation wait with the look, too.
    """
    rows = connection.execute(
        "update page_look set look_at = %(now)s + make_interval(secs => %(lost)s) where article_id in"
        " (select l.article_id from page_look l join article a on a.id = l.article_id"
        " where l.look_at <= %(now)s and a.state <> 'waiting' order by l.look_at limit %(most)s"
        " for update of l skip locked) returning article_id",
        {"now": now, "lost": LONGEST_BACK_OFF, "most": _MOST},
    )
    return [row["article_id"] for row in rows]
