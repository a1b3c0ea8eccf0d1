"""States of articles in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState

if TYPE_CHECKING:
    from collections.abc import Mapping


def in_words(counts: Mapping[ArticleState, int]) -> str:
    """Return ``56 articles: 48 complete, 1 partial, 7 untranslated``."""
    total = sum(counts.values())
    parts = [f"{counts[state]} {state}" for state in ArticleState if counts.get(state)]
    return f"{total} articles: {', '.join(parts)}" if parts else "No articles yet."
