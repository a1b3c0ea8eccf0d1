from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from limitedtimes.cli import cli
from limitedtimes.errors import LimitedTimesError, ModelMissingError, TranslationError
from limitedtimes.model.translation import Candidate, Engine
from limitedtimes.ports import Candidates, Capabilities, Detection
from limitedtimes.review import Row, own_translations, parse_rows, review_rows
from limitedtimes.settings import PREFIX

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from click.testing import Result

ENGINE = Engine("echo", "m", "0" * 64)


@dataclass
class Literal:
    """A translator that says the same again, and aligns the beginnings of two texts; it refuses some of them."""

    refuses: frozenset[str] = frozenset()
    asked: list[str] = field(default_factory=list)
    source_language: str = "pt"
    identity: Engine = ENGINE
    capabilities: Capabilities = field(default_factory=lambda: Capabilities(alignment=True, force=True))

    def translate(self, sentences: Sequence[str], alternatives: int = 0) -> list[Candidates]:
        del alternatives
        self.asked += sentences
        return [(aligned(one, one),) for one in self._accepted(sentences)]

    def force(self, pairs: Sequence[tuple[str, str]]) -> list[Candidate]:
        self._accepted([source for source, _ in pairs])
        return [aligned(source, translation) for source, translation in pairs]

    def _accepted(self, texts: Sequence[str]) -> Sequence[str]:
        if self.refuses.intersection(texts):
            message = "no"
            raise TranslationError(message)
        return texts


def aligned(source: str, translation: str) -> Candidate:
    return Candidate(translation, (((0, min(len(source), 1)), (0, min(len(translation), 1))),))


@dataclass
class Only:
    """Translators of Portuguese."""

    translator: Literal = field(default_factory=Literal)

    def get(self, source_language: str) -> Literal:
        if source_language != "pt":
            raise ModelMissingError(source_language)
        return self.translator

    def languages(self) -> list[str]:
        return ["pt"]


class FirstWord:
    """A detector that takes a text's first word for its language; "?" tells nothing."""

    def detect(self, text: str) -> Detection | None:
        word = text.split(maxsplit=1)[0] if text.split() else "?"
        return None if word == "?" else Detection(word, 1.0)


def aligned_of(*sources: str, language: str | None = None, translators: Only | None = None) -> list[tuple[str, bool]]:
    rows = [Row(source, "Something.") for source in sources]
    made = review_rows(rows, translators or Only(), FirstWord(), language)
    return [(one.row.source, one.aligned) for one in made]


# -- rows --------------------------------------------------------------------------------------------------------------


def test_rows_may_have_other_fields_and_empty_lines_between_them() -> None:
    lines = ['{"source": "a", "translation": "b", "id": 7}', "", "  \r", '{"translation": "d", "source": "c"}']
    assert parse_rows(lines) == [Row("a", "b"), Row("c", "d")]


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        '{"source": "a"',
        '{"source": "a"}',
        '{"translation": "b"}',
        '{"source": null, "translation": "b"}',
        '{"source": "a", "translation": ["b"]}',
        '["a", "b"]',
        "7",
        "[" * 100_000,
    ],
    ids=lambda line: line[:40],
)
def test_what_is_no_row_is_named_by_its_line(line: str) -> None:
    with pytest.raises(LimitedTimesError, match=r"^Line 3 is not "):
        parse_rows(['{"source": "a", "translation": "b"}', "", line])


# -- review ------------------------------------------------------------------------------------------------------------


def test_rows_come_out_in_order_whatever_their_languages() -> None:
    assert aligned_of("pt um", "de eins", "? ...", "pt dois", "pt-BR três") == [
        ("pt um", True),
        ("de eins", False),
        ("? ...", False),
        ("pt dois", True),
        ("pt-BR três", False),
    ]


def test_a_named_language_is_not_told_row_by_row() -> None:
    assert aligned_of("de eins", language="pt") == [("de eins", True)]


def test_many_rows_and_the_same_row_twice_stay_in_order() -> None:
    sources = [f"pt {n % 90}" for n in range(200)]
    assert aligned_of(*sources) == [(source, True) for source in sources]


def test_an_engine_that_aligns_nothing_is_not_asked_to() -> None:
    translators = Only(Literal(capabilities=Capabilities()))
    assert aligned_of("pt um", translators=translators) == [("pt um", False)]
    assert translators.translator.asked == ["pt um"]


def test_a_row_that_the_engine_refuses_is_judged_without_it() -> None:
    translators = Only(Literal(frozenset({"pt dois"})))
    assert aligned_of("pt um", "pt dois", "pt três", translators=translators) == [
        ("pt um", True),
        ("pt dois", False),
        ("pt três", True),
    ]


def test_a_texts_own_translation_is_made_of_its_sentences() -> None:
    engine = Literal()
    own = own_translations(engine, ["Um.  Dois.", "Um.", "12"])
    assert own["Um.  Dois."] == Candidate("Um. Dois.", (((0, 1), (0, 1)), ((5, 6), (4, 5))))
    assert own["12"] is not None
    assert own["12"].text == "12"
    assert engine.asked == ["Um.", "Dois."]


def test_a_text_with_a_sentence_that_fails_has_no_own_translation() -> None:
    own = own_translations(Literal(frozenset({"Dois."})), ["Um. Dois.", "Um."])
    assert own["Um. Dois."] is None
    assert own["Um."] is not None


# -- the command -------------------------------------------------------------------------------------------------------


def check(tmp_path: Path, text: str, *options: str) -> Result:
    file = tmp_path / "rows.jsonl"
    file.write_text(text, encoding="utf-8")
    environment = {PREFIX + "DATA_DIR": str(tmp_path)}
    return CliRunner().invoke(cli, ["check", "--input", str(file), *options], env=environment)


def test_each_row_is_printed_with_its_flags(tmp_path: Path) -> None:
    rows = [
        {
            "source": "O município tem 2.200.112 habitantes.",
            "translation": "The municipality has 2,200,12 inhabitants.",
        },
        {"source": "Bom dia.", "translation": "Good morning.", "id": 4},
    ]
    done = check(tmp_path, "\n".join(map(json.dumps, rows)), "--from", "pt")
    assert done.exit_code == 0
    bad, good = map(json.loads, done.stdout.splitlines())
    assert list(bad) == ["source", "translation", "aligned", "flags"]
    assert {flag["kind"] for flag in bad["flags"]} == {"number"}
    assert all(set(flag) == {"kind", "message", "source", "target", "repaired"} for flag in bad["flags"])
    assert (good["source"], good["translation"], good["flags"]) == ("Bom dia.", "Good morning.", [])


def test_without_a_model_what_needs_no_alignment_is_checked(tmp_path: Path) -> None:
    row = {"source": "Rund 12.500 Menschen demonstrierten.", "translation": "Around 12.5 people demonstrated."}
    done = check(tmp_path, json.dumps(row), "--from", "de")
    (printed,) = map(json.loads, done.stdout.splitlines())
    assert printed["aligned"] is False
    assert "number" in {flag["kind"] for flag in printed["flags"]}


def test_nothing_is_printed_where_a_line_is_no_row(tmp_path: Path) -> None:
    done = check(tmp_path, '{"source": "Bom dia.", "translation": "Good morning."}\n{"source": "Bom dia."}\n')
    assert (done.exit_code, done.stdout) == (1, "")
    assert str(done.exception).startswith("Line 2 is not a row")


def test_half_a_character_comes_out_as_it_went_in(tmp_path: Path) -> None:
    line = '{"source": "Bom dia.", "translation": "Good \\ud800 morning."}'
    done = check(tmp_path, line, "--from", "de")
    assert json.loads(done.stdout)["translation"] == "Good \ud800 morning."


def test_no_rows_give_no_lines(tmp_path: Path) -> None:
    done = check(tmp_path, "\n\n")
    assert (done.exit_code, done.stdout) == (0, "")
