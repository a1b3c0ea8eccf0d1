"""What readers ask of the archive: lists by keyset, an article, a day's neighbours, the outlets' health.

Lists hold visible articles only, newest first by ``(listed_at, id)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState, Reason
from limitedtimes.model.edition import Listing, Printed, SourceHealth
from limitedtimes.model.source import Source
from limitedtimes.store.codec import article_from_json, picture_from_json, translation_from_json
from limitedtimes.store.sources import SOURCE_COLUMNS, feeds, source_from

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from limitedtimes.model.article import Picture
    from limitedtimes.model.source import Feed
    from limitedtimes.store.database import Connection, Row

_SOURCE = tuple((name, f"source_{name}") for name in SOURCE_COLUMNS.split(", "))
UNKNOWN_LANGUAGE = "und"  # BCP 47 for "undetermined"

# Not a copy, or one without an original, or an earlier copy of that, in the same list.
ONCE = """(a.near_duplicate_of is null or not exists (select from article first where {same} and (
    first.id = a.near_duplicate_of or (first.near_duplicate_of = a.near_duplicate_of
        and (first.listed_at, first.id) < (a.listed_at, a.id)))))"""

LISTING = """
    a.id, a.url, a.state, a.reason_code, a.reason_message, a.language, a.title, a.title_en, a.lead, a.lead_en, a.published,
    a.first_seen, a.listed_at, a.visible_at, a.topic, a.picture, a.accessible, greatest(a.printed_revision, 1) as revision,
    a.canonical_url, s.id as source_id, s.name as source_name, s.slug as source_slug, s.home as source_home,
    s.language as source_language, s.country as source_country, s.topic as source_topic
"""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: the last article that was shown. What comes next is older."""

    listed_at: datetime
    id: int


def listing_from_row(row: Row) -> Listing:
    """Return the listing of a row that has the columns of ``LISTING``."""
    return Listing(
        id=row["id"],
        source=Source(**{name: row[column] for name, column in _SOURCE}),
        url=row["url"],
        state=ArticleState(row["state"]),
        reason=Reason(row["reason_code"], row["reason_message"] or "") if row["reason_code"] else None,
        language=row["language"],
        title=row["title"],
        title_en=row["title_en"],
        lead=row["lead"],
        lead_en=row["lead_en"],
        published=row["published"],
        first_seen=row["first_seen"],
        listed_at=row["listed_at"],
        visible_at=row["visible_at"],
        topic=row["topic"],
        picture=picture_from_json(row["picture"]) if row["picture"] else None,
        accessible=row["accessible"],
        revision=row["revision"],
    )


def listings(
    connection: Connection,
    *,
    before: Cursor | None = None,
    limit: int,
    language: str | None = None,
    source_id: int | None = None,
    topic: str | None = None,
    country: str | None = None,
    day: date | None = None,
) -> list[Listing]:
    """Return the newest articles, older than ``before``. ``language`` "und" asks for those whose language is unknown.

    ``country`` (ISO 3166-1 alpha-2) is that of the outlets, ``day`` a day in UTC. Each of the filters has an index of its
    own. A text that several articles print stands once, as the first of them in this list.
    """
    conditions = ["a.visible_at is not null"]
    same = ["first.visible_at is not null"]
    values: dict[str, object] = {"limit": limit}
    if before:
        conditions.append("(a.listed_at, a.id) < (%(moment)s, %(id)s)")
        values |= {"moment": before.listed_at, "id": before.id}
    filters = {"source_id": source_id, "topic": topic, "language": language}
    for name, value in filters.items():
        if name == "language" and value == UNKNOWN_LANGUAGE:
            conditions.append("a.language is null")
        elif value:
            conditions.append(f"a.{name} = %({name})s")
            same.append(f"first.{name} = %({name})s")
            values[name] = value
    if day:
        # PostgreSQL does the arithmetic: its days do not end with the year 9999.
        conditions.append("a.listed_at >= (%(day)s::date)::timestamp at time zone 'UTC'")
        conditions.append("a.listed_at < (%(day)s::date + 1)::timestamp at time zone 'UTC'")
        values["day"] = day
    if country:
        values["country"] = country
        same.append("first.source_id in (select id from source where country = %(country)s)")
    conditions.append(ONCE.format(same=" and ".join(same)))
    where = f"where {' and '.join(conditions)}"
    order = "order by a.listed_at desc, a.id desc limit %(limit)s"
    articles = f"article a join source s on s.id = a.source_id {where}"
    if country:
        # The newest of each of its outlets: a country that writes little would have a walk through all articles.
        articles = f"source s cross join lateral (select * from article a {where} and a.source_id = s.id {order}) a where s.country = %(country)s"
    query = f"select {LISTING} from {articles} {order}"
    return [listing_from_row(row) for row in connection.execute(query, values)]


def by_id(connection: Connection, article_id: int) -> Printed | None:
    """Return the article in the revision that readers see; None where there is none to see."""
    row = connection.execute(
        f"""select {LISTING}, b.content, b.translation from article a join source s on s.id = a.source_id
        join article_body b on b.article_id = a.id and b.revision = a.printed_revision
        where a.id = %s and a.visible_at is not null""",
        [article_id],
    ).fetchone()
    if row is None:
        return None
    return Printed(
        listing=listing_from_row(row),
        article=article_from_json(row["content"]),
        translation=translation_from_json(row["translation"]) if row["translation"] else None,
        canonical_url=row["canonical_url"],
    )


def picture(connection: Connection, article_id: int, number: int | None) -> Picture | None:
    """Return a visible article's picture: by its number in the printed revision, or (None) the one that lists show."""
    row = connection.execute(
        """select case when %(number)s::int is null then a.picture else b.content -> 'pictures' -> %(number)s::int end as picture
        from article a left join article_body b on b.article_id = a.id and b.revision = a.printed_revision
        where a.id = %(id)s and a.visible_at is not null""",
        {"id": article_id, "number": number},
    ).fetchone()
    return picture_from_json(row["picture"]) if row and row["picture"] else None


def source_by_slug(connection: Connection, slug: str) -> Source | None:
    """Return the outlet with that slug."""
    row = connection.execute(f"select {SOURCE_COLUMNS} from source where slug = %s", [slug]).fetchone()
    return source_from(row) if row else None


def sources(connection: Connection) -> list[SourceHealth]:
    """Return every outlet by name, with its feeds and what came of them."""
    found: dict[int, list[Feed]] = {}
    for source, feed in feeds(connection):
        found.setdefault(source.id, []).append(feed)
    counted = _counts_by_source(connection)
    rows = connection.execute(
        f"""select {SOURCE_COLUMNS}, (select a.listed_at from article a where a.source_id = source.id and a.visible_at is not null
            order by a.listed_at desc, a.id desc limit 1) as newest from source order by lower(name), id"""
    )
    return [
        SourceHealth(source_from(row), tuple(found.get(row["id"], ())), counted.get(row["id"], {}), row["newest"])
        for row in rows
    ]


def _counts_by_source(connection: Connection) -> dict[int, dict[ArticleState, int]]:
    counted: dict[int, dict[ArticleState, int]] = {}
    for row in connection.execute("select source_id, state, count(*) as number from article group by source_id, state"):
        counted.setdefault(row["source_id"], {})[ArticleState(row["state"])] = row["number"]
    return counted


def languages(connection: Connection) -> list[str | None]:
    """Return the languages of visible articles, None where there are some whose language is unknown, in order of their codes."""
    # From one language to the next by the index: a count of a million articles would take longer than the whole page.
    rows = connection.execute(
        """with recursive known (language) as (
            (select language from article where visible_at is not null and language is not null order by language limit 1)
            union all
            select (select a.language from article a where a.visible_at is not null and a.language > known.language
                order by a.language limit 1) from known where known.language is not null)
        select language from known where language is not null
        union all select null where exists (select from article where visible_at is not null and language is null)"""
    )
    return [row["language"] for row in rows]


def countries(connection: Connection) -> list[str]:
    """Return the countries (ISO 3166-1 alpha-2) of the outlets, in order of their codes."""
    rows = connection.execute("select distinct country from source where country is not null order by country")
    return [row["country"] for row in rows]


def coverage(connection: Connection, since: datetime) -> tuple[dict[str | None, int], int]:
    """Return how many articles came in each language from ``since`` on, the most first, and from how many outlets."""
    rows: Sequence[Row] = connection.execute(
        """select language, count(*) as number, array_agg(distinct source_id) as sources from article
        where visible_at is not null and listed_at >= %s group by language order by number desc, language nulls last""",
        [since],
    ).fetchall()
    sources = {source for row in rows for source in row["sources"]}
    return {row["language"]: row["number"] for row in rows}, len(sources)


def topics(connection: Connection, known: Sequence[str]) -> list[str]:
    """Return those of the known topics that have something to show, in the order given."""
    rows = connection.execute(
        """select topic from unnest(%s::text[]) with ordinality as known (topic, place)
        where exists (select from article a where a.topic = known.topic and a.visible_at is not null) order by place""",
        [list(known)],
    )
    return [row["topic"] for row in rows]


def counts(connection: Connection) -> dict[ArticleState, int]:
    """Return how many articles are in each state, visible or not."""
    found = dict.fromkeys(ArticleState, 0)
    for row in connection.execute("select state, count(*) as number from article group by state"):
        found[ArticleState(row["state"])] = row["number"]
    return found


def neighbour_days(connection: Connection, day: date) -> tuple[date | None, date | None]:
    """Return the nearest day (UTC) before and after that has articles to show."""
    row = connection.execute(
        """select (select (listed_at at time zone 'UTC')::date from article where visible_at is not null
            and listed_at < (%(day)s::date)::timestamp at time zone 'UTC' order by listed_at desc, id desc limit 1) as previous,
        (select (listed_at at time zone 'UTC')::date from article where visible_at is not null
            and listed_at >= (%(day)s::date + 1)::timestamp at time zone 'UTC' order by listed_at, id limit 1) as next""",
        {"day": day},
    ).fetchone()
    assert row is not None  # a select without from always has a row
    return row["previous"], row["next"]


def edition_moment(connection: Connection) -> datetime | None:
    """Return when readers last got something new."""
    row = connection.execute("select max(visible_at) as moment from article where visible_at is not null").fetchone()
    moment: datetime | None = row["moment"] if row else None
    return moment


def versions(connection: Connection, pages: Sequence[str]) -> dict[str, int]:
    """Return the pages' versions; 0 for a page on which nothing has changed yet."""
    rows = connection.execute("select page, version from page_version where page = any(%s)", [list(pages)])
    return dict.fromkeys(pages, 0) | {row["page"]: row["version"] for row in rows}
