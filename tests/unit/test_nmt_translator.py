from __future__ import annotations

import os
import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from limitedtimes.nmt import runtime
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.models import carried
from limitedtimes.nmt.translator import Translator, split
from limitedtimes.nmt.vocabulary import words

if TYPE_CHECKING:
    from pathlib import Path

    from limitedtimes.nmt.translation import Translation

NEWS = """\
Os ministros chegaram a Lisboa na quinta-feira.
As autoridades de Nagorno-Karabakh informaram que 874 militares morreram até agora.
Não sei.
O preço da energia subiu 3,5% em setembro, segundo dados divulgados hoje pelo Instituto Nacional de Estatística.
«A situação é grave», disse o presidente da câmara.
A reunião durou seis horas e terminou sem acordo.
Bom dia.
O tribunal condenou o antigo ministro a cinco anos de prisão por corrupção, mas a defesa já anunciou que vai recorrer.
Chove.
Os pescadores esperavam no porto desde a madrugada, e ninguém lhes explicou por que razão o navio não saía.
O jogo acabou empatado a duas bolas.
Segundo a polícia, o homem de 44 anos foi detido à saída de um supermercado.""".split("\n")


@pytest.fixture(scope="module")
def translator() -> Translator:
    return Translator(carried(), threads=2)


def best(translator: Translator, *sentences: str) -> list[Translation]:
    return [answers[0] for answers in translator.translate(sentences)]


def same(one: Translation, other: Translation) -> bool:
    close = pytest.approx(other.log_probabilities, abs=1e-3)
    return (one.text, one.alignment) == (other.text, other.alignment) and one.log_probabilities == close


def test_a_sentence_does_not_depend_on_its_neighbours(translator: Translator) -> None:
    together = dict(zip(NEWS, best(translator, *NEWS), strict=True))
    shuffled = random.Random(4).sample(NEWS * 5, 5 * len(NEWS))
    assert all(same(one, together[text]) for text, one in zip(shuffled, best(translator, *shuffled), strict=True))
    assert all(same(best(translator, text)[0], together[text]) for text in NEWS)
    assert all(
        same(one, together[text])
        for start in range(len(NEWS))
        for text, one in zip(NEWS[start : start + 3], best(translator, *NEWS[start : start + 3]), strict=True)
    )


def test_one_thread_and_several_answer_the_same(translator: Translator) -> None:
    alone = Translator(carried(), threads=1)
    assert best(alone, *NEWS) == best(translator, *NEWS)


def test_every_word_of_a_literal_translation_is_aligned(translator: Translator) -> None:
    source = "O presidente do banco viajou para Paris em 2019."
    (one,) = best(translator, source)
    aligned = {source[slice(*span)] for span, _ in one.alignment}
    assert {"presidente", "banco", "viajou", "Paris", "2019"} <= aligned
    assert {("Paris", "Paris"), ("2019", "2019")} <= {
        (source[slice(*a)], one.text[slice(*b)]) for a, b in one.alignment
    }


def test_alignments_are_of_whole_words_in_target_order(translator: Translator) -> None:
    for source, one in zip(NEWS, best(translator, *NEWS), strict=True):
        assert {a for a, _ in one.alignment} <= set(words(source))
        assert {b for _, b in one.alignment} <= set(words(one.text))
        assert [b for _, b in one.alignment] == sorted(b for _, b in one.alignment)
        assert len(set(one.alignment)) == len(one.alignment)


def test_every_token_has_its_probability_and_its_place(translator: Translator) -> None:
    for one in best(translator, *NEWS):
        assert len(one.tokens) == len(one.log_probabilities)
        assert max(one.log_probabilities) <= 1e-6
        assert "".join(one.text[slice(*span)] for span in one.tokens) == one.text.replace(" ", "")


def test_alternatives_are_different_and_the_best_comes_first(translator: Translator) -> None:
    answers = translator.translate(NEWS, alternatives=3)
    assert [one[0] for one in answers] == best(translator, *NEWS)
    for one in answers:
        assert len({other.text for other in one}) == len(one) <= 4
    assert sum(map(len, answers)) > 3 * len(NEWS)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        (" \n\t\u00a0", ""),
        ("1.234,5", "1.234,5"),
        ("😀😃🎉", "😀😃🎉"),
        ("https://example.org/caminho?x=1", "https://example.org/caminho?x=1"),
        ("joao.silva@example.pt", "joao.silva@example.pt"),
        ("日本語のテキスト", "日本語のテキスト"),
        ("\u0007\u001b", "\u0007\u001b"),
    ],
)
def test_what_has_nothing_to_translate_is_kept(translator: Translator, source: str, expected: str) -> None:
    alone, among = best(translator, source)[0], best(translator, NEWS[0], source, NEWS[1])[1]
    assert alone == among
    assert alone.kept
    assert alone.text == expected.strip()
    assert all(source[slice(*a)] == alone.text[slice(*b)] for a, b in alone.alignment)


def test_data_of_fifty_thousand_letters_is_put_back_and_the_words_around_it_are_translated(
    translator: Translator,
) -> None:
    data = "abcdefghij" * 5_000
    [made] = best(translator, f"A cidade fica em Portugal, {data} disse o presidente.")
    assert made.text.count(data) == 1
    assert "city" in made.text
    assert len(made.text) < len(data) + 100
    [alone] = best(translator, data)
    assert (alone.text, alone.kept) == (data, True)


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Olá 🎉 mundo!", "🎉"),
        ("🎉🎉 Olá mundo!", "🎉🎉"),
        ("O presidente 習近平 chegou a Lisboa.", "習近平"),
        ("A cidade de Łódź fica na Polónia.", "Łódź"),
        ("Veja https://example.org/caminho?x=1 para mais informações.", "https://example.org/caminho?x=1"),
        ("Escreva para joao.silva@example.pt, por favor.", "joao.silva@example.pt"),
        ("O bilhete custa 5 € na bilheteira.", "€"),
    ],
)
def test_what_the_model_cannot_write_arrives_all_the_same(translator: Translator, source: str, kept: str) -> None:
    (one,) = best(translator, source)
    assert one.text.count(kept) == 1
    assert "  " not in one.text
    assert any(kept in source[slice(*a)] and kept in one.text[slice(*b)] for a, b in one.alignment)
    assert all(0 <= start <= end <= len(one.text) for start, end in one.tokens)


@pytest.mark.parametrize("odd", ["a\ud800b", "Olá\u0000mundo", "a" * 700, "a " * 300, "\u202eolá\u202c", "<b>Olá</b>"])
def test_odd_text_has_an_answer_that_is_the_same_in_a_batch(translator: Translator, odd: str) -> None:
    alone = best(translator, odd)[0]
    assert alone.text
    assert same(best(translator, NEWS[3], odd, NEWS[2])[1], alone)


def test_english_stays_english(translator: Translator) -> None:
    text = "The minister arrived in Lisbon on Thursday."
    assert best(translator, text)[0].text == text


def test_what_is_too_long_is_split_at_clauses_and_says_so(translator: Translator) -> None:
    clause = "o ministro falou longamente com os pescadores que esperavam no porto"
    source = "; ".join([clause] * 20) + "; e no fim chegaram 4711 passageiros."
    (one,) = best(translator, source)
    assert one.parts > 1
    assert one.text.count("fishermen") >= 20
    assert "4711" in one.text or "4,711" in one.text
    assert {a for a, _ in one.alignment} <= set(words(source))
    places = [one.text[slice(*b)] for a, b in one.alignment if source[slice(*a)] == "4711"]
    assert any("4711" in place or "4,711" in place for place in places)


@settings(deadline=None, max_examples=40)
@given(text=st.text(max_size=300))
def test_any_text_has_an_answer_with_spans_inside(translator: Translator, text: str) -> None:
    (one,) = best(translator, text)
    assert bool(one.text) >= any(character.isalnum() for character in text.strip()[:1])
    for (start, end), (first, last) in one.alignment:
        assert 0 <= start < end <= len(text)
        assert 0 <= first < last <= len(one.text)
    assert all(0 <= start <= end <= len(one.text) for start, end in one.tokens)


@given(
    text=st.lists(st.sampled_from(["palavra", "vírgula,", "ponto;", "—", "日本", "、", "x" * 60]), max_size=80).map(
        " ".join
    )
)
def test_splitting_loses_nothing_but_white_space(text: str) -> None:
    pieces = [(start, start + 1) for start in range(len(text)) if not text[start].isspace()]
    if not pieces:
        return
    spans = split(text, pieces, 50)
    assert "".join(text[slice(*span)] for span in spans).replace(" ", "") == text.replace(" ", "")
    assert all(sum(start <= piece < end for piece, _ in pieces) < 50 for start, end in spans)
    assert all(not text[one[1] : other[0]].strip() for one, other in pairwise(spans))


def test_graphs_are_cached_whole_and_used_again(tmp_path: Path) -> None:
    cache = tmp_path / "graphs"
    first = Translator(carried(), cache)
    files = {path: path.read_bytes() for path in cache.iterdir()}
    assert len(files) == 2
    assert all(path.suffix == ".onnx" for path in files)
    second = Translator(carried(), cache)
    assert best(second, *NEWS) == best(first, *NEWS)
    assert {path: path.read_bytes() for path in cache.iterdir()} == files


def test_a_damaged_cache_is_built_anew(tmp_path: Path, translator: Translator) -> None:
    cache = tmp_path / "graphs"
    Translator(carried(), cache)
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:1000])
    assert best(Translator(carried(), cache), *NEWS) == best(translator, *NEWS)
    assert all(path.stat().st_size > 1_000_000 for path in cache.iterdir())


def test_what_a_killed_process_left_in_the_cache_does_no_harm(tmp_path: Path, translator: Translator) -> None:
    cache = tmp_path / "graphs"
    cache.mkdir()
    (cache / "half.part").write_bytes(b"half")
    os.utime(cache / "half.part", (0, 0))
    assert best(Translator(carried(), cache), NEWS[0]) == best(translator, NEWS[0])
    assert sorted(path.suffix for path in cache.iterdir()) == [".onnx", ".onnx"]


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, translator: Translator) -> None:
    place = tmp_path / "file"
    place.write_text("not a folder")
    assert best(Translator(carried(), place / "graphs"), NEWS[0]) == best(translator, NEWS[0])


def test_unsigned_weights_give_the_same_answers(monkeypatch: pytest.MonkeyPatch, translator: Translator) -> None:
    monkeypatch.setattr(runtime, "_signed_is_exact", lambda: False)
    older = Translator(carried())
    assert all(same(one, other) for one, other in zip(best(older, *NEWS), best(translator, *NEWS), strict=True))


def test_an_unknown_execution_provider_is_refused() -> None:
    with pytest.raises(ModelError, match="CPUExecutionProvider"):
        Translator(carried(), provider="NoSuchProvider")
