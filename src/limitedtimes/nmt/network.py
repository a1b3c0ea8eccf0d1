"""Which networks the engine supports: a model file's configuration, and the tensors that such a network has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Shapes = Mapping[str, tuple[int, ...]]

# What a setting must be for the network that we build; the first value is the one of a file that does not name it.
# Dropout ("d") does nothing in translation. None: a file must name it.
_REQUIRED: dict[str, tuple[str | None, ...]] = {
    "type": (None, "transformer"),
    "transformer-decoder-autoreg": (None, "rnn"),
    "dec-cell": (None, "ssru"),
    "transformer-postprocess": (None, "dan", "an"),
    "transformer-preprocess": ("", "d"),
    "transformer-postprocess-emb": ("", "d"),
    "transformer-postprocess-top": ("", "d"),
    "transformer-ffn-activation": (None, "relu"),
    "transformer-ffn-depth": ("2",),
    "transformer-decoder-ffn-depth": ("0", "2"),
    "transformer-no-projection": ("false",),
    "transformer-rnn-projection": ("false",),
    "transformer-pool": ("false",),
    "transformer-tied-layers": ("",),
    "transformer-train-position-embeddings": ("false",),
    "transformer-train-positions": ("false",),
    "layer-normalization": ("false",),
    "right-left": ("false",),
    "input-types": ("", "sequence sequence"),
    "output-omit-bias": ("false",),
    "lemma-dim-emb": ("0",),
    "lemma-dependency": ("",),
    "ulr": ("false",),
}
# Read elsewhere, or without effect on a network of this kind.
_FREE = re.compile(
    r"transformer-(heads|dim-ffn|decoder-dim-ffn|guided-alignment-layer|dim-aan|aan-.*|depth-scaling|dropout.*)"
)
_OFF = ("", "false", "0")
_SETTING = re.compile(r"([\w-]+):(?:[ \t]+(.*))?")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)")


class DefectError(Exception):
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


def configuration(raw: bytes, shapes: Shapes) -> Config:
    """Read a file's configuration; ``shapes`` are its tensors'. Raises DefectError where it is not supported."""
    settings = _settings(raw)
    _check_settings(settings)
    joint = _is_on(settings, "tied-embeddings-all") or _is_on(settings, "tied-embeddings-src")
    if not (_is_on(settings, "tied-embeddings-all") or _is_on(settings, "tied-embeddings")):
        raise DefectError("its output layer is not tied to its embedding, which is not supported")
    dim_ffn = _whole(settings, "transformer-dim-ffn")
    decoder_depth = _whole(settings, "dec-depth")
    layer = settings.get("transformer-guided-alignment-layer", "last")
    config = Config(
        dim_emb=_whole(settings, "dim-emb"),
        dim_ffn=dim_ffn,
        decoder_dim_ffn=_whole(settings, "transformer-decoder-dim-ffn", "0") or dim_ffn,
        encoder_depth=_whole(settings, "enc-depth"),
        decoder_depth=decoder_depth,
        heads=_whole(settings, "transformer-heads"),
        source_vocabulary=_rows(shapes, "Wemb" if joint else "encoder_Wemb"),
        target_vocabulary=_rows(shapes, "Wemb" if joint else "decoder_Wemb"),
        joint=joint,
        alignment_layer=decoder_depth if layer == "last" else _whole(settings, "transformer-guided-alignment-layer"),
    )
    _check_sizes(config, settings.get("dim-vocabs", ""))
    return config


def _settings(raw: bytes) -> dict[str, str]:
    """Read the part of YAML that Marian writes: scalars, and lists of scalars, which become words."""
    try:
        text = raw.rstrip(b"\0").decode()
    except UnicodeDecodeError:
        raise DefectError("its configuration is no UTF-8") from None
    settings: dict[str, str] = {}
    key = ""
    for line in filter(str.strip, text.split("\n")):
        if entry := _ENTRY.fullmatch(line):
            settings[key] = f"{settings.get(key, '')} {_scalar(entry[1])}".strip()
        elif setting := _SETTING.fullmatch(line):
            key = setting[1]
            if key in settings:
                raise DefectError(f"its configuration names {key} twice")
            settings[key] = _scalar(setting[2] or "")
        else:
            raise DefectError(f"its configuration has a line that cannot be read: {line[:80]!r}")
    return settings


def _scalar(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return " ".join(_scalar(entry) for entry in value[1:-1].split(",") if entry.strip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return "" if value in ("~", "null") else value


def _check_settings(settings: Mapping[str, str]) -> None:
    for key, (default, *others) in _REQUIRED.items():
        value = settings.get(key, default)
        if value is None:
            raise DefectError(f"its configuration does not name {key}")
        if value not in (default, *others):
            raise DefectError(f"{key} is {value!r} in it, which is not supported")
    for key, value in settings.items():
        if key.startswith("transformer-") and key not in _REQUIRED and value not in _OFF and not _FREE.fullmatch(key):
            raise DefectError(f"it uses {key}, which is not supported")


def _is_on(settings: Mapping[str, str], key: str) -> bool:
    value = settings.get(key, "false")
    if value not in ("true", "false"):
        raise DefectError(f"{key} is {value!r} in its configuration, not true or false")
    return value == "true"


def _whole(settings: Mapping[str, str], key: str, default: str = "") -> int:
    value = settings.get(key, default)
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise DefectError(f"{key} is {value!r} in its configuration, not a number")
    return int(value)


def _rows(shapes: Shapes, name: str) -> int:
    if name not in shapes:
        raise DefectError(f"it has no {name}")
    return shapes[name][0]


def _check_sizes(config: Config, vocabularies: str) -> None:
    sizes = (config.dim_emb, config.dim_ffn, config.decoder_dim_ffn, config.encoder_depth, config.decoder_depth)
    if min(*sizes, config.heads) < 1 or config.dim_emb % config.heads or config.dim_emb % 2:
        raise DefectError(f"its sizes make no network ({config})")
    if not 1 <= config.alignment_layer <= config.decoder_depth:
        raise DefectError(f"its alignment layer {config.alignment_layer} is none of its {config.decoder_depth} layers")
    stated = f"{config.source_vocabulary} {config.target_vocabulary}"
    if vocabularies not in ("", stated):
        raise DefectError(f"its vocabularies should have the sizes {vocabularies}, and its embeddings have {stated}")


def tensors(config: Config) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield name and shape of every tensor that the network has."""
    dim = config.dim_emb
    embeddings = {config.source_embedding: config.source_vocabulary, config.target_embedding: config.target_vocabulary}
    for name, size in embeddings.items():
        yield name, (size, dim)
    yield "decoder_ff_logit_out_b", (1, config.target_vocabulary)
    for layer in range(1, config.encoder_depth + 1):
        yield from _attention(f"encoder_l{layer}_self", dim)
        yield from _feed_forward(f"encoder_l{layer}_ffn", dim, config.dim_ffn)
    for layer in range(1, config.decoder_depth + 1):
        prefix = f"decoder_l{layer}_rnn"
        yield f"{prefix}_W", (dim, dim)
        yield f"{prefix}_Wf", (dim, dim)
        yield f"{prefix}_bf", (1, dim)
        yield from _norm(f"{prefix}_ffn", dim)
        yield from _attention(f"decoder_l{layer}_context", dim)
        yield from _feed_forward(f"decoder_l{layer}_ffn", dim, config.decoder_dim_ffn)


def _attention(prefix: str, dim: int) -> Iterator[tuple[str, tuple[int, int]]]:
    for part in "qkvo":
        yield f"{prefix}_W{part}", (dim, dim)
        yield f"{prefix}_b{part}", (1, dim)
    yield from _norm(f"{prefix}_Wo", dim)


def _feed_forward(prefix: str, dim: int, inner: int) -> Iterator[tuple[str, tuple[int, int]]]:
    yield f"{prefix}_W1", (dim, inner)
    yield f"{prefix}_b1", (1, inner)
    yield f"{prefix}_W2", (inner, dim)
    yield f"{prefix}_b2", (1, dim)
    yield from _norm(f"{prefix}_ffn", dim)


def _norm(prefix: str, dim: int) -> Iterator[tuple[str, tuple[int, int]]]:
    yield f"{prefix}_ln_scale", (1, dim)
    yield f"{prefix}_ln_bias", (1, dim)
