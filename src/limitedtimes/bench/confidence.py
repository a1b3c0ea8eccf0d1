"""Fits and measures the engine's confidence: the probability that a translation's chrF is 50 or more."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from limitedtimes.bench.translate import model_of, read_lines
from limitedtimes.errors import LimitedTimesError, UsageError
from limitedtimes.nmt import confidence
from limitedtimes.nmt.translator import Translator

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_BINS = 10  # of equal width
_RIDGE = 0.3  # keeps features that say nearly the same from pulling against each other


class Report(TypedDict):
    """What ``bench confidence --json`` prints. ``ece`` is the expected calibration error of what the program ships, on the
    half that it was not fitted on and on all lines; ``auc`` how well it tells good from bad there; ``good`` the share of
    good ones there. ``fitted`` are the coefficients that this run would ship, the constant last.
    """

    lines: int
    ece: float
    ece_all: float
    auc: float
    good: float
    fitted: list[float]
    shipped: list[float]


def run(source_language: str, source: Path, reference: Path) -> Report:
    """Translate the lines of a file, and compare the engine's confidence with how good each translation is.

    Half of the lines, by a hash of their text, fit the coefficients; the others measure what is shipped. Raises
    ModelMissingError, UsageError, and LimitedTimesError without sacrebleu.
    """
    lines, references = read_lines(source), read_lines(reference)
    if len(lines) != len(references):
        raise UsageError(f"{source} has {len(lines)} lines and {reference} {len(references)}: they must match.")
    translator = Translator(model_of(source_language))
    done = [answers[0] for answers in translator.translate(lines)]
    good = _chrf([one.text for one in done], references) >= confidence.THRESHOLD
    features = np.array([confidence.features(one) for one in done])
    fits = np.array([hashlib.sha256(line.encode()).digest()[0] % 2 == 0 for line in lines])
    shipped = np.array([confidence.estimate(one) for one in done])
    calibration = confidence.of(source_language, "en")
    return Report(
        lines=len(lines),
        ece=round(calibration_error(shipped[~fits], good[~fits]), 4),
        ece_all=round(calibration_error(shipped, good), 4),
        auc=round(_auc(shipped[~fits], good[~fits]), 4),
        good=round(float(good[~fits].mean()), 4),
        fitted=[round(float(value), 3) for value in _fit(features[fits], good[fits])],
        shipped=[*calibration.weights, calibration.constant],
    )


def _chrf(translations: list[str], references: list[str]) -> Floats:
    try:
        from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - for development only
    except ImportError as error:
        message = "Quality is measured with sacrebleu, which is not installed: `make install` in a checkout brings it."
        raise LimitedTimesError(message) from error
    metric = CHRF()
    pairs = zip(translations, references, strict=True)
    return np.array([metric.sentence_score(text, [reference]).score for text, reference in pairs])


def calibration_error(probabilities: Floats, outcomes: NDArray[np.bool_]) -> float:
    """Return the expected calibration error (Guo et al. 2017) over ten bins of equal width."""
    bins = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    gaps = [
        abs(probabilities[bins == number].mean() - outcomes[bins == number].mean()) * (bins == number).mean()
        for number in np.unique(bins)
    ]
    return float(sum(gaps))


def _auc(probabilities: Floats, outcomes: NDArray[np.bool_]) -> float:
    """Return how often a good translation has a higher probability than a bad one."""
    good, bad = probabilities[outcomes], probabilities[~outcomes]
    above = (good[:, None] > bad).mean() + 0.5 * (good[:, None] == bad).mean()
    return float(above)


def _fit(features: Floats, outcomes: NDArray[np.bool_]) -> Floats:
    """Fit a logistic regression by Newton's method: the weights, then the constant."""
    inputs = np.c_[features, np.ones(len(features))]
    weights = np.zeros(inputs.shape[1])
    ridge = _RIDGE * np.eye(inputs.shape[1])
    for _ in range(50):
        expected = 1 / (1 + np.exp(-(inputs @ weights)))
        gradient = inputs.T @ (expected - outcomes) + ridge @ weights
        curvature = (inputs * (expected * (1 - expected))[:, None]).T @ inputs + ridge
        weights -= np.linalg.solve(curvature, gradient)
    return weights
