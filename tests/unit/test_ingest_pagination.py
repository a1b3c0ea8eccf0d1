from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from limitedtimes.ingest.page.pagination import joined, next_page
from limitedtimes.model.article import Article, Block, BlockKind, Page, Picture

HOST = "https://talbote.example"


def following(url: str, body: str, head: str = "") -> str | None:
    html = f"<html><head>{head}</head><body><article><p>Text.</p></article>{body}</body></html>"
    return next_page(Page(HOST + url, html.encode(), "text/html"))


def numbers(*links: tuple[str, str]) -> str:
    return "<div>" + " ".join(f'<a href="{href}">{text}</a>' for href, text in links) + "</div>"


@pytest.mark.parametrize(
    ("here", "links", "expected"),
    [
        ("/wald", [("/wald?seite=2", "2"), ("/wald?seite=3", "3")], "/wald?seite=2"),
        ("/wald?seite=2", [("/wald", "1"), ("/wald?seite=3", "3")], "/wald?seite=3"),
        ("/wald?utm_source=x", [("/wald?page=2", "Weiter")], "/wald?page=2"),
        ("/wald.html?id=7", [("/wald.html?id=7&p=2", "2")], "/wald.html?id=7&p=2"),
        ("/wald/", [("/wald/2/", "2"), ("/wald/3/", "3")], "/wald/2/"),
        ("/wald/2/", [("/wald/", "1"), ("/wald/3/", "3")], "/wald/3/"),
        ("/wald-4711.html", [("/wald-4711-2.html", "2")], "/wald-4711-2.html"),
        ("/wald_2.html", [("/wald.html", "1"), ("/wald_3.html", "3")], "/wald_3.html"),
        ("/wald", [("/wald/page/2", "Next page")], "/wald/page/2"),
        ("/wald/seite-2", [("/wald/seite-3", "»")], "/wald/seite-3"),
    ],
)
def test_the_next_page_of_an_article_is_found(here: str, links: list[tuple[str, str]], expected: str) -> None:
    assert following(here, numbers(*links)) == HOST + expected


@pytest.mark.parametrize(
    ("here", "links"),
    [
        ("/wald", [("/fluss", "Nächster Artikel"), ("/fluss/2", "2")]),
        ("/wald", [("/wald-2", "Der Wald, Teil zwei")]),
        ("/nachrichten/12", [("/nachrichten/13", "13"), ("/nachrichten", "Nachrichten")]),
        ("/wald?seite=3", [("/wald", "1"), ("/wald?seite=2", "2")]),
        ("/wald?id=41", [("/wald?id=42", "Weiter")]),
        ("/artikel-2024", [("/artikel-2025", "Weiter")]),
        ("/wald", [("/wald?page=1", "2")]),
        ("/wald", [("#seite-2", "2"), ("mailto:x@talbote.example", "2")]),
    ],
)
def test_another_article_is_no_next_page(here: str, links: list[tuple[str, str]]) -> None:
    assert following(here, numbers(*links)) is None


def test_pages_of_comments_are_not_the_articles() -> None:
    assert following("/wald", f"<section class='comments'>{numbers(('/wald?page=2', '2'))}</section>") is None
    assert following("/wald", numbers(("/wald/comment-page-2#comments", "2"))) is None


@pytest.mark.parametrize(
    ("href", "expected"),
    [("/wald/2/", HOST + "/wald/2/"), ("/wald?page=2", HOST + "/wald?page=2"), ("/fluss", None), ("/wald-2", None)],
)
def test_a_link_that_is_marked_as_the_next_must_lead_to_the_same_article(href: str, expected: str | None) -> None:
    assert following("/wald", "", f"<link rel='next' href='{href}'>") == expected


def test_a_page_that_cannot_be_parsed_has_no_next() -> None:
    assert next_page(Page(HOST, b"", "text/html")) is None


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def article(*texts: str, pictures: tuple[str, ...] = ()) -> Article:
    shown = [Block(BlockKind.PICTURE, image=index) for index in range(len(pictures))]
    return Article(
        url=f"{HOST}/wald",
        title="Der Wald",
        lead="Ein Vorspann.",
        blocks=(*shown, *map(paragraph, texts)),
        pictures=tuple(Picture(f"{HOST}/bild/{name}.jpg") for name in pictures),
    )


def test_pages_are_joined_with_head_lead_and_pictures_once() -> None:
    first = article("Eins.", "Ja.", "Zwei.", "Eva Muster lebt in Passau.", pictures=("eiche-am-hang",))
    second = article(
        "Ein Vorspann.",
        "Drei.",
        "Ja.",
        "Vier.",
        "Eva Muster lebt in Passau.",
        pictures=("eiche-am-hang", "buche-im-tal"),
    )
    whole = joined([first, second])
    assert [block.text for block in whole.blocks if block.text] == [
        "Eins.", "Ja.", "Zwei.", "Eva Muster lebt in Passau.", "Drei.", "Ja.", "Vier."
    ]  # fmt: skip
    assert [picture.url.rpartition("/")[2] for picture in whole.pictures] == ["eiche-am-hang.jpg", "buche-im-tal.jpg"]
    assert [block.image for block in whole.blocks if block.kind is BlockKind.PICTURE] == [0, 1]
    assert whole.pages == 2


def test_a_page_that_repeats_the_first_adds_nothing() -> None:
    first = article("Eins.", "Zwei.")
    assert joined([first, first]) == first


def test_the_latest_change_and_every_agency_are_those_of_the_whole() -> None:
    first, second = article("Eins."), article("Zwei.")
    changed = datetime(2024, 5, 4, tzinfo=UTC)
    whole = joined([replace(first, agencies=("dpa",)), replace(second, modified=changed, agencies=("AFP",))])
    assert (whole.modified, whole.agencies) == (changed, ("dpa", "AFP"))


def test_no_pages_are_no_article() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        joined([])
