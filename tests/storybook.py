"""Invented stories as values, for what shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from limitedtimes.model.article import ArticleState, Picture
from limitedtimes.model.edition import Listing
from limitedtimes.model.source import Source
from limitedtimes.model.story import (
    BriefItem,
    ChangeKind,
    Claim,
    Counted,
    Edition,
    Member,
    Quoted,
    Rising,
    Section,
    Story,
    StoryCard,
    StoryChange,
    Trend,
)
from newsdesk import EVENING

if TYPE_CHECKING:
    from collections.abc import Sequence

HOUR = timedelta(hours=1)
MIRANTE = Source(1, "O Mirante do Sul", "o-mirante-do-sul", "https://mirante.example", "pt", "PT")
GAZETA = Source(2, "Gazeta da Serra", "gazeta-da-serra", "https://gazeta.example", "pt", "BR")
DELTA = Source(3, "صوت الدلتا", "delta", "https://delta.example", "ar", "EG")
PHARE = Source(4, "Le Phare", "le-phare", "https://phare.example", "fr", "FR")
HAFEN = Source(5, "Der Hafenbote", "der-hafenbote", "https://hafen.example", "de", "DE")
HOURLY = (0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 0, 3, 1, 2, 4, 3, 5, 4)


def listed(number: int, source: Source, title: str, title_en: str | None, hours: float = 0, **more: Any) -> Listing:
    """An article as lists show it, ``hours`` before the evening."""
    at = EVENING - hours * HOUR
    plain = Listing(
        id=number,
        source=source,
        url=f"{source.home}/{number}",
        state=ArticleState.COMPLETE if title_en else ArticleState.UNTRANSLATED,
        reason=None,
        language=source.language,
        title=title,
        title_en=title_en,
        lead=f"{title}.",
        lead_en=f"{title_en}, as far as is known on Thursday evening." if title_en else None,
        published=at,
        first_seen=at,
        listed_at=at,
        visible_at=at,
    )
    return replace(plain, **more)


TOLL = listed(
    11,
    MIRANTE,
    "Presidente espera vários milhares de mortos",
    "President expects several thousand dead",
    3.5,
    picture=Picture("https://p.example/lectern.jpg", "O presidente.", "Foto: Rui Peixoto", width=1600, height=1000),
)
SAME_TOLL = listed(
    12, GAZETA, "Presidente conta milhares de mortos", "President counts thousands of dead in the mountains", 3
)
ARABIC = listed(
    13,
    DELTA,
    "باكو: مقتل 63 مدنيا",
    "Baku counts 63 civilians killed, says nothing of soldiers",
    1.5,
    picture=Picture("https://p.example/wheat.jpg", None, "تصوير: سامي حداد", width=1200, height=800),
)
FRENCH = listed(
    14,
    PHARE,
    "L’alliance demande aux voisins d’user de leur influence",
    "The alliance asks the neighbours to use their influence",
    0.4,
    picture=Picture("https://p.example/reef.jpg", None, None, width=1200, height=800),
)
GERMAN = listed(15, HAFEN, "Stoltenberg bittet Ankara um Mäßigung", None, 0)
MEMBERS = (
    Member(TOLL, None, None),
    Member(SAME_TOLL, "The same text as in O Mirante do Sul", 11),
    Member(ARABIC, "shares: Baku, Karabakh, Putin; 2 hours apart", None),
    Member(FRENCH, "shares: Karabakh, Ankara; 1 hour apart", None),
    Member(GERMAN, "shares: Karabakh, Ankara, Stoltenberg; 24 minutes apart", None),
)


def card(number: int, headline: Listing, **more: Any) -> StoryCard:
    """A story of one article."""
    plain = StoryCard(
        id=number,
        headline=headline,
        articles=1,
        outlets=1,
        independent=1,
        languages=(headline.language or "und",),
        countries=(headline.source.country or "",),
        first_at=headline.listed_at,
        last_at=headline.listed_at,
        topic="conflict",
    )
    return replace(plain, **more)


CARD = card(
    7,
    TOLL,
    articles=5,
    outlets=5,
    independent=4,
    languages=("pt", "ar", "fr", "de"),
    countries=("PT", "BR", "EG", "FR", "DE"),
    first_at=TOLL.listed_at,
    last_at=GERMAN.listed_at,
)
PORT = card(
    8, listed(20, GAZETA, "Porto parado há três semanas", "Port at a standstill for three weeks", 5), topic="labour"
)


def claim(listing: Listing, counted: Counted, figure: str, sentence: str, original: str, **more: Any) -> Claim:
    """A claim whose figure stands in both sentences as its digits."""
    digits = "".join(character for character in figure if character.isdigit())
    start, shown = sentence.index(figure), original.replace(".", "").replace(",", "").index(digits)
    plain = Claim(
        article_id=listing.id,
        counted=counted,
        figure=figure,
        low=float(digits),
        high=float(digits),
        unit=None,
        hedge=None,
        scope=None,
        speaker=None,
        sentence=sentence,
        span=(start, start + len(figure)),
        original=original,
        original_span=(shown, shown + len(digits) + (1 if len(digits) > 3 else 0)),
    )
    return replace(plain, **more)


PUTIN_EN = "So far there have been almost 2,000 dead on each side, Putin said in Moscow."
PUTIN = "Até agora houve quase 2.000 mortos de cada lado, disse Putin em Moscovo."
CLAIMS = (
    claim(TOLL, Counted.DEAD, "almost 2,000", PUTIN_EN, PUTIN, speaker="Putin", scope="on each side", hedge="almost"),
    claim(
        SAME_TOLL, Counted.DEAD, "almost 2,000", PUTIN_EN, PUTIN, speaker="Putin", scope="on each side", hedge="almost"
    ),
    claim(
        TOLL,
        Counted.DEAD,
        "874",
        "The authorities of the region reported that 874 soldiers had been killed.",
        "As autoridades da região informaram que 874 militares tinham morrido.",
        speaker="the authorities of the region",
        scope="soldiers",
    ),
    claim(
        ARABIC,
        Counted.DEAD,
        "63",
        "Azerbaijan counts 63 civilians killed.",
        "أذربيجان تحصي 63 قتيلا مدنيا.",
        speaker="Azerbaijan",
        scope="civilians",
    ),
    claim(
        FRENCH,
        Counted.DISPLACED,
        "some 75,000",
        "Half of the population has fled: some 75,000 people.",
        "La moitié de la population a fui : 75.000 personnes.",
        hedge="some",
        scope="people",
    ),
)
CHANGES = (
    StoryChange(EVENING - HOUR, ChangeKind.MERGE, 7, 6, (13,), "shares: Baku, Karabakh, Putin", by_owner=False),
    StoryChange(EVENING, ChangeKind.SPLIT, 7, 9, (20,), "by hand", by_owner=True),
)
STORY = Story(CARD, MEMBERS, CLAIMS, CHANGES)
TREND = Trend(CARD, HOURLY, 5.5)


def edition(others: Sequence[StoryCard] = (PORT,), **more: Any) -> Edition:
    """The front page of the evening."""
    hour = EVENING.replace(minute=0, second=0)
    plain = Edition(
        hour, CARD, tuple(others), (Section("labour", (PORT,)),), (TREND,), (Rising("Nagorno-Karabakh", 5, 0.4),)
    )
    return replace(plain, **more)


BRIEF = (
    BriefItem(
        CARD,
        (
            Quoted(TOLL, PUTIN_EN, PUTIN),
            Quoted(ARABIC, "Azerbaijan counts 63 civilians killed.", "أذربيجان تحصي 63 قتيلا مدنيا."),
        ),
    ),
    BriefItem(PORT, (Quoted(PORT.headline, "312 ships were diverted.", "312 navios foram desviados."),)),
)
