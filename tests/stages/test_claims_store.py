from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from limitedtimes.model.story import Claim, Counted
from limitedtimes.store import claims
from newsdesk import Story, outlet, paragraph, printed

if TYPE_CHECKING:
    from stages.stagehand import Newsroom

DEAD = Claim(
    1, Counted.DEAD, "almost 2,000", 2000, 2000, None, "almost", "on each side", "Putin", "s", (1, 2), "o", (3, 4)
)
MONEY = Claim(1, Counted.MONEY, "R$ 2 to 3 million", 2e6, 3e6, "BRL", None, None, None, "s", (0, 1), "o", (0, 1))


def show(newsroom: Newsroom, name: str) -> int:
    """Show an article of an outlet of its own."""
    body = (paragraph((f"{name} conta.", f"{name} counts.")),)
    with newsroom.database.transaction() as connection:
        return printed(connection, outlet(connection, name), Story((name, name), body=body))


def save(newsroom: Newsroom, article: int, *found: Claim) -> None:
    with newsroom.database.transaction() as connection:
        claims.save(connection, article, found)


def of_story(newsroom: Newsroom, story: int) -> list[Claim]:
    with newsroom.database.connection() as connection:
        return list(claims.of_story(connection, story))


def in_one_story(newsroom: Newsroom, *articles: int) -> None:
    """Put articles into story 77."""
    newsroom.rows("insert into story (id) overriding system value values (77)")
    newsroom.rows(f"update article set story_id = 77 where id in ({', '.join(map(str, articles))})")


def test_claims_come_back_as_they_were_and_a_new_revision_replaces_them(newsroom: Newsroom) -> None:
    article = show(newsroom, "A Folha")
    in_one_story(newsroom, article)
    save(newsroom, article, DEAD, MONEY)
    assert of_story(newsroom, 77) == [replace(DEAD, article_id=article), replace(MONEY, article_id=article)]
    save(newsroom, article, MONEY)
    assert of_story(newsroom, 77) == [replace(MONEY, article_id=article)]


def test_a_story_has_the_claims_of_its_articles_and_those_of_copies_once(newsroom: Newsroom) -> None:
    first, second, other = (show(newsroom, name) for name in ("Folha Um", "Folha Dois", "Folha Três"))
    for article in (first, second, other):
        save(newsroom, article, DEAD)
    in_one_story(newsroom, first, second, other)
    assert {one.article_id for one in of_story(newsroom, 77)} == {first, second, other}
    newsroom.rows(f"update article set near_duplicate_of = {first} where id = {second}")
    assert {one.article_id for one in of_story(newsroom, 77)} == {first, other}
    assert of_story(newsroom, 78) == []


async def test_showing_an_article_stores_what_it_claims_however_often(newsroom: Newsroom) -> None:
    body = (paragraph(("Morreram 12 pessoas, diz a polícia.", "12 people died, police say.")),)
    with newsroom.database.transaction() as connection:
        article = printed(connection, outlet(connection, "A Folha"), Story(("Um título", "A title"), body=body))
    in_one_story(newsroom, article)
    for _ in range(2):
        await newsroom.run("press", article)
        (found,) = of_story(newsroom, 77)
        assert (found.article_id, found.figure, found.speaker) == (article, "12", "police")
