"""Fixtures for all tests: a real database, cloned for each test from a migrated template."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import structlog
from psycopg.rows import dict_row

from limitedtimes.store.database import Database, Row
from limitedtimes.store.embedded import server, stop_server
from limitedtimes.store.migrate import migrate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_numbers = itertools.count(1)


@pytest.fixture(scope="session", autouse=True)
def plain_tracebacks() -> None:
    """Whoever works in this process without ``logs.set_up`` writes tracebacks as programs do."""
    terminal = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*structlog.get_config()["processors"][:-1], terminal])


@pytest.fixture(autouse=True)
def unset_logging() -> Iterator[None]:
    """Forget what a command that ran in this process made of the log: its level would hold for every test that follows."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.fixture(scope="session")
def make_data_dir() -> Iterator[Callable[[], Path]]:
    """Makes data folders that the database's own user can enter (pytest's folders are closed to others); gone afterwards."""
    made: list[Path] = []

    def make() -> Path:
        folder = Path(tempfile.mkdtemp(prefix="limitedtimes-test-"))
        folder.chmod(0o755)
        made.append(folder)
        return folder

    yield make
    for folder in made:
        stop_server(folder)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def data_dir(make_data_dir: Callable[[], Path]) -> Path:
    """A data folder for the whole run."""
    return make_data_dir()


@pytest.fixture(scope="session")
def database_server(data_dir: Path) -> Iterator[str]:
    """One database server for the whole run: its conninfo."""
    with server(data_dir) as dsn:
        yield dsn


@pytest.fixture(scope="session")
def template(database_server: str) -> str:
    """The name of a migrated database that tests clone."""
    with psycopg.connect(database_server, autocommit=True) as admin:
        admin.execute("create database template_news")
    target = psycopg.conninfo.make_conninfo(database_server, dbname="template_news")
    with psycopg.Connection[Row].connect(target, row_factory=dict_row, autocommit=True) as connection:
        migrate(connection)
    return "template_news"


@pytest.fixture
def dsn(database_server: str, template: str) -> Iterator[str]:
    """Conninfo of a fresh, migrated database."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(database_server, autocommit=True) as admin:
        admin.execute(f"create database {name} template {template}")
        yield psycopg.conninfo.make_conninfo(database_server, dbname=name)
        admin.execute(f"drop database {name} with (force)")


@pytest.fixture
def database(dsn: str) -> Iterator[Database]:
    """A fresh, migrated database, open."""
    opened = Database(dsn)
    opened.open()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real text and pages; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("LIMITEDTIMES_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("the real text and pages are not here")
    return folder
