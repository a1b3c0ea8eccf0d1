"""Outlets and their feeds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class FeedState(StrEnum):
    """What the program does with a feed."""

    ACTIVE = "active"
    PAUSED = "paused"  # by the owner
    GONE = "gone"  # the server answered 410: paused until the owner resumes it


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet: who says it.

    ``language`` is the outlet's own language (BCP 47) or None if not yet known, ``country`` ISO 3166-1 alpha-2,
    ``home`` its front page.
    """

    id: int
    name: str
    slug: str
    home: str | None = None
    language: str | None = None
    country: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription: where an outlet's entries come from, and how that has been going.

    ``etag`` and ``last_modified`` are the header values as the server sent them, byte for byte.
    """

    id: int
    source_id: int
    url: str
    state: FeedState = FeedState.ACTIVE
    etag: str | None = None
    last_modified: str | None = None
    next_poll: datetime | None = None
    interval: float = 900.0  # seconds
    failures: int = 0  # in a row
    last_error: str | None = None
    last_success: datetime | None = None
    last_polled: datetime | None = None
    content_hash: str | None = (
        None  # SHA-256 of the last body: servers that ignore conditional requests cost a parse less
    )
