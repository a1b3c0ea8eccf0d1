"""A language's word tables as patterns over folded text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from limitedtimes.rules.furniture.words import TABLES, Kind, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Languages that share a table: norms of one language, or so near that outlets' phrases are the same.
_SHARED = {
    **dict.fromkeys(("no", "nn"), "nb"),
    **dict.fromkeys(("hr", "sr", "bs", "me", "cnr"), "sh"),
    **dict.fromkeys(("yue", "wuu"), "zh"),
    "ms": "id",
    "in": "id",
    "iw": "he",
    "prs": "fa",
}
_UNSPACED = frozenset(("zh", "ja", "ko", "th"))  # Korean spaces its words, but glues particles to them
# Accents, points and vowel signs of Hebrew and Arabic, the Arabic stretch, joiners: outlets write them or leave them out.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u200c\u200d]")
_ONE_LETTER = str.maketrans("يىک’ʼı", "ییك''i")
_CYRILLIC = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(),
        strict=True,
    )
)
_SERBIAN = str.maketrans(_CYRILLIC | {letter.upper(): latin.capitalize() for letter, latin in _CYRILLIC.items()})
_BEFORE = {"ar": "(?:[وفبلك]?(?:ال)?)", "he": "[ובהכלמש]{0,3}"}  # particles that are written with the next word
_LETTER = r"\w\u0900-\u0dff"  # with the vowel signs of India, which `\w` leaves out
_NEVER = "(?!)"
# Names that are the same everywhere, and signs.
_EVERYWHERE: Mapping[Kind, tuple[str, ...]] = {
    Kind.LABEL: (
        "facebook",
        "twitter",
        "whatsapp",
        "telegram",
        "instagram",
        "youtube",
        "tiktok",
        "linkedin",
        "pinterest",
        "bluesky",
        "viber",
        "rss",
    ),
    Kind.OFFER: (
        "newsletter",
        "whatsapp",
        "telegram",
        "viber",
        "facebook",
        "instagram",
        "twitter",
        "tiktok",
        "youtube",
        "google news",
        "podcast",
        "push-*",
        "cookie",
        "cookies",
    ),
    Kind.RIGHTS: ("©", "ⓒ", "(c) 19*", "(c) 20*"),
    Kind.CREDIT: ("©", "ⓒ", "(c)"),
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language's outlets print around their articles. Without a table: names and signs that are the same everywhere."""

    language: str | None
    patterns: Mapping[Kind, re.Pattern[str]]

    def fold(self, text: str) -> str:
        """Text as its phrases are compared: without what some write and some leave out."""
        if self.language == "vi":
            return unicodedata.normalize("NFC", text)  # there an accent is another word
        return _folded(text.translate(_SERBIAN) if self.language == "sh" else text)

    def opens(self, kind: Kind, said: str) -> re.Match[str] | None:
        """Match a phrase that begins a folded text, signs aside."""
        return self.patterns[kind].match(_lowered(said))

    def holds(self, kind: Kind, said: str) -> re.Match[str] | None:
        """Find a phrase anywhere in a folded text."""
        return self.patterns[kind].search(_lowered(said))


@cache
def lexicon(language: str | None) -> Lexicon:
    """Patterns for a BCP 47 code."""
    code = (language or "").lower().replace("_", "-").partition("-")[0]
    code = _SHARED.get(code, code)
    known = code if code in TABLES else None
    own = phrases(known) if known else {}
    found = {kind: (*own.get(kind, ()), *_EVERYWHERE.get(kind, ())) for kind in Kind}
    built = {kind: _compiled(_FORMS[kind], found, kind, known) for kind in Kind}
    return Lexicon(known, built)


# How a kind's phrases must stand; `{0}` are the phrases, `{1}` those of WITH.
_BEGINS = r"\W*?(?:{0})"
_ANYWHERE = r"(?<!\w){2}(?:{0})"
_FORMS = dict.fromkeys(Kind, _BEGINS) | {
    Kind.LABEL: r"\W*(?:{0})(?:[\W\d]|(?:{1}))*\Z",
    Kind.INVITE: r"(?:(?:\A|[.!?:…。！？|–—•·।])\W*(?:{0}))|(?:{0})(?=\W*(?:\Z|[.!?…。！？।]))",
    Kind.OFFER: _ANYWHERE,
    Kind.ACT: _ANYWHERE,
    Kind.US: _ANYWHERE,
    Kind.PAYWALL: _ANYWHERE,
    Kind.AMENDS: _ANYWHERE,
    Kind.DATED: r"\W*?(?:\d+\W*)?(?:{0})",
    Kind.CREDIT: r"\W*?(?:{0})(?:\s*[\[(]\w{1,2}[\])])?(?:\s*[:：©ⓒ/／|=＝])?",  # "[M]" is a montage
    Kind.TAGS: r"\W*?(?:{0})\s*[:：]",
}


def _compiled(form: str, found: Mapping[Kind, tuple[str, ...]], kind: Kind, language: str | None) -> re.Pattern[str]:
    words, beside = (_either(found[one], language) for one in (kind, Kind.WITH))
    if language in _UNSPACED:
        form = form.replace(r"(?<!\w)", "")
    return re.compile(form.replace("{0}", words).replace("{1}", beside).replace("{2}", _BEFORE.get(language or "", "")))


def _either(listed: Iterable[str], language: str | None) -> str:
    """Alternatives, the longest first; those in a row that end alike share their end, which takes long to compile."""
    phrases = [_phrase(one, language) for one in sorted(set(listed), key=len, reverse=True)]
    runs = [("|".join(said for said, _ in run), end) for end, run in groupby(phrases, key=itemgetter(1))]
    return "|".join(f"(?:{said}){end}" for said, end in runs) or _NEVER


def _phrase(phrase: str, language: str | None) -> tuple[str, str]:
    """Pattern of a phrase, and of what may stand behind it."""
    folded = _lowered(phrase if language == "vi" else _folded(phrase))
    pattern = re.escape(folded).replace("…", ".{0,80}?").replace(r"\ ", r"\s+").replace(r"\*", f"[{_LETTER}]*")
    if folded.endswith((":", "：")):
        return pattern[:-1].removesuffix(r"\s+"), r"\s?[:：]"
    glued = not folded[-1].isalnum() or (language in _UNSPACED and not folded.isascii())
    return pattern, "" if glued else f"(?![{_LETTER}])"


def _lowered(folded: str) -> str:
    """Small letters, as many as there were; Greek has two for one."""
    return folded.lower().replace("ς", "σ")


def _folded(text: str) -> str:
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare).translate(_ONE_LETTER)
