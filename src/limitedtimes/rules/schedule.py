"""When to try what: polling intervals and retries. Pure: the caller brings the clock and the chance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from limitedtimes.model.source import Feed, FeedState

SHORTEST = 300.0  # seconds between two polls of a feed that has something new every time
LONGEST = 6 * 3600.0  # ... and of one that is silent
LONGEST_BACK_OFF = 24 * 3600.0  # a broken feed is still asked once a day: never given up silently
_QUICK = (2.0, 10.0, 45.0)  # seconds before a page is tried again while its article waits
_SLOW = (600.0, 3600.0, 6 * 3600.0, 24 * 3600.0)  # ... and after the article has been shown as it stands
_LOOKS = (3600.0, 6 * 3600.0, 24 * 3600.0, 72 * 3600.0)  # ages at which an article's page is looked at again
_LIVE_LOOKS = (600.0, 3 * 3600.0)  # seconds between two looks at a live blog: at least, at most
_LIVE_SILENCE = 24 * 3600.0  # seconds without a change after which a live blog has ended
_DOUBTS = 600.0  # seconds until a page is looked at again that a feed called changed and was not


@dataclass(frozen=True, slots=True)
class Retry:
    """When a failed article is tried again; ``final`` tells whether it is shown in its state meanwhile."""

    at: datetime | None
    final: bool


def after_success(
    feed: Feed, *, now: datetime, new_entries: int, chance: float, fresh_for: float | None = None
) -> Feed:
    """Return the feed with its next poll after an answer that could be read.

    The interval shrinks with news and grows with silence; ``fresh_for`` (seconds, what the server or the feed asks
    for) is its lower bound. ``chance`` in [0, 1) spreads feeds that were added together.
    """
    interval = feed.interval * (0.6 if new_entries else 1.25)
    interval = min(max(interval, SHORTEST, min(fresh_for or 0.0, LONGEST)), LONGEST)
    return replace(
        feed,
        interval=interval,
        failures=0,
        last_error=None,
        last_success=now,
        last_polled=now,
        next_poll=now + timedelta(seconds=interval * (0.9 + 0.2 * chance)),
    )


def after_failure(feed: Feed, *, now: datetime, error: str, chance: float, retry_after: float | None = None) -> Feed:
    """Return the feed with its next poll after a failure: twice the time at each failure in a row, up to a day.

    ``retry_after`` (seconds) is what the server asked for.
    """
    failures = feed.failures + 1
    wait = min(60.0 * 2.0 ** min(failures - 1, 20), LONGEST_BACK_OFF) * (0.9 + 0.2 * chance)
    wait = max(wait, min(retry_after or 0.0, LONGEST_BACK_OFF))
    return replace(feed, failures=failures, last_error=error, last_polled=now, next_poll=now + timedelta(seconds=wait))


def after_gone(feed: Feed, *, now: datetime) -> Feed:
    """Return the feed as paused: the server says that it is gone for good (410)."""
    message = "The server says that this feed is gone for good (410). Resume it with `limitedtimes sources resume` if that was a mistake."
    return replace(feed, state=FeedState.GONE, last_polled=now, last_error=message, failures=feed.failures + 1)


def after_read_failure(tries: int, *, now: datetime, transient: bool, retry_after: float | None = None) -> Retry:
    """Decide when an article that could not be read is tried again.

    ``tries`` counts the failures in a row, this one included. First a few quick tries while the article waits; then it
    is shown as it stands and, if the cause may pass, tried a few times more.
    """
    if not transient:
        return Retry(at=None, final=True)
    if tries <= len(_QUICK) and (retry_after or 0.0) <= _QUICK[-1]:
        return Retry(at=now + timedelta(seconds=max(_QUICK[tries - 1], retry_after or 0.0)), final=False)
    slow = tries - len(_QUICK) - 1
    if slow < len(_SLOW):
        wait = max(_SLOW[max(slow, 0)], min(retry_after or 0.0, _SLOW[-1]))
        return Retry(at=now + timedelta(seconds=wait), final=True)
    return Retry(at=None, final=True)


def next_look(
    *,
    since: datetime,
    now: datetime,
    changed: datetime,
    live: bool,
    chance: float,
    fresh_for: float | None = None,
) -> datetime | None:
    """Return when an article's page is looked at again for corrections; None once it is old.

    ``since`` is when it was published, ``changed`` when its text last was found new. A live blog is asked after a third of
    the time that it has been silent. ``fresh_for`` (seconds, what the server says) is a lower bound; ``chance`` in [0, 1)
    spreads articles that came together.
    """
    soonest = now + timedelta(seconds=max(_LIVE_LOOKS[0], min(fresh_for or 0.0, _LOOKS[-1])))
    silence = (now - changed).total_seconds()
    if live and silence < _LIVE_SILENCE and (now - since).total_seconds() < _LOOKS[-1]:
        wait = min(max(silence / 3, _LIVE_LOOKS[0]), _LIVE_LOOKS[1]) * (1 + 0.2 * chance)
        return max(soonest, now + timedelta(seconds=wait))
    ages = (since + timedelta(seconds=age * (1 + 0.2 * chance)) for age in _LOOKS)
    return next((max(at, soonest) for at in ages if at > now), None)


def doubted_until(looked_at: datetime, unchanged: int) -> datetime:
    """Return from when on a feed is believed again that calls an article changed.

    ``unchanged`` counts the looks in a row that found nothing new: a feed that counts its readers changes at every poll.
    """
    if not unchanged:
        return looked_at
    return looked_at + timedelta(seconds=min(_DOUBTS * 2.0 ** min(unchanged - 1, 20), LONGEST_BACK_OFF))


def job_retry_seconds(attempts: int, chance: float) -> int:
    """Return the seconds before a job that ended with an unforeseen error runs again: doubling, capped, spread."""
    return round(min(2.0**attempts, 300.0) * (0.75 + 0.5 * chance)) + 1
