"""Make the weights of the topic classifier from the examples in tools/topics.

    python tools/train_topics.py           # writes src/limitedtimes/semantics/topics.json
    python tools/train_topics.py --check   # compares instead; exit 1 where they differ

A file of examples is named by its topic and holds one example a line: a headline, or a headline, `` | `` and text. The
weights are the one optimum of a convex problem, found in closed form and rounded, so the same examples give the same file.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from limitedtimes.semantics.embed import StaticEmbedder
from limitedtimes.semantics.terms import terms
from limitedtimes.semantics.topics import WEIGHTS, bag, document, softmax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

EXAMPLES = Path(__file__).with_name("topics")
# Chosen by judging each example by all others, and on the odd rows of a set of labelled news.
PENALTY = 1.5  # of squared weights
WORDS = 0.8  # how much similarity by words counts, that of embeddings being 1
LEAST_EXAMPLES = 2  # in which a word must stand
SCALES = np.arange(5.0, 40.0, 0.25)  # from scores to logits


def examples(folder: Path = EXAMPLES) -> list[tuple[str, str]]:
    """Return (topic, document), in the order of the files' names and lines."""
    return [
        (file.stem, document(*(part.strip() for part in f"{line} | ".split(" | ", 2)[:2])))
        for file in sorted(folder.glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def rarities(texts: Sequence[str]) -> dict[str, float]:
    """Return the inverse document frequency of the words that stand in more than one text, in alphabetical order."""
    counted = Counter(word for text in texts for word in terms(text, "en").weights)
    known = sorted(word for word, count in counted.items() if count >= LEAST_EXAMPLES)
    return {word: round(math.log(len(texts) / counted[word]), 3) for word in known}


def word_matrix(texts: Sequence[str], rarity: Mapping[str, float]) -> Matrix:
    """Return the bags of words as rows. Shape: (texts, words)."""
    columns = {word: column for column, word in enumerate(rarity)}
    matrix = np.zeros((len(texts), len(rarity)))
    for row, text in zip(matrix, texts, strict=True):
        for word, value in bag(text, rarity).items():
            row[columns[word]] = value
    return matrix


def fit(features: Matrix, targets: Matrix) -> tuple[Matrix, Matrix]:
    """Fit weights (features, topics), and judge each example by all others (examples, topics).

    The latter follows in closed form from the fit with all (Rifkin and Lippert, "Notes on Regularized Least Squares", 2007).
    """
    inverse = np.linalg.inv(features @ features.T + PENALTY * np.eye(len(features)))
    duals = inverse @ targets
    return features.T @ duals, targets - duals / np.diag(inverse)[:, np.newaxis]


def best_scale(scores: Matrix, right: NDArray[np.intp]) -> float:
    """Return the factor under which the right topics are likeliest: probabilities are calibrated on unseen examples."""
    rows = np.arange(len(right))
    return float(min(SCALES, key=lambda scale: -np.log(softmax(scale * scores)[rows, right]).mean()))


def train() -> tuple[str, str]:
    """Return the file's text, and a line on how well each example is judged by the others."""
    found = examples()
    topics = sorted({topic for topic, _ in found})
    right = np.array([topics.index(topic) for topic, _ in found])
    targets = np.eye(len(topics))[right] - 1 / len(topics)
    texts = [text for _, text in found]
    rarity = rarities(texts)
    vectors = StaticEmbedder().embed(texts).astype(np.float64)
    mean = vectors.mean(axis=0)
    factor = math.sqrt(WORDS)
    weights, unseen = fit(np.hstack([vectors - mean, factor * word_matrix(texts, rarity)]), targets)
    scale = best_scale(unseen, right)
    dense, sparse = scale * weights[: len(mean)], scale * factor * weights[len(mean) :]
    kept = {
        "topics": topics,
        "bias": (-mean @ dense).round(3).tolist(),
        "dense": dense.round(3).tolist(),
        "words": {
            word: (rarity[word], row) for word, row in zip(rarity, (sparse.round(2) + 0.0).tolist(), strict=True)
        },
    }
    remark = f"{len(found)} examples; left out, {(unseen.argmax(axis=1) == right).mean():.3f} right; scale {scale}"
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n", remark


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    check = parser.parse_args().check
    text, remark = train()
    print(remark)
    if not check:
        WEIGHTS.write_text(text, encoding="utf-8")
    elif text != WEIGHTS.read_text(encoding="utf-8"):
        sys.exit(f"{WEIGHTS} is not what the examples give.")


if __name__ == "__main__":
    main()
