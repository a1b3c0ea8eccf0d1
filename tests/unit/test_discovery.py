"""From a home page to its feed: what the page names, the usual places, sitemaps."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from limitedtimes.errors import BusyError, FeedError, FetchError, RefusedError, TransientError
from limitedtimes.ingest.feeds.discovery import common_feeds, discover_feeds
from limitedtimes.model.article import Page
from limitedtimes.ports import FetchLimits, Response
from limitedtimes.subscriptions import Found, find_feed, with_feed

HOME = "https://a.example/"
EMPTY = b"<rss version='2.0'><channel><title>Vazio</title></channel></rss>"
PLAIN = b"<html><body>x</body></html>"


def feed(name: str) -> bytes:
    return (
        f"<rss version='2.0'><channel><title>{name}</title><item><link>{HOME}1</link></item></channel></rss>".encode()
    )


def sitemap(*paths: str) -> bytes:
    news = "<n:news><n:publication><n:name>Mapa</n:name></n:publication><n:title>A</n:title></n:news>"
    urls = "".join(f"<url><loc>{HOME}{path}</loc>{news}</url>" for path in paths)
    return f"<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>{urls}</urlset>".encode()


def index(*paths: str) -> bytes:
    return f"<sitemapindex>{''.join(f'<sitemap><loc>{HOME}{path}</loc></sitemap>' for path in paths)}</sitemapindex>".encode()


def home(*links: str) -> bytes:
    return f"<html><head>{''.join(links)}</head><body>x</body></html>".encode()


def declared(path: str, title: str = "") -> str:
    return f"<link rel='alternate' type='application/rss+xml' title='{title}' href='/{path}'>"


@dataclass
class Web:
    """Pages by path; 404 elsewhere. ``failures`` are raised in order before a path answers."""

    pages: dict[str, bytes]
    failures: dict[str, list[FetchError]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    past_robots: list[str] = field(default_factory=list)

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
        del limits, etag, last_modified, accept
        path = url.removeprefix(HOME)
        self.asked.append(path)
        if not robots:
            self.past_robots.append(path)
        if self.failures.get(path):
            raise self.failures[path].pop(0)
        if path not in self.pages:
            raise FetchError(f"{url} answered HTTP status 404", code="http_404", url=url, status=404)
        return Response(200, Page(url, self.pages[path], None))


def names(*parts: str, headers: tuple[tuple[str, str], ...] = ()) -> list[str]:
    return discover_feeds(Page(HOME + "politica/", home(*parts), "text/html", headers))


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<link rel=alternate type='application/rss+xml' href=/f>", ["f"]),
        ("<LINK REL='ALTERNATE' TYPE='Application/Atom+XML; charset=utf-8' HREF='f'>", ["politica/f"]),
        ("<link rel='feed alternate' type='application/feed+json' href='/f.json'>", ["f.json"]),
        ("<link rel='feed' href='/f'>", ["f"]),
        ("<link rel='alternate' type='text/xml' href='/rss/x'>", ["rss/x"]),
        ("<link rel='alternate' type='text/xml' href='/x'>", []),
        ("<link rel='alternate' href='/rss'>", ["rss"]),
        ("<link rel='alternate' hreflang='en' href='/en/feed'>", []),
        ("<link rel='alternate' type='application/json' href='/wp-json/1'>", []),
        ("<link rel='stylesheet' type='application/rss+xml' href='/f'>", []),
        ("<link rel='alternate' type='application/rss+xml' href='feed://a.example/f'>", ["f"]),
        ("<link rel='alternate' type='application/rss+xml' href='feed:https://a.example/f'>", ["f"]),
        ("<base href='/x/'><link rel='alternate' type='application/rss+xml' href='f'>", ["x/f"]),
        ("<a type='application/rss+xml' href='/f'>x</a>", ["f"]),
        ("<a href='/rss/politica.xml'>RSS</a>", ["rss/politica.xml"]),
        ("<a href='/feed'>RSS</a><a href='/feedback'>y</a><a href='/rss.html'>z</a>", ["feed"]),
        ("<a href='mailto:feed@a.example'>x</a><a href='javascript:feed()'>x</a>", []),
        ("<a href='https://www.facebook.com/feed'>x</a>", []),
    ],
)
def test_feeds_that_a_page_names(markup: str, found: list[str]) -> None:
    assert names(markup) == [HOME + path for path in found]


def test_feeds_that_a_header_names() -> None:
    link = f'<{HOME}f>; rel="alternate"; type="application/rss+xml", </style.css>; rel=preload'
    assert names(headers=(("Link", link),)) == [HOME + "f"]


def test_declared_feeds_come_first_and_comments_last() -> None:
    found = names(
        "<a href='/feed'>x</a>",
        declared("comentarios/feed"),
        "<link rel=alternate href='/rss/loose'>",
        declared("novo", title="Kommentare"),
        declared("a"),
        declared("a"),
    )
    assert [one.removeprefix(HOME) for one in found] == ["a", "rss/loose", "feed", "comentarios/feed", "novo"]


def test_usual_places_begin_in_the_folder_that_was_named() -> None:
    assert common_feeds(HOME + "desporto/")[:3] == [HOME + "desporto/feed", HOME + "desporto/rss", HOME + "feed"]
    assert common_feeds(HOME + "index.html")[0] == HOME + "feed"


async def test_a_declared_feed_that_is_gone_gives_way_to_the_next() -> None:
    web = Web({"": home(declared("old"), declared("b")), "b": feed("B")})
    assert (await find_feed(web, HOME)).url == HOME + "b"


async def test_a_feed_without_entries_is_taken_only_where_there_is_no_other() -> None:
    web = Web({"": home(declared("empty"), declared("b")), "empty": EMPTY, "b": feed("B")})
    assert (await find_feed(web, HOME)).name == "B"
    assert (await find_feed(Web({"": home(declared("empty")), "empty": EMPTY}), HOME)).name == "Vazio"


async def test_usual_places_are_asked_where_the_page_names_nothing_that_works() -> None:
    web = Web({"": home(declared("old")), "feed": PLAIN, "rss.xml": feed("B")})
    assert (await find_feed(web, HOME)).url == HOME + "rss.xml"


async def test_a_news_sitemap_that_robots_txt_names_is_the_feed() -> None:
    robots = b"User-agent: *\nDisallow: /robots.txt\nSitemap: https://a.example/maps/news.xml\n"
    web = Web({"": PLAIN, "robots.txt": robots, "maps/news.xml": sitemap("1")})
    assert await find_feed(web, HOME) == Found(HOME + "maps/news.xml", "Mapa", HOME)
    assert web.past_robots == ["robots.txt"]


async def test_an_index_of_sitemaps_leads_to_the_one_with_news() -> None:
    web = Web(
        {"": PLAIN, "sitemap.xml": index("pages.xml", "news.xml"), "pages.xml": b"<urlset/>", "news.xml": sitemap("1")}
    )
    assert (await find_feed(web, HOME)).url == HOME + "news.xml"
    assert (await find_feed(web, HOME + "sitemap.xml")).url == HOME + "news.xml"


async def test_indexes_of_indexes_end() -> None:
    web = Web(
        {"sitemap.xml": index("sitemap.xml", "b.xml"), "b.xml": index("sitemap.xml", "c.xml"), "c.xml": index("b.xml")}
    )
    with pytest.raises(FeedError, match="index of sitemaps"):
        await find_feed(web, HOME + "sitemap.xml")
    assert len(web.asked) < 10


async def test_comments_are_followed_only_where_there_is_nothing_else() -> None:
    pages = {"": home(declared("comments/feed")), "comments/feed": feed("Comments")}
    assert (await find_feed(Web(pages | {"rss": feed("News")}), HOME)).name == "News"
    assert (await find_feed(Web(pages), HOME)).name == "Comments"


async def test_what_was_tried_is_said() -> None:
    refused = RefusedError("robots.txt does not allow it", code="robots", url=HOME + "rss")
    web = Web({"": PLAIN, "feed": PLAIN}, {"rss": [refused]})
    with pytest.raises(FeedError) as caught:
        await find_feed(web, HOME)
    said = str(caught.value)
    assert "\n" not in said
    assert f"{HOME}feed (no feed), {HOME}rss (robots), {HOME}rss.xml (404)" in said
    assert "more" in said


async def test_a_server_in_trouble_is_not_asked_for_everything() -> None:
    trouble: list[FetchError] = [TransientError("time-out", code="timeout", url="") for _ in range(3)]
    web = Web({"": PLAIN}, {"feed": trouble[:1], "rss": trouble[1:2], "rss.xml": trouble[2:]})
    with pytest.raises(FeedError, match=r"feed \(timeout\)"):
        await find_feed(web, HOME)
    assert "atom.xml" not in web.asked


async def test_a_busy_host_is_waited_for() -> None:
    busy: list[FetchError] = [BusyError("busy", code="busy", url="", retry_after=0.001) for _ in range(3)]
    assert (await find_feed(Web({"": feed("A")}, {"": busy}), HOME)).name == "A"


async def test_an_outlet_that_is_known_by_its_home_page_gets_its_feed() -> None:
    known = Found(HOME, "Folha", HOME, "pt", "PT", "sport")
    web = Web({"": home(declared("f")), "f": feed("Other name")})
    assert await with_feed(web, known) == Found(HOME + "f", "Folha", HOME, "pt", "PT", "sport")
    web.asked.clear()
    assert await with_feed(web, Found(HOME + "f", "Folha", HOME)) == Found(HOME + "f", "Folha", HOME)
    assert web.asked == []
