"""docs/json.md has every field and every word of the JSON that the program prints, and no other."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from limitedtimes import export
from limitedtimes.cli import cli
from limitedtimes.cli.briefing import briefing_json
from limitedtimes.cli.stories import claim_json
from limitedtimes.doctor import Finding
from limitedtimes.errors import RefusedError
from limitedtimes.model.article import ArticleState, BlockKind, Mark, MarkKind, Picture, Reason
from limitedtimes.model.source import FeedState, Source
from limitedtimes.model.story import BriefItem, ChangeKind, Claim, Counted, Quoted
from limitedtimes.model.translation import Flag, SentenceState
from limitedtimes.rules.edition import TOPICS
from limitedtimes.settings import PREFIX
from limitedtimes.stages.stories import merge
from limitedtimes.store import stories
from limitedtimes.store.archive import Archived
from newsdesk import Story, block, outlet, paragraph, printed, sentence

if TYPE_CHECKING:
    from limitedtimes.store.database import Database

PAGE = Path(__file__).parents[2] / "docs" / "json.md"


def documented() -> dict[str, set[str]]:
    """The fields in json.md by section."""
    text = re.sub(r"^### .*?(?=^## )", "", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
    return {
        title: {
            name
            for cell in re.findall(r"^\| (`.*?) \|", body, flags=re.MULTILINE)
            for name in re.findall(r"`(\w+)`", cell)
        }
        for title, body in zip(parts[1::2], parts[2::2], strict=True)
    }


def full_article() -> export.Json:
    """An article in which every field occurs."""
    flag = Flag("split", "in parts")
    text, translated = paragraph(
        ("Uma frase.", "A sentence."), marks=[(MarkKind.LINK, "frase", "https://example.org/")]
    )
    text = replace(text, marks=(*text.marks, Mark(MarkKind.LANGUAGE, (0, 3), language="fr")))
    story = Story(
        title=("Título", "Title"),
        body=[
            (text, (sentence("Uma frase.", "A sentence.", 0, flag), *translated[1:])),
            block(BlockKind.HEADING, ("Fim", "End"), level=2),
        ],
        pictures=[Picture("https://example.org/1.jpg", "Legenda", "Foto")],
        captions=["Caption"],
    )
    archived = Archived(
        id=1,
        url="https://example.org/1",
        source=Source(1, "Outlet", "outlet"),
        state=ArticleState.PARTIAL,
        reason=Reason("code", "message"),
        title="Título",
        language="pt",
        published=None,
        visible_at=None,
        topic=None,
        story_id=None,
        near_duplicate_of=None,
        revision=1,
        article=story.article("https://example.org/1"),
        translation=story.translation(),
    )
    return export._archived(archived)


def keys(objects: list[Any]) -> set[str]:
    return {key for one in objects for key in one}


def test_the_fields_of_an_article_are_those_documented() -> None:
    article, said = full_article(), documented()
    blocks = article["blocks"]
    sentences = [article["title"], *(one for each in blocks for one in each["sentences"])]
    assert keys([article]) == said["Article"]
    assert keys([article["source"]]) == said["Source"]
    assert keys([article["reason"]]) == said["Reason"]
    assert keys(blocks) | {"image"} == said["Block"]
    assert keys([mark for each in blocks for mark in each["marks"]]) == said["Mark"]
    assert keys(article["images"]) == said["Image"]
    assert keys(sentences) == said["Sentence"]
    assert keys([flag for one in sentences for flag in one["flags"]]) == said["Flag"]


def test_a_page_that_was_only_read_has_the_fields_of_an_article() -> None:
    assert (
        keys([export.read_json(Story(title=("Título", None)).article("https://example.org/1"))])
        == documented()["Article"]
    )


def test_the_words_of_the_json_are_documented() -> None:
    text = PAGE.read_text(encoding="utf-8")
    words = [*ArticleState, *SentenceState, *BlockKind, *MarkKind, *FeedState, *Counted, *ChangeKind, *TOPICS]
    assert [word for word in words if f"`{word}`" not in text] == []


def ran(*words: str, text: str | None = None) -> set[str]:
    """The fields that a command prints, over all its lines."""
    said = CliRunner().invoke(cli, [*words, "--json"], input=text)
    lines = said.stdout.splitlines()
    assert lines, said.stderr
    return keys([json.loads(line) for line in lines])


@pytest.fixture
def printed_article(database: Database, dsn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database with one article, which the commands use."""
    monkeypatch.setenv(PREFIX + "DATABASE_URL", dsn)
    with database.transaction() as connection:
        printed(connection, outlet(connection, "Gazeta"), Story(title=("Porto parado", "Port at a standstill")))


@pytest.mark.usefixtures("printed_article")
def test_the_fields_of_outlets_and_search_results_are_those_documented() -> None:
    said = documented()
    assert ran("sources", "list") == said["Outlet"]
    assert ran("search", "standstill") == said["Search result"]


@pytest.mark.usefixtures("printed_article")
def test_the_fields_of_stories_are_those_documented(database: Database) -> None:
    said = documented()
    assert ran("stories", "list") == said["Story"]
    with database.transaction() as connection:
        first = stories.newest(connection, limit=1)[0].id
        other = printed(connection, outlet(connection, "Folha"), Story(title=("Porto aberto", "Port open again")))
        merge(connection, [first, stories.stories_of(connection, [other])[other]], datetime.now(UTC))
    shown = json.loads(CliRunner().invoke(cli, ["stories", "show", str(first), "--json"]).stdout)
    assert keys([shown]) == said["Story"] | said["Whole story"]
    assert keys([shown["headline"]]) == said["Article of a story"]
    assert keys(shown["timeline"]) == said["Article of a story"] | {"at", "reason", "near_duplicate_of"}
    assert keys(shown["voices"]) == said["Article of a story"] | {"country"}
    assert keys(shown["changes"]) == said["Change to a story"]


@pytest.mark.usefixtures("printed_article")
def test_the_fields_of_the_briefing_are_those_documented(database: Database) -> None:
    with database.connection() as connection:
        card = stories.newest(connection, limit=1)[0]
    shown: Any = briefing_json([BriefItem(card, (Quoted(card.headline, "A port.", "Um porto."),))], card.last_at)
    said = documented()
    assert keys([shown]) == said["Briefing"]
    assert keys(shown["stories"]) == said["Story of the briefing"]
    assert keys(shown["stories"][0]["sentences"]) == said["Quoted sentence"]


def test_the_fields_of_claims_are_those_documented() -> None:
    claim = Claim(1, Counted.DEAD, "5", 5, 5, None, None, None, None, "5 died.", (0, 1), "Morreram 5.", (9, 10))
    assert keys([claim_json(claim)]) == documented()["Claim"]


def test_the_fields_of_lines_models_and_checks_are_those_documented(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "MODELS_REGISTRY", "")
    said = documented()
    assert ran("translate", "--from", "pt", text="2.200.112\n") == said["Line of text"]
    assert ran("models", "list") == said["Model"]
    assert ran("models", "verify") == said["Checked model"]
    assert {field.name for field in fields(Finding)} == said["Check"]


def test_the_fields_of_a_refused_page_are_those_documented(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise RefusedError("robots.txt does not allow it", code="robots", url="https://example.org/")

    monkeypatch.setattr("limitedtimes.wiring.read_one", refuse)
    assert ran("read", "https://example.org/") == documented()["Page that was refused"]
