"""An article comes once: changing guids, several feeds, feeds that reorder or repeat; and a followed sitemap just works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.stagehand import FEED, Item, ok, rss

if TYPE_CHECKING:
    from stages.stagehand import Newsroom

A = Item(guid="1")
B = Item(url="https://news.example/b", title="Outra notícia", guid="2")
C = Item(url="https://news.example/c", title="Terceira", guid="3")


async def test_guids_that_change_make_no_second_article(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(
        FEED, rss(A, B), rss(Item(guid="new 1"), B), rss(Item(guid="", url=A.url + "?utm_source=rss"), B)
    )
    for _ in range(3):
        await newsroom.run("poll", 1)
    assert list(newsroom.states()) == [A.url, B.url]


async def test_an_entry_in_five_feeds_is_one_article_that_is_read_once(newsroom: Newsroom) -> None:
    addresses = [f"https://news.example/feed{number}" for number in range(5)]
    for number, address in enumerate(addresses, 1):
        newsroom.follow(address)
        newsroom.fetcher.at(address, rss(Item(guid=f"{number}", url=f"{A.url}#rss{number}"), url=address))
        await newsroom.run("poll", number)
    assert len(newsroom.states()) == 1
    assert newsroom.waiting() == [("read", "1")]


async def test_a_feed_that_reorders_or_repeats_old_entries_announces_nothing(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A, B, C), rss(C, A, B, A), rss(B), rss(A, B, C))
    await newsroom.run("poll", 1)
    waiting = newsroom.waiting()
    for _ in range(3):
        await newsroom.run("poll", 1)
    assert newsroom.waiting() == waiting
    assert len(newsroom.states()) == 3


async def test_entries_without_guids_are_known_again_by_their_address(newsroom: Newsroom) -> None:
    newsroom.follow()
    text = (
        f"<rss version='2.0'><channel><title>A</title><item><title>A</title><link>{A.url}</link></item></channel></rss>"
    )
    newsroom.fetcher.at(FEED, ok(text), ok(text.replace("</channel>", "<!-- later --></channel>")))
    await newsroom.run("poll", 1)
    waiting = newsroom.waiting()
    await newsroom.run("poll", 1)
    assert (len(newsroom.states()), newsroom.waiting()) == (1, waiting)


async def test_a_news_sitemap_is_polled_like_any_feed(newsroom: Newsroom) -> None:
    address = "https://news.example/sitemap-news.xml"
    newsroom.follow(address, language=None)
    news = "<n:news><n:publication><n:language>pt</n:language></n:publication><n:title>Título</n:title></n:news>"
    text = (
        f"<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>{A.url}</loc>{news}</url>"
        f"<url><loc>{B.url}</loc>{news}</url></urlset>"
    )
    newsroom.fetcher.at(address, ok(text, content_type="application/xml"))
    await newsroom.run("poll", 1)
    assert list(newsroom.states()) == [A.url, B.url]
    assert newsroom.row("select language from source")["language"] == "pt"


async def test_a_feed_that_became_an_index_of_sitemaps_says_what_to_follow(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at(
        FEED, ok("<sitemapindex><sitemap><loc>https://news.example/news.xml</loc></sitemap></sitemapindex>")
    )
    await newsroom.run("poll", 1)
    assert "follow one of them: https://news.example/news.xml" in (newsroom.feed().last_error or "")
