"""JSON Feed 1.0 and 1.1 (jsonfeed.org) to a feed with its entries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from limitedtimes.errors import FeedError
from limitedtimes.ingest.dates import country_zone, parse_date, plausible
from limitedtimes.ingest.dom import absolute
from limitedtimes.ingest.feeds.entries import Newest, ParsedFeed, distinct, first_image, paragraphs
from limitedtimes.ingest.language import normal_code
from limitedtimes.ingest.text import clean, plain
from limitedtimes.model.article import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


def read_json_feed(text: str, url: str, now: datetime) -> ParsedFeed:
    """Read a feed's text; ``now`` tells dates that cannot be. Raises FeedError."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FeedError(f"{url} is broken JSON: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        raise FeedError(f"{url} is JSON, but not a JSON Feed")
    hubs = [hub for hub in _list(data, "hubs") if isinstance(hub, dict)]
    newest = Newest()
    for item in data["items"]:
        if isinstance(item, dict):
            newest.add(_entry(item, url, now))
    return ParsedFeed(
        title=plain(_string(data, "title")),
        entries=newest.entries(),
        home=_address(data, "home_page_url", url),
        language=normal_code(_string(data, "language")),
        description=plain(_string(data, "description")) or None,
        hub=next((address for hub in hubs if (address := _address(hub, "url", url))), None),
        self_url=_address(data, "feed_url", url),
    )


def _entry(item: Mapping[str, Any], url: str, now: datetime) -> Entry | None:
    link = _address(item, "url", url) or _address(item, "external_url", url)
    if link is None:
        return None
    people = [*_list(item, "authors"), item.get("author")]
    content = _string(item, "content_html") or paragraphs(_string(item, "content_text"))
    zone = country_zone(url)
    published = plausible(parse_date(_string(item, "date_published"), zone), now)
    updated = plausible(parse_date(_string(item, "date_modified"), zone), now)
    return Entry(
        guid=clean(_string(item, "id")) or link,
        url=link,
        title=plain(_string(item, "title")),
        summary_html=paragraphs(_string(item, "summary")),
        content_html=content,
        published=published or updated,
        updated=updated,
        authors=distinct(plain(_string(one, "name")) for one in people if isinstance(one, dict)),
        language=normal_code(_string(item, "language")),
        keywords=distinct(plain(tag) for tag in _list(item, "tags") if isinstance(tag, str)),
        image=_address(item, "image", url) or _address(item, "banner_image", url) or first_image(content, link),
    )


def _address(data: Mapping[str, Any], key: str, url: str) -> str | None:
    text = _string(data, key)
    return absolute(text, url) if text else None


def _string(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return value if isinstance(value, list) else []
