from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import ArticleState, Picture
from limitedtimes.model.edition import Listing
from limitedtimes.model.source import Source
from limitedtimes.model.story import Rising, StoryCard, Trend
from limitedtimes.rules.edition import (
    A_TOPICS_SHARE,
    AN_OUTLETS_SHARE,
    OTHERS,
    REST,
    SECTION,
    TOPICS,
    Follow,
    compose,
    rank,
    varied,
)

if TYPE_CHECKING:
    import random

EVENING = datetime(2020, 10, 22, 18, 45, 52, tzinfo=UTC)


def card(
    number: int, source: int = 1, *, age: float = 1.0, headline: dict[str, Any] | None = None, **changes: Any
) -> StoryCard:
    """A story of one outlet, told completely, with a picture; ``age`` is in hours."""
    at = EVENING - timedelta(hours=age)
    listing = Listing(
        id=number * 10,
        source=Source(source, f"Outlet {source}", f"outlet-{source}"),
        url=f"https://o.example/{number}",
        state=ArticleState.COMPLETE,
        reason=None,
        language="pt",
        title="t",
        title_en="T",
        lead="l",
        lead_en="L",
        published=at,
        first_seen=at,
        listed_at=at,
        visible_at=at,
        picture=Picture("https://o.example/p.jpg"),
    )
    plain = StoryCard(number, replace(listing, **headline or {}), 1, 1, 1, ("pt",), ("PT",), at, at, None)
    return replace(plain, **changes)


def shown(stories: list[StoryCard], **options: Any) -> list[int]:
    edition = compose(stories, now=EVENING, **options)
    top = [edition.lead, *edition.others] if edition.lead else []
    return [one.id for one in [*top, *(one for section in edition.sections for one in section.stories)]]


def test_nothing_makes_an_empty_page() -> None:
    edition = compose([], now=EVENING)
    assert (edition.lead, edition.others, edition.sections) == (None, (), ())
    assert edition.hour == EVENING.replace(minute=0, second=0)


@pytest.mark.parametrize(
    "worse",
    [
        {"headline": {"state": ArticleState.UNTRANSLATED, "title_en": None, "lead_en": None}},
        {"headline": {"state": ArticleState.PARTIAL}},
        {"headline": {"picture": None}},
        {"headline": {"lead": None, "lead_en": None}},
        {"headline": {"published": None}},
        {"age": 20.0},
    ],
)
def test_what_leads_is_whole_recent_has_a_picture_and_a_lead(worse: dict[str, Any]) -> None:
    assert shown([card(1, 1, **({"age": 0.5} | worse)), card(2, 2)])[0] == 2


@pytest.mark.parametrize(
    "better",
    [
        {"independent": 3},
        {"languages": ("pt", "de", "fr")},
        {"topic": "politics"},
        {"age": 0.5},
    ],
)
def test_more_outlets_more_languages_hard_news_and_recency_lead(better: dict[str, Any]) -> None:
    assert shown([card(2, 2), card(1, 1, **better)])[0] == 1


def test_copies_of_one_agency_report_do_not_make_a_story_larger() -> None:
    assert shown([card(1, 1, outlets=9, articles=9, independent=1), card(2, 2, outlets=2, independent=2)])[0] == 2


def test_nothing_stale_leads_however_many_told_it() -> None:
    huge = card(1, 1, age=26, independent=60, languages=("pt", "de", "fr", "es"), topic="politics")
    small = card(2, 2, age=0.5, headline={"picture": None, "lead": None, "lead_en": None})
    assert shown([huge, small])[0] == 2


def test_an_archive_of_old_stories_is_led_by_its_newest_even_when_one_has_no_date() -> None:
    later = EVENING + timedelta(days=2000)
    undated = card(1, 1, age=-24 * 2000, headline={"published": None})
    assert compose([undated, card(2, 2), card(3, 3, age=72)], now=later).lead == card(2, 2)


def test_what_grows_rises_and_what_a_reader_follows_does() -> None:
    stories = [card(1, 1), card(2, 2, countries=("BR",), languages=("es",)), card(3, 3, age=2)]
    assert shown(stories)[0] == 2
    assert shown(stories, trends=[Trend(stories[2], (0,) * 24, 3.0)])[0] == 3
    assert shown([card(1, 1, age=0.5), stories[1]], follow=Follow(countries=frozenset({"BR"})))[0] == 2
    assert shown([card(1, 1, age=0.5), stories[1]], follow=Follow(languages=frozenset({"es"})))[0] == 2


def test_trends_and_rising_names_stand_in_the_edition_as_they_are() -> None:
    trend, name = Trend(card(1), (1,) * 24, 2.0), Rising("Baku", 5, 0.5)
    edition = compose([card(1)], now=EVENING, trends=[trend], rising=[name])
    assert (edition.trends, edition.rising) == ((trend,), (name,))


def test_sections_stand_in_the_order_of_the_paper_and_the_rest_comes_last() -> None:
    small = [card(1, topic="sport"), card(2), card(3, topic="education"), card(4, topic="gossip")]
    top = [card(100 + number, 10 + number, age=0, independent=4) for number in range(OTHERS + 1)]
    edition = compose([*small, *top], now=EVENING)
    assert [section.topic for section in edition.sections] == ["education", "sport", None]
    assert {one.id for one in edition.sections[-1].stories} == {2, 4}


CARDS = st.lists(
    st.builds(
        card,
        st.integers(1, 400),
        source=st.integers(1, 6),
        age=st.floats(0, 100),
        independent=st.integers(1, 9),
        topic=st.none() | st.sampled_from([*TOPICS, "gossip"]),
        headline=st.fixed_dictionaries(
            {"state": st.sampled_from(ArticleState), "picture": st.none() | st.just(Picture("https://o.example/p.jpg"))}
        ),
    ),
    max_size=60,
    unique_by=lambda one: one.id,
)


@given(CARDS)
def test_no_story_stands_twice_and_no_section_is_too_long(stories: list[StoryCard]) -> None:
    edition = compose([*stories, *stories[:5]], now=EVENING)
    ids = shown([*stories, *stories[:5]])
    assert len(ids) == len(set(ids))
    assert len(edition.others) <= OTHERS
    assert all(0 < len(section.stories) <= (SECTION if section.topic else REST) for section in edition.sections)
    assert len(ids) >= min(len(stories), OTHERS + 1)


@given(CARDS, st.randoms(use_true_random=False))
def test_the_order_in_which_stories_are_given_does_not_matter(stories: list[StoryCard], chance: random.Random) -> None:
    shuffled = list(stories)
    chance.shuffle(shuffled)
    assert compose(shuffled, now=EVENING) == compose(stories, now=EVENING)


@given(CARDS)
def test_no_outlet_has_more_than_its_share_of_the_top_while_others_could_fill_it(stories: list[StoryCard]) -> None:
    edition = compose(stories, now=EVENING)
    top = [edition.lead, *edition.others] if edition.lead else []
    by_outlet = [one.headline.source.id for one in stories]
    if sum(min(AN_OUTLETS_SHARE, by_outlet.count(source)) for source in set(by_outlet)) > OTHERS:
        outlets = [one.headline.source.id for one in top]
        assert max(outlets.count(source) for source in outlets) <= AN_OUTLETS_SHARE


@given(CARDS)
def test_a_complete_story_of_today_leads_where_there_is_one(stories: list[StoryCard]) -> None:
    lead = compose(stories, now=EVENING).lead
    newest = max((one.last_at for one in stories), default=EVENING)
    fresh = [
        one
        for one in stories
        if one.headline.state is ArticleState.COMPLETE and newest - one.last_at <= timedelta(hours=24)
    ]
    assert not fresh or lead in fresh


def test_no_topic_swallows_the_top_while_others_are_there() -> None:
    sport = [card(number, number, age=0, topic="sport", independent=5) for number in range(1, 20)]
    others = [card(100 + number, 100 + number, age=5) for number in range(10)]
    assert sum(one.topic == "sport" for one in varied(rank([*sport, *others], now=EVENING), 7)) == A_TOPICS_SHARE
    assert len(varied(rank(sport, now=EVENING), 7)) == 7
