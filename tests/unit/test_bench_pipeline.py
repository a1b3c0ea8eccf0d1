"""The measurements themselves: what they report of a small run, and how they count."""

from __future__ import annotations

import builtins
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from limitedtimes.bench import pipeline, translate
from limitedtimes.bench.program import Group, Watch, settings_environment
from limitedtimes.engines import ENGINE
from limitedtimes.errors import LimitedTimesError, ModelMissingError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_a_small_run_reports_all_its_figures_and_leaves_no_process() -> None:
    report = pipeline.run(articles=6, feeds=3, workers=1)
    assert (report["articles"], report["workers"]) == (6, 1)
    assert report["words"] >= 6 * 400
    assert report["words_per_second"] == pytest.approx(report["words"] / report["seconds"], rel=0.05)
    assert report["articles_per_second"] == pytest.approx(6 / report["seconds"], rel=0.05)
    assert report["stages"].keys() == {"poll", "read", "translate", "press"}
    assert all(report["stages"].values())
    assert report["peak_mb"].keys() == {"supervisor", "web", "worker", "database"}
    # An interpreter with this program in it, and a server with its buffers, are never smaller.
    assert all(peak > 20 for peak in report["peak_mb"].values())
    assert report["cpu_seconds"]["worker"] > report["cpu_seconds"]["web"]
    json.dumps(report)
    commands = [process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"])]
    assert not [command for command in commands if "--articles=6" in command]


def test_shares_come_from_the_stages_own_lines_only() -> None:
    lines = [
        '{"event": "stage", "stage": "read", "key": "1", "seconds": 1.0}',
        '{"event": "stage", "stage": "read", "key": "2", "seconds": 2.0}',
        '{"event": "stage", "stage": "translate", "key": "pt", "seconds": 9.0}',
        '{"event": "a process ended and is started again", "seconds": 5.0}',
        "The Limited Times is at http://127.0.0.1:8450/",
        "17",
        '{"event": "stage", "sta',
    ]
    assert pipeline.shares(lines) == {"poll": 0.0, "read": 0.25, "translate": 0.75, "press": 0.0}


def test_without_a_line_no_stage_has_a_share() -> None:
    assert set(pipeline.shares([]).values()) == {0.0}


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Group]:
    """A process with a child that is called like a worker and takes 64 MB, and gives it back."""
    child = "import sys, time; b = bytearray(64 << 20); del b; print(flush=True); sys.stdin.read()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}, 'worker'])"
    with psutil.Popen(
        [sys.executable, "-c", parent], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as supervisor:
        yield Group(supervisor, tmp_path, 0, tmp_path / "log")
        supervisor.communicate("")


def test_the_watch_tells_roles_apart_by_their_commands(family: Group) -> None:
    family.supervisor.stdout.readline()
    with Watch(family) as watch:
        while not watch.peak_mb:
            pass
    assert watch.peak_mb["worker"] > 0
    assert watch.peak_mb["supervisor"] > 0
    assert (watch.peak_mb["web"], watch.peak_mb["database"]) == (0, 0)
    assert [process.ppid() for process in family.processes("worker")] == [family.supervisor.pid]
    assert family.processes("web") == []


def test_commands_get_the_settings_named_and_none_of_the_owners(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIMITEDTIMES_DATABASE_URL", "postgresql://news.example/owners")
    monkeypatch.setenv("LIMITEDTIMES_MODELS_DIR", "/models")
    environment = settings_environment(tmp_path, {"WORKERS": "3"})
    ours = {name: value for name, value in environment.items() if name.startswith("LIMITEDTIMES_")}
    assert ours == {
        "LIMITEDTIMES_DATA_DIR": str(tmp_path),
        "LIMITEDTIMES_MODELS_DIR": "/models",
        "LIMITEDTIMES_WORKERS": "3",
    }
    assert environment["PATH"] == os.environ["PATH"]


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    source, reference = tmp_path / "por.txt", tmp_path / "eng.txt"
    source.write_text("Bom dia a todos.\n\nA ponte reabriu ao trânsito esta manhã.\n", encoding="utf-8")
    reference.write_text("Good morning everyone.\n\nThe bridge reopened to traffic this morning.\n", encoding="utf-8")
    return source, reference


def test_translation_is_measured_line_by_line(texts: tuple[Path, Path]) -> None:
    report = translate.run("pt", *texts)
    assert report["words"] == 11
    assert 0 < report["bleu"] <= 100
    assert 50 < report["chrf"] <= 100
    assert report["words_per_second"] > 0
    assert report["words_per_cpu_second"] > 0
    assert report["peak_mb"] > 20
    assert report["engine"] == ENGINE


def test_another_engine_gets_the_same_sentences(texts: tuple[Path, Path]) -> None:
    report = translate.run("pt", *texts, against="fxtranslate")
    other = report["against"]
    assert other
    assert other["words"] == report["words"]
    assert other["words_per_cpu_second"] > 0
    assert 0 < other["bleu"] <= 100
    assert report["ratio"]


def test_files_that_do_not_match_are_refused(texts: tuple[Path, Path]) -> None:
    source, reference = texts
    reference.write_text("Good morning everyone.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="3 lines and"):
        translate.run("pt", source, reference)


def test_a_language_without_a_model_is_not_measured(texts: tuple[Path, Path]) -> None:
    with pytest.raises(ModelMissingError):
        translate.run("xx", *texts)


def test_without_sacrebleu_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("sacrebleu"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(LimitedTimesError, match="make install"):
        translate.scores(["Hello."], ["Hello."])


def test_identical_texts_have_the_highest_scores() -> None:
    text = "The bridge reopened to traffic this morning."
    bleu, chrf, signature = translate.scores([text], [text])
    assert (bleu, chrf) == (100.0, 100.0)
    assert "tok:13a" in signature
