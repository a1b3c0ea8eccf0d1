"""What stands beside an article: its story, the same text elsewhere, what readers may like, what grows, the latest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.store import copies, reading, related, revisions, stories
from limitedtimes.web.corrections import corrections

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from limitedtimes.model.edition import Listing
    from limitedtimes.model.story import Member, Trend
    from limitedtimes.store.database import Connection

LATEST = 8
TRENDS = 5
RELATED = 6
OTHERS = 5  # headlines of the story's other articles


def beside(connection: Connection, listing: Listing, *, growing: Sequence[Trend]) -> dict[str, object]:
    """Return the values of the template that are not the article itself; ``growing`` are the trends."""
    latest = reading.listings(connection, limit=LATEST + 1)
    history = revisions.history(connection, listing.id) if listing.revision > 1 else None
    near = related.related(connection, listing.id, limit=RELATED)
    return {
        "corrections": corrections(history, listing.revision) if history else (),
        "copies": copies.copies(connection, listing.id),
        "related": near,
        "trends": growing,
        "latest": [other for other in latest if other.id != listing.id][:LATEST],
        **_story(connection, listing, {one.listing.id for one in near}),
    }


def _story(connection: Connection, listing: Listing, shown: Collection[int]) -> dict[str, object]:
    """Return the article's story where other articles tell it, too, and those of them that are not ``shown`` elsewhere."""
    story_id = stories.story_of(connection, listing.id)
    cards = stories.cards(connection, [story_id]) if story_id is not None else []
    if not cards or cards[0].articles < 2:
        return {"story": None, "others": ()}
    members = stories.members(connection, cards[0].id)
    return {"story": cards[0], "others": _others(members, {listing.id, *shown})}


def _others(members: Iterable[Member], shown: Collection[int]) -> list[Listing]:
    """Return the newest text of its own of each of the story's outlets, the newest first."""
    own = [member.listing for member in members if member.copy_of is None and member.listing.id not in shown]
    newest = {listing.source.id: listing for listing in own}  # the last of each outlet: members are in order of time
    return sorted(newest.values(), key=lambda one: (one.listed_at, one.id), reverse=True)[:OTHERS]
