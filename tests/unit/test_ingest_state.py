from __future__ import annotations

import json

import pytest

from limitedtimes.errors import ReadError
from limitedtimes.model.article import BlockKind
from newspage import JAPANESE, SENTENCES, TITLE, of_kind, paragraphs, read, site, texts


def in_script(source: str, kind: str = "text/javascript") -> str:
    return site(f"<div id='root'></div><script type='{kind}'>{source}</script>")


def as_json(value: object) -> str:
    return in_script(json.dumps(value), "application/json")


def stream(text: str) -> str:
    half = len(text) // 2
    pieces = [f"self.__next_f.push([1,{json.dumps(piece)}])" for piece in (text[:half], text[half:])]
    return site("".join(f"<script>{piece}</script>" for piece in pieces))


HTML = paragraphs()
PAGES = {
    "markup in a field": as_json({"page": {"title": TITLE, "body": HTML}}),
    "a list of blocks": as_json({"props": {"blocks": [{"type": "paragraph", "data": {"text": s}} for s in SENTENCES]}}),
    "an assigned variable": in_script(
        "window.A=window.A||{};A.content=" + json.dumps({"elements": [{"type": "text", "content": s} for s in SENTENCES]}) + ";A.b={};"
    ),
    "a normalised cache": in_script(
        "window.__STATE__ = " + json.dumps({f"Paragraph:{n}": {"text": s} for n, s in enumerate(SENTENCES)})
    ),
    "a parsed text": in_script(f"window.S = JSON.parse({json.dumps(json.dumps([{'html': f'<p>{s}</p>'} for s in SENTENCES]))});"),
    "rich text": as_json(
        {"doc": {"type": "doc", "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": s[:20]}, {"type": "text", "text": s[20:]}]} for s in SENTENCES
        ]}}
    ),
    "a component stream": stream('5:["$","div",null,' + json.dumps({"article": {"content": HTML}}) + "]\n"),
    "a sized row of a stream": stream(f"5:T{len(HTML.encode()):x},{HTML}6:[]\n"),
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_text_that_only_scripts_carry_is_read(page: str) -> None:
    assert texts(read(PAGES[page])) == SENTENCES


def test_scripts_with_dense_writing_are_read() -> None:
    assert texts(read(as_json({"body": paragraphs(JAPANESE)}))) == JAPANESE


def test_headings_of_a_list_are_headings_and_places_for_advertisements_are_left_out() -> None:
    blocks = [{"type": "paragraph", "text": s} for s in SENTENCES]
    blocks[2:2] = [{"type": "heading", "text": "Streit um Kosten"}, {"type": "paragraph", "text": "$$AD1$$"}]
    found = read(as_json(blocks))
    assert texts(found) == [*SENTENCES[:2], "Streit um Kosten", *SENTENCES[2:]]
    assert [block.text for block in of_kind(found, BlockKind.HEADING)] == ["Streit um Kosten"]


def test_captions_in_markup_are_no_text() -> None:
    figure = "<div class='bild'><img src='/wald.jpg'><div class='caption'><p>Der Wald im Mai, von oben gesehen am Morgen.</p></div></div>"
    assert texts(read(as_json({"body": paragraphs(SENTENCES[:3]) + figure + paragraphs(SENTENCES[3:])}))) == SENTENCES


def test_the_page_goes_before_its_scripts() -> None:
    other = [{"text": f"{s} Das war früher einmal anders, sagen viele."} for s in reversed(SENTENCES)]
    body = f"<article><h1>{TITLE}</h1>{HTML}</article><script type='application/json'>{json.dumps(other)}</script>"
    assert texts(read(site(body))) == SENTENCES


@pytest.mark.parametrize(
    "source",
    ["x={" * 5000, "a=[1," * 5000, "JSON.parse(" * 500, 'self.__next_f.push([1,"5:Tffff,x"])' + " " * 300, "[" * 5000],
)
def test_broken_scripts_are_passed_over(source: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(f"<html><body><script>{source}</script></body></html>")
    assert caught.value.code == "no_text"


def test_lists_of_other_things_are_no_text() -> None:
    names = [{"text": f"Rubrik {n}", "url": f"/r{n}"} for n in range(300)]
    with pytest.raises(ReadError):
        read(as_json({"menu": names}))
