"""Articles that give figures, shown and not grouped yet, and what became of them."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from newsdesk import Story, outlet, paragraph, printed

if TYPE_CHECKING:
    from limitedtimes.model.source import Source
    from stages.stagehand import Newsroom

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def paper(newsroom: Newsroom, name: str = "A Folha", language: str = "pt", country: str = "PT") -> Source:
    """An outlet."""
    with newsroom.database.transaction() as connection:
        return outlet(connection, name, language, country)


def show(
    newsroom: Newsroom, source: Source, *figures: int | str, hours: float = 0, english: bool = True, **more: Any
) -> int:
    """Show an article that gives figures; return its number."""
    said = " ".join(f"Foram {figure} casas." for figure in figures)
    told = " ".join(f"There were {figure} houses." for figure in figures) if english else None
    article = Story(
        title=(f"Casas {figures}", f"Houses {figures}" if english else None),
        body=(paragraph((said, told)),),
        published=NOON + timedelta(hours=hours),
        **more,
    )
    with newsroom.database.transaction() as connection:
        number = printed(connection, source, article, now=NOON + timedelta(days=900))
        # What the site's tests take for granted is what is tried here.
        connection.execute("update article set grouped_revision = 0, story_id = null where id = %s", [number])
        connection.execute("delete from story where headline_article_id = %s", [number])
    return number


def placed(newsroom: Newsroom) -> dict[int, int | None]:
    """The story of every article that is shown."""
    rows = newsroom.rows("select id, story_id from article where visible_at is not null order by id")
    return {row["id"]: row["story_id"] for row in rows}


def together(newsroom: Newsroom) -> list[set[int]]:
    """The articles that are shown, by story."""
    found = placed(newsroom)
    assert None not in found.values()
    return [{article for article, story in found.items() if story == one} for one in dict.fromkeys(found.values())]


def coherent(newsroom: Newsroom) -> None:
    """Every shown article stands in one living story, and every card says what is true."""
    counted = Counter(placed(newsroom).values())
    rows = newsroom.rows("select * from story where merged_into is null and first_at is not null")
    assert {row["id"]: row["articles"] for row in rows} == counted
    assert all(row["headline_article_id"] is not None for row in rows)
    assert not newsroom.rows(
        "select from story gone join story living on living.id = gone.merged_into where living.merged_into is not null"
    )
