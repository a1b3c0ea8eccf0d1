"""The table of a story's figures: who says how many. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from limitedtimes.model.story import Counted, FigureGroup, FigureReport, FigureRow
from limitedtimes.rules.claims.naming import same_speakers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from limitedtimes.model.story import Claim, Member

_MORE = re.compile(
    r"\b(?:more than|over|above|at least|no (?:fewer|less) than|in excess of|upwards?|already|or more|beyond)\b"
)
_LESS = re.compile(
    r"\b(?:almost|nearly|up to|as (?:many|much) as|less than|fewer than|under|below|at (?:the )?most|short of|close to|near|approach\w*|barely)\b"
)


def figures_table(claims: Iterable[Claim], members: Sequence[Member]) -> tuple[FigureGroup, ...]:
    """Return a story's figures by what they count, then by speaker and figure: the same in several outlets is one row.

    Speakers come in the order of their newest figures, what outlets say themselves comes last. Claims of articles that are
    no members, or copies of one, are left out; whoever prints a copy is named beside the row.
    """
    listings = {member.listing.id: member.listing for member in members}
    copies = {member.listing.id for member in members if member.copy_of in listings}
    known = [one for one in claims if one.article_id in listings and one.article_id not in copies]
    names = same_speakers(known)
    rows: dict[Counted, list[list[Claim]]] = defaultdict(list)
    for one in sorted(known, key=lambda one: listings[one.article_id].listed_at, reverse=True):
        row = next((row for row in rows[one.counted] if _together(row, one, names)), None)
        if row is None:
            rows[one.counted].append([one])
        elif one.article_id not in {other.article_id for other in row}:
            row.append(one)
    return tuple(
        FigureGroup(counted, tuple(_row(row, names, members) for row in _ordered(rows[counted], names)))
        for counted in Counted
        if rows[counted]
    )


def _together(row: list[Claim], one: Claim, names: dict[str, str]) -> bool:
    first = row[0]
    scopes = {_whom(other.scope) for other in (*row, one)} - {None}
    return (
        _name(first, names) == _name(one, names)
        and (first.low, first.high, first.unit) == (one.low, one.high, one.unit)
        and direction(first.hedge) == direction(one.hedge)
        and len(scopes) < 2
    )


def _name(one: Claim, names: dict[str, str]) -> str | None:
    return names[one.speaker] if one.speaker else None


def _whom(scope: str | None) -> str | None:
    """Return whom a figure counts, alike for alike: on each side, on either side."""
    if scope is None:
        return None
    text = re.sub(r"\b(?:every|either|each one of the|each of the)\b", "each", scope.lower())
    return re.sub(r"\b(?:the|in|from|on)\b|s$", "", text).strip()


def direction(hedge: str | None) -> str | None:
    """Return to which side a hedge leaves a figure open: "more", "less", "about", None where there is no hedge."""
    if hedge is None:
        return None
    return "more" if _MORE.search(hedge) else "less" if _LESS.search(hedge) else "about"


def _ordered(rows: list[list[Claim]], names: dict[str, str]) -> list[list[Claim]]:
    """Put a speaker's rows together; they come newest first already."""
    turns = {name: place for place, name in reversed(list(enumerate(_name(row[0], names) for row in rows)))}
    return sorted(rows, key=lambda row: (row[0].speaker is None, turns[_name(row[0], names)], -row[0].high))


def _row(row: list[Claim], names: dict[str, str], members: Sequence[Member]) -> FigureRow:
    listings = {member.listing.id: member.listing for member in members}
    reported = {one.article_id for one in row}
    return FigureRow(
        speaker=_name(row[0], names),
        reports=tuple(FigureReport(one, listings[one.article_id]) for one in row),
        also=tuple(member.listing for member in members if member.copy_of in reported),
    )
