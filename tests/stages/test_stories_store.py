from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from limitedtimes.stages import live
from limitedtimes.store import grouping, stories
from limitedtimes.store.reading import Cursor
from stages.figure_grouper import FigureGrouper
from stages.storyroom import NOON, paper, show

if TYPE_CHECKING:
    from limitedtimes.store.database import Connection
    from stages.stagehand import Newsroom


@pytest.fixture
async def five(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Five stories of an article each, an hour after another; the second and the fourth are sport."""
    monkeypatch.setattr(live, "Grouper", FigureGrouper)
    folha = paper(newsroom)
    for place in range(5):
        show(newsroom, folha, 100 + place, hours=place, topic="sport" if place % 2 else None)
    await newsroom.run("group", "news")
    return newsroom


def articles(connection: Connection, **asked: object) -> list[int]:
    """The headline articles of the newest stories."""
    return [card.headline.id for card in stories.newest(connection, **{"limit": 9, **asked})]  # type: ignore[arg-type]


async def test_stories_come_newest_first_page_by_page(five: Newsroom) -> None:
    with five.database.connection() as connection:
        first = stories.newest(connection, limit=2)
        assert [card.headline.id for card in first] == [5, 4]
        place = Cursor(first[-1].last_at, first[-1].id)
        assert articles(connection, before=place) == [3, 2, 1]
        assert articles(connection, since=NOON.replace(hour=14)) == [5, 4, 3]
        assert articles(connection, topic="sport") == [4, 2]
        assert articles(connection, topic="weather") == []


async def test_cards_come_in_the_order_asked_for_each_once(five: Newsroom) -> None:
    with five.database.connection() as connection:
        by_article = stories.stories_of(connection, [1, 2, 3, 99])
        assert by_article.keys() == {1, 2, 3}
        ids = [by_article[3], 9999, by_article[1], by_article[3]]
        assert [card.headline.id for card in stories.cards(connection, ids)] == [3, 1]
        assert stories.cards(connection, []) == []


async def test_what_there_is_not_has_no_story(five: Newsroom) -> None:
    with five.database.connection() as connection:
        assert stories.story(connection, 9999) is None
        assert stories.resolve(connection, 9999) is None
        assert stories.story_of(connection, 9999) is None
        assert stories.newest(connection, limit=5, before=Cursor(NOON.replace(year=1970), 1)) == []


async def test_a_history_that_was_not_committed_does_not_hold(five: Newsroom) -> None:
    with five.database.connection() as connection:
        before = grouping.last_mark(connection)
        assert before is not None
        with connection.transaction(force_rollback=True):
            grouping.describe(connection, {before.story_id: None})
            lost = grouping.last_mark(connection)
        assert lost is not None
        assert grouping.holds(connection, before)
        assert not grouping.holds(connection, lost)
