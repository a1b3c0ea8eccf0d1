from __future__ import annotations

import pytest

from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind
from limitedtimes.rules.furniture import Surroundings, clean_blocks

CORRECTIONS = {
    "en": (
        "Correction: an earlier version of this article gave the wrong year for the flood.",
        "Clarification: the ferry is owned by the town, not by the harbour.",
        "This article was originally published with a wrong number of victims; it has been corrected.",
        "Editor's note: the name of the witness was changed at her request.",
        "This article was removed because its quotes could not be verified.",
    ),
    "de": (
        "Korrektur: In einer früheren Fassung hieß es, die Brücke sei 1912 gebaut worden.",
        "Dieser Artikel wurde zurückgezogen, weil die Zitate nicht belegt werden konnten.",
        "Anmerkung der Redaktion: Der Name der Zeugin wurde geändert.",
        "Ausbesserung: Der Pegel lag bei drei Metern, nicht bei vier.",
    ),
    "fr": (
        "Rectificatif : le pont date de 1912 et non de 1921.",
        "Cet article a été corrigé le 3 mai : le pont date de 1912.",
        "Dans une version précédente, nous écrivions que le pont datait de 1921.",
    ),
    "es": (
        "Fe de errores: el puente es de 1912, no de 1921.",
        "Este artículo ha sido retirado porque no se pudo comprobar la fuente.",
    ),
    "pt": (
        "Este artigo foi retirado porque a fonte não foi confirmada.",
        "Errata: a ponte é de 1912, e não de 1921.",
        "Uma versão anterior deste texto dizia que a ponte era de 1921.",
    ),
    "it": ("Questo articolo è stato corretto: il ponte è del 1912.", "Errata corrige: il ponte è del 1912."),
    "nl": ("Rectificatie: de brug is van 1912, niet van 1921.", "Dit artikel is verwijderd, de bron bleek onjuist."),
    "sv": ("Rättelse: bron byggdes 1912, inte 1921.", "Den här artikeln är rättad: bron byggdes 1912."),
    "pl": ("Sprostowanie: most zbudowano w 1912 roku.", "Artykuł został wycofany, bo źródło się nie potwierdziło."),
    "ru": ("Исправление: мост построен в 1912 году.", "Эта статья была отозвана, источник не подтвердился."),
    "tr": ("Düzeltme: köprü 1912 yılında yapıldı.", "Bu haber güncellendi: köprünün yapım yılı düzeltildi."),
    "ar": ("تصحيح: بني الجسر عام 1912 وليس عام 1921.",),
    "ja": ("訂正：橋の完成は1912年でした。", "※この記事は事実に誤りがあったため削除しました。"),
    "ko": ("[정정] 다리는 1912년에 세워졌습니다.", "본 기사는 사실과 다른 내용이 있어 삭제되었습니다."),
    "zh": ("更正：大桥建于1912年。", "本文最初版本有误，现已更正。"),
}
NOTICES = {
    "en": "This article was originally published by the Harbour Post.",
    "de": "Dieser Artikel erschien zuerst in der Hafenpost.",
    "fr": "Cet article a été publié initialement dans Le Phare.",
    "es": "Este artículo fue publicado originalmente por El Faro.",
    "pt": "Este artigo foi publicado originalmente pelo Farol.",
    "it": "Questo articolo è stato pubblicato da Il Faro.",
    "nl": "Dit artikel is automatisch vertaald.",
    "zh": "本文转载自港口日报。",
    "ja": "初出：港日報",
    "ru": "Впервые опубликовано в «Портовых вестях».",
}
LONG = "https://a.example/die-chronik"


def kept(text: str, language: str | None, *marks: Mark, kind: BlockKind = BlockKind.PARAGRAPH) -> bool:
    block = Block(kind, text, marks)
    blocks = [block, *(Block(BlockKind.PARAGRAPH, f"Der Pegel fiel am Tag {n} weiter.") for n in range(4))]
    return 0 in clean_blocks(blocks, Surroundings(language=language)).kept


def linked(text: str, words: str) -> Mark:
    start = text.index(words)
    return Mark(MarkKind.LINK, (start, start + len(words)), LONG)


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in CORRECTIONS.items() for text in texts]
)
def test_corrections_and_retractions_are_content(language: str, text: str) -> None:
    assert kept(text, language)


@pytest.mark.parametrize(("language", "text"), NOTICES.items())
def test_where_a_text_appeared_first_is_no_content(language: str, text: str) -> None:
    assert not kept(text, language)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (">> Sie suchen einen Kredit? Unser großer Vergleich zeigt, was er kostet.", "großer Vergleich"),
        ("→ Die Chronik", "Die Chronik"),
        ("Was nun? Die Chronik des Hochwassers in Bildern", "Die Chronik des Hochwassers in Bildern"),
        ("Modellschiff 4711 – kleiner Kutter: 15,99 Euro", "15,99 Euro"),
        ("Model ship 4711: $15.99", "$15.99"),
    ],
)
def test_lines_that_lead_elsewhere_go_in_every_language(text: str, words: str) -> None:
    assert not kept(text, None, linked(text, words))
    assert kept(text, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Kutter kostet nach Angaben der Werft: 12", "12"),
        ("Was kostet das? Das Amt nennt keine Zahl, die Stadt auch nicht.", "Das Amt nennt keine Zahl"),
        ("Der Preis steigt auf 15,99 Euro", "15,99 Euro"),
    ],
)
def test_prices_and_questions_of_the_text_stay(text: str, words: str) -> None:
    assert kept(text, None, linked(text, words))


@pytest.mark.parametrize(
    "text",
    [
        "Nachrichten > Wirtschaft > Häfen und Schiffe",
        "뉴스 > 경제 > 항구",
        "anna@talbote.example (END)",
        "LINE: https://line.example/talbote",
        "เฟซบุ๊ก https://facebook.example/talbote",
        "© Talbote; ab, cd; 3.5.2024",
    ],
)
def test_trails_addresses_and_imprints_go_in_every_language(text: str) -> None:
    assert not kept(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "Il répondit « oui » et « non » et « peut-être » sans rire",
        "Er besuchte www.talbote.example.",
        "Pegel 3 > Pegel 2",
        "Sie kaufte Brot; er blieb zu Hause; es war Abend",
    ],
)
def test_what_only_looks_like_them_stays(text: str) -> None:
    assert kept(text, None)


def test_an_imprint_is_known_by_its_credit() -> None:
    assert not kept("ssi, dan; Foto [M]: Anna Müller; Erstveröffentlichung: 4.4.18", "de")
    assert kept("Der Hafen am Morgen; Anna Müller; vier Schiffe und das Meer dahinter", "de")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Teile deine Tipps mit der Community."),
        ("de", "Die Hafenzeit ist eine Partnermarke des Talboten."),
        ("de", "Die neue Ausgabe ist ab Freitag im Handel erhältlich. Jetzt vorbestellen!"),
        ("sv", "Familjen har godkänt publiceringen."),
        ("ar", "ترحب صحيفة الميناء بالنقاش المفيد وتراجع التعليقات."),
        ("ja", "このニュースをシェア"),
        ("en", "Follow The Harbour Post on Facebook and Instagram for more news of ships."),
        ("fr", "Suivez Le Phare sur Instagram"),
    ],
)
def test_what_an_outlet_wants_or_says_of_itself_goes(language: str, text: str) -> None:
    assert not kept(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das neue Telefon ist ab Freitag im Handel erhältlich."),
        ("de", "Die Community teilt ihre Tipps seit Jahren im Netz."),
        ("ar", "من القاهرة وصل الوفد أمس."),
        ("ar", "كتب الوزير رسالة طويلة أمس."),
        ("he", "מאת השר הגיעה תשובה קצרה."),
        ("de", "Von Kiel kommt Hilfe."),
        ("en", "By Tuesday the water was gone."),
    ],
)
def test_sentences_that_begin_like_furniture_or_a_byline_stay(language: str, text: str) -> None:
    assert kept(text, language)
