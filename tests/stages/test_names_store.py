from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from limitedtimes.rules.names.key import key
from limitedtimes.rules.names.spelling import Vote
from limitedtimes.store import names
from newsdesk import EVENING, Story, outlet, paragraph, printed

if TYPE_CHECKING:
    from datetime import datetime

    from limitedtimes.store.database import Connection, Database

MONTH = timedelta(days=30)


def ballot(form: str, spelling: str, weight: float = 1.0, language: str = "de") -> Vote:
    return Vote(key(form, language), form, spelling, weight)


def cast(connection: Connection, language: str, *votes: Vote) -> None:
    names.vote(connection, language, votes)


def story(german: str, english: str, published: datetime = EVENING) -> Story:
    return Story((german, english), body=[paragraph((german, english))], language="de", published=published)


def test_a_spelling_is_recalled_once_the_votes_are_sure_of_it(database: Database) -> None:
    wanted = key("Nawalny", "de")
    with database.transaction() as connection:
        assert names.recall(connection, "de", [wanted]) == {}
        cast(connection, "de", ballot("Nawalny", "Navalny"))
        assert names.recall(connection, "de", [wanted]) == {}
        cast(connection, "de", ballot("Nawalny", "Navalny"), ballot("Nawalny", "Nawalny", 0.4))
        assert names.recall(connection, "de", [wanted, "nobody"]) == {wanted: "Navalny"}
        cast(connection, "de", ballot("Nawalny", "Nawalny", 1.5))
        assert names.recall(connection, "de", [wanted]) == {}


def test_a_long_name_is_recalled_in_every_language_and_a_short_one_in_its_own(database: Database) -> None:
    with database.transaction() as connection:
        cast(connection, "ru", ballot("Навальный", "Navalny", 3, "ru"))
        cast(connection, "fr", ballot("Zander", "Zander", 3, "fr"))
        asked = [key("Nawalny", "de"), key("Sander", "de")]
        assert key("Sander", "de") == key("Zander", "fr")
        assert names.recall(connection, "de", asked) == {asked[0]: "Navalny"}
        assert names.recall(connection, "fr", asked) == {asked[0]: "Navalny", asked[1]: "Zander"}


def test_the_night_finds_the_articles_with_a_losing_spelling_once(database: Database) -> None:
    with database.transaction() as connection:
        paper = outlet(connection, "Zeitung", "de", "DE")
        lost = printed(connection, paper, story("Nawalny ist tot.", "Nawalny is dead."))
        printed(connection, paper, story("Nawalny lebt.", "Navalny lives."))
        printed(connection, paper, story("Anderes.", "Other things."))
        cast(connection, "de", ballot("Nawalny", "Navalny", 5), ballot("Nawalny", "Nawalny", 1))
        assert names.unify(connection, EVENING, MONTH) == [lost]
        assert names.unify(connection, EVENING, MONTH) == []
        assert names.recall(connection, "de", [key("Nawalny", "de")]) == {key("Nawalny", "de"): "Navalny"}


def test_a_decision_does_not_flip_for_a_few_votes_more(database: Database) -> None:
    wanted = key("Selenskyj", "de")
    with database.transaction() as connection:
        cast(connection, "de", ballot("Selenskyj", "Zelensky", 5), ballot("Selenskyj", "Zelenskyy", 2))
        names.unify(connection, EVENING, MONTH)
        cast(connection, "de", ballot("Selenskyj", "Zelenskyy", 4))
        assert names.unify(connection, EVENING, MONTH) == []
        assert names.recall(connection, "de", [wanted]) == {wanted: "Zelensky"}
        cast(connection, "de", ballot("Selenskyj", "Zelenskyy", 4))
        names.unify(connection, EVENING, MONTH)
        assert names.recall(connection, "de", [wanted]) == {wanted: "Zelenskyy"}


def test_the_owners_decision_stays(database: Database) -> None:
    wanted = key("Лукашенко", "ru")
    with database.transaction() as connection:
        connection.execute(
            "insert into name_spelling (key, scope, spelling, owner) values (%s, '', 'Lukashenka', true)", [wanted]
        )
        cast(connection, "ru", ballot("Лукашенко", "Lukashenko", 50, "ru"), ballot("Лукашенко", "Lukashenka", 1, "ru"))
        assert names.unify(connection, EVENING, MONTH) == []
        assert names.recall(connection, "ru", [wanted]) == {wanted: "Lukashenka"}


def test_articles_of_long_ago_are_left_as_they_are(database: Database) -> None:
    with database.transaction() as connection:
        paper = outlet(connection, "Zeitung", "de", "DE")
        old = story("Nawalny ist tot.", "Nawalny is dead.", EVENING - timedelta(days=40))
        printed(connection, paper, old)
        cast(connection, "de", ballot("Nawalny", "Navalny", 5), ballot("Nawalny", "Nawalny", 1))
        assert names.unify(connection, EVENING, MONTH) == []


def test_odd_characters_are_no_obstacle(database: Database) -> None:
    with database.transaction() as connection:
        cast(connection, "de", Vote("na\0me\ud800", "Na\0me", "Na\0me", 3), Vote("100%", "100%", "100%", 3))
        assert names.recall(connection, "de", ["name"]) == {"name": "Name"}
        assert names.recall(connection, "de", ["na\0me"]) == {"na\0me": "Name"}
