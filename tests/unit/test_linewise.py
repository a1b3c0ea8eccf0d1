from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from limitedtimes.errors import ModelMissingError, TranslationError
from limitedtimes.linewise import translate_lines
from limitedtimes.model.translation import Candidate, Engine, Flag
from limitedtimes.ports import Candidates, Capabilities, Detection

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

    from limitedtimes.rules.guards.case import Case

ENGINE = Engine("echo", "m", "0" * 64)
TEXT_ONLY = Capabilities()


@dataclass
class Echo:
    """A translator that marks what it was given and refuses some of it."""

    refuses: frozenset[str] = frozenset()
    asked: list[list[str]] = field(default_factory=list)
    source_language: str = "pt"
    identity: Engine = ENGINE
    capabilities: Capabilities = TEXT_ONLY

    def translate(self, sentences: Sequence[str], alternatives: int = 0) -> list[Candidates]:
        del alternatives
        self.asked.append(list(sentences))
        if self.refuses.intersection(sentences):
            message = "no"
            raise TranslationError(message)
        return [(Candidate(f"[{one}]"),) for one in sentences]

    def force(self, pairs: Sequence[tuple[str, str]]) -> list[Candidate]:
        return [Candidate(text) for _, text in pairs]


@dataclass
class Only:
    """Translators of one language."""

    translator: Echo = field(default_factory=Echo)

    def get(self, source_language: str) -> Echo:
        if source_language != "pt":
            raise ModelMissingError(source_language)
        return self.translator

    def languages(self) -> list[str]:
        return ["pt"]


class FirstWord:
    """A detector that takes a line's first word for its language; "?" tells nothing."""

    def detect(self, text: str) -> Detection | None:
        word = text.split(maxsplit=1)[0] if text.split() else "?"
        return None if word == "?" else Detection(word, 1.0)


def lines(
    *texts: str, language: str | None = "pt", translators: Only | None = None
) -> list[tuple[str, str, str | None]]:
    made = translate_lines(texts, translators or Only(), FirstWord(), language)
    return [(line.translation, line.state, line.language) for line in made]


def test_a_line_in_a_line_out_in_order() -> None:
    assert lines("Um.", "Dois.") == [("[Um.]", "translated", "pt"), ("[Dois.]", "translated", "pt")]


def test_a_lines_sentences_are_joined_by_one_space() -> None:
    assert lines("Um.   Dois.\u2028Tres.")[0][0] == "[Um.] [Dois.] [Tres.]"


def test_what_is_empty_stays_as_it_is() -> None:
    assert [text for text, _, _ in lines("", "  ", "\t", "\r")] == ["", "  ", "\t", "\r"]


def test_numbers_are_kept_without_asking() -> None:
    translators = Only()
    assert lines("1.234", "https://a.example/", translators=translators) == [
        ("1.234", "kept", "pt"),
        ("https://a.example/", "kept", "pt"),
    ]
    assert translators.translator.asked == []


def test_the_language_is_told_line_by_line() -> None:
    assert lines("pt Um.", "de Eins.", "en One.", "? ...", language=None) == [
        ("[pt Um.]", "translated", "pt"),
        ("de Eins.", "untranslated", "de"),
        ("en One.", "kept", "en"),
        ("? ...", "kept", None),
    ]


def test_without_a_model_a_line_comes_back_as_it_is() -> None:
    assert lines("Eins.  Zwei.", language="de") == [("Eins.  Zwei.", "untranslated", "de")]


def test_a_sentence_that_fails_fails_its_line_alone() -> None:
    translators = Only(Echo(frozenset({"Dois."})))
    assert lines("Um. Dois.", "Um. Tres.", translators=translators) == [
        ("Um. Dois.", "failed", "pt"),
        ("[Um.] [Tres.]", "translated", "pt"),
    ]


def test_the_same_sentence_is_asked_once_among_the_lines_at_hand() -> None:
    translators = Only()
    assert len(lines("Um.", "Um. Dois.", "Dois.", translators=translators)) == 3
    assert translators.translator.asked == [["Um.", "Dois."]]


def test_a_thousand_lines_stay_in_order() -> None:
    texts = [f"Linha {n}." for n in range(1000)]
    assert [text for text, _, _ in lines(*texts)] == [f"[{text}]" for text in texts]


class Doubted(Echo):
    """A translator that has a second wording."""

    def translate(self, sentences: Sequence[str], alternatives: int = 0) -> list[Candidates]:
        self.asked.append(list(sentences))
        wordings = [(f"[{one}]", "right") for one in sentences]
        return [tuple(Candidate(text, None, (-0.1,)) for text in two[: alternatives + 1]) for two in wordings]


def test_alternatives_are_asked_of_sentences_in_doubt_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def doubt(case: Case) -> list[Flag]:
        return [Flag("number", "It is wrong.")] if case.text == "[Dois.]" else []

    monkeypatch.setattr("limitedtimes.rules.guards.GUARDS", (doubt,))
    monkeypatch.setattr("limitedtimes.rules.guards.REPAIRERS", ())
    translators = Only(Doubted(capabilities=Capabilities(alternatives=True)))
    assert lines("Um. Dois.", "Tres.", translators=translators)[0][0] == "[Um.] right"
    assert translators.translator.asked == [["Um.", "Dois.", "Tres."], ["Dois."]]


def test_a_line_does_not_depend_on_its_neighbours() -> None:
    alone = [lines(text) for text in ("Nawalny ri.", "Navalny chora.")]
    assert lines("Nawalny ri.", "Navalny chora.") == [one for (one,) in alone]
