"""Word alignment: sentences aligned by hand, and laws on real news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from limitedtimes.nmt.models import carried
from limitedtimes.nmt.translator import Translator
from limitedtimes.nmt.vocabulary import words

if TYPE_CHECKING:
    from pathlib import Path

    from limitedtimes.nmt.translation import Translation

# Source, its translation, and which words belong together; what else is aligned (articles, prepositions) is left open.
BY_HAND = [
    (
        "O presidente francês visitou ontem a cidade de Lyon.",
        "The French president visited the city of Lyon yesterday.",
        "presidente-president francês-French visitou-visited ontem-yesterday cidade-city Lyon-Lyon",
    ),
    (
        "A empresa despediu 350 trabalhadores em março.",
        "The company dismissed 350 workers in March.",
        "empresa-company despediu-dismissed 350-350 trabalhadores-workers em-in março-March",
    ),
    (
        "Três crianças ficaram feridas no acidente.",
        "Three children were injured in the accident.",
        "Três-Three crianças-children ficaram-were feridas-injured no-in acidente-accident",
    ),
    (
        "O livro vermelho está em cima da mesa.",
        "The red book is on the table.",
        "livro-book vermelho-red está-is mesa-table",
    ),
    (
        "Os preços da gasolina subiram muito este ano.",
        "Gasoline prices have risen a lot this year.",
        "preços-prices gasolina-Gasoline subiram-risen muito-lot este-this ano-year",
    ),
    (
        "Maria Silva ganhou a medalha de ouro em Paris.",
        "Maria Silva won the gold medal in Paris.",
        "Maria-Maria Silva-Silva ganhou-won medalha-medal ouro-gold em-in Paris-Paris",
    ),
    (
        "O governo aprovou uma nova lei sobre a imigração.",
        "The government passed a new immigration law.",
        "governo-government aprovou-passed uma-a nova-new lei-law imigração-immigration",
    ),
    (
        "A polícia deteve dois suspeitos perto da fronteira.",
        "The police detained two suspects near the border.",
        "polícia-police deteve-detained dois-two suspeitos-suspects perto-near fronteira-border",
    ),
    (
        "Quase 2.000 pessoas morreram de cada lado, disse Putin.",
        "Almost 2,000 people died on each side, Putin said.",
        "Quase-Almost 2.000-2,000 pessoas-people morreram-died cada-each lado-side disse-said Putin-Putin",
    ),
    (
        "Os cientistas descobriram uma espécie rara de peixe.",
        "Scientists have discovered a rare species of fish.",
        "cientistas-Scientists descobriram-discovered espécie-species rara-rare peixe-fish",
    ),
    (
        "A chuva destruiu metade das colheitas.",
        "The rain destroyed half of the crops.",
        "chuva-rain destruiu-destroyed metade-half colheitas-crops",
    ),
    (
        "O tribunal adiou o julgamento para segunda-feira.",
        "The court postponed the trial to Monday.",
        "tribunal-court adiou-postponed julgamento-trial segunda_feira-Monday",
    ),
]


@pytest.fixture(scope="module")
def translator() -> Translator:
    return Translator(carried())


def pairs(source: str, one: Translation) -> set[tuple[str, str]]:
    return {(source[slice(*a)], one.text[slice(*b)]) for a, b in one.alignment}


def test_words_that_belong_together_are_aligned(translator: Translator) -> None:
    forced = translator.force([(source, target) for source, target, _ in BY_HAND])
    wanted, found, astray = 0, 0, []
    for (source, _, listed), one in zip(BY_HAND, forced, strict=True):
        gold = {(a.replace("_", "-"), b) for a, _, b in (pair.partition("-") for pair in listed.split())}
        mine = pairs(source, one)
        wanted += len(gold)
        found += len(gold & mine)
        partner = dict(gold)
        back = {b: a for a, b in gold}
        astray += [(a, b) for a, b in mine if a in partner and b in back and (a, b) not in gold]
    assert found >= 0.98 * wanted
    assert len(astray) <= 0.05 * wanted, astray


@pytest.mark.shared
def test_names_and_numbers_are_aligned_to_themselves(translator: Translator, shared: Path) -> None:
    lines = (shared / "data" / "ntrex" / "por.txt").read_text(encoding="utf-8").split("\n")[:200]
    told, right = 0, 0
    for source, answers in zip(lines, translator.translate(lines), strict=True):
        one = answers[0]
        placed: dict[str, list[tuple[int, int]]] = {}
        for span in words(one.text):
            placed.setdefault(one.text[slice(*span)], []).append(span)
        for number, span in enumerate(words(source)):
            word = source[slice(*span)]
            named = word[0].isdigit() or (word[0].isupper() and number > 0)
            if named and source.count(word) == 1 and len(placed.get(word, ())) == 1:
                told += 1
                right += (span, placed[word][0]) in one.alignment
    assert told > 200
    assert right >= 0.98 * told


@pytest.mark.shared
def test_nearly_every_word_of_real_news_has_a_counterpart(translator: Translator, shared: Path) -> None:
    lines = (shared / "data" / "ntrex" / "por.txt").read_text(encoding="utf-8").split("\n")[:200]
    content, lonely = 0, 0
    for source, answers in zip(lines, translator.translate(lines), strict=True):
        aligned = {span for span, _ in answers[0].alignment}
        long = [span for span in words(source) if span[1] - span[0] > 3]
        content += len(long)
        lonely += sum(span not in aligned for span in long)
    assert lonely <= 0.03 * content
