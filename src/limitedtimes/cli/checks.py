"""Commands that look at the program itself: doctor, bench."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command(epilog="Example: limitedtimes doctor")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a check.")
def doctor(*, as_json: bool) -> None:
    """Say what is installed, reachable, out of date or broken, and what to do about it."""
    import json
    import sys
    from dataclasses import asdict

    from limitedtimes import settings
    from limitedtimes.doctor import examine

    findings = examine(settings.load())
    for finding in findings:
        if as_json:
            click.echo(json.dumps(asdict(finding), ensure_ascii=False))
        else:
            click.echo(f"{finding.level:7} {finding.what}: {finding.text}")
    if any(finding.level == "broken" for finding in findings):
        sys.exit(1)


@click.group()
def bench() -> None:
    """The project's own measurements."""


@bench.command("pipeline", epilog="Example: limitedtimes bench pipeline --articles 200 --json")
@click.option("--articles", default=200, type=click.IntRange(1), help="Articles that the generated press holds.")
@click.option("--feeds", default=20, type=click.IntRange(1), help="Feeds that they come from.")
@click.option("--workers", default=0, type=click.IntRange(0), help="Worker processes (default: as `up`).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_pipeline(*, articles: int, feeds: int, workers: int, as_json: bool) -> None:
    """Measure the whole way of an article, over a press that is generated: 400 words and 60 KB a page, no pause."""
    from limitedtimes.bench.pipeline import run

    _print(run(articles=articles, feeds=feeds, workers=workers), as_json=as_json)


@bench.command("read", epilog="Example: limitedtimes bench read --pages ../shared/data/pages --json")
@click.option(
    "--pages",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder of pages with expected.jsonl.",
)
@click.option("--worst", type=click.IntRange(min=0), default=0, help="Also name this many pages to look at first.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_read(*, pages: Path, worst: int, as_json: bool) -> None:
    """Measure reading against hand-checked pages."""
    from limitedtimes.bench.read import run

    measured = run(pages, worst)
    for flaw in () if as_json else measured["worst"]:
        lines = [
            f"    {name}: {text}"
            for name, texts in (("leak", flaw["leaks"]), ("missing", flaw["missing"]))
            for text in texts
        ]
        click.echo("\n".join([f"{flaw['f1']:.3f} {flaw['id']}", *lines]))
    _print(measured, as_json=as_json)


@bench.command("language", epilog="Example: limitedtimes bench language --texts ../shared/data/ntrex --json")
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder of files named by language (pt.txt, por.txt), a sentence a line.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_language(*, texts: Path, as_json: bool) -> None:
    """Measure how often the language of one line, and of three, is told right."""
    from limitedtimes.bench.language import run

    _print(run(texts), as_json=as_json)


@bench.command(
    "translate", epilog="Example: limitedtimes bench translate --from pt --source por.txt --reference eng.txt --json"
)
@click.option("--from", "source_language", default="pt", help="Language of the source file.")
@click.option("--source", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--reference", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--against", type=click.Choice(["fxtranslate"]), help="Another engine, on the same sentences.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_translate(*, source_language: str, source: Path, reference: Path, against: str | None, as_json: bool) -> None:
    """Measure speed and quality of translation against a reference, and against another engine."""
    from limitedtimes.bench.translate import run

    _print(run(source_language, source, reference, against=against), as_json=as_json)


@bench.command(
    "confidence", epilog="Example: limitedtimes bench confidence --from pt --source por.txt --reference eng.txt --json"
)
@click.option("--from", "source_language", default="pt", help="Language of the source file.")
@click.option("--source", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--reference", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_confidence(*, source_language: str, source: Path, reference: Path, as_json: bool) -> None:
    """Measure the engine's confidence against a reference, and fit it anew."""
    from limitedtimes.bench.confidence import run

    _print(run(source_language, source, reference), as_json=as_json)


@bench.command(
    "guards", epilog="Example: limitedtimes bench guards --from pt --source por.txt --reference eng.txt --json"
)
@click.option("--from", "source_language", default="pt", help="Language of the source file.")
@click.option("--source", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--reference", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_guards(*, source_language: str, source: Path, reference: Path, as_json: bool) -> None:
    """Measure the guards: false alarms on good translations, faults planted in them, and the engine's own figures."""
    from limitedtimes.bench.guards import run

    _print(run(source_language, source, reference), as_json=as_json)


def _print(result: Mapping[str, object], *, as_json: bool) -> None:
    import json

    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    for name, value in result.items():
        click.echo(f"{name:22} {value}")


COMMANDS = (doctor, bench)
