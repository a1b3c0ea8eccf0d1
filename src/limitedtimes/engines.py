"""What stands behind the Translator port: Firefox Translations models, run by fxtranslate.

fxtranslate gives neither alignment nor probabilities, cuts long input silently, and its objects panic when another
thread touches them. So sentences that are too long are split at clauses and joined again, with a note, and every
translator lives on one thread of its own.
"""

from __future__ import annotations

import importlib.metadata
import queue
import re
import threading
import weakref
from concurrent.futures import Future
from typing import TYPE_CHECKING

from limitedtimes.errors import ModelMissingError, TranslationError
from limitedtimes.model.translation import Candidate, Engine
from limitedtimes.nmt.models import Model, ModelError, installed
from limitedtimes.ports import Candidates, Capabilities

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import fxtranslate

_Question = tuple["Sequence[str]", "Future[list[Candidates]]"]

# From some 75 words on its translations begin to repeat themselves, and at some 125 tokens they are cut.
_LONGEST = 320  # code points that go in at once
_LONGEST_DENSE = 110  # ... of scripts without spaces, where a code point is about a token
_CLAUSE_ENDS = (re.compile(r"[;:—–](?=\s)"), re.compile(r"[,،、，]"), re.compile(r"\s"))
_SURROGATE = re.compile(r"[\ud800-\udfff]")  # bytes that were no text: the engine takes text only
_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class FxTranslator:
    """Translates sentences of one language into English with one model."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._asked: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        loaded: Future[None] = Future()
        # The engine lives and dies in this thread's own frame; a daemon, since the end of the program need not wait for it.
        name = f"translate-{model.source}"
        threading.Thread(target=_serve, args=(model, loaded, self._asked), name=name, daemon=True).start()
        loaded.result()
        weakref.finalize(self, self._asked.put, None)
        version = importlib.metadata.version("fxtranslate")
        self._identity = Engine(f"fxtranslate {version}", model.name, model.sha256)

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
        """Text only."""
        return Capabilities()

    def translate(self, sentences: Sequence[str], alternatives: int = 0) -> list[Candidates]:
        """One candidate for each sentence, in order. Raises TranslationError when the engine gives none."""
        del alternatives  # greedy only
        answer: Future[list[Candidates]] = Future()
        self._asked.put((sentences, answer))
        return answer.result()


def _serve(model: Model, loaded: Future[None], asked: queue.SimpleQueue[_Question | None]) -> None:
    """Load the engine and answer questions until None comes."""
    try:
        translate = _load(model)
    except Exception as error:  # whoever waits gets it
        loaded.set_exception(error)
        return
    loaded.set_result(None)
    while (question := asked.get()) is not None:
        sentences, answer = question
        try:
            answer.set_result([_one(translate, sentence) for sentence in sentences])
        except Exception as error:  # whoever waits gets it
            answer.set_exception(error)


def _one(translate: Callable[[str], str], sentence: str) -> Candidates:
    pieces = split_long(_SURROGATE.sub("\ufffd", sentence))
    translated = [translate(piece).strip() for piece in pieces]
    if sentence.strip() and not all(translated):
        message = f"The engine gave no translation for {sentence[:80]!r}."
        raise TranslationError(message)
    notes = ("split",) if len(pieces) > 1 else ()
    return (Candidate(" ".join(translated), notes=notes),)


def _load(model: Model) -> Callable[[str], str]:
    import fxtranslate  # noqa: PLC0415  # a native library that only a process which translates should load

    model.verify()
    shortlist = model.shortlist.read_bytes() if model.shortlist else None
    try:
        engine: fxtranslate.Translator = fxtranslate.Translator(
            model.model.read_bytes(),
            model.source_vocabulary.read_bytes(),
            model.target_vocabulary.read_bytes(),
            shortlist,
        )
    except ValueError as error:
        message = f"The model {model.model} cannot be loaded: {error}."
        raise ModelError(message) from error
    return engine.translate


def split_long(sentence: str) -> list[str]:
    """Split a sentence that is longer than the model takes, at the ends of clauses where it has any. Loses no character
    but white space at the cuts.
    """
    limit = _LONGEST_DENSE if len(_DENSE.findall(sentence)) > len(sentence) / 3 else _LONGEST
    pieces = []
    rest = sentence.strip()
    while len(rest) > limit:
        cut = _cut(rest, limit)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest]


def _cut(text: str, limit: int) -> int:
    # Pieces of about the same length translate better than a full one and a stump.
    parts = -(-len(text) // limit)
    aim = len(text) / parts
    for pattern in _CLAUSE_ENDS:
        ends = [match.end() for match in pattern.finditer(text, limit // 3, limit)]
        if ends:
            return min(ends, key=lambda end: abs(end - aim))
    return limit


class Engines:
    """The translators that this machine has models for, each made when first asked for."""

    def __init__(self, models_dir: Path) -> None:
        self._models_dir = models_dir
        self._made: dict[str, FxTranslator] = {}
        self._making = threading.Lock()

    def languages(self) -> Sequence[str]:
        """Source languages with a model here."""
        return [model.source for model in installed(self._models_dir)]

    def get(self, source_language: str) -> FxTranslator:
        """Return the translator into English; raises ModelMissingError when there is no model or it is broken."""
        code = source_language.split("-", 1)[0].lower()
        with self._making:
            if code not in self._made:
                self._made[code] = self._make(code)
            return self._made[code]

    def _make(self, code: str) -> FxTranslator:
        try:
            for model in installed(self._models_dir):
                if model.source == code:
                    return FxTranslator(model)
        except ModelError as error:
            raise ModelMissingError(str(error)) from error
        message = f"There is no model here for {code} into English."
        raise ModelMissingError(message)
