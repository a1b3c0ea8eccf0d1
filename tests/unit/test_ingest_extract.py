from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from limitedtimes.errors import ReadError
from limitedtimes.ingest.page.extract import MAX_BYTES, article_from_feed, read_page
from limitedtimes.model.article import Article, BlockKind, Entry, MarkKind, Page, Reason
from limitedtimes.ports import Detection

NOW = datetime(2024, 5, 4, tzinfo=UTC)
DATA = Path(__file__).parents[1] / "ingest_data"
URL = "https://talbote.example/bayern/ilz-bruecke-offen?utm_source=feed"
SENTENCES = [
    "Die Regierung hat am Freitag ein neues Gesetz über den Schutz der Wälder beschlossen, wie ein Sprecher mitteilte.",
    "Das Gesetz soll nach den Worten der Ministerin im kommenden Jahr in Kraft treten und zehn Jahre lang gelten.",
    "Umweltverbände begrüßten den Beschluss, verlangten aber strengere Regeln für den Bau neuer Straßen im Wald.",
    "Die Opposition kündigte an, im Bundesrat dagegen zu stimmen, weil den Ländern dadurch hohe Kosten entstünden.",
]
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


class German:
    """A detector that always says the same."""

    def detect(self, text: str) -> Detection | None:
        return Detection("de", 0.99) if text.strip() else None


def read(body: str | bytes, url: str = URL, content_type: str | None = "text/html") -> Article:
    raw = body if isinstance(body, bytes) else body.encode()
    return read_page(Page(url, raw, content_type), language=None, detector=German(), now=NOW)


def page(body: str, head: str = "<title>Neues Gesetz schützt die Wälder</title>") -> str:
    return (
        f"<html><head>{head}</head><body><main><article><h1>Neues Gesetz schützt die Wälder</h1>{body}</article>"
        "</main></body></html>"
    )


@pytest.fixture(scope="module")
def zeitung() -> Article:
    return read((DATA / "zeitung.html").read_bytes())


def test_headline_kicker_and_lead_stand_apart(zeitung: Article) -> None:
    assert zeitung.kicker == "Hochwasser"
    assert zeitung.title == "Pegel der Ilz sinkt: Brücke wieder offen"
    assert zeitung.lead == "Nach drei Tagen dürfen Autos wieder über den Fluss. Für Lastwagen gilt das noch nicht."
    texts = [block.text for block in zeitung.blocks]
    assert zeitung.lead not in texts
    assert zeitung.title not in texts


def test_metadata_comes_in_utc_with_people_and_agencies_apart(zeitung: Article) -> None:
    assert zeitung.published == datetime(2024, 5, 3, 8, 15, tzinfo=UTC)
    assert zeitung.modified == datetime(2024, 5, 3, 10, 0, tzinfo=UTC)
    assert zeitung.authors == ("Eva Muster", "mes")
    assert zeitung.agencies == ("dpa", "AFP")
    assert zeitung.section == "Bayern"
    assert zeitung.keywords == ("Hochwasser", "Verkehr")
    assert zeitung.canonical_url == "https://talbote.example/bayern/ilz-bruecke-offen"
    assert zeitung.language == "de"
    assert zeitung.accessible
    assert zeitung.rights == ("noimageai", "tdm-reservation")


def test_blocks_have_their_kinds_in_order(zeitung: Article) -> None:
    kinds = [block.kind for block in zeitung.blocks]
    assert kinds == [
        BlockKind.PICTURE,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.QUOTE,
        BlockKind.PARAGRAPH,
        BlockKind.PICTURE,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
        BlockKind.PARAGRAPH,
    ]
    assert [block.image for block in zeitung.blocks if block.kind is BlockKind.PICTURE] == [0, 1]
    assert zeitung.blocks[3].level == 2


def test_marks_cover_their_words(zeitung: Article) -> None:
    first, second = zeitung.blocks[1], zeitung.blocks[2]
    assert first.text.startswith("Passau (dpa) - Die Brücke über die Ilz ist seit Freitagmorgen wieder")
    marked = [(mark.kind, first.text[slice(*mark.span)], mark.href) for mark in first.marks]
    assert marked == [
        (MarkKind.LINK, "Landratsamt", "https://talbote.example/amt"),
        (MarkKind.STRONG, "40 Zentimeter", None),
    ]
    assert [(mark.kind, second.text[slice(*mark.span)]) for mark in second.marks] == [(MarkKind.EMPHASIS, "noch nicht")]


def test_pictures_are_the_largest_with_caption_and_credit(zeitung: Article) -> None:
    main, second = zeitung.pictures
    assert main.url == "https://img.talbote.example/bruecke-ilz-4711_1200x800.jpg"
    assert main.caption == "Die Brücke über die Ilz am Freitagmorgen."
    assert main.credit == "Max Knipser/dpa"
    assert second.url == "https://talbote.example/bilder/pegel-ilz-0815.jpg"
    assert (second.caption, second.credit) == ("Der Pegel in Hals.", "Lisa Licht")


@pytest.mark.parametrize(
    "leak",
    ["Lesen Sie auch", "Newsletter", "Mehr zum Thema", "mes / dpa", "Von Eva Muster", "Foto:", "Rechte", "10:15"],
)
def test_furniture_is_left_out(zeitung: Article, leak: str) -> None:
    assert not [block.text for block in zeitung.blocks if leak in block.text]


def test_language_is_weighed_with_the_outlets() -> None:
    assert read(page(TEXT)).language == "de"


@pytest.mark.parametrize(
    ("codec", "declared", "header"),
    [
        ("utf-8", "", "text/html"),
        ("cp1252", "", "text/html"),
        ("cp1252", '<meta charset="iso-8859-1">', "text/html; charset=utf-8"),
        ("utf-8", '<meta charset="iso-8859-1">', "text/html; charset=iso-8859-1"),
        ("utf-8-sig", "", "text/html; charset=windows-1252"),
        ("utf-16", "", "text/html"),
    ],
)
def test_wrong_declarations_of_encoding_do_no_harm(codec: str, declared: str, header: str) -> None:
    article = read(page(TEXT, f"{declared}<title>x</title>").encode(codec), content_type=header)
    assert [block.text for block in article.blocks] == SENTENCES


def test_json_ld_gives_the_text_where_the_page_has_next_to_none() -> None:
    body = "\\n\\n".join(sentence.replace('"', '\\"') for sentence in SENTENCES)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Titel", "articleBody": "{body}"}}</script>'
    article = read(page("<p>Bitte warten.</p>", head))
    assert [block.text for block in article.blocks] == SENTENCES


def test_sentences_that_extraction_drops_are_put_back() -> None:
    linked = (
        '<p>Ein <a href="/1">Bericht des Rechnungshofs</a>, ein <a href="/2">Gutachten der Kammer</a> und eine '
        '<a href="/3">Studie der Universität</a> kommen zum selben Schluss wie das Amt.</p>'
    )
    article = read(page(TEXT + linked + TEXT.replace("Gesetz", "Vorhaben")))
    assert any(block.text.startswith("Ein Bericht des Rechnungshofs, ein Gutachten") for block in article.blocks)


def test_paywall_notice_makes_the_article_partial() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "isAccessibleForFree": false}</script>'
    article = read(page(TEXT + "<p>Weiterlesen mit einem Abo: nur für Abonnenten.</p>", head))
    assert not article.accessible
    assert article.partial is not None
    assert article.partial.code == "paywall"
    assert [block.text for block in article.blocks] == SENTENCES


CAPTION = "<figcaption>Der Wald im Mai, von oben gesehen. Grafik: Eva Muster / Talbote</figcaption>"


@pytest.mark.parametrize(
    "items",
    [
        "<li>Erster Punkt der Liste.{figure}</li><li>Zweiter Punkt der Liste.</li>",
        "<li>Erster Punkt der Liste.</li>{figure}<li>Zweiter Punkt der Liste.</li>",
        "<li><p>Erster Punkt der Liste.</p>{figure}</li><li><b>Zweiter</b> Punkt der Liste.</li>",
    ],
)
def test_a_figure_in_a_list_is_no_part_of_its_items(items: str) -> None:
    figure = f'<figure><img src="/wald.jpg"><a href="/wald.jpg">Bild vergrößern</a>{CAPTION}</figure>'
    article = read(page(f"{TEXT}<ul>{items.format(figure=figure)}</ul>{TEXT.replace('Gesetz', 'Vorhaben')}"))
    listed = [block.text for block in article.blocks if block.kind is BlockKind.LIST_ITEM]
    assert listed == ["Erster Punkt der Liste.", "Zweiter Punkt der Liste."]
    assert [(one.caption, one.credit) for one in article.pictures] == [
        ("Der Wald im Mai, von oben gesehen.", "Eva Muster / Talbote")
    ]


def test_a_table_that_shows_a_picture_tells_caption_and_credit_once_and_no_button() -> None:
    figure = (
        '<table class="foto" itemscope itemtype="https://schema.org/ImageObject"><tr><td><span itemprop="creditText">'
        'Foto: Eva Muster / Talbote</span></td></tr><tr><td><img src="/wald.jpg" alt="Bild vergrößern"></td></tr><tr><td>'
        '<span itemprop="caption">Der Wald im Mai.</span> <a href="/wald.jpg">Icon: vergrößern</a></td></tr></table>'
    )
    article = read(page(TEXT + figure + TEXT.replace("Gesetz", "Vorhaben")))
    (picture,) = article.pictures
    assert (picture.caption, picture.credit, picture.alt) == ("Der Wald im Mai.", "Eva Muster / Talbote", None)
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH, BlockKind.PICTURE}
    assert not [block for block in article.blocks if "Wald im Mai" in block.text or "Icon" in block.text]


@pytest.mark.parametrize(
    "lazy",
    [
        '<img src="data:image/gif;base64,R0" data-src="/w800/wald.jpg"><noscript><img src="/fallback/9f3b77aa.jpg"></noscript>',
        '<amp-img src="/w800/wald.jpg"><noscript><img src="/fallback/9f3b77aa.jpg"></noscript></amp-img>',
        '<img src="data:image/gif;base64,R0"><noscript><img src="/w800/wald.jpg"></noscript>',
    ],
)
def test_a_picture_and_its_twin_for_readers_without_scripts_are_one(lazy: str) -> None:
    article = read(page(f"{TEXT}<figure>{lazy}{CAPTION}</figure>{TEXT.replace('Gesetz', 'Vorhaben')}"))
    assert [(one.url, one.credit) for one in article.pictures] == [
        ("https://talbote.example/w800/wald.jpg", "Eva Muster / Talbote")
    ]


def test_the_picture_of_a_teaser_in_the_text_is_not_the_articles() -> None:
    teaser = (
        '<div class="x7"><img data-src="/klein/chronik-flut.jpg" alt=""><div><span>AUCH WICHTIG</span><br>'
        '<a href="/chronik">Die Chronik der Flut in Bildern</a></div></div>'
    )
    article = read(page(TEXT + teaser + TEXT.replace("Gesetz", "Vorhaben")))
    assert article.pictures == ()


def test_a_small_box_with_a_button_is_an_invitation_and_goes_whole() -> None:
    box = "<div class='x8'><strong>Am Morgen</strong><p>Was der Tag bringt, liest man hier zuerst.</p><button>Her damit</button></div>"
    article = read(page(TEXT + box + TEXT.replace("Gesetz", "Vorhaben")))
    assert not [block.text for block in article.blocks if "Morgen" in block.text or "Tag bringt" in block.text]


def test_paragraphs_that_each_have_a_button_stay() -> None:
    body = "".join(f"<div class='p'><p>{sentence}</p><button>Anhören</button></div>" for sentence in SENTENCES)
    assert [block.text for block in read(page(body)).blocks] == SENTENCES


@pytest.mark.parametrize(
    "line",
    ["<font size='2'><b>Trockenheit</b></font>", "<a class='c3' href='/thema'>Trockenheit</a>", "<p>Trockenheit:</p>"],
)
def test_a_short_line_right_above_the_headline_is_its_kicker(line: str) -> None:
    article = read(
        f"<html><body><main><article>{line}<h1>Neues Gesetz schützt die Wälder</h1>{TEXT}</article></main></body></html>"
    )
    assert (article.kicker, article.title) == ("Trockenheit", "Neues Gesetz schützt die Wälder")
    assert [block.text for block in article.blocks] == SENTENCES


@pytest.mark.parametrize(
    "line",
    [
        "<a href='/politik'>Politik</a>",
        "<p>3. Mai 2024, 10:15</p>",
        "<p>Von Eva Muster</p>",
        "<div><a href='/'>Start</a> <a href='/p'>Politik</a></div>",
        "<a href='/'>Zurück zur Übersicht</a>",
        "<p>Das ist ein ganzer Satz.</p>",
    ],
)
def test_sections_dates_and_names_above_the_headline_are_no_kicker(line: str) -> None:
    menu = "<nav><a href='/politik'>Politik</a> <a href='/sport'>Sport</a></nav>"
    article = read(
        f"<html><body>{menu}<main><article>{line}<h1>Neues Gesetz schützt die Wälder</h1>{TEXT}</article></main></body></html>"
    )
    assert article.kicker is None


@pytest.mark.parametrize(
    "byline",
    [
        "<p><span itemprop='author'>Text: <span itemprop='name'>Eva Muster</span></span>; "
        "<span itemprop='author'>Text: <span itemprop='name'>Max Meier</span></span></p>",
        "<p class='byline'>Von Eva Muster und Max Meier</p>",
        "<ul><li><a rel='author' href='/e'>Eva Muster</a></li><li><a rel='author' href='/m'>Max Meier</a></li></ul>",
    ],
)
def test_all_authors_of_a_byline_are_read(byline: str) -> None:
    assert read(page(byline + TEXT)).authors == ("Eva Muster", "Max Meier")


@pytest.mark.parametrize(
    ("body", "content_type", "code"),
    [
        (b"", "text/html", "no_text"),
        (b"just words", "text/html", "not_html"),
        (b"%PDF-1.7 <", "text/html", "not_html"),
        (b"<p>x</p>", "application/pdf", "not_html"),
        (b"<p>x</p>", "image/jpeg", "not_html"),
        (b"<html><body><p>Kurz.</p></body></html>", "text/html", "no_text"),
        (b"<" * 5000, "text/html", "no_text"),
        (b"<" + b" " * MAX_BYTES, "text/html", "too_large"),
        (b"<div>" * 20_000 + b"tief", "text/html", "no_text"),
        (b"<a <b <c \x00\xff\xfe &#xFFFFFFF; </" * 500, "text/html", "no_text"),
    ],
)
def test_pages_without_an_article_say_why(body: bytes, content_type: str, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(body, content_type=content_type)
    assert caught.value.code == code


def test_front_page_is_no_article() -> None:
    teasers = "".join(
        f"<div><h2><a href='/{n}'>Schlagzeile {n}</a></h2><p>{SENTENCES[n % 4]}</p></div>" for n in range(9)
    )
    with pytest.raises(ReadError) as caught:
        read(f"<html><body><main>{teasers}</main></body></html>", url="https://talbote.example/")
    assert caught.value.code == "not_article"


@pytest.mark.parametrize("cut", [200, 1500, 3000, 4500, 6000])
def test_cut_off_pages_are_read_or_refused(cut: int) -> None:
    body = (DATA / "zeitung.html").read_bytes()[:cut]
    with suppress(ReadError):
        assert read(body).title


def test_article_from_feed_takes_what_the_feed_carries() -> None:
    entry = Entry(
        guid="1",
        url="https://talbote.example/1",
        title="Titel",
        content_html="Vorab<br><br>Zweiter <b>Absatz</b><p>Dritter</p><ul><li>Eins</li></ul><h3>Zwischen</h3>Ende "
        '<a href="/x">hier</a>.',
        published=NOW,
        authors=("Eva Muster und dpa",),
        image="https://talbote.example/1.jpg",
    )
    reason = Reason("gone", "Die Seite gibt es nicht mehr.")
    article = article_from_feed(entry, language="de", detector=German(), partial=reason)
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, "Vorab"),
        (BlockKind.PARAGRAPH, "Zweiter Absatz"),
        (BlockKind.PARAGRAPH, "Dritter"),
        (BlockKind.LIST_ITEM, "Eins"),
        (BlockKind.HEADING, "Zwischen"),
        (BlockKind.PARAGRAPH, "Ende hier."),
    ]
    assert article.partial == reason
    assert (article.authors, article.agencies) == (("Eva Muster",), ("dpa",))
    assert article.blocks[5].marks[0].href == "https://talbote.example/x"
    assert article.pictures[0].url == "https://talbote.example/1.jpg"


def test_feed_without_text_is_no_article() -> None:
    entry = Entry(guid="1", url="https://talbote.example/1", title="Titel", summary_html="<img src='x.jpg'>")
    with pytest.raises(ReadError) as caught:
        article_from_feed(entry, language=None, detector=German(), partial=Reason("x", "y"))
    assert caught.value.code == "no_text"
