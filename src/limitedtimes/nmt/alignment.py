"""Word alignment from the attention between pieces."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Span = tuple[int, int]  # half open, in code points
Pair: TypeAlias = tuple[Span, Span]

# Attention that a word must give another to be its counterpart, as a share of what it gives in all. A word whose attention
# goes to the end of the sentence, or everywhere, has none.
_SURE = 0.22
# ... for a source word that no target word has chosen: less, since the other side was not asked.
_ENOUGH = 0.08


def align(
    source_words: Sequence[Span],
    source_pieces: Sequence[Span],
    target_words: Sequence[Span],
    target_pieces: Sequence[Span],
    attention: NDArray[np.float32],
) -> list[Pair]:
    """Pair words of a sentence with words of its translation, in target order.

    ``attention`` (target pieces, source pieces) is what each target piece gave each source piece; its rows sum to 1 with
    the end of the sentence, which is not in it. Every target word goes to the source word it attends to most, and to each
    other that gets as much as is sure; a source word left over goes to the target word that attends to it most.
    """
    if not source_words or not target_words or not attention.size:
        return []
    weights = _by_word(attention, target_words, target_pieces, source_words, source_pieces)
    chosen = weights >= np.maximum(_SURE, 0.5 * weights.max(axis=1, keepdims=True))
    lonely = np.flatnonzero(~chosen.any(axis=0))
    best = weights[:, lonely].argmax(axis=0)
    chosen[best, lonely] = weights[best, lonely] >= _ENOUGH
    return [
        (source_words[s], target_words[t]) for t, s in zip(*map(np.ndarray.tolist, np.nonzero(chosen)), strict=True)
    ]


def _by_word(
    attention: NDArray[np.float32],
    target_words: Sequence[Span],
    target_pieces: Sequence[Span],
    source_words: Sequence[Span],
    source_pieces: Sequence[Span],
) -> NDArray[np.float32]:
    """Return the attention (target words, source words): the mean over a target word's pieces, the sum over a source word's."""
    rows = _membership(target_words, target_pieces)
    rows /= np.maximum(rows.sum(axis=1, keepdims=True), 1)
    return (rows @ attention @ _membership(source_words, source_pieces).T).astype(np.float32, copy=False)


def _membership(words: Sequence[Span], pieces: Sequence[Span]) -> NDArray[np.float32]:
    """Return (words, pieces): 1 where a piece stands for the word, or for most of it."""
    # Pieces and words both come in order, so each is looked for from where the last one was found.
    member = np.zeros((len(words), len(pieces)), np.float32)
    word, last = 0, len(words) - 1
    for number, (start, end) in enumerate(pieces):
        if start == end:
            continue
        while word < last and words[word + 1][0] <= start:
            word += 1
        best = word
        if end > words[word][1]:  # of several words, the one that it has most of
            others = range(word, bisect_right(words, (end - 1, end)))
            best = max(others, key=lambda one: min(end, words[one][1]) - max(start, words[one][0]), default=word)
        member[best, number] = 1
    return member
