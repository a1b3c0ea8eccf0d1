"""When an article was published and changed, in UTC, and the zone of the page that says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.ingest.calendars import FILLERS, fold, month_of
from limitedtimes.ingest.dates import country_zone, named_offset, parse_date, plausible
from limitedtimes.ingest.dom import address_parts, visible_text
from limitedtimes.ingest.page import jsonld
from limitedtimes.rules.roles import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime, tzinfo

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.jsonld import Json

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
_DATE_TAGS = ("time", "abbr", "span", "div", "p", "li", "small", "em", "b", "td")
# A whole date in numbers, or around the year of one in words; an hour may follow it.
_NUMERIC = re.compile(
    r"(?<![\d./-])(?:(?:19|20|25)\d\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}|\d{1,2}\s?([./-])\s?\d{1,2}\s?\1\s?(?:19|20|25)\d\d)(?![\d/-])|"
    r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일号號]?"
)
_WORD = re.compile(r"\d+|[^\W\d_][\w.\u0300-\u036f\u0900-\u0e7f]*")
_CLOCK = re.compile(
    r"[\s,;|·•–—(-]{0,4}(?:\w{1,5}\.?\s)?\d{1,2}(?:[:.hH]\d{2}(?::\d{2})?|\s?[時时시點点]\s?\d{1,2}\s?[分분]?)(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s?(?:GMT|UTC|[A-Z]{2,4}T))?(?:\s?[+-]\d{1,2}:?\d\d)?",
    re.IGNORECASE,
)
_WEEKDAY_BEFORE = re.compile(r"(\S+?)[,.]?\s*$")
_ENDS = re.compile(r"[.!?…。]\W*$")
_BESIDE_DATE = 45  # characters that a line tells besides its date
_AROUND = 60  # elements behind the headline among which its date stands
_PATH_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|$)")
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comment\w*|kommentar\w*|comentario\w*|related|teaser\w*|most-?read|sidebar|footer)", re.IGNORECASE
)
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
    for dates in (published, others, _titles(root), _lines(root), _dated_lines(root, language), _path_day(url)):
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


def _titles(root: Element) -> Iterator[str]:
    """Dates that hAtom's ``published`` and its kin keep in a title: the text beside it is for people, "an hour ago"."""
    for element in root.iter("abbr", "span", "div", "time", "a"):
        title = element.get("title") or element.get("data-datetime") or element.get("data-date") or ""
        if "T" in title and _PATH_DAY.search(f"/{title.partition('T')[0]}") and not _elsewhere(element):
            yield re.sub(r"(T\d\d)(\d\d)(?=Z?$)", r"\1:\2", title)


def _dated_lines(root: Element, language: str | None) -> Iterator[str]:
    """Dates with a year that stand near the first heading, in lines that say little else: right behind it, else right above."""
    heading = next(root.iter("h1"), None)
    if heading is None:
        return
    for element in (*islice(heading.itersiblings(preceding=True), 2), *islice(elements_behind(heading), _AROUND)):
        text = visible_text(element) if is_line(element) and not _elsewhere(element) else ""
        span = date_span(text, language) if len(text) <= _LONGEST_LINE else None
        if span and len(text) - (span[1] - span[0]) <= _BESIDE_DATE and not _ENDS.search(text[span[1] :]):
            yield text[slice(*span)]


def _path_day(url: str) -> Iterator[str]:
    """The day that an address names: the last resort, and no hour."""
    if found := _PATH_DAY.search(address_parts(url).path):
        yield "-".join(found.groups())


def _elsewhere(element: Element) -> bool:
    return any(
        one.tag in ("aside", "footer", "nav") or _ELSEWHERE.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in (element, *element.iterancestors())
        if one.tag not in ("article", "body", "html")
    )


def elements_behind(heading: Element) -> Iterator[Element]:
    """Elements behind a heading, in document order."""
    node: Element | None = heading
    while node is not None:
        for sibling in node.itersiblings():
            yield from sibling.iter("*")
        node = node.getparent()


def date_span(text: str, language: str | None = None) -> tuple[int, int] | None:
    """Where a line tells a day, month and year, with the hour behind them: "Wed, 3 May 2017, 10:05", "2017年5月3日"."""
    found = _NUMERIC.search(text)
    span = found.span() if found else _worded_span(text, language)
    clock = _CLOCK.match(text, span[1]) if span else None
    return (span[0], clock.end()) if span and clock else span


def _worded_span(text: str, language: str | None) -> tuple[int, int] | None:
    words = [one for one in _WORD.finditer(text) if fold(one.group()) not in FILLERS or one.group().isdigit()]
    for index, word in enumerate(words):
        if word.group().isdigit() or month_of(word.group(), language) is None:
            continue
        near = words[max(index - 1, 0) : index + 3]
        years = [one for one in near if re.fullmatch(r"(?:19|20|25)\d\d", one.group())]
        days = [one for one in near[: len(near)] if re.fullmatch(r"[0-3]?\d", one.group())]
        if years and days:
            whole = (word, years[0], days[0])
            return min(one.start() for one in whole), max(one.end() for one in whole)
    return None


def without_date(text: str) -> str:
    """A byline without the date behind it, and the day of the week in front of that."""
    span = date_span(text)
    if span is None:
        return text
    before = text[: span[0]].rstrip(" |,·•–—-")
    weekday = _WEEKDAY_BEFORE.search(before)
    if weekday and weekday.group(1).casefold() in WEEKDAYS:
        before = before[: weekday.start()]
    return before.rstrip(" |,·•–—-(") or text[span[1] :].strip(" |,·•–—-)")


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
