"""Measures searches and pages over a large made-up archive, by the very functions that the site calls."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from limitedtimes.bench.corpus import ENGLISH_WORDS, LANGUAGES, OWN_WORDS, Corpus, vector
from limitedtimes.bench.machine import Machine, machine
from limitedtimes.errors import UsageError
from limitedtimes.rules.edition import TOPICS
from limitedtimes.rules.names.key import key
from limitedtimes.rules.query import parse_query
from limitedtimes.store import bulk, copies, editions, reading, search, stories, trends
from limitedtimes.store.codec import time_to_json
from limitedtimes.store.database import Database
from limitedtimes.store.embedded import server
from limitedtimes.store.lexemes import CONFIGURATIONS
from limitedtimes.store.migrate import migrate
from limitedtimes.web.beside import TRENDS, beside
from limitedtimes.web.newsroom import front
from limitedtimes.web.pages import A_DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from limitedtimes.bench.corpus import Paragraph
    from limitedtimes.model.story import Trend
    from limitedtimes.store.database import Connection

_HITS = 21  # as the search page asks for: one more than it shows
_FREQUENT = 200  # ranks of frequent words
_BATCH = 20_000  # articles put together in one statement
_MEANT = 100_000  # newest articles that have a vector: an index over a million takes longer than all else
_DIMENSION = 256
_ENGINE = json.dumps({"name": "made up", "model": "none", "model_sha256": "0" * 64})


class Times(TypedDict):
    """Milliseconds of one kind of question."""

    p50: float
    p95: float
    p99: float


class Report(TypedDict):
    """What ``bench search --json`` prints. ``queries`` and ``pages`` are by kind, ``found`` the hits of a kind on average.

    A time is that of all that the site asks of the database for one page, and of making its hits; the page's HTML is not in it.
    The archive was read once before, and as many other questions of the kind were asked: as of a server that has run for a while.
    """

    articles: int
    queries: dict[str, Times]
    pages: dict[str, Times]
    found: dict[str, float]
    build_seconds: float
    database_mb: float
    machine: Machine


def run(*, articles: int, database_url: str | None = None, asked: int = 200) -> Report:
    """Make an archive of so many articles, and ask of it ``asked`` questions of each kind.

    It stands in a server of its own that is removed at the end, or in the empty database that is given. Raises UsageError
    where that is not empty, and StoreError where the server cannot be used.
    """
    corpus = Corpus(articles, datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5))
    with _database(database_url) as database:
        started = time.perf_counter()
        with database.connection() as connection:
            migrate(connection)
            if not bulk.is_empty(connection):
                message = (
                    "The database has articles or outlets; give an empty one, in which a made-up archive may be left."
                )
                raise UsageError(message)
            fill(connection, corpus)
        seconds = time.perf_counter() - started
        with database.connection() as connection:
            bulk.read_once(connection)
            queries = {kind: _ask(connection, texts) for kind, texts in questions(corpus, 2 * asked).items()}
        with database.prepared() as connection:
            return Report(
                articles=articles,
                queries={kind: times for kind, (times, _) in queries.items()},
                pages=_pages(connection, corpus, 2 * asked),
                found={kind: hits for kind, (_, hits) in queries.items()},
                build_seconds=round(seconds, 1),
                database_mb=round(bulk.size(connection) / 1e6, 1),
                machine=machine(),
            )


@contextmanager
def _database(url: str | None) -> Iterator[Database]:
    with tempfile.TemporaryDirectory(prefix="limitedtimes-bench-", ignore_cleanup_errors=True) as made:
        # The database's own user, if it is another, has to pass.
        Path(made).chmod(0o711)
        data_dir = Path(made) / "data"
        try:
            with _open(url, data_dir) as database:
                yield database
        finally:
            shutil.rmtree((data_dir / "postgres").resolve(), ignore_errors=True)


@contextmanager
def _open(url: str | None, data_dir: Path) -> Iterator[Database]:
    if url is None:
        with server(data_dir) as dsn, _open(dsn, data_dir) as database:
            yield database
        return
    database = Database(url)
    database.check()
    database.open()
    try:
        yield database
    finally:
        database.close()


# -- filling -----------------------------------------------------------------------------------------------------------


def fill(connection: Connection, corpus: Corpus) -> None:
    """Put the whole archive into an empty database."""
    outlets = list(enumerate(corpus.outlets, 1))
    with bulk.loading(connection):
        bulk.copy(
            connection,
            "source",
            ("id", "name", "slug", "language", "country"),
            ((number, one.name, f"outlet-{number}", LANGUAGES[one.language], one.country) for number, one in outlets),
        )
        bulk.copy(connection, "stock_paragraph", _STOCK, _paragraphs(corpus))
        bulk.copy(connection, "article", _ARTICLE, _articles(corpus))
        bulk.copy(connection, "stock_article", ("id", "paragraphs", "title", "title_en"), _choices(corpus))
        bulk.describe_stories(connection)
        for first in range(1, corpus.size + 1, _BATCH):
            bulk.put_together(connection, first, first + _BATCH - 1, {"engine": _ENGINE})
        bulk.copy(connection, "search_word", ("word", "language", "key"), _words(corpus))
        bulk.copy(connection, "article_name", ("article_id", "name", "at", "source_id", "own"), _names(corpus))
        bulk.copy(connection, "article_profile", ("article_id", "revision", "at", "embedding"), _vectors(corpus))


_STOCK = ("id", "content", "translation", "tsv_en", "tsv_original")


def _paragraphs(corpus: Corpus) -> Iterator[tuple[object, ...]]:
    for number, one in enumerate(corpus.paragraphs()):
        pairs = [(_sentence(own), _sentence(english)) for own, english in zip(one.original, one.english, strict=True)]
        yield number, *_json(pairs), *(vector(words, "C") for words in _flat(one))


def _flat(one: Paragraph) -> tuple[list[str], list[str]]:
    return [word for part in one.english for word in part], [word for part in one.original for word in part]


def _sentence(words: Sequence[str]) -> str:
    return f"{' '.join(words).capitalize()}."


def _json(pairs: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The block and its sentences, each in a list of one, as ``store/codec.py`` writes them."""
    sentences, at = [], 0
    for own, english in pairs:
        sentences.append({"source": own, "span": [at, at + len(own)], "translation": english, "state": "translated"})
        at += len(own) + 1
    block = {"kind": "paragraph", "text": " ".join(own for own, _ in pairs)}
    return json.dumps([block]), json.dumps([sentences])


_ARTICLE = (
    "id source_id url url_key title title_en lead_en language topic published first_seen visible_at state revision printed_revision"
    " grouped_revision story_id"
).split()


def _articles(corpus: Corpus) -> Iterator[tuple[object, ...]]:
    topics, columns = list(TOPICS), corpus.articles
    for place, (own, english) in enumerate(_titles(corpus)):
        number, source = place + 1, int(columns.source[place])
        language, moment = LANGUAGES[corpus.outlets[source].language], time_to_json(corpus.moment(columns.at[place]))
        url = f"https://{source}.example/{number}"
        texts = (" ".join(own).capitalize(), " ".join(english).capitalize(), _sentence([*english, *english]))
        topic, story = topics[int(columns.topic[place])], int(columns.story[place]) + 1
        yield number, source + 1, url, url, *texts, language, topic, moment, moment, moment, "complete", 1, 1, 1, story


def _titles(corpus: Corpus) -> Iterator[tuple[list[str], list[str]]]:
    """The headlines in words: some of the language's, and one that few share."""
    random, columns = np.random.default_rng(corpus.seed + 3), corpus.articles
    english = corpus.draw(random, ENGLISH_WORDS, (corpus.size, 6)).tolist()
    own = corpus.draw(random, OWN_WORDS, (corpus.size, 6)).tolist()
    for place in range(corpus.size):
        language, name = corpus.outlets[int(columns.source[place])].language, corpus.rare(int(columns.rare[place]))
        yield (
            [name, *(corpus.own(language, rank) for rank in own[place])],
            [name, *(corpus.english(rank) for rank in english[place])],
        )


def _choices(corpus: Corpus) -> Iterator[tuple[object, ...]]:
    columns = corpus.articles
    for place, (own, english) in enumerate(_titles(corpus)):
        first = corpus.outlets[int(columns.source[place])].language * corpus.of_a_language
        yield place + 1, (columns.paragraphs[place] + first).tolist(), vector(own, "A"), vector(english, "A")


def _words(corpus: Corpus) -> Iterator[tuple[object, ...]]:
    """What the archive would have learned of words: all of languages without a stemmer, names of every one."""
    learned = min(OWN_WORDS, 10 * corpus.size)
    for language, code in enumerate(LANGUAGES):
        for rank in range(0 if code in CONFIGURATIONS else learned):
            yield corpus.own(language, rank), code, None
    for number in range(int(corpus.articles.rare.max()) + 1):
        name = corpus.rare(number)
        yield name, "en", key(name.title(), "en")


def _names(corpus: Corpus) -> Iterator[tuple[object, ...]]:
    """The names of the last two weeks' articles, of which the front page counts the rising ones."""
    random, columns = np.random.default_rng(corpus.seed + 4), corpus.articles
    since = float(columns.at[-1]) - 15 * 86_400
    for place in range(int(np.searchsorted(columns.at, since)), corpus.size):
        moment, source = time_to_json(corpus.moment(columns.at[place])), int(columns.source[place]) + 1
        for rank in sorted(set(corpus.draw(random, OWN_WORDS, (8,)).tolist())):
            yield place + 1, corpus.english(rank), moment, source, True


def _vectors(corpus: Corpus) -> Iterator[tuple[object, ...]]:
    """What the newest articles mean: at random, those of a topic and of a story near to each other."""
    columns, topics = corpus.articles, np.random.default_rng(corpus.seed + 7).standard_normal((len(TOPICS), _DIMENSION))
    for place in range(max(0, corpus.size - _MEANT), corpus.size):
        story, own = (np.random.default_rng([corpus.seed, *at]) for at in ((1, columns.story[place]), (2, place)))
        vector = (
            topics[columns.topic[place]] + story.standard_normal(_DIMENSION) + 0.6 * own.standard_normal(_DIMENSION)
        )
        numbers = ",".join(f"{number:.4f}" for number in vector / np.linalg.norm(vector))
        yield place + 1, 1, time_to_json(corpus.moment(columns.at[place])), f"[{numbers}]"


# -- asking ------------------------------------------------------------------------------------------------------------


def questions(corpus: Corpus, count: int) -> dict[str, list[str]]:
    """Return so many searches of each kind, of words that the archive has."""
    random, columns = np.random.default_rng(corpus.seed + 5), corpus.articles

    def frequent() -> str:
        return corpus.english(int(random.integers(_FREQUENT)))

    def rare() -> str:
        if random.random() < 0.5:
            return corpus.rare(int(random.choice(columns.rare)))
        return corpus.english(int(random.integers(ENGLISH_WORDS // 3, ENGLISH_WORDS)))

    def language() -> int:
        return corpus.outlets[int(random.choice(columns.source))].language

    def own() -> str:
        return corpus.own(language(), int(random.integers(_FREQUENT)))

    def topic() -> str:
        return list(TOPICS)[int(random.choice(columns.topic))]

    def days() -> str:
        start = corpus.moment(float(random.uniform(0, columns.at[-1])))
        return f"from:{start:%Y-%m-%d} to:{start + timedelta(days=30):%Y-%m-%d}"

    kinds: dict[str, Callable[[], str]] = {
        "one_frequent": frequent,
        "two_frequent": lambda: f"{frequent()} {frequent()}",
        "three_frequent": lambda: f"{frequent()} {frequent()} {frequent()}",
        "one_rare": rare,
        "frequent_and_rare": lambda: f"{frequent()} {rare()}",
        "three_with_rare": lambda: f"{frequent()} {frequent()} {rare()}",
        "original_frequent": own,
        "frequent_in_language": lambda: f"{frequent()} lang:{LANGUAGES[language()]}",
        "rare_in_language": lambda: f"{rare()} lang:{LANGUAGES[language()]}",
        "two_in_topic": lambda: f"{frequent()} {frequent()} topic:{topic()}",
        "frequent_in_language_and_topic": lambda: f"{frequent()} lang:{LANGUAGES[language()]} topic:{topic()}",
        "frequent_of_source": lambda: f"{frequent()} source:outlet-{int(random.choice(columns.source)) + 1}",
        "frequent_in_country": lambda: (
            f"{frequent()} country:{corpus.outlets[int(random.choice(columns.source))].country}"
        ),
        "two_in_month": lambda: f"{frequent()} {frequent()} {days()}",
        "three_in_month_and_language": lambda: (
            f"{frequent()} {frequent()} {frequent()} lang:{LANGUAGES[language()]} {days()}"
        ),
        "either": lambda: f"{frequent()} OR {rare()}",
        "without": lambda: f"{frequent()} -{frequent()}",
        "filters_only": lambda: f"lang:{LANGUAGES[language()]} topic:{topic()}",
        "frequent_by_relevance": lambda: f"{frequent()} sort:relevance",
        "two_by_relevance": lambda: f"{frequent()} {frequent()} sort:relevance",
        "nothing": lambda: f"{corpus.rare(10**9 + int(random.integers(10**6)))}",
        "phrase_of_frequent": lambda: f'"{frequent()} {frequent()}"',
        "phrase_with_rare": lambda: f'"{frequent()} {rare()}"',
    }
    return {kind: [make() for _ in range(count)] for kind, make in kinds.items()}


def _ask(connection: Connection, texts: Sequence[str]) -> tuple[Times, float]:
    found = 0

    def ask(text: str) -> None:
        nonlocal found
        found += len(search.search(connection, parse_query(text), limit=_HITS).hits)

    times = _timed([partial(ask, text) for text in texts])
    return times, round(found / len(texts), 1)


def _pages(connection: Connection, corpus: Corpus, count: int) -> dict[str, Times]:
    random, columns = np.random.default_rng(corpus.seed + 6), corpus.articles
    moments = [corpus.moment(float(at)) for at in random.uniform(0, columns.at[-1], count)]
    places = random.integers(0, corpus.size, count).tolist()
    editions.tidy(connection, now=corpus.end)  # as the schedule does every few minutes
    newest = random.integers(max(0, corpus.size - _MEANT), corpus.size, count).tolist()
    growing = trends.trends(connection, now=corpus.end, limit=TRENDS)  # which the site keeps from page to page
    kinds: dict[str, Callable[[int], object]] = {
        "front": lambda _: front(connection, now=corpus.end),
        "story": lambda turn: stories.story(connection, int(columns.story[places[turn]]) + 1),
        "day": lambda turn: _day(connection, moments[turn].date()),
        "article": lambda turn: _article(connection, newest[turn] + 1, growing),
        "article_of_archive": lambda turn: _article(connection, places[turn] + 1, growing),
        "latest": lambda _: reading.listings(connection, limit=41),
        "language": lambda turn: reading.listings(connection, limit=41, language=LANGUAGES[turn % len(LANGUAGES)]),
        "source": lambda turn: reading.listings(connection, limit=41, source_id=int(columns.source[places[turn]]) + 1),
        "topic": lambda turn: reading.listings(connection, limit=41, topic=list(TOPICS)[turn % len(TOPICS)]),
    }
    return {kind: _timed([partial(ask, turn) for turn in range(count)]) for kind, ask in kinds.items()}


def _day(connection: Connection, day: date) -> None:
    found = reading.listings(connection, day=day, limit=A_DAY + 1)
    copies.copies_of(connection, [listing.id for listing in found])
    reading.neighbour_days(connection, day)


def _article(connection: Connection, article_id: int, growing: Sequence[Trend]) -> None:
    printed = reading.by_id(connection, article_id)
    assert printed is not None  # all of them are shown
    beside(connection, printed.listing, growing=growing)


def _timed(calls: Sequence[Callable[[], object]]) -> Times:
    """Time the second half of the calls, after the first."""
    half = len(calls) // 2
    for call in calls[:half]:
        call()
    taken = []
    for call in calls[half:]:
        started = time.perf_counter()
        call()
        taken.append((time.perf_counter() - started) * 1000)
    p50, p95, p99 = (round(float(value), 2) for value in np.percentile(taken, [50, 95, 99]))
    return Times(p50=p50, p95=p95, p99=p99)
