"""The topic of an English text, by a linear model over its embedding and its words.

The model is regularised least squares on examples written for this project (tools/topics), one row of weights a topic
(Rifkin, Yeo and Poggio, "Regularized Least-Squares Classification", 2003); tools/train_topics.py makes its file anew.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from limitedtimes.semantics.terms import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from limitedtimes.ports import Embedder

WEIGHTS = Path(__file__).with_name("topics.json")
_MOST_CHARACTERS = 6_000  # as many as are embedded: about a thousand words


@dataclass(frozen=True, slots=True)
class _Model:
    """Linear in embedding and words: ``dense`` (dimension, topics) and ``sparse`` (words, topics) and ``bias`` give logits.

    ``rarity`` has the inverse document frequency of each word, in the order of the rows of ``sparse``.
    """

    topics: tuple[str, ...]
    bias: NDArray[np.float32]
    dense: NDArray[np.float32]
    rarity: Mapping[str, float]
    sparse: NDArray[np.float32]


class TopicClassifier:
    """Tells topics of English texts; the weights are loaded when it is first asked."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def probabilities(self, title: str, text: str) -> dict[str, float] | None:
        """Return the probability of each topic, all being equally frequent; None for a text that says nothing.

        Raises ModelMissingError where the embedder's weights are not here.
        """
        whole = document(title, text)
        (vector,) = self._embedder.embed([whole])
        model = self._model
        words = bag(whole, model.rarity)
        if not (words and vector.any()):
            return None
        rows = [self._rows[word] for word in words]
        logits = model.bias + vector @ model.dense + np.fromiter(words.values(), np.float32) @ model.sparse[rows]
        return dict(zip(model.topics, map(float, softmax(logits[np.newaxis])[0]), strict=True))

    @cached_property
    def _model(self) -> _Model:
        kept = json.loads(WEIGHTS.read_text(encoding="utf-8"))
        return _Model(
            tuple(kept["topics"]),
            np.array(kept["bias"], dtype=np.float32),
            np.array(kept["dense"], dtype=np.float32),
            {word: rarity for word, (rarity, _) in kept["words"].items()},
            np.array([weights for _, weights in kept["words"].values()], dtype=np.float32),
        )

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {word: row for row, word in enumerate(self._model.rarity)}


def document(title: str, text: str) -> str:
    """Return what is looked at of an article, in training and later: its headline and its text, as one line.

    After a line's end the embedding's tokenizer cuts words in another way than after a space; half a character (a lone
    surrogate), which JSON can hold, it refuses.
    """
    headline = title.rstrip(" .")
    whole = f"{headline}. {text}" if headline else text
    return " ".join(whole.encode("utf-8", "replace").decode().split())


def bag(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    """Return the known words of a text, weighted by frequency and rarity (sublinear TF-IDF) to a vector of length 1."""
    counted = terms(text[:_MOST_CHARACTERS], "en").weights
    words = {word: (1 + math.log(count)) * rarity[word] for word, count in counted.items() if word in rarity}
    length = math.hypot(*words.values()) or 1.0
    return {word: value / length for word, value in words.items()}


def softmax(logits: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return probabilities of rows of logits. Shape: (texts, topics)."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances: NDArray[np.floating] = powers / powers.sum(axis=1, keepdims=True)
    return chances
