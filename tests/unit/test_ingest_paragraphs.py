from __future__ import annotations

import pytest

from limitedtimes.model.article import BlockKind
from newspage import ARABIC, JAPANESE, SENTENCES, TITLE, article, of_kind, paragraphs, read, site, texts

S = SENTENCES
MENU_CELL = "<td>" + "".join(f"<a href='/q{n}'>Link {n}</a><br>" for n in range(9)) + "</td>"

SHAPES = {
    "two breaks": lambda s: f"<div>{'<br><br>'.join(s)}</div>",
    "one break": lambda s: f"<div>{'<br>'.join(s)}</div>",
    "breaks in a paragraph": lambda s: f"<p>{'<br><br>'.join(s[:2])}</p><p>{'<br><br>'.join(s[2:])}</p>",
    "loose between paragraphs": lambda s: (
        f"<div><p>{s[0]}</p>{s[1]}<p>{s[2]}</p>{''.join(s[3:4])}{paragraphs(s[4:])}</div>"
    ),
    "boxes": lambda s: f"<div>{paragraphs(s, 'div')}</div>",
    "boxes in boxes": lambda s: "".join(f"<div class='w'><div class='i'><div>{one}</div></div></div>" for one in s),
    "spans": lambda s: "<div>" + "".join(f"<span>{one}</span><br>" for one in s) + "</div>",
    "a font": lambda s: f"<table><tr>{MENU_CELL}<td><font size=2>{'<br><br>'.join(s)}</font></td></tr></table>",
    "a row": lambda s: f"<table><tr>{MENU_CELL}<td>{paragraphs(s)}</td></tr></table>",
    "invented elements": lambda s: f"<news-body>{paragraphs(s, 'text-block')}</news-body>",
    "sections": lambda s: "".join(f"<section><p>{one}</p></section>" for one in s),
    "an aside": lambda s: f"<aside>{paragraphs(s)}</aside>",
    "a form around all": lambda s: f"<form action='/x'>{paragraphs(s)}</form>",
}


@pytest.mark.parametrize("language", ["de", "ja", "ar"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_paragraph_is_a_block_however_the_page_is_made(shape: str, language: str) -> None:
    said = {"de": SENTENCES, "ja": JAPANESE, "ar": ARABIC}[language]
    found = read(site(f"<div><h1>{TITLE}</h1>{SHAPES[shape](said)}</div>", language=language))
    assert texts(found) == said


def test_a_line_in_bold_before_a_break_is_a_line_of_its_own() -> None:
    body = f"<div><p>{S[0]}</p><b>Streit um Kosten</b><br>{S[1]}<br><br>{S[2]}<br><br>{S[3]}</div>"
    assert texts(read(site(f"<h1>{TITLE}</h1>{body}"))) == [S[0], "Streit um Kosten", *S[1:4]]


def test_a_break_within_a_sentence_parts_nothing() -> None:
    broken = S[1].replace(" im kommenden", "<br>im kommenden")
    assert texts(read(article(f"<p>{S[0]}</p><p>{broken}</p>{paragraphs(S[2:])}"))) == S


def test_menus_with_breaks_stay_out_of_the_text() -> None:
    links = (
        "<div>"
        + "".join(f"<a href='/x{n}'>Die Überschrift einer anderen Meldung {n}.</a><br>" for n in range(9))
        + "</div>"
    )
    assert texts(read(article(paragraphs() + links))) == SENTENCES


def test_nested_lists_stand_in_order() -> None:
    nested = "<ul><li>Erster Punkt der Liste.<ul><li>Ein Punkt darunter.</li></ul></li><li>Zweiter Punkt der Liste.</li></ul>"
    found = read(article(paragraphs(S[:3]) + nested + paragraphs(S[3:])))
    items = [block.text for block in of_kind(found, BlockKind.LIST_ITEM)]
    assert items == ["Erster Punkt der Liste.", "Ein Punkt darunter.", "Zweiter Punkt der Liste."]
