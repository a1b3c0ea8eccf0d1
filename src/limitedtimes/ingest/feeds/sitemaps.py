"""Sitemaps as feeds: news sitemaps, plain ones for what was changed just now, and indexes that lead to both.

Formats: sitemaps.org 0.9; the news and image extensions of Google. A news sitemap lists two days of articles.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from limitedtimes.errors import FeedError
from limitedtimes.ingest.dates import country_zone, parse_date, plausible
from limitedtimes.ingest.dom import absolute, address_parts
from limitedtimes.ingest.feeds.entries import Newest, ParsedFeed, distinct
from limitedtimes.ingest.feeds.xml import name, value
from limitedtimes.ingest.language import normal_code
from limitedtimes.ingest.text import plain
from limitedtimes.model.article import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.feeds.xml import Document

COMMON_SITEMAP_PATHS = (
    "/sitemap-news.xml", "/news-sitemap.xml", "/sitemap_news.xml", "/googlenews.xml", "/sitemap/news.xml", "/sitemaps/news.xml",
    "/sitemap-index.xml", "/sitemap_index.xml", "/sitemap.xml",
)  # fmt: skip

_FRESH = timedelta(days=2)
_MOST_PLAIN = 200  # fresh pages of a plain sitemap; it lists the whole site
_NEWS = re.compile(
    r"news|nachricht|notici|actualit|nyhet|nieuws|haber|wiadomosc|novost|khabar|latest|48h", re.IGNORECASE
)
_NO_NEWS = re.compile(
    r"video|image|photo|author|autor|tag|categor|page|static|archiv|(?:19|20)\d\d-[01]\d\.", re.IGNORECASE
)
_ROBOTS_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


class SitemapIndexError(FeedError):
    """What came is an index of sitemaps: no feed, but it names some. ``sitemaps`` are addresses, the likeliest first."""

    def __init__(self, url: str, sitemaps: tuple[str, ...]) -> None:
        named = f"; follow one of them: {', '.join(sitemaps[:3])}" if sitemaps else " that names none"
        super().__init__(f"{url} is an index of sitemaps{named}")
        self.sitemaps = sitemaps


def read_sitemap(document: Document, url: str, now: datetime) -> ParsedFeed:
    """Read a sitemap: all of what it says is news, else what was changed in the last two days. Raises SitemapIndexError."""
    if document.kind == "sitemapindex":
        raise SitemapIndexError(url, _listed(document, url, now))
    news, fresh = Newest(), Newest(_MOST_PLAIN)
    outlet, language = "", None
    for element in document.items():
        if name(element) != "url":
            continue
        fields = _fields(element)
        if "news:title" in fields or "news:publication_date" in fields:
            outlet = outlet or plain(fields.get("news:name"))
            language = language or normal_code(fields.get("news:language"))
            news.add(_entry(fields, url, now))
        else:
            fresh.add(_recent(_entry(fields, url, now), now))
        element.clear()
    parts = address_parts(url)
    return ParsedFeed(
        title=outlet,
        entries=news.entries() or fresh.entries(),
        home=f"{parts.scheme}://{parts.netloc}/",
        language=language,
    )


def sitemaps_of_robots(text: str, url: str) -> list[str]:
    """Addresses of the sitemaps that a robots.txt names, the likeliest to hold news first."""
    named = (absolute(one, url) for one in _ROBOTS_LINE.findall(text))
    return sorted(dict.fromkeys(one for one in named if one), key=_likelihood)


def common_sitemaps(url: str) -> list[str]:
    """Addresses at which many outlets have a sitemap."""
    return [urljoin(url, path) for path in COMMON_SITEMAP_PATHS]


def _listed(document: Document, url: str, now: datetime) -> tuple[str, ...]:
    """Sitemaps of an index: those that are named for news, then the newest."""
    found: dict[str, float] = {}
    for element in document.items():
        if name(element) == "sitemap":
            fields = _fields(element)
            moment = plausible(parse_date(fields.get("lastmod")), now)
            if address := absolute(fields.get("loc"), url) if fields.get("loc") else None:
                found[address] = moment.timestamp() if moment else 0.0
            element.clear()
    return tuple(sorted(found, key=lambda one: (*_likelihood(one), -found[one])))


def _likelihood(address: str) -> tuple[bool, bool]:
    path = address_parts(address).path
    return _NEWS.search(path) is None, _NO_NEWS.search(path) is not None


def _fields(element: Element) -> dict[str, str]:
    """Texts of what stands in an element, the first of each name."""
    fields: dict[str, str] = {}
    for one in element.iterdescendants():
        if len(one) == 0 and (text := value(one)):
            fields.setdefault(name(one), text)
    return fields


def _entry(fields: dict[str, str], url: str, now: datetime) -> Entry | None:
    link = absolute(fields.get("loc"), url) if fields.get("loc") else None
    if link is None:
        return None
    zone = country_zone(url)
    updated = plausible(parse_date(fields.get("lastmod"), zone), now)
    image = fields.get("image:loc")
    return Entry(
        guid=link,
        url=link,
        title=plain(fields.get("news:title")),
        published=plausible(parse_date(fields.get("news:publication_date"), zone), now) or updated,
        updated=updated,
        language=normal_code(fields.get("news:language")),
        keywords=distinct(plain(word) for word in re.split(r"[,;،、]", fields.get("news:keywords", ""))),
        image=absolute(image, url) if image else None,
    )


def _recent(entry: Entry | None, now: datetime) -> Entry | None:
    """Return a page that was changed just now, unless it is a home page."""
    if (
        entry is None
        or entry.updated is None
        or entry.updated < now - _FRESH
        or address_parts(entry.url).path in ("", "/")
    ):
        return None
    return entry
