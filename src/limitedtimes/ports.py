"""Protocols, only where more than one thing stands behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from limitedtimes.model.article import Article, Page
    from limitedtimes.model.translation import Candidate, Engine

Candidates = tuple["Candidate", ...]  # best first, never empty
HoldBack = Callable[[float], None]  # tells a host's gate for how many seconds the host wants no request at all
LONGEST_PAUSE = 60.0  # seconds between two requests to a host; a gate that is shut for longer was shut by the host


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What one fetch may cost: bytes after decoding, seconds in all, redirects followed."""

    max_bytes: int = 8_000_000
    seconds: float = 30.0
    redirects: int = 8


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP answer that is not an error.

    ``page`` is None for 304. ``moved_to`` is the new address where the *whole* chain from the asked URL was permanent
    (301, 308). ``etag`` and ``last_modified`` are as sent.
    """

    status: int
    page: Page | None
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None
    max_age: float | None = None  # seconds, from Cache-Control


class Fetcher(Protocol):
    """Fetches URLs politely and safely: robots.txt, one request at a time per host with a pause, public addresses only."""

    async def fetch(
        self,
        url: str,
        *,
        limits: FetchLimits = ...,
        etag: str | None = None,
        last_modified: str | None = None,
        robots: bool = True,
        accept: str | None = None,
    ) -> Response:
        """Fetch ``url``.

        Raises RefusedError (will not be fetched), TransientError (may work later) or FetchError (404, 410, too large ...).
        """
        ...


class Reader(Protocol):
    """Takes the article out of a page, within limits of time and memory that hold whatever the page is."""

    async def read(self, page: Page, *, language: str | None) -> Article:
        """Read the article on a page; ``language`` (BCP 47) is the outlet's own, where known.

        Raises ReadError: the page's own reasons (``no_text``, ``not_article`` ...), or ``too_slow``, ``too_much_memory`` and
        ``reader_died`` where it would have cost more than a page may.
        """
        ...

    async def next_page(self, page: Page) -> str | None:
        """Return the address of the page on which the article goes on, None on its last; raises ReadError like ``read``."""
        ...


class Poster(Protocol):
    """Sends forms, as safely and politely as pages are fetched."""

    async def post(self, url: str, data: Mapping[str, str], *, limits: FetchLimits = ...) -> Response:
        """Send a form to ``url``; redirects are followed only where they keep the method (307, 308).

        Raises RefusedError, TransientError or FetchError like a Fetcher.
        """
        ...


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a translator can give beyond text. ``calibrated``: its confidence was fitted on this very pair of languages."""

    alignment: bool = False
    confidence: bool = False
    calibrated: bool = False
    alternatives: bool = False
    force: bool = False


class Translator(Protocol):
    """Sentences of one language pair in, candidates out. It knows nothing of markup, names or flags."""

    @property
    def source_language(self) -> str:
        """BCP 47 code of the sentences that it takes."""
        ...

    @property
    def identity(self) -> Engine:
        """Engine, model and the model's hash."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What the candidates carry beyond text."""
        ...

    def translate(self, sentences: Sequence[str], alternatives: int = 0) -> list[Candidates]:
        """One tuple of candidates for each sentence, in order. Nothing is cut short: what is too long is split and noted.

        ``alternatives``: how many others to give beside the best one, each different, best first; fewer where there are
        none. The best one is the same whatever is asked, and so is every answer whatever its neighbours.
        Raises TranslationError.
        """
        ...

    def force(self, pairs: Sequence[tuple[str, str]]) -> list[Candidate]:
        """Align and score translations that somebody else made: (sentence, its translation), in order.

        A candidate's text is the translation exactly as given. Raises TranslationError.
        """
        ...


class Translators(Protocol):
    """The translators that this machine has models for."""

    def get(self, source_language: str) -> Translator:
        """Return the translator into English; raises ModelMissingError."""
        ...

    def languages(self) -> Sequence[str]:
        """Source languages with a model here."""
        ...


class Embedder(Protocol):
    """Turns English texts into vectors whose cosine tells how near their meanings are."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text, of length 1; all zeros where a text says nothing. Shape: (texts, dimension)."""
        ...


@dataclass(frozen=True, slots=True)
class Detection:
    """A language (BCP 47) and the probability that it is right."""

    language: str
    probability: float


class LanguageDetector(Protocol):
    """Tells the language of a text."""

    def detect(self, text: str) -> Detection | None:
        """None where the text gives nothing to go by (empty, digits only)."""
        ...
