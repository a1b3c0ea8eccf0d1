"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from limitedtimes.ports import Detection

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENOUGH = 2000  # characters; more changes nothing
_SURE = 0.8  # py3langid on three lines of news is right in 99.6 % of 47 languages
# Codes of the identifier's model that are a variety of, or another code for, a language that outlets write in.
_SAME = {
    "no": "nb", "in": "id", "iw": "he", "ji": "yi", "mo": "ro", "sh": "sr", "fil": "tl",
    "wuu": "zh", "yue": "zh", "cmn": "zh", "ary": "ar", "arz": "ar", "ext": "es", "sdh": "ku", "ckb": "ku", "uzs": "uz",
    "hbo": "he", "grc": "el", "prs": "fa", "pes": "fa", "zsm": "ms",
}  # fmt: skip
# Languages that a detector takes for each other; what the page or its outlet says decides between them.
_NEIGHBOURS = (
    frozenset(("bs", "hr", "sr", "cnr")),
    frozenset(("id", "ms", "jv")),
    frozenset(("nb", "nn", "da")),
    frozenset(("es", "gl", "an", "ca")),
    frozenset(("pt", "gl")),
    frozenset(("cs", "sk")),
    frozenset(("ru", "uk", "be", "bg", "mk")),
    frozenset(("hi", "mr", "ne", "sa")),
    frozenset(("fa", "ps", "ur", "ku")),
    frozenset(("tr", "az", "crh")),
    frozenset(("nl", "af", "fy")),
)
_LETTER = re.compile(r"[^\W\d_]")
_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))


class Py3LangidDetector:
    """Implements the LanguageDetector port; the model (9 MB) is loaded on the first question."""

    def detect(self, text: str) -> Detection | None:
        """Language and probability, varieties added up; None where there are no letters to go by."""
        if len(_LETTER.findall(text[:_ENOUGH])) < 3:
            return None
        ranked: Sequence[tuple[str, float]] = self._identifier.rank(text[:_ENOUGH])
        shares: dict[str, float] = {}
        for code, probability in ranked:
            language = _SAME.get(code, code)
            shares[language] = shares.get(language, 0.0) + float(probability)
        best = max(shares, key=lambda language: shares[language])
        return None if best == "zxx" or shares[best] < 0.05 else Detection(best, min(shares[best], 1.0))

    @cached_property
    def _identifier(self) -> LanguageIdentifier:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


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

    A sure detection wins, except between languages that detectors mix up; otherwise the page's word, then the outlet's.
    """
    said = [code for code in (normal_code(declared), normal_code(outlet)) if code]
    if detected is None:
        return said[0] if said else None
    for code in said:
        if _same_or_neighbour(code.partition("-")[0], detected.language):
            return code
    if detected.probability >= _SURE or not said:
        return detected.language
    return said[0]


def _same_or_neighbour(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in _NEIGHBOURS)
