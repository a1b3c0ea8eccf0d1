from __future__ import annotations

import string
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.rules.numbers import Figure, Kind, figures
from limitedtimes.rules.numbers.lexicon import LANGUAGES, entries, lexicon, words


def values(text: str, language: str) -> list[object]:
    return [figure.value for figure in figures(text, language)]


def only(text: str, language: str) -> Figure:
    (figure,) = figures(text, language)
    return figure


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("pt", "2.200.112", 2_200_112),
        ("pt", "186.500", 186_500),
        ("pt", "1,5", Fraction(3, 2)),
        ("pt", "12 345,67", Fraction(1234567, 100)),
        ("fr", "12\u202f345,67", Fraction(1234567, 100)),
        ("pl", "12\u00a0345", 12_345),
        ("de", "1’234.5", Fraction(2469, 2)),
        ("de", "1.234,5", Fraction(2469, 2)),
        ("hi", "12,34,567", 1_234_567),
        ("hi", "१२,३४,५६७", 1_234_567),
        ("ar", "١٬٢٣٤٫٥", Fraction(2469, 2)),
        ("fa", "۱۲۳", 123),
        ("bn", "১২৩", 123),
        ("th", "๑๒๓", 123),
        ("ja", "１２３", 123),
        ("en", "1,234.5", Fraction(2469, 2)),
        ("en", "1.234", Fraction(617, 500)),
    ],
)
def test_digits_are_read_as_their_language_writes_them(language: str, text: str, value: object) -> None:
    assert only(text, language).value == value


def test_a_sign_that_may_part_thousands_or_decimals_keeps_both_readings() -> None:
    assert only("1,000", "pt").keys == {1, 1000}


def test_what_english_would_never_write_is_a_code() -> None:
    figure = only("2,200,12", "en")
    assert (figure.kind, figure.value) == (Kind.CODE, "2,200,12")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("pt", "1,5 milhão", 1_500_000),
        ("pt", "146 mil", 146_000),
        ("pt", "2 mil milhões", 2_000_000_000),
        ("pt", "2 bilhões", 2_000_000_000),
        ("pt", "2 milhões e 300 mil", 2_300_000),
        ("es", "2 mil millones", 2_000_000_000),
        ("de", "2,3 Mrd.", 2_300_000_000),
        ("de", "3 Mio.", 3_000_000),
        ("fr", "4 milliards", 4_000_000_000),
        ("ro", "20 de milioane", 20_000_000),
        ("ru", "5,4 тыс.", 5_400),
        ("ru", "3 млрд", 3_000_000_000),
        ("uk", "7 млн", 7_000_000),
        ("tr", "5,5 milyondan", 5_500_000),
        ("hi", "5 लाख", 500_000),
        ("hi", "3 करोड़", 30_000_000),
        ("zh", "35万", 350_000),
        ("zh", "1.2亿", 120_000_000),
        ("ja", "1億2,500万", 125_000_000),
        ("ja", "3万5000", 35_000),
        ("ko", "2만 5천", 25_000),
        ("ko", "3조", 3_000_000_000_000),
        ("vi", "5 triệu", 5_000_000),
        ("en", "£2bn", 2_000_000_000),
        ("en", "20k", 20_000),
        ("en", "5 lakh", 500_000),
    ],
)
def test_magnitudes_multiply_digits(language: str, text: str, value: int) -> None:
    assert only(text, language).value == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("pt", "dois mil e trezentos", 2300),
        ("pt", "mil novecentos e noventa e oito", 1998),
        ("pt", "meia centena", 50),
        ("pt", "duas dezenas", 20),
        ("pt", "uma dúzia", 12),
        ("pt", "um quarto de milhão", 250_000),
        ("pt", "meio milhão", 500_000),
        ("pt", "um milhão e meio", 1_500_000),
        ("pt", "dois terços", Fraction(2, 3)),
        ("pt", "vigésimo primeiro", 21),
        ("es", "treinta y cinco mil", 35_000),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "soixante et onze", 71),
        ("fr", "septante-deux", 72),
        ("it", "trecentoventidue", 322),
        ("de", "dreiundzwanzigtausend", 23_000),
        ("de", "anderthalb Millionen", 1_500_000),
        ("nl", "drieëntwintig", 23),
        ("sv", "tjugotre", 23),
        ("da", "treoghalvfjerds", 73),
        ("nb", "tjueen", 21),
        ("fi", "kaksikymmentäkolme", 23),
        ("fi", "viisitoista", 15),
        ("et", "kakskümmend kolm", 23),
        ("hu", "huszonhárom", 23),
        ("pl", "dwustu pięćdziesięciu", 250),
        ("cs", "pětadvacet", 25),
        ("sk", "dvadsaťpäť", 25),
        ("sl", "petindvajset", 25),
        ("hr", "dvjesto pedeset", 250),
        ("sr", "двадесет пет", 25),
        ("bg", "двадесет и пет", 25),
        ("ru", "двухсот пятидесяти тысяч", 250_000),
        ("uk", "двадцять п’ять", 25),
        ("el", "είκοσι πέντε", 25),
        ("tr", "iki yüz elli", 250),
        ("ro", "douăzeci și cinci de mii", 25_000),
        ("ca", "vint-i-cinc", 25),
        ("lv", "divdesmit pieci", 25),
        ("lt", "dvidešimt penki", 25),
        ("id", "dua puluh lima", 25),
        ("id", "lima belas", 15),
        ("vi", "hai mươi ba", 23),
        ("ar", "خمسة وعشرون", 25),
        ("ar", "ثلاثة عشر", 13),
        ("fa", "بیست و پنج", 25),
        ("he", "עשרים וחמש", 25),
        ("hi", "पच्चीस हजार", 25_000),
        ("zh", "三千五百万", 35_000_000),
        ("zh", "一百零五", 105),
        ("ja", "二百五十", 250),
        ("en", "two hundred and fifty thousand", 250_000),
        ("en", "half a million", 500_000),
        ("en", "one and a half million", 1_500_000),
        ("en", "two dozen", 24),
        ("en", "twenty-third", 23),
        ("en", "two-thirds", Fraction(2, 3)),
    ],
)
def test_number_words_are_put_together(language: str, text: str, value: object) -> None:
    figure = only(text, language)
    assert (figure.value, figure.worded, figure.sure) == (value, True, True)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pt", "10-15", [10, 15]),
        ("de", "10 bis 15", [10, 15]),
        ("pt", "3-1", [3, 1]),
        ("pt", "24 de fevereiro de 2022", [24, 2, 2022]),
        ("de", "24.2.2022", [24, 2, 2022]),
        ("en", "Feb 24, 2022", [2, 24, 2022]),
        ("pt", "século XXI", [21]),
        ("pt", "João Paulo II", [2]),
        ("uk", "ХХ століття", [20]),
        ("en", "the Boeing 737-800 of the G7", [737, 800, 7]),
        ("en", "nineteen ninety", [19, 90]),
        ("pt", "três, quatro e cinco", [3, 4, 5]),
        ("zh", "二〇二二年", [2022]),
    ],
)
def test_several_figures_stay_apart(language: str, text: str, expected: list[int]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "às 18h45"),
        ("pt", "às 18 h 45"),
        ("en", "at 6:45 p.m."),
        ("en", "at 6.45pm"),
        ("en", "at 18:45"),
        ("de", "um 18.45 Uhr"),
        ("ja", "午後6時45分"),
        ("ko", "오후 6시 45분"),
    ],
)
def test_a_time_is_the_same_on_both_clocks(language: str, text: str) -> None:
    assert ("time", 18, 45) in only(text, language).keys


@pytest.mark.parametrize("text", ["the 1990s", "the '90s", "the 90s", "in the 1990's"])
def test_a_decade_is_known_by_its_short_name_too(text: str) -> None:
    figure = only(text, "en")
    assert figure.kind is Kind.DECADE
    assert {90, 1990} <= figure.keys


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("13%", Kind.PERCENT),
        ("13 por cento", Kind.PERCENT),
        ("R$ 13", Kind.MONEY),
        ("13 €", Kind.MONEY),
        ("o 13.º", Kind.ORDINAL),
        ("em 2013", Kind.YEAR),
        ("treze", Kind.NUMBER),
    ],
)
def test_kinds_are_told_by_what_is_around(text: str, kind: Kind) -> None:
    assert only(text, "pt").kind is kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "um homem e uma mulher"),
        ("pt", "na segunda-feira, o primeiro a chegar"),
        ("en", "one of the first"),
        ("de", "ein Mann und eine Frau"),
        ("fr", "une femme"),
        ("it", "dozzine"),
        ("ru", "один из них"),
        ("zh", "一些"),
        ("pt", "dezenas de milhares"),
        ("vi", "thứ Bảy"),
    ],
)
def test_articles_weekdays_and_vague_words_are_never_missed(language: str, text: str) -> None:
    assert not any(figure.sure for figure in figures(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "Escreva para ana2@exemplo2.pt ou @ana77"),
        ("pt", "Veja https://exemplo.pt/2022/11/23 hoje"),
        ("pt", "Ver: nada de novo."),
        ("en", "I saw it mix well."),
        ("xx", "tri four sept"),
    ],
)
def test_addresses_and_words_are_no_figures(language: str, text: str) -> None:
    assert values(text, language) == []


def test_a_month_is_certain_beside_a_day_or_a_year_only() -> None:
    assert [figure.sure for figure in figures("May 5", "en")] == [True, True]
    assert [figure.sure for figure in figures("They may go in March", "en")] == [False, False]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_form_of_every_table_is_found_by_itself(language: str) -> None:
    table = words(language)
    for value, forms in [*entries(table.cardinals), *entries(table.scales)]:
        for form in forms:
            if "^" in form or "*" in form:
                continue
            entry = lexicon(language).find(form.lstrip("~+"))
            assert entry is not None, form
            assert entry.value == value or value in (entry.share, 10), form


@pytest.mark.parametrize("language", sorted(LANGUAGES - {"cjk", "ko", "vi", "en"}))
def test_every_language_names_twelve_months(language: str) -> None:
    rows = [row.split() for row in words(language).months.replace("|", "\n").split("\n") if row.split()]
    assert len(rows) == 12
    for number, row in enumerate(rows, 1):
        assert lexicon(language).find(row[0].rstrip("*")).value == number  # type: ignore[union-attr]


@given(st.integers(min_value=13, max_value=10**12))
def test_any_amount_is_read_back_in_every_convention(amount: int) -> None:
    for language, separator in (("pt", "."), ("fr", "\u202f"), ("cs", "\u00a0"), ("en", ","), ("de", "’")):
        assert amount in only(f"{amount:,}".replace(",", separator), language).keys


@given(
    st.text(alphabet=string.printable + "١२三万億½’\u202f́", max_size=60),
    st.sampled_from(["pt", "en", "ja", "ar", "fi", "xx"]),
)
def test_any_text_is_read_and_spans_stand_inside_of_it_in_order(text: str, language: str) -> None:
    found = figures(text, language)
    spans = [figure.span for figure in found]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
