from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import structlog

from stages.stagehand import Newsroom

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from limitedtimes.store.database import Database


@pytest.fixture
def newsroom(database: Database) -> Newsroom:
    """Real stages over a fresh database."""
    return Newsroom(database)


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[MutableMapping[str, Any]]]:
    """What is logged, kept instead of printed: rendering tracebacks takes longer than the stages."""
    with structlog.testing.capture_logs() as entries:
        yield entries
