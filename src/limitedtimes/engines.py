"""What stands behind the Translator port: Firefox Translations models, run by our own engine."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from limitedtimes.errors import ModelMissingError, TranslationError
from limitedtimes.model.translation import Candidate, Engine
from limitedtimes.nmt import confidence
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.models import installed, survey
from limitedtimes.ports import Candidates, Capabilities

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from limitedtimes.nmt.models import Model
    from limitedtimes.nmt.translation import Translation
    from limitedtimes.nmt.translator import Translator

T = TypeVar("T")

# Grows when the engine's answers change for the same model: the translation memory goes by it.
ENGINE = "limitedtimes-nmt 1"


class NmtTranslator:
    """Translates sentences of one language into English with one model."""

    def __init__(self, model: Model, translator: Translator) -> None:
        self._model = model
        self._translator = translator
        self._identity = Engine(ENGINE, model.name, model.sha256)

    @property
    def source_language(self) -> str:
        """BCP 47 code of the sentences that it takes."""
        return self._model.source

    @property
    def identity(self) -> Engine:
        """Engine, model and the hash over the model's files."""
        return self._identity

    @property
    def capabilities(self) -> Capabilities:
        """Everything; whether the confidence was fitted on this pair depends on the pair."""
        calibrated = confidence.is_calibrated(self._model.source, self._model.target)
        return Capabilities(alignment=True, confidence=True, calibrated=calibrated, alternatives=True, force=True)

    def translate(self, sentences: Sequence[str], alternatives: int = 0) -> list[Candidates]:
        """Translate; raises TranslationError when the engine cannot."""
        found = _tried(lambda: self._translator.translate(sentences, alternatives))
        return [tuple(_candidate(one) for one in answers) for answers in found]

    def force(self, pairs: Sequence[tuple[str, str]]) -> list[Candidate]:
        """Align and score translations that somebody else made; raises TranslationError when the engine cannot."""
        found = _tried(lambda: self._translator.force(pairs))
        return [_candidate(one) for one in found]


def _candidate(one: Translation) -> Candidate:
    notes = ["split"] if one.parts > 1 else []
    return Candidate(
        text=one.text,
        alignment=one.alignment,
        log_probabilities=one.log_probabilities,
        tokens=one.tokens,
        confidence=confidence.estimate(one),
        notes=(*notes, *(() if one.complete else ("unfinished",))),
    )


def _tried(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except Exception as error:
        # ONNX Runtime raises its own kinds, some of them plain; memory that is not there is one of them.
        message = f"The engine failed: {error}."
        raise TranslationError(message) from error


class Engines:
    """The translators that this machine has models for, each made when first asked for.

    ``cache`` is a folder for built graphs, ``provider`` an execution provider of ONNX Runtime (default: the processor),
    ``threads`` how many batches are translated at once (default: one a core).
    """

    def __init__(
        self, models_dir: Path, cache: Path | None = None, provider: str | None = None, threads: int | None = None
    ) -> None:
        self._models_dir = models_dir
        self._cache = cache
        self._provider = provider
        self._threads = threads
        self._made: dict[str, tuple[tuple[object, ...], NmtTranslator]] = {}
        self._making = threading.Lock()

    def languages(self) -> Sequence[str]:
        """Source languages with a model here."""
        return [model.source for model in installed(self._models_dir)]

    def get(self, source_language: str) -> NmtTranslator:
        """Return the translator into English; raises ModelMissingError when there is no model or it is broken.

        A model that took another's place since is noticed: workers need no new start.
        """
        try:
            model = survey(self._models_dir).find(source_language)
            with self._making:
                stamp, translator = self._made.get(model.source, (None, None))
                if translator is None or stamp != model.stamp:
                    translator = self._make(model)
                    self._made[model.source] = model.stamp, translator
                return translator
        except ModelError as error:
            raise ModelMissingError(str(error)) from error

    def _make(self, model: Model) -> NmtTranslator:
        # Only a process that translates should load ONNX Runtime.
        from limitedtimes.nmt.runtime import CPU  # noqa: PLC0415
        from limitedtimes.nmt.translator import Translator  # noqa: PLC0415

        model.verify()
        return NmtTranslator(model, Translator(model, self._cache, self._threads, self._provider or CPU))
