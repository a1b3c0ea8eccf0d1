"""What templates say: moments in words, names, addresses of pages, and the marks of a foreign language."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from limitedtimes.model.article import ArticleState
from limitedtimes.model.source import FeedState
from limitedtimes.rules.languages import base, country_name, direction, language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.edition import Listing
    from limitedtimes.model.source import Feed, Source
    from limitedtimes.model.story import StoryCard

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SLUG_LENGTH = 80


def day_in_words(day: date) -> str:
    """Return ``22 October 2020``. A datetime counts as its day in UTC."""
    if isinstance(day, datetime):
        day = day.astimezone(UTC).date()
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def full_day(day: date) -> str:
    """Return ``Thursday 22 October 2020``. A datetime counts as its day in UTC."""
    if isinstance(day, datetime):
        day = day.astimezone(UTC).date()
    return f"{DAYS[day.weekday()]} {day_in_words(day)}"


def clock(moment: datetime) -> str:
    """Return ``18:45``, in UTC."""
    utc = moment.astimezone(UTC)
    return f"{utc.hour:02}:{utc.minute:02}"


def in_words(moment: datetime) -> str:
    """Return ``Thursday 22 October 2020, 18:45 UTC``."""
    return f"{full_day(moment)}, {clock(moment)} UTC"


def short(moment: datetime, beside: datetime | None) -> str:
    """Return ``18:45`` on the day of ``beside``, else ``22 Oct, 18:45``, with the year where it is another one."""
    utc = moment.astimezone(UTC)
    other = beside.astimezone(UTC) if beside else None
    if other and utc.date() == other.date():
        return clock(utc)
    year = "" if other and utc.year == other.year else f" {utc.year}"
    return f"{utc.day} {MONTHS[utc.month - 1][:3]}{year}, {clock(utc)}"


def iso(moment: datetime) -> str:
    """Return ``2020-10-22T18:45:52Z``."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def timestamp(moment: datetime, text: str) -> Markup:
    """Return a ``time`` element that says ``text`` and carries the exact moment."""
    return Markup('<time datetime="{}">{}</time>').format(iso(moment), text)


def hour(moment: datetime) -> str:
    """Return ``2020-10-22T18``, the hour in UTC: how an edition is asked for."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H}"


def iso_day(moment: datetime) -> str:
    """Return ``2020-10-22``, the day in UTC: the address of the page with all that day's articles."""
    return moment.astimezone(UTC).date().isoformat()


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return ``1 article``, ``1,204 articles``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def usual(number: float) -> str:
    """Return ``none``, ``fewer than 1``, ``3``: what an average comes to, for people."""
    if number < 0.05:
        return "none"
    return "fewer than 1" if number < 1 else f"{number:.0f}"


def slug(headline: str) -> str:
    """Return the headline as an address: ASCII letters and digits with hyphens, at whole words."""
    ascii_text = unicodedata.normalize("NFKD", headline).encode("ascii", "ignore").decode().lower().replace("'", "")
    text = "-".join(re.findall(r"[a-z0-9]+", ascii_text))
    if len(text) > SLUG_LENGTH:
        text = text[: SLUG_LENGTH + 1].rpartition("-")[0] or text[:SLUG_LENGTH]
    return text or "article"


def href(listing: Listing) -> str:
    """Return the article's own address on this site."""
    return f"/a/{listing.id}/{slug(listing.headline)}"


def story_href(story: StoryCard) -> str:
    """Return the story's own address on this site."""
    return f"/story/{story.id}/{slug(story.headline.headline)}"


def coverage(story: StoryCard) -> str:
    """Return ``7 sources · 4 languages``."""
    return f"{counted(story.outlets, 'source')} · {counted(len(story.languages), 'language')}"


def language_href(code: str | None) -> str:
    """Return the address of a language's page."""
    return f"/lang/{quote(code or 'und', safe='')}"


def outward(url: str | None) -> str | None:
    """Return the address if a link may lead there (http or https with a host), else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def tongue(code: str | None, text: str) -> Markup:
    """Return the attributes ``lang`` and ``dir`` of an element that holds an original."""
    return Markup(' lang="{}" dir="{}"').format(code or "", direction(code, text))


def is_english(code: str | None) -> bool:
    """Whether an article in that language needs no translation."""
    return bool(code) and base(code or "") == "en"


def origin(listing: Listing) -> str:
    """Say from which language a listed article comes, and how far its translation got."""
    language = language_name(listing.language)
    if is_english(listing.language):
        return "in English"
    match listing.state:
        case ArticleState.COMPLETE:
            return f"from {language}"
        case ArticleState.PARTIAL:
            return f"from {language}, incomplete"
        case ArticleState.WAITING:
            return f"from {language}" if listing.title_en else f"in {language}, waiting for its translation"
        case ArticleState.FAILED:
            return f"in {language}, translation failed"
        case _:
            return f"in {language}, untranslated"


def outlet(source: Source) -> str:
    """Return the outlet's name with its country."""
    country = country_name(source.country)
    return f"{source.name}, {country}" if country else source.name


def signatures(authors: Sequence[str], agencies: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part those who sign: the people of the byline; the initials and agencies of the last line ("mes / dpa / AFP")."""
    initials = [name for name in authors if len(name) <= 4 and name.islower()]
    return [name for name in authors if name not in initials], [*initials, *agencies]


def health(feed: Feed) -> str:
    """Say how a feed is doing."""
    match feed.state:
        case FeedState.PAUSED:
            return "Paused by the owner"
        case FeedState.GONE:
            return "Gone: the server says it will not come back"
    if feed.failures:
        return f"Failing, {counted(feed.failures, 'time')} in a row"
    return "Well" if feed.last_success else "Not read yet"
