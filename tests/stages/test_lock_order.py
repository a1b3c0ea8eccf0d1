from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes.errors import DatabaseUnavailableError
from limitedtimes.stages.group import Group
from limitedtimes.stages.press import Press
from limitedtimes.store import copies, grouping
from stages.stagehand import EMBEDDER
from stages.storyroom import NOON, coherent, paper, show

if TYPE_CHECKING:
    from limitedtimes.stages import Stage
    from limitedtimes.store.database import Database
    from stages.stagehand import Newsroom

LATER = NOON + timedelta(days=900)


def say_what_is_a_copy(database: Database) -> None:
    with database.transaction() as connection:
        connection.execute("set local lock_timeout = '20ms'")
        copies.lock(connection)


async def test_while_stories_are_written_nobody_says_what_is_a_copy(newsroom: Newsroom) -> None:
    say_what_is_a_copy(newsroom.database)
    with newsroom.database.transaction() as connection:
        grouping.lock(connection)
        with pytest.raises(DatabaseUnavailableError, match="LockNotAvailable"):
            say_what_is_a_copy(newsroom.database)


async def handled(database: Database, stage: Stage[Any, Any], keys: list[str]) -> None:
    """Do as a worker does with one job after the other; an error of the database is one of this test."""
    for key in keys:
        with database.transaction() as connection:
            work = stage.load(connection, key)
        if work is not None:
            async for result in stage.work(work):
                with database.transaction() as connection:
                    stage.save(connection, work, result)


async def test_articles_are_shown_and_grouped_at_once_while_the_search_gets_its_months(newsroom: Newsroom) -> None:
    database = newsroom.database
    outlets = [paper(newsroom, name) for name in ("A Folha", "Gazeta", "O Mirante")]
    ids = [show(newsroom, outlets[one % 3], 100 + one // 3, hours=-200 * one) for one in range(24)]
    months = newsroom.rows(
        "select relid::regclass::text as month from pg_partition_tree('search_document') where isleaf"
    )
    for row in months:
        if row["month"] != "search_document_default":
            newsroom.rows(f"drop table {row['month']}")
    press = Press(lambda: LATER, lambda _headline, _text: None)
    forwards = [str(one) for one in ids]
    works: list[tuple[Stage[Any, Any], list[str]]] = [
        (press, forwards),
        (press, forwards[::-1]),
        (Group(EMBEDDER, lambda: LATER), ["news"] * 12),
    ]
    async with asyncio.timeout(60):
        await asyncio.gather(*(asyncio.to_thread(asyncio.run, handled(database, *one)) for one in works))
    await handled(database, Group(EMBEDDER, lambda: LATER), ["news"] * len(ids))  # a batch spans a day
    coherent(newsroom)
    places = newsroom.rows("select count(*) as documents, count(distinct tableoid) as months from search_document")
    assert places == [{"documents": 24, "months": len(months) - 1}]
