"""What grows, the front page of an hour and the briefing, over values."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from limitedtimes.model.story import Rising, Section
from limitedtimes.rules.edition import EVERYTHING, Follow
from limitedtimes.web.rendering import Renderer
from limitedtimes.web.sparkline import HEIGHT, WIDTH, sparkline
from limitedtimes.web.words import hour, usual
from newsdesk import EVENING
from storybook import BRIEF, CARD, GERMAN, HOUR, HOURLY, MEMBERS, PORT, TREND, card, edition, listed


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(version="1")


def render(renderer: Renderer, template: str, **values: object) -> str:
    scope: dict[str, Any] = {"type": "http", "path": "/x", "query_string": b"", "headers": [], "method": "GET"}
    return renderer.page(template, Request(scope), values).decode()


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2]))


def points(drawing: str) -> list[tuple[float, float]]:
    path = ET.fromstring(drawing).find("path")
    assert path is not None
    return [(float(x), float(y)) for x, y in (pair.split(" ") for pair in path.get("d", "M")[1:].split("L") if pair)]


@given(st.lists(st.integers(0, 10_000), max_size=48))
def test_a_sparkline_has_a_point_an_hour_within_its_frame_and_more_is_higher(hourly: list[int]) -> None:
    found = points(sparkline(hourly))
    assert len(found) == len(hourly)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in found)
    assert [x for x, _ in found] == sorted(x for x, _ in found)
    if any(hourly):
        highest = min(y for _, y in found)
        assert found[hourly.index(max(hourly))][1] == highest


def test_a_sparkline_says_in_words_what_it_draws_and_has_no_style() -> None:
    drawing = sparkline(HOURLY)
    assert 'role="img" aria-label="Reported in 10 of the last 24 hours, by at most 5 outlets in one"' in drawing
    assert "style" not in drawing


def trends_page(renderer: Renderer, **values: object) -> str:
    found = {"trends": [TREND], "rising": [Rising('Karabakh "O\'x" <b>', 5, 0.4)], "moment": EVENING} | values
    return render(renderer, "trends.html", **found)


def test_trends_show_who_tells_the_story_and_what_rises(renderer: Renderer) -> None:
    page = trends_page(renderer)
    words = words_of(page)
    assert "5 sources · 4 languages Portuguese Arabic French German 4 texts of their own" in words
    assert f'<a href="/story/{CARD.id}/president-expects-several-thousand-dead">' in page
    assert "in 5 outlets, on a usual day fewer than 1" in words
    assert "<b>&#34;" not in page
    assert '/search?q=%22Karabakh%20%22O%27x%22%20%3Cb%3E%22"' in page
    assert page.count('class="spark"') == 1


def test_no_trends_is_said_in_words(renderer: Renderer) -> None:
    assert "Nothing grows just now" in words_of(trends_page(renderer, trends=[], rising=[]))


@pytest.mark.parametrize(("number", "expected"), [(0.0, "none"), (0.4, "fewer than 1"), (1.0, "1"), (12.6, "13")])
def test_a_usual_day_in_words(number: float, expected: str) -> None:
    assert usual(number) == expected


def front(renderer: Renderer, **values: object) -> str:
    found = {
        "edition": edition(),
        "voices": [("EG", MEMBERS[2].listing)],
        "moment": EVENING,
        "hours": (EVENING - HOUR, None),
        "past": False,
        "latest": [member.listing for member in MEMBERS],
        "languages": [("pt", 12), (None, 3)],
        "articles": 15,
        "outlets": 5,
        "subscribed": True,
        "follow": EVERYTHING,
        "followable": Follow(frozenset({"PT", "BR"}), frozenset({"pt", "ar"})),
    }
    return render(renderer, "front.html", **(found | values))


def test_a_story_on_the_front_page_says_how_many_tell_it_in_which_languages_and_since_when(renderer: Renderer) -> None:
    page = front(renderer)
    words = words_of(page)
    assert f'<p class="meta coverage"><a href="/story/{CARD.id}/' in page
    assert "5 sources · 4 languages Portuguese Arabic French German 15:15 to 18:45" in words
    assert "EG Baku counts 63 civilians killed" in words
    assert page.count('class="spark"') == 1
    assert '<a class="chip" href="/search?q=%22Nagorno-Karabakh%22">' in page
    assert '<a rel="prev" href="/?at=2020-10-22T17">Earlier editions</a>' in page


def test_more_languages_than_a_card_names_are_counted(renderer: Renderer) -> None:
    other = card(9, PORT.headline, articles=9, outlets=9, languages=("pt", "es", "fr", "de", "it"))
    assert "9 sources · 5 languages Portuguese Spanish French +2 " in words_of(
        front(renderer, edition=edition([other]))
    )


def test_a_story_of_one_article_is_that_article(renderer: Renderer) -> None:
    page = front(renderer)
    assert f"/story/{PORT.id}/" not in page
    assert "Gazeta da Serra , Brazil · from Portuguese MT · 13:45" in words_of(page)


def test_english_and_untranslated_headlines_bear_no_mark_of_machine_translation(renderer: Renderer) -> None:
    english = listed(40, replace(GERMAN.source, language="en"), "Choir records album", "Choir records album")
    plain = edition([card(41, english), card(42, GERMAN)], lead=None)
    page = front(renderer, edition=replace(plain, lead=card(43, english), sections=()), latest=(), voices=())
    body = page.partition('<div class="front"')[2].partition("<aside")[0]
    assert "MT</abbr>" not in body
    assert 'lang="de"' in body


def test_a_past_edition_says_so_and_leads_to_its_neighbours(renderer: Renderer) -> None:
    values = {"past": True, "latest": (), "languages": (), "hours": (EVENING - HOUR, EVENING + HOUR)}
    page = front(renderer, **values)
    words = words_of(page)
    assert "This is the edition of Thursday 22 October 2020, 18:00 UTC" in words
    assert 'rel="prev" href="/?at=2020-10-22T17"' in page
    assert 'rel="next" href="/?at=2020-10-22T19"' in page
    assert "articles from" not in words
    none = front(renderer, **values, edition=None, voices=())
    assert "No edition was kept for this hour" in none


def test_what_a_reader_follows_is_chosen_without_scripts_and_named(renderer: Renderer) -> None:
    assert "first what tells of" not in words_of(front(renderer))
    page = front(renderer, follow=Follow(frozenset({"BR"}), frozenset({"ar"})))
    assert "first what tells of Brazil, Arabic" in words_of(page)
    assert re.findall(r'name="follow" value="(\w+)"( checked)?', page) == [
        ("BR", " checked"),
        ("PT", ""),
        ("ar", " checked"),
        ("pt", ""),
    ]


def test_an_hour_in_an_address() -> None:
    assert hour(EVENING) == "2020-10-22T18"


def test_the_front_page_is_small_even_when_it_is_full(renderer: Renderer) -> None:
    many = [
        card(
            100 + number,
            listed(
                200 + number,
                MEMBERS[number % 5].listing.source,
                f"Título {number * 7919}",
                f"Headline {number * 104729}",
            ),
            articles=4,
            languages=("pt", "es", "fr", "de", "it"),
        )
        for number in range(90)
    ]
    sections = tuple(
        Section(topic, tuple(many[place * 4 : place * 4 + 4])) for place, topic in enumerate(["sport"] * 17)
    )
    page = front(renderer, edition=edition(many[70:76], sections=sections, trends=(TREND,) * 6))
    style = renderer.assets["paper.css"].body
    assert len(gzip.compress(style)) < 12_000
    assert len(gzip.compress(page.encode())) + len(gzip.compress(style)) < 60_000


def test_the_briefing_gives_sentences_with_their_outlet_and_original(renderer: Renderer) -> None:
    page = render(renderer, "brief.html", items=BRIEF, moment=EVENING)
    assert re.search(r"Putin said in Moscow\. <cite><a href=\"/a/11/[^\"]*\"><bdi lang=\"pt\">O Mirante do Sul", page)
    assert '<p class="o" lang="ar" dir="rtl">أذربيجان تحصي 63 قتيلا مدنيا.</p>' in page
    assert "2 stories of the last 24 hours" in words_of(page)
    assert "nothing of the last 24 hours" in words_of(render(renderer, "brief.html", items=(), moment=EVENING))


@pytest.mark.parametrize(
    ("template", "values"), [("trends.html", {"trends": [TREND], "rising": ()}), ("brief.html", {"items": BRIEF})]
)
def test_headings_are_in_order(renderer: Renderer, template: str, values: dict[str, object]) -> None:
    page = render(renderer, template, moment=EVENING, **values)
    levels = [int(level) for level in re.findall(r"<h([1-6])", page.partition("<main")[2])]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
