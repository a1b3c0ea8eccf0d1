"""Static embeddings of English texts: the mean of one vector a token, so that a text costs a fraction of a millisecond.

The weights are WordLlama's (github.com/dleemiller/WordLlama, MIT: Llama 2's token embeddings, trained on for similarity
and cut to 256 dimensions). The package is only their carrier and is never imported: what it brings along needs a network.
"""

from __future__ import annotations

import json
from functools import cached_property
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from limitedtimes.errors import ModelMissingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

DIMENSION = 256
_CARRIER = "wordllama"
_WEIGHTS = "l2_supercat_256.safetensors"
_TOKENIZER = "l2_supercat_tokenizer_config.json"
_TENSOR = "embedding.weight"
_MOST_CHARACTERS = 6_000  # about a thousand words: what comes after says little more of what a text is about


class StaticEmbedder:
    """Embeds English texts (ports.Embedder); 20 MB of weights are loaded when it is first asked."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector: 256."""
        return DIMENSION

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text, of length 1; all zeros where a text says nothing. Shape: (texts, 256).

        A text's row is the same whatever its neighbours. Raises ModelMissingError where the weights are not here.
        """
        rows = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            if pieces := self._tokenizer.encode(text[:_MOST_CHARACTERS], add_special_tokens=False).ids:
                mean = self._weights[pieces].mean(axis=0, dtype=np.float32)
                # In double precision, so that it is the same to the last bit on every processor.
                row[:] = mean / max(float(np.linalg.norm(mean.astype(np.float64))), 1e-9)
        return rows

    @cached_property
    def _weights(self) -> NDArray[np.float16]:
        return read_tensor(_carried(_WEIGHTS), _TENSOR)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer  # noqa: PLC0415  # loaded with the weights, by those who embed

        tokenizer = Tokenizer.from_str(_carried(_TOKENIZER).read_text(encoding="utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer


def _carried(name: str) -> Path:
    """Return the path of a file of the carrier."""
    try:
        found = next((one for one in files(_CARRIER) or () if one.name == name), None)
    except PackageNotFoundError:
        found = None
    path = Path(str(found.locate())) if found else None
    if path is None or not path.is_file():
        message = f"{name} of the package {_CARRIER} is missing, without which articles are not grouped; install the program again."
        raise ModelMissingError(message)
    return path


def read_tensor(path: Path, name: str) -> NDArray[np.float16]:
    """Return a tensor of half-precision numbers out of a safetensors file: a length, a JSON header, the numbers.

    The format is huggingface.co/docs/safetensors, "Format". Raises ModelMissingError where the file is not so.
    """
    try:
        with path.open("rb") as file:
            size = int.from_bytes(file.read(8), "little")
            entry = json.loads(file.read(size))[name]
            start, end = entry["data_offsets"]
            file.seek(8 + size + start)
            data = file.read(end - start)
        if entry["dtype"] != "F16":
            raise ValueError(entry["dtype"])
        return np.frombuffer(data, dtype="<f2").reshape(entry["shape"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path} cannot be read as a safetensors file of half-precision numbers; install the program again."
        raise ModelMissingError(message) from error
