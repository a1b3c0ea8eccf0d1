from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from limitedtimes.store import editions, mentions, related, trends
from newsdesk import EVENING, Story, outlet, paragraph, printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.source import Source
    from limitedtimes.store.database import Connection, Database

NOW = EVENING + timedelta(days=2000)  # an archive of old articles


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def outlets(connection: Connection) -> list[Source]:
    countries = ["PT", "BR", "DE", "FR", "ES"]
    return [outlet(connection, f"Outlet {number}", country=country) for number, country in enumerate(countries)]


def story(connection: Connection, ids: Sequence[int]) -> int:
    """Put articles into a story of theirs, as grouping does, and forget the ones that they were alone in."""
    connection.execute("delete from story where id in (select story_id from article where id = any(%s))", [list(ids)])
    row = connection.execute("insert into story default values returning id").fetchone()
    assert row is not None
    number = int(row["id"])
    connection.execute("update article set story_id = %s where id = any(%s)", [number, list(ids)])
    connection.execute(
        """update story set headline_article_id = %(first)s, articles = cardinality(%(ids)s::int[]), outlets = found.outlets,
            independent = found.independent, first_at = found.first, last_at = found.last, languages = '{pt}', countries = '{PT}'
        from (select min(listed_at) as first, max(listed_at) as last, count(distinct source_id) as outlets,
            count(distinct source_id) filter (where near_duplicate_of is null) as independent
            from article where id = any(%(ids)s)) as found where id = %(story)s""",
        {"first": ids[0], "ids": list(ids), "story": number},
    )
    return number


def article(connection: Connection, source: Source, title: str, *, hours: float) -> int:
    """Print an article so many hours before the evening, in a story of its own."""
    at = EVENING - timedelta(hours=hours)
    text = paragraph((f"{title} original", f"{title}."))
    number = printed(connection, source, Story((f"{title} (pt)", title), body=[text], published=at), now=at)
    story(connection, [number])
    return number


def together(connection: Connection, sources: Sequence[Source], title: str, *, hours: float) -> tuple[int, list[int]]:
    """Print a story of several outlets, an hour apart."""
    ids = [article(connection, source, f"{title} {place}", hours=hours - place) for place, source in enumerate(sources)]
    return story(connection, ids), ids


def profile(connection: Connection, article_id: int, *numbers: float) -> None:
    """Give an article a direction of meaning."""
    vector = [*numbers, *[0.0] * (256 - len(numbers))]
    length = sum(number * number for number in vector) ** 0.5
    connection.execute(
        "insert into article_profile (article_id, revision, at, embedding)"
        " select id, 1, listed_at, %s::float4[]::vector::halfvec from article where id = %s",
        [[number / length for number in vector], article_id],
    )


def test_trends_rank_the_stories_of_the_last_day_by_outlets(connection: Connection, outlets: list[Source]) -> None:
    small, _ = together(connection, outlets[:2], "Strike", hours=6)
    large, _ = together(connection, outlets, "Summit", hours=6)
    together(connection, outlets, "Old", hours=60)
    _flood = story(connection, [article(connection, outlets[0], f"Item {n}", hours=2) for n in range(9)])
    found = trends.trends(connection, now=NOW)
    assert [one.story.id for one in found] == [large, small]
    assert [len(one.hourly) for one in found] == [24, 24]
    assert sum(found[0].hourly) == 5


def test_copies_make_no_trend(connection: Connection, outlets: list[Source]) -> None:
    story_id, ids = together(connection, outlets[:3], "Agency", hours=5)
    connection.execute("update article set near_duplicate_of = %s where id = any(%s)", [ids[0], ids[1:]])
    connection.execute("update story set independent = 1 where id = %s", [story_id])
    assert trends.trends(connection, now=NOW) == []


def test_names_rise_that_more_outlets_write_than_usual(connection: Connection, outlets: list[Source]) -> None:
    for place, source in enumerate(outlets):
        today = article(connection, source, f"Today {place}", hours=place)
        mentions.note(connection, today, ["Baku", "Europe", "Outlet 1", f"Only {place}"])
        for day in range(1, 5):
            mentions.note(
                connection, article(connection, source, f"Then {place} {day}", hours=24 * day + 12), ["Europe"]
            )
    found = trends.rising(connection, now=NOW)
    assert [(one.name, one.outlets, one.usual) for one in found] == [("Baku", 5, 0.0)]


def test_names_are_kept_anew_when_an_article_is_shown_again(connection: Connection, outlets: list[Source]) -> None:
    number = article(connection, outlets[0], "Title", hours=1)
    mentions.note(connection, number, ["Baku", "Baku", "Lisbon"])
    mentions.note(connection, number, ["Lisbon"])
    assert mentions.of_articles(connection, [number, 999]) == {number: {"Lisbon"}, 999: frozenset()}


def test_the_front_page_of_an_archive_is_led_by_what_most_outlets_told_last(
    connection: Connection, outlets: list[Source]
) -> None:
    large, _ = together(connection, outlets, "Summit", hours=8)
    for number in range(80):
        article(connection, outlets[number % 5], f"Item {number}", hours=3 - number / 100)
    edition = editions.current(connection, now=NOW)
    assert edition.lead is not None
    assert edition.lead.id == large
    assert [one.story.id for one in edition.trends] == [large]
    assert edition.hour == NOW.replace(minute=0, second=0)


def test_an_hours_front_page_can_be_seen_again(connection: Connection, outlets: list[Source]) -> None:
    first, ids = together(connection, outlets[:3], "Summit", hours=8)
    then = editions.current(connection, now=NOW)
    assert editions.keep(connection, then, now=NOW)
    later = NOW + timedelta(hours=3)
    second, _ = together(connection, outlets, "Quake", hours=6)
    assert editions.tidy(connection, now=later)
    assert not editions.tidy(connection, now=later + timedelta(hours=2))
    assert editions.at(connection, then.hour) == then
    assert editions.at(connection, then.hour + timedelta(hours=2)) == then
    again = editions.at(connection, later + timedelta(days=9))
    assert again is not None
    assert again.lead is not None
    assert again.lead.id == second
    assert editions.at(connection, then.hour - timedelta(hours=1)) is None
    assert editions.neighbours(connection, then.hour) == (None, again.hour)
    # The story has gone into another one since, and the article whose headline it bore is gone.
    connection.execute("update story set merged_into = %s, first_at = null where id = %s", [second, first])
    connection.execute("update article set visible_at = null where id = %s", [ids[0]])
    merged = editions.at(connection, then.hour)
    assert merged is not None
    assert merged.lead is not None
    assert merged.lead.id == second


def test_a_page_of_which_nothing_is_left_is_empty(connection: Connection, outlets: list[Source]) -> None:
    story_id, _ = together(connection, outlets[:2], "Summit", hours=8)
    editions.tidy(connection, now=NOW)
    connection.execute("update story set first_at = null where id = %s", [story_id])
    edition = editions.at(connection, NOW)
    assert edition is not None
    assert (edition.lead, edition.others, edition.sections, edition.trends) == (None, (), (), ())


def test_the_pages_change_with_the_hours_edition_only(connection: Connection, outlets: list[Source]) -> None:
    together(connection, outlets[:2], "Summit", hours=8)

    def version() -> object:
        return connection.execute("select version from page_version where page = 'front'").fetchone()

    editions.tidy(connection, now=NOW)
    before = version()
    editions.tidy(connection, now=NOW + timedelta(minutes=1))
    assert version() == before
    together(connection, outlets, "Quake", hours=6)
    editions.tidy(connection, now=NOW + timedelta(minutes=2))
    assert version() != before


def test_kept_trends_hold_until_a_story_changes(connection: Connection, outlets: list[Source]) -> None:
    first, _ = together(connection, outlets[:2], "Summit", hours=8)
    editions.tidy(connection, now=NOW)
    # What was kept is read, not counted again.
    connection.execute("""update edition set content = jsonb_set(content, '{trends,0,2}', '42')""")
    assert [(one.story.id, one.score) for one in trends.trends(connection, now=NOW)] == [(first, 42)]
    assert [one.score for one in trends.trends(connection, now=NOW + timedelta(hours=2))] != [42]
    second, _ = together(connection, outlets, "Quake", hours=6)
    assert [one.story.id for one in trends.trends(connection, now=NOW)] == [second, first]


def test_related_offers_the_story_then_siblings_then_background(connection: Connection, outlets: list[Source]) -> None:
    _, ids = together(connection, outlets[:3], "Fighting goes on", hours=6)
    sibling = article(connection, outlets[3], "Talks about the fighting", hours=30)
    background = article(connection, outlets[4], "How the fighting began", hours=24 * 90)
    far = article(connection, outlets[4], "A cake recipe", hours=5)
    for number in ids:
        profile(connection, number, 1.0, 0.05)
    profile(connection, sibling, 1.0, 0.5)
    profile(connection, background, 1.0, 0.6)
    profile(connection, far, 0.0, 0.0, 1.0)
    for number in (ids[0], sibling):
        mentions.note(connection, number, ["Nagorno-Karabakh", "Baku"])
    found = related.related(connection, ids[0])
    assert {one.listing.id for one in found[:2]} == set(ids[1:])
    assert [(one.listing.id, one.reason) for one in found[2:]] == [
        (sibling, "Also about Nagorno-Karabakh and Baku"),
        (background, "Background, 3 months earlier"),
    ]


def test_related_never_offers_the_same_text(connection: Connection, outlets: list[Source]) -> None:
    _, ids = together(connection, outlets[:3], "Agency", hours=5)
    connection.execute("update article set near_duplicate_of = %s where id = %s", [ids[0], ids[1]])
    for number in ids:
        profile(connection, number, 1.0)
    assert [one.listing.id for one in related.related(connection, ids[0])] == [ids[2]]
    assert [one.listing.id for one in related.related(connection, ids[1])] == [ids[2]]
    assert len(related.related(connection, ids[2])) == 1


def test_an_article_without_a_vector_or_a_story_has_what_there_is(
    connection: Connection, outlets: list[Source]
) -> None:
    _, ids = together(connection, outlets[:2], "Strike", hours=5)
    lonely = article(connection, outlets[0], "Alone", hours=4)
    connection.execute("update article set story_id = null where id = %s", [lonely])
    found = {number: related.related(connection, number) for number in (*ids, lonely)}
    offered = {number: [(one.listing.id, one.reason) for one in near] for number, near in found.items()}
    assert offered[ids[0]] == [(ids[1], "Same story, from Brazil"), (lonely, "More from Outlet 0")]
    assert offered[lonely] == [(ids[0], "Told by 2 outlets")]
    assert related.related(connection, 10_000) == []
