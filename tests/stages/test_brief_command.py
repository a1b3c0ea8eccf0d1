from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from limitedtimes.cli import cli
from limitedtimes.settings import PREFIX
from limitedtimes.store import briefing
from newsdesk import EVENING, Story, outlet, paragraph, printed, told

if TYPE_CHECKING:
    from limitedtimes.store.database import Database

FIRST = ("Os estivadores estão em greve.", "The dockers of Leixões have been on strike since the fifth of October.")
OTHER = ("Há navios à espera.", "Ships wait in the mouth of the Tagus while factories run out of cork.")
LATER = ("O tribunal decidiu.", "The court of Beja condemned three men for stealing kilometres of copper cable.")


@pytest.fixture
def runner(database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> CliRunner:
    monkeypatch.setenv(PREFIX + "DATABASE_URL", database.dsn)
    monkeypatch.setenv(PREFIX + "DATA_DIR", str(tmp_path))
    return CliRunner()


@pytest.fixture
def archive(database: Database) -> None:
    """Three stories: one of two outlets, one of another day, one of which no sentence stands alone."""
    with database.transaction() as connection:
        north, south = outlet(connection, "North"), outlet(connection, "South", country="BR")
        then = EVENING - timedelta(days=3)
        strike = Story(("Greve", "Strike in its third week"), body=[paragraph(FIRST)])
        ships = Story(("Navios", "Harbour empty"), body=[paragraph(OTHER)])
        ids = [printed(connection, north, strike), printed(connection, south, ships)]
        told(connection, *ids)
        court = Story(("Tribunal", "Copper thieves condemned"), body=[paragraph(LATER)], published=then)
        printed(connection, south, court, now=then)
        printed(connection, south, Story(("Nada", "Nothing"), body=[paragraph(("Disse.", "He said so."))]))


@pytest.mark.usefixtures("archive")
def test_the_briefing_of_an_old_archive_is_that_of_its_last_day(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["brief", "--json"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["at"] == "2020-10-22T18:45:52Z"
    (one,) = found["stories"]
    assert (one["headline"], one["outlets"]) == ("Strike in its third week", 2)
    assert [(each["text"], each["original"], each["source"]["name"]) for each in one["sentences"]] == [
        (FIRST[1], FIRST[0], "North"),
        (OTHER[1], OTHER[0], "South"),
    ]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("since", ["7d", "2020-10-01"])
def test_a_longer_time_has_more_stories(runner: CliRunner, since: str) -> None:
    found = json.loads(runner.invoke(cli, ["brief", "--since", since, "--json"]).stdout)
    assert [one["headline"] for one in found["stories"]] == ["Strike in its third week", "Copper thieves condemned"]


@pytest.mark.usefixtures("archive")
def test_the_text_has_no_colours_in_a_pipe_and_html_is_a_document(runner: CliRunner) -> None:
    text = runner.invoke(cli, ["brief"]).stdout
    assert "\x1b" not in text
    assert re.search(r"^ 1\. Strike in its third week$", text, re.MULTILINE)
    assert "estivadores" in runner.invoke(cli, ["brief", "--originals"]).stdout
    assert runner.invoke(cli, ["brief", "--html"]).stdout.startswith("<!DOCTYPE html>")


def test_an_empty_archive_says_so(runner: CliRunner) -> None:
    result = runner.invoke(cli, ["brief"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to brief you on" in result.stderr
    assert json.loads(runner.invoke(cli, ["brief", "--json"]).stdout)["stories"] == []


@pytest.mark.parametrize("arguments", [["--since", "yesterday"], ["--html", "--json"]])
def test_wrong_use_is_told(runner: CliRunner, arguments: list[str]) -> None:
    result = runner.invoke(cli, ["brief", *arguments])
    assert result.exit_code != 0
    assert result.stdout == ""


def test_times_before_all_times_are_no_error(database: Database) -> None:
    with database.connection() as connection:
        assert briefing.brief(connection, now=EVENING, since=timedelta(days=700_000)) == ()
