"""A grouper whose answers can be foretold: articles belong together that give the same figures, in any order.

An article with several figures joins the stories of all of them: so stories merge. What splits is told by a figure, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.semantics.grouping import Assigned, Merged, Split

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from limitedtimes.semantics.grouping import Change
    from limitedtimes.semantics.profile import Profile

BREAKS = "13579"  # an article with this figure fails
DRIFTS = "24680"  # an article with this figure leaves the others of its story behind


class FigureGrouper:
    """Stands for ``semantics.grouping.Grouper``."""

    def __init__(self, new_id: Callable[[], int]) -> None:
        self.new_id = new_id
        self.stories: dict[int, list[Profile]] = {}
        self.apart: dict[int, set[int]] = {}

    def restore(self, story_id: int, members: Sequence[Profile]) -> None:
        """Take a story as it is."""
        self.stories[story_id] = list(members)

    def forget(self, story_id: int) -> None:
        """Know it no more."""
        self.stories.pop(story_id, None)

    def expire(self, before: datetime) -> None:
        """Forget what ended before."""
        for story_id, members in list(self.stories.items()):
            if max(one.at for one in members) < before:
                self.forget(story_id)

    def constrain(self, article_id: int, *, together: Collection[int] = (), apart: Collection[int] = ()) -> None:
        """Note what is kept apart."""
        del together
        self.apart[article_id] = set(apart)

    def assign(self, profile: Profile, *, together: Collection[int] = (), apart: Collection[int] = ()) -> list[Change]:
        """Join by figure, or as the owner wants."""
        if BREAKS in profile.figures:
            raise RuntimeError(BREAKS)
        for story_id, members in list(self.stories.items()):
            self.stories[story_id] = [one for one in members if one.article_id != profile.article_id]
            if not self.stories[story_id]:
                self.forget(story_id)
        fitting = sorted(
            story_id
            for story_id, members in self.stories.items()
            if {one.article_id for one in members} & set(together)
            or (
                any(set(one.figures) & set(profile.figures) for one in members)
                and not {one.article_id for one in members} & set(apart)
            )
        )
        if not fitting:
            story_id = self.new_id()
            self.stories[story_id] = [profile]
            return [Assigned(profile.article_id, story_id, None)]
        into, *others = fitting
        away = {other for one in self.stories[into] for other in self.apart.get(one.article_id, ())}
        others = [one for one in others if not away & {member.article_id for member in self.stories[one]}]
        changes: list[Change] = [Assigned(profile.article_id, into, f"shares: {', '.join(profile.figures)}")]
        for other in others:
            gone = self.stories.pop(other)
            self.stories[into] += gone
            changes.append(Merged(into, other, tuple(one.article_id for one in gone), "they are one"))
        if DRIFTS in profile.figures:
            new, left = self.new_id(), self.stories[into]
            self.stories[new], self.stories[into] = left, []
            changes.append(Split(into, new, tuple(one.article_id for one in left), "it drifted"))
        self.stories[into].append(profile)
        return changes
