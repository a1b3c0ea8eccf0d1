"""The front page's arrangement, and names and directions of languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import ArticleState, Picture
from limitedtimes.model.edition import Listing
from limitedtimes.model.source import Source
from limitedtimes.rules.edition import AN_OUTLETS_SHARE, OTHERS, TOPICS, arrange, topic_label
from limitedtimes.rules.languages import COUNTRIES, LANGUAGES, country_name, direction, language_code, language_name
from newsdesk import EVENING


def listing(number: int, source: int = 1, **changes: object) -> Listing:
    plain = Listing(
        id=number,
        source=Source(source, f"Outlet {source}", f"outlet-{source}"),
        url=f"https://o.example/{number}",
        state=ArticleState.COMPLETE,
        reason=None,
        language="pt",
        title="t",
        title_en="T",
        lead="l",
        lead_en="L",
        published=EVENING,
        first_seen=EVENING,
        listed_at=EVENING - timedelta(minutes=number),
        visible_at=EVENING,
        picture=Picture("https://o.example/p.jpg"),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # as each test says


def test_nothing_makes_an_empty_page() -> None:
    front = arrange([], now=EVENING)
    assert (front.lead, front.others, front.sections, front.latest) == (None, (), (), ())


@pytest.mark.parametrize(
    "worse",
    [
        {"state": ArticleState.UNTRANSLATED, "title_en": None, "lead_en": None},
        {"state": ArticleState.PARTIAL},
        {"picture": None},
        {"lead": None, "lead_en": None},
        {"published": None},
        {"listed_at": EVENING - timedelta(hours=20)},
    ],
)
def test_what_leads_is_whole_recent_has_a_picture_and_a_lead(worse: dict[str, object]) -> None:
    good = listing(30, source=2)
    assert arrange([replace(listing(1), **worse), good], now=EVENING).lead == good  # type: ignore[arg-type]  # as each case says


def test_an_archive_of_old_articles_is_led_by_its_newest_even_when_one_has_no_date() -> None:
    later = EVENING + timedelta(days=2000)
    undated = listing(1, published=None, listed_at=later)
    front = arrange(
        [undated, listing(2, source=2), listing(3, source=3, listed_at=EVENING - timedelta(days=3))], now=later
    )
    assert front.lead == listing(2, source=2)
    assert front.latest[0] == undated


LISTINGS = st.lists(
    st.builds(
        listing,
        st.integers(1, 400),
        source=st.integers(1, 6),
        topic=st.none() | st.sampled_from([*TOPICS, "gossip"]),
        state=st.sampled_from(ArticleState),
        picture=st.none() | st.just(Picture("https://o.example/p.jpg")),
    ),
    max_size=60,
    unique_by=lambda one: one.id,
)


@given(LISTINGS)
def test_no_article_stands_twice_and_no_outlet_fills_the_page(listings: list[Listing]) -> None:
    front = arrange(listings, now=EVENING)
    top = [front.lead, *front.others] if front.lead else []
    shown = [one.id for one in top] + [one.id for section in front.sections for one in section.listings]
    assert len(shown) == len(set(shown))
    assert len(front.others) <= OTHERS
    outlets = [one.source.id for one in top]
    if sum(min(AN_OUTLETS_SHARE, sum(one.source.id == source for one in listings)) for source in range(1, 7)) > OTHERS:
        assert max(outlets.count(source) for source in outlets) <= AN_OUTLETS_SHARE
    assert (
        list(front.latest)
        == sorted(listings, key=lambda one: (one.listed_at, one.id), reverse=True)[: len(front.latest)]
    )


def test_sections_stand_in_the_order_of_the_paper_and_the_rest_comes_last() -> None:
    listings = [
        listing(1, topic="sport"),
        listing(2, topic=None),
        listing(3, topic="education"),
        listing(4, topic="gossip"),
    ]
    others = [listing(100 + number, source=10 + number, listed_at=EVENING) for number in range(OTHERS + 1)]
    front = arrange([*listings, *others], now=EVENING)
    assert [section.topic for section in front.sections] == ["education", "sport", None]
    assert [one.id for one in front.sections[-1].listings] == [2, 4]


def test_every_topic_has_a_label() -> None:
    assert topic_label("economy") == "Business"
    assert topic_label(None) == topic_label("gossip") == "More news"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("pt", "Portuguese"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("zh-Hant-TW", "Chinese (Traditional, Taiwan)"),
        ("iw", "Hebrew"),
        ("PT", "Portuguese"),
        ("xx", "xx"),
        ("und", "an unknown language"),
        (None, "an unknown language"),
    ],
)
def test_languages_have_english_names(code: str | None, name: str) -> None:
    assert language_name(code) == name


def test_the_tables_are_wide_and_names_lead_back_to_codes() -> None:
    assert len(LANGUAGES) > 150
    assert len(COUNTRIES) == 250
    assert all(language_code(name) == code for code, name in LANGUAGES.items())
    assert language_code("pt-BR") == "pt-br"
    assert language_code("klingon") is None
    assert country_name("br") == "Brazil"
    assert country_name("QQ") == "QQ"
    assert country_name(None) is None


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "", "rtl"),
        ("ar", "أخبار BBC", "rtl"),
        ("az", "Bakı xəbərləri", "ltr"),
        ("az", "باکی خبرلری", "rtl"),
        ("ku", "Nûçe", "ltr"),
        ("ckb", "هەواڵ", "rtl"),
        ("ps", "", "rtl"),
        ("sd", "", "rtl"),
        ("ug", "", "rtl"),
        ("ug-Latn", "خەۋەر", "ltr"),
        ("pa-Arab", "News", "rtl"),
        ("sd-Deva", "", "ltr"),
        ("he", "", "rtl"),
        (None, "חדשות", "rtl"),
        (None, "123", "ltr"),
        ("pt", "", "ltr"),
        ("ja", "ニュース", "ltr"),
    ],
)
def test_direction_follows_the_script(code: str | None, text: str, expected: str) -> None:
    assert direction(code, text) == expected
