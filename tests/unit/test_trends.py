from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.rules.mentions import mentioned
from limitedtimes.rules.trends import HOURS, Growth, Report, rank, rising

if TYPE_CHECKING:
    import random

NOW = datetime(2020, 10, 22, 18, 45, 52, tzinfo=UTC)


def report(source: int, hours: float, language: str = "pt", country: str | None = "PT", *, own: bool = True) -> Report:
    return Report(source, language, country, NOW - timedelta(hours=hours), own)


def ranked(coverage: dict[int, list[Report]], limit: int = 10) -> list[Growth]:
    outlets = {story: len({one.source_id for one in reports if one.own}) for story, reports in coverage.items()}
    return rank(coverage, outlets=outlets, now=NOW, limit=limit)


def order(coverage: dict[int, list[Report]]) -> list[int]:
    return [one.story_id for one in ranked(coverage)]


def test_a_hundred_articles_of_one_outlet_weigh_as_one() -> None:
    quiet = [report(1, 1), report(2, 2)]
    flood = [*quiet, *(report(1, 1 + number / 200) for number in range(100))]
    (one,), (other,) = ranked({1: quiet}), ranked({1: flood})
    assert one == other
    assert order({1: [report(1, number / 10) for number in range(100)]}) == []


def test_more_outlets_more_languages_and_more_countries_rank_higher() -> None:
    two = [report(1, 1), report(2, 1)]
    assert order({1: two, 2: [*two, report(3, 1)]}) == [2, 1]
    assert order({1: two, 2: [report(1, 1), report(2, 1, "de")]}) == [2, 1]
    assert order({1: two, 2: [report(1, 1), report(2, 1, country="BR")]}) == [2, 1]


def test_what_grows_ranks_above_what_goes_on_as_before() -> None:
    steady = [report(source, hours) for source, hours in enumerate((1, 7, 13, 19))]
    growing = [report(source, hours) for source, hours in enumerate((1, 2, 3, 19))]
    assert order({1: steady, 2: growing}) == [2, 1]


def test_copies_and_what_is_to_come_do_not_count() -> None:
    (found,) = ranked({1: [report(1, 1), report(2, 1), report(3, 1, own=False), report(4, -1), report(5, 25)]})
    (known,) = ranked({1: [report(1, 1), report(2, 1)]})
    assert found.score == known.score


def test_a_story_needs_two_outlets_in_all_and_one_of_them_in_the_last_day() -> None:
    assert order({1: [report(1, 1), report(2, 30)]}) == [1]
    assert order({1: [report(1, 25), report(2, 30)]}) == []
    assert order({1: [report(1, 1, own=False), report(2, 30), report(3, 31)]}) == []
    assert order({1: [report(1, 1), report(2, 1, own=False)]}) == []


def test_hours_are_counted_by_outlets_the_oldest_first() -> None:
    (found,) = ranked({1: [report(1, 0), report(1, 0.5), report(2, 0.9), report(3, 23.9)]})
    assert found.hourly == (1, *[0] * 22, 2)
    assert len(found.hourly) == HOURS


COVERAGE = st.dictionaries(
    st.integers(1, 20),
    st.lists(st.builds(report, st.integers(1, 5), st.floats(-2, 30), st.sampled_from(["pt", "de"])), max_size=12),
    max_size=8,
)


@given(COVERAGE, st.randoms(use_true_random=False))
def test_the_order_in_which_articles_came_does_not_matter(
    coverage: dict[int, list[Report]], chance: random.Random
) -> None:
    shuffled = {story: chance.sample(reports, len(reports)) for story, reports in reversed(coverage.items())}
    assert ranked(shuffled) == ranked(coverage)


@given(COVERAGE)
def test_every_trend_has_two_outlets_and_the_strongest_is_first(coverage: dict[int, list[Report]]) -> None:
    found = ranked(coverage, limit=5)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for one in found:
        assert len({report.source_id for report in coverage[one.story_id]}) >= 2


def outlets(**names: int) -> dict[str, frozenset[int]]:
    return {name.replace("_", " "): frozenset(range(number)) for name, number in names.items()}


def test_names_rise_against_what_is_usual_for_them() -> None:
    usual = [outlets(Europe=6, Baku=1) for _ in range(7)]
    found = rising(outlets(Europe=7, Baku=5, Lisbon=1), usual, limit=5)
    assert [(one.name, one.outlets, one.usual) for one in found] == [("Baku", 5, 1.0)]


def test_days_of_which_nothing_is_known_do_not_make_names_unusual() -> None:
    assert rising(outlets(Europe=4), [outlets(Europe=4), {}, {}, {}], limit=5) == []


def test_a_person_called_by_surname_and_in_full_stands_once_in_full() -> None:
    today = {
        "Vladimir Putin": frozenset({1, 2}),
        "Putin": frozenset({2, 3}),
        "Karabakh": frozenset({4}),
        "Nagorno-Karabakh": frozenset({1, 2, 3}),
    }
    found = rising(today, [{"Putin": frozenset({1})}], limit=5)
    assert [(one.name, one.outlets, one.usual) for one in found] == [
        ("Nagorno-Karabakh", 4, 0),
        ("Vladimir Putin", 3, 1),
    ]


def test_a_surname_that_two_people_have_is_nobodys() -> None:
    today = {
        "Ilham Aliyev": frozenset({1, 2}),
        "Mehriban Aliyeva Aliyev": frozenset({1, 3}),
        "Aliyev": frozenset({4, 5}),
    }
    assert {one.name for one in rising(today, [], limit=5)} == set(today)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russian President Vladimir Putin said on Thursday at the Valdai Club that nearly 5,000 people died over Nagorno-Karabakh, according to AFP.",
            ("Vladimir Putin", "Valdai Club", "Nagorno-Karabakh"),
        ),
        ("Putin. Speaking to Reuters on Monday, he named Ursula von der Leyen.", ("Ursula von der Leyen",)),
        (
            "The minister met the president of the European Commission in New York in October.",
            ("European Commission", "New York"),
        ),
        ("Spain closes its border with South Ossetia.", ("Spain", "South Ossetia")),
        ("German and Armenian soldiers met Portuguese officials.", ()),
        ("The Paper That Prints Every Word With A Capital Letter", ()),
        ("EVERYTHING IN CAPITALS IN LISBON", ()),
        ("They left Lisbon for Der Spiegel on Tuesday.", ("Lisbon",)),
        ("", ()),
    ],
)
def test_names_are_people_places_and_bodies(text: str, expected: tuple[str, ...]) -> None:
    assert mentioned([text]) == expected


def test_an_articles_names_stand_in_full_and_once() -> None:
    texts = [
        "Putin speaks of war",
        "Yesterday Vladimir Putin spoke of the Karabakh war.",
        "He went to Nagorno-Karabakh with Putin.",
    ]
    assert mentioned(texts) == ("Vladimir Putin", "Nagorno-Karabakh")
    assert mentioned(["We saw The Gazette of Lisbon in Porto."], without=["lisbon"]) == ("Gazette", "Porto")


@given(st.text(max_size=200))
def test_any_text_has_names_of_its_own_words_only(text: str) -> None:
    assert all(name in text.replace("\u00a0", " ") for name in mentioned([text]))
