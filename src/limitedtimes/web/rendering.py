"""From values to responses: templates, the style sheet with its content's hash as address, and conditional requests."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from importlib import resources
from threading import Lock
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import Response

from limitedtimes.rules.edition import TOPICS, topic_label
from limitedtimes.rules.languages import country_name, direction, language_name
from limitedtimes.rules.topics import topic_path
from limitedtimes.web import words
from limitedtimes.web.sparkline import sparkline
from limitedtimes.web.stories import counted_as, marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request

YEAR = 31_536_000  # seconds
PAGE_CACHE = "private, no-cache"  # keep it, but ask whether it still holds
MENU = 6  # topics in the menu, which stays one line; the front page has all
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site itself. ``url`` changes with its content, so it may be kept for good."""

    url: str
    body: bytes
    media_type: str


def assets() -> dict[str, Asset]:
    """Return the site's own files by name."""
    found = {}
    for file in (resources.files("limitedtimes.web") / "static").iterdir():
        body = file.read_bytes()
        digest = hashlib.sha256(body).hexdigest()[:12]
        found[file.name] = Asset(f"/static/{digest}/{file.name}", body, TYPES[file.name.rpartition(".")[2]])
    return found


class Renderer:
    """Renders templates with what every page needs."""

    def __init__(self, *, version: str) -> None:
        self.assets = assets()
        self.stamp = hashlib.sha256(
            "|".join([version, *(asset.url for asset in self.assets.values())]).encode()
        ).hexdigest()
        self._environment = Environment(
            loader=PackageLoader("limitedtimes.web"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        self._environment.globals |= {
            "assets": self.assets,
            "counted": words.counted,
            "counted_as": counted_as,
            "direction": direction,
            "marked": marked,
            "sparkline": sparkline,
            "timestamp": words.timestamp,
            "tongue": words.tongue,
            "version": version,
            "widths": (320, 640, 1280),
        }
        self._environment.filters |= {
            "clock": words.clock,
            "country": country_name,
            "coverage": words.coverage,
            "day": words.day_in_words,
            "english": words.is_english,
            "full_day": words.full_day,
            "health": words.health,
            "hour": words.hour,
            "href": words.href,
            "in_words": words.in_words,
            "iso_day": words.iso_day,
            "language": language_name,
            "language_href": words.language_href,
            "origin": words.origin,
            "outlet": words.outlet,
            "outward": words.outward,
            "short": words.short,
            "story_href": words.story_href,
            "topic_label": topic_label,
            "topic_path": topic_path,
            "usual": words.usual,
        }

    def page(
        self, template: str, request: Request, context: Mapping[str, object], *, topics: Sequence[str] = ()
    ) -> bytes:
        """Render a page."""
        sections = [(f"/c/{topic}", TOPICS[topic]) for topic in topics[:MENU]]
        words_asked = request.query_params.get("q", "")
        shared = {
            "sections": sections,
            "path": request.scope["path"],
            "query": words_asked,
            "canonical": None,
            "also": {},
        }
        html = self._environment.get_template(template).render({**shared, **context})
        return html.encode(errors="replace")


class Kept:
    """The pages rendered last, by address and entity tag: making a page is most of what answering costs."""

    def __init__(self, size: int = 128) -> None:
        self._size = size
        self._pages: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, address: str, tag: str) -> bytes | None:
        """Return a page that shows what is current."""
        with self._lock:
            if page := self._pages.get((address, tag)):
                self._pages.move_to_end((address, tag))
            return page

    def put(self, address: str, tag: str, page: bytes) -> None:
        """Keep a page, in place of the one unused for longest."""
        with self._lock:
            self._pages[address, tag] = page
            if len(self._pages) > self._size:
                self._pages.popitem(last=False)


def etag(parts: Sequence[object]) -> str:
    """Return a weak entity tag (it holds for the compressed page, too) for what a page shows."""
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Whether the reader has that page already (RFC 9110, 13.1.2: weak comparison)."""
    asked = request.headers.get("if-none-match", "").split(",")
    return tag.removeprefix("W/") in [part.strip().removeprefix("W/") for part in asked]


def not_modified(tag: str) -> Response:
    """Return the answer to a reader who has the page already."""
    return Response(status_code=304, headers={"etag": tag, "cache-control": PAGE_CACHE})
