"""Where search documents stand: partitions of months, made as they are needed, and what an older database had moves there."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.rows import dict_row

from limitedtimes.rules.query import parse_query
from limitedtimes.store import migrate, search
from limitedtimes.store.database import Database, Row
from limitedtimes.store.reading import Cursor
from limitedtimes.web.app import create_app
from newsdesk import EVENING, PictureDesk, Story, get, outlet, paragraph, printed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from limitedtimes.model.source import Source
    from limitedtimes.store.database import Connection

NOW = datetime.now(UTC)


def places(connection: Connection) -> dict[int, str]:
    rows = connection.execute("select article_id, tableoid::regclass::text as place from search_document")
    return {row["article_id"]: row["place"] for row in rows}


def printed_at(connection: Connection, source: Source, moment: datetime, title: str = "strike") -> int:
    return printed(connection, source, Story(title=("greve", title), published=moment), now=NOW)


def found(connection: Connection, text: str, **options: object) -> list[int]:
    done = search.search(connection, parse_query(text), **{"limit": 50, **options})  # type: ignore[arg-type]
    return [hit.listing.id for hit in done.hits]


def test_months_have_partitions_and_odd_dates_the_default_one(database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        here = printed_at(connection, source, EVENING)
        edge = printed_at(connection, source, datetime(2020, 10, 31, 23, 59, 59, tzinfo=UTC))
        after = printed_at(connection, source, datetime(2020, 11, 1, tzinfo=UTC))
        long_ago = printed_at(connection, source, datetime(1903, 2, 3, tzinfo=UTC))
        assert places(connection) == {
            here: "search_document_2020_10",
            edge: "search_document_2020_10",
            after: "search_document_2020_11",
            long_ago: "search_document_default",
        }
        assert found(connection, "strike") == [after, edge, here, long_ago]


def test_a_corrected_date_moves_the_document_and_a_deleted_article_takes_it_along(database: Database) -> None:
    with database.connection() as connection:
        number = printed_at(connection, outlet(connection, "O Mirante"), EVENING)
        connection.execute("update article set published = %s where id = %s", [EVENING - timedelta(days=60), number])
        search.index(connection, number, title_en="strike", text_en="", title="greve", text="", language="pt")
        assert places(connection) == {number: "search_document_2020_08"}
        connection.execute("delete from article")
        assert places(connection) == {}


def test_what_waited_in_the_default_partition_moves_when_its_month_has_one(database: Database) -> None:
    with database.connection() as connection:
        number = printed_at(connection, outlet(connection, "O Mirante"), EVENING)
        connection.execute("alter table search_document detach partition search_document_2020_10")
        connection.execute("insert into search_document select * from search_document_2020_10")
        connection.execute("drop table search_document_2020_10")
        assert places(connection) == {number: "search_document_default"}
        connection.execute("select make_search_month(%s)", [EVENING])
        assert places(connection) == {number: "search_document_2020_10"}


def test_a_month_is_made_once_whoever_comes_first(database: Database) -> None:
    months = [EVENING - timedelta(days=31 * number) for number in range(6)] * 4

    def make(moment: datetime) -> None:
        with database.transaction() as connection:
            connection.execute("select make_search_month(%s)", [moment])

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(make, months))
    with database.connection() as connection:
        rows = connection.execute(
            "select relid::text from pg_partition_tree('search_document') where isleaf"
        ).fetchall()
    assert len(rows) == 7


def test_windows_leave_nothing_out_and_repeat_nothing(database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        ages = [0, 29, 30, 31, 119, 121, 364, 366, 800, 5000]
        numbers = [printed_at(connection, source, EVENING - timedelta(days=age)) for age in ages]
        assert found(connection, "strike") == numbers
        assert found(connection, "strike from:2019-10-01") == numbers[:8]
        assert found(connection, "strike to:2019-10-01") == numbers[8:]
        assert found(connection, "strike from:2020-01-01 to:2020-09-22") == numbers[2:6]
        walked: list[int] = []
        place = None
        while page := search.search(connection, parse_query("strike"), before=place, limit=3).hits:
            walked += [hit.listing.id for hit in page]
            place = Cursor(page[-1].listing.listed_at, page[-1].listing.id)
        assert walked == numbers


def test_phrases_of_frequent_words_are_looked_for_in_the_newest_articles_only(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        new = printed_at(connection, source, EVENING, "red house")
        old = printed_at(connection, source, EVENING - timedelta(days=900), "red house")
        everything = search.search(connection, parse_query('"red house"'), limit=5)
        assert found(connection, '"house red" OR "red houses"') == [new, old]
        monkeypatch.setattr(search, "_MOST_READ", 1)
        bounded = search.search(connection, parse_query('"red house"'), limit=5)
        assert ([hit.listing.id for hit in everything.hits], everything.since) == ([new, old], None)
        assert ([hit.listing.id for hit in bounded.hits], bounded.since) == ([new], EVENING)
        assert found(connection, '"red house" from:2000-01-01') == [new, old]
        assert found(connection, "red house") == [new, old]


def test_it_is_said_from_when_on_also_where_what_is_left_out_is_of_years_ago(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        printed_at(connection, source, EVENING, "blue door")
        read, _ = (printed_at(connection, source, EVENING - timedelta(days=age), "red house") for age in (800, 900))
        monkeypatch.setattr(search, "_MOST_READ", 1)
        bounded = search.search(connection, parse_query('"red house"'), limit=5)
        assert ([hit.listing.id for hit in bounded.hits], bounded.since) == ([read], EVENING - timedelta(days=800))


def test_what_fits_best_comes_first_where_that_is_asked_for(database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        body = (paragraph(("x", "A strike among many other things that happened in town on that day.")),)
        aside = printed(connection, source, Story(title=("t", "Town notes"), body=body))
        about = printed_at(connection, source, EVENING - timedelta(days=400), "Strike, strike, strike")
        assert found(connection, "strike") == [aside, about]
        assert found(connection, "strike sort:relevance") == [about, aside]
        assert found(connection, "strike sort:relevance", skip=1) == [aside]


def test_a_text_that_several_print_stands_once(database: Database) -> None:
    with database.connection() as connection:
        numbers = [
            printed_at(connection, outlet(connection, name), EVENING + timedelta(hours=hour))
            for hour, name in enumerate(("O Mirante", "Gazeta", "A Folha"))
        ]
        connection.execute("update article set near_duplicate_of = %s where id = any(%s)", [numbers[0], numbers[1:]])
        assert found(connection, "strike") == found(connection, "lang:pt") == numbers[:1]
        assert found(connection, "strike source:gazeta") == found(connection, "source:gazeta") == numbers[1:2]
        assert found(connection, "strike -source:mirante -source:o-mirante") == numbers[1:2]
        connection.execute("update article set near_duplicate_of = null")
        assert found(connection, "strike") == numbers[::-1]


def test_a_copy_is_left_out_however_old_the_original_is(database: Database) -> None:
    with database.connection() as connection:
        names = ("O Mirante", "Gazeta", "A Folha")
        ages = (500, 40, 0)
        numbers = [
            printed_at(connection, outlet(connection, name), EVENING - timedelta(days=age), "red house")
            for name, age in zip(names, ages, strict=True)
        ]
        connection.execute("update article set near_duplicate_of = %s where id = any(%s)", [numbers[0], numbers[1:]])
        for text in ("house", '"red house"', "house sort:relevance"):
            assert found(connection, text) == numbers[:1]
            assert found(connection, f"{text} -source:o-mirante") == numbers[1:2]
            assert found(connection, f"{text} from:2020-01-01 -source:gazeta") == numbers[2:]


@pytest.fixture
def before(database_server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Conninfo of a database as it was before searches had partitions."""
    everything = migrate.migrations()
    with psycopg.connect(database_server, autocommit=True) as admin:
        admin.execute("create database before_partitions")
        dsn = psycopg.conninfo.make_conninfo(database_server, dbname="before_partitions")
        connecting = psycopg.Connection[Row].connect(dsn, row_factory=dict_row, autocommit=True)
        with connecting as connection, monkeypatch.context() as patched:
            patched.setattr(migrate, "migrations", lambda: [one for one in everything if one.number < 11])
            migrate.migrate(connection)
        yield dsn
        admin.execute("drop database before_partitions with (force)")


def test_an_older_databases_documents_move(before: str) -> None:
    with psycopg.Connection[Row].connect(before, row_factory=dict_row, autocommit=True) as connection:
        source = outlet(connection, "O Mirante")
        for number, published in ((1, EVENING), (2, datetime(1903, 2, 3, tzinfo=UTC)), (3, None)):
            connection.execute(
                "insert into article (source_id, url, url_key, title, language, published, visible_at, topic)"
                " values (%s, %s, %s, 't', 'pt', %s, now(), 'labour')",
                [source.id, str(number), str(number), published],
            )
            connection.execute(
                "insert into search_document values (%s, to_tsvector('english', 'strikes'), to_tsvector('portuguese', 'greves'))",
                [number],
            )
        migrate.migrate(connection)
        assert places(connection) == {
            1: "search_document_2020_10",
            2: "search_document_default",
            3: f"search_document_{datetime.now(UTC):%Y_%m}",
        }
        assert found(connection, "strike") == found(connection, "greve lang:pt topic:labour") == [3, 1, 2]


def test_the_page_says_what_was_left_out_and_goes_on_in_either_order(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = create_app(database, PictureDesk(), version="9.9", pictures=tmp_path)
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        for hour in range(25):
            printed_at(connection, source, EVENING - timedelta(hours=hour), "red house")
        printed_at(connection, source, EVENING, "blue door")
    newest = get(site, "/search?q=red").text
    best = get(site, "/search?q=red+sort:relevance").text
    assert newest.count("<article") == best.count("<article") == 20
    assert 'href="/search?q=red%20sort%3Arelevance">By relevance' in newest
    assert 'href="/search?q=red">Newest first' in best
    assert get(site, "/search?q=red+sort:relevance&skip=20").text.count("<article") == 5
    assert re.search(r'rel="next" href="/search\?q=red&amp;before=[0-9-]+"', newest)
    assert 'rel="next" href="/search?q=red%20sort%3Arelevance&amp;skip=20"' in best
    assert get(site, "/search?q=red&skip=x").status == 400
    monkeypatch.setattr(search, "_MOST_READ", 1)
    assert "are looked for since " in get(site, '/search?q="blue+door"').text
    assert "are looked for since " not in get(site, "/search?q=blue+door").text
