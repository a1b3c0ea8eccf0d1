"""What feeds of every kind become: a feed with its entries, and the small questions that all their readers ask."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import escape, unescape
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import absolute, parse_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from limitedtimes.model.article import Entry

MOST_ENTRIES = 1000  # of one feed, as many as a news sitemap may hold; an archive of years is no news
_MARKUP = re.compile(r"</?[a-z][a-z0-9:-]*+(?:\s[^<>]*+)?/?>", re.IGNORECASE)
_ESCAPED_MARKUP = re.compile(r"&lt;/?(?:p|br|div|a|b|i|em|strong|img|ul|ol|li|h[1-6]|span)\b", re.IGNORECASE)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a feed says about itself and its entries, in the feed's order. ``ttl`` is in seconds.

    ``hub`` and ``self_url`` are what WebSub calls hub and topic.
    """

    title: str
    entries: tuple[Entry, ...]
    home: str | None = None
    language: str | None = None
    description: str | None = None
    hub: str | None = None
    ttl: float | None = None
    self_url: str | None = None


class Newest:
    """Takes a feed's entries as they come and keeps the newest, in the feed's order; never much more than it keeps."""

    def __init__(self, most: int = MOST_ENTRIES) -> None:
        self._most = most
        self._kept: list[tuple[int, Entry]] = []
        self._count = 0

    def add(self, entry: Entry | None) -> None:
        """Take an entry; None is none."""
        if entry is None:
            return
        self._kept.append((self._count, entry))
        self._count += 1
        if len(self._kept) > 2 * self._most:
            self._prune()

    def entries(self) -> tuple[Entry, ...]:
        """Return what was kept, each once. A guid that several addresses share names none of them: the address does."""
        self._prune()
        addresses: dict[str, str] = {}
        shared = set()
        for _, entry in self._kept:
            if addresses.setdefault(entry.guid, entry.url) != entry.url:
                shared.add(entry.guid)
        kept: dict[str, Entry] = {}
        for _, entry in self._kept:
            own = replace(entry, guid=entry.url) if entry.guid in shared else entry
            kept.setdefault(own.guid, own)
        return tuple(kept.values())

    def _prune(self) -> None:
        newest = sorted(self._kept, key=_age)[: self._most]
        self._kept = sorted(newest, key=lambda one: one[0])


def _age(numbered: tuple[int, Entry]) -> tuple[float, int]:
    """Sort key: the newest first; where no date tells, the first, since feeds begin with what is new."""
    place, entry = numbered
    return -((entry.published or entry.updated or _LONG_AGO) - _LONG_AGO).total_seconds(), place


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Return what is not empty, each once, in order."""
    return tuple(dict.fromkeys(value for value in values if value))


def as_html(text: str) -> str:
    """Return a field that may hold HTML, HTML escaped once more, or plain text, as HTML."""
    if _MARKUP.search(text):
        return text
    if _ESCAPED_MARKUP.search(text):
        return unescape(text)
    return text if "&" in text else paragraphs(text)


def paragraphs(text: str) -> str:
    """Plain text as HTML: a paragraph per block of lines."""
    parts = re.split(r"\n\s*\n", escape(text, quote=False))
    return "".join(f"<p>{part.strip()}</p>" for part in parts if part.strip())


def first_image(markup: str, base: str) -> str | None:
    """Address of the first picture in a piece of HTML that is more than a counting pixel."""
    root = parse_text(markup) if "<img" in markup else None
    shown = [] if root is None else [one.get("src") for one in root.iter("img") if one.get("width") not in ("0", "1")]
    return next((address for source in shown if source and (address := absolute(source, base))), None)
