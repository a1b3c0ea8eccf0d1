"""Which language a text is in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from limitedtimes.ingest.kindred import is_traditional, weighed
from limitedtimes.model.article import BlockKind, Mark, MarkKind
from limitedtimes.ports import Detection
from limitedtimes.rules.languages import base
from limitedtimes.rules.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.article import Block
    from limitedtimes.ports import LanguageDetector

_ENOUGH = 480  # bytes of UTF-8, a paragraph: more takes longer and changes nothing
_LONGEST = 2000  # characters that are looked at for scripts and telling words
_SURE = 0.8
_VERY_SURE = 0.95  # of languages that are taken for each other; on six lines of news no wrong answer has as much
_LIKELIEST = 12  # languages; the others share next to nothing
_FEWEST_LETTERS = 3
# Codes of the identifier's model that are a variety of, or another code for, a language that outlets write in.
_SAME = {
    "no": "nb", "in": "id", "iw": "he", "ji": "yi", "mo": "ro", "sh": "sr", "cnr": "sr", "fil": "tl",
    "wuu": "zh", "yue": "zh", "cmn": "zh", "ary": "ar", "arz": "ar", "ext": "es", "sdh": "ku", "ckb": "ku", "kmr": "ku", "uzs": "uz",
    "hbo": "he", "grc": "el", "prs": "fa", "pes": "fa", "zsm": "ms", "gom": "kok", "gug": "gn", "kik": "ki", "fuv": "ff",
}  # fmt: skip
# Varieties with next to no press: short texts in a larger language look like one of them now and then.
_RARE = frozenset("ace an bcl crh dz eo ff gcf gcr gn guw ki kab kok la lij ltg nso oc pcm sa se vec vo wa".split())
_PRIORS = dict.fromkeys(_RARE, 0.2) | {"bs": 0.5}  # Bosnian has half of Croatian's speakers
# Scripts that the press of one language alone is written in: their first and last code points.
_SCRIPTS = (
    (0x0370, 0x03FF, "el"), (0x0531, 0x058F, "hy"), (0x0780, 0x07BF, "dv"), (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"), (0x0B00, 0x0B7F, "or"), (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"), (0x0D00, 0x0D7F, "ml"), (0x0D80, 0x0DFF, "si"), (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"), (0x0F00, 0x0FFF, "bo"), (0x1000, 0x109F, "my"), (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"), (0x1780, 0x17FF, "km"), (0x1C50, 0x1C7F, "sat"), (0x1F00, 0x1FFF, "el"),
    (0x3040, 0x30FF, "ja"), (0x4E00, 0x9FFF, "han"), (0xABC0, 0xABFF, "mni"), (0xAC00, 0xD7AF, "ko"),
)  # fmt: skip
_STARTS = tuple(first for first, _, _ in _SCRIPTS)
_LETTER = re.compile(r"[^\W\d_]")
_NO_WORDS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[@#]\w+|<[^<>]{1,200}>|&#?\w{1,8};")
_PARTICLES = frozenset("的了是们們这這说說在和也")  # of Chinese
_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))
# Languages that a detector takes for each other; what the page or its outlet says decides between them.
_NEIGHBOURS = tuple(
    frozenset(group.split())
    for group in (
        "bs hr sr", "id ms jv su", "nb nn da", "es gl an ca ast", "pt gl", "cs sk", "bg mk", "hi mr ne sa bho mai",
        "tr az crh", "nl af fy", "xh zu ss nr", "tn nso st", "rw rn", "it fur lij vec sc co scn",
    )
)  # fmt: skip
# Languages that the identifier has not learnt, each with those that it takes it for.
_UNKNOWN = {
    "ast": "es", "ay": "qu", "bho": "hi", "bm": "ln ha so", "ceb": "tl", "co": "it", "cv": "ba tt", "dsb": "pl", "dz": "bo",
    "ee": "ln", "fj": "sw sn", "fur": "it", "gsw": "de lb", "haw": "st", "hsb": "pl", "ilo": "tl", "kl": "et", "mai": "ne hi",
    "mi": "sn sw", "nds": "de lb nl", "ny": "sn sw xh", "os": "ba", "pap": "es", "pnb": "ur", "rm": "it oc ca es",
    "rn": "rw", "sah": "ky", "sc": "es it pt", "scn": "it", "sd": "ur ar fa", "sm": "st", "ss": "zu xh", "su": "jv id",
    "tet": "es eu pt", "tn": "st nso", "tpi": "tl", "ts": "xh zu", "tyv": "ky", "ve": "sn", "war": "tl", "wo": "ff so",
}  # fmt: skip
# A passage in another language: shorter ones (in bytes) are names as often as not.
_PASSAGE = 80
_FOREIGN = 0.6  # the whole's probability, with kindred languages apart; each half says so, too
_GLANCE = 160  # characters that tell whether a closer look is worth its time
_SINGLE_LINES = frozenset((BlockKind.PICTURE, BlockKind.TABLE))


class Py3LangidDetector:
    """Implements the LanguageDetector port; the model (9 MB) is loaded on the first question.

    A script that one language alone is printed in is answered by itself; the others are py3langid's, with kindred
    languages parted by their words. Transliterated text (Hindi or Urdu in Latin letters) is out of its scope.
    """

    def detect(self, text: str) -> Detection | None:
        """Language and probability, varieties added up; None where there are no letters to go by."""
        sample = _NO_WORDS.sub(" ", text[:_LONGEST])
        letters = _LETTER.findall(sample)
        if len(letters) < _FEWEST_LETTERS:
            return None
        return _by_script(Counter(letters)) or self._by_frequency(sample)

    def _by_frequency(self, sample: str) -> Detection | None:
        beginning = sample.encode("utf-8", "replace")[:_ENOUGH].decode("utf-8", "ignore")
        ranked: Sequence[tuple[str, float]] = self._identifier.rank(beginning)[:_LIKELIEST]
        shares: dict[str, float] = {}
        for code, probability in ranked:
            language = _SAME.get(code, code)
            share = float(probability) * _PRIORS.get(language, 1.0)
            shares[language] = shares.get(language, 0.0) + share
        parted = weighed(shares, sample)
        best = max(parted, key=lambda language: parted[language])
        probability = parted[best] / sum(parted.values())
        return None if best == "zxx" or probability < 0.05 else Detection(best, probability)

    @cached_property
    def _identifier(self) -> LanguageIdentifier:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _by_script(letters: Counter[str]) -> Detection | None:
    """Answer for a text most of whose letters are in a script that tells its language."""
    scripts: Counter[str] = Counter()
    for letter, times in letters.items():
        scripts[_script(ord(letter))] += times
    han, kana = scripts.pop("han", 0), scripts["ja"]
    # Japanese prose has more kana than characters; headlines have fewer, Chinese texts a name now and then.
    scripts["ja" if kana * 8 >= han else "zh"] += han
    language, count = scripts.most_common(1)[0]
    # Latin names take room in texts of every script, never most of it; a character of Chinese says as much as a syllable.
    if not language or count * (3 if han else 1) < sum(scripts.values()) * 0.5:
        return None
    if language != "zh":
        return Detection(language, 1.0)
    # A Japanese headline or list of names may have no kana, but no Chinese particles either.
    surely = han >= 20 and any(one in letters for one in _PARTICLES)
    return Detection("zh-Hant" if is_traditional(letters) else "zh", 1.0 if surely else 0.55)


def _script(point: int) -> str:
    place = bisect_right(_STARTS, point) - 1
    return _SCRIPTS[place][2] if place >= 0 and point <= _SCRIPTS[place][1] else ""


def normal_code(code: str | None) -> str | None:
    """BCP 47 code as the program uses it: the language alone (``pt`` for ``pt_BR``), ``zh-Hant`` for traditional Chinese.

    None for what is not a code, or says that it is none (``und``, ``mul``, ``zxx``).
    """
    parts = re.split(r"[-_]", (code or "").strip().lower())
    language = _SAME.get(parts[0], parts[0])
    if not re.fullmatch(r"[a-z]{2,3}", language) or language in ("und", "mul", "zxx"):
        return None
    return "zh-Hant" if language == "zh" and _TRADITIONAL.intersection(parts[1:]) else language


def choose_language(detected: Detection | None, declared: str | None, outlet: str | None) -> str | None:
    """Weigh what the text looks like against what the page declares and what the outlet usually writes.

    A sure detection wins, between languages that detectors mix up a very sure one; otherwise the page's word, then the
    outlet's. A language that the detector has not learnt is believed where the text looks as such texts do.
    """
    said = [code for code in (normal_code(declared), normal_code(outlet)) if code]
    if detected is None:
        return said[0] if said else None
    for code in said:
        if base(code) == base(detected.language):
            return detected.language if "-" in detected.language else code
    for code in said:
        close = detected.probability <= _VERY_SURE and _are_neighbours(code, detected.language)
        if close or detected.language in _UNKNOWN.get(code, "").split():
            return code
    if detected.probability >= _SURE or not said:
        return detected.language
    return said[0]


def _are_neighbours(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _NEIGHBOURS)


def foreign(blocks: Sequence[Block], language: str | None, detector: LanguageDetector) -> tuple[Block, ...]:
    """Mark passages in another language than the article's; what the page itself marks stands unless the text denies it.

    Only whole blocks and whole sentences that are long and surely something else: a passage that is marked is printed as
    it is, and one too many is worse than one too few. Where two thirds of an article would be foreign, nothing is.
    """
    if language is None:
        return tuple(blocks)
    marked = tuple(_marked(block, language, detector) for block in blocks)
    if 3 * sum(map(_foreign_size, marked)) > 2 * sum(_size(block.text) for block in marked):
        return tuple(_with_marks(block, ()) for block in blocks)
    return marked


def _marked(block: Block, language: str, detector: LanguageDetector) -> Block:
    text = block.text
    said = (mark for mark in block.marks if mark.kind is MarkKind.LANGUAGE)
    kept = tuple(mark for mark in said if _believable(mark, text, language, detector))
    if kept or block.kind in _SINGLE_LINES:
        return _with_marks(block, kept)
    return _with_marks(block, tuple(_passages(text, language, detector)))


def _with_marks(block: Block, languages: tuple[Mark, ...]) -> Block:
    others = tuple(mark for mark in block.marks if mark.kind is not MarkKind.LANGUAGE)
    return replace(block, marks=(*others, *languages))


def _believable(mark: Mark, text: str, language: str, detector: LanguageDetector) -> bool:
    """Tell whether the page's word for another language may be right; templates name languages that nothing is in."""
    code = normal_code(mark.language)
    if code is None or _is_own(code, language):
        return False
    detected = detector.detect(text[slice(*mark.span)])
    return detected is None or not _is_own(detected.language, language) or base(detected.language) == base(code)


def _passages(text: str, language: str, detector: LanguageDetector) -> Iterator[Mark]:
    if _size(text) < _PASSAGE:
        return
    glance = detector.detect(text[:_GLANCE])
    if glance is None or _is_own(glance.language, language):
        return
    if whole := _other_language(text, language, detector):
        yield Mark(MarkKind.LANGUAGE, (0, len(text)), language=whole)
        return
    for sentence in segment(text, language):
        if other := _other_language(sentence.text, language, detector):
            yield Mark(MarkKind.LANGUAGE, sentence.span, language=other)


def _other_language(text: str, language: str, detector: LanguageDetector) -> str | None:
    """Return the language of a passage that is surely not in the article's: as a whole, and each half by itself."""
    if _size(text) < _PASSAGE:
        return None
    middle = text.rfind(" ", 0, len(text) // 2 + 1) + 1 or len(text) // 2
    whole, *halves = (detector.detect(part) for part in (text, text[:middle], text[middle:]))
    if whole is None or whole.probability < _FOREIGN or whole.language in _RARE or _is_own(whole.language, language):
        return None
    return whole.language if all(half and _is_own(half.language, whole.language) for half in halves) else None


def _is_own(code: str, language: str) -> bool:
    return base(code) == base(language) or _are_neighbours(base(code), base(language))


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _foreign_size(block: Block) -> int:
    return sum(_size(block.text[slice(*mark.span)]) for mark in block.marks if mark.kind is MarkKind.LANGUAGE)
