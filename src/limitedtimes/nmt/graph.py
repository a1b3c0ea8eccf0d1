"""Builds ONNX graphs from a model's weights: the encoder, one step of the decoder, and output layers.

Tensors of tokens are two-dimensional wherever it goes, (tokens, width), so that a product is one matrix multiplication
for all sentences of a batch. With quantised weights a product is ``QuantizeLinear`` by the file's own scale, an int8
multiplication into int32, and one multiplication back; the inner layer of a feed-forward network stays in uint8, where
zero point 0 is its ReLU.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from limitedtimes.nmt import onnxfile
from limitedtimes.nmt.onnxfile import FLOAT, INT8, INT32, UINT8, value_info

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from limitedtimes.nmt.marian import Weights
    from limitedtimes.nmt.onnxfile import Attribute

_CONTRIB = "com.microsoft"
_OPSETS = {"": 17, _CONTRIB: 1}
_IR_VERSION = 8  # of opset 17's time, so that older runtimes load it, too
_EPSILON = 1e-6
_ZERO_POINT = np.uint8(128)  # int8shift: activations of -127 to 127 stand as 1 to 255
# The inner layer is never negative, so uint8 has room for half steps between Marian's 0 to 127.
_FINER = 2.0
_MOST = 255 * 127 * 127  # steps of a bias
_LARGE = 127  # what a bias that stands in a matrix is multiplied with
FORMAT = 2  # changes when the graphs of the same file do


@dataclass(frozen=True, slots=True)
class Precision:
    """How matrices are multiplied. ``quantised``: in int8; ``signed``: with signed weights, as VNNI, AMX and ARM want
    them. Older x86-64 processors saturate there and are exact with unsigned ones.
    """

    quantised: bool
    signed: bool = True

    @property
    def name(self) -> str:
        """A name for files."""
        return ("int8" if self.signed else "uint8") if self.quantised else "float32"


def positions(dim: int, length: int) -> NDArray[np.float32]:
    """Return the position embeddings (length, dim): sines, then cosines."""
    frequencies = np.exp(-np.arange(dim // 2) * (math.log(10000) / (dim // 2 - 1)))
    angles = np.arange(length)[:, None] * frequencies
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)


class _Graph:
    """Nodes and constants of a graph in the making."""

    def __init__(self, weights: Weights, precision: Precision) -> None:
        self.weights = weights
        self.precision = precision
        self.nodes: list[bytes] = []
        self.constants: dict[str, bytes] = {}

    def constant(self, value: NDArray[np.generic] | np.generic, name: str = "") -> str:
        array = np.ascontiguousarray(value).reshape(np.shape(value))
        name = name or f"{array.dtype.str}{array.shape}{array.tobytes().hex()}"  # small ones are shared
        if name not in self.constants:
            self.constants[name] = onnxfile.tensor(name, array)
        return name

    def add(self, operator: str, *inputs: str, name: str = "", **attributes: Attribute) -> str:
        output = name or f"{operator}{len(self.nodes)}"
        domain = _CONTRIB if operator in ("QGemm", "MatMulIntegerToFloat", "MultiHeadAttention") else ""
        self.nodes.append(onnxfile.node(operator, inputs, output, domain, attributes))
        return output

    def reshape(self, x: str, *shape: int, name: str = "") -> str:
        """Reshape; 0 keeps a dimension, -1 is what is left."""
        return self.add("Reshape", x, self.constant(np.array(shape, np.int64)), name=name)

    def scaled(self, tensor: str) -> float:
        multiplier = self.weights.tensors[tensor].multiplier
        assert multiplier is not None
        return 1 / multiplier

    def row(self, name: str) -> NDArray[np.float32]:
        return self.weights.float32(name).ravel()

    def embed(self, tensor: str, ids: str, scale: str) -> str:
        """Look ids up and multiply with ``scale`` (for int8 it holds the multiplier, too: see ``embedding_scale``)."""
        values = self.weights.tensors[tensor].values
        rows = self.add("Gather", self.constant(values, tensor), ids)
        if values.dtype != np.float32:
            rows = self.add("Cast", rows, to=FLOAT)
        return self.add("Mul", rows, scale)

    def quantise(self, x: str, step: float, zero: np.uint8 = _ZERO_POINT) -> str:
        return self.add("QuantizeLinear", x, self.constant(np.float32(step)), self.constant(zero))

    def linear(self, x: str, *matrices: str, biases: Sequence[str | None] = ()) -> list[str]:
        """Multiply x with matrices that all quantise it by the same scale, each with its bias: a row of outputs."""
        biases = biases or [None] * len(matrices)
        if not self.precision.quantised:
            return [self._float_linear(x, *pair) for pair in zip(matrices, biases, strict=True)]
        quantised: dict[float, str] = {}
        outputs = []
        for matrix, bias in zip(matrices, biases, strict=True):
            step = self.step(matrix)
            if step not in quantised:
                quantised[step] = self.quantise(x, step)
            outputs.append(self.multiply(quantised[step], step, _ZERO_POINT, matrix, bias))
        return outputs

    def step(self, matrix: str) -> float:
        """The width of one quantisation step of what ``matrix`` is multiplied with."""
        multiplier = self.weights.activation_multiplier(matrix)
        assert multiplier is not None
        return 1 / multiplier

    def multiply(self, x: str, step: float, zero: np.uint8, matrix: str, bias: str | None) -> str:
        """Multiply a quantised x with a matrix into float32."""
        inputs = [
            x,
            self.matrix(matrix),
            self.constant(np.float32(step)),
            self.constant(np.float32(self.scaled(matrix))),
        ]
        inputs += [self.constant(zero), self.constant(self._weight_zero())]
        if bias:
            inputs.append(self.constant(self.row(bias), bias))
        return self.add("MatMulIntegerToFloat", *inputs)

    def matrix(self, name: str) -> str:
        values = self.weights.tensors[name].values
        return self.constant(values if self.precision.signed else unsigned(values), name)

    def _weight_zero(self) -> np.generic:
        return np.int8(0) if self.precision.signed else np.uint8(128)

    def _float_linear(self, x: str, matrix: str, bias: str | None) -> str:
        y = self.add("MatMul", x, self.constant(self.weights.float32(matrix), matrix))
        return self.add("Add", y, self.constant(self.row(bias), bias)) if bias else y

    def feed_forward(self, x: str, prefix: str) -> str:
        w1, b1, w2, b2 = (f"{prefix}_{part}" for part in ("W1", "b1", "W2", "b2"))
        if self.precision.quantised:
            inner = self._quantised_relu(x, w1, b1, self.step(w2) / _FINER)
            y = self.multiply(inner, self.step(w2) / _FINER, np.uint8(0), w2, b2)
        else:
            (hidden,) = self.linear(x, w1, biases=[b1])
            (y,) = self.linear(self.add("Relu", hidden), w2, biases=[b2])
        return self.add_and_norm(x, y, f"{prefix}_ffn")

    def _quantised_relu(self, x: str, matrix: str, bias: str, out_step: float) -> str:
        """Multiply, add the bias and cut at zero, in integers throughout.

        The bias is rows of the matrix, for columns of constants behind x: added apart it costs an eighth of the product.
        """
        step, scale = self.step(matrix), self.scaled(matrix)
        rows = _bias_rows(_rounded(self.row(bias) / (step * scale)))
        values = np.concatenate([self.weights.tensors[matrix].values, rows])
        padded = self.quantise(x, step)
        for level, width in ((_LARGE, len(rows) - 1), (1, 1)):
            pads = self.constant(np.array([0, 0, 0, width], np.int64))
            padded = self.add("Pad", padded, pads, self.constant(np.uint8(_ZERO_POINT + level)))
        inputs = [padded, self.constant(np.float32(step)), self.constant(_ZERO_POINT)]
        inputs += [self.constant(values if self.precision.signed else unsigned(values), f"{matrix}_and_bias")]
        inputs += [self.constant(np.float32(scale)), self.constant(self._weight_zero())]
        inputs += [self.constant(np.float32(out_step)), self.constant(np.uint8(0))]
        return self.add("QLinearMatMul", *inputs)

    def add_and_norm(self, x: str, y: str, prefix: str, name: str = "") -> str:
        scale, bias = (
            self.constant(self.row(f"{prefix}_ln_{part}"), f"{prefix}_ln_{part}") for part in ("scale", "bias")
        )
        return self.add("LayerNormalization", self.add("Add", x, y), scale, bias, name=name, axis=-1, epsilon=_EPSILON)

    def serialise(self, inputs: Sequence[bytes], outputs: Sequence[bytes]) -> bytes:
        constants = self.constants.values()
        return onnxfile.model(self.nodes, constants, inputs, outputs, ir_version=_IR_VERSION, opsets=_OPSETS)


def _bias_rows(bias: NDArray[np.int32]) -> NDArray[np.int8]:
    """Write a bias as rows of int8 weights (rows, width): all but the last count 127 each, the last one counts one."""
    # Beyond what any product can reach there is nothing to add to.
    bias = np.clip(bias, -_MOST, _MOST)
    large = np.round(bias / _LARGE).astype(np.int32)
    count = -(-int(np.abs(large).max()) // _LARGE)
    count += -(count + 1) % 4  # products go by four
    rows = []
    left = large
    for _ in range(count):
        rows.append(np.clip(left, -_LARGE, _LARGE))
        left = left - rows[-1]
    return np.array([*rows, bias - _LARGE * large], np.int8)


def unsigned(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Return int8 values plus 128 as uint8."""
    return (values.view(np.uint8) ^ 0x80).astype(np.uint8, copy=False)


def encoder(weights: Weights, precision: Precision) -> bytes:
    """Return the encoder with the decoder's keys and values.

    Inputs: ``ids`` (batch, length) int32, all of one length, the end of the sentence included; ``positions`` (length,
    dim) float32. Outputs for each decoder layer: ``keys{l}`` (batch, heads, dim / heads, length) and ``values{l}``
    (batch, heads, length, dim / heads).
    """
    graph, config = _Graph(weights, precision), weights.config
    dim, heads = config.dim_emb, config.heads
    scale = graph.constant(np.float32(embedding_scale(weights, config.source_embedding)))
    embedded = graph.add("Add", graph.embed(config.source_embedding, "ids", scale), "positions")
    shape = graph.add("Shape", embedded)
    x = graph.reshape(embedded, -1, dim)
    for layer in range(1, config.encoder_depth + 1):
        prefix = f"encoder_l{layer}_self"
        parts = graph.linear(
            x, *(f"{prefix}_W{part}" for part in "qkv"), biases=[f"{prefix}_b{part}" for part in "qkv"]
        )
        attended = graph.add(
            "MultiHeadAttention", *(graph.add("Reshape", part, shape) for part in parts), num_heads=heads
        )
        (y,) = graph.linear(graph.reshape(attended, -1, dim), f"{prefix}_Wo", biases=[f"{prefix}_bo"])
        x = graph.feed_forward(graph.add_and_norm(x, y, f"{prefix}_Wo"), f"encoder_l{layer}_ffn")
    split = graph.add(
        "Concat",
        graph.add("Slice", shape, graph.constant(np.array([0], np.int64)), graph.constant(np.array([2], np.int64))),
        graph.constant(np.array([heads, dim // heads], np.int64)),
        axis=0,
    )
    outputs = []
    for layer in range(1, config.decoder_depth + 1):
        prefix = f"decoder_l{layer}_context"
        keys, values = graph.linear(x, f"{prefix}_Wk", f"{prefix}_Wv", biases=[f"{prefix}_bk", f"{prefix}_bv"])
        # The scale of attention is in the keys, so that no step has to apply it.
        scaled = graph.add("Mul", keys, graph.constant(np.float32(1 / math.sqrt(dim / heads))))
        graph.add("Transpose", graph.add("Reshape", scaled, split), name=f"keys{layer}", perm=[0, 2, 3, 1])
        graph.add("Transpose", graph.add("Reshape", values, split), name=f"values{layer}", perm=[0, 2, 1, 3])
        outputs.append(value_info(f"keys{layer}", FLOAT, "batch", heads, dim // heads, "length"))
        outputs.append(value_info(f"values{layer}", FLOAT, "batch", heads, "length", dim // heads))
    inputs = [value_info("ids", INT32, "batch", "length"), value_info("positions", FLOAT, "length", dim)]
    return graph.serialise(inputs, outputs)


def embedding_scale(weights: Weights, tensor: str) -> float:
    """Return what a row of an embedding's values is multiplied with: sqrt(dim), and the quantisation step."""
    return math.sqrt(weights.config.dim_emb) / (weights.tensors[tensor].multiplier or 1.0)


def decoder(weights: Weights, precision: Precision) -> bytes:
    """Return one step of the decoder.

    Inputs: ``ids`` (rows) int32, the previous tokens; ``scale`` () float32, 0 at the first step, else
    ``embedding_scale``; ``position`` (dim); ``mask`` (rows, 1, 1, length) float32, 0 where there is a source token and
    very negative elsewhere; ``keys{l}``, ``values{l}`` as the encoder gives them, padded; ``state{l}`` (rows, dim).
    Outputs: ``hidden`` (rows, dim), uint8 where quantised, for an output layer; ``attention`` (rows, length): of the head
    that was trained to align; ``next{l}`` (rows, dim).
    """
    graph, config = _Graph(weights, precision), weights.config
    dim, heads = config.dim_emb, config.heads
    x = graph.add("Add", graph.embed(config.target_embedding, "ids", "scale"), "position")
    inputs = [
        value_info("ids", INT32, "rows"),
        value_info("scale", FLOAT),
        value_info("position", FLOAT, dim),
        value_info("mask", FLOAT, "rows", 1, 1, "length"),
    ]
    outputs = [
        value_info("hidden", UINT8 if precision.quantised else FLOAT, "rows", dim),
        value_info("attention", FLOAT, "rows", "length"),
    ]
    for layer in range(1, config.decoder_depth + 1):
        prefix = f"decoder_l{layer}"
        x = _recurrent(graph, x, layer)
        x = _context(graph, x, layer)
        x = graph.feed_forward(x, f"{prefix}_ffn")
        inputs += [
            value_info(f"keys{layer}", FLOAT, "rows", heads, dim // heads, "length"),
            value_info(f"values{layer}", FLOAT, "rows", heads, "length", dim // heads),
            value_info(f"state{layer}", FLOAT, "rows", dim),
        ]
        outputs.append(value_info(f"next{layer}", FLOAT, "rows", dim))
    if precision.quantised:
        graph.add(
            "QuantizeLinear",
            x,
            graph.constant(np.float32(output_step(weights))),
            graph.constant(_ZERO_POINT),
            name="hidden",
        )
    else:
        graph.add("Identity", x, name="hidden")
    return graph.serialise(inputs, outputs)


def _recurrent(graph: _Graph, x: str, layer: int) -> str:
    """Simpler simple recurrent unit (Kim et al. 2019): c' = f c + (1 - f) W x, with f = sigmoid(Wf x + bf)."""
    prefix = f"decoder_l{layer}_rnn"
    gate, news = graph.linear(x, f"{prefix}_Wf", f"{prefix}_W", biases=[f"{prefix}_bf", None])
    forget = graph.add("Sigmoid", gate)
    state = graph.add(
        "Add", news, graph.add("Mul", forget, graph.add("Sub", f"state{layer}", news)), name=f"next{layer}"
    )
    return graph.add_and_norm(x, graph.add("Relu", state), f"{prefix}_ffn")


def _context(graph: _Graph, x: str, layer: int) -> str:
    config = graph.weights.config
    prefix, dim, heads = f"decoder_l{layer}_context", config.dim_emb, config.heads
    (query,) = graph.linear(x, f"{prefix}_Wq", biases=[f"{prefix}_bq"])
    scores = graph.add("MatMul", graph.reshape(query, -1, heads, 1, dim // heads), f"keys{layer}")
    attention = graph.add("Softmax", graph.add("Add", scores, "mask"), axis=-1)
    if layer == config.alignment_layer:
        first = graph.add("Gather", attention, graph.constant(np.int64(0)), axis=1)
        graph.add("Squeeze", first, graph.constant(np.array([1], np.int64)), name="attention")
    context = graph.reshape(graph.add("MatMul", attention, f"values{layer}"), -1, dim)
    (y,) = graph.linear(context, f"{prefix}_Wo", biases=[f"{prefix}_bo"])
    return graph.add_and_norm(x, y, f"{prefix}_Wo")


def output_step(weights: Weights) -> float:
    """Return the width of a quantisation step of the output layer's input."""
    multiplier = weights.output_multiplier
    assert multiplier is not None
    return 1 / multiplier


class OutputWeights:
    """The output layer's weights, from which layers for some words are cut.

    A logit is ``scale`` times the sum of a product of such a layer and the word's ``bias`` (vocabulary), both int32 where
    it is quantised; ``never`` is the bias of what is never chosen.
    """

    def __init__(self, weights: Weights, precision: Precision) -> None:
        tensor = weights.tensors[weights.config.target_embedding]
        bias = weights.float32("decoder_ff_logit_out_b").ravel()
        values: NDArray[np.generic] = tensor.float32
        self.precision = precision
        self.scale = np.float32(1)
        self.bias: NDArray[np.generic] = bias
        self.never: np.generic = np.float32(-1e9)
        if precision.quantised:
            assert tensor.multiplier is not None
            values = tensor.values if precision.signed else unsigned(tensor.values)
            step = output_step(weights)
            self.scale = np.float32(step / tensor.multiplier)
            self.bias, self.never = _rounded(bias * (tensor.multiplier / step)), np.int32(-(2**30))
        self._columns = np.ascontiguousarray(values.T)

    def cut(self, words: NDArray[np.int32]) -> NDArray[np.generic]:
        """Return the layer's matrix (dim, words) for some words."""
        # Every word is inside, so nothing is clipped; it only saves looking.
        return self._columns.take(words, axis=1, mode="clip")

    def graph(self, words: int) -> bytes:
        """Return a product for a number of words, whose matrix comes with the session.

        Input ``hidden`` (rows, dim) as the decoder gives it, output ``products`` (rows, words), int32 where quantised.
        """
        dim = len(self._columns)
        names, constants, kinds = ["hidden", "matrix"], [], (FLOAT, FLOAT, FLOAT)
        if self.precision.quantised:
            kinds = (UINT8, INT8 if self.precision.signed else UINT8, INT32)
            zeros = {"zero": _ZERO_POINT, "weight_zero": np.int8(0) if self.precision.signed else np.uint8(128)}
            constants = [onnxfile.tensor(name, np.asarray(value)) for name, value in zeros.items()]
            names += zeros
        operator = "MatMulInteger" if self.precision.quantised else "MatMul"
        return onnxfile.model(
            [onnxfile.node(operator, names, "products", "", {})],
            [*constants, onnxfile.external("matrix", (dim, words), kinds[1])],
            [value_info("hidden", kinds[0], "rows", dim)],
            [value_info("products", kinds[2], "rows", words)],
            ir_version=_IR_VERSION,
            opsets=_OPSETS,
        )


def _rounded(bias: NDArray[np.float32]) -> NDArray[np.int32]:
    """Return a bias in steps of a product of integers, within what can be added to one."""
    return np.clip(np.round(bias), -(2**30), 2**30).astype(np.int32)
