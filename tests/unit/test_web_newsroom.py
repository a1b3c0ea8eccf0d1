"""The newsroom's pages over a real database: stories and their addresses, past hours, countries, what stands beside an article."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from limitedtimes.model.story import ChangeKind, StoryChange
from limitedtimes.rules.edition import Follow
from limitedtimes.store import codec, editions, grouping, press
from limitedtimes.store.database import jsonb
from limitedtimes.web.app import create_app
from limitedtimes.web.newsroom import followable
from newsdesk import EVENING, PictureDesk, Story, get, outlet, paragraph, printed, told
from samples import ARABIC, CONFLICT, world

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.applications import Starlette

    from limitedtimes.store.database import Database

SHARES = "shares: mountains; 17 minutes apart"


@pytest.fixture
def site(database: Database, tmp_path: Path) -> Starlette:
    return create_app(database, PictureDesk(), version="1", pictures=tmp_path, now=lambda: EVENING)


@pytest.fixture
def articles(database: Database) -> dict[str, int]:
    with database.connection() as connection:
        return world(connection)


@pytest.fixture
def story(database: Database, articles: dict[str, int]) -> int:
    with database.connection() as connection:
        return told(
            connection, articles["conflict"], articles["arabic"], articles["german"], articles["partial"], reason=SHARES
        )


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2]))


def test_a_story_has_one_address_to_which_the_others_lead(site: Starlette, story: int) -> None:
    address = f"/story/{story}/president-expects-several-thousand-dead"
    bare, other = get(site, f"/story/{story}"), get(site, f"/story/{story}/else")
    assert (bare.status, bare.headers["location"]) == (301, address)
    assert (other.status, other.headers["location"]) == (302, address)
    page = get(site, address)
    assert page.status == 200
    assert "3 sources · 3 languages" in text_of(page.text)
    assert SHARES in text_of(page.text)
    assert f'<link rel="canonical" href="{address}">' in page.text


def test_the_address_of_a_merged_story_leads_to_the_living_one(
    site: Starlette, database: Database, articles: dict[str, int], story: int
) -> None:
    with database.connection() as connection:
        gone = told(connection, articles["japanese"])
        change = StoryChange(EVENING, ChangeKind.MERGE, story, gone, (articles["japanese"],), SHARES, by_owner=False)
        grouping.move(connection, change)
    answer = get(site, f"/story/{gone}/whatever")
    assert answer.status == 301
    assert answer.headers["location"].startswith(f"/story/{story}/")
    assert "turned out to be about this one" in text_of(get(site, answer.headers["location"]).text)


def test_a_story_that_has_lost_its_articles_is_not_there(
    site: Starlette, database: Database, articles: dict[str, int], story: int
) -> None:
    with database.connection() as connection:
        connection.execute("update article set visible_at = null where story_id = %s", [story])
    assert articles
    assert get(site, f"/story/{story}").status == 404


def test_a_storys_page_is_sent_again_when_the_story_changes(site: Starlette, database: Database, story: int) -> None:
    address = get(site, f"/story/{story}").headers["location"]
    tag = get(site, address).headers["etag"]
    assert get(site, address, if_none_match=tag).status == 304
    with database.connection() as connection:
        press.bump(connection, [f"story:{story}"])
    assert get(site, address, if_none_match=tag).status == 200


def test_pages_that_age_are_made_anew_every_hour(database: Database, tmp_path: Path, articles: dict[str, int]) -> None:
    clock = [EVENING]
    site = create_app(database, PictureDesk(), version="1", pictures=tmp_path, now=lambda: clock[0])
    article = get(site, f"/a/{articles['arabic']}").headers["location"]
    tags = {target: get(site, target).headers["etag"] for target in ("/", "/trends", article, "/latest")}
    clock[0] += timedelta(minutes=10)
    assert {get(site, target, if_none_match=tag).status for target, tag in tags.items()} == {304}
    clock[0] += timedelta(hours=1)
    sent = {target: get(site, target, if_none_match=tag).status for target, tag in tags.items()}
    assert sent == {"/": 200, "/trends": 200, article: 200, "/latest": 304}


def test_the_front_page_leads_to_the_story_and_shows_how_others_put_it(site: Starlette, story: int) -> None:
    page = get(site, "/").text
    assert f'<a href="/story/{story}/president-expects-several-thousand-dead">3 sources · 3 languages</a>' in page
    assert re.search(r'<abbr class="cc" title="Egypt">EG</abbr><span><a href="/a/\d+/wheat-prices', page)
    assert '<h2><a href="/trends">Trends 24h</a></h2>' in page


def test_what_is_followed_comes_first(site: Starlette, articles: dict[str, int]) -> None:
    assert articles
    plain, followed = (get(site, target).text.partition("<aside")[0] for target in ("/", "/?follow=NL"))
    top = re.compile(r"<h[23]><a [^>]*>([^<]*)")
    assert top.findall(plain)[0] == "President expects several thousand dead"
    bank = "Central bank leaves its rate unchanged"
    assert top.findall(followed).index(bank) < top.findall(plain).index(bank)
    assert get(site, "/?follow=xx").status == 400
    assert get(site, "/?follow=%3Cb%3E").status == 400


def test_languages_that_have_no_name_are_not_offered() -> None:
    found = followable(["PT", "QQ"], ["pt-BR", "zh-Hant", "xx", None])
    assert found == Follow(frozenset({"PT"}), frozenset({"pt", "zh"}))


def test_trends_rank_stories_of_several_outlets(site: Starlette, story: int) -> None:
    page = get(site, "/trends").text
    assert re.findall(r'<h2><a href="/story/(\d+)/', page) == [str(story)]
    assert 'class="spark"' in page


def test_a_past_hour_is_shown_again_and_says_so(site: Starlette, database: Database, story: int) -> None:
    with database.connection() as connection:
        for hours in (5, 3):
            moment = EVENING - timedelta(hours=hours)
            edition = editions.current(connection, now=EVENING)
            editions.keep(
                connection,
                replace(edition, hour=moment.replace(minute=0, second=0), rising=edition.rising[:hours]),
                now=moment,
            )
            connection.execute("update article set topic = 'sport'")
            connection.execute("update story set topic = 'sport'")
    page = get(site, "/?at=2020-10-22T15").text
    assert "This is the edition of Thursday 22 October 2020, 15:00 UTC" in text_of(page)
    assert f"/story/{story}/" in page
    assert 'rel="prev" href="/?at=2020-10-22T13"' in page
    assert get(site, "/?at=2020-10-22T12").status == 404
    assert 'rel="prev" href="/?at=2020-10-22T15">Earlier editions' in get(site, "/").text


def test_a_country_has_its_outlets_articles_the_newest_first(site: Starlette, articles: dict[str, int]) -> None:
    page = get(site, "/country/PT").text
    assert "<h1>From Portugal</h1>" in page
    assert f"/a/{articles['conflict']}/" in page
    assert f"/a/{articles['arabic']}/" not in page
    assert get(site, "/country/pt?before=1").headers["location"] == "/country/PT"
    assert "Nothing has been printed here yet" in get(site, "/country/NZ").text


def test_a_countrys_list_goes_on_where_it_stopped(site: Starlette, database: Database) -> None:
    with database.connection() as connection:
        outlets = [outlet(connection, name) for name in ("Alfa", "Beta", "Gama")]
        outlets.append(outlet(connection, "Delta", country="BR"))
        for number in range(88):
            moment = EVENING - timedelta(minutes=number)
            story = Story(title=("x", f"News {number}"), published=moment)
            printed(connection, outlets[number % 4], story, now=moment)
    seen: list[str] = []
    target: str | None = "/country/PT"
    while target:
        page = get(site, target).text
        seen += re.findall(r"<h3><a href=\"/a/\d+/news-(\d+)\"", page)
        more = re.search(r'<a rel="next" href="([^"]+)">Older', page)
        target = more[1] if more else None
    assert seen == [str(number) for number in range(88) if number % 4 != 3]


def test_a_page_of_a_country_changes_when_its_outlets_print(site: Starlette, database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "Alfa")
        printed(connection, source, Story(title=("a", "First")))
    tag = get(site, "/country/PT").headers["etag"]
    assert get(site, "/country/PT", if_none_match=tag).status == 304
    with database.connection() as connection:
        printed(connection, source, Story(title=("b", "Second")))
    assert "Second" in get(site, "/country/PT", if_none_match=tag).text


def test_an_article_names_its_story_and_the_other_outlets_headlines(
    site: Starlette, articles: dict[str, int], story: int
) -> None:
    page = get(site, get(site, f"/a/{articles['arabic']}").headers["location"]).text
    rail = page.partition("<aside")[2]
    assert f'<h2><a href="/story/{story}/president-expects-several-thousand-dead">This story</a></h2>' in rail
    assert f"/a/{articles['conflict']}/" in rail
    assert f"/a/{articles['german']}/" in rail
    alone = get(site, get(site, f"/a/{articles['japanese']}").headers["location"]).text
    assert ">This story<" not in alone


def test_a_copied_text_names_the_other_outlets_that_print_it(
    site: Starlette, database: Database, articles: dict[str, int]
) -> None:
    with database.connection() as connection:
        copy = printed(connection, outlet(connection, "Gazeta do Sul"), replace(CONFLICT, url="https://copy.example/1"))
        connection.execute("update article set near_duplicate_of = %s where id = %s", [articles["conflict"], copy])
    page = get(site, get(site, f"/a/{copy}").headers["location"]).text
    assert "The same text is also in: O Mirante do Sul" in text_of(page)
    other = get(site, get(site, f"/a/{articles['conflict']}").headers["location"]).text
    assert "The same text is also in: Gazeta do Sul" in text_of(other)


def test_lists_show_a_copied_text_once_and_name_who_else_prints_it(
    site: Starlette, database: Database, articles: dict[str, int]
) -> None:
    with database.connection() as connection:
        copy = printed(connection, outlet(connection, "Gazeta do Sul"), replace(CONFLICT, url="https://copy.example/1"))
        connection.execute("update article set near_duplicate_of = %s where id = %s", [articles["conflict"], copy])
    for page in ("/latest", "/country/PT", "/lang/pt", "/c/conflict", "/2020-10-22"):
        html = get(site, page).text
        assert html.count('">President expects several thousand dead</a></h') == 1, page
        assert f'Also in: <a href="/a/{copy}/' in html, page


def test_the_briefing_is_made_of_the_days_stories(site: Starlette, articles: dict[str, int], story: int) -> None:
    assert articles
    page = get(site, "/brief")
    assert page.status == 200
    assert f"/story/{story}/" in page.text
    assert '<p class="o" lang="pt"' in page.text


def corrected(database: Database, number: int, old: Story, new: Story) -> None:
    """Print a second revision of an article."""
    with database.connection() as connection:
        url = "https://x.example/1"
        connection.execute(
            "update article set revision = 2, printed_revision = 2 where id = %s",
            [number],
        )
        connection.execute(
            "insert into article_body (article_id, revision, content_hash, content, translation, read_at) values (%s, 2, 'b', %s, %s, %s)",
            [
                number,
                jsonb(codec.article_to_json(new.article(url))),
                jsonb(codec.translation_to_json(new.translation())),
                EVENING + timedelta(hours=2),
            ],
        )
        assert old.title == new.title


def test_a_corrected_article_says_so_when_and_what(site: Starlette, database: Database) -> None:
    old = Story(title=("Título", "Title"), body=(paragraph(("Morreram 847 militares.", "847 soldiers died.")),))
    added = paragraph(("Uma <b>nova</b> frase.", "A <b>new</b> sentence."))
    new = replace(old, body=(paragraph(("Morreram 874 militares.", "874 soldiers died.")), added))
    with database.connection() as connection:
        number = printed(connection, outlet(connection, "O Mirante"), old)
    address = get(site, f"/a/{number}").headers["location"]
    assert "has changed this article" not in get(site, address).text
    corrected(database, number, old, new)
    with database.connection() as connection:
        press.bump(connection, [f"article:{number}"])
    page = get(site, address).text
    words = text_of(page)
    assert "as seen on Thursday 22 October 2020, 20:45 UTC : what changed" in words
    assert '<b class="when">Before</b> <span><mark>847</mark> soldiers died.</span>' in page
    assert '<b class="when">Now</b> <span><mark>874</mark> soldiers died.</span>' in page
    assert '<b class="when">Added</b> <span>A &lt;b&gt;new&lt;/b&gt; sentence.</span>' in page
    assert '<p class="o" lang="pt" dir="ltr">Morreram 847 militares.</p>' in page


def test_the_first_link_of_an_article_still_leads_to_the_original(
    site: Starlette, database: Database, story: int
) -> None:
    assert story
    with database.connection() as connection:
        number = printed(connection, outlet(connection, "O Mirante"), replace(ARABIC, url="https://original.example/7"))
        connection.execute("update article set near_duplicate_of = 2 where id = %s", [number])
    page = get(site, get(site, f"/a/{number}").headers["location"]).text
    first = re.search(r'<a [^>]*href="([^"]*)"', page.partition("<article")[2])
    assert first
    assert first[1] == "https://original.example/7"
