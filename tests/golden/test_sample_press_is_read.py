"""Every page of the sample press is read exactly as its article was written: six layouts of kinds that outlets use."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache

import pytest

from limitedtimes.demo.press.content import Outlet, Press, SampleArticle, load_press
from limitedtimes.demo.press.site import Site
from limitedtimes.ingest.language import Py3LangidDetector
from limitedtimes.ingest.page.extract import read_page
from limitedtimes.model.article import Article, ArticleState, Block, BlockKind, Page

_NOW = datetime(2020, 12, 1, tzinfo=UTC)
_INTRODUCTION = re.compile(r"^(?:Foto|Desenho|Ilustração|Infografia|Grafik|Illustration):\s")
_INITIALS = re.compile(r"^(?:[a-z]{2,4}|[A-Z]{2,3}|(?:[A-Z]\.){2,3})(?=\s?/)")


@cache
def press() -> Press:
    return load_press().corrected()


@cache
def site() -> Site:
    return Site(press(), _base)


@cache
def detector() -> Py3LangidDetector:
    return Py3LangidDetector()


def _base(outlet: Outlet) -> str:
    return f"http://{outlet.host}"


def readable() -> list[SampleArticle]:
    """Those whose whole text stands on a page that may be fetched."""
    states = (ArticleState.COMPLETE, ArticleState.UNTRANSLATED)
    return [article for article in press().articles if article.expect in states]


def read(article: SampleArticle) -> Article:
    document = site().document(article.outlet.host, article.path)
    assert document is not None
    page = Page(site().address(article), document.body, document.content_type)
    return read_page(page, language=article.outlet.language, detector=detector(), now=_NOW)


def shown(block: Block) -> tuple[object, ...]:
    """A block with what its marks say and where they lead; a link to an article of the press as its address."""
    marks = [(mark.kind, block.text[slice(*mark.span)], _address(mark.href)) for mark in block.marks]
    return block.kind, block.text, marks


def _address(link: str | None) -> str | None:
    linked = press().find(link.removeprefix("press:")) if link and link.startswith("press:") else None
    return site().address(linked) if linked else link


def written(blocks: tuple[Block, ...]) -> list[tuple[object, ...]]:
    return [shown(block) for block in blocks]


def with_lead_picture(article: SampleArticle) -> tuple[Block, ...]:
    first = (Block(BlockKind.PICTURE, image=0),) if article.pictures else ()
    return first + article.blocks


def signed(article: SampleArticle) -> tuple[str, ...]:
    """Its authors, and whoever signs with initials that are not theirs."""
    initials = _INITIALS.match(article.agency_line or "")
    own = {"".join(re.findall(r"\b\w", name)).lower() for name in article.authors}
    more = (initials.group(),) if initials and initials.group().replace(".", "").lower() not in own else ()
    return article.authors + more


@pytest.mark.parametrize("article", readable(), ids=lambda article: f"{article.outlet.slug}/{article.slug}")
def test_an_article_is_read_as_it_was_written(article: SampleArticle) -> None:
    got = read(article)
    assert written(got.blocks) == written(with_lead_picture(article))
    assert (got.kicker, got.title, got.lead) == (article.kicker, article.title, article.lead)
    assert (got.authors, got.agencies) == (signed(article), article.agencies)
    assert (got.published, got.modified) == (article.published, article.modified)
    pictures = [(picture.caption, picture.credit) for picture in got.pictures]
    assert pictures == [(photo.caption, _INTRODUCTION.sub("", photo.credit)) for photo in article.pictures]


def test_pictures_are_the_articles_own_and_say_nothing_of_buttons() -> None:
    for article in readable():
        got = read(article).pictures
        assert [picture.url.partition("?")[0].rpartition("/")[2] for picture in got] == [
            photo.file for photo in article.pictures
        ]
        assert not [picture for picture in got if "ampliar" in f"{picture.caption} {picture.credit} {picture.alt}"]
