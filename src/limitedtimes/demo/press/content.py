"""The sample press as data: its outlets and articles, read from TOML and validated."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from limitedtimes.demo.press.markup import parse
from limitedtimes.errors import LimitedTimesError
from limitedtimes.model.article import Article, ArticleState, Block, BlockKind, Picture

HERE = Path(__file__).parent
NOTICE = "A fictional sample outlet of The Limited Times. Text and pictures: CC BY 4.0."

T = TypeVar("T")


class PressError(LimitedTimesError):
    """The sample press cannot be read or served; the text names the file and the field."""


class FeedKind(StrEnum):
    """In which format an outlet prints its feed."""

    RSS = "rss"
    RSS_FULL = "rss-full"  # with content:encoded
    RDF = "rdf"  # RSS 1.0
    ATOM = "atom"
    JSON = "json"  # JSON Feed 1.1


@dataclass(frozen=True, slots=True)
class Outlet:
    """A fictional outlet. ``article_path`` is a format string over date, section, slug and number; ``zone`` is IANA's."""

    slug: str
    name: str
    city: str
    country: str
    language: str
    topic: str
    zone: str
    description: str
    layout: str
    accent: str
    feed: FeedKind
    feed_path: str
    article_path: str
    sections: tuple[str, ...]

    @property
    def host(self) -> str:
        """The host name under which it is served, without a port."""
        return f"{self.slug}.localhost"


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as an article shows it; ``file`` is a name in ``pictures/``."""

    file: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What the outlet changes between edition 1 and edition 2: exact texts, old and new."""

    modified: datetime
    replace: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SampleArticle:
    """An article as its file says; times are aware, with the outlet's own offset."""

    outlet: Outlet
    slug: str
    title: str
    lead: str
    section: str
    topic: str
    expect: ArticleState
    body: str
    kicker: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    accessible: bool = True
    robots: bool = True
    encoding: str = "utf-8"
    story: str | None = None
    agency_line: str | None = None
    pictures: tuple[Photo, ...] = ()
    correction: Correction | None = None

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The body, parsed."""
        return parse(self.body)

    @property
    def path(self) -> str:
        """Where it stands on its outlet's site."""
        return self.outlet.article_path.format(
            date=f"{self.published:%Y/%m/%d}" if self.published else "",
            section=_slugified(self.section),
            slug=self.slug,
            number=crc32(self.slug.encode()) % 9_000_000 + 1_000_000,
        )

    @property
    def article(self) -> Article:
        """What reading its page must yield, without addresses."""
        pictures = tuple(Picture("", photo.caption, photo.credit) for photo in self.pictures)
        return Article(
            url="",
            title=self.title,
            blocks=self.blocks,
            kicker=self.kicker,
            lead=self.lead,
            language=self.outlet.language,
            published=self.published,
            modified=self.modified,
            authors=self.authors,
            agencies=self.agencies,
            section=self.section,
            keywords=self.keywords,
            pictures=pictures,
            accessible=self.accessible,
        )

    @property
    def updated(self) -> datetime | None:
        """The time of its last change."""
        return self.modified or self.published

    def corrected(self) -> SampleArticle:
        """The article after its correction, or itself if it has none."""
        if self.correction is None:
            return self
        title, lead, body = self.title, self.lead, self.body
        for old, new in self.correction.replace:
            title, lead, body = title.replace(old, new), lead.replace(old, new), body.replace(old, new)
        return replace(self, title=title, lead=lead, body=body, modified=self.correction.modified)


@dataclass(frozen=True)
class Press:
    """The whole press; ``pictures`` is the folder that holds the picture files."""

    outlets: tuple[Outlet, ...]
    articles: tuple[SampleArticle, ...]
    pictures: Path

    def of(self, outlet: Outlet) -> tuple[SampleArticle, ...]:
        """Give an outlet's articles, newest first; one without a date stands last."""
        own = [article for article in self.articles if article.outlet is outlet]
        return tuple(
            sorted(own, key=lambda article: article.published.timestamp() if article.published else 0, reverse=True)
        )

    def find(self, reference: str) -> SampleArticle | None:
        """Give the article behind ``<outlet>/<slug>``, or None."""
        return next((a for a in self.articles if f"{a.outlet.slug}/{a.slug}" == reference), None)

    def corrected(self) -> Press:
        """The press after its correction: edition 2."""
        return replace(self, articles=tuple(article.corrected() for article in self.articles))


@dataclass(frozen=True, slots=True)
class Expectation:
    """The state in which the program must end with an article, and the code of its reason where it has one."""

    state: ArticleState
    reason: str | None = None


def expected(press: Press) -> dict[str, Expectation]:
    """Give the manifest: for each article's address (host name without port, then path) what must become of it."""
    return {
        article.outlet.host + article.path: Expectation(article.expect, _reason(article)) for article in press.articles
    }


def _reason(article: SampleArticle) -> str | None:
    if not article.robots:
        return "robots"
    return None if article.accessible else "paywall"


def load_press(folder: Path = HERE) -> Press:
    """Read ``content/`` below a folder; raise PressError that names file and field for what is not as it must be."""
    content = folder / "content"
    outlets = tuple(_outlet(fields) for fields in _fields(content / "outlets.toml").tables("outlets"))
    known = {outlet.slug for outlet in outlets}
    if strangers := sorted(path.name for path in content.iterdir() if path.is_dir() and path.name not in known):
        raise PressError(f"{content}: no outlet in outlets.toml is called {strangers[0]}; add it or remove the folder")
    articles = tuple(
        _article(outlet, path) for outlet in outlets for path in sorted((content / outlet.slug).glob("*.toml"))
    )
    return Press(outlets, articles, folder / "pictures")


class _Fields:
    """A TOML table from which fields are taken by type; ``done`` refuses what nobody took."""

    def __init__(self, where: str, table: dict[str, object]) -> None:
        self._where = where
        self._left = dict(table)

    def fail(self, name: str, what: str) -> PressError:
        return PressError(f"{self._where}: {name} {what}")

    def take(self, name: str, kind: type[T], default: T | None = None) -> T | None:
        value = self._left.pop(name, default)
        if value is not None and (not isinstance(value, kind) or value == ""):
            raise self.fail(name, f"must be a {kind.__name__} and not empty")
        return value

    def text(self, name: str) -> str:
        value = self.take(name, str)
        if value is None:
            raise self.fail(name, "is missing")
        return value.strip()

    def texts(self, name: str) -> tuple[str, ...]:
        values = self.take(name, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values or ()):
            raise self.fail(name, "must be a list of texts")
        return tuple(values or ())

    def flag(self, name: str) -> bool:
        value = self.take(name, bool, default=True)
        return value is not False

    def moment(self, name: str) -> datetime | None:
        value = self.take(name, datetime)
        if value is not None and value.utcoffset() is None:
            raise self.fail(name, "needs an offset, such as +01:00")
        return value

    def tables(self, name: str) -> list[_Fields]:
        values = self.take(name, list, [])
        return [_Fields(f"{self._where}, {name} {number}", value) for number, value in enumerate(values or (), 1)]

    def table(self, name: str) -> _Fields | None:
        value = self.take(name, dict)
        return None if value is None else _Fields(f"{self._where}, {name}", value)

    def done(self) -> None:
        if self._left:
            raise self.fail(min(self._left), "is not a known field")


def _fields(path: Path) -> _Fields:
    where = str(path.relative_to(path.parents[2]))
    try:
        return _Fields(where, tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PressError(f"{where}: {error}") from error


def _outlet(fields: _Fields) -> Outlet:
    kind = fields.text("feed")
    if kind not in list(FeedKind):
        raise fields.fail("feed", f"must be one of {', '.join(FeedKind)}")
    texts = ("slug", "name", "city", "country", "language", "topic", "zone", "description")
    more = ("layout", "accent", "feed_path", "article_path")
    outlet = Outlet(
        **{name: fields.text(name) for name in texts + more}, feed=FeedKind(kind), sections=fields.texts("sections")
    )
    if not (HERE / "layouts" / f"{outlet.layout}.html").exists():
        raise fields.fail("layout", f"names no template in layouts/: {outlet.layout}")
    fields.done()
    return outlet


def _article(outlet: Outlet, path: Path) -> SampleArticle:
    fields = _fields(path)
    expect = fields.text("expect")
    if expect not in ("complete", "partial", "untranslated", "excluded"):
        raise fields.fail("expect", "must be complete, partial, untranslated or excluded")
    article = SampleArticle(
        outlet=outlet,
        slug=path.stem,
        title=fields.text("title"),
        lead=fields.text("lead"),
        section=fields.text("section"),
        topic=fields.text("topic"),
        expect=ArticleState(expect),
        body=fields.text("body"),
        kicker=fields.take("kicker", str),
        published=fields.moment("published"),
        modified=fields.moment("modified"),
        authors=fields.texts("authors"),
        agencies=fields.texts("agencies"),
        keywords=fields.texts("keywords"),
        accessible=fields.flag("accessible"),
        robots=fields.flag("robots"),
        encoding=fields.take("encoding", str) or "utf-8",
        story=fields.take("story", str),
        agency_line=fields.take("agency_line", str),
        pictures=tuple(_photo(photo) for photo in fields.tables("pictures")),
        correction=_correction(fields.table("correction")),
    )
    _check(article, fields)
    fields.done()
    return article


def _photo(fields: _Fields) -> Photo:
    photo = Photo(fields.text("file"), fields.text("caption"), fields.text("credit"))
    fields.done()
    return photo


def _correction(fields: _Fields | None) -> Correction | None:
    if fields is None:
        return None
    modified = fields.moment("modified")
    pairs = fields.take("replace", list) or []
    if modified is None or not pairs or any(len(pair) != 2 for pair in pairs):
        raise fields.fail("modified and replace", "must both be there; replace is a list of pairs [old, new]")
    fields.done()
    return Correction(modified, tuple((old, new) for old, new in pairs))


def _check(article: SampleArticle, fields: _Fields) -> None:
    """Refuse what no layout could print."""
    if article.published is None and "{date}" in article.outlet.article_path:
        raise fields.fail("published", "is missing, but the outlet has dates in its addresses")
    shown = {block.image for block in article.blocks if block.kind is BlockKind.PICTURE}
    if wrong := sorted(n + 1 for n in shown if n is not None and not 0 < n < len(article.pictures)):
        raise fields.fail(
            "body", f"shows ![{wrong[0]}], but only pictures 2 to {len(article.pictures)} can stand there"
        )
    for old, _ in article.correction.replace if article.correction else ():
        if f"{article.title}\n{article.lead}\n{article.body}".count(old) != 1:
            raise fields.fail("correction", f"must find its old text once in title, lead and body: {old!r}")
    try:
        article.body.encode(article.encoding)
    except (LookupError, UnicodeEncodeError) as error:
        raise fields.fail("encoding", f"cannot hold the body: {error}") from error


def _slugified(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
