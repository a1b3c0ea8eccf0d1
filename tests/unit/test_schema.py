from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.rows import dict_row

from limitedtimes.errors import SchemaError
from limitedtimes.store import migrate as migrations
from limitedtimes.store.database import Row
from limitedtimes.store.migrate import migrate, pending, requirements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from limitedtimes.store.database import Connection

ROOT = Path(__file__).parents[2]
DUMP = ROOT / "tools" / "dump_schema.py"

MIGRATE = """
import sys, psycopg
from psycopg.rows import dict_row
from limitedtimes.store.migrate import migrate
with psycopg.connect(sys.argv[1], row_factory=dict_row, autocommit=True) as connection:
    print(len(migrate(connection)))
"""


def connect(dsn: str) -> Connection:
    return psycopg.Connection[Row].connect(dsn, row_factory=dict_row, autocommit=True)


@pytest.fixture
def empty(database_server: str) -> Iterator[str]:
    """Conninfo of an empty database."""
    with psycopg.connect(database_server, autocommit=True) as admin:
        admin.execute("drop database if exists empty with (force)")
        admin.execute("create database empty")
        yield psycopg.conninfo.make_conninfo(database_server, dbname="empty")
        admin.execute("drop database empty with (force)")


def dumped(dsn: str) -> str:
    return subprocess.run([sys.executable, DUMP, dsn], check=True, capture_output=True, text=True).stdout


def objects(dump: str) -> set[str]:
    """The statements about the jobs' objects; the order of a dump follows names only in part."""
    statements = re.split(r";\n(?=\n|$)", dump)
    return {statement.strip() for statement in statements if "procrastinate" in statement}


def test_the_schema_is_the_sum_of_the_migrations(dsn: str) -> None:
    golden = (ROOT / "tests" / "golden" / "schema.sql").read_text(encoding="utf-8")
    assert dumped(dsn) == golden, "if a migration was added: python tools/dump_schema.py, and look at the difference"


def test_the_jobs_tables_are_those_of_the_library(dsn: str, empty: str) -> None:
    with connect(empty) as connection:
        connection.execute((resources.files("procrastinate") / "sql" / "schema.sql").read_bytes())
    theirs, ours = objects(dumped(empty)), objects(dumped(dsn))
    assert len(theirs) > 30
    assert ours == theirs


def test_migrating_twice_does_nothing_the_second_time(empty: str) -> None:
    with connect(empty) as connection:
        first = migrate(connection)
        assert [one.number for one in first] == list(range(1, len(first) + 1))
        assert migrate(connection) == []
        assert pending(connection) == []


def test_two_processes_at_once_migrate_once(empty: str) -> None:
    def run(_: int) -> int:
        done = subprocess.run([sys.executable, "-c", MIGRATE, empty], check=True, capture_output=True, text=True)
        return int(done.stdout)

    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(run, range(2)))
    assert sorted(counts) == [0, len(migrations.migrations())]


def test_a_migration_that_fails_leaves_nothing(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    good = migrations.migrations()
    bad = migrations.Migration(len(good) + 1, "bad", "create table half (id int); select 1/0")
    monkeypatch.setattr(migrations, "migrations", lambda: [*good, bad])
    with connect(empty) as connection:
        with pytest.raises(psycopg.errors.DivisionByZero):
            migrate(connection)
        row = connection.execute("select count(*) as n from pg_tables where schemaname = 'public'").fetchone()
    assert row == {"n": 0}


def test_files_are_numbered_without_gaps_and_named() -> None:
    files = sorted(file.name for file in (resources.files("limitedtimes.store") / "migrations").iterdir())
    assert [name[:5] for name in files] == [f"{number:04}_" for number in range(1, len(files) + 1)]
    assert all(re.fullmatch(r"\d{4}_[a-z0-9_]+\.sql", name) for name in files)
    assert [one.number for one in migrations.migrations()] == list(range(1, len(files) + 1))


def test_migrations_are_in_the_order_of_their_numbers(empty: str) -> None:
    with connect(empty) as connection:
        migrate(connection)
        rows = connection.execute("select number, name, digest from schema_migration order by number").fetchall()
    assert rows == [{"number": one.number, "name": one.name, "digest": one.digest} for one in migrations.migrations()]


def test_the_embedded_server_has_everything(empty: str) -> None:
    with connect(empty) as connection:
        assert requirements(connection) == []


def test_what_a_server_lacks_is_named_before_anything_is_changed(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "OLDEST_SERVER", 99)
    monkeypatch.setattr(migrations, "OLDEST_VECTOR", (9, 0))
    monkeypatch.setattr(migrations, "EXTENSIONS", {**migrations.EXTENSIONS, "no_such_extension": "no_such_extension"})
    with connect(empty) as connection:
        with pytest.raises(SchemaError, match=r"PostgreSQL 99 or newer.*no_such_extension.*pgvector 0\.7"):
            migrate(connection)
        row = connection.execute("select count(*) as n from pg_tables where schemaname = 'public'").fetchone()
    assert row == {"n": 0}
