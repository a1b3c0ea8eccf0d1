"""Names in other scripts, written in Latin letters so that they can be compared with English spellings. Pure.

The letters are those that English newspapers use ("kh", "zh", "ya"); what newspapers disagree on is left to the key.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def _table(text: str) -> dict[int, str]:
    """Read ``letter=latin`` pairs; a letter alone is written as nothing."""
    pairs = (pair.partition("=") for pair in text.split())
    return {ord(letter): latin for letter, _, latin in pairs}


_CYRILLIC = _table(
    "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= "
    "э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u ј=y љ=ly њ=ny ћ=ch ђ=dj џ=dzh ѓ=gj ќ=kj ѕ=dz ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h ѝ=i"
)
# Where a letter stands for another sound than in Russian.
_CYRILLIC_OF = {
    "uk": _table("г=h и=y"),
    "be": _table("г=h"),
    "bg": _table("щ=sht ъ=a"),
    "sr": _table("х=h"),
    "mk": _table("х=h"),
}
_GREEK = _table(
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=kh ψ=ps ω=o "
    "ά=a έ=e ή=i ί=i ό=o ύ=i ώ=o ϊ=i ϋ=i ΐ=i ΰ=i"
)
_GREEK_PAIRS = dict(
    pair.split("=")
    for pair in "ου=u ού=u αι=e αί=e ει=i εί=i οι=i οί=i μπ=mp γγ=ng γκ=g γχ=nkh ντ=nt τζ=j αυ=av αύ=av ευ=ev εύ=ev".split()
)
_GREEK_PAIR = re.compile("|".join(_GREEK_PAIRS))
# At a word's start these pairs can be one sound only; inside it they are what they look like, mostly.
_GREEK_START = {"μπ": "b", "ντ": "d", "γκ": "g"}
_ARABIC = _table(
    "ا=a أ=a إ=i آ=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w "
    "ي=y ى=a ة=a ء= ئ=y ؤ=w پ=p چ=ch ژ=zh ڤ=v گ=g ک=k ی=y ے=e ہ=h ھ=h ٹ=t ڈ=d ڑ=r ں=n ۀ=h ݣ=g ـ="
)
_HEBREW = _table(
    "א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t ׳= ״="
)
_ARMENIAN = _table(
    "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s "
    "վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev"
)
_GEORGIAN = _table(
    "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts "
    "ჭ=ch ხ=kh ჯ=j ჰ=h"
)
_DEVANAGARI_CONSONANTS = _table(
    "क=k ख=kh ग=g घ=gh ङ=n च=ch छ=chh ज=j झ=jh ञ=n ट=t ठ=th ड=d ढ=dh ण=n त=t थ=th द=d ध=dh न=n प=p फ=ph ब=b भ=bh म=m य=y र=r ल=l "
    "ळ=l व=v श=sh ष=sh स=s ह=h"
)
_DEVANAGARI_VOWELS = _table(
    "अ=a आ=a इ=i ई=i उ=u ऊ=u ऋ=ri ए=e ऐ=ai ओ=o औ=au ऑ=o ऍ=e ा=a ि=i ी=i ु=u ू=u ृ=ri े=e ै=ai ो=o ौ=au ॉ=o ॅ=e ं=n ँ=n ः=h ्= ़="
)
_NUKTA = {"क़": "q", "ख़": "kh", "ग़": "gh", "ज़": "z", "ड़": "d", "ढ़": "dh", "फ़": "f"}
_VOWEL_POINTS = re.compile(r"[\u0591-\u05c7\u064b-\u065f\u0670\u200c-\u200f]")
# Abjads write consonants; what stands between them is for the reader to know.
_ABJAD = re.compile(r"[\u0590-\u06ff\u0750-\u077f]")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def is_latin(text: str) -> bool:
    """Tell whether a name is written in Latin letters."""
    return text.isascii() or all(
        ord(character) < 0x250 or 0x1E00 <= ord(character) < 0x1F00 for character in text if character.isalpha()
    )


def is_abjad(text: str) -> bool:
    """Tell whether a name is written in Arabic or Hebrew letters, mostly without vowels."""
    return bool(_ABJAD.search(text))


@lru_cache(maxsize=16_384)
def romanise(name: str, language: str) -> str:
    """Write a name in lower-case Latin letters; what no table has stays as it is (Chinese, Thai ...)."""
    text = unicodedata.normalize("NFC", name).lower()
    if is_latin(text):
        return text
    if _DEVANAGARI.search(text):
        return _devanagari(text)
    text = _VOWEL_POINTS.sub("", text)
    text = _GREEK_START.get(text[:2], text[:2]) + text[2:]
    text = _GREEK_PAIR.sub(lambda found: _GREEK_PAIRS[found.group()], text)
    text = text.replace("ու", "u")  # Armenian writes u with two letters
    return text.translate(_CYRILLIC_OF.get(language, {})).translate(_LETTERS)


_LETTERS = {**_CYRILLIC, **_GREEK, **_ARABIC, **_HEBREW, **_ARMENIAN, **_GEORGIAN}


def _devanagari(text: str) -> str:
    """Every consonant has an "a" behind it, unless a vowel sign or the end of the word stands there."""
    for letter, latin in _NUKTA.items():
        text = text.replace(unicodedata.normalize("NFC", letter), latin + "\u093c").replace(letter, latin + "\u093c")
    written = []
    for position, character in enumerate(text):
        consonant = _DEVANAGARI_CONSONANTS.get(ord(character))
        written.append(consonant or _DEVANAGARI_VOWELS.get(ord(character), character))
        following = text[position + 1 : position + 2]
        if (consonant or character == "\u093c") and following and _has_inherent_vowel(following):
            written.append("a")
    return "".join(written)


def _has_inherent_vowel(following: str) -> bool:
    return ord(following) in _DEVANAGARI_CONSONANTS or following in "\u0902\u0901\u0903"
