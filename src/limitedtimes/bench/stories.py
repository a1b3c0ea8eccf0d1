"""Measures grouping on a stream with known stories: how well, whatever the order, how fast."""

from __future__ import annotations

import gzip
import json
import time
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations, count
from random import Random
from statistics import median
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from limitedtimes.bench.joining import FOLDS, examples, fit, fold, topic, without
from limitedtimes.bench.machine import Machine, machine
from limitedtimes.errors import UsageError
from limitedtimes.semantics.embed import DIMENSION
from limitedtimes.semantics.grouping import Grouper
from limitedtimes.semantics.profile import SLOTS, Profile
from limitedtimes.storylines import grouped, in_english, parse_rows, profiled

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from limitedtimes.ports import Embedder, LanguageDetector, Translators
    from limitedtimes.rules.stories import Join
    from limitedtimes.storylines import Row

LIVE = (10_000, 100_000)
_SHUFFLES = 3
_TIMED = 100  # articles that are assigned while the clock runs
_VOCABULARY = 200_000  # terms of the synthetic stories
_TERMS, _NAMES, _FIGURES = 100, 16, 6  # of a synthetic article


class Scores(TypedDict):
    """B-cubed over the articles that have a story (Bagga and Baldwin, 1998); unrelated ones stand in the stream.

    ``strict_p`` also counts unrelated articles in a story as wrong.
    """

    b3_p: float
    b3_r: float
    b3_f1: float
    strict_p: float


class Report(TypedDict):
    """What ``bench group --json`` prints.

    ``b3_p``, ``b3_r`` and ``b3_f1`` are of coefficients fitted on the *other* fold's events (``held_out``: the folds' own);
    ``shipped`` is of those that ship, which were fitted on all of this stream. ``pairs``: the share of the pairs of articles
    of a story that were found together, by the languages of both. ``shuffled``: F1 with the articles of each hour in another
    order. ``per_second``: articles a second of processor time with and without embedding (and counting terms).
    ``assign_ms``: milliseconds for one article by the number of live stories.
    """

    articles: int
    b3_p: float
    b3_r: float
    b3_f1: float
    strict_p: float
    held_out: list[Scores]
    shipped: Scores
    pairs: dict[str, float]
    shuffled: list[float]
    per_second: float
    per_second_embedding: float
    assign_ms: dict[str, float]
    machine: Machine


Truth = dict[int, "str | None"]


def read_stream(file: Path) -> tuple[list[Row], Truth]:
    """Read rows with their true stories (null: none). Raises UsageError and LimitedTimesError."""
    try:
        data = file.read_bytes()
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8-sig")
    except (OSError, EOFError, ValueError) as error:
        message = f"{file} cannot be read: {error}."
        raise UsageError(message) from error
    lines = [line for line in text.split("\n") if line.strip()]
    rows = parse_rows(lines)
    truth = {number: json.loads(line).get("story") for number, line in enumerate(lines)}
    if not any(truth.values()):
        message = f'No row of {file} has a "story": there is nothing to measure against.'
        raise UsageError(message)
    return rows, truth


def run(
    file: Path,
    translators: Translators,
    detector: LanguageDetector,
    embedder: Embedder,
    live: Sequence[int] = LIVE,
) -> Report:
    """Group a stream. Raises UsageError where there is none, LimitedTimesError where a line is no row."""
    rows, truth = read_stream(file)
    english = in_english(rows, translators, detector)
    embedder.embed(["The weights are loaded before the clock starts."])
    started = time.process_time()
    profiles = profiled(english, embedder)
    profiling = time.process_time() - started
    started = time.process_time()
    story_of = grouped(profiles)
    grouping = time.process_time() - started
    held_out = cross_validated(profiles, truth)
    sizes = [sum(1 for one in truth if truth[one] and _fold(truth, one) == number) for number in range(FOLDS)]
    return Report(
        articles=len(rows),
        b3_p=_weighted([one["b3_p"] for one in held_out], sizes),
        b3_r=_weighted([one["b3_r"] for one in held_out], sizes),
        b3_f1=_weighted([one["b3_f1"] for one in held_out], sizes),
        strict_p=_weighted([one["strict_p"] for one in held_out], sizes),
        held_out=held_out,
        shipped=b_cubed(story_of, truth, [one for one in truth if truth[one]]),
        pairs=pairs(story_of, truth, [row.language or "und" for row in rows]),
        shuffled=[
            b_cubed(grouped(shuffled(profiles, seed)), truth, [one for one in truth if truth[one]])["b3_f1"]
            for seed in range(_SHUFFLES)
        ],
        per_second=round(len(rows) / max(grouping, 1e-9), 1),
        per_second_embedding=round(len(rows) / max(grouping + profiling, 1e-9), 1),
        assign_ms={str(number): assign_ms(number) for number in live},
        machine=machine(),
    )


def _fold(truth: Truth, article: int) -> int:
    return fold(topic(truth[article], article))


def _weighted(values: Sequence[float], sizes: Sequence[int]) -> float:
    return round(sum(value * size for value, size in zip(values, sizes, strict=True)) / max(sum(sizes), 1), 4)


def cross_validated(profiles: Sequence[Profile], truth: Truth) -> list[Scores]:
    """Score each fold's events with coefficients that were fitted on the other events, in the whole stream."""
    given = examples(profiles, truth)
    return [_held_out(profiles, truth, fit(without(given, number)), number) for number in range(FOLDS)]


def _held_out(profiles: Sequence[Profile], truth: Truth, join: Join, number: int) -> Scores:
    own = [one for one in truth if truth[one] and _fold(truth, one) == number]
    return b_cubed(grouped(profiles, join), truth, own)


def b_cubed(story_of: Mapping[int, int], truth: Mapping[int, str | None], articles: Collection[int]) -> Scores:
    """Score some of the articles that have a story, against all of them."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    true: defaultdict[str, set[int]] = defaultdict(set)
    for article, story in truth.items():
        found[story_of[article]].add(article)
        if story:
            true[story].add(article)
    precision = recall = strict = 0.0
    for article in articles:
        cluster, own = found[story_of[article]], true[truth[article] or ""]
        right = len(cluster & own)
        precision += right / sum(1 for one in cluster if truth[one])
        strict += right / len(cluster)
        recall += right / len(own)
    p, r, s = (total / max(len(articles), 1) for total in (precision, recall, strict))
    return Scores(
        b3_p=round(p, 4), b3_r=round(r, 4), b3_f1=round(2 * p * r / max(p + r, 1e-9), 4), strict_p=round(s, 4)
    )


def pairs(story_of: Mapping[int, int], truth: Truth, languages: Sequence[str]) -> dict[str, float]:
    """Return the share of same-story pairs that were found, by the languages of both: {"en": .., "en-pt": .., "pt": ..}."""
    every: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for one, other in combinations([article for article in truth if truth[article]], 2):
        if truth[one] == truth[other]:
            name = "-".join(sorted({languages[one], languages[other]}))
            every[name] += 1
            together[name] += story_of[one] == story_of[other]
    return {name: round(together[name] / every[name], 4) for name in sorted(every)}


def shuffled(profiles: Sequence[Profile], seed: int) -> list[Profile]:
    """Return the articles with those of each hour in another order."""
    random = Random(seed)  # noqa: S311  # chance that can be repeated
    hours: defaultdict[datetime, list[Profile]] = defaultdict(list)
    for one in profiles:
        hours[one.at.replace(minute=0, second=0, microsecond=0)].append(one)
    for of_hour in hours.values():
        random.shuffle(of_hour)
    return [one for hour in sorted(hours) for one in hours[hour]]


def assign_ms(live: int) -> float:
    """Return the median milliseconds of processor time that one article takes among so many live stories, made by chance."""
    chance = np.random.default_rng(live)
    now = datetime(2026, 3, 1, tzinfo=UTC)
    grouper = Grouper(count(1).__next__)
    made = (synthetic(number, chance, now) for number in count(1))
    for story, one in zip(range(-live, 0), made, strict=False):
        grouper.restore(story, [one])
    spent = []
    for one, _ in zip(made, range(_TIMED), strict=False):
        started = time.process_time()
        grouper.assign(one)
        spent.append(time.process_time() - started)
    return round(1000 * median(spent), 3)


def synthetic(number: int, chance: np.random.Generator, now: datetime) -> Profile:
    """Return an article of a story by itself: words as frequent as in any language (Zipf's law), a vector that leans one way."""
    ranks = np.minimum(chance.zipf(1.2, _TERMS), _VOCABULARY)
    slots = np.unique((ranks * 2_654_435_761 % SLOTS).astype(np.uint32))  # spread over the slots (Knuth's constant)
    weights = chance.random(len(slots)).astype(np.float32) + np.float32(0.5)
    vectors = chance.standard_normal((2, DIMENSION)).astype(np.float32) + np.float32(0.5)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    named = Profile(
        article_id=number,
        at=now - timedelta(hours=float(chance.random()) * 72),
        source_id=None,
        language="en",
        copy_of=None,
        words=300,
        dense=vectors[0],
        dense_lead=vectors[1],
        slots=slots,
        weights=weights / np.float32(np.linalg.norm(weights)),
        names={},
        figures=(),
    )
    names = {f"name {rank}": f"Name {rank}" for rank in np.minimum(chance.zipf(1.3, _NAMES), _VOCABULARY).tolist()}
    return replace(named, names=names, figures=tuple(map(str, chance.integers(1, 5_000, _FIGURES).tolist())))
