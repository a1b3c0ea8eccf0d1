"""The small drawing beside a trend: how much a story was reported in each hour, as SVG made on the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from limitedtimes.web.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 96, 20  # units of the drawing, which stretches to its place
_EDGE = 2.0  # room for the line's own width above and below


def sparkline(hourly: Sequence[int]) -> Markup:
    """Return an ``svg`` element; ``hourly`` are counts, the oldest first. It is drawn with attributes only, for the policy.

    It says in words what it draws, for those who do not see it.
    """
    active = sum(count > 0 for count in hourly)
    spoken = f"Reported in {active} of the last {counted(len(hourly), 'hour')}, by at most {counted(max(hourly, default=0), 'outlet')} in one"
    return Markup(
        '<svg class="spark" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<path d="{}" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" vector-effect="non-scaling-stroke"/></svg>'
    ).format(WIDTH, HEIGHT, spoken, _line(hourly))


def _line(hourly: Sequence[int]) -> str:
    """Return the path of a line through the counts, from edge to edge."""
    most, steps = max(hourly, default=0) or 1, max(len(hourly) - 1, 1)
    points = [
        f"{_short(WIDTH * place / steps)} {_short(HEIGHT - _EDGE - (HEIGHT - 2 * _EDGE) * count / most)}"
        for place, count in enumerate(hourly)
    ]
    return f"M{'L'.join(points)}" if points else ""


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
