"""The documentation says what the program does: nothing undocumented, nothing documented that is not there."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from limitedtimes.cli import cli
from limitedtimes.settings import PREFIX, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*"))
TEXTS = (
    ".py",
    ".md",
    ".toml",
    ".sql",
    ".html",
    ".xml",
    ".css",
    ".svg",
    ".sh",
    ".yml",
    ".json",
    ".jsonl",
    ".log",
    ".txt",
    "",
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


every_page = pytest.mark.parametrize("page", PAGES, ids=name_of)


# -- commands ----------------------------------------------------------------------------------------------------------


def commands(command: click.Command = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Every command with its words, the program itself first."""
    yield " ".join(path), command
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from commands(child, (*path, name))


def options(command: click.Command) -> set[str]:
    found = {word for one in command.params if isinstance(one, click.Option) for word in one.opts}
    return {word for word in found if word.startswith("--")}


def arguments(command: click.Command) -> set[str]:
    return {
        (one.metavar or one.name or "").strip("[]").upper() for one in command.params if isinstance(one, click.Argument)
    }


COMMANDS = dict(commands())


def command_sections() -> dict[str, str]:
    """The sections of commands.md by their command's words; what stands before the first is the program's own."""
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    parts = re.split(r"^### `limitedtimes (.*)`$", text, flags=re.MULTILINE)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def words_of(heading: str) -> str:
    return " ".join(word for word in heading.split() if word.islower())


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert sorted(map(words_of, command_sections())) == sorted(COMMANDS)


@pytest.mark.parametrize("heading", command_sections())
def test_a_commands_section_lists_its_options_and_arguments(heading: str) -> None:
    command = COMMANDS[words_of(heading)]
    section = command_sections()[heading]
    listed = set(re.findall(r"^- `(--[a-z-]+)`:", section, flags=re.MULTILINE))
    assert listed - {"--version"} == options(command) - {"--version", "--help"}
    named = {word.strip("[].") for word in heading.split() if not word.islower()}
    assert named == arguments(command)


def wrong_use(line: str) -> str | None:
    """What is wrong with a line ``limitedtimes ...``: a command or an option that is not there; None if nothing is."""
    command: click.Command = cli
    for word in shlex.split(line)[1:]:
        if word.startswith("--") and word != "--":
            if word.partition("=")[0] not in options(command) | {"--help"}:
                return f"{line}: no option {word}"
        elif isinstance(command, click.Group):
            if word.isupper():  # stands for any
                return None
            if word not in command.commands:
                return f"{line}: no command {word}"
            command = command.commands[word]
    return None


def uses(text: str) -> list[str]:
    """The lines ``limitedtimes ...`` in a piece of code."""
    return [
        match[1].strip()
        for match in re.finditer(r"(?<![\w.:@=-])(limitedtimes(?: [^`|#>&;\n{]*)?)(?=[`|#>&;\n{]|$)", text)
    ]


def code_in(page: str) -> list[str]:
    blocks = re.findall(r"^```\w*\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)
    return [*blocks, *(" ".join(span.split()) for span in re.findall(r"`([^`]+)`", rest))]


@every_page
def test_the_commands_that_a_page_names_are_there(page: Path) -> None:
    code = code_in(page.read_text(encoding="utf-8"))
    assert [said for piece in code for line in uses(piece) if (said := wrong_use(line))] == []


def test_the_readme_shows_commands() -> None:
    shown = [line for piece in code_in((ROOT / "README.md").read_text(encoding="utf-8")) for line in uses(piece)]
    assert len(shown) > 10


@pytest.mark.parametrize("file", sorted((ROOT / "src").rglob("*.py")), ids=name_of)
def test_the_commands_that_the_programs_sentences_name_are_there(file: Path) -> None:
    named = re.findall(r"`(limitedtimes [^`{]+)", file.read_text(encoding="utf-8"))
    said = [wrong_use(line.strip()) for line in named]
    assert [one for one in said if one] == []


@pytest.mark.parametrize(
    "words", [words for words, command in COMMANDS.items() if not isinstance(command, click.Group)]
)
def test_every_command_has_an_example_that_is_its_own(words: str) -> None:
    epilog = COMMANDS[words].epilog or ""
    assert epilog.startswith("Example: ")
    (line,) = uses(epilog)
    assert line.startswith(f"limitedtimes {words}")
    assert wrong_use(line) is None


@every_page
def test_the_make_targets_that_a_page_names_are_there(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    named = {
        name
        for piece in code_in(page.read_text(encoding="utf-8"))
        for name in re.findall(r"^make (\w+)", piece, flags=re.MULTILINE)
    }
    assert named <= targets


# -- settings ----------------------------------------------------------------------------------------------------------


def settings_rows() -> dict[str, str]:
    """The names in settings.md with their defaults."""
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([A-Z_]+)` \| (.*?) \|", text, flags=re.MULTILINE))


def names_in_code() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    whole = set(re.findall(r"\bLIMITEDTIMES_[A-Z_]*[A-Z]\b", text))
    return whole | {PREFIX + name for name in re.findall(r"PREFIX(?: \+ \"|\}|\})([A-Z_]+)", text)}


def test_every_setting_is_documented_and_every_documented_one_is_there() -> None:
    fields_of_settings = {PREFIX + name.upper() for name in Settings.model_fields}
    assert settings_rows().keys() == fields_of_settings | names_in_code()


def test_the_documented_defaults_are_the_real_ones() -> None:
    rows = settings_rows()
    for name, field in Settings.model_fields.items():
        said = rows[PREFIX + name.upper()]
        if isinstance(field.default, str | int | float):
            assert said == f"`{field.default}`"
        elif field.default == ():
            assert said == "empty"


@every_page
def test_the_settings_that_a_page_names_are_there(page: Path) -> None:
    of_tests = {"LIMITEDTIMES_SHARED"}
    named = set(re.findall(r"\bLIMITEDTIMES_[A-Z_]*[A-Z]\b", page.read_text(encoding="utf-8")))
    assert named <= settings_rows().keys() | of_tests


# -- pages -------------------------------------------------------------------------------------------------------------


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        if not place.exists() or (anchor and anchor not in anchors(place)):
            broken.append(target)
    assert broken == []


# Decisions are left out: they tell of their day.
@pytest.mark.parametrize("page", [page for page in PAGES if page.parent.name != "decisions"], ids=name_of)
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    named = re.findall(r"`((?:[a-z_.-]+/)+[a-z0-9_.-]+\.(?:py|sql|md|sh|toml))`", page.read_text(encoding="utf-8"))
    tops = (ROOT, ROOT / "src" / "limitedtimes")
    assert [name for name in named if not any((top / name).exists() for top in tops)] == []


def own_texts() -> Iterator[Path]:
    tops = [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]
    folders = [ROOT / name for name in ("src", "tests", "tools", "docs", ".ci")]
    below = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return (path for path in [*tops, *below] if path.suffix in TEXTS and "__pycache__" not in path.parts)


def test_the_documents_that_files_name_are_there() -> None:
    named = {
        (name_of(path), doc)
        for path in own_texts()
        for doc in re.findall(r"\bdocs/[\w./-]+\.md\b", path.read_text(encoding="utf-8"))
    }
    assert sorted((path, doc) for path, doc in named if not (ROOT / doc).exists()) == []


def test_no_file_names_a_machines_folders_or_a_registry() -> None:
    # In pieces, so that this file does not name them.
    folders = "|".join(("/wor" + "k/", "/tm" + "p/", "/roo" + "t/", "/hom" + r"e/\w"))
    hosts = "|".join(("pyp" + r"i\.org", "pythonhoste" + "d", "npmj" + "s", "index-ur" + "l", "find-link" + "s"))
    named = re.compile(rf"(?<![\w.])(?:{folders})|{hosts}")
    found = [
        (name_of(path), match[0]) for path in own_texts() if (match := named.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_decisions_are_numbered_in_order() -> None:
    assert [path.name[:5] for path in DECISIONS] == [f"{number:04}-" for number in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("record", DECISIONS, ids=name_of)
def test_a_decision_has_its_number_a_date_and_its_parts(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert text.startswith(f"# {record.name[:4]}: ")
    assert re.search(r"^\d{4}-\d\d-\d\d · (?:accepted|replaced)", text, flags=re.MULTILINE)
    assert [part for part in ("## Context", "## Decision", "## Consequences") if part not in text] == []


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def test_the_changelog_has_the_current_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(project()['version'])}\]", text, flags=re.MULTILINE)


def test_every_dependency_is_in_its_decision_record_and_no_other() -> None:
    table = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
    recorded = set(re.findall(r"^\| ([a-z0-9-]+) \| \d", table, flags=re.MULTILINE))
    needed = {match[0] for one in project()["dependencies"] if (match := re.match(r"[\w-]+", one))}
    assert recorded == needed
