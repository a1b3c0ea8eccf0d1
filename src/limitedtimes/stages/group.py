"""Edition -> story: articles that are shown find the story where they belong."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from limitedtimes.rules.decisions import Bound
from limitedtimes.rules.stories import WINDOW
from limitedtimes.semantics.profile import load_profile, make_profile
from limitedtimes.stages.live import LiveStories
from limitedtimes.stages.stories import close_empty, recount, write
from limitedtimes.store import alerts, decisions, grouping, press, profiles
from limitedtimes.store.profiles import Kept

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Mapping, Sequence

    from limitedtimes.ports import Embedder
    from limitedtimes.semantics.grouping import Change, Grouper
    from limitedtimes.semantics.profile import Profile
    from limitedtimes.stages import Clock
    from limitedtimes.store.database import Connection
    from limitedtimes.store.grouping import Ungrouped
    from limitedtimes.store.queue import Next

log = structlog.get_logger()

_BATCH = 100  # articles that are grouped in one transaction
_SPAN = timedelta(days=1)  # between the first and the last of them
_SAME = 0.9  # likeness of two texts of an article from which on it stays in its story


@dataclass(frozen=True, slots=True)
class Profiled:
    """An article that is to be grouped. ``profile`` is None where none could be made, ``stays`` where its text is much the same."""

    article: Ungrouped
    profile: Profile | None
    stays: bool


class Group:
    """Puts the articles that wait into stories, all that wait in batches; grouping them twice changes nothing."""

    def __init__(self, embedder: Embedder, clock: Clock) -> None:
        self._embedder = embedder
        self._clock = clock
        self._live = LiveStories()

    def load(self, connection: Connection, key: str) -> list[Ungrouped] | None:
        """Return the oldest articles that wait; None when nothing waits."""
        del key
        found = grouping.batch(connection, limit=_BATCH, span=_SPAN, news=WINDOW)
        return found if found or grouping.waiting(connection) else None

    async def work(self, work: list[Ungrouped]) -> AsyncIterator[list[Profiled]]:
        """Yield the articles with their profiles."""
        yield await asyncio.to_thread(lambda: [self._profiled(article) for article in work])

    def _profiled(self, article: Ungrouped) -> Profiled:
        try:
            profile = profile_of(self._embedder, article)
            before = load_profile(article.before) if article.story_id is not None and article.before else None
        except Exception:
            # Whatever is wrong with one article: readers have it all the same, in a story of its own.
            log.exception("no profile could be made; the article stands alone", article=article.id)
            return Profiled(article, None, stays=article.story_id is not None)
        return Profiled(article, profile, stays=before is not None and likeness(before, profile) >= _SAME)

    def save(self, connection: Connection, work: list[Ungrouped], result: list[Profiled]) -> list[Next]:
        """Group what still waits, under the stories' lock, and come back while anything waits."""
        grouping.lock(connection)
        waits = grouping.still_waiting(connection, work)
        here = [one for one in result if one.article.id in waits]
        profiles.keep(connection, [kept(one.article, one.profile) for one in here if one.profile])
        bound = decisions.bound(connection)
        stays = {one.article.id: one.stays or _held(one.article, bound) for one in here}
        pages = self._stay(connection, [one for one in here if stays[one.article.id]])
        pages |= self._place(connection, [one for one in here if not stays[one.article.id]], bound)
        alerts.match(connection, [one.article.id for one in here], now=self._clock())
        # Last, as everywhere: who shows an article waits for the pages with the search's documents in hand.
        press.bump(connection, pages)
        return [grouping.JOB] if grouping.waiting(connection) else []

    def _stay(self, connection: Connection, here: Iterable[Profiled]) -> set[str]:
        """Leave articles in their stories, and let those go that are no longer shown; return the pages that this changes."""
        ids = {one.article.id: one.article.story_id for one in here if one.article.story_id is not None}
        grouping.stays(connection, ids)
        return recount(connection, {*ids.values(), *grouping.to_recount(connection)})

    def _place(self, connection: Connection, here: Sequence[Profiled], bound: Mapping[int, Bound]) -> set[str]:
        """Put articles into stories; return the pages that this changes."""
        left = {one.article.id: one.article.story_id for one in here if one.article.story_id is not None}
        alone = {_alone(connection, one.article) for one in here if one.profile is None}
        pages = recount(connection, alone)
        found = [one.profile for one in here if one.profile]
        if not found:
            return pages
        grouper = self._live.at(connection, found[0].at - WINDOW, found[-1].at + WINDOW, bound)
        pages |= recount(connection, {*left.values(), *self._assign(connection, grouper, found, bound)})
        close_empty(connection, left, self._clock())
        self._live.wrote(connection, grouper)
        return pages

    def _assign(
        self, connection: Connection, grouper: Grouper, found: Iterable[Profile], bound: Mapping[int, Bound]
    ) -> set[int]:
        changes: list[Change] = []
        for profile in found:
            said = bound.get(profile.article_id, Bound())
            changes += grouper.assign(profile, together=said.together, apart=said.apart)
        return write(connection, changes, self._clock())

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Let the articles that cannot be grouped stand alone."""
        del key, error
        grouping.lock(connection)
        found = grouping.batch(connection, limit=_BATCH, span=_SPAN, news=WINDOW)
        log.error("articles that could not be grouped stand alone", articles=[one.id for one in found])
        touched = {_alone(connection, one) for one in found if one.story_id is None}
        grouping.stays(connection, [one.id for one in found if one.story_id is not None])
        press.bump(connection, recount(connection, touched))
        return [grouping.JOB] if grouping.waiting(connection) else []


def _held(article: Ungrouped, bound: Mapping[int, Bound]) -> bool:
    """Tell whether the owner put an article where it stands: then it stays, whatever its text becomes."""
    return article.story_id is not None and bool(bound.get(article.id, Bound()).together)


def likeness(before: Profile, after: Profile) -> float:
    """Return how much alike two texts of an article are, 0 to 1; a text and its translation are not."""
    if before.dense is not None and after.dense is not None:
        return float(before.dense @ after.dense)
    if before.dense is not None or after.dense is not None:
        return 0.0
    weights = dict(zip(before.slots.tolist(), before.weights.tolist(), strict=True))
    pairs = zip(after.slots.tolist(), after.weights.tolist(), strict=True)
    return float(sum(weight * weights.get(slot, 0.0) for slot, weight in pairs))


def profile_of(embedder: Embedder, one: Ungrouped) -> Profile:
    """Profile an article from its English where it has any, else from the original."""
    original, translation = one.article, one.translation
    blocks = translation.blocks if translation else ()
    english = " ".join(sentence.translation for block in blocks for sentence in block if sentence.translation)
    title = translation.title.translation if translation else None
    lead = translation.lead.translation if translation and translation.lead else None
    translated = bool(title or english)
    return make_profile(
        embedder,
        article_id=one.id,
        title=(title or "") if translated else original.title,
        lead=lead if translated else original.lead,
        text=english if translated else "\n".join(block.text for block in original.blocks),
        language="en" if translated else original.language or "und",
        at=one.at,
        source_id=one.source_id,
        copy_of=one.copy_of,
        keywords=original.keywords,
    )


def kept(article: Ungrouped, profile: Profile) -> Kept:
    """Return a profile as it is stored."""
    dense = profile.dense
    says_something = dense is not None and bool(dense.any())
    embedding = dense.tolist() if dense is not None and says_something else None
    return Kept(article.id, article.revision, article.at, profile.dump(), embedding)


def _alone(connection: Connection, article: Ungrouped) -> int:
    story_id = grouping.new_story(connection)
    grouping.place(connection, [(article.id, story_id, None)])
    return story_id
