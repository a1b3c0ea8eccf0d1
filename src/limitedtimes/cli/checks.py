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


@bench.command(
    "topics",
    epilog="Example: limitedtimes bench topics --rows ../shared/data/topics/masakhanews_eng_dev.jsonl.gz --json",
)
@click.option(
    "--rows",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="File of articles with their topics, JSON lines, packed with gzip or not.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_topics(*, rows: Path, as_json: bool) -> None:
    """Measure how often the topic of an article is told right."""
    from limitedtimes.bench.topics import run

    _print(run(rows), as_json=as_json)


@bench.command(
    "claims", epilog="Example: limitedtimes bench claims --stream ../shared/data/stories/stream.jsonl.gz --json"
)
@click.option(
    "--stream",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File of the stream of news that 91 of the 150 sentences are from (default: the sample press alone).",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_claims(*, stream: Path | None, as_json: bool) -> None:
    """Measure how right it is who says how many: 150 sentences annotated by hand, 50 of them set aside."""
    from limitedtimes.bench.claims import run
    from limitedtimes.demo.press.content import load_press

    press = {f"{one.outlet.slug}/{one.slug}": one.article for one in load_press().corrected().articles}
    _print(run(press, stream), as_json=as_json)


# The same stream serves three measurements: rows with "id", "text", "language", "published" and "story".
_stream = click.option(
    "--input",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("../shared/data/stories/stream.jsonl.gz"),
    show_default=True,
    help="File of rows with their stories, JSON lines, `.gz` too.",
)


@bench.command(
    "group", epilog="Example: limitedtimes bench group --input ../shared/data/stories/stream.jsonl.gz --json"
)
@_stream
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_group(*, file: Path, as_json: bool) -> None:
    """Measure grouping on a stream with known stories: how well (also on events that it was not fitted on), how fast."""
    from limitedtimes import settings, wiring
    from limitedtimes.bench.stories import run

    translators = wiring.make_engines(settings.load())
    _print(run(file, translators, wiring.make_detector(), wiring.make_embedder()), as_json=as_json)


@bench.command(
    "copies", epilog="Example: limitedtimes bench copies --input ../shared/data/stories/stream.jsonl.gz --json"
)
@_stream
@click.option("--seed", type=int, default=1, show_default=True, help="Another number edits other words.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_copies(*, file: Path, seed: int, as_json: bool) -> None:
    """Measure how many copies of a text are found, cut and edited, and how many other articles are taken for copies."""
    from limitedtimes.bench.copies import run

    _print(run(file, seed=seed), as_json=as_json)


@bench.command(
    "related", epilog="Example: limitedtimes bench related --input ../shared/data/stories/stream.jsonl.gz --json"
)
@_stream
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_related(*, file: Path, as_json: bool) -> None:
    """Measure how often what is offered beside an article first is of the same event."""
    from limitedtimes import settings, wiring
    from limitedtimes.bench.related import run

    translators = wiring.make_engines(settings.load())
    _print(run(file, translators, wiring.make_detector(), wiring.make_embedder()), as_json=as_json)


@bench.command("search", epilog="Example: limitedtimes bench search --articles 50000 --json")
@click.option("--articles", default=20_000, type=click.IntRange(40), help="Articles of the made-up archive.")
@click.option("--queries", default=200, type=click.IntRange(1), help="Questions of each kind.")
@click.option(
    "--database", help="Conninfo of an empty database, where the archive stays (default: a server of its own)."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench_search(*, articles: int, queries: int, database: str | None, as_json: bool) -> None:
    """Measure searches and pages over a large made-up archive: years, 40 languages, 500 outlets."""
    from limitedtimes.bench.search import run

    measured = run(articles=articles, database_url=database, asked=queries)
    if as_json:
        _print(measured, as_json=True)
        return
    for kind, times in (*measured["queries"].items(), *measured["pages"].items()):
        click.echo(f"{kind:34} p50 {times['p50']:8.2f}  p95 {times['p95']:8.2f}  p99 {times['p99']:8.2f} ms")


def _print(result: Mapping[str, object], *, as_json: bool) -> None:
    import json

    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False))
        return
    for name, value in result.items():
        click.echo(f"{name:22} {value}")


COMMANDS = (doctor, bench)
