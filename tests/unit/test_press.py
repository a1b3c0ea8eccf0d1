"""The sample press: its content, its pages and feeds, its server."""

from __future__ import annotations

import re
import shutil
from calendar import timegm
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from io import BytesIO
from typing import TYPE_CHECKING

import aiohttp
import feedparser
import pytest
from lxml import html
from PIL import Image
from protego import Protego
from yarl import URL

from limitedtimes.demo.press.checks import problems
from limitedtimes.demo.press.content import HERE, NOTICE, PressError, expected, load_press
from limitedtimes.demo.press.markup import OLD_TAGS, parse, to_html
from limitedtimes.demo.press.server import PressServer, serving
from limitedtimes.demo.press.site import Site
from limitedtimes.model.article import ArticleState, Block, BlockKind, Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from time import struct_time

    from limitedtimes.demo.press.content import Press, SampleArticle
    from limitedtimes.demo.press.site import Document

PRESS = load_press()
SITE = Site(PRESS, lambda outlet: f"http://{outlet.host}:1")
OUTLETS = pytest.mark.parametrize("outlet", PRESS.outlets, ids=lambda outlet: outlet.slug)
ARTICLES = pytest.mark.parametrize(
    "article", PRESS.articles, ids=lambda article: f"{article.outlet.slug}/{article.slug}"
)


def the(chosen: Callable[[SampleArticle], bool]) -> SampleArticle:
    (article,) = (article for article in PRESS.articles if chosen(article))
    return article


def printed(article: SampleArticle, site: Site = SITE) -> Document:
    document = site.document(article.outlet.host, article.path)
    assert document is not None
    return document


def page(article: SampleArticle) -> str:
    return printed(article).body.decode(article.encoding)


def feed(site: Site, article: SampleArticle) -> str:
    document = site.document(article.outlet.host, article.outlet.feed_path)
    assert document is not None
    return document.body.decode()


def visible(source: str) -> str:
    tree = html.fromstring(re.sub(r"<!DOCTYPE.*?>", "", source, flags=re.IGNORECASE))
    texts = tree.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]")
    assert isinstance(texts, list)
    return " ".join("".join(map(str, texts)).split())


def moment(parsed: struct_time) -> datetime:
    return datetime.fromtimestamp(timegm(parsed), UTC)


# --- content


def test_the_content_is_what_it_promises_to_be() -> None:
    assert problems(PRESS) == []


def with_article(**changes: object) -> Press:
    return replace(PRESS, articles=(replace(PRESS.articles[0], **changes), *PRESS.articles[1:]))  # type: ignore[arg-type]  # a test's shorthand


@pytest.mark.parametrize(
    ("press", "problem"),
    [
        (with_article(body="Uma frase só."), "1 sentences"),
        (with_article(topic="gossip"), "unknown topic gossip"),
        (with_article(body=PRESS.articles[0].body + "\n\n[x](press:nobody/nothing)"), "dead link press:nobody/nothing"),
        (
            with_article(body=PRESS.articles[0].body + "\n\n[x](https://real.pt/)"),
            "not free for examples: https://real.pt/",
        ),
        (with_article(body=PRESS.articles[0].body + "\n\n**aberto"), "markup left in: **aberto"),
        (with_article(lead=PRESS.articles[1].lead), "both say"),
        (with_article(published=datetime(2020, 10, 21, tzinfo=UTC)), "is not in Europe/Lisbon"),
        (
            with_article(published=PRESS.articles[0].published and PRESS.articles[0].published + timedelta(days=30)),
            "out of the press's days",
        ),
        (with_article(accessible=False), "2 articles are inaccessible"),
        (
            with_article(
                slug=PRESS.articles[1].slug, published=PRESS.articles[1].published, section=PRESS.articles[1].section
            ),
            "one address",
        ),
        (replace(PRESS, articles=PRESS.articles[:20]), "20 articles, not 48"),
        (
            replace(PRESS, articles=tuple(a for a in PRESS.articles if a.topic != "religion")),
            "no article about religion",
        ),
        (replace(PRESS, articles=tuple(a for a in PRESS.articles if a.slug != "cimeira-das-pescas")), "0 pairs"),
        (replace(PRESS, pictures=HERE / "nowhere"), "no picture"),
    ],
)
def test_problems_are_found(press: Press, problem: str) -> None:
    assert any(problem in found for found in problems(press))


def test_the_manifest_says_what_must_become_of_each_article() -> None:
    manifest = expected(PRESS)
    assert len(manifest) == len(PRESS.articles)
    states = [expectation.state for expectation in manifest.values()]
    assert states.count(ArticleState.EXCLUDED) == states.count(ArticleState.PARTIAL) == 1
    reserved = the(lambda article: not article.robots)
    assert manifest[reserved.outlet.host + reserved.path].reason == "robots"
    paid = the(lambda article: not article.accessible)
    assert manifest[paid.outlet.host + paid.path].reason == "paywall"


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str], Path]:
    """Give a press of one article with a text in it replaced."""
    content = tmp_path / "press" / "content"
    (content / "farol-do-norte").mkdir(parents=True)
    shutil.copy(HERE / "content" / "outlets.toml", content)
    article = content / "farol-do-norte" / "a.toml"
    article.write_text(
        'title = "T"\nlead = "L."\nsection = "Mar"\ntopic = "economy"\nexpect = "complete"\n'
        "published = 2020-10-22T10:00:00+01:00\nbody = '''\nUm texto.\n'''\n"
    )

    def change(old: str, new: str) -> Path:
        text = article.read_text()
        assert old in text
        article.write_text(text.replace(old, new))
        return tmp_path / "press"

    return change


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "T"', "", "title is missing"),
        ('title = "T"', "title = 7", "title must be a str"),
        ('title = "T"', 'title = ""', "title must be a str and not empty"),
        ('title = "T"', 'title = "T"\ncolour = "red"', "colour is not a known field"),
        ('title = "T"', 'title = "T', "Illegal character"),
        ("+01:00", "", "published needs an offset"),
        ('"complete"', '"finished"', "expect must be"),
        ("Um texto.", "Um texto.\n\n![2]", "body shows ![2]"),
        ("lead =", 'encoding = "ascii"\nlead =', "encoding cannot hold the body"),
        ("'''\n", "'''\n[[pictures]]\nfile = 'x.jpg'\ncaption = 'c'\n", "pictures 1: credit is missing"),
        ("lead =", 'keywords = "um"\nlead =', "keywords must be a list"),
    ],
)
def test_a_fault_in_a_file_is_named_with_file_and_field(
    broken: Callable[[str, str], Path], old: str, new: str, message: str
) -> None:
    if "encoding" in message:
        broken("Um texto.", "Um texto é.")
    folder = broken(old, new) if "pictures" not in message else broken("Um texto.\n'''\n", "Um texto.\n" + new)
    with pytest.raises(PressError, match=r"farol-do-norte/a\.toml.*" + re.escape(message)):
        load_press(folder)


def test_a_correction_must_find_its_old_text(broken: Callable[[str, str], Path]) -> None:
    table = "\n[correction]\nmodified = 2020-10-22T11:00:00+01:00\nreplace = [['Outro', 'Mais']]\n"
    with pytest.raises(PressError, match="must find its old text once"):
        load_press(broken("texto.\n'''\n", f"texto.\n'''\n{table}"))


def test_a_folder_without_an_outlet_is_refused(broken: Callable[[str, str], Path]) -> None:
    folder = broken('"T"', '"U"')
    (folder / "content" / "o-desconhecido").mkdir()
    with pytest.raises(PressError, match="o-desconhecido"):
        load_press(folder)


# --- markup


def test_a_body_is_parsed_to_blocks() -> None:
    body = "Um [elo](https://example.org/).\n\n## Título\n\n> Citação\n\n- um\n- dois\n\n![2]\n"
    kinds = [block.kind for block in parse(body)]
    assert kinds == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.QUOTE,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
        BlockKind.PICTURE,
    ]
    assert parse(body)[0] == Block(
        BlockKind.PARAGRAPH, "Um elo.", (Mark(MarkKind.LINK, (3, 6), "https://example.org/"),)
    )
    assert parse(body)[-1].image == 1


@pytest.mark.parametrize(
    ("source", "expected_html"),
    [
        ("um *dois* três", "um <em>dois</em> três"),
        ("**um** e **dois**", "<strong>um</strong> e <strong>dois</strong>"),
        ("**um [dois](press:a/b) três**", '<strong>um <a href="press:a/b">dois</a> três</strong>'),
        ("[*Diário*](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2"><em>Diário</em></a>'),
        ("3 * 4 * 5 < 100 & mais", "3 * 4 * 5 &lt; 100 &amp; mais"),
        ("*um*, *dois*", "<em>um</em>, <em>dois</em>"),
    ],
)
def test_inline_markup_becomes_html(source: str, expected_html: str) -> None:
    assert to_html(parse(source)[0], str) == expected_html


def test_old_markup_has_old_tags() -> None:
    assert to_html(parse("*um* **dois**")[0], str, OLD_TAGS) == "<i>um</i> <b>dois</b>"


# --- pages


@ARTICLES
def test_a_page_shows_its_article(article: SampleArticle) -> None:
    source = page(article)
    text = visible(source)
    heading = html.fromstring(re.sub(r"<!DOCTYPE.*?>", "", source, flags=re.IGNORECASE)).find(".//h1")
    assert heading is not None
    assert article.title in str(heading.xpath("string()"))
    shown = article.blocks if article.accessible else article.blocks[:1]
    for part in (article.lead, *article.authors, *(block.text for block in shown)):
        assert " ".join(part.split()) in text
    for photo in article.pictures if article.accessible else article.pictures[:1]:
        assert f"/img/{photo.file}" in source
        assert photo.credit in text
    assert NOTICE in text
    assert "press:" not in source


@ARTICLES
def test_a_page_weighs_what_such_pages_weigh(article: SampleArticle) -> None:
    least, most = (40, 120) if article.outlet.layout == "app" else (15, 60)
    assert least * 1000 <= len(printed(article).body) <= most * 1000


@OUTLETS
def test_nothing_on_a_page_is_fetched_from_elsewhere(outlet: object) -> None:
    for article in PRESS.articles:
        if article.outlet is outlet:
            for url in re.findall(r"""(?:\bsrc|srcset|data-src)=["']([^"']+)""", page(article)):
                assert url.startswith((f"http://{article.outlet.host}:1/img/", "data:"))


def test_an_inaccessible_article_is_cut_on_its_page_and_in_its_feed() -> None:
    article = the(lambda article: not article.accessible)
    rest = [block.text for block in article.blocks[1:] if block.text]
    for source in (page(article), feed(SITE, article)):
        assert article.lead in source
        assert not [text for text in rest if text in source]


def test_an_article_without_a_date_has_none_on_its_page_nor_in_its_feed() -> None:
    article = the(lambda article: article.published is None)
    assert "2020" not in page(article)
    assert printed(article).modified is None
    (entry,) = (e for e in feedparser.parse(feed(SITE, article)).entries if e.title == article.title)
    assert not {"published", "updated"} & set(entry)


def test_an_old_encoding_is_declared_and_used() -> None:
    article = the(lambda article: article.encoding == "windows-1252")
    document = printed(article)
    assert document.content_type == "text/html; charset=windows-1252"
    assert b"charset=windows-1252" in document.body
    assert article.lead.encode("windows-1252") in document.body
    with pytest.raises(UnicodeDecodeError):
        document.body.decode("utf-8")


def test_robots_txt_closes_the_article_that_is_reserved_and_no_other() -> None:
    closed = []
    for article in PRESS.articles:
        document = SITE.document(article.outlet.host, "/robots.txt")
        assert document is not None
        if not Protego.parse(document.body.decode()).can_fetch(SITE.address(article), "LimitedTimes"):
            closed.append(article)
    assert closed == [the(lambda article: not article.robots)]


# --- feeds and home pages


@OUTLETS
def test_a_feed_tells_every_article(outlet: object) -> None:
    articles = [article for article in PRESS.articles if article.outlet is outlet]
    source = feed(SITE, articles[0])
    if source.startswith("{"):
        assert all(f'"summary": "{article.lead}"' in source for article in articles)
        assert source.count('"date_published"') == len(articles)
        return
    parsed = feedparser.parse(source)
    assert not parsed.bozo
    assert NOTICE in parsed.feed.subtitle
    told = {(entry.title, entry.link, entry.summary) for entry in parsed.entries}
    assert told == {(article.title, SITE.address(article), article.lead) for article in articles}
    for entry in parsed.entries:
        (article,) = (article for article in articles if article.title == entry.title)
        assert {tag.term for tag in entry.tags} == {article.section, *article.keywords}
        if article.published:
            assert moment(entry.published_parsed) == article.published


@OUTLETS
def test_a_home_page_leads_to_the_feed_and_the_articles(outlet: object) -> None:
    articles = [article for article in PRESS.articles if article.outlet is outlet]
    document = SITE.document(articles[0].outlet.host, "/")
    assert document is not None
    tree = html.fromstring(document.body.decode())
    feeds = [link.get("href") for link in tree.findall(".//link[@rel='alternate']")]
    assert feeds == [f"http://{articles[0].outlet.host}:1{articles[0].outlet.feed_path}"]
    assert {SITE.address(article) for article in articles} <= {link.get("href") for link in tree.findall(".//a")}


# --- the correction


def test_a_correction_changes_its_article_and_what_lists_it_only() -> None:
    article = the(lambda article: article.correction is not None)
    after = Site(PRESS.corrected(), lambda outlet: f"http://{outlet.host}:1")
    changed = [other for other in PRESS.articles if printed(other).body != printed(other, after).body]
    assert article in changed
    # What the correction changes of title or lead also stands beside its outlet's other articles.
    assert {other.outlet for other in changed} == {article.outlet}
    assert article.correction is not None
    corrected = printed(article, after).body.decode()
    for old, new in article.correction.replace:
        texts = [block.text for block in parse(f"{old}\n{new}")]
        assert texts[0] in page(article) or old in page(article)
        assert texts[1] in corrected or new in corrected
    outlets = {o for o in PRESS.outlets if SITE.document(o.host, o.feed_path) != after.document(o.host, o.feed_path)}
    assert outlets == {article.outlet}
    (entry,) = (e for e in feedparser.parse(feed(after, article)).entries if e.link == SITE.address(article))
    assert moment(entry.updated_parsed) == article.correction.modified


# --- the server


async def get(url: str, **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
    address = URL(url)
    headers = {"Host": f"{address.host}:{address.port}", **headers}
    async with (
        aiohttp.ClientSession() as session,
        session.get(address.with_host("127.0.0.1"), headers=headers) as answer,
    ):
        return answer.status, await answer.read(), answer.headers


async def test_it_serves_every_outlet_on_one_port_by_host_name() -> None:
    async with PressServer(PRESS) as server:
        for slug, url in server.feed_urls().items():
            assert url.startswith(server.url(slug))
            assert (await get(url))[0] == (await get(server.url(slug)))[0] == 200
        article = PRESS.articles[0]
        address = server.article_url(f"{article.outlet.slug}/{article.slug}")
        status, body, headers = await get(address)
        assert status == 200
        assert address.encode() in body
        assert headers["Content-Encoding"] in ("gzip", "deflate")
        assert server.requests[article.outlet.host + article.path] == 1
        assert server.requests[article.outlet.host + "/robots.txt"] == 0


@pytest.mark.parametrize(
    "path", ["nothing", "img/nothing.jpg", "img/..%2Fcontent.py", "img/port-cranes.jpg?w=7", "img/port-cranes.jpg?w=x"]
)
async def test_what_does_not_exist_is_not_found(path: str) -> None:
    async with PressServer(PRESS) as server:
        assert (await get(server.url(PRESS.outlets[0].slug) + path))[0] == 404
        assert (await get(f"http://unknown.localhost:{server.port}/"))[0] == 404


@pytest.mark.parametrize("kind", ["page", "feed"])
async def test_what_has_not_changed_is_not_sent_again(kind: str) -> None:
    article = the(lambda article: article.correction is not None)
    async with PressServer(PRESS) as server:
        feed_url = server.feed_urls()[article.outlet.slug]
        url = server.article_url(f"{article.outlet.slug}/{article.slug}") if kind == "page" else feed_url
        _, _, headers = await get(url)
        by_tag = {"If-None-Match": headers["ETag"]}
        by_date = {"If-Modified-Since": headers["Last-Modified"]}
        for known in (by_tag, by_date):
            status, body, again = await get(url, **known)
            assert (status, body, again["ETag"]) == (304, b"", headers["ETag"])
        before = format_datetime(datetime(2020, 10, 1, tzinfo=UTC), usegmt=True)
        assert (await get(url, **{"If-Modified-Since": before}))[0] == 200
        # An entity tag outranks a date.
        assert (await get(url, **by_date, **{"If-None-Match": '"other"'}))[0] == 200
        server.publish_correction()
        assert (await get(url, **by_tag))[0] == (await get(url, **by_date))[0] == 200


async def test_pictures_come_in_the_widths_that_pages_name(tmp_path: Path) -> None:
    file = next(photo.file for article in PRESS.articles for photo in article.pictures)
    Image.new("RGB", (800, 500), "teal").save(tmp_path / file)
    async with PressServer(replace(PRESS, pictures=tmp_path)) as server:
        home = server.url(PRESS.outlets[0].slug)
        for query, size in (("", (800, 500)), ("?w=320", (320, 200))):
            status, body, headers = await get(f"{home}img/{file}{query}")
            assert (status, headers["Content-Type"]) == (200, "image/jpeg")
            assert Image.open(BytesIO(body)).size == size


async def test_it_serves_from_a_thread_until_its_context_ends() -> None:
    with serving(PRESS) as server:
        url = server.url(PRESS.outlets[0].slug)
        assert (await get(url))[0] == 200
        with pytest.raises(PressError, match="choose another port"), serving(PRESS, port=server.port):
            pass
    with pytest.raises(aiohttp.ClientConnectorError):
        await get(url)


def test_a_second_edition_can_be_served_at_once() -> None:
    article = the(lambda article: article.correction is not None)
    with serving(PRESS, edition=2) as second:
        assert second.requests.total() == 0
        assert PRESS.corrected().find(f"{article.outlet.slug}/{article.slug}") != article
