from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from limitedtimes.errors import FeedError, FetchError, TransientError, UsageError
from limitedtimes.model.article import Page
from limitedtimes.ports import FetchLimits, Response
from limitedtimes.store import queue, sources
from limitedtimes.subscriptions import Found, find_feed, follow, read_opml, write_opml

if TYPE_CHECKING:
    from limitedtimes.store.database import Database

FEED = b"<rss version='2.0'><channel><title>A Folha</title><link>https://a.example/</link><language>pt</language></channel></rss>"
HOME = b"<html><head><link rel='alternate' type='application/rss+xml' href='/noticias.xml'></head><body>Ol\xc3\xa1</body></html>"


@dataclass
class Web:
    """Pages by address; 404 elsewhere."""

    pages: dict[str, bytes | FetchError | Response] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def fetch(
        self,
        url: str,
        *,
        limits: FetchLimits | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        robots: bool = True,
        accept: str | None = None,
    ) -> Response:
        del limits, etag, last_modified, robots, accept
        self.asked.append(url)
        found = self.pages.get(url)
        if isinstance(found, FetchError):
            raise found
        if isinstance(found, Response):
            return found
        if found is None:
            raise FetchError(f"{url} answered HTTP status 404", code="http_404", url=url, status=404)
        return Response(200, Page(url, found, None))


async def test_a_feeds_address_is_taken_as_it_is() -> None:
    web = Web({"https://a.example/f": FEED})
    assert await find_feed(web, "https://a.example/f") == Found(
        "https://a.example/f", "A Folha", "https://a.example/", "pt"
    )
    assert web.asked == ["https://a.example/f"]


async def test_an_address_without_a_scheme_is_asked_by_https() -> None:
    assert (await find_feed(Web({"https://a.example/f": FEED}), "a.example/f")).url == "https://a.example/f"


async def test_a_page_leads_to_the_feed_that_it_names() -> None:
    web = Web({"https://a.example": HOME, "https://a.example/noticias.xml": FEED})
    assert (await find_feed(web, "https://a.example")).url == "https://a.example/noticias.xml"


async def test_a_page_that_names_none_is_asked_at_the_usual_places() -> None:
    web = Web({"https://a.example/": b"<html><body>x</body></html>", "https://a.example/rss.xml": FEED})
    assert (await find_feed(web, "https://a.example/")).url == "https://a.example/rss.xml"


async def test_a_feed_that_moved_for_good_is_followed_where_it_is() -> None:
    moved = Response(200, Page("https://a.example/new", FEED, None), moved_to="https://a.example/new")
    assert (await find_feed(Web({"https://a.example/f": moved}), "https://a.example/f")).url == "https://a.example/new"


async def test_no_feed_anywhere_says_what_to_do() -> None:
    web = Web({"https://a.example/": b"<html><body>x</body></html>"})
    with pytest.raises(
        FeedError, match=r"No feed was found at https://a.example/.*Give the address of the feed itself"
    ):
        await find_feed(web, "https://a.example/")


async def test_a_server_in_trouble_is_not_taken_for_one_without_a_feed() -> None:
    broken = TransientError("https://a.example/noticias.xml answered 503", code="http_503", url="", status=503)
    web = Web({"https://a.example": HOME, "https://a.example/noticias.xml": broken})
    with pytest.raises(TransientError, match="503"):
        await find_feed(web, "https://a.example")


def test_who_is_followed_is_polled_at_once_and_once(database: Database) -> None:
    found = Found("https://a.example/f", "A Folha", "https://a.example/", "pt", "PT", "sport")
    with database.transaction() as connection:
        source, _, new = follow(connection, found)
        again = follow(connection, found)
        assert (new, again[2]) == (True, False)
        assert queue.waiting(connection) == {"poll": 1}
    assert (source.language, source.country, source.topic) == ("pt", "PT", "sport")


def test_opml_comes_back_as_it_went(database: Database) -> None:
    wanted = [
        Found("https://a.example/f?a=1&b=2", "A <Folha> & Cia", "https://a.example/", "pt", "PT", "sport"),
        Found("https://b.example/f", "Б"),
    ]
    with database.transaction() as connection:
        for one in wanted:
            follow(connection, one)
        written = write_opml(sources.feeds(connection))
    assert read_opml(written) == wanted


def test_nested_outlines_of_other_programs_are_read() -> None:
    data = (
        b"<opml version='1.0'><head><title>x</title></head><body><outline text='News'>"
        b"<outline text='A' xmlUrl='https://a.example/f'/><outline xmlUrl='https://b.example/f' language=''/>"
        b"<outline text='no feed' htmlUrl='https://c.example/'/></outline></body></opml>"
    )
    assert read_opml(data) == [Found("https://a.example/f", "A"), Found("https://b.example/f", "b.example")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not OPML"),
        (b"plain text", "not OPML"),
        (b"<opml><body>", "not OPML"),
        (b"<opml version='2.0'><body/></opml>", "names no feed"),
    ],
)
def test_what_is_no_list_of_feeds_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_opml(data)


def test_entities_of_a_list_are_not_resolved() -> None:
    data = (
        b"<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
        b"<opml version='2.0'><body><outline xmlUrl='https://a.example/f' text='A'>&x;</outline></body></opml>"
    )
    assert read_opml(data) == [Found("https://a.example/f", "A")]
    bomb = (
        b"<!DOCTYPE o [<!ENTITY a 'aaaaaaaaaa'>"
        + b"".join(
            b"<!ENTITY %c '&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;'>" % (98 + n, *[97 + n] * 10) for n in range(12)
        )
        + b"]><opml><body><outline xmlUrl='https://a.example/f' text='&m;'/></body></opml>"
    )
    with pytest.raises(UsageError):
        read_opml(bomb)


def test_what_is_written_is_opml(database: Database) -> None:
    with database.connection() as connection:
        root = etree.fromstring(write_opml(sources.feeds(connection)))
    assert (root.tag, root.get("version")) == ("opml", "2.0")
