from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.jobs import lost_jobs
from limitedtimes.rules.query import parse_query
from limitedtimes.store import search
from stages.stagehand import FEED, SENTENCES, Item, html_page, rss

if TYPE_CHECKING:
    from stages.stagehand import Newsroom

A = Item()


def versions(newsroom: Newsroom) -> dict[str, int]:
    """Versions of all pages."""
    return {row["page"]: row["version"] for row in newsroom.rows("select page, version from page_version")}


def found(newsroom: Newsroom, words: str) -> list[int]:
    """What the site's search finds."""
    with newsroom.database.connection() as connection:
        return [hit.listing.id for hit in search.search(connection, parse_query(words), limit=10).hits]


async def translated(newsroom: Newsroom) -> None:
    """Bring one article up to its translation."""
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A))
    newsroom.fetcher.at(A.url, html_page(head='<meta property="article:section" content="Política">'))
    await newsroom.run("poll", 1)
    await newsroom.run("read", 1)
    await newsroom.run("translate", "pt")
    newsroom.rows("delete from procrastinate_jobs")


async def test_an_article_becomes_visible_once(newsroom: Newsroom) -> None:
    await translated(newsroom)
    assert newsroom.article()["visible_at"] is None
    await newsroom.run("press", 1)
    shown = newsroom.article()["visible_at"]
    assert shown == newsroom.time
    newsroom.later(3600)
    await newsroom.run("press", 1)
    assert newsroom.article()["visible_at"] == shown


async def test_lists_know_what_the_text_says(newsroom: Newsroom) -> None:
    await translated(newsroom)
    await newsroom.run("press", 1)
    row = newsroom.article()
    assert row["title"] == A.title
    assert row["title_en"] == f"EN[{A.title}]"
    assert (row["topic"], row["printed_revision"]) == ("politics", 1)
    assert (row["engine"], row["model"], row["model_sha256"]) == ("fake 1", "fake-pt-en", "a" * 64)


async def test_the_versions_of_its_pages_grow(newsroom: Newsroom) -> None:
    await translated(newsroom)
    before = versions(newsroom)
    await newsroom.run("press", 1)
    after = versions(newsroom)
    changed = {page for page in after if after[page] != before.get(page)}
    assert changed >= {
        "front",
        "latest",
        "search",
        "article:1",
        "source:a-folha",
        "day:2020-10-22",
        "lang:pt",
        "topic:politics",
    }


async def test_search_finds_it_in_both_languages(newsroom: Newsroom) -> None:
    await translated(newsroom)
    assert found(newsroom, "pescadores") == []
    await newsroom.run("press", 1)
    assert found(newsroom, "pescadores") == [1]
    assert found(newsroom, '"EN Ministros"') == [1]
    assert found(newsroom, "submarino") == []


async def test_a_correction_leaves_nothing_of_the_old_text_in_the_search(newsroom: Newsroom) -> None:
    await translated(newsroom)
    await newsroom.run("press", 1)
    newsroom.fetcher.at(A.url, html_page([*SENTENCES[:3], "Os submarinos chegam na próxima semana ao porto."]))
    await newsroom.run("read", 1)
    await newsroom.settle()
    assert found(newsroom, "pescadores") == []
    assert found(newsroom, "submarinos") == [1]


async def test_showing_twice_changes_nothing_that_readers_see(newsroom: Newsroom) -> None:
    await translated(newsroom)
    await newsroom.run("press", 1)
    once, document = newsroom.article(), newsroom.rows("select * from search_document")
    newsroom.later(60)
    await newsroom.run("press", 1)
    assert newsroom.article() == once
    assert newsroom.rows("select * from search_document") == document
    assert newsroom.waiting() == [("group", "news")]


async def test_what_waits_or_is_excluded_is_not_shown(newsroom: Newsroom) -> None:
    await translated(newsroom)
    for state in ("waiting", "excluded"):
        newsroom.rows("update article set state = %s", state)
        await newsroom.run("press", 1)
        assert newsroom.article()["visible_at"] is None


async def test_the_old_revision_stays_on_the_site_until_the_new_one_is_translated(newsroom: Newsroom) -> None:
    await translated(newsroom)
    await newsroom.run("press", 1)
    newsroom.fetcher.at(A.url, html_page(title="Outro título"))
    await newsroom.run("read", 1)
    await newsroom.run("press", 1)
    row = newsroom.article()
    assert (row["printed_revision"], row["title_en"]) == (1, f"EN[{A.title}]")
    assert row["visible_at"] is not None
    await newsroom.settle()
    row = newsroom.article()
    assert (row["printed_revision"], row["title_en"]) == (2, "EN[Outro título]")


async def test_what_was_translated_and_never_shown_is_found_again(newsroom: Newsroom) -> None:
    await translated(newsroom)
    with newsroom.database.connection() as connection:
        assert [job.task for job in lost_jobs(connection)] == []
    newsroom.rows("update article_body set translated_at = now() - interval '1 hour'")
    with newsroom.database.connection() as connection:
        assert [(job.task, job.key) for job in lost_jobs(connection)] == [("press", 1)]
    await newsroom.run("press", 1)
    with newsroom.database.connection() as connection:
        assert [job.task for job in lost_jobs(connection)] == []
