from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.engines import split_long

CLAUSES = st.lists(st.sampled_from(["palavra", "vírgula,", "ponto;", "—", "日本", "、", "x" * 400, "์ก"]), max_size=200)


@given(words=CLAUSES, joiner=st.sampled_from([" ", "", "\n"]))
def test_splitting_loses_nothing_but_white_space_at_the_cuts(words: list[str], joiner: str) -> None:
    text = joiner.join(words)
    pieces = split_long(text)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert max(map(len, pieces)) <= 320
    assert all(pieces) or pieces == [""]


@given(text=st.text(max_size=1000))
def test_any_text_can_be_split(text: str) -> None:
    assert "".join("".join(split_long(text)).split()) == "".join(text.split())


def test_what_is_short_stays_whole() -> None:
    assert split_long(" Uma frase. ") == ["Uma frase."]
    assert split_long("") == [""]


def test_cuts_are_made_where_clauses_end() -> None:
    clause = "o ministro falou longamente com os pescadores que esperavam no porto"
    pieces = split_long("; ".join([clause] * 12) + ".")
    assert len(pieces) > 1
    assert all(piece.endswith((";", ".")) for piece in pieces)


def test_pieces_have_about_the_same_length() -> None:
    pieces = split_long(" ".join(["palavra"] * 45))
    assert len(pieces) == 2
    assert max(map(len, pieces)) < 1.5 * min(map(len, pieces))


@pytest.mark.parametrize("text", ["日本語" * 100, "ภาษาไทย" * 60])
def test_dense_scripts_are_cut_sooner(text: str) -> None:
    assert max(map(len, split_long(text))) <= 110
