"""Bytes to text: what browsers read, and what they should have."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.ingest.charsets import _LABELS, codec_of
from limitedtimes.ingest.encoding import decode

SAMPLES = {
    "utf-8": "Ørsted køber havvindmøller — 5 €",
    "iso-8859-1": "Die Bundesregierung prüft ein „größeres“ Paket – 5 €",
    "iso-8859-2": "Żółta łódź płynie w świetle księżyca",
    "iso-8859-5": "Правительство обсудит бюджет",
    "iso-8859-6": "الحكومة تناقش الميزانية",
    "iso-8859-7": "Η κυβέρνηση συζητά τον προϋπολογισμό",
    "iso-8859-8-i": "הממשלה דנה בתקציב",
    "iso-8859-9": "Hükûmet bütçeyi görüşüyor, ışık şöyle",
    "iso-8859-15": "Le gouvernement parle de cœur à cœur, 5 €",
    "windows-1250": "Vláda jedná o „příštím“ rozpočtu",
    "windows-1251": "Правительство „обсудит“ бюджет",
    "windows-1253": "Η κυβέρνηση",
    "windows-1254": "Hükûmet – “bütçe”",
    "windows-1255": "הממשלה – “תקציב”",
    "windows-1256": "الحكومة “تناقش” الميزانية",
    "windows-1257": "Vyriausybė svarsto biudžetą",
    "windows-1258": "Chính",
    "windows-874": "รัฐบาลหารือเรื่องงบประมาณ",
    "tis-620": "รัฐบาลหารือ “งบ”",
    "koi8-r": "Правительство обсудит бюджет",
    "koi8-u": "Уряд обговорить бюджет, їжак і ґанок",
    "ibm866": "Правительство обсудит бюджет",
    "gb2312": "政府讨论预算朱镕基",
    "gbk": "政府討論預算",
    "gb18030": "政府讨论预算𠀀",
    "big5": "政府討論預算",
    "euc-jp": "政府は予算を審議する",
    "shift_jis": "政府は①予算を審議する",
    "iso-2022-jp": "政府は予算を審議する",
    "euc-kr": "정부는 예산을 논의한다 똠",
    "ks_c_5601-1987": "정부는 예산을 논의한다",
}


def encoded(label: str, text: str) -> bytes:
    codec = codec_of(label)
    assert codec is not None
    return text.encode(codec)


@pytest.mark.parametrize("label", SAMPLES)
def test_what_the_header_names_is_read(label: str) -> None:
    body = encoded(label, f"<p>{SAMPLES[label]}</p>")
    assert decode(body, f"text/html; charset={label}") == f"<p>{SAMPLES[label]}</p>"


@pytest.mark.parametrize("label", SAMPLES)
@pytest.mark.parametrize(
    "head",
    [
        "<meta charset={}>",
        "<META  CharSet = '{}' />",
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
def test_what_the_page_names_is_read(label: str, head: str) -> None:
    body = encoded(label, head.format(label.upper()) + SAMPLES[label])
    assert SAMPLES[label].split()[-1] in decode(body, "text/html")


def test_every_label_is_a_codec_of_python_for_text() -> None:
    for codec in _LABELS:
        assert codecs.lookup(codec)._is_text_encoding


@pytest.mark.parametrize(
    "label",
    ["utf-7", "unicode-1-1-utf-7", "utf-32", "hz-gb-2312", "iso-2022-kr", "rot13", "zip", "idna", "", "x" * 999],
)
def test_what_no_browser_reads_has_no_name(label: str) -> None:
    assert codec_of(label) is None


@pytest.mark.parametrize("where", ["header", "meta"])
def test_utf_7_is_never_read(where: str) -> None:
    body = b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-"
    named = "text/html; charset=utf-7" if where == "header" else "text/html"
    page = body if where == "header" else b"<meta charset=utf-7>" + body
    assert "<script>" not in decode(page, named)


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_a_byte_order_mark_goes_before_everything(mark: bytes) -> None:
    codec = {b"\xef\xbb\xbf": "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}[mark]
    body = mark + "<meta charset=shift_jis>größer".encode(codec)
    assert decode(body, "text/html; charset=koi8-r") == "<meta charset=shift_jis>größer"


def test_the_header_goes_before_the_page() -> None:
    body = "<meta charset=windows-1252>Правительство".encode("cp1251")
    assert decode(body, "text/html; charset=windows-1251").endswith("Правительство")


@pytest.mark.parametrize("lie", ["iso-8859-1", "windows-1251", "shift_jis", "gb2312", "utf-16", "utf-16be", "nonsense"])
@pytest.mark.parametrize("where", ["header", "meta"])
def test_valid_utf_8_goes_before_what_anybody_says(lie: str, where: str) -> None:
    head = f"<meta charset={lie}>" if where == "meta" else ""
    body = (head + "Правительство größer 政府").encode()
    assert decode(body, f"text/html; charset={lie}" if where == "header" else None) == body.decode()


def test_utf_16_is_read_where_the_header_says_so_and_it_is() -> None:
    body = "<p>Größer</p>".encode("utf-16-le")
    assert decode(body, "text/html; charset=utf-16le") == "<p>Größer</p>"
    assert decode(b"<p>plain</p>", "text/html; charset=utf-16le") == "<p>plain</p>"


def test_utf_16_in_the_page_means_utf_8() -> None:
    assert decode(b"<meta charset=utf-16><p>plain</p>", None) == "<meta charset=utf-16><p>plain</p>"


def test_a_declaration_in_a_comment_or_of_a_script_declares_nothing() -> None:
    body = "<!-- <meta charset=koi8-r> --><script charset='koi8-r'></script><meta charset=windows-1251>Бюджет"
    assert decode(body.encode("cp1251"), None).endswith("Бюджет")


@pytest.mark.parametrize("label", ["gb2312", "big5", "euc-jp", "shift_jis", "euc-kr", "windows-1253"])
def test_a_broken_byte_costs_a_character_and_not_the_page(label: str) -> None:
    body = encoded(label, SAMPLES[label] * 20) + b"\xff" + encoded(label, "\n" + SAMPLES[label])
    assert decode(body, f"text/html; charset={label}").endswith(SAMPLES[label])


def test_utf_8_that_was_cut_in_a_character_stays_utf_8() -> None:
    body = ("größer " * 50).encode() + b"\xc3 und \xe4"
    assert decode(body, "text/html; charset=utf-8").startswith("größer größer")
    assert decode(body, None).startswith("größer größer")


def test_what_is_called_utf_8_and_is_not_is_western() -> None:
    assert decode("Die Größe der Straße".encode("cp1252"), "text/html; charset=utf-8") == "Die Größe der Straße"


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "text/html; charset=utf-8", *(f"x; charset={one}" for one in SAMPLES)]),
)
def test_no_bytes_are_an_error(body: bytes, content_type: str | None) -> None:
    assert isinstance(decode(body, content_type), str)
