"""Measures translation: speed, and quality against a reference."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypedDict

from limitedtimes import settings, wiring
from limitedtimes.bench.machine import Machine, machine, peak_mb
from limitedtimes.engines import Engines
from limitedtimes.errors import LimitedTimesError, UsageError
from limitedtimes.linewise import translate_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Report(TypedDict):
    """What ``bench translate --json`` prints. Words are those of the source; CPU is this process's with all its threads."""

    words: int
    words_per_cpu_second: float
    words_per_second: float
    bleu: float
    chrf: float
    signature: str
    engine: str
    model: str
    peak_mb: float
    machine: Machine


def run(source_language: str, source: Path, reference: Path) -> Report:
    """Translate the lines of a file as `limitedtimes translate` does and compare them with those of another.

    Loading the model is not measured. Raises ModelMissingError, and LimitedTimesError without sacrebleu.
    """
    lines, references = _lines(source), _lines(reference)
    if len(lines) != len(references):
        raise UsageError(f"{source} has {len(lines)} lines and {reference} {len(references)}: they must match.")
    engines = Engines(settings.load().models)
    translator = engines.get(source_language)
    translator.translate(["1."])
    started, cpu = time.perf_counter(), time.process_time()
    done = [
        line.translation for line in translate_lines(lines, engines, wiring.make_detector(), language=source_language)
    ]
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu
    peak = peak_mb()  # before sacrebleu takes its own
    words = sum(len(line.split()) for line in lines)
    bleu, chrf, signature = scores(done, references)
    return Report(
        words=words,
        words_per_cpu_second=round(words / cpu_seconds, 1),
        words_per_second=round(words / seconds, 1),
        bleu=bleu,
        chrf=chrf,
        signature=signature,
        engine=translator.identity.name,
        model=translator.identity.model,
        peak_mb=peak,
        machine=machine(),
    )


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


def _lines(path: Path) -> list[str]:
    """Return the lines of a file; they end at a newline only."""
    text = path.read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n")
