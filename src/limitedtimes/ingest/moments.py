"""When an article was published and changed, in UTC, and the zone of the page that says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.ingest import jsonld
from limitedtimes.ingest.dates import country_zone, named_offset, parse_date, plausible
from limitedtimes.ingest.dom import visible_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime, tzinfo

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.jsonld import Json

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "article.published", "published_time", "publish-date", "publishdate", "publication_date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "pubdate", "article_date_original", "og:regdate", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "article.updated", "last-modified", "lastmod", "revised",
)  # fmt: skip
_HOUR = re.compile(r"\d\s?[:hH時时시点點]\s?\d|T\d{4}|\d\s?[時时시点點]")
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datum|data|fecha|time|timestamp|published|publish|pubdate|posted|veröffentlicht)",
    re.IGNORECASE,
)
_DATE_TAGS = ("time", "span", "div", "p", "li", "small", "em", "b", "td")
_MOST_ELEMENTS = 12  # in a line
_LONGEST_LINE = 120  # characters of a line that tells when
_REGION = re.compile(r"^[a-z]{2,3}[-_](?:[A-Za-z]{4}[-_])?([A-Za-z]{2})$")


@dataclass(frozen=True, slots=True)
class Moments:
    """``offset``: minutes east of UTC that the page's clock showed at the publication, None where nothing tells."""

    published: datetime | None = None
    modified: datetime | None = None
    offset: int | None = None


def read_moments(
    root: Element,
    node: Mapping[str, Json],
    meta: Mapping[str, list[str]],
    url: str,
    *,
    now: datetime,
    language: str | None,
) -> Moments:
    """Dates of JSON-LD, then meta elements, then ``time`` elements, then what stands on the page.

    A date without a zone has that of another date of the page, else the country's; ``now`` tells dates that cannot be.
    """
    published = [*jsonld.strings(node.get("datePublished")), *_values(meta, _PUBLISHED)]
    modified = [*jsonld.strings(node.get("dateModified")), *_values(meta, _MODIFIED)]
    others = [*jsonld.strings(node.get("dateCreated")), *jsonld.strings(node.get("uploadDate")), *_times(root)]
    zone, known = _zone([*published, *modified, *others], url, language)
    first = None
    for dates in (published, others, _lines(root)):
        first = first or _first_date(dates, zone, now, language)
    last = _first_date(modified, zone, now, language)
    shown = (first or last) if known else None
    offset = shown.astimezone(zone).utcoffset() if shown else None
    return Moments(
        first,
        last if last and (first is None or last > first) else None,
        round(offset.total_seconds() / 60) if offset is not None else None,
    )


def _values(meta: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, [])]


def _times(root: Element) -> Iterator[str]:
    """Dates of time elements, those that say what they are first."""
    times = [time for time in root.iter("time") if time.get("datetime")]
    for time in sorted(
        times, key=lambda time: not (time.get("itemprop") == "datePublished" or "pubdate" in time.attrib)
    ):
        yield time.get("datetime", "")
    for element in root.iter("*"):
        if "datePublished" in (element.get("itemprop") or "").split():
            yield element.get("datetime") or element.get("content") or visible_text(element)


def _lines(root: Element) -> Iterator[str]:
    """What stands in elements that are marked as the date, behind the first heading."""
    heading = next(root.iter("h1"), None)
    behind = heading is None
    for element in root.iter("h1", *_DATE_TAGS):
        behind = behind or element is heading
        marked = element.tag == "time" or _DATE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        if behind and marked and is_line(element) and 0 < len(text := visible_text(element)) <= _LONGEST_LINE:
            yield text


def is_line(element: Element) -> bool:
    """Tell an element that can be a line from one that holds half of the page."""
    return next(islice(element.iter(), _MOST_ELEMENTS, None), None) is None


def _zone(dates: Sequence[str], url: str, language: str | None) -> tuple[tzinfo, bool]:
    """Zone of the page's clock, and whether anything tells it: an offset that a date names, else the country's zone.

    The country's own zone stands for an offset that it had at that moment: another date may fall into summer time.
    """
    zone = country_zone(url)
    region = _REGION.match(language or "")
    if zone is UTC and region:
        zone = country_zone(f"https://x.{'uk' if region.group(1).lower() == 'gb' else region.group(1).lower()}/")
    for date in dates:
        offset, moment = named_offset(date), parse_date(date)
        if offset is not None and offset is not UTC and moment is not None and offset.utcoffset(None):
            same = moment.astimezone(zone).utcoffset() == offset.utcoffset(None)
            return (zone if same else offset), True
    return zone, zone is not UTC


def _first_date(dates: Iterable[str], zone: tzinfo, now: datetime, language: str | None) -> datetime | None:
    moments = ((plausible(parse_date(date, zone, language), now), date) for date in dates)
    known = [(moment, date) for moment, date in moments if moment]
    if not known:
        return None
    first, said = known[0]
    for moment, date in known:
        # A day alone gives way to the same day with an hour.
        if not _HOUR.search(said) and _HOUR.search(date) and abs(moment - first) <= timedelta(days=1):
            return moment
        # Programs write Z behind local time: the same clock with an offset says what was meant.
        if said.endswith("Z") and (offset := named_offset(date)) and _clock(moment, offset) == _clock(first, UTC):
            return moment
    return first


def _clock(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
