"""A selection of the malformed and odd feeds of feedparser's own tests (tests/feeds, with its licence): what each file's test says of title, link, text and date holds here too."""

from __future__ import annotations

import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from limitedtimes.errors import FeedError
from limitedtimes.ingest.feeds.reader import ParsedFeed, parse_feed
from limitedtimes.ingest.text import plain

FILES = sorted((Path(__file__).parents[1] / "feeds").glob("*.feed"))
EXPECTATION = re.compile(r"(entries\[0\]|feed)(?:\['(\w+)'\]|\.(\w+)) == (['\"(].*?['\")])\s*$", re.MULTILINE)
# Read otherwise on purpose: what a headline speaks of stays, and of several dates the one that is named first counts.
OTHERWISE = {"atom__entry_updated_multiple_values", "sanitize__xml_declaration_unexpected_character"}
# Cut off or broken, and without any entry.
UNREADABLE = {
    "illformed__aaa_illformed",
    "entities__8217",
    "entities__attr_amp",
    "illformed__rss_empty_document",
    "illformed__undeclared_namespace",
    "illformed__rss_incomplete_cdata",
    "encoding__bozo_invalid-bytes-with-bom",
}
OUR_NAMES = {
    "title": "title",
    "link": "url",
    "description": "summary_html",
    "published_parsed": "published",
    "created_parsed": "published",
    "updated_parsed": "updated",
}


def read(path: Path) -> ParsedFeed:
    """The feed of a file; entries without an address, which we leave out, get one."""
    body = path.read_bytes()
    if b"<link" not in body.lower() and b"rdf:about" not in body and b"<guid" not in body:
        body = re.sub(rb"(<item\b[^>]*>)", rb"\1<link>http://example.com/1</link>", body)
        body = re.sub(rb"(<entry\b[^>]*>)", rb"\1<link href='http://example.com/1'/>", body)
    return parse_feed(body, url="http://127.0.0.1:8097/feed", content_type=None, now=datetime(2026, 1, 1, tzinfo=UTC))


def expectations() -> list[tuple[Path, str, str, object]]:
    found = []
    for path in FILES:
        text = path.read_bytes().replace(b"\0", b"").decode("utf-8", "replace")
        head = text.partition("-->")[0]
        for subject, key, dotted, literal in EXPECTATION.findall(head.replace("not bozo and ", "").replace("\r", "")):
            name = key or dotted
            if path.stem not in OTHERWISE | UNREADABLE and name in OUR_NAMES and " and " not in literal:
                found.append((path, subject, name, ast.literal_eval(literal)))
    return found


def test_the_selection_is_here_with_its_licence() -> None:
    assert len(FILES) >= 60
    assert "Redistribution" in (FILES[0].parent / "LICENSE").read_text(encoding="utf-8")
    assert len(expectations()) >= 40


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_a_feed_or_says_why_not(path: Path) -> None:
    if path.stem in UNREADABLE:
        with pytest.raises(FeedError, match=r"127\.0\.0\.1"):
            read(path)
        return
    feed = read(path)
    for entry in feed.entries:
        assert entry.url.startswith(("http://", "https://"))
        assert entry.guid
        assert "\n" not in entry.title
        assert entry.published is None or entry.published.tzinfo is UTC


@pytest.mark.parametrize(
    ("path", "subject", "name", "expected"),
    expectations(),
    ids=lambda value: value.stem if isinstance(value, Path) else "",
)
def test_what_the_files_own_test_says_holds(path: Path, subject: str, name: str, expected: object) -> None:
    feed = read(path)
    if subject == "feed" and name not in ("title", "link"):
        return
    found: object
    if subject == "feed":
        found = feed.title if name == "title" else feed.home
    else:
        entry = feed.entries[0]
        instead = {"updated_parsed": entry.published, "description": entry.content_html}
        found = getattr(entry, OUR_NAMES[name]) or instead.get(name)
    if isinstance(expected, tuple):
        assert isinstance(found, datetime)
        assert found.timetuple()[:6] == expected[:6]
    elif name == "link":
        assert found == expected
    else:
        assert isinstance(expected, str)
        assert plain(str(found)) == plain(expected)
