"""Lexical shortlists: which target words are worth considering for a source sentence.

The format (little endian): six u64 (magic, checksum, how many first words always count, most words in a row, number of
offsets, number of entries), the offsets (u64: row of source id i is entries[offset i : offset i + 1]), the entries
(u32: target ids). Source: ``BinaryShortlistGenerator`` in ``src/data/shortlist.cpp`` of browsermt/marian-dev.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np

from limitedtimes.nmt.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

_MAGIC = 0xF11A48D5013417F5
_HEADER = struct.Struct("<6Q")
_LARGEST = 1 << 28  # bytes; published ones have 2 to 8 MB
_SPECIAL = 2  # the ids of the end of a sentence and of an unknown word


class Shortlist:
    """The shortlist of one model. Safe to share between threads.

    ``joint``: source and target have one vocabulary, so a source word may also be copied (names, numbers); Marian does so.
    Raises ModelError where the file is not a shortlist for vocabularies of these sizes.
    """

    def __init__(self, path: Path, source_size: int, target_size: int, *, joint: bool) -> None:
        self._joint = joint
        try:
            self.first, self._offsets, self._entries = _read(path, source_size, target_size)
        except OSError as error:
            message = f"The shortlist {path} cannot be read: {error.strerror or error}."
            raise ModelError(message) from error
        except ValueError as error:
            message = f"The shortlist {path} cannot be used: {error}."
            raise ModelError(message) from None
        self._always = np.arange(max(self.first, _SPECIAL), dtype=np.int32)

    def row(self, source_id: int) -> NDArray[np.int32]:
        """Return the target ids listed for one source id, as the file has them; none where the file has no such row."""
        if source_id + 1 >= len(self._offsets):
            return self._entries[:0]
        return self._entries[self._offsets[source_id] : self._offsets[source_id + 1]]

    def allowed(self, source_ids: Iterable[int]) -> NDArray[np.int32]:
        """Return the target ids to consider for a sentence (or several), ascending, each once."""
        ids = set(source_ids)
        lists = [self._always, *map(self.row, ids)]
        if self._joint:
            lists.append(np.fromiter(ids, np.int32, len(ids)))
        # Sorting some 1,500 ids takes a third of the time of a bitmap over the vocabulary, or of np.unique.
        found = np.sort(np.concatenate(lists))
        return found[np.concatenate(([True], found[1:] != found[:-1]))]


def _read(path: Path, source_size: int, target_size: int) -> tuple[int, list[int], NDArray[np.int32]]:
    """Read the always-included count, the offsets and the entries; raises ValueError saying what is wrong."""
    if not path.is_file():
        raise ValueError("there is no such file")
    size = path.stat().st_size
    if not _HEADER.size <= size <= _LARGEST:
        raise ValueError(f"it has {size} bytes")
    data = path.read_bytes()
    magic, _, first, _, rows, count = _HEADER.unpack_from(data)
    if magic != _MAGIC:
        raise ValueError("it is no binary shortlist")
    if _HEADER.size + 8 * rows + 4 * count != len(data):
        raise ValueError(f"it claims {rows} offsets and {count} entries, which do not fill its {len(data)} bytes")
    if first > target_size or not 1 <= rows <= source_size + 1:
        raise ValueError(
            f"{rows} offsets and {first} first words do not fit vocabularies of {source_size} and {target_size}"
        )
    offsets = np.frombuffer(data, "<u8", rows, _HEADER.size)
    entries = np.frombuffer(data, "<u4", count, _HEADER.size + 8 * rows)
    if offsets[-1] > count or (offsets[1:] < offsets[:-1]).any():
        raise ValueError("its rows overlap or lie outside of it")
    if count and entries.max() >= target_size:
        raise ValueError(f"it lists target words from {target_size} on, which the model does not have")
    return first, offsets.tolist(), entries.astype(np.int32)
