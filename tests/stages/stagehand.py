"""A newsroom whose stages, rules and database are real; fakes stand behind the ports only."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING, Any

from procrastinate.jobs import Job

from limitedtimes import jobs
from limitedtimes.errors import FetchError, ModelMissingError, TransientError, TranslationError
from limitedtimes.ingest.page.extract import read_page
from limitedtimes.ingest.page.pagination import next_page
from limitedtimes.model.article import Article, Page
from limitedtimes.model.translation import Candidate, Engine
from limitedtimes.ports import Candidates, Capabilities, Detection, FetchLimits, Response
from limitedtimes.semantics.embed import StaticEmbedder
from limitedtimes.stages.group import Group
from limitedtimes.stages.poll import Poll
from limitedtimes.stages.press import Press
from limitedtimes.stages.read import ReadStage
from limitedtimes.stages.translate import Translate
from limitedtimes.store import queue, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from limitedtimes.model.source import Feed
    from limitedtimes.stages import Stage
    from limitedtimes.store.database import Database, Row
    from limitedtimes.store.queue import Next

FEED = "https://news.example/feed"
ENGINE = Engine("fake 1", "fake-pt-en", "a" * 64)
EMBEDDER = StaticEmbedder()  # the real one: it is fast, and its weights are loaded once
TEXT_ONLY = Capabilities()
EVERYTHING = Capabilities(alignment=True, confidence=True, calibrated=True, alternatives=True, force=True)
Answer = Response | Exception


def ok(body: str | bytes, url: str = "", *, content_type: str = "text/html; charset=utf-8", **headers: Any) -> Response:
    """A page as a server gives it; ``headers`` are fields of the response."""
    data = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    return Response(200, Page(url, data, content_type), **headers)


def http_error(status: int, *, transient: bool = False, retry_after: float | None = None) -> FetchError:
    """What a fetcher raises for a status."""

    kind = TransientError if transient else FetchError
    message = f"the server answered HTTP status {status}"
    return kind(message, code=f"http_{status}", url="", status=status, retry_after=retry_after)


@dataclass
class FakeFetcher:
    """Answers by address; of several answers each is given once, the last one for ever."""

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, str | None, str | None]] = field(default_factory=list)

    def at(self, url: str, *answers: Answer) -> None:
        """From now on this is what an address answers."""
        self.answers[url] = list(answers)

    async def fetch(
        self,
        url: str,
        *,
        limits: FetchLimits | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        robots: bool = True,
        accept: str | None = None,
    ) -> Response:
        """Answer what was prepared; 404 elsewhere."""
        del limits, robots, accept
        self.asked.append((url, etag, last_modified))
        prepared = self.answers.get(url, [http_error(404)])
        answer = prepared.pop(0) if len(prepared) > 1 else prepared[0]
        if isinstance(answer, Exception):
            raise answer
        if answer.page is not None and not answer.page.url:
            return replace(answer, page=replace(answer.page, url=url))
        return answer

    @property
    def urls(self) -> list[str]:
        """The addresses that were asked, in order."""
        return [url for url, _, _ in self.asked]


@dataclass
class FakeTranslator:
    """Marks each sentence as English, or says what was prepared, and remembers what it was asked."""

    source_language: str = "pt"
    identity: Engine = ENGINE
    refuses: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    before: Callable[[Sequence[str]], None] = lambda _: None
    capabilities: Capabilities = TEXT_ONLY
    english: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by sentence, best first
    asked_again: list[str] = field(default_factory=list)  # for alternatives
    forced: list[tuple[str, str]] = field(default_factory=list)

    def translate(self, sentences: Sequence[str], alternatives: int = 0) -> list[Candidates]:
        """Fail as a whole when one of the sentences is refused, as an engine does."""
        self.before(sentences)
        (self.asked_again if alternatives else self.asked).extend(sentences)
        self._refuse(sentences)
        return [self._candidates(sentence, alternatives) for sentence in sentences]

    def force(self, pairs: Sequence[tuple[str, str]]) -> list[Candidate]:
        """Align what somebody else translated."""
        self.forced.extend(pairs)
        self._refuse([sentence for sentence, _ in pairs])
        return [self._candidate(sentence, text) for sentence, text in pairs]

    def _refuse(self, sentences: Sequence[str]) -> None:
        if refused := self.refuses.intersection(sentences):
            message = f"no translation for {sorted(refused)}"
            raise TranslationError(message)

    def _candidates(self, sentence: str, alternatives: int) -> Candidates:
        texts = self.english.get(sentence, (f"EN[{sentence}]",))
        return tuple(self._candidate(sentence, text) for text in texts[: alternatives + 1])

    def _candidate(self, sentence: str, text: str) -> Candidate:
        words = zip(re.finditer(r"\S+", sentence), re.finditer(r"\S+", text), strict=False)
        alignment = tuple((source.span(), target.span()) for source, target in words)
        return Candidate(
            text,
            alignment if self.capabilities.alignment else None,
            (-0.1,) * len(text.split()) if self.capabilities.confidence else None,
            confidence=0.9 if self.capabilities.confidence else None,
        )


@dataclass
class FakeTranslators:
    """The translators that are here, by language."""

    here: dict[str, FakeTranslator]

    def get(self, source_language: str) -> FakeTranslator:
        """Raise ModelMissingError like the real ones."""
        try:
            return self.here[source_language]
        except KeyError:
            raise ModelMissingError(source_language) from None

    def languages(self) -> Sequence[str]:
        """Source languages with a model here."""
        return list(self.here)


@dataclass
class FakeDetector:
    """Sees one language in everything."""

    language: str | None = "pt"

    def detect(self, text: str) -> Detection | None:
        """None where nothing can be told."""
        return Detection(self.language, 0.99) if self.language and text.strip() else None


@dataclass
class FakeReader:
    """Reads pages in this process, with a detector that sees one language in everything."""

    detector: FakeDetector
    read_pages: list[str] = field(default_factory=list)

    async def read(self, page: Page, *, language: str | None) -> Article:
        """Raise ReadError like the real one."""
        self.read_pages.append(page.url)
        return await asyncio.to_thread(read_page, page, language=language, detector=self.detector)

    async def next_page(self, page: Page) -> str | None:
        """Return the address of the page's successor."""
        return next_page(page)


@dataclass
class Newsroom:
    """Stages over a real database, driven by hand and by a clock of its own."""

    database: Database
    fetcher: FakeFetcher = field(default_factory=FakeFetcher)
    translator: FakeTranslator = field(default_factory=FakeTranslator)
    detector: FakeDetector = field(default_factory=FakeDetector)
    time: datetime = field(default_factory=lambda: datetime.now(UTC))
    chances: dict[str, float] | None = None  # what the classifier of topics says of every text

    def __post_init__(self) -> None:
        self.reader = FakeReader(self.detector)
        self.translators = FakeTranslators({self.translator.source_language: self.translator})
        self.desk = self.new_desk("worker 1")

    def new_desk(self, worker: str) -> jobs.Desk:
        """What a worker process of that name has."""
        stopping = asyncio.Event()
        stages: dict[str, Stage[Any, Any]] = {
            "poll": Poll(self.fetcher, lambda: self.time, lambda: 0.5),
            "read": ReadStage(self.fetcher, self.reader, self.detector, lambda: self.time),
            "translate": Translate(self.translators, worker, stopping.is_set),
            "press": Press(lambda: self.time, lambda *_: self.chances),
            "group": Group(EMBEDDER, lambda: self.time),
        }
        return jobs.Desk(self.database, stages, worker, stopping, lambda: self.time)

    def later(self, seconds: float) -> None:
        """Let time pass."""
        self.time += timedelta(seconds=seconds)

    def follow(self, url: str = FEED, language: str | None = "pt") -> Feed:
        """Subscribe to a feed."""
        with self.database.transaction() as connection:
            return sources.subscribe(connection, url=url, name="A Folha", home=url, language=language)[1]

    def feed(self, feed_id: int = 1) -> Feed:
        """The feed as it is stored."""
        with self.database.connection() as connection:
            found = sources.feed(connection, feed_id)
        assert found is not None
        return found

    async def run(self, task: str, key: int | str, *, attempts: int = 0, desk: jobs.Desk | None = None) -> None:
        """Run one stage for one key, as a worker's job does."""
        job = Job(queue=task, lock=None, queueing_lock=None, task_name=task, attempts=attempts)
        await jobs._run(desk or self.desk, task, str(key), job)

    async def settle(self) -> None:
        """Run the jobs that are due, in order, until none is."""
        while job := self._next_job():
            await self.run(job["task_name"], job["args"]["key"])

    def _next_job(self) -> Row | None:
        with self.database.transaction() as connection:
            return connection.execute(
                "delete from procrastinate_jobs where id = (select id from procrastinate_jobs where status = 'todo'"
                " and (scheduled_at is null or scheduled_at <= %s) order by priority desc, id limit 1)"
                " returning task_name, args",
                [self.time],
            ).fetchone()

    def enqueue(self, *tasks: Next) -> None:
        """Put jobs into the queue."""
        with self.database.transaction() as connection:
            queue.enqueue(connection, tasks)

    async def poll(self, feed_id: int = 1) -> None:
        """Poll a feed and let everything that comes of it run."""
        await self.run("poll", feed_id)
        await self.settle()

    def waiting(self) -> list[tuple[str, str]]:
        """The jobs that wait: task and key."""
        rows = self.rows(
            "select task_name, args ->> 'key' as key from procrastinate_jobs where status = 'todo' order by id"
        )
        return [(row["task_name"], row["key"]) for row in rows]

    def rows(self, query: str, *values: object) -> list[Row]:
        """Ask the database."""
        with self.database.connection() as connection:
            cursor = connection.execute(query.encode(), values or None)
            return cursor.fetchall() if cursor.description else []

    def row(self, query: str, *values: object) -> Row:
        """Ask the database for one row."""
        (found,) = self.rows(query, *values)
        return found

    def article(self, article_id: int = 1) -> Row:
        """An article's row with its newest body."""
        return self.row(
            "select a.*, b.content, b.translation from article a"
            " left join article_body b on b.article_id = a.id and b.revision = a.revision where a.id = %s",
            article_id,
        )

    def states(self) -> dict[str, str]:
        """States by address."""
        return {row["url"]: row["state"] for row in self.rows("select url, state from article order by id")}


@dataclass(frozen=True)
class Item:
    """An entry of a feed."""

    url: str = "https://news.example/a"
    title: str = "Ministros reúnem-se em Lisboa"
    guid: str = ""
    summary: str = "Os ministros encontraram-se hoje."
    date: str = "Thu, 22 Oct 2020 18:45:52 GMT"


def rss(*items: Item, language: str | None = "pt", url: str = FEED) -> Response:
    """A feed as its server gives it."""
    entries = "".join(
        f"<item><title>{escape(item.title)}</title><link>{escape(item.url)}</link>"
        f"<guid isPermaLink='false'>{escape(item.guid or item.url)}</guid>"
        f"<description>{escape(item.summary)}</description><pubDate>{item.date}</pubDate></item>"
        for item in items
    )
    tongue = f"<language>{language}</language>" if language else ""
    text = f"<rss version='2.0'><channel><title>A Folha</title><link>{url}</link>{tongue}{entries}</channel></rss>"
    return ok(text, url, content_type="application/rss+xml")


SENTENCES = (
    "Os ministros chegaram a Lisboa na quinta-feira.",
    "A reunião durou mais de seis horas e terminou sem acordo.",
    "Segundo o porta-voz, faltam ainda três capítulos.",
    "Os pescadores esperam uma decisão até ao fim do ano.",
)


def html_page(
    sentences: Iterable[str] = SENTENCES,
    *,
    title: str = "Ministros reúnem-se em Lisboa",
    head: str = "",
    url: str = "",
    free: bool = True,
    language: str | None = "pt",
    canonical: str | None = None,
) -> Response:
    """An article's page: one paragraph a sentence."""
    text = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    ld = f'{{"@type":"NewsArticle","headline":"{title}","isAccessibleForFree":{"true" if free else "false"}}}'
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    attribute = f" lang='{language}'" if language else ""
    return ok(
        f"<!DOCTYPE html><html{attribute}><head><title>{title}</title>{link}{head}"
        f'<script type="application/ld+json">{ld}</script></head>'
        f"<body><main><article><h1>{title}</h1>{text}</article></main></body></html>",
        url,
    )


def asked_of(newsroom: Newsroom) -> list[str]:
    """What the translator was asked since the last time."""
    asked = list(newsroom.translator.asked)
    newsroom.translator.asked.clear()
    return asked
