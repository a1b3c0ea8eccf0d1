"""The network of a Marian model in plain NumPy, one sentence at a time: what every faster engine is compared with.

Slow and simple on purpose. ``quantised`` multiplies as Marian's int8shiftAlphaAll does: what is multiplied with a matrix
is rounded by the file's own multiplier into -127 to 127, products are exact.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from limitedtimes.nmt.marian import Weights

    Array = NDArray[np.float32]

EOS = 0


@dataclass(frozen=True)
class Step:
    """One token chosen: its natural log-probability, how far its logit is above the next one's, its aligning attention,
    and the logits of all that were allowed.
    """

    id: int
    log_probability: float
    margin: float
    attention: Array
    logits: Array


class Reference:
    """One model. ``largest`` collects the largest absolute value that was multiplied with each matrix."""

    def __init__(self, weights: Weights, *, quantised: bool = False) -> None:
        self.weights = weights
        self.config = weights.config
        self.quantised = quantised
        self.largest: dict[str, float] = {}
        self._float32 = {name: weights.float32(name) for name in weights.tensors}

    def encode(self, ids: Sequence[int]) -> Array:
        """Encode source ids that end with EOS: (length, dim)."""
        x = self._embed(self.config.source_embedding, ids, 0)
        for layer in range(1, self.config.encoder_depth + 1):
            prefix = f"encoder_l{layer}"
            y, _ = self._attend(f"{prefix}_self", x, x)
            x = self._feed_forward(f"{prefix}_ffn", self._add_norm(f"{prefix}_self_Wo", x, y))
        return x

    def translate(
        self,
        ids: Sequence[int],
        *,
        allowed: NDArray[np.int32] | None = None,
        forced: Sequence[int] | None = None,
        longest: int = 256,
    ) -> list[Step]:
        """Decode greedily, or along ``forced`` (with its EOS), until EOS (which is the last step) or the longest allowed."""
        if allowed is None:
            allowed = np.arange(self.config.target_vocabulary, dtype=np.int32)
        context = self.encode(ids)
        states = [np.zeros((1, self.config.dim_emb), np.float32) for _ in range(self.config.decoder_depth)]
        steps: list[Step] = []
        while len(steps) < longest and not (steps and steps[-1].id == EOS):
            hidden, attention = self._step(steps[-1].id if steps else None, len(steps), states, context)
            logits = self._output(hidden, allowed)
            chosen = int(logits.argmax()) if forced is None else int(np.flatnonzero(allowed == forced[len(steps)])[0])
            top = float(logits[chosen])
            log_sum = top + math.log(np.exp(logits.astype(np.float64) - top).sum())
            margin = top - float(np.delete(logits, chosen).max())
            steps.append(Step(int(allowed[chosen]), top - log_sum, margin, attention, logits))
        return steps

    def _step(self, previous: int | None, position: int, states: list[Array], context: Array) -> tuple[Array, Array]:
        ids = [] if previous is None else [previous]
        x = self._embed(self.config.target_embedding, ids, position)
        alignment = np.zeros(0, np.float32)
        for layer in range(1, self.config.decoder_depth + 1):
            prefix = f"decoder_l{layer}"
            forget = 1 / (1 + np.exp(-self._linear(f"{prefix}_rnn_Wf", x, f"{prefix}_rnn_bf")))
            state = forget * states[layer - 1] + (1 - forget) * self._linear(f"{prefix}_rnn_W", x, None)
            states[layer - 1] = state.astype(np.float32)
            x = self._add_norm(f"{prefix}_rnn_ffn", x, np.maximum(state, 0))
            y, attention = self._attend(f"{prefix}_context", x, context)
            x = self._feed_forward(f"{prefix}_ffn", self._add_norm(f"{prefix}_context_Wo", x, y))
            if layer == self.config.alignment_layer:
                alignment = attention[0, 0]
        return x, alignment

    def _output(self, x: Array, allowed: NDArray[np.int32]) -> Array:
        name = self.config.target_embedding
        self._note("none", x)
        bias = self._float32["decoder_ff_logit_out_b"][0, allowed]
        multiplier = self.weights.output_multiplier if self.quantised else None
        product = self._product(x, name, multiplier, rows=allowed)
        return np.asarray(product[0] + bias, np.float32)

    def _embed(self, name: str, ids: Sequence[int], position: int) -> Array:
        """Embed ids at positions from ``position`` on; without ids, the nothing before the first target word."""
        dim = self.config.dim_emb
        rows = self._float32[name][np.array(ids, np.int64)] if len(ids) else np.zeros((1, dim), np.float32)
        frequencies = np.exp(-np.arange(dim // 2) * (math.log(10000) / (dim // 2 - 1)))
        angles = (position + np.arange(len(rows)))[:, None] * frequencies
        signal = np.concatenate([np.sin(angles), np.cos(angles)], axis=1)
        return np.asarray(rows * np.float32(math.sqrt(dim)) + signal, np.float32)

    def _attend(self, prefix: str, x: Array, memory: Array) -> tuple[Array, Array]:
        """Multi-head attention of x over memory, and its weights (heads, rows of x, rows of memory)."""
        heads, width = self.config.heads, self.config.dim_emb // self.config.heads
        q, k, v = (
            self._linear(f"{prefix}_W{part}", rows, f"{prefix}_b{part}").reshape(-1, heads, width).transpose(1, 0, 2)
            for part, rows in (("q", x), ("k", memory), ("v", memory))
        )
        scores = q @ k.transpose(0, 2, 1) / math.sqrt(width)
        weights = np.exp(scores - scores.max(-1, keepdims=True))
        weights = (weights / weights.sum(-1, keepdims=True)).astype(np.float32)
        joined = (weights @ v).transpose(1, 0, 2).reshape(len(x), -1)
        return self._linear(f"{prefix}_Wo", joined, f"{prefix}_bo"), weights

    def _feed_forward(self, prefix: str, x: Array) -> Array:
        inner = np.maximum(self._linear(f"{prefix}_W1", x, f"{prefix}_b1"), 0)
        return self._add_norm(f"{prefix}_ffn", x, self._linear(f"{prefix}_W2", inner, f"{prefix}_b2"))

    def _add_norm(self, prefix: str, x: Array, y: Array) -> Array:
        z = x + y
        centred = z - z.mean(-1, keepdims=True)
        normed = centred / np.sqrt((centred * centred).mean(-1, keepdims=True) + 1e-6)
        return np.asarray(normed * self._float32[f"{prefix}_ln_scale"] + self._float32[f"{prefix}_ln_bias"], np.float32)

    def _linear(self, matrix: str, x: Array, bias: str | None) -> Array:
        self._note(matrix, x)
        multiplier = self.weights.activation_multiplier(matrix) if self.quantised else None
        product = self._product(x, matrix, multiplier)
        return product if bias is None else np.asarray(product + self._float32[bias], np.float32)

    def _product(self, x: Array, name: str, multiplier: float | None, rows: NDArray[np.int32] | None = None) -> Array:
        """x times matrix ``name``, or times the transposed ``rows`` of it."""
        if multiplier is None:
            matrix = self._float32[name]
            return np.asarray(x @ (matrix if rows is None else matrix[rows].T), np.float32)
        tensor = self.weights.tensors[name]
        assert tensor.multiplier is not None
        quantised = np.clip(np.rint(x * np.float32(multiplier)), -127, 127)
        weights = (tensor.values if rows is None else tensor.values[rows].T).astype(np.float64)
        # Sums of products of bytes are far from 2^53: exact.
        return np.asarray((quantised.astype(np.float64) @ weights) / (multiplier * tensor.multiplier), np.float32)

    def _note(self, matrix: str, x: Array) -> None:
        self.largest[matrix] = max(self.largest.get(matrix, 0.0), float(np.abs(x).max()))
