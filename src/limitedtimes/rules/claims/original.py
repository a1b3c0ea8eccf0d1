"""Whether a figure stands in the original as well, and where. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.rules.languages import base
from limitedtimes.rules.numbers import figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.translation import Alignment
    from limitedtimes.rules.claims.amounts import Amount
    from limitedtimes.rules.numbers import Figure


def standing(amount: Amount, original: str, language: str, alignment: Alignment | None) -> Span | None:
    """Return the figure's place in the source sentence, None where its value does not stand there.

    Each end of a range must. Of several places with the same value it is the one that the alignment leads to, else the
    one that comes at the same turn in both.
    """
    found = figures(original, base(language))
    places = [_place(one, found, alignment) for one in amount.figures]
    known = [place for place in places if place]
    return (min(known)[0], max(known)[1]) if len(known) == len(places) else None


def _place(figure: Figure, found: Sequence[Figure], alignment: Alignment | None) -> Span | None:
    same = [one.span for one in found if one.keys & figure.keys]
    if len(same) < 2:
        return same[0] if same else None
    aligned = [span for span in same if _leads(alignment or (), span, figure.span)]
    return (aligned or same)[0]


def _leads(alignment: Alignment, source: Span, target: Span) -> bool:
    return any(_overlap(source, there) and _overlap(target, here) for there, here in alignment)


def _overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]
