"""Pages that mean harm: each ends as an article or in a stated reason, within the limits of the process that reads it.

No seconds are measured: what would cost too much ends as ``too_slow`` or ``too_much_memory``, and that is the failure here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import ReadError
from limitedtimes.ingest.apart import ChildReader
from limitedtimes.model.article import Article, Page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SIZE = 40_000  # characters of bait: work over them that grows with the square is a thousand times that over a byline
KILLED = {"too_slow", "too_much_memory", "reader_died", "reader_failed"}
TEXT = "".join(
    f"<p>Os ministros chegaram a Lisboa na {day}-feira e falaram durante {hours} horas sobre a pesca no rio.</p>"
    for day, hours in (("segunda", "duas"), ("quinta", "seis"), ("sexta", "nove"))
)
ARTICLE = f"<article><h1>Ministros em Lisboa</h1>{TEXT}</article>"
FIGURE = "<figure><img src='/a.jpg' width='900' height='600' alt='{}'><figcaption>{}</figcaption></figure>"


def page(body: str | bytes, kind: str = "text/html") -> Page:
    return Page("https://a.example/politica/x-1", body if isinstance(body, bytes) else body.encode(), kind)


def html(body: str, head: str = "") -> str:
    return f"<html lang='pt'><head><title>Ministros em Lisboa</title>{head}</head><body>{body}</body></html>"


def many(text: str, size: int = SIZE) -> str:
    return text * (size // len(text))


def inside(text: str) -> str:
    return html(f"<article><h1>Ministros em Lisboa</h1>{TEXT}{text}</article>")


def before(text: str) -> str:
    return html(f"<article><h1>Ministros em Lisboa</h1>{text}{TEXT}</article>")


def data(text: str) -> str:
    return html(ARTICLE, f"<script type='application/ld+json'>{text}</script>")


async def read_all(pages: Iterable[Page]) -> list[Article | ReadError]:
    results: list[Article | ReadError] = []
    async with ChildReader() as reader:
        for one in pages:
            try:
                results.append(await reader.read(one, language="pt"))
            except ReadError as error:
                results.append(error)
    return results


async def read(one: Page) -> Article | ReadError:
    (result,) = await read_all([one])
    return result


def text_of(result: Article | ReadError) -> str:
    assert isinstance(result, Article), result
    return "\n".join(block.text for block in result.blocks)


REPEATED = [
    *(
        " ",
        "\t",
        "\u00a0",
        "\u3000",
        "a",
        "a ",
        "A",
        "Ab ",
        "1",
        "1.",
        "1.1.",
        "1:",
        "12:00 ",
        "- ",
        "— ",
        "/",
        "a/",
        " / ",
    ),
    *(
        "dpa/",
        "dpa / ",
        "(",
        "((",
        "(a",
        "[",
        '"',
        "«",
        "“a",
        "'",
        ".",
        "...",
        "!?",
        "@",
        "#",
        "#a ",
        "&amp;",
        "&#x41;",
        "&",
        "<",
    ),
    *(
        "Foto: ",
        "(Foto",
        "©",
        "© a ",
        "Von ",
        "Von A B, ",
        "By ",
        "Por Ana e ",
        "Anna Maier und ",
        "Reuters/",
        "www.",
        "http://",
    ),
    *(
        "a.b.",
        "a-",
        "a_",
        "%",
        "\\",
        "|",
        " | ",
        "=",
        "+",
        "日",
        "日本 ",
        "ا",
        "é",
        "e\u0301",
        "\u200b",
        "\u202e",
        "😀",
        "\ud7ff",
    ),
]


async def test_no_sign_however_often_repeated_stops_the_reader() -> None:
    pages = [page(make(f"<p>{many(one)}x</p>")) for one in REPEATED for make in (inside, before)]
    results = await read_all(pages)
    stopped = [
        (REPEATED[index // 2], result.code)
        for index, result in enumerate(results)
        if isinstance(result, ReadError) and result.code in KILLED
    ]
    assert stopped == []


BAITS = ("a ", "Foto ", "(a", "a - ", "| ", "Anna Maier, ", "1", "1 ", "/", "x-", " ")


def heads(bait: str) -> dict[str, str]:
    return {
        "title": f"<html><head><title>{bait}</title></head><body>{ARTICLE}</body></html>",
        "h1": html(f"<article><h1>{bait}</h1>{TEXT}</article>"),
        "author": html(ARTICLE, f"<meta name='author' content='{bait}'>"),
        "date": html(ARTICLE, f"<meta property='article:published_time' content='{bait}'>"),
        "time": inside(f"<time datetime='{bait}'>{bait}</time>"),
        "class": html(f"<div class='{bait}'>{ARTICLE}</div>"),
        "srcset": inside(f"<img src='/a.jpg' srcset='{bait}'>"),
        "alt": inside(FIGURE.format(bait, "")),
        "href": inside(f"<p>Os <a href='{bait}'>ministros</a> falaram.</p>"),
    }


async def test_no_attribute_or_head_however_long_stops_the_reader() -> None:
    pages = {f"{name} {one}": page(body) for one in BAITS for name, body in heads(many(one) + "x").items()}
    results = await read_all(pages.values())
    stopped = [
        (name, result.code)
        for name, result in zip(pages, results, strict=True)
        if isinstance(result, ReadError) and result.code in KILLED
    ]
    assert stopped == []


async def test_no_markup_however_often_repeated_stops_the_reader() -> None:
    baits = [
        *(
            "<b><i>",
            "<a href=x>",
            "<table><tr><td>",
            "<p><font><b>x",
            "<span>a</span>",
            "<a href='/x'>a b</a> ",
            "a<br>",
        ),
        *("<ul><li>x", "<blockquote><p>x", "<svg><path d='M0 0'>", "<select><option>x", "<noscript><img src=/a.jpg>"),
        *(
            "<template>",
            "<iframe>",
            "<!-- -->",
            "<!--",
            "<![CDATA[",
            "<?php ",
            "</p>",
            "</div>",
            "<h2>x</h2>",
            "<li>Um dois</li>",
        ),
        *(
            "<section><p>Os ministros chegaram.</p></section>",
            "<meta name='author' content='Anna Maier'>",
            "<base href='/x'>",
        ),
        *(
            "<style>a{}</style>",
            "<script>a</script>",
            "<object><param>",
            "<math><mi>",
            "<details><summary>a",
            "<dl><dt>a<dd>b",
        ),
    ]
    results = await read_all(page(inside(many(one, 20_000))) for one in baits)
    stopped = [
        (one, result.code)
        for one, result in zip(baits, results, strict=True)
        if isinstance(result, ReadError) and result.code in KILLED
    ]
    assert stopped == []


@pytest.mark.parametrize(
    "body",
    [
        html("<div>" * 100_000 + ARTICLE + "</div>" * 100_000),
        html(ARTICLE + "<div>" * 100_000),
        data("[" * 100_000 + "]" * 100_000),
        data('{"a":' * 100_000 + "1" + "}" * 100_000),
        data('{"@graph":[' * 400 + '{"@type":"NewsArticle"}' + "]}" * 400),
        data('{"@type":"NewsArticle","width":' + "9" * 100_000 + "}"),
        data('{"@type":"NewsArticle","headline":"\\ud800","author":{"@id":"#a"},"@id":"#a"}'),
        inside("".join(f"<i a{number}=x>" for number in range(2000))),
        html("<article " + " ".join(f"a{number}=x" for number in range(10_000)) + f">{TEXT}</article>"),
    ],
    ids=["divs around", "divs behind", "lists", "objects", "graphs", "number", "circle", "open tags", "attributes"],
)
async def test_depth_and_breadth_end_in_an_article_or_a_reason(body: str) -> None:
    result = await read(page(body))
    assert isinstance(result, Article) or result.code in {"no_text", "not_html", "not_article"}


async def test_one_line_of_fifty_megabytes_is_too_large() -> None:
    result = await read(page(b"<html><body><p>" + b"x" * 50_000_000))
    assert isinstance(result, ReadError)
    assert result.code == "too_large"


async def test_null_bytes_are_left_out() -> None:
    result = await read(page(inside("<p>Um\0 porta\0-voz falou.\0</p>").replace("Lisboa", "Lis\0boa")))
    assert "\0" not in text_of(result)
    assert "chegaram a Lisboa" in text_of(result)


async def test_a_billion_laughs_are_not_heard() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    laughs = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "ha">{entities}]>'
    result = await read(page(laughs + inside("<p>&a11;</p>"), "application/xhtml+xml"))
    assert "hahaha" not in text_of(result)


async def test_entities_from_elsewhere_are_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret of the house")
    outside = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    include = f"<p>&x;</p><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file://{tmp_path}/secret' parse='text'/>"
    result = await read(page(outside + inside(include), "application/xhtml+xml"))
    assert "secret of the house" not in text_of(result)


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (b"%PDF-1.7 <html>", "text/html", "not_html"),
        (b"\x89PNG\r\n\x1a\n<", "text/html", "not_html"),
        (b"PK\x03\x04<html>", "text/html", "not_html"),
        (inside("").encode(), "application/pdf", "not_html"),
        (inside("").encode(), "video/mp4", "not_html"),
        (b"\x1f\x8b\x08\x00<", "text/html", "not_html"),
        (b"MZ\x90\x00", "application/octet-stream", "not_html"),
        (b"", "text/html", "no_text"),
        (b"\x00" * 1000, "text/html", "not_html"),
        (b"<" * 10_000, "text/html", "no_text"),
        (b"<!DOCTYPE html>" * 1000, "text/html", "no_text"),
    ],
)
async def test_what_is_no_page_is_said_whatever_it_is_called(body: bytes, kind: str, code: str) -> None:
    result = await read(page(body, kind))
    assert isinstance(result, ReadError)
    assert result.code in {code, "not_html", "no_text"}


@pytest.mark.parametrize(
    "kind", ["text/html; charset=utf-7", "text/html; charset=utf-16", "text/html; charset=" + "x" * 5000]
)
async def test_a_lie_about_the_charset_costs_no_text(kind: str) -> None:
    result = await read(page(inside("<p>A reunião não terminou.</p><meta charset=shift_jis>"), kind))
    assert "A reunião não terminou." in text_of(result)
