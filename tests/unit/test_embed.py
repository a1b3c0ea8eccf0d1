from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from limitedtimes.errors import ModelMissingError
from limitedtimes.semantics import embed
from limitedtimes.semantics.embed import StaticEmbedder, read_tensor

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def embedder() -> StaticEmbedder:
    return StaticEmbedder()


def test_vectors_have_length_one_and_texts_about_the_same_are_near(embedder: StaticEmbedder) -> None:
    flood, water, football = embedder.embed(
        [
            "The river burst its banks and hundreds left their homes.",
            "Flooding forced families to leave their houses by the river.",
            "The striker scored twice in the cup final.",
        ]
    )
    assert np.linalg.norm(flood) == pytest.approx(1, abs=1e-5)
    assert flood @ water > 0.5 > flood @ football


def test_a_text_has_the_same_vector_whatever_its_neighbours(embedder: StaticEmbedder) -> None:
    alone = embedder.embed(["Harbour workers go on strike."])[0]
    among = embedder.embed(["x " * 500, "Harbour workers go on strike.", ""])[1]
    assert np.array_equal(alone, among)


@pytest.mark.parametrize("text", ["", "\n \t"])
def test_a_text_without_words_is_no_vector_of_trouble(embedder: StaticEmbedder, text: str) -> None:
    assert np.isfinite(embedder.embed([text])).all()


def test_no_texts_are_no_rows(embedder: StaticEmbedder) -> None:
    assert embedder.embed([]).shape == (0, embedder.dimension)


def test_missing_weights_are_an_error_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embed, "_CARRIER", "no-such-package-of-ours")
    with pytest.raises(ModelMissingError, match="install the program again"):
        StaticEmbedder().embed(["a text"])


def _safetensors(header: object, data: bytes) -> bytes:
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data


def test_a_tensor_is_read_by_the_format_of_safetensors(tmp_path: Path) -> None:
    numbers = np.arange(6, dtype="<f2").reshape(2, 3)
    header = {"other": {"dtype": "F16", "shape": [1], "data_offsets": [0, 2]}}
    header["it"] = {"dtype": "F16", "shape": [2, 3], "data_offsets": [2, 14]}
    (tmp_path / "w").write_bytes(_safetensors(header, b"\0\0" + numbers.tobytes()))
    assert np.array_equal(read_tensor(tmp_path / "w", "it"), numbers)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x05\0\0\0\0\0\0\0abcde",
        _safetensors({"it": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}, b"\0" * 4),
        _safetensors({"it": {"dtype": "F16", "shape": [9], "data_offsets": [0, 18]}}, b"\0" * 4),
        _safetensors({}, b""),
    ],
)
def test_a_file_that_is_no_such_tensor_is_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "w").write_bytes(content)
    with pytest.raises(ModelMissingError, match="cannot be read"):
        read_tensor(tmp_path / "w", "it")
