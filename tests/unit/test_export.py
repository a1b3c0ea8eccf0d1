from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes import export
from limitedtimes.model.article import ArticleState, BlockKind, MarkKind, Picture, Reason
from limitedtimes.model.translation import Flag, SentenceState, TranslatedSentence
from limitedtimes.store.stories import story_of
from newsdesk import EVENING, Story, block, outlet, paragraph, printed

if TYPE_CHECKING:
    from limitedtimes.store.database import Database

# Names of interface.md.
ARTICLE = {
    *("id", "url", "canonical_url", "source", "language", "state", "reason", "kicker", "title", "lead", "published"),
    *("modified", "authors", "agencies", "section", "keywords", "accessible", "topic", "story", "blocks", "images"),
    *("engine", "model", "model_sha256", "visible_at", "near_duplicate_of", "revision"),
    *("form", "utc_offset", "pages"),  # our own
}
SENTENCE = {"source", "span", "translation", "state", "confidence", "flags", "alignment"}
STORY = Story(
    kicker=("Guerra", "War"),
    title=("Título", "Title"),
    lead=("O lead.", "The lead."),
    topic="conflict",
    authors=("mes",),
    agencies=("dpa", "AFP"),
    body=(
        paragraph(
            ("Uma frase.", "A sentence."), ("Outra.", None), marks=((MarkKind.LINK, "frase", "https://x.example/"),)
        ),
        block(BlockKind.HEADING, ("Subtítulo", "Subhead"), level=2),
    ),
    pictures=(Picture("https://a.example/p.jpg", "Legenda", "Foto: X", "alt"), Picture("https://a.example/q.jpg")),
    captions=("Caption", None),
    state=ArticleState.PARTIAL,
    reason=Reason("sentences", "1 of 7 sentences could not be translated."),
)


def exported(database: Database, since: datetime | None = None) -> list[dict[str, Any]]:
    """What is exported, as other programs read it."""
    with database.transaction() as connection:
        return [json.loads(json.dumps(row)) for row in export.articles(connection, since=since)]


def test_an_article_has_exactly_the_contracts_names(database: Database) -> None:
    with database.transaction() as connection:
        number = printed(connection, outlet(connection, "A Folha"), STORY)
        story = story_of(connection, number)
    (row,) = exported(database)
    assert row.keys() == ARTICLE
    assert row["id"] == number
    assert row["source"] == {"id": 1, "name": "A Folha", "country": "PT"}
    assert (row["state"], row["reason"]) == (
        "partial",
        {"code": "sentences", "message": "1 of 7 sentences could not be translated."},
    )
    assert row["kicker"] == "Guerra"
    assert row["published"] == "2020-10-22T18:45:52Z"
    assert (row["authors"], row["agencies"], row["topic"]) == (["mes"], ["dpa", "AFP"], "conflict")
    assert story is not None
    assert row["story"] == story
    assert (row["engine"], row["model"], row["model_sha256"]) == ("engine 1.0", "model-pt-en-1", "0" * 64)
    assert (row["revision"], row["accessible"], row["near_duplicate_of"]) == (1, True, None)


def test_sentences_blocks_marks_and_pictures_have_the_contracts_names(database: Database) -> None:
    with database.transaction() as connection:
        printed(connection, outlet(connection, "A Folha"), STORY)
    (row,) = exported(database)
    first, heading = row["blocks"]
    assert first.keys() == {"kind", "text", "marks", "sentences"}
    assert heading.keys() == {"kind", "text", "marks", "sentences", "level"}
    assert first["marks"] == [{"kind": "link", "source": [4, 9], "target": None, "href": "https://x.example/"}]
    assert [one["state"] for one in first["sentences"]] == ["translated", "failed"]
    assert first["sentences"][0] == {
        "source": "Uma frase.",
        "span": [0, 10],
        "translation": "A sentence.",
        "state": "translated",
        "confidence": None,
        "flags": [],
        "alignment": None,
    }
    assert row["title"].keys() == row["lead"].keys() == row["images"][0]["caption"].keys() == SENTENCE
    assert row["images"][0] | {"caption": None} == {
        "url": "https://a.example/p.jpg",
        "caption": None,
        "credit": "Foto: X",
        "alt": "alt",
    }
    assert row["images"][1]["caption"] is None


def test_marks_are_placed_in_the_translation_of_their_block(database: Database) -> None:
    text, (first, second) = paragraph(
        ("Uma frase.", "A sentence."),
        ("Outra, nova.", "A new one."),
        marks=((MarkKind.LINK, "frase", "https://x.example/"), (MarkKind.STRONG, "nova", None)),
    )
    first = replace(first, alignment=(((0, 3), (0, 1)), ((4, 10), (2, 11))))
    second = replace(second, alignment=(((7, 12), (2, 5)), ((0, 6), (6, 10))))
    with database.transaction() as connection:
        printed(connection, outlet(connection, "A Folha"), Story(title=("a", "b"), body=[(text, (first, second))]))
    (row,) = exported(database)
    (block_json,) = row["blocks"]
    whole = " ".join(one["translation"] for one in block_json["sentences"])
    assert block_json["marks"] == [
        {"kind": "link", "source": [4, 9], "target": [2, 10], "href": "https://x.example/"},
        {"kind": "strong", "source": [18, 22], "target": [14, 17]},
    ]
    assert [whole[slice(*mark["target"])] for mark in block_json["marks"]] == ["sentence", "new"]


def test_flags_and_alignments_have_the_contracts_shape() -> None:
    flag = Flag("number", "The figure differs.", (1, 2), (3, 4))
    one = TranslatedSentence("a b", (0, 3), "c d", SentenceState.TRANSLATED, 0.5, (flag,), (((0, 1), (0, 1)),))
    made = json.loads(json.dumps(export.sentence_json(one)))
    assert made["flags"] == [
        {"kind": "number", "message": "The figure differs.", "source": [1, 2], "target": [3, 4], "repaired": False}
    ]
    assert (made["alignment"], made["confidence"]) == ([[[0, 1], [0, 1]]], 0.5)


def test_every_state_is_exported_by_id(database: Database) -> None:
    with database.transaction() as connection:
        source = outlet(connection, "A Folha")
        for state in ArticleState:
            printed(connection, source, Story(title=("T", "T"), state=state))
        connection.execute(
            "insert into article (source_id, url, url_key, title) values (1, 'https://a.example/new', 'k', 'Ainda por ler')"
        )
    rows = exported(database)
    assert [row["state"] for row in rows] == [*ArticleState, "waiting"]
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    unread = rows[-1]
    assert unread.keys() == ARTICLE
    assert (unread["title"]["source"], unread["title"]["state"]) == ("Ainda por ler", "untranslated")
    assert (unread["blocks"], unread["revision"], unread["visible_at"]) == ([], 1, None)


def test_an_article_that_waits_has_its_sentences_in_the_original(database: Database) -> None:
    with database.transaction() as connection:
        printed(connection, outlet(connection, "A Folha"), STORY)
        connection.execute("update article_body set translation = null")
    (row,) = exported(database)
    assert [one["source"] for one in row["blocks"][0]["sentences"]] == ["Uma frase.", "Outra."]
    assert {one["translation"] for block in row["blocks"] for one in block["sentences"]} == {None}
    assert row["engine"] is None


def test_more_articles_than_a_page_of_the_database_come_once(database: Database) -> None:
    with database.transaction() as connection:
        outlet(connection, "A Folha")
        connection.execute(
            "insert into article (source_id, url, url_key, title) select 1, n, n, n from generate_series(1, 450) n"
        )
    assert [row["id"] for row in exported(database)] == list(range(1, 451))


@pytest.mark.parametrize(("hours", "count"), [(1, 1), (-1, 0)])
def test_since_leaves_out_what_is_old(database: Database, hours: int, count: int) -> None:
    with database.transaction() as connection:
        printed(connection, outlet(connection, "A Folha"), STORY, now=EVENING)
        connection.execute(
            "update article set first_seen = now(), visible_at = null; update article_body set read_at = now()"
        )
    assert len(exported(database, datetime.now(UTC) - timedelta(hours=hours))) == count
