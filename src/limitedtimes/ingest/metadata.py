"""What a page says about its article: JSON-LD first, then meta elements and microdata, then what stands on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from limitedtimes.ingest import jsonld
from limitedtimes.ingest.blocks import family
from limitedtimes.ingest.dates import named_offset, parse_date, plausible
from limitedtimes.ingest.dom import absolute, visible_text
from limitedtimes.ingest.text import plain
from limitedtimes.rules.bylines import Byline, agency, read_byline
from limitedtimes.rules.identity import canonical_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import tzinfo

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.jsonld import Json
    from limitedtimes.model.article import Page

# Zones of countries that have one, by top-level domain: for pages whose dates name none.
_ZONES = {
    "at": "Europe/Vienna", "be": "Europe/Brussels", "bg": "Europe/Sofia", "ch": "Europe/Zurich", "cn": "Asia/Shanghai",
    "cz": "Europe/Prague", "de": "Europe/Berlin", "dk": "Europe/Copenhagen", "ee": "Europe/Tallinn", "es": "Europe/Madrid",
    "fi": "Europe/Helsinki", "fr": "Europe/Paris", "gr": "Europe/Athens", "hr": "Europe/Zagreb", "hu": "Europe/Budapest",
    "ie": "Europe/Dublin", "il": "Asia/Jerusalem", "in": "Asia/Kolkata", "ir": "Asia/Tehran", "it": "Europe/Rome",
    "jp": "Asia/Tokyo", "kr": "Asia/Seoul", "lt": "Europe/Vilnius", "lv": "Europe/Riga", "nl": "Europe/Amsterdam",
    "no": "Europe/Oslo", "pl": "Europe/Warsaw", "pt": "Europe/Lisbon", "ro": "Europe/Bucharest", "rs": "Europe/Belgrade",
    "se": "Europe/Stockholm", "si": "Europe/Ljubljana", "sk": "Europe/Bratislava", "tr": "Europe/Istanbul",
    "tw": "Asia/Taipei", "ua": "Europe/Kyiv", "uk": "Europe/London", "vn": "Asia/Ho_Chi_Minh", "br": "America/Sao_Paulo",
    "ar": "America/Argentina/Buenos_Aires", "co": "America/Bogota", "pe": "America/Lima", "th": "Asia/Bangkok",
    "my": "Asia/Kuala_Lumpur", "ph": "Asia/Manila", "sg": "Asia/Singapore", "hk": "Asia/Hong_Kong", "za": "Africa/Johannesburg",
}  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "article.published", "published_time", "publish-date", "publishdate", "publication_date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "pubdate", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "article.updated", "last-modified", "lastmod", "revised",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "og:article:author", "parsely-author", "byl", "dc.creator", "sailthru.author")
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?(?:-?names?)?|autor(?:es|en|in)?|auteurs?)(?:$|[\s_-])", re.IGNORECASE
)
_RESERVATIONS = re.compile(r"\b(?:noai|noimageai)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was said; nothing of it is checked against the visible page yet."""

    is_article: bool
    is_list: bool
    headlines: tuple[str, ...]  # best first, as machines are told
    descriptions: tuple[str, ...]
    body: str
    site_names: tuple[str, ...]
    byline: Byline
    published: datetime | None
    modified: datetime | None
    section: str | None
    keywords: tuple[str, ...]
    canonical_url: str | None
    language: str | None
    accessible: bool
    rights: tuple[str, ...]
    images: tuple[Mapping[str, Json], ...]  # url, caption, creditText ... as ImageObject


def read_metadata(root: Element, page: Page, now: datetime) -> Metadata:
    """Collect what a page says about its article; ``now`` tells dates that cannot be."""
    nodes = jsonld.nodes(root)
    meta = _meta(root)
    canonical = _canonical(root, meta, page.url)
    node = _article_node(nodes, canonical or page.url)
    names = _once([*meta.get("og:site_name", []), *_publisher(node), *meta.get("application-name", [])])
    published, modified = _dates(root, node, meta, page.url, now)
    return Metadata(
        is_article=bool(node) or "article" in meta.get("og:type", []),
        is_list=any(jsonld.types(one) & jsonld.LIST_TYPES for one in nodes),
        headlines=_once(
            [
                jsonld.text(node, "headline"),
                *meta.get("og:title", []),
                *meta.get("twitter:title", []),
                jsonld.text(node, "name"),
            ]
            + [visible_text(title) for title in root.iterfind("./head/title")]
        ),
        descriptions=_once(
            [
                jsonld.text(node, "description"),
                *_values(meta, ("og:description", "description", "twitter:description")),
            ]
        ),
        body=next(iter(jsonld.strings(node.get("articleBody"))), ""),
        site_names=names,
        byline=_byline(root, node, meta, names[0] if names else None),
        published=published,
        modified=modified,
        section=next(iter(_once([jsonld.text(node, "articleSection"), *meta.get("article:section", [])])), None),
        keywords=_keywords(node, meta),
        canonical_url=canonical,
        language=_language(root, node, meta),
        accessible=_accessible(node, meta),
        rights=_rights(meta, page),
        images=tuple(_images(node)),
    )


def _meta(root: Element) -> dict[str, list[str]]:
    """Meta elements and microdata by lower-case name, in order."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        value = plain(element.get("content"))
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _article_node(nodes: list[Mapping[str, Json]], url: str) -> Mapping[str, Json]:
    """The article's node: the one that carries the page's address, else the first with a headline."""
    articles = [node for node in nodes if jsonld.types(node) & jsonld.ARTICLE_TYPES]
    wanted = canonical_url(url)
    for node in articles:
        said = (
            jsonld.strings(node.get("mainEntityOfPage"))
            + jsonld.strings(node.get("url"))
            + jsonld.strings(node.get("@id"))
        )
        if wanted in map(canonical_url, said):
            return node
    titled = [node for node in articles if node.get("headline")]
    return next(iter(titled or articles), {})


def _publisher(node: Mapping[str, Json]) -> list[str]:
    return [plain(name) for name in jsonld.strings(node.get("publisher"))]


def _canonical(root: Element, meta: Mapping[str, list[str]], url: str) -> str | None:
    links = [link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for href in [*links, *meta.get("og:url", [])]:
        address = absolute(href, url) if href else None
        # A front page as everybody's canonical address is a mistake that many templates make.
        if address and (urlsplit(address).path.strip("/") or not urlsplit(url).path.strip("/")):
            return canonical_url(address)
    return None


def _dates(
    root: Element, node: Mapping[str, Json], meta: Mapping[str, list[str]], url: str, now: datetime
) -> tuple[datetime | None, datetime | None]:
    published = [*jsonld.strings(node.get("datePublished")), *_values(meta, _PUBLISHED)]
    modified = [*jsonld.strings(node.get("dateModified")), *_values(meta, _MODIFIED)]
    if not published:
        published = [*jsonld.strings(node.get("dateCreated")), *_times(root)]
    zone = _zone(published + modified, url)
    first = _first_date(published, zone, now)
    last = _first_date(modified, zone, now)
    return first, last if last and (first is None or last > first) else None


def _values(meta: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, [])]


def _times(root: Element) -> Iterator[str]:
    """Dates of time elements, those that say what they are first."""
    times = [time for time in root.iter("time") if time.get("datetime")]
    for time in sorted(
        times, key=lambda time: not (time.get("itemprop") == "datePublished" or "pubdate" in time.attrib)
    ):
        yield time.get("datetime", "")
    for element in _with_property(root, "datePublished"):
        yield element.get("datetime") or element.get("content") or visible_text(element)


def _with_property(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter("*") if name in (element.get("itemprop") or "").split()]


def _zone(dates: list[str], url: str) -> tzinfo:
    """Zone of dates that name none: the offset that another date of the page has, else the country's."""
    for date in dates:
        offset = named_offset(date)
        if offset:
            return offset
    name = _ZONES.get((urlsplit(url).hostname or "").rpartition(".")[2])
    try:
        return ZoneInfo(name) if name else UTC
    except ZoneInfoNotFoundError:
        return UTC


def _first_date(dates: list[str], zone: tzinfo, now: datetime) -> datetime | None:
    moments = ((plausible(parse_date(date, zone), now), ":" in date) for date in dates)
    known = [(moment, exact) for moment, exact in moments if moment]
    # A day alone gives way to the same day with an hour.
    for moment, exact in known:
        if exact and abs(moment - known[0][0]) <= timedelta(days=1):
            return moment
    return known[0][0] if known else None


def _byline(root: Element, node: Mapping[str, Json], meta: Mapping[str, list[str]], publisher: str | None) -> Byline:
    said = _people(node.get("author")) or _people(node.get("creator"))
    byline = _names(said, publisher)
    if not byline.authors:
        byline += _names(_values(meta, _AUTHORS), publisher)
    if not byline.authors:
        byline += _names(_visible_bylines(root), publisher)
    return byline


def _people(value: Json) -> list[str]:
    """Authors' names; of organisations only news agencies, the others are the outlet."""
    people = value if isinstance(value, list) else [value]
    return [
        name
        for one in people
        for name in jsonld.strings(one)
        if not isinstance(one, dict) or "Organization" not in " ".join(jsonld.strings(one.get("@type"))) or agency(name)
    ]


def _names(texts: Iterable[str], publisher: str | None) -> Byline:
    byline = Byline()
    for text in texts:
        byline += read_byline(plain(text), publisher)
    return byline


def _visible_bylines(root: Element) -> Iterator[str]:
    """Names in elements that are marked as the author's: the first and those of its kind beside it, others are of teasers."""
    marked = _with_property(root, "author") + [link for link in root.iter("a") if link.get("rel") == "author"]
    classed = [
        one for one in root.iter("span", "a", "p", "div", "address") if _BYLINE_CLASS.search(one.get("class") or "")
    ]
    candidates = [*marked, *classed]
    for element in candidates:
        texts = _named_in(element)
        if texts is not None:
            beside = [one for one in candidates if one is not element and family(one) == family(element)]
            yield from texts
            yield from (text for one in beside for text in _named_in(one) or ())
            return


def _named_in(element: Element) -> list[str] | None:
    """Names that a byline's element holds; None where it holds something else."""
    links = [one for one in element.iter("a") if visible_text(one)]
    named = _with_property(element, "name") or (links if len(links) > 1 else [element])
    texts = [name.get("content") or visible_text(name) for name in named]
    return texts if all(3 < len(text) <= 80 for text in texts) else None


def _keywords(node: Mapping[str, Json], meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    listed = (
        jsonld.strings(node.get("keywords")) or meta.get("article:tag") or _values(meta, ("news_keywords", "keywords"))
    )
    parts = [
        part for text in listed for part in (re.split(r"[,;]", plain(text)) if len(listed) == 1 else [plain(text)])
    ]
    return _once(part.strip() for part in parts if 1 < len(part.strip()) <= 60)[:30]


def _language(root: Element, node: Mapping[str, Json], meta: Mapping[str, list[str]]) -> str | None:
    html = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    said = [html, jsonld.text(node, "inLanguage"), *_values(meta, ("content-language", "og:locale", "language"))]
    return next((code for code in said if code and re.match(r"[A-Za-z]{2,3}(?:$|[-_])", code)), None)


def _accessible(node: Mapping[str, Json], meta: Mapping[str, list[str]]) -> bool:
    whole = _boolean(node.get("isAccessibleForFree"))
    if whole is not None:
        return whole
    parts = node.get("hasPart")
    parts = parts if isinstance(parts, list) else [parts]
    if any(_boolean(part.get("isAccessibleForFree")) is False for part in parts if isinstance(part, dict)):
        return False
    return "locked" not in meta.get("article:content_tier", [])


def _boolean(value: Json) -> bool | None:
    word = str(value).strip().rpartition("/")[2].lower()
    return {"true": True, "false": False, "1": True, "0": False, "yes": True, "no": False}.get(word)


def _rights(meta: Mapping[str, list[str]], page: Page) -> tuple[str, ...]:
    """Reservations against machines: robots ``noai``, ``noimageai``; the TDM Reservation Protocol's meta or header."""
    headers: dict[str, list[str]] = {}
    for name, value in page.headers:
        headers.setdefault(name.lower(), []).append(value)
    robots = " ".join([*meta.get("robots", []), *headers.get("x-robots-tag", [])])
    reserved = [*meta.get("tdm-reservation", []), *headers.get("tdm-reservation", [])]
    said = [str(word).lower() for word in _RESERVATIONS.findall(robots)]
    if any(value.strip() == "1" for value in reserved):
        said.append("tdm-reservation")
    return _once(said)


def _images(node: Mapping[str, Json]) -> Iterator[Mapping[str, Json]]:
    value = node.get("image")
    for image in value if isinstance(value, list) else [value]:
        if isinstance(image, str):
            yield {"url": image}
        elif isinstance(image, dict):
            yield {**image, "url": image.get("url") or image.get("contentUrl") or image.get("@id")}
