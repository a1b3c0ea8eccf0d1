from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.translation import Candidate
from limitedtimes.rules.guards.edit import edit
from limitedtimes.rules.names import Names
from limitedtimes.rules.names.archive import decide, losing, scope
from limitedtimes.rules.names.key import key
from limitedtimes.rules.names.spelling import Vote, keys, unify, votes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row = tuple[str, str]


def unified(rows: Sequence[Row], language: str, known: Mapping[str, str] | None = None) -> list[str]:
    """The English of an article's sentences after its names were unified."""
    sentences = [(source, Candidate(english)) for source, english in rows]
    repairs = unify(sentences, language, Names(known or {}))
    return [edit(candidate, repair).candidate.text for (_, candidate), repair in zip(sentences, repairs, strict=True)]


SAME = {
    "the mission's": (
        "de",
        [
            ("Alexej Nawalny ist tot.", "Alexei Navalny is dead.", "Alexei Navalny is dead."),
            ("Die Anhänger von Nawalny trauern.", "Nawalny's supporters mourn.", "Navalny's supporters mourn."),
            ("Nawalnys Witwe spricht.", "Nawalny's widow speaks.", "Navalny's widow speaks."),
        ],
    ),
    "two romanisations in the source": (
        "de",
        [
            ("Der Kremlkritiker Nawalny ist tot.", "The Kremlin critic Nawalny is dead.", "The Kremlin critic Nawalny is dead."),
            ("Foto: Navalny vor Gericht", "Photo: Navalny in court", "Photo: Nawalny in court"),
        ],
    ),
    "an adapted spelling before one taken over": (
        "de",
        [("Nawalny ist tot.", "Nawalny is dead.", "Navalny is dead."), ("Der Tod von Nawalny.", "Navalny's death.", "Navalny's death.")],
    ),
    "one slip of the engine does not outvote three copies": (
        "de",
        [
            ("Sander kam spät.", "Sander came late.", "Sander came late."),
            ("Dort sprach Sander.", "Sander spoke there.", "Sander spoke there."),
            ("Dann ging Sander.", "Then Sander left.", "Then Sander left."),
            ("Auch Sander lachte.", "Zander laughed too.", "Sander laughed too."),
        ],
    ),
    "Russian cases": (
        "ru",
        [
            ("Алексей Навальный умер.", "Alexei Navalny died.", "Alexei Navalny died."),
            ("Соратники Навального скорбят.", "Navalnogo's allies mourn.", "Navalny's allies mourn."),
            ("Об этом рассказали Навальному.", "Nawalny was told.", "Navalny was told."),
        ],
    ),
    "Polish cases": (
        "pl",
        [
            ("Donald Trump przyjechał.", "Donald Trump arrived.", "Donald Trump arrived."),
            ("Spotkał Trumpa wczoraj.", "He met Trumpa yesterday.", "He met Trump yesterday."),
        ],
    ),
    "Czech cases": (
        "cs",
        [
            ("Prezident Putin mluvil.", "President Putin spoke.", "President Putin spoke."),
            ("Řekl to Putinovi včera.", "He told Putinovi yesterday.", "He told Putin yesterday."),
        ],
    ),
    "the source's diacritics": (
        "pt",
        [
            ("António Costa falou.", "António Costa spoke.", "António Costa spoke."),
            ("E António Guterres riu.", "And Antonio Guterres laughed.", "And António Guterres laughed."),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME.values(), ids=SAME)
def test_one_name_has_one_spelling_in_an_article(case: tuple[str, list[tuple[str, str, str]]]) -> None:
    language, rows = case
    assert unified([row[:2] for row in rows], language) == [row[2] for row in rows]


DIFFERENT = {
    "Müller and Möller": ("de", [("Thomas Müller traf.", "Thomas Müller scored."), ("Auch Möller traf.", "Möller also scored.")]),
    "Mann and Hamann": ("de", [("Gestern traf Mann.", "Mann scored yesterday."), ("Gestern traf Hamann.", "Hamann scored.")]),
    "Meier and Meyer": ("de", [("Meier kam.", "Meier came."), ("Dann ging Meyer.", "Then Meyer left.")]),
    "Peters and Peter": ("de", [("Jan Peters kam.", "Jan Peters came."), ("Dann ging Peter.", "Then Peter left.")]),
    "Martin and Martina": ("cs", [("Martin Novák přišel.", "Martin Novák came."), ("Přišla Martina Nováková.", "Martina Nováková came.")]),
    "husband and wife": ("ru", [("Владимир Путин приехал.", "Vladimir Putin came."), ("С ним Людмила Путина.", "With him Lyudmila Putina.")]),
    "Iran and Iraq": ("pt", [("O Irão atacou.", "Iran attacked."), ("O Iraque respondeu.", "Iraq replied.")]),
    "Marta and Maria": ("pt", [("Marta falou.", "Marta spoke."), ("Depois Maria riu.", "Then Maria laughed.")]),
    "a country and its people": ("pt", [("A Rússia atacou.", "Russia attacked."), ("O presidente da Rússia falou.", "The Russian president spoke.")]),
    "a place and its club": ("es", [("Llegó a Sevilla.", "He came to Seville."), ("Ganó el Sevilla.", "Sevilla won.")]),
    "a party and its adjective": ("pt", [("O Partido Nacional venceu.", "The Partido Nacional won."), ("O Nacional venceu.", "The National won.")]),
}  # fmt: skip


@pytest.mark.parametrize("case", DIFFERENT.values(), ids=DIFFERENT)
def test_names_that_merely_resemble_each_other_are_left_alone(case: tuple[str, list[Row]]) -> None:
    language, rows = case
    assert unified(rows, language) == [english for _, english in rows]


def test_the_archives_spelling_wins() -> None:
    rows = [
        ("Wolodymyr Selenskyj kam.", "Volodymyr Zelenskyy came."),
        ("Am Abend sprach Selenskyj.", "Selenskyj spoke in the evening."),
    ]
    known = {key("Зеленский", "ru"): "Zelensky"}
    assert unified(rows, "de", known) == ["Volodymyr Zelensky came.", "Zelensky spoke in the evening."]


def test_the_archives_spelling_of_another_name_is_not_taken() -> None:
    known = {key("Russland", "de"): "Russia", key("Garcia", "pt"): "García"}
    assert unified([("Russland droht.", "Russian threats.")], "de", known) == ["Russian threats."]
    assert unified([("Rui Garcia falou.", "Rui Garcia spoke.")], "pt", known) == ["Rui Garcia spoke."]


def test_an_outlets_name_is_never_respelt() -> None:
    rows = [("Der Standard meldete es.", "Der Standard reported it."), ("Das sagte Standard.", "Standart said so.")]
    assert unified(rows[:1], "de", {key("Standard", "de"): "Standart"}) == ["Der Standard reported it."]


def test_a_repair_says_what_was_written() -> None:
    rows = [("Alexej Nawalny ist tot.", "Alexei Navalny is dead."), ("Sie liebten Nawalny.", "They loved Nawalny.")]
    repairs = unify([(source, Candidate(english)) for source, english in rows], "de", Names())
    assert repairs[0] == ()
    (repair,) = repairs[1]
    assert (repair.span, repair.text) == ((11, 18), "Navalny")
    assert (repair.flag.kind, repair.flag.repaired, repair.flag.source) == ("name", True, (12, 19))
    assert repair.flag.message == "The engine wrote Nawalny here; this name is spelt Navalny."


def test_votes_are_weighted_by_the_engines_certainty() -> None:
    sure = Candidate("Navalny spoke.", log_probabilities=(math.log(0.9), 0.0, 0.0), tokens=((0, 7), (7, 13), (13, 14)))
    unsure = Candidate("They saw Nawalny.")
    found = votes([("Nawalny sprach.", sure), ("Sie sahen Nawalny.", unsure), ("Sie sahen Nawalny.", unsure)], "de")
    name = key("Nawalny", "de")
    assert found == [Vote(name, "Nawalny", "Navalny", 0.9), Vote(name, "Nawalny", "Nawalny", 1.0)]


def test_given_names_places_and_the_short_do_not_vote() -> None:
    rows = [("Alexej Li reiste nach Berlin.", "Alexei Li went to Berlin."), ("O Rui falou.", "Rui spoke.")]
    assert votes([(source, Candidate(english)) for source, english in rows], "de") == []


def test_a_genitive_votes_for_its_name() -> None:
    (vote,) = votes([("Das ist Nawalnys Haus.", Candidate("This is Navalny's house."))], "de")
    assert (vote.key, vote.source_form, vote.spelling) == (key("Nawalny", "de"), "Nawalny", "Navalny")
    assert vote.key in keys(["Das ist Nawalnys Haus."], "de")


def test_scripts_that_no_table_romanises_vote_through_the_alignment() -> None:
    alignment = (
        ((0, 1), (0, 5)),
        ((1, 2), (0, 5)),
        ((2, 3), (6, 8)),
        ((3, 4), (9, 16)),
        ((4, 5), (9, 16)),
        ((5, 6), (17, 22)),
    )
    (vote,) = votes([("今天习近平说", Candidate("Today Xi Jinping spoke.", alignment))], "zh")
    assert (vote.key, vote.source_form, vote.spelling) == ("习近平", "习近平", "Xi Jinping")
    mixed = (*alignment, ((2, 3), (17, 22)))
    assert votes([("今天习近平说", Candidate("Today Xi Jinping spoke.", mixed))], "zh") == []


@pytest.mark.parametrize(
    ("weights", "present", "expected"),
    [
        ({}, None, None),
        ({"Navalny": 1.0}, None, None),
        ({"Navalny": 2.0}, None, "Navalny"),
        ({"Navalny": 3.0, "Nawalny": 2.9}, None, None),
        ({"Navalny": 6.0, "Nawalny": 2.9}, None, "Navalny"),
        ({"García": 3.0, "Garcia": 1.0}, None, "García"),
        ({"Navalny": 6.0, "Nawalny": 7.0}, "Navalny", "Navalny"),
        ({"Navalny": 6.0, "Nawalny": 9.5}, "Navalny", "Nawalny"),
        ({}, "Navalny", "Navalny"),
        ({"Nawalny": 0.5}, "Navalny", "Navalny"),
    ],
)
def test_the_archive_decides_once_and_does_not_flip(
    weights: dict[str, float], present: str | None, expected: str | None
) -> None:
    assert decide(weights, present) == expected


def test_what_differs_in_diacritics_alone_has_not_lost() -> None:
    assert losing({"García": 3, "Garcia": 1, "Garzia": 1}, "García") == ("Garzia",)


def test_short_keys_mean_a_name_in_their_own_language_only() -> None:
    assert (scope(key("Sander", "de"), "de"), scope(key("Nawalny", "de"), "de")) == ("de", "")


TEXT = st.text(st.sampled_from("AbČ Nawalny Навальный.'s-\n"), max_size=40)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4), st.sampled_from(["de", "ru", "pl", "ar", "und"]))
def test_repairs_are_inside_their_text_and_unify_once(rows: list[Row], language: str) -> None:
    once = unified(rows, language)
    assert len(once) == len(rows)
    again = unified([(source, english) for (source, _), english in zip(rows, once, strict=True)], language)
    assert again == unified([(source, english) for (source, _), english in zip(rows, again, strict=True)], language)
