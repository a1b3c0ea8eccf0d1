from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from limitedtimes.bench.topics import Report, Told, figures, run
from limitedtimes.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

ROW = {"topic": "sports", "title": "Late goal decides the final", "text": "The striker scored in stoppage time."}


def test_topics_are_folded_left_out_or_wrong() -> None:
    told = [
        Told("business", "labour", 0.9),
        Told("politics", "conflict", 0.8),
        Told("health", "crime_law", 1.0),
        Told("health", "economy", 0.7),
        Told("sports", None, 0.1),
    ]
    assert figures(told) == {"articles": 5, "left_out": 0.2, "abstained": 0.2, "accuracy": 0.5, "confident": 0.6667}


def test_nothing_has_no_figures() -> None:
    assert figures([])["accuracy"] == 0


def test_packed_and_plain_rows_are_read(tmp_path: Path) -> None:
    lines = json.dumps(ROW) + "\n\n" + json.dumps(ROW)
    plain, packed = tmp_path / "rows.jsonl", tmp_path / "rows.jsonl.gz"
    plain.write_text(lines, encoding="utf-8")
    packed.write_bytes(gzip.compress(lines.encode()))
    for file in (plain, packed):
        report = run(file)
        assert (report["articles"], report["accuracy"], report["labels"]) == (2, 1.0, {"sports": 1.0})


@pytest.mark.parametrize(
    "text", ["", "no JSON", "[]", json.dumps(ROW | {"topic": "cats"}), '{"topic": "sports", "title": ""}']
)
def test_what_cannot_be_counted_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError):
        run(file)
    file.rename(tmp_path / "rows.gz")
    with pytest.raises(UsageError):
        run(tmp_path / "rows.gz")


# -- what was reached --------------------------------------------------------------------------------------------------
# A ratchet: may be raised, never lowered, and never stand below the floors: .80 with at most .15 left out; .95 is the
# goal for the most confident 70 %.


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    return run(shared / "data" / "topics" / "masakhanews_eng_dev.jsonl.gz")


@pytest.mark.shared
def test_topics_of_news_are_told(report: Report) -> None:
    assert report["accuracy"] >= 0.88
    assert report["left_out"] <= 0.08
    assert report["confident"] >= 0.96
    assert report["abstained"] <= 0.01


@pytest.mark.shared
def test_both_halves_are_told_alike(report: Report) -> None:
    assert min(report["odd"]["accuracy"], report["even"]["accuracy"]) >= 0.875
