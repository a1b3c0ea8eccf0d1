"""The door to PostgreSQL: a small pool, transactions, and errors of our own."""

from __future__ import annotations

import json
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb
from psycopg_pool import ConnectionPool, PoolTimeout

from limitedtimes.errors import DatabaseUnavailableError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = dict[str, Any]  # what psycopg's dict_row yields: column names to values of the column's type
Connection = psycopg.Connection[Row]

# Seconds without a word in a transaction after which the server ends it; no transaction waits for a person.
_FROZEN = 30
_OFTEN = 3  # times that a connection is asked a statement before it prepares it; PostgreSQL waits for five more


def plain(text: str) -> str:
    """Return the text without what PostgreSQL's text cannot hold: U+0000 and lone surrogates."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def jsonb(value: object) -> Jsonb:
    """Wrap a JSON value for a ``jsonb`` column, without what that cannot hold."""
    return Jsonb(value, dumps=_dumps)


def _configure(connection: Connection) -> None:
    """Let every row tell its times in UTC, whatever the server's own zone, and let no frozen process keep its locks.

    What readers ask takes milliseconds: to start helpers, or to compile, would take longer.
    """
    connection.execute(
        f"set timezone to 'UTC'; set idle_in_transaction_session_timeout to '{_FROZEN}s';"
        " set max_parallel_workers_per_gather to 0; set jit to off"
    )


def _dumps(value: object) -> str:
    return plain(json.dumps(value, ensure_ascii=False).replace("\\u0000", ""))


# The pool logs every failed attempt; what comes of them is an error of ours, said once.
logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)


class Database:
    """A pool of connections to one database, safe to share between threads.

    Connections are opened when first needed, and again after the server went away.
    """

    def __init__(self, dsn: str, *, max_size: int = 8, timeout: float = 5.0) -> None:
        self.dsn = dsn
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            dsn,
            connection_class=psycopg.Connection[Row],
            min_size=0,
            max_size=max_size,
            timeout=timeout,
            open=False,
            reconnect_timeout=timeout,
            check=ConnectionPool.check_connection,
            configure=_configure,
            # See ``prepared``.
            kwargs={"row_factory": dict_row, "connect_timeout": 5, "autocommit": True, "prepare_threshold": None},
        )

    def open(self) -> None:
        """Open the pool; no connection is made yet."""
        self._pool.open(wait=False)

    def check(self) -> None:
        """Connect once, outside the pool: its first error is clearer than the pool's time-out.

        Raises DatabaseUnavailableError, or SettingsError where the address is not one.
        """
        try:
            psycopg.connect(self.dsn, connect_timeout=5).close()
        except psycopg.OperationalError as error:
            said = str(error).strip().splitlines()[0]
            message = f"The database cannot be reached: {said}"
            raise DatabaseUnavailableError(message) from error
        except psycopg.ProgrammingError as error:
            message = f"LIMITEDTIMES_DATABASE_URL is not the address of a PostgreSQL database: {error}"
            raise SettingsError(message) from error

    def close(self) -> None:
        """Close the pool and its connections."""
        self._pool.close()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Yield a connection on which every statement stands alone. Raises DatabaseUnavailableError."""
        try:
            with self._pool.connection() as connection:
                yield connection
        except (psycopg.OperationalError, psycopg.errors.IdleInTransactionSessionTimeout, PoolTimeout) as error:
            message = f"The database does not answer ({type(error).__name__}); it is tried again."
            raise DatabaseUnavailableError(message) from error

    @contextmanager
    def prepared(self) -> Iterator[Connection]:
        """Yield the same for statements that are asked again and again: their plans take a third of the time.

        Not for searches, whose plans are for their own words (docs/decisions/0004-store.md).
        """
        with self.connection() as connection:
            connection.prepare_threshold = _OFTEN
            try:
                yield connection
            finally:
                connection.prepare_threshold = None

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection in a transaction: committed at the end, rolled back on an error."""
        with self.connection() as connection, connection.transaction():
            yield connection
