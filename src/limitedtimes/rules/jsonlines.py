"""JSON lines: a value a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from limitedtimes.errors import LimitedTimesError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def numbered(lines: Iterable[str]) -> Iterator[tuple[int, object]]:
    """Yield the value of each line with the line's number, from 1; empty lines are passed over.

    Raises LimitedTimesError, which names the first line that is not JSON.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            message = f"Line {number} is not JSON: {error}."
            raise LimitedTimesError(message) from error
        yield number, value
