from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from limitedtimes.bench.joining import examples, fit, fold, redated, topic
from limitedtimes.bench.stories import assign_ms, b_cubed, pairs, read_stream, run, shuffled
from limitedtimes.cli.grouping import group
from limitedtimes.errors import LimitedTimesError, ModelMissingError, UsageError
from limitedtimes.ports import Detection
from limitedtimes.semantics.embed import StaticEmbedder
from limitedtimes.storylines import in_english, parse_rows, profiled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from limitedtimes.ports import Translator

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROWS = [
    (
        "a",
        "en",
        "Putin says almost 5,000 died in Nagorno-Karabakh, he told the Valdai forum on Thursday. Armenia and Azerbaijan fight on.",
    ),
    (
        "b",
        "en",
        "A painter from Lyon won the Prix Talmart for her portraits of fishermen in Brittany, said the jury led by Anne Roux.",
    ),
    (
        "c",
        "pt",
        "Putin diz que quase 5.000 morreram em Nagorno-Karabakh. Armênia e Azerbaijão continuam a lutar, disse no fórum Valdai.",
    ),
]


def lines(rows: Sequence[tuple[str | int, str | None, str]], **more: object) -> str:
    return "\n".join(
        json.dumps(
            {"id": name, "language": language, "text": text, "published": (NOON + timedelta(hours=hour)).isoformat()}
            | more
        )
        for hour, (name, language, text) in enumerate(rows)
    )


class NoEngines:
    def get(self, source_language: str) -> Translator:
        message = f"No model for {source_language}."
        raise ModelMissingError(message)

    def languages(self) -> Sequence[str]:
        return ()


class Portuguese:
    def detect(self, text: str) -> Detection | None:
        return Detection("pt", 1.0) if text else None


def invoke(content: bytes, tmp_path: Path) -> list[dict[str, object]]:
    (tmp_path / "rows").write_bytes(content)
    result = CliRunner().invoke(group, ["--input", str(tmp_path / "rows")], catch_exceptions=False)
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_row_has_a_story_in_the_order_of_the_rows_and_the_translated_one_joins(tmp_path: Path) -> None:
    rows = invoke(lines(ROWS).encode(), tmp_path)
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert rows[0]["story"] == rows[2]["story"] != rows[1]["story"]


def test_ids_may_be_numbers_and_come_twice(tmp_path: Path) -> None:
    assert [row["id"] for row in invoke(lines([(7, "en", "One."), (7, "en", "Two.")]).encode(), tmp_path)] == [7, 7]


@pytest.mark.parametrize("language", ["en", "xx"])
@pytest.mark.parametrize("text", ["", " ", "\ud800 half a character", "x" * 50_000, "\0", "日本"])
def test_odd_texts_have_a_story_too(tmp_path: Path, text: str, language: str) -> None:
    assert len(invoke(lines([("a", language, text), ("b", "en", ROWS[0][2])]).encode(), tmp_path)) == 2


def test_no_rows_are_no_stories(tmp_path: Path) -> None:
    assert invoke(b"\n\n", tmp_path) == []


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        "[]",
        '{"id": "a", "text": "b"}',
        '{"id": null, "text": "b", "published": "2026-03-01T12:00:00Z"}',
        '{"id": "a", "text": 5, "published": "2026-03-01T12:00:00Z"}',
        '{"id": "a", "text": "b", "title": 5, "published": "2026-03-01T12:00:00Z"}',
        '{"id": "a", "text": "b", "language": ["en"], "published": "2026-03-01T12:00:00Z"}',
        '{"id": "a", "text": "b", "published": "yesterday"}',
        '{"id": "a", "text": "b", "published": "0001-01-01T00:00:00Z"}',
        '{"id": "a", "text": "b", "published": 5}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_row_is_named(line: str) -> None:
    with pytest.raises(LimitedTimesError, match="Line 2"):
        parse_rows([lines(ROWS[:1]), line])


def test_a_moment_without_a_zone_is_in_utc_and_one_with_a_zone_is_turned() -> None:
    template = '{{"id": "a", "text": "b", "published": "{}"}}'
    bare, zoned = parse_rows([template.format("2026-03-01T12:00:00"), template.format("2026-03-01T14:00:00+02:00")])
    assert bare.published == zoned.published == NOON


def test_without_a_model_a_row_keeps_its_language() -> None:
    rows = in_english(parse_rows(lines([ROWS[0], ("c", None, ROWS[2][2])]).split("\n")), NoEngines(), Portuguese())
    assert [(row.language, row.text) for row in rows] == [("en", ROWS[0][2]), ("pt", ROWS[2][2])]


def test_b_cubed_counts_the_articles_that_have_a_story() -> None:
    truth = {1: "a", 2: "a", 3: "b", 4: None}
    perfect = b_cubed({1: 1, 2: 1, 3: 2, 4: 2}, truth, [1, 2, 3])
    assert (perfect["b3_p"], perfect["b3_r"], perfect["b3_f1"]) == (1, 1, 1)
    assert perfect["strict_p"] == pytest.approx(5 / 6, abs=1e-4)
    lumped = b_cubed({1: 1, 2: 1, 3: 1, 4: 2}, truth, [1, 2, 3])
    assert lumped["b3_p"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3, abs=1e-4)
    apart = b_cubed({1: 1, 2: 2, 3: 3, 4: 4}, truth, [1, 2, 3])
    assert apart["b3_p"] == 1
    assert apart["b3_r"] == pytest.approx(2 / 3, abs=1e-4)


def test_pairs_are_counted_by_the_languages_of_both() -> None:
    truth: dict[int, str | None] = dict.fromkeys(range(4), "a")
    assert pairs({0: 1, 1: 1, 2: 1, 3: 2}, truth, ["en", "en", "pt", "pt"]) == {"en": 1.0, "en-pt": 0.5, "pt": 0.0}


def test_both_events_of_a_topic_are_in_one_fold() -> None:
    assert topic("13_ecb", 1) == topic("13_ecbplus", 2) == "13"
    assert {fold(str(number)) for number in range(1, 46)} == {0, 1}


def test_what_is_fitted_joins_what_belongs() -> None:
    texts = [
        "Putin spoke at Valdai of Karabakh",
        "Dockers of Rotterdam strike with FNV",
        "Lombok quake kills 14, says BNPB",
    ]
    rows = [(number, "en", f"{texts[number % 3]} {'again ' * (number // 3)}") for number in range(24)]
    profiles = profiled(parse_rows(lines(rows).split("\n")), StaticEmbedder())
    truth: dict[int, str | None] = {number: f"{number % 3}_event" for number in range(24)}
    given = examples(profiles, truth)
    join = fit(given)
    right = [(join.probability(one.evidence) >= join.cut) == one.belongs for one in given]
    assert sum(right) > 0.9 * len(right)
    assert {one.article_id for one in redated(profiles, truth, 10, 1)} == set(truth)
    assert sorted(one.article_id for one in shuffled(profiles, 1)) == sorted(truth)


def test_assigning_among_synthetic_stories_is_measured() -> None:
    assert assign_ms(20) > 0


@pytest.mark.parametrize(
    "content", [b"\x1f\x8b broken", b'{"id": 1, "text": "a", "published": "2026-03-01T12:00:00Z"}\n']
)
def test_a_stream_that_cannot_be_measured_is_wrong_use(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "stream").write_bytes(content)
    with pytest.raises(UsageError):
        read_stream(tmp_path / "stream")


@pytest.mark.shared
def test_grouping_is_as_good_as_it_ever_was(shared: Path) -> None:
    from limitedtimes import settings, wiring  # noqa: PLC0415  # only where the stream is

    engines = wiring.make_engines(settings.load())
    file = shared / "data" / "stories" / "stream.jsonl.gz"
    report = run(file, engines, wiring.make_detector(), StaticEmbedder(), live=())
    assert report["b3_f1"] >= 0.96  # held out: events that the coefficients were not fitted on
    assert report["b3_p"] >= 0.99
    assert report["strict_p"] >= 0.99
    assert report["shipped"]["b3_f1"] >= 0.965
    found = report["pairs"]
    assert abs(found["en-pt"] - (found["en"] + found["pt"]) / 2) <= 0.03
    assert max(abs(score - report["shipped"]["b3_f1"]) for score in report["shuffled"]) < 0.01
