"""Addresses on a page that are none cost a link or a picture, never the page."""

from __future__ import annotations

import pytest

from limitedtimes.ingest.feeds.discovery import discover_feeds
from limitedtimes.ingest.language import Py3LangidDetector
from limitedtimes.ingest.page.extract import read_page
from limitedtimes.ingest.page.pagination import next_page
from limitedtimes.model.article import Page

DETECTOR = Py3LangidDetector()
BAD = "http://[bad"
HEAD = f"""<title>Ponte reabre em Tavira | Jornal</title><link rel="canonical" href="{BAD}"><link rel="amphtml" href="{BAD}">
<link rel="alternate" type="application/rss+xml" href="{BAD}"><meta property="og:url" content="{BAD}">
<meta property="og:image" content="{BAD}"><base href="{BAD}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ponte reabre em Tavira", "image": "{BAD}", "url": "{BAD}",
"mainEntityOfPage": "{BAD}", "author": {{"name": "Ana Sousa", "url": "{BAD}"}}}}</script>"""
TEXT = "".join(
    f'<p>A ponte velha reabriu depois de obras que duraram dois anos, disse a <a href="{BAD}{number}">câmara</a> na nota {number}.</p>'
    for number in range(8)
)
LINKS = "".join(f'<li><a href="{BAD}{number}">Outra notícia qualquer {number}</a></li>' for number in range(6))
BODY = f"""<html lang="pt"><head>{HEAD}</head><body><nav><a href="{BAD}">Política</a></nav><article>
<h1><a href="{BAD}">Ponte reabre em Tavira</a></h1>
<figure><img src="{BAD}" srcset="{BAD} 2x" data-src="{BAD}"><figcaption>A ponte <a href="{BAD}">velha</a></figcaption></figure>{TEXT}
<iframe src="{BAD}"></iframe><blockquote class="twitter-tweet"><p>Bom dia, ponte.</p><a href="{BAD}">x</a></blockquote></article>
<ul>{LINKS}</ul><a rel="next" href="{BAD}">2</a></body></html>"""


@pytest.mark.parametrize("url", ["https://jornal.example/noticias/1", BAD])
def test_the_page_is_read_all_the_same(url: str) -> None:
    article = read_page(Page(url, BODY.encode(), "text/html"), language=None, detector=DETECTOR)
    assert (article.title, article.authors, article.pictures) == ("Ponte reabre em Tavira", ("Ana Sousa",), ())
    texts = [block.text for block in article.blocks]
    assert [text for text in texts if text.startswith("A ponte velha")] == [
        f"A ponte velha reabriu depois de obras que duraram dois anos, disse a câmara na nota {number}."
        for number in range(8)
    ]
    assert not any(mark.href for block in article.blocks for mark in block.marks)


@pytest.mark.parametrize("url", ["https://jornal.example/", BAD])
def test_it_names_neither_feeds_nor_a_next_page(url: str) -> None:
    page = Page(url, BODY.encode(), "text/html")
    assert (discover_feeds(page), next_page(page)) == ([], None)
