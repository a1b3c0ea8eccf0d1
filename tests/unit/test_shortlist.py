from __future__ import annotations

import struct
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import marian_files
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.shortlist import Shortlist

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [[], [3, 9], [5, 6, 7, 11], [], [9]]
FILE = marian_files.shortlist(ROWS, first=3)
SOURCE, TARGET = 5, 12


def shortlist(folder: Path, data: bytes = FILE, *, joint: bool = False, target: int = TARGET) -> Shortlist:
    path = folder / "lex.bin"
    path.write_bytes(data)
    return Shortlist(path, SOURCE, target, joint=joint)


def refusal(folder: Path, data: bytes, target: int = TARGET) -> str:
    with pytest.raises(ModelError) as caught:
        shortlist(folder, data, target=target)
    start = f"The shortlist {folder / 'lex.bin'} cannot be used: "
    assert str(caught.value).startswith(start)
    return str(caught.value).removeprefix(start)


def header(*, magic: int = marian_files.SHORTLIST_MAGIC, first: int = 3, rows: int = 6, count: int = 7) -> bytes:
    return struct.pack("<6Q", magic, 0, first, 4, rows, count) + FILE[48:]


def test_rows_are_as_the_file_has_them(tmp_path: Path) -> None:
    found = shortlist(tmp_path)
    assert found.first == 3
    assert [found.row(source_id).tolist() for source_id in range(SOURCE)] == ROWS


@pytest.mark.parametrize(
    ("ids", "allowed"),
    [
        ([], [0, 1, 2]),
        ([0], [0, 1, 2]),
        ([1, 0], [0, 1, 2, 3, 9]),
        ([4, 1, 4, 0], [0, 1, 2, 3, 9]),
        ([2, 4], [0, 1, 2, 5, 6, 7, 9, 11]),
    ],
)
def test_a_sentence_may_use_the_first_words_and_those_of_its_own_words(
    tmp_path: Path, ids: list[int], allowed: list[int]
) -> None:
    found = shortlist(tmp_path).allowed(ids)
    assert found.tolist() == allowed
    assert found.dtype == np.int32


def test_the_end_and_the_unknown_word_are_always_allowed(tmp_path: Path) -> None:
    assert shortlist(tmp_path, marian_files.shortlist(ROWS, first=0)).allowed([4]).tolist() == [0, 1, 9]


def test_with_one_vocabulary_a_word_may_be_copied(tmp_path: Path) -> None:
    assert shortlist(tmp_path, joint=True).allowed([4, 3, 0]).tolist() == [0, 1, 2, 3, 4, 9]


def test_source_words_beyond_the_file_have_no_row(tmp_path: Path) -> None:
    found = shortlist(tmp_path, marian_files.shortlist(ROWS[:3], first=3))
    assert found.row(4).tolist() == []
    assert found.allowed([2, 4]).tolist() == [0, 1, 2, 5, 6, 7, 11]


@given(ids=st.lists(st.integers(0, SOURCE - 1)), joint=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_allowed_is_the_union(tmp_path: Path, ids: list[int], *, joint: bool) -> None:
    expected = {0, 1, 2}.union(*(ROWS[source_id] for source_id in ids), ids if joint else [])
    assert shortlist(tmp_path, joint=joint).allowed(ids).tolist() == sorted(expected)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it has 0 bytes."),
        (FILE[:47], "it has 47 bytes."),
        (header(magic=1), "it is no binary shortlist."),
        (FILE[:-1], f"it claims 6 offsets and 7 entries, which do not fill its {len(FILE) - 1} bytes."),
        (FILE + b"\0", f"it claims 6 offsets and 7 entries, which do not fill its {len(FILE) + 1} bytes."),
        (header(rows=2**61), f"it claims {2**61} offsets and 7 entries, which do not fill its {len(FILE)} bytes."),
        (header(count=2**62), f"it claims 6 offsets and {2**62} entries, which do not fill its {len(FILE)} bytes."),
        (header(first=13), "6 offsets and 13 first words do not fit vocabularies of 5 and 12."),
        (header(rows=0, count=19), "0 offsets and 3 first words do not fit vocabularies of 5 and 12."),
        (marian_files.shortlist([*ROWS, []], 3), "7 offsets and 3 first words do not fit vocabularies of 5 and 12."),
        (FILE[:56] + struct.pack("<Q", 3) + FILE[64:], "its rows overlap or lie outside of it."),
        (FILE[:88] + struct.pack("<Q", 8) + FILE[96:], "its rows overlap or lie outside of it."),
        (FILE[:88] + struct.pack("<Q", 2**64 - 1) + FILE[96:], "its rows overlap or lie outside of it."),
    ],
)
def test_a_damaged_shortlist_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    assert refusal(tmp_path, data) == said


def test_target_words_that_the_model_does_not_have_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, FILE, target=11) == "it lists target words from 11 on, which the model does not have."


@pytest.mark.parametrize("name", ["none.bin", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError, match="cannot be used: there is no such file"):
        Shortlist(tmp_path / name, SOURCE, TARGET, joint=False)


def test_an_empty_shortlist_allows_the_first_words(tmp_path: Path) -> None:
    assert shortlist(tmp_path, marian_files.shortlist([[]], first=4)).allowed([1, 2]).tolist() == [0, 1, 2, 3]


@given(changes=st.lists(st.tuples(st.integers(0, len(FILE) - 1), st.integers(0, 255)), min_size=1, max_size=6))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_changed_bytes_give_a_shortlist_of_known_words_or_an_error(
    tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    data = bytearray(FILE)
    for place, byte in changes:
        data[place] = byte
    with suppress(ModelError):
        allowed = shortlist(tmp_path, bytes(data)).allowed(range(SOURCE))
        assert set(allowed.tolist()) <= set(range(TARGET))
