"""How long English is beside another language."""

from __future__ import annotations

# Characters of English for one of the language: medians over about a thousand sentences of news, translated by people.
_EXPANSION = {
    "ar": 1.09, "az": 0.92, "bg": 0.92, "bn": 1.02, "ca": 0.87, "cs": 1.04, "da": 0.98, "de": 0.84, "el": 0.84, "es": 0.87,
    "et": 1.01, "fa": 1.02, "fi": 0.92, "fr": 0.85, "he": 1.24, "hi": 0.95, "hr": 0.97, "hu": 0.89, "hy": 0.94, "id": 0.87,
    "is": 0.95, "it": 0.85, "ja": 2.18, "ka": 0.93, "ko": 1.9, "lt": 0.95, "lv": 0.93, "ms": 0.89, "nb": 0.98, "nl": 0.86,
    "pl": 0.89, "pt": 0.89, "ro": 0.85, "ru": 0.91, "sk": 0.99, "sl": 0.98, "sq": 0.88, "sr": 0.99, "sv": 1.0, "th": 1.04,
    "tr": 0.94, "uk": 0.95, "ur": 1.0, "vi": 0.92, "zh": 2.92,
}  # fmt: skip
_SPREAD = {"pt": 1.0, "ja": 1.7, "ko": 1.7, "zh": 1.7}


def expansion(language: str) -> float:
    """Return how many characters of English one of the language gives."""
    return _EXPANSION.get(language, 0.95)


def spread(language: str) -> float:
    """Return how far lengths vary, as a multiple of how far they do for Portuguese."""
    return _SPREAD.get(language, 1.25)
