from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import BusyError
from limitedtimes.model.article import Entry
from limitedtimes.store import articles, hosts, queue, sources, workers
from limitedtimes.store.hosts import HostGate
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from limitedtimes.model.source import Feed
    from limitedtimes.store.database import Connection, Database


def entry(url: str = "https://news.example/a", guid: str = "1", title: str = "Olá") -> Entry:
    return Entry(guid=guid, url=url, title=title)


def feed(connection: Connection, url: str = "https://news.example/feed") -> Feed:
    return sources.subscribe(connection, url=url, name="Notícias", home="https://news.example/")[1]


def test_subscribing_twice_gives_the_same_feed(database: Database) -> None:
    with database.transaction() as connection:
        first = sources.subscribe(connection, url="https://a.example/feed", name="A Folha")
        second = sources.subscribe(connection, url="https://a.example/feed", name="Other")
    assert first[2]
    assert not second[2]
    assert first[1] == second[1]
    assert second[0].slug == "a-folha"


def test_outlets_of_one_name_get_slugs_of_their_own(database: Database) -> None:
    with database.transaction() as connection:
        slugs = [sources.subscribe(connection, url=f"https://{n}.example/f", name="Notícias")[0].slug for n in "abc"]
    assert slugs == ["noticias", "noticias-2", "noticias-3"]


def test_an_entry_that_has_not_changed_asks_for_nothing(database: Database) -> None:
    with database.transaction() as connection:
        one = feed(connection)
        first = articles.intake(connection, one, [entry()])
        again = articles.intake(connection, one, [entry()])
        changed = articles.intake(connection, one, [entry(title="Olá!")])
    assert (len(first), again, changed) == (1, [], first)


def test_an_article_in_five_feeds_comes_once(database: Database) -> None:
    with database.transaction() as connection:
        ids = [
            articles.intake(connection, feed(connection, f"https://news.example/feed{n}"), [entry(guid=str(n))])
            for n in range(5)
        ]
    assert [len(one) for one in ids] == [1, 0, 0, 0, 0]


def test_a_guid_that_changes_makes_no_second_article(database: Database) -> None:
    with database.transaction() as connection:
        one = feed(connection)
        articles.intake(connection, one, [entry(guid="1")])
        again = articles.intake(connection, one, [entry(guid="2", url="https://news.example/a?utm_source=x")])
        row = connection.execute("select count(*) as n from article").fetchone()
    assert again == []
    assert row == {"n": 1}


def test_what_postgresql_cannot_hold_is_left_out_of_an_entry(database: Database) -> None:
    with database.transaction() as connection:
        ids = articles.intake(connection, feed(connection), [entry(title="a\0b\ud800c")])
        work = articles.to_read(connection, ids[0])
    assert work is not None
    assert work.entry.title == "abc"


def test_a_job_that_waits_already_is_enough(database: Database) -> None:
    later = datetime.now(UTC) + timedelta(hours=1)
    with database.transaction() as connection:
        assert queue.enqueue(connection, [Next("read", 1), Next("read", 1), Next("read", 2)]) == 2
        assert queue.enqueue(connection, [Next("read", 3, at=later)]) == 1
        assert queue.enqueue(connection, [Next("read", 3)]) == 0
        rows = connection.execute("select scheduled_at from procrastinate_jobs where args ->> 'key' = '3'").fetchall()
        assert queue.waiting(connection) == {"read": 3}
    assert rows == [{"scheduled_at": None}]


def test_a_rolled_back_transaction_takes_its_jobs_with_it(database: Database) -> None:
    def enqueue_and_fail() -> None:
        with database.transaction() as connection:
            queue.enqueue(connection, [Next("read", 1)])
            raise ValueError("undo")

    with pytest.raises(ValueError, match="undo"):
        enqueue_and_fail()
    with database.connection() as connection:
        assert queue.waiting(connection) == {}


async def test_a_host_serves_one_request_at_a_time_for_all_processes(database: Database) -> None:
    gates = [HostGate(database), HostGate(database)]
    running = most = 0

    async def visit(gate: HostGate) -> None:
        nonlocal running, most
        async with gate.slot("news.example:443", 0.0):
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.02)
            running -= 1

    await asyncio.gather(*(visit(gates[n % 2]) for n in range(6)))
    assert most == 1


async def test_who_would_wait_long_is_promised_a_moment_of_their_own(database: Database) -> None:
    gate = HostGate(database)
    async with gate.slot("slow.example:443", 30.0):
        pass
    promised = []
    for _ in range(3):
        with pytest.raises(BusyError) as caught:
            async with gate.slot("slow.example:443", 30.0):
                pass
        assert caught.value.retry_after is not None
        promised.append(caught.value.retry_after)
    assert promised[0] > 25
    assert promised[1] - promised[0] > 25
    assert promised[2] - promised[1] > 25


async def test_a_dead_workers_turn_at_a_host_is_freed(database: Database) -> None:
    gate = HostGate(database, "host/1/dead")
    alive = HostGate(database, "host/2/alive")
    with database.connection() as connection:
        workers.beat(connection, "host/2/alive", host="host", pid=2, queues=["read"])
    async with gate.slot("a.example:443", 0.0), alive.slot("b.example:443", 0.0):
        with database.connection() as connection:
            assert hosts.release_dead(connection, 8.0) == 1
            assert hosts.release_dead(connection, 8.0) == 0
        async with alive.slot("a.example:443", 0.0):
            pass


def test_an_article_that_waits_without_a_job_is_found(database: Database) -> None:
    with database.transaction() as connection:
        ids = articles.intake(connection, feed(connection), [entry()])
        assert queue.orphans(connection) == ids
        queue.enqueue(connection, [Next("read", ids[0])])
        assert queue.orphans(connection) == []
