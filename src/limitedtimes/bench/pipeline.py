"""Measures the whole way of an article, feed to site, on the program as people run it."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from limitedtimes import rounds, settings, wiring
from limitedtimes.bench.machine import Machine, machine
from limitedtimes.bench.press import serving
from limitedtimes.bench.program import Group, Watch, running
from limitedtimes.errors import LimitedTimesError
from limitedtimes.logs import LEVEL
from limitedtimes.model.article import ArticleState
from limitedtimes.progress import following
from limitedtimes.rules.states import in_words
from limitedtimes.settings import PREFIX
from limitedtimes.subscriptions import Found, follow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from limitedtimes.bench.press import Served
    from limitedtimes.wiring import House

_STAGES = ("poll", "read", "translate", "press")
_START = 60.0  # seconds that the workers have to show a heartbeat


class Report(TypedDict):
    """What ``bench pipeline --json`` prints.

    ``seconds`` go from the first poll to the last article shown; loading the model is among them. ``stages`` has each
    stage's share of the time that all jobs took together, waiting for network and database included. ``peak_mb``: see
    ``Watch``; ``cpu_seconds`` are those of all workers together, and of all processes of the database.
    """

    articles: int
    words: int
    workers: int
    seconds: float
    articles_per_second: float
    words_per_second: float
    stages: dict[str, float]
    cpu_seconds: dict[str, float]
    peak_mb: dict[str, float]
    machine: Machine


def run(*, articles: int, feeds: int, workers: int) -> Report:
    """Take a generated press of 400 words and 60 KB a page through a newsroom of its own; ``workers`` 0: as `up`.

    Raises LimitedTimesError when not every article becomes complete: a measurement of something else would be worthless.
    """
    with _folder() as data_dir, serving(articles, min(feeds, articles)) as press:
        hosts = ",".join(url.split("/")[2] for url in press.feeds)
        options = {
            "data_dir": data_dir,
            "database_url": None,
            "allow_hosts": hosts,
            "host_pause": 0,
            "workers": workers,
        }
        with wiring.house(settings.load(**options)) as building:
            count = building.worker_count()
            environment = {"ALLOW_HOSTS": hosts, "HOST_PAUSE": "0", "WORKERS": str(count)}
            environment[LEVEL.removeprefix(PREFIX)] = "debug"
            with running(data_dir, environment) as group:
                seconds, watch = _measure(building, group, press)
            stages = shares(group.log.read_text(encoding="utf-8").splitlines())
    return Report(
        articles=press.articles,
        words=press.words,
        workers=count,
        seconds=round(seconds, 1),
        articles_per_second=round(press.articles / seconds, 2),
        words_per_second=round(press.words / seconds, 1),
        stages=stages,
        cpu_seconds=watch.cpu_seconds,
        peak_mb=watch.peak_mb,
        machine=machine(),
    )


def _measure(building: House, group: Group, press: Served) -> tuple[float, Watch]:
    until_at_work(building, group)
    with Watch(group) as watch, following() as report:
        started = time.monotonic()
        with building.database.transaction() as connection:
            for url in press.feeds:
                follow(connection, Found(url, url.split("/")[2], language="pt"))
        end = rounds.settle(building, report)
        seconds = time.monotonic() - started
    if not end.counts[ArticleState.COMPLETE] == sum(end.counts.values()) == press.articles:
        raise LimitedTimesError(f"Of {press.articles} articles came {in_words(end.counts)}, so nothing was measured.")
    return seconds, watch


def until_at_work(building: House, group: Group) -> None:
    """Wait until a worker of the group has said that it is alive. Raises LimitedTimesError with what they printed."""
    if rounds.until_at_work(building.database, seconds=_START, going_on=lambda: group.supervisor.poll() is None):
        return
    said = " / ".join(group.log.read_text(encoding="utf-8").splitlines()[-5:])
    raise LimitedTimesError(f"No worker came up; they said: {said or 'nothing'}")


def shares(lines: Iterable[str]) -> dict[str, float]:
    """Return each stage's share of the jobs' time, from what the workers logged; lines that are not theirs are passed over."""
    seconds: Counter[str] = Counter()
    for line in lines:
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict) and event.get("event") == "stage":
            seconds[event["stage"]] += event["seconds"]
    total = sum(seconds.values()) or 1.0
    return {stage: round(seconds[stage] / total, 4) for stage in _STAGES}


@contextmanager
def _folder() -> Iterator[Path]:
    """Make a data folder that the database's own user can enter, if it is another; nothing of it is left."""
    with tempfile.TemporaryDirectory(prefix="limitedtimes-bench-", ignore_cleanup_errors=True) as made:
        root = Path(made)
        root.chmod(0o711)
        try:
            yield root / "data"
        finally:
            # The cluster stands elsewhere where that user cannot enter after all.
            shutil.rmtree((root / "data" / "postgres").resolve(), ignore_errors=True)
