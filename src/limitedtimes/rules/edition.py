"""What leads the front page, what stands under it, and the sections."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState
from limitedtimes.model.edition import Front, Listing, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

OTHERS = 6
SECTION = 4
REST = 12  # articles without a topic get a wider section: at first that is most of them
LATEST = 10
AN_OUTLETS_SHARE = 2  # of the lead and the others together
LEAD_HALF_LIFE = timedelta(hours=8)

# Topics in the order of the paper, with their labels.
TOPICS = {
    "politics": "Politics",
    "conflict": "Conflict",
    "economy": "Business",
    "crime_law": "Crime and law",
    "disaster": "Disasters",
    "health": "Health",
    "science_technology": "Science and technology",
    "environment": "Environment",
    "education": "Education",
    "labour": "Labour",
    "society": "Society",
    "lifestyle": "Lifestyle",
    "culture_arts": "Culture",
    "religion": "Religion",
    "human_interest": "People",
    "weather": "Weather",
    "sport": "Sport",
}
HARD_NEWS = frozenset({"politics", "conflict", "economy", "disaster", "health"})


def topic_label(topic: str | None) -> str:
    """Return a topic's label; "More news" for what has none."""
    return TOPICS.get(topic or "", "More news")


def arrange(listings: Sequence[Listing], *, now: datetime) -> Front:
    """Make the front page of the newest listings. No article stands twice among lead, others and sections.

    ``now`` is the moment of the edition. An article's weight halves every eight hours before the newest article whose
    outlet dated it, so that an archive of old articles has a front page, too.
    """
    moment = min(now, max((listing.listed_at for listing in listings if listing.published), default=now))
    newest = sorted(listings, key=lambda listing: (listing.listed_at, listing.id), reverse=True)
    ranked = sorted(newest, key=lambda listing: _weight(listing, moment), reverse=True)
    top = _varied(ranked)
    lead = top[0] if top else None
    others = tuple(top[1:])
    used = {listing.id for listing in top}
    return Front(
        lead=lead,
        others=others,
        sections=_sections([listing for listing in newest if listing.id not in used]),
        latest=tuple(newest[:LATEST]),
    )


def _weight(listing: Listing, moment: datetime) -> float:
    """How much an article wants to lead: recency, times what a reader gets from it."""
    age = max(moment - listing.listed_at, timedelta())
    weight: float = 0.5 ** (age / LEAD_HALF_LIFE)
    if listing.state is not ArticleState.COMPLETE:
        weight *= 0.05
    if not listing.picture:
        weight *= 0.5
    if not (listing.lead_en or listing.lead):
        weight *= 0.4
    if not listing.published:  # it may be of any age
        weight *= 0.2
    if listing.topic in HARD_NEWS:
        weight *= 1.5
    return weight


def _varied(ranked: Sequence[Listing]) -> list[Listing]:
    """The lead and the others: the best, with no outlet taking more than its share while there are others to fill the page."""
    chosen: list[Listing] = []
    rest: list[Listing] = []
    taken: Counter[int] = Counter()
    for listing in ranked:
        taken[listing.source.id] += 1
        (chosen if taken[listing.source.id] <= AN_OUTLETS_SHARE else rest).append(listing)
    return (chosen + rest)[: OTHERS + 1]


def _sections(listings: Iterable[Listing]) -> tuple[Section, ...]:
    by_topic: dict[str | None, list[Listing]] = {topic: [] for topic in TOPICS}
    by_topic[None] = []
    for listing in listings:
        by_topic[listing.topic if listing.topic in TOPICS else None].append(listing)
    return tuple(
        Section(topic, tuple(found[: SECTION if topic else REST])) for topic, found in by_topic.items() if found
    )
