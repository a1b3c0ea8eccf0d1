"""`limitedtimes revisions`: what an outlet changed."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from limitedtimes.cli import cli
from limitedtimes.errors import LimitedTimesError
from limitedtimes.settings import PREFIX
from limitedtimes.store.queue import Next
from stages.stagehand import FEED, SENTENCES, Item, html_page, http_error, rss

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stages.stagehand import Newsroom

CORRECTED = (SENTENCES[0], "A reunião durou mais de sete horas e terminou sem acordo.", *SENTENCES[2:])


@pytest.fixture
def run(newsroom: Newsroom, tmp_path: Path) -> Callable[..., str]:
    """Runs the command over the newsroom's database; returns what it prints, or raises what it raises."""
    environment = {PREFIX + "DATABASE_URL": newsroom.database.dsn, PREFIX + "DATA_DIR": str(tmp_path)}

    def invoke(*arguments: str) -> str:
        done = CliRunner().invoke(cli, ["revisions", *arguments], env=environment)
        if isinstance(done.exception, LimitedTimesError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.stdout

    return invoke


async def corrected(newsroom: Newsroom) -> None:
    """An article that was corrected once and is gone now."""
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(Item()))
    newsroom.fetcher.at(Item().url, html_page(), html_page(CORRECTED), http_error(404))
    await newsroom.poll()
    for _ in range(2):
        newsroom.enqueue(Next("read", 1))
        await newsroom.settle()


def test_a_correction_is_told_in_both_languages(newsroom: Newsroom, run: Callable[..., str]) -> None:
    asyncio.run(corrected(newsroom))
    told = json.loads(run("1", "--json"))
    assert told["id"] == 1
    assert told["kept"]["code"] == "http_404"
    assert [one["revision"] for one in told["revisions"]] == [1, 2]
    assert told["revisions"][0]["changes"] == []
    assert told["revisions"][1]["changes"] == [
        {
            "kind": "changed",
            "old": SENTENCES[1],
            "new": CORRECTED[1],
            "old_place": "1.0",
            "place": "1.0",
            "old_translation": f"EN[{SENTENCES[1]}]",
            "translation": f"EN[{CORRECTED[1]}]",
        }
    ]


def test_people_read_what_went_and_what_came(newsroom: Newsroom, run: Callable[..., str]) -> None:
    asyncio.run(corrected(newsroom))
    lines = run("1").splitlines()
    assert lines[2:4] == [f"  1.0 - {SENTENCES[1]}", f"  1.0 + {CORRECTED[1]}"]
    assert lines[4].startswith("Kept as it is since ")
    assert lines[4].endswith("could not be read: the server answered HTTP status 404")


def test_an_article_that_was_not_read_yet_says_so(newsroom: Newsroom, run: Callable[..., str]) -> None:
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(Item()))
    asyncio.run(newsroom.run("poll", 1))
    assert run("1") == "Nothing was read of this article yet.\n"


def test_an_article_that_nobody_knows_is_an_error(run: Callable[..., str]) -> None:
    with pytest.raises(LimitedTimesError, match="no article 999"):
        run("999")
