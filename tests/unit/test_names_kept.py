from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.rules.names.kept import find_kept
from limitedtimes.rules.names.outlets import listed

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Icon: Der Spiegel", ["Der Spiegel"]),
        ("Das sagte Merkel Der Spiegel am Freitag.", ["Der Spiegel"]),
        ("Das sagte er dem „Spiegel“ am Montag.", ["Spiegel"]),
        ("Der Spiegel berichtet über neue Vorwürfe.", ["Der Spiegel"]),
        ("Wie die Zeitung Die Zeit schreibt, ist das falsch.", ["Die Zeit"]),
        ("Er sagte der Welt, das sei falsch.", ["Welt"]),
        ("Wie dpa erfuhr, kam Die Presse zu spät.", ["dpa", "Die Presse"]),
        ("(Foto: Bild)", ["Bild"]),
        ("Le Monde a publié une enquête.", ["Le Monde"]),
        ("Lo adelantó El País.", ["El País"]),
        ("O ministro disse ao Público que sai.", ["Público"]),
        ("O jornal português Público noticiou o caso.", ["Público"]),
        ('A notícia foi avançada pelo "Observador".', ["Observador"]),
        ("Segundo o Expresso, o acordo está fechado.", ["Expresso"]),
        ("Sol noticia hoje a demissão.", ["Sol"]),
        ("A Folha de S.Paulo e o Correio da Manhã revelaram tudo.", ["Folha de S.Paulo", "Correio da Manhã"]),
        ("Secondo Il Sole 24 Ore i conti tornano.", ["Il Sole 24 Ore"]),
        ("Die Frankfurter Allgemeine Zeitung schrieb das.", ["Frankfurter Allgemeine Zeitung"]),
        ("Об этом сообщает ТАСС.", ["TASS"]),
    ],
)
def test_outlets_are_found_where_they_are_named(sentence: str, names: list[str]) -> None:
    assert [one.english for one in find_kept(sentence, NONE)] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Spiegel an der Wand ist zerbrochen.",
        "Die Zeit ist knapp. Die Welt schaut zu.",
        "Er sagte, die Welt sei schlecht und erklärt die Welt.",
        "Er warf einen Blick in den Spiegel und machte ein Bild.",
        "O Ministério Público abriu um inquérito.",
        "O Tribunal e o Ministério Público disseram que não.",
        "O comboio Expresso parte às nove e o Sol nasce.",
        "Público aplaude de pé.",
        "El país crece y la nación también.",
        "Marca um golo de cabeça.",
        "La Croix Rouge a envoyé des médecins.",
        "Spiegelungen und Zeitungen.",
        "",
    ],
)
def test_ordinary_words_are_left_alone(sentence: str) -> None:
    assert find_kept(sentence, NONE) == ()


def test_the_users_own_outlets_are_kept_too() -> None:
    own = frozenset({"O Farol do Norte", "Farol", "AP", "tagesschau.de"})
    assert [one.english for one in find_kept("A notícia do O Farol do Norte é falsa.", own)] == ["O Farol do Norte"]
    assert find_kept("O Farol da Barra apagou-se; AP.", own) == ()
    assert [one.english for one in find_kept("O presidente disse ao Farol que não.", own)] == ["Farol"]
    assert [one.english for one in find_kept("Das meldet tagesschau.de heute.", own)] == ["tagesschau.de"]


def test_a_kept_name_says_where_it_stands() -> None:
    sentence = "A entrevista saiu no Le Monde."
    (one,) = find_kept(sentence, NONE)
    assert sentence[slice(*one.span)] == "Le Monde"


def test_every_listed_name_can_be_found() -> None:
    shown = ("„{}“ berichtete", "jornal {}", "{}")
    lost = [
        name
        for name, (english, _) in listed().items()
        if not any(english == one.english for form in shown for one in find_kept(form.format(name), NONE))
    ]
    assert lost == []


@given(st.text(max_size=60), st.frozensets(st.text(max_size=12), max_size=3))
def test_spans_are_in_order_and_apart(sentence: str, more: frozenset[str]) -> None:
    end = 0
    for one in find_kept(sentence, more):
        assert end <= one.span[0] < one.span[1] <= len(sentence)
        end = one.span[1]
