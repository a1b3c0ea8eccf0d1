"""RSS 0.9x to 2.0, RDF and Atom with the modules that outlets use, to a feed with its entries.

Sources: RSS 2.0 (rssboard.org), RSS 1.0, RFC 4287 (Atom), Media RSS 1.5.1, the iTunes, Dublin Core and content modules.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.errors import FeedError
from limitedtimes.ingest.dates import country_zone, named_offset, parse_date, plausible
from limitedtimes.ingest.dom import absolute
from limitedtimes.ingest.feeds.entries import Newest, ParsedFeed, as_html, distinct, first_image
from limitedtimes.ingest.feeds.xml import Document, base_of, language_of, name, value
from limitedtimes.ingest.language import normal_code
from limitedtimes.ingest.text import clean, plain
from limitedtimes.model.article import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime, tzinfo

    from lxml.etree import _Element as Element

_PUBLISHED = ("pubdate", "atom:published", "published", "dcterms:issued", "atom:issued", "dc:date", "dcterms:created", "atom:created", "created", "date")  # fmt: skip
_UPDATED = ("atom:updated", "updated", "dcterms:modified", "atom:modified", "modified", "lastmod")
_TITLES = ("title", "atom:title", "dc:title", "media:title")
_SUMMARIES = ("description", "atom:summary", "summary", "dc:description", "media:description", "itunes:summary")
_CONTENTS = ("content:encoded", "atom:content", "content", "xhtml:body", "xhtml:div", "yandex:full-text", "encoded", "full-text", "fullitem", "body")  # fmt: skip
_AUTHORS = ("atom:author", "author", "dc:creator", "dc:author", "itunes:author", "creator")
_CATEGORIES = ("category", "atom:category", "dc:subject", "media:category", "itunes:category")
_LISTS = ("media:keywords", "itunes:keywords", "keywords")
_PERIODS = {"hourly": 3600.0, "daily": 86_400.0, "weekly": 604_800.0, "monthly": 2_592_000.0, "yearly": 31_536_000.0}
_LONGEST_LINE = 5000  # characters of a title with its markup
_MOST_KEYWORDS = 60
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+")
_NAMED = re.compile(r"\(([^()]+)\)\s*$")

_ITEMS = frozenset(("item", "entry", "atom:entry", "atom:item"))

Fields = dict[str, list["Element"]]


def read_feed(document: Document, url: str, now: datetime) -> ParsedFeed:
    """Read a feed; ``now`` tells dates that cannot be. Raises FeedError for one that is broken before its first entry."""
    reader = _Reader(url, now)
    for element in document.items():
        if name(element) in _ITEMS:
            reader.take(element)
            element.clear()
    feed = reader.feed(document.root)
    if not feed.entries and not document.sound:
        raise FeedError(f"{url} is a broken feed: it is not well-formed, and no entry of it can be read")
    return feed


class _Reader:
    """Takes entries one after another; what the feed says of itself stands in the tree at the end."""

    def __init__(self, url: str, now: datetime) -> None:
        self._url = url
        self._now = now
        self._newest = Newest()
        self._zone: tzinfo | None = None
        self._home: str | None = None
        self._begun = False

    def take(self, item: Element) -> None:
        if not self._begun:  # relative links start from the home page, which stands before the entries
            self._begun = True
            self._home = _home(_fields(_channel(item.getparent())), self._url)
        self._newest.add(self._entry(item))

    def feed(self, root: Element | None) -> ParsedFeed:
        channel = _channel(root)
        fields = _fields(channel)
        links = [*fields.get("atom:link", ()), *fields.get("link", ())]
        language = _text(fields, "language", "dc:language") or (language_of(channel) if channel is not None else None)
        return ParsedFeed(
            title=_line(fields, "title", "atom:title", "dc:title"),
            entries=self._newest.entries(),
            home=_home(fields, self._url),
            language=normal_code(language),
            description=_line(fields, "description", "atom:subtitle", "subtitle", "atom:tagline") or None,
            hub=self._related(links, "hub"),
            ttl=_ttl(fields),
            self_url=self._related(links, "self"),
        )

    def _related(self, links: Iterable[Element], relation: str) -> str | None:
        named = (one for one in links if relation in one.get("rel", "").lower().split())
        return next((absolute(one.get("href"), base_of(one, self._url)) for one in named), None)

    def _entry(self, item: Element) -> Entry | None:
        fields = _fields(item)
        link = _link(item, fields, base_of(item, self._home or self._url))
        if link is None:
            return None
        summary = as_html(_text(fields, *_SUMMARIES))
        content = max(
            (_content(one, self._url) for key in _CONTENTS for one in fields.get(key, ())), key=len, default=""
        )
        published, updated = self._moment(fields, _PUBLISHED), self._moment(fields, _UPDATED)
        return Entry(
            guid=_guid(item, fields) or link,
            url=link,
            title=_line(fields, *_TITLES),
            summary_html="" if summary == content else summary,
            content_html=content,
            published=published or updated,
            updated=updated,
            authors=distinct(_author(one) for key in _AUTHORS for one in fields.get(key, ())),
            language=normal_code(_text(fields, "language", "dc:language") or _own_language(item, fields)),
            keywords=distinct(islice(_keywords(fields), _MOST_KEYWORDS)),
            image=_image(fields, link) or first_image(content or summary, link),
        )

    def _moment(self, fields: Fields, names: Iterable[str]) -> datetime | None:
        """Return the first date that can be read; one without a zone has that of the dates before it, or the country's."""
        for text in (value(one) for key in names for one in fields.get(key, ())):
            zone = named_offset(text) or self._zone
            moment = plausible(parse_date(text, zone or country_zone(self._home or self._url)), self._now)
            if moment:
                self._zone = zone
                return moment
        return None


def _channel(root: Element | None) -> Element | None:
    if root is None:
        return None
    return next((one for one in root.iter() if name(one) in ("channel", "atom:feed", "feed")), root)


def _fields(parent: Element | None) -> Fields:
    """Children by name; those of media:group and media:content as if they stood beside it."""
    fields: Fields = {}
    for child in () if parent is None else parent:
        key = name(child)
        fields.setdefault(key, []).append(child)
        if key in ("media:group", "media:content"):
            for inner in child.iterdescendants():
                fields.setdefault(name(inner), []).append(inner)
    return fields


def _text(fields: Fields, *names: str) -> str:
    """Text of the first of these that has any."""
    return next((text for key in names for one in fields.get(key, ()) if (text := value(one))), "")


def _line(fields: Fields, *names: str) -> str:
    return plain(_text(fields, *names)[:_LONGEST_LINE])


def _home(fields: Fields, url: str) -> str | None:
    for one in (*fields.get("link", ()), *fields.get("atom:link", ())):
        href = one.get("href") or value(one)
        if href and one.get("rel", "alternate").lower() == "alternate":
            return absolute(href, base_of(one, url))
    return None


def _link(item: Element, fields: Fields, base: str) -> str | None:
    return next((link for link in (absolute(one, base) for one in _links(item, fields) if one) if link), None)


def _links(item: Element, fields: Fields) -> Iterator[str]:
    """Addresses of an entry, the likeliest first."""
    yield _text(fields, "feedburner:origlink")
    yield from (value(one) for one in fields.get("link", ()))
    linked = [*fields.get("link", ()), *fields.get("atom:link", ())]
    pages = [one for one in linked if "alternate" in one.get("rel", "alternate").lower().split()]
    for one in sorted(pages, key=lambda link: "html" not in link.get("type", "text/html")):
        yield one.get("href", "") and (absolute(one.get("href"), base_of(one, "")) or one.get("href", ""))
    if "guid" in fields and fields["guid"][0].get("isPermaLink", "true").strip().lower() == "true":
        yield _web(value(fields["guid"][0]))
    yield _web(_about(item))
    yield _web(_text(fields, "atom:id", "id"))


def _web(text: str) -> str:
    return text if text.startswith(("http://", "https://")) else ""


def _about(item: Element) -> str:
    return next(
        (str(text) for key, text in item.attrib.items() if str(key).rpartition("}")[2] in ("about", "rdf:about")), ""
    )


def _guid(item: Element, fields: Fields) -> str:
    return clean(_text(fields, "guid", "atom:id", "id", "dc:identifier") or _about(item))


def _content(element: Element, url: str) -> str:
    kind = element.get("type", "").lower()
    if element.get("src") or kind.startswith(("image/", "video/", "audio/")):
        return ""
    base = base_of(element, url)
    # HTML has a word of its own for where its relative links start.
    return (f'<base href="{base}">' if base != url else "") + as_html(value(element))


def _own_language(item: Element, fields: Fields) -> str | None:
    """Return the language that an entry or its content has apart from the feed's."""
    named = (one for key in _CONTENTS for one in fields.get(key, ()))
    own = [item, *named]
    return next((code for one in own if (code := one.get("{http://www.w3.org/XML/1998/namespace}lang"))), None)


def _author(element: Element) -> str:
    """Return a person's name out of ``<name>``, ``mail (Name)`` or ``Name <mail>``; a mail address alone is no name."""
    inner = next((one for one in element if name(one) in ("atom:name", "name")), None)
    text = plain(value(element) if inner is None and len(element) == 0 else value(inner))
    if "@" not in text:
        return text
    named = _NAMED.search(text)
    return named.group(1).strip() if named else clean(_ADDRESS.sub("", text).strip(" <>()\"',"))


def _keywords(fields: Fields) -> Iterator[str]:
    for one in (one for key in _CATEGORIES for one in fields.get(key, ())):
        # A media:category is a path or a code that its label explains.
        word = plain(one.get("label") or one.get("term") or one.get("text") or one.text)
        if not word.startswith(("http://", "https://")):
            yield word
    for one in (one for key in _LISTS for one in fields.get(key, ())):
        yield from (plain(word) for word in re.split(r"[,;，、]", value(one)))


def _image(fields: Fields, base: str) -> str | None:
    """The largest picture that an entry names: media:content, enclosure, then its thumbnail."""
    media = sorted((one for one in fields.get("media:content", ()) if _is_picture(one)), key=_width, reverse=True)
    linked = [one for key in ("link", "atom:link") for one in fields.get(key, ()) if one.get("rel") == "enclosure"]
    enclosed = [one for one in (*fields.get("enclosure", ()), *linked) if _is_picture(one)]
    thumbnails = sorted(fields.get("media:thumbnail", ()), key=_width, reverse=True)
    named = [*media, *enclosed, *thumbnails, *fields.get("itunes:image", ()), *fields.get("image", ())]
    addresses = (absolute(one.get("url") or one.get("href") or _inner_url(one), base) for one in named if _says(one))
    return next((address for address in addresses if address), None)


def _says(element: Element) -> bool:
    return bool(element.get("url") or element.get("href") or _inner_url(element))


def _inner_url(element: Element) -> str:
    inner = next((one for one in element if name(one) == "url"), None)
    return _web(value(element if inner is None else inner))


def _is_picture(media: Element) -> bool:
    kind, medium = media.get("type", ""), media.get("medium")
    named = _PICTURE.search(media.get("url") or media.get("href") or "")
    return kind.startswith("image/") or medium == "image" or (not kind and not medium and named is not None)


def _width(media: Element) -> int:
    digits = media.get("width", "").removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else 0


def _ttl(fields: Fields) -> float | None:
    minutes = _text(fields, "ttl")
    if minutes.isascii() and minutes.isdigit() and len(minutes) < 7:
        return float(minutes) * 60 or None
    period = _PERIODS.get(_text(fields, "sy:updateperiod").lower())
    times = _text(fields, "sy:updatefrequency") or "1"
    return period / max(int(times), 1) if period and times.isascii() and times.isdigit() and len(times) < 7 else None
