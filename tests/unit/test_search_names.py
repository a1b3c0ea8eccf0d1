"""A name that is typed in one spelling is found in all, across languages and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from limitedtimes.rules import vocabulary
from limitedtimes.rules.names.key import key
from limitedtimes.rules.names.spelling import Vote
from limitedtimes.rules.query import parse_query
from limitedtimes.store import names as memory
from limitedtimes.store import search
from newsdesk import Story, outlet, paragraph, printed

if TYPE_CHECKING:
    from limitedtimes.store.database import Connection, Database


def found(connection: Connection, text: str) -> set[str]:
    return {hit.listing.title for hit in search.search(connection, parse_query(text), limit=20).hits}


def article(connection: Connection, title: str, language: str, original: str, english: str | None) -> None:
    story = Story(title=(title, "x"), body=(paragraph((original, english)),), language=language)
    printed(connection, outlet(connection, f"Outlet {title}", language), story)


@pytest.fixture
def archive(database: Database) -> Database:
    with database.connection() as connection:
        article(connection, "A", "de", "Der Krieg um Karabach dauert an.", "The war over Karabakh goes on.")
        article(connection, "B", "ru", "Война за Карабах идёт.", "The war over Karabakh goes on.")
        article(connection, "C", "de", "Heute wurde Nawalny verlegt.", "Today Navalny was moved.")
        article(connection, "D", "ru", "Сегодня Навальный молчит.", None)
        article(connection, "E", "pt", "Nada se sabe de outros nomes.", "Nothing is known of other names.")
    return database


@pytest.mark.parametrize("typed", ["Karabakh", "Karabach", "karabach", "Карабах", "карабаха", "Karabah"])
def test_a_place_is_found_however_it_is_typed(archive: Database, typed: str) -> None:
    with archive.connection() as connection:
        assert found(connection, typed) == {"A", "B"}


@pytest.mark.parametrize("typed", ["Navalny", "Nawalny", "Навальный", "Nawalnyj", "Навальний"])
def test_a_person_is_found_where_only_the_original_has_the_name(archive: Database, typed: str) -> None:
    with archive.connection() as connection:
        assert found(connection, typed) == {"C", "D"}


def test_what_is_quoted_is_found_in_that_spelling_alone(archive: Database) -> None:
    with archive.connection() as connection:
        assert found(connection, '"Nawalny"') == {"C"}
        assert found(connection, '"Karabach"') == {"A"}


def test_other_spellings_stand_in_names_with_hyphens(archive: Database) -> None:
    with archive.connection() as connection:
        article(
            connection, "F", "pt", "A guerra em Nagorno-Karabakh continua.", "The war in Nagorno-Karabakh continues."
        )
        assert found(connection, "Nagorno-Karabach") == {"F"}
        assert found(connection, "Nagorno-Karabach OR Navalny") == {"C", "D", "F"}
        assert found(connection, "Krieg -Карабах") == set()


def test_names_that_no_key_connects_are_found_by_the_votes_of_translations(database: Database) -> None:
    with database.connection() as connection:
        article(connection, "G", "zh", "习近平星期四发表讲话。", "Xi Jinping spoke on Thursday.")
        article(connection, "H", "pt", "Xi Jinping falou na quinta-feira.", "Xi Jinping spoke on Thursday.")
        assert found(connection, "习近平") == {"G"}
        memory.vote(connection, "zh", [Vote(key("习近平", "zh"), "习近平", "Xi Jinping", 3.0)])
        assert found(connection, "习近平") == {"G", "H"}


def test_hits_in_another_spelling_are_highlighted(archive: Database) -> None:
    with archive.connection() as connection:
        hits = search.search(connection, parse_query("Карабах"), limit=5).hits
    shown = {
        hit.listing.title: ([hit.snippet[a:b] for a, b in hit.marks], [hit.beside[a:b] for a, b in hit.beside_marks])
        for hit in hits
        if hit.beside
    }
    assert shown == {"A": (["Karabakh"], ["Karabach"]), "B": (["Karabakh"], ["Карабах"])}


def test_forms_of_words_are_found_in_languages_without_a_stemmer(database: Database) -> None:
    with database.connection() as connection:
        article(connection, "P", "pl", "Strajk kolejarzy trwa od tygodnia.", "A strike.")
        article(connection, "Q", "cs", "Ministerstvo oznámilo výsledky.", "Results.")
        article(connection, "R", "pl", "Kolekcja obrazów.", "Paintings.")
        assert found(connection, "kolejarze") == {"P"}
        assert found(connection, "ministerstva") == {"Q"}
        assert found(connection, "kolej") == set()
        assert found(connection, "xyzzyx") == set()


def test_words_are_no_names(database: Database) -> None:
    words = vocabulary.names("Meanwhile the President met Angela Merkel. Nobody knew.", "en")
    assert set(words) == {"Angela", "Merkel"}
    assert vocabulary.parts("re:union") == vocabulary.parts("10:30") == vocabulary.parts("two words") == []
    assert vocabulary.parts("Berg-Karabach") == ["Berg", "Karabach"]
    with database.connection() as connection:
        article(connection, "S", "de", "Das ist eine Meldung.", "This is news.")
        assert found(connection, "Meldung") == {"S"}
