from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from limitedtimes.model.translation import Candidate, Engine
from limitedtimes.store import memory

if TYPE_CHECKING:
    from limitedtimes.store.database import Database

ENGINE = Engine("engine 1", "model", "a" * 64)
BEST = Candidate("Good morning.", (((0, 3), (0, 4)),), (-0.1, -0.2), ((0, 12), (12, 13)), 0.8, ("split",))
ANSWER = (BEST, Candidate("Hello."))


def test_what_was_answered_comes_back_word_for_word(database: Database) -> None:
    with database.transaction() as connection:
        memory.remember(connection, ENGINE, "pt-en", {"Bom dia.": ANSWER})
        assert memory.recall(connection, ENGINE, "pt-en", ["Bom dia.", "Adeus."]) == {"Bom dia.": ANSWER}
        assert memory.recall(connection, ENGINE, "pt-en", []) == {}


def test_everything_that_the_answer_depends_on_is_in_the_key(database: Database) -> None:
    others = [
        (replace(ENGINE, name="engine 2"), "pt-en", "Bom dia.", ""),
        (replace(ENGINE, model_sha256="b" * 64), "pt-en", "Bom dia.", ""),
        (ENGINE, "es-en", "Bom dia.", ""),
        (ENGINE, "pt-en", "Bom dia", ""),
        (ENGINE, "pt-en", "Bom dia.", "glossary"),
    ]
    with database.transaction() as connection:
        memory.remember(connection, ENGINE, "pt-en", {"Bom dia.": ANSWER})
        for engine, pair, sentence, glossary in others:
            assert memory.recall(connection, engine, pair, [sentence], glossary) == {}


def test_the_first_answer_stays(database: Database) -> None:
    with database.transaction() as connection:
        memory.remember(connection, ENGINE, "pt-en", {"Bom dia.": ANSWER})
        memory.remember(connection, ENGINE, "pt-en", {"Bom dia.": (Candidate("Other."),)})
        assert memory.recall(connection, ENGINE, "pt-en", ["Bom dia."]) == {"Bom dia.": ANSWER}


def test_an_answer_with_more_alternatives_takes_the_place_of_one_with_fewer(database: Database) -> None:
    with database.transaction() as connection:
        memory.remember(connection, ENGINE, "pt-en", {"Bom dia.": (BEST,)})
        memory.remember(connection, ENGINE, "pt-en", {"Bom dia.": ANSWER})
        memory.remember(connection, ENGINE, "pt-en", {"Bom dia.": (BEST,)})
        assert memory.recall(connection, ENGINE, "pt-en", ["Bom dia."]) == {"Bom dia.": ANSWER}


def test_odd_characters_are_no_obstacle(database: Database) -> None:
    odd = "a\0b \ud800 😀"
    with database.transaction() as connection:
        memory.remember(connection, ENGINE, "pt-en", {odd: (Candidate("x\0y"),)})
        assert memory.recall(connection, ENGINE, "pt-en", [odd]) == {odd: (Candidate("xy"),)}


def test_thousands_of_sentences_at_once(database: Database) -> None:
    many = {f"Frase {n}.": (Candidate(f"Sentence {n}."),) for n in range(3000)}
    with database.transaction() as connection:
        memory.remember(connection, ENGINE, "pt-en", many)
        assert memory.recall(connection, ENGINE, "pt-en", list(many)) == many
