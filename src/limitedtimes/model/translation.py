"""Sentences and their translations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from limitedtimes.model.article import Span

Alignment = tuple[tuple[Span, Span], ...]  # pairs of (source span, target span); an unaligned word has no pair


class SentenceState(StrEnum):
    """What became of a sentence; the words are part of the program's JSON."""

    TRANSLATED = "translated"
    KEPT = "kept"  # nothing to translate: English already, a number, a URL
    UNTRANSLATED = "untranslated"  # no model for the language
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of its text. A text is exactly its sentences and the white space around them."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Flag:
    """A remark about a translation, in words for a reader, with the spans that it speaks of."""

    kind: str
    message: str
    source: Span | None = None
    target: Span | None = None
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an engine answers for one sentence.

    ``alignment`` pairs words: every pair is one source word with one target word that it aligns to, in the order of the
    target. ``log_probabilities`` has the natural logarithm of every target token's probability, the end of the sentence
    included; ``tokens`` where each stands in ``text`` (an empty span where it has no character of its own).
    ``confidence`` is the probability that the translation is good enough to read (its chrF against a good one is 50 or
    more). All are None where the engine gives none. ``notes`` names what happened on the way (``split``: the sentence was
    longer than the model takes).
    """

    text: str
    alignment: Alignment | None = None
    log_probabilities: tuple[float, ...] | None = None
    tokens: tuple[Span, ...] | None = None
    confidence: float | None = None
    notes: tuple[str, ...] = ()

    @property
    def score(self) -> float | None:
        """The mean log-probability of a token; None where the engine gives none."""
        scores = self.log_probabilities
        return sum(scores) / len(scores) if scores else None


@dataclass(frozen=True, slots=True)
class Engine:
    """What made a translation: enough to know a better one, and the key of the translation memory."""

    name: str  # with its version
    model: str
    model_sha256: str


@dataclass(frozen=True, slots=True)
class TranslatedSentence:
    """A sentence with what became of it. ``translation`` is the source text where the state is ``kept``, else None or English."""

    source: str
    span: Span
    translation: str | None
    state: SentenceState
    confidence: float | None = None
    flags: tuple[Flag, ...] = ()
    alignment: Alignment | None = None


@dataclass(frozen=True, slots=True)
class ArticleTranslation:
    """An article's sentences, in the article's own shape.

    ``title``, ``kicker``, ``lead`` and each caption are one unit, however many sentences they have. ``blocks`` has a
    tuple of sentences for every block of the article, in order; ``captions`` one entry for every picture.
    ``engine`` is None where nothing was translated (an English article, no model).
    """

    title: TranslatedSentence
    blocks: tuple[tuple[TranslatedSentence, ...], ...] = ()
    captions: tuple[TranslatedSentence | None, ...] = ()
    kicker: TranslatedSentence | None = None
    lead: TranslatedSentence | None = None
    engine: Engine | None = None
