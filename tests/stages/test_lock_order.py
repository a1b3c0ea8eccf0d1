from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import DatabaseUnavailableError
from limitedtimes.store import copies, grouping

if TYPE_CHECKING:
    from limitedtimes.store.database import Database
    from stages.stagehand import Newsroom


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
