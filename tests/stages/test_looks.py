"""Pages are looked at again after publication: what is asked, what is believed, what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes import jobs
from limitedtimes.errors import BusyError, RefusedError
from limitedtimes.model.article import ArticleForm
from limitedtimes.ports import Response
from limitedtimes.rules.revisions import ChangeKind
from limitedtimes.store import articles, looks, revisions, sources
from limitedtimes.store.queue import Next
from stages.stagehand import FEED, SENTENCES, Item, asked_of, html_page, http_error, ok, rss

if TYPE_CHECKING:
    from limitedtimes.model.article import Article, Page
    from limitedtimes.store.revisions import History
    from stages.stagehand import Answer, Newsroom

HOUR = 3600.0
NOT_MODIFIED = Response(304, None)
CORRECTED = (SENTENCES[0], "A reunião durou mais de sete horas e terminou sem acordo.", *SENTENCES[2:])
OTHER = (
    "A chuva forte inundou ontem várias ruas do centro da cidade.",
    "Os bombeiros receberam mais de duzentos pedidos de ajuda durante a noite.",
    "Nenhuma pessoa ficou ferida, mas as escolas permanecem fechadas até segunda-feira.",
    "A câmara municipal promete limpar as ribeiras antes do inverno.",
    "O instituto de meteorologia prevê novos aguaceiros para o fim de semana.",
)


def item(newsroom: Newsroom, **values: Any) -> Item:
    """An entry that was published just now."""
    return Item(date=f"{newsroom.time:%a, %d %b %Y %H:%M:%S} GMT", **values)


async def published(newsroom: Newsroom, *answers: Answer) -> Item:
    """An article that was published just now and is shown."""
    one = item(newsroom)
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(one))
    newsroom.fetcher.at(one.url, *answers)
    await newsroom.poll()
    asked_of(newsroom)
    return one


async def look(newsroom: Newsroom) -> datetime:
    """Let time pass until the article's page is due, and look at it; return that moment."""
    at = look_at(newsroom)
    assert at is not None
    newsroom.time = at
    with newsroom.database.transaction() as connection:
        due = [job for job in jobs.due_jobs(connection, newsroom.time) if job.task == "read"]
    newsroom.enqueue(*due)
    await newsroom.settle()
    return at


def look_at(newsroom: Newsroom) -> datetime | None:
    moment: datetime | None = newsroom.row("select look_at from page_look where article_id = 1")["look_at"]
    return moment


def history(newsroom: Newsroom, article_id: int = 1) -> History:
    with newsroom.database.connection() as connection:
        found = revisions.history(connection, article_id)
    assert found is not None
    return found


def texts(newsroom: Newsroom) -> list[str]:
    return [block["text"] for block in newsroom.article()["content"]["blocks"]]


# -- when --------------------------------------------------------------------------------------------------------------


async def test_a_young_articles_page_is_looked_at_four_times_and_then_left_alone(newsroom: Newsroom) -> None:
    await published(newsroom, html_page())
    since = newsroom.time
    ages = []
    while look_at(newsroom):
        ages.append((await look(newsroom) - since).total_seconds() / HOUR)
    assert len(ages) == 4
    for age, mark in zip(ages, (1, 6, 24, 72), strict=True):
        assert mark <= age <= 1.2 * mark + 1
    assert newsroom.article()["revision"] == 1
    assert newsroom.fetcher.urls.count("https://news.example/a") == 5
    assert asked_of(newsroom) == []


async def test_an_old_articles_page_is_not_looked_at_again(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(Item()))
    newsroom.fetcher.at(Item().url, html_page())
    await newsroom.poll()
    assert newsroom.article()["state"] == "complete"
    assert look_at(newsroom) is None


async def test_looks_come_after_news_and_never_all_at_once(newsroom: Newsroom) -> None:
    items = [item(newsroom, url=f"https://news.example/{n}", title=f"Caso {n}") for n in range(9)]
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(*items))
    for one in items:
        newsroom.fetcher.at(one.url, html_page(title=one.title))
    await newsroom.poll()
    moments = {row["look_at"] for row in newsroom.rows("select look_at from page_look")}
    assert len(moments) == len(items)
    newsroom.later(3 * HOUR)
    with newsroom.database.transaction() as connection:
        due = jobs.due_jobs(connection, newsroom.time)
        assert looks.due(connection, newsroom.time) == []
    assert {job.priority for job in due if job.task == "read"} == {-1}
    assert sorted(job.key for job in due if job.task == "read") == list(range(1, 10))


async def test_a_live_blog_is_looked_at_often_while_it_is_live(newsroom: Newsroom, as_form: Any) -> None:
    as_form(ArticleForm.LIVE)
    await published(newsroom, *(html_page([*SENTENCES, f"Entrada {n} do direto."]) for n in range(4)))
    since = newsroom.time
    for _ in range(3):
        await look(newsroom)
    assert newsroom.article()["revision"] == 4
    assert newsroom.time - since < timedelta(hours=1)
    while at := look_at(newsroom):
        newsroom.time = at
        await look(newsroom)
    assert newsroom.time - since < timedelta(days=4)


@pytest.fixture
def as_form(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have every page read as an article of a form."""

    def use(form: ArticleForm) -> None:
        read = newsroom.reader.read

        async def formed(page: Page, *, language: str | None) -> Article:
            return replace(await read(page, language=language), form=form)

        monkeypatch.setattr(newsroom.reader, "read", formed)

    return use


# -- what is asked -----------------------------------------------------------------------------------------------------


async def test_validators_of_the_page_go_back_byte_for_byte_and_304_costs_nothing(newsroom: Newsroom) -> None:
    etag, date = ' W/"a b\\"ç" ', "thu, 22 oct 2020 18:45:52 gmt"
    one = await published(newsroom, replace(html_page(), etag=etag, last_modified=date), NOT_MODIFIED)
    before = newsroom.row("select version from page_version where page = 'front'")
    await look(newsroom)
    await look(newsroom)
    assert [asked for asked in newsroom.fetcher.asked if asked[0] == one.url] == [
        (one.url, None, None),
        (one.url, etag, date),
        (one.url, etag, date),
    ]
    assert newsroom.reader.read_pages == [one.url]
    assert newsroom.article()["state"] == "complete"
    assert newsroom.row("select version from page_version where page = 'front'") == before


async def test_the_same_bytes_are_not_read_again(newsroom: Newsroom) -> None:
    one = await published(newsroom, html_page())
    await look(newsroom)
    assert newsroom.reader.read_pages == [one.url]


async def test_what_is_to_be_started_over_is_asked_for_without_conditions(newsroom: Newsroom) -> None:
    one = await published(newsroom, replace(html_page(), etag='"1"'))
    with newsroom.database.transaction() as connection:
        articles.start_over(connection, [1])
    newsroom.enqueue(Next("read", 1))
    await newsroom.settle()
    assert newsroom.fetcher.asked[-1] == (one.url, None, None)
    assert newsroom.article()["state"] == "complete"


async def test_a_304_that_nobody_asked_for_is_no_article(newsroom: Newsroom) -> None:
    await published(newsroom, NOT_MODIFIED)
    assert newsroom.article()["reason_code"] == "http_304"


# -- what is found -----------------------------------------------------------------------------------------------------


async def test_a_correction_is_found_without_the_feed_and_its_sentences_are_known(newsroom: Newsroom) -> None:
    await published(newsroom, html_page(), html_page(CORRECTED))
    await look(newsroom)
    assert asked_of(newsroom) == [CORRECTED[1]]
    row = newsroom.article()
    assert (row["state"], row["revision"], row["printed_revision"]) == ("complete", 2, 2)
    first, second = history(newsroom).revisions
    assert first.changes == ()
    assert [(one.kind, one.old, one.new, one.place) for one in second.changes] == [
        (ChangeKind.CHANGED, SENTENCES[1], CORRECTED[1], "1.0")
    ]
    assert first.translation is not None
    assert first.translation.blocks[1][0].translation == f"EN[{SENTENCES[1]}]"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2020-10-22T20:00:00Z">',
        '<meta name="keywords" content="pescas, Lisboa">',
    ],
)
async def test_a_date_that_changes_is_no_revision(newsroom: Newsroom, head: str) -> None:
    await published(newsroom, html_page(), html_page(head=head))
    await look(newsroom)
    row = newsroom.article()
    assert (row["state"], row["revision"]) == ("complete", 1)
    assert row["translation"] is not None
    assert asked_of(newsroom) == []
    assert newsroom.rows("select from pending_translation") == []


async def test_the_modified_time_is_shown_without_a_revision(newsroom: Newsroom) -> None:
    head = '<meta property="article:modified_time" content="2020-10-23T20:00:00Z">'
    await published(newsroom, html_page(), html_page(head=head))
    await look(newsroom)
    assert newsroom.article()["modified"] == datetime(2020, 10, 23, 20, tzinfo=UTC)


async def test_sentences_in_other_paragraphs_are_no_revision_and_cost_no_engine(newsroom: Newsroom) -> None:
    await published(newsroom, html_page(), html_page([" ".join(SENTENCES[:2]), *SENTENCES[2:]]))
    await look(newsroom)
    row = newsroom.article()
    assert (row["state"], row["revision"], len(row["translation"]["blocks"])) == ("complete", 1, 3)
    assert asked_of(newsroom) == []


async def test_a_text_that_is_taken_back_is_a_revision_and_the_old_one_stays(newsroom: Newsroom) -> None:
    note = (
        "A notícia que aqui estava baseava-se em informações incorretas.",
        "O ministro nunca disse as palavras que lhe foram atribuídas, e o jornal lamenta o erro.",
    )
    newsroom.later(-3 * HOUR)  # times to come are not believed
    later = f"{newsroom.time + timedelta(minutes=30):%Y-%m-%dT%H:%M:%SZ}"
    head = f'<meta property="article:modified_time" content="{later}">'
    whole = [*SENTENCES, *(f"{one[:-1]} outra vez." for one in SENTENCES)]
    await published(newsroom, html_page(whole), html_page(note, head=head))
    await look(newsroom)
    assert texts(newsroom) == list(note)
    first, second = history(newsroom).revisions
    assert [block.text for block in first.article.blocks] == whole
    assert ChangeKind.GONE in {one.kind for one in second.changes}


# -- what is not believed ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (http_error(404), "http_404"),
        (http_error(410), "http_410"),
        (html_page(SENTENCES[:1] * 2 + ("Para continuar a ler este artigo, assine já o jornal.",)), "shrunk"),
        (html_page(OTHER, title="Chuva forte no norte"), "replaced"),
        (html_page(free=False), "paywall"),
        (ok("<html><body><h1>Erro</h1></body></html>"), "no_text"),
        (ok(b"%PDF-1.7"), "not_html"),
    ],
    ids=["404", "410", "shrunk", "replaced", "paywall", "error page", "PDF"],
)
async def test_a_page_that_is_not_the_article_any_more_takes_nothing_away(
    newsroom: Newsroom, logged: list[Any], answer: Answer, code: str
) -> None:
    await published(newsroom, html_page([*SENTENCES, *(f"{one[:-1]} outra vez." for one in SENTENCES)]), answer)
    whole = texts(newsroom)
    await look(newsroom)
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["revision"]) == ("complete", None, 1)
    assert texts(newsroom) == whole
    found = history(newsroom)
    assert found.kept is not None
    assert found.kept.code == code
    assert [entry["code"] for entry in logged if entry["event"] == "what was read before is kept"] == [code]


async def test_a_page_that_leads_to_the_home_page_now_takes_nothing_away(newsroom: Newsroom) -> None:
    links = "".join(f"<li><a href='/{n}'>Uma notícia com o número {n}</a></li>" for n in range(40))
    home = ok(f"<html><body><main><ul>{links}</ul></main></body></html>", "https://news.example/")
    await published(newsroom, html_page(), home)
    await look(newsroom)
    assert newsroom.article()["state"] == "complete"
    assert history(newsroom).kept is not None


async def test_after_an_error_page_the_article_is_believed_again(newsroom: Newsroom) -> None:
    wall = replace(html_page(OTHER, title="Chuva forte no norte"), etag='"wall"')
    one = await published(newsroom, replace(html_page(), etag='"1"'), wall, html_page(CORRECTED))
    await look(newsroom)
    await look(newsroom)
    assert newsroom.fetcher.asked[-1] == (one.url, '"1"', None)
    assert newsroom.article()["revision"] == 2
    assert history(newsroom).kept is None


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (html_page(head='<meta name="robots" content="noai">'), "noai"),
        (html_page(CORRECTED, head='<meta name="tdm-reservation" content="1">'), "tdm-reservation"),
        (RefusedError("robots.txt does not allow it", code="robots", url=""), "robots"),
    ],
)
async def test_a_reservation_that_appears_later_holds_from_then_on(
    newsroom: Newsroom, answer: Answer, code: str
) -> None:
    await published(newsroom, html_page(), answer)
    await look(newsroom)
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["visible_at"]) == ("excluded", code, None)
    assert row["reason_message"]
    assert look_at(newsroom) is None
    assert len(history(newsroom).revisions) == 1


async def test_a_reservation_that_is_lifted_lets_the_article_come_back(newsroom: Newsroom) -> None:
    await published(newsroom, html_page(), html_page(head='<meta name="robots" content="noai">'), html_page())
    await look(newsroom)
    newsroom.enqueue(Next("read", 1))
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["revision"], row["visible_at"]) == ("complete", 1, newsroom.time)


@pytest.mark.parametrize("first", [[html_page()], []], ids=["read before", "never read"])
async def test_a_reservation_is_not_lifted_by_a_page_that_is_gone(newsroom: Newsroom, first: list[Answer]) -> None:
    reserved = html_page(head='<meta name="robots" content="noai">')
    await published(newsroom, *first, reserved, http_error(404))
    for _ in range(2):
        newsroom.enqueue(Next("read", 1))
        await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["visible_at"]) == ("excluded", "noai", None)


async def test_an_article_that_waits_for_its_translation_is_not_looked_at(newsroom: Newsroom) -> None:
    await published(newsroom, html_page())
    newsroom.rows("update article set state = 'waiting'")
    newsroom.later(2 * HOUR)
    with newsroom.database.transaction() as connection:
        assert looks.due(connection, newsroom.time) == []
    newsroom.rows("update article set state = 'complete'")
    with newsroom.database.transaction() as connection:
        assert looks.due(connection, newsroom.time) == [1]


async def test_a_server_in_trouble_is_asked_again_later(newsroom: Newsroom) -> None:
    await published(newsroom, html_page(), http_error(503, transient=True, retry_after=7200.0), html_page(CORRECTED))
    at = await look(newsroom)
    row = newsroom.article()
    assert (row["state"], row["retry_at"]) == ("complete", at + timedelta(hours=2))
    newsroom.later(2 * HOUR)
    with newsroom.database.transaction() as connection:
        newsroom.enqueue(*(Next("read", one) for one in articles.due_for_reading(connection, newsroom.time)))
    await newsroom.settle()
    assert newsroom.article()["revision"] == 2


# -- what feeds say ----------------------------------------------------------------------------------------------------


async def test_a_feed_that_calls_everything_changed_is_believed_less_and_less(newsroom: Newsroom) -> None:
    one = await published(newsroom, html_page())
    for number in range(30):
        newsroom.later(300)
        newsroom.fetcher.at(FEED, rss(replace(one, summary=f"{number} leitores.")))
        await newsroom.poll()
        with newsroom.database.transaction() as connection:
            newsroom.enqueue(*(Next("read", due) for due in looks.due(connection, newsroom.time)))
        await newsroom.settle()
    assert newsroom.fetcher.urls.count(one.url) < 10
    newsroom.fetcher.at(one.url, html_page(CORRECTED))
    await look(newsroom)
    assert newsroom.article()["revision"] == 2


async def test_one_entry_in_five_feeds_is_one_article_that_is_read_once(newsroom: Newsroom) -> None:
    one = item(newsroom)
    newsroom.fetcher.at(one.url, html_page())
    for number in range(1, 6):
        address = f"{FEED}{number}"
        newsroom.follow(address)
        newsroom.fetcher.at(address, rss(replace(one, guid=f"{number}", url=f"{one.url}?utm_source=feed{number}")))
        newsroom.fetcher.at(f"{one.url}?utm_source=feed{number}", html_page())
        await newsroom.poll(number)
    assert newsroom.row("select count(*) as n from article")["n"] == 1
    assert len(newsroom.reader.read_pages) == 1


async def test_guids_that_change_at_every_poll_cost_nothing(newsroom: Newsroom) -> None:
    one = await published(newsroom, html_page())
    for number in range(5):
        newsroom.fetcher.at(FEED, rss(replace(one, guid=f"tag:{number}")))
        await newsroom.poll()
    assert newsroom.fetcher.urls.count(one.url) == 1
    assert newsroom.row("select count(*) as n from entry")["n"] == 1


async def test_a_correction_under_another_guid_is_noticed(newsroom: Newsroom) -> None:
    one = await published(newsroom, html_page(), html_page(CORRECTED))
    newsroom.fetcher.at(FEED, rss(replace(one, guid="tag:2", summary="Corrigido.")))
    await newsroom.poll()
    assert newsroom.article()["revision"] == 2


async def test_two_guids_of_one_address_in_one_feed_do_not_take_turns(newsroom: Newsroom) -> None:
    one = await published(newsroom, html_page())
    twice = [replace(one, guid="tag:1", summary="Um."), replace(one, guid="tag:2", summary="Dois.")]
    for pair in (twice, twice[::-1], twice):
        newsroom.fetcher.at(FEED, rss(*pair))
        await newsroom.run("poll", 1)
        newsroom.rows("update feed set content_hash = null")
    await newsroom.settle()
    assert newsroom.fetcher.urls.count(one.url) <= 2
    assert newsroom.row("select count(*) as n from entry")["n"] == 2


async def test_a_guid_that_is_given_to_another_article_loses_neither(newsroom: Newsroom) -> None:
    one = await published(newsroom, html_page())
    newsroom.later(HOUR)
    other = item(newsroom, url="https://news.example/b", title="Chuva forte no norte", guid=one.url)
    newsroom.fetcher.at(FEED, rss(other))
    newsroom.fetcher.at(other.url, html_page(OTHER, title=other.title))
    await newsroom.poll()
    assert newsroom.states() == {one.url: "complete", other.url: "complete"}
    await look(newsroom)
    assert newsroom.article()["state"] == "complete"


async def test_an_article_that_moves_keeps_its_guid_and_comes_once(newsroom: Newsroom) -> None:
    one = await published(newsroom, html_page())
    newsroom.fetcher.at(FEED, rss(replace(one, guid=one.url, url="https://news.example/a-corrigido")))
    await newsroom.poll()
    assert list(newsroom.states()) == [one.url]


async def test_old_entries_that_come_again_are_not_read_again(newsroom: Newsroom) -> None:
    one = await published(newsroom, html_page())
    other = item(newsroom, url="https://news.example/b", title="Outra")
    newsroom.fetcher.at(other.url, html_page(OTHER, title="Outra"))
    for shown in ([other], [one, other], [other, one]):
        newsroom.fetcher.at(FEED, rss(*shown))
        await newsroom.poll()
    assert newsroom.fetcher.urls.count(one.url) == 1
    assert newsroom.fetcher.urls.count(other.url) == 1


async def test_an_article_of_a_feed_that_was_removed_can_still_be_read(newsroom: Newsroom) -> None:
    await published(newsroom, html_page(), html_page(CORRECTED))
    with newsroom.database.transaction() as connection:
        sources.subscribe(connection, url=FEED + "2", name="A Folha", home=FEED, language="pt")
        connection.execute("delete from entry")
    await look(newsroom)
    assert newsroom.article()["revision"] == 2


# -- variants ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/amp/a",
        "https://news.example/a/amp/",
        "https://m.news.example/a",
        "http://www.news.example/a/?outputType=amp&utm_source=rss",
        "https://news-example.cdn.ampproject.org/c/s/news.example/a",
    ],
)
async def test_a_variant_of_an_articles_address_is_the_article(newsroom: Newsroom, address: str) -> None:
    one = await published(newsroom, html_page())
    newsroom.fetcher.at(FEED, rss(one, replace(one, url=address, guid="2")))
    await newsroom.poll()
    assert list(newsroom.states()) == [one.url]
    assert address not in newsroom.fetcher.urls


async def test_the_address_that_a_page_names_is_known_from_then_on(newsroom: Newsroom) -> None:
    one = await published(newsroom, html_page(canonical="https://news.example/2020/10/ministros"))
    named = replace(one, url="https://amp.news.example/2020/10/ministros", guid="2")
    newsroom.fetcher.at(FEED, rss(one, named))
    await newsroom.poll()
    assert list(newsroom.states()) == [one.url]


@pytest.mark.parametrize("canonical", ["https://news.example/", "https://news.example/noticias"])
async def test_a_template_that_names_one_address_on_every_page_joins_no_articles(
    newsroom: Newsroom, canonical: str
) -> None:
    one, other = item(newsroom), item(newsroom, url="https://news.example/b", title="Chuva forte no norte")
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(one, other))
    newsroom.fetcher.at(one.url, html_page(canonical=canonical))
    newsroom.fetcher.at(other.url, html_page(OTHER, title=other.title, canonical=canonical))
    await newsroom.poll()
    assert set(newsroom.states().values()) == {"complete"}


# -- several pages -----------------------------------------------------------------------------------------------------


def part(url: str, sentences: tuple[str, ...], following: str | None, **more: Any) -> Response:
    link = f'<link rel="next" href="{following}">' if following else ""
    return html_page(sentences, head=link, url=url, **more)


SECOND = tuple(f"{one[:-1]}, disse o ministro na segunda página." for one in SENTENCES)
THIRD = tuple(f"{one[:-1]}, disse o ministro na terceira página." for one in SENTENCES)


def in_parts(newsroom: Newsroom, url: str) -> None:
    newsroom.fetcher.at(url, part(url, SENTENCES, f"{url}?page=2"))
    newsroom.fetcher.at(f"{url}?page=2", part(f"{url}?page=2", SECOND, f"{url}?page=3"))
    newsroom.fetcher.at(f"{url}?page=3", part(f"{url}?page=3", THIRD, None))


async def announce(newsroom: Newsroom, one: Item) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(one))
    await newsroom.poll()


async def test_an_article_on_several_pages_is_joined(newsroom: Newsroom) -> None:
    one = item(newsroom)
    in_parts(newsroom, one.url)
    await announce(newsroom, one)
    row = newsroom.article()
    assert (row["state"], row["content"]["pages"]) == ("complete", 3)
    assert texts(newsroom) == [*SENTENCES, *SECOND, *THIRD]
    assert newsroom.fetcher.urls == [FEED, one.url, f"{one.url}?page=2", f"{one.url}?page=3"]


async def test_a_correction_on_a_later_page_is_found(newsroom: Newsroom) -> None:
    one = item(newsroom)
    in_parts(newsroom, one.url)
    newsroom.fetcher.answers[one.url] = [replace(newsroom.fetcher.answers[one.url][0], etag='"1"')]  # type: ignore[type-var]
    await announce(newsroom, one)
    newsroom.fetcher.at(f"{one.url}?page=3", part(f"{one.url}?page=3", THIRD[:-1], None))
    await look(newsroom)
    assert (one.url, '"1"', None) not in newsroom.fetcher.asked
    assert newsroom.article()["revision"] == 2
    assert [one.kind for one in history(newsroom).revisions[1].changes] == [ChangeKind.GONE]


async def test_a_later_page_that_fails_leaves_what_was_read_and_says_so(newsroom: Newsroom) -> None:
    one = item(newsroom)
    in_parts(newsroom, one.url)
    newsroom.fetcher.at(f"{one.url}?page=3", http_error(503, transient=True), part(f"{one.url}?page=3", THIRD, None))
    await announce(newsroom, one)
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("partial", "pages")
    assert row["reason_message"].startswith("only the first 2 pages could be read: ")
    assert texts(newsroom) == [*SENTENCES, *SECOND]
    newsroom.time = row["retry_at"]
    with newsroom.database.transaction() as connection:
        newsroom.enqueue(*(Next("read", due) for due in articles.due_for_reading(connection, newsroom.time)))
    await newsroom.settle()
    row = newsroom.article()
    assert (row["state"], row["revision"], row["content"]["pages"]) == ("complete", 1, 3)


async def test_a_later_page_without_a_text_takes_nothing_away(newsroom: Newsroom) -> None:
    one = item(newsroom)
    in_parts(newsroom, one.url)
    newsroom.fetcher.at(f"{one.url}?page=3", ok("<html><body><h1>Fotografias</h1></body></html>"))
    await announce(newsroom, one)
    assert (newsroom.article()["state"], texts(newsroom)) == ("complete", [*SENTENCES, *SECOND])


async def test_pages_without_an_end_are_read_up_to_a_limit_each_once(newsroom: Newsroom) -> None:
    one = item(newsroom)
    for number in range(1, 40):
        url = f"{one.url}?page={number}" if number > 1 else one.url
        sentences = tuple(f"{text[:-1]}, pela {number}.ª vez." for text in SENTENCES)
        newsroom.fetcher.at(url, part(url, sentences, f"{one.url}?page={number + 1}"))
    await announce(newsroom, one)
    row = newsroom.article()
    assert (row["state"], row["reason_code"], row["content"]["pages"]) == ("partial", "pages", 20)
    assert row["reason_message"] == "only the first 20 pages could be read: no article has more"
    assert len(newsroom.fetcher.urls) == len(set(newsroom.fetcher.urls)) == 21


async def test_a_later_page_waits_for_its_turn_at_a_busy_host(newsroom: Newsroom) -> None:
    one = item(newsroom)
    in_parts(newsroom, one.url)
    second = newsroom.fetcher.answers[f"{one.url}?page=2"][0]
    busy = BusyError("busy", code="busy", url=one.url, retry_after=0.001)
    newsroom.fetcher.at(f"{one.url}?page=2", busy, busy, second)
    await announce(newsroom, one)
    assert newsroom.article()["content"]["pages"] == 3
    assert newsroom.fetcher.urls.count(one.url) == 1


async def test_a_host_that_stays_busy_leaves_what_was_read(newsroom: Newsroom) -> None:
    one = item(newsroom)
    in_parts(newsroom, one.url)
    newsroom.fetcher.at(f"{one.url}?page=2", BusyError("busy", code="busy", url=one.url, retry_after=0.001))
    await announce(newsroom, one)
    row = newsroom.article()
    assert (row["state"], row["reason_code"], texts(newsroom)) == ("partial", "pages", list(SENTENCES))
    assert row["retry_at"] is not None


async def test_a_next_page_on_another_host_is_not_asked(newsroom: Newsroom) -> None:
    one = item(newsroom)
    newsroom.fetcher.at(one.url, part(one.url, SENTENCES, "https://elsewhere.example/a?page=2"))
    await announce(newsroom, one)
    assert newsroom.fetcher.urls == [FEED, one.url]


async def test_rights_that_a_later_page_reserves_hold_for_the_article(newsroom: Newsroom) -> None:
    one = item(newsroom)
    in_parts(newsroom, one.url)
    head = '<meta name="robots" content="noai">'
    newsroom.fetcher.at(f"{one.url}?page=3", html_page(THIRD, head=head, url=f"{one.url}?page=3"))
    await announce(newsroom, one)
    assert (newsroom.article()["state"], newsroom.article()["reason_code"]) == ("excluded", "noai")


# -- forms -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", list(ArticleForm))
async def test_every_form_comes_through(newsroom: Newsroom, as_form: Any, form: ArticleForm) -> None:
    as_form(form)
    await published(newsroom, html_page(SENTENCES[:3]))
    row = newsroom.article()
    assert row["state"] == "complete"
    assert row["content"].get("form", "article") == form


async def test_a_page_of_links_is_left_out_and_says_why(newsroom: Newsroom) -> None:
    links = "".join(f"<li><a href='/{n}'>Uma notícia com o número {n}</a></li>" for n in range(40))
    home = ok(f"<html><body><main><ul>{links}</ul></main></body></html>", "https://news.example/")
    await published(newsroom, home)
    row = newsroom.article()
    assert (row["state"], row["reason_code"]) == ("excluded", "not_article")
    assert "not an article" in row["reason_message"]
