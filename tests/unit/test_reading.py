"""What readers ask of the archive."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState, Picture
from limitedtimes.rules.edition import TOPICS
from limitedtimes.store import press, reading
from limitedtimes.store.reading import Cursor
from newsdesk import EVENING, Story, outlet, printed
from samples import CONFLICT, GERMAN

if TYPE_CHECKING:
    from limitedtimes.store.database import Database


def test_lists_are_newest_first_and_go_on_by_keyset_through_equal_moments(database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        moments = [EVENING, EVENING, EVENING, EVENING - timedelta(hours=1), EVENING - timedelta(hours=2)]
        numbers = [printed(connection, source, Story(title=("a", "b"), published=moment)) for moment in moments]
        seen: list[int] = []
        cursor = None
        while found := reading.listings(connection, before=cursor, limit=2):
            seen += [listing.id for listing in found]
            cursor = Cursor(found[-1].listed_at, found[-1].id)
    assert seen == [numbers[2], numbers[1], numbers[0], numbers[3], numbers[4]]


def test_lists_filter_by_language_outlet_topic_and_day(database: Database) -> None:
    with database.connection() as connection:
        first, second = outlet(connection, "O Mirante"), outlet(connection, "Le Phare", "fr", "FR")
        midnight = datetime(2020, 10, 22, tzinfo=UTC)
        portuguese = printed(connection, first, Story(title=("a", "b"), topic="sport", published=midnight))
        french = printed(
            connection, second, Story(title=("a", "b"), language="fr", published=midnight - timedelta(microseconds=1))
        )
        unknown = printed(
            connection,
            second,
            Story(title=("a", "b"), language=None, published=midnight + timedelta(days=1)),
            now=midnight + timedelta(days=1),
        )

        def ids(**filters: object) -> list[int]:
            return [listing.id for listing in reading.listings(connection, limit=9, **filters)]  # type: ignore[arg-type]  # as tested

        assert ids(language="pt") == [portuguese]
        assert ids(language="und") == [unknown]
        assert ids(source_id=second.id) == [unknown, french]
        assert ids(topic="sport") == [portuguese]
        assert ids(day=date(2020, 10, 22)) == [portuguese]
        assert ids(day=date(9999, 12, 31)) == []


def test_what_is_not_visible_is_nowhere(database: Database) -> None:
    with database.connection() as connection:
        number = printed(connection, outlet(connection, "O Mirante"), CONFLICT)
        connection.execute("update article set visible_at = null")
        assert reading.listings(connection, limit=9) == []
        assert reading.by_id(connection, number) is None
        assert reading.picture(connection, number, 0) is None
        assert reading.picture(connection, number, None) is None
        assert reading.languages(connection) == []
        assert reading.edition_moment(connection) is None
        assert reading.coverage(connection, EVENING - timedelta(days=1)) == ({}, 0)
        assert reading.topics(connection, list(TOPICS)) == []


def test_an_article_comes_with_its_text_and_translation_in_the_revision_that_is_printed(database: Database) -> None:
    with database.connection() as connection:
        number = printed(connection, outlet(connection, "O Mirante"), CONFLICT)
        connection.execute(
            "insert into article_body (article_id, revision, content_hash, content) select article_id, 2, '', '{}' from article_body"
        )
        connection.execute("update article set revision = 2")
        found = reading.by_id(connection, number)
    assert found is not None
    assert found.listing.revision == 1
    assert found.listing.headline == "President expects several thousand dead"
    assert found.article == CONFLICT.article(found.article.url)
    assert found.translation == CONFLICT.translation()


def test_pictures_are_found_by_number_and_by_what_lists_show(database: Database) -> None:
    with database.connection() as connection:
        number = printed(connection, outlet(connection, "O Mirante"), CONFLICT)
        first, second = CONFLICT.pictures
        assert reading.picture(connection, number, 0) == reading.picture(connection, number, None) == first
        assert reading.picture(connection, number, 1) == second
        assert reading.picture(connection, number, 2) is None
        assert isinstance(first, Picture)


def test_outlets_come_with_feeds_and_counts(database: Database) -> None:
    with database.connection() as connection:
        source, other = outlet(connection, "O Mirante"), outlet(connection, "alfa")
        printed(connection, source, CONFLICT)
        printed(connection, source, GERMAN)
        health = reading.sources(connection)
        assert reading.source_by_slug(connection, source.slug) == source
        assert reading.source_by_slug(connection, "nobody") is None
        assert reading.counts(connection)[ArticleState.COMPLETE] == 1
    assert [item.source for item in health] == [other, source]
    assert health[1].counts == {ArticleState.COMPLETE: 1, ArticleState.UNTRANSLATED: 1}
    assert health[1].newest == EVENING
    assert [len(item.feeds) for item in health] == [1, 1]


def test_languages_are_counted_and_topics_keep_their_order(database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        for language, topic in (("pt", "sport"), ("pt", "politics"), ("fr", None), (None, "gossip")):
            printed(connection, source, Story(title=("a", "b"), language=language, topic=topic))
        assert reading.languages(connection) == ["fr", "pt", None]
        assert reading.coverage(connection, EVENING) == ({"pt": 2, "fr": 1, None: 1}, 1)
        assert reading.coverage(connection, EVENING + timedelta(seconds=1)) == ({}, 0)
        assert reading.topics(connection, list(TOPICS)) == ["politics", "sport"]


def test_days_know_their_neighbours(database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        for day in (3, 7):
            moment = datetime(2020, 10, day, 12, tzinfo=UTC)
            printed(connection, source, Story(title=("a", "b"), published=moment), now=moment)
        assert reading.neighbour_days(connection, date(2020, 10, 3)) == (None, date(2020, 10, 7))
        assert reading.neighbour_days(connection, date(2020, 10, 5)) == (date(2020, 10, 3), date(2020, 10, 7))
        assert reading.neighbour_days(connection, date(9999, 12, 31)) == (date(2020, 10, 7), None)


def test_a_page_that_never_changed_has_version_zero(database: Database) -> None:
    with database.connection() as connection:
        press.bump(connection, ["front"])
        press.bump(connection, ["front"])
        assert reading.versions(connection, ["front", "latest"]) == {"front": 2, "latest": 0}
