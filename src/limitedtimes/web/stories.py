"""A story laid out for its page: who says how many, what came when, all articles by language, the pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.story import Counted
from limitedtimes.rules.claims.table import figures_table
from limitedtimes.web.inline import Line, found_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from limitedtimes.model.article import Span
    from limitedtimes.model.edition import Listing
    from limitedtimes.model.story import FigureGroup, Member, Story

PICTURES = 4
TIMELINE = 100  # texts that it shows; a list by language has all
COUNTED = {
    Counted.DEAD: "Dead",
    Counted.INJURED: "Injured",
    Counted.MISSING: "Missing",
    Counted.ARRESTED: "Arrested",
    Counted.DISPLACED: "Displaced",
    Counted.MONEY: "Money",
    Counted.VOTES: "Votes",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the story, and the other outlets that print the same one."""

    member: Member
    copies: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class StorySheet:
    """A story as its page shows it."""

    figures: tuple[FigureGroup, ...]
    texts: tuple[Text, ...]  # in order of time, the first ones
    more: int  # texts that the timeline leaves out
    tongues: tuple[tuple[str | None, tuple[Listing, ...]], ...]  # by language, most articles first
    pictures: tuple[Listing, ...]  # one an outlet


def lay_out(story: Story) -> StorySheet:
    """Return the story as its page shows it."""
    listings = [member.listing for member in story.members]
    texts = _texts(story.members)
    return StorySheet(
        figures=figures_table(story.claims, story.members),
        texts=texts[:TIMELINE],
        more=len(texts[TIMELINE:]),
        tongues=_tongues(listings),
        pictures=_pictures([story.card.headline, *listings]),
    )


def marked(text: str, span: Span) -> Markup:
    """Return a sentence with what its ``span`` covers marked."""
    return Line(text, found_tags([span])).plain


def counted_as(counted: Counted) -> str:
    """Return what a figure counts as a heading says it."""
    return COUNTED[counted]


def _texts(members: Sequence[Member]) -> tuple[Text, ...]:
    """Return each text once, at the article that had it first here, with the others that print it."""
    copies: dict[int, list[Member]] = {}
    for member in members:
        copies.setdefault(member.copy_of or member.listing.id, []).append(member)
    return tuple(Text(same[0], tuple(copy.listing for copy in same[1:])) for same in copies.values())


def _tongues(listings: Iterable[Listing]) -> tuple[tuple[str | None, tuple[Listing, ...]], ...]:
    found: dict[str | None, list[Listing]] = {}
    for listing in listings:
        found.setdefault(listing.language, []).append(listing)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0] or "~"))
    return tuple((language, tuple(reversed(same))) for language, same in ordered)


def _pictures(listings: Iterable[Listing]) -> tuple[Listing, ...]:
    """Return articles with pictures, one an outlet and none of the same address twice."""
    found: dict[int, Listing] = {}
    addresses: set[str] = set()
    for listing in listings:
        if listing.picture and listing.source.id not in found and listing.picture.url not in addresses:
            found[listing.source.id] = listing
            addresses.add(listing.picture.url)
    return tuple(found.values())[:PICTURES]
