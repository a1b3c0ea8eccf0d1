"""Dates as feeds and pages write them, to aware UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

_FIRST = datetime(1995, 1, 1, tzinfo=UTC)  # no news page is older
_AHEAD = timedelta(days=2)
# Zone names that outlets write in RFC 822 dates although the standard knows only American ones; hours east of UTC.
_ZONES = {
    "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "SAST": 2, "EEST": 3, "MSK": 3,
    "TRT": 3, "IRST": 3.5, "GST": 4, "PKT": 5, "IST": 5.5, "WIB": 7, "ICT": 7, "HKT": 8, "SGT": 8, "PHT": 8, "KST": 9,
    "JST": 9, "AEST": 10, "AEDT": 11, "BRT": -3, "ART": -3, "CLT": -4, "COT": -5, "PET": -5,
}  # fmt: skip
_ZONE_NAME = re.compile(r"\s([A-Z]{3,4})$")
_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?$",
    re.IGNORECASE,
)


def parse_date(text: str | None, zone: tzinfo = UTC) -> datetime | None:
    """A moment in UTC from ISO 8601 or RFC 822 text; ``zone`` holds where the text names none. None if it is neither."""
    value = " ".join((text or "").split())
    if not value or len(value) > 64:
        return None
    return _iso(value, zone) or _rfc822(value, zone)


def plausible(moment: datetime | None, now: datetime) -> datetime | None:
    """Return the moment unless it is before there was a web or more than two days ahead of ``now``."""
    return moment if moment and _FIRST <= moment <= now + _AHEAD else None


def named_offset(text: str) -> tzinfo | None:
    """Offset that an ISO 8601 date names, None where it names none or UTC: programs write Z without meaning it."""
    found = _ISO.match(" ".join(text.split()))
    offset = _offset(found.group(7)) if found else None
    return None if offset is UTC else offset


def _iso(value: str, zone: tzinfo) -> datetime | None:
    found = _ISO.match(value)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_offset(found.group(7)) or zone)
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    east = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(east if text[0] == "+" else -east)


def _rfc822(value: str, zone: tzinfo) -> datetime | None:
    named = _ZONE_NAME.search(value)
    hours = _ZONES.get(named.group(1)) if named else None
    if named and hours is not None:
        value, zone = value[: named.start()], timezone(timedelta(hours=hours))
    try:
        moment = parsedate_to_datetime(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError, IndexError):
        return None
