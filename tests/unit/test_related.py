from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import ArticleState
from limitedtimes.model.edition import Listing
from limitedtimes.model.source import Source
from limitedtimes.model.story import Kinship
from limitedtimes.rules.overlap import contained, content_words, cosine
from limitedtimes.rules.related import Nearby, choose, duration

if TYPE_CHECKING:
    import random

NOW = datetime(2020, 10, 22, 18, 45, 52, tzinfo=UTC)


def nearby(
    number: int,
    *,
    source: int | None = None,
    story: int | None = None,
    hours: float = 0,
    near: float = 0.9,
    country: str | None = "PT",
    language: str = "pt",
    title: str = "Ministers meet in Lisbon",
    text: int | None = None,
    names: tuple[str, ...] = (),
    topic: str | None = None,
    told_by: int = 1,
) -> Nearby:
    at = NOW - timedelta(hours=hours)
    place = number if source is None else source
    outlet = Source(place, f"Outlet {place}", f"outlet-{place}", country=country)
    url = f"https://o.example/{number}"
    listing = Listing(
        number, outlet, url, ArticleState.COMPLETE, None, language, "t", title, None, None, at, at, at, at
    )
    listing = replace(listing, topic=topic)
    return Nearby(listing, story, number if text is None else text, frozenset(names), near, told_by)


ARTICLE = nearby(1, story=1, near=1.0, names=("Baku", "Nagorno-Karabakh"))


def reasons(*others: Nearby, article: Nearby = ARTICLE, limit: int = 6) -> list[tuple[int, str]]:
    return [(one.listing.id, one.reason) for one in choose(article, others, limit=limit)]


def test_the_same_story_comes_first_then_siblings_then_background() -> None:
    found = choose(
        ARTICLE,
        [nearby(2, story=2), nearby(3, story=3, hours=24 * 90), nearby(4, story=1, near=0.5)],
        limit=6,
    )
    assert [one.kinship for one in found] == [Kinship.SAME_STORY, Kinship.SIBLING, Kinship.BACKGROUND]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (nearby(2, story=1, country="BR"), "Same story, from Brazil"),
        (nearby(2, story=1, language="de"), "Same story, in German"),
        (nearby(2, story=1), "Same story, from Outlet 2"),
        (nearby(2, story=1, country=None, language="pt-BR"), "Same story, from Outlet 2"),
        (nearby(2, story=1, country="DE", hours=72), "Same story, from Germany, 3 days earlier"),
        (nearby(2, story=2, names=("Baku", "Paris")), "Also about Baku"),
        (nearby(2, story=2, names=("Baku", "Nagorno-Karabakh")), "Also about Nagorno-Karabakh and Baku"),
        (nearby(2, story=2), "Close in subject"),
        (nearby(2, story=2, hours=-60), "Close in subject, 2 days later"),
        (nearby(2, story=2, hours=24 * 91), "Background, 3 months earlier"),
        (nearby(2, story=2, hours=24 * 800, names=("Baku",)), "Background on Baku, 2 years earlier"),
        (nearby(2, story=2, hours=-24 * 800, names=("Baku",)), "Also about Baku, 2 years later"),
    ],
)
def test_every_reason_says_what_is_shared_and_how_far_apart(other: Nearby, reason: str) -> None:
    assert reasons(other) == [(2, reason)]


def test_the_same_text_is_never_offered() -> None:
    copies = [nearby(2, story=1, text=1), nearby(3, story=1), nearby(4, story=1, text=3)]
    assert [number for number, _ in reasons(*copies)] == [3]
    assert [number for number, _ in reasons(nearby(5, story=1), article=nearby(2, story=1, text=1))] == [5]


def test_an_outlets_own_other_reports_of_the_story_are_not_offered() -> None:
    assert reasons(nearby(2, source=1, story=1)) == []


def test_a_story_comes_from_other_countries_and_languages_first() -> None:
    near = [nearby(number, story=1, near=0.9 - number / 1000) for number in (2, 3, 4, 5)]
    far = [nearby(6, story=1, near=0.85, country="BR"), nearby(7, story=1, near=0.85, country="DE", language="de")]
    assert [number for number, _ in reasons(*near, *far)][:2] == [7, 6]


def test_of_another_story_one_article_stands_for_it() -> None:
    assert len(reasons(*(nearby(number, story=2) for number in range(2, 9)))) == 1


def test_no_outlet_is_offered_three_times() -> None:
    found = choose(ARTICLE, [nearby(number, source=9, story=number) for number in range(2, 9)], limit=6)
    assert len(found) == 2


def test_what_is_far_in_meaning_is_not_offered() -> None:
    assert reasons(nearby(2, story=2, near=0.3, title="A cake recipe"), nearby(3, hours=999, near=0.3, title="x")) == []


SPORT = nearby(1, story=1, topic="sport", names=("Lisbon", "Benfica"))


def far(number: int, **values: Any) -> Nearby:
    unlike: dict[str, Any] = {"near": 0.1, "title": f"Something else {number}"}
    return nearby(number, **unlike | values)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (far(2, topic="sport"), "More from the section Sport"),
        (far(2, topic="sport", names=("Benfica",)), "Also about Benfica"),
        (far(2, topic="sport", hours=24 * 800), "More from the section Sport, 2 years earlier"),
        (far(2, topic="politics", told_by=3), "Told by 3 outlets"),
        (far(2, topic="politics", told_by=3, hours=72), "Told by 3 outlets, 3 days earlier"),
        (far(2, source=1, topic="politics"), "More from Outlet 1"),
        (far(2, topic="nowhere"), None),
        (far(2, topic="politics", told_by=3, hours=24 * 30), None),
        (far(2, hours=24 * 30, names=("Benfica",)), None),
        (far(2, source=1, hours=24 * 91), "More from Outlet 1, 3 months earlier"),
    ],
)
def test_places_that_are_left_are_filled_with_more_of_its_kind(other: Nearby, reason: str | None) -> None:
    assert reasons(other, article=SPORT) == ([(2, reason)] if reason else [])


def test_what_is_akin_comes_before_what_is_much_told_and_that_before_the_same_outlet_and_the_archive() -> None:
    others = [
        far(2, topic="sport", hours=999),
        far(3, source=1),
        far(4, told_by=2),
        far(5, told_by=9),
        far(6, topic="sport"),
    ]
    assert [number for number, _ in reasons(*others, article=SPORT)] == [6, 5, 4, 3, 2]


def test_a_name_that_many_mention_is_nothing_in_common() -> None:
    many = [far(number, names=("Lisbon",)) for number in range(2, 9)]
    assert reasons(*many, article=SPORT) == []
    assert reasons(*many, far(9, names=("Benfica", "Lisbon")), article=SPORT) == [(9, "Also about Benfica")]


def test_more_of_its_kind_stands_behind_all_that_is_close() -> None:
    found = choose(SPORT, [far(2, topic="sport", story=2), nearby(3, story=3), nearby(4, story=1)], limit=6)
    assert [one.kinship for one in found] == [Kinship.SAME_STORY, Kinship.SIBLING, Kinship.MORE]


def test_background_has_a_place_however_many_siblings_there_are() -> None:
    siblings = [nearby(number, story=number) for number in range(2, 12)]
    found = choose(ARTICLE, [*siblings, nearby(20, story=20, hours=2000, near=0.7)], limit=6)
    assert [one.kinship for one in found] == [Kinship.SIBLING] * 5 + [Kinship.BACKGROUND]


OTHERS = st.lists(
    st.builds(
        nearby,
        st.integers(2, 200),
        source=st.integers(1, 5),
        story=st.none() | st.integers(1, 6),
        hours=st.integers(-3000, 3000),
        near=st.floats(-1, 1),
        text=st.none() | st.integers(1, 8),
        country=st.none() | st.sampled_from(["PT", "BR"]),
    ),
    max_size=30,
    unique_by=lambda one: one.listing.id,
)


@given(OTHERS, st.randoms(use_true_random=False))
def test_laws_of_what_is_offered(others: list[Nearby], chance: random.Random) -> None:
    found = choose(ARTICLE, others, limit=6)
    by_id = {one.listing.id: one for one in others}
    texts = [by_id[one.listing.id].text for one in found]
    assert len(found) <= 6
    assert len(texts) == len(set(texts))
    assert ARTICLE.text not in texts
    for one in found:
        apart = abs(one.listing.listed_at - NOW)
        assert apart < timedelta(days=2) or one.reason.endswith(("earlier", "later"))
    shuffled = chance.sample(others, len(others))
    assert choose(ARTICLE, shuffled, limit=6) == found


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "a day"), (3, "3 days"), (13, "13 days"), (15, "2 weeks"), (91, "3 months"), (800, "2 years")],
)
def test_times_are_told_in_the_largest_unit_of_which_there_are_two(days: int, words: str) -> None:
    assert duration(timedelta(days=days)) == words


def words(text: str) -> Any:
    return content_words(text)


def test_texts_overlap_by_the_words_that_carry_meaning() -> None:
    assert cosine(words("The ministers met"), words("A minister met them")) == pytest.approx(1.0)
    assert cosine(words("The ministers"), words("of the and")) == 0.0
    assert contained(words("minister Lisbon"), words("Ministers meet in Porto")) == 0.5
    assert contained(words(""), words("Lisbon")) == 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_overlap_is_between_nothing_and_everything_both_ways_alike(one: str, other: str) -> None:
    found = cosine(words(one), words(other))
    assert 0 <= found <= 1.000001
    assert found == pytest.approx(cosine(words(other), words(one)))
    assert 0 <= contained(words(one), words(other)) <= 1
