"""How each country's press puts a story: one translated headline each. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.edition import Listing
    from limitedtimes.model.story import Member


def voices(members: Sequence[Member], headline_id: int) -> list[tuple[str, Listing]]:
    """Return one article for each country (ISO 3166-1 alpha-2) whose headline is in English, who reported first first.

    A country speaks through the story's headline where that is its own, else through its first text of its own, completely
    translated before partly; through a copied text only where it has no other: outlets set headlines of their own on those.
    """
    chosen: dict[str, Member] = {}
    for member in members:
        country = member.listing.source.country
        if country is None or member.listing.title_en is None:
            continue
        if country not in chosen or _rank(member, headline_id) < _rank(chosen[country], headline_id):
            chosen[country] = member
    ordered = sorted(chosen.items(), key=lambda item: (item[1].listing.listed_at, item[1].listing.id))
    return [(country, member.listing) for country, member in ordered]


def _rank(member: Member, headline_id: int) -> tuple[object, ...]:
    """Order a country's articles, the best first."""
    listing = member.listing
    return (
        listing.id != headline_id,
        member.copy_of is not None,
        listing.state is not ArticleState.COMPLETE,
        listing.listed_at,
        listing.id,
    )
