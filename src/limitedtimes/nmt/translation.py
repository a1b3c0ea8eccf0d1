"""What the engine answers for one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from limitedtimes.nmt.alignment import Pair, Span


@dataclass(frozen=True, slots=True)
class Translation:
    """A sentence's translation.

    ``alignment`` pairs words (spans in code points of the source and of ``text``), in target order.
    ``log_probabilities`` are natural logarithms, one for each target token, the ends of sentences included; ``tokens``
    are their spans in ``text``. ``parts``: how many parts the sentence was too long for (1: none). ``kept``: there was
    nothing to translate, or the model had nothing to say, and ``text`` is the source. ``complete``: the model came to an end by itself in every part.
    """

    text: str
    alignment: tuple[Pair, ...] = ()
    log_probabilities: tuple[float, ...] = ()
    tokens: tuple[Span, ...] = ()
    parts: int = 1
    kept: bool = False
    complete: bool = True
