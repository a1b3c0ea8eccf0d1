from __future__ import annotations

import pytest

from limitedtimes.ingest.language import Py3LangidDetector, choose_language, normal_code
from limitedtimes.ports import Detection

DETECTOR = Py3LangidDetector()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("O governo anunciou ontem que vai aumentar os impostos sobre os combustíveis.", "pt"),
        ("Die Regierung hat gestern beschlossen, die Steuern auf Benzin zu erhöhen.", "de"),
        ("Правительство вчера объявило о повышении налогов на топливо.", "ru"),
        ("政府昨日宣布将提高燃油税，引发广泛讨论。", "zh"),
        ("Regjeringen kunngjorde i går at den vil øke avgiftene på drivstoff.", "nb"),
        ("أعلنت الحكومة أمس أنها سترفع الضرائب على الوقود.", "ar"),
    ],
)
def test_languages_are_told(text: str, language: str) -> None:
    detection = DETECTOR.detect(text)
    assert detection is not None
    assert detection.language == language
    assert 0.5 < detection.probability <= 1.0


@pytest.mark.parametrize("text", ["", "  ", "2024-05-03 12:00", "12 %", "—"])
def test_text_without_letters_gives_nothing(text: str) -> None:
    assert DETECTOR.detect(text) is None


@pytest.mark.parametrize(
    ("code", "normal"),
    [
        ("pt-BR", "pt"),
        ("pt_PT", "pt"),
        ("DE", "de"),
        ("no", "nb"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-CN", "zh"),
        ("sr-Latn", "sr"),
        ("und", None),
        ("", None),
        (None, None),
        ("x", None),
        ("german", None),
    ],
)
def test_codes_are_normal(code: str | None, normal: str | None) -> None:
    assert normal_code(code) == normal


@pytest.mark.parametrize(
    ("detected", "declared", "outlet", "chosen"),
    [
        (Detection("pt", 0.99), "en", "pt", "pt"),
        (Detection("pt", 0.99), "en", None, "pt"),
        (Detection("en", 0.4), None, "de", "de"),
        (Detection("bs", 0.95), "hr-HR", None, "hr"),
        (Detection("ms", 0.9), None, "id", "id"),
        (Detection("zh", 0.99), "zh-TW", None, "zh-Hant"),
        (Detection("zh", 0.99), None, None, "zh"),
        (Detection("sk", 0.3), None, None, "sk"),
        (None, "fr-FR", "de", "fr"),
        (None, None, "de", "de"),
        (None, None, None, None),
    ],
)
def test_language_is_weighed(
    detected: Detection | None, declared: str | None, outlet: str | None, chosen: str | None
) -> None:
    assert choose_language(detected, declared, outlet) == chosen
