"""A generated press for measurements: many outlets, many articles, no sentence twice (if it can be helped).

``python -m limitedtimes.bench.press --articles 1000 --feeds 50`` serves it on loopback in a process of its own, so that
its memory and CPU are not the program's; ``serving`` starts that process. The outlets are ``feed-00.localhost`` and so
on, told apart by host name on one port.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache, cached_property
from html import escape
from typing import TYPE_CHECKING
from zlib import crc32

import click
from aiohttp import ETag, web

from limitedtimes.bench.sentences import CITIES, Reporter
from limitedtimes.errors import LimitedTimesError

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOPBACK = "127.0.0.1"
_NEWEST = datetime(2020, 10, 22, 18, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Story:
    """A generated article; ``feed`` is the number of its outlet."""

    number: int
    feed: int
    title: str
    lead: str
    paragraphs: tuple[tuple[str, ...], ...]  # sentences

    @property
    def published(self) -> datetime:
        """A minute before the story with the next lower number."""
        return _NEWEST - timedelta(minutes=self.number)

    @property
    def path(self) -> str:
        """Where it stands on its outlet's site."""
        return f"/noticia/{self.number}"

    @property
    def words(self) -> int:
        """How many words there are to translate."""
        return sum(len(text.split()) for text in (self.title, self.lead, *map(" ".join, self.paragraphs)))


@dataclass(frozen=True)
class GeneratedPress:
    """Outlets and stories; ``page_kb`` is what a page weighs, in units of 1,024 bytes."""

    stories: tuple[Story, ...]
    feeds: int
    page_kb: int

    def of(self, feed: int) -> tuple[Story, ...]:
        """Give an outlet's stories, newest first."""
        return self.stories[feed :: self.feeds]

    @cached_property
    def words(self) -> int:
        """How many words there are to translate."""
        return sum(story.words for story in self.stories)

    @cached_property
    def repeated(self) -> float:
        """The share of sentences that the press has printed before: what a translation memory would save."""
        sentences = [text for story in self.stories for paragraph in story.paragraphs for text in paragraph]
        return 1 - len(set(sentences)) / len(sentences)


def generate(articles: int, feeds: int, words: int = 400, page_kb: int = 60, seed: int = 1) -> GeneratedPress:
    """Write a press of so many articles, dealt to the feeds in turn; ``words`` is what an article has at least."""
    return GeneratedPress(
        tuple(_story(number, number % feeds, words, seed) for number in range(articles)), feeds, page_kb
    )


def _story(number: int, feed: int, words: int, seed: int) -> Story:
    reporter = Reporter(f"{seed}/{number}")
    title, lead = reporter.title(), reporter.sentence()
    sentences: list[str] = []
    left = words - len(title.split()) - len(lead.split())
    while left > 0:
        sentences.append(reporter.sentence())
        left -= len(sentences[-1].split())
    paragraphs = tuple(tuple(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
    return Story(number, feed, title, lead, paragraphs)


def host(feed: int) -> str:
    """Give the host name of an outlet."""
    return f"feed-{feed:02}.localhost"


def page(press: GeneratedPress, story: Story, base: str) -> bytes:
    """Print a story's page amid its outlet's furniture; ``base`` is the outlet's address."""
    ld = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "description": story.lead,
        "datePublished": story.published.isoformat(),
        "author": {"@type": "Person", "name": "Redação"},
    }
    text = "\n".join(f"<p>{escape(' '.join(paragraph))}</p>" for paragraph in story.paragraphs)
    before = (
        f'<!DOCTYPE html><html lang="pt-PT"><head><meta charset="utf-8"><title>{escape(story.title)} | {host(story.feed)}</title>'
        f'<link rel="canonical" href="{base}{story.path}"><meta property="og:title" content="{escape(story.title)}">'
        f'<meta name="description" content="{escape(story.lead)}"><script type="application/ld+json">{json.dumps(ld)}</script>'
        f'</head><body>{_menu()}<main><article><h1>{escape(story.title)}</h1><p class="lead">{escape(story.lead)}</p>'
        f'<time datetime="{story.published.isoformat()}"></time>\n{text}\n</article></main>'
    )
    after = f"{_teasers(press, story)}<footer>{_menu()}</footer></body></html>"
    padding = press.page_kb * 1024 - len((before + after).encode()) - len("<script></script>")
    return f"{before}<script>{_script(max(padding, 0))}</script>{after}".encode()


@cache
def _menu() -> str:
    """Print a menu with as many elements as real sites have in theirs."""
    sections = ("Notícias", "Desporto", "Agenda")
    items = "".join(
        f'<li class="menu__item"><a href="/{city}">{city}</a><ul>'
        + "".join(f'<li><a href="/{city}/{section}">{section}</a></li>' for section in sections)
        + "</ul></li>"
        for city in CITIES
    )
    return f'<nav class="menu"><ul>{items}</ul></nav>'


def _teasers(press: GeneratedPress, shown: Story) -> str:
    cards = "".join(
        f'<div class="card"><a href="{story.path}"><h3>{escape(story.title)}</h3></a><p>{escape(story.lead)}</p></div>'
        for story in press.of(shown.feed)[:20]
        if story is not shown
    )
    return f'<aside class="related"><h2>Mais lidas</h2>{cards}</aside>'


@cache
def _script(length: int) -> str:
    line = 'window.state=window.state||[];window.state.push({"slot":"materia","sizes":[[300,250],[728,90]],"lazy":true});\n'
    return (line * (length // len(line) + 1))[:length]


def feed_xml(press: GeneratedPress, feed: int, base: str) -> bytes:
    """Print an outlet's feed: RSS 2.0."""
    items = "".join(
        f"<item><title>{escape(story.title)}</title><link>{base}{story.path}</link><guid>{base}{story.path}</guid>"
        f"<description>{escape(story.lead)}</description><pubDate>{format_datetime(story.published)}</pubDate></item>"
        for story in press.of(feed)
    )
    head = f"<title>Outlet {feed:02}</title><link>{base}/</link><description>Generated</description><language>pt-pt</language>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def application(press: GeneratedPress) -> web.Application:
    """Give the web application of a press: feeds, pages and robots.txt of all its outlets, by host name."""
    feeds = {host(feed): feed for feed in range(press.feeds)}

    async def answer(request: web.Request) -> web.Response:
        base = f"http://{request.host}"
        feed = feeds.get(request.host.partition(":")[0])
        if feed is None:
            return web.Response(status=404)
        if request.path == "/feed.xml":
            return _feed_response(request, feed_xml(press, feed, base))
        if request.path == "/robots.txt":
            return web.Response(text="User-agent: *\nAllow: /\n")
        story = next((story for story in press.of(feed) if story.path == request.path), None)
        if story is None:
            return web.Response(status=404)
        return web.Response(body=page(press, story, base), content_type="text/html", charset="utf-8")

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    return app


def _feed_response(request: web.Request, body: bytes) -> web.Response:
    tag = ETag(f"{crc32(body):08x}")
    fresh = tag in (request.if_none_match or ())
    response = web.Response(status=304) if fresh else web.Response(body=body, content_type="application/rss+xml")
    response.etag = tag
    return response


@dataclass(frozen=True, slots=True)
class Served:
    """A press that is being served by another process. ``words`` and ``repeated`` are GeneratedPress's."""

    pid: int
    port: int
    feeds: tuple[str, ...]  # addresses
    articles: int
    words: int
    repeated: float


@contextmanager
def serving(articles: int, feeds: int, words: int = 400, page_kb: int = 60, seed: int = 1) -> Iterator[Served]:
    """Serve a generated press from a process of its own; raise LimitedTimesError if that does not start."""
    sizes = {"articles": articles, "feeds": feeds, "words": words, "page-kb": page_kb, "seed": seed}
    options = [f"--{name}={value}" for name, value in sizes.items()]
    with subprocess.Popen([sys.executable, "-m", __name__, *options], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            if not line:
                raise LimitedTimesError("The generated press did not start; run `python -m limitedtimes.bench.press`.")
            report = json.loads(line)
            yield Served(process.pid, feeds=tuple(report.pop("feeds")), **report)
        finally:
            process.terminate()


@click.command()
@click.option("--port", default=0, help="0 takes a free one.")
@click.option("--articles", default=1000)
@click.option("--feeds", default=50)
@click.option("--words", default=400, help="Of an article, at least.")
@click.option("--page-kb", default=60)
@click.option("--seed", default=1)
def main(*, port: int, articles: int, feeds: int, words: int, page_kb: int, seed: int) -> None:
    """Serve a generated press; print one JSON object; end with the process that started this one."""
    asyncio.run(_serve(generate(articles, feeds, words, page_kb, seed), port))


async def _serve(press: GeneratedPress, port: int) -> None:
    parent = os.getppid()
    runner = web.AppRunner(application(press), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, _LOOPBACK, port).start()
    port = runner.addresses[0][1]
    report = {
        "port": port,
        "feeds": [f"http://{host(feed)}:{port}/feed.xml" for feed in range(press.feeds)],
        "articles": len(press.stories),
        "words": press.words,
        "repeated": press.repeated,
    }
    click.echo(json.dumps(report))
    while os.getppid() == parent:
        await asyncio.sleep(1)


if __name__ == "__main__":
    main()
