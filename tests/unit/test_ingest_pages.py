"""Real pages: read, or refused with a reason; and not worse than they were."""

from __future__ import annotations

import gzip
import json
import os
import re
from datetime import timedelta
from pathlib import Path

import pytest

from limitedtimes.bench.read import Reading, Report, readings, report, run
from limitedtimes.errors import ReadError
from limitedtimes.model.article import Block, BlockKind

SHARED = Path(os.environ.get("LIMITEDTIMES_SHARED") or Path(__file__).parents[3] / "shared")
PAGES = SHARED / "data" / "pages"

needs_pages = pytest.mark.skipif(not (PAGES / "expected.jsonl").exists(), reason="the real pages are not here")


@pytest.fixture(scope="module")
def read() -> list[Reading]:
    return list(readings(PAGES))


@pytest.mark.shared
@needs_pages
def test_every_page_is_read_or_refused_with_a_reason(read: list[Reading]) -> None:
    refused = [one.article.code for one in read if isinstance(one.article, ReadError)]
    assert len(refused) <= len(read) // 50
    assert all(refused)


@pytest.mark.shared
@needs_pages
def test_blocks_and_times_of_every_article_are_sound(read: list[Reading]) -> None:
    for one in read:
        article, name = one.article, one.wanted["id"]
        if isinstance(article, ReadError):
            continue
        shown = [block.image for block in article.blocks if block.kind is BlockKind.PICTURE]
        assert shown == list(range(len(article.pictures))), name
        for block in article.blocks:
            assert_sound(block, name)
        for moment in (article.published, article.modified):
            assert moment is None or moment.utcoffset() == timedelta(0), name


PARTED = (BlockKind.TABLE, BlockKind.QUOTE, BlockKind.EMBED)


def assert_sound(block: Block, name: str) -> None:
    assert (block.text == "") == (block.kind is BlockKind.PICTURE), name
    parts = re.split(r"[\n\t]", block.text) if block.kind in PARTED else [block.text]
    assert all(part == " ".join(part.split()) for part in parts), name
    assert (block.level in range(2, 7)) == (block.kind is BlockKind.HEADING), name
    for mark in block.marks:
        assert 0 <= mark.span[0] < mark.span[1] <= len(block.text), name
        marked = block.text[slice(*mark.span)]
        assert marked == marked.strip(), name


@pytest.mark.shared
@needs_pages
def test_reading_is_not_worse_than_it_was(read: list[Reading]) -> None:
    measured = report(read)
    # Floors just under what was measured when they were set; they only ever go up.
    assert measured["f1"] >= 0.981
    assert measured["leaking_pages"] <= 30
    assert measured["title"] >= 0.99
    assert measured["utc"] >= 0.99
    assert measured["captions"] >= 0.75
    assert measured["credits"] >= 0.70
    assert measured["images"] >= 0.87


def bench(folder: Path, title: str, paragraphs: list[str]) -> Report:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    head = '<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">'
    page = f"<html><head>{head}</head><body><article><h1>Neues Gesetz beschlossen</h1>{text}</article></body></html>"
    row = {
        "id": "one",
        "url": "https://talbote.example/1",
        "title": title,
        "language": "de",
        "published": "2024-05-03T08:00:00+00:00",
        "summary": [],
        "subheads": [],
        "paragraphs": paragraphs,
        "images": [],
    }
    (folder / "expected.jsonl").write_text(json.dumps(row) + "\n")
    (folder / "one.html.gz").write_bytes(gzip.compress(page.encode()))
    return run(folder)


PARAGRAPHS = [
    "Die Regierung hat am Freitag ein neues Gesetz über den Schutz der Wälder beschlossen, wie ein Sprecher mitteilte.",
    "Umweltverbände begrüßten den Beschluss, verlangten aber strengere Regeln für den Bau neuer Straßen im Wald.",
]


def test_bench_counts_what_is_right(tmp_path: Path) -> None:
    measured = bench(tmp_path, "Neues Gesetz beschlossen", PARAGRAPHS)
    assert (measured["pages"], measured["f1"], measured["leaking_pages"]) == (1, 1.0, 0)
    assert (measured["title"], measured["utc"], measured["images"]) == (1.0, 1.0, 1.0)
    assert 0 < measured["ms"]["median"] <= measured["ms"]["p99"]
    assert measured["peak_mb"] > 1


def test_bench_counts_what_is_wrong(tmp_path: Path) -> None:
    measured = bench(tmp_path, "Etwas anderes", [PARAGRAPHS[0]])
    assert measured["leaking_pages"] == 1
    assert 0.4 < measured["f1"] < 0.8
