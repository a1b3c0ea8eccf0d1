"""The only place where objects are made."""

from __future__ import annotations

import contextlib
import os
import random
import socket
import zlib
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from limitedtimes.settings import PREFIX, Settings
from limitedtimes.store.database import Database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from starlette.applications import Starlette

    from limitedtimes.classify import Row
    from limitedtimes.engines import Engines
    from limitedtimes.ingest.apart import ChildReader
    from limitedtimes.ingest.fetch.http import PoliteFetcher
    from limitedtimes.jobs import Desk
    from limitedtimes.linewise import Line
    from limitedtimes.model.article import Article, Page
    from limitedtimes.ports import Embedder, Fetcher, LanguageDetector
    from limitedtimes.review import Reviewed
    from limitedtimes.rules.topics import Judged
    from limitedtimes.stages import Stage
    from limitedtimes.storylines import Row as Incoming
    from limitedtimes.subscriptions import Found
    from limitedtimes.supervisor import Supervisor
    from limitedtimes.web.pages import EngineFacts

VERSION = version("limitedtimes")
HOME = "https://github.com/limitedtimes/limitedtimes"
_MOST_WORKERS = 4  # of `up` unless the owner says otherwise: a laptop has other things to do


def now() -> datetime:
    """Return the moment, aware UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class House:
    """The program's objects around one database."""

    settings: Settings
    database: Database

    @cached_property
    def engines(self) -> Engines:
        """The translators that this machine has models for."""
        # The workers of `up` share the cores.
        return make_engines(self.settings, threads=max(1, _cores() // self.worker_count()))

    def translatable(self, language: str) -> bool:
        """Tell whether a model for a language is here and can be loaded, now."""
        from limitedtimes.errors import ModelMissingError

        try:
            self.engines.get(language)
        except ModelMissingError:
            return False
        return True

    @cached_property
    def detector(self) -> LanguageDetector:
        """The language detector."""
        return make_detector()

    @cached_property
    def embedder(self) -> Embedder:
        """What turns English into vectors; its weights are loaded when it is first asked."""
        return make_embedder()

    @asynccontextmanager
    async def fetcher(self, worker: str = "") -> AsyncIterator[PoliteFetcher]:
        """Yield the fetcher whose politeness holds across all processes and machines of this database.

        ``worker`` is the name under which this process has a heartbeat, if it has one.
        """
        from limitedtimes.store.hosts import HostGate

        async with make_fetcher(self.settings, HostGate(self.database, worker)) as fetcher:
            yield fetcher

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Desk]:
        """Yield what a worker process needs."""
        import asyncio

        from limitedtimes import jobs
        from limitedtimes.semantics.topics import TopicClassifier
        from limitedtimes.stages.group import Group
        from limitedtimes.stages.hub import AskHub
        from limitedtimes.stages.poll import Poll
        from limitedtimes.stages.press import Press
        from limitedtimes.stages.read import ReadStage
        from limitedtimes.stages.translate import Translate

        name = jobs.worker_name()
        stopping = asyncio.Event()
        async with self.fetcher(name) as fetcher, make_reader(self.settings) as reader:
            stages: Mapping[str, Stage[Any, Any]] = {
                "poll": Poll(fetcher, now, random.random),
                "read": ReadStage(fetcher, reader, self.detector, now),
                "translate": Translate(self.engines, name, stopping.is_set),
                "press": Press(now, TopicClassifier(self.embedder).probabilities),
                "group": Group(self.embedder, now),
                "hub": AskHub(fetcher, now, random.random),
            }
            yield jobs.Desk(
                self.database, stages, name, stopping, now, self.translatable, self.settings.public_url or ""
            )

    def supervisor(self, *, port: int, workers: int, environment: Mapping[str, str] | None = None) -> Supervisor:
        """Return the process group of ``up``: a web process and workers, with this process's settings."""
        from limitedtimes.store.embedded import ensure_server
        from limitedtimes.supervisor import Supervisor, child_environment

        commands = {"web": ["web", "--port", str(port)]}
        commands |= {f"worker {number}": ["worker"] for number in range(1, workers + 1)}
        shared = {PREFIX + "DATA_DIR": str(self.settings.data_dir), **(environment or {})}

        def ensure() -> None:
            if self.settings.database_url is None:
                ensure_server(self.settings.data_dir)

        return Supervisor(
            commands,
            database=self.database,
            ensure_database=ensure,
            environment=child_environment(shared),
            host=socket.gethostname(),
        )

    def worker_count(self) -> int:
        """How many workers `up` runs: the setting, else one for each core that this process may use, at most four."""
        return self.settings.workers or min(_cores(), _MOST_WORKERS)


@contextmanager
def house(settings: Settings, *, migrate: bool = True) -> Iterator[House]:
    """Yield the objects around the owner's database, started and migrated; the server is given back at the end."""
    from limitedtimes.store import migrate as migrations
    from limitedtimes.store.embedded import server

    with contextlib.ExitStack() as stack:
        url = settings.database_url.get_secret_value() if settings.database_url else None
        dsn = url or stack.enter_context(server(settings.data_dir))
        database = Database(dsn)
        database.open()
        stack.callback(database.close)
        database.check()
        if migrate:
            with database.connection() as connection:
                migrations.migrate(connection)
        yield House(settings, database)


def has_database(settings: Settings) -> bool:
    """Tell whether there is a database to ask; looking must not make one."""
    from limitedtimes.store.embedded import server_status

    return settings.database_url is not None or server_status(settings.data_dir).folder.exists()


def make_fetcher(settings: Settings, gate: Any | None = None) -> PoliteFetcher:
    """Return a fetcher with the owner's manners; without a gate, its politeness holds in this process only."""
    from limitedtimes.ingest.fetch.gate import MemoryGate
    from limitedtimes.ingest.fetch.http import PoliteFetcher

    return PoliteFetcher(
        user_agent=user_agent(settings.contact),
        allow_hosts=settings.allow_hosts,
        host_pause=settings.host_pause,
        gate=gate or MemoryGate(),
    )


def make_engines(settings: Settings, threads: int | None = None) -> Engines:
    """Return the translators; each model is loaded when it is first asked for. ``threads``: default one a core."""
    from limitedtimes.engines import Engines

    return Engines(settings.models, settings.data_dir / "cache" / "graphs", settings.execution_provider, threads)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_detector() -> LanguageDetector:
    """Return the language detector; its model is loaded when it is first asked."""
    from limitedtimes.ingest.language import Py3LangidDetector

    return Py3LangidDetector()


def make_embedder() -> Embedder:
    """Return what turns English into vectors; its weights are loaded when it is first asked."""
    from limitedtimes.semantics.embed import StaticEmbedder

    return StaticEmbedder()


def make_reader(settings: Settings) -> ChildReader:
    """Return the reader of pages, an async context manager; its process is started when it is first asked."""
    from limitedtimes.ingest.apart import ChildReader

    return ChildReader(outlets=outlet_folders(settings))


def outlet_folders(settings: Settings) -> tuple[Path, Path]:
    """Return where outlet files are: the program's own, then the owner's, whose word counts."""
    from limitedtimes.ingest.page.outlets import BUNDLED

    return BUNDLED, settings.data_dir / "outlets"


def check_outlet_files(settings: Settings) -> tuple[str, ...]:
    """Say what is wrong with outlet files that are ignored."""
    from limitedtimes.ingest.page.outlets import load

    return load(outlet_folders(settings)).problems


def user_agent(contact: str | None) -> str:
    """Say honestly who asks: program, version, where to read about it, and whom to ask."""
    return f"LimitedTimes/{VERSION} (+{HOME}{'; ' + contact if contact else ''})"


def web_app(building: House, fetcher: Fetcher) -> Starlette:
    """Return the site; ``fetcher`` fetches pictures."""
    from limitedtimes.web.app import create_app

    return create_app(
        building.database,
        fetcher,
        version=VERSION,
        engines=engine_facts(building.settings),
        pictures=building.settings.data_dir / "pictures",
        contact=building.settings.contact,
    )


def engine_facts(settings: Settings) -> list[EngineFacts]:
    """Return the engine and the models that are here, for the about page."""
    from limitedtimes.engines import ENGINE
    from limitedtimes.nmt.models import LICENCE, ORIGIN, installed
    from limitedtimes.web.pages import EngineFacts, ModelFacts

    models = tuple(
        ModelFacts(model.source, model.name, model.sha256, LICENCE, ORIGIN) for model in installed(settings.models)
    )
    return [EngineFacts(ENGINE, models)]


async def serve(building: House, port: int) -> None:
    """Serve the site until SIGTERM or SIGINT."""
    import uvicorn

    async with building.fetcher() as fetcher:
        config = uvicorn.Config(
            web_app(building, fetcher),
            host=building.settings.host,
            port=port,
            log_level="warning",
            access_log=False,  # nobody writes down what is read
            timeout_graceful_shutdown=5,
            server_header=False,
        )
        await uvicorn.Server(config).serve()


async def work(building: House, queues: Sequence[str]) -> None:
    """Work on the queue until SIGTERM or SIGINT."""
    from limitedtimes import jobs

    async with building.desk() as desk:
        await jobs.run_worker(jobs.make_app(building.database.dsn, desk), desk, queues)


async def find(building: House, url: str) -> Found:
    """Find the feed behind an address."""
    from limitedtimes.subscriptions import find_feed

    async with building.fetcher() as fetcher:
        return await find_feed(fetcher, url)


def translate_text(settings: Settings, lines: Iterable[str], language: str | None) -> Iterator[Line]:
    """Translate text line by line; needs no database."""
    from limitedtimes.linewise import translate_lines

    return translate_lines(lines, make_engines(settings), make_detector(), language)


def review_text(settings: Settings, lines: Iterable[str], language: str | None) -> Iterator[Reviewed]:
    """Check translations that somebody else made, rows of JSON; needs no database. Raises LimitedTimesError."""
    from limitedtimes.review import parse_rows, review_rows

    return review_rows(parse_rows(lines), make_engines(settings), make_detector(), language)


def classify_text(lines: Iterable[str]) -> Iterator[tuple[Row, Judged]]:
    """Tell topics of English texts, rows of JSON; needs no database. Raises LimitedTimesError."""
    from limitedtimes.classify import classify_rows, parse_rows
    from limitedtimes.semantics.topics import TopicClassifier

    return classify_rows(parse_rows(lines), TopicClassifier(make_embedder()))


def group_text(settings: Settings, lines: Iterable[str]) -> list[tuple[Incoming, int]]:
    """Find the stories of texts, rows of JSON, each with its number; needs no database. Raises LimitedTimesError."""
    from limitedtimes.storylines import group_rows, parse_rows

    return group_rows(parse_rows(lines), make_engines(settings), make_detector(), make_embedder())


def read_one(settings: Settings, file: str, url: str | None) -> Article:
    """Read one page: a file (``.gz`` too), or an address that is fetched. Raises ReadError, FetchError or UsageError."""
    import asyncio

    return asyncio.run(_read_one(settings, file, url))


async def _read_one(settings: Settings, file: str, url: str | None) -> Article:
    page = await _fetch(settings, file) if "://" in file else _page_of_file(file, url)
    async with make_reader(settings) as reader:
        return await reader.read(page, language=None)


async def _fetch(settings: Settings, url: str) -> Page:
    async with make_fetcher(settings) as fetcher:
        response = await fetcher.fetch(url)
    assert response.page is not None  # the request is not conditional
    return response.page


def _page_of_file(file: str, url: str | None) -> Page:
    import gzip
    import io
    from pathlib import Path

    from limitedtimes.errors import UsageError
    from limitedtimes.model.article import Page
    from limitedtimes.ports import FetchLimits

    most = FetchLimits().max_bytes  # on either side of unpacking: a file may be a bomb as well
    try:
        with Path(file).open("rb") as opened:
            data = opened.read(most)
        body = gzip.GzipFile(fileobj=io.BytesIO(data)).read(most) if data[:2] == b"\x1f\x8b" else data
    except (OSError, EOFError, zlib.error) as error:
        message = f"{file} cannot be read: {error}."
        raise UsageError(message) from error
    return Page(url=url or "https://page.invalid/article", body=body)
