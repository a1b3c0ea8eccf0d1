from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stagehand import Newsroom

if TYPE_CHECKING:
    from limitedtimes.store.database import Database


@pytest.fixture
def newsroom(database: Database) -> Newsroom:
    """Real stages over a fresh database."""
    return Newsroom(database)
