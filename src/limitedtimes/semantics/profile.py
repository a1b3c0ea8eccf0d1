"""What grouping needs to know of an article, made once from its text and kept: two kilobytes instead of the text."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from limitedtimes.errors import StoreError
from limitedtimes.rules.languages import base
from limitedtimes.rules.names.key import fold
from limitedtimes.semantics.terms import LEAD, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from limitedtimes.ports import Embedder

SLOTS = 1 << 22  # terms are counted by hash (Weinberger et al., 2009): no vocabulary to share between processes
_MOST_TERMS = 128
_MOST_NAMES = 48
_MOST_FIGURES = 32
_MOST_TAGS = 24
_STEM = 6  # letters of a keyword's first word that is a keyword, too: "arqueologia subaquática"
_FORMAT = 2
_HEAD = struct.Struct("<BIIHH")  # format, length of the JSON, words, terms, dimension of a vector


@dataclass(frozen=True)
class Profile:
    """An article as grouping sees it.

    ``at`` is when it appeared, ``language`` (BCP 47) that of the text that was profiled: ``en`` for a translation.
    ``dense`` and ``dense_lead`` (float32, length 1) are None for a text that is not English. ``slots`` (sorted) and
    ``weights`` are its heaviest terms by hash; ``weights`` has length 1. ``names`` maps the key of a name's word to the
    name as it is written. ``tags`` are the outlet's own keywords, as written. ``copy_of`` is the article whose text it prints.
    """

    article_id: int
    at: datetime
    source_id: int | None
    language: str
    copy_of: int | None
    words: int
    dense: NDArray[np.float32] | None
    dense_lead: NDArray[np.float32] | None
    slots: NDArray[np.uint32]
    weights: NDArray[np.float32]
    names: Mapping[str, str]
    figures: tuple[str, ...]
    tags: tuple[str, ...] = ()

    @cached_property
    def name_slots(self) -> NDArray[np.uint32]:
        """Where the names are counted, in the order of ``names``."""
        return _hashed("name", self.names)

    @cached_property
    def figure_slots(self) -> NDArray[np.uint32]:
        """Where the figures are counted, in the order of ``figures``."""
        return _hashed("figure", self.figures)

    @cached_property
    def tag_slots(self) -> NDArray[np.uint32]:
        """Where the keywords are counted, in the order of ``tags``, alike with and without accents and capitals."""
        return _hashed("tag", map(fold, self.tags))

    def dump(self) -> bytes:
        """Return the profile as bytes for ``load_profile``: about 2 KB."""
        known = [self.article_id, self.at.astimezone(UTC).isoformat(), self.source_id, self.language, self.copy_of]
        text = json.dumps([*known, dict(self.names), self.figures, self.tags], ensure_ascii=False).encode()
        vectors = [] if self.dense is None or self.dense_lead is None else [self.dense, self.dense_lead]
        dimension = len(vectors[0]) if vectors else 0
        head = _HEAD.pack(_FORMAT, len(text), self.words, len(self.slots), dimension)
        arrays = [self.slots.astype("<u4"), self.weights.astype("<f2"), *(one.astype("<f2") for one in vectors)]
        return b"".join([head, text, *(one.tobytes() for one in arrays)])


def load_profile(content: bytes) -> Profile:
    """Return the profile that ``dump`` wrote. Raises StoreError where the bytes are none, or of another version."""
    try:
        version, size, words, count, dimension = _HEAD.unpack_from(content)
        if version != _FORMAT:
            raise ValueError(version)
        start = _HEAD.size + size
        article, at, source, language, copied, names, figures, tags = json.loads(content[_HEAD.size : start])
        slots = np.frombuffer(content, "<u4", count, start)
        weights = np.frombuffer(content, "<f2", count, start + 4 * count)
        vectors = np.frombuffer(content, "<f2", 2 * dimension, start + 6 * count).reshape(2, dimension)
    except (struct.error, ValueError, TypeError) as error:
        message = "The profile of an article cannot be read: it was written by another version. It has to be made anew."
        raise StoreError(message) from error
    dense, lead = (vectors.astype(np.float32)) if dimension else (None, None)
    return Profile(
        article_id=article,
        at=datetime.fromisoformat(at),
        source_id=source,
        language=language,
        copy_of=copied,
        words=words,
        dense=dense,
        dense_lead=lead,
        slots=slots,
        weights=weights.astype(np.float32),
        names=names,
        figures=tuple(figures),
        tags=tuple(tags),
    )


def make_profile(
    embedder: Embedder,
    *,
    article_id: int,
    title: str,
    lead: str | None,
    text: str,
    language: str,
    at: datetime,
    source_id: int | None,
    copy_of: int | None = None,
    keywords: Iterable[str] = (),
) -> Profile:
    """Profile an article from its English text, or from its own where there is no translation.

    ``language`` is that of the text *given*: ``en`` for a translation, whatever the article is written in. ``keywords`` are the
    outlet's own, in any language. Raises
    ModelMissingError where the embedder's weights are not here.
    """
    whole = "\n".join(part for part in (title, lead, text) if part)
    found = terms(whole, language)
    dense = dense_lead = None
    if base(language) == "en":
        vectors = embedder.embed([whole, " ".join(whole.split(maxsplit=LEAD)[:LEAD])])
        dense, dense_lead = _rounded(vectors[0]), _rounded(vectors[1])
    slots, weights = _heaviest(found.weights)
    return Profile(
        article_id=article_id,
        at=at.astimezone(UTC),
        source_id=source_id,
        language=language,
        copy_of=copy_of,
        words=found.words,
        dense=dense,
        dense_lead=dense_lead,
        slots=slots,
        weights=weights,
        names=dict(list(found.names.items())[:_MOST_NAMES]),
        figures=found.figures[:_MOST_FIGURES],
        tags=_tags(keywords),
    )


def _tags(keywords: Iterable[str]) -> tuple[str, ...]:
    tags: dict[str, str] = {}
    for keyword in map(str.strip, keywords):
        first = keyword.partition(" ")[0]
        for tag in (keyword, first if len(fold(first)) >= _STEM else ""):
            if form := fold(tag):
                tags.setdefault(form, tag)
    return tuple(tags.values())[:_MOST_TAGS]


def _rounded(numbers: NDArray[np.float32]) -> NDArray[np.float32]:
    """Round as storing does, so that a profile is the same before and after it."""
    return numbers.astype(np.float16).astype(np.float32)


def _heaviest(weights: Mapping[str, float]) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """Return the slots of the heaviest terms, sorted, and their weights, which grow ever slower with the count."""
    heaviest = sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:_MOST_TERMS]
    slots = _hashed("", [form for form, _ in heaviest])
    unique, where = np.unique(slots, return_index=True)
    values: NDArray[np.float32] = (
        np.float32(1) + np.log(np.array([weight for _, weight in heaviest], dtype=np.float32))[where]
    )
    return unique.astype(np.uint32), _rounded(values / np.float32(max(float(np.linalg.norm(values)), 1e-9)))


def _hashed(kind: str, forms: Iterable[str]) -> NDArray[np.uint32]:
    return np.array([crc32(f"{kind}\0{form}".encode()) % SLOTS for form in forms], dtype=np.uint32)
