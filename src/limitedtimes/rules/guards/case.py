"""What a guard is given and what it answers. Pure values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from limitedtimes.model.translation import Flag
from limitedtimes.rules.names import Names

if TYPE_CHECKING:
    from limitedtimes.model.article import Span
    from limitedtimes.model.translation import Alignment, Candidate


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and its translation before the guards.

    ``language`` is the source's two- or three-letter code. ``second`` is the engine's own translation where somebody else
    made the one that is judged, else None: then alignment, probabilities and alternatives must do.
    ``names`` is what is known of the spelling of names, and which are kept as they are.
    """

    source: str
    candidate: Candidate
    language: str
    second: Candidate | None = None
    names: Names = field(default_factory=Names)

    @property
    def text(self) -> str:
        """The translation."""
        return self.candidate.text

    @property
    def alignment(self) -> Alignment | None:
        """Pairs of (source span, target span) by word, or None where there is none."""
        return self.candidate.alignment


@dataclass(frozen=True, slots=True)
class Repair:
    """What to write in place of a span of the translation, and the flag that says so to the reader.

    The flag's ``target`` speaks of the translation before the repair; whoever applies it moves it along.
    """

    span: Span
    text: str
    flag: Flag


# A guard looks at a case and says what is wrong with it: nothing, most of the time.
Guard = Callable[[Case], Sequence[Flag]]
# A repairer says how to mend what its guard has found, as far as it can be mended.
Repairer = Callable[[Case], Sequence[Repair]]
