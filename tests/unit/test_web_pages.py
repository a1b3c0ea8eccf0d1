"""What the pages show, and that nothing that a reader sends breaks them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from limitedtimes.model.article import ArticleState, Block, BlockKind, Mark, MarkKind, Reason
from limitedtimes.store import press
from limitedtimes.store.database import Database
from limitedtimes.web.app import create_app
from limitedtimes.web.pages import EngineFacts, ModelFacts
from newsdesk import EVENING, PictureDesk, Story, get, outlet, paragraph, printed
from samples import CONFLICT, world

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.applications import Starlette

ENGINES = (EngineFacts("engine 1.0", (ModelFacts("pt", "model-pt-en-1", "ab" * 32, "CC BY 4.0"),)),)


@pytest.fixture
def site(database: Database, tmp_path: Path) -> Starlette:
    return create_app(
        database, PictureDesk(), version="9.9", pictures=tmp_path, engines=ENGINES, contact="me@example.org"
    )


@pytest.fixture
def articles(database: Database) -> dict[str, int]:
    with database.connection() as connection:
        return world(connection)


def text_of(html: str) -> str:
    """The page's words, in order."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2]))


def test_an_empty_archive_says_how_to_begin(site: Starlette) -> None:
    answer = get(site, "/")
    assert answer.status == 200
    assert "limitedtimes add" in answer.text


def test_the_front_page_has_a_lead_sections_and_the_newest(site: Starlette, articles: dict[str, int]) -> None:
    page = get(site, "/").text
    assert re.search(rf'<h2><a href="/a/{articles["conflict"]}/president-expects-several-thousand-dead"', page)
    assert "Edition of" in page
    assert "18 articles from 15 outlets in 15 languages" in page
    assert page.count(f"/img/{articles['conflict']}/main?w=640") >= 1
    assert "from Portuguese" in page
    assert "in German, untranslated" in text_of(page)
    assert "Now you can see non-English news" in page


def test_no_article_stands_twice_on_the_front_page_outside_the_rail(site: Starlette, articles: dict[str, int]) -> None:
    page = get(site, "/").text
    without_rail = re.sub(r"<aside.*?</aside>", "", page, flags=re.DOTALL)
    headlines = re.findall(r"<h[23]><a href=\"(/a/\d+)/", without_rail)
    assert len(headlines) == len(set(headlines)) == len(articles)


def test_an_article_has_every_part_of_the_page(site: Starlette, articles: dict[str, int]) -> None:
    page = get(site, f"/a/{articles['conflict']}/president-expects-several-thousand-dead").text
    words = text_of(page)
    for part in (
        "Conflict in the mountains",
        "President expects several thousand dead",
        "Attempts at mediation have so far failed.",
        "Thursday 22 October 2020, 18:45 UTC",
        "by Marta Salgueiro",
        "Translated by machine from Portuguese, by engine 1.0 with the model model-pt-en-1.",
        "1 sentence carries a remark.",
        "The figure differs from the original, which says 874.",
        "The president during Thursday’s press conference.",
        "Foto: Rui Peixoto / Agência Atlântica",
        "mes / dpa / AFP",
        "All news articles on 22 October 2020",
        "Two ceasefires were broken within hours.",
    ):
        assert part in words
    assert '<time datetime="2020-10-22T18:45:52Z">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'href="/2020-10-22"' in page
    first_link = re.search(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', page.partition("<article")[2])
    assert first_link
    assert first_link[1].startswith("https://omirantedosul-pt.example/")
    assert "Read the original at" in first_link[2]
    assert '<span class="flag">847</span>' in page


def test_the_bare_number_leads_to_the_headline_and_keeps_the_view(site: Starlette, articles: dict[str, int]) -> None:
    number = articles["conflict"]
    answer = get(site, f"/a/{number}?view=both")
    assert answer.status == 301
    assert answer.headers["location"] == f"/a/{number}/president-expects-several-thousand-dead?view=both"
    assert get(site, f"/a/{number}/another-headline").status == 302


def test_original_and_translation_stand_beside_each_other_sentence_by_sentence(
    site: Starlette, articles: dict[str, int]
) -> None:
    page = get(site, f"/a/{articles['arabic']}/wheat-prices-rise-for-the-third-month-in-a-row?view=both").text
    pairs = re.findall(
        r'<div class="pair row"><p class="t"><span class="s">(.*?)</span></p><p class="o" lang="ar" dir="rtl"><span class="s">(.*?)</span></p></div>',
        page,
    )
    assert (
        "The price of a tonne rose to 284 dollars on Wednesday.",
        "ارتفع سعر الطن إلى 284 دولارا يوم الأربعاء.",
    ) in pairs
    assert any("<em>أعلى مستوى</em>" in original for _, original in pairs)
    assert len(pairs) == 4


def test_without_an_alignment_marks_stay_on_the_original(site: Starlette, articles: dict[str, int]) -> None:
    address = f"/a/{articles['conflict']}/president-expects-several-thousand-dead"
    original, translation = get(site, f"{address}?view=original").text, get(site, address).text
    link = '<a href="https://example.org/mediation" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">mediação internacional</a>'
    assert link in original
    assert "<strong>vários milhares</strong>" in original
    assert "https://example.org/mediation" not in translation
    assert 'lang="pt" dir="ltr"' in original


def test_an_untranslated_article_says_so_and_names_the_command(site: Starlette, articles: dict[str, int]) -> None:
    page = get(site, f"/a/{articles['german']}/hafenarbeiter-kehren-am-montag-zuruck").text
    assert "Untranslated: no model for German." in page
    assert "<code>limitedtimes models add de</code>" in page
    assert '<h1><span lang="de" dir="ltr">Hafenarbeiter kehren am Montag zurück</span></h1>' in page
    assert 'class="views"' not in page
    assert "noindex" not in page


def test_a_sentence_that_failed_stays_in_its_language_and_says_so(site: Starlette, articles: dict[str, int]) -> None:
    page = get(site, f"/a/{articles['partial']}/port-at-a-standstill-for-three-weeks").text
    assert "Incomplete: 1 of 3 sentences could not be translated." in page
    assert re.search(
        r'lang="pt" dir="ltr">O sindicato fala, [^<]*</span> <span class="note">The translation of this sentence failed',
        page,
    )


def test_an_article_in_english_carries_no_machine_translation_notice(site: Starlette, articles: dict[str, int]) -> None:
    page = get(site, f"/a/{articles['english']}/island-choir-records-its-first-album").text
    assert "Written in English: nothing was translated." in page
    assert "Translated by machine" not in page


def test_machines_are_told_of_the_original_and_the_translator(site: Starlette, articles: dict[str, int]) -> None:
    page = get(site, f"/a/{articles['conflict']}/president-expects-several-thousand-dead").text
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    data = json.loads(found[1])
    assert data["@type"] == "NewsArticle"
    assert data["inLanguage"] == "en"
    assert data["translator"]["name"] == "engine 1.0, model model-pt-en-1"
    assert data["translationOfWork"]["inLanguage"] == "pt"
    assert data["translationOfWork"]["headline"] == CONFLICT.title[0]


HOSTILE = "</script><img src=x onerror=alert(1)>\"'&<b>"


def test_what_outlets_write_never_becomes_markup(site: Starlette, database: Database) -> None:
    text = f"Uma frase {HOSTILE} aqui."
    block = Block(BlockKind.PARAGRAPH, text, (Mark(MarkKind.LINK, (0, 9), "javascript:alert(1)"),))
    story = Story(
        title=(HOSTILE, HOSTILE),
        lead=(HOSTILE, HOSTILE),
        kicker=(HOSTILE, HOSTILE),
        body=((block, ()), paragraph((HOSTILE, HOSTILE))),
        authors=(HOSTILE,),
        agencies=(HOSTILE,),
        url="javascript:alert(2)",
        language='pt"><b>',
    )
    with database.connection() as connection:
        number = printed(connection, outlet(connection, HOSTILE), story)
    address = get(site, f"/a/{number}").headers["location"]
    for page in (
        "/",
        "/latest",
        "/sources",
        *(f"{address}?view={view}" for view in ("translation", "original", "both", "stacked")),
    ):
        answer = get(site, page)
        assert answer.status == 200, page
        assert "<img src=x" not in answer.text
        assert "<b>\"'" not in answer.text
        assert "javascript:" not in answer.text


BAD_ADDRESSES = {
    "/nothing": 404,
    "/2020-13-45": 404,
    "/20201022": 404,
    "/2019-01-01": 404,
    "/9999-12-31": 404,
    "/0001-01-01": 404,
    "/a/99999999999999999999": 404,
    "/a/2147483647": 404,
    "/a/0": 404,
    "/a/x": 404,
    "/a/1?view=upside-down": 400,
    "/lang/xx": 404,
    "/lang/pt%00": 404,
    "/lang/%22%3E": 404,
    "/source/nobody": 404,
    "/source/a%00b": 404,
    "/c/gossip": 404,
    "/story/0": 404,
    "/story/x": 404,
    "/story/2147483647": 404,
    "/story/99999999999999999999": 404,
    "/country/QQ": 404,
    "/country/qq": 404,
    "/country/P%00": 404,
    "/country/pt": 301,
    "/country/FR?before=x": 400,
    "/?at=yesterday": 400,
    "/?at=2020-10-22": 400,
    "/?at=2020-10-22T24": 400,
    "/?at=2020-10-22T18:00": 400,
    "/?at=1970-01-01T00": 404,
    "/?at=%D9%A2%D9%A0%D9%A2%D9%A0-10-22T18": 400,
    "/latest?before=yesterday": 400,
    "/latest?before=999999999999999999-1": 400,
    "/latest?before=1-99999999999": 400,
    "/search?q=a&before=x": 400,
    "/search?q=%00%01%22%3A*%28%26%7C%21": 200,
    "/search?q=" + "a" * 5000: 200,
    "/img/1/99": 404,
    "/img/1/x": 404,
    "/img/99999999999/0": 404,
    "/img/1/0?w=17": 400,
    "/static/0/paper.css": 404,
    "/static/..%2f..%2fapp.py": 404,
}


def test_bad_addresses_get_an_answer_and_never_an_error(site: Starlette, articles: dict[str, int]) -> None:
    assert articles
    assert {target: get(site, target).status for target in BAD_ADDRESSES} == BAD_ADDRESSES


PAGES = (
    "/",
    "/trends",
    "/country/PT",
    "/latest",
    "/sources",
    "/about",
    "/search?q=strike",
    "/2020-10-22",
    "/lang/pt",
    "/c/labour",
)


def test_head_is_answered_like_get(site: Starlette, articles: dict[str, int]) -> None:
    assert articles
    for target in (*PAGES, "/healthz"):
        assert get(site, target, "HEAD").status == get(site, target).status == 200


def test_only_get_and_head_are_allowed(site: Starlette) -> None:
    assert get(site, "/", "POST").status == 405


def test_a_page_that_has_not_changed_is_not_sent_again(site: Starlette, articles: dict[str, int]) -> None:
    assert articles
    for target in PAGES:
        tag = get(site, target).headers["etag"]
        again = get(site, target, if_none_match=f'"other", {tag}')
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == tag
        assert get(site, target, if_none_match='"other"').status == 200


def test_a_page_is_sent_again_when_something_on_it_changes(
    site: Starlette, database: Database, articles: dict[str, int]
) -> None:
    address = f"/a/{articles['german']}/hafenarbeiter-kehren-am-montag-zuruck"
    before = {page: get(site, page).headers["etag"] for page in ("/", address, "/lang/de", "/lang/fr")}
    with database.connection() as connection:
        press.bump(connection, ["front", f"article:{articles['german']}", "lang:de"])
    sent = {page: get(site, page, if_none_match=tag).status for page, tag in before.items()}
    assert sent == {"/": 200, address: 200, "/lang/de": 200, "/lang/fr": 304}


def test_every_answer_carries_the_headers_that_keep_foreign_scripts_out(
    site: Starlette, articles: dict[str, int]
) -> None:
    for target in (
        "/",
        "/nothing",
        f"/img/{articles['conflict']}/0",
        get(site, "/").text.partition('stylesheet" href="')[2].partition('"')[0],
    ):
        headers = get(site, target).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "script-src 'self';" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_lists_go_on_where_they_stopped(site: Starlette, database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        for number in range(95):
            printed(connection, source, Story(title=(f"Notícia {number}", f"News {number}")))
    seen: list[str] = []
    target: str | None = "/latest"
    while target:
        page = get(site, target).text
        seen += re.findall(r"<h3><a href=\"/a/\d+/news-(\d+)\"", page)
        more = re.search(r'<a rel="next" href="([^"]+)">Older', page)
        target = more[1] if more else None
    assert seen == [str(number) for number in range(94, -1, -1)]


def test_a_day_has_its_articles_and_leads_to_its_neighbours(site: Starlette, database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        for day in (20, 22, 25):
            moment = datetime(2020, 10, day, 23, 59, 59, tzinfo=UTC)
            printed(connection, source, Story(title=("x", f"Of the {day}th"), published=moment), now=moment)
    page = get(site, "/2020-10-22").text
    assert re.findall(r"Of the \d+th", page) == ["Of the 22th"]
    assert 'rel="prev" href="/2020-10-20"' in page
    assert 'rel="next" href="/2020-10-25"' in page
    empty = get(site, "/2020-10-23")
    assert empty.status == 404
    assert 'rel="prev" href="/2020-10-22"' in empty.text


def test_sources_say_in_words_how_their_feeds_are_doing(site: Starlette, database: Database) -> None:
    with database.connection() as connection:
        for name in ("Alfa", "Beta", "Gama", "Delta"):
            outlet(connection, name)
        connection.execute("update feed set failures = 3, last_error = 'It answered 503.' where id = 2")
        connection.execute("update feed set state = 'gone', last_error = 'It answered 410.' where id = 3")
        connection.execute("update feed set state = 'paused' where id = 4")
    words = text_of(get(site, "/sources").text)
    assert "Not read yet" in words
    assert "Failing, 3 times in a row It answered 503." in words
    assert "Gone: the server says it will not come back It answered 410." in words
    assert "Paused by the owner" in words


def test_the_page_about_the_site_names_models_licences_and_contact(site: Starlette) -> None:
    words = text_of(get(site, "/about").text)
    for part in ("model-pt-en-1", "CC BY 4.0", "engine 1.0", "me@example.org", "Privacy", "Disclaimer", "9.9"):
        assert part in words


def test_a_database_that_is_away_gives_a_page_that_says_so(tmp_path: Path) -> None:
    away = Database("postgresql://nobody@127.0.0.1:1/none", timeout=0.2)
    away.open()
    site = create_app(away, PictureDesk(), version="1", pictures=tmp_path)
    for target in ("/", "/healthz", "/img/1/0"):
        answer = get(site, target)
        assert answer.status == 503
        assert int(answer.headers["retry-after"]) > 0
        assert "The Limited Times" in answer.text
    away.close()


def test_the_style_sheet_is_kept_for_good_and_the_pages_are_small(site: Starlette, articles: dict[str, int]) -> None:
    front = get(site, "/", accept_encoding="gzip")
    assert front.headers["content-encoding"] == "gzip"
    assert articles
    address = re.search(r'<link rel="stylesheet" href="([^"]+)"', get(site, "/").text)
    assert address
    style = get(site, address[1], accept_encoding="gzip")
    assert "immutable" in style.headers["cache-control"]
    assert style.headers["content-type"].startswith("text/css")
    assert len(front.body) + len(style.body) < 60_000


@pytest.mark.parametrize(
    ("state", "reason", "expected"),
    [
        (
            ArticleState.PARTIAL,
            Reason("paywall", "Only the feed’s text could be had."),
            "Incomplete: Only the feed’s text could be had.",
        ),
        (ArticleState.FAILED, Reason("engine", "The engine stopped."), "The translation failed: The engine stopped."),
        (ArticleState.FAILED, None, "The translation failed: the engine gave no result."),
    ],
)
def test_states_are_told_in_words(
    site: Starlette, database: Database, state: ArticleState, reason: Reason | None, expected: str
) -> None:
    with database.connection() as connection:
        number = printed(connection, outlet(connection, "O Mirante"), replace(CONFLICT, state=state, reason=reason))
    assert expected in get(site, get(site, f"/a/{number}").headers["location"]).text


def test_an_article_of_the_future_or_of_no_date_is_listed_when_it_was_seen(site: Starlette, database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        later = datetime(2031, 1, 1, tzinfo=UTC)
        printed(connection, source, Story(title=("a", "Of the future"), published=later))
        number = printed(connection, source, Story(title=("b", "Of no date"), published=None))
    assert len(re.findall(r"Of (?:the future|no date)", text_of(get(site, f"/{EVENING:%Y-%m-%d}").text))) == 2
    assert "first seen" in get(site, f"/a/{number}/of-no-date").text


def test_a_page_made_before_is_sent_only_for_the_same_address(site: Starlette, articles: dict[str, int]) -> None:
    number = articles["conflict"]
    address = get(site, f"/a/{number}").headers["location"]
    targets = ("/search?q=strike", "/search?q=wheat", address, f"{address}?view=both", "/latest")
    first, second = [get(site, target).body for target in targets], [get(site, target).body for target in targets]
    assert first == second
    assert len(set(first)) == len(targets)
