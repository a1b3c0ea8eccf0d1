"""Models come and go with real processes, the real files and a real database; killed, damaged, upgraded."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes.model.article import ArticleState, Reason
from limitedtimes.nmt.models import carried, survey
from limitedtimes.settings import PREFIX
from newsdesk import Story, outlet, paragraph, printed
from registry_server import NIGHTLY, Fault, Mirror, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from limitedtimes.store.database import Database

Run = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    """The files of the carried model, which a German one is played by."""
    model = carried()
    assert model.shortlist
    paths = {"model": model.model, "vocab": model.source_vocabulary, "lex": model.shortlist}
    return {kind: path.read_bytes() for kind, path in paths.items()}


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    with serving() as served:
        yield served


@pytest.fixture
def environment(tmp_path: Path, mirror: Mirror) -> dict[str, str]:
    """A data folder of its own, and the loopback registry."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**others, PREFIX + "DATA_DIR": str(tmp_path / "data"), **mirror.settings}


@pytest.fixture
def models(environment: dict[str, str]) -> Callable[..., Run]:
    """Runs ``limitedtimes models``."""

    def run(*arguments: str, ok: bool = True) -> Run:
        command = [sys.executable, "-m", "limitedtimes", "models", *arguments]
        done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=120)
        assert (done.returncode == 0) == ok, done.stderr
        assert "Traceback" not in done.stderr
        return done

    return run


def rows(done: Run) -> dict[tuple[str, bool], dict[str, Any]]:
    """What ``list --json`` printed, by language and whether it is here."""
    return {(row["source"], row["here"]): row for row in map(json.loads, done.stdout.splitlines())}


def test_what_could_be_is_listed_added_verified_and_removed(
    mirror: Mirror, models: Callable[..., Run], real: dict[str, bytes], tmp_path: Path
) -> None:
    mirror.publish(real)
    mirror.publish(dict.fromkeys(real, b"is"), source="is", version="3.1a1", expression=NIGHTLY)
    mirror.score(real, bleu=40.5, comet22=0.87)
    before = rows(models("list", "--json"))
    assert before.keys() == {("pt", True), ("de", False), ("is", False)}
    assert before["de", False]["quality"] == {"bleu": 40.5, "comet": 0.87}
    assert (before["is", False]["channel"], before["is", False]["version"]) == ("nightly", "3.1a1")
    text = models("list").stdout
    assert "BLEU 40.5, COMET 0.870" in text
    assert "limitedtimes models add is --nightly" in text

    assert "German to English  de-en  version 3.0 (release)" in models("add", "de").stdout
    after = rows(models("list", "--json"))
    assert after.keys() == {("pt", True), ("de", True), ("is", False)}
    changed = {"here": True, "model": "de-en", "origin": mirror.address, "sha256": "", "bytes": 0}
    assert after["de", True] | {"sha256": "", "bytes": 0} == before["de", False] | changed
    assert models("verify").stdout.count("ok") == 2

    damaged = next((tmp_path / "data" / "models" / "de-en").glob("vocab.*"))
    damaged.write_bytes(damaged.read_bytes()[:-1])
    verified = models("verify", "--json", ok=False)
    assert {row["source"]: row["ok"] for row in map(json.loads, verified.stdout.splitlines())} == {
        "de": False,
        "pt": True,
    }
    assert "1 of 2 models are broken" in verified.stderr
    models("add", "de")
    models("verify")

    models("remove", "de")
    assert rows(models("list", "--json")).keys() == before.keys()
    assert "came with the program, and stays" in models("remove", "pt", ok=False).stderr
    assert "no model for de here" in models("remove", "de", ok=False).stderr


def test_a_language_without_a_model_is_said_to_have_none(
    mirror: Mirror, models: Callable[..., Run], real: dict[str, bytes]
) -> None:
    mirror.publish(real)
    mirror.publish(real, source="is", expression=NIGHTLY)
    assert "There is no model for Basque into English" in models("add", "eu", ok=False).stderr
    assert "not released yet: add --nightly" in models("add", "is", ok=False).stderr


def test_without_the_internet_it_says_so_and_lists_what_is_here(
    environment: dict[str, str], models: Callable[..., Run]
) -> None:
    environment[PREFIX + "MODELS_REGISTRY"] = "http://127.0.0.1:9/records"
    done = models("list", "--json")
    assert rows(done).keys() == {("pt", True)}
    assert len(done.stderr.splitlines()) == 1
    assert "What could be had is not known" in done.stderr
    assert "cannot be reached" in models("add", "de", ok=False).stderr


def part_of(folder: Path) -> int:
    """Bytes of the download that is under way."""
    return sum(path.stat().st_size for path in folder.glob(".incoming/*/*.part.zst") if path.exists())


def test_killed_while_it_downloads_the_next_start_goes_on(
    mirror: Mirror, models: Callable[..., Run], environment: dict[str, str], real: dict[str, bytes], tmp_path: Path
) -> None:
    records = mirror.publish(real)
    folder = tmp_path / "data" / "models"
    for one in records:
        mirror.fail(one, Fault(drip=200_000, pause=0.02))
    for megabytes in (2, 4, 6):
        command = [sys.executable, "-m", "limitedtimes", "models", "add", "de"]
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        while part_of(folder) < megabytes * 1_000_000:
            assert process.poll() is None
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert [model.source for model in survey(folder).models] == ["pt"]
        assert survey(folder).broken == ()
    mirror.faults.clear()
    models("add", "de")
    starts = [wanted for path, wanted in mirror.asked if records[0]["attachment"]["location"] in path]
    assert starts[0] is None
    assert all(int(str(wanted)[6:-1]) >= 2_000_000 for wanted in starts[1:])
    survey(folder).find("de").verify()
    assert [path.name for path in (folder / ".incoming").iterdir()] == ["de-en.lock"]


def test_articles_that_waited_are_translated_and_a_newer_model_translates_them_again(
    environment: dict[str, str], models: Callable[..., Run], dsn: str, database: Database, tmp_path: Path
) -> None:
    environment[PREFIX + "DATABASE_URL"] = dsn
    environment[PREFIX + "MODELS_REGISTRY"] = ""
    reason = Reason("no_model", "no model for German")
    body = [paragraph(("Os ministros chegaram a Lisboa na quinta-feira.", None))]
    with database.transaction() as connection:
        source = outlet(connection, "Zeitung", language="de")
        story = Story(
            ("Porto parado", None), None, body, "de", state=ArticleState.UNTRANSLATED, reason=reason, engine=None
        )
        number = printed(connection, source, story)
        connection.execute("update feed set state = 'paused'")

    def settled() -> dict[str, Any]:
        command = [sys.executable, "-m", "limitedtimes", "refresh", "--wait"]
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
        with database.connection() as connection:
            (row,) = connection.execute("select state, title_en, model_sha256 from article where id = %s", [number])
            return dict(row)

    shutil.copytree(carried().folder, tmp_path / "usb" / "de-en")
    added = models("add", "--from", str(tmp_path / "usb"))
    assert "1 articles that waited for it are translated" in added.stderr
    first = settled()
    assert (first["state"], "ort" in first["title_en"]) == ("complete", True)
    assert "No article was translated by another model" in models("upgrade").stdout

    next((tmp_path / "usb" / "de-en").glob("lex.*")).unlink()
    models("add", "--from", str(tmp_path / "usb"))
    assert "German: 1 articles would be translated again" in models("upgrade", "--dry-run").stdout
    assert settled() == first
    assert "German: 1 articles are to be translated again" in models("upgrade", "de").stdout
    second = settled()
    assert (second["state"], second["model_sha256"] != first["model_sha256"]) == ("complete", True)
    with database.connection() as connection:
        kept = connection.execute("select model_sha256 from translation_revision where article_id = %s", [number])
        assert [row["model_sha256"] for row in kept] == [first["model_sha256"]]


def test_newer_models_are_installed_by_upgrade(
    mirror: Mirror, models: Callable[..., Run], real: dict[str, bytes], tmp_path: Path
) -> None:
    mirror.publish(real)
    models("add", "de")
    mirror.publish(real, version="3.1")
    assert models("upgrade").stdout == ""  # the same model under another number
    (other,) = carried().folder.parent.glob("enpt-*/model.*.bin")
    newer = {**real, "model": other.read_bytes()}
    mirror.publish(newer, version="3.2")
    mirror.publish(newer, source="fr", version="3.2")
    mirror.publish(real, version="3.3a1", expression=NIGHTLY)
    assert "German: version 3.2, " in models("upgrade", "--dry-run").stdout
    assert "would be installed" in models("upgrade", "--dry-run", "de").stdout
    assert survey(tmp_path / "data" / "models").find("de").name == "de-en"
    assert "is installed" in models("upgrade").stdout
    here = survey(tmp_path / "data" / "models")
    assert [model.source for model in here.models] == ["de", "pt"]
    model = here.find("de")
    assert model.manifest
    assert (model.manifest.version, model.model.read_bytes() == newer["model"]) == ("3.2", True)
    assert models("upgrade").stdout == ""
