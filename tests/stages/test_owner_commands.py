"""`glossary` and `correct`, over a database of their own."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from limitedtimes.cli import cli
from limitedtimes.errors import LimitedTimesError, UsageError
from limitedtimes.settings import PREFIX
from limitedtimes.store import workers
from stages.stagehand import FEED, SENTENCES, Item, html_page, rss

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stages.stagehand import Newsroom

    Run = Callable[..., str]


@pytest.fixture
def run(newsroom: Newsroom, tmp_path: Path) -> Run:
    """Runs a command over the newsroom's database; returns what it prints, or raises what it raises."""
    environment = {PREFIX + "DATABASE_URL": newsroom.database.dsn, PREFIX + "DATA_DIR": str(tmp_path)}

    def invoke(*arguments: str) -> str:
        done = CliRunner().invoke(cli, arguments, env=environment)
        if isinstance(done.exception, LimitedTimesError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.stdout

    return invoke


async def print_one(newsroom: Newsroom, language: str = "pt") -> None:
    """An article that is translated and shown."""
    newsroom.detector.language = language
    newsroom.follow(language=language)
    newsroom.fetcher.at(FEED, rss(Item(), language=language))
    newsroom.fetcher.at(Item().url, html_page(language=language))
    await newsroom.poll()


def have_a_worker(newsroom: Newsroom) -> None:
    """Let a worker be at work, so that a command leaves the work to it."""
    with newsroom.database.transaction() as connection:
        workers.beat(connection, "w", host="h", pid=1, queues=["translate"])


def sentence(newsroom: Newsroom) -> dict[str, Any]:
    """The first sentence of the first block as it is stored."""
    found: dict[str, Any] = newsroom.article()["translation"]["blocks"][0][0]
    return found


def test_terms_are_added_listed_and_removed(newsroom: Newsroom, run: Run) -> None:
    newsroom.follow()
    run("glossary", "add", "--from", "pt", " Assembleia da  República ", "Assembly of the Republic")
    run("glossary", "add", "--from", "pt", "lei", "act", "--source", "a-folha")
    assert [json.loads(line) for line in run("glossary", "list", "--json").splitlines()] == [
        {
            "language": "pt",
            "term": "Assembleia da República",
            "english": "Assembly of the Republic",
            "source": None,
        },
        {"language": "pt", "term": "lei", "english": "act", "source": "A Folha"},
    ]
    assert run("glossary") == run("glossary", "list", "--from", "pt-BR")
    assert "lei → act  (only A Folha)" in run("glossary")
    run("glossary", "remove", "--from", "pt", "lei", "--source", "A Folha")
    with pytest.raises(LimitedTimesError, match="glossary list"):
        run("glossary", "remove", "--from", "pt", "lei", "--source", "A Folha")
    with pytest.raises(UsageError, match="sources list"):
        run("glossary", "add", "--from", "pt", "lei", "act", "--source", "Nobody")


async def test_an_articles_number_lists_its_sentences(newsroom: Newsroom, run: Run) -> None:
    await print_one(newsroom)
    listed = run("correct", "1").splitlines()
    assert listed[:3] == ["1.title", f"    {Item().title}", f"    EN[{Item().title}]"]
    assert [line for line in listed if not line.startswith(" ")] == ["1.title", "1.0.0", "1.1.0", "1.2.0", "1.3.0"]
    assert f"    {SENTENCES[3]}" in listed


async def test_a_correction_is_shown_by_the_workers(newsroom: Newsroom, run: Run) -> None:
    await print_one(newsroom)
    have_a_worker(newsroom)
    assert run("correct", "1.0.0", "The ministers came.") == "In 1 article: 1.\n"
    assert newsroom.waiting() == [("press", "1"), ("translate", "pt")]
    await newsroom.settle()
    assert sentence(newsroom)["translation"] == "The ministers came."
    assert run("correct", "1.0.0", "--remove") == "In 1 article: 1.\n"
    await newsroom.settle()
    assert sentence(newsroom)["translation"] == f"EN[{SENTENCES[0]}]"
    with pytest.raises(LimitedTimesError, match=r"1\.0\.0 has no correction"):
        run("correct", "1.0.0", "--remove")


def test_without_workers_a_correction_is_shown_by_the_command(newsroom: Newsroom, run: Run) -> None:
    asyncio.run(print_one(newsroom, language="qu"))  # no model: costs no translation
    newsroom.rows("update feed set state = 'paused'")
    run("correct", "1.title", "A title")
    assert newsroom.article()["title_en"] == "A title"
    assert newsroom.waiting() == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2"], "No translated article has the number 2"),
        (["1.9.9", "Text"], "`limitedtimes correct 1`"),
        (["1.subtitle", "Text"], "`limitedtimes correct 1`"),
    ],
)
async def test_what_is_not_there_is_said(newsroom: Newsroom, run: Run, arguments: list[str], said: str) -> None:
    await print_one(newsroom)
    with pytest.raises(LimitedTimesError, match=said):
        run("correct", *arguments)
