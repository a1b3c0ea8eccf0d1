from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import BusyError
from limitedtimes.jobs import due_jobs
from limitedtimes.model.source import FeedState
from limitedtimes.ports import Response
from limitedtimes.store import articles
from limitedtimes.store import sources as store
from stages.stagehand import FEED, Item, http_error, ok, rss

if TYPE_CHECKING:
    from stages.stagehand import Newsroom

A = Item()
B = Item(url="https://news.example/b", title="Outra notícia")


async def test_new_entries_are_read_next(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A, B))
    await newsroom.run("poll", 1)
    assert newsroom.waiting() == [("read", "1"), ("read", "2")]
    assert newsroom.states() == {A.url: "waiting", B.url: "waiting"}
    feed = newsroom.feed()
    assert feed.failures == 0
    assert feed.last_success == feed.last_polled == newsroom.time
    assert feed.next_poll is not None
    assert feed.next_poll > newsroom.time


async def test_validators_go_back_byte_for_byte(newsroom: Newsroom) -> None:
    newsroom.follow()
    etag, date = ' W/"a b\\"ç" ', "thu, 22 oct 2020 18:45:52 gmt"
    newsroom.fetcher.at(FEED, replace(rss(A), etag=etag, last_modified=date), Response(304, None))
    await newsroom.run("poll", 1)
    await newsroom.run("poll", 1)
    await newsroom.run("poll", 1)
    assert newsroom.fetcher.asked == [(FEED, None, None), (FEED, etag, date), (FEED, etag, date)]


async def test_a_304_is_a_success_with_nothing_new(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A), Response(304, None))
    await newsroom.poll()
    interval = newsroom.feed().interval
    newsroom.later(1000)
    await newsroom.run("poll", 1)
    assert newsroom.waiting() == []
    assert newsroom.feed().last_success == newsroom.time
    assert newsroom.feed().interval > interval


async def test_an_unchanged_body_is_not_parsed_again(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A))
    await newsroom.run("poll", 1)

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a body that did not change was parsed")

    monkeypatch.setattr("limitedtimes.stages.poll.parse_feed", refuse)
    await newsroom.run("poll", 1)
    assert newsroom.feed().failures == 0


@pytest.mark.parametrize("moved_to", [None, "https://news.example/new"])
async def test_only_a_permanent_redirect_moves_the_feed(newsroom: Newsroom, moved_to: str | None) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, replace(rss(A, url="https://news.example/elsewhere"), moved_to=moved_to))
    await newsroom.run("poll", 1)
    assert newsroom.feed().url == (moved_to or FEED)


async def test_a_move_to_a_feed_that_is_followed_already_keeps_the_old_address(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.follow("https://news.example/new")
    newsroom.fetcher.at(FEED, replace(rss(A), moved_to="https://news.example/new"))
    await newsroom.run("poll", 1)
    assert newsroom.feed().url == FEED
    assert newsroom.feed().failures == 0


async def test_410_stops_the_polling_and_says_so(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, http_error(410))
    await newsroom.run("poll", 1)
    feed = newsroom.feed()
    assert feed.state is FeedState.GONE
    assert "gone for good" in (feed.last_error or "")
    asked = len(newsroom.fetcher.asked)
    newsroom.later(10 * 86400)
    with newsroom.database.connection() as connection:
        assert store.due(connection, newsroom.time) == []
    await newsroom.run("poll", 1)
    assert len(newsroom.fetcher.asked) == asked
    with newsroom.database.connection() as connection:
        store.set_state(connection, [1], FeedState.ACTIVE)
    await newsroom.run("poll", 1)
    assert len(newsroom.fetcher.asked) == asked + 1


async def test_errors_back_off_in_words_and_recovery_forgets_them(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, http_error(503, transient=True))
    waits = []
    for count in range(1, 6):
        await newsroom.run("poll", 1)
        feed = newsroom.feed()
        assert (feed.state, feed.failures) == (FeedState.ACTIVE, count)
        assert "503" in (feed.last_error or "")
        assert feed.next_poll is not None
        waits.append((feed.next_poll - newsroom.time).total_seconds())
        newsroom.time = feed.next_poll
    assert waits == [60, 120, 240, 480, 960]
    newsroom.fetcher.at(FEED, rss(A))
    await newsroom.run("poll", 1)
    feed = newsroom.feed()
    assert (feed.failures, feed.last_error, feed.last_success) == (0, None, newsroom.time)


async def test_a_server_that_asks_for_a_pause_gets_it(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, http_error(429, transient=True, retry_after=7200))
    await newsroom.run("poll", 1)
    assert newsroom.feed().next_poll == newsroom.time + timedelta(seconds=7200)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<!DOCTYPE html><html><body>Olá</body></html>", "web page"),
        ("", "empty"),
        ("just text", "neither XML nor JSON"),
        ("<catalog><book/></catalog>", "not a feed"),
        ("<rss version='2.0'><channel><title>x</tit", "feed"),
        ('{"items": [', "JSON"),
    ],
)
async def test_what_is_no_feed_is_told_in_words(newsroom: Newsroom, body: str, said: str) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, ok(body))
    await newsroom.run("poll", 1)
    feed = newsroom.feed()
    assert said in (feed.last_error or "")
    assert (feed.failures, feed.state) == (1, FeedState.ACTIVE)


async def test_a_body_that_could_not_be_read_is_parsed_when_it_comes_again(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, ok("nothing"))
    await newsroom.run("poll", 1)
    await newsroom.run("poll", 1)
    assert newsroom.feed().failures == 2


async def test_a_busy_host_puts_the_poll_off_without_blame(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, BusyError("busy", code="busy", url=FEED, retry_after=90), rss(A))
    await newsroom.run("poll", 1)
    row = newsroom.row("select task_name, args, scheduled_at from procrastinate_jobs")
    assert row == {"task_name": "poll", "args": {"key": "1"}, "scheduled_at": newsroom.time + timedelta(seconds=90)}
    assert newsroom.feed().failures == 0
    newsroom.later(91)
    await newsroom.settle()
    assert newsroom.states() != {}


async def test_a_changed_entry_is_read_again_and_an_unchanged_one_is_not(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A, B), rss(replace(A, summary="Corrigido."), B))
    await newsroom.run("poll", 1)
    newsroom.rows("delete from procrastinate_jobs")
    await newsroom.run("poll", 1)
    assert newsroom.waiting() == [("read", "1")]


async def test_a_guid_that_changes_makes_no_second_article(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A), rss(replace(A, guid="tag:another")))
    await newsroom.run("poll", 1)
    await newsroom.run("poll", 1)
    assert newsroom.states() == {A.url: "waiting"}


async def test_a_feed_that_only_reorders_asks_for_nothing(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A, B), rss(B, A))
    await newsroom.run("poll", 1)
    newsroom.rows("delete from procrastinate_jobs")
    await newsroom.run("poll", 1)
    assert newsroom.waiting() == []
    assert len(newsroom.states()) == 2


async def test_the_feeds_language_is_learnt_once(newsroom: Newsroom) -> None:
    newsroom.follow(language=None)
    newsroom.fetcher.at(FEED, rss(A, language="pt-BR"))
    await newsroom.run("poll", 1)
    assert newsroom.row("select language from source")["language"] == "pt"


async def test_an_unforeseen_error_becomes_the_feeds_health(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A))

    def explode(*_: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(articles, "intake", explode)
    for attempts in range(5):
        with pytest.raises(ZeroDivisionError):
            await newsroom.run("poll", 1, attempts=attempts)
    await newsroom.run("poll", 1, attempts=5)
    assert "ZeroDivisionError" in (newsroom.feed().last_error or "")
    assert newsroom.feed().failures == 1


async def test_a_feed_that_was_removed_is_no_error(newsroom: Newsroom) -> None:
    await newsroom.run("poll", 1)
    assert newsroom.fetcher.asked == []


async def test_a_feed_that_is_being_polled_is_not_due(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.later(5)
    with newsroom.database.transaction() as connection:
        newsroom.desk.stages["poll"].load(connection, "1")
    with newsroom.database.connection() as connection:
        assert store.due(connection, newsroom.time) == []
        assert store.due(connection, newsroom.time + timedelta(minutes=10)) == [1]


async def test_the_schedule_asks_for_what_is_due(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.later(5)
    with newsroom.database.connection() as connection:
        assert [(job.task, job.key) for job in due_jobs(connection, newsroom.time)] == [("poll", 1)]
    newsroom.fetcher.at(FEED, rss(A))
    await newsroom.run("poll", 1)
    with newsroom.database.connection() as connection:
        assert due_jobs(connection, newsroom.time) == []
        later = newsroom.time + timedelta(days=1)
        assert [(job.task, job.key) for job in due_jobs(connection, later)] == [("poll", 1)]
