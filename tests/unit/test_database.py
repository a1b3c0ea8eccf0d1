from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.store.database import Database

if TYPE_CHECKING:
    from limitedtimes.store.database import Connection


def test_pages_statements_are_prepared_and_no_others(database: Database) -> None:
    def ask(connection: Connection) -> int:
        for _ in range(9):
            connection.execute("select count(*) from article where id = %s", [1])
        row = connection.execute("select count(*) as number from pg_prepared_statements").fetchone()
        assert row is not None
        return int(row["number"])

    one = Database(database.dsn, max_size=1)
    one.open()
    try:
        with one.connection() as connection:
            assert ask(connection) == 0
        with one.prepared() as connection:
            assert ask(connection) == 1
        with one.connection() as connection:
            assert connection.prepare_threshold is None
    finally:
        one.close()
