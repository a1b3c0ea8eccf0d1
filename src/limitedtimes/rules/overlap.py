"""How much two short English texts say the same: by the words that carry meaning. Pure."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import log, sqrt

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
# English words that say nothing of what a text is about.
_EMPTY = frozenset(
    """
    a about above according after again against all almost already also although am among an and another any are as at back be
    became because been before being below between both but by came can cannot could did do does doing done down during each
    either else even ever every few for from further get go going got had has have having he her here hers herself him himself
    his how however i if in into is it its itself just last later least less like made make many may me might more most much
    must my myself never new next no nor not now of off on once one only or other others our out over own part per put said
    same say says see set she should since so some still such take than that the their theirs them themselves then there these
    they this those though through time to today told too took toward towards under until up upon us very via was way we well
    went were what when where whether which while who whom whose why will with within without would year years yet you your
    """.split()
)


@lru_cache(maxsize=4_096)
def content_words(text: str) -> Counter[str]:
    """Count the words of an English text that carry meaning, in lower case and the singular. Not to be changed."""
    found = (word.group().lower().replace("’", "'").removesuffix("'s") for word in _WORD.finditer(text))
    return Counter(_singular(word) for word in found if word not in _EMPTY)


def _singular(word: str) -> str:
    """Take the plural's ending off (the S-stemmer: Harman, "How effective is suffixing?", 1991)."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    return word[:-1]


def cosine(one: Counter[str], other: Counter[str]) -> float:
    """Return the cosine of two counts of words, each damped by its logarithm: 0 (nothing shared) to 1 (the same words)."""
    shared = sum((1 + log(count)) * (1 + log(other[word])) for word, count in one.items() if word in other)
    return shared / (_length(one) * _length(other)) if shared else 0.0


def _length(words: Counter[str]) -> float:
    return sqrt(sum((1 + log(count)) ** 2 for count in words.values()))


def contained(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of the words of ``one`` that ``other`` has: 0 to 1; 0 where there are none."""
    return sum(word in other for word in one) / len(one) if one else 0.0
