from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.translation import Candidate
from limitedtimes.rules.guards.case import Case
from limitedtimes.rules.guards.form import copied, language, length, quotes, repetition, restore_quote
from limitedtimes.rules.guards.words.function import ENGLISH, function_words

LONG = "O presidente da câmara anunciou na segunda-feira um novo plano para os transportes da cidade."


def case(source: str, text: str, code: str = "pt") -> Case:
    return Case(source, Candidate(text), code)


@pytest.mark.parametrize(
    "text",
    [
        "He went to the the market.",
        "It was very very very very very long.",
        "The council, the council, the council met.",
        "The minister said the minister said that it was over.",
        "We want peace and we want peace and we want peace and we want peace.",
        "He said that the work is not done yet, and later that the work is not done yet.",
        "of of of of of of of of",
    ],
)
def test_loops_are_flagged(text: str) -> None:
    (flag,) = repetition(case(LONG, text))
    assert flag.kind == "repetition"
    assert flag.target
    repeated = text[slice(*flag.target)].split()
    assert len(repeated) > len(set(repeated)) or len(repeated) == 6


@pytest.mark.parametrize(
    "text",
    [
        "No, no, no.",
        "It costs more and more and more.",
        "He had had enough.",
        "What it is is unclear, that that happened is not.",
        "Bora Bora and Pago Pago are far away.",
        "From year to year, from day to day.",
        "",
    ],
)
def test_what_people_repeat_is_not_a_loop(text: str) -> None:
    assert not repetition(case(LONG, text))


def test_a_translation_may_repeat_what_the_source_repeats() -> None:
    source = "Queremos paz, gritavam eles, queremos paz, gritavam eles."
    assert not repetition(case(source, "We want peace, they cried, we want peace, they cried."))
    assert repetition(case(source, "We want peace. " * 9))


def test_a_source_without_spaces_may_repeat_itself_too() -> None:
    text = "We will certainly win, we will certainly win."
    assert not repetition(case("我们一定会赢，我们一定会赢。", text, "zh"))
    assert repetition(case("我们一定会赢。", text, "zh"))


def test_source_text_in_the_translation_is_flagged() -> None:
    text = "The mayor announced um novo plano para os transportes da cidade on Monday."
    (flag,) = copied(case(LONG, text))
    assert flag.kind == "copied"
    assert flag.target
    assert text[slice(*flag.target)] == "um novo plano para os transportes da cidade"
    assert copied(case(LONG, LONG))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A Universidade Federal do Rio de Janeiro abriu.", "The Universidade Federal do Rio de Janeiro opened."),
        ("Disse: “we will be back in the spring”.", "He said: “we will be back in the spring”."),
        ("Real Madrid 3, Bayern 2, Porto 1.", "Real Madrid 3, Bayern 2, Porto 1."),
        ("Bom dia.", "Good morning."),
    ],
)
def test_names_figures_and_english_may_be_copied(source: str, text: str) -> None:
    assert not copied(case(source, text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Президент объявил о новом плане."),
        ("ja", "市長は新しい計画を発表した。"),
        ("el", "The δήμαρχος ανακοίνωσε ένα νέο σχέδιο."),
        ("pt", LONG),
        ("de", "Der Bürgermeister hat am Montag einen neuen Plan für die Stadt vorgestellt."),
        ("fr", "Le maire a annoncé un nouveau plan pour les transports dans la ville."),
    ],
)
def test_what_is_not_english_is_flagged(code: str, text: str) -> None:
    (flag,) = language(case("?", text, code))
    assert flag.kind == "language"
    assert flag.target == (0, len(text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pt", "The mayor announced a new plan for the city."),
        ("de", "He was in Die Zeit, and the man is in Den Haag."),
        ("ru", "The word Перестройка means restructuring in English."),
        ("es", "La Paz, El Alto, Los Andes: rain."),
        ("nl", "Rain expected"),
        ("xx", "1914–1918"),
        ("vi", "Nguyễn Xuân Phúc met the president of France."),
    ],
)
def test_english_with_names_is_english(code: str, text: str) -> None:
    assert not language(case("?", text, code))


@pytest.mark.parametrize("code", ["pt", "es", "fr", "it", "de", "nl", "sv", "pl", "tr", "gl", "no"])
def test_small_words_of_other_languages_are_not_english(code: str) -> None:
    assert len(function_words(code)) >= 10
    assert not function_words(code) & ENGLISH


@pytest.mark.parametrize(
    ("source", "text", "where"),
    [
        ("«Sim», disse ele.", "“Yes, he said.", "“"),
        ('"Sim", disse ele.', 'Yes", he said.', '"'),
        ("Choveu (muito) ontem.", "It rained (a lot yesterday.", "("),
        ("Choveu [muito] ontem.", "It rained [a lot yesterday.", "["),
    ],
)
def test_an_open_quotation_or_bracket_is_flagged(source: str, text: str, where: str) -> None:
    (flag,) = quotes(case(source, text))
    assert flag.kind == "quotes"
    assert flag.target
    assert text[slice(*flag.target)] == where


def aligned(source: str, text: str, pairs: str) -> Case:
    """A case aligned by pairs of words like "sim=yes"."""
    spans = []
    for pair in pairs.split():
        one, other = pair.split("=")
        spans.append(
            ((source.index(one), source.index(one) + len(one)), (text.index(other), text.index(other) + len(other)))
        )
    return Case(source, Candidate(text, tuple(spans)), "pt")


@pytest.mark.parametrize(
    ("source", "text", "pairs", "mended"),
    [
        (
            "Chamou-lhe “um plano perigoso” ontem.",
            "Yesterday he called it “a dangerous plan.",
            "Chamou-lhe=called um=a plano=plan perigoso=dangerous ontem=Yesterday",
            "Yesterday he called it “a dangerous plan”.",
        ),
        (
            '"Sim", disse ele, "agora".',
            '"Yes," he said, now."',
            "Sim=Yes disse=said ele=he agora=now",
            '"Yes," he said, "now."',
        ),
        ('"Sim", disse.', 'Yes," he said.', "Sim=Yes disse=said", '"Yes," he said.'),
    ],
)
def test_a_lost_quotation_mark_comes_back(source: str, text: str, pairs: str, mended: str) -> None:
    (repair,) = restore_quote(aligned(source, text, pairs))
    start, end = repair.span
    assert text[:start] + repair.text + text[end:] == mended
    assert repair.flag.repaired
    assert repair.flag.source
    assert source[slice(*repair.flag.source)] in '“”"'


@pytest.mark.parametrize(
    ("source", "text", "pairs"),
    [
        ("“Sim”, disse.", "Yes, he said.", "Sim=Yes disse=said"),
        ("“Sim”, disse.", "“Yes,” he said.", "Sim=Yes disse=said"),
        ("Sim” e “não.", "Yes and “no.", "Sim=Yes não=no"),
        ("Ele disse “sim” ontem.", "He said “yes yesterday.", "Ele=He"),
    ],
)
def test_a_mark_is_not_put_back_by_guessing(source: str, text: str, pairs: str) -> None:
    assert not restore_quote(aligned(source, text, pairs))
    assert not restore_quote(case(source, text))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("«Sim», disse ele.", "“Yes,” he said."),
        ("«Sim, disse ele.", "“Yes, he said."),
        ("Sim (e não.", "Yes (and no."),
        ("1) Sim", "1) Yes"),
        ("Sim", "Yes :)"),
        ("«Sim», disse ele.", "'Yes', he said."),
    ],
)
def test_closed_quotations_and_what_the_source_leaves_open_are_not(source: str, text: str) -> None:
    assert not quotes(case(source, text))


@pytest.mark.parametrize(
    ("code", "source", "text"),
    [
        ("pt", LONG, "The mayor."),
        (
            "pt",
            "Choveu ontem.",
            "It rained yesterday, and it will rain tomorrow and on the day after tomorrow too, they say.",
        ),
        ("zh", "市长星期一宣布了一项新的城市交通计划。", "Mayor."),
        ("pt", LONG, "  "),
    ],
)
def test_an_odd_length_is_flagged(code: str, source: str, text: str) -> None:
    (flag,) = length(case(source, text, code))
    assert flag.kind == "length"


@pytest.mark.parametrize(
    ("code", "source", "text"),
    [
        ("pt", LONG, "On Monday, the mayor announced a new plan for the city's transport."),
        (
            "zh",
            "市长星期一宣布了一项新的城市交通计划。",
            "On Monday, the mayor announced a new plan for the city's transport.",
        ),
        ("de", "Ja.", "Yes, sir."),
        ("pt", "Obrigado.", "Thanks."),
        ("pt", "", ""),
        ("pt", "12", ""),
    ],
)
def test_a_usual_length_is_not(code: str, source: str, text: str) -> None:
    assert not length(case(source, text, code))


@given(source=st.text(), text=st.text(), code=st.sampled_from(["pt", "zh", "ru", "xx"]))
def test_flags_point_into_their_texts(source: str, text: str, code: str) -> None:
    judged = case(source, text, code)
    for guard in (repetition, copied, language, quotes, length):
        for flag in guard(judged):
            assert flag.source is None or 0 <= flag.source[0] < flag.source[1] <= len(source)
            assert flag.target is None or 0 <= flag.target[0] < flag.target[1] <= len(text)
