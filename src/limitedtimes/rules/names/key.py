"""Comparable keys of names: one key for the spellings that newspapers of different languages give to one foreign name. Pure.

What romanisations disagree on is folded (w and v; j, y and i; sch, sh and ch; ou and u), by the rules of the language
that the name is written in. What tells people apart is not: Meyer is not Meier, Müller not Möller, Hofmann not Hoffmann.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from limitedtimes.rules.names.transliterate import is_abjad, is_latin, romanise

# From this length on, two names whose keys are the same but for hissing sounds and glides are the same by more than chance.
LONG = 7

# Sounds are written with one character: S sh, C ch, Z zh, J dzh, c ts, h kh, K a hard c that may be a k.
_GENERAL = "č=C ć=C ĉ=C š=S ś=S ŝ=S ş=S ș=S ž=Z ż=Z ź=Z ţ=c ț=c ß=ss ł=l đ=d ð=d þ=th ø=o æ=ae œ=oe ı=i ġ=g ğ=g ə=a"
_ENGLISH = "shch=SC tsch=C tch=C sch=S sh=S zh=Z kh=h dzh=J dj=J ch=C tz=c ts=c j=J ce=ce ci=ci cy=ci ck=k c=K ou=u"
_GERMAN = "schtsch=SC dsch=J tsch=C sch=S sh=S zh=Z ch=h kh=h tz=c ts=c z=c ck=k ce=ce ci=ci c=K j=y"
_SLAVIC = "shch=SC sh=S zh=Z kh=h ch=h dž=J c=c j=y"
_NORDIC = "sjtj=SC sjt=S tj=C sj=S sh=S tsh=C zj=Z zh=Z ch=C kh=h dzj=J ts=c ck=k c=K j=y"
_RULES = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "nl": "sjtsj=SC tsj=C sj=S sh=S zj=Z dzj=J ch=h kh=h ts=c tz=c oe=u ck=k c=K j=y",
    "fr": "chtch=SC tch=C ch=S sh=S dj=J kh=h ts=c tz=c gue=ge gui=gi guy=gi que=ke qui=ki ou=u ï=y ck=k ce=ce ci=ci c=K j=Z",
    "es": "sch=S sh=S ch=C kh=h gue=ge gui=gi que=ke qui=ki ts=c tz=c zh=Z ce=ce ci=ci c=K j=h",
    "pt": "tch=C ch=S sh=S kh=h gue=ge gui=gi que=ke qui=ki ts=c tz=c zh=Z dj=J ck=k ce=ce ci=ci c=K j=Z",
    "it": "sh=S ch=C kh=h zh=Z ts=c tz=c dz=J ck=k ce=ce ci=ci c=K j=y",
    "pl": "szcz=SC sz=S cz=C dż=J dz=J ch=h kh=h rz=Z sh=S zh=Z ck=ck c=c j=y",
    "hu": "scs=SC cs=C zs=Z sz=s sh=S dzs=J kh=h gy=gi ty=t ny=n ch=h c=c s=S j=y",
    "ro": "sh=S kh=h ts=c zh=Z ch=k ce=Ce ci=Ci c=K j=Z",
    "tr": "ş=S sh=S ç=C c=J kh=h ts=c j=Z",
    "sv": _NORDIC,
    "da": _NORDIC,
    "nb": _NORDIC,
    "no": _NORDIC,
    "fi": "štš=SC tš=C sh=S ts=c h=h ck=k c=K j=y",
    **dict.fromkeys(("cs", "sk", "hr", "bs", "sr", "sl", "mk", "bg", "lv", "lt", "et"), _SLAVIC),
    "ca": "tx=C x=S sh=S kh=h gue=ge gui=gi ts=c tz=c ce=ce ci=ci c=K j=Z",
}


def _compile(rules: str) -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(rule.split("=") for rule in f"{rules} {_GENERAL}".split())
    return re.compile("|".join(sorted(table, key=len, reverse=True))), table


_COMPILED = {language: _compile(rules) for language, rules in _RULES.items()}

# What every language's spelling goes through then, in this order.
_COMMON = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"w", "v"),
        (r"x", "ks"),
        (r"qu", "kv"),
        (r"q", "k"),
        (r"([CSZJ])o(v|n)$", r"\1e\2"),  # ё: Gorbatschow, Gorbachev
        (r"^y?i?[ye]e", "e"),  # Jelzin, Yeltsin, Eltsine
        (r"^[yi]([aou])", r"i\1"),
        (r"(?<=[aeou])[yi](?=ev)", ""),  # Dostojewski, Dostoevsky
        (r"(?<![aeiou])[yi]o([vn])$", r"e\1"),
        (r"(?<![aeiou])[yi]+(?=[aeou])", "i"),  # Alijew, Aliyev, Aliev
        (r"(?<=[ou])y(?![aeiou])", "i"),
        (r"(?<![aeiou])y(?![aeiou])", "i"),
        (r"[iy][iy]+", "i"),
        (r"(?<=[aeou])[iy]$", "i"),
    )
]
# What long names may differ in besides.
_LOOSE = str.maketrans({"c": "s", "z": "s", "C": "x", "S": "x", "Z": "x", "J": "x", "y": "i", "K": "k"})
_GERMAN_Z = re.compile(r"^s(?=[aeiouy])")
_POLISH_SOFT = re.compile(r"(?<![aeiou])ie")  # Miedwiediew
_FRENCH_END = re.compile(r"(?<=in)e$|(?<=[oe][vf])e$")


@lru_cache(maxsize=65_536)
def key(name: str, language: str) -> str:
    """Return what a name is found by, whichever language's newspapers spelt it; ``language`` is the text's.

    Scripts that no table romanises are their own key. Arabic and Hebrew give consonants only: their keys meet each other,
    not those of Latin spellings (see ``alike``).
    """
    strict = strict_key(name, language)
    loose = loose_key(strict)
    return loose if len(loose) >= LONG else strict


@lru_cache(maxsize=65_536)
def strict_key(name: str, language: str) -> str:
    """Return the key that still keeps s from z from ts, and y from i inside a word."""
    rules = language if is_latin(name) else "en"
    text = romanise(name, language)
    pattern, table = _COMPILED.get(rules, _COMPILED["en"])
    text = pattern.sub(lambda found: table[found.group()], text)
    text = "".join(letter for letter in unicodedata.normalize("NFD", text) if letter.isalpha())
    if rules == "de":
        text = _GERMAN_Z.sub("z", text)
    elif rules == "fr":
        text = _FRENCH_END.sub("", text)
    elif rules == "pl":
        text = _POLISH_SOFT.sub("e", text)
    for rule, replacement in _COMMON:
        text = rule.sub(replacement, text)
    return text


def loose_key(strict: str) -> str:
    """Fold a strict key further: hissing sounds, and glides."""
    return re.sub("i+", "i", strict.translate(_LOOSE))


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return a name in lower case, without diacritics and punctuation: what remains of it on a poor keyboard."""
    text = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN))
    return "".join(letter for letter in text if letter.isalnum())


_PLAIN = str.maketrans({"ß": "ss", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})


def distance(one: str, other: str, limit: int) -> int:
    """Return the number of letters to change, add, leave out or swap with a neighbour, or ``limit`` + 1 when more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def _skeleton(text: str, *, abjad: bool) -> str:
    """Return the consonants of a loose key; for abjads in the classes that Arabic and Hebrew letters tell apart."""
    consonants = _NO_CONSONANT.sub("", text)
    return _DOUBLE.sub(r"\1", consonants.translate(_ABJAD_CLASSES) if abjad else consonants)


# Arabic has no p, v and g: b stands for p, f for v, gh, j or k for g; Hebrew has one letter for b and v, for p and f.
_ABJAD_CLASSES = str.maketrans({"p": "b", "f": "b", "v": "b", "x": "s", "k": "g", "q": "g"})
_NO_CONSONANT = re.compile("[aeiouyh]")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def alike(source: str, english: str, language: str) -> bool:
    """Tell whether an English word can be how this name of the source is written: the same letters, the same key, nearly
    the same, or the same with another ending.
    """
    if is_latin(source):
        one, other = fold(source), fold(english)
        if one == other:
            return True
    left, right = loose_key(strict_key(source, language)), loose_key(strict_key(english, "en"))
    if left == right:
        return True
    if is_latin(source):
        return _near(one, other) or _near(left, right)
    abjad = is_abjad(source)
    return _near(left, right) or _same_consonants(_skeleton(left, abjad=abjad), _skeleton(right, abjad=abjad))


def _same_consonants(one: str, other: str) -> bool:
    """Tell whether the consonants are the same, but for one at the end that case endings bring (Навального)."""
    return len(other) >= 3 and other in (one, one[:-1])


def _near(one: str, other: str) -> bool:
    """Tell whether two spellings differ in no more than a letter in five, or one has a short ending more."""
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if one.startswith(other) and len(one) - len(other) <= 3:
        return True
    limit = max(len(one), len(other)) // 5
    return bool(limit) and distance(one, other, limit) <= limit
