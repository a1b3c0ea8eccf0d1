"""Stories: what several outlets report of one event, and what the newsroom makes of it for readers.

Every article that readers see belongs to one story, alone or with others. Nothing here is generated: a headline, a
sentence, a figure is always one that an outlet wrote, with its article beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from limitedtimes.model.article import Span
    from limitedtimes.model.edition import Listing


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story as a list shows it. ``headline`` is its most central article, whose headline the story bears.

    ``independent`` counts outlets with a text of their own: the copies of one agency's report count once.
    """

    id: int
    headline: Listing
    articles: int
    outlets: int
    independent: int
    languages: tuple[str, ...]  # BCP 47, most articles first
    countries: tuple[str, ...]  # ISO 3166-1 alpha-2 of the outlets, most articles first
    first_at: datetime  # listed_at of its first article
    last_at: datetime
    topic: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story. ``reason`` says in words why it stands there; None for the first of its story.

    ``copy_of`` is the article whose text it prints (an agency's report in several outlets), None for a text of its own.
    """

    listing: Listing
    reason: str | None
    copy_of: int | None


class ChangeKind(StrEnum):
    """What happened to a story after its articles were put together."""

    MERGE = "merge"  # another story turned out to be this one
    SPLIT = "split"  # some of its articles became a story of their own


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A merge or a split, on record. ``other_id``: the story that went into this one, or that came out of it."""

    at: datetime
    kind: ChangeKind
    story_id: int
    other_id: int
    articles: tuple[int, ...]  # which moved
    reason: str
    by_owner: bool


@dataclass(frozen=True, slots=True)
class Story:
    """A story with everything that its page shows; members are in the order of their time."""

    card: StoryCard
    members: tuple[Member, ...]
    claims: tuple[Claim, ...]
    changes: tuple[StoryChange, ...]


class Counted(StrEnum):
    """What a claim counts."""

    DEAD = "dead"
    INJURED = "injured"
    MISSING = "missing"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    MONEY = "money"
    VOTES = "votes"


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure and who says so, in one sentence of one article; its figure stands in the original, too.

    ``figure`` is as the translation writes it, hedge and all ("almost 2,000"); ``low`` and ``high`` are its value, equal
    but for a range. ``span`` is the figure's place in ``sentence``, ``original_span`` its place in ``original``.
    """

    article_id: int
    counted: Counted
    figure: str
    low: float
    high: float
    unit: str | None  # of money (ISO 4217, or as written), of votes ("%" or None)
    hedge: str | None  # "almost", "more than", "at least", "already" ..., in lower case
    scope: str | None  # whom or where it counts: "on each side", "soldiers", "civilians"
    speaker: str | None  # who says so, as the translation writes it; None: the outlet itself
    sentence: str  # English, as the article prints it
    span: Span
    original: str
    original_span: Span


@dataclass(frozen=True, slots=True)
class FigureReport:
    """A claim with the article that makes it."""

    claim: Claim
    listing: Listing


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that one speaker gives, whoever reports it, the newest report first.

    ``speaker`` is its fullest name among the reports, None where the outlets say it themselves; ``also`` are the outlets'
    articles that print a report's text as a copy.
    """

    speaker: str | None
    reports: tuple[FigureReport, ...]
    also: tuple[Listing, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim that stands for the row: the newest that tells whom it counts, else the newest."""
        return next((one.claim for one in self.reports if one.claim.scope), self.reports[0].claim)

    @property
    def figure(self) -> str:
        """The figure as a table shows it: "almost 2,000", also where a sentence begins with it."""
        return _as_inside(self.claim.figure, self.claim.sentence)

    @property
    def scope(self) -> str | None:
        """Whom or where it counts, as a table shows it."""
        return _as_inside(self.claim.scope, self.claim.sentence) if self.claim.scope else None


def _as_inside(words: str, sentence: str) -> str:
    """Take the capital off words with which a sentence begins; "R$" and "EUR" are no such words."""
    begins = sentence.lstrip("\"'“‘«(").startswith(words) and words[1:2].islower()
    return words[0].lower() + words[1:] if begins else words


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """What is said of one thing that is counted: who says how many."""

    counted: Counted
    rows: tuple[FigureRow, ...]


class Kinship(StrEnum):
    """Why an article is offered beside another."""

    SAME_STORY = "same_story"  # other outlets' and languages' articles of its story
    SIBLING = "sibling"  # another story about the same people, places or affair, of these days
    BACKGROUND = "background"  # from the archive
    MORE = "more"  # what else there is: of the same section or outlet, with a name in common, told by several outlets


@dataclass(frozen=True, slots=True)
class Related:
    """An article that readers of another may like; ``reason`` is what both have in common, in words."""

    listing: Listing
    kinship: Kinship
    reason: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A story that grows. ``hourly`` counts the outlets that wrote of it in each of the last 24 hours, the oldest first."""

    story: StoryCard
    hourly: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Rising:
    """A name that is in the news more than usual: how many outlets write it in a day, and on a usual day."""

    name: str
    outlets: int
    usual: float


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the front page: a topic, or None for the stories that have none."""

    topic: str | None
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The front page of an hour: what leads, what stands under it, the sections, and what grows."""

    hour: datetime  # on the hour, UTC
    lead: StoryCard | None
    others: tuple[StoryCard, ...]
    sections: tuple[Section, ...]
    trends: tuple[Trend, ...]
    rising: tuple[Rising, ...]


@dataclass(frozen=True, slots=True)
class BriefItem:
    """A story of the briefing: two sentences of its most central articles, as the outlets wrote them."""

    story: StoryCard
    sentences: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence in English with its original, and the article that it is from."""

    listing: Listing
    text: str
    original: str


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that is kept; each story that newly matches is an alert."""

    id: int
    name: str
    query: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Alert:
    """A story that matched a saved search for the first time, through ``listing``."""

    search: SavedSearch
    listing: Listing
    story_id: int
    at: datetime
