"""Feeds that are made to hurt: each ends as a feed or as a stated error, within bounds of memory and work."""

from __future__ import annotations

import gzip
import resource

import pytest

from limitedtimes.errors import FeedError
from limitedtimes.ingest.feeds.reader import MAX_BYTES, ParsedFeed, parse_feed

URL = "https://jornal.example/rss.xml"
ITEM = b"<item><title>Texto</title><link>https://jornal.example/1</link></item>"


def rss(*parts: bytes, before: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0"?>'
        + before
        + b"<rss version='2.0'><channel><title>T</title>"
        + b"".join(parts)
        + b"</channel></rss>"
    )


def read(body: bytes) -> ParsedFeed:
    return parse_feed(body, url=URL, content_type=None)


def item(title: bytes, more: bytes = b"") -> bytes:
    return b"<item><title>" + title + b"</title><link>https://jornal.example/2</link>" + more + b"</item>"


LAUGHS = b"<!DOCTYPE x [<!ENTITY a0 'ha'>" + b"".join(
    b"<!ENTITY a%d '%s'>" % (depth, b"&a%d;" % (depth - 1) * 10) for depth in range(1, 12)
)


@pytest.mark.parametrize(
    ("title", "before"),
    [
        (b"&a11;", LAUGHS + b"]>"),
        (b"&a;" * 20_000, b"<!DOCTYPE x [<!ENTITY a '" + b"a" * 50_000 + b"'>]>"),
        (b"x&x;", b"<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
        (b"x&x;", b"<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/evil.dtd'> %p;]>"),
        (b"x&x;", b"<!DOCTYPE x PUBLIC 'a' 'http://127.0.0.1:9/evil.dtd'>"),
    ],
)
def test_entities_are_neither_expanded_nor_fetched(title: bytes, before: bytes) -> None:
    (entry,) = read(rss(item(title), before=before)).entries
    assert len(entry.title) <= len(title)
    assert "root:" not in entry.title


def test_a_short_entity_of_the_feeds_own_is_its_text() -> None:
    body = rss(item(b"&city; &amp; &nbsp;&eacute;"), before=b"<!DOCTYPE x [<!ENTITY city 'Lisboa'>]>")
    assert read(body).entries[0].title == "Lisboa & é"


def test_what_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(FeedError, match="larger than 25,000,000 bytes"):
        read(rss(item(b"a" * 50_000_000)))


def test_a_bomb_is_not_unpacked() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(FeedError, match="larger than"):
        read(gzip.compress(b" " * (10 * MAX_BYTES)))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


def test_a_line_of_miles_costs_its_own_entry_only() -> None:
    feed = read(rss(ITEM, item(b"B", b"<description>" + b"a " * 8_000_000 + b"</description>")))
    assert feed.entries[0].title == "Texto"


@pytest.mark.parametrize(
    "bait",
    [
        b"<a>" * 100_000 + b"</a>" * 100_000,
        b"<a>" * 300_000,
        b"<x " + b" ".join(b"a%d='x'" % number for number in range(60_000)) + b"></x>",
        b"<x " + b"a='x' " * 60_000 + b"></x>",
        b"<x " + b" ".join(b"xmlns:a%d='x%d'" % (number, number) for number in range(60_000)) + b"></x>",
        b"<x " + b"a " * 1_000_000 + b"></x>",
        b"<x " + b"a" * 2_000_000 + b"></x>",
        b"</x>" * 200_000,
        b"<x></y>" * 50_000,
    ],
    ids=lambda bait: bait[:12].decode(),
)
def test_entries_beside_bait_are_read(bait: bytes) -> None:
    assert [entry.title for entry in read(rss(ITEM, bait, item(b"B"))).entries] in (["Texto", "B"], ["Texto"])


@pytest.mark.parametrize(
    "bait",
    [
        b"<item>" * 200_000,
        b"<![CDATA[" * 300_000,
        b"<!--" * 500_000,
        b"<title>" * 300_000,
        b"<" * 2_000_000,
        b"&" * 500_000 + b"<",
        b"<?" * 1_000_000,
    ],
    ids=lambda bait: bait[:12].decode(),
)
def test_bait_without_an_entry_is_a_broken_feed(bait: bytes) -> None:
    with pytest.raises(FeedError, match="broken feed"):
        read(rss(bait))


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 1_000_000,
        b'{"items":' * 200_000,
        b"<?xml " * 500_000,
        b"<!doctype " * 500_000,
        b"<a" * 1_000_000,
        b"<!DOCTYPE x [" + b"<!ENTITY a '" * 200_000,
        b"\0" * 5_000_000,
        b"<!-- " + b" " * 5_000_000,
    ],
    ids=lambda body: body[:9].decode(),
)
def test_what_only_looks_like_a_feed_is_refused(body: bytes) -> None:
    with pytest.raises(FeedError, match=r"jornal\.example"):
        read(body)


def test_of_more_entries_than_a_feed_has_the_first_are_looked_at_and_the_newest_kept() -> None:
    body = rss(
        *(
            b"<item><link>https://jornal.example/%d</link><pubDate>2024-05-%02dT00:00:00Z</pubDate></item>"
            % (n, 1 + n % 28)
            for n in range(3000)
        )
    )
    feed = read(body)
    assert len(feed.entries) == 1000
    dates = {entry.published for entry in feed.entries}
    assert min(date.day for date in dates if date) >= 18
    assert [entry.url for entry in feed.entries] == sorted(
        (entry.url for entry in feed.entries), key=lambda url: int(url.rpartition("/")[2])
    )


def test_titles_full_of_markup_are_cut_not_chewed() -> None:
    assert len(read(rss(item(b"&lt;a " * 500_000))).entries[0].title) <= 5000
    assert len(read(rss(item(b"A", b"<category>x</category>" * 20_000))).entries[0].keywords) == 1
