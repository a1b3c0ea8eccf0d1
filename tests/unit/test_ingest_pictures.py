from __future__ import annotations

import pytest

from limitedtimes.ingest.dom import parse_text
from limitedtimes.ingest.page.blocks import Places
from limitedtimes.ingest.page.captions import clean_credit, split_credit
from limitedtimes.ingest.page.picture_files import picture_key
from limitedtimes.ingest.page.pictures import described, harvest, words_of
from limitedtimes.model.article import Picture

URL = "https://talbote.example/wald/4711.html"
TEXT = "Die Regierung hat am Freitag ein neues Gesetz über den Schutz der Wälder beschlossen."
SENTENCE = "Die Brücke ist wieder offen."


def pictures(markup: str, around: str = "{}") -> list[Picture]:
    body = f"<article><h1>Wald geschützt</h1>{markup}<p>{TEXT}</p><p>{TEXT}</p></article>"
    root = parse_text(f"<html><body>{around.format(body)}</body></html>")
    assert root is not None
    texts = [one for one in root.iter("p") if (one.text or "").startswith(TEXT)]
    return [one.picture for one in harvest(URL, texts, root.find(".//h1"), Places(root))]


def addresses(markup: str) -> list[str]:
    return [one.url.removeprefix("https://talbote.example") for one in pictures(markup)]


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<img src='/b/wald.jpg'>", "/b/wald.jpg"),
        (
            "<img src='/b/wald-300.jpg' srcset='/b/wald-300.jpg 300w, /b/wald-1200.jpg 1200w, /b/wald-600.jpg 600w'>",
            "/b/wald-1200.jpg",
        ),
        ("<img srcset='/b/wald.jpg 1x, /b/wald@2x.jpg 2x'>", "/b/wald@2x.jpg"),
        ("<img srcset='/b/wald.jpg?w=400 1x, /b/wald.jpg?w=800 2x'>", "/b/wald.jpg?w=800"),
        (
            "<picture><source srcset='/b/wald.webp 800w'><source srcset='/b/wald-g.webp 1600w'><img src='/b/wald.jpg'></picture>",
            "/b/wald-g.webp",
        ),
        ("<img src='data:image/gif;base64,R0' data-src='/b/wald.jpg'>", "/b/wald.jpg"),
        ("<img src='/b/placeholder.png' data-lazy-srcset='/b/wald.jpg 900w'>", "/b/wald.jpg"),
        ("<img src='/b/spacer.gif'><noscript><img src='/b/wald.jpg'></noscript>", "/b/wald.jpg"),
        ("<img src='/b/wald.jpg'><noscript><img src='/b/wald.jpg'></noscript>", "/b/wald.jpg"),
        ("<div class='image' style=\"background-image: url('/b/wald.jpg')\"></div>", "/b/wald.jpg"),
        ("<amp-img src='/b/wald.jpg' width='16' height='9'></amp-img>", "/b/wald.jpg"),
        ("<img src='/b/wald-{width}.jpg' data-original='/b/wald.jpg'>", "/b/wald.jpg"),
        ("<a href='/b/wald-gross.jpg'><img src='/b/wald.jpg'></a>", "/b/wald.jpg"),
        ("<div class='teaser'></div><figure class='teaser-image'><img src='/b/wald.jpg'></figure>", "/b/wald.jpg"),
        ("<aside class='image left'><img src='/b/wald.jpg'><p class='caption'>Der Wald.</p></aside>", "/b/wald.jpg"),
    ],
)
def test_the_largest_variant_that_readers_see(markup: str, address: str) -> None:
    assert addresses(markup) == [address]


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='/b/logo.png'>",
        "<img src='/b/eva.jpg' width='60' height='60'>",
        "<img src='/count.gif' width='1' height='1'>",
        "<img src='/b/drawing.svg'>",
        "<div class='author-box'><img src='/b/eva.jpg'></div>",
        "<aside class='related'><figure><img src='/b/see.jpg'><figcaption>Am See</figcaption></figure></aside>",
        "<div class='teaser'><a href='/see'><img src='/b/see.jpg'></a><a href='/see'>Neues vom See</a></div>",
        "<a href='/see'><figure><img src='/b/see.jpg'><figcaption>Neues vom See</figcaption></figure></a>",
        "<article><a href='/see'>Am See</a><figure><img src='/b/see.jpg'><figcaption>Der See.</figcaption></figure></article>",
        "<div class='ad-box'><img src='/b/angebot.jpg'></div>",
        "<div style='background: url(/b/logo.png)'></div>",
        "<img src='data:image/gif;base64,R0lGOD'>",
    ],
)
def test_what_is_no_picture_of_the_article(markup: str) -> None:
    assert pictures(markup) == []


def test_a_layout_s_name_does_not_hide_what_stands_beside_the_headline() -> None:
    around = "<div class='sidebar-grid'><div class='promo-layout'>{}</div></div>"
    assert [one.url for one in pictures("<img src='/b/wald.jpg'>", around)] == ["https://talbote.example/b/wald.jpg"]


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        (f"<figure>IMG<figcaption>{SENTENCE} Foto: Max Knipser/dpa</figcaption></figure>", SENTENCE, "Max Knipser/dpa"),
        (
            f"<figure>IMG<figcaption>{SENTENCE} <span class='credit'>Max Knipser</span></figcaption></figure>",
            SENTENCE,
            "Max Knipser",
        ),
        (
            f"<figure>IMG<figcaption><span>{SENTENCE}</span><span>Max Knipser</span></figcaption></figure>",
            SENTENCE,
            "Max Knipser",
        ),
        (
            f"<figure>IMG<figcaption><span>Max Knipser</span><br>{SENTENCE}</figcaption></figure>",
            SENTENCE,
            "Max Knipser",
        ),
        (f"<figure>IMG<div class='copyright'>© dpa</div><figcaption>{SENTENCE}</figcaption></figure>", SENTENCE, "dpa"),
        (
            "<figure>IMG<figcaption><span class='credit'>Photo by Ann Lee</span> / <span class='source'>Getty Images</span></figcaption></figure>",
            None,
            "Ann Lee / Getty Images",
        ),
        (f"IMG<figcaption>{SENTENCE} Foto: dpa</figcaption>", SENTENCE, "dpa"),
        (f"<picture>IMG</picture><p class='caption'>{SENTENCE}</p><p class='credit'>Foto: dpa</p>", SENTENCE, "dpa"),
        (
            f"<div class='x'><div class='y'>IMG</div><div class='z'>{SENTENCE}</div><div class='q'>REUTERS</div></div>",
            SENTENCE,
            "REUTERS",
        ),
        (f"<div>IMG<div><small>{SENTENCE}</small><small>© Gemeinde Ilz</small></div></div>", SENTENCE, "Gemeinde Ilz"),
        (f"<div class='image-box'>IMG<p>{SENTENCE}</p><p>Image: Ann Lee</p></div>", SENTENCE, "Ann Lee"),
        (
            f"<ul><li class='gallery-item'><div>IMG</div><span>{SENTENCE} Bild: Ann Lee</span></li></ul>",
            SENTENCE,
            "Ann Lee",
        ),
        ("<div><picture>IMG</picture></div><div><span>Der Wald</span></div>", "Der Wald", None),
        (f"<figure data-credit='Ann Lee'>IMG<figcaption>{SENTENCE}</figcaption></figure>", SENTENCE, "Ann Lee"),
        (f"<div>IMG<p>{TEXT}</p><p>{TEXT}</p></div>", None, None),
        (f"<p>IMG{TEXT}</p>", None, None),
    ],
)
def test_caption_and_credit_around_a_picture(markup: str, caption: str | None, credit: str | None) -> None:
    found = pictures(markup.replace("IMG", "<img src='/b/wald.jpg' alt='Der Wald'>"))
    assert [(one.caption, one.credit) for one in found] == [(caption, credit)]


def test_a_gallery_gives_every_picture_once_with_its_own_caption() -> None:
    items = "".join(
        f"<figure><img src='/b/wald-bild{n}.jpg'><figcaption>Bild Nummer {n} zeigt Bäume.</figcaption></figure>"
        for n in "abc"
    )
    found = pictures(items + items)
    assert [one.caption for one in found] == [f"Bild Nummer {n} zeigt Bäume." for n in "abc"]


def test_pictures_behind_the_text_need_a_caption_of_their_own() -> None:
    body = f"<article><h1>Wald</h1><p>{TEXT}</p><p>{TEXT}</p><div><img src='/b/x.jpg'><div>Noch etwas</div></div>"
    root = parse_text(body + "<figure><img src='/b/y.jpg'><figcaption>Am Ende.</figcaption></figure></article>")
    assert root is not None
    found = harvest(URL, list(root.iter("p")), root.find(".//h1"), Places(root))
    assert [one.picture.caption for one in found] == ["Am Ende."]


def test_only_the_first_picture_may_lead_elsewhere_without_a_word() -> None:
    linked = "<figure><a href='/{0}'><img src='/b/{0}.jpg'></a></figure>"
    assert addresses(f"{linked.format('galerie')}<p>{TEXT}</p><p>{TEXT}</p>{linked.format('teaser')}") == [
        "/b/galerie.jpg"
    ]


def test_a_second_showing_with_a_real_caption_tells_more() -> None:
    found = pictures(
        "<div class='image-box'><img src='/b/wald.jpg'><div>mehr Videos</div></div>"
        f"<figure><img src='/b/wald-800x600.jpg'><figcaption>{SENTENCE} Foto: dpa</figcaption></figure>"
    )
    assert [(one.caption, one.credit) for one in found] == [(SENTENCE, "dpa")]


def test_json_ld_fills_what_the_page_does_not_show() -> None:
    told = [
        {"url": "https://cdn.example/wald-1200x800.jpg", "caption": "Der Wald. Foto: Eva Muster", "creditText": "dpa"}
    ]
    picture = described(Picture("https://talbote.example/b/wald-300x200.jpg"), told)
    assert (picture.caption, picture.credit) == ("Der Wald.", "Eva Muster")


def test_words_of_pictures_are_gathered() -> None:
    assert words_of([Picture("u", "Der Wald.", "dpa", None), Picture("v", alt="See")]) == ["Der Wald.", "dpa", "See"]


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("The bridge. (AP Photo/Jane A. Roe)", "The bridge.", "AP Photo/Jane A. Roe"),
        ("The bridge is open AP Photo/Jane A. Roe", "The bridge is open", "AP Photo/Jane A. Roe"),
        ("The bridge. | Ann Lee/PA Images via Getty Images", "The bridge.", "Ann Lee/PA Images via Getty Images"),
        ("The bridge is open. (Unsplash)", "The bridge is open.", "Unsplash"),
        ("The bridge is open. Getty Images", "The bridge is open.", "Getty Images"),
        ("Photo credit: Ann Lee", None, "Ann Lee"),
        (
            "Die Brücke. Foto: picture alliance / Ann Lee | Max Meier",
            "Die Brücke.",
            "picture alliance / Ann Lee | Max Meier",
        ),
        ("Die Brücke. Symbolbild: imago/Ann Lee", "Die Brücke.", "imago/Ann Lee"),
        ("Le pont. Crédit photo : Jean Dupont", "Le pont.", "Jean Dupont"),
        ("El puente. Fotografía: Ana Díaz / EFE", "El puente.", "Ana Díaz / EFE"),
        ("A ponte. Imagem: Ana Sá/Lusa", "A ponte.", "Ana Sá/Lusa"),
        ("Il ponte (Foto: Ansa)", "Il ponte", "Ansa"),
        ("Podul. Sursa foto: Agerpres", "Podul.", "Agerpres"),
        ("De brug. Beeld: ANP", "De brug.", "ANP"),
        ("Broen. Arkivfoto: Ritzau Scanpix", "Broen.", "Ritzau Scanpix"),
        ("Bron. Bild: Anna Ek/TT", "Bron.", "Anna Ek/TT"),
        ("Silta. Kuva: Matti Oja / Lehtikuva", "Silta.", "Matti Oja / Lehtikuva"),
        ("Brúin. Ljósmynd: Jón Jónsson", "Brúin.", "Jón Jónsson"),
        ("Most. Fot. Jan Nowak / PAP", "Most.", "Jan Nowak / PAP"),
        ("Most. Zdroj: ČTK", "Most.", "ČTK"),
        ("A híd. Fotó: Kiss Éva / MTI", "A híd.", "Kiss Éva / MTI"),
        ("Tiltas. Nuotr. Jonas Jonaitis", "Tiltas.", "Jonas Jonaitis"),
        ("Sild. Foto: Mari Mets", "Sild.", "Mari Mets"),
        ("Most. Izvor: Hina", "Most.", "Hina"),
        ("Ura. Foto: Arben Gashi", "Ura.", "Arben Gashi"),
        ("Мост. Снимка: БТА", "Мост.", "БТА"),
        ("Мост. Фото: Иван Иванов / ТАСС", "Мост.", "Иван Иванов / ТАСС"),
        ("Міст. Джерело фото: Укрінформ", "Міст.", "Укрінформ"),
        ("Η γέφυρα. φωτο: ΑΠΕ-ΜΠΕ", "Η γέφυρα.", "ΑΠΕ-ΜΠΕ"),
        ("Köprü. Fotoğraf: AA", "Köprü.", "AA"),
        ("الجسر. الصورة: رويترز", "الجسر.", "رويترز"),
        ("پل. عکس: ایسنا", "پل.", "ایسنا"),
        ("הגשר. צילום: דנה כהן", "הגשר.", "דנה כהן"),
        ("पुल। फोटो: पीटीआई", "पुल।", "पीटीआई"),
        ("সেতু। ছবি: বাসস", "সেতু।", "বাসস"),
        ("பாலம். படம்: ராஜா", "பாலம்.", "ராஜா"),
        ("สะพาน ภาพ: สมชาย ใจดี", "สะพาน", "สมชาย ใจดี"),
        ("Cây cầu. Ảnh: TTXVN", "Cây cầu.", "TTXVN"),
        ("Jembatan. Foto: Antara", "Jembatan.", "Antara"),
        ("Daraja. Picha: Juma Ali", "Daraja.", "Juma Ali"),
        ("橋の様子＝写真：共同", "橋の様子", "共同"),
        ("橋が開通した（写真＝ロイター）", "橋が開通した", "ロイター"),
        ("大桥通车。图源：新华社", "大桥通车。", "新华社"),
        ("大橋通車。（圖／中央社）", "大橋通車。", "中央社"),
        ("다리가 열렸다. 사진=연합뉴스", "다리가 열렸다.", "연합뉴스"),
        ("다리가 열렸다. 김철수 기자", "다리가 열렸다.", "김철수"),
        ("Die Brücke (nicht im Bild)", "Die Brücke (nicht im Bild)", None),
        (
            "Bild: Der Rat tagt seit dem Morgen im alten Saal der Stadt",
            "Bild: Der Rat tagt seit dem Morgen im alten Saal der Stadt",
            None,
        ),
    ],
)
def test_credits_in_the_languages_of_the_press(text: str, caption: str | None, credit: str | None) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Copyright 2024 Ann Lee. All rights reserved.", "Ann Lee"),
        ("Ann Lee/Copyright 2026 The AP. All rights reserved.", "Ann Lee"),
        ("© Ann Lee – Alle Rechte vorbehalten", "Ann Lee"),
        ("(Foto: Max Knipser)", "Max Knipser"),
        ("山田太郎撮影", "山田太郎"),
    ],
)
def test_a_credit_is_a_name(text: str, credit: str) -> None:
    assert clean_credit(text) == credit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "https://i.example/r?url=https%3A%2F%2Fa.example%2Fb%2Fbruecke-4711.jpg&w=300",
            "https://a.example/b/bruecke-4711.jpg",
        ),
        ("https://i.example/Bruecke%25204711.jpg", "https://j.example/Bruecke%204711.jpg"),
        ("https://i.example/677aba3f831f8.r_d.1558-1018.jpeg", "https://i.example/677aba3f831f8.jpeg"),
        ("https://i.example/bruecke-4711@2x.jpg", "https://i.example/bruecke-4711.jpg"),
    ],
)
def test_two_addresses_of_one_picture(one: str, other: str) -> None:
    assert picture_key(one) == picture_key(other)
