from __future__ import annotations

import os
import shutil
from types import SimpleNamespace
from typing import TYPE_CHECKING

import psycopg
import pytest

from limitedtimes import settings
from limitedtimes.doctor import Finding, examine
from limitedtimes.settings import PREFIX
from limitedtimes.store import queue, sources, workers
from limitedtimes.store.queue import Next
from newsdesk import outlet

if TYPE_CHECKING:
    from pathlib import Path

    from limitedtimes.settings import Settings
    from limitedtimes.store.database import Database


@pytest.fixture
def chosen(tmp_path: Path, dsn: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings that name the test's database, and nothing else of this machine's."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv(PREFIX + "DATA_DIR", str(tmp_path))
    return settings.load(database_url=dsn, contact="mail@example.org")


def found(chosen: Settings) -> dict[str, Finding]:
    """The findings by name."""
    return {finding.what: finding for finding in examine(chosen)}


def test_a_healthy_program_has_nothing_to_say_about(chosen: Settings) -> None:
    findings = found(chosen)
    assert {finding.level for finding in findings.values()} == {"ok"}
    assert findings["articles"].text == "No articles yet."
    assert findings["workers"].text == "none runs, nothing waits"


def test_jobs_without_workers_are_worth_a_look(chosen: Settings, database: Database) -> None:
    with database.transaction() as connection:
        queue.enqueue(connection, [Next("read", 1), Next("read", 2)])
    finding = found(chosen)["workers"]
    assert (finding.level, "limitedtimes up" in finding.text, "2 to read" in finding.text) == ("look", True, True)
    with database.transaction() as connection:
        workers.beat(connection, "w", host="h", pid=1, queues=["read"])
    assert found(chosen)["workers"].level == "ok"


def test_a_feed_that_fails_and_fails_is_named(chosen: Settings, database: Database) -> None:
    with database.transaction() as connection:
        sources.subscribe(connection, url="https://a.example/f", name="A Folha")
        connection.execute("update feed set failures = 7, last_error = 'answered 503'")
    finding = found(chosen)["feed of A Folha"]
    assert (finding.level, finding.text) == ("look", "failed 7 times in a row: answered 503")


def test_jobs_that_nobody_foresaw_are_counted(chosen: Settings, database: Database) -> None:
    with database.transaction() as connection:
        queue.enqueue(connection, [Next("read", 1)])
        connection.execute("update procrastinate_jobs set status = 'failed'")
    assert found(chosen)["jobs"].text.startswith("1 ended with an error")


def test_a_database_that_waits_for_migrations_is_looked_at_only(chosen: Settings, database_server: str) -> None:
    with psycopg.connect(database_server, autocommit=True) as admin:
        admin.execute("create database not_migrated")
        bare = psycopg.conninfo.make_conninfo(database_server, dbname="not_migrated")
        assert "migrations will be applied" in found(settings.load(database_url=bare))["schema"].text
        with psycopg.connect(bare) as connection:
            assert connection.execute("select count(*) from pg_tables where schemaname = 'public'").fetchone() == (0,)
        admin.execute("drop database not_migrated with (force)")
    assert chosen.contact


def test_a_disk_that_is_nearly_full_is_told_before_it_is_full(
    chosen: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = SimpleNamespace(total=10**10, used=10**10, free=10**8)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    finding = found(chosen)["data folder"]
    assert (finding.level, "0.1 GB left" in finding.text) == ("look", True)


def test_a_folder_that_cannot_be_written_is_broken(chosen: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    finding = found(chosen)["data folder"]
    assert (finding.level, "LIMITEDTIMES_DATA_DIR" in finding.text) == ("broken", True)


def test_without_a_model_the_doctor_says_what_to_do(chosen: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("limitedtimes.nmt.models.importlib.util.find_spec", lambda _: None)
    finding = found(chosen)["models"]
    assert (finding.level, "make install" in finding.text) == ("broken", True)


def test_a_broken_model_is_named_and_the_others_are_still_looked_at(chosen: Settings) -> None:
    (chosen.models / "de-en").mkdir(parents=True)
    findings = found(chosen)
    assert (findings["model for German"].level, findings["models"].level) == ("broken", "ok")
    assert "holds no file" in findings["model for German"].text


def test_the_languages_of_outlets_that_no_model_is_here_for_are_named(chosen: Settings, database: Database) -> None:
    (chosen.models / "de-en").mkdir(parents=True)
    with database.transaction() as connection:
        for name, language in (("Zeitung", "de"), ("Egunkaria", "eu-ES"), ("Folha", "pt-BR"), ("Post", "en")):
            outlet(connection, name, language=language)
    findings = found(chosen)
    assert {what for what in findings if what.startswith("model for")} == {"model for German", "model for Basque"}
    assert (findings["model for Basque"].level, "models add eu" in findings["model for Basque"].text) == ("look", True)
