"""A thousand articles from fifty feeds, through the program's own processes.

The pages weigh 60 KB each, but the articles on them are short, some 50 words: the present engine translates some 650
words a second and core, so a thousand of 400 words would take it more than five minutes on two cores. Memory hardly
follows the length: a worker holds 16 articles at once. `limitedtimes bench pipeline --articles 1000 --feeds 50` measures
the long ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from e2e.program import assert_each_once, newsroom, status
from limitedtimes.bench import press as generated
from limitedtimes.bench.pipeline import until_at_work
from limitedtimes.bench.program import Watch, running

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_MOST_MB = 500.0


def test_a_thousand_articles_from_fifty_feeds_arrive_once_each_in_little_memory(
    make_data_dir: Callable[[], Path],
) -> None:
    with (
        generated.serving(articles=1000, feeds=50, words=45, page_kb=60) as press,
        newsroom(make_data_dir(), [url.split("/")[2] for url in press.feeds]) as room,
        running(room.data_dir, room.settings) as group,
    ):
        until_at_work(room.building, group)
        with Watch(group) as watch:
            room.follow(press.feeds, language="pt")
            room.command("refresh", "--wait")
            assert_each_once(room, press)
            some = room.ask("select id from article where mod(id, 20) = 0")
            pages = ["/", "/latest", "/sources", *(f"/a/{row['id']}" for row in some)]
            assert {status(group.address + page) for page in pages} == {200}
        assert {role: mb for role, mb in watch.peak_mb.items() if mb > _MOST_MB} == {}
        assert watch.peak_mb.keys() == {"supervisor", "web", "worker", "database"}
        assert all(watch.peak_mb.values())
