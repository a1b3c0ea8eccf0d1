from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from limitedtimes.model.article import ArticleState
from limitedtimes.model.edition import Listing
from limitedtimes.model.source import Source
from limitedtimes.model.story import Member
from limitedtimes.rules.voices import voices

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def member(
    number: int, country: str | None, *, hours: float, copy_of: int | None = None, english: bool = True, **more: Any
) -> Member:
    at = NOON + timedelta(hours=hours)
    listing = Listing(
        id=number,
        source=Source(number, f"Outlet {number}", f"outlet-{number}", country=country),
        url="https://news.example/",
        state=more.get("state", ArticleState.COMPLETE),
        reason=None,
        language="pt",
        title="Título",
        title_en="Title" if english else None,
        lead=None,
        lead_en=None,
        published=at,
        first_seen=at,
        listed_at=at,
        visible_at=at,
    )
    return Member(listing, None, copy_of)


def chosen(*members: Member, headline: int = 0) -> list[tuple[str, int]]:
    return [(country, listing.id) for country, listing in voices(members, headline)]


def test_each_country_has_one_headline_and_who_reported_first_comes_first() -> None:
    assert chosen(
        member(1, "BR", hours=5), member(2, "PT", hours=1), member(3, "PT", hours=2), member(4, None, hours=0)
    ) == [("PT", 2), ("BR", 1)]


def test_the_storys_own_headline_speaks_for_its_country() -> None:
    assert chosen(member(1, "PT", hours=0), member(2, "PT", hours=1), headline=2) == [("PT", 2)]


def test_a_text_of_its_own_is_preferred_then_a_complete_translation() -> None:
    copy, own = member(1, "PT", hours=0, copy_of=9), member(2, "PT", hours=2, state=ArticleState.PARTIAL)
    assert chosen(copy) == [("PT", 1)]
    assert chosen(copy, own) == [("PT", 2)]
    assert chosen(copy, own, member(3, "PT", hours=3)) == [("PT", 3)]


def test_a_headline_that_is_not_in_english_says_nothing_to_readers() -> None:
    assert chosen(member(1, "PT", hours=0, english=False), member(2, "BR", hours=1)) == [("BR", 2)]
