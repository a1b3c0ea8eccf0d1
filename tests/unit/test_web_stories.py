"""A story's page over values: who says how many, how each country puts it, what came when."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from starlette.requests import Request

from limitedtimes.model.story import ChangeKind, Story, StoryChange
from limitedtimes.rules.voices import voices
from limitedtimes.web.rendering import Renderer
from limitedtimes.web.stories import PICTURES, TIMELINE, lay_out
from limitedtimes.web.words import coverage, story_href
from newsdesk import EVENING
from storybook import ARABIC, CARD, CLAIMS, FRENCH, GERMAN, HOUR, MEMBERS, SAME_TOLL, STORY, TOLL, card, listed


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(version="1")


def render(renderer: Renderer, story: Story) -> str:
    scope: dict[str, Any] = {"type": "http", "path": "/story/7", "query_string": b"", "headers": [], "method": "GET"}
    values = {"story": story, "sheet": lay_out(story), "voices": voices(story.members, story.card.headline.id)}
    return renderer.page("story.html", Request(scope), values).decode()


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2]))


def test_the_figure_is_marked_in_the_sentence_and_in_its_original(renderer: Renderer) -> None:
    page = render(renderer, STORY)
    assert "So far there have been <mark>almost 2,000</mark> dead on each side" in page
    assert '<p class="o" lang="pt" dir="ltr">Até agora houve quase <mark>2.000</mark> mortos' in page
    assert '<p class="o" lang="ar" dir="rtl">أذربيجان تحصي <mark>63</mark>' in page
    assert "Le Phare itself" in words_of(page)


def test_the_page_says_who_was_first_how_many_and_how_each_country_puts_it(renderer: Renderer) -> None:
    page = render(renderer, STORY)
    words = words_of(page)
    assert "5 sources · 4 languages Portuguese Arabic French German" in words
    assert "4 texts of their own" in words
    assert "First reported by O Mirante do Sul , Portugal on Thursday 22 October 2020, 15:15 UTC" in words
    countries = re.findall(r'<dt><a href="/country/([A-Z]{2})">', page)
    assert countries == ["PT", "BR", "EG", "FR"]
    assert "shares: Baku, Karabakh, Putin; 2 hours apart" in words
    assert re.search(rf'<h1><a href="/a/{TOLL.id}/', page)


def test_a_copied_text_stands_once_in_the_timeline_and_every_print_is_reachable(renderer: Renderer) -> None:
    texts = lay_out(STORY).texts
    assert [text.member.listing.id for text in texts] == [TOLL.id, ARABIC.id, FRENCH.id, GERMAN.id]
    assert texts[0].copies == (SAME_TOLL,)
    page = render(renderer, STORY)
    assert "Also in: Gazeta da Serra" in words_of(page)
    for member in MEMBERS:
        assert f'href="/a/{member.listing.id}/' in page


def test_copies_of_what_is_not_in_the_story_are_one_text() -> None:
    members = tuple(replace(member, copy_of=99) for member in MEMBERS[:2])
    assert [text.copies for text in lay_out(replace(STORY, members=members)).texts] == [(SAME_TOLL,)]


def test_articles_stand_by_language_the_most_frequent_first() -> None:
    assert [(language, len(found)) for language, found in lay_out(STORY).tongues] == [
        ("pt", 2),
        ("ar", 1),
        ("de", 1),
        ("fr", 1),
    ]


def test_an_untranslated_headline_carries_its_language(renderer: Renderer) -> None:
    page = render(renderer, STORY)
    assert re.search(r'<a href="/a/15/[^"]*" lang="de" dir="ltr">Stoltenberg bittet Ankara um Mäßigung</a>', page)


def test_merges_and_splits_are_on_record_in_words(renderer: Renderer) -> None:
    words = words_of(render(renderer, STORY))
    assert "1 article of another story turned out to be about this one" in words
    assert "1 article left for a story of their own , by the owner’s decision: by hand" in words
    born = StoryChange(EVENING, ChangeKind.SPLIT, 3, CARD.id, (11, 12), "drifted", by_owner=False)
    page = render(renderer, replace(STORY, changes=(born,)))
    assert 'came out of <a href="/story/3">another one</a>, with 2 articles' in page


def test_a_story_of_one_article_has_no_empty_parts(renderer: Renderer) -> None:
    alone = Story(card(9, GERMAN, languages=(), countries=("DE",)), MEMBERS[4:], (), ())
    page = render(renderer, alone)
    for part in ("Who says how many", "How each country", "by language", "came together", 'class="shots"'):
        assert part not in page
    assert "Timeline" in page


def test_pictures_are_one_an_outlet_and_none_twice() -> None:
    many = [
        replace(MEMBERS[0], listing=replace(TOLL, id=20 + number, source=replace(TOLL.source, id=20 + number)))
        for number in range(9)
    ]
    assert len(lay_out(replace(STORY, members=tuple(many))).pictures) == 1
    varied = [
        replace(one, listing=replace(one.listing, picture=replace(TOLL.picture, url=f"https://p.example/{place}")))  # type: ignore[type-var]
        for place, one in enumerate(many)
    ]
    assert len(lay_out(replace(STORY, members=tuple(varied))).pictures) == PICTURES


def test_a_long_timeline_is_cut_and_says_so_and_nothing_is_lost(renderer: Renderer) -> None:
    many = [replace(MEMBERS[0], listing=replace(TOLL, id=1000 + number)) for number in range(TIMELINE + 7)]
    page = render(renderer, Story(replace(CARD, articles=len(many)), tuple(many), (), ()))
    assert "And 7 more texts" in words_of(page)
    assert all(f'href="/a/{member.listing.id}/' in page for member in many)


HOSTILE = "</h1><script>alert(1)</script>\"'"


def test_nothing_that_an_outlet_or_a_rule_writes_becomes_markup(renderer: Renderer) -> None:
    bad = listed(30, replace(TOLL.source, name=HOSTILE), HOSTILE, HOSTILE)
    sentence = f"{HOSTILE} 5 dead."
    claim = replace(
        CLAIMS[0],
        article_id=30,
        figure=HOSTILE,
        scope=HOSTILE,
        speaker=HOSTILE,
        sentence=sentence,
        original=sentence,
        span=(0, 9),
        original_span=(0, 900),
    )
    member = replace(MEMBERS[0], listing=bad, reason=HOSTILE)
    change = StoryChange(EVENING, ChangeKind.MERGE, 7, 6, (30,), HOSTILE, by_owner=False)
    page = render(renderer, Story(card(7, bad), (member,), (claim,), (change,)))
    assert "<script>" not in page
    assert page.count("<h1>") == 1


def test_headings_are_in_order(renderer: Renderer) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", render(renderer, STORY).partition("<main")[2])]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_storys_address_and_its_coverage() -> None:
    assert story_href(CARD) == "/story/7/president-expects-several-thousand-dead"
    assert coverage(CARD) == "5 sources · 4 languages"
    assert coverage(card(1, TOLL, last_at=TOLL.listed_at + HOUR)) == "1 source · 1 language"
