from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import BusyError, RefusedError
from limitedtimes.rules.translation import plan
from limitedtimes.store import articles, codec
from limitedtimes.store.queue import Next
from stages.stagehand import FEED, SENTENCES, Item, asked_of, html_page, http_error, ok, rss

if TYPE_CHECKING:
    from stages.stagehand import Newsroom

A = Item(summary="O que o feed diz sobre os ministros. E mais uma frase do feed.")
TEASER = "O que o feed diz sobre os ministros."


def announced(newsroom: Newsroom, *items: Item) -> None:
    """Follow a feed that announces these."""
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(*items))


def texts(newsroom: Newsroom, article_id: int = 1) -> list[str]:
    """The text of an article's blocks."""
    return [block.get("text", "") for block in newsroom.article(article_id)["content"]["blocks"]]


async def test_an_article_and_its_translation_job_are_stored_together(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page())
    await newsroom.run("poll", 1)
    await newsroom.run("read", 1)
    assert texts(newsroom) == list(SENTENCES)
    row = newsroom.article()
    assert (row["state"], row["revision"], row["language"]) == ("waiting", 1, "pt")
    assert newsroom.row("select article_id, revision, language, attempts from pending_translation") == {
        "article_id": 1,
        "revision": 1,
        "language": "pt",
        "attempts": 0,
    }
    assert ("translate", "pt") in newsroom.waiting()


async def test_without_its_job_an_article_is_not_stored(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page())
    await newsroom.run("poll", 1)

    def fail(*_: object) -> None:
        raise RuntimeError("no job")

    monkeypatch.setattr("limitedtimes.jobs.queue.enqueue", fail)
    with pytest.raises(RuntimeError, match="no job"):
        await newsroom.run("read", 1)
    assert newsroom.rows("select from article_body") == []
    assert newsroom.rows("select from pending_translation") == []


async def test_the_date_of_the_feed_serves_a_page_without_one(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page())
    await newsroom.poll()
    assert f"{newsroom.article()['published']:%Y-%m-%dT%H:%M:%S}" == "2020-10-22T18:45:52"


async def test_a_404_shows_what_the_feed_gives_and_says_so(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, http_error(404))
    await newsroom.poll()
    row = newsroom.article()
    assert row["state"] == "partial"
    assert row["reason_code"] == "http_404"
    assert row["reason_message"] == "could not be read: the server answered HTTP status 404"
    assert texts(newsroom) == [A.summary]
    assert row["visible_at"] is not None
    assert row["retry_at"] is None


async def test_a_500_then_a_200_ends_whole(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, http_error(500, transient=True), html_page())
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["tries"], row["reason_code"]) == ("waiting", 1, "http_500")
    newsroom.later(60)
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["tries"], row["revision"], row["reason_code"]) == ("complete", 0, 1, None)


async def test_a_server_that_stays_broken_is_shown_and_tried_on_slowly(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, http_error(503, transient=True))
    await newsroom.poll()
    for _ in range(3):
        newsroom.later(60)
        await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["tries"]) == ("partial", 4)
    assert row["reason_message"].startswith("could not be read: ")
    retries = []
    while (row := newsroom.article())["retry_at"]:
        retries.append((row["retry_at"] - newsroom.time).total_seconds())
        newsroom.time = row["retry_at"]
        with newsroom.database.transaction() as connection:
            due = articles.due_for_reading(connection, newsroom.time)
        newsroom.enqueue(*(Next("read", one) for one in due))
        await newsroom.settle()
    assert retries == [600, 3600, 21600, 86400]
    newsroom.fetcher.at(A.url, html_page())
    newsroom.enqueue(Next("read", 1))
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["revision"], row["tries"]) == ("complete", 1, 0)
    assert texts(newsroom) == list(SENTENCES)


async def test_an_article_of_which_only_the_title_is_known_is_shown_as_failed(newsroom: Newsroom) -> None:
    announced(newsroom, replace(A, summary=""))
    newsroom.fetcher.at(A.url, http_error(404))
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("failed", "http_404")
    assert row["reason_message"] == "could not be read: the server answered HTTP status 404"
    assert row["visible_at"] is not None
    assert row["title_en"] == f"EN[{A.title}]"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<html><body><h1>Vazio</h1></body></html>", "no_text"),
        ("", "no_text"),
        (b"%PDF-1.7 ...", "not_html"),
    ],
)
async def test_a_page_without_an_article_gives_the_feeds_text(newsroom: Newsroom, body: str | bytes, code: str) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, ok(body))
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("partial", code)
    assert row["reason_message"].startswith("could not be read: ")
    assert newsroom.waiting() == []


async def test_what_robots_txt_disallows_is_left_out(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, RefusedError("robots.txt does not allow it", code="robots", url=A.url))
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["visible_at"]) == ("excluded", "robots", None)
    assert newsroom.translator.asked == []


async def test_an_address_that_may_not_be_fetched_shows_the_feeds_text(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    refused = RefusedError("10.0.0.1 is a private address", code="private_address", url=A.url)
    newsroom.fetcher.at(A.url, refused)
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["retry_at"]) == ("partial", "private_address", None)


async def test_behind_a_paywall_only_the_feeds_text_is_kept(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page(free=False))
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["accessible"]) == ("partial", "paywall", False)
    assert texts(newsroom) == [A.summary]


async def test_a_paywalled_article_without_a_word_in_the_feed_has_a_state(newsroom: Newsroom) -> None:
    announced(newsroom, replace(A, summary=""))
    newsroom.fetcher.at(A.url, html_page(free=False))
    await newsroom.poll()
    row = newsroom.article()
    assert row["state"] in ("partial", "failed")
    assert row["reason_code"] == "paywall"
    assert row["visible_at"] is not None


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ('<meta name="robots" content="noai">', "noai"),
        ('<meta name="tdm-reservation" content="1">', "tdm-reservation"),
    ],
)
async def test_reserved_rights_leave_an_article_out(newsroom: Newsroom, head: str, code: str) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page(head=head))
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["visible_at"]) == ("excluded", code, None)
    assert newsroom.rows("select from article_body") == []


async def test_rights_that_are_reserved_later_take_the_article_off_the_site(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page(), html_page(head='<meta name="robots" content="noai">'))
    await newsroom.poll()
    assert newsroom.article()["visible_at"] is not None
    before = newsroom.row("select version from page_version where page = 'front'")["version"]
    await newsroom.run("read", 1)
    row = newsroom.article()
    assert (row["state"], row["visible_at"]) == ("excluded", None)
    assert newsroom.rows("select from search_document") == []
    assert newsroom.row("select version from page_version where page = 'front'")["version"] > before


async def test_two_addresses_of_one_page_come_once(newsroom: Newsroom) -> None:
    other = Item(url="https://news.example/story.php?id=7", title=A.title)
    announced(newsroom, A, other)
    for url in (A.url, other.url):
        newsroom.fetcher.at(url, html_page(canonical=A.url))
    await newsroom.poll()
    assert newsroom.states() == {A.url: "complete", other.url: "excluded"}
    assert newsroom.article(2)["reason_code"] == "duplicate"
    assert "article 1" in newsroom.article(2)["reason_message"]


async def test_a_correction_is_a_second_revision_and_only_its_sentences_are_translated(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page())
    await newsroom.poll()
    assert set(asked_of(newsroom)) == {A.title, *SENTENCES}
    shown = newsroom.article()["visible_at"]
    corrected = [SENTENCES[0], "A reunião durou mais de sete horas e terminou sem acordo.", *SENTENCES[2:]]
    newsroom.fetcher.at(A.url, html_page(corrected))
    newsroom.fetcher.at(FEED, rss(replace(A, summary="Corrigido.")))
    newsroom.later(3600)
    await newsroom.poll()
    assert asked_of(newsroom) == [corrected[1]]
    row = newsroom.article()
    assert (row["state"], row["revision"], row["printed_revision"], row["visible_at"]) == ("complete", 2, 2, shown)
    assert texts(newsroom) == corrected
    assert [one[0]["translation"] for one in row["translation"]["blocks"]] == [f"EN[{text}]" for text in corrected]
    first = newsroom.row("select content from article_body where revision = 1")["content"]
    assert plan(codec.article_from_json(first)).todo[1:] == SENTENCES


async def test_an_entry_that_changed_without_its_page_makes_no_revision(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page())
    await newsroom.poll()
    asked_of(newsroom)
    newsroom.fetcher.at(FEED, rss(replace(A, summary="Outro resumo.")))
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["revision"]) == ("complete", 1)
    assert asked_of(newsroom) == []


async def test_a_page_that_is_gone_takes_nothing_away(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page(), http_error(404))
    await newsroom.poll()
    newsroom.fetcher.at(FEED, rss(replace(A, summary="Outro resumo.")))
    await newsroom.poll()
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["revision"]) == ("complete", None, 1)
    assert texts(newsroom) == list(SENTENCES)


async def test_a_server_in_trouble_takes_nothing_away(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page(), http_error(500, transient=True), html_page())
    await newsroom.poll()
    newsroom.fetcher.at(FEED, rss(replace(A, summary="Outro resumo.")))
    await newsroom.poll()
    newsroom.later(60)
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["revision"], row["reason_code"], row["reason_message"]) == ("complete", 1, None, None)


async def test_the_whole_article_replaces_what_the_feed_gave_without_a_revision(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, http_error(404), html_page())
    await newsroom.poll()
    assert newsroom.article()["state"] == "partial"
    newsroom.enqueue(Next("read", 1))
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["revision"], row["reason_code"]) == ("complete", 1, None)
    assert texts(newsroom) == list(SENTENCES)


async def test_started_over_a_gone_page_keeps_its_good_revision(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page(), http_error(404))
    await newsroom.poll()
    with newsroom.database.transaction() as connection:
        assert articles.start_over(connection, [1]) == [1]
    newsroom.enqueue(Next("read", 1))
    await newsroom.settle()
    assert newsroom.article()["state"] == "complete"
    assert texts(newsroom) == list(SENTENCES)


async def test_a_busy_host_puts_the_page_off(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, BusyError("busy", code="busy", url=A.url, retry_after=30), html_page())
    await newsroom.poll()
    assert newsroom.states() == {A.url: "waiting"}
    assert newsroom.article()["tries"] == 0
    newsroom.later(31)
    await newsroom.settle()
    assert newsroom.states() == {A.url: "complete"}


async def test_an_unforeseen_error_ends_in_a_visible_state(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    announced(newsroom, A)
    newsroom.fetcher.at(A.url, html_page())
    await newsroom.run("poll", 1)

    def explode(*_: object, **__: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(newsroom.reader, "read", explode)
    with pytest.raises(ZeroDivisionError):
        await newsroom.run("read", 1, attempts=4)
    await newsroom.run("read", 1, attempts=5)
    newsroom.rows("delete from procrastinate_jobs where task_name = 'read'")
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("partial", "internal")
    assert row["reason_message"] == "could not be read: ZeroDivisionError: inside"
    assert row["visible_at"] is not None


async def test_an_unforeseen_error_with_nothing_in_the_feed_ends_in_a_visible_state(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced(newsroom, replace(A, summary=""))
    await newsroom.run("poll", 1)

    def explode(*_: object, **__: object) -> None:
        raise ZeroDivisionError("inside")

    newsroom.fetcher.at(A.url, html_page())
    monkeypatch.setattr(newsroom.reader, "read", explode)
    await newsroom.run("read", 1, attempts=5)
    newsroom.rows("delete from procrastinate_jobs where task_name = 'read'")
    await newsroom.settle()
    assert newsroom.article()["state"] == "failed"


@pytest.mark.parametrize("url", ["https://news.example/vídeo é", "https://news.example/a\u0000b"])
async def test_odd_addresses_end_in_a_state(newsroom: Newsroom, url: str) -> None:
    announced(newsroom, replace(A, url=url.replace("\0", "")))
    await newsroom.poll()
    assert set(newsroom.states().values()) <= {"partial", "failed"}
    assert newsroom.states() != {}


async def test_control_characters_in_a_page_are_no_obstacle(newsroom: Newsroom) -> None:
    announced(newsroom, A)
    page = html_page([*SENTENCES, "Um\u0000 texto com \u0007 dentro."])
    assert page.page is not None
    newsroom.fetcher.at(A.url, page)
    await newsroom.poll()
    assert newsroom.states() == {A.url: "complete"}
