from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from limitedtimes.bench.language import Report, run
from limitedtimes.errors import UsageError
from limitedtimes.ingest.language import Py3LangidDetector, foreign
from limitedtimes.model.article import Block, BlockKind, MarkKind

if TYPE_CHECKING:
    from pathlib import Path


def test_lines_are_counted_by_language_and_answer(tmp_path: Path) -> None:
    german = "Die Regierung hat beschlossen, die Steuern zu erhöhen.\n"
    (tmp_path / "deu.txt").write_text(german * 3 + "\n" + german, encoding="utf-8")
    (tmp_path / "por-BR.txt").write_text("O governo decidiu aumentar os impostos.\n" + german, encoding="utf-8")
    (tmp_path / "documents.txt").write_text("a.1\n", encoding="utf-8")
    report = run(tmp_path)
    one, three = report["figures"]
    assert report["languages"] == 2
    assert (one["texts"], one["right"], one["files"], one["confusions"]) == (
        6,
        round(5 / 6, 4),
        {"por-BR": 0.5},
        [("pt", "de", 1)],
    )
    assert (three["lines"], three["texts"]) == (3, 3)


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="named like a language"):
        run(tmp_path)


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    return run(shared / "data" / "ntrex")


@pytest.mark.shared
def test_news_in_forty_seven_languages_is_told_apart(report: Report) -> None:
    one, three = report["figures"]
    assert report["languages"] >= 47
    assert one["right"] >= 0.991
    assert three["right"] >= 0.998
    assert min(one["files"].values()) >= 0.85
    assert min(three["files"].values()) >= 0.94


@pytest.mark.shared
def test_foreign_paragraphs_are_found_and_an_articles_own_are_not(shared: Path) -> None:
    texts = {
        code: [line for line in (shared / "data" / "ntrex" / f"{name}.txt").read_text("utf-8").split("\n") if line]
        for code, name in {
            "pt": "por",
            "de": "deu",
            "ru": "rus",
            "tr": "tur",
            "ar": "arb",
            "zh": "zho-CN",
            "ja": "jpn",
        }.items()
    }
    detector = Py3LangidDetector()
    alarms = found = tried = 0
    for code, lines in texts.items():
        for other, others in texts.items():
            if other == code:
                continue
            for start in range(0, 200, 10):
                own = lines[start : start + 5]
                quote = " ".join(others[start : start + 3])
                blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*own[:2], quote, *own[2:])]
                marked = [
                    any(mark.kind is MarkKind.LANGUAGE for mark in one.marks) for one in foreign(blocks, code, detector)
                ]
                found += marked[2]
                alarms += sum(marked) - marked[2]
                tried += 1
    assert alarms <= 0.001 * 5 * tried
    assert found >= 0.95 * tried
