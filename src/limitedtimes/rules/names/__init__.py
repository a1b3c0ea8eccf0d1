"""Names: one person, one spelling; what is a name and how it is written in English. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names before a sentence is judged.

    ``spellings`` gives the English spelling of a name by its key (see ``key.key``) where the archive is sure of one;
    ``kept`` are names that are written in English exactly as in the source (outlets, agencies, organisations), besides
    the well-known ones that ``outlets`` lists.
    """

    spellings: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
