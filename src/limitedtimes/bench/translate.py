"""Measures translation: speed, against another engine, and quality against a reference."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from limitedtimes import settings
from limitedtimes.bench.machine import Machine, machine, peak_mb
from limitedtimes.engines import ENGINE
from limitedtimes.errors import LimitedTimesError, ModelMissingError, UsageError
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.models import survey
from limitedtimes.nmt.translator import Translator, cores
from limitedtimes.rules.segment import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from limitedtimes.nmt.models import Model

    Engine: TypeAlias = Callable[[Sequence[str]], list[str]]

_ROUNDS = 3  # alternating runs: machines drift by some 15 % within an hour


class Speed(TypedDict):
    """How fast an engine is. Words are those of the source; CPU is this process's with all its threads."""

    words: int
    words_per_cpu_second: float
    words_per_second: float


class Other(Speed):
    """Another engine on the same sentences."""

    engine: str
    bleu: float
    chrf: float


class Threads(TypedDict):
    """Words a second by the clock with one thread and with two, and the ratio."""

    one: float
    two: float
    ratio: float


class Report(Speed):
    """What ``bench translate --json`` prints. ``ratio`` is words per CPU second over the other engine's."""

    bleu: float
    chrf: float
    signature: str
    engine: str
    model: str
    against: Other | None
    ratio: float | None
    threads: Threads | None
    peak_mb: float
    machine: Machine


@dataclass(slots=True)
class _Clock:
    """Words translated, and the seconds that they took."""

    words: int = 0
    cpu: float = 0.0
    seconds: float = 0.0

    def run(self, engine: Engine, sentences: Sequence[str]) -> list[str]:
        started, cpu = time.perf_counter(), time.process_time()
        done = engine(sentences)
        self.cpu += time.process_time() - cpu
        self.seconds += time.perf_counter() - started
        self.words += _words(sentences)
        return done

    def speed(self, words: int | None = None) -> Speed:
        """``words``: of the text, where it was translated several times."""
        return Speed(
            words=words or self.words,
            words_per_cpu_second=round(self.words / self.cpu, 1),
            words_per_second=round(self.words / self.seconds, 1),
        )


def run(source_language: str, source: Path, reference: Path, *, against: str | None = None) -> Report:
    """Translate the lines of a file, sentence by sentence, and compare them with those of another file.

    ``against`` names another engine (``fxtranslate``) that gets the same sentences in alternating runs. Loading models is
    not measured. Raises ModelMissingError, UsageError, and LimitedTimesError without what is only there for development.
    """
    lines, references = read_lines(source), read_lines(reference)
    if len(lines) != len(references):
        raise UsageError(f"{source} has {len(lines)} lines and {reference} {len(references)}: they must match.")
    model = model_of(source_language)
    cut = [[one.text for one in segment(line, source_language)] for line in lines]
    sentences = [sentence for line in cut for sentence in line]
    ours = _ours(model, threads=1)
    done = ours(sentences)  # warms it, and shows what it needs at most
    peak = peak_mb()
    clock, other = _Clock(), _Other(against, model) if against else None
    for number in range(_ROUNDS):
        clock.run(ours, sentences)
        if other:
            start, end = (len(sentences) * part // _ROUNDS for part in (number, number + 1))
            other.run(sentences[start:end])
    bleu, chrf, signature = scores(_joined(done, cut), references)
    report = Report(
        **clock.speed(words=_words(sentences)),
        bleu=bleu,
        chrf=chrf,
        signature=signature,
        engine=ENGINE,
        model=model.name,
        against=other.result(cut, references) if other else None,
        ratio=None,
        threads=_scaling(model, sentences),
        peak_mb=peak,
        machine=machine(),
    )
    if report["against"]:
        report["ratio"] = round(report["words_per_cpu_second"] / report["against"]["words_per_cpu_second"], 2)
    return report


def model_of(language: str) -> Model:
    """Return the model that is here for a language. Raises ModelMissingError."""
    try:
        return survey(settings.load().models).find(language)
    except ModelError as error:
        raise ModelMissingError(str(error)) from error


def _ours(model: Model, *, threads: int) -> Engine:
    translator = Translator(model, threads=threads)
    return lambda sentences: [answers[0].text for answers in translator.translate(sentences)]


class _Other:
    """Another engine, warmed, on a thread of its own: its objects live and die in the thread that made them."""

    def __init__(self, name: str, model: Model) -> None:
        self._name = name
        self._clock = _Clock()
        self._done: list[str] = []
        self._thread = ThreadPoolExecutor(1)
        self._there = threading.local()
        self._thread.submit(self._make, model).result()

    def _make(self, model: Model) -> None:
        self._there.engine = _ENGINES[self._name](model)
        self._there.engine(["1.", "Bom dia."])

    def run(self, sentences: Sequence[str]) -> None:
        self._done += self._thread.submit(lambda: self._clock.run(self._there.engine, sentences)).result()

    def result(self, cut: Sequence[Sequence[str]], references: Sequence[str]) -> Other:
        self._thread.shutdown()
        bleu, chrf, _ = scores(_joined(self._done, cut), references)
        return Other(**self._clock.speed(), engine=self._name, bleu=bleu, chrf=chrf)


def _fxtranslate(model: Model) -> Engine:
    try:
        import fxtranslate  # noqa: PLC0415 - for development only
    except ImportError as error:
        message = "fxtranslate is not installed: `make install` in a checkout brings it."
        raise LimitedTimesError(message) from error
    files = (model.model, model.source_vocabulary, model.target_vocabulary)
    shortlist = model.shortlist.read_bytes() if model.shortlist else None
    source, *vocabularies = (path.read_bytes() for path in files)
    translator = fxtranslate.Translator(source, vocabularies[0], vocabularies[1], shortlist)
    # A sentence at a time is its only documented call; it uses one core.
    return lambda sentences: [translator.translate(sentence).strip() for sentence in sentences]


_ENGINES: dict[str, Callable[[Model], Engine]] = {"fxtranslate": _fxtranslate}


def _scaling(model: Model, sentences: Sequence[str]) -> Threads | None:
    """Compare two threads with one, in alternating runs; None on a machine with one core."""
    if cores() < 2:
        return None
    clocks = {threads: (_Clock(), _ours(model, threads=threads)) for threads in (1, 2)}
    for _, engine in clocks.values():
        engine(sentences[:64])
    for _ in range(_ROUNDS):
        for clock, engine in clocks.values():
            clock.run(engine, sentences)
    one, two = (clock.speed()["words_per_second"] for clock, _ in clocks.values())
    return Threads(one=one, two=two, ratio=round(two / one, 2))


def _joined(done: Sequence[str], cut: Sequence[Sequence[str]]) -> list[str]:
    """Put sentences back into lines."""
    rest = iter(done)
    return [" ".join(next(rest) for _ in line) for line in cut]


def _words(sentences: Sequence[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def scores(translations: Sequence[str], references: Sequence[str]) -> tuple[float, float, str]:
    """Return BLEU, chrF (both of 100) and sacrebleu's signature of the first. Raises LimitedTimesError without sacrebleu."""
    try:
        from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - for development only
        from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
    except ImportError as error:
        message = "Quality is measured with sacrebleu, which is not installed: `make install` in a checkout brings it."
        raise LimitedTimesError(message) from error
    metric = BLEU()
    bleu = metric.corpus_score(translations, [references])
    chrf = CHRF().corpus_score(translations, [references])
    return round(bleu.score, 2), round(chrf.score, 2), str(metric.get_signature())


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file; they end at a newline only."""
    text = path.read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n")
