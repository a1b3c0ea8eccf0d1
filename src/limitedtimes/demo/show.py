"""The demonstration's one act: press, database, workers, site; then a table of what was made."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from limitedtimes import export, rounds, settings, wiring
from limitedtimes.demo.press.content import Expectation, Press, expected, load_press
from limitedtimes.demo.press.server import PressServer, serving
from limitedtimes.errors import LimitedTimesError
from limitedtimes.model.article import ArticleState
from limitedtimes.presence import bind, present
from limitedtimes.progress import following
from limitedtimes.settings import PREFIX, Settings
from limitedtimes.store import sources, stories, trends
from limitedtimes.store.codec import time_to_json
from limitedtimes.subscriptions import Found, follow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from limitedtimes.supervisor import Supervisor
    from limitedtimes.wiring import House

_MEMORY = "demo.json"  # what the next run must know: the press's port, and which edition it has printed
_FIRST_PORT = 8450
_START = 30.0  # seconds that the workers have to show a heartbeat


@dataclass(frozen=True, slots=True)
class Made:
    """What one round has made."""

    rows: list[export.Json]
    since: str  # ISO 8601, UTC
    seconds: float
    wrong: list[str]


def run(*, once: bool, port: int | None) -> int:
    """Run the demonstration; return the exit status."""
    press = load_press()
    chosen = _settings()
    site_port = _free_port(chosen.host, port)
    _say("Starting the database, the sample press and the workers ...")
    with present(chosen.data_dir):
        memory = _remembered(chosen.data_dir)
        with serving(press, port=memory.get("port", 0), edition=memory.get("edition", 1)) as server:
            _remember(chosen.data_dir, port=server.port, edition=memory.get("edition", 1))
            open_to_press = _settings(allow_hosts=tuple(f"{outlet.host}:{server.port}" for outlet in press.outlets))
            with wiring.house(open_to_press) as building, _group(building, site_port) as group:
                made = _make(building, press, server)
                _print(building, press, made)
                address = f"http://{chosen.host}:{site_port}/"
                if once:
                    return 1 if made.wrong else 0
                _say(f"\nThe edition stands: {address}  (Ctrl-C ends it)")
                _wait(group)
    return 0


def _settings(**overrides: object) -> Settings:
    if PREFIX + "DATA_DIR" not in os.environ:
        # A folder of its own beside the owner's data, so that the sample press never mixes with real news.
        os.environ[PREFIX + "DATA_DIR"] = str(settings.default_data_dir() / "demo")
    return settings.load(**overrides)


def _free_port(host: str, asked: int | None) -> int:
    """Return the port asked for, or the first free one from 8450 on."""
    candidates = [asked] if asked is not None else [*range(_FIRST_PORT, _FIRST_PORT + 20), 0]
    for candidate in candidates:
        try:
            with bind(host, candidate) as bound:
                return int(bound.getsockname()[1])
        except OSError:
            continue
    message = f"Port {asked} on {host} is taken by another program; choose another one with --port."
    raise LimitedTimesError(message)


def _remembered(folder: Path) -> dict[str, int]:
    """Return the press's port and edition of the last run: its articles' addresses must stay what they were."""
    try:
        known = json.loads((folder / _MEMORY).read_text(encoding="utf-8"))
        return {name: int(known[name]) for name in ("port", "edition")}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _remember(folder: Path, *, port: int, edition: int) -> None:
    temporary = folder / (_MEMORY + ".new")
    temporary.write_text(json.dumps({"port": port, "edition": edition}), encoding="utf-8")
    temporary.replace(folder / _MEMORY)


@contextmanager
def _group(building: House, port: int) -> Iterator[Supervisor]:
    """Run web and workers beside this process."""
    allowed = {PREFIX + "ALLOW_HOSTS": ",".join(building.settings.allow_hosts), PREFIX + "HOST_PAUSE": "0"}
    group = building.supervisor(port=port, workers=building.worker_count(), environment=allowed)
    thread = threading.Thread(target=group.run, name="supervisor")
    thread.start()
    try:
        yield group
    finally:
        group.stop()
        thread.join()


def _make(building: House, press: Press, server: PressServer) -> Made:
    """Follow the sample outlets, let everything run, print the correction, and let that run too."""
    started, since = time.monotonic(), time_to_json(wiring.now()) or ""
    feeds = server.feed_urls()
    with building.database.transaction() as connection:
        for outlet in press.outlets:
            found = Found(
                url=feeds[outlet.slug],
                name=outlet.name,
                home=server.url(outlet.slug),
                language=outlet.language,
                country=outlet.country,
            )
            follow(connection, found)
    if not rounds.until_at_work(building.database, seconds=_START):
        message = f"No worker came up within {_START:.0f} s; what they said stands above."
        raise LimitedTimesError(message)
    with following() as report:
        rounds.ask_all(building.database)
        rounds.settle(building, report)
        server.publish_correction()
        _remember(building.settings.data_dir, port=server.port, edition=2)
        rounds.ask_all(building.database)
        rounds.settle(building, report)
    seconds = time.monotonic() - started
    with building.database.transaction() as connection:
        rows = list(export.articles(connection))
    return Made(rows, since, seconds, wrong(expected(press), rows))


def wrong(manifest: dict[str, Expectation], rows: list[export.Json]) -> list[str]:
    """Say in words what is not as the press's own manifest expects; each article once, each in its state."""
    found: dict[str, list[export.Json]] = {}
    for row in rows:
        parts = urlsplit(row["url"])
        found.setdefault(f"{parts.hostname}{parts.path}", []).append(row)
    said = [f"{address} came, which the press does not know" for address in found.keys() - manifest.keys()]
    for address, expectation in manifest.items():
        here = found.get(address, [])
        if len(here) != 1:
            said.append(f"{address} came {len(here)} times")
            continue
        reason = here[0]["reason"]["code"] if here[0]["reason"] else None
        if here[0]["state"] != expectation.state or (expectation.reason and reason != expectation.reason):
            said.append(f"{address} is {here[0]['state']} ({reason}), not {expectation.state} ({expectation.reason})")
        elif (here[0]["visible_at"] is None) != (expectation.state is ArticleState.EXCLUDED):
            said.append(
                f"{address} is {'not shown' if here[0]['visible_at'] is None else 'shown'}, which it should not be"
            )
    return sorted(said)


def _print(building: House, press: Press, made: Made) -> None:
    from rich.console import Console  # noqa: PLC0415 - heavy, and only this needs it
    from rich.table import Table  # noqa: PLC0415

    table = Table(title="What the sample press became", title_justify="left")
    for name, justify in (("outlet", "left"), ("language", "left"), ("articles", "right"), ("sentences", "right")):
        table.add_column(name, justify="right" if justify == "right" else "left")
    table.add_column("states")
    with building.database.connection() as connection:
        names = dict.fromkeys(source.name for source, _ in sources.feeds(connection))
    for name in names:
        rows = [row for row in made.rows if row["source"]["name"] == name]
        states: dict[str, int] = {}
        for row in rows:
            states[row["state"]] = states.get(row["state"], 0) + 1
        words = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        table.add_row(name, rows[0]["language"] if rows else "", str(len(rows)), str(sum(map(_sentences, rows))), words)
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 110)
    console.print(table)
    translated = sum(_words(row) for row in made.rows if (row["visible_at"] or "") >= made.since)
    rate = f"{translated} words translated in {made.seconds:.0f} s ({translated / made.seconds:.0f} words a second)"
    news = rate if translated else "all of them translated in an earlier run"
    console.print(f"{len(made.rows)} articles of {len(press.outlets)} outlets, {news}.")
    for line in _told(building, made):
        console.print(line, markup=False)
    for line in made.wrong:
        console.print(f"NOT AS EXPECTED: {line}", markup=False)


def _told(building: House, made: Made) -> Iterator[str]:
    """Say what the newsroom made of the articles: stories of several outlets, texts printed twice, what grows."""
    with building.database.connection() as connection:
        every = stories.newest(connection, limit=len(made.rows))
        growing = trends.trends(connection, now=wiring.now())
    shared = [card for card in every if card.outlets > 1]
    languages = {language for card in shared for language in card.languages}
    yield f"{len(every)} stories, {len(shared)} of them in several outlets (languages: {', '.join(sorted(languages)) or 'none'}):"
    for card in shared:
        yield f"  {card.headline.headline} ({card.articles} articles, {card.outlets} outlets)"
    copied = sum(row["near_duplicate_of"] is not None for row in made.rows)
    yield f"{copied} printed again by another outlet and shown once. Trends: {'; '.join(one.story.headline.headline for one in growing) or 'none'}."


def _sentences(row: export.Json) -> int:
    return sum(len(block["sentences"]) for block in row["blocks"])


def _words(row: export.Json) -> int:
    sentences = [sentence for block in row["blocks"] for sentence in block["sentences"]]
    translated = [one for one in [row["title"], row["lead"], *sentences] if one and one["state"] == "translated"]
    return sum(len(one["source"].split()) for one in translated)


def _wait(group: Supervisor) -> None:
    """Serve until Ctrl-C or SIGTERM."""
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    while not ended.wait(0.5):
        pass
    _say("Ending ...")
    group.stop()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - the demonstration talks to a person
