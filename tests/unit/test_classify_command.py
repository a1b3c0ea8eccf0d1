from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from limitedtimes.classify import Row, classify_rows, parse_rows
from limitedtimes.cli import cli
from limitedtimes.errors import LimitedTimesError
from limitedtimes.rules.edition import TOPICS
from limitedtimes.semantics.embed import StaticEmbedder
from limitedtimes.semantics.topics import TopicClassifier

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

CLASSIFIER = TopicClassifier(StaticEmbedder())
GOAL = {"id": "a", "title": "Late goal decides the final", "text": "The striker scored in stoppage time."}


# -- rows --------------------------------------------------------------------------------------------------------------


def test_rows_may_have_other_fields_and_empty_lines_between_them() -> None:
    lines = [
        '{"id": 7, "title": "a", "text": "b", "label": 3}',
        "",
        " \r",
        '{"text": "", "title": "", "id": "x", "url": "u"}',
    ]
    assert parse_rows(lines) == [Row(7, "a", "b", ""), Row("x", "", "", "u")]


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        '{"id": 1',
        '{"title": "a", "text": "b"}',
        '{"id": null, "title": "a", "text": "b"}',
        '{"id": [1], "title": "a", "text": "b"}',
        '{"id": 1, "title": "a"}',
        '{"id": 1, "title": null, "text": "b"}',
        '{"id": 1, "title": "a", "text": 5}',
        '{"id": 1, "title": "a", "text": "b", "url": 5}',
        "[]",
        "7",
        "[" * 100_000,
    ],
    ids=lambda line: line[:40],
)
def test_what_is_no_row_is_named_by_its_line(line: str) -> None:
    with pytest.raises(LimitedTimesError, match=r"^Line 3 is not "):
        parse_rows(['{"id": 1, "title": "a", "text": "b"}', "", line])


@pytest.mark.parametrize(
    ("url", "topic"),
    [
        ("https://a.example/desporto/1", "sport"),
        ("https://a.example/1", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_without_a_text_the_address_may_tell(url: str, topic: str | None) -> None:
    ((_, judged),) = classify_rows([Row(1, "", "", url)], CLASSIFIER)
    assert judged.topic == topic


def test_the_address_weighs_but_does_not_decide() -> None:
    title, text = GOAL["title"], GOAL["text"]
    rows = [Row(1, title, text, ""), Row(2, title, text, "https://a.example/desporto/1")]
    rows.append(Row(3, title, text, "https://a.example/politica/1"))
    alone, agreed, opposed = (judged for _, judged in classify_rows(rows, CLASSIFIER))
    assert {alone.topic, agreed.topic, opposed.topic} == {"sport"}
    assert (opposed.probability or 0) < (alone.probability or 0) < (agreed.probability or 0)


# -- the command -------------------------------------------------------------------------------------------------------


def classify(tmp_path: Path, text: str) -> Result:
    file = tmp_path / "rows.jsonl"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(cli, ["classify", "--input", str(file)])


def test_each_row_is_printed_in_order(tmp_path: Path) -> None:
    done = classify(tmp_path, "\n".join(map(json.dumps, [GOAL, {"id": 9, "title": "", "text": ""}, GOAL | {"id": 2}])))
    assert done.exit_code == 0, done.stderr
    first, nothing, last = map(json.loads, done.stdout.splitlines())
    assert list(first) == ["id", "topic", "probability"]
    assert first == {"id": "a", "topic": "sport", "probability": first["probability"]}
    assert 0.5 < first["probability"] <= 1
    assert nothing == {"id": 9, "topic": None, "probability": None}
    assert last == first | {"id": 2}


def test_half_a_character_and_other_languages_do_no_harm(tmp_path: Path) -> None:
    rows = [
        r'{"id": "\ud800", "title": "Tor \udfff", "text": "Der Stürmer trifft"}',
        '{"id": 1, "title": "決勝", "text": ""}',
    ]
    done = classify(tmp_path, "\n".join(rows))
    assert done.exit_code == 0, done.stderr
    assert [json.loads(line)["topic"] in {*TOPICS, None} for line in done.stdout.splitlines()] == [True, True]
    assert json.loads(done.stdout.splitlines()[0])["id"] == "\ud800"


def test_nothing_is_printed_where_a_line_is_no_row(tmp_path: Path) -> None:
    done = classify(tmp_path, json.dumps(GOAL) + '\n{"id": 1}\n')
    assert done.stdout == ""
    assert isinstance(done.exception, LimitedTimesError)
