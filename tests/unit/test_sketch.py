from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.semantics.sketch import SIZE, likely, same_page, same_text, sketch, words
from limitedtimes.store.copies import ASKED, SHARED

if TYPE_CHECKING:
    from collections.abc import Sequence


def numbered(count: int, name: str = "wort") -> list[str]:
    """A text of so many different words."""
    return [f"{name}{number}" for number in range(count)]


def replaced(text: Sequence[str], every: int) -> list[str]:
    return [f"anders{place}" if place % every == 0 else word for place, word in enumerate(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Minister, 61, sagte: „Nein“.", ["der", "minister", "61", "sagte", "nein"]),
        ("STRASSE Straße ﬁnden", ["strasse", "strasse", "finden"]),
        ("Ent\u00adscheidung\u200b", ["entscheidung"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("ministro’s d'État", ["ministro", "s", "d", "état"]),
        ("東京都は2024年", ["東京", "京都", "都は", "2024", "年"]),
        ("สวัสดีครับ", ["สวั", "วัส", "ัสด", "สดี", "ดีค", "ีคร", "ครั", "รับ"]),
        ("東京 และ A東", ["東京", "และ", "a", "東"]),
        ("東京และ", ["東京", "และ"]),
        ("", []),
        ("... – !", []),
    ],
)
def test_a_text_is_cut_into_folded_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(max_size=80))
def test_any_text_is_cut_and_sketched(text: str) -> None:
    found = words(text)
    assert all(found)
    hashes = sketch(found)
    assert list(hashes) == sorted(set(hashes))
    assert len(hashes) <= SIZE
    assert all(-(2**31) <= one < 2**31 for one in hashes)


def test_sketches_are_the_same_in_every_process() -> None:
    code = "from limitedtimes.semantics.sketch import sketch; print(sketch([f'wort{n}' for n in range(500)])[:3])"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == str(sketch(numbered(500))[:3])


def test_texts_too_short_have_no_sketch_and_are_no_copies() -> None:
    assert sketch(numbered(11)) == ()
    assert not same_text(numbered(11), numbered(11))
    assert not same_page(numbered(11), numbered(11))
    assert not likely((), sketch(numbered(50)))
    assert len(sketch(numbered(12))) == 10


@pytest.mark.parametrize("length", [60, 300, 3000])
@pytest.mark.parametrize(("first", "last"), [(0.0, 0.3), (0.35, 0.65), (0.7, 1.0)])
def test_what_is_left_of_a_text_that_was_cut_is_found(length: int, first: float, last: float) -> None:
    whole = numbered(length)
    part = whole[round(length * first) : round(length * last)]
    assert len({*sketch(whole)[:ASKED]} & {*sketch(part)[:ASKED]}) >= SHARED
    assert likely(sketch(whole), sketch(part))
    assert likely(sketch(part), sketch(whole))
    assert same_text(whole, part)
    assert same_text(part, whole)


@pytest.mark.parametrize("length", [60, 300, 3000])
def test_a_text_with_every_seventh_word_replaced_is_found(length: int) -> None:
    whole = numbered(length)
    other = replaced(whole, 7)
    assert likely(sketch(whole), sketch(other))
    assert same_text(whole, other)


def test_a_text_with_every_third_word_replaced_is_another() -> None:
    assert not same_text(numbered(300), replaced(numbered(300), 3))


def test_paragraphs_in_another_order_make_no_other_text() -> None:
    whole = numbered(300)
    moved = [*whole[200:], *whole[100:200], *whole[:100]]
    assert likely(sketch(whole), sketch(moved))
    assert same_text(whole, moved)


def test_a_statement_that_two_reports_quote_makes_them_no_copies() -> None:
    quote = numbered(40, "zitat")
    one, other = [*numbered(80, "a"), *quote], [*quote, *numbered(80, "b")]
    assert not same_text(one, other)


def test_the_same_form_with_other_figures_is_other_news() -> None:
    form = [word for number in range(12) for word in ("die", "gezogene", "zahl", "an", "dieser", "stelle", str(number))]
    later = [str(int(word) + 30) if word.isdecimal() else word for word in form]
    assert same_text(form, form)
    assert not same_text(form, later)
    assert not same_page(form, later)


def test_one_outlets_pages_hold_the_same_text_only_when_nothing_is_missing() -> None:
    whole = numbered(200)
    assert same_page(whole, [*whole[:100], "neu", *whole[100:]])
    assert not same_page(whole, whole[:150])
    assert not same_page(whole, replaced(whole, 10))
    assert not same_page([*whole, "32"], [*whole, "35"])
