"""Words that readers may type in another spelling than an article has them: which to remember, and by what to find them. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from limitedtimes.rules.names import find
from limitedtimes.rules.names.key import key
from limitedtimes.rules.names.transliterate import is_latin
from limitedtimes.rules.snippets import UNSPACED_RUN

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_NAME = 4  # letters of a key: shorter names sound like too many others
SHORTEST_WORD = 5  # letters of a word whose forms are looked for
LONGEST_WORD = 40
# In whose spelling a reader may type a name. Rules of other languages give the same keys.
_LATIN = ("en", "de", "nl", "fr", "es", "pt", "it", "pl", "hu", "ro", "tr", "sv", "cs")
_OTHERS = ("ru", "uk", "bg", "sr")
_PARTS = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'’][^\W\d_]+)*")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_ENDING = re.compile(r"[aeiouy]$")


def names(text: str, language: str) -> dict[str, str]:
    """Return the capitalised words within the sentences of a text, with the key of each; ``language`` is the text's."""
    found: dict[str, str] = {}
    for line in text.split("\n"):
        for name in find.names(line):
            if name.opening or len(name.text) > LONGEST_WORD or (language == "en" and find.is_common(name)):
                continue
            if name.text not in found and len(code := key(name.text, language)) >= SHORTEST_NAME:
                found[name.text] = code
    return found


def inflected(text: str) -> set[str]:
    """Return the words of a text that are long enough to have forms."""
    return {
        word.text
        for line in text.split("\n")
        for word in find.words(line)
        if SHORTEST_WORD <= len(word.text) <= LONGEST_WORD and not UNSPACED_RUN.match(word.text)
    }


def parts(term: str) -> list[str]:
    """Cut what was typed as one word at its hyphens; empty where it is more, or less, than a word."""
    return _HYPHEN.split(term) if _PARTS.fullmatch(term) else []


def keys(word: str) -> set[str]:
    """Return the keys under which a typed name may be known, whichever language's spelling it is."""
    if UNSPACED_RUN.match(word):
        return {key(word, "und")}
    found = {key(word, language) for language in (_LATIN if is_latin(word) else _OTHERS)}
    return {code for code in found | set(_without_ending(found, word)) if len(code) >= SHORTEST_NAME}


def _without_ending(found: set[str], word: str) -> Iterator[str]:
    """In Cyrillic and its like names are declined: what is typed as a genitive may be known as a nominative."""
    if not is_latin(word):
        yield from (code[:-1] for code in found if len(code) > SHORTEST_WORD and _ENDING.search(code))
