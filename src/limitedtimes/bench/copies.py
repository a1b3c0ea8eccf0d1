"""Measures whether copies of a text are found: cut and edited by program, and among texts that are none.

Copies are found as the newsroom finds them: by the hashes that two sketches share, by the estimate from both, by the words.
"""

from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import TYPE_CHECKING, TypedDict

from limitedtimes.errors import UsageError
from limitedtimes.rules.languages import base
from limitedtimes.rules.snippets import UNSPACED_RUN
from limitedtimes.semantics.sketch import likely, same_text, sketch, words
from limitedtimes.store.copies import ASKED, SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

_CUT = 0.3  # share of a text that is left
_WHERE = {"beginning": 0.0, "middle": 0.5, "end": 1.0}
_WAYS = {"edited": ("replace", "drop", "insert"), "replaced": ("replace",)}
_EDITED = 0.15  # share of the words that are replaced, dropped, or followed by another
_UNIT = re.compile(rf"{UNSPACED_RUN.pattern[:-1]}{{1,3}}|\S+?(?=\s|$|{UNSPACED_RUN.pattern})")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of the input with its words and sketch; ``story`` is None where it belongs to none."""

    id: str
    language: str
    story: str | None
    text: str
    words: Sequence[str]
    sketch: Sequence[int]


class Report(TypedDict):
    """What ``bench copies --json`` prints. ``us`` is processor time of a text's words and sketch, in microseconds.

    ``too_short`` texts have no sketch, whole or cut, and are left out. ``found`` has the share of copies found by what was done
    to the text. ``false_per_1000`` is of pairs in one language that are of different stories. Pairs of one story count apart:
    some print the same agency's report, so ``pairs`` names all that were called copies, to be looked at.
    """

    texts: int
    too_short: int
    found: dict[str, float]
    missed: list[tuple[str, str]]
    other_pairs: int
    false_per_1000: float
    same_story_pairs: int
    same_story_per_1000: float
    pairs: list[tuple[str, str]]
    us: int


def run(file: Path, *, seed: int = 1) -> Report:
    """Measure on JSON lines with ``text`` and, where known, ``id``, ``language`` and ``story``; packed with gzip or not.

    Raises UsageError where the file holds no such rows.
    """
    rows = _rows(file)
    started = time.process_time()
    texts = [_text(row, number) for number, row in enumerate(rows)]
    seconds = time.process_time() - started
    long = [one for one in texts if all(sketch(words(_cut(one.text, where))) for where in _WHERE.values())]
    found, missed = _copies(long, Random(seed))  # noqa: S311  # chance that can be repeated
    same, other = _pairs_in_all(texts)
    called = _called_copies(texts)
    false = sum(1 for one, two in called if not _same_story(one, two))
    return Report(
        texts=len(texts),
        too_short=len(texts) - len(long),
        found={kind: round(share, 4) for kind, share in found.items()},
        missed=missed,
        other_pairs=other,
        false_per_1000=round(1000 * false / max(other, 1), 4),
        same_story_pairs=same,
        same_story_per_1000=round(1000 * (len(called) - false) / max(same, 1), 4),
        pairs=[(one.id, two.id) for one, two in called],
        us=round(1e6 * seconds / len(texts)),
    )


def _rows(file: Path) -> list[Mapping[str, str]]:
    with (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf-8") as lines:
        try:
            rows = [json.loads(line) for line in lines if line.strip()]
        except (ValueError, OSError) as error:
            message = f"{file} has no JSON lines: {error}"
            raise UsageError(message) from error
    if not rows or not all(isinstance(row, dict) and isinstance(row.get("text"), str) for row in rows):
        message = f'{file} has no rows with a text: JSON lines like {{"text": "...", "language": "pt"}}.'
        raise UsageError(message)
    return rows


def _text(row: Mapping[str, str], number: int) -> _Text:
    text = words(row["text"])
    name = str(row.get("id", number))
    return _Text(name, base(row.get("language", "")), row.get("story"), row["text"], text, sketch(text))


def _copies(texts: Sequence[_Text], random: Random) -> tuple[dict[str, float], list[tuple[str, str]]]:
    """Return the share found of each kind of copy, and what was missed."""
    others: dict[str, list[str]] = defaultdict(list)
    for one in texts:
        others[one.language] += _UNIT.findall(one.text)
    kinds: dict[str, Callable[[_Text], str]] = {
        **{f"cut_{name}": partial(lambda one, at: _cut(one.text, at), at=where) for name, where in _WHERE.items()},
        **{
            name: partial(lambda one, ways: _edited(one.text, others[one.language], random, ways), ways=ways)
            for name, ways in _WAYS.items()
        },
    }
    missed = [(kind, one.id) for kind, change in kinds.items() for one in texts if not _found(one, words(change(one)))]
    count = Counter(kind for kind, _ in missed)
    return {kind: 1 - count[kind] / max(len(texts), 1) for kind in kinds}, missed


def _cut(text: str, where: float) -> str:
    """Return ``_CUT`` of the words, from the beginning (0) to the end (1)."""
    units = [unit.span() for unit in _UNIT.finditer(text)]
    left = max(1, round(len(units) * _CUT))
    first = round((len(units) - left) * where)
    return text[units[first][0] : units[first + left - 1][1]] if units else ""


def _edited(text: str, others: Sequence[str], random: Random, ways: Sequence[str]) -> str:
    def changed(unit: re.Match[str]) -> str:
        if random.random() >= _EDITED:
            return unit[0]
        other = random.choice(others)
        return {"replace": other, "drop": "", "insert": f"{unit[0]} {other}"}[random.choice(ways)]

    return _UNIT.sub(changed, text)


def _found(original: _Text, copy: Sequence[str]) -> bool:
    """Tell whether a copy is found, whichever of the two came first."""
    ours, theirs = original.sketch, sketch(copy)
    shared = {*ours[:ASKED]} & {*theirs[:ASKED]}
    return len(shared) >= SHARED and likely(ours, theirs) and same_text(original.words, copy)


def _pairs_in_all(texts: Sequence[_Text]) -> tuple[int, int]:
    """Return how many pairs in one language are of one story, and how many are not."""
    pairs = sum(count * (count - 1) // 2 for count in Counter(one.language for one in texts).values())
    told = Counter((one.language, one.story) for one in texts if one.story)
    same = sum(count * (count - 1) // 2 for count in told.values())
    return same, pairs - same


def _called_copies(texts: Sequence[_Text]) -> list[tuple[_Text, _Text]]:
    """Return the pairs in one language that would be called copies, each text compared with those before it."""
    return [(other, one) for one, other in _candidates(texts) if same_text(one.words, other.words)]


def _candidates(texts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    before: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, one in enumerate(texts):
        shared = Counter(other for value in one.sketch[:ASKED] for other in before[one.language, value])
        for other, count in shared.items():
            if count >= SHARED and likely(one.sketch, texts[other].sketch):
                yield one, texts[other]
        for value in one.sketch[:ASKED]:
            before[one.language, value].append(place)


def _same_story(one: _Text, other: _Text) -> bool:
    return one.story is not None and one.story == other.story
