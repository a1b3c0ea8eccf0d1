from __future__ import annotations

import pytest

from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind
from limitedtimes.rules.furniture import (
    Surroundings,
    clean_blocks,
    is_button_label,
    is_furniture,
    link_share,
    without_button_label,
)

PROSE = (
    "Die Regierung hat am Freitag ein neues Gesetz beschlossen.",
    "Lisez aussi attentivement que vous voulez, la loi n'a pas changé depuis dix ans, a déclaré le ministre devant la presse réunie à Paris.",
    "O Brasil registrou 1.234 novos casos em 2024, segundo o ministério.",
    "Er kam 1999 nach Wien.",
    "„Nein“, sagte sie.",
    "Foto und Film seien verboten, sagte der Richter.",
    "Von der Leyen reist nach Kiew.",
    "政府は10日、新しい法案を閣議決定した。",
    "In der Anzeige steht, der Mann habe das Geld genommen.",
    "The newsletter has two million subscribers, the company said.",
    "Facebook and Instagram were down on Monday.",
    "Twitter users follow the president, said Facebook.",
    "Chocolate chip cookies are sold out.",
    "Er schrieb eine E-Mail an die Behörde, doch es folgte keine Antwort.",
    "Many young people sign up for the army.",
    "Save the Children zieht sich zurück.",
    "Share prices fell.",
    "Related deaths rose to five.",
    "Bereits registriert haben sich 500 Menschen.",
    "The app violated its terms of service, a court found.",
    "„Ich habe euren Newsletter abonniert“, sagte sie.",
    "Video zeigt Angriff auf Hafen in Odessa, wie der Gouverneur mitteilte.",
    "Kommentare zu dem Urteil lehnte er ab.",
    "Os candidatos inscrevem-se até sexta-feira no portal e recebem a confirmação por e-mail.",
    "Inscreva-se até 6 de novembro no portal digital da câmara.",
    "Wer das Bild vergrößern will, braucht ein Mikroskop.",
    "Atualizado em 2019, o mapa mostra 14 ilhas.",
    "Newsletters haben die Branche verändert: Immer mehr Verlage verdienen damit ihr Geld, und das gilt nach einer Studie der Universität Hamburg inzwischen auch für kleine Häuser auf dem Land.",
)
FURNITURE = (
    "Lesen Sie auch: Die Chronik",
    "Lire aussi : La chronique",
    "Leia também",
    "Lea también: La crónica",
    "Leggi anche",
    "Les også: Her er listen",
    "Читайте также: хроника",
    "関連記事",
    "관련기사",
    "اقرأ أيضا",
    "xem thêm: tin khác",
    "Teilen",
    "Anzeige",
    "Publicidade",
    "Newsletter abonnieren",
    "Subscribe to our newsletter",
    "© 2024 Talbote. Alle Rechte vorbehalten",
    "Aktualisiert: 03.05.2024, 10:15 Uhr",
    "3. Mai 2024, 10:15",
    "2024年5月3日 10時15分",
    "Lesedauer: 4 Minuten",
    "Foto: Max Knipser/dpa",
    "写真：共同",
    "Additional reporting by Reuters",
    "We use cookies to improve your experience",
    "***",
    "Tags: Politik, Wahl",
    "Comece o dia bem informado: inscreva-se e receba de graça o resumo das principais notícias.",
    "Recevez chaque matin l'essentiel de l'actualité.",
    "Melden Sie sich an: die wichtigsten Nachrichten des Tages um sechs.",
    "Atualizado",
    "Updated at",
    "Aktualisiert am",
    "20 Nisan 2026•Güncelleme: 20 Nisan 2026",
    "Ícone: ampliar",
    "Bild vergrößern",
)


def paragraph(text: str, *marks: Mark) -> Block:
    return Block(BlockKind.PARAGRAPH, text, marks)


@pytest.mark.parametrize("text", PROSE)
def test_prose_stays(text: str) -> None:
    assert not is_furniture(paragraph(text))


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture_goes(text: str) -> None:
    assert is_furniture(paragraph(text))


@pytest.mark.parametrize(
    "text",
    [
        "Share prices fall again",
        "Kommentare aus der Opposition",
        "Video zeigt Angriff",
        "Follow-up in Genf",
        "Anzeige gegen Minister",
        "Por que os balanços divergem",
        "Stand",
    ],
)
def test_headings_that_begin_like_buttons_stay(text: str) -> None:
    assert not is_furniture(Block(BlockKind.HEADING, text, level=2))


@pytest.mark.parametrize(
    "label",
    ["Ícone: ampliar", "Icon: enlarge", "Bild vergrößern", "Ampliar imagen", "Agrandir l'image", "View larger image"],
)
def test_buttons_on_pictures_are_known_by_their_words(label: str) -> None:
    assert is_button_label(label)
    assert without_button_label(f"Der Hafen am Morgen. {label}") == "Der Hafen am Morgen."


@pytest.mark.parametrize("text", ["Icon: Madonna", "Bild", "Er wollte das Bild vergrößern"])
def test_other_words_are_no_buttons(text: str) -> None:
    assert not is_button_label(text)
    assert without_button_label(text) == text


def test_blocks_of_links_go() -> None:
    text = "Die Chronik des Hochwassers in Bildern"
    whole = paragraph(text, Mark(MarkKind.LINK, (0, len(text)), "https://a.example/1"))
    assert link_share(whole) == 1.0
    assert is_furniture(whole)
    announced = paragraph(f"Inyathelo: {text}", Mark(MarkKind.LINK, (11, 11 + len(text)), "https://a.example/1"))
    assert is_furniture(announced)


def test_sentences_with_links_stay() -> None:
    text = "Das teilte das Landratsamt am Freitag mit, nachdem der Pegel gefallen war."
    assert not is_furniture(paragraph(text, Mark(MarkKind.LINK, (11, 26), "https://a.example/1")))


def test_what_stands_in_fields_is_not_told_again() -> None:
    around = Surroundings(
        titles=["Pegel der Ilz sinkt: Brücke wieder offen"],
        lead="Nach drei Tagen dürfen Autos wieder über den Fluss.",
        captions=["Die Brücke über die Ilz am Freitagmorgen."],
        authors=["Eva Muster"],
    )
    texts = [
        "Hochwasser: Pegel der Ilz sinkt: Brücke wieder offen",
        "Nach drei Tagen dürfen Autos wieder über den Fluss",
        "Die Brücke über die Ilz am Freitagmorgen.",
        "Von Eva Muster, Passau",
        "Eva Muster hat die Brücke gesehen und den Landrat gefragt.",
        "Die Brücke ist offen, sagt das Amt in einer Mitteilung.",
        "Die Brücke ist offen, sagt das Amt in einer Mitteilung.",
    ]
    assert clean_blocks([paragraph(text) for text in texts], around).kept == (4, 5)


def test_agency_line_becomes_a_byline() -> None:
    cleaned = clean_blocks([paragraph("Der Text geht so."), paragraph("mes / dpa / AFP")], Surroundings())
    assert cleaned.kept == (0,)
    assert cleaned.byline.authors == ("mes",)
    assert cleaned.byline.agencies == ("dpa", "AFP")


def test_a_last_line_with_an_unlisted_agency_becomes_a_byline() -> None:
    blocks = [paragraph("Der Text geht so."), paragraph("Er geht weiter."), paragraph("Agência Atlântica")]
    cleaned = clean_blocks(blocks, Surroundings())
    assert (cleaned.kept, cleaned.byline.agencies) == ((0, 1), ("Agência Atlântica",))


@pytest.mark.parametrize(
    "notice",
    [
        "Weiterlesen mit SZ Plus",
        "Il vous reste 70% de cet article à lire.",
        "Contenido exclusivo para suscriptores",
        "Articolo riservato agli abbonati",
        "この記事は有料会員限定です",
        "Already a subscriber? Log in",
    ],
)
def test_paywall_notice_is_noticed_and_left_out(notice: str) -> None:
    cleaned = clean_blocks([paragraph("Der Text geht so."), paragraph(notice)], Surroundings())
    assert cleaned.paywall
    assert cleaned.kept == (0,)


def test_headings_that_announced_furniture_go_with_it() -> None:
    blocks = [
        Block(BlockKind.HEADING, "Schäden", level=2),
        paragraph("Die Pfeiler sind beschädigt."),
        Block(BlockKind.HEADING, "Das könnte gefallen", level=2),
        paragraph("Mehr zum Thema"),
    ]
    assert clean_blocks(blocks, Surroundings()).kept == (0, 1)


def test_pictures_stay() -> None:
    assert clean_blocks([Block(BlockKind.PICTURE, image=0)], Surroundings()).kept == (0,)
