"""What the sample press prints: an outlet's home page, article pages, feed, robots.txt and pictures, as bytes.

Pure but for reading picture files; the server adds HTTP. Every layout and feed is a Jinja2 template in ``layouts/``.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache, cached_property, partial
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from PIL import Image

from limitedtimes.demo.press.content import NOTICE, FeedKind, Outlet, Photo, Press, SampleArticle
from limitedtimes.demo.press.markup import OLD_TAGS, TAGS, to_html
from limitedtimes.model.article import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PICTURE_SIZE = (800, 500)  # pixels, of every drawn picture
PICTURE_WIDTHS = (160, 320, 480, 640, 800)  # pixels, what ?w= may ask for
_FEED_TYPES = {
    FeedKind.RSS: "application/rss+xml",
    FeedKind.RSS_FULL: "application/rss+xml",
    FeedKind.RDF: "application/rdf+xml",
    FeedKind.ATOM: "application/atom+xml",
    FeedKind.JSON: "application/feed+json",
}
_STAMPS: dict[str, Callable[[datetime], str]] = {
    "iso": lambda moment: moment.isoformat(),
    "milliseconds": lambda moment: moment.isoformat(timespec="milliseconds"),
    "utc": lambda moment: f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
    "rfc822": format_datetime,
}
_OLD_LAYOUTS = ("boxes",)  # they write <b> and <i>
_NOTHING = Markup()
_FREE_PIECES = 1  # what the page of an inaccessible article shows of its text


@dataclass(frozen=True)
class Document:
    """What stands at an address. ``modified`` is None where no time is to be told."""

    body: bytes
    content_type: str
    modified: datetime | None = None

    @cached_property
    def etag(self) -> str:
        """A strong validator: from the bytes."""
        return hashlib.sha256(self.body).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an article's text as a template prints it: ``items`` for a list, ``photo`` for a picture."""

    kind: str
    html: Markup = _NOTHING
    items: tuple[Markup, ...] = ()
    photo: Photo | None = None


class Site:
    """One edition of the press; ``base(outlet)`` gives an outlet's address without a slash at the end."""

    def __init__(self, press: Press, base: Callable[[Outlet], str]) -> None:
        self._press = press
        self._base = base
        self._templates = _environment()
        self._routes: dict[tuple[str, str], Callable[[], Document]] = {}
        self._printed: dict[tuple[str, str], Document] = {}
        for outlet in press.outlets:
            self._routes[outlet.host, "/"] = partial(self._home, outlet)
            self._routes[outlet.host, outlet.feed_path] = partial(self._feed, outlet)
            self._routes[outlet.host, "/robots.txt"] = partial(self._robots, outlet)
        for article in press.articles:
            self._routes[article.outlet.host, article.path] = partial(self._page, article)

    def document(self, host: str, path: str) -> Document | None:
        """Give what stands at a path of a host (without port), or None."""
        key = (host, path)
        if key not in self._printed and key in self._routes:
            self._printed[key] = self._routes[key]()
        return self._printed.get(key)

    def picture(self, file: str, width: int) -> Document | None:
        """Give a picture at one of PICTURE_WIDTHS, or None."""
        path = self._press.pictures / file
        if width not in PICTURE_WIDTHS or path.parent != self._press.pictures or not path.is_file():
            return None
        return Document(_resized(path, width), "image/jpeg", datetime(2020, 10, 19, tzinfo=UTC))

    def address(self, article: SampleArticle) -> str:
        """Give an article's URL."""
        return self._base(article.outlet) + quote(article.path)

    def _home(self, outlet: Outlet) -> Document:
        articles = self._press.of(outlet)
        html = self._templates.get_template("home.html").render(**self._frame(outlet), articles=articles)
        return Document(html.encode(), "text/html; charset=utf-8", _latest(articles))

    def _page(self, article: SampleArticle) -> Document:
        outlet = article.outlet
        pieces = self._pieces(article)[: None if article.accessible else _FREE_PIECES]
        text = [block.text for block in article.blocks if block.text][: None if article.accessible else _FREE_PIECES]
        others = self._others(article)
        html = self._templates.get_template(f"{outlet.layout}.html").render(
            **self._frame(outlet),
            article=article,
            url=self.address(article),
            pieces=pieces,
            lead_photo=article.pictures[0] if article.pictures else None,
            text="\n".join(text),
            ld=partial(self._linked_data, article),
            others=others,
            popular=sorted(others, key=lambda other: hashlib.sha256(other.slug.encode()).digest()),
        )
        body = html.encode(article.encoding, "xmlcharrefreplace")
        return Document(body, f"text/html; charset={article.encoding}", article.updated)

    def _feed(self, outlet: Outlet) -> Document:
        articles = self._press.of(outlet)
        updated = _latest(articles)
        kind = _FEED_TYPES[outlet.feed]
        if outlet.feed is FeedKind.JSON:
            text = json.dumps(self._json_feed(outlet, articles), ensure_ascii=False, indent=1)
            return Document(text.encode(), kind, updated)
        text = self._templates.get_template(f"feeds/{outlet.feed}.xml").render(
            **self._frame(outlet), articles=articles, updated=updated, pieces=self._pieces
        )
        return Document(text.encode(), f"{kind}; charset=utf-8", updated)

    def _robots(self, outlet: Outlet) -> Document:
        closed = [quote(article.path) for article in self._press.of(outlet) if not article.robots]
        rules = [f"Disallow: {path}" for path in [*closed, "/pesquisa", "/login"]]
        return Document("\n".join(["User-agent: *", *rules, "Allow: /", ""]).encode(), "text/plain; charset=utf-8")

    def _frame(self, outlet: Outlet) -> dict[str, object]:
        """Give what every page of an outlet needs."""
        base = self._base(outlet)
        return {
            "outlet": outlet,
            "home": base + "/",
            "feed_url": base + outlet.feed_path,
            "feed_type": _FEED_TYPES[outlet.feed],
            "notice": NOTICE,
            "address": self.address,
            "img": lambda photo, width=800: f"{base}/img/{photo.file}?w={width}",
            "widths": PICTURE_WIDTHS[1:],
            "size": PICTURE_SIZE,
        }

    def _others(self, article: SampleArticle) -> tuple[SampleArticle, ...]:
        """Give the outlet's other articles, beginning behind this one, so that each page links to different ones."""
        own = self._press.of(article.outlet)
        at = own.index(article)
        return own[at + 1 :] + own[:at]

    def _href(self, link: str) -> str:
        article = self._press.find(link.removeprefix("press:")) if link.startswith("press:") else None
        return self.address(article) if article else link

    def _pieces(self, article: SampleArticle) -> tuple[Piece, ...]:
        tags = OLD_TAGS if article.outlet.layout in _OLD_LAYOUTS else TAGS
        pieces: list[Piece] = []
        for kind, blocks in groupby(article.blocks, key=lambda block: block.kind):
            if kind is BlockKind.LIST_ITEM:
                pieces.append(Piece("list", items=tuple(to_html(block, self._href, tags) for block in blocks)))
            else:
                pieces += [
                    Piece(kind, to_html(block, self._href, tags), photo=_photo(article, block)) for block in blocks
                ]
        return tuple(pieces)

    def _linked_data(self, article: SampleArticle, stamp: str) -> dict[str, object]:
        """Give the article as schema.org NewsArticle without its context; ``stamp`` names how times are written."""
        times = {"datePublished": article.published, "dateModified": article.updated}
        base = self._base(article.outlet)
        people = [{"@type": "Person", "name": name} for name in article.authors]
        agencies = [{"@type": "Organization", "name": name} for name in article.agencies]
        width, height = PICTURE_SIZE
        return {
            "@type": "NewsArticle",
            "mainEntityOfPage": {"@type": "WebPage", "@id": self.address(article)},
            "headline": article.title,
            "description": article.lead,
            "image": [
                {"@type": "ImageObject", "url": f"{base}/img/{photo.file}?w=800", "width": width, "height": height}
                for photo in article.pictures[:1]
            ],
            "author": people + agencies or [{"@type": "Organization", "name": article.outlet.name}],
            "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet.name, "url": base + "/"},
            "articleSection": article.section,
            "keywords": list(article.keywords),
            "inLanguage": article.outlet.language,
            "isAccessibleForFree": article.accessible,
            **{name: _STAMPS[stamp](moment) for name, moment in times.items() if moment},
        }

    def _json_feed(self, outlet: Outlet, articles: tuple[SampleArticle, ...]) -> dict[str, object]:
        """Follow https://www.jsonfeed.org/version/1.1/."""
        base = self._base(outlet)
        return {
            "version": "https://jsonfeed.org/version/1.1",
            "title": outlet.name,
            "home_page_url": base + "/",
            "feed_url": base + outlet.feed_path,
            "description": f"{outlet.description} {NOTICE}",
            "language": outlet.language,
            "items": [self._json_item(article) for article in articles],
        }

    def _json_item(self, article: SampleArticle) -> dict[str, object]:
        url = self.address(article)
        optional = {
            "image": f"{self._base(article.outlet)}/img/{article.pictures[0].file}?w=800" if article.pictures else None,
            "date_published": article.published.isoformat() if article.published else None,
            "date_modified": article.modified.isoformat() if article.modified else None,
            "authors": [{"name": name} for name in article.authors + article.agencies] or None,
        }
        return {
            "id": url,
            "url": url,
            "title": article.title,
            "summary": article.lead,
            "content_text": article.lead,
            "tags": [article.section, *article.keywords],
            **{name: value for name, value in optional.items() if value is not None},
        }


def _photo(article: SampleArticle, block: Block) -> Photo | None:
    return None if block.image is None else article.pictures[block.image]


def _latest(articles: tuple[SampleArticle, ...]) -> datetime | None:
    """Give the time of the last change of a list of articles.

    A correction comes after all the rest, whatever time it states: edition 2 is printed an hour after edition 1.
    """
    latest = max((article.updated for article in articles if article.updated), default=None)
    is_second = any(article.correction and article.modified == article.correction.modified for article in articles)
    return latest + timedelta(hours=1) if latest and is_second else latest


@cache
def _resized(path: Path, width: int) -> bytes:
    with Image.open(path) as picture:
        if width == picture.width:
            return path.read_bytes()
        height = round(picture.height * width / picture.width)
        out = io.BytesIO()
        picture.convert("RGB").resize((width, height)).save(out, "JPEG", quality=82)
        return out.getvalue()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("limitedtimes.demo.press", "layouts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(_STAMPS)
    return environment
