"""Nothing fences a worker that was suspended and wakes to a job that another has done: every stage may run twice."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from stages.stagehand import FEED, Item, html_page, http_error, rss

if TYPE_CHECKING:
    from limitedtimes.store.database import Row
    from stages.stagehand import Newsroom

ITEMS = (
    Item(),
    Item(
        url="https://news.example/b", title="Página que já não existe", summary="O feed conta o resto desta história."
    ),
    Item(url="https://news.example/c", title="Só o título", summary=""),
)
STAGES = pytest.mark.parametrize("stage", ["poll", "read", "translate", "press"])


def prepared(newsroom: Newsroom) -> None:
    """A feed with a whole article, one that only the feed has, and one of which there is only a title."""
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(*ITEMS))
    newsroom.fetcher.at(ITEMS[0].url, html_page())
    newsroom.fetcher.at(ITEMS[1].url, http_error(404))
    newsroom.fetcher.at(ITEMS[2].url, http_error(404))


def outcome(newsroom: Newsroom) -> list[Row]:
    """What readers and the archive have, without moments."""
    return newsroom.rows(
        "select a.url, a.state, a.reason_code, a.revision, a.printed_revision, a.title_en, a.visible_at is null as hidden,"
        " b.revision as body, b.content, b.translation from article a join article_body b on b.article_id = a.id order by a.id"
    )


async def settle(newsroom: Newsroom, twice: str, *, at_once: bool = False) -> None:
    """Run everything; each job of one stage runs twice."""
    await newsroom.run("poll", 1)
    if twice == "poll":
        await newsroom.run("poll", 1)
    while job := newsroom._next_job():
        task, key = job["task_name"], job["args"]["key"]
        if task != twice:
            await newsroom.run(task, key)
        elif at_once:
            await asyncio.gather(newsroom.run(task, key), newsroom.run(task, key, desk=newsroom.new_desk("worker 2")))
        else:
            await newsroom.run(task, key)
            await newsroom.run(task, key, desk=newsroom.new_desk("worker 2"))


async def once(newsroom: Newsroom) -> list[Row]:
    """The outcome of every stage running once, in a database that is emptied afterwards."""
    prepared(newsroom)
    await settle(newsroom, "")
    result = outcome(newsroom)
    newsroom.rows("truncate source, translation_memory, procrastinate_jobs restart identity cascade")
    return result


@STAGES
@pytest.mark.parametrize("at_once", [False, True], ids=["one-after-the-other", "at-once"])
async def test_every_stage_may_run_twice_and_shows_once(newsroom: Newsroom, stage: str, *, at_once: bool) -> None:
    expected = await once(newsroom)
    assert [row["state"] for row in expected] == ["complete", "partial", "failed"]
    prepared(newsroom)
    await settle(newsroom, stage, at_once=at_once)
    assert outcome(newsroom) == expected
    assert newsroom.waiting() == []
    assert newsroom.rows("select from pending_translation") == []


@STAGES
async def test_a_stage_that_dies_before_its_end_is_run_again_and_shows_once(
    newsroom: Newsroom, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = await once(newsroom)
    prepared(newsroom)
    died = 0

    async def die_once(task: str, key: int | str) -> None:
        nonlocal died
        real = newsroom.desk.stages[task].save

        def fail(*arguments: object) -> None:
            real(*arguments)  # type: ignore[arg-type]  # passed through
            raise ConnectionError("the power went")

        if task == stage:
            died += 1
            with monkeypatch.context() as patch:
                patch.setattr(newsroom.desk.stages[task], "save", fail)
                with pytest.raises(ConnectionError):
                    await newsroom.run(task, key)
        await newsroom.run(task, key)

    await die_once("poll", 1)
    while job := newsroom._next_job():
        await die_once(job["task_name"], job["args"]["key"])
    assert died
    assert outcome(newsroom) == expected
