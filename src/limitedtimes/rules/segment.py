"""Texts into sentences, losslessly: a text is exactly its sentences and the white space around them.

sentencex proposes boundaries (it knows abbreviations in many languages); the rules here take back those that a reader
would not make. A wrong cut becomes a wrong translation, a missed one only a longer sentence, so doubt means no cut.
"""

from __future__ import annotations

import re
from functools import lru_cache

import sentencex

from limitedtimes.model.translation import Sentence

# Terminators that end a sentence without a space behind them.
_FULL_WIDTH = frozenset("。！？｡︒")
_TERMINATORS = frozenset(".!?…؟۔।॥։።፧᙮។၊။!?‼⁇⁈⁉") | _FULL_WIDTH
_CLOSERS = frozenset("\"'”’»›」』）)]}】〉》“‘«‹")
# Languages written without full stops: broken at spaces, where a line of text would be.
_UNSTOPPED = frozenset({"th", "lo", "km", "my"})
_UNSTOPPED_LENGTH = 120  # code points; about a long sentence's worth of Thai

# Abbreviations that stand before a name or a number, so that a capital behind them starts no sentence. Lower case,
# without the full stop. Titles, streets, saints, institutions; one set serves all languages: a clash costs a longer
# sentence only.
_BEFORE_NAMES = frozenset(
    """
    sr sra srs sras srta dr dra drs dras prof profa profs eng arq exmo exma d dom fr frei pe rev st sto sta ste mr mrs ms
    gen col cel maj cap capt ten tte sgt adm alm brig min dep sen gov pres av r pç pca trav tv est rod bl ap apt no nº n num
    art arts al par fig figs cf cfr ed eds vol vols cap caps p pp pag pág págs op cit ex vs v ca tel fax ref
    hr fr frl herr dipl ing mag prim univ doz rr str pl bzw z u a o evtl ggf inkl exkl lt nr abs ziff bsp ca geb gest
    mme mlle m mgr me mm bd rte sig sigg sig.ra dott dott.ssa avv on geom rag ing arch cav comm mons
    sres dña dna pdte dpto dto c/ av avda pza ctra
    dhr mevr mw mej ir drs jhr dhrn ds kol burg
    ks bp abp red gen inż mgr hab dyr pkt ul al pl os
    ing mudr judr phdr mgr bc sv gen plk
    г гг ул пр пл д им акад проф т тов стр рис см ст св о
    """.split()
)
# 「そうです。」と言った: a quotation that the sentence goes on after.
_JAPANESE_PARTICLES = frozenset("とをはがのにもでっへや")
# A full stop behind a number makes it an ordinal in these languages ("am 22. Oktober"), also before a capital.
_ORDINAL_STOP = frozenset(
    {
        "de",
        "lb",
        "da",
        "nb",
        "no",
        "nn",
        "fi",
        "et",
        "cs",
        "sk",
        "sl",
        "hr",
        "bs",
        "sr",
        "hu",
        "pl",
        "tr",
        "is",
        "lv",
        "fo",
    }
)
_LAST_WORD = re.compile(r"([^\s.(\[«„“\"'’]*(?:\.[^\s.]+)*)\.$")
_NUMBER = re.compile(r"\d{1,2}")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PART = re.compile(r"[^\n\t]+")
_SIGHT = 200  # code points around a boundary


def segment(text: str, language: str | None) -> tuple[Sentence, ...]:
    """Split a text (a block, a title) into sentences with their spans; no sentence is empty or has outer white space.

    Line breaks and tabs end a sentence: they part the cells of a table, and a quote from who said it.
    """
    sentences: list[Sentence] = []
    for part in _PART.finditer(text):
        sentences += _sentences(part.group(), part.start(), language)
    return tuple(sentences)


def _sentences(text: str, offset: int, language: str | None) -> list[Sentence]:
    ends = [end for end in _proposed(text, _code(language)) if _stands(text, end, language)]
    if _code(language) in _UNSTOPPED:
        ends = _by_length(text, ends)
    sentences = []
    start = 0
    for end in [*ends, len(text)]:
        stripped = text[start:end].strip()
        if stripped:
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            sentences.append(Sentence(stripped, (offset + begin, offset + begin + len(stripped))))
        start = end
    return sentences


def _code(language: str | None) -> str:
    return (language or "en").split("-", 1)[0].lower()


def _proposed(text: str, code: str) -> list[int]:
    if not text.strip():
        return []
    ends = []
    position = 0
    for piece in _segments(code, text):
        # sentencex keeps every character, so pieces add up to the text; `find` would be fooled by repeated sentences.
        position += len(piece)
        ends.append(position)
    return ends[:-1] if ends and ends[-1] == len(text) else []


@lru_cache(maxsize=64)
def _segments(code: str, text: str) -> tuple[str, ...]:
    # sentencex takes no lone surrogates, which stand for bytes that were no text.
    return tuple(sentencex.segment(code, _SURROGATE.sub("\ufffd", text)))


def _stands(text: str, end: int, language: str | None) -> bool:
    """Tell whether a proposed boundary is one that a reader would make."""
    # What decides stands near: looking at all of a long text for each of its sentences would take minutes.
    start = max(0, end - _SIGHT)
    before, after = text[start:end].rstrip(), text[end : end + _SIGHT].lstrip()
    bare = before.rstrip("".join(_CLOSERS))
    if not bare or not after:
        return False
    if bare[-1] in _FULL_WIDTH:
        return bare == before or after[0] not in _JAPANESE_PARTICLES
    if bare[-1] not in _TERMINATORS:
        return "\n" in text[start + len(before) : end]
    # "5.º", "example.org": nothing ends without a space behind it.
    glued = start + len(before) == end and not text[end].isspace()
    return not (glued or _goes_on(after) or (before == bare and _abbreviated(bare, after, language)))


def _goes_on(after: str) -> bool:
    """Tell whether what follows is the same sentence: '"Não sei!", disse ele', "out. de 2020", "amanhã? — perguntou ela"."""
    opening = after[1:].lstrip()[:1] if after[0] in "—–-" else after[0]
    return opening.islower() or after[0] in ",;:)"


def _abbreviated(before: str, after: str, language: str | None) -> bool:
    """Tell whether a full stop belongs to an abbreviation, an initial or an ordinal, not to a sentence."""
    match = _LAST_WORD.search(before)
    word = match.group(1) if match else ""
    parts = word.split(".")
    if "-" in word and all(len(part.strip("-")) == 1 for part in parts):
        return True  # "J.-P. Martin"
    if len(parts) == 1:
        initial = len(word) == 1 and word.isupper()  # "S. João", "J. K. Rowling"
        ordinal = _code(language) in _ORDINAL_STOP and _NUMBER.fullmatch(word) is not None
        return initial or ordinal or word.lower() in _BEFORE_NAMES
    if all(len(part) == 1 for part in parts):  # "U.S. Army", "a.m. Depois"
        return not after[0].isupper() or (parts[-1].isupper() and _looks_like_name(after))
    return word.lower() in _BEFORE_NAMES


def _looks_like_name(after: str) -> bool:
    """Tell whether two capitalised words follow, as behind "U.S." in "U.S. Steel Corporation"."""
    words = after.split(maxsplit=2)[:2]
    return len(words) == 2 and all(word[0].isupper() for word in words)


def _by_length(text: str, ends: list[int]) -> list[int]:
    """Add boundaries at spaces wherever a piece would run far beyond a sentence's length."""
    added = []
    start = 0
    for end in [*ends, len(text)]:
        while end - start > _UNSTOPPED_LENGTH * 1.5:
            space = text.rfind(" ", start, start + _UNSTOPPED_LENGTH)
            if space <= start:
                space = text.find(" ", start + _UNSTOPPED_LENGTH, end)
            if space < 0:
                break
            added.append(space + 1)
            start = space + 1
        start = end
    return sorted({*ends, *added})
