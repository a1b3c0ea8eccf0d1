"""Workers that are killed with -9 while they group: every article ends in one story, and no story twice."""

from __future__ import annotations

import os
import random
import signal
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from e2e.program import Newsroom, each_in_one_story, newsroom, until
from newsdesk import Story, outlet, paragraph, printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
DAYS = 20  # each is a batch at least
TOWNS = ("Alvor", "Beja", "Covilhã", "Douro")
ARTICLES = DAYS * len(TOWNS) * 2


@pytest.fixture
def room(make_data_dir: Callable[[], Path]) -> Iterator[Newsroom]:
    """A newsroom that shows 160 articles, two of each event, none of them grouped."""
    with newsroom(make_data_dir(), []) as made:
        with made.building.database.transaction() as connection:
            outlets = [outlet(connection, name) for name in ("A Folha", "O Diário")]
            for day in range(DAYS):
                for place, town in enumerate(TOWNS):
                    for number, source in enumerate(outlets):
                        at = BEGIN + timedelta(days=day, hours=place, minutes=number)
                        printed(connection, source, _report(town, day * len(TOWNS) + place, at), now=at)
            connection.execute("update article set story_id = null, grouped_revision = 0")
            connection.execute("delete from story")
        yield made


def _report(town: str, number: int, at: datetime) -> Story:
    figure = 1000 + 7 * number
    text = f"{figure} houses were flooded in {town} when the dam of Vale {figure} broke, said Mayor Ana Leal of {town}."
    return Story(title=(text[:40], text[:40]), body=(paragraph((text, text)),), published=at)


def test_workers_that_are_killed_while_they_group_lose_and_double_nothing(
    room: Newsroom, request: pytest.FixtureRequest
) -> None:
    chance = random.Random(str(request.config.getoption("randomly_seed", None) or time.time_ns()))
    for _ in range(3):
        before = _grouped(room)
        with room.process("worker", "--queues", "group") as worker:
            until(lambda before=before: _grouped(room) > min(before, ARTICLES - 1))  # type: ignore[misc]
            time.sleep(chance.uniform(0, 0.1))
            os.kill(worker.pid, signal.SIGKILL)
    with room.process("worker", "--queues", "group"), room.process("worker", "--queues", "group"):
        until(lambda: _grouped(room) == ARTICLES)
    each_in_one_story(room)


def _grouped(room: Newsroom) -> int:
    return room.number("select count(*) from article where story_id is not null")
