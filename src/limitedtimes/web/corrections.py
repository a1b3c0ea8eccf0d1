"""What an outlet changed in an article after it was first read here, in English with the originals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from limitedtimes.rules.revisions import ChangeKind
from limitedtimes.rules.translation import sentences
from limitedtimes.web.inline import Line, found_tags

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from markupsafe import Markup

    from limitedtimes.model.article import Span
    from limitedtimes.rules.revisions import Change
    from limitedtimes.store.revisions import History, Revision

_WORD = re.compile(r"\S+")
CHANGES = 12  # of a revision that are shown; the others are counted


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence as it stood in one revision: its text with what differs marked, and its original where that is another."""

    text: Markup
    original: str | None
    translated: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that was changed: None on the side where there is none."""

    old: Side | None
    new: Side | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A later reading of an article that differs from the one before. ``more`` counts edits that are not shown."""

    at: datetime
    edits: tuple[Edit, ...]
    more: int


def corrections(history: History, printed: int) -> tuple[Correction, ...]:
    """Return what changed up to the revision that is ``printed``, the newest first; sentences that only moved are left out."""
    revisions = [revision for revision in history.revisions if revision.number <= printed]
    found = [_correction(before, after) for before, after in pairwise(revisions)]
    return tuple(correction for correction in reversed(found) if correction.edits)


def _correction(before: Revision, after: Revision) -> Correction:
    old, new = _english(before), _english(after)
    edits = [_edit(change, old, new) for change in after.changes if change.kind is not ChangeKind.MOVED]
    return Correction(after.read_at, tuple(edits[:CHANGES]), len(edits[CHANGES:]))


def _edit(change: Change, old: dict[str, str | None], new: dict[str, str | None]) -> Edit:
    if change.old is None or change.new is None:
        return Edit(_side(change.old, old, ()), _side(change.new, new, ()))
    before, after = _differing(old.get(change.old) or change.old, new.get(change.new) or change.new)
    return Edit(_side(change.old, old, before), _side(change.new, new, after))


def _side(original: str | None, english: dict[str, str | None], marks: Sequence[Span]) -> Side | None:
    if original is None:
        return None
    text = english.get(original)
    return Side(Line(text or original, found_tags(marks)).plain, original if text else None, text is not None)


def _differing(old: str, new: str) -> tuple[list[Span], list[Span]]:
    """Return the words of each text that the other has not, in its place."""
    words, others = [match.span() for match in _WORD.finditer(old)], [match.span() for match in _WORD.finditer(new)]
    matcher = SequenceMatcher(
        None, [old[start:end] for start, end in words], [new[start:end] for start, end in others], autojunk=False
    )
    left, right = [], []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            left += [(words[i1][0], words[i2 - 1][1])] if i2 > i1 else []
            right += [(others[j1][0], others[j2 - 1][1])] if j2 > j1 else []
    return left, right


def _english(revision: Revision) -> dict[str, str | None]:
    if revision.translation is None:
        return {}
    return {one.source: one.translation for one in sentences(revision.translation)}
