from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.rules.names.key import alike, distance, fold, key
from limitedtimes.rules.names.transliterate import romanise

# name/language, all of one person or place
ONE = """
Navalny/en Nawalny/de Navalnij/hu Navalniy/en Nawalnyj/de Навальный/ru Навальний/uk Navalni/es Nawalny/pl Navalnyj/cs Navalnyj/nb
Selenskyj/de Zelensky/en Zelenskyy/en Зеленський/uk Зеленский/ru Zelenskiy/en Zelenski/es Zelenskij/nl Zelensky/fr Zełenski/pl Zelenszkij/hu
Putin/en Poutine/fr Putyin/hu Путин/ru Путін/uk Putin/de
Tchaikovsky/en Tschaikowski/de Чайковский/ru Tchaïkovski/fr Czajkowski/pl Chaikovski/es Čajkovskij/cs Tjajkovskij/sv
Arzach/de Artsakh/en Арцах/ru Artsakh/fr Arcach/pl
Lavrov/en Lawrow/de Ławrow/pl Лавров/ru
Shoigu/en Schoigu/de Choïgou/fr Szojgu/pl Шойгу/ru Shoigú/es Sjojgu/da
Gorbachev/en Gorbatschow/de Gorbatchev/fr Gorbaczow/pl Gorbačov/cs Горбачёв/ru Горбачев/ru Gorbachov/es Gorbatchov/pt
Medvedev/en Medwedew/de Miedwiediew/pl Медведев/ru Medvédev/es
Yeltsin/en Jelzin/de Eltsine/fr Ельцин/ru Jelcyn/pl
Aliyev/en Alijew/de Aliev/fr Əliyev/az Алиев/ru
Pashinyan/en Paschinjan/de Pachinian/fr Փաշինյան/hy Пашинян/ru
Lukashenko/en Lukaschenko/de Loukachenko/fr Łukaszenko/pl Лукашенко/ru
Saakashvili/en Saakaschwili/de სააკაშვილი/ka Saakachvili/fr
Yanukovych/en Janukowytsch/de Янукович/uk Ianoukovitch/fr
Prigozhin/en Prigoschin/de Пригожин/ru Prigojine/fr Prigożyn/pl
Dostoevsky/en Dostojewski/de Dostoyevsky/en Dostoïevski/fr Достоевский/ru
Mitsotakis/en Μητσοτάκης/el Mitsotákis/fr
Vučić/hr Вучић/sr Vučić/en
Modi/en मोदी/hi
"""
# Different people, peoples and places, however near: none has the key of another.
MANY = """
Mann/de Hamann/de Iran/pt Iraq/en Austria/en Australia/en Müller/de Möller/de Marta/pt Maria/pt Meyer/de Meier/de Maier/de Mayer/de
Hofmann/de Hoffmann/de Schmidt/de Schmitt/de Schmid/de Jansen/nl Janssen/nl Zimmermann/de Zimmerman/de Stefan/de Stephan/de Karl/de Carl/de
Eric/de Erik/de Anna/de Anne/de Kaufmann/de Kaufman/de Johansen/da Johansson/sv Hansen/da Hanson/en Peterson/en Petersen/da Rossi/it Rosi/it
Slovenia/en Slovakia/en Niger/en Nigeria/en Martin/de Martina/de Sander/de Zander/de Иванов/ru Иванова/ru Mali/fr Malawi/fr
"""


def split(line: str) -> list[tuple[str, str]]:
    return [(name, language) for name, _, language in (entry.partition("/") for entry in line.split())]


@pytest.mark.parametrize("line", ONE.strip().splitlines())
def test_one_name_has_one_key_in_every_languages_spelling(line: str) -> None:
    assert len({key(name, language) for name, language in split(line)}) == 1


def test_names_that_are_merely_near_have_keys_of_their_own() -> None:
    found = {(name, language): key(name, language) for name, language in split(MANY)}
    assert [(one, other) for one, other in combinations(found, 2) if found[one] == found[other]] == []


@pytest.mark.parametrize(
    ("name", "language", "latin"),
    [
        ("Хрущёв", "ru", "khrushchyov"),
        ("Григорій", "uk", "hryhoriy"),
        ("Щърбанов", "bg", "shtarbanov"),
        ("Παπανδρέου", "el", "papandreu"),
        ("Μπακογιάννη", "el", "bakogianni"),
        ("نافالني", "ar", "nafalny"),
        ("نتنياهو", "ar", "ntnyahw"),
        ("נתניהו", "he", "ntnyhv"),
        ("Սարգսյան", "hy", "sargsyan"),
        ("ზურაბიშვილი", "ka", "zurabishvili"),
        ("नरेंद्र", "hi", "narendr"),
        ("ज़ेलेंस्की", "hi", "zelenski"),
        ("习近平", "zh", "习近平"),
        ("Müller", "de", "müller"),
    ],
)
def test_other_scripts_are_written_in_latin_letters(name: str, language: str, latin: str) -> None:
    assert romanise(name, language) == latin


@pytest.mark.parametrize(
    ("source", "english", "language"),
    [
        ("Ciarán", "Ciaran", "pt"),
        ("Нетаньяху", "Netanyahu", "ru"),
        ("Трампа", "Trump", "ru"),
        ("Навального", "Navalny", "ru"),
        ("Trumpem", "Trump", "pl"),
        ("Ливерпуль", "Liverpool", "ru"),
        ("نتنياهو", "Netanyahu", "ar"),
        ("بوتين", "Putin", "ar"),
        ("נתניהו", "Netanyahu", "he"),
        ("मोदी", "Modi", "hi"),
        ("Síria", "Syria", "pt"),
    ],
)
def test_a_name_is_known_in_english(source: str, english: str, language: str) -> None:
    assert alike(source, english, language)


@pytest.mark.parametrize(
    ("source", "english", "language"),
    [
        ("Путин", "Biden", "ru"),
        ("بوتين", "Biden", "ar"),
        ("Irão", "Iraq", "pt"),
        ("Áustria", "Australia", "pt"),
        ("Mann", "Hamann", "de"),
        ("Costa", "Castro", "pt"),
        ("Ли", "Lee", "ru"),
    ],
)
def test_another_name_is_not(source: str, english: str, language: str) -> None:
    assert not alike(source, english, language)


@pytest.mark.parametrize(
    ("one", "other", "limit", "expected"),
    [("abc", "abc", 2, 0), ("abc", "acb", 2, 1), ("abc", "abd", 2, 1), ("abc", "ab", 2, 1), ("abc", "xyz", 2, 3), ("", "abcd", 2, 3)],
)  # fmt: skip
def test_letters_are_counted_up_to_a_limit(one: str, other: str, limit: int, expected: int) -> None:
    assert distance(one, other, limit) == expected


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["en", "de", "ru", "ar", "zh", "und"]))
def test_any_text_has_a_key_and_is_like_itself(one: str, other: str, language: str) -> None:
    assert key(one, language) == key(one, language)
    assert alike(one, one, "en")
    assert alike(one, other, language) in (True, False)
    assert fold(fold(one)) == fold(one)


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8), st.integers(0, 8))
def test_a_distance_is_the_same_both_ways(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == distance(other, one, limit)
