"""The front page: what leads, what stands under it, and the sections. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, timedelta
from math import log2
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState
from limitedtimes.model.story import Edition, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from limitedtimes.model.story import Rising, StoryCard, Trend

OTHERS = 6
SECTION = 4
REST = 12  # stories without a topic get a wider section
AN_OUTLETS_SHARE = 2  # of the lead and the others together, and of a section
A_TOPICS_SHARE = 3  # of the lead and the others together
A_DAY = timedelta(hours=24)
_STORY_HALF_LIFE = timedelta(hours=48)  # since its first article: an old story leads for news only
_FOLLOWED = 1.6  # times as much weight as another story has

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


@dataclass(frozen=True, slots=True)
class Follow:
    """What a reader follows: countries (ISO 3166-1 alpha-2) and languages (BCP 47, without region)."""

    countries: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()


EVERYTHING = Follow()


def compose(
    cards: Iterable[StoryCard],
    *,
    now: datetime,
    trends: Sequence[Trend] = (),
    rising: Sequence[Rising] = (),
    follow: Follow = EVERYTHING,
) -> Edition:
    """Make the front page of these stories, whatever their order. No story stands twice among lead, others and sections.

    ``now`` is when the edition is made. Recency counts from the newest story whose outlet dated it, so that an archive
    of old stories has a front page, too.
    """
    ranked = rank(cards, now=now, trends=trends, follow=follow)
    top = varied(ranked, OTHERS + 1)
    used = {card.id for card in top}
    return Edition(
        hour=now.astimezone(UTC).replace(minute=0, second=0, microsecond=0),
        lead=top[0] if top else None,
        others=tuple(top[1:]),
        sections=_sections([card for card in ranked if card.id not in used]),
        trends=tuple(trends),
        rising=tuple(rising),
    )


def rank(
    cards: Iterable[StoryCard],
    *,
    now: datetime,
    trends: Sequence[Trend] = (),
    follow: Follow = EVERYTHING,
    window: timedelta = A_DAY,
) -> list[StoryCard]:
    """Return the stories, each once: those of ``window`` that can be read whole, then the others, the weightiest first.

    A story's weight halves with every third of the window since its newest article.
    """
    each = {card.id: card for card in cards}
    moment = min(now, max((card.last_at for card in each.values() if card.headline.published), default=now))
    strongest = max((trend.score for trend in trends), default=0.0) or 1.0
    growth = {trend.story.id: trend.score / strongest for trend in trends}

    def weight(card: StoryCard) -> float:
        return (
            _weight(card, moment, window / 3)
            * (1 + growth.get(card.id, 0.0))
            * (_FOLLOWED if _is_followed(card, follow) else 1)
        )

    def key(card: StoryCard) -> tuple[bool, float, float, int]:
        return not _may_lead(card, moment, window), -weight(card), -card.last_at.timestamp(), -card.id

    return sorted(each.values(), key=key)


def varied(ranked: Sequence[StoryCard], number: int, *, topics: int = A_TOPICS_SHARE) -> list[StoryCard]:
    """Return the best ``number`` stories, with no outlet and no topic taking more than its share while others are there.

    A topic's share gives way before an outlet's: on a day of elections the page is about them, but not of one outlet.
    """
    chosen: list[StoryCard] = []
    outlets: Counter[int] = Counter()
    seen: Counter[str] = Counter()
    left = list(ranked)
    for an_outlets, a_topics in ((AN_OUTLETS_SHARE, topics), (AN_OUTLETS_SHARE, number), (number, number)):
        passed = []
        for card in left:
            source, topic = card.headline.source.id, card.topic
            full = outlets[source] >= an_outlets or (topic is not None and seen[topic] >= a_topics)
            if full or len(chosen) == number:
                passed.append(card)
                continue
            chosen.append(card)
            outlets[source] += 1
            seen.update([topic] if topic else [])
        left = passed
    return chosen


def _may_lead(card: StoryCard, moment: datetime, window: timedelta) -> bool:
    headline = card.headline
    whole = headline.state is ArticleState.COMPLETE and headline.published is not None
    return whole and moment - card.last_at <= window


def _weight(card: StoryCard, moment: datetime, half_life: timedelta) -> float:
    """How much a story wants to lead: how many tell it and how new it is, times what a reader gets from its headline."""
    headline = card.headline
    weight: float = 1 + log2(max(card.independent, 1)) + 0.5 * log2(max(len(card.languages), 1))
    weight *= 0.5 ** (max(moment - card.last_at, timedelta()) / half_life)
    weight *= 0.5 ** (max(moment - card.first_at, timedelta()) / _STORY_HALF_LIFE)
    if headline.state is not ArticleState.COMPLETE:
        weight *= 0.05
    if not headline.picture:
        weight *= 0.5
    if not (headline.lead_en or headline.lead):
        weight *= 0.4
    if not headline.published:  # it may be of any age
        weight *= 0.2
    if card.topic in HARD_NEWS:
        weight *= 1.5
    return weight


def _is_followed(card: StoryCard, follow: Follow) -> bool:
    languages = {language.partition("-")[0] for language in card.languages}
    return bool(follow.countries.intersection(card.countries) or follow.languages & languages)


def _sections(ranked: Iterable[StoryCard]) -> tuple[Section, ...]:
    by_topic: dict[str | None, list[StoryCard]] = {topic: [] for topic in TOPICS}
    by_topic[None] = []
    for card in ranked:
        by_topic[card.topic if card.topic in TOPICS else None].append(card)
    return tuple(
        Section(topic, tuple(varied(found, SECTION if topic else REST, topics=REST)))
        for topic, found in by_topic.items()
        if found
    )
