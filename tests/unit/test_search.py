"""Search over English and originals: what readers type, and what they find."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.rules.query import LONGEST, Filter, SearchQuery, Term, legible, parse_query
from limitedtimes.rules.snippets import bigrams, choose, cut
from limitedtimes.store import search
from limitedtimes.store.reading import Cursor
from newsdesk import ENGINE, EVENING, Story, outlet, paragraph, printed
from samples import world

if TYPE_CHECKING:
    from limitedtimes.store.database import Database
    from limitedtimes.store.hits import Hit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("port strike", SearchQuery(((Term("port"), Term("strike")),))),
        ('"each side" dead', SearchQuery(((Term("each side", exact=True), Term("dead")),))),
        ("strike -football", SearchQuery(((Term("strike"), Term("football", True)),))),
        ('-"each side"', SearchQuery(((Term("each side", True, True),),))),
        ("flood OR fire or", SearchQuery(((Term("flood"),), (Term("fire"), Term("or"))))),
        ("OR", SearchQuery()),
        ("lang:pt", SearchQuery(filters=(Filter("lang", "pt"),))),
        ("lang:Portuguese -lang:pt-BR", SearchQuery(filters=(Filter("lang", "pt"), Filter("lang", "pt-br", True)))),
        ('source:"Le Phare"', SearchQuery(filters=(Filter("source", "le phare"),))),
        ("topic:business country:brazil", SearchQuery(filters=(Filter("topic", "economy"), Filter("country", "BR")))),
        ("from:2020-10-21 to:2020-10-22", SearchQuery(since=date(2020, 10, 21), until=date(2020, 10, 22))),
        ("at 10:30", SearchQuery(((Term("at"), Term("10:30")),))),
        ("re:union", SearchQuery(((Term("re:union"),),))),
        ('"open quote', SearchQuery(((Term("open quote", exact=True),),))),
        ("& | ! () : *", SearchQuery()),
        ("", SearchQuery()),
    ],
)
def test_queries_are_read(text: str, expected: SearchQuery) -> None:
    assert parse_query(text) == expected


@pytest.mark.parametrize(
    "text", ["from:yesterday", "to:2020-13-45", "lang:klingon", "topic:gossip", "country:atlantis"]
)
def test_what_cannot_be_understood_is_named_and_left_out(text: str) -> None:
    query = parse_query(text)
    assert query.empty
    assert len(query.problems) == 1
    assert text.partition(":")[2] in query.problems[0]


def test_of_a_query_is_shown_what_is_read() -> None:
    assert legible("dock\0strike\x07") == "dock strike "
    assert len(legible("a" * 10_000)) == LONGEST


@given(st.text(max_size=80))
def test_no_query_is_an_error(text: str) -> None:
    query = parse_query(text)
    assert all(term.text for terms in query.alternatives for term in terms)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("東京都", " 東京 京都 "),
        ("木", " 木 "),
        ("NHKが東京で", "NHK が東 東京 京で "),
        ("ที่นี่", " ที่นี่ "),
        ("plain words", "plain words"),
    ],
)
def test_scripts_without_spaces_are_cut_into_pairs(text: str, expected: str) -> None:
    assert bigrams(text) == expected


def test_a_snippet_is_cut_around_what_matches() -> None:
    line = "one " * 100 + "needle " + "two " * 100
    place, spans = choose([line], {"needle"}, ["needle"])
    text, marks = cut(line, spans)
    assert place == 0
    assert len(text) < 280
    assert [text[start:end] for start, end in marks] == ["needle"]
    assert text.startswith("… ")
    assert text.endswith(" …")


def test_a_snippet_prefers_a_sentence_to_a_kicker_that_shows_as_much() -> None:
    lines = ["Strike in the ports", "The third week of the strike has begun, and nobody talks.", "Nothing here"]
    assert choose(lines, {"strike", "Strike"}, ["strike"]) == (1, [(22, 28)])
    assert choose([], set(), ["strike"]) == (-1, [])


def found(database: Database, text: str, limit: int = 50) -> list[Hit]:
    with database.connection() as connection:
        return search.search(connection, parse_query(text), limit=limit).hits


def names(hits: list[Hit]) -> set[str]:
    return {hit.listing.headline for hit in hits}


STRIKE, RAIL = "Port at a standstill for three weeks", "Rail workers suspend Friday’s strike"
REEF = "Deep-sea vessel finds a coral reef taller than Tokyo Tower"
WHEAT = "Wheat prices rise for the third month in a row"
GERMAN = "Hafenarbeiter kehren am Montag zurück"


def test_searches_find_what_they_should_in_english_and_in_the_originals(database: Database) -> None:
    with database.connection() as connection:
        world(connection)
    expected = {
        "strikes": {STRIKE, RAIL},  # any form of the word
        "strike ships": {STRIKE},
        "strike -ships": {RAIL},
        "strike OR wheat": {STRIKE, RAIL, WHEAT},
        '"strike goes on"': {STRIKE},
        '"goes strike on"': set(),
        "exportadores": {STRIKE},
        "prejuizo": {STRIKE},  # without its accent
        "prejuízos": {STRIKE},
        "-greve strike": {RAIL},  # a word left out, in whatever language
        "القمح": {WHEAT},
        "サンゴ礁": {REEF},
        "東京": {REEF},
        "京東": set(),
        "礁": {REEF},
        "einigung": {GERMAN},
        "zuruck": {GERMAN},
        "kolejarzy lang:pl": {RAIL},  # no stemmer for Polish: words that share trigrams
        '"kolejarzy"': set(),  # as it is written
        "kolejarze": {RAIL},
        "strike lang:polish": {RAIL},
        "strike -lang:pl": {STRIKE},
        "strike lang:pl lang:pt": {STRIKE, RAIL},
        "source:kurier-ba-tycki": set(),
        'source:"kurier bałtycki"': {RAIL},
        "country:japan": {REEF},
        "topic:labour": {STRIKE, RAIL},
        "strike from:2020-10-22": {STRIKE, RAIL},
        "strike to:2020-10-21": set(),
        "nothingofthekind": set(),
    }
    assert {text: names(found(database, text)) for text in expected} == expected


def test_a_hit_shows_the_language_that_matched(database: Database) -> None:
    with database.connection() as connection:
        world(connection)
    (english,) = found(database, "diverted ships")
    assert not english.original
    assert [english.snippet[start:end] for start, end in english.marks] == ["ships", "diverted"]
    (original,) = found(database, "navio desviado")
    assert original.original
    assert [original.snippet[start:end] for start, end in original.marks] == ["navios", "desviados"]
    (japanese,) = found(database, "サンゴ礁")
    assert {japanese.snippet[start:end] for start, end in japanese.marks} == {"サンゴ礁"}


def test_hits_are_newest_first_and_go_on(database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        numbers = [
            printed(connection, source, Story(title=("greve", "strike"), published=EVENING - timedelta(hours=hour)))
            for hour in range(5)
        ]
        query = parse_query("strike")
        first = search.search(connection, query, limit=3).hits
        place = Cursor(first[-1].listing.listed_at, first[-1].listing.id)
        rest = search.search(connection, query, before=place, limit=3).hits
    assert [hit.listing.id for hit in first + rest] == numbers


def test_indexing_again_replaces_what_was_indexed(database: Database) -> None:
    with database.connection() as connection:
        number = printed(connection, outlet(connection, "O Mirante"), Story(title=("greve", "strike")))
        search.index(connection, number, title_en="calm", text_en="", title="calma", text="", language="pt")
    assert found(database, "strike") == []
    assert [hit.listing.id for hit in found(database, "calm")] == [number]


def test_very_long_and_odd_texts_can_be_indexed(database: Database) -> None:
    random = Random(7)
    han = "".join(chr(random.randint(0x4E00, 0x9FFF)) for _ in range(150_000))
    long = " ".join(f"palavra{number}" for number in range(80_000))
    with database.connection() as connection:
        number = printed(connection, outlet(connection, "O Mirante"), Story(title=("x", "y")))
        search.index(
            connection, number, title_en="a" * 5000, text_en=long, title=long, text=long, language="xx-invalid"
        )
        search.index(connection, number, title_en="", text_en=han, title=han, text=han, language="zh")
        search.index(connection, number, title_en="", text_en=long, title="", text=long, language=None)
    assert [hit.listing.id for hit in found(database, "palavra17")] == [number]


def test_odd_characters_reach_the_database_as_words(database: Database) -> None:
    with database.connection() as connection:
        printed(connection, outlet(connection, "O Mirante"), Story(title=("a 50% b", "a 50% b"), engine=ENGINE))
    for text in (
        "'",
        "a'b",
        "a\\",
        "a:*",
        "50%",
        "a&b",
        "(a",
        "!a",
        "<->",
        "a <-> b",
        "%s",
        "%(id)s",
        "\u0301",
        "''a''",
        "a\\'",
    ):
        found(database, text)
    assert len(found(database, "50%")) == 1


def test_a_phrase_does_not_cross_from_one_article_to_another_nor_lose_order(database: Database) -> None:
    with database.connection() as connection:
        source = outlet(connection, "O Mirante")
        story = Story(
            title=("t", "t"),
            body=(
                paragraph(
                    ("Um dois três.", "Red house. Blue door."),
                ),
            ),
        )
        number = printed(connection, source, story, now=datetime(2020, 10, 23, tzinfo=UTC))
    assert [hit.listing.id for hit in found(database, '"red house"')] == [number]
    assert found(database, '"house red"') == []
