"""What follows from the owner's decisions on pairs of articles. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

Pair = tuple[int, int]  # article ids


@dataclass(frozen=True, slots=True)
class Decision:
    """The owner's word on two articles: they belong together, or do not."""

    article_id: int
    other_id: int
    together: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """Articles with which one is to be in a story, and those with which it must not be."""

    together: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()


def bounds(decisions: Collection[Decision]) -> Mapping[int, Bound]:
    """Return what binds each article that is named in the decisions.

    Being together is passed on: with whom an article is together, with those it shares what it is apart from.
    """
    groups = _groups(one for one in decisions if one.together)
    for one in decisions:
        for article_id in (one.article_id, one.other_id):
            groups.setdefault(article_id, frozenset((article_id,)))
    apart: dict[int, set[int]] = defaultdict(set)
    for one in decisions:
        if not one.together:
            _separate(apart, groups[one.article_id], groups[one.other_id])
    return {
        article_id: Bound(group - {article_id}, frozenset(apart[article_id])) for article_id, group in groups.items()
    }


def _separate(apart: dict[int, set[int]], one: frozenset[int], other: frozenset[int]) -> None:
    for group, away in ((one, other), (other, one)):
        for article_id in group:
            # Contradictory words about a chain of pairs: what is together stays together.
            apart[article_id] |= away - one if group is one else away - other


def _groups(decisions: Iterable[Decision]) -> dict[int, frozenset[int]]:
    groups: dict[int, frozenset[int]] = {}
    for one in decisions:
        ids = (one.article_id, one.other_id)
        joined = frozenset(ids).union(*(groups.get(article_id, frozenset()) for article_id in ids))
        groups |= dict.fromkeys(joined, joined)
    return groups


def merging(stories: Iterable[Collection[int]]) -> list[Decision]:
    """Return what the owner says by merging stories, each given as its articles' ids: all belong to the first of all."""
    return _together(article_id for story in stories for article_id in story)


def splitting(rest: Collection[int], moved: Collection[int]) -> list[Decision]:
    """Return what the owner says by taking articles out of a story: they belong together, and not to any of the rest."""
    anchor = min(moved)
    apart = [Decision(min(anchor, one), max(anchor, one), together=False) for one in sorted(rest)]
    return [*_together(moved), *apart]


def _together(article_ids: Iterable[int]) -> list[Decision]:
    first, *others = sorted(set(article_ids))
    return [Decision(first, other, together=True) for other in others]
