"""The live stories as one process knows them: a cache, caught up from the stories' history under their lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from limitedtimes.errors import StoreError
from limitedtimes.semantics.grouping import Grouper
from limitedtimes.semantics.profile import load_profile
from limitedtimes.store import grouping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from limitedtimes.rules.decisions import Bound
    from limitedtimes.semantics.profile import Profile
    from limitedtimes.store.database import Connection
    from limitedtimes.store.grouping import Changed, Mark

log = structlog.get_logger()


class LiveStories:
    """Stories and their profiles, as of a mark in the stories' history; used under the stories' lock only.

    ``wrote`` notes the mark at the end of a transaction. Where that turns out not to have been committed, what is known here
    never happened, and is read anew.
    """

    def __init__(self) -> None:
        self._grouper = Grouper(self._new_id)
        self._since: datetime | None = None
        self._bound: Mapping[int, Bound] = {}
        self._mark: Mark | None = None
        self._new: Callable[[], int] | None = None

    def at(self, connection: Connection, since: datetime, until: datetime, bound: Mapping[int, Bound]) -> Grouper:
        """Return a grouper that knows the stories which articles of a time may belong to: that end at ``since`` or later and
        begin at ``until`` or before; ``bound`` is all that the owner decided.

        What is assigned with it is to be written, and ``wrote`` called, in this transaction.
        """
        self._new = lambda: grouping.new_story(connection)
        latest = grouping.latest_start(connection)
        if latest is not None and latest > until:
            # Late articles of long ago: rare, each of another time, and no reason to forget the present.
            return _filled(Grouper(self._new_id), grouping.between(connection, since, until), bound)
        mark, self._mark = self._mark, None  # until `wrote`, for an error may leave half of it known
        if mark is None or self._since is None or bound != self._bound or not grouping.holds(connection, mark):
            self._grouper = _filled(Grouper(self._new_id), grouping.between(connection, since, until), bound)
        else:
            self._catch_up(connection, mark, self._since, since, until)
        self._since, self._bound = since, bound
        return self._grouper

    def wrote(self, connection: Connection, grouper: Grouper) -> None:
        """Note that all which was assigned with a grouper is written, and how far the stories' history is known with it."""
        if grouper is self._grouper:
            self._mark = grouping.last_mark(connection)

    def _catch_up(
        self, connection: Connection, mark: Mark, known_since: datetime, since: datetime, until: datetime
    ) -> None:
        read_stories(self._grouper, grouping.changed_since(connection, mark))
        if since < known_since:
            read_stories(self._grouper, grouping.between(connection, since, until, ended=known_since))
        self._grouper.expire(since)

    def _new_id(self) -> int:
        assert self._new is not None  # a grouper is only handed out with a connection
        return self._new()


def _filled(grouper: Grouper, stories: Iterable[Changed], bound: Mapping[int, Bound]) -> Grouper:
    for article_id, one in bound.items():
        grouper.constrain(article_id, together=one.together, apart=one.apart)
    read_stories(grouper, stories)
    return grouper


def read_stories(grouper: Grouper, stories: Iterable[Changed]) -> None:
    """Put stories into a grouper as they stand now; those that are no more are forgotten."""
    for one in stories:
        grouper.forget(one.story_id)
        if members := _profiles(one):
            grouper.restore(one.story_id, members)


def _profiles(story: Changed) -> list[Profile]:
    try:
        return [load_profile(content) for content in story.contents]
    except StoreError as error:
        # Written by another version of the program: the story stays, and nothing joins it by itself any more.
        log.warning("a story is no longer compared with new articles", story=story.story_id, reason=str(error))
        return []
