"""How often the topic of an article is told right, on articles with fewer and other labels than ours.

Our topics are folded onto the labels (``_FOLDED``). An article that is given a topic which the labels do not know (crime,
weather) is left out, and the share of these is told; one that is given none is wrong.
"""

from __future__ import annotations

import gzip
import json
import time
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from limitedtimes.errors import UsageError
from limitedtimes.rules.topics import judge
from limitedtimes.semantics.embed import StaticEmbedder
from limitedtimes.semantics.topics import TopicClassifier

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_FOLDED = {
    "business": ("economy", "labour"),
    "entertainment": ("culture_arts", "lifestyle", "human_interest"),
    "technology": ("science_technology",),
    "politics": ("politics", "conflict"),
    "health": ("health",),
    "religion": ("religion",),
    "sports": ("sport",),
}
_LABEL_OF = {topic: label for label, topics in _FOLDED.items() for topic in topics}
_CONFIDENT = 0.7  # share of the articles


class Told(NamedTuple):
    """An article's label, and what it was told to be; None: it abstained."""

    label: str
    topic: str | None
    probability: float

    @property
    def right(self) -> bool:
        """Whether the topic folds onto the label."""
        return _LABEL_OF.get(self.topic or "") == self.label


class Figures(TypedDict):
    """Shares between 0 and 1; ``confident`` is the accuracy on the most confident 70 %."""

    articles: int
    left_out: float
    abstained: float
    accuracy: float
    confident: float


class Report(Figures):
    """Figures over all rows, over the odd and the even ones, accuracy by label, processor time a text."""

    odd: Figures
    even: Figures
    labels: dict[str, float]
    ms: float


def run(file: Path) -> Report:
    """Measure on JSON lines of ``{"topic": LABEL, "title": ..., "text": ...}``, packed with gzip or not.

    Raises UsageError where a line is no such row or names a label that our topics are not folded onto.
    """
    rows = _rows(file)
    classifier = TopicClassifier(StaticEmbedder())
    classifier.probabilities("", "Warm.")
    started = time.process_time()
    told = [_told(classifier, row) for row in rows]
    seconds = time.process_time() - started
    of: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        of[one.label].append(one)
    return {
        **figures(told),
        "odd": figures(told[1::2]),
        "even": figures(told[::2]),
        "labels": {label: figures(every)["accuracy"] for label, every in sorted(of.items())},
        "ms": round(1000 * seconds / len(told), 3),
    }


def figures(told: Sequence[Told]) -> Figures:
    """Count what was told."""
    counted = [one for one in told if one.topic is None or one.topic in _LABEL_OF]
    surest = sorted(counted, key=lambda one: -one.probability)[: round(_CONFIDENT * len(counted))]
    return {
        "articles": len(told),
        "left_out": _share(len(told) - len(counted), len(told)),
        "abstained": _share(sum(one.topic is None for one in told), len(told)),
        "accuracy": _share(sum(one.right for one in counted), len(counted)),
        "confident": _share(sum(one.right for one in surest), len(surest)),
    }


def _share(part: int, whole: int) -> float:
    return round(part / max(whole, 1), 4)


def _rows(file: Path) -> list[dict[str, str]]:
    packed = file.suffix == ".gz"
    try:
        with gzip.open(file, "rt", encoding="utf-8") if packed else file.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
    except (OSError, EOFError, ValueError) as error:
        message = f"{file} cannot be read as JSON lines: {error}."
        raise UsageError(message) from error
    for number, row in enumerate(rows, 1):
        match row:
            case {"topic": str(label), "title": str(), "text": str()} if label in _FOLDED:
                continue
        message = f"Row {number} of {file} has no title, no text, or no topic among {', '.join(_FOLDED)}."
        raise UsageError(message)
    if not rows:
        message = f"{file} has no rows."
        raise UsageError(message)
    return rows


def _told(classifier: TopicClassifier, row: dict[str, str]) -> Told:
    judged = judge(classifier.probabilities(row["title"], row["text"]))
    return Told(row["topic"], judged.topic, judged.probability or 0.0)
