"""Lists of feeds as OPML 2.0 (opml.org/spec2.opml), and the starter list that comes with the program."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from limitedtimes.errors import UsageError
from limitedtimes.ingest.language import normal_code
from limitedtimes.ingest.text import clean
from limitedtimes.rules.edition import TOPICS
from limitedtimes.rules.languages import COUNTRIES
from limitedtimes.subscriptions.finding import Found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

    from limitedtimes.model.source import Feed, Source

_MOST_BYTES = 10_000_000


def read_opml(data: bytes) -> list[Found]:
    """Return the feeds of an OPML file, each address once. Raises UsageError.

    ``language``, ``country`` and ``topic`` are attributes of our own, where a folder may have them for all that stands in
    it; a folder that is called like one of the site's topics gives that topic. Words that mean nothing here are left out.
    """
    if len(data) > _MOST_BYTES:
        raise UsageError(f"This OPML file is larger than {_MOST_BYTES:,} bytes; split it.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"This is not OPML: {clean(str(error))}."
        raise UsageError(message) from error
    if root.tag.lower() != "opml":
        message = f"This is not OPML: its root is <{root.tag}>."
        raise UsageError(message)
    found: dict[str, Found] = {}
    for outline in root.iter("outline"):
        url = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip().replace("feed://", "https://", 1)
        if url:
            found.setdefault(url, _found(outline, url))
    if not found:
        message = "This OPML file names no feed (no outline with xmlUrl)."
        raise UsageError(message)
    return list(found.values())


def _found(outline: Element, url: str) -> Found:
    if urlsplit(url).scheme not in ("http", "https"):
        message = f"This OPML file names {url!r}, which is no http or https address."
        raise UsageError(message)
    country = (_inherited(outline, "country") or "").upper()
    topic = _inherited(outline, "topic")
    return Found(
        url=url,
        name=clean(outline.get("title") or outline.get("text")) or urlsplit(url).hostname or url,
        home=outline.get("htmlUrl") or None,
        language=normal_code(_inherited(outline, "language")),
        country=country if country in COUNTRIES else None,
        topic=topic if topic in TOPICS else _folder_topic(outline),
    )


def _inherited(outline: Element, name: str) -> str | None:
    values = (one.get(name) for one in (outline, *outline.iterancestors("outline")))
    return next((value for value in values if value), None)


def _folder_topic(outline: Element) -> str | None:
    """Return the topic that a folder around an outline is called by, in the site's own words or its label."""
    names = {label.lower(): key for key, label in TOPICS.items()} | {key: key for key in TOPICS}
    folders = (clean(one.get("text") or one.get("title")).lower() for one in outline.iterancestors("outline"))
    return next((names[folder] for folder in folders if folder in names), None)


def write_opml(feeds: Iterable[tuple[Source, Feed]]) -> bytes:
    """Return the feeds as OPML 2.0."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "The Limited Times"
    body = etree.SubElement(root, "body")
    for source, feed in feeds:
        known = {
            "type": "rss",
            "text": source.name,
            "title": source.name,
            "xmlUrl": feed.url,
            "htmlUrl": source.home,
            "language": source.language,
            "country": source.country,
            "topic": source.topic,
        }
        etree.SubElement(body, "outline", {key: value for key, value in known.items() if value})
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def starter_data() -> bytes:
    """Return the starter list as it comes with the program: OPML."""
    return resources.files("limitedtimes.subscriptions").joinpath("starter.opml").read_bytes()


def starter_list(languages: Iterable[str] = (), countries: Iterable[str] = ()) -> list[Found]:
    """Return the outlets of the starter list that are of one of these languages and countries; none given means any.

    Raises UsageError where none is.
    """
    wanted_languages = {one.lower() for one in languages}
    wanted_countries = {one.upper() for one in countries}
    found = [
        one
        for one in read_opml(starter_data())
        if (not wanted_languages or (one.language or "").lower() in wanted_languages)
        and (not wanted_countries or one.country in wanted_countries)
    ]
    if not found:
        message = "The starter list names no such outlet; `limitedtimes sources starter --list` shows all."
        raise UsageError(message)
    return found
