"""Learning when to join: replays of a stream with known stories, and the logistic regression that is fitted on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from limitedtimes.rules.stories import WINDOW, Evidence, Join
from limitedtimes.semantics.index import Index, Story

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from limitedtimes.semantics.profile import Profile

CUT = 0.4  # probability from which an article joins
FOLDS = 2
_LEARNED = tuple(name for name in Evidence._fields if name != "tags")  # no stream with known stories has keywords
_RIDGE = 3.0  # on weights of evidence that is scaled to a deviation of 1
_STEPS = 50  # of Newton's method, which needs about ten
_LENGTHS = (30, 20, 10)  # days of the streams that the same stories are told in anew: the published one's, and denser
_LASTS = (1, 2, 4)  # days that a story's articles come in


@dataclass(frozen=True, slots=True)
class Example:
    """An article beside a live story that came near it: whether it belongs there, and what speaks for it."""

    topic: str  # of the article; of an unrelated one, its own number
    belongs: bool
    evidence: Evidence


def topic(story: str | None, article_id: int) -> str:
    """Return what is kept in one fold: ECB+ has two events of each topic (``13_ecb``, ``13_ecbplus``), alike but for names."""
    return story.partition("_")[0] if story else f"alone {article_id}"


def fold(name: str) -> int:
    """Return the fold of a topic."""
    number = "".join(letter for letter in name if letter.isdigit())
    return int(number or "0") // 2 % FOLDS


def redated(profiles: Sequence[Profile], truth: Mapping[int, str | None], days: int, seed: int) -> list[Profile]:
    """Tell the same stories in another order, in so many days: what is learned must not hang on chance dates."""
    random = Random(seed)  # noqa: S311  # chance that can be repeated
    begin = min(one.at for one in profiles)
    starts = {story: random.random() * days for story in sorted({story for story in truth.values() if story})}
    moved = []
    for one in profiles:
        story = truth[one.article_id]
        day = starts[story] + random.random() * random.choice(_LASTS) if story else random.random() * days
        moved.append(replace(one, at=begin + timedelta(days=day)))
    return sorted(moved, key=lambda one: (one.at, one.article_id))


def examples(profiles: Sequence[Profile], truth: Mapping[int, str | None]) -> list[Example]:
    """Replay a stream and its retellings with the true assignments."""
    streams = [profiles, *(redated(profiles, truth, days, seed) for seed, days in enumerate(_LENGTHS))]
    return [example for stream in streams for example in _replay(stream, truth)]


def _replay(profiles: Sequence[Profile], truth: Mapping[int, str | None]) -> Iterator[Example]:
    index = Index()
    story_ids: dict[str, int] = {}
    for profile in profiles:
        for ended in [one.id for one in index if one.last < profile.at - WINDOW]:
            index.drop(ended)
        story = truth[profile.article_id]
        near = index.near(profile)
        for other, evidence in zip(near, index.evidence(profile, near), strict=True):
            belongs = story is not None and other.id == story_ids.get(story)
            yield Example(topic(story, profile.article_id), belongs, evidence)
        story_id = story_ids.setdefault(story, profile.article_id) if story else profile.article_id
        members = index[story_id].members if story_id in index else ()
        index.put(Story.of(story_id, [*members, profile]))


def fit(given: Sequence[Example]) -> Join:
    """Fit a logistic regression with a ridge by Newton's method; time may only ever speak against joining."""
    values = np.array([one.evidence[: len(_LEARNED)] for one in given])
    scale = values.std(axis=0) + 1e-9
    inputs = np.column_stack([(values - values.mean(axis=0)) / scale, np.ones(len(values))])
    weights = _newton(inputs, np.array([float(one.belongs) for one in given]))
    slopes = weights[:-1] / scale
    bias = float(weights[-1] - slopes @ values.mean(axis=0))
    named = {name: float(slope) for name, slope in zip(_LEARNED, slopes, strict=True)}
    named |= {name: min(named[name], 0.0) for name in ("days", "span")}
    return Join({name: round(slope, 3) for name, slope in named.items()}, round(bias, 3), CUT)


def _newton(inputs: NDArray[np.float64], targets: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.zeros(inputs.shape[1])
    ridge = np.append(np.full(inputs.shape[1] - 1, _RIDGE), 1e-6)  # none on the bias
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chances - targets) + ridge * weights
        curve = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def without(given: Sequence[Example], held_out: int) -> list[Example]:
    """Return the examples of all folds but one."""
    return [one for one in given if fold(one.topic) != held_out]
