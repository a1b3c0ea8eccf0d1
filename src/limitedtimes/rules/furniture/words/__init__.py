"""What outlets print around their articles, by language: phrases, one table a language.

Written for this project from knowledge of the languages, kind by kind; nothing is copied from an outlet or from another
list. A table's line is a kind and its phrases, parted by ``|``. Case, accents and points of vowels do not count; ``*`` is any
ending of a word, ``…`` is up to eighty characters. What a kind means, and how its phrases must stand, says ``Kind``.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from limitedtimes.rules.furniture.words import (
    africa,
    eastern_asia,
    english,
    european,
    germanic,
    india,
    romance,
    slavic,
    turkic,
    western_asia,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_KIND = re.compile(r"^(\w+):\s", re.MULTILINE)

TABLES: Mapping[str, str] = {
    **english.TABLES,
    **germanic.TABLES,
    **romance.TABLES,
    **slavic.TABLES,
    **european.TABLES,
    **turkic.TABLES,
    **western_asia.TABLES,
    **india.TABLES,
    **eastern_asia.TABLES,
    **africa.TABLES,
}


class Kind(StrEnum):
    """What a phrase is, and where it must stand in a block."""

    READ_MORE = "read_more"  # begins a line that leads to another article
    LABEL = "label"  # is the whole block, but for numbers and the words of WITH
    WITH = "with"
    INVITE = "invite"  # speaks to the reader, at the beginning or the end of a sentence, about an OFFER
    OFFER = "offer"  # newsletters, apps, channels
    ACT = "act"  # subscribe, follow, click: an invitation where an OFFER and US stand beside it
    US = "us"  # the outlet about itself
    PAYWALL = "paywall"  # begins a notice, or is a quarter of it
    CONSENT = "consent"  # begins what stands where an embed, a video or a cookie banner would be
    DATED = "dated"  # begins a line with a date, a time or minutes of reading
    BY = "by"  # stands before names
    CREDIT = "credit"  # stands before a colon or slash, and whose picture it is
    THANKS = "thanks"  # stands before names of agencies and colleagues
    NOTICE = "notice"  # says where the text appeared first, that a machine wrote it, that it was updated
    AMENDS = "amends"  # of corrections, retractions and editors' notes, which are content even in a NOTICE
    RIGHTS = "rights"  # who may copy it
    TAGS = "tags"  # stands before a colon and a list
    SERVICE = "service"  # begins what an outlet says about itself and its page


@cache
def phrases(language: str) -> Mapping[Kind, tuple[str, ...]]:
    """Phrases of a language, by kind, as written in its table; none for a language without one."""
    _, *parts = _KIND.split(TABLES.get(language, ""))
    found: dict[Kind, tuple[str, ...]] = {}
    for kind, body in zip(map(Kind, parts[::2]), parts[1::2], strict=True):
        listed = (" ".join(phrase.split()) for phrase in body.split("|"))
        found[kind] = (*found.get(kind, ()), *filter(None, listed))
    return found
