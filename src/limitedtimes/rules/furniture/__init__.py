"""What on a page is not the article: rules on whole blocks, after extraction, for every language and no outlet."""

from __future__ import annotations

from limitedtimes.rules.furniture.cleaning import Cleaned, Surroundings, clean_blocks
from limitedtimes.rules.furniture.judge import begins_like_byline, is_furniture, link_share
from limitedtimes.rules.furniture.labels import is_button_label, without_button_label

__all__ = [
    "Cleaned",
    "Surroundings",
    "begins_like_byline",
    "clean_blocks",
    "is_button_label",
    "is_furniture",
    "link_share",
    "without_button_label",
]
