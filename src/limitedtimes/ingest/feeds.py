"""Feeds in: RSS of every version, Atom and JSON Feed to entries; and where a page's feeds are."""

from __future__ import annotations

import hashlib
import io
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import feedparser

from limitedtimes.errors import FeedError
from limitedtimes.ingest.dates import parse_date, plausible
from limitedtimes.ingest.dom import absolute, base_url, parse_html, parse_text
from limitedtimes.ingest.encoding import decode
from limitedtimes.ingest.language import normal_code
from limitedtimes.ingest.text import clean, plain
from limitedtimes.model.article import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

    from limitedtimes.model.article import Page

COMMON_FEED_PATHS = (
    "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feeds", "/feed.json", "/?feed=rss2",
    "/rss/index.xml", "/rss/all", "/rss/news.xml", "/feed/rss", "/arc/outboundfeeds/rss/", "/blog/feed", "/news/rss",
)  # fmt: skip

_XML_DECLARATION = re.compile(r"^<\?xml[^>]*\?>\s*")
_NOT_XML = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HTML_PAGE = re.compile(r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!doctype\s+html|<html|<head|<body)\b", re.IGNORECASE)
_FEED_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_LOOSE_TYPES = ("text/xml", "application/xml", "application/json")  # only where the address looks like a feed's
_FEED_ADDRESS = re.compile(r"(?:\brss\b|\bfeeds?\b|\batom\b|\.rdf\b)", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|kommentar|coment[aá]rio|comentario|commentaire|reactie|yorum|комментар", re.IGNORECASE)
_PERIODS = {"hourly": 3600.0, "daily": 86_400.0, "weekly": 604_800.0, "monthly": 2_592_000.0, "yearly": 31_536_000.0}


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed says about itself and its entries, in the feed's order. ``ttl`` is in seconds."""

    title: str
    entries: tuple[Entry, ...]
    home: str | None = None
    language: str | None = None
    description: str | None = None
    hub: str | None = None
    ttl: float | None = None


def parse_feed(body: bytes, *, url: str, content_type: str | None, now: datetime | None = None) -> ParsedFeed:
    """Read a feed that was fetched from ``url``. A feed without entries is a feed.

    ``now`` (default: the clock) tells dates that cannot be. Entries without an http address are left out.
    Raises FeedError, whose text says what came instead.
    """
    text = decode(body, content_type).lstrip("\ufeff \t\r\n")
    now = now or datetime.now(UTC)
    if not text.strip("\0 \t\r\n"):
        raise FeedError(f"{url} is empty")
    if text[0] in "{[":
        return _json_feed(text, url, now)
    if _HTML_PAGE.match(_COMMENT.sub("", text[:5000])):
        raise FeedError(f"{url} is a web page, not a feed; give the address of its feed")
    if not text.startswith("<"):
        raise FeedError(f"{url} is not a feed: it is neither XML nor JSON")
    return _xml_feed(text, url, now)


def discover_feeds(page: Page) -> list[str]:
    """Addresses of the feeds that a page names, the likeliest first: what it declares, then what it links to."""
    root = parse_html(page)
    if root is None:
        return []
    base = base_url(root, page.url)
    ranked: dict[str, tuple[int, int]] = {}
    for place, element in enumerate(root.iter("link", "a")):
        rank = _feed_rank(element)
        href = absolute(element.get("href"), base)
        if rank is not None and href and href not in ranked:
            ranked[href] = (rank + (3 if _COMMENTS.search(f"{href} {element.get('title', '')}") else 0), place)
    return sorted(ranked, key=lambda href: ranked[href])


def _feed_rank(element: Element) -> int | None:
    kind = element.get("type", "").partition(";")[0].strip().lower()
    href = element.get("href", "")
    if element.tag == "a":
        path = href.partition("?")[0]
        is_feed = kind in _FEED_TYPES or (_FEED_ADDRESS.search(path) and not path.endswith((".html", ".htm", ".php")))
        return 2 if is_feed and "mailto:" not in href else None
    if "alternate" not in element.get("rel", "").lower().split():
        return None
    if kind in _FEED_TYPES:
        return 0
    return 1 if kind in _LOOSE_TYPES and _FEED_ADDRESS.search(href) else None


def _xml_feed(text: str, url: str, now: datetime) -> ParsedFeed:
    # The text is decoded already: feedparser is told so and can neither guess otherwise nor fetch anything itself.
    source = io.BytesIO(_NOT_XML.sub("", _XML_DECLARATION.sub("", text)).encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    try:
        parsed: Mapping[str, Any] = feedparser.parse(source, response_headers=headers)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FeedError(f"{url} is a broken feed: {error}") from error
    raw, entries = parsed["feed"], parsed["entries"]
    if not entries:
        if not parsed.get("version") and not _FEED_ROOT.search(text[:2000]):
            raise FeedError(f"{url} is XML, but not a feed")
        if parsed.get("bozo"):
            raise FeedError(f"{url} is a broken feed: {clean(str(parsed.get('bozo_exception')))}")
    links = raw.get("links", [])
    return ParsedFeed(
        title=plain(raw.get("title")),
        entries=_unique(_xml_entry(entry, url, now) for entry in entries),
        home=absolute(raw.get("link"), url) if raw.get("link") else None,
        language=normal_code(raw.get("language")),
        description=plain(raw.get("subtitle")) or None,
        hub=next((absolute(link.get("href"), url) for link in links if link.get("rel") == "hub"), None),
        ttl=_ttl(raw),
    )


def _unique(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    """Entries with an address, each GUID once: the first is the newest."""
    kept: dict[str, Entry] = {}
    for entry in entries:
        if entry is not None:
            kept.setdefault(entry.guid, entry)
    return tuple(kept.values())


def _xml_entry(raw: Mapping[str, Any], url: str, now: datetime) -> Entry | None:
    link = absolute(raw.get("feedburner_origlink") or raw.get("link"), url)
    if not link or not (raw.get("feedburner_origlink") or raw.get("link")):
        return None
    title = plain(raw.get("title"))
    published = _moment(raw, "published", now) or _moment(raw, "created", now)
    updated = _moment(raw, "updated", now)
    summary = str(raw.get("summary") or "")
    content = max((str(part.get("value") or "") for part in raw.get("content", [])), key=len, default="")
    return Entry(
        guid=clean(raw.get("id")) or link or _fallback_guid(title, str(raw.get("published"))),
        url=link,
        title=title,
        summary_html="" if summary == content else summary,
        content_html=content,
        published=published or updated,
        updated=updated,
        authors=_authors(raw),
        language=normal_code(raw.get("language")),
        keywords=_distinct(plain(tag.get("term")) for tag in raw.get("tags", [])),
        image=_image(raw, url) or _first_image(content or summary, link),
    )


def _fallback_guid(title: str, date: str) -> str:
    return hashlib.sha256(f"{title}\n{date}".encode()).hexdigest()


def _moment(raw: Mapping[str, Any], name: str, now: datetime) -> datetime | None:
    if name not in raw:  # feedparser would answer `updated` with `published`, and warn
        return None
    moment = parse_date(raw.get(name))
    parts = raw.get(f"{name}_parsed")
    if moment is None and parts:
        try:
            year, month, day, hour, minute, second = parts[:6]
            moment = datetime(year, month, day, hour, minute, tzinfo=UTC) + timedelta(seconds=second)
        except (ValueError, OverflowError):
            return None
    return plausible(moment, now)


def _authors(raw: Mapping[str, Any]) -> tuple[str, ...]:
    people = raw.get("authors") or []
    names = [plain(person.get("name")) for person in people if person]
    return _distinct(name for name in (names or [plain(raw.get("author"))]) if "@" not in name)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _image(raw: Mapping[str, Any], url: str) -> str | None:
    """The largest picture that an entry names: media:content, enclosure, then its thumbnail."""
    media = [one for one in raw.get("media_content", []) if _is_picture(one)]
    enclosed = [one for one in raw.get("links", []) if one.get("rel") == "enclosure" and _is_picture(one)]
    named = sorted(media, key=_width, reverse=True) + enclosed + list(raw.get("media_thumbnail", []))
    addresses = (absolute(one.get("url") or one.get("href"), url) for one in named if one.get("url") or one.get("href"))
    return next((address for address in addresses if address), None)


def _is_picture(media: Mapping[str, Any]) -> bool:
    kind, medium = str(media.get("type") or ""), media.get("medium")
    named = re.search(
        r"\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)", str(media.get("url") or media.get("href") or ""), re.IGNORECASE
    )
    return kind.startswith("image/") or medium == "image" or (not kind and not medium and named is not None)


def _width(media: Mapping[str, Any]) -> int:
    digits = str(media.get("width") or "")
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _first_image(markup: str, base: str) -> str | None:
    if "<img" not in markup:
        return None
    root = parse_text(markup)
    sources = (
        [] if root is None else [element.get("src") for element in root.iter("img") if element.get("width") != "1"]
    )
    return next((address for source in sources if source and (address := absolute(source, base))), None)


def _ttl(raw: Mapping[str, Any]) -> float | None:
    minutes = str(raw.get("ttl") or "").strip()
    if minutes.isascii() and minutes.isdigit():
        return float(minutes) * 60 or None
    period = _PERIODS.get(str(raw.get("sy_updateperiod") or "").strip().lower())
    times = str(raw.get("sy_updatefrequency") or "1").strip()
    return period / max(int(times), 1) if period and times.isascii() and times.isdigit() else None


def _json_feed(text: str, url: str, now: datetime) -> ParsedFeed:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FeedError(f"{url} is broken JSON: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        raise FeedError(f"{url} is JSON, but not a JSON Feed")
    hubs = [hub for hub in _list(data, "hubs") if isinstance(hub, dict)]
    return ParsedFeed(
        title=plain(_string(data, "title")),
        entries=_unique(_json_entry(item, url, now) for item in data["items"] if isinstance(item, dict)),
        home=absolute(_string(data, "home_page_url"), url) if data.get("home_page_url") else None,
        language=normal_code(_string(data, "language")),
        description=plain(_string(data, "description")) or None,
        hub=next((absolute(_string(hub, "url"), url) for hub in hubs if hub.get("url")), None),
    )


def _json_entry(item: Mapping[str, Any], url: str, now: datetime) -> Entry | None:
    address = _string(item, "url") or _string(item, "external_url")
    link = absolute(address, url) if address else None
    if link is None:
        return None
    people = [*_list(item, "authors"), item.get("author")]
    text = _string(item, "content_text")
    published = plausible(parse_date(_string(item, "date_published")), now)
    updated = plausible(parse_date(_string(item, "date_modified")), now)
    image = _string(item, "image") or _string(item, "banner_image")
    return Entry(
        guid=clean(_string(item, "id")) or link,
        url=link,
        title=plain(_string(item, "title")),
        summary_html=_paragraphs(_string(item, "summary")),
        content_html=_string(item, "content_html") or _paragraphs(text),
        published=published or updated,
        updated=updated,
        authors=_distinct(plain(_string(one, "name")) for one in people if isinstance(one, dict)),
        language=normal_code(_string(item, "language")),
        keywords=_distinct(plain(tag) for tag in _list(item, "tags") if isinstance(tag, str)),
        image=absolute(image, url) if image else _first_image(_string(item, "content_html"), link),
    )


def _string(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []


def _paragraphs(text: str) -> str:
    """Plain text as HTML: a paragraph per block of lines."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{part.strip()}</p>" for part in re.split(r"\n\s*\n", escaped) if part.strip())
