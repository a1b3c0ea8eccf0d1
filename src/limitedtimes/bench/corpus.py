"""A made-up archive: words by Zipf's law, many languages and outlets, stories of all sizes, years of it; the same for the same seed.

Texts are put together from a stock of paragraphs, so that a million articles take minutes. A word is as frequent, and a
pair of words as rare, as in the news: ranks follow Zipf and Mandelbrot's law with what search engines call stop words taken
off, and every article has a word in its headline that only a few share.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from limitedtimes.rules.edition import TOPICS
from limitedtimes.rules.languages import COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from numpy.typing import NDArray

DAYS = 730
LANGUAGES = (
    "es pt fr de ru ar zh ja it pl tr uk nl fa cs ro el hu sv ko bg sr da fi he hi id th vi hr sk no ca lt sl et lv ur az ka"
).split()
SOURCES = 500
PARAGRAPHS = 4  # of an article; store/bulk.py puts that many together
SENTENCES = 14  # of an article, on average
WORDS = 11  # of a sentence, stop words left out
STORIES = 0.406  # of the articles
ENGLISH_WORDS = 60_000
OWN_WORDS = 15_000  # of each other language
RARE_WORDS = 0.3  # of the articles: each stands in three headlines or so
_STOPPED = 30  # ranks that stop words have
_SYLLABLES = [consonant + vowel for consonant in "bdfglmnprstvz" for vowel in "aiou"]
_LARGEST = 200  # times the weight of a small story


def word(number: int) -> str:
    """Return the made-up word with this number, unlike that of the next; no stemmer finds an ending in it."""
    count = 4 if number < len(_SYLLABLES) ** 4 else 6
    # Odd and no multiple of 13: it has no factor in common with the number of words.
    number = number * 1_000_000_007 % len(_SYLLABLES) ** count
    syllables = []
    for _ in range(count):
        number, rest = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[rest])
    return "".join(reversed(syllables)) + "k"


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: its place in the list is its number, from 0."""

    name: str
    language: int
    country: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a language: its sentences in words, those of the original and those of the translation."""

    language: int
    original: tuple[tuple[str, ...], ...]
    english: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Articles:
    """All articles by time; columns of the same length."""

    at: NDArray[np.float64]  # seconds since the beginning
    story: NDArray[np.int64]
    source: NDArray[np.int64]
    topic: NDArray[np.int64]
    paragraphs: NDArray[np.int64]  # shape (articles, PARAGRAPHS), places in the stock of their language
    rare: NDArray[np.int64]  # number of a rare word


@dataclass(frozen=True)
class Corpus:
    """The archive of ``size`` articles; ``end`` is when the last of them appeared, at most ``stock`` paragraphs a language."""

    size: int
    end: datetime
    seed: int = 7
    stock: int = 1_500
    _ranks: dict[int, NDArray[np.float64]] = field(default_factory=dict, repr=False)

    @property
    def begin(self) -> datetime:
        """When the first article may have appeared."""
        return self.end - timedelta(days=DAYS)

    @cached_property
    def of_a_language(self) -> int:
        """Paragraphs in each language's stock; small archives have a small one."""
        return max(8, min(self.stock, self.size // len(LANGUAGES)))

    @cached_property
    def outlets(self) -> list[Outlet]:
        """The outlets: the large languages have more."""
        random = np.random.default_rng(self.seed)
        languages = random.choice(len(LANGUAGES), SOURCES, p=_zipf(len(LANGUAGES), 5))
        codes = sorted(COUNTRIES)
        return [
            Outlet(
                f"{word(number).title()} {number}", int(language), codes[(int(language) * 7 + number % 3) % len(codes)]
            )
            for number, language in enumerate(languages)
        ]

    @cached_property
    def articles(self) -> Articles:
        """The articles: a few stories have hundreds of them, within days."""
        random = np.random.default_rng(self.seed + 1)
        stories = max(1, round(self.size * STORIES))
        weights = np.minimum(1 + random.pareto(1.6, stories), _LARGEST)
        more = random.choice(stories, self.size - stories, p=weights / weights.sum())
        story = np.concatenate([np.arange(stories), more])
        seconds = DAYS * 86_400.0
        at = random.uniform(0, seconds, stories)[story] + random.exponential(36_000, self.size)
        order = np.argsort(np.minimum(at, seconds), kind="stable")
        topics = random.choice(len(TOPICS), stories, p=_zipf(len(TOPICS), 3))
        return Articles(
            at=np.minimum(at, seconds)[order],
            story=story[order],
            source=random.choice(SOURCES, self.size, p=_zipf(SOURCES, 20)),
            topic=topics[story[order]],
            paragraphs=random.integers(0, self.of_a_language, (self.size, PARAGRAPHS)),
            rare=random.integers(0, max(1, int(self.size * RARE_WORDS)), self.size),
        )

    def moment(self, seconds: float) -> datetime:
        """Return the moment so many seconds after the beginning."""
        return self.begin + timedelta(seconds=float(seconds))

    def english(self, rank: int) -> str:
        """Return the English word of a rank, 0 the most frequent."""
        return word(rank)

    def own(self, language: int, rank: int) -> str:
        """Return the word of a rank in another language."""
        return word(ENGLISH_WORDS + language * OWN_WORDS + rank)

    def rare(self, number: int) -> str:
        """Return a word that stands in few headlines, as names do, the same in both languages."""
        return word(ENGLISH_WORDS + len(LANGUAGES) * OWN_WORDS + number)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the stock, language by language."""
        random = np.random.default_rng(self.seed + 2)
        english = [self.english(rank) for rank in range(ENGLISH_WORDS)]
        for language in range(len(LANGUAGES)):
            own = [self.own(language, rank) for rank in range(OWN_WORDS)]
            for _ in range(self.of_a_language):
                sentences = SENTENCES // PARAGRAPHS + int(random.random() < SENTENCES % PARAGRAPHS / PARAGRAPHS)
                yield Paragraph(language, self._text(random, own, sentences), self._text(random, english, sentences))

    def _text(self, random: np.random.Generator, words: list[str], sentences: int) -> tuple[tuple[str, ...], ...]:
        ranks = self.draw(random, len(words), (sentences, WORDS)).tolist()
        return tuple(tuple(words[rank] for rank in sentence) for sentence in ranks)

    def draw(self, random: np.random.Generator, words: int, shape: tuple[int, ...]) -> NDArray[np.int64]:
        """Draw ranks of words as texts have them."""
        if words not in self._ranks:
            self._ranks[words] = np.cumsum(_zipf(words, _STOPPED))
        return np.minimum(np.searchsorted(self._ranks[words], random.random(shape)), words - 1)


def _zipf(count: int, offset: int) -> NDArray[np.float64]:
    weights = 1 / (np.arange(count) + 1.0 + offset)
    return np.asarray(weights / weights.sum())


def vector(words: Sequence[str], weight: str) -> str:
    """Return a tsvector as PostgreSQL reads it: the words in their order, all of one weight (A to D)."""
    return " ".join(f"{text}:{place}{weight}" for place, text in enumerate(words, 1))
