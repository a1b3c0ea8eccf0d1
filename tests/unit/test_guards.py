from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from limitedtimes.model.translation import Candidate, Flag
from limitedtimes.rules import guards
from limitedtimes.rules.guards import choose, judge, review, worth_alternatives
from limitedtimes.rules.guards.case import Case, Repair
from limitedtimes.rules.guards.edit import edit
from limitedtimes.rules.names import Names

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = st.lists(st.text("abc1,", min_size=1, max_size=5), min_size=1, max_size=8)


def spans_of(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for word in text.split(" "):
        spans.append((at, at + len(word)))
        at += len(word) + 1
    return spans


def aligned(text: str) -> Candidate:
    """A literal translation: its words are aligned to themselves, and each is a token with the space before it."""
    words = spans_of(text)
    tokens = tuple((max(start - 1, 0), end) for start, end in words)
    return Candidate(
        text, tuple((word, word) for word in words), tuple(-1.0 for _ in (*tokens, "end")), (*tokens, (len(text),) * 2)
    )


def repair(text: str, old: str, new: str, kind: str = "number") -> Repair:
    start = text.index(old)
    span = (start, start + len(old))
    return Repair(span, new, Flag(kind, f"{old} was {new}.", target=span))


def said(candidate: Candidate, source: str) -> list[tuple[str, str]]:
    assert candidate.alignment is not None
    return [(source[slice(*one)], candidate.text[slice(*other)]) for one, other in candidate.alignment]


# -- edit --------------------------------------------------------------------------------------------------------------


def test_a_repair_moves_words_tokens_and_flags_along() -> None:
    text = "It has 2,200,12 people now"
    edited = edit(aligned(text), [repair(text, "2,200,12", "2,200,112")])
    assert edited.candidate.text == "It has 2,200,112 people now"
    assert said(edited.candidate, text) == [
        ("It", "It"),
        ("has", "has"),
        ("2,200,12", "2,200,112"),
        ("people", "people"),
        ("now", "now"),
    ]
    assert edited.candidate.tokens is not None
    assert [edited.candidate.text[slice(*one)] for one in edited.candidate.tokens] == [
        "It",
        " has",
        " 2,200,112",
        " people",
        " now",
        "",
    ]
    assert edited.flags == (Flag("number", "2,200,12 was 2,200,112.", target=(7, 16), repaired=True),)
    assert edited.candidate.log_probabilities == aligned(text).log_probabilities


def test_a_word_that_becomes_two_is_aligned_to_each() -> None:
    text = "cost 1.5bn there"
    edited = edit(aligned(text), [repair(text, "1.5bn", "1.5 million")])
    assert said(edited.candidate, text)[1:3] == [("1.5bn", "1.5"), ("1.5bn", "million")]


def test_two_words_that_become_one_share_it_once_each() -> None:
    text = "The mirror said"
    edited = edit(aligned(text), [repair(text, "The mirror", "Spiegel")])
    assert said(edited.candidate, text) == [("The", "Spiegel"), ("mirror", "Spiegel"), ("said", "said")]
    assert edited.candidate.tokens is not None
    assert [edited.candidate.text[slice(*one)] for one in edited.candidate.tokens] == ["Spiegel", "", " said", ""]


def test_a_deleted_word_is_aligned_to_nothing() -> None:
    text = "they do not agree"
    edited = edit(aligned(text), [repair(text, " not", "")])
    assert edited.candidate.text == "they do agree"
    assert [one for one, _ in said(edited.candidate, text)] == ["they", "do", "agree"]


def test_an_insertions_flag_speaks_of_what_was_inserted() -> None:
    text = "they agree"
    edited = edit(aligned(text), [Repair((5, 5), "both ", Flag("quantifier", "m", target=(5, 5)))])
    assert edited.candidate.text == "they both agree"
    assert [edited.candidate.text[slice(*flag.target)] for flag in edited.flags if flag.target] == ["both "]
    assert said(edited.candidate, text) == [("they", "they"), ("agree", "agree")]


def test_of_two_that_overlap_the_first_given_is_written() -> None:
    text = "Lisbon had 12 dead"
    one, other = repair(text, "12 dead", "14 dead"), repair(text, "had 12", "has 13", "name")
    assert edit(aligned(text), [one, other]).candidate.text == "Lisbon had 14 dead"
    assert edit(aligned(text), [other, one]).candidate.text == "Lisbon has 13 dead"
    assert edit(aligned(text), [other, one]).written == (other,)


def test_repairs_side_by_side_are_both_written() -> None:
    text = "12 13"
    flag = Flag("number", "m")
    edited = edit(aligned(text), [Repair((2, 3), "-", flag), Repair((0, 2), "1", flag), Repair((3, 5), "", flag)])
    assert edited.candidate.text == "1-"


@pytest.mark.parametrize("span", [(-1, 2), (2, 9), (3, 2)])
def test_a_span_outside_of_the_text_is_an_error(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="is not in a text of 5 characters"):
        edit(Candidate("three"), [Repair(span, "x", Flag("number", "m"))])


def test_what_the_engine_does_not_give_is_not_made_up() -> None:
    edited = edit(Candidate("a 1"), [repair("a 1", "1", "2")]).candidate
    assert (edited.alignment, edited.tokens, edited.log_probabilities) == (None, None, None)


@st.composite
def texts_and_repairs(draw: st.DrawFn) -> tuple[str, list[Repair]]:
    text = " ".join(draw(WORDS))
    cuts = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(cuts, cuts).map(lambda pair: (min(pair), max(pair))), max_size=6))
    news = draw(st.lists(st.text("xy ", max_size=6), min_size=len(spans), max_size=len(spans)))
    return text, [Repair(span, new, Flag("number", "m", target=span)) for span, new in zip(spans, news, strict=True)]


@given(texts_and_repairs())
def test_every_place_is_in_the_new_text_and_tokens_are_in_order(made: tuple[str, list[Repair]]) -> None:
    text, repairs = made
    edited = edit(aligned(text), repairs)
    new = edited.candidate
    assert new.alignment is not None
    assert new.tokens is not None
    assert all(0 <= start < end <= len(new.text) for _, (start, end) in new.alignment)
    assert list(new.alignment) == sorted(new.alignment, key=lambda pair: pair[1])
    assert len(set(new.alignment)) == len(new.alignment)
    assert len(new.tokens) == len(aligned(text).tokens or ())
    assert all(a[1] <= b[0] for a, b in zip(new.tokens, new.tokens[1:], strict=False))
    assert all(0 <= start <= end <= len(new.text) for start, end in new.tokens)


@given(texts_and_repairs())
def test_what_was_written_stands_where_its_flag_says(made: tuple[str, list[Repair]]) -> None:
    text, repairs = made
    edited = edit(aligned(text), repairs)
    for one, flag in zip(edited.written, edited.flags, strict=True):
        assert flag.target is not None
        assert edited.candidate.text[slice(*flag.target)] == one.text


@given(texts_and_repairs())
def test_words_that_no_repair_touches_stay_aligned_to_themselves(made: tuple[str, list[Repair]]) -> None:
    text, repairs = made
    edited = edit(aligned(text), repairs)
    spoken = said(edited.candidate, text)
    for start, end in spans_of(text):
        if all(one.span[1] <= start or one.span[0] >= end for one in edited.written) and start < end:
            assert (text[start:end], text[start:end]) in spoken
    length = len(text) + sum(len(one.text) - (one.span[1] - one.span[0]) for one in edited.written)
    assert len(edited.candidate.text) == length


# -- judge and choose --------------------------------------------------------------------------------------------------
# Guards for these tests: a word in capitals is a fault of the kind that it says.


def capitals(case: Case) -> list[Flag]:
    found = []
    at = 0
    for word in case.text.split(" "):
        if word.isupper():
            found.append(Flag(word.lower(), f"{word}!", source=(0, 1), target=(at, at + len(word))))
        at += len(word) + 1
    return found


def sentence_wide(case: Case) -> list[Flag]:
    return [Flag("length", "It is long.")] if len(case.text) > 60 else []


def mends_numbers(case: Case) -> list[Repair]:
    return [Repair(flag.target, "7", flag) for flag in capitals(case) if flag.kind == "number" and flag.target]


def makes_it_worse(case: Case) -> list[Repair]:
    return [Repair(flag.target, "NAME", flag) for flag in capitals(case) if flag.kind == "negation" and flag.target]


def changes_nothing(case: Case) -> list[Repair]:
    return [Repair(flag.target, flag.kind.upper(), flag) for flag in capitals(case) if flag.target]


@pytest.fixture
def _capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "GUARDS", (sentence_wide, capitals))
    monkeypatch.setattr(guards, "REPAIRERS", (changes_nothing, makes_it_worse, mends_numbers))


def candidates(*texts: str, scores: Sequence[float] = ()) -> list[Candidate]:
    means = scores or [-0.1] * len(texts)
    return [Candidate(text, (((0, 1), (0, len(text))),), (mean,) * 3) for text, mean in zip(texts, means, strict=True)]


def chosen(*texts: str, scores: Sequence[float] = ()) -> tuple[str, list[tuple[str, bool]]]:
    judged = choose("s", candidates(*texts, scores=scores), "pt")
    return judged.candidate.text, [(flag.kind, flag.repaired) for flag in judged.flags]


@pytest.mark.usefixtures("_capitals")
def test_flags_come_in_the_order_of_the_translation_those_of_the_whole_last() -> None:
    text = "a NAME b NUMBER " + "c" * 60
    assert [flag.kind for flag in judge(Case("s", Candidate(text), "pt"))] == ["name", "number", "length"]


@pytest.mark.usefixtures("_capitals")
def test_a_translation_without_flags_is_printed_as_it_is() -> None:
    assert chosen("good", "better") == ("good", [])


@pytest.mark.usefixtures("_capitals")
def test_an_alternative_that_deserves_no_flag_is_chosen_and_says_so() -> None:
    assert chosen("a NAME", "an OMISSION", "a name", "the name") == ("a name", [("name", True)])
    (flag,) = choose("s", candidates("a NAME", "a name"), "pt").flags
    assert flag.message == "The engine's first wording had a name wrong; another of its wordings is printed."
    assert (flag.source, flag.target) == ((0, 1), (0, 6))


@pytest.mark.usefixtures("_capitals")
def test_an_alternative_that_is_much_less_probable_is_not_chosen() -> None:
    assert chosen("a NAME", "a name", scores=[-0.1, -2.0]) == ("a NAME", [("name", False)])


@pytest.mark.usefixtures("_capitals")
def test_an_alternative_of_unknown_probability_is_not_chosen() -> None:
    judged = choose("s", [Candidate("a NAME"), Candidate("a name")], "pt")
    assert judged.candidate.text == "a NAME"


@pytest.mark.usefixtures("_capitals")
def test_a_loop_with_a_word_changed_is_no_alternative_to_it() -> None:
    assert chosen("so REPETITION so", "so it so", "so it") == ("so it", [("repetition", True)])


@pytest.mark.usefixtures("_capitals")
def test_an_alternative_that_is_worse_in_another_respect_is_not_chosen() -> None:
    longer = "a name " + "c" * 60
    assert chosen("a NAME", longer) == ("a NAME", [("name", False)])
    assert chosen("a NAME", longer, "the name") == ("the name", [("name", True)])


@pytest.mark.usefixtures("_capitals")
def test_a_flag_that_doubts_nothing_is_no_reason_to_look_further() -> None:
    text = "c" * 61
    assert chosen(text, "short") == (text, [("length", False)])
    assert not worth_alternatives([Flag("length", "m"), Flag("number", "m", repaired=True)])
    assert worth_alternatives([Flag("length", "m"), Flag("number", "m")])


@pytest.mark.usefixtures("_capitals")
def test_where_no_alternative_helps_the_best_one_is_repaired() -> None:
    assert chosen("a NUMBER b", "a NUMBER c") == ("a 7 b", [("number", True)])


@pytest.mark.usefixtures("_capitals")
def test_a_repair_that_helps_nothing_or_harms_is_not_written() -> None:
    assert chosen("a NEGATION b") == ("a NEGATION b", [("negation", False)])
    assert chosen("a NUMBER b NEGATION") == ("a 7 b NEGATION", [("number", True), ("negation", False)])


@pytest.mark.usefixtures("_capitals")
@given(st.lists(st.lists(st.sampled_from(["a", "NUMBER", "NAME", "NEGATION", "c" * 61]), min_size=1), min_size=1))
def test_what_is_chosen_has_no_more_open_flags_of_any_kind_than_the_best(words: list[list[str]]) -> None:
    texts = [" ".join(one) for one in words]
    judged = choose("s", candidates(*texts), "pt")
    left = [flag.kind for flag in judged.flags if not flag.repaired]
    before = [flag.kind for flag in judge(Case("s", Candidate(texts[0]), "pt"))]
    assert all(left.count(kind) <= before.count(kind) for kind in left)
    assert judged == choose("s", candidates(*texts), "pt")


def test_a_word_is_mended_as_a_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def each_figure(case: Case) -> list[Flag]:
        return [Flag("number", "m.", target=(at, at + 1)) for at, letter in enumerate(case.text) if letter in "123"]

    def mends_twos(case: Case) -> list[Repair]:
        return [Repair((at, at + 1), "9", Flag("number", "m.")) for at, letter in enumerate(case.text) if letter == "2"]

    monkeypatch.setattr(guards, "GUARDS", (each_figure,))
    monkeypatch.setattr(guards, "REPAIRERS", (mends_twos,))
    assert chosen("won 2-1")[0] == "won 2-1"
    assert chosen("won 2 to 1") == ("won 9 to 1", [("number", True), ("number", False)])


def test_the_guards_are_given_what_is_known() -> None:
    seen: list[Case] = []

    def looks(case: Case) -> list[Flag]:
        seen.append(case)
        return []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(guards, "GUARDS", (looks,))
        names = Names(kept=frozenset({"Lusa"}))
        review("s", Candidate("t"), Candidate("own"), "de", names)
        choose("s", [Candidate("t")], "pt", names)
    assert seen == [
        Case("s", Candidate("t"), "de", Candidate("own"), names),
        Case("s", Candidate("t"), "pt", None, names),
    ]


# -- all guards together -----------------------------------------------------------------------------------------------

TEXT = st.text(st.sampled_from("aé1.,: %º€«»\"'()—-\n\u0301\u200bن中ไ٣"), max_size=40)


@settings(deadline=None)  # the first sentence of a language loads its tables
@given(TEXT, TEXT, st.sampled_from(["pt", "de", "ar", "zh", "und", "xx"]), st.booleans())
def test_no_text_upsets_the_guards(source: str, text: str, language: str, reviewed: bool) -> None:
    second = Candidate(source) if reviewed else None
    for flag in review(source, Candidate(text), second, language):
        assert flag.source is None or 0 <= flag.source[0] <= flag.source[1] <= len(source)
        assert flag.target is None or 0 <= flag.target[0] <= flag.target[1] <= len(text)
    judged = choose(source, [Candidate(text), Candidate("x")], language)
    assert all(flag.message.endswith((".", "?")) for flag in judged.flags)


@settings(deadline=None)
@given(st.integers(0, 99_999_999), st.integers(0, 99_999_999), st.sampled_from(". \u00a0\u202f"), st.booleans())
def test_a_changed_number_never_passes(told: int, other: int, separator: str, reviewed: bool) -> None:
    source = f"O relatório conta {told:,} casos.".replace(",", separator)
    own = Candidate(f"The report counts {told:,} cases.") if reviewed else None
    for printed in (told, other, told // 1000, told // 10, told * 1000):
        flags = review(source, Candidate(f"The report counts {printed:,} cases."), own, "pt")
        assert ("number" in {flag.kind for flag in flags}) == (told != printed), printed
