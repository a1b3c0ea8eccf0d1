from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.translation import Alignment, Candidate
from limitedtimes.rules.guards.case import Case
from limitedtimes.rules.guards.coverage import addition, omission

SOURCE = "O governo aprovou a lei na terça-feira, apesar dos protestos de milhares de professores em Lisboa, e a oposição recorreu ao tribunal."
WHOLE = "The government passed the law on Tuesday, despite the protests of thousands of teachers in Lisbon, and the opposition went to court."
SHORT = "The government passed the law on Tuesday, and the opposition went to court."
DROPPED = "apesar dos protestos de milhares de professores em Lisboa"


def in_order(source: str, text: str, without: str = "", beside: str = "") -> Alignment:
    """Align the words of both one by one, in order, as far as they go, but those of ``without`` and ``beside``."""
    sides = []
    for whole, gap in ((source, without), (text, beside)):
        start = whole.index(gap) if gap else len(whole)
        sides.append(
            [word.span() for word in re.finditer(r"\w+", whole) if not start <= word.start() < start + len(gap)]
        )
    return tuple(zip(*sides, strict=False))


def case(text: str, alignment: Alignment | None = None, second: str | None = None, source: str = SOURCE) -> Case:
    return Case(source, Candidate(text, alignment), "pt", second=Candidate(second) if second else None)


@pytest.mark.parametrize("second", [None, WHOLE])
def test_a_dropped_clause_is_flagged_where_it_was(second: str | None) -> None:
    (flag,) = omission(case(SHORT, in_order(SOURCE, SHORT, DROPPED), second))
    assert flag.kind == "omission"
    assert flag.source
    assert DROPPED in SOURCE[slice(*flag.source)]
    assert "apesar dos protestos" in flag.message


def test_a_dropped_clause_is_found_without_alignment() -> None:
    (flag,) = omission(case(SHORT, second=WHOLE))
    assert flag.source is None


@pytest.mark.parametrize("second", [None, WHOLE])
@pytest.mark.parametrize("alignment", [None, in_order(SOURCE, WHOLE)])
def test_a_whole_translation_is_not_flagged(alignment: Alignment | None, second: str | None) -> None:
    assert not omission(case(WHOLE, alignment, second))
    assert not addition(case(WHOLE, alignment, second))


def test_a_paraphrase_is_no_omission() -> None:
    text = "On Tuesday, ignoring thousands of teachers who had taken to Lisbon's streets, ministers got their bill through; their rivals will see them in court."
    assert not omission(case(text, second=WHOLE))


def test_nothing_is_said_without_evidence() -> None:
    assert not omission(case("The government."))
    assert not addition(case(WHOLE * 3))


@pytest.mark.parametrize("second", [None, SHORT])
def test_words_without_a_source_are_flagged(second: str | None) -> None:
    source = "O governo aprovou a lei na terça-feira, e a oposição recorreu ao tribunal."
    added = "despite the protests of thousands of teachers in Lisbon"
    (flag,) = addition(case(WHOLE, in_order(source, WHOLE, beside=added), second, source))
    assert flag.kind == "addition"
    assert flag.target
    assert added in WHOLE[slice(*flag.target)]
    assert flag.message.endswith("….”.") or flag.message.endswith("”.")


def test_chinese_is_counted_by_characters() -> None:
    source = "政府周二通过了该法案，尽管数千名教师在里斯本举行了抗议活动，反对派向法院提起了诉讼。"
    text = "The government passed the bill on Tuesday, and the opposition went to court."
    kept = ((0, 10), (28, 40))
    alignment = tuple(((at, at + 2), (0, 3)) for start, end in kept for at in range(start, end, 2))
    (flag,) = omission(Case(source, Candidate(text, alignment), "zh"))
    assert flag.source
    assert "数千名教师在里斯本" in source[slice(*flag.source)]


@given(source=st.text(), text=st.text(), second=st.none() | st.text(min_size=1), aligned=st.booleans())
def test_any_text_is_answered(source: str, text: str, second: str | None, aligned: bool) -> None:
    judged = case(text, in_order(source, text) if aligned else None, second, source)
    for flag in (*omission(judged), *addition(judged)):
        assert flag.source is None or 0 <= flag.source[0] < flag.source[1] <= len(source)
        assert flag.target is None or 0 <= flag.target[0] < flag.target[1] <= len(text)
