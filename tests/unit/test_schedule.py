from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.source import Feed, FeedState
from limitedtimes.rules import schedule

NOW = datetime(2020, 10, 22, 18, 0, tzinfo=UTC)
FEED = Feed(1, 1, "https://a.example/feed", next_poll=NOW)
CHANCES = st.floats(0, 1, exclude_max=True)
OUTCOMES = st.lists(st.one_of(st.just("error"), st.integers(0, 50)), max_size=60)


def wait(feed: Feed) -> float:
    assert feed.next_poll is not None
    return (feed.next_poll - NOW).total_seconds()


@given(outcomes=OUTCOMES, chance=CHANCES)
def test_whatever_happens_a_feed_is_asked_again_within_a_bit_more_than_a_day(
    outcomes: list[str | int], chance: float
) -> None:
    feed = FEED
    for outcome in outcomes:
        if isinstance(outcome, int):
            feed = schedule.after_success(feed, now=NOW, new_entries=outcome, chance=chance)
            assert schedule.SHORTEST * 0.9 <= wait(feed) <= schedule.LONGEST * 1.1
            assert (feed.failures, feed.last_error) == (0, None)
        else:
            feed = schedule.after_failure(feed, now=NOW, error="e", chance=chance)
            assert 54 <= wait(feed) <= schedule.LONGEST_BACK_OFF * 1.1
        assert feed.state is FeedState.ACTIVE


def test_news_shorten_the_interval_and_silence_lengthens_it() -> None:
    busy = quiet = FEED
    for _ in range(20):
        busy = schedule.after_success(busy, now=NOW, new_entries=3, chance=0.5)
        quiet = schedule.after_success(quiet, now=NOW, new_entries=0, chance=0.5)
    assert busy.interval == schedule.SHORTEST
    assert quiet.interval == schedule.LONGEST


@pytest.mark.parametrize(("asked", "expected"), [(7200, 7200), (10 * 86400, schedule.LONGEST), (1, 540), (None, 540)])
def test_a_feed_is_not_asked_sooner_than_it_wants(asked: float | None, expected: float) -> None:
    feed = schedule.after_success(FEED, now=NOW, new_entries=1, chance=0.5, fresh_for=asked)
    assert wait(feed) == pytest.approx(expected)


def test_feeds_that_were_added_together_spread() -> None:
    waits = {round(wait(schedule.after_success(FEED, now=NOW, new_entries=1, chance=n / 10))) for n in range(10)}
    assert len(waits) == 10


def test_failures_in_a_row_double_the_pause_up_to_a_day() -> None:
    feed, waits = FEED, []
    for _ in range(14):
        feed = schedule.after_failure(feed, now=NOW, error="e", chance=0.5)
        waits.append(wait(feed))
    assert waits[:5] == [60, 120, 240, 480, 960]
    assert waits[-1] == 86400
    assert feed.failures == 14


def test_failures_leave_the_validators_and_the_interval_alone() -> None:
    known = Feed(1, 1, "https://a.example/feed", etag="e", last_modified="m", content_hash="h", interval=777)
    after = schedule.after_failure(known, now=NOW, error="e", chance=0.5)
    assert (after.etag, after.last_modified, after.content_hash, after.interval) == ("e", "m", "h", 777)


@pytest.mark.parametrize(("asked", "expected"), [(3600, 3600), (5, 60), (10**9, 86400)])
def test_a_server_that_names_a_pause_is_obeyed_up_to_a_day(asked: float, expected: float) -> None:
    assert wait(schedule.after_failure(FEED, now=NOW, error="e", chance=0.5, retry_after=asked)) == expected


def test_a_feed_that_is_gone_says_how_to_resume_it() -> None:
    gone = schedule.after_gone(FEED, now=NOW)
    assert gone.state is FeedState.GONE
    assert "limitedtimes sources resume" in (gone.last_error or "")


def test_a_page_is_tried_quickly_then_slowly_and_not_for_ever() -> None:
    tries = [schedule.after_read_failure(n, now=NOW, transient=True) for n in range(1, 9)]
    waits = [(one.at - NOW).total_seconds() if one.at else None for one in tries]
    assert waits == [2, 10, 45, 600, 3600, 21600, 86400, None]
    assert [one.final for one in tries] == [False] * 3 + [True] * 5


def test_what_cannot_pass_is_final_at_once() -> None:
    assert schedule.after_read_failure(1, now=NOW, transient=False) == schedule.Retry(at=None, final=True)


def test_an_article_does_not_wait_long_for_a_server_that_asks_for_an_hour() -> None:
    retry = schedule.after_read_failure(1, now=NOW, transient=True, retry_after=3600)
    assert retry == schedule.Retry(at=NOW + timedelta(hours=1), final=True)
    short = schedule.after_read_failure(1, now=NOW, transient=True, retry_after=30)
    assert short == schedule.Retry(at=NOW + timedelta(seconds=30), final=False)


@given(attempts=st.integers(0, 1000), chance=CHANCES)
def test_jobs_come_back_within_minutes(attempts: int, chance: float) -> None:
    assert 1 <= schedule.job_retry_seconds(attempts, chance) <= 380


HOUR = 3600.0


def next_look(age: float, **values: Any) -> float | None:
    """Hours until the next look at a page of an article of that age in hours."""
    more: dict[str, Any] = {"changed": NOW - timedelta(hours=age), "live": False, "chance": 0.0} | values
    at = schedule.next_look(since=NOW - timedelta(hours=age), now=NOW, **more)
    return (at - NOW).total_seconds() / HOUR if at else None


@pytest.mark.parametrize(
    ("age", "hours"), [(0, 1), (0.5, 0.5), (1, 5), (5, 1), (6, 18), (24, 48), (71, 1), (72, None), (9999, None)]
)
def test_a_page_is_looked_at_at_four_ages(age: float, hours: float | None) -> None:
    assert next_look(age) == hours


def test_a_page_is_never_looked_at_again_at_once() -> None:
    assert next_look(0.999) == pytest.approx(1 / 6)


@pytest.mark.parametrize(("fresh_for", "hours"), [(None, 1), (60, 1), (7200, 2), (10**9, 72)])
def test_a_page_is_fresh_as_long_as_its_server_says(fresh_for: float | None, hours: float) -> None:
    assert next_look(0, fresh_for=fresh_for) == hours


@pytest.mark.parametrize(
    ("age", "silent", "hours"),
    [(1, 0, 1 / 6), (5, 1, 1 / 3), (20, 15, 3), (30, 25, 42), (71, 0.1, 1 / 6), (80, 0.1, None)],
)
def test_a_live_blog_is_looked_at_the_oftener_the_more_it_says(age: float, silent: float, hours: float | None) -> None:
    expected = pytest.approx(hours) if hours else None
    assert next_look(age, changed=NOW - timedelta(hours=silent), live=True) == expected


@given(st.floats(0, 100), st.booleans(), CHANCES)
def test_looks_end(age: float, live: bool, chance: float) -> None:
    start, now, count = NOW, NOW + timedelta(hours=age), 0
    while at := schedule.next_look(since=start, now=now, changed=now, live=live, chance=chance):
        assert at > now
        now, count = at, count + 1
    assert count <= 72 * 6 + 4
    assert now - start <= timedelta(hours=max(72 * 1.2 + 1, age))


def test_a_feed_that_was_wrong_is_believed_after_a_pause_that_doubles() -> None:
    waits = [(schedule.doubted_until(NOW, unchanged) - NOW).total_seconds() for unchanged in range(12)]
    assert waits[:4] == [0, 600, 1200, 2400]
    assert waits[-1] == schedule.LONGEST_BACK_OFF
