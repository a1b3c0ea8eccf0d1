"""Reads Marian binary model files, version 1, as Firefox Translations publishes them.

The format (little endian): u64 version, u64 number of items, four u64 for each item (name length with its NUL, type,
number of dimensions, bytes of data), all names, all shapes (i32), u64 padding length and that many bytes, all data.
Source: ``src/common/binary.cpp`` of marian-dev. Every size is checked against the file before anything is done with it.
"""

from __future__ import annotations

import math
import re
import struct
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from limitedtimes.nmt.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

_VERSION = 1
_FLOAT32, _INTGEMM8 = 0x0404, 0x4101
_KINDS = {0x01: "int", 0x02: "uint", 0x04: "float", 0x41: "intgemm"}  # a type's high byte; the low one is bytes
_ALIGNMENT = 256  # Marian may pad a tensor's data to a multiple of this many bytes
_LARGEST = 1 << 30  # bytes; the largest published student has 60 MB
_SMALLEST = 1e-30  # a multiplier beyond is damage, and would overflow
_LONGEST_NAME = 256  # bytes, with its NUL
_MOST_DIMENSIONS = 4
_CONFIG = "special:model.yml"
_ALPHA = "_QuantMultA"
_LONGEST_CONFIG = 1 << 16  # bytes; published ones have 1,100

# What a setting must be for the network that we build; the first value is the one of a file that does not name it, and
# None says that it must. Dropout ("d") does nothing in translation.
_REQUIRED: dict[str, tuple[str | None, ...]] = {
    "type": (None, "transformer"),
    "transformer-decoder-autoreg": (None, "rnn"),
    "dec-cell": (None, "ssru"),
    "transformer-postprocess": (None, "dan", "an"),
    "transformer-ffn-activation": (None, "relu"),
    "transformer-ffn-depth": ("2",),
    "transformer-decoder-ffn-depth": ("0", "2"),
    "input-types": ("", "sequence sequence"),
    "lemma-dim-emb": ("0",),
    **{f"transformer-{key}": ("", "d") for key in ("preprocess", "postprocess-emb", "postprocess-top")},
    **dict.fromkeys(("transformer-tied-layers", "lemma-dependency"), ("",)),
    **dict.fromkeys(("layer-normalization", "right-left", "output-omit-bias", "ulr"), ("false",)),
}
# Other settings of transformers must be off, but for these: read below, or without effect on a network of this kind.
_FREE = re.compile(
    r"transformer-(heads|dim-ffn|decoder-dim-ffn|guided-alignment-layer|dim-aan|aan-.*|depth-scaling|dropout.*)"
)
_SETTING = re.compile(r"([\w-]+):(?:[ \t]+(.*))?")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)")

_Shape = tuple[int, ...]


class _DefectError(Exception):
    """What is wrong with a file, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the network's graph depends on. Sizes of vocabularies are rows of the embeddings.

    ``joint``: source, target and output share one embedding, ``Wemb``; else there are ``encoder_Wemb`` and
    ``decoder_Wemb``, and the output is tied to the latter. ``alignment_layer``: the decoder layer, from 1, whose first
    head was trained to be the word alignment.
    """

    dim_emb: int
    dim_ffn: int
    decoder_dim_ffn: int
    encoder_depth: int
    decoder_depth: int
    heads: int
    source_vocabulary: int
    target_vocabulary: int
    joint: bool
    alignment_layer: int

    @property
    def source_embedding(self) -> str:
        """The name of the tensor with a row for each source id."""
        return "Wemb" if self.joint else "encoder_Wemb"

    @property
    def target_embedding(self) -> str:
        """The name of the tensor with a row for each target id; transposed, the output layer."""
        return "Wemb" if self.joint else "decoder_Wemb"


@dataclass(frozen=True, slots=True)
class Tensor:
    """One item of a file. ``values`` is float32, or int8 as (rows, columns) of the weight; weight = int8 / ``multiplier``."""

    name: str
    shape: tuple[int, ...]
    values: NDArray[np.float32] | NDArray[np.int8]
    multiplier: float | None = None

    @property
    def float32(self) -> NDArray[np.float32]:
        """The weights themselves, dequantised."""
        values = self.values.astype(np.float32, copy=False)
        return values if self.multiplier is None else values * np.float32(1 / self.multiplier)


@dataclass(frozen=True, slots=True)
class Weights:
    """A model file whose tensors are complete and fit its configuration. The arrays are read-only views of the file."""

    path: Path
    config: Config
    tensors: Mapping[str, Tensor]

    @property
    def quantised(self) -> bool:
        """Whether every matrix is int8 and the file has the multiplier for what each is multiplied with."""
        matrices = {name for name, shape in _network(self.config) if shape[0] > 1}
        products = matrices - {self.config.source_embedding, self.config.target_embedding}
        return (
            self.output_multiplier is not None
            and all(self.tensors[name].multiplier is not None for name in matrices)
            and all(self.activation_multiplier(name) is not None for name in products)
        )

    def float32(self, name: str) -> NDArray[np.float32]:
        """Return a tensor's weights, dequantised."""
        return self.tensors[name].float32

    def activation_multiplier(self, name: str) -> float | None:
        """Return the multiplier that quantises what matrix ``name`` is multiplied with; None where the file has none."""
        alpha = self.tensors.get(name + _ALPHA)
        return None if alpha is None else _alpha(alpha)

    @property
    def output_multiplier(self) -> float | None:
        """The multiplier that quantises the input of the output layer; None where the file has none."""
        # With a shortlist Marian calls the output matrix "none", and that is what the published models were measured with.
        known = self.activation_multiplier("none")
        return known or self.activation_multiplier(self.config.target_embedding)


def read(path: Path) -> Weights:
    """Read a model. Raises ModelError where it is not a complete model of a kind that the engine supports."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            raise _DefectError(f"it is no file of at most {_LARGEST:,} bytes")
        tensors, text = _tensors(path.read_bytes())
        config = _config(text, tensors)
        _check(config, tensors)
    except OSError as error:
        message = f"The model file {path} cannot be read: {error.strerror or error}."
        raise ModelError(message) from error
    except _DefectError as defect:
        message = f"The model file {path} cannot be used: {defect}."
        raise ModelError(message) from None
    return Weights(path, config, tensors)


class _Item(NamedTuple):
    """One item's header, name and shape; ``offset`` and ``length`` are bytes of its data in the file."""

    name: str
    type: int
    shape: tuple[int, ...]
    offset: int
    length: int


def _tensors(data: bytes) -> tuple[dict[str, Tensor], bytes]:
    """Read every tensor by name, and the configuration's text."""
    tensors: dict[str, Tensor] = {}
    config = b""
    for item in _items(data):
        if item.name in tensors:
            raise _DefectError(f"it has {item.name} twice")
        if item.name == _CONFIG:
            config = data[item.offset : item.offset + item.length]
        elif not item.name.startswith("special:"):
            tensors[item.name] = _tensor(data, item)
    if not config:
        raise _DefectError(f"it has no {_CONFIG}, so it does not say what network it is")
    return tensors, config


def _items(data: bytes) -> Iterator[_Item]:
    if len(data) < 16:
        raise _DefectError("it is cut short")
    version, count = struct.unpack_from("<2Q", data)
    if version != _VERSION:
        raise _DefectError(f"it is no Marian model of version {_VERSION} (it begins with {version})")
    if count > (len(data) - 16) // 32:
        raise _DefectError(f"it is cut short, or claims too many tensors ({count})")
    headers = list(struct.iter_unpack("<4Q", data[16 : 16 + 32 * count]))
    if any(header[0] > _LONGEST_NAME or header[2] > _MOST_DIMENSIONS for header in headers):
        raise _DefectError("a tensor's name is too long, or it has too many dimensions")
    names = list(accumulate((header[0] for header in headers), initial=16 + 32 * count))
    shapes = list(accumulate((4 * header[2] for header in headers), initial=names[-1]))
    if shapes[-1] + 8 > len(data):
        raise _DefectError("it is cut short, or claims longer names and shapes than it holds")
    (padding,) = struct.unpack_from("<Q", data, shapes[-1])
    blobs = list(accumulate((header[3] for header in headers), initial=shapes[-1] + 8 + padding))
    if blobs[-1] != len(data):
        raise _DefectError(f"its tensors should end after {blobs[-1]} bytes, and it has {len(data)}")
    for header, name, shape, blob in zip(headers, pairwise(names), shapes, blobs, strict=False):
        dimensions = struct.unpack_from(f"<{header[2]}i", data, shape)
        yield _Item(_name(data[slice(*name)]), header[1], dimensions, blob, header[3])


def _name(raw: bytes) -> str:
    name = raw[:-1].decode(errors="replace")
    if raw[-1:] != b"\0" or not name.isprintable() or "\ufffd" in name:
        raise _DefectError(f"it has a tensor with the impossible name {raw!r}")
    return name


def _tensor(data: bytes, item: _Item) -> Tensor:
    if item.type not in (_FLOAT32, _INTGEMM8):
        kind = f"{_KINDS.get(item.type >> 8, 'kind')}{8 * (item.type & 0xFF)} ({item.type:#x})"
        raise _DefectError(f"{item.name} has the type {kind}, which is not supported")
    if not item.shape or min(item.shape) < 1:
        raise _DefectError(f"{item.name} has the impossible shape {item.shape}")
    count = math.prod(item.shape)
    needed = 4 * count if item.type == _FLOAT32 else count + 4
    if not needed <= item.length <= -(-needed // _ALIGNMENT) * _ALIGNMENT:
        raise _DefectError(f"{item.name} needs {needed} bytes for its shape {item.shape} and has {item.length}")
    if item.type == _INTGEMM8:
        return _quantised(data, item, count)
    values = np.frombuffer(data, "<f4", count, item.offset)
    if not np.isfinite(values).all():
        raise _DefectError(f"{item.name} has values that are no numbers")
    return Tensor(item.name, item.shape, values.reshape(item.shape))


def _quantised(data: bytes, item: _Item, count: int) -> Tensor:
    if len(item.shape) != 2:
        raise _DefectError(f"{item.name} is no matrix: its shape is {item.shape}")
    (multiplier,) = struct.unpack_from("<f", data, item.offset + count)
    if not _SMALLEST < multiplier < 1 / _SMALLEST:
        raise _DefectError(f"{item.name} has the quantisation multiplier {multiplier}")
    values = np.frombuffer(data, np.int8, count, item.offset)
    rows, columns = item.shape
    # Weights are stored transposed, as the right side of a product; embeddings are looked up by row.
    stored = values.reshape(item.shape) if item.name.endswith("Wemb") else values.reshape(columns, rows).T
    return Tensor(item.name, item.shape, stored, multiplier)


def _alpha(tensor: Tensor) -> float:
    # A quantised scalar has the multiplier 127 / value; its one int8 is left uninitialised by some versions of Marian.
    return float(tensor.values.flat[0]) if tensor.multiplier is None else 127 / tensor.multiplier


def _settings(raw: bytes) -> dict[str, str]:
    """Read the part of YAML that Marian writes: scalars, and lists of scalars, which become words."""
    if len(raw) > _LONGEST_CONFIG:
        raise _DefectError(f"its configuration is longer than {_LONGEST_CONFIG} bytes")
    settings: dict[str, str] = {}
    key = ""
    for line in filter(str.strip, raw.rstrip(b"\0").decode(errors="replace").split("\n")):
        if entry := _ENTRY.fullmatch(line):
            settings[key] = f"{settings.get(key, '')} {_scalar(entry[1])}".strip()
        elif setting := _SETTING.fullmatch(line):
            key = setting[1]
            if key in settings:
                raise _DefectError(f"its configuration names {key} twice")
            settings[key] = _scalar(setting[2] or "")
        else:
            raise _DefectError(f"its configuration has a line that cannot be read: {line[:80]!r}")
    return settings


def _scalar(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return " ".join(entry.strip(" \"'") for entry in value[1:-1].split(",") if entry.strip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return "" if value in ("~", "null") else value


def _config(text: bytes, tensors: Mapping[str, Tensor]) -> Config:
    settings = _settings(text)
    _check_settings(settings)
    joint = _is_on(settings, "tied-embeddings-all") or _is_on(settings, "tied-embeddings-src")
    if not (_is_on(settings, "tied-embeddings-all") or _is_on(settings, "tied-embeddings")):
        raise _DefectError("its output layer is not tied to its embedding, which is not supported")
    embeddings = ("Wemb", "Wemb") if joint else ("encoder_Wemb", "decoder_Wemb")
    if not tensors.keys() >= set(embeddings):
        raise _DefectError(f"it has no {' or no '.join(embeddings)}")
    dim_ffn, depth = _whole(settings, "transformer-dim-ffn"), _whole(settings, "dec-depth")
    last = settings.get("transformer-guided-alignment-layer", "last") == "last"
    config = Config(
        dim_emb=_whole(settings, "dim-emb"),
        dim_ffn=dim_ffn,
        decoder_dim_ffn=_whole(settings, "transformer-decoder-dim-ffn", "0") or dim_ffn,
        encoder_depth=_whole(settings, "enc-depth"),
        decoder_depth=depth,
        heads=_whole(settings, "transformer-heads"),
        source_vocabulary=tensors[embeddings[0]].shape[0],
        target_vocabulary=tensors[embeddings[1]].shape[0],
        joint=joint,
        alignment_layer=depth if last else _whole(settings, "transformer-guided-alignment-layer"),
    )
    _check_sizes(config, settings.get("dim-vocabs", ""))
    return config


def _check_settings(settings: Mapping[str, str]) -> None:
    for key, (default, *others) in _REQUIRED.items():
        value = settings.get(key, default)
        if value is None:
            raise _DefectError(f"its configuration does not name {key}")
        if value not in (default, *others):
            raise _DefectError(f"{key} is {value!r} in it, which is not supported")
    for key, value in settings.items():
        off = value in ("", "false", "0")
        if key.startswith("transformer-") and not (off or key in _REQUIRED or _FREE.fullmatch(key)):
            raise _DefectError(f"it uses {key}, which is not supported")


def _is_on(settings: Mapping[str, str], key: str) -> bool:
    value = settings.get(key, "false")
    if value not in ("true", "false"):
        raise _DefectError(f"{key} is {value!r} in its configuration, not true or false")
    return value == "true"


def _whole(settings: Mapping[str, str], key: str, default: str = "") -> int:
    value = settings.get(key, default)
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise _DefectError(f"{key} is {value!r} in its configuration, not a number")
    return int(value)


def _check_sizes(config: Config, vocabularies: str) -> None:
    dim, vocabulary = config.dim_emb, (config.source_vocabulary, config.target_vocabulary)
    depths = (config.dim_ffn, config.decoder_dim_ffn, config.encoder_depth, config.decoder_depth, config.heads)
    if min(depths) < 1 or dim < 4 or dim % config.heads or dim % 2 or min(vocabulary) < 2:
        raise _DefectError(f"its sizes make no network ({config})")
    if not 1 <= config.alignment_layer <= config.decoder_depth:
        raise _DefectError(f"its alignment layer is {config.alignment_layer} of {config.decoder_depth} layers")
    if vocabularies not in ("", "{} {}".format(*vocabulary)):
        raise _DefectError(f"its vocabularies should have {vocabularies} pieces, its embeddings {vocabulary}")


def _check(config: Config, tensors: Mapping[str, Tensor]) -> None:
    """Raise where a tensor is missing, has a shape that contradicts the configuration, or belongs to another network."""
    known = set()
    for name, shape in _network(config):
        tensor = tensors.get(name)
        if tensor is None:
            raise _DefectError(f"it has no {name}")
        if tensor.shape != shape:
            raise _DefectError(f"{name} should have the shape {shape} and has {tensor.shape}")
        if shape[0] == 1 and tensor.multiplier is not None:
            raise _DefectError(f"{name} should be float32")
        known.add(name)
    for name, tensor in tensors.items():
        if name.endswith(_ALPHA):
            if math.prod(tensor.shape) != 1 or not _SMALLEST < _alpha(tensor) < 1 / _SMALLEST:
                raise _DefectError(f"{name} is no positive number")
        elif name not in known:
            raise _DefectError(f"it has {name}, which no supported network has")


def _network(config: Config) -> Iterator[tuple[str, _Shape]]:
    """Name and shape of every tensor that the network has; a row (1, n) is a bias or a norm, and always float32."""
    dim = config.dim_emb
    yield config.source_embedding, (config.source_vocabulary, dim)
    yield config.target_embedding, (config.target_vocabulary, dim)
    yield "decoder_ff_logit_out_b", (1, config.target_vocabulary)
    for layer in range(1, config.encoder_depth + 1):
        yield from _attention(f"encoder_l{layer}_self", dim)
        yield from _feed_forward(f"encoder_l{layer}_ffn", dim, config.dim_ffn)
    for layer in range(1, config.decoder_depth + 1):
        prefix = f"decoder_l{layer}"
        yield from ((f"{prefix}_rnn_{part}", (dim, dim)) for part in ("W", "Wf"))
        yield from ((f"{prefix}_rnn_{part}", (1, dim)) for part in ("bf", "ffn_ln_scale", "ffn_ln_bias"))
        yield from _attention(f"{prefix}_context", dim)
        yield from _feed_forward(f"{prefix}_ffn", dim, config.decoder_dim_ffn)


def _attention(prefix: str, dim: int) -> Iterator[tuple[str, _Shape]]:
    yield from ((f"{prefix}_{part}", (dim, dim)) for part in ("Wq", "Wk", "Wv", "Wo"))
    yield from ((f"{prefix}_{part}", (1, dim)) for part in ("bq", "bk", "bv", "bo", "Wo_ln_scale", "Wo_ln_bias"))


def _feed_forward(prefix: str, dim: int, inner: int) -> Iterator[tuple[str, _Shape]]:
    yield from ((f"{prefix}_W1", (dim, inner)), (f"{prefix}_b1", (1, inner)), (f"{prefix}_W2", (inner, dim)))
    yield from ((f"{prefix}_{part}", (1, dim)) for part in ("b2", "ffn_ln_scale", "ffn_ln_bias"))
