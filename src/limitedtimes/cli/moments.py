"""Moments as a person writes them: a date, or a time ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


def moment(text: str) -> datetime:
    """Return the moment (aware) that ``2020-10-22``, ``2020-10-22T18:00`` (UTC), ``24h`` or ``7d`` names; raises UsageError."""
    import re
    from datetime import UTC, datetime, timedelta

    from limitedtimes.errors import UsageError

    try:
        if match := re.fullmatch(r"([0-9]+)([hd])", text):
            return datetime.now(UTC) - timedelta(**{"hours" if match[2] == "h" else "days": int(match[1])})
        found = datetime.fromisoformat(text)
    except (ValueError, OverflowError) as error:
        message = f"{text!r} is neither a date (2020-10-22) nor a time ago (24h, 7d)."
        raise UsageError(message) from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)
