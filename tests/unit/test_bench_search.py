"""The made-up archive, and the measurement over it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from limitedtimes.bench import search as bench
from limitedtimes.bench.corpus import LANGUAGES, Corpus, word
from limitedtimes.cli import cli
from limitedtimes.errors import UsageError
from limitedtimes.rules.query import parse_query
from limitedtimes.store import reading, search, stories
from newsdesk import outlet

if TYPE_CHECKING:
    from limitedtimes.store.database import Database

CORPUS = Corpus(200, datetime(2026, 11, 20, 12, tzinfo=UTC))


def test_the_archive_is_the_same_for_the_same_seed_and_its_words_are_many() -> None:
    again = Corpus(200, CORPUS.end)
    assert list(again.paragraphs()) == list(CORPUS.paragraphs())
    assert again.articles.at.tolist() == CORPUS.articles.at.tolist() == sorted(CORPUS.articles.at.tolist())
    assert len({word(number) for number in range(50_000)}) == 50_000
    assert len(set(CORPUS.articles.story.tolist())) == 81


def test_what_is_made_up_is_an_archive_that_the_site_can_show(database: Database) -> None:
    with database.connection() as connection:
        bench.fill(connection, CORPUS)
        newest = reading.listings(connection, limit=500)
        assert len(newest) == len({one.id for one in newest}) == 200
        printed = reading.by_id(connection, newest[0].id)
        assert printed is not None
        assert printed.translation is not None
        assert [len(printed.article.blocks), len(printed.translation.blocks)] == [4, 4]
        language = LANGUAGES[CORPUS.outlets[int(CORPUS.articles.source[-1])].language]
        assert printed.article.language == newest[0].language == language
        story = stories.story_of(connection, newest[0].id)
        assert story is not None
        found = stories.story(connection, story)
        assert found is not None
        assert newest[0].id in [member.listing.id for member in found.members]


def test_its_words_are_found_where_they_stand(database: Database) -> None:
    with database.connection() as connection:
        bench.fill(connection, CORPUS)
        sentence = next(CORPUS.paragraphs()).english[0]
        phrase = search.search(connection, parse_query(f'"{sentence[2]} {sentence[3]}"'), limit=200).hits
        assert all(f"{sentence[2]} {sentence[3]}" in hit.snippet.lower() for hit in phrase)
        rare = CORPUS.rare(int(CORPUS.articles.rare[17]))
        assert 18 in [hit.listing.id for hit in search.search(connection, parse_query(rare), limit=50).hits]
        frequent = CORPUS.english(0)
        hits = search.search(connection, parse_query(frequent), limit=20).hits
        assert len(hits) == 20
        assert all(hit.beside and (hit.marks or frequent in hit.listing.headline.lower()) for hit in hits)
        places = connection.execute(
            "select count(*) as number from pg_indexes where indexname like '%tsv_en_idx'"
        ).fetchone()
        months = connection.execute("select count(distinct tableoid) as number from search_document").fetchone()
    assert places is not None
    assert months is not None
    assert places["number"] > months["number"] > 20


def test_questions_have_words_that_are_there_and_can_be_read() -> None:
    asked = bench.questions(CORPUS, 3)
    assert {"one_frequent", "three_frequent", "one_rare", "phrase_of_frequent", "frequent_in_language"} <= set(asked)
    for texts in asked.values():
        assert len(texts) == 3
        assert all(not parse_query(text).problems and not parse_query(text).empty for text in texts)


def test_the_measurement_has_the_fields_of_the_contract(dsn: str) -> None:
    arguments = ["bench", "search", "--articles", "200", "--queries", "2", "--database", dsn, "--json"]
    said = json.loads(CliRunner().invoke(cli, arguments).stdout)
    assert said["articles"] == 200
    assert set(said["queries"]["one_frequent"]) == {"p50", "p95", "p99"}
    assert {"front", "story", "day", "article"} <= set(said["pages"])
    assert said["found"]["one_frequent"] > said["found"]["nothing"] == 0


def test_a_database_that_is_not_empty_is_left_alone(database: Database, dsn: str) -> None:
    with database.connection() as connection:
        outlet(connection, "O Mirante")
    with pytest.raises(UsageError, match="empty one"):
        bench.run(articles=200, database_url=dsn)
