"""Feeds that announce a hub: the program subscribes, is asked back, is pushed, and polls on whatever the hub does."""

from __future__ import annotations

import re
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from hub_server import Hub, door, hub_at_work
from limitedtimes import jobs
from limitedtimes.errors import BusyError
from limitedtimes.ingest.fetch.gate import MemoryGate
from limitedtimes.ingest.fetch.http import PoliteFetcher
from limitedtimes.model.source import FeedState
from limitedtimes.stages.hub import AskHub
from limitedtimes.store import hubs, queue, sources
from limitedtimes.web.app import create_app
from limitedtimes.web.hub import PATH, PUSH_BYTES, HubCallback
from newsdesk import PictureDesk
from stages.stagehand import FEED, Item, http_error, rss

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from limitedtimes.ports import FetchLimits, Response
    from limitedtimes.store.database import Row
    from stages.stagehand import Newsroom

PUBLIC = "https://paper.example/limited"
DAY = 86_400.0


@dataclass
class Scene:
    """A newsroom with a public address, one feed, and the hub that the feed announces."""

    room: Newsroom
    hub: Hub
    public_url: str = PUBLIC

    async def tick(self, seconds: float = 0.0) -> None:
        """Let time pass, let the schedule look, and let the jobs run that it finds."""
        self.room.later(seconds)
        with self.room.database.transaction() as connection:
            queue.enqueue(connection, jobs.due_jobs(connection, self.room.time, self.public_url))
        await self.room.settle()

    def answers(self, *items: Item, hub: str | None = None) -> None:
        """From now on the feed holds these, and announces a hub: this one, another, or ("") none."""
        self.room.fetcher.at(FEED, announcing(self.hub.url if hub is None else hub, *items))

    async def subscribe(self, *items: Item) -> None:
        """Follow the feed, poll it, and let the hub be asked."""
        self.room.follow()
        self.answers(*items)
        await self.tick(1)  # polled
        await self.tick(1)  # asked
        self.room.fetcher.asked.clear()

    @property
    def polls(self) -> int:
        """How often the feed was asked since it was subscribed to."""
        return self.room.fetcher.urls.count(FEED)

    def subscriptions(self) -> list[Row]:
        return self.room.rows("select * from subscription order by id")

    def states(self) -> list[str]:
        return [row["state"] for row in self.subscriptions()]

    def wait(self) -> float:
        """Seconds until the feed is polled by itself."""
        at = self.room.feed().next_poll
        assert at is not None
        return (at - self.room.time).total_seconds()


def announcing(hub: str, *items: Item) -> Response:
    feed = rss(*items)
    assert feed.page is not None
    return replace(feed, page=replace(feed.page, headers=(("Link", f'<{hub}>; rel="hub"'),) if hub else ()))


@asynccontextmanager
async def asking() -> AsyncIterator[PoliteFetcher]:
    async with PoliteFetcher(
        user_agent="LimitedTimes/0 (+tests)", allow_hosts=["127.0.0.1"], host_pause=0.0, gate=MemoryGate()
    ) as fetcher:
        yield fetcher


@pytest.fixture
async def scene(newsroom: Newsroom) -> AsyncIterator[Scene]:
    callback = HubCallback(newsroom.database, lambda: newsroom.time)
    app = Starlette(routes=[Route(PATH, callback.answer, methods=["GET", "POST"])])
    async with hub_at_work(door(app, PUBLIC)) as hub, asking() as fetcher:
        assert isinstance(newsroom.desk.stages, dict)
        newsroom.desk.stages["hub"] = AskHub(fetcher, lambda: newsroom.time, lambda: 0.5)
        yield Scene(newsroom, hub)


A = Item(url="https://news.example/a")
B = Item(url="https://news.example/b", title="Outra notícia")
C = Item(url="https://news.example/c", title="Mais uma notícia")


async def test_a_push_makes_the_news_come_at_once(scene: Scene) -> None:
    await scene.subscribe(A)
    assert scene.hub.answers == [(200, "räuber & söhne".encode())]
    (form,) = scene.hub.asked
    assert (form["hub.mode"], form["hub.topic"], form["hub.lease_seconds"]) == ("subscribe", FEED, "864000")
    assert re.fullmatch(re.escape(PUBLIC) + r"/hub/[\w-]{43}", form["hub.callback"])
    assert len(form["hub.secret"]) == 43
    assert scene.states() == ["active"]
    await scene.tick(120)
    assert scene.polls == 0
    scene.answers(A, B)
    assert await scene.hub.push() == 202
    await scene.tick()
    assert scene.polls == 1
    assert B.url in scene.room.states()


async def test_without_a_public_address_nobody_is_asked(scene: Scene) -> None:
    scene.public_url = ""
    await scene.subscribe(A)
    await scene.tick(DAY)
    assert (scene.hub.asked, scene.subscriptions()) == ([], [])
    # The hub is known all the same: it is asked as soon as there is an address.
    scene.public_url = PUBLIC
    await scene.tick(1)
    assert scene.states() == ["active"]


async def test_a_feed_without_a_hub_has_no_subscription(scene: Scene) -> None:
    scene.room.follow()
    scene.answers(A, hub="")
    await scene.tick(1)
    await scene.tick(1)
    assert scene.subscriptions() == []


async def test_each_subscription_has_an_address_and_a_secret_of_its_own(scene: Scene) -> None:
    await scene.subscribe(A)
    other = "https://news.example/other"
    scene.room.follow(other)
    scene.room.fetcher.at(other, announcing(scene.hub.url, A))
    await scene.tick(1)
    await scene.tick(1)
    assert [one["hub.topic"] for one in scene.hub.asked] == [FEED, other]
    for name in ("hub.callback", "hub.secret"):
        assert len({one[name] for one in scene.hub.asked}) == 2


# -- who may say what ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        {"secret": "wrong"},
        {"signature": ""},
        {"signature": "sha256=" + "0" * 64},
        {"signature": "md5=d41d8cd98f00b204e9800998ecf8427e"},
        {"signature": "nonsense"},
    ],
)
async def test_what_is_not_signed_is_accepted_and_ignored(scene: Scene, options: dict[str, str]) -> None:
    await scene.subscribe(A)
    await scene.tick(120)
    assert await scene.hub.push(**options) == 202  # type: ignore[arg-type]
    await scene.tick()
    assert scene.polls == 0
    assert scene.subscriptions()[0]["pushed_at"] is None


async def test_the_body_of_a_push_is_never_taken_for_news(scene: Scene) -> None:
    await scene.subscribe(A)
    await scene.tick(120)
    forged = b"<rss><channel><item><title>Forged</title><link>https://evil.example/</link></item></channel></rss>"
    await scene.hub.push(forged)
    await scene.tick()
    assert scene.polls == 1
    assert list(scene.room.states()) == [A.url]


async def test_a_flood_of_replayed_pushes_polls_once_a_minute(scene: Scene) -> None:
    await scene.subscribe(A)
    await scene.tick(120)
    for _ in range(20):
        assert await scene.hub.push() == 202
        await scene.tick(1)
    assert scene.polls == 1
    await scene.tick(60)
    assert scene.polls == 2
    await scene.tick(600)
    assert scene.polls == 2


async def test_a_push_while_the_feed_is_being_polled_waits_for_its_end(scene: Scene) -> None:
    await scene.subscribe(A)
    scene.room.rows(
        "insert into procrastinate_jobs (queue_name, task_name, status, args)"
        " values ('poll', 'poll', 'doing', '{\"key\": \"1\"}')"
    )
    await scene.tick(120)
    await scene.hub.push()
    await scene.tick(1)
    assert scene.polls == 0
    scene.room.rows("delete from procrastinate_jobs")
    await scene.tick(1)
    assert scene.polls == 1


async def test_a_push_does_not_shorten_the_pause_that_a_failing_server_gets(scene: Scene) -> None:
    await scene.subscribe(A)
    scene.room.fetcher.at(FEED, http_error(429, transient=True, retry_after=7200))
    await scene.tick(DAY / 4)
    assert scene.polls == 1
    await scene.hub.push()
    await scene.tick(600)
    assert scene.polls == 1


async def test_an_address_that_no_hub_was_given_is_not_there(scene: Scene) -> None:
    await scene.subscribe(A)
    known = scene.hub.asked[0]["hub.callback"]
    for token in ("x" * 43, known.rpartition("/")[2][:-1], "a\x00b", "%"):
        url = f"{PUBLIC}/hub/{token}"
        assert await scene.hub.push(to=url) == 404
        assert (await scene.hub.call(f"{url}?hub.mode=subscribe&hub.topic={FEED}&hub.challenge=c"))[0] == 404


@pytest.mark.parametrize(
    "changes",
    [
        {"mode": "unsubscribe"},
        {"mode": ""},
        {"mode": "publish"},
        {"topic": "https://news.example/another"},
        {"topic": "a\x00b"},
        {"challenge": ""},
    ],
)
async def test_what_was_not_asked_for_is_not_confirmed(scene: Scene, changes: dict[str, str]) -> None:
    scene.hub.verifies = False
    await scene.subscribe(A)
    assert await scene.hub.verify(**changes) == (404, b"")
    assert scene.states() == ["wanted"]
    assert (await scene.hub.verify())[0] == 200
    assert scene.states() == ["active"]


async def test_a_hub_that_asks_back_twice_gets_the_same_answer(scene: Scene) -> None:
    await scene.subscribe(A)
    assert (await scene.hub.verify(challenge="again")) == (200, b"again")
    scene.room.later(2 * DAY)
    assert (await scene.hub.verify())[0] == 404


@pytest.mark.parametrize("declared", [True, False])
async def test_a_push_that_is_too_large_is_refused(scene: Scene, *, declared: bool) -> None:
    await scene.subscribe(A)
    url = scene.hub.asked[0]["hub.callback"]
    if declared:
        answer = await scene.hub.call(url, body=[b"x"], content_length=str(PUSH_BYTES + 1), x_hub_signature="sha1=0")
    else:
        answer = await scene.hub.call(url, body=[b"x" * 1_000_000] * 26, x_hub_signature="sha1=0")
    assert answer == (413, b"")


async def test_a_push_of_which_only_a_part_comes_is_not_one(scene: Scene) -> None:
    await scene.subscribe(A)
    url = scene.hub.asked[0]["hub.callback"]
    assert await scene.hub.call(url, body=[b"<feed"], hang_up=True, x_hub_signature="sha1=0") == (400, b"")


async def test_the_site_has_the_callback(scene: Scene, tmp_path: Path) -> None:
    await scene.subscribe(A)
    site = create_app(scene.room.database, PictureDesk(), version="0", pictures=tmp_path)
    scene.hub.call = door(site, PUBLIC)
    assert await scene.hub.push() == 202
    assert await scene.hub.push(to=f"{PUBLIC}/hub/{'x' * 43}") == 404
    assert scene.subscriptions()[0]["pushed_at"] is not None
    # Everything else on the site takes no POST.
    for path in ("/", "/latest", "/search", "/sources"):
        assert (await scene.hub.call(PUBLIC + path, body=[b"x"]))[0] == 405


# -- what hubs do ---------------------------------------------------------------------------------------------------------


async def test_a_lease_is_renewed_before_it_ends(scene: Scene) -> None:
    await scene.subscribe(A)
    first = scene.subscriptions()[0]
    await scene.tick(0.7 * DAY)
    assert len(scene.hub.asked) == 1
    await scene.tick(0.1 * DAY)
    assert [one["hub.callback"] for one in scene.hub.asked] == [first["callback"]] * 2
    assert scene.hub.asked[0] == scene.hub.asked[1]
    (renewed,) = scene.subscriptions()
    assert renewed["state"] == "active"
    assert renewed["lease_ends"] > first["lease_ends"]


async def test_while_a_hub_pushes_the_feed_is_polled_seldom_and_afterwards_as_usual(scene: Scene) -> None:
    await scene.subscribe(A)
    await scene.tick(1000)
    interval = scene.room.feed().interval
    assert scene.wait() == pytest.approx(4 * interval)
    scene.hub.statuses = [503] * 100
    await scene.tick(0.8 * DAY)
    assert scene.states() == ["active"]
    await scene.tick(0.2 * DAY - 1200)
    with scene.room.database.transaction() as connection:
        sources.save_feed(
            connection, replace(scene.room.feed(), interval=900.0, next_poll=scene.room.time + timedelta(hours=6))
        )
    await scene.tick(1200)
    assert scene.states() == ["wanted"]
    assert scene.wait() == pytest.approx(scene.room.feed().interval)
    assert scene.room.feed().last_polled == scene.room.time
    assert "503" in scene.subscriptions()[0]["last_error"]


async def test_a_hub_that_is_down_is_asked_again_and_the_feed_is_polled_as_ever(scene: Scene) -> None:
    scene.hub.statuses = [500, 503, 404, 429]
    await scene.subscribe(A)
    assert scene.states() == ["wanted"]
    assert "500" in scene.subscriptions()[0]["last_error"]
    asked: list[int] = []
    for minute in range(20):
        asked += [minute] * (len(scene.hub.asked) - len(asked))
        await scene.tick(60)
    assert asked == [0, 1, 3, 7, 15]
    assert scene.polls >= 1
    assert scene.states() == ["active"]
    assert scene.subscriptions()[0]["last_error"] is None


async def test_a_hub_that_cannot_be_reached_costs_the_feed_nothing(scene: Scene) -> None:
    scene.room.follow()
    scene.answers(A, hub="http://127.0.0.1:9/")
    await scene.tick(1)
    await scene.tick(1)
    (row,) = scene.subscriptions()
    assert (row["state"], row["failures"]) == ("wanted", 1)
    assert "connection" in row["last_error"]
    assert scene.room.feed().failures == 0


async def test_a_hub_at_a_private_address_is_not_asked(scene: Scene) -> None:
    scene.room.follow()
    scene.answers(A, hub="http://192.168.0.1/")
    await scene.tick(1)
    await scene.tick(1)
    assert "not a public address" in scene.subscriptions()[0]["last_error"]


async def test_a_hub_that_accepts_and_never_asks_back_is_asked_again(scene: Scene) -> None:
    scene.hub.verifies = False
    await scene.subscribe(A)
    assert "not asked back" in scene.subscriptions()[0]["last_error"]
    await scene.tick(300)
    assert len(scene.hub.asked) == 1
    await scene.tick(301)
    assert len(scene.hub.asked) == 2
    interval = scene.room.feed().interval
    await scene.tick(1000)
    assert scene.wait() <= 1.3 * interval


async def test_a_denial_is_noted_and_tried_again_the_next_day(scene: Scene) -> None:
    await scene.subscribe(A)
    await scene.tick(1000)
    await scene.hub.verify(mode="denied", reason="no more room\x00")
    (row,) = scene.subscriptions()
    assert (row["state"], row["last_error"]) == ("denied", "The hub denied it: no more room")
    assert scene.wait() <= scene.room.feed().interval
    await scene.tick(DAY / 2)
    assert len(scene.hub.asked) == 1
    await scene.tick(DAY / 2)
    assert scene.states() == ["active"]


async def test_a_denial_of_something_else_changes_nothing(scene: Scene) -> None:
    await scene.subscribe(A)
    assert (await scene.hub.verify(mode="denied", topic="https://news.example/another"))[0] == 404
    assert scene.states() == ["active"]


class BusyPoster:
    """It is never this request's turn."""

    async def post(self, url: str, data: Mapping[str, str], *, limits: FetchLimits | None = None) -> Response:
        del data, limits
        raise BusyError("busy", code="busy", url=url, retry_after=90)


async def test_a_hub_whose_turn_is_later_is_asked_then_without_blame(scene: Scene) -> None:
    stages = scene.room.desk.stages
    assert isinstance(stages, dict)
    patient = stages["hub"]
    stages["hub"] = AskHub(BusyPoster(), lambda: scene.room.time, lambda: 0.5)
    await scene.subscribe(A)
    (row,) = scene.subscriptions()
    assert (row["failures"], row["next_ask"]) == (0, scene.room.time + timedelta(seconds=90))
    stages["hub"] = patient
    await scene.tick(91)
    assert scene.states() == ["active"]


async def test_a_hub_that_keeps_silent_while_there_is_news_is_not_relied_on(scene: Scene) -> None:
    await scene.subscribe(A)
    news = [A]
    for number in range(3):
        news.append(Item(url=f"https://news.example/unpushed{number}", title=f"Notícia {number}"))
        scene.answers(*news)
        await scene.tick(scene.wait())
    assert scene.states() == ["active"]
    assert scene.wait() == pytest.approx(scene.room.feed().interval)
    await scene.hub.push()
    await scene.tick(scene.wait())
    await scene.tick(scene.wait())
    assert scene.wait() == pytest.approx(4 * scene.room.feed().interval)


async def test_news_that_a_cache_still_hides_are_looked_for_at_the_usual_pace(scene: Scene) -> None:
    await scene.subscribe(A)
    await scene.tick(1000)
    await scene.hub.push()
    await scene.tick(60)
    assert scene.polls >= 1
    assert scene.wait() == pytest.approx(scene.room.feed().interval)


async def test_a_worker_that_is_killed_before_the_hub_asks_back_loses_nothing(scene: Scene) -> None:
    scene.room.follow()
    scene.answers(A)
    await scene.tick(1)
    scene.room.later(1)
    with scene.room.database.transaction() as connection:
        (job,) = [one for one in jobs.due_jobs(connection, scene.room.time, PUBLIC) if one.task == "hub"]
        assert scene.room.desk.stages["hub"].load(connection, str(job.key)) is not None
    # Killed here; the rescued job finds that the hub has been asked, and leaves it to the schedule.
    await scene.room.run("hub", job.key)
    assert scene.hub.asked == []
    await scene.tick(601)
    assert scene.states() == ["active"]


async def test_a_hub_may_ask_back_although_the_worker_that_asked_it_was_killed(scene: Scene) -> None:
    await scene.subscribe(A)
    scene.room.rows("update subscription set state = 'wanted', lease_ends = null, failures = 1")
    assert (await scene.hub.verify())[0] == 200
    assert scene.states() == ["active"]


# -- the end ----------------------------------------------------------------------------------------------------------------


async def pause(scene: Scene) -> None:
    with scene.room.database.transaction() as connection:
        sources.set_state(connection, [1], FeedState.PAUSED)


async def remove(scene: Scene) -> None:
    with scene.room.database.transaction() as connection:
        sources.remove(connection, 1)


async def lose_the_address(scene: Scene) -> None:
    scene.public_url = ""


async def announce_nothing(scene: Scene) -> None:
    scene.answers(A, B, hub="")
    scene.room.rows("update feed set next_poll = %s", scene.room.time)
    await scene.tick()


@pytest.mark.parametrize("change", [pause, remove, lose_the_address, announce_nothing])
async def test_a_hub_that_is_no_longer_wanted_is_told_so(scene: Scene, change: object) -> None:
    await scene.subscribe(A)
    assert callable(change)
    await change(scene)
    await scene.tick(1)
    assert [one["hub.mode"] for one in scene.hub.asked] == ["subscribe", "unsubscribe"]
    assert scene.hub.asked[0]["hub.callback"] == scene.hub.asked[1]["hub.callback"]
    assert scene.hub.answers[-1] == (200, "räuber & söhne".encode())
    assert scene.subscriptions() == []
    assert await scene.hub.push() == 404


async def test_another_hub_is_asked_and_the_old_one_told_to_stop(scene: Scene) -> None:
    await scene.subscribe(A)
    async with hub_at_work(scene.hub.call) as other:
        scene.answers(A, B, hub=other.url)
        await scene.tick(scene.wait())
        await scene.tick(1)
        assert [one["hub.mode"] for one in scene.hub.asked] == ["subscribe", "unsubscribe"]
        assert [one["hub.mode"] for one in other.asked] == ["subscribe"]
        assert other.asked[0]["hub.secret"] != scene.hub.asked[0]["hub.secret"]
    assert [(row["hub"], row["state"]) for row in scene.subscriptions()] == [(other.url, "active")]


async def test_another_public_address_is_told_to_the_hub(scene: Scene) -> None:
    await scene.subscribe(A)
    scene.hub.verifies = False
    scene.public_url = "https://other.example"
    await scene.tick(1)
    modes = [(one["hub.mode"], one["hub.callback"].partition("/hub/")[0]) for one in scene.hub.asked[1:]]
    assert sorted(modes) == [("subscribe", "https://other.example"), ("unsubscribe", PUBLIC)]


async def test_a_hub_that_does_not_answer_is_told_five_times_to_stop(scene: Scene) -> None:
    scene.hub.lease = str(30 * 86_400)
    await scene.subscribe(A)
    scene.hub.statuses = [500] * 100
    await pause(scene)
    for _ in range(20):
        await scene.tick(1000)
    assert len(scene.hub.asked) == 6
    assert scene.subscriptions() == []


async def test_a_push_after_the_end_is_told_that_it_is_over(scene: Scene) -> None:
    await scene.subscribe(A)
    scene.hub.verifies = False
    await pause(scene)
    await scene.tick(1)
    assert await scene.hub.push() == 410
    assert scene.states() == ["leaving"]


async def test_a_feed_that_is_resumed_is_subscribed_to_again(scene: Scene) -> None:
    await scene.subscribe(A)
    await pause(scene)
    await scene.tick(1)
    with scene.room.database.transaction() as connection:
        sources.set_state(connection, [1], FeedState.ACTIVE)
    await scene.tick(1)
    assert [one["hub.mode"] for one in scene.hub.asked] == ["subscribe", "unsubscribe", "subscribe"]
    assert scene.states() == ["active"]


async def test_who_pushes_until_when_can_be_asked(scene: Scene) -> None:
    await scene.subscribe(A)
    with scene.room.database.connection() as connection:
        known = hubs.by_feed(connection)
    assert list(known) == [1]
    assert known[1].lease_ends == scene.room.time + timedelta(seconds=86_400)
