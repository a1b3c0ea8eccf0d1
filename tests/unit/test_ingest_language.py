from __future__ import annotations

import pytest

from limitedtimes.ingest.language import Py3LangidDetector, choose_language, foreign, normal_code
from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind
from limitedtimes.ports import Detection

DETECTOR = Py3LangidDetector()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("O governo anunciou ontem que vai aumentar os impostos sobre os combustíveis.", "pt"),
        ("Die Regierung hat gestern beschlossen, die Steuern auf Benzin zu erhöhen.", "de"),
        ("Правительство вчера объявило о повышении налогов на топливо.", "ru"),
        ("政府昨日宣布将提高燃油税，引发广泛讨论。", "zh"),
        ("Regjeringen kunngjorde i går at den vil øke avgiftene på drivstoff.", "nb"),
        ("أعلنت الحكومة أمس أنها سترفع الضرائب على الوقود.", "ar"),
        ("政府昨日宣布將提高燃油稅，引發民眾對物價上漲的廣泛討論。", "zh-Hant"),
        ("政府は昨日、燃料税を引き上げると発表した。", "ja"),
        ("Vlada je u srijedu priopćila da će tijekom ožujka tvrtke i sveučilišta dobiti milijun eura potpore.", "hr"),
        ("Vlada je u sredu saopštila da će tokom marta deca u celoj zemlji dobiti besplatne udžbenike.", "sr"),
        ("Vlada je prije sedmicu dana u saopćenju navela da će hiljadu porodica dobiti pomoć tokom marta.", "bs"),
        ("Pemerintah mengatakan bahwa polisi bisa menutup jalan karena banjir pada Kamis.", "id"),
        ("Kerajaan berkata bahawa polis boleh menutup jalan kerana banjir selepas hari Khamis.", "ms"),
        ("Regjeringa seier at ho ikkje veit kva som vil skje dei neste vekene.", "nn"),
        ("Regeringen sagde, at den ikke havde noget at sige efter mødet.", "da"),
        ("Ha-memshala אמרה אתמול כי היא תעלה את המס על הדלק בחודש הבא", "he"),
        ("די רעגירונג האט נעכטן געזאגט אז זי וועט העכערן די שטייערן אויף בענזין", "yi"),
        ("حکومت نے کل اعلان کیا کہ وہ ایندھن پر ٹیکس میں اضافہ کرے گی۔", "ur"),
        ("دولت دیروز اعلام کرد که مالیات بر سوخت را افزایش می‌دهد.", "fa"),
        ("सरकार ने कल घोषणा की कि वह ईंधन पर कर बढ़ाएगी।", "hi"),
        ("सरकारने काल जाहीर केले की ते इंधनावरील कर वाढवणार आहे.", "mr"),
        ("Үкімет кеше жанармайға салынатын салықты көтеретінін хабарлады.", "kk"),
        ("Hukumat kecha yoqilgʻiga soliqlarni oshirishini eʼlon qildi va bu qaror yanvardan kuchga kiradi.", "uz"),
        ("Hikûmetê duh ragihand ku ew ê bacên li ser sotemeniyê zêde bike.", "ku"),
        ("ຣັດຖະບານປະກາດຂຶ້ນພາສີນ້ຳມັນ", "lo"),
        ("<p>Die&nbsp;Regierung hat <b>gestern</b> beschlossen 👍👍, siehe https://t.example/xyz @kanzler", "de"),
    ],
)
def test_languages_are_told(text: str, language: str) -> None:
    detection = DETECTOR.detect(text)
    assert detection is not None
    assert detection.language == language
    assert 0.5 < detection.probability <= 1.0


@pytest.mark.parametrize(
    "text", ["", "  ", "2024-05-03 12:00", "12 %", "—", "👍🏽🎉", "AC", "https://a.example/die-der-das", "<br><hr>"]
)
def test_text_without_letters_gives_nothing(text: str) -> None:
    assert DETECTOR.detect(text) is None


@pytest.mark.parametrize(
    ("code", "normal"),
    [
        ("pt-BR", "pt"),
        ("pt_PT", "pt"),
        ("DE", "de"),
        ("no", "nb"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-CN", "zh"),
        ("sr-Latn", "sr"),
        ("und", None),
        ("", None),
        (None, None),
        ("x", None),
        ("german", None),
    ],
)
def test_codes_are_normal(code: str | None, normal: str | None) -> None:
    assert normal_code(code) == normal


@pytest.mark.parametrize(
    ("detected", "declared", "outlet", "chosen"),
    [
        (Detection("pt", 0.99), "en", "pt", "pt"),
        (Detection("pt", 0.99), "en", None, "pt"),
        (Detection("en", 0.4), None, "de", "de"),
        (Detection("bs", 0.95), "hr-HR", None, "hr"),
        (Detection("ms", 0.9), None, "id", "id"),
        (Detection("zh", 0.99), "zh-TW", None, "zh-Hant"),
        (Detection("zh", 0.99), None, None, "zh"),
        (Detection("zh-Hant", 1.0), "zh", None, "zh-Hant"),
        (Detection("nn", 0.99), "nb-NO", "nb", "nn"),
        (Detection("nn", 0.7), "nb-NO", "nb", "nb"),
        (Detection("de", 0.99), "en", "en", "de"),
        (Detection("ru", 0.99), "uk", "uk", "ru"),
        (Detection("es", 0.99), "ca", "ca", "es"),
        (Detection("es", 0.99), "pap", None, "pap"),
        (Detection("hi", 0.99), None, "bho", "bho"),
        (Detection("sr", 0.6), None, "cnr", "sr"),
        (Detection("pt", 0.99), "pt-PT", "pt-BR", "pt"),
        (Detection("fa", 0.99), "prs-AF", None, "fa"),
        (Detection("sk", 0.3), None, None, "sk"),
        (None, "fr-FR", "de", "fr"),
        (None, None, "de", "de"),
        (None, None, None, None),
    ],
)
def test_language_is_weighed(
    detected: Detection | None, declared: str | None, outlet: str | None, chosen: str | None
) -> None:
    assert choose_language(detected, declared, outlet) == chosen


@pytest.mark.parametrize("text", ["Barack Obama", "Live", "AC/DC Corporation", "Real Madrid 2-1 FC Barcelona"])
def test_names_alone_are_never_sure(text: str) -> None:
    detection = DETECTOR.detect(text)
    assert detection is None or detection.probability < 0.8


def test_a_list_of_characters_alone_is_not_surely_chinese() -> None:
    detection = DETECTOR.detect("東京都、大阪府、京都府、愛知県、福岡県、北海道、宮城県、広島県、長野県、静岡県")
    assert detection is not None
    assert detection.probability < 0.6


GERMAN = "Die Regierung hat gestern beschlossen, die Steuern auf Benzin im kommenden Jahr deutlich zu erhöhen."
ENGLISH = "We have always said that these taxes will hurt the people who can least afford to pay them, and we still do."
RUSSIAN = "Мы всегда говорили, что эти налоги ударят по тем, кто меньше всего может их платить, и говорим это сейчас."


def paragraphs(*texts: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


def languages(blocks: tuple[Block, ...]) -> list[list[tuple[str, str | None]]]:
    return [
        [(block.text[slice(*mark.span)], mark.language) for mark in block.marks if mark.kind is MarkKind.LANGUAGE]
        for block in blocks
    ]


@pytest.mark.parametrize(("quote", "language"), [(ENGLISH, "en"), (RUSSIAN, "ru")])
def test_a_paragraph_in_another_language_is_marked(quote: str, language: str) -> None:
    marked = foreign(paragraphs(GERMAN, quote, GERMAN), "de", DETECTOR)
    assert languages(marked) == [[], [(quote, language)], []]


def test_a_sentence_in_another_language_is_marked_alone() -> None:
    text = f"{ENGLISH} {ENGLISH} {GERMAN}"
    marked = foreign(paragraphs(GERMAN, text, GERMAN, GERMAN), "de", DETECTOR)
    assert languages(marked)[1] == [(ENGLISH, "en"), (ENGLISH, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "The New York Times, Washington Post",
        "Fake News",
        "Vladimir Putin, Emmanuel Macron, Olaf Scholz, Recep Tayyip Erdoğan, Xi Jinping, Narendra Modi, Giorgia Meloni",
        "1:0 Müller (12.), 2:0 Kane (34.), 2:1 Mbappé (67.), 3:1 Sané (90.+2) - Zuschauer: 75.000 (ausverkauft), Gelb: Kimmich",
    ],
)
def test_names_and_results_are_not_foreign(text: str) -> None:
    assert languages(foreign(paragraphs(GERMAN, text, GERMAN), "de", DETECTOR)) == [[], [], []]


def test_kindred_languages_are_translated_all_the_same() -> None:
    danish = "Regeringen har besluttet at hæve afgifterne på benzin næste år, sagde ministeren efter mødet i går aftes."
    norwegian = "Regjeringen har besluttet å heve avgiftene på bensin neste år, sa statsråden etter møtet i går kveld."
    assert languages(foreign(paragraphs(norwegian, danish, norwegian), "nb", DETECTOR)) == [[], [], []]


def test_where_most_would_be_foreign_nothing_is() -> None:
    wrong = Block(BlockKind.PARAGRAPH, GERMAN, (Mark(MarkKind.LANGUAGE, (0, len(GERMAN)), language="fr"),))
    assert languages(foreign([*paragraphs(ENGLISH, ENGLISH), wrong], "de", DETECTOR)) == [[], [], []]


@pytest.mark.parametrize(
    ("text", "said", "kept"),
    [
        ("Yes, we can!", "en", True),
        ("C’est la vie", "fr", True),
        (GERMAN, "en", False),
        (GERMAN, "de-AT", False),
        ("Guten Tag", "und", False),
        (ENGLISH, "en-GB", True),
    ],
)
def test_the_pages_word_stands_unless_the_text_denies_it(text: str, said: str, kept: bool) -> None:
    block = Block(
        BlockKind.PARAGRAPH,
        text,
        (Mark(MarkKind.EMPHASIS, (0, 3)), Mark(MarkKind.LANGUAGE, (0, len(text)), language=said)),
    )
    marked = foreign([*paragraphs(GERMAN, GERMAN), block], "de", DETECTOR)[2]
    assert marked.marks == (block.marks if kept else block.marks[:1])


@pytest.mark.parametrize("language", [None, "de"])
def test_without_a_language_or_foreign_words_nothing_changes(language: str | None) -> None:
    blocks = [*paragraphs(GERMAN), Block(BlockKind.PICTURE, image=0), Block(BlockKind.TABLE, "1\t2\nA\tB")]
    assert foreign(blocks, language, DETECTOR) == tuple(blocks)
