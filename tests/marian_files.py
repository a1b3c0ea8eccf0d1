"""Writes small Marian models with random weights: the binary file, vocabularies and a shortlist, as Mozilla publishes them.

Their texts are nonsense, but clear nonsense: the best next word is mostly far ahead of the second.
"""

from __future__ import annotations

import functools
import io
import math
import struct
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Literal

import numpy as np
import sentencepiece

import nmt_reference
from limitedtimes.nmt import marian

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[np.float32]]

FLOAT32, INTGEMM8, INT8 = 0x0404, 0x4101, 0x0101
SHORTLIST_MAGIC = 0xF11A48D5013417F5

Precision = Literal["int8", "float32"]

PORTUGUESE = """
O presidente disse na terça-feira que o governo vai aprovar o orçamento até ao fim do mês.
Mais de 2.200 pessoas morreram nas cheias, segundo as autoridades do país.
A polícia deteve três homens perto da estação de comboios de Lisboa.
Não há acordo entre os dois partidos sobre a reforma das pensões.
A empresa anunciou lucros de 1,5 milhões de euros no primeiro trimestre.
Os bombeiros combateram o incêndio durante toda a noite, com a ajuda de seis aviões.
O tribunal decidiu que a lei é contrária à Constituição.
“Estamos muito preocupados com a situação”, afirmou a ministra da Saúde.
O jogo terminou empatado a uma bola e a equipa continua em segundo lugar.
As escolas vão reabrir em setembro, mas os professores mantêm a greve.
O preço do petróleo subiu 3% depois da reunião de Viena.
Cientistas da universidade do Porto descobriram uma nova espécie de borboleta.
"""
ENGLISH = """
The president said on Tuesday that the government will approve the budget by the end of the month.
More than 2,200 people died in the floods, according to the country's authorities.
Police arrested three men near the railway station in Lisbon.
There is no agreement between the two parties on the pension reform.
The company announced profits of 1.5 million euros in the first quarter.
Firefighters fought the blaze throughout the night, with the help of six planes.
The court ruled that the law is contrary to the Constitution.
“We are very worried about the situation,” said the health minister.
The match ended in a draw and the team remains in second place.
Schools will reopen in September, but the teachers continue their strike.
The price of oil rose 3% after the meeting in Vienna.
Scientists at the University of Porto discovered a new species of butterfly.
"""
JAPANESE = """
大統領は火曜日、政府が月末までに予算を承認すると述べた。
当局によると、洪水で2200人以上が死亡した。
警察はリスボンの駅の近くで三人の男を逮捕した。
年金改革について二つの政党の間に合意はない。
会社は第一四半期に150万ユーロの利益を発表した。
消防隊は六機の飛行機の助けを借りて一晩中火災と戦った。
裁判所は法律が憲法に反すると判断した。
学校は九月に再開するが、教師はストライキを続ける。
"""


@dataclass(frozen=True)
class Architecture:
    """Sizes of a network. The decoder's inner layer is as wide as the encoder's unless it says otherwise."""

    dim_emb: int
    dim_ffn: int
    encoder_depth: int
    decoder_depth: int
    heads: int
    decoder_dim_ffn: int = 0


# Shaped like the published ones, an eighth of their size or less.
ARCHITECTURES = {
    "tiny": Architecture(64, 128, 6, 2, 8),
    "base-memory": Architecture(96, 128, 6, 4, 8),
    "base": Architecture(112, 144, 6, 2, 8),
}


@dataclass(frozen=True)
class Item:
    """One item of a Marian file as it is written, be it right or wrong."""

    name: str
    type: int
    shape: tuple[int, ...]
    data: bytes

    @staticmethod
    def float32(name: str, values: NDArray[np.float32]) -> Item:
        """A float32 tensor."""
        return Item(name, FLOAT32, values.shape, _padded(values.astype("<f4").tobytes()))

    @staticmethod
    def intgemm8(name: str, values: NDArray[np.float32]) -> Item:
        """A quantised matrix, transposed unless it is an embedding.

        Only half of int8's range is used: without VNNI, products of two large bytes are cut off at 16 bits, and so they
        are in fxtranslate.
        """
        multiplier = 63 / float(np.abs(values).max())
        quantised = np.rint(values * multiplier).astype(np.int8)
        stored = quantised if name.endswith("Wemb") else quantised.T
        return Item(name, INTGEMM8, values.shape, _padded(stored.tobytes() + struct.pack("<f", multiplier)))

    @staticmethod
    def intgemm8_scalar(name: str, value: float, integer: int = 127) -> Item:
        """A number as Marian quantises it: 127, and the multiplier says the rest. Some versions leave the 127 out."""
        return Item(name, INTGEMM8, (1, 1), _padded(struct.pack("<bf", integer, 127 / value)))

    @staticmethod
    def text(name: str, text: str) -> Item:
        """A text, ended by NUL."""
        data = text.encode() + b"\0"
        return Item(name, INT8, (len(data),), data)


def pack(items: Sequence[Item]) -> bytes:
    """Return a Marian binary file, version 1."""
    names = [item.name.encode() + b"\0" for item in items]
    head = struct.pack("<2Q", 1, len(items))
    for item, name in zip(items, names, strict=True):
        head += struct.pack("<4Q", len(name), item.type, len(item.shape), len(item.data))
    head += b"".join(names)
    head += b"".join(struct.pack(f"<{len(item.shape)}i", *item.shape) for item in items)
    padding = -(len(head) + 8) % 256
    return head + struct.pack("<Q", padding) + bytes(padding) + b"".join(item.data for item in items)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 256)


def settings(architecture: Architecture, sizes: tuple[int, int], *, joint: bool) -> dict[str, str]:
    """Return what such a model's ``special:model.yml`` says, by key."""
    return {
        "dec-cell": "ssru",
        "dec-depth": str(architecture.decoder_depth),
        "dim-emb": str(architecture.dim_emb),
        "dim-rnn": "1024",
        "dim-vocabs": f"\n  - {sizes[0]}\n  - {sizes[1]}",
        "enc-cell": "gru",
        "enc-cell-depth": "1",
        "enc-depth": str(architecture.encoder_depth),
        "enc-type": "bidirectional",
        "input-types": "[]",
        "layer-normalization": "false",
        "lemma-dim-emb": "0",
        "output-omit-bias": "false",
        "right-left": "false",
        "skip": "false",
        "tied-embeddings": "false" if joint else "true",
        "tied-embeddings-all": "true" if joint else "false",
        "tied-embeddings-src": "false",
        "transformer-decoder-autoreg": "rnn",
        "transformer-decoder-dim-ffn": str(architecture.decoder_dim_ffn),
        "transformer-decoder-ffn-depth": "0",
        "transformer-dim-aan": "2048",
        "transformer-dim-ffn": str(architecture.dim_ffn),
        "transformer-ffn-activation": "relu",
        "transformer-ffn-depth": "2",
        "transformer-guided-alignment-layer": "last",
        "transformer-heads": str(architecture.heads),
        "transformer-no-projection": "false",
        "transformer-pool": "false",
        "transformer-postprocess": "dan",
        "transformer-postprocess-emb": "d",
        "transformer-postprocess-top": '""',
        "transformer-preprocess": '""',
        "transformer-tied-layers": "[]",
        "transformer-train-position-embeddings": "false",
        "type": "transformer",
        "ulr": "false",
        "version": "v1.9.56 94aeaa46 2021-04-28 00:28:35 +0100",
    }


def yaml(values: Mapping[str, str]) -> str:
    """Return settings as Marian writes them."""
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def random_weights(architecture: Architecture, sizes: tuple[int, int], *, joint: bool, seed: int) -> Arrays:
    """Return random tensors of a network, by name, in Marian's order."""
    random = np.random.default_rng(seed)
    dim, decoder_ffn = architecture.dim_emb, architecture.decoder_dim_ffn or architecture.dim_ffn
    arrays: Arrays = {}

    def matrix(name: str, rows: int, columns: int, scale: float = 1.0) -> None:
        arrays[name] = random.normal(0, scale / math.sqrt(rows), (rows, columns)).astype(np.float32)

    def row(name: str, columns: int, middle: float = 0.0) -> None:
        arrays[name] = random.normal(middle, 0.1, (1, columns)).astype(np.float32)

    def norm(prefix: str) -> None:
        row(f"{prefix}_ln_scale", dim, 1.0)
        row(f"{prefix}_ln_bias", dim)

    def attention(prefix: str) -> None:
        for part in "qkvo":
            # Sharp attention that counts for much, so that texts depend on their sources.
            matrix(f"{prefix}_W{part}", dim, dim, 2.0)
            row(f"{prefix}_b{part}", dim)
        norm(f"{prefix}_Wo")

    def feed_forward(prefix: str, inner: int) -> None:
        matrix(f"{prefix}_W1", dim, inner)
        row(f"{prefix}_b1", inner)
        matrix(f"{prefix}_W2", inner, dim)
        row(f"{prefix}_b2", dim)
        norm(f"{prefix}_ffn")

    embeddings = {"Wemb": sizes[0]} if joint else {"encoder_Wemb": sizes[0], "decoder_Wemb": sizes[1]}
    for name, rows in embeddings.items():
        arrays[name] = random.normal(0, 1.2 / math.sqrt(dim), (rows, dim)).astype(np.float32)
    row("decoder_ff_logit_out_b", sizes[1])
    for layer in range(1, architecture.encoder_depth + 1):
        attention(f"encoder_l{layer}_self")
        feed_forward(f"encoder_l{layer}_ffn", architecture.dim_ffn)
    for layer in range(1, architecture.decoder_depth + 1):
        matrix(f"decoder_l{layer}_rnn_W", dim, dim)
        matrix(f"decoder_l{layer}_rnn_Wf", dim, dim)
        row(f"decoder_l{layer}_rnn_bf", dim)
        norm(f"decoder_l{layer}_rnn_ffn")
        attention(f"decoder_l{layer}_context")
        feed_forward(f"decoder_l{layer}_ffn", decoder_ffn)
    # Embeddings are small, so that positions count; so what meets them at the output must be large. It is negative, since
    # what is left of the word before would make the same word the next one.
    arrays[f"decoder_l{architecture.decoder_depth}_ffn_ffn_ln_scale"] *= -6
    return arrays


def make_copying(arrays: Arrays, architecture: Architecture, meanings: Sequence[int]) -> None:
    """Change random weights so that target word p is what source word p means (the target id of each source id).

    Attention goes to the source word at the same position: queries and keys are the first few sines and cosines. What is
    read there is added to the output in full; all else the network does is noise beside it.
    """
    dim, width = architecture.dim_emb, architecture.dim_emb // architecture.heads
    places = [half + wave for wave in range(4) for half in (0, dim // 2)]
    zero = dim // 2 - 1  # the slowest sine; what normalisation takes off all dimensions alike shows here
    for name in arrays:
        values = arrays[name]
        if name.endswith(("_Wo", "_W2", "_rnn_W")):
            values *= 0.02
        if name.endswith(("_Wo", "_W2", "_rnn_W", "_bo", "_b2", "_ln_bias", "Wemb")):
            values[:, [*places, zero]] = 0
        if name.endswith("_ln_scale"):
            values[:, [*places, zero]] = 1
        if name.endswith("Wemb"):  # alike in length, so that normalisation leaves all positions alike
            values *= 1.2 / np.linalg.norm(values, axis=1, keepdims=True)
    if "decoder_Wemb" in arrays:
        arrays["decoder_Wemb"][list(meanings)] = arrays["encoder_Wemb"][: len(meanings)]
    meaning = np.eye(dim, dtype=np.float32)
    meaning[:, [*places, zero]] = 0
    for layer in range(1, architecture.decoder_depth + 1):
        prefix = f"decoder_l{layer}_context"
        for matrix in (arrays[f"{prefix}_Wq"], arrays[f"{prefix}_Wk"]):
            matrix[:] = 0
            for head in range(architecture.heads):
                columns = np.arange(len(places)) + head * width
                matrix[places, columns] = 10
                matrix[zero, columns] = -10
        arrays[f"{prefix}_Wv"][:] = meaning + arrays[f"{prefix}_Wv"] * np.float32(0.1)
        arrays[f"{prefix}_Wo"][:] = meaning * 4
        # The position gets smaller as meaning is added, and the next layer wants it, too.
        arrays[f"{prefix}_Wo_ln_scale"][:, [*places, zero]] = 4
    last = f"decoder_l{architecture.decoder_depth}_ffn_ffn_ln_scale"
    arrays[last][:] = np.abs(arrays[last])


def float_items(arrays: Arrays, config: Mapping[str, str]) -> list[Item]:
    """Return the items of a float32 model."""
    items = [Item.float32(name, values) for name, values in sorted(arrays.items())]
    return [*items, Item.text("special:model.yml", yaml(config))]


def quantised_items(arrays: Arrays, config: Mapping[str, str], largest: Mapping[str, float]) -> list[Item]:
    """Return the items of an intgemm8 model with alphas; ``largest`` as ``Reference`` collects it."""
    items = []
    for name, values in sorted(arrays.items()):
        if values.shape[0] == 1:
            items.append(Item.float32(name, values))
            continue
        items.append(Item.intgemm8(name, values))
        # A fifth more than was seen, so that hardly anything is cut off.
        alpha = 127 / (1.2 * largest.get(name, largest["none"]))
        if name == "decoder_Wemb":
            items.append(Item.intgemm8_scalar(f"{name}_QuantMultA", alpha))
        elif name == "Wemb":
            items.append(Item.intgemm8_scalar(f"{name}_QuantMultA", alpha, integer=5))
            items.append(Item.float32("none_QuantMultA", np.full((1, 1), alpha, np.float32)))
        elif name != "encoder_Wemb":
            items.append(Item.float32(f"{name}_QuantMultA", np.full((1, 1), alpha, np.float32)))
    return [*items, Item.text("special:model.yml", yaml(config))]


@functools.cache
def vocabulary(text: str, size: int = 300, *, byte_fallback: bool = False, eos: int = 0, unknown: int = 1) -> bytes:
    """Train a SentencePiece model of some ``size`` pieces on a text's lines."""
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(text.strip().split("\n")),
        model_writer=written,
        vocab_size=size + 256 * byte_fallback,
        model_type="unigram",
        character_coverage=1.0,
        eos_id=eos,
        unk_id=unknown,
        bos_id=-1,
        pad_id=-1,
        byte_fallback=byte_fallback,
        hard_vocab_limit=False,
        num_threads=1,
        minloglevel=2,
    )
    return written.getvalue()


def shortlist(rows: Sequence[Iterable[int]], first: int) -> bytes:
    """Return a binary shortlist: target ids for each source id, and how many first words always count."""
    lists = [sorted(row) for row in rows]
    offsets = np.cumsum([0, *map(len, lists)])
    header = struct.pack("<6Q", SHORTLIST_MAGIC, 0, first, max(map(len, lists)), len(offsets), offsets[-1])
    return header + offsets.astype("<u8").tobytes() + np.array(list(chain.from_iterable(lists)), "<u4").tobytes()


def write_model(
    folder: Path,
    pair: str = "pten",
    architecture: str = "tiny",
    precision: Precision = "int8",
    *,
    joint: bool = True,
    with_shortlist: bool = True,
    copying: bool = False,
    seed: int = 0,
) -> Path:
    """Write a model into ``folder`` with the names that ``nmt.models`` expects; returns the model file's path.

    ``copying``: it gives back the source word by word (with two vocabularies, some word for each) and its attention is
    the diagonal; else its texts are nonsense.
    """
    random = np.random.default_rng(seed)
    source = vocabulary(PORTUGUESE + ENGLISH if joint else JAPANESE)
    target = source if joint else vocabulary(ENGLISH)
    names = ["vocab", "vocab"] if joint else ["srcvocab", "trgvocab"]
    for name, data in zip(names, (source, target), strict=True):
        (folder / f"{name}.{pair}.spm").write_bytes(data)
    processors = [sentencepiece.SentencePieceProcessor.from_proto(data) for data in (source, target)]
    sizes = (processors[0].get_piece_size(), processors[1].get_piece_size())
    meanings = [0, 1, *(2 + random.permutation(sizes[1] - 2)[: sizes[0] - 2])]
    if with_shortlist:
        rows = [{meaning, *random.integers(sizes[1], size=12).tolist()} for meaning in meanings]
        (folder / f"lex.50.50.{pair}.s2t.bin").write_bytes(shortlist(rows, first=20))
    shape = ARCHITECTURES[architecture]
    arrays = random_weights(shape, sizes, joint=joint, seed=seed)
    if copying:
        make_copying(arrays, shape, meanings)
    config = settings(shape, sizes, joint=joint)
    path = folder / f"model.{pair}.intgemm.alphas.bin"
    path.write_bytes(pack(float_items(arrays, config)))
    reference = nmt_reference.Reference(marian.read(path))
    text = PORTUGUESE if joint else JAPANESE
    sentences = [[*processors[0].encode(line), nmt_reference.EOS] for line in text.strip().split("\n")]
    ending = _ending(reference, sentences)
    if not copying:
        arrays["decoder_ff_logit_out_b"][0, nmt_reference.EOS] += ending
    items = (
        float_items(arrays, config) if precision == "float32" else quantised_items(arrays, config, reference.largest)
    )
    path.write_bytes(pack(items))
    return path


def _ending(reference: nmt_reference.Reference, sentences: Sequence[Sequence[int]]) -> float:
    """Return what to add to the end's bias for sentences that end after some ten words."""
    words = np.arange(1, reference.config.target_vocabulary, dtype=np.int32)
    behind = []
    for ids in sentences[:4]:
        chosen = [step.id for step in reference.translate(ids, allowed=words, longest=10)]
        steps = reference.translate(ids, forced=chosen, longest=len(chosen))
        behind += [float(step.logits[step.id] - step.logits[nmt_reference.EOS]) for step in steps]
    return float(np.quantile(behind, 0.1))
