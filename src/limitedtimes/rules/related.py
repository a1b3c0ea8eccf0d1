"""What readers of an article may like: its story elsewhere, other stories of these days, background, more of its kind. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from limitedtimes.model.story import Kinship, Related
from limitedtimes.rules.edition import TOPICS, topic_label
from limitedtimes.rules.languages import base, country_name, language_name
from limitedtimes.rules.overlap import content_words, cosine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from limitedtimes.model.edition import Listing

THESE_DAYS = timedelta(days=4)  # as far from the article as siblings are
_MEANING, _WORDS = 0.7, 0.3  # weights of both likenesses (docs/measurements: related)
_SIBLING, _BACKGROUND = 0.38, 0.42  # likeness from which an article is offered
_OF_THE_STORY = 4  # articles of the same story, while there are others to offer
_AN_OUTLETS_SHARE = 2
_ELSEWHERE = 0.1  # what another country, and another language, is worth beside likeness
_SAID_APART = timedelta(days=2)
_NAMED = 2  # names in a reason
_FEW, _EVERY = 3, 12  # a name tells more than a place of news where up to 3 articles mention it, or one in 12


@dataclass(frozen=True, slots=True)
class Nearby:
    """An article that may be related. ``nearness`` is the cosine of its text's vector with that of the article, -1 to 1.

    ``names`` are those that it mentions (rules/mentions.py), ``text`` is the article whose text it prints: itself,
    or the one that it is a copy of. ``told_by`` counts the outlets that tell its story in their own words.
    """

    listing: Listing
    story_id: int | None
    text: int
    names: frozenset[str] = frozenset()
    nearness: float = 0.0
    told_by: int = 1


def choose(article: Nearby, others: Iterable[Nearby], *, limit: int) -> list[Related]:
    """Return what to offer beside an article, the best first: its story, then siblings, then background, then more of its kind.

    Of each other story one article stands for it; a text is offered once, and never the article's own.
    """
    scored = sorted(
        ((_likeness(article, other), other) for other in others if other.text != article.text),
        key=lambda one: (-one[0], one[1].listing.id),
    )
    of_story = [one for one in scored if article.story_id is not None and one[1].story_id == article.story_id]
    rest = [one for one in scored if article.story_id is None or one[1].story_id != article.story_id]
    siblings = [one for one in rest if one[0] >= _SIBLING and _apart(article, one[1]) <= THESE_DAYS]
    background = [one for one in rest if one[0] >= _BACKGROUND and _apart(article, one[1]) > THESE_DAYS]
    chosen = _Chosen(article)
    chosen.add(_from_elsewhere(article, of_story), min(limit, _OF_THE_STORY), Kinship.SAME_STORY)
    # One place is kept for background, where there is some.
    chosen.add(siblings, limit - bool(background), Kinship.SIBLING)
    chosen.add(background, limit, Kinship.BACKGROUND)
    chosen.article = _without_common(article, [other for _, other in rest])
    chosen.add(_more(chosen.article, rest), limit, Kinship.MORE)
    return chosen.found


class _Chosen:
    """What was chosen so far: no text and no other story twice, no outlet more often than its share."""

    def __init__(self, article: Nearby) -> None:
        self.found: list[Related] = []
        self.article = article
        self._texts: set[int] = set()
        self._stories: set[int | None] = set()
        self._outlets: Counter[int] = Counter()

    def add(self, ranked: Sequence[tuple[float, Nearby]], limit: int, kinship: Kinship) -> None:
        """Add from the best on, until so many are chosen in all."""
        for _, other in ranked:
            if len(self.found) >= limit:
                return
            if self._is_new(other, kinship):
                self._texts.add(other.text)
                if other.story_id != self.article.story_id:
                    self._stories.add(other.story_id)
                self._outlets[other.listing.source.id] += 1
                self.found.append(Related(other.listing, kinship, _reason(self.article, other, kinship)))

    def _is_new(self, other: Nearby, kinship: Kinship) -> bool:
        # An outlet's later reports of its own story are a click away in the story.
        share = 1 if kinship is Kinship.SAME_STORY else _AN_OUTLETS_SHARE
        own = kinship is Kinship.SAME_STORY and other.listing.source.id == self.article.listing.source.id
        known = other.text in self._texts or (other.story_id is not None and other.story_id in self._stories)
        return not (own or known) and self._outlets[other.listing.source.id] < share


def _likeness(article: Nearby, other: Nearby) -> float:
    words = cosine(content_words(_head(article.listing)), content_words(_head(other.listing)))
    return _MEANING * other.nearness + _WORDS * words


def _head(listing: Listing) -> str:
    return f"{listing.headline}\n{listing.lead_en or listing.lead or ''}"


def _apart(article: Nearby, other: Nearby) -> timedelta:
    return abs(other.listing.listed_at - article.listing.listed_at)


def _more(article: Nearby, ranked: Sequence[tuple[float, Nearby]]) -> list[tuple[float, Nearby]]:
    """Order what has at least a name, a section or an outlet in common, or is much told: nearest in subject first.

    Names that many mention ("Lisbon") are none in common. What is from the archive comes last, for its section or its outlet only.
    """
    near = [one for one in ranked if _apart(article, one[1]) <= THESE_DAYS]
    akin = [one for one in near if _shared(article, one[1]) or _section(article, one[1])]
    told = [one for one in near if one[1].told_by > 1]
    same_section = [one for one in ranked if _section(article, one[1])]
    same_outlet = [one for one in ranked if one[1].listing.source.id == article.listing.source.id]
    archive = [one for one in (*same_section, *same_outlet) if one not in near]
    return [
        *akin,
        *sorted(told, key=lambda one: -one[1].told_by),
        *(one for one in same_outlet if one in near),
        *archive,
    ]


def _without_common(article: Nearby, others: Sequence[Nearby]) -> Nearby:
    """Return the article with those of its names only that tell it from most others."""
    count = Counter(name for other in others for name in other.names)
    most = max(_FEW, len(others) // _EVERY)
    return replace(article, names=frozenset(name for name in article.names if count[name] <= most))


def _from_elsewhere(article: Nearby, ranked: Sequence[tuple[float, Nearby]]) -> list[tuple[float, Nearby]]:
    """Order a story's articles so that each next one is from another country and in another language, where possible."""
    listing = article.listing
    countries, languages = {listing.source.country, None}, {base(listing.language or ""), ""}
    left, ordered = list(ranked), []
    while left:
        best = max(
            left,
            key=lambda one: (
                one[0]
                + _ELSEWHERE * (one[1].listing.source.country not in countries)
                + _ELSEWHERE * (base(one[1].listing.language or "") not in languages)
            ),
        )
        left.remove(best)
        ordered.append(best)
        countries.add(best[1].listing.source.country)
        languages.add(base(best[1].listing.language or ""))
    return ordered


def _reason(article: Nearby, other: Nearby, kinship: Kinship) -> str:
    said, time = _shared(article, other), _how_far(article, other)
    if kinship is Kinship.SAME_STORY:
        reason = f"Same story, {_whence(article.listing, other.listing)}"
    elif kinship is Kinship.MORE and not said:
        reason = _kind(article, other)
    elif kinship is Kinship.BACKGROUND and other.listing.listed_at < article.listing.listed_at:
        reason = f"Background on {said}" if said else "Background"
    else:
        reason = f"Also about {said}" if said else "Close in subject"
    return f"{reason}, {time}" if time else reason


def _kind(article: Nearby, other: Nearby) -> str:
    if section := _section(article, other):
        return f"More from the section {section}"
    return f"Told by {other.told_by} outlets" if other.told_by > 1 else f"More from {other.listing.source.name}"


def _section(article: Nearby, other: Nearby) -> str | None:
    """Return the label of the section in which both stand, None where they do not."""
    topic = article.listing.topic
    return topic_label(topic) if topic in TOPICS and topic == other.listing.topic else None


def _whence(listing: Listing, other: Listing) -> str:
    country = country_name(other.source.country)
    if country and other.source.country != listing.source.country:
        return f"from {country}"
    if other.language and base(other.language) != base(listing.language or ""):
        return f"in {language_name(base(other.language))}"
    return f"from {other.source.name}"


def _shared(article: Nearby, other: Nearby) -> str:
    """Name what both mention: the longest names, which say most."""
    outlets = {article.listing.source.name, other.listing.source.name}
    names = sorted((article.names & other.names) - outlets, key=lambda name: (-len(name), name))
    return " and ".join(names[:_NAMED])


def _how_far(article: Nearby, other: Nearby) -> str:
    apart = _apart(article, other)
    if apart < _SAID_APART:
        return ""
    return f"{duration(apart)} {'earlier' if other.listing.listed_at < article.listing.listed_at else 'later'}"


def duration(span: timedelta) -> str:
    """Return a time of a day or more in words, in the largest unit of which there are two: ``3 months``, ``13 days``."""
    days = round(span / timedelta(days=1))
    for unit, length in (("year", 365.25), ("month", 30.44), ("week", 7.0)):
        if days >= 2 * length:
            return f"{round(days / length)} {unit}s"
    return f"{days} days" if days != 1 else "a day"
