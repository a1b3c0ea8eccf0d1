"""What is installed, reachable, out of date or broken, and what to do about it."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from limitedtimes import catalogue, rounds, wiring
from limitedtimes.errors import LimitedTimesError
from limitedtimes.rules.languages import language_name
from limitedtimes.rules.states import in_words
from limitedtimes.rules.websub import in_words as push_in_words
from limitedtimes.store import hubs, migrate, queue, sources
from limitedtimes.store.embedded import server_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from limitedtimes.nmt.models import Survey
    from limitedtimes.settings import Settings
    from limitedtimes.store.database import Connection, Database

Level = Literal["ok", "look", "broken"]
_LITTLE_SPACE = 2_000_000_000  # bytes
_OFTEN = 3  # failures in a row after which a feed is worth a look


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: ``ok``, ``look`` (works, but) or ``broken``; the text says what to do."""

    level: Level
    what: str
    text: str


def examine(settings: Settings) -> list[Finding]:
    """Check everything; what is broken stops no other check."""
    return [*_machine(settings), *_models(settings), *_outlet_files(settings), *_database(settings)]


def _machine(settings: Settings) -> Iterator[Finding]:
    yield Finding("ok", "program", f"{wiring.VERSION}, Python {sys.version.split()[0]}, {os.uname().machine}")
    folder = settings.data_dir
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(existing).free
    if not os.access(existing, os.W_OK):
        yield Finding(
            "broken", "data folder", f"{folder} cannot be written; set LIMITEDTIMES_DATA_DIR to one that can."
        )
    elif free < _LITTLE_SPACE:
        yield Finding("look", "data folder", f"{folder} has {free / 1e9:.1f} GB left; make room before it is full.")
    else:
        yield Finding("ok", "data folder", f"{folder}, {free / 1e9:.0f} GB free")
    if settings.contact is None:
        yield Finding("look", "contact", "LIMITEDTIMES_CONTACT is not set: outlets that want to ask cannot reach you.")


def _outlet_files(settings: Settings) -> Iterator[Finding]:
    for problem in wiring.check_outlet_files(settings):
        yield Finding("look", "outlet file", f"{problem} (the file is ignored)")


def _models(settings: Settings) -> Iterator[Finding]:
    checked = catalogue.verify(settings)
    for one in checked:
        if one.error:
            yield Finding("broken", f"model for {language_name(one.source)}", one.error)
    names = ", ".join(language_name(one.source) for one in checked if one.error is None)
    if names:
        yield Finding("ok", "models", f"{names} into English, files verified")
    else:
        yield Finding(
            "broken", "models", "no translation model is here; install the locked dependencies again (`make install`)."
        )


def _database(settings: Settings) -> Iterator[Finding]:
    if settings.database_url is None:
        try:
            status = server_status(settings.data_dir)
        except LimitedTimesError as error:
            yield Finding("broken", "database server", str(error))
            return
        state = (
            f"running, PostgreSQL {status.version}" if status.running else "not running; it starts when it is needed"
        )
        yield Finding("ok", "database server", f"embedded, {state}, {status.size / 1e6:.0f} MB in {status.folder}")
        if not status.running and not status.folder.exists():
            return  # nothing was ever stored: looking must not make a database
    try:
        with wiring.house(settings, migrate=False) as building:
            yield from _store(building.database, catalogue.here(settings), settings.public_url)
    except LimitedTimesError as error:
        yield Finding("broken", "database", str(error))


def _store(database: Database, models: Survey, public_url: str | None) -> Iterator[Finding]:
    with database.connection() as connection:
        if missing := migrate.requirements(connection):
            yield Finding("broken", "database", f"the server lacks {', '.join(missing)}; install it there.")
            return
        if pending := migrate.pending(connection):
            yield Finding("look", "schema", f"{len(pending)} migrations will be applied at the next start.")
            return
        yield Finding("ok", "schema", "up to date")
        yield from _missing_models(models, [source.language for source, _ in sources.feeds(connection)])
        for source, feed in sources.feeds(connection):
            if feed.failures >= _OFTEN:
                yield Finding(
                    "look", f"feed of {source.name}", f"failed {feed.failures} times in a row: {feed.last_error}"
                )
        yield from _push(connection, public_url)
        if failed := queue.failed(connection):
            yield Finding("look", "jobs", f"{failed} ended with an error that nobody foresaw; see the log.")
    now = rounds.progress(database)
    yield Finding("ok", "articles", in_words(now.counts))
    waiting = ", ".join(f"{count} to {stage}" for stage, count in sorted(now.waiting.items()))
    if rounds.at_work(database):
        yield Finding("ok", "workers", f"at work; {waiting}" if waiting else "at work, nothing waits")
    elif waiting:
        yield Finding("look", "workers", f"none runs, and there are {waiting}: start `limitedtimes up`.")
    else:
        yield Finding("ok", "workers", "none runs, nothing waits")


def _push(connection: Connection, public_url: str | None) -> Iterator[Finding]:
    """Look at the feeds that announce a hub."""
    if not (announcing := hubs.announcing(connection)):
        return
    if not public_url:
        text = f"off: {announcing} feeds announce a hub, but LIMITEDTIMES_PUBLIC_URL is not set. They are polled."
        yield Finding("ok", "push", text)
        return
    now = wiring.now()
    known = hubs.by_feed(connection)
    pushed = sum(one.pushes(now) for one in known.values())
    yield Finding("ok", "push", f"on for {pushed} of the {announcing} feeds that announce a hub, at {public_url}")
    for source, feed in sources.feeds(connection):
        subscription = known.get(feed.id)
        if subscription and not subscription.pushes(now) and subscription.failures >= _OFTEN:
            yield Finding("look", f"hub of {source.name}", push_in_words(subscription, now))


def _missing_models(models: Survey, languages: Iterable[str | None]) -> Iterator[Finding]:
    """Look at the languages of the outlets that are followed."""
    broken = {one.source for one in models.broken}
    for code in sorted({language.split("-", 1)[0] for language in languages if language} - {"en"} - broken):
        if not models.has(code):
            text = f"none is here; outlets in it are followed: `limitedtimes models add {code}`"
            yield Finding("look", f"model for {language_name(code)}", text)
