"""Migrations: numbered SQL files, applied once each, in order, under an advisory lock.

Every process asks for them when it starts, so an upgrade needs no command. An older program runs on a newer schema:
migrations add; what a released program reads is removed only by the release after the one that stopped reading it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

import psycopg

from limitedtimes.errors import SchemaError

if TYPE_CHECKING:
    from limitedtimes.store.database import Connection

LOCK = 0x4C54494D  # "LTIM": any constant that every process agrees on
OLDEST_SERVER = 15
EXTENSIONS = {"vector": "pgvector 0.7", "pg_trgm": "pg_trgm", "unaccent": "unaccent"}
OLDEST_VECTOR = (0, 7)


@dataclass(frozen=True, slots=True)
class Migration:
    """A step of the schema: its number, name and SQL."""

    number: int
    name: str
    sql: str

    @property
    def digest(self) -> str:
        """SHA-256 of the SQL: a file that changed after it was applied is a mistake worth hearing of."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def migrations() -> list[Migration]:
    """Return the program's migrations in order."""
    files = resources.files("limitedtimes.store") / "migrations"
    found = [
        Migration(int(file.name[:4]), file.name.removesuffix(".sql")[5:], file.read_text(encoding="utf-8"))
        for file in files.iterdir()
        if file.name.endswith(".sql")
    ]
    return sorted(found, key=lambda migration: migration.number)


def requirements(connection: Connection) -> list[str]:
    """Say in words what the server lacks; empty when it has all."""
    missing = []
    if (version := connection.info.server_version // 10000) < OLDEST_SERVER:
        missing.append(f"PostgreSQL {OLDEST_SERVER} or newer (this is {version})")
    query = "select name, default_version, installed_version from pg_available_extensions where name = any(%s)"
    rows = {row["name"]: row for row in connection.execute(query, [list(EXTENSIONS)])}
    missing += [text for name, text in EXTENSIONS.items() if name not in rows]
    if "vector" in rows:
        version_text = str(rows["vector"]["installed_version"] or rows["vector"]["default_version"])
        if tuple(int(part) for part in version_text.split(".")[:2]) < OLDEST_VECTOR:
            missing.append(f"pgvector 0.7 (this is {version_text})")
    return missing


def migrate(connection: Connection) -> list[Migration]:
    """Bring the schema up to date and return what was applied. Raises SchemaError when the server lacks something."""
    with connection.transaction():
        connection.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        todo = pending(connection)
        if not todo:
            return []
        if missing := requirements(connection):
            message = (
                f"The database server lacks {', '.join(missing)}. Install it there, or unset LIMITEDTIMES_DATABASE_URL."
            )
            raise SchemaError(message)
        connection.execute(
            "create table if not exists schema_migration (number int primary key, name text not null,"
            " digest text not null, applied_at timestamptz not null default now())"
        )
        for migration in todo:
            _apply(connection, migration)
    return todo


def pending(connection: Connection) -> list[Migration]:
    """Return the migrations that are still to be applied; changes nothing."""
    known = connection.execute("select to_regclass('schema_migration') as found").fetchall()[0]["found"]
    applied = {row["number"] for row in connection.execute("select number from schema_migration")} if known else set()
    return [migration for migration in migrations() if migration.number not in applied]


def _apply(connection: Connection, migration: Migration) -> None:
    try:
        connection.execute(migration.sql.encode())  # bytes: the program's own files, no parameters
    except psycopg.errors.InsufficientPrivilege as error:
        message = (
            f"The database user may not apply migration {migration.number:04} ({migration.name}):"
            f" {error.diag.message_primary}. Let an administrator run once, in that database:"
            f" {' '.join(f'create extension if not exists {name};' for name in EXTENSIONS)}"
        )
        raise SchemaError(message) from error
    connection.execute(
        "insert into schema_migration (number, name, digest) values (%s, %s, %s)",
        [migration.number, migration.name, migration.digest],
    )
