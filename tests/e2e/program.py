"""A newsroom for end-to-end tests: the program's own processes over one data folder, and what must hold of its work."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, TypeVar
from xml.sax.saxutils import quoteattr

import psutil

from limitedtimes import export, settings, wiring
from limitedtimes.bench.program import settings_environment
from limitedtimes.errors import DatabaseUnavailableError
from limitedtimes.model.translation import Engine
from limitedtimes.settings import PREFIX
from limitedtimes.store import memory
from limitedtimes.store.embedded import server_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from limitedtimes.bench.press import Served
    from limitedtimes.export import Json
    from limitedtimes.store.database import Row
    from limitedtimes.wiring import House

T = TypeVar("T")
_PATIENCE = 300.0  # seconds for anything to come true; what takes longer is stuck


@dataclass(frozen=True)
class Newsroom:
    """A data folder, the settings that its processes get, and a door to its database."""

    building: House
    settings: dict[str, str]

    @property
    def data_dir(self) -> Path:
        return self.building.settings.data_dir

    def command(self, *arguments: str) -> str:
        """Run a command to its end and return what it prints; fails unless it exits 0."""
        done = subprocess.run(
            [sys.executable, "-m", "limitedtimes", *arguments],
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        assert done.returncode == 0, f"{arguments}: {done.stderr[-2000:]}"
        return done.stdout

    @contextmanager
    def process(self, *arguments: str) -> Iterator[psutil.Popen]:
        """Run a command beside the test; killed if it has not ended by then."""
        with psutil.Popen(
            [sys.executable, "-m", "limitedtimes", *arguments],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as running:
            try:
                yield running
            finally:
                with contextlib.suppress(psutil.NoSuchProcess):
                    running.kill()

    def _environment(self) -> dict[str, str]:
        return settings_environment(self.data_dir, self.settings)

    def follow(self, feeds: Iterable[str], language: str | None = None) -> None:
        """Subscribe to feeds, by `sources import`."""
        spoken = f" language={quoteattr(language)}" if language else ""
        outlines = "".join(
            f"<outline text={quoteattr(url.split('/')[2])} xmlUrl={quoteattr(url)}{spoken}/>" for url in feeds
        )
        file = self.data_dir / "feeds.opml"
        file.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8")
        self.command("sources", "import", str(file))

    def ask(self, query: str, *values: object) -> list[Row]:
        """Ask the database, as soon as it answers."""

        def answer() -> list[list[Row]]:
            with contextlib.suppress(DatabaseUnavailableError), self.building.database.connection() as connection:
                return [connection.execute(query, values).fetchall()]
            return []

        return until(answer)[0]

    def number(self, query: str, *values: object) -> int:
        """Ask for one number."""
        (row,) = self.ask(query, *values)
        (value,) = row.values()
        return int(value)

    def translating(self) -> list[Row]:
        """Who has leases on three articles or more: `name` and `pid`."""
        return self.ask(
            "select w.name, w.pid from pending_translation p join worker_process w on w.name = p.leased_by"
            " group by w.name, w.pid having count(*) >= 3 order by w.name"
        )

    def leases(self, worker: str) -> int:
        """How many articles a worker holds."""
        return self.number("select count(*) from pending_translation where leased_by = %s", worker)

    def kill_database(self) -> None:
        """Kill the server's main process with -9."""
        pid = server_status(self.data_dir).pid
        assert pid is not None
        psutil.Process(pid).kill()

    def rows(self) -> list[Json]:
        """Everything, as `export articles` prints it."""
        with self.building.database.transaction() as connection:
            return list(export.articles(connection))

    def recalled(self, row: Json, sources: list[str]) -> dict[str, str]:
        """What the engine answered for these sentences of an article, word for word."""
        engine = Engine(row["engine"], row["model"], row["model_sha256"])
        with self.building.database.connection() as connection:
            known = memory.recall(connection, engine, f"{row['language'].split('-')[0]}-en", sources)
        return {source: candidates[0].text for source, candidates in known.items()}


@contextmanager
def newsroom(data_dir: Path, hosts: Iterable[str], *, workers: int = 2) -> Iterator[Newsroom]:
    """Open a newsroom that may fetch from these loopback hosts; afterwards, none of its processes may be left."""
    allowed = ",".join(hosts)
    chosen = {"ALLOW_HOSTS": allowed, "HOST_PAUSE": "0", "WORKERS": str(workers)}
    try:
        options = {"data_dir": data_dir, "database_url": None, "allow_hosts": allowed, "host_pause": 0}
        with wiring.house(settings.load(**options)) as building:
            yield Newsroom(building, chosen)
    finally:
        left = _members(data_dir)
        for process in left:
            process.kill()
    assert not left


def _members(data_dir: Path) -> list[psutil.Process]:
    """Every process that was started for this data folder."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid != os.getpid() and process.environ().get(PREFIX + "DATA_DIR") == str(data_dir):
                found.append(process)
    return found


def until(look: Callable[[], T]) -> T:
    """Look until there is something to see, and return it."""
    deadline = time.monotonic() + _PATIENCE
    while not (seen := look()):
        assert time.monotonic() < deadline, "it did not come true"
        time.sleep(0.05)
    return seen


def status(url: str) -> int:
    """What the site answers; 0 if nobody listens."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    except OSError:
        return 0


class Reader:
    """Asks for a page again and again while its context lasts; ``seen`` counts the answers by status."""

    def __init__(self, url: str) -> None:
        self.seen: Counter[int] = Counter()
        self._url = url
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._read, name="reader")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _read(self) -> None:
        while not self._ended.wait(0.25):
            self.seen[status(self._url)] += 1


# -- what must hold ----------------------------------------------------------------------------------------------------


def left_over(room: Newsroom) -> dict[str, int]:
    """Count what must be gone when all work is done, by what it is; empty where nothing is."""
    queries = {
        "jobs": "select count(*) from procrastinate_jobs where queue_name <> 'maintenance'",
        "jobs that failed": "select count(*) from procrastinate_jobs where status in ('failed', 'aborted', 'cancelled')",
        "translations to come": "select count(*) from pending_translation",
        "hosts taken": "select count(*) from host where holder is not null",
        "articles shown in an old revision": "select count(*) from article where visible_at is not null"
        " and printed_revision <> revision",
        "articles shown that cannot be found": "select count(*) from article a where visible_at is not null"
        " and not exists (select from search_document d where d.article_id = a.id)",
    }
    counts = {name: room.number(query) for name, query in queries.items()}
    return {name: count for name, count in counts.items() if count}


def each_in_one_story(room: Newsroom) -> None:
    """Every article that is shown stands in one living story, and every story counts the articles that it has."""
    shown = Counter(row["story"] for row in room.rows() if row["visible_at"])
    assert None not in shown
    living = "merged_into is null and first_at is not null"
    assert room.number(f"select count(*) from story where {living}") == len(shown)
    assert room.number(f"select sum(articles) from story where {living}") == sum(shown.values())
    counted = "(select count(*) from article a where a.story_id = story.id and a.visible_at is not null)"
    assert room.number(f"select count(*) from story where articles <> {counted}") == 0


def mistranslated(room: Newsroom, row: Json) -> list[str]:
    """Say where a translated article is not its sentences in order, each with what the engine answered for it.

    What the guards mended says so.
    """
    said = [text for block in row["blocks"] for text in _out_of_order(block)]
    sentences = [one for block in row["blocks"] for one in block["sentences"]]
    known = room.recalled(row, [one["source"] for one in sentences])
    for one in sentences:
        expected = {"translated": known.get(one["source"]), "kept": one["source"]}.get(one["state"])
        mended = any(flag["repaired"] for flag in one["flags"])
        if not expected or (one["translation"] != expected and not mended):
            said.append(f"{one['state']}: {one['source']} -> {one['translation']}, not {expected}")
    units = [row["title"], row["lead"], *(image["caption"] for image in row["images"])]
    said += [f"no translation of {one['source']}" for one in units if one and not one["translation"]]
    return said


def _out_of_order(block: dict[str, Any]) -> Iterator[str]:
    text, at = block["text"], 0
    for one in block["sentences"]:
        start, end = one["span"]
        if start < at or text[at:start].strip() or text[start:end] != one["source"]:
            yield f"not in its place: {one['source']}"
        at = end
    if text[at:].strip():
        yield f"without a translation: {text[at:]}"


def assert_each_once(room: Newsroom, press: Served) -> None:
    """All work on a generated press is done: each article came once, whole, translated and is shown; nothing is left."""
    rows = room.rows()
    assert (left := left_over(room)) == {}, left
    states = Counter(row["state"] for row in rows if row["visible_at"] and row["revision"] == 1)
    assert states == {"complete": press.articles}, states
    assert len({row["url"] for row in rows}) == len(rows) == press.articles, len(rows)
    assert (words := sum(map(_words, rows))) == press.words, (words, press.words)
    said = [text for row in rows for text in mistranslated(room, row)]
    assert not said, said[:10]


def _words(row: Json) -> int:
    heads = [one["source"] for one in (row["title"], row["lead"]) if one]
    return sum(len(text.split()) for text in (*heads, *(block["text"] for block in row["blocks"])))
