"""What a story's articles are together: outlets, languages, countries, independent sources. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Print:
    """What counts of an article in a story. ``copy_of`` is the article whose text it prints, None for a text of its own."""

    article_id: int
    source_id: int
    at: datetime
    state: ArticleState
    language: str | None
    country: str | None
    topic: str | None
    copy_of: int | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A story's articles, counted. ``independent`` counts outlets with a text of their own.

    ``languages`` and ``countries`` are in the order of their number of articles, then of their first article.
    """

    articles: int
    outlets: int
    independent: int
    languages: tuple[str, ...]
    countries: tuple[str, ...]
    first_at: datetime
    last_at: datetime
    topic: str | None


def cover(prints: Sequence[Print]) -> Coverage:
    """Count a story's articles, of which there is one at least."""
    ordered = in_order(prints)
    topics = _commonest(one.topic for one in ordered)
    return Coverage(
        articles=len(ordered),
        outlets=len({one.source_id for one in ordered}),
        independent=len({one.source_id for one in own_texts(ordered)}),
        languages=_commonest(one.language for one in ordered),
        countries=_commonest(one.country for one in ordered),
        first_at=ordered[0].at,
        last_at=ordered[-1].at,
        topic=topics[0] if topics else None,
    )


def in_order(prints: Iterable[Print]) -> list[Print]:
    """Return articles in the order of their time; who reported first comes first."""
    return sorted(prints, key=lambda one: (one.at, one.article_id))


def own_texts(prints: Iterable[Print]) -> list[Print]:
    """Return one article for each text, in the order of time: the original, else the first that printed it."""
    texts: dict[int, Print] = {}
    for one in in_order(prints):
        text = one.copy_of or one.article_id
        if text not in texts or one.copy_of is None:
            texts[text] = one
    return in_order(texts.values())


def headline_candidates(prints: Iterable[Print]) -> list[Print]:
    """Return the articles of which one gives the story its headline: texts of their own, the best translated only."""
    texts = own_texts(prints)
    for states in ((ArticleState.COMPLETE,), (ArticleState.PARTIAL,)):
        if chosen := [one for one in texts if one.state in states]:
            return chosen
    return texts


def _commonest(values: Iterable[str | None]) -> tuple[str, ...]:
    """Return values, the commonest first; of equally common ones the first."""
    return tuple(value for value, _ in Counter(value for value in values if value).most_common())
