"""Articles like a text: by what it means, and by its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from limitedtimes.cli import cli
from limitedtimes.errors import ModelMissingError, UsageError
from limitedtimes.semantics.embed import StaticEmbedder
from limitedtimes.settings import PREFIX
from newsdesk import Story, outlet, paragraph, printed

if TYPE_CHECKING:
    from pathlib import Path

    from limitedtimes.store.database import Connection, Database

TEXTS = (
    "Dockers in the northern ports went on strike for higher wages; dozens of ships wait at sea.",
    "The central bank raised its interest rate by half a point to slow inflation.",
    "A telescope in the desert has found water vapour around a distant planet.",
)
ASKED = "Port workers stopped loading ships on Monday. Their union wants higher wages and says that the strike will go on.\n"


def article(connection: Connection, english: str) -> int:
    number = printed(
        connection, outlet(connection, english[:12]), Story(title=("t", "t"), body=(paragraph(("o", english)),))
    )
    vector = StaticEmbedder().embed([english])[0]
    connection.execute(
        "insert into article_profile (article_id, revision, at, embedding) values (%s, 1, now(), %s::halfvec)",
        [number, str(vector.tolist())],
    )
    return number


@pytest.fixture
def numbers(database: Database, dsn: str, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    monkeypatch.setenv(PREFIX + "DATABASE_URL", dsn)
    with database.connection() as connection:
        return [article(connection, text) for text in TEXTS]


def like(folder: Path, text: str, *options: str) -> list[int]:
    file = folder / "text.txt"
    file.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(cli, ["search", "--like", str(file), "--json", *options])
    if done.exception:
        raise done.exception
    return [json.loads(line)["id"] for line in done.stdout.splitlines()]


def test_what_is_like_a_text_comes_first(numbers: list[int], tmp_path: Path) -> None:
    found = like(tmp_path, ASKED)
    assert found[0] == numbers[0]
    assert sorted(found) == numbers
    assert like(tmp_path, ASKED, "--limit", "1") == numbers[:1]
    assert like(tmp_path, f"{ASKED}\n\0") == found


def test_a_text_that_several_print_is_found_once(numbers: list[int], tmp_path: Path, database: Database) -> None:
    with database.connection() as connection:
        copy = article(connection, TEXTS[0] + " (agency)")
        connection.execute("update article set near_duplicate_of = %s where id = %s", [numbers[0], copy])
    found = like(tmp_path, ASKED)
    assert len({numbers[0], copy} & set(found)) == 1
    assert len(found) == 3


@pytest.mark.usefixtures("numbers")
def test_a_text_that_says_nothing_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no text"):
        like(tmp_path, " 123 \n")
    with pytest.raises(ModelMissingError, match="could be translated"):
        like(tmp_path, "Sì, l'è inscì che la va la vita di pescadôr.\nПарахад сёння не прыйшоў у порт.\n")


@pytest.mark.parametrize("options", [[], ["word", "--like", "-"], ["--like", "-", "--sort", "time"]])
def test_words_or_a_text_are_looked_for(options: list[str]) -> None:
    done = CliRunner().invoke(cli, ["search", *options], input="text")
    assert isinstance(done.exception, UsageError)


@pytest.mark.usefixtures("numbers")
@pytest.mark.parametrize("words", ["", "-", "OR", "%", "from:yesterday"])
def test_a_search_for_nothing_is_an_error_in_words(words: str) -> None:
    done = CliRunner().invoke(cli, ["search", "--", words])
    assert isinstance(done.exception, UsageError)
    assert "nothing to look for" in str(done.exception)
