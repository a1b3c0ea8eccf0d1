from __future__ import annotations

import hashlib
import hmac
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes import settings
from limitedtimes.errors import SettingsError
from limitedtimes.ingest.feeds.reader import parse_feed
from limitedtimes.model.source import Feed
from limitedtimes.rules import schedule, websub
from limitedtimes.rules.websub import Hub, PushState, Signature, Subscription

NOW = datetime(2020, 10, 22, 18, 0, tzinfo=UTC)
FEED = Feed(1, 1, "https://a.example/feed", next_poll=NOW + timedelta(seconds=900))
URL = "https://a.example/feed"
ACTIVE = Subscription(
    id=1,
    feed_id=1,
    hub="https://hub.example/",
    topic=URL,
    callback="https://paper.example/hub/x",
    secret="s3cret",
    state=PushState.ACTIVE,
    next_ask=NOW,
    asked_at=NOW,
    lease_ends=NOW + timedelta(days=1),
)


def announced(*headers: tuple[str, str], hub: str | None = None, own: str | None = None) -> Hub | None:
    return websub.announced(headers, body_hub=hub, body_self=own, base="https://a.example/x/feed", url=URL)


@pytest.mark.parametrize(
    ("value", "hub", "topic"),
    [
        ("<https://hub.example/>; rel=hub", "https://hub.example/", URL),
        (
            '<https://hub.example/>; rel="hub", <https://a.example/t>; rel="self"',
            "https://hub.example/",
            "https://a.example/t",
        ),
        ('<https://h.example/a,b;c>; title="x, y; rel=z" ; rel="Hub"', "https://h.example/a,b;c", URL),
        (
            '</hub>;rel="alternate hub";type="a/b",<feed.xml>;rel=self',
            "https://a.example/hub",
            "https://a.example/x/feed.xml",
        ),
    ],
)
def test_a_link_header_names_hub_and_topic(value: str, hub: str, topic: str) -> None:
    assert announced(("Content-Type", "text/xml"), ("LINK", value)) == Hub(hub, topic)


def test_several_link_headers_are_one_list_and_go_before_the_feed() -> None:
    headers = [("Link", "<https://one.example/>; rel=hub"), ("link", "<https://a.example/t>; rel=self")]
    found = announced(*headers, hub="https://two.example/", own="https://a.example/u")
    assert found == Hub("https://one.example/", "https://a.example/t")
    assert announced(headers[1], hub="https://two.example/") == Hub("https://two.example/", "https://a.example/t")
    assert announced(hub="https://two.example/", own="u") == Hub("https://two.example/", "https://a.example/x/u")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "<https://a.example/feed>; rel=self",
        "<javascript:alert(1)>; rel=hub",
        "<http://>; rel=hub",
        "<https://hub.example/\x00>; rel=hub",
        "<https://[::1>; rel=hub",
        "<https://hub.example/>; rel=hubris",
        "https://hub.example/; rel=hub",
    ],
)
def test_what_names_no_hub_is_none(value: str) -> None:
    assert announced(("Link", value)) is None


@pytest.mark.parametrize(
    "value", ["<" * 30_000, "<>;" * 10_000, "<a>" + " " * 30_000 + "x", "<a>; rel" + "\t" * 30_000 + "="]
)
def test_a_link_header_made_to_be_slow_is_read_at_once(value: str) -> None:
    assert announced(("Link", value)) is None


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (
            "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>A</title>"
            "<atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' href='/f'/></channel></rss>",
            "application/rss+xml",
        ),
        (
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><link rel='hub' href='https://hub.example/'/>"
            "<link rel='self' href='/f'/></feed>",
            "application/atom+xml",
        ),
        (
            '{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[],"feed_url":"https://a.example/f",'
            '"hubs":[{"type":"WebSub","url":"https://hub.example/"}]}',
            "application/feed+json",
        ),
    ],
)
def test_every_kind_of_feed_names_its_hub_and_its_own_address(body: str, content_type: str) -> None:
    parsed = parse_feed(body.encode(), url="https://a.example/feed", content_type=content_type)
    assert (parsed.hub, parsed.self_url) == ("https://hub.example/", "https://a.example/f")


def signature(header: str | None, *pieces: bytes) -> bool:
    checked = Signature(header, ACTIVE.secret)
    for piece in pieces:
        checked.feed(piece)
    return checked.right


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_a_body_that_the_secret_signed_is_right_in_whatever_pieces_it_comes(method: str) -> None:
    digest = hmac.new(ACTIVE.secret.encode(), b"news of today", method).hexdigest()
    assert signature(f"{method}={digest}", b"news of ", b"", b"today")
    assert signature(f"{method.upper()}={digest.upper()}", b"news of today")
    assert not signature(f"{method}={digest}", b"news of today!")
    assert not signature(f"{method}={digest[:-1]}", b"news of today")


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "sha1",
        "sha1=",
        "=",
        "md5=" + hmac.new(b"s3cret", b"", "md5").hexdigest(),
        "none=",
        "sha256=" + hashlib.sha256(b"").hexdigest(),
        "sha256=ü",
        "shake_128=00",
    ],
)
def test_what_is_not_signed_with_the_secret_is_not_right(header: str | None) -> None:
    assert not signature(header)


@pytest.mark.parametrize(
    ("lease", "days"),
    [("86400", 1.0), ("", 10.0), ("soon", 10.0), ("-5", 10.0), ("999999999", 30.0), ("9" * 400, 10.0), ("٣", 10.0)],
)
def test_a_lease_is_believed_up_to_a_month_and_renewed_before_it_ends(lease: str, days: float) -> None:
    now_active = websub.confirmed(replace(ACTIVE, failures=3, state=PushState.WANTED), lease=lease, now=NOW)
    assert now_active.lease_ends == NOW + timedelta(days=days)
    assert NOW < now_active.next_ask < now_active.lease_ends
    assert (now_active.state, now_active.failures) == (PushState.ACTIVE, 0)


def test_a_lease_of_seconds_does_not_make_a_flood() -> None:
    active = websub.confirmed(ACTIVE, lease="1", now=NOW)
    assert active.next_ask - NOW >= timedelta(minutes=10)
    assert not active.pushes(NOW + timedelta(seconds=2))


def test_a_hub_that_does_not_answer_is_asked_less_and_less_but_daily() -> None:
    wanted, waits = ACTIVE, []
    for _ in range(16):
        wanted = websub.asked(wanted, now=NOW)
        wanted = websub.refused(wanted, error="e", now=NOW, chance=0.5, retry_after=None)
        waits.append((wanted.next_ask - NOW).total_seconds())
    assert waits[:4] == [60, 120, 240, 480]
    assert waits[-1] == 86400
    late = websub.refused(websub.asked(ACTIVE, now=NOW), error="e", now=NOW, chance=0.5, retry_after=7200)
    assert late.next_ask == NOW + timedelta(hours=2)


@pytest.mark.parametrize(
    ("change", "mode", "topic", "right"),
    [
        ({}, "subscribe", URL, True),
        ({}, "unsubscribe", URL, False),
        ({}, "publish", URL, False),
        ({}, "subscribe", URL + "/", False),
        ({"asked_at": None}, "subscribe", URL, False),
        ({"asked_at": NOW - timedelta(days=2)}, "subscribe", URL, False),
        ({"state": PushState.WANTED}, "subscribe", URL, True),
        ({"state": PushState.LEAVING}, "subscribe", URL, False),
        ({"state": PushState.LEAVING}, "unsubscribe", URL, True),
    ],
)
def test_only_what_was_asked_for_is_confirmed(change: dict[str, object], mode: str, topic: str, right: bool) -> None:
    assert websub.meant(replace(ACTIVE, **change), mode=mode, topic=topic, now=NOW) is right  # type: ignore[arg-type]


def test_a_farewell_carries_no_secret() -> None:
    assert websub.form(ACTIVE)["hub.secret"] == ACTIVE.secret
    assert websub.form(replace(ACTIVE, state=PushState.LEAVING)) == {
        "hub.mode": "unsubscribe",
        "hub.topic": URL,
        "hub.callback": ACTIVE.callback,
    }


@given(seconds=st.floats(60, schedule.LONGEST_BACK_OFF), news=st.integers(0, 3))
def test_a_pushed_feed_is_polled_more_seldom_but_within_hours(seconds: float, news: int) -> None:
    feed = replace(FEED, next_poll=NOW + timedelta(seconds=seconds))
    after = websub.stretched(feed, ACTIVE, news=news, now=NOW).next_poll
    assert after is not None
    wait = (after - NOW).total_seconds()
    assert seconds - 0.001 <= wait <= max(seconds, schedule.LONGEST) + 0.001
    assert wait >= min(seconds * websub.STRETCH, schedule.LONGEST) - 0.001


@pytest.mark.parametrize(
    "change",
    [
        {"state": PushState.WANTED},
        {"state": PushState.DENIED},
        {"lease_ends": NOW},
        {"lease_ends": None},
        {"missed": websub.BLIND},
        {"pushed_at": NOW - timedelta(seconds=20)},
    ],
)
def test_without_a_hub_to_rely_on_the_pace_is_the_usual_one(change: dict[str, object]) -> None:
    subscription = replace(ACTIVE, **change)  # type: ignore[arg-type]
    assert websub.stretched(FEED, subscription, news=0, now=NOW) == FEED


def test_news_that_were_not_pushed_count_against_the_hub() -> None:
    before = NOW - timedelta(hours=1)
    silent = ACTIVE
    for _ in range(websub.BLIND):
        assert silent.pushes(NOW)
        silent = websub.watched(silent, news=2, last_polled=before)
    assert not silent.pushes(NOW)
    assert websub.watched(silent, news=0, last_polled=before) == silent
    assert websub.watched(silent, news=1, last_polled=None) == silent
    assert websub.watched(replace(silent, pushed_at=NOW), news=1, last_polled=before).pushes(NOW)


@pytest.mark.parametrize(
    ("given_address", "kept"),
    [
        (" ", None),
        ("https://paper.example", "https://paper.example"),
        (" https://paper.example/limited/ ", "https://paper.example/limited"),
        ("https://paper.example:8443", "https://paper.example:8443"),
        ("http://localhost:8450", "http://localhost:8450"),
        ("http://127.0.0.1:8450/", "http://127.0.0.1:8450"),
        ("http://[::1]:8450", "http://[::1]:8450"),
        ("http://paper.lan:8450", "http://paper.lan:8450"),
    ],
)
def test_the_public_address_is_kept_without_its_last_slash(given_address: str, kept: str | None) -> None:
    assert settings.load(public_url=given_address, allow_hosts="paper.lan").public_url == kept


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("http://paper.example", "https"),
        ("paper.example", "not an address"),
        ("ftp://paper.example", "not an address"),
        ("https://", "not an address"),
        ("https://me:secret@paper.example", "not an address"),
        ("https://paper.example/?a=b", "not an address"),
        ("https://paper.example/#a", "not an address"),
        ("https://[paper", "not an address"),
        ("https://paper.example:port", "not an address"),
    ],
)
def test_a_public_address_that_cannot_be_is_refused(value: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as caught:
        settings.load(public_url=value)
    assert str(caught.value).startswith("LIMITEDTIMES_PUBLIC_URL")
