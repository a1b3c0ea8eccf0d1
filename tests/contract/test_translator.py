"""The Translator port: what every engine must do, run on the real one with the Portuguese model."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from limitedtimes.engines import Engines
from limitedtimes.errors import ModelMissingError

if TYPE_CHECKING:
    from pathlib import Path

    from limitedtimes.ports import Translator, Translators

SENTENCES = [
    "Os ministros chegaram a Lisboa na quinta-feira.",
    "A reunião durou seis horas.",
    "«Não sei!», disse ele.",
    "Bom dia.",
    "O preço subiu 3,5% para 1.200 euros.",
]


@pytest.fixture(scope="module")
def translators(tmp_path_factory: pytest.TempPathFactory) -> Translators:
    return Engines(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def translator(translators: Translators) -> Translator:
    return translators.get("pt")


def texts(translator: Translator, *sentences: str) -> list[str]:
    return [candidates[0].text for candidates in translator.translate(sentences)]


def test_it_translates(translator: Translator) -> None:
    (text,) = texts(translator, "O ministro chegou a Lisboa na quinta-feira.")
    assert {"minister", "Lisbon", "Thursday"} <= set(re.findall(r"\w+", text))


def test_one_in_one_out_in_order(translator: Translator) -> None:
    answers = translator.translate(SENTENCES)
    assert len(answers) == len(SENTENCES)
    assert all(candidates and candidates[0].text for candidates in answers)
    assert texts(translator, *reversed(SENTENCES)) == [one[0].text for one in reversed(answers)]


def test_nothing_in_nothing_out(translator: Translator) -> None:
    assert translator.translate([]) == []


def test_a_sentence_is_the_same_alone_as_in_a_batch(translator: Translator) -> None:
    together = texts(translator, *SENTENCES, *SENTENCES)
    assert together == [texts(translator, one)[0] for one in SENTENCES] * 2


@pytest.mark.parametrize("empty", ["", " ", "\n", "\u00a0\t"])
def test_white_space_gives_nothing(translator: Translator, empty: str) -> None:
    assert texts(translator, empty, "Bom dia.")[0] == ""


@pytest.mark.parametrize(
    "odd",
    [
        "1234567890",
        "https://example.org/caminho?x=1&y=2",
        "😀😃🎉",
        "Olá\u0000mundo\u0007 e\u001b[31m adeus",
        "\u200b\u200e\ufeff texto",
        "日本語のテキスト",
        "!!! ??? ...",
        "<p>Olá</p> &amp; {{x}}",
        "a\ud800b",
    ],
)
def test_odd_input_has_an_answer_and_disturbs_nobody(translator: Translator, odd: str) -> None:
    answers = texts(translator, SENTENCES[0], odd, SENTENCES[1])
    assert len(answers) == 3
    assert [answers[0], answers[2]] == texts(translator, SENTENCES[0], SENTENCES[1])


def test_ten_thousand_words_are_not_cut(translator: Translator) -> None:
    filler = "o ministro falou com os pescadores no porto, "
    text = filler * 1250 + "e no fim chegou o navio Esperança com 4711 passageiros."
    assert len(text.split()) > 10_000
    (candidates,) = translator.translate([text])
    answer = candidates[0].text
    assert "split" in candidates[0].notes
    assert "4711" in answer[-200:]
    assert "passengers" in answer[-200:]
    assert len(answer.split()) > 5_000


def test_a_word_without_end_is_an_answer_too(translator: Translator) -> None:
    (answer,) = texts(translator, "a" * 700)
    assert answer


def test_several_threads_may_ask_at_once(translator: Translator) -> None:
    expected = texts(translator, *SENTENCES)
    barrier = threading.Barrier(4)

    def ask(_: int) -> list[str]:
        barrier.wait()
        return texts(translator, *SENTENCES)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [expected] * 4


def test_it_says_who_it_is(translator: Translator) -> None:
    assert translator.source_language == "pt"
    identity = translator.identity
    assert identity.name
    assert identity.model
    assert re.fullmatch(r"[0-9a-f]{64}", identity.model_sha256)


def test_what_it_promises_it_gives(translator: Translator) -> None:
    can = translator.capabilities
    assert can.alignment
    assert can.confidence
    assert can.calibrated
    assert can.alternatives
    assert can.force
    (candidates,) = translator.translate(["O ministro chegou a Lisboa."], alternatives=3)
    assert len({one.text for one in candidates}) == 4
    for one in candidates:
        assert one.alignment
        assert one.log_probabilities
        assert one.tokens
        assert len(one.log_probabilities) == len(one.tokens)
        assert one.confidence is not None
        assert 0 < one.confidence < 1


def test_the_best_is_the_same_whatever_else_is_asked(translator: Translator) -> None:
    alone = translator.translate(SENTENCES)
    assert [one[0] for one in translator.translate(SENTENCES, alternatives=4)] == [one[0] for one in alone]


def test_what_it_made_itself_scores_the_same_when_it_is_forced(translator: Translator) -> None:
    made = [candidates[0] for candidates in translator.translate(SENTENCES)]
    forced = translator.force([(sentence, one.text) for sentence, one in zip(SENTENCES, made, strict=True)])
    assert [one.alignment for one in forced] == [one.alignment for one in made]
    for one, other in zip(forced, made, strict=True):
        assert one.log_probabilities == pytest.approx(other.log_probabilities, abs=1e-3)


def test_what_somebody_else_made_stays_as_it_is_and_is_aligned(translator: Translator) -> None:
    source, target = "O ministro chegou a Lisboa na quinta-feira.", "On Thursday  the minister reached Lisbon"
    (one,) = translator.force([(source, target)])
    assert one.text == target
    assert one.alignment
    pairs = {(source[slice(*a)], target[slice(*b)]) for a, b in one.alignment}
    assert {("ministro", "minister"), ("Lisboa", "Lisbon"), ("quinta-feira", "Thursday")} <= pairs


def test_a_worse_translation_has_a_lower_probability(translator: Translator) -> None:
    source = "O ministro chegou a Lisboa na quinta-feira."
    good, bad = translator.force(
        [(source, "The minister arrived in Lisbon on Thursday."), (source, "Cats sleep a lot.")]
    )
    assert good.confidence
    assert bad.confidence
    assert good.confidence > bad.confidence + 0.3


@pytest.mark.parametrize("pair", [("", ""), ("Olá.", ""), ("", "Hello."), ("a " * 2000, "b " * 3000), ("😀", "😀")])
def test_odd_pairs_are_scored_too(translator: Translator, pair: tuple[str, str]) -> None:
    (one,) = translator.force([pair])
    assert one.text == pair[1]
    assert one.log_probabilities
    assert all(end <= len(pair[1]) for _, end in one.tokens or ())


def test_a_variety_of_a_language_has_the_languages_translator(translators: Translators) -> None:
    assert translators.get("pt-BR") is translators.get("PT") is translators.get("pt")


@pytest.mark.parametrize("language", ["de", "und", "", "xx-YY"])
def test_a_language_without_a_model_says_so(translators: Translators, language: str) -> None:
    with pytest.raises(ModelMissingError):
        translators.get(language)


def test_the_languages_with_a_model_are_named(translators: Translators) -> None:
    assert list(translators.languages()) == ["pt"]


def test_an_engine_that_nobody_needs_any_more_gives_its_threads_back(tmp_path: Path) -> None:
    others = set(threading.enumerate())
    engines = Engines(tmp_path)
    assert engines.get("pt").translate(["Bom dia."])
    mine = set(threading.enumerate()) - others
    del engines
    deadline = threading.Event()
    for _ in range(100):
        if not any(thread.is_alive() for thread in mine):
            return
        deadline.wait(0.05)
    pytest.fail("the threads of an engine that is gone run on")
