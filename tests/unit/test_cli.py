"""The command line as its users meet it: help, exit statuses, and what the commands that need no server do."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner

from limitedtimes.cli import cli, main
from limitedtimes.settings import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

TEXT = "Os ministros chegaram a Lisboa na quinta-feira e falaram durante seis horas com os pescadores do porto."
PAGE = f"<html lang='pt'><head><title>Ministros em Lisboa</title></head><body><article><h1>Ministros em Lisboa</h1><p>{TEXT}</p><p>{TEXT[:-1]} e do rio.</p></article></body></html>"


def commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command of the program, by its words."""
    for name, command in group.commands.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


COMMANDS = sorted(commands())


@dataclass(frozen=True)
class Done:
    """How a run ended."""

    returncode: int
    stdout: bytes
    stderr: bytes


class Program:
    """Runs the program's command line in this process, with everything that a process has of its own."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)

    def __call__(self, *arguments: str, given: bytes = b"", **more: str) -> Done:
        """Run it; ``more`` are settings."""
        out, error = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
        status = 0
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name.startswith(PREFIX)]:
                patch.delenv(name)
            for name, value in {**self.environment, **{PREFIX + name: value for name, value in more.items()}}.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["limitedtimes", *arguments])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", error)
            try:
                main()
            except SystemExit as ended:
                status = int(ended.code or 0)
            out.flush()
            error.flush()
        assert isinstance(out.buffer, io.BytesIO)
        assert isinstance(error.buffer, io.BytesIO)
        return Done(status, out.buffer.getvalue(), error.buffer.getvalue())


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program with a data folder of its own."""
    return Program({PREFIX + "DATA_DIR": str(tmp_path / "data"), PREFIX + "MODELS_REGISTRY": ""})


def sentence(error: bytes) -> str:
    """What the program said, which must be one sentence and no traceback."""
    text = error.decode().strip()
    assert "Traceback" not in text
    assert len(text.splitlines()) == 1
    return text


# -- help and use -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_help_and_an_example(path: tuple[str, ...]) -> None:
    done = CliRunner().invoke(cli, [*path, "--help"])
    assert done.exit_code == 0
    assert f"limitedtimes {' '.join(path)}" in done.output.replace("cli ", "limitedtimes ")
    words = {"limitedtimes " + " ".join(one) for one in COMMANDS if one[: len(path)] == path}
    assert "Example: " in done.output or "Commands:" in done.output
    if "Example: " in done.output:
        assert any(word in done.output.partition("Example: ")[2] for word in words)


def test_the_commands_are_those_of_the_contract() -> None:
    top = {path[0] for path in COMMANDS}
    assert top >= set(
        "demo up down web worker add sources refresh retry read translate export search models glossary correct doctor bench".split()
    )
    assert {path[1] for path in COMMANDS if path[0] == "sources" and len(path) > 1} >= {
        "list",
        "import",
        "export",
        "pause",
        "resume",
        "remove",
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["read"],
        ["translate", "--to", "de"],
        ["translate", "no-such-file"],
        ["retry"],
        ["retry", "1", "--failed"],
        ["worker", "--queues", "poll,dance"],
        ["up", "--port", "0"],
        ["up", "--port", "many"],
        ["export", "articles", "--since", "yesterday"],
        ["search"],
        ["sources", "import", "no-such-file"],
        ["read", "no-such-file"],
        ["glossary", "add", "lei", "act"],
        ["glossary", "add", "--from", "pt", "lei", " ,"],
        ["correct"],
        ["correct", "title", "Text"],
        ["correct", "1", "Text"],
        ["correct", "1.title"],
        ["correct", "1.title", "Text", "--remove"],
        ["--no-such-option"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_said_on_stderr(arguments: list[str], program: Program) -> None:
    done = program(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_a_setting_that_cannot_be_is_one_sentence(program: Program) -> None:
    done = program("models", "list", HOST="0.0.0.0")
    assert done.returncode == 1
    assert "LIMITEDTIMES_HOST" in sentence(done.stderr)


def test_a_traceback_is_shown_only_on_demand(tmp_path: Path) -> None:
    environment = {**os.environ, PREFIX + "DATA_DIR": str(tmp_path), PREFIX + "HOST": "0.0.0.0"}
    command = [sys.executable, "-m", "limitedtimes", "--debug", "models", "list"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" in done.stderr


# -- translate ----------------------------------------------------------------------------------------------------------


def lines(done: Done) -> list[bytes]:
    """The lines that came out, each ended by a newline."""
    assert done.stdout.endswith(b"\n") or not done.stdout
    return done.stdout.split(b"\n")[:-1]


def test_a_line_in_a_line_out(program: Program) -> None:
    done = program("translate", "--from", "pt", given=b"Bom dia.\n\nO ministro chegou.\n1.234\n")
    assert done.returncode == 0, done.stderr
    assert lines(done) == [b"Good morning.", b"", b"The minister has arrived.", b"1.234"]
    assert done.stderr == b""


def test_only_a_newline_ends_a_line(program: Program) -> None:
    done = program("translate", "--from", "pt", given="Bom dia.\r\nBom\u2028dia.\vBom dia.\x85Bom dia.\f\n".encode())
    assert len(lines(done)) == 2


def test_the_last_line_needs_no_newline(program: Program) -> None:
    assert lines(program("translate", "--from", "pt", given=b"Bom dia.\nBom dia.")) == [b"Good morning."] * 2


def test_nothing_in_nothing_out(program: Program) -> None:
    done = program("translate", "--from", "pt")
    assert (done.returncode, done.stdout) == (0, b"")


def test_empty_lines_stay_as_they_are(program: Program) -> None:
    done = program("translate", "--from", "pt", given=b"\n  \n\t\nBom dia.\n\n")
    assert lines(done) == [b"", b"  ", b"\t", b"Good morning.", b""]


def test_bytes_that_are_no_text_disturb_no_other_line(program: Program) -> None:
    done = program("translate", "--from", "pt", given=b"Bom dia.\nOl\xe1 mundo.\n\xff\xfe\nBom dia.\n")
    assert b"Traceback" not in done.stderr
    assert len(lines(done)) == 4
    assert lines(done)[0] == lines(done)[3] == b"Good morning."


def test_bytes_that_are_no_text_come_back_as_they_went_without_a_model(program: Program) -> None:
    done = program("translate", "--from", "de", given=b"Gr\xfc\xdfe aus Berlin.\n")
    assert lines(done) == [b"Gr\xfc\xdfe aus Berlin."]


def test_without_a_model_the_line_comes_back_and_the_status_is_1(program: Program) -> None:
    done = program("translate", "--from", "de", given="Guten Tag.\nSchöne Grüße.\n".encode())
    assert done.returncode == 1
    assert lines(done) == [b"Guten Tag.", "Schöne Grüße.".encode()]
    assert "de" in sentence(done.stderr)


def test_the_language_is_told_line_by_line(program: Program) -> None:
    given = "O ministro chegou a Lisboa na quinta-feira.\nThe minister arrived in Lisbon on Thursday.\nDer Minister kam am Donnerstag nach Lissabon.\n"
    done = program("translate", "--json", given=given.encode())
    made = [json.loads(line) for line in lines(done)]
    assert [(one["language"], one["state"]) for one in made] == [
        ("pt", "translated"),
        ("en", "kept"),
        ("de", "untranslated"),
    ]
    assert made[1]["translation"] == made[1]["source"]
    assert done.returncode == 1


def test_json_has_the_contracts_shape(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_bytes("Bom dia.  O ministro chegou.\nOl\xe1\n".encode() + b"\xff O ministro.\n")
    done = program("translate", "--from", "pt", "--json", str(file))
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(rows) == 3
    assert rows[0].keys() == {"source", "translation", "language", "state", "sentences"}
    assert rows[0]["source"] == "Bom dia.  O ministro chegou."
    assert rows[0]["translation"] == "Good morning. The minister has arrived."
    assert [one["span"] for one in rows[0]["sentences"]] == [[0, 8], [10, 28]]
    assert rows[0]["sentences"][0].keys() == SENTENCE
    assert [[0, 3], [0, 4]] in rows[0]["sentences"][0]["alignment"]


SENTENCE = {"source", "span", "translation", "state", "confidence", "flags", "alignment"}


# -- read ---------------------------------------------------------------------------------------------------------------

ARTICLE = {
    *("id", "url", "canonical_url", "source", "language", "state", "reason", "kicker", "title", "lead", "published"),
    *("modified", "authors", "agencies", "section", "keywords", "accessible", "topic", "story", "blocks", "images"),
    *("engine", "model", "model_sha256", "visible_at", "near_duplicate_of", "revision"),
    *("form", "utc_offset", "pages"),  # our own
}


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_is_read_from_a_file(program: Program, tmp_path: Path, *, packed: bool) -> None:
    file = tmp_path / ("page.html.gz" if packed else "page.html")
    file.write_bytes(gzip.compress(PAGE.encode()) if packed else PAGE.encode())
    done = program("read", str(file), "--url", "https://a.example/1", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    row = json.loads(done.stdout)
    assert row.keys() == ARTICLE
    assert (row["url"], row["language"], row["state"]) == ("https://a.example/1", "pt", "waiting")
    assert row["title"]["source"] == "Ministros em Lisboa"
    assert [block["text"] for block in row["blocks"]] == [TEXT, f"{TEXT[:-1]} e do rio."]
    assert row["blocks"][0]["sentences"][0].keys() == SENTENCE
    nothing = ("id", "source", "topic", "story", "engine", "model", "model_sha256", "visible_at", "revision")
    assert {row[name] for name in nothing} == {None}
    assert not (tmp_path / "data").exists(), "reading a page needs no database"


def test_a_page_is_read_for_people_too(program: Program, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    done = program("read", str(tmp_path / "page.html"))
    assert TEXT in done.stdout.decode()


@pytest.mark.parametrize(
    ("body", "code"), [(b"<html><body>x</body></html>", "no_text"), (b"%PDF-1.7", "not_html"), (b"", "no_text")]
)
def test_a_page_that_is_refused_is_1_and_one_object(program: Program, tmp_path: Path, body: bytes, code: str) -> None:
    (tmp_path / "page").write_bytes(body)
    done = program("read", str(tmp_path / "page"), "--url", "https://a.example/1", "--json")
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    row = json.loads(line)
    assert row.keys() == {"url", "state", "reason"}
    assert (row["url"], row["state"], row["reason"]["code"]) == ("https://a.example/1", "failed", code)
    assert sentence(program("read", str(tmp_path / "page")).stderr)


def test_a_private_address_is_refused(program: Program) -> None:
    done = program("read", "http://127.0.0.1:9/a", "--json")
    row: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == 1
    assert (row["url"], row["state"], row["reason"]["code"]) == (
        "http://127.0.0.1:9/a",
        "excluded",
        "private_address",
    )


def test_a_broken_archive_is_wrong_use(program: Program, tmp_path: Path) -> None:
    (tmp_path / "page.gz").write_bytes(b"\x1f\x8b\x08broken")
    done = program("read", str(tmp_path / "page.gz"))
    assert done.returncode == 2
    assert "page.gz" in sentence(done.stderr)


# -- models and doctor --------------------------------------------------------------------------------------------------


def test_the_models_that_are_here_are_listed(program: Program) -> None:
    done = program("models", "list", "--json")
    (row,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (row["source"], row["target"], row["licence"]) == ("pt", "en", "MPL-2.0")
    assert len(row["sha256"]) == 64
    assert "Portuguese to English" in program("models").stdout.decode()


def test_a_broken_model_is_one_sentence(program: Program, tmp_path: Path) -> None:
    (tmp_path / "models" / "de-en").mkdir(parents=True)
    done = program("models", "list", MODELS_DIR=str(tmp_path / "models"))
    assert done.returncode == 1
    assert "holds no file" in sentence(done.stderr)


def test_the_doctor_looks_and_changes_nothing(program: Program, tmp_path: Path) -> None:
    done = program("doctor", "--json")
    assert done.returncode == 0, done.stdout
    findings = {row["what"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert findings["models"]["level"] == "ok"
    assert "Portuguese" in findings["models"]["text"]
    assert "not running" in findings["database server"]["text"]
    assert findings["contact"]["level"] == "look"
    assert not (tmp_path / "data" / "postgres").exists()


def test_what_is_broken_makes_the_doctor_end_with_1(program: Program, tmp_path: Path) -> None:
    (tmp_path / "models" / "de-en").mkdir(parents=True)
    done = program("doctor", MODELS_DIR=str(tmp_path / "models"))
    assert done.returncode == 1
    assert b"broken" in done.stdout


def test_the_doctor_says_that_a_database_cannot_be_reached(program: Program) -> None:
    done = program("doctor", "--json", DATABASE_URL="postgresql://127.0.0.1:9/none")
    assert done.returncode == 1
    findings = {row["what"]: row["level"] for row in map(json.loads, done.stdout.splitlines())}
    assert findings["database"] == "broken"


def test_a_database_that_cannot_be_reached_is_one_sentence(program: Program) -> None:
    done = program("sources", "list", DATABASE_URL="postgresql://127.0.0.1:9/none")
    assert done.returncode == 1
    assert "database" in sentence(done.stderr).lower()


def test_down_without_anything_running_is_no_error(program: Program) -> None:
    done = program("down")
    assert done.returncode == 0
    assert sentence(done.stderr) == "Nothing was running."
