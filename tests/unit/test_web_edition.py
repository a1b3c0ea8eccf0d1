"""Labels of topics, and names and directions of languages."""

from __future__ import annotations

import pytest

from limitedtimes.rules.edition import topic_label
from limitedtimes.rules.languages import COUNTRIES, LANGUAGES, country_name, direction, language_code, language_name


def test_every_topic_has_a_label() -> None:
    assert topic_label("economy") == "Business"
    assert topic_label(None) == topic_label("gossip") == "More news"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("pt", "Portuguese"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("zh-Hant-TW", "Chinese (Traditional, Taiwan)"),
        ("iw", "Hebrew"),
        ("PT", "Portuguese"),
        ("xx", "xx"),
        ("und", "an unknown language"),
        (None, "an unknown language"),
    ],
)
def test_languages_have_english_names(code: str | None, name: str) -> None:
    assert language_name(code) == name


def test_the_tables_are_wide_and_names_lead_back_to_codes() -> None:
    assert len(LANGUAGES) > 150
    assert len(COUNTRIES) == 250
    assert all(language_code(name) == code for code, name in LANGUAGES.items())
    assert language_code("pt-BR") == "pt-br"
    assert language_code("klingon") is None
    assert country_name("br") == "Brazil"
    assert country_name("QQ") == "QQ"
    assert country_name(None) is None


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "", "rtl"),
        ("ar", "أخبار BBC", "rtl"),
        ("az", "Bakı xəbərləri", "ltr"),
        ("az", "باکی خبرلری", "rtl"),
        ("ku", "Nûçe", "ltr"),
        ("ckb", "هەواڵ", "rtl"),
        ("ps", "", "rtl"),
        ("sd", "", "rtl"),
        ("ug", "", "rtl"),
        ("ug-Latn", "خەۋەر", "ltr"),
        ("pa-Arab", "News", "rtl"),
        ("sd-Deva", "", "ltr"),
        ("he", "", "rtl"),
        (None, "חדשות", "rtl"),
        (None, "123", "ltr"),
        ("pt", "", "ltr"),
        ("ja", "ニュース", "ltr"),
    ],
)
def test_direction_follows_the_script(code: str | None, text: str, expected: str) -> None:
    assert direction(code, text) == expected
