"""What a reader meets: listed and printed articles, and how the outlets' feeds are doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from limitedtimes.model.article import Article, ArticleState, Picture, Reason
    from limitedtimes.model.source import Feed, Source
    from limitedtimes.model.translation import ArticleTranslation


@dataclass(frozen=True, slots=True)
class Listing:
    """An article as a list shows it. ``title_en`` and ``lead_en`` are None where there is no translation."""

    id: int
    source: Source
    url: str
    state: ArticleState
    reason: Reason | None
    language: str | None
    title: str
    title_en: str | None
    lead: str | None
    lead_en: str | None
    published: datetime | None
    first_seen: datetime
    listed_at: datetime  # order of all lists: published, but never in the future and never missing
    visible_at: datetime | None
    topic: str | None = None
    picture: Picture | None = None
    accessible: bool = True
    revision: int = 1

    @property
    def headline(self) -> str:
        """English where there is a translation, else the original."""
        return self.title_en or self.title


@dataclass(frozen=True, slots=True)
class Printed:
    """An article with its whole text, in the revision that readers see."""

    listing: Listing
    article: Article
    translation: ArticleTranslation | None
    canonical_url: str | None = None


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """An outlet, its feeds and what came of them: counts of articles per state."""

    source: Source
    feeds: tuple[Feed, ...]
    counts: dict[ArticleState, int]
    newest: datetime | None
