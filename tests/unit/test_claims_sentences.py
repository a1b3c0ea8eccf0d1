from __future__ import annotations

import pytest

from limitedtimes.model.story import Counted
from limitedtimes.rules.claims.extract import NOTHING, Found, claims_in

Row = tuple[str, str, str | None]  # what is counted, the figure as it is written, who says so


def told(*sentences: str, year: int | None = None) -> list[Row]:
    """What the last of some sentences claims."""
    before, found = NOTHING, list[Found]()
    for sentence in sentences:
        found, before = claims_in(sentence, before, year)
    return [(str(one.counted), sentences[-1][slice(*one.amount.span)], one.speaker) for one in found]


def scopes(sentence: str) -> list[str | None]:
    return [sentence[slice(*one.scope)] if one.scope else None for one in claims_in(sentence)[0]]


# -- what is counted -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("At least 12 people were killed and 30 others wounded.", [("dead", "At least 12"), ("injured", "30")]),
        ("Nineteen migrants drowned off the island.", [("dead", "Nineteen")]),
        ("The fire destroyed 40 houses and killed three.", [("dead", "three")]),
        ("The death toll from the earthquake rose to 1,250.", [("dead", "1,250")]),
        ("The number of the dead rose from 14 to 22.", [("dead", "22")]),
        ("They mourn the death of 71 soldiers.", [("dead", "71")]),
        ("Rescuers pulled 8 bodies from the rubble; 17 people are still missing.", [("dead", "8"), ("missing", "17")]),
        ("In the attack 6 protesters were shot dead.", [("dead", "6")]),
        ("There were 874 soldiers and more than 30 civilians killed.", [("dead", "874"), ("dead", "more than 30")]),
        ("The flood claimed 14 lives.", [("dead", "14")]),
        ("Two officers suffered minor injuries.", [("injured", "Two")]),
        ("Some 1,345 people, including 12 minors, had been arrested.", [("arrested", "Some 1,345")]),
        ("There have been 64 arrests.", [("arrested", "64")]),
        ("Around 10,000 residents were evacuated.", [("displaced", "Around 10,000")]),
        ("As many as 70,000 people fled their homes.", [("displaced", "As many as 70,000")]),
        ("The bill passed by 312 votes to 240.", [("votes", "312"), ("votes", "240")]),
        ("It fell with 77 votes against, 45 in favour.", [("votes", "77"), ("votes", "45")]),
        ("The opposition won 52.3 per cent of the vote.", [("votes", "52.3 per cent")]),
        ("The company was fined €1.2 billion.", [("money", "€1.2 billion")]),
        ("Two orders, worth 412,000 euros, were cancelled.", [("money", "412,000 euros")]),
    ],
)
def test_what_a_figure_counts(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(counted, figure) for counted, figure, _ in told(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "A 23-year-old man was killed.",
        "Maria Silva, 66, was killed by a car.",
        "A mother of two died.",
        "He was arrested on 6 January.",
        "The defender was injured in the 13-10 defeat.",
        "He was killed 200 metres from his house.",
        "He was convicted of two counts of murder.",
        "He fell 200 m to his death.",
        "He scored 86 goals and was injured.",
        "They killed 12 sheep.",
        "The storm left 400,000 households without power.",
        "Of the 52 passengers, none was hurt.",
        "Several thousand people were killed.",
        "Four of the dead were children.",
        "There are 48 workers in six houses.",
        "The tax rose to 3.10 euros per kilo.",
        "A ticket costs 12 euros.",
        "The share closed at 0.873 euros.",
        "In 219 cases the vote was tied.",
        "Five of the ten unions voted to strike.",
    ],
)
def test_what_counts_nobody_is_no_claim(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In 1994 the war left 30,000 people dead.",
        "It is the deadliest attack since 2015, when 130 people were killed in Paris.",
        "Two years ago, 14 people were killed here.",
        "The quake could have killed 100 people.",
        "If the dam breaks, 100 people will be killed.",
        "The ministry denied that 50 people were killed.",
        "Were 50 people killed?",
        "The police did not arrest 50 people.",
        "The toll is lower, down from 50 deaths.",
        "Over the past two decades, 50 people have died here.",
    ],
)
def test_history_and_what_is_not_so_are_no_claims(sentence: str) -> None:
    assert told(sentence, year=2020) == []


def test_the_year_of_the_article_is_no_history() -> None:
    assert told("On 3 May 2020, 14 people were killed.", year=2020) == [("dead", "14", None)]
    assert told("It is the highest toll since 2015: 14 people died.", year=2020) == [("dead", "14", None)]


# -- the figure ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "figure", "low", "high", "hedge"),
    [
        ("Almost 2,000 dead", "Almost 2,000", 2000, 2000, "almost"),
        ("It killed more than 30 people.", "more than 30", 30, 30, "more than"),
        ("Between 20 and 30 people were killed.", "Between 20 and 30", 20, 30, None),
        ("About 20 to 30 people were killed.", "About 20 to 30", 20, 30, "about"),
        ("As many as 23 children have been killed.", "As many as 23", 23, 23, "as many as"),
        ("Another 3,100 people were displaced.", "Another 3,100", 3100, 3100, None),
        ("More than 22, 000 refugees live there.", "More than 22, 000", 22000, 22000, "more than"),
        ("It cost 12 million euros, at most.", "12 million euros, at most", 12e6, 12e6, "at most"),
        ("Losses reached between $2 billion and $3 billion.", "between $2 billion and $3 billion", 2e9, 3e9, None),
    ],
)
def test_a_figure_has_its_hedge_and_its_range(
    sentence: str, figure: str, low: float, high: float, hedge: str | None
) -> None:
    (found,) = claims_in(sentence)[0]
    assert sentence[slice(*found.amount.span)] == figure
    assert (found.amount.low, found.amount.high, found.amount.hedge) == (low, high, hedge)


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("The damage is R$ 4.3 million.", "BRL"),
        ("The damage is 4.3 million euros.", "EUR"),
        ("The damage is US$4.3 million.", "USD"),
        ("The damage is $4.3 million.", "$"),
        ("The damage is 4.3 million pesos.", "pesos"),
    ],
)
def test_money_has_a_currency_where_it_is_certain(sentence: str, unit: str) -> None:
    (found,) = claims_in(sentence)[0]
    assert (found.counted, found.amount.unit) == (Counted.MONEY, unit)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Almost 2,000 dead on each side.", ["on each side"]),
        ("Almost 2,000 dead on both sides.", ["on both sides"]),
        ("There are 63 civilians killed.", ["civilians"]),
        ("In total, 5,000 people have died.", ["In total"]),
        ("There have been 18 deaths of children.", ["children"]),
        ("It passed with 12 votes in favour and 11 against.", ["in favour", "against"]),
        ("It did an estimated $1 million in damage.", ["in damage"]),
        ("Fourteen people died.", [None]),
    ],
)
def test_whom_a_figure_counts_is_quoted_as_written(sentence: str, expected: list[str | None]) -> None:
    assert scopes(sentence) == expected


# -- who says so ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Fourteen people died.", None),
        ("Fourteen people died, police said on Monday.", "police"),
        ("Police said fourteen people died.", "Police"),
        ("Health Minister Ana Reis said 14 people had died.", "Health Minister Ana Reis"),
        ("According to the health ministry, 14 people have died.", "the health ministry"),
        ("14 people have died, according to figures from the health ministry.", "the health ministry"),
        ("14 people have died, according to the accounts that the union has delivered.", "the union"),
        ("Data from the UKHSA showed 14 children had died.", "the UKHSA"),
        ('"We have 14 bodies," said Mayor Ana Botella.', "Mayor Ana Botella"),
        ('"We have 14 bodies", the head of the hospital, Ana Reis, told Lusa.', "the head of the hospital, Ana Reis"),
        ("14 people died, Fauzi, an official of the agency, told AFP.", "Fauzi, an official of the agency"),
        ("The governor, Oleh Syniehubov, said 14 people had died.", "The governor, Oleh Syniehubov"),
        ("Azerbaijan, for its part, speaks of 14 dead.", "Azerbaijan"),
        ("Baku does not name losses and speaks of 14 dead.", "Baku"),
        ("The authorities of the enclave have 14 soldiers and 3 civilians killed.", "The authorities of the enclave"),
        ("The separatists claim to have killed 14 soldiers.", "The separatists"),
        ("The figure of 14 dead was given by the president himself.", "the president himself"),
        ("The ministry's latest count is 14 dead.", "The ministry"),
        ("Ana Reis was at the club, where she spoke of 14 dead.", "Ana Reis"),
        ("Gunness put the death toll at 14.", "Gunness"),
        ("A fire killed 14 people, reports the Daily News.", "the Daily News"),
        ("Drones - believed to have been supplied by others - killed 14 people.", None),
        ("Fourteen people were confirmed dead.", None),
    ],
)
def test_who_says_so(sentence: str, speaker: str | None) -> None:
    assert {one for _, _, one in told(sentence)} == {speaker}


def test_two_sources_in_a_sentence_are_told_apart() -> None:
    sentence = "The ministry counted 43 dead and 120 injured, while the Brotherhood speaks of 200 dead."
    assert told(sentence) == [
        ("dead", "43", "The ministry"),
        ("injured", "120", "The ministry"),
        ("dead", "200", "the Brotherhood"),
    ]


def test_a_pronoun_is_resolved_by_the_sentence_before_or_the_figure_is_left_out() -> None:
    total = 'In total, he added, "it\'s already 5,000."'
    first = '"Almost 2,000 dead on each side," Russian President Vladimir Putin said.'
    assert told(first, total) == [("dead", "already 5,000", "Russian President Vladimir Putin")]
    assert told("The meeting was long.", "14 people have died, he said.") == []


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        ("The union is not moved.", "It speaks of a loss of 12 million euros.", "The union"),
        ("The road was shut, Ana Reis said.", "She put the death toll at 14.", "Ana Reis"),
        ("The police said the road was shut.", "He put the death toll at 14.", None),
        ("Ana Reis said the road was shut.", "It put the death toll at 14.", None),
        ("Azerbaijan said the road was shut.", "He put the death toll at 14.", None),
    ],
)
def test_a_pronoun_stands_for_what_it_can_stand_for(before: str, sentence: str, speaker: str | None) -> None:
    assert [who for _, _, who in told(before, sentence)] == ([speaker] if speaker else [])


def test_a_quotation_of_nobody_is_left_out() -> None:
    assert told('"There are 14 dead."') == []


def test_who_counts_people_without_a_word_counts_the_dead_where_they_are_spoken_of() -> None:
    sentence = "Azerbaijan speaks of 63 civilians."
    assert told("Hundreds were killed.", sentence) == [("dead", "63", "Azerbaijan")]
    assert told("The harvest was good.", sentence) == []


def test_a_sentence_of_any_length_takes_no_time() -> None:
    assert told("5 people and " * 20_000 + "died.") == []
    assert told("according to the " * 80 + "5 people died.") is not None
