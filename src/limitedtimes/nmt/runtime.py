"""A model's network, ready to run: its graphs in ONNX Runtime sessions that threads share."""

from __future__ import annotations

import contextlib
import functools
import os
import tempfile
import time
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import onnxruntime

from limitedtimes.nmt import graph, onnxfile
from limitedtimes.nmt.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from limitedtimes.nmt.marian import Weights

    Floats: TypeAlias = NDArray[np.float32]
    Ids: TypeAlias = NDArray[np.int32]

CPU = "CPUExecutionProvider"
# ONNX Runtime's fused "skip layer normalisation" is slower than its parts on processors.
_SLOWER = ["SkipLayerNormFusion", "EmbedLayerNormFusion"]
_ABANDONED = 600.0  # seconds after which nobody is still writing a file


class Network:
    """Encoder, decoder step and output layers of one model.

    ``cache`` is a folder for built graphs, ``key`` names this model's (the file's SHA-256). ``provider`` is an execution
    provider of ONNX Runtime; others than the processor's run in float32, since they know no int8 graphs.
    """

    def __init__(self, weights: Weights, key: str, cache: Path | None = None, provider: str = CPU) -> None:
        if provider not in onnxruntime.get_available_providers():
            known = ", ".join(onnxruntime.get_available_providers())
            message = f"This machine's ONNX Runtime cannot run models on {provider}; it knows {known}."
            raise ModelError(message)
        self.config = weights.config
        self.precision = graph.Precision(quantised=provider == CPU and weights.quantised, signed=_signed_is_exact())
        self._provider = provider
        name = f"{key}-{graph.FORMAT}-{self.precision.name}"
        self._encoder = self._load(f"{name}-encoder.onnx", cache, functools.partial(graph.encoder, weights))
        self._decoder = self._load(f"{name}-decoder.onnx", cache, functools.partial(graph.decoder, weights))
        self.output = graph.OutputWeights(weights, self.precision)
        self._scale = np.array(graph.embedding_scale(weights, self.config.target_embedding), np.float32)
        self._positions = graph.positions(self.config.dim_emb, 256)
        layers = range(1, self.config.decoder_depth + 1)
        self._memory = [f"{part}{layer}" for layer in layers for part in ("keys", "values")]
        self._states = [f"state{layer}" for layer in layers]
        self._next = ["hidden", "attention", *(f"next{layer}" for layer in layers)]

    def _load(
        self, name: str, cache: Path | None, build: Callable[[graph.Precision], bytes]
    ) -> onnxruntime.InferenceSession:
        path = cache / name if cache else None
        if path and path.is_file():
            # A damaged file is built again; a file that is there was written whole, so this is a disk's fault.
            with contextlib.suppress(Exception):
                return _session(path.read_bytes(), self._provider)
        model = build(self.precision)
        if path:
            _keep(path, model)
        return _session(model, self._provider)

    def positions(self, length: int) -> Floats:
        """Return the embeddings of positions 0 to ``length``, which grow as they are needed."""
        if length > len(self._positions):
            self._positions = graph.positions(self.config.dim_emb, 2 * length)
        return self._positions[:length]

    def encode(self, ids: Ids) -> list[Floats]:
        """Encode sentences of one length (batch, length), the end of the sentence included.

        Returns keys (batch, heads, width, length) and values (batch, heads, length, width) of each decoder layer in turn.
        """
        feed = {"ids": ids, "positions": self.positions(ids.shape[1])}
        return self._encoder.run(self._memory, feed)  # type: ignore[no-any-return]  # no types of its own

    def step(
        self, previous: Ids, position: int, mask: Floats, memory: Sequence[Floats], states: Sequence[Floats]
    ) -> tuple[NDArray[np.generic], Floats, list[Floats]]:
        """Run the decoder for one target position.

        ``previous`` (rows) are the tokens before it (ignored at position 0), ``mask`` (rows, 1, 1, length), ``memory`` as
        ``encode`` gives it, padded, ``states`` (rows, dim) for each layer. Returns what an output layer takes, the
        attention (rows, length), and the next states.
        """
        feed: dict[str, NDArray[np.generic]] = {"ids": previous, "mask": mask}
        feed |= zip(self._memory, memory, strict=True)
        feed |= zip(self._states, states, strict=True)
        feed["scale"] = self._scale if position else np.zeros((), np.float32)
        feed["position"] = self.positions(position + 1)[position]
        hidden, attention, *after = self._decoder.run(self._next, feed)
        return hidden, attention, after

    def output_layer(self, words: Ids) -> Callable[[NDArray[np.generic]], NDArray[np.generic]]:
        """Return the output layer for some target words: from hidden (rows, dim) to products (rows, words).

        ``self.output`` says what makes them logits.
        """
        matrix = self.output.cut(words)
        # Handed over beside the graph: inside it the matrix would be copied four times.
        values = {"matrix": onnxruntime.OrtValue.ortvalue_from_numpy(matrix)}
        session = _session(self.output.graph(len(words)), self._provider, values)

        def products(hidden: NDArray[np.generic]) -> NDArray[np.generic]:
            return session.run(None, {"hidden": hidden})[0]  # type: ignore[no-any-return]

        return products


def _session(
    model: bytes, provider: str, values: dict[str, onnxruntime.OrtValue] | None = None
) -> onnxruntime.InferenceSession:
    """Return a session; ``values`` are external constants of a graph that has nothing to optimise."""
    options = onnxruntime.SessionOptions()
    # A batch runs on one core; several batches run at once. That scales better than one batch on several.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if values:
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.add_external_initializers(list(values), list(values.values()))
    disabled = _SLOWER if provider == CPU else []
    return onnxruntime.InferenceSession(model, options, providers=[provider], disabled_optimizers=disabled)


def _keep(path: Path, model: bytes) -> None:
    """Write a graph whole or not at all. A cache that cannot be written costs time, nothing else."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        for left in path.parent.glob("*.part"):  # by a process that was killed
            if left.stat().st_mtime < time.time() - _ABANDONED:
                left.unlink(missing_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(model)
            os.replace(temporary, path)  # noqa: PTH105  # the name is a string
        except BaseException:
            os.unlink(temporary)  # noqa: PTH108
            raise


@functools.cache
def _signed_is_exact() -> bool:
    """Tell whether unsigned times signed bytes is exact here: x86-64 without VNNI adds pairs in 16 bits, which overflow."""
    size = 64
    nodes = [onnxfile.node("MatMulInteger", ["x", "w"], "y", "", {})]
    constants = [onnxfile.tensor("w", np.full((size, size), 127, np.int8))]
    inputs = [onnxfile.value_info("x", onnxfile.UINT8, "rows", size)]
    outputs = [onnxfile.value_info("y", onnxfile.INT32, "rows", size)]
    model = onnxfile.model(nodes, constants, inputs, outputs, ir_version=8, opsets={"": 17})
    (found,) = _session(model, CPU).run(None, {"x": np.full((size, size), 255, np.uint8)})
    return bool((found == 255 * 127 * size).all())
