"""Writes tests/golden/schema.sql: the schema as the migrations make it. ``python tools/dump_schema.py``.

With the conninfo of a migrated database as its argument it prints that database's schema instead.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
from psycopg.rows import dict_row

from limitedtimes.store.binaries import find_binaries
from limitedtimes.store.database import Row
from limitedtimes.store.embedded import server
from limitedtimes.store.migrate import migrate

GOLDEN = Path(__file__).parents[1] / "tests" / "golden" / "schema.sql"
# Comments, settings of the session and the server's version differ from one machine to another.
_NOISE = re.compile(r"^(?:--.*|SET .*|SELECT pg_catalog\.set_config.*|\\(?:un)?restrict .*)\n", re.MULTILINE)


def dump(dsn: str) -> str:
    """Return a database's schema as SQL; data, owners and rights are left out."""
    program = find_binaries().postgres.with_name("pg_dump")
    options = ["--schema-only", "--no-owner", "--no-privileges", f"--dbname={dsn}"]
    text = subprocess.run([program, *options], check=True, capture_output=True, text=True).stdout
    return re.sub(r"\n{3,}", "\n\n", _NOISE.sub("", text)).strip() + "\n"


def migrated() -> str:
    """Return the schema of an empty database after all migrations."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)  # root's server runs as another user
        with server(Path(name)) as dsn:
            with psycopg.Connection[Row].connect(dsn, row_factory=dict_row, autocommit=True) as connection:
                migrate(connection)
            return dump(dsn)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(dump(sys.argv[1]), end="")
    else:
        GOLDEN.write_text(migrated(), encoding="utf-8")
        print(f"{GOLDEN} written.")
