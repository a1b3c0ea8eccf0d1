"""A round of the press: ask every feed now, and wait until all that came in has reached its final state."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes import jobs
from limitedtimes.errors import DatabaseUnavailableError
from limitedtimes.store import articles, grouping, queue, reading, sources, translations, upgrades, workers
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from limitedtimes.model.article import ArticleState
    from limitedtimes.store.database import Database
    from limitedtimes.wiring import House

    Report = Callable[["Progress"], None]

_LOOK = 0.3  # seconds between two looks
_FRESH = 10.0  # seconds: a worker whose last heartbeat is younger is at work


@dataclass(frozen=True, slots=True)
class Progress:
    """How a round stands: articles by state, and by stage what waits or runs: jobs, for `translate` and `group` the articles."""

    waiting: dict[str, int]
    counts: dict[ArticleState, int]

    @property
    def settled(self) -> bool:
        """Tell whether nothing is left to do."""
        return not self.waiting


def ask_all(database: Database) -> int:
    """Enqueue a poll of every active feed, due or not; return how many."""
    with database.transaction() as connection:
        ids = sources.active(connection)
        queue.enqueue(connection, [Next("poll", feed_id, priority=1) for feed_id in ids])
        return len(ids)


def start_over(database: Database, article_ids: list[int] | None) -> list[int]:
    """Have articles read again: those named, or (None) all that are failed, partial or untranslated; return their ids."""
    with database.transaction() as connection:
        ids = articles.start_over(connection, article_ids)
        queue.enqueue(connection, [Next("read", article_id, priority=1) for article_id in ids])
        return ids


def wake(building: House) -> int:
    """Have the articles translated that waited for a model which is here now; return how many."""
    with building.database.connection() as connection:
        waiting = upgrades.waiting_languages(connection)
    arrived = [language for language in waiting if building.translatable(language)]
    with building.database.transaction() as connection:
        count = upgrades.wake(connection, arrived)
        queue.enqueue(connection, [Next("translate", language) for language in arrived])
    return count


def translate_anew(building: House, wanted: Sequence[str], *, dry_run: bool) -> dict[str, int]:
    """Have the articles translated again that another model translated than the one that is here, in the background.

    ``wanted`` are languages (none: all). Return how many by language; with ``dry_run`` nothing is changed.
    """
    with building.database.connection() as connection:
        languages = upgrades.translated_languages(connection)
    counts = {}
    for language in languages:
        if (wanted and language.split("-", 1)[0] not in wanted) or not building.translatable(language):
            continue
        engine = building.engines.get(language).identity
        with building.database.transaction() as connection:
            count = (
                upgrades.translated_otherwise(connection, language, engine)
                if dry_run
                else upgrades.translate_anew(connection, language, engine)
            )
            if count and not dry_run:
                queue.enqueue(connection, [Next("translate", language, priority=-1)])
        counts[language] = count
    return {language: count for language, count in counts.items() if count}


def progress(database: Database) -> Progress:
    """Look once."""
    with database.connection() as connection:
        waiting = queue.waiting(connection)
        # What a killed worker had in hand has no job until its lease is freed.
        if to_translate := translations.count(connection):
            waiting["translate"] = to_translate
        if to_group := grouping.waiting(connection):
            waiting["group"] = to_group
        return Progress(waiting, reading.counts(connection))


def at_work(database: Database) -> bool:
    """Tell whether a worker has a fresh heartbeat."""
    with database.connection() as connection:
        return any(one.age < _FRESH for one in workers.processes(connection))


def until_at_work(database: Database, *, seconds: float, going_on: Callable[[], bool] = lambda: True) -> bool:
    """Wait until a worker has a fresh heartbeat; False after that many seconds, or when ``going_on`` says no."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and going_on():
        with contextlib.suppress(DatabaseUnavailableError):
            if at_work(database):
                return True
        time.sleep(0.1)
    return False


def settle(building: House, report: Report) -> Progress:
    """Wait until nothing is left to do, telling ``report`` how it goes; work in this process if no worker is there (any more)."""
    while at_work(building.database):
        now = _wait(building.database, report, lambda: _others_work(building.database))
        if now is not None and now.settled:
            return now
    return asyncio.run(_work(building, report))


def _others_work(database: Database) -> bool:
    with contextlib.suppress(DatabaseUnavailableError):
        return at_work(database)
    return True


def _wait(database: Database, report: Report, going_on: Callable[[], bool]) -> Progress | None:
    """Look until nothing is left to do, or while it is ``going_on``; return what was seen last."""
    now = None
    while going_on():
        # The database may be away for a moment: the jobs are durable, so is the patience.
        with contextlib.suppress(DatabaseUnavailableError):
            now = progress(database)
            report(now)
            if now.settled:
                break
        time.sleep(_LOOK)
    return now


async def _work(building: House, report: Report) -> Progress:
    async with building.desk() as desk:
        app = jobs.make_app(building.database.dsn, desk)
        working = asyncio.create_task(jobs.run_worker(app, desk, jobs.QUEUES))
        stop = threading.Event()
        waiting = asyncio.create_task(asyncio.to_thread(_wait, building.database, report, lambda: not stop.is_set()))
        await asyncio.wait([working, waiting], return_when=asyncio.FIRST_COMPLETED)
        desk.stopping.set()
        stop.set()
        await working
        return await waiting or Progress({}, {})
