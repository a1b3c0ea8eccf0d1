"""From an entry in a feed to an article: the source side, before any translation.

Spans are half open ``[start, end)`` and count Unicode code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

Span = tuple[int, int]


class BlockKind(StrEnum):
    """What a block of an article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    PICTURE = "picture"
    TABLE = "table"  # rows are lines of the text, cells are parted by tabs
    EMBED = "embed"  # a post from elsewhere that the article shows; empty where only its address is known


class MarkKind(StrEnum):
    """Inline markup."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    ATTRIBUTION = "attribution"  # who says a quote: a line of its own at the end of the quote's text
    LANGUAGE = "language"  # words in another language than the article's


class ArticleForm(StrEnum):
    """What kind of text an article is, where readers should be told."""

    ARTICLE = "article"
    LIVE = "live"  # a live blog: entries, the newest first
    BRIEFS = "briefs"  # several short news in one
    INTERVIEW = "interview"
    VIDEO = "video"  # a video with a few words
    GALLERY = "gallery"  # pictures with a few words


class ArticleState(StrEnum):
    """How far an article has come; the words are part of the program's JSON."""

    WAITING = "waiting"
    COMPLETE = "complete"
    PARTIAL = "partial"
    UNTRANSLATED = "untranslated"
    FAILED = "failed"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article is in its state: a stable code for programs, a sentence for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over a span of a block's source text. ``language`` (BCP 47) is that of a ``LANGUAGE`` mark."""

    kind: MarkKind
    span: Span
    href: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the article shows. ``caption`` holds no credit; ``url`` is absolute."""

    url: str
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A typed piece of the text, in order. ``level`` is a heading's (2 to 6); ``image`` indexes ``Article.pictures``.

    Line breaks and tabs stand in the text of tables, quotes and embeds only; they part what is no sentence together.
    """

    kind: BlockKind
    text: str = ""
    marks: tuple[Mark, ...] = ()
    level: int | None = None
    image: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says about an article. ``guid`` identifies it within its feed; HTML is as the feed gave it."""

    guid: str
    url: str
    title: str
    summary_html: str = ""
    content_html: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    keywords: tuple[str, ...] = ()
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answered: ``url`` is the one finally reached, ``body`` the bytes after content decoding."""

    url: str
    body: bytes
    content_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article as its outlet printed it; plain text, no translation.

    The lead stands in ``lead`` only. ``language`` is BCP 47, None where it could not be told. Times are aware UTC.
    ``accessible`` is False where the outlet says that the page is not free to read. ``utc_offset`` is that of the page's
    own times, in minutes east; ``pages`` is how many pages the text stood on.
    """

    url: str
    title: str
    blocks: tuple[Block, ...] = ()
    canonical_url: str | None = None
    kicker: str | None = None
    lead: str | None = None
    language: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    section: str | None = None
    keywords: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    accessible: bool = True
    rights: tuple[str, ...] = ()  # reservations that the page states: "noai", "tdm-reservation"
    form: ArticleForm = ArticleForm.ARTICLE
    utc_offset: int | None = None
    pages: int = 1
    partial: Reason | None = None  # set where this is less than the outlet's whole article
