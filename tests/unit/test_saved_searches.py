"""Searches that are kept, and the stories that newly match them."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from limitedtimes.cli import cli
from limitedtimes.errors import UsageError
from limitedtimes.settings import PREFIX
from limitedtimes.store import alerts, grouping
from limitedtimes.web.app import create_app
from newsdesk import EVENING, PictureDesk, Story, get, outlet, paragraph, printed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from limitedtimes.model.source import Source
    from limitedtimes.store.database import Connection, Database

SAVED = EVENING + timedelta(hours=1)
LATER = EVENING + timedelta(hours=2)


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.connection() as opened:
        yield opened


@pytest.fixture
def source(connection: Connection) -> Source:
    return outlet(connection, "O Mirante")


def article(
    connection: Connection, source: Source, english: str, *, story: int | None = None, early: bool = False
) -> int:
    """Print an article in a story of its own, or in another's; return its number."""
    body = (paragraph((f"Original: {english}", english)),)
    number = printed(connection, source, Story(title=("t", "t"), body=body), now=EVENING if early else LATER)
    grouping.place(connection, [(number, story or grouping.new_story(connection), None)])
    return number


def story_of(connection: Connection, number: int) -> int:
    row = connection.execute("select story_id from article where id = %s", [number]).fetchone()
    assert row is not None
    return int(row["story_id"])


def told(connection: Connection) -> list[tuple[str, int]]:
    return [(alert.search.name, alert.listing.id) for alert in alerts.newest(connection, limit=10)]


def test_a_story_is_told_of_once(connection: Connection, source: Source) -> None:
    alerts.save(connection, "docks", "dock strike", now=SAVED)
    first = article(connection, source, "The dock strike begins.")
    other = article(connection, source, "A concert begins.")
    assert alerts.match(connection, [first, other], now=LATER) == 1
    second = article(connection, source, "The strike in the docks goes on.", story=story_of(connection, first))
    assert alerts.match(connection, [first, second, other], now=LATER) == 0
    assert told(connection) == [("docks", first)]


def test_of_several_articles_of_a_new_story_the_first_tells(connection: Connection, source: Source) -> None:
    alerts.save(connection, "docks", "strike", now=SAVED)
    first = article(connection, source, "A strike.")
    second = article(connection, source, "The strike.", story=story_of(connection, first))
    assert alerts.match(connection, [second, first], now=LATER) == 1
    assert told(connection) == [("docks", first)]


def test_what_matched_before_it_was_saved_is_no_news(connection: Connection, source: Source) -> None:
    old = article(connection, source, "The dock strike begins.", early=True)
    quiet = article(connection, source, "A port is quiet.", early=True)
    alerts.save(connection, "docks", "strike", now=SAVED)
    again = article(connection, source, "The strike ends.", story=story_of(connection, old))
    news = article(connection, source, "A strike in the port.", story=story_of(connection, quiet))
    assert alerts.match(connection, [old, quiet, again, news], now=LATER) == 1
    assert told(connection) == [("docks", news)]


def test_a_merge_makes_no_second_alert(connection: Connection, source: Source) -> None:
    alerts.save(connection, "docks", "strike", now=SAVED)
    one, other = article(connection, source, "A strike."), article(connection, source, "Another strike.")
    assert alerts.match(connection, [one, other], now=LATER) == 2
    connection.execute("update article set story_id = %s where id = %s", [story_of(connection, one), other])
    third = article(connection, source, "Strikes.", story=story_of(connection, one))
    assert alerts.match(connection, [other, third], now=LATER) == 0
    assert told(connection) == [("docks", one)]


def test_filters_and_other_spellings_match(connection: Connection, source: Source) -> None:
    alerts.save(connection, "here", "country:PT Карабах", now=SAVED)
    alerts.save(connection, "there", "country:DE Карабах", now=SAVED)
    alerts.save(connection, "all of it", "lang:pt", now=SAVED)
    number = article(connection, source, "The war over Karabakh goes on.")
    assert alerts.match(connection, [number], now=LATER) == 2
    assert sorted(told(connection)) == [("all of it", number), ("here", number)]
    assert alerts.match(connection, [], now=LATER) == 0


def test_saving_again_replaces_and_removing_forgets(connection: Connection, source: Source) -> None:
    alerts.save(connection, "docks", "strike", now=SAVED)
    number = article(connection, source, "A strike.")
    alerts.match(connection, [number], now=LATER)
    assert alerts.save(connection, "docks", "port", now=LATER).query == "port"
    assert [(one.name, one.query) for one in alerts.saved(connection)] == [("docks", "port")]
    assert told(connection) == []
    assert alerts.remove(connection, "docks")
    assert not alerts.remove(connection, "docks")


def test_the_page_lists_searches_with_their_stories(database: Database, source: Source, tmp_path: Path) -> None:
    site = create_app(database, PictureDesk(), version="9.9", pictures=tmp_path)
    assert "limitedtimes searches save" in get(site, "/searches").text
    with database.connection() as connection:
        alerts.save(connection, "a <b> search", "strike", now=SAVED)
        before = get(site, "/searches")
        number = article(connection, source, "A strike.")
        alerts.match(connection, [number], now=LATER)
        story = story_of(connection, number)
    after = get(site, "/searches", if_none_match=before.headers["etag"])
    assert "Nothing new yet." in before.text
    assert after.status == 200
    assert "a &lt;b&gt; search" in after.text
    assert f'href="/story/{story}"' in after.text
    assert get(site, "/searches", if_none_match=after.headers["etag"]).status == 304
    assert 'href="/searches"' in get(site, "/search").text


def test_the_commands_save_list_and_remove(database: Database, dsn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "DATABASE_URL", dsn)
    runner = CliRunner()
    assert runner.invoke(cli, ["searches", "save", "Docks", "dock strike lang:pt"]).exit_code == 0
    said = runner.invoke(cli, ["searches", "list", "--json"]).stdout
    assert {**json.loads(said), "made": None} == {"name": "Docks", "query": "dock strike lang:pt", "made": None}
    with database.connection() as connection:
        connection.execute("update saved_search set made_at = %s", [SAVED])
        number = article(connection, outlet(connection, "Gazeta"), "A dock strike.")
        alerts.match(connection, [number], now=LATER)
    said = json.loads(runner.invoke(cli, ["searches", "alerts", "--json"]).stdout)
    assert (said["search"], said["id"]) == ("Docks", number)
    assert "Docks: t" in runner.invoke(cli, ["searches", "alerts"]).stdout
    assert runner.invoke(cli, ["searches", "remove", "Docks"]).exit_code == 0
    assert runner.invoke(cli, ["searches", "remove", "Docks"]).exit_code == 1


@pytest.mark.parametrize("query", ["", "lang:klingon", "from:yesterday strike", "-"])
def test_a_search_that_cannot_be_understood_is_not_kept(query: str) -> None:
    done = CliRunner().invoke(cli, ["searches", "save", "Docks", "--", query])
    assert isinstance(done.exception, UsageError)
