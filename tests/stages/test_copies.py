from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes import export
from limitedtimes.store import copies, reading, sources, translations
from stages.stagehand import Item, asked_of, html_page, http_error, rss

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.jobs import Desk
    from stages.stagehand import Answer, Newsroom


OUTLETS = ("folha", "gazeta", "diario", "correio")
REPORT = (
    "A polícia de Bragança deteve na madrugada de quinta-feira dois homens suspeitos de terem assaltado uma ourivesaria.",
    "Segundo o comandante Rui Teixeira, os detidos levavam joias no valor de 45 mil euros e uma arma de fogo.",
    "O proprietário da loja, de 61 anos, foi levado para o hospital com ferimentos ligeiros na cabeça.",
    "Uma testemunha contou que os assaltantes partiram a montra com um martelo e fugiram num carro roubado.",
    "O automóvel foi encontrado horas depois perto da fronteira espanhola, abandonado numa estrada secundária.",
    "Os dois suspeitos, já conhecidos das autoridades, vão ser ouvidos por um juiz na sexta-feira de manhã.",
)
# The same event in words of its own.
OWN = (
    "Dois homens armados entraram ontem numa ourivesaria do centro de Bragança e levaram tudo o que estava exposto.",
    "O ourives tentou resistir e acabou agredido, disse à nossa redação a mulher dele, que assistiu a tudo da cave.",
    "A perseguição durou quase quatro horas e só terminou junto da aldeia de Quintanilha, onde a polícia os cercou.",
    "É o terceiro roubo deste género na cidade desde o verão, e os comerciantes pedem mais patrulhas à noite.",
    "O presidente da câmara prometeu reunir-se com o ministro da Administração Interna na próxima semana.",
)


def url(outlet: str, name: str = "assalto") -> str:
    return f"https://{outlet}.example/{name}"


def prints(newsroom: Newsroom, outlet: str, page: Answer, *, hour: int = 18, name: str = "assalto") -> None:
    """An outlet announces an article, and has it; the outlets are numbered in their order."""
    feed = f"https://{outlet}.example/feed"
    if outlet not in {row["name"] for row in newsroom.rows("select name from source")}:
        with newsroom.database.transaction() as connection:
            sources.subscribe(connection, url=feed, name=outlet, home=feed, language="pt")
    title = f"Assalto em Bragança: {outlet} {name}"
    item = Item(url=url(outlet, name), title=title, summary="", date=f"Thu, 22 Oct 2020 {hour}:00:00 GMT")
    newsroom.fetcher.at(feed, rss(item, url=feed))
    newsroom.fetcher.at(item.url, page)


async def arrive(newsroom: Newsroom, *feeds: int) -> None:
    for feed in feeds:
        await newsroom.run("poll", feed)
    await newsroom.settle()


def originals(newsroom: Newsroom) -> dict[str, str | None]:
    """Whose text each outlet prints."""
    rows = newsroom.rows(
        "select s.name, os.name as original from article a join source s on s.id = a.source_id"
        " left join article o on o.id = a.near_duplicate_of left join source os on os.id = o.source_id order by a.id"
    )
    return {row["name"]: row["original"] for row in rows}


def listed(newsroom: Newsroom, **filters: Any) -> list[str]:
    """The outlets of the articles in a list, newest first."""
    with newsroom.database.connection() as connection:
        return [one.source.name for one in reading.listings(connection, limit=50, **filters)]


def also_in(newsroom: Newsroom, article_id: int) -> list[str]:
    with newsroom.database.connection() as connection:
        return [one.source.name for one in copies.copies(connection, article_id)]


def version(newsroom: Newsroom, page: str) -> int:
    with newsroom.database.connection() as connection:
        return reading.versions(connection, [page])[page]


def edited(sentences: Sequence[str]) -> list[str]:
    """The text with every eighth word another one."""
    words = " \n ".join(sentences).split(" ")
    words[3::8] = [f"outra{place}" if word != "\n" else word for place, word in enumerate(words[3::8])]
    return " ".join(words).split(" \n ")


@pytest.mark.parametrize(
    "text",
    [REPORT, REPORT[:3], REPORT[-2:], edited(REPORT), ["Da nossa redação em Bragança.", *REPORT, "Leia amanhã mais."]],
    ids=["whole", "beginning", "end", "edited", "framed"],
)
async def test_an_agencys_report_is_shown_once_and_every_print_of_it_is_reachable(
    newsroom: Newsroom, text: Sequence[str]
) -> None:
    prints(newsroom, "folha", html_page(REPORT, title="Detidos após assalto em Bragança"))
    prints(newsroom, "gazeta", html_page(text, title="Ourivesaria assaltada em Bragança"), hour=19)
    await arrive(newsroom, 1, 2)
    assert originals(newsroom) == {"folha": None, "gazeta": "folha"}
    assert listed(newsroom) == listed(newsroom, language="pt") == ["folha"]
    assert listed(newsroom, source_id=2) == ["gazeta"]
    assert (also_in(newsroom, 1), also_in(newsroom, 2)) == (["gazeta"], ["folha"])
    with newsroom.database.connection() as connection:
        assert reading.by_id(connection, 2) is not None
        assert [one["near_duplicate_of"] for one in export.articles(connection)] == [None, 1]


@pytest.mark.parametrize(("language", "found"), [("pt-BR", [1]), ("pt", [1]), ("es", []), (None, [])])
async def test_copies_are_looked_for_in_every_country_of_a_language(
    newsroom: Newsroom, language: str | None, found: Sequence[int]
) -> None:
    prints(newsroom, "folha", html_page(REPORT))
    await arrive(newsroom, 1)
    with newsroom.database.transaction() as connection:
        hashes = newsroom.rows("select hashes from article_sketch")[0]["hashes"]
        copies.note(connection, 1, hashes, "pt-PT", None)
        assert [one.article_id for one in copies.find(connection, 2, hashes, language)] == found


async def test_reports_in_words_of_their_own_are_no_copies(newsroom: Newsroom) -> None:
    prints(newsroom, "folha", html_page(REPORT))
    prints(newsroom, "gazeta", html_page([*OWN, REPORT[1]]))
    await arrive(newsroom, 1, 2)
    assert originals(newsroom) == {"folha": None, "gazeta": None}
    assert sorted(listed(newsroom)) == ["folha", "gazeta"]


async def test_a_report_that_two_outlets_print_costs_the_engine_its_sentences_once(newsroom: Newsroom) -> None:
    for outlet in ("folha", "gazeta"):
        prints(newsroom, outlet, html_page(REPORT, title="Detidos após assalto"))
    await arrive(newsroom, 1, 2)
    asked = asked_of(newsroom)
    assert sorted(asked) == sorted({"Detidos após assalto", *REPORT})
    prints(newsroom, "diario", html_page(REPORT, title="Assalto em Bragança"), hour=20)
    await arrive(newsroom, 3)
    assert asked_of(newsroom) == ["Assalto em Bragança"]


async def test_a_copy_waits_while_another_worker_translates_its_original(newsroom: Newsroom) -> None:
    for outlet in ("folha", "gazeta"):
        prints(newsroom, outlet, html_page(REPORT))
    for feed in (1, 2):
        await newsroom.run("poll", feed)
        await newsroom.run("read", feed)
    newsroom.rows("delete from procrastinate_jobs")
    with newsroom.database.transaction() as connection:
        assert [one.article_id for one in translations.lease(connection, "pt", "one", limit=1, seconds=300)] == [1]
        assert translations.lease(connection, "pt", "two", limit=1, seconds=300) == []
        translations.release(connection, "one", [1])
        assert [one.article_id for one in translations.lease(connection, "pt", "two", limit=2, seconds=300)] == [1, 2]


async def test_two_workers_that_read_two_copies_at_once_agree(newsroom: Newsroom) -> None:
    for outlet in OUTLETS:
        prints(newsroom, outlet, html_page(REPORT, title=f"Assalto: {outlet}"))
    for feed in range(1, 5):
        await newsroom.run("poll", feed)
    desks: list[Desk] = [newsroom.desk, *(newsroom.new_desk(f"worker {number}") for number in range(2, 5))]
    await asyncio.gather(*(newsroom.run("read", number, desk=desk) for number, desk in enumerate(desks, 1)))
    assert originals(newsroom) == {"folha": None, "gazeta": "folha", "diario": "folha", "correio": "folha"}


async def test_the_original_is_the_one_that_was_published_first_whatever_came_first(newsroom: Newsroom) -> None:
    for hour, outlet in ((20, "folha"), (19, "gazeta"), (18, "diario")):
        prints(newsroom, outlet, html_page(REPORT), hour=hour)
    await arrive(newsroom, 1, 2)
    assert originals(newsroom) == {"folha": "gazeta", "gazeta": None}
    before = version(newsroom, "article:1")
    await arrive(newsroom, 3)
    assert originals(newsroom) == {"folha": "diario", "gazeta": "diario", "diario": None}
    assert listed(newsroom) == ["diario"]
    assert also_in(newsroom, 1) == ["diario", "gazeta"]
    assert version(newsroom, "article:1") > before


async def test_a_whole_article_is_shown_in_the_place_of_a_part_of_it(newsroom: Newsroom) -> None:
    prints(newsroom, "folha", http_error(404))
    feed = "https://folha.example/feed"
    item = Item(url=url("folha"), title="Assalto em Bragança", summary=" ".join(REPORT[:3]))
    newsroom.fetcher.at(feed, rss(item, url=feed))
    prints(newsroom, "gazeta", html_page(REPORT), hour=20)
    await arrive(newsroom, 1, 2)
    assert originals(newsroom) == {"folha": "gazeta", "gazeta": None}


async def test_until_the_original_is_shown_its_first_copy_is(newsroom: Newsroom) -> None:
    for hour, outlet in enumerate(OUTLETS[:3], 18):
        prints(newsroom, outlet, html_page(REPORT), hour=hour)
    await arrive(newsroom, 1, 2, 3)
    newsroom.rows("update article set visible_at = null where id = 1")
    assert listed(newsroom) == ["gazeta"]
    assert also_in(newsroom, 3) == ["gazeta"]


async def test_a_list_of_one_topic_shows_a_text_whose_original_is_of_another(newsroom: Newsroom) -> None:
    for hour, outlet in enumerate(OUTLETS[:3], 18):
        prints(newsroom, outlet, html_page(REPORT), hour=hour)
    await arrive(newsroom, 1, 2, 3)
    newsroom.rows("update article set topic = case id when 1 then 'politics' else 'crime_law' end")
    assert listed(newsroom, topic="politics") == ["folha"]
    assert listed(newsroom, topic="crime_law") == ["gazeta"]


@pytest.mark.parametrize("end", ["reserved", "removed", "rewritten"])
async def test_copies_find_another_original_when_theirs_goes(newsroom: Newsroom, end: str) -> None:
    for hour, outlet in enumerate(OUTLETS[:3], 18):
        prints(newsroom, outlet, html_page(REPORT), hour=hour)
    await arrive(newsroom, 1, 2, 3)
    assert originals(newsroom) == {"folha": None, "gazeta": "folha", "diario": "folha"}
    before = version(newsroom, "article:3")
    if end == "removed":
        with newsroom.database.transaction() as connection:
            copies.bequeath(connection, 1)
            sources.remove(connection, 1)
    else:
        head = '<meta name="robots" content="noai">' if end == "reserved" else ""
        newsroom.fetcher.at(url("folha"), html_page(OWN, head=head))
        await newsroom.run("read", 1)
        await newsroom.settle()
        assert version(newsroom, "article:3") > before
    gone = {} if end == "removed" else {"folha": None}
    assert originals(newsroom) == {**gone, "gazeta": None, "diario": "gazeta"}


async def test_a_corrected_original_stays_the_original(newsroom: Newsroom) -> None:
    for hour, outlet in enumerate(OUTLETS[:2], 18):
        prints(newsroom, outlet, html_page(REPORT), hour=hour)
    await arrive(newsroom, 1, 2)
    newsroom.fetcher.at(url("folha"), html_page([text.replace("45 mil", "54 mil") for text in REPORT]))
    await newsroom.run("read", 1)
    await newsroom.settle()
    assert newsroom.article(1)["printed_revision"] == 2
    assert originals(newsroom) == {"folha": None, "gazeta": "folha"}


async def test_an_outlets_own_text_under_two_addresses_is_shown_once(newsroom: Newsroom) -> None:
    prints(newsroom, "folha", html_page(REPORT))
    await arrive(newsroom, 1)
    prints(newsroom, "folha", html_page(REPORT, title="Outro título"), hour=19, name="repetido")
    await arrive(newsroom, 1)
    assert [row["near_duplicate_of"] for row in newsroom.rows("select * from article order by id")] == [None, 1]
    assert listed(newsroom) == listed(newsroom, source_id=1) == ["folha"]


async def test_an_outlets_next_report_that_repeats_paragraphs_is_an_article_of_its_own(newsroom: Newsroom) -> None:
    prints(newsroom, "folha", html_page(REPORT))
    await arrive(newsroom, 1)
    prints(newsroom, "folha", html_page([OWN[2], OWN[3], *REPORT[:4]]), hour=19, name="perseguicao")
    await arrive(newsroom, 1)
    assert listed(newsroom) == ["folha", "folha"]


async def test_the_same_line_in_place_of_two_articles_makes_them_no_copies(newsroom: Newsroom) -> None:
    line = [
        "Este conteúdo está disponível apenas para os assinantes que já iniciaram sessão nesta página do nosso jornal."
    ]
    for outlet, title in (("folha", "Ministro demite-se"), ("gazeta", "Chuva forte no norte")):
        prints(newsroom, outlet, html_page(line, title=title))
        feed = f"https://{outlet}.example/feed"
        newsroom.fetcher.at(feed, rss(Item(url=url(outlet), title=title, summary=line[0]), url=feed))
    await arrive(newsroom, 1, 2)
    assert originals(newsroom) == {"folha": None, "gazeta": None}


async def test_a_syndicated_page_that_names_another_outlet_as_its_origin_is_a_copy_of_that(newsroom: Newsroom) -> None:
    prints(newsroom, "folha", html_page(REPORT))
    there = url("folha")
    shared = html_page(REPORT, canonical=there, head=f'<meta property="og:url" content="{there}">')
    prints(newsroom, "gazeta", shared, hour=19)
    await arrive(newsroom, 1, 2)
    assert set(newsroom.states().values()) == {"complete"}
    assert originals(newsroom) == {"folha": None, "gazeta": "folha"}


async def test_sketches_are_kept_for_a_fortnight(newsroom: Newsroom) -> None:
    prints(newsroom, "folha", html_page(REPORT))
    await arrive(newsroom, 1)
    with newsroom.database.transaction() as connection:
        copies.let_go(connection, newsroom.time - timedelta(days=1))
        assert connection.execute("select article_id from article_sketch").fetchall() == [{"article_id": 1}]
        connection.execute("update article_sketch set at = at - interval '2 days'")
        copies.let_go(connection, newsroom.time - timedelta(days=1))
        assert connection.execute("select from article_sketch").fetchall() == []
