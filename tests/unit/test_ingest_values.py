"""The small readers: text, dates, encodings, captions, addresses of pictures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from limitedtimes.ingest.dates import named_offset, parse_date, plausible
from limitedtimes.ingest.encoding import decode
from limitedtimes.ingest.page.captions import marked_credit, split_credit
from limitedtimes.ingest.page.pictures import picture_key
from limitedtimes.ingest.text import clean, plain

EAST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a\u00a0b \n c", "a b c"),
        ("Fischer\u00adhütte\u200b", "Fischerhütte"),
        ("cafe\u0301", "cafe\u0301"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("A &amp;quot;B&amp;quot;", 'A "B"'),
        ("<b>A</b> &lt;i&gt;B&lt;/i&gt;", "A B"),
        ("2 < 3 und 5 > 4", "2 < 3 und 5 > 4"),
        ("<!-- x -->A", "A"),
        (None, ""),
    ],
)
def test_plain_text(markup: str | None, text: str) -> None:
    assert plain(markup) == text
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-05-03T10:15:00+02:00", datetime(2024, 5, 3, 8, 15, tzinfo=UTC)),
        ("2024-05-03T10:15:00.123Z", datetime(2024, 5, 3, 10, 15, tzinfo=UTC)),
        ("2024-05-03 10:15", datetime(2024, 5, 3, 8, 15, tzinfo=UTC)),
        ("20240503T1015", datetime(2024, 5, 3, 8, 15, tzinfo=UTC)),
        ("2024-05-03T10:15:00+0530", datetime(2024, 5, 3, 4, 45, tzinfo=UTC)),
        ("Fri, 03 May 2024 10:15:00 +0200", datetime(2024, 5, 3, 8, 15, tzinfo=UTC)),
        ("Fri, 03 May 2024 10:15:00 GMT", datetime(2024, 5, 3, 10, 15, tzinfo=UTC)),
        ("Fri, 03 May 2024 10:15:00 KST", datetime(2024, 5, 3, 1, 15, tzinfo=UTC)),
        ("2024-13-03", None),
        ("0000-00-00T00:00:00Z", None),
        ("gestern", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(text: str | None, moment: datetime | None) -> None:
    assert parse_date(text, EAST) == moment


def test_offset_is_only_what_is_named() -> None:
    assert named_offset("2024-05-03T10:15:00+02:00") == EAST
    assert named_offset("2024-05-03T10:15:00Z") is None
    assert named_offset("2024-05-03T10:15:00") is None


@pytest.mark.parametrize(("year", "kept"), [(1970, False), (1994, False), (1996, True), (2024, True), (2025, False)])
def test_absurd_dates_are_none(year: int, kept: bool) -> None:
    moment = datetime(year, 5, 3, tzinfo=UTC)
    assert (plausible(moment, datetime(2024, 5, 3, tzinfo=UTC)) is not None) == kept


@pytest.mark.parametrize(
    ("body", "header", "text"),
    [
        ("Ação".encode(), None, "Ação"),
        ("Ação".encode("cp1252"), None, "Ação"),
        ("“já”".encode("cp1252"), "text/html; charset=iso-8859-1", "“já”"),
        ("Новости".encode("cp1251"), "text/html; charset=windows-1251", "Новости"),
        (b'<meta charset="shift_jis">' + "新聞".encode("cp932"), "text/html", '<meta charset="shift_jis">新聞'),
        ("Ação é já".encode() * 20 + b"\xff", "text/html; charset=utf-8", "Ação é já" * 20 + "\ufffd"),
        ("\ufeffA".encode("utf-16-le"), "text/html; charset=utf-8", "A"),
        (b"plain", "text/html; charset=zip", "plain"),
    ],
)
def test_decoding(body: bytes, header: str | None, text: str) -> None:
    assert decode(body, header) == text


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Die Brücke am Morgen. Foto: Max Knipser/dpa", "Die Brücke am Morgen.", "Max Knipser/dpa"),
        ("Die Brücke (Foto: Max Knipser)", "Die Brücke", "Max Knipser"),
        ("Die Brücke © Lisa Licht", "Die Brücke", "Lisa Licht"),
        ("A ponte. Crédito: Ana Souza / Lusa", "A ponte.", "Ana Souza / Lusa"),
        ("Le pont | Photo : AFP", "Le pont", "AFP"),
        ("The bridge (AP)", "The bridge", "AP"),
        ("Die Brücke (links im Bild)", "Die Brücke (links im Bild)", None),
        ("橋の様子＝写真：共同", "橋の様子", "共同"),
        ("Foto: dpa", None, "dpa"),
        ("O banco fechou em baixa. Infografia: Farol do Norte", "O banco fechou em baixa.", "Farol do Norte"),
        ("Duas alcateias na serra. Ilustração: Ana Sá / Lusa", "Duas alcateias na serra.", "Ana Sá / Lusa"),
        ("Ein Hund (Illustration: Max de Boer/Talbote)", "Ein Hund", "Max de Boer/Talbote"),
        ("Arte: Kiko Lima e Ana Sá", None, "Kiko Lima e Ana Sá"),
        ("Map: where the votes were cast", "Map: where the votes were cast", None),
        ("Eine Grafik: So viele Menschen wählen", "Eine Grafik: So viele Menschen wählen", None),
        ("Um homem. Reprodução/TV Mangue", "Um homem.", "Reprodução/TV Mangue"),
        ("Foto: Arquivo / Farol do Norte", None, "Arquivo / Farol do Norte"),
        (
            "Der Rat tagt am Montag, 5. Januar 2026 im Hauptquartier",
            "Der Rat tagt am Montag, 5. Januar 2026 im Hauptquartier",
            None,
        ),
        ("O apeadeiro na terça-feira. Ícone: ampliar", "O apeadeiro na terça-feira.", None),
        ("", None, None),
        ("Nur ein Bild.", "Nur ein Bild.", None),
    ],
)
def test_captions_and_credits_are_told_apart(text: str, caption: str | None, credit: str | None) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Clara Avelar / Gazeta do Cais", "Clara Avelar / Gazeta do Cais"),
        ("Desenho: Clara Avelar / Gazeta do Cais", "Clara Avelar / Gazeta do Cais"),
        ("Photo by Jean Levac", "Jean Levac"),
        ("Hannes P. Albert/dpa", "Hannes P. Albert/dpa"),
        ("(BERTRAND GUAY / AFP)", "BERTRAND GUAY / AFP"),
        ("Os bombeiros chegaram ao vale pela manhã. Foto: Ana Sá", "Ana Sá"),
    ],
)
def test_a_marked_credit_keeps_people_and_outlet(text: str, credit: str) -> None:
    assert marked_credit(text) == credit


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://a.example/x/bruecke-4711_400x300.jpg", "https://b.example/y/bruecke-4711_1200x800.webp?w=3", True),
        ("https://a.example/4c113d3e_w948_r1.778.webp", "https://a.example/4c113d3e_w520_r1.webp", True),
        ("https://a.example/1234567/1200.jpg", "https://a.example/1234567/400.jpg", True),
        ("https://a.example/bruecke-1.jpg", "https://a.example/bruecke-2.jpg", False),
        ("https://a.example/7654321/original.jpg", "https://a.example/1234567/original.jpg", False),
    ],
)
def test_sizes_of_one_picture_have_one_key(one: str, other: str, same: bool) -> None:
    assert (picture_key(one) == picture_key(other)) == same


def test_a_few_broken_bytes_do_not_turn_a_declared_utf8_page_into_another_encoding() -> None:
    body = '<meta charset="utf-8"><p>Ação e reação</p>'.encode() + b"<p>\xff</p>"
    assert "Ação e reação" in decode(body, "text/html; charset=utf-8")


def test_a_windows_1252_page_that_says_it_is_utf8_is_read_as_what_it_is() -> None:
    body = '<meta charset="utf-8"><p>Ação e reação às três</p>'.encode("cp1252")
    assert "Ação e reação às três" in decode(body, "text/html; charset=utf-8")
