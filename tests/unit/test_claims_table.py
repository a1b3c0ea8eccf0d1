from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest

from limitedtimes.model.article import ArticleState
from limitedtimes.model.edition import Listing
from limitedtimes.model.source import Source
from limitedtimes.model.story import Claim, Counted, Member
from limitedtimes.rules.claims import figures_table
from limitedtimes.rules.claims.naming import same_speakers
from limitedtimes.rules.claims.table import direction
from newsdesk import EVENING

_numbers = count(1)


def claim(article: int, low: float, speaker: str | None = None, **more: object) -> Claim:
    values: dict[str, object] = {"counted": Counted.DEAD, "high": low, "unit": None, "hedge": None, "scope": None}
    texts = {"figure": f"{low:g}", "sentence": f"{low:g} dead", "original": f"{low:g} mortos"}
    values |= {"span": (0, 1), "original_span": (0, 1)} | texts | more
    return Claim(article_id=article, low=low, speaker=speaker, **values)  # type: ignore[arg-type]


def member(article: int, copy_of: int | None = None) -> Member:
    moment = EVENING + timedelta(hours=article)
    source = Source(article, f"Outlet {article}", f"outlet-{article}", "https://a.example", "pt", "PT", None)
    listing = Listing(
        article, source, "", ArticleState.COMPLETE, None, "pt", "", None, None, None, moment, moment, moment, moment
    )
    return Member(listing, None, copy_of)


def rows(*claims: Claim, members: int = 4) -> list[tuple[str | None, float, list[int]]]:
    """The rows of one group: who, how many, in which articles."""
    (group,) = figures_table(claims, [member(one) for one in range(1, members + 1)])
    return [(row.speaker, row.claim.low, [one.listing.id for one in row.reports]) for row in group.rows]


def test_the_same_figure_of_a_speaker_in_several_outlets_is_one_row_newest_first() -> None:
    assert rows(claim(1, 63, "Azerbaijan"), claim(2, 63, "Azerbaijan")) == [("Azerbaijan", 63, [2, 1])]


def test_who_disagrees_has_a_row_of_his_own() -> None:
    found = rows(claim(1, 2000, "Putin"), claim(2, 874, "the authorities"), claim(3, 900, None))
    assert found == [("the authorities", 874, [2]), ("Putin", 2000, [1]), (None, 900, [3])]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({"hedge": "almost"}, {"hedge": "nearly"}, True),
        ({"hedge": "almost"}, {"hedge": "more than"}, False),
        ({"hedge": "almost"}, {"hedge": None}, False),
        ({"scope": "on each side"}, {"scope": "on both sides"}, False),
        ({"scope": "on each side"}, {"scope": "on either side"}, True),
        ({"scope": "soldiers"}, {"scope": None}, True),
        ({"scope": "soldiers"}, {"scope": "civilians"}, False),
        ({"unit": "EUR"}, {"unit": "USD"}, False),
        ({"high": 20}, {"high": 30}, False),
    ],
)
def test_what_says_another_thing_is_another_row(
    one: dict[str, object], other: dict[str, object], *, together: bool
) -> None:
    assert len(rows(claim(1, 20, "X", **one), claim(2, 20, "X", **other))) == (1 if together else 2)


def test_what_is_counted_parts_the_table_in_a_fixed_order() -> None:
    found = figures_table(
        [claim(1, 5, counted=Counted.INJURED), claim(1, 5), claim(1, 5, counted=Counted.MONEY)], [member(1)]
    )
    assert [group.counted for group in found] == [Counted.DEAD, Counted.INJURED, Counted.MONEY]


def test_copies_are_named_beside_the_row_of_the_text_that_they_print() -> None:
    claims = [claim(1, 5, "X"), claim(2, 5, "X")]
    (group,) = figures_table(claims, [member(1), member(2, copy_of=1)])
    (row,) = group.rows
    assert ([one.listing.id for one in row.reports], [one.id for one in row.also]) == ([1], [2])


def test_claims_of_articles_that_are_no_members_are_left_out() -> None:
    assert figures_table([claim(9, 5)], [member(1)]) == ()


def test_a_row_tells_whom_it_counts_where_any_report_does() -> None:
    (group,) = figures_table([claim(1, 5, "X", scope="soldiers"), claim(2, 5, "X")], [member(1), member(2)])
    assert group.rows[0].claim.scope == "soldiers"


@pytest.mark.parametrize(
    ("names", "fullest"),
    [
        (("Putin", "Vladimir Putin"), "Vladimir Putin"),
        (("Putin", "Russian President Vladimir Putin"), "Russian President Vladimir Putin"),
        (("The Russian president", "Russian President Vladimir Putin"), "Russian President Vladimir Putin"),
        (("Baku", "Azerbaijan"), "Azerbaijan"),
        (
            ("The authorities of Nagorno-Karabakh", "Nagorno-Karabakh separatist authorities"),
            "Nagorno-Karabakh separatist authorities",
        ),
        (("the police", "Police"), "the police"),
    ],
)
def test_names_of_one_speaker_are_known_as_one(names: tuple[str, ...], fullest: str) -> None:
    assert set(same_speakers([claim(1, place, name) for place, name in enumerate(names)]).values()) == {fullest}


@pytest.mark.parametrize(
    "names",
    [
        ("Azerbaijan", "the Attorney General's Office of Azerbaijan"),
        ("the Ministry of Health", "the Ministry of Finance"),
        ("Vladimir Putin", "Vladimir Zelensky"),
        ("Ana Reis", "Rui Reis"),
        ("the president", "President Putin", "President Zelensky"),
        ("the authorities of the enclave", "the authorities of Nagorno-Karabakh"),
    ],
)
def test_what_may_be_another_stays_apart(names: tuple[str, ...]) -> None:
    found = same_speakers([claim(1, place, name) for place, name in enumerate(names)])
    assert len(set(found.values())) == len(names)


def test_a_description_is_the_office_that_gives_the_very_same_figure() -> None:
    names = ("the authorities of the enclave", "the authorities of Nagorno-Karabakh")
    assert set(same_speakers([claim(1, 874, name) for name in names]).values()) == {names[1]}


@pytest.mark.parametrize(
    ("hedge", "expected"),
    [
        (None, None),
        ("at least", "more"),
        ("almost", "less"),
        ("about", "about"),
        ("up to", "less"),
        ("already", "more"),
    ],
)
def test_a_hedge_leaves_a_figure_open_to_one_side(hedge: str | None, expected: str | None) -> None:
    assert direction(hedge) == expected
