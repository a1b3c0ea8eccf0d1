from __future__ import annotations

import numpy as np
import onnx
import pytest

from limitedtimes.nmt import graph, marian, onnxfile
from limitedtimes.nmt.models import carried


@pytest.fixture(scope="module")
def weights() -> marian.Weights:
    return marian.read(carried().model)


PRECISIONS = [graph.Precision(quantised=True), graph.Precision(True, signed=False), graph.Precision(quantised=False)]


@pytest.mark.parametrize("precision", PRECISIONS, ids=lambda one: one.name)
def test_graphs_are_onnx(weights: marian.Weights, precision: graph.Precision) -> None:
    encoder = onnx.load_from_string(graph.encoder(weights, precision))
    decoder = onnx.load_from_string(graph.decoder(weights, precision))
    assert [one.name for one in encoder.graph.output] == ["keys1", "values1", "keys2", "values2"]
    assert {"ids", "scale", "position", "mask", "keys1", "values2", "state1"} <= {i.name for i in decoder.graph.input}
    assert [one.name for one in decoder.graph.output] == ["hidden", "attention", "next1", "next2"]
    for model in (encoder, decoder):
        names = [name for node in model.graph.node for name in node.output]
        names += [one.name for one in model.graph.initializer] + [one.name for one in model.graph.input]
        assert len(set(names)) == len(names)
        assert {name for node in model.graph.node for name in node.input if name} <= set(names)


def test_what_is_written_is_read_by_the_onnx_package() -> None:
    constant = np.arange(6, dtype=np.int32).reshape(2, 3)
    node = onnxfile.node("Softmax", ["x"], "y", "", {"axis": -1, "epsilon": 0.5, "perm": [2, 0]})
    inputs = [onnxfile.value_info("x", onnxfile.FLOAT, "rows", 3)]
    outputs = [onnxfile.value_info("y", onnxfile.INT32)]
    tensors = [onnxfile.tensor("c", constant), onnxfile.external("e", (4, 2), onnxfile.INT8)]
    data = onnxfile.model([node], tensors, inputs, outputs, ir_version=8, opsets={"": 17, "com.microsoft": 1})
    model = onnx.load_from_string(data)
    assert (model.ir_version, [(one.domain, one.version) for one in model.opset_import]) == (
        8,
        [("", 17), ("com.microsoft", 1)],
    )
    (read,) = model.graph.node
    assert {one.name: onnx.helper.get_attribute_value(one) for one in read.attribute} == {
        "axis": -1,
        "epsilon": 0.5,
        "perm": [2, 0],
    }
    assert (onnx.numpy_helper.to_array(model.graph.initializer[0]) == constant).all()
    assert model.graph.initializer[1].data_location == onnx.TensorProto.EXTERNAL
    shape = model.graph.input[0].type.tensor_type.shape.dim
    assert (shape[0].dim_param, shape[1].dim_value) == ("rows", 3)


@pytest.mark.parametrize("largest", [0, 1, 63, 64, 127, 128, 31_000, 64_600, 1_000_000, 2**30])
def test_a_bias_in_a_matrix_is_the_bias(largest: int) -> None:
    bias = np.array([0, largest, -largest, largest // 2, 1, -1], np.int32)
    rows = graph._bias_rows(bias).astype(int)
    assert len(rows) % 4 == 0
    assert np.abs(rows).max() <= 127
    most = 255 * 127 * 127
    assert (127 * rows[:-1].sum(axis=0) + rows[-1] == np.clip(bias, -most, most)).all()
