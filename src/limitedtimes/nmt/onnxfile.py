"""Writes ONNX models: the few messages of ``onnx.proto3`` that a graph of ours needs, as Protocol Buffers.

The ``onnx`` package would do it, too, and takes longer to import than a model takes to load; output layers are written
for every batch. Tests read with that package what is written here.
Sources: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3, https://protobuf.dev/programming-guides/encoding/
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

Attribute: TypeAlias = "int | float | Sequence[int]"

FLOAT, UINT8, INT8, INT32, INT64 = 1, 2, 3, 6, 7  # TensorProto.DataType
_TYPES = {
    np.dtype(np.float32): FLOAT,
    np.dtype(np.uint8): UINT8,
    np.dtype(np.int8): INT8,
    np.dtype(np.int32): INT32,
    np.dtype(np.int64): INT64,
}
_VARINT, _BYTES, _FIXED32 = 0, 2, 5  # wire types


def _varint(number: int) -> bytes:
    number &= 2**64 - 1  # a negative one stands as its two's complement
    parts = bytearray()
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    parts.append(number)
    return bytes(parts)


def _field(number: int, value: float | str | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3 | _VARINT) + _varint(value)
    if isinstance(value, float):
        return _varint(number << 3 | _FIXED32) + struct.pack("<f", value)
    data = value.encode() if isinstance(value, str) else value
    return b"".join((_varint(number << 3 | _BYTES), _varint(len(data)), data))


def _fields(number: int, values: Iterable[int | str | bytes]) -> bytes:
    return b"".join(_field(number, value) for value in values)


def tensor(name: str, value: NDArray[np.generic]) -> bytes:
    """Return a constant: a TensorProto."""
    head = _fields(1, value.shape) + _field(2, _TYPES[value.dtype]) + _field(8, name)
    return head + _field(9, value.tobytes())


def external(name: str, shape: Sequence[int], kind: int) -> bytes:
    """Return a constant whose value comes with the session: a TensorProto with external data."""
    nowhere = _field(13, _field(1, "location") + _field(2, name))
    return _fields(1, shape) + _field(2, kind) + _field(8, name) + nowhere + _field(14, 1)


def node(operator: str, inputs: Sequence[str], output: str, domain: str, attributes: Mapping[str, Attribute]) -> bytes:
    """Return a NodeProto with one output."""
    named = (_attribute(name, value) for name, value in attributes.items())
    return (
        _fields(1, inputs)
        + _field(2, output)
        + _field(3, output)
        + _field(4, operator)
        + _fields(5, named)
        + _field(7, domain)
    )


def _attribute(name: str, value: Attribute) -> bytes:
    if isinstance(value, int):
        return _field(1, name) + _field(3, value) + _field(20, 2)
    if isinstance(value, float):
        return _field(1, name) + _field(2, value) + _field(20, 1)
    return _field(1, name) + _fields(8, value) + _field(20, 7)


def value_info(name: str, kind: int, *shape: str | int) -> bytes:
    """Return an input or output: a ValueInfoProto; a dimension without a size has a name."""
    dimensions = (_field(2 if isinstance(one, str) else 1, one) for one in shape)
    type_proto = _field(1, _field(1, kind) + _field(2, _fields(1, dimensions)))
    return _field(1, name) + _field(2, type_proto)


def model(
    nodes: Iterable[bytes],
    constants: Iterable[bytes],
    inputs: Iterable[bytes],
    outputs: Iterable[bytes],
    *,
    ir_version: int,
    opsets: Mapping[str, int],
) -> bytes:
    """Return a ModelProto with one graph."""
    graph = _fields(1, nodes) + _field(2, "limitedtimes") + _fields(5, constants) + _fields(11, inputs)
    graph += _fields(12, outputs)
    versions = (_field(1, domain) + _field(2, version) for domain, version in opsets.items())
    return _field(1, ir_version) + _field(2, "limitedtimes") + _field(7, graph) + _fields(8, versions)
