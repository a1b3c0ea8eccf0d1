"""Progress on stderr: bars with rates and time left on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState
from limitedtimes.rules.states import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from limitedtimes.rounds import Progress

_EVERY = 5.0  # seconds between two plain lines


@contextmanager
def following() -> Iterator[Callable[[Progress], None]]:
    """Yield what shows the progress of a round."""
    if sys.stderr.isatty():
        with _bars() as report:
            yield report
    else:
        yield _lines()


def _lines() -> Callable[[Progress], None]:
    said = ""
    due = 0.0

    def report(now: Progress) -> None:
        nonlocal said, due
        waiting = _in_hand(now)
        line = in_words(now.counts) + (f"; {waiting}" if waiting else "")
        if line != said and (time.monotonic() >= due or now.settled):
            print(line, file=sys.stderr, flush=True)  # noqa: T201 - progress is this module's work
            said, due = line, time.monotonic() + _EVERY

    return report


@contextmanager
def _bars() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console  # noqa: PLC0415 - only where bars are shown
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    columns = (
        TextColumn("articles"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[in_hand]}"),
    )
    started = time.monotonic()
    with Bars(*columns, console=Console(stderr=True)) as bars:
        bar = bars.add_task("articles", total=None, rate="", in_hand="")

        def report(now: Progress) -> None:
            total = sum(now.counts.values())
            finished = total - now.counts.get(ArticleState.WAITING, 0)
            rate = f"{finished / max(time.monotonic() - started, 1e-3):.1f}/s"
            bars.update(bar, total=total or None, completed=finished, rate=rate, in_hand=_in_hand(now))

        yield report


def _in_hand(now: Progress) -> str:
    return ", ".join(f"{count} to {stage}" for stage, count in sorted(now.waiting.items()))
