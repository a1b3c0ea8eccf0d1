"""Every figure of a sentence with its value, in the source's language and in English. Pure."""

from __future__ import annotations

from limitedtimes.rules.numbers.compare import Pairing, all_keys, converted, hinted, imperial, likely_words
from limitedtimes.rules.numbers.figure import Figure, Kind
from limitedtimes.rules.numbers.scan import figures

__all__ = [
    "Figure",
    "Kind",
    "Pairing",
    "all_keys",
    "converted",
    "figures",
    "hinted",
    "imperial",
    "likely_words",
]
