from __future__ import annotations

import pytest

from limitedtimes.model.article import Block, BlockKind, MarkKind
from newspage import SENTENCES, article, marked, of_kind, paragraphs, read, texts

S = SENTENCES
SAID = "Wir werden dieses Gesetz nicht hinnehmen und dagegen klagen, wo immer das möglich ist."


def quote(markup: str) -> Block:
    (found,) = of_kind(read(article(paragraphs(S[:3]) + markup + paragraphs(S[3:]))), BlockKind.QUOTE)
    return found


@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote><p>{SAID}</p><cite>Eva Muster, Abgeordnete</cite></blockquote>",
        f"<blockquote><p>{SAID}</p><footer>— Eva Muster, Abgeordnete</footer></blockquote>",
        f"<blockquote><p>{SAID} <cite>Eva Muster, Abgeordnete</cite></p></blockquote>",
        f"<blockquote>{SAID} – <cite>Eva Muster, Abgeordnete</cite></blockquote>",
        f"<figure><blockquote><p>{SAID}</p></blockquote><figcaption>Eva Muster, Abgeordnete</figcaption></figure>",
        f"<blockquote><p>{SAID}</p><p>— Eva Muster, Abgeordnete</p></blockquote>",
        f"<blockquote><p>{SAID}</p><p class='quote-author'>Eva Muster, Abgeordnete</p></blockquote>",
        f"<div><blockquote>{SAID}</blockquote><p>Eva Muster, Abgeordnete</p></div>",
        f"<div><blockquote><p>{SAID}</p></blockquote><figure><img src='/eva.jpg'></figure><p><b>Eva Muster</b>, Abgeordnete</p></div>",
    ],
)
def test_who_said_a_quote_stands_on_a_line_of_its_own(markup: str) -> None:
    found = quote(markup)
    assert found.text == f"{SAID}\nEva Muster, Abgeordnete"
    assert marked(found, MarkKind.ATTRIBUTION) == ["Eva Muster, Abgeordnete"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote><p>{SAID}</p></blockquote>",
        f"<blockquote><p>{SAID.replace('Gesetz', '<cite>Gesetz</cite>')}</p></blockquote>",
    ],
)
def test_a_quote_without_a_name_has_none(markup: str) -> None:
    found = quote(markup)
    assert (found.text, marked(found, MarkKind.ATTRIBUTION)) == (SAID, [])


def test_marks_of_a_quote_stay_on_their_words() -> None:
    found = quote(
        f"<blockquote><p>{SAID.replace('klagen', '<b>klagen</b>')} – <cite><a href='/e'>Eva Muster</a></cite></p></blockquote>"
    )
    assert marked(found, MarkKind.STRONG) == ["klagen"]
    assert marked(found, MarkKind.LINK) == ["Eva Muster"]


@pytest.mark.parametrize(
    "pull",
    [
        "<blockquote><p>{}</p></blockquote>",
        "<aside class='pullquote'><p>{}</p></aside>",
        "<div class='article-quote'><p>„{}“</p></div>",
    ],
)
def test_a_pull_quote_that_repeats_the_text_is_left_out(pull: str) -> None:
    said = "verlangten aber strengere Regeln für den Bau neuer Straßen im Wald"
    assert texts(read(article(paragraphs(S[:4]) + pull.format(said) + paragraphs(S[4:])))) == S
