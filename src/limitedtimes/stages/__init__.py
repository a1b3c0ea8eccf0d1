"""The stages of an article's way: load, ask a port, ask a rule, say what to store and what comes next.

A stage has three steps, so that no transaction is open while the world is waited for: ``load`` reads what the work
needs, ``work`` asks ports and rules and yields results, ``save`` stores one result and returns the jobs that come next.
``jobs`` opens the transactions: a result and its next jobs are committed together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import datetime

    from limitedtimes.store.database import Connection
    from limitedtimes.store.queue import Next

    Clock = Callable[[], datetime]  # aware UTC

Work = TypeVar("Work")
Result = TypeVar("Result")


class Stage(Protocol[Work, Result]):
    """One step of an article's way; running it twice shows once."""

    def load(self, connection: Connection, key: str) -> Work | None:
        """Return what the work needs; None when there is nothing to do (any more)."""
        ...

    def work(self, work: Work) -> AsyncIterator[Result]:
        """Yield results, each to be saved in a transaction of its own. Raises BusyError to come back later."""
        ...

    def save(self, connection: Connection, work: Work, result: Result) -> list[Next]:
        """Store a result; return the jobs that come next."""
        ...

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Put what the key names into a visible state after an error that no step foresaw."""
        ...
