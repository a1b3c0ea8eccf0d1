from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from limitedtimes.errors import FeedError
from limitedtimes.ingest.feeds.reader import ParsedFeed, parse_feed
from limitedtimes.ingest.feeds.sitemaps import SitemapIndexError, sitemaps_of_robots

NOW = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)
URL = "https://jornal.example/sitemap-news.xml"
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
NEWS = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {NAMESPACES}>
<url><loc>https://jornal.example/a</loc><lastmod>2024-05-03T10:30:00+01:00</lastmod>
<news:news><news:publication><news:name>Jornal</news:name><news:language>pt-PT</news:language></news:publication>
<news:publication_date>2024-05-03T10:00:00+01:00</news:publication_date>
<news:title>Ministros &amp; AT&amp;amp;T em Lisboa</news:title><news:keywords>Política, Europa</news:keywords></news:news>
<image:image><image:loc>https://jornal.example/a.jpg</image:loc><image:title>Foto</image:title></image:image></url>
<url><loc> /b </loc><news:news><news:publication><news:name>Jornal</news:name><news:language>pt</news:language>
</news:publication><news:publication_date>2024-05-02</news:publication_date><news:title>Outra</news:title></news:news></url>
<url><loc>https://jornal.example/page</loc><lastmod>2024-05-03</lastmod></url>
<url><news:news><news:title>Sem endereço</news:title></news:news></url>
</urlset>"""


def parsed(text: str | bytes, url: str = URL) -> ParsedFeed:
    return parse_feed(text if isinstance(text, bytes) else text.encode(), url=url, content_type="text/html", now=NOW)


@pytest.mark.parametrize("packed", [False, True])
def test_a_news_sitemap_is_a_feed_of_its_news(*, packed: bool) -> None:
    feed = parsed(gzip.compress(NEWS.encode()) if packed else NEWS)
    assert (feed.title, feed.language, feed.home) == ("Jornal", "pt", "https://jornal.example/")
    first, second = feed.entries
    assert (first.guid, first.url, first.title) == (first.url, "https://jornal.example/a", "Ministros & AT&T em Lisboa")
    assert first.published == datetime(2024, 5, 3, 9, 0, tzinfo=UTC)
    assert first.updated == datetime(2024, 5, 3, 9, 30, tzinfo=UTC)
    assert (first.language, first.keywords) == ("pt", ("Política", "Europa"))
    assert first.image == "https://jornal.example/a.jpg"
    assert (second.url, second.title) == ("https://jornal.example/b", "Outra")


def test_a_misdeclared_namespace_is_told_by_its_prefix() -> None:
    assert len(parsed(NEWS.replace("sitemap-news/0.9", "news")).entries) == 2
    assert len(parsed(NEWS.replace('xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"', "")).entries) == 2


def plain(*ages: timedelta | None) -> str:
    dates = [f"<lastmod>{(NOW - age).isoformat()}</lastmod>" if age is not None else "" for age in ages]
    urls = (f"<url><loc>https://jornal.example/{place}</loc>{one}</url>" for place, one in enumerate(dates))
    return f"<urlset {NAMESPACES}><url><loc>https://jornal.example/</loc><lastmod>{NOW.isoformat()}</lastmod></url>{''.join(urls)}</urlset>"


def test_of_a_plain_sitemap_only_fresh_pages_are_entries() -> None:
    feed = parsed(plain(timedelta(hours=1), timedelta(days=3), None, timedelta(days=1)))
    assert [entry.url for entry in feed.entries] == ["https://jornal.example/0", "https://jornal.example/3"]
    assert feed.entries[0].published == NOW - timedelta(hours=1)
    assert feed.entries[0].title == ""


def test_of_a_large_plain_sitemap_the_newest_pages_are_kept() -> None:
    feed = parsed(plain(*(timedelta(minutes=2000 - place) for place in range(1500))))
    assert len(feed.entries) == 200
    assert feed.entries[-1].url == "https://jornal.example/1499"


def test_an_index_says_what_it_leads_to_news_first_then_the_newest() -> None:
    listed = {"posts-1": "2024-05-01", "authors": "2024-05-03", "posts-2": "2024-05-03", "google-news": "2020-01-01"}
    maps = "".join(
        f"<sitemap><loc>https://jornal.example/{key}.xml</loc><lastmod>{day}</lastmod></sitemap>"
        for key, day in listed.items()
    )
    with pytest.raises(
        SitemapIndexError, match=r"index of sitemaps; follow one of them: https://jornal\.example/google"
    ) as caught:
        parsed(f"<sitemapindex {NAMESPACES}>{maps}</sitemapindex>")
    found = [address.rpartition("/")[2] for address in caught.value.sitemaps]
    assert found == ["google-news.xml", "posts-2.xml", "posts-1.xml", "authors.xml"]


def test_an_empty_index_is_said_to_name_none() -> None:
    with pytest.raises(FeedError, match="names none"):
        parsed(f"<sitemapindex {NAMESPACES}/>")


def test_a_broken_archive_is_a_stated_error() -> None:
    with pytest.raises(FeedError, match="broken gzip"):
        parsed(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xff\xff\xff\xff")


def test_sitemaps_that_robots_txt_names() -> None:
    text = "User-agent: *\nDisallow: /x\nSitemap: https://jornal.example/sitemap.xml\nsitemap:/news.xml\nSITEMAP: mailto:a@b\n"
    assert sitemaps_of_robots(text, "https://jornal.example/robots.txt") == [
        "https://jornal.example/news.xml",
        "https://jornal.example/sitemap.xml",
    ]
