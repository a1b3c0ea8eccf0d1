"""The archive's spelling of a name, from the votes of all its articles. Pure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from limitedtimes.rules.names.key import LONG, fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENOUGH = 2.0  # weight: some three mentions that the engine was sure of
_SHARE = 2 / 3  # of all votes for a name, to be its spelling
_AHEAD = 1.5  # times the old spelling's weight, to take its place: else it would change from night to night


def scope(key: str, language: str) -> str:
    """Return the language within which a key means one name; empty where it does so in all of them.

    Sander in German and Zander in French sound the same to a key; eight letters that do are one name.
    """
    return "" if len(key) >= LONG else language


def decide(weights: Mapping[str, float], present: str | None = None) -> str | None:
    """Return the spelling that the archive is sure of, given the weight of the votes for each; None where it is not.

    ``present`` is the spelling that was decided before: it stays until another has far more votes. Spellings that differ in
    diacritics alone vote together.
    """
    classes: dict[str, float] = defaultdict(float)
    for spelling, weight in weights.items():
        classes[fold(spelling)] += weight
    if not classes:
        return present
    best = max(sorted(classes), key=lambda one: classes[one])
    incumbent = fold(present) if present else best
    if incumbent == best:
        enough = present is not None or (classes[best] >= _ENOUGH and classes[best] >= _SHARE * sum(classes.values()))
        return present or (_heaviest(weights, best) if enough else None)
    far_ahead = classes[best] >= _AHEAD * classes[incumbent] and classes[best] >= classes[incumbent] + _ENOUGH
    return _heaviest(weights, best) if far_ahead else present


def _heaviest(weights: Mapping[str, float], folded: str) -> str:
    return max(sorted(one for one in weights if fold(one) == folded), key=lambda one: weights[one])


def losing(weights: Mapping[str, float], spelling: str) -> tuple[str, ...]:
    """Return the spellings that are not the archive's, those that differ in diacritics alone left out."""
    return tuple(sorted(one for one in weights if fold(one) != fold(spelling)))
