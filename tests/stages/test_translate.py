from __future__ import annotations

import re
from collections.abc import AsyncGenerator
from dataclasses import replace
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from limitedtimes.jobs import _unify, due_jobs
from limitedtimes.model.translation import Engine, Flag
from limitedtimes.rules.glossary import Term
from limitedtimes.rules.names.archive import scope
from limitedtimes.rules.names.key import key as name_key
from limitedtimes.stages.asking import Pace
from limitedtimes.store import articles, glossary, translations, workers
from limitedtimes.store.queue import Next
from stages.stagehand import EVERYTHING, FEED, SENTENCES, FakeTranslator, Item, asked_of, html_page, http_error, rss

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.rules.guards.case import Case
    from stages.stagehand import Newsroom

WORDS = ("primeiro", "segundo", "terceiro", "quarto", "quinto")


def items(count: int) -> list[Item]:
    """So many entries."""
    return [Item(url=f"https://news.example/{n}", title=f"Caso {WORDS[n]}") for n in range(count)]


async def read_articles(newsroom: Newsroom, count: int = 1, language: str = "pt") -> None:
    """Take in and read so many articles; nothing is translated yet."""
    chosen = items(count)
    newsroom.follow(language=language)
    newsroom.fetcher.at(FEED, rss(*chosen, language=language))
    for number, item in enumerate(chosen):
        text = [f"{sentence[:-1]} no caso {WORDS[number]}." for sentence in SENTENCES]
        newsroom.fetcher.at(item.url, html_page(text, title=item.title, language=language))
    await newsroom.run("poll", 1)
    for number in range(1, count + 1):
        await newsroom.run("read", number)
    newsroom.rows("delete from procrastinate_jobs")


def pending(newsroom: Newsroom) -> list[tuple[int, str | None, int]]:
    """What waits: article, worker, attempts."""
    rows = newsroom.rows("select article_id, leased_by, attempts from pending_translation order by article_id")
    return [(row["article_id"], row["leased_by"], row["attempts"]) for row in rows]


def lapse(newsroom: Newsroom) -> None:
    """Let every lease lapse."""
    newsroom.rows("update pending_translation set leased_until = now() - interval '1 second'")


async def test_everything_that_waits_in_a_language_is_translated_and_printed_next(newsroom: Newsroom) -> None:
    await read_articles(newsroom, 3)
    await newsroom.run("translate", "pt")
    assert set(newsroom.states().values()) == {"complete"}
    assert sorted(newsroom.waiting()) == [("press", "1"), ("press", "2"), ("press", "3")]
    assert pending(newsroom) == []
    translation = newsroom.article()["translation"]
    assert translation["engine"] == {"name": "fake 1", "model": "fake-pt-en", "model_sha256": "a" * 64}
    assert translation["title"]["translation"] == "EN[Caso primeiro]"


async def test_two_workers_never_have_the_same_article(newsroom: Newsroom) -> None:
    await read_articles(newsroom, 5)
    with newsroom.database.transaction() as one, newsroom.database.transaction() as other:
        first = translations.lease(one, "pt", "worker 1", limit=3, seconds=60)
        second = translations.lease(other, "pt", "worker 2", limit=3, seconds=60)
    ids = [[one.article_id for one in leased] for leased in (first, second)]
    assert ids == [[1, 2, 3], [4, 5]]
    with newsroom.database.transaction() as connection:
        assert translations.lease(connection, "pt", "worker 3", limit=3, seconds=60) == []


async def test_a_lapsed_lease_is_free_and_the_late_result_does_not_count(newsroom: Newsroom) -> None:
    await read_articles(newsroom)
    late, prompt = newsroom.desk, newsroom.new_desk("worker 2")
    other = FakeTranslator(identity=Engine("other 1", "other", "b" * 64))

    def meanwhile(_: Sequence[str]) -> None:
        newsroom.translator.before = lambda _: None
        lapse(newsroom)
        with newsroom.database.transaction() as connection:
            stage = prompt.stages["translate"]
            newsroom.translators.here["pt"] = other
            assert stage.load(connection, "pt") is not None

    newsroom.translator.before = meanwhile
    await newsroom.run("translate", "pt", desk=late)
    assert newsroom.states() == {items(1)[0].url: "waiting"}
    assert newsroom.waiting() == []
    assert pending(newsroom) == [(1, "worker 2", 2)]
    lapse(newsroom)
    await newsroom.run("translate", "pt", desk=prompt)
    assert newsroom.article()["translation"]["engine"]["name"] == "other 1"
    assert newsroom.waiting() == [("press", "1")]


async def test_a_stop_gives_back_what_is_not_done(newsroom: Newsroom) -> None:
    await read_articles(newsroom, 3)
    newsroom.desk.stopping.set()
    await newsroom.run("translate", "pt")
    assert newsroom.translator.asked == []
    assert pending(newsroom) == [(1, None, 0), (2, None, 0), (3, None, 0)]
    assert newsroom.waiting() == [("translate", "pt")]


async def test_a_stop_in_the_middle_keeps_what_is_done(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    await read_articles(newsroom, 3)
    monkeypatch.setattr("limitedtimes.stages.translate._CHUNK_SECONDS", 0.0)  # one sentence at a time

    def stop_at_the_second(sentences: Sequence[str]) -> None:
        if any("segundo" in sentence for sentence in sentences):
            newsroom.desk.stopping.set()

    newsroom.translator.before = stop_at_the_second
    await newsroom.run("translate", "pt")
    assert list(newsroom.states().values()) == ["complete", "waiting", "waiting"]
    assert pending(newsroom) == [(2, None, 0), (3, None, 0)]
    done = asked_of(newsroom)
    newsroom.desk.stopping.clear()
    newsroom.translator.before = lambda _: None
    await newsroom.run("translate", "pt")
    assert list(newsroom.states().values()) == ["complete"] * 3
    assert len(set(done) | set(asked_of(newsroom))) == 3 * 5


async def test_without_a_model_the_article_is_shown_with_what_to_do(newsroom: Newsroom) -> None:
    newsroom.detector.language = "de"
    await read_articles(newsroom, language="de")
    newsroom.enqueue(Next("translate", "de"))
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("untranslated", "no_model")
    assert row["reason_message"] == "no model for German, `limitedtimes models add de`"
    assert row["visible_at"] is not None
    assert row["title_en"] is None
    states = {one["state"] for block in row["translation"]["blocks"] for one in block}
    assert states == {"untranslated"}
    assert newsroom.waiting() == []


async def test_a_model_that_comes_later_translates_on_retry(newsroom: Newsroom) -> None:
    newsroom.detector.language = "de"
    await read_articles(newsroom, language="de")
    await newsroom.run("translate", "de")
    newsroom.translators.here["de"] = FakeTranslator("de", Engine("fake 1", "fake-de-en", "c" * 64))
    with newsroom.database.transaction() as connection:
        assert articles.start_over(connection, None) == [1]
    newsroom.enqueue(Next("read", 1))
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["revision"]) == ("complete", None, 1)


async def test_an_unknown_language_says_so(newsroom: Newsroom) -> None:
    newsroom.detector.language = None
    newsroom.follow(language=None)
    newsroom.fetcher.at(FEED, rss(items(1)[0], language=None))
    newsroom.fetcher.at(items(1)[0].url, html_page(language=None))
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("untranslated", "unknown_language")
    assert row["reason_message"] == "the language could not be told"
    assert row["visible_at"] is not None


async def test_an_english_article_is_complete_without_a_translator(newsroom: Newsroom) -> None:
    newsroom.detector.language = "en"
    await read_articles(newsroom, language="en")
    await newsroom.run("translate", "en")
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("complete", None)
    assert {one["state"] for block in row["translation"]["blocks"] for one in block} == {"kept"}
    assert "engine" not in row["translation"]


async def test_one_failing_sentence_fails_alone(newsroom: Newsroom) -> None:
    await read_articles(newsroom)
    bad = f"{SENTENCES[1][:-1]} no caso primeiro."
    newsroom.translator.refuses = {bad}
    newsroom.enqueue(Next("translate", "pt"))
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("partial", "sentences")
    assert row["reason_message"] == "1 of 5 sentences could not be translated."
    assert [block[0]["state"] for block in row["translation"]["blocks"]] == [
        "translated",
        "failed",
        "translated",
        "translated",
    ]
    assert row["visible_at"] is not None


async def test_an_article_of_failing_sentences_is_failed_and_shown(newsroom: Newsroom) -> None:
    await read_articles(newsroom)
    newsroom.translator.refuses = {f"{sentence[:-1]} no caso primeiro." for sentence in SENTENCES} | {"Caso primeiro"}
    newsroom.enqueue(Next("translate", "pt"))
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("failed", "sentences")
    assert row["visible_at"] is not None
    assert "engine" not in row["translation"]


async def test_a_failure_is_never_remembered(newsroom: Newsroom) -> None:
    await read_articles(newsroom)
    bad = f"{SENTENCES[1][:-1]} no caso primeiro."
    newsroom.translator.refuses = {bad}
    await newsroom.run("translate", "pt")
    newsroom.translator.refuses = set()
    asked_of(newsroom)
    with newsroom.database.transaction() as connection:
        articles.start_over(connection, [1])
    newsroom.enqueue(Next("read", 1))
    await newsroom.settle()
    assert newsroom.article()["state"] == "complete"
    assert asked_of(newsroom) == [bad]


async def test_the_memory_is_asked_before_the_engine(newsroom: Newsroom) -> None:
    newsroom.follow()
    one, two = items(2)
    newsroom.fetcher.at(FEED, rss(one, two))
    newsroom.fetcher.at(one.url, html_page(title=one.title))
    newsroom.fetcher.at(two.url, html_page([*SENTENCES, "Mais uma frase."], title=two.title))
    await newsroom.run("poll", 1)
    await newsroom.run("read", 1)
    await newsroom.run("translate", "pt")
    asked_of(newsroom)
    await newsroom.run("read", 2)
    await newsroom.run("translate", "pt")
    assert sorted(asked_of(newsroom)) == sorted([two.title, "Mais uma frase."])


async def test_a_sentence_that_stands_twice_is_asked_once(newsroom: Newsroom) -> None:
    newsroom.follow()
    one, two = items(2)
    newsroom.fetcher.at(FEED, rss(one, two))
    newsroom.fetcher.at(one.url, html_page([*SENTENCES, SENTENCES[0]], title=one.title))
    newsroom.fetcher.at(two.url, html_page(title=two.title))
    await newsroom.poll()
    asked = asked_of(newsroom)
    assert len(asked) == len(set(asked)) == 6
    assert set(newsroom.states().values()) == {"complete"}


async def test_another_model_is_asked_again(newsroom: Newsroom) -> None:
    await read_articles(newsroom)
    await newsroom.run("translate", "pt")
    asked = asked_of(newsroom)
    newsroom.translator.identity = replace(newsroom.translator.identity, model_sha256="d" * 64)
    with newsroom.database.transaction() as connection:
        articles.start_over(connection, [1])
    newsroom.enqueue(Next("read", 1))
    await newsroom.settle()
    assert sorted(asked_of(newsroom)) == sorted(asked)
    assert newsroom.article()["model_sha256"] == "d" * 64


async def test_an_article_that_takes_its_workers_down_is_shown_with_its_sentences_failed(newsroom: Newsroom) -> None:
    await read_articles(newsroom, 3)
    shown: list[dict[str, str]] = []
    for death in range(20):
        # A worker takes what it gets and dies with the second article; without that one it does its work.
        desk = newsroom.new_desk(f"worker {death}")
        with newsroom.database.transaction() as connection:
            batch = desk.stages["translate"].load(connection, "pt")
        if batch is None:
            break
        stage = desk.stages["translate"]
        leased = [item.pending for item in batch.items]
        deadly = [one for one in leased if one.article_id == 2 and one.attempts < 10]
        if not deadly:
            async for result in stage.work(batch):
                with newsroom.database.transaction() as connection:
                    stage.save(connection, batch, result)
        shown.append(newsroom.states())
        lapse(newsroom)
    assert list(newsroom.states().values()) == ["complete", "failed", "complete"]
    first_done = next(n for n, states in enumerate(shown) if states[items(3)[0].url] == "complete")
    assert first_done < len(shown) - 1, "the others need not wait until the end of the poisonous one"
    await newsroom.run("press", 2)
    row = newsroom.article(2)
    assert row["reason_code"] == "sentences"
    assert row["visible_at"] is not None
    assert pending(newsroom) == []


async def test_a_stop_keeps_what_the_engine_has_answered(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    await read_articles(newsroom)
    monkeypatch.setattr("limitedtimes.stages.translate._CHUNK_SECONDS", 0.0)  # one sentence at a time

    def stop_at_the_third(_: Sequence[str]) -> None:
        if len(newsroom.translator.asked) == 2:
            newsroom.desk.stopping.set()

    newsroom.translator.before = stop_at_the_third
    await newsroom.run("translate", "pt")
    assert pending(newsroom) == [(1, None, 0)]
    done = asked_of(newsroom)
    assert len(done) == 3
    await newsroom.run("translate", "pt", desk=newsroom.new_desk("worker 2"))
    assert newsroom.states() == {items(1)[0].url: "complete"}
    assert set(done).isdisjoint(asked_of(newsroom))


async def test_a_worker_killed_in_the_middle_loses_nothing(newsroom: Newsroom) -> None:
    await read_articles(newsroom, 3)
    stage = newsroom.new_desk("killed").stages["translate"]
    with newsroom.database.transaction() as connection:
        batch = stage.load(connection, "pt")
    results = stage.work(batch)
    with newsroom.database.transaction() as connection:
        stage.save(connection, batch, await anext(results))
    await anext(results)  # edited, and not committed
    assert isinstance(results, AsyncGenerator)
    await results.aclose()
    lapse(newsroom)
    newsroom.enqueue(Next("translate", "pt"))
    await newsroom.settle()
    assert list(newsroom.states().values()) == ["complete"] * 3
    assert not pending(newsroom)
    assert not newsroom.waiting()


# -- alternatives ------------------------------------------------------------------------------------------------------


def doubt(case: Case) -> list[Flag]:
    """A guard that doubts what is wrong."""
    return [Flag("number", "It is wrong.", None, (0, 1))] if "wrong" in case.text else []


@pytest.fixture
def bad(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> str:
    """A sentence of the first article whose best answer a guard doubts, and whose second it does not."""
    monkeypatch.setattr("limitedtimes.rules.guards.GUARDS", (doubt,))
    monkeypatch.setattr("limitedtimes.rules.guards.REPAIRERS", ())
    sentence = f"{SENTENCES[1][:-1]} no caso primeiro."
    newsroom.translator.capabilities = EVERYTHING
    newsroom.translator.english = {sentence: ("It is wrong.", "It is wrong too.", "It is right.")}
    return sentence


def printed(newsroom: Newsroom, article_id: int = 1) -> str:
    """How the second sentence of an article is printed."""
    text: str = newsroom.article(article_id)["translation"]["blocks"][1][0]["translation"]
    return text


async def test_alternatives_are_asked_of_sentences_in_doubt_only(newsroom: Newsroom, bad: str) -> None:
    await read_articles(newsroom, 2)
    await newsroom.run("translate", "pt")
    assert newsroom.translator.asked_again == [bad]
    assert printed(newsroom) == "It is right."
    flags = newsroom.article()["translation"]["blocks"][1][0]["flags"]
    assert [(flag["kind"], flag["repaired"]) for flag in flags] == [("number", True)]


async def test_alternatives_are_remembered(newsroom: Newsroom, bad: str) -> None:
    await read_articles(newsroom)
    await newsroom.run("translate", "pt")
    newsroom.translator.asked_again.clear()
    asked_of(newsroom)
    with newsroom.database.transaction() as connection:
        articles.translate_again(connection, 1)
    await newsroom.run("translate", "pt")
    assert asked_of(newsroom) == newsroom.translator.asked_again == []
    assert printed(newsroom) == "It is right."
    assert bad


async def test_a_sentence_remembered_without_alternatives_is_asked_for_them(newsroom: Newsroom, bad: str) -> None:
    await read_articles(newsroom)
    newsroom.translator.capabilities = replace(EVERYTHING, alternatives=False)
    await newsroom.run("translate", "pt")
    assert printed(newsroom) == "It is wrong."
    assert newsroom.translator.asked_again == []
    asked_of(newsroom)
    newsroom.translator.capabilities = EVERYTHING
    with newsroom.database.transaction() as connection:
        articles.translate_again(connection, 1)
    await newsroom.run("translate", "pt")
    assert (asked_of(newsroom), newsroom.translator.asked_again) == ([], [bad])
    assert printed(newsroom) == "It is right."


async def test_where_alternatives_fail_the_best_answer_stays_with_its_remark(newsroom: Newsroom, bad: str) -> None:
    await read_articles(newsroom)

    def refuse_the_second_time(_: Sequence[str]) -> None:
        newsroom.translator.refuses = {bad} if bad in newsroom.translator.asked else set()

    newsroom.translator.before = refuse_the_second_time
    await newsroom.run("translate", "pt")
    one = newsroom.article()["translation"]["blocks"][1][0]
    assert (one["state"], one["translation"]) == ("translated", "It is wrong.")
    assert [flag["kind"] for flag in one["flags"]] == ["number"]


async def test_a_stop_before_the_alternatives_gives_the_article_back(newsroom: Newsroom, bad: str) -> None:
    await read_articles(newsroom)
    newsroom.translator.before = lambda _: newsroom.desk.stopping.set()
    await newsroom.run("translate", "pt")
    assert newsroom.translator.asked_again == []
    assert newsroom.states() == {items(1)[0].url: "waiting"}
    newsroom.translator.before = lambda _: None
    asked_of(newsroom)
    await newsroom.run("translate", "pt", desk=newsroom.new_desk("worker 2"))
    assert (asked_of(newsroom), newsroom.translator.asked_again) == ([], [bad])
    assert printed(newsroom) == "It is right."


async def test_a_guard_that_breaks_keeps_nobody_from_the_translation(
    newsroom: Newsroom, bad: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(case: Case) -> list[Flag]:
        return [Flag("number", str(1 // 0))] if case.source == bad else []

    monkeypatch.setattr("limitedtimes.rules.guards.GUARDS", (broken,))
    await read_articles(newsroom)
    await newsroom.run("translate", "pt")
    assert (newsroom.article()["state"], printed(newsroom)) == ("complete", "It is wrong.")
    assert bad in caplog.text
    assert "ZeroDivisionError" in caplog.text


async def test_one_bad_sentence_costs_few_calls(newsroom: Newsroom) -> None:
    await read_articles(newsroom, 5)
    calls: list[int] = []
    newsroom.translator.before = lambda sentences: calls.append(len(sentences))
    newsroom.translator.refuses = {f"{SENTENCES[1][:-1]} no caso segundo."}
    await newsroom.run("translate", "pt")
    assert list(newsroom.states().values()) == ["complete", "partial", *["complete"] * 3]
    assert len(calls) < 5 * 5


# -- names -------------------------------------------------------------------------------------------------------------

NAMED = (
    "Ontem o opositor Kaminsky falou em Berlim .",
    "O porta-voz de Kaminsky confirmou a viagem .",
    "A equipa de Kaminsky não quis comentar .",
)
SPELT = (
    "Yesterday the opponent Kaminsky spoke in Berlin .",
    "The spokesman of Kaminski confirmed the trip .",
    "The team of Kaminsky not wanted comment .",
)


async def read_named(newsroom: Newsroom) -> None:
    """An article in which an engine that aligns spells one name in two ways."""
    newsroom.translator.capabilities = EVERYTHING
    newsroom.translator.english = {one: (two,) for one, two in zip(NAMED, SPELT, strict=True)}
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(Item(date=format_datetime(newsroom.time))))
    newsroom.fetcher.at(Item().url, html_page(NAMED))
    await newsroom.run("poll", 1)
    await newsroom.run("read", 1)


def spellings(newsroom: Newsroom) -> list[str]:
    """How the article spells the name."""
    blocks = newsroom.article()["translation"]["blocks"]
    return [word for block in blocks for word in re.findall(r"\b[CK]amin\w+", block[0]["translation"])]


def voted(newsroom: Newsroom) -> dict[str, float]:
    """The archive's votes on the name."""
    rows = newsroom.rows("select spelling, weight from name_vote where source_form = 'Kaminsky'")
    return {row["spelling"]: row["weight"] for row in rows}


async def test_a_name_has_one_spelling_throughout_an_article(newsroom: Newsroom) -> None:
    await read_named(newsroom)
    await newsroom.run("translate", "pt")
    assert spellings(newsroom) == ["Kaminsky"] * 3
    flags = newsroom.article()["translation"]["blocks"][1][0]["flags"]
    assert ("name", True) in [(flag["kind"], flag.get("repaired")) for flag in flags]


async def test_the_archives_spelling_is_taken(newsroom: Newsroom) -> None:
    await read_named(newsroom)
    known = name_key("Kaminsky", "pt")
    newsroom.rows("insert into name_spelling values (%s, %s, 'Kaminski', true, now())", known, scope(known, "pt"))
    await newsroom.run("translate", "pt")
    assert spellings(newsroom) == ["Kaminski"] * 3


async def test_the_owners_spelling_stands_above_the_archives(newsroom: Newsroom) -> None:
    await read_named(newsroom)
    known = name_key("Kaminsky", "pt")
    newsroom.rows("insert into name_spelling values (%s, %s, 'Kaminski', true, now())", known, scope(known, "pt"))
    with newsroom.database.transaction() as connection:
        glossary.add(connection, "pt", Term("Kaminsky", "Caminsky"))
    await newsroom.run("translate", "pt")
    assert spellings(newsroom) == ["Caminsky"] * 3


async def test_votes_are_those_of_the_engine_and_each_article_has_them_once(newsroom: Newsroom) -> None:
    await read_named(newsroom)
    await newsroom.run("translate", "pt")
    before = voted(newsroom)
    assert before.keys() == {"Kaminsky", "Kaminski"}
    with newsroom.database.transaction() as connection:
        articles.translate_again(connection, 1)
    await newsroom.run("translate", "pt")
    assert voted(newsroom) == before


async def test_votes_are_committed_only_with_the_article(newsroom: Newsroom) -> None:
    await read_named(newsroom)
    stage = newsroom.desk.stages["translate"]
    with newsroom.database.transaction() as connection:
        batch = stage.load(connection, "pt")
    newsroom.rows("update pending_translation set leased_by = 'somebody else'")
    async for result in stage.work(batch):
        with newsroom.database.transaction() as connection:
            stage.save(connection, batch, result)
    assert newsroom.states() == {Item().url: "waiting"}
    assert voted(newsroom) == {}


async def test_what_the_archive_comes_to_spell_otherwise_is_edited_again_and_costs_no_engine(
    newsroom: Newsroom,
) -> None:
    await read_named(newsroom)
    newsroom.enqueue(Next("translate", "pt"))
    await newsroom.settle()
    asked_of(newsroom)
    newsroom.rows("update name_vote set weight = 100 where spelling = 'Kaminski'")
    _unify(newsroom.desk)
    assert newsroom.waiting() == [("translate", "pt")]
    await newsroom.settle()
    assert spellings(newsroom) == ["Kaminski"] * 3
    assert asked_of(newsroom) == []
    _unify(newsroom.desk)
    assert newsroom.waiting() == []


# -- pace --------------------------------------------------------------------------------------------------------------


def test_a_faster_engine_is_given_more_at_once() -> None:
    times = iter(range(100))
    pace = Pace(100.0, clock=lambda: next(times) / 1000)  # a millisecond a call
    todo = ["x" * 50] * 1000
    sizes = []
    for _ in range(4):
        chunk = pace.chunk(todo, 1.0)
        sizes.append(len(chunk))
        pace.ask(FakeTranslator(), chunk)
    assert sizes == [2, 8, 32, 128]


def test_a_slower_engine_is_given_less_and_never_nothing() -> None:
    pace = Pace(1000.0, clock=iter([0.0, 10.0]).__next__)
    pace.ask(FakeTranslator(), ["x" * 100])
    assert pace.rate == 505.0
    assert pace.chunk(["x" * 10_000, "y"], 1.0) == ["x" * 10_000]
    assert pace.chunk([], 1.0) == []


async def test_a_faster_engine_leases_more_articles(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    await read_articles(newsroom, 5)
    monkeypatch.setattr("limitedtimes.stages.translate._LEASED", 1)
    monkeypatch.setattr("limitedtimes.stages.translate._MOST_LEASED", 4)
    stage = newsroom.desk.stages["translate"]
    sizes = []
    for rate in (10.0, 1e9):
        stage._paces["pt", False].rate = rate  # type: ignore[attr-defined]
        with newsroom.database.transaction() as connection:
            batch = stage.load(connection, "pt")
        assert batch is not None
        sizes.append(len(batch.items))
    assert sizes == [1, 4]


async def test_leases_of_dead_workers_are_freed_and_those_of_living_ones_are_not(newsroom: Newsroom) -> None:
    await read_articles(newsroom, 4)
    with newsroom.database.transaction() as connection:
        translations.lease(connection, "pt", "dead", limit=1, seconds=300)
        translations.lease(connection, "pt", "alive", limit=1, seconds=300)
        translations.lease(connection, "pt", "unheard of", limit=1, seconds=300)
        for name in ("dead", "alive"):
            workers.beat(connection, name, host="h", pid=1, queues=["translate"])
        connection.execute("update worker_process set heartbeat = now() - interval '1 minute' where name = 'dead'")
    with newsroom.database.transaction() as connection:
        assert [(job.task, job.key) for job in due_jobs(connection, newsroom.time) if job.task == "translate"] == [
            ("translate", "pt")
        ]
    assert [worker for _, worker, _ in pending(newsroom)] == [None, "alive", None, None]


async def test_an_unforeseen_error_leaves_nothing_leased_behind(newsroom: Newsroom) -> None:
    await read_articles(newsroom, 2)

    def explode(_: Sequence[str]) -> None:
        raise ZeroDivisionError("inside")

    newsroom.translator.before = explode
    with pytest.raises(ZeroDivisionError):
        await newsroom.run("translate", "pt")
    newsroom.translator.before = lambda _: None
    await newsroom.run("translate", "pt", attempts=1)
    assert set(newsroom.states().values()) == {"complete"}


async def test_a_worker_that_gives_up_gives_its_leases_back(newsroom: Newsroom) -> None:
    await read_articles(newsroom, 2)

    def explode(_: Sequence[str]) -> None:
        raise ZeroDivisionError("inside")

    newsroom.translator.before = explode
    await newsroom.run("translate", "pt", attempts=5)
    assert [worker for _, worker, _ in pending(newsroom)] == [None, None]


async def test_an_error_for_ever_ends_in_a_visible_state(newsroom: Newsroom) -> None:
    await read_articles(newsroom)

    def explode(_: Sequence[str]) -> None:
        raise ZeroDivisionError("inside")

    newsroom.translator.before = explode
    for _ in range(12):
        await newsroom.run("translate", "pt", attempts=5)
    assert newsroom.article()["state"] == "failed"


async def test_a_revision_that_comes_while_the_old_one_is_translated_wins(newsroom: Newsroom) -> None:
    await read_articles(newsroom)
    url = items(1)[0].url

    def correct(_: Sequence[str]) -> None:
        newsroom.translator.before = lambda _: None
        with newsroom.database.transaction() as connection:
            work = articles.to_read(connection, 1)
            assert work is not None
            assert work.article is not None
            articles.save_article(connection, work, replace(work.article, title="Título novo"))

    newsroom.translator.before = correct
    await newsroom.run("translate", "pt")
    assert newsroom.states() == {url: "waiting"}
    assert [(one, worker) for one, worker, _ in pending(newsroom)] == [(1, None)]
    newsroom.enqueue(Next("translate", "pt"))
    await newsroom.settle()
    row = newsroom.article()
    assert (row["revision"], row["state"], row["title_en"]) == (2, "complete", "EN[Título novo]")


async def test_a_page_that_fails_when_the_lease_was_lost_changes_nothing(newsroom: Newsroom) -> None:
    await read_articles(newsroom)
    newsroom.fetcher.at(items(1)[0].url, http_error(404))
    await newsroom.run("read", 1)
    newsroom.enqueue(Next("translate", "pt"))
    await newsroom.settle()
    assert newsroom.article()["state"] == "complete"
