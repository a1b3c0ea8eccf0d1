"""What grouping reads and writes: articles that wait for it, profiles, stories and what happens to them.

All that changes stories holds one lock until its transaction ends, so stories have one history, whoever writes it. Locks
are taken in one order by everybody: who prints whom, stories, articles, pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState
from limitedtimes.model.story import ChangeKind
from limitedtimes.rules.coverage import Print
from limitedtimes.store import codec, copies
from limitedtimes.store.database import plain
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime, timedelta

    from limitedtimes.model.article import Article
    from limitedtimes.model.story import StoryChange
    from limitedtimes.model.translation import ArticleTranslation
    from limitedtimes.rules.coverage import Coverage
    from limitedtimes.store.database import Connection

JOB = Next("group", "news")  # there is one newsroom
Place = tuple[int, int, str | None]  # an article, the story where it stands, and why
LOCK = 0x53544F52  # "STOR": any constant that every process agrees on
_MOST = 1_000  # as far as waiting articles are counted
_PIECE = 500  # stories read at a time: the server ends a transaction that is silent for long
_LIVING = "merged_into is null and first_at is not null"
_WAITS = "a.visible_at is not null and a.grouped_revision < a.printed_revision"


@dataclass(frozen=True, slots=True)
class Ungrouped:
    """An article that is shown in a text which is not grouped: ``shown`` tells that text from a later one.

    ``before`` is its profile in the text that was grouped, None where there is none.
    """

    id: int
    revision: int
    source_id: int
    at: datetime
    copy_of: int | None
    article: Article
    translation: ArticleTranslation | None
    shown: datetime | None
    story_id: int | None
    before: bytes | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A story as it stands now; ``contents`` are the profiles of its articles, none where it is no more."""

    story_id: int
    contents: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A change in the stories' history: the story, and the number that the change has."""

    story_id: int
    number: int


def lock(connection: Connection) -> None:
    """Wait until nobody else writes stories, and keep them from it until the transaction ends; before any row is locked.

    Who says which articles are copies waits, too: that changes several articles and marks their stories, in any order.
    """
    copies.lock(connection)
    connection.execute("select pg_advisory_xact_lock(%s)", [LOCK])


def waiting(connection: Connection) -> int:
    """Count what waits to be grouped: articles, and stories of which an article is gone. Counting ends at 1,000."""
    row = connection.execute(
        f"select (select count(*) from (select from article a where {_WAITS} limit {_MOST}) as articles)"
        f" + (select count(*) from (select from story where recount limit {_MOST}) as stories) as number"
    ).fetchone()
    assert row is not None
    return int(row["number"])


def batch(connection: Connection, *, limit: int, span: timedelta, news: timedelta) -> list[Ungrouped]:
    """Return the oldest articles that wait, in the order of their time; none is younger than the first by more than ``span``.

    An archive that waits does not keep the news waiting: oldest of those that are not older than the newest by ``news``.
    """
    rows = connection.execute(
        f"""
        with waiting as (
            select a.id, a.listed_at from article a where {_WAITS}
                and a.listed_at >= (select max(a.listed_at) from article a where {_WAITS}) - %s
            order by a.listed_at, a.id limit %s
        )
        select id from waiting where listed_at <= (select min(listed_at) from waiting) + %s
        """,
        [news, limit, span],
    )
    return texts(connection, [row["id"] for row in rows])


def texts(connection: Connection, article_ids: Collection[int]) -> list[Ungrouped]:
    """Return articles with the text in which they are shown, in the order of their time."""
    rows = connection.execute(
        """
        select a.id, a.printed_revision, a.source_id, a.listed_at, a.near_duplicate_of, a.story_id, b.content, b.translation,
            b.translated_at, p.content as profile
        from article a join article_body b on b.article_id = a.id and b.revision = a.printed_revision
        left join article_profile p on p.article_id = a.id
        where a.id = any(%s) and a.visible_at is not null order by a.listed_at, a.id
        """,
        [list(article_ids)],
    )
    return [
        Ungrouped(
            id=row["id"],
            revision=row["printed_revision"],
            source_id=row["source_id"],
            at=row["listed_at"],
            copy_of=row["near_duplicate_of"],
            article=codec.article_from_json(row["content"]),
            translation=codec.translation_from_json(row["translation"]) if row["translation"] else None,
            shown=row["translated_at"],
            story_id=row["story_id"],
            before=row["profile"],
        )
        for row in rows
    ]


def still_waiting(connection: Connection, found: Sequence[Ungrouped]) -> dict[int, int | None]:
    """Return those of the articles that wait in the very text that was found, each with the story where it stands."""
    rows = connection.execute(
        f"""
        select a.id, a.story_id from unnest(%s::int[], %s::int[], %s::timestamptz[]) as found (id, revision, shown)
        join article a on a.id = found.id and a.printed_revision = found.revision and {_WAITS}
        join article_body b on b.article_id = a.id and b.revision = a.printed_revision
            and b.translated_at is not distinct from found.shown
        for update of a
        """,
        [[one.id for one in found], [one.revision for one in found], [one.shown for one in found]],
    )
    return {row["id"]: row["story_id"] for row in rows}


def latest_start(connection: Connection) -> datetime | None:
    """Return when the story that began last began."""
    row = connection.execute(f"select first_at from story where {_LIVING} order by first_at desc limit 1").fetchone()
    found: datetime | None = row["first_at"] if row else None
    return found


def last_mark(connection: Connection) -> Mark | None:
    """Return the last change in the stories' history; None before the first. Under the lock none is missing below it."""
    row = connection.execute("select id, changed from story order by changed desc limit 1").fetchone()
    return Mark(row["id"], row["changed"]) if row else None


def holds(connection: Connection, mark: Mark) -> bool:
    """Tell whether a change is in the stories' history; one whose transaction was not committed is not."""
    row = connection.execute("select changed >= %s as done from story where id = %s", [mark.number, mark.story_id])
    found = row.fetchone()
    return bool(found and found["done"])


def changed_since(connection: Connection, mark: Mark) -> Iterator[Changed]:
    """Yield the stories that changed after a mark, in pieces."""
    rows = connection.execute("select id from story where changed > %s order by id", [mark.number]).fetchall()
    yield from _changed(connection, [row["id"] for row in rows])


def between(
    connection: Connection, since: datetime, until: datetime, *, ended: datetime | None = None
) -> Iterator[Changed]:
    """Yield the living stories whose first article came at ``until`` or before and whose last at ``since`` or later; with
    ``ended`` those only whose last came before that.
    """
    rows = connection.execute(
        f"select id from story where {_LIVING} and last_at >= %(since)s and first_at <= %(until)s"
        " and (%(ended)s::timestamptz is null or last_at < %(ended)s) order by id",
        {"since": since, "until": until, "ended": ended},
    ).fetchall()
    yield from _changed(connection, [row["id"] for row in rows])


def _changed(connection: Connection, story_ids: Sequence[int]) -> Iterator[Changed]:
    for start in range(0, len(story_ids), _PIECE):
        rows = connection.execute(
            """
            select s.id, array_remove(array_agg(p.content order by p.article_id), null) as contents
            from story s left join article a on a.story_id = s.id and s.merged_into is null and a.visible_at is not null
            left join article_profile p on p.article_id = a.id where s.id = any(%s) group by s.id order by s.id
            """,
            [story_ids[start : start + _PIECE]],
        )
        for row in rows.fetchall():
            yield Changed(row["id"], tuple(row["contents"]))


def new_story(connection: Connection) -> int:
    """Make a story without articles; return its id."""
    row = connection.execute("insert into story default values returning id").fetchone()
    assert row is not None
    return int(row["id"])


def place(connection: Connection, places: Iterable[Place]) -> None:
    """Put articles that wait into stories: they are grouped then."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "update article set story_id = %s, story_reason = %s, grouped_revision = printed_revision where id = %s",
            [(story_id, plain(reason) if reason else None, article_id) for article_id, story_id, reason in places],
        )


def is_open(connection: Connection, story_id: int) -> bool:
    """Tell whether a story has not gone into another one."""
    row = connection.execute("select merged_into is null as open from story where id = %s", [story_id]).fetchone()
    return bool(row and row["open"])


def replace(connection: Connection, places: Iterable[Place]) -> None:
    """Put grouped articles into other stories."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "update article set story_id = %s, story_reason = %s where id = %s",
            [(story_id, plain(reason) if reason else None, article_id) for article_id, story_id, reason in places],
        )


def living_since(connection: Connection, since: datetime) -> dict[int, int]:
    """Return the articles of the stories that got one from ``since`` on, in the order of their time, each with its story."""
    rows = connection.execute(
        f"select a.id, a.story_id from article a where a.visible_at is not null and a.story_id in"
        f" (select id from story where {_LIVING} and last_at >= %s) order by a.listed_at, a.id",
        [since],
    )
    return {row["id"]: row["story_id"] for row in rows}


def stays(connection: Connection, article_ids: Collection[int]) -> None:
    """Leave articles where they stand: they are grouped in their newest text."""
    connection.execute("update article set grouped_revision = printed_revision where id = any(%s)", [list(article_ids)])


def move(connection: Connection, change: StoryChange) -> None:
    """Merge two stories or split one: its articles move, and it is on record.

    Why they stand where they stood is said anew of articles that were split off; of merged ones it holds where it was said.
    """
    merge = change.kind is ChangeKind.MERGE
    connection.execute(
        "update article set story_id = %(story)s, story_reason = case when %(merge)s then coalesce(story_reason, %(reason)s)"
        " else %(reason)s end where id = any(%(ids)s)",
        {
            "story": change.story_id if merge else change.other_id,
            "merge": merge,
            "reason": plain(change.reason),
            "ids": list(change.articles),
        },
    )
    record(connection, change)


def record(connection: Connection, change: StoryChange) -> None:
    """Put a merge or a split on record; the address of a merged story leads to the other one from now on."""
    connection.execute(
        "insert into story_change (at, kind, story_id, other_id, articles, reason, by_owner)"
        " values (%s, %s, %s, %s, %s, %s, %s)",
        [
            change.at,
            change.kind,
            change.story_id,
            change.other_id,
            list(change.articles),
            plain(change.reason),
            change.by_owner,
        ],
    )
    if change.kind is ChangeKind.MERGE:
        # Nothing leads to what leads elsewhere: an address is followed in one step.
        connection.execute(
            "update story set merged_into = %(into)s, changed = nextval('story_number')"
            " where id = %(gone)s or merged_into = %(gone)s",
            {"into": change.story_id, "gone": change.other_id},
        )


def to_recount(connection: Connection) -> list[int]:
    """Return the stories of which an article is gone, and let those articles go."""
    rows = connection.execute("select id from story where recount order by id limit 500").fetchall()
    ids = [row["id"] for row in rows]
    connection.execute(
        "update article set story_id = null, story_reason = null, grouped_revision = 0"
        " where story_id = any(%s) and visible_at is null",
        [ids],
    )
    return ids


def prints(connection: Connection, story_ids: Collection[int]) -> dict[int, list[Print]]:
    """Return the articles of stories as they are counted; a story without articles has an empty list."""
    rows = connection.execute(
        """
        select a.story_id, a.id, a.source_id, a.listed_at, a.state, a.language, s.country, a.topic, a.near_duplicate_of
        from article a join source s on s.id = a.source_id
        where a.story_id = any(%s) and a.visible_at is not null order by a.listed_at, a.id
        """,
        [list(story_ids)],
    )
    found: dict[int, list[Print]] = {story_id: [] for story_id in story_ids}
    for row in rows:
        found[row["story_id"]].append(
            Print(
                article_id=row["id"],
                source_id=row["source_id"],
                at=row["listed_at"],
                state=ArticleState(row["state"]),
                language=row["language"],
                country=row["country"],
                topic=row["topic"],
                copy_of=row["near_duplicate_of"],
            )
        )
    return found


def describe(connection: Connection, cards: Mapping[int, tuple[int, Coverage] | None]) -> None:
    """Write what lists show of stories: headline article and coverage, None for a story without articles."""
    with connection.cursor() as cursor:
        cursor.executemany(
            """
            update story set headline_article_id = %s, articles = %s, outlets = %s, independent = %s, languages = %s,
                countries = %s, first_at = %s, last_at = %s, topic = %s, recount = false, changed = nextval('story_number')
            where id = %s
            """,
            [(*_columns(card), story_id) for story_id, card in sorted(cards.items())],
        )


def _columns(card: tuple[int, Coverage] | None) -> tuple[object, ...]:
    if card is None:
        return (None, 0, 0, 0, [], [], None, None, None)
    headline, coverage = card
    return (
        headline,
        coverage.articles,
        coverage.outlets,
        coverage.independent,
        list(coverage.languages),
        list(coverage.countries),
        coverage.first_at,
        coverage.last_at,
        coverage.topic,
    )
