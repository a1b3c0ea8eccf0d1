"""Models that arrive: articles that waited for one, and those that a newer one translates again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from limitedtimes import jobs
from limitedtimes.model.translation import Engine
from limitedtimes.store import translations, upgrades
from stages.stagehand import ENGINE, FEED, SENTENCES, FakeTranslator, Item, html_page, rss

if TYPE_CHECKING:
    from stages.stagehand import Newsroom

NEWER = Engine("fake 2", "fake-pt-en-2", "b" * 64)


async def publish(newsroom: Newsroom, *names: str, language: str | None = "pt") -> None:
    """Take in and read articles, the oldest first; nothing is translated yet."""
    newsroom.detector.language = language
    dates = [f"Thu, 22 Oct 2020 18:{10 + minute}:52 GMT" for minute in range(len(names))]
    items = [
        Item(url=f"https://news.example/{name}", title=f"Caso {name}", date=date)
        for name, date in zip(names, dates, strict=True)
    ]
    newsroom.follow(language=language)
    newsroom.fetcher.at(FEED, rss(*items, language=language))
    for name, item in zip(names, items, strict=True):
        text = [f"{sentence[:-1]} no caso {name}." for sentence in SENTENCES]
        newsroom.fetcher.at(item.url, html_page(text, title=item.title, language=language))
    await newsroom.run("poll", 1)
    for row in newsroom.rows("select id from article where state = 'waiting' order by id"):
        await newsroom.run("read", row["id"])
    newsroom.rows("delete from procrastinate_jobs")


async def translated(newsroom: Newsroom, *names: str) -> None:
    """Articles that are translated and printed."""
    await publish(newsroom, *names)
    await newsroom.run("translate", "pt")
    await newsroom.settle()


def upgraded(newsroom: Newsroom, engine: Engine = NEWER) -> int:
    """Have a newer model and ask for everything again."""
    newsroom.translators.here["pt"] = FakeTranslator(identity=engine)
    with newsroom.database.transaction() as connection:
        return upgrades.translate_anew(connection, "pt", engine)


def test_nothing_waits_in_an_empty_newsroom(newsroom: Newsroom) -> None:
    with newsroom.database.transaction() as connection:
        assert upgrades.waiting_languages(connection) == []
        assert upgrades.wake(connection, ["de"]) == 0
        assert upgrades.translated_languages(connection) == []


async def test_articles_that_waited_for_a_model_are_translated_when_it_arrives(newsroom: Newsroom) -> None:
    await publish(newsroom, "a", "b", language="de-AT")
    await newsroom.run("translate", "de-AT")
    await newsroom.settle()
    assert set(newsroom.states().values()) == {"untranslated"}
    desk = replace(newsroom.desk, translatable=lambda language: language in newsroom.translators.here)
    jobs._tidy(desk)
    assert newsroom.rows("select 1 from pending_translation") == []
    newsroom.translators.here["de-AT"] = FakeTranslator()
    jobs._tidy(desk)
    # They stay in the edition, as they are, until then.
    assert set(newsroom.states().values()) == {"untranslated"}
    jobs._schedule(desk)
    await newsroom.settle()
    assert set(newsroom.states().values()) == {"complete"}
    jobs._tidy(desk)
    assert newsroom.rows("select 1 from pending_translation") == []


async def test_an_article_whose_language_could_not_be_told_does_not_wait_for_a_model(newsroom: Newsroom) -> None:
    await publish(newsroom, "a", language=None)
    await newsroom.run("translate", "und")
    await newsroom.settle()
    with newsroom.database.transaction() as connection:
        assert upgrades.waiting_languages(connection) == []


async def test_a_newer_model_translates_again_and_the_old_translation_is_kept(newsroom: Newsroom) -> None:
    await translated(newsroom, "a")
    before = newsroom.rows("select translation, translated_at from article_body")
    assert upgraded(newsroom, ENGINE) == 0
    assert upgraded(newsroom) == 1
    assert upgraded(newsroom) == 0  # it waits already
    await newsroom.run("translate", "pt")
    await newsroom.settle()
    (row,) = newsroom.rows("select engine, model, model_sha256, state from article")
    assert tuple(row.values()) == ("fake 2", "fake-pt-en-2", "b" * 64, "complete")
    (kept,) = newsroom.rows("select * from translation_revision")
    assert (kept["article_id"], kept["revision"], kept["engine"], kept["model"]) == (1, 1, "fake 1", "fake-pt-en")
    assert [{"translation": kept["translation"], "translated_at": kept["translated_at"]}] == before
    assert upgraded(newsroom) == 0


async def test_only_another_model_or_engine_makes_a_revision(newsroom: Newsroom) -> None:
    await translated(newsroom, "a")
    newsroom.rows("insert into pending_translation (article_id, revision, language) values (1, 1, 'pt')")
    await newsroom.run("translate", "pt")
    assert newsroom.rows("select 1 from translation_revision") == []


async def test_what_is_translated_again_comes_after_news_and_the_newest_first(newsroom: Newsroom) -> None:
    await translated(newsroom, "a", "b", "c")
    upgraded(newsroom)
    await publish(newsroom, "a", "b", "c", "d", "e")
    order = []
    with newsroom.database.transaction() as connection:
        while leased := translations.lease(connection, "pt", "worker 1", limit=1, seconds=60):
            order += [one.article_id for one in leased]
    assert order == [4, 5, 3, 2, 1]


async def test_an_article_that_changes_meanwhile_is_news(newsroom: Newsroom) -> None:
    await translated(newsroom, "a")
    upgraded(newsroom)
    newsroom.fetcher.at("https://news.example/a", html_page(["Tudo mudou hoje em Lisboa.", *SENTENCES], title="Caso a"))
    await newsroom.run("read", 1)
    assert newsroom.rows("select revision, upgrade_of from pending_translation") == [
        {"revision": 2, "upgrade_of": None}
    ]


async def test_a_newer_model_that_fails_takes_no_translation_away(newsroom: Newsroom) -> None:
    await translated(newsroom, "a")
    before = newsroom.rows("select translation from article_body")
    upgraded(newsroom)
    del newsroom.translators.here["pt"]  # removed in the meantime
    await newsroom.run("translate", "pt")
    await newsroom.settle()
    assert newsroom.rows("select translation from article_body") == before
    assert set(newsroom.states().values()) == {"complete"}
    assert newsroom.rows("select 1 from pending_translation") == []


async def test_upgrades_are_counted_before_they_are_made(newsroom: Newsroom) -> None:
    await translated(newsroom, "a", "b")
    with newsroom.database.transaction() as connection:
        assert upgrades.translated_languages(connection) == ["pt"]
        assert upgrades.translated_otherwise(connection, "pt", NEWER) == 2
        assert upgrades.translated_otherwise(connection, "pt", ENGINE) == 0
        assert upgrades.translated_otherwise(connection, "de", NEWER) == 0
    assert newsroom.rows("select 1 from pending_translation") == []


async def test_an_outlet_that_goes_takes_old_translations_along(newsroom: Newsroom) -> None:
    await translated(newsroom, "a")
    upgraded(newsroom)
    await newsroom.run("translate", "pt")
    newsroom.rows("delete from source")
    assert newsroom.rows("select 1 from translation_revision") == []
