"""How likely a translation is good enough to read: the probability that its chrF against a good one is 50 or more.

A logistic regression on what the model itself says: the log-probabilities of the tokens that it chose, and how many they
are. Fitted for a pair of languages on human translations (``limitedtimes bench confidence`` fits and measures it); other
pairs use the same coefficients and are not called calibrated.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from limitedtimes.nmt.translation import Translation

THRESHOLD = 50.0  # chrF
_LEAST = 1e-4  # no estimate is a certainty


@dataclass(frozen=True, slots=True)
class Calibration:
    """Coefficients for ``features``, and the constant."""

    weights: tuple[float, ...]
    constant: float


# By `limitedtimes bench confidence` on one half of NTREX-128, Portuguese to English.
_FITTED = {("pt", "en"): Calibration((1.264, 2.264, 0.933), -0.836)}
_DEFAULT = _FITTED["pt", "en"]


def is_calibrated(source: str, target: str) -> bool:
    """Tell whether estimates for a pair of languages were fitted on that pair."""
    return (source, target) in _FITTED


def of(source: str, target: str) -> Calibration:
    """Return the coefficients that are used for a pair of languages."""
    return _FITTED.get((source, target), _DEFAULT)


def features(translation: Translation) -> tuple[float, ...]:
    """Return what an estimate is made of: the mean log-probability of the tokens, that of their worst quarter, and the
    logarithm of their number.
    """
    scores = sorted(translation.log_probabilities) or [0.0]
    worst = scores[: max(1, len(scores) // 4)]
    return (sum(scores) / len(scores), sum(worst) / len(worst), math.log(len(scores)))


def estimate(translation: Translation, calibration: Calibration = _DEFAULT) -> float:
    """Return the probability, to four digits; 1 for what was kept."""
    if translation.kept:
        return 1.0
    pairs = zip(calibration.weights, features(translation), strict=True)
    score = calibration.constant + sum(weight * value for weight, value in pairs)
    return round(min(max(1 / (1 + math.exp(-score)), _LEAST), 1 - _LEAST), 4)
