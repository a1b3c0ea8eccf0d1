from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from furniture_lines import KINDS, LINES
from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind
from limitedtimes.rules.furniture import (
    Surroundings,
    begins_like_byline,
    clean_blocks,
    is_button_label,
    is_furniture,
    link_share,
    without_button_label,
)
from limitedtimes.rules.furniture.lexicon import lexicon
from limitedtimes.rules.furniture.words import TABLES, Kind, phrases

if TYPE_CHECKING:
    from pathlib import Path

    from limitedtimes.rules.furniture import Cleaned

PROSE = {
    "de": (
        "Die Regierung hat am Freitag ein neues Gesetz beschlossen.",
        "Er kam 1999 nach Wien.",
        "„Nein“, sagte sie.",
        "Foto und Film seien verboten, sagte der Richter.",
        "Foto, Film und Ton seien verboten.",
        "Von der Leyen reist nach Kiew.",
        "In der Anzeige steht, der Mann habe das Geld genommen.",
        "Er schrieb eine E-Mail an die Behörde, doch es folgte keine Antwort.",
        "Bereits registriert haben sich 500 Menschen.",
        "„Ich habe euren Newsletter abonniert“, sagte sie.",
        "Video zeigt Angriff auf Hafen in Odessa, wie der Gouverneur mitteilte.",
        "Kommentare zu dem Urteil lehnte er ab.",
        "Wer das Bild vergrößern will, braucht ein Mikroskop.",
        "Sie müssen sich in der App registrieren, bevor sie fahren dürfen.",
        "Nur für Abonnenten der Bahn wird die Fahrt im kommenden Jahr billiger, wie der Vorstand am Freitag nach langer Beratung mitteilte.",
        "Mitarbeit ist gefragt, sagte der Bürgermeister.",
        "Newsletters haben die Branche verändert: Immer mehr Verlage verdienen damit ihr Geld, und das gilt nach einer Studie der Universität Hamburg inzwischen auch für kleine Häuser auf dem Land.",
    ),
    "en": (
        "The newsletter has two million subscribers, the company said.",
        "Facebook and Instagram were down on Monday.",
        "Twitter users follow the president, said Facebook.",
        "Chocolate chip cookies are sold out.",
        "Many young people sign up for the army.",
        "Share prices fell.",
        "Related deaths rose to five.",
        "The app violated its terms of service, a court found.",
        "Update: the bridge was closed at noon.",
        "This content is the work of a machine, the ministry said in a statement of several pages about the film, and nobody at the agency had noticed how little of it was true before it was shown in schools all over the country.",
        "By Tuesday the water was gone.",
        "Old Vine 2024 Harbour, Portugal ($19.99)",
        "Advertisement revenue rose.",
    ),
    "fr": (
        "Lisez aussi attentivement que vous voulez, la loi n'a pas changé depuis dix ans, a déclaré le ministre devant la presse réunie à Paris.",
        "Il vous reste trois jours pour visiter l'exposition, a rappelé le directeur du musée.",
    ),
    "pt": (
        "O Brasil registrou 1.234 novos casos em 2024, segundo o ministério.",
        "Os candidatos inscrevem-se até sexta-feira no portal e recebem a confirmação por e-mail.",
        "Inscreva-se até 6 de novembro no portal digital da câmara.",
        "Atualizado em 2019, o mapa mostra 14 ilhas.",
    ),
    "es": (
        "El canal recibe cincuenta barcos al día.",
        "Netflix anunció que el precio sube en toda España y que habrá nuevas tarifas para suscriptores desde enero.",
    ),
    "it": ("Di Maio",),
    "nl": ("Save the Children trekt zich terug.",),
    "ja": ("政府は10日、新しい法案を閣議決定した。",),
    "zh": ("他在微信上关注了这件事，但没有回答。",),
}
FURNITURE = {
    "de": (
        "Lesen Sie auch: Die Chronik",
        "Teilen",
        "Anzeige",
        "Newsletter abonnieren",
        "© 2024 Talbote. Alle Rechte vorbehalten",
        "Lesedauer: 4 Minuten",
        "4 Min. Lesezeit",
        "Foto: Max Knipser/dpa",
        "Tags: Politik, Wahl",
        "Melden Sie sich an: die wichtigsten Nachrichten des Tages um sechs.",
        "Aktualisiert am",
        "Bild vergrößern",
        "Alle Nachrichten vom Hafen finden Sie in unserem Liveblog:",
    ),
    "en": (
        "Subscribe to our newsletter",
        "We use cookies to improve your experience",
        "Updated at",
        "ADVERTISEMENT",
        "4 min read",
        "Got a story? Get in touch by e-mail.",
        "—Harbour Post writer Ann Miller in Porto contributed to this report.",
    ),
    "pt": (
        "Publicidade",
        "Leia também",
        "LEIA MAIS",
        "Comece o dia bem informado: inscreva-se e receba de graça o resumo das principais notícias.",
        "Atualizado",
        "Ícone: ampliar",
    ),
    "fr": ("Recevez chaque matin l'essentiel de l'actualité.", "A LIRE AUSSI"),
    "tr": ("İLGİLİ HABER", "20 Nisan 2026•Güncelleme: 20 Nisan 2026"),
    "el": ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ",),
    "ja": ("2024年5月3日 10時15分", "写真：共同"),
    "hi": ("Also Read: चक्की जो बंद नहीं हुई",),
}
ANYWHERE = (
    "***",
    "3.5.2024, 10:15",
    "20 Nisan 2026 • 21 Nisan 2026",
    "© 2024 Talbote",
    "redaktion@talbote.example",
    "https://talbote.example/hafen",
    "WhatsApp",
)

# The files of real news lines, by language.
REAL = {
    "ar": "arb", "az": "aze-Latn", "bn": "ben", "bg": "bul", "ca": "cat", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind",
    "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "ko": "kor", "lv": "lav", "lt": "lit", "ms": "msa", "nl": "nld", "nb": "nob",
    "pl": "pol", "pt": "por", "pt-BR": "por-BR", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv", "es": "spa", "sq": "sqi",
    "sr": "srp-Cyrl", "sv": "swe", "ta": "tam", "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh-Hans": "zho-CN",
    "zh-Hant": "zho-TW",
}  # fmt: skip
MOST_ALARMS = 0.001  # of a language's lines


def paragraph(text: str, *marks: Mark) -> Block:
    return Block(BlockKind.PARAGRAPH, text, marks)


def heading(text: str) -> Block:
    return Block(BlockKind.HEADING, text, level=2)


def cleaned(text: str, language: str | None) -> Cleaned:
    return clean_blocks([paragraph(text)], Surroundings(language=language))


# -- words -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", sorted(LINES))
def test_every_kind_of_line_goes_in_its_language(language: str) -> None:
    lines = LINES[language].strip().split("\n")
    read = {
        kind: (cleaned(line, language).kept, cleaned(line, language).paywall)
        for kind, line in zip(KINDS, lines, strict=True)
    }
    assert read == {kind: ((), kind == "paywall") for kind in KINDS}


@pytest.mark.parametrize("language", sorted(LINES))
def test_bylines_are_known_in_their_language(language: str) -> None:
    assert begins_like_byline(LINES[language].strip().split("\n")[KINDS.index("by")], language)


@pytest.mark.parametrize("code", ["no", "nn-NO", "pt-BR", "sr-Latn", "bs", "ms", "zh-Hant", "iw", "prs", "EN_us"])
def test_codes_of_regions_scripts_and_near_languages_have_lists(code: str) -> None:
    assert lexicon(code).language in TABLES


@pytest.mark.parametrize("language", sorted(set(TABLES) - {"zu", "xh"}))
def test_tables_are_whole_and_name_nothing_twice(language: str) -> None:
    table = phrases(language)
    assert [kind for kind in Kind if not table.get(kind)] == []
    assert [kind for kind, listed in table.items() if len(set(listed)) < len(listed) and language not in INDIA] == []


INDIA = ("hi", "bn", "mr", "ta", "te")  # each with the same English words behind its own


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in PROSE for text in PROSE[language]])
def test_prose_stays(language: str, text: str) -> None:
    assert cleaned(text, language).kept == (0,)
    assert not cleaned(text, language).paywall


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in FURNITURE for text in FURNITURE[language]]
)
def test_furniture_goes(language: str, text: str) -> None:
    assert is_furniture(paragraph(text), language)


@pytest.mark.parametrize("text", ANYWHERE)
def test_signs_and_dates_go_in_every_language(text: str) -> None:
    assert is_furniture(paragraph(text), None)
    assert is_furniture(paragraph(text), "eu")


@pytest.mark.parametrize("language", [None, "", "eu", "x-none", "de"])
def test_english_words_count_in_english_only(language: str | None) -> None:
    words = [line for kind, line in zip(KINDS, LINES["en"].strip().split("\n"), strict=True) if kind not in STRUCTURAL]
    assert [line for line in words if not cleaned(line, language).kept] == []


STRUCTURAL = ("dated", "credit")  # "3 May 2024, 10:15" is a date, and German says "Photo", too


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kommentare aus der Opposition"),
        ("de", "Video zeigt Angriff"),
        ("de", "Anzeige gegen Minister"),
        ("de", "Von Trump bis Putin"),
        ("de", "Von Berlin nach Paris"),
        ("de", "Mehr über die Täter"),
        ("de", "Stand"),
        ("en", "Share prices fall again"),
        ("en", "Follow-up in Geneva"),
        ("nl", "Van Gogh Museum"),
        ("ru", "От Москвы до Берлина"),
        ("pt", "Por que os balanços divergem"),
    ],
)
def test_headings_that_begin_like_furniture_stay(language: str, text: str) -> None:
    blocks = [heading(text), paragraph("Das teilte das Amt mit.")]
    assert clean_blocks(blocks, Surroundings(language=language)).kept == (0, 1)


@pytest.mark.shared
@pytest.mark.parametrize("language", sorted(REAL))
def test_real_news_is_not_taken_for_furniture(shared: Path, language: str) -> None:
    text = (shared / "data" / "ntrex" / f"{REAL[language]}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line.strip()]
    assert len(lines) > 900
    alarms = [line for line in lines if not cleaned(line, language).kept]
    assert len(alarms) <= MOST_ALARMS * len(lines), alarms


# -- labels of buttons -------------------------------------------------------------------------------------------------


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
    assert is_furniture(announced, "zu")


def test_sentences_with_links_stay() -> None:
    text = "Das teilte das Landratsamt am Freitag mit, nachdem der Pegel gefallen war."
    assert not is_furniture(paragraph(text, Mark(MarkKind.LINK, (11, 26), "https://a.example/1")))


def test_what_stands_in_fields_is_not_told_again() -> None:
    around = Surroundings(
        titles=["Pegel der Ilz sinkt: Brücke wieder offen"],
        lead="Nach drei Tagen dürfen Autos wieder über den Fluss.",
        captions=["Die Brücke über die Ilz am Freitagmorgen."],
        authors=["Eva Muster"],
        language="de",
    )
    texts = [
        "Hochwasser: Pegel der Ilz sinkt: Brücke wieder offen",
        "Nach drei Tagen dürfen Autos wieder über den Fluss",
        "Die Brücke über die Ilz am Freitagmorgen.",
        "Von Eva Muster, Passau",
        "Die Brücke ist offen, sagt das Amt in einer Mitteilung.",
        "Die Brücke ist offen, sagt das Amt in einer Mitteilung.",
        "Der Pegel fällt weiter.",
        "Eva Muster schreibt seit 2019 über Flüsse.",
    ]
    assert clean_blocks([paragraph(text) for text in texts], around).kept == (4, 6)


def test_agency_line_becomes_a_byline() -> None:
    signed = clean_blocks([paragraph("Der Text geht so."), paragraph("mes / dpa / AFP")], Surroundings())
    assert signed.kept == (0,)
    assert signed.byline.authors == ("mes",)
    assert signed.byline.agencies == ("dpa", "AFP")


def test_a_last_line_with_an_unlisted_agency_becomes_a_byline() -> None:
    blocks = [paragraph("Der Text geht so."), paragraph("Er geht weiter."), paragraph("Agência Atlântica")]
    signed = clean_blocks(blocks, Surroundings())
    assert (signed.kept, signed.byline.agencies) == ((0, 1), ("Agência Atlântica",))


@pytest.mark.parametrize(
    ("language", "notice"),
    [
        ("de", "Weiterlesen mit SZ Plus"),
        ("fr", "Il vous reste 70% de cet article à lire."),
        ("es", "Contenido exclusivo para suscriptores"),
        ("it", "Articolo riservato agli abbonati"),
        ("ja", "この記事は有料会員限定です"),
        ("en", "Already a subscriber? Log in"),
    ],
)
def test_paywall_notice_is_noticed_and_left_out(language: str, notice: str) -> None:
    blocks = [paragraph("Der Text geht so."), paragraph(notice)]
    cut = clean_blocks(blocks, Surroundings(language=language))
    assert cut.paywall
    assert cut.kept == (0,)


def test_headings_that_announced_furniture_go_with_it() -> None:
    blocks = [
        Block(BlockKind.HEADING, "Schäden", level=2),
        paragraph("Die Pfeiler sind beschädigt."),
        Block(BlockKind.HEADING, "Das könnte gefallen", level=2),
        paragraph("Mehr zum Thema"),
    ]
    assert clean_blocks(blocks, Surroundings(language="de")).kept == (0, 1)


def test_pictures_stay() -> None:
    assert clean_blocks([Block(BlockKind.PICTURE, image=0)], Surroundings()).kept == (0,)
