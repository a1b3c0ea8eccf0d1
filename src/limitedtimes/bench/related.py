"""Measures what is offered beside an article, on a stream whose events are known: by the very rule that the site follows."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from limitedtimes.bench.machine import Machine, machine
from limitedtimes.bench.stories import Truth, read_stream
from limitedtimes.model.article import ArticleState
from limitedtimes.model.edition import Listing
from limitedtimes.model.source import Source
from limitedtimes.rules.languages import base
from limitedtimes.rules.mentions import mentioned
from limitedtimes.rules.related import Nearby, choose
from limitedtimes.storylines import in_english

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from limitedtimes.ports import Embedder, LanguageDetector, Translators
    from limitedtimes.storylines import Row

_OFFERED = 6
_POOL = 40  # nearest articles among which it is chosen, as the store gives them
_HEAD = 40  # words that stand for headline and lead where a row has no title


class Report(TypedDict):
    """What ``bench related --json`` prints, over the articles whose event has another article in the stream.

    ``first``: the share of them where an article of the same event is offered first, also by the ``languages`` that they
    were written in; ``nothing``: where nothing is offered. ``offered`` is how many articles are, on average; ``ms`` is
    the rule's processor time for one article, in milliseconds.
    """

    articles: int
    asked: int
    first: float
    languages: dict[str, float]
    nothing: float
    offered: float
    ms: float
    machine: Machine


def run(file: Path, translators: Translators, detector: LanguageDetector, embedder: Embedder) -> Report:
    """Offer something beside each article of a stream. Raises UsageError where there is none, LimitedTimesError for no row."""
    rows, truth = read_stream(file)
    english = in_english(rows, translators, detector)
    vectors = embedder.embed([f"{row.title}\n{row.text}" for row in english])
    every = [_nearby(number, row) for number, row in enumerate(english)]
    sizes = Counter(story for story in truth.values() if story)
    asked = [number for number, story in truth.items() if story and sizes[story] > 1]
    started = time.process_time()
    offered = {number: _offered(number, every, vectors) for number in asked}
    seconds = time.process_time() - started
    right = {number: _is_right(found, number, truth) for number, found in offered.items()}
    by_language: dict[str, list[bool]] = {}
    for number in asked:
        by_language.setdefault(base(rows[number].language or "und"), []).append(right[number])
    return Report(
        articles=len(rows),
        asked=len(asked),
        first=_share(list(right.values())),
        languages={language: _share(found) for language, found in sorted(by_language.items())},
        nothing=_share([not found for found in offered.values()]),
        offered=round(sum(map(len, offered.values())) / len(asked), 2),
        ms=round(1000 * seconds / len(asked), 2),
        machine=machine(),
    )


def _nearby(number: int, row: Row) -> Nearby:
    """Return a row as an article of an outlet of its own, in no story yet."""
    head = row.title or " ".join(row.text.split(maxsplit=_HEAD)[:_HEAD])
    source = Source(number, f"Outlet {number}", f"outlet-{number}")
    listing = Listing(
        id=number,
        source=source,
        url="",
        state=ArticleState.COMPLETE,
        reason=None,
        language=row.language,
        title=head,
        title_en=head,
        lead=None,
        lead_en=None,
        published=row.published,
        first_seen=row.published,
        listed_at=row.published,
        visible_at=row.published,
    )
    return Nearby(listing, None, number, frozenset(mentioned([head])))


def _offered(number: int, every: Sequence[Nearby], vectors: NDArray[np.float32]) -> list[int]:
    nearness = vectors @ vectors[number]
    nearest = [int(one) for one in np.argsort(-nearness, kind="stable")[: _POOL + 1] if one != number]
    others = [
        Nearby(one.listing, None, one.text, one.names, float(nearness[one.text]))
        for one in (every[place] for place in nearest)
    ]
    return [one.listing.id for one in choose(every[number], others, limit=_OFFERED)]


def _is_right(found: Sequence[int], number: int, truth: Truth) -> bool:
    return bool(found) and truth[found[0]] == truth[number]


def _share(found: Sequence[bool]) -> float:
    return round(sum(found) / len(found), 4) if found else 0.0
