from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from limitedtimes.bench.figures import differs
from limitedtimes.bench.guards import Half, Line, curve, half, judged_lines
from limitedtimes.bench.mutations import PLANTERS, faults
from limitedtimes.bench.translate import read_lines
from limitedtimes.engines import Engines
from limitedtimes.ingest.language import Py3LangidDetector

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# -- the comparer ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Dois mil soldados e 145.000 pessoas", "Two thousand soldiers and 145,000 people"),
        ("2.200.112", "2,200,112"),
        ("às 18h45", "at 6:45 p.m."),
        ("às 18h45", "at 18:45"),
        ("às 6h da tarde", "at 6 pm"),
        ("entre 20 e 30 milhões", "between 20 million and 30 million"),
        ("1,5 milhão", "1,500,000"),
        ("um milhão e meio", "1.5 million"),
        ("meio milhão", "half a million"),
        ("2,5 mil milhões", "2.5 billion"),
        ("dois biliões", "two trillion"),
        ("5 milhões e 200 mil", "5.2 million"),
        ("duzentos e trinta e dois mil", "232,000"),
        ("vinte e cinco", "twenty-five"),
        ("12 345,67", "12,345.67"),
        ("século XIX", "19th century"),
        ("anos 90", "the 1990s"),
        ("22/10/2020", "October 22, 2020"),
        ("quinta-feira", "Thursday"),
        ("O 1.º lugar", "First place"),
        ("ambos", "the two"),
        ("1,98 m", "1.98 m"),
        ("", ""),
    ],
)
def test_the_comparer_knows_figures_that_mean_the_same(source: str, translation: str) -> None:
    assert not differs(source, translation)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("2.200.112", "2,200,12"),
        ("145.000", "145"),
        ("1,5 milhão", "1.5 billion"),
        ("às 18h45", "at 6:15 p.m."),
        ("dois mil", "two hundred"),
        ("874 militares", "soldiers"),
        ("soldados", "874 soldiers"),
        ("de 3,5% para 4,1%", "to 4.1%"),
        ("quinta-feira", "Thursday 5"),
        ("trinta e cinco", "thirty-six"),
        ("em 1994", "in 1995"),
    ],
)
def test_the_comparer_knows_figures_that_do_not(source: str, translation: str) -> None:
    assert differs(source, translation)


# -- planted faults ----------------------------------------------------------------------------------------------------

PAIRS = [
    (
        "A empresa perdeu 2.200.112 euros, disse Putin a Merkel em maio, e a região não foi devolvida.",
        "In all, 2,200,112 euros were lost, as Putin told Merkel in May, and the region was not returned.",
    ),
    ("Cada lado perdeu 300 soldados, disse Stoltenberg.", "Officials said that each side lost Stoltenberg, he said."),
    ("«Nunca vi nada assim», disse ela.", "“I have never seen anything like this,” she said."),
    ("Sim.", "Yes."),
]


def planted(pairs: Sequence[tuple[str, str]], seed: int = 4) -> dict[tuple[int, str], str]:
    return {(fault.row, fault.kind): fault.text for fault in faults(pairs, seed)}


def test_every_kind_of_fault_is_planted_where_there_is_room() -> None:
    made = planted(PAIRS)
    assert {kind for _, kind in made} == set(PLANTERS)
    assert not [kind for row, kind in made if row == 3]
    assert all(text != PAIRS[row][1] for (row, _), text in made.items())
    assert made[0, "negation_dropped"].endswith("the region was returned.")
    assert made[1, "each_as_both"] == "Officials said that both side lost Stoltenberg, he said."
    assert made[2, "attribution_dropped"] == "“I have never seen anything like this.”"
    assert made[0, "names_exchanged"] == PAIRS[0][1].replace("Putin", "@").replace("Merkel", "Putin").replace(
        "@", "Merkel"
    )


def test_the_same_seed_plants_the_same_faults_and_a_row_keeps_its_own() -> None:
    assert faults(PAIRS) == faults(PAIRS)
    assert planted(PAIRS, 5) != planted(PAIRS, 4)
    alone = planted([(source, text) for source, text in PAIRS[:1]])
    kept = {"number_digit", "number_other", "clause_dropped", "negation_dropped"}
    assert {kind: text for (row, kind), text in alone.items() if kind in kept} == {
        kind: text for (row, kind), text in planted(PAIRS).items() if row == 0 and kind in kept
    }


def test_a_changed_number_is_another_number() -> None:
    for seed in range(30):
        made = planted(PAIRS, seed)
        for kind in ("number_digit", "number_other", "number_separators"):
            assert "2,200,112 " not in made[0, kind]


# -- sums --------------------------------------------------------------------------------------------------------------

NONE: frozenset[str] = frozenset()
LINES = [
    Line(1, NONE, {"number_digit": frozenset({"number"}), "clause_dropped": NONE}),
    Line(2, frozenset({"length"}), {"number_digit": frozenset({"length"})}),
    Line(3, NONE, {"number_digit": frozenset({"name"})}),
    Line(4, NONE, {}),
]


def test_faults_are_named_by_flags_that_fit_and_noticed_by_new_ones() -> None:
    summed = half(LINES)
    assert (summed["rows"], summed["false_alarms"], summed["by_kind"]) == (4, 0.25, {"length": 0.25})
    assert summed["found"]["number_digit"] == {"planted": 3, "named": 0.3333, "noticed": 0.6667}
    assert summed["found"]["clause_dropped"] == {"planted": 1, "named": 0.0, "noticed": 0.0}
    assert summed["found"]["each_as_both"] == {"planted": 0, "named": 0.0, "noticed": 0.0}


def test_the_curve_adds_the_most_precise_kinds_first() -> None:
    points = curve(LINES)
    assert [point["kinds"] for point in points] == [["name"], ["name", "number"], ["name", "number", "length"]]
    assert [point["false_alarms"] for point in points] == [0.0, 0.0, 0.25]
    assert [point["noticed"]["number_digit"] for point in points] == [0.3333, 0.6667, 0.6667]


# -- what was reached --------------------------------------------------------------------------------------------------
# A ratchet: these may be raised, never lowered, and never stand below the floors: false alarms 5 % (numbers 2 %); found:
# changed numbers 98 %, swapped names 93 %, dropped clauses 81 %, dropped negations 75 %.

MOST_ALARMS = 0.04
MOST_NUMBER_ALARMS = 0.01
NUMBERS = ("number_digit", "number_other", "number_separators")
REACHED = {"name_swapped": 0.965, "clause_dropped": 0.85, "negation_dropped": 0.82, "attribution_dropped": 0.9}


@pytest.fixture(scope="module")
def measured(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Half:
    sources, references = (read_lines(shared / "data" / "ntrex" / f"{name}.txt") for name in ("por", "eng"))
    engines = Engines(tmp_path_factory.mktemp("models"))
    lines, aligned = judged_lines(sources, references, engines, Py3LangidDetector(), "pt")
    assert aligned
    return half(lines)


@pytest.mark.shared
def test_false_alarms_on_human_translations_stay_as_rare_as_they_were(measured: Half) -> None:
    assert measured["rows"] == 1007
    assert measured["false_alarms"] <= MOST_ALARMS
    assert measured["by_kind"]["number"] <= MOST_NUMBER_ALARMS


@pytest.mark.shared
def test_planted_faults_are_found_as_often_as_they_were(measured: Half) -> None:
    found = measured["found"]
    planted = sum(found[kind]["planted"] for kind in NUMBERS)
    assert sum(found[kind]["planted"] * found[kind]["named"] for kind in NUMBERS) / planted >= 0.985
    assert {kind: found[kind]["named"] for kind, least in REACHED.items() if found[kind]["named"] < least} == {}
