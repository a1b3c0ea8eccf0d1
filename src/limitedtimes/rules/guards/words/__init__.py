"""Word tables of the guards: data, one row a language, as regular expressions."""

from __future__ import annotations

import re

# Vowel signs and points that follow a letter of Hebrew, Arabic and the scripts of India: `\w` leaves them out.
_MARKS = r"\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0dff"
_UNSPACED = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})


def compiled(language: str, pattern: str) -> re.Pattern[str]:
    """Compile alternatives that stand as whole words, or anywhere where the language glues or does not space its words."""
    if language in _UNSPACED:
        return re.compile(pattern)
    return re.compile(rf"(?<![\w{_MARKS}])(?:{pattern})(?![\w{_MARKS}])", re.IGNORECASE)
