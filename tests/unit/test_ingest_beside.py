from __future__ import annotations

import pytest

from limitedtimes.errors import ReadError
from newspage import SENTENCES, TITLE, article, paragraphs, read, site, texts

HEADLINES = ("Der Fluss steigt wieder", "Neue Brücke im Tal geplant", "Fähre fährt nicht mehr")
POLL = (
    "<div><div><p>Welche Brücke ist dir im Tal die liebste?</p></div><div>"
    "<label><input type='radio' name='p' value='1'>Die alte</label>"
    "<label><input type='radio' name='p' value='2'>Die neue</label></div></div>"
)


def items(*written: str) -> str:
    return "<ul>" + "".join(f"<li>{one}</li>" for one in written) + "</ul>"


def related(host: str = "") -> str:
    return items(
        *(f"<span>Der Fluss im Tal</span> <a href='{host}/tal/{n}'>{text}</a>" for n, text in enumerate(HEADLINES))
    )


def between(markup: str) -> list[str]:
    return texts(read(article(paragraphs(SENTENCES[:3]) + markup + paragraphs(SENTENCES[3:]))))


def test_a_poll_is_no_text() -> None:
    assert between(POLL) == SENTENCES


def test_a_list_of_headlines_of_the_same_outlet_is_no_text() -> None:
    assert between(related()) == SENTENCES


@pytest.mark.parametrize(
    "markup",
    [
        related("https://amt.example"),
        items(*(f"Das Amt sagt: <a href='/tal/{n}'>{text}</a>, mehr nicht." for n, text in enumerate(HEADLINES))),
        items(*HEADLINES),
        items(f"<a href='/tal/1'>{HEADLINES[0]}</a>", "Die Stadt zahlt den Bau allein, der Kreis gibt nichts dazu"),
    ],
)
def test_other_lists_stay(markup: str) -> None:
    assert len(between(markup)) > len(SENTENCES)


def comments(name: str) -> str:
    said = (
        f"<div class='{name}'><p>Das sehe ich anders, Nummer {n}, und so sehen es viele im Tal seit Jahren.</p></div>"
        for n in range(8)
    )
    return f"<div>{''.join(said)}</div>"


def test_readers_comments_are_no_text_even_if_they_are_much() -> None:
    assert texts(read(article(paragraphs() + comments("visitors_comment")))) == SENTENCES


def test_a_quote_under_a_picture_is_no_caption() -> None:
    said = "«Ich habe noch nie so viel Wasser in diesem Tal gesehen, und ich lebe seit achtzig Jahren hier.»"
    assert said in between(f"<blockquote><img src='/tal.jpg'><p>{said}</p></blockquote>")


def test_a_layout_named_by_the_page_s_root_hides_nothing() -> None:
    page = article(paragraphs()).replace("<html", "<html class='hidden-sidebar has-newsletter newsletter'", 1)
    assert texts(read(page)) == SENTENCES


def test_a_commentary_stays() -> None:
    body = "".join(f"<div class='comment'><p>{sentence}</p></div>" for sentence in SENTENCES)
    assert texts(read(article(body))) == SENTENCES


@pytest.mark.parametrize(("address", "refused"), [("https://talbote.example/", True), ("/tal/wald-gesetz", False)])
def test_a_page_that_names_the_front_page_as_its_own_address_is_no_article(address: str, refused: bool) -> None:
    teasers = "".join(f"<li><a href='/tal/{n}'>Das Neueste aus dem Tal, Meldung {n}</a></li>" for n in range(20))
    page = site(
        f"<main><h1>{TITLE}</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></main><aside><ul>{teasers}</ul></aside>",
        f"<title>{TITLE}</title><link rel='canonical' href='{address}'>",
    )
    if refused:
        with pytest.raises(ReadError) as caught:
            read(page)
        assert caught.value.code == "not_article"
    else:
        assert texts(read(page)) == SENTENCES[:2]
