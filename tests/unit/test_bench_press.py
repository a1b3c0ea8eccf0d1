"""The generated press: what the project's measurements read."""

from __future__ import annotations

from statistics import mean, pstdev
from typing import TYPE_CHECKING

import aiohttp
import feedparser
import pytest
from lxml import html

from limitedtimes.bench.press import feed_xml, generate, host, page, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from limitedtimes.bench.press import GeneratedPress, Served

BASE = "http://feed-03.localhost:1"


@pytest.fixture(scope="module")
def press() -> GeneratedPress:
    return generate(200, 10)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving(20, 4, words=60, page_kb=20) as served:
        yield served


def sentences(press: GeneratedPress) -> list[str]:
    return [text for story in press.stories for paragraph in story.paragraphs for text in paragraph]


def test_the_same_seed_writes_the_same_and_another_writes_another(press: GeneratedPress) -> None:
    assert generate(200, 10) == press
    assert not set(sentences(generate(200, 10, seed=2))) & set(sentences(press))


def test_hardly_a_sentence_stands_in_it_twice(press: GeneratedPress) -> None:
    assert press.repeated < 0.001


def test_sentences_are_as_long_and_as_different_in_length_as_reporters_write_them(press: GeneratedPress) -> None:
    lengths = [len(text.split()) for text in sentences(press)]
    assert 19 < mean(lengths) < 24
    assert pstdev(lengths) > 6


def test_every_article_has_the_words_that_were_asked_for(press: GeneratedPress) -> None:
    assert all(400 <= story.words < 450 for story in press.stories)
    assert press.words == sum(story.words for story in press.stories)


def test_articles_are_dealt_to_the_feeds_evenly(press: GeneratedPress) -> None:
    assert [len(press.of(feed)) for feed in range(10)] == [20] * 10
    assert {story.feed for story in press.of(3)} == {3}


def test_a_page_weighs_what_was_asked_for_and_shows_its_text_once(press: GeneratedPress) -> None:
    story = press.of(3)[0]
    body = page(press, story, BASE)
    tree = html.fromstring(body.decode())
    assert len(body) == 60 * 1024
    assert tree.findtext(".//h1") == story.title
    assert [node.text for node in tree.findall(".//article/p")[1:]] == [" ".join(one) for one in story.paragraphs]
    assert str(tree.xpath("string()")).count(story.lead) == 1


def test_a_feed_lists_its_outlets_articles(press: GeneratedPress) -> None:
    parsed = feedparser.parse(feed_xml(press, 3, BASE))
    assert not parsed.bozo
    assert [entry.title for entry in parsed.entries] == [story.title for story in press.of(3)]
    assert parsed.entries[0].link == BASE + press.of(3)[0].path


async def get(served: Served, name: str, path: str, **headers: str) -> tuple[int, bytes, str | None]:
    url = f"http://127.0.0.1:{served.port}{path}"
    async with (
        aiohttp.ClientSession() as session,
        session.get(url, headers={"Host": f"{name}:{served.port}", **headers}) as answer,
    ):
        return answer.status, await answer.read(), answer.headers.get("ETag")


async def test_another_process_serves_it_on_one_port_by_host_name(served: Served) -> None:
    press = generate(20, 4, words=60, page_kb=20)
    assert (served.articles, served.words, served.repeated) == (20, press.words, press.repeated)
    assert served.feeds == tuple(f"http://{host(feed)}:{served.port}/feed.xml" for feed in range(4))
    base = f"http://{host(2)}:{served.port}"
    assert (await get(served, host(2), "/feed.xml"))[1] == feed_xml(press, 2, base)
    story = press.of(2)[1]
    assert (await get(served, host(2), story.path))[1] == page(press, story, base)


@pytest.mark.parametrize(("name", "path"), [("feed-04.localhost", "/feed.xml"), ("feed-00.localhost", "/noticia/1")])
async def test_what_does_not_exist_is_not_found(served: Served, name: str, path: str) -> None:
    assert (await get(served, name, path))[0] == 404


async def test_an_unchanged_feed_is_not_sent_again(served: Served) -> None:
    _, _, tag = await get(served, host(0), "/feed.xml")
    assert tag is not None
    status, body, _ = await get(served, host(0), "/feed.xml", **{"If-None-Match": tag})
    assert (status, body) == (304, b"")
