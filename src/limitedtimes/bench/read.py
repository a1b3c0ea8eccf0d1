"""Measures reading: real pages against what a hand or a publisher's parser read from them."""

from __future__ import annotations

import gzip
import json
import re
import resource
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypedDict

from limitedtimes.errors import ReadError
from limitedtimes.ingest.dom import parse_html, visible_text
from limitedtimes.ingest.extract import read_page
from limitedtimes.ingest.language import Py3LangidDetector
from limitedtimes.ingest.pictures import picture_key
from limitedtimes.model.article import Article, BlockKind, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W_]+")  # a character where scripts have no spaces
_SAME_MOMENT = timedelta(seconds=60)
_CLEAR_LEAK = 0.2  # a block with fewer of its shingles in the expected text is not the article's


class Wanted(TypedDict):
    """A row of ``expected.jsonl``, as far as it is measured."""

    id: str
    url: str
    title: str
    language: str
    published: str
    summary: list[str]
    subheads: list[str]
    paragraphs: list[str]
    images: list[WantedImage]


class WantedImage(TypedDict):
    """A picture of a row."""

    url: str
    caption: str | None
    credits: list[str]


class Timing(TypedDict):
    """Milliseconds of one page."""

    median: float
    p99: float


class Report(TypedDict):
    """What ``bench read --json`` prints; shares are of 1, ``f1`` is the mean over pages of F1 on 4-gram shingles."""

    pages: int
    f1: float
    leaking_pages: int
    title: float
    utc: float
    captions: float
    credits: float
    images: float
    ms: Timing
    peak_mb: float


@dataclass
class _Tally:
    f1: list[float] = field(default_factory=list)
    leaking: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one page, and how long it took."""

    wanted: Wanted
    page: Page
    article: Article | ReadError
    milliseconds: float


def run(pages: Path) -> Report:
    """Read every page of a folder with ``expected.jsonl`` and ``<id>.html.gz``; one process, one core."""
    return report(readings(pages))


def readings(pages: Path) -> Iterator[Reading]:
    """Read a folder's pages in order, each with the time it took."""
    detector = Py3LangidDetector()
    detector.detect("The model is loaded before the clock starts.")
    for wanted, page in corpus(pages):
        started = time.perf_counter()
        article: Article | ReadError
        try:
            article = read_page(page, language=None, detector=detector)
        except ReadError as error:
            article = error
        yield Reading(wanted, page, article, (time.perf_counter() - started) * 1000)


def report(read: Iterable[Reading]) -> Report:
    """Compare readings with what was wanted."""
    tally = _Tally()
    for one in read:
        tally.milliseconds.append(one.milliseconds)
        article = one.article if isinstance(one.article, Article) else Article(url=one.page.url, title="")
        _count(tally, one.wanted, one.page, article)
    return _report(tally)


def corpus(pages: Path) -> Iterator[tuple[Wanted, Page]]:
    """Rows and their pages, in the file's order."""
    with (pages / "expected.jsonl").open(encoding="utf-8") as rows:
        for line in rows:
            wanted: Wanted = json.loads(line)
            body = gzip.decompress((pages / f"{wanted['id']}.html.gz").read_bytes())
            yield wanted, Page(wanted["url"], body, "text/html")


def text_f1(article: Article, wanted: Wanted) -> float:
    """F1 on 4-gram shingles, lead and text together on both sides: who calls what a lead differs."""
    got = _shingles(_texts(article))
    expected = _shingles([*wanted["summary"], *wanted["paragraphs"], *wanted["subheads"]])
    return _f1(len(got & expected), len(got), len(expected))


def leaks(article: Article, wanted: Wanted) -> list[str]:
    """Blocks that are clearly not the expected article's."""
    expected = _shingles([*wanted["summary"], *wanted["paragraphs"], *wanted["subheads"]])
    known = {"".join(_words(text)) for text in (*wanted["summary"], *wanted["paragraphs"], *wanted["subheads"])}
    everything = "".join(known)
    found = []
    for block in article.blocks:
        shingles = _shingles([block.text])
        if block.kind is BlockKind.PICTURE or not shingles or "".join(_words(block.text)) in everything:
            continue
        if len(shingles & expected) < _CLEAR_LEAK * len(shingles):
            found.append(block.text)
    return found


def title_is_right(article: Article, wanted: Wanted, page: Page) -> bool:
    """The expected headline, or the one that a reader sees: a heading of the page with the kicker apart."""
    title, whole = _folded(article.title), _folded(f"{article.kicker or ''} {article.title}")
    expected = _folded(wanted["title"])
    if expected in (title, whole):
        return True
    root = parse_html(page)
    seen = {_folded(visible_text(heading)) for heading in root.iter("h1")} if root is not None else set()
    return bool(title) and not seen.isdisjoint((title, whole))


def _count(tally: _Tally, wanted: Wanted, page: Page, article: Article) -> None:
    tally.f1.append(text_f1(article, wanted))
    tally.leaking += bool(leaks(article, wanted))
    counts = tally.counts
    counts["title"] += title_is_right(article, wanted, page)
    published = datetime.fromisoformat(wanted["published"])
    if published.tzinfo is not None:
        counts["utc_wanted"] += 1
        counts["utc"] += article.published is not None and abs(article.published - published) <= _SAME_MOMENT
    images = wanted["images"]
    captions = {_folded(picture.caption or "") for picture in article.pictures}
    credits_ = {_folded(picture.credit or "") for picture in article.pictures}
    for image in images:
        counts["captions_wanted"] += bool(image["caption"])
        counts["captions"] += bool(image["caption"]) and _folded(image["caption"] or "") in captions
        counts["credits_wanted"] += bool(image["credits"])
        counts["credits"] += bool(image["credits"]) and _folded(" ".join(image["credits"])) in credits_
    got = {picture_key(picture.url) for picture in article.pictures}
    expected = {picture_key(image["url"]) for image in images}
    counts["images_hit"] += len(got & expected)
    counts["images_got"] += len(got)
    counts["images_wanted"] += len(expected)


def _report(tally: _Tally) -> Report:
    pages, counts = len(tally.f1), tally.counts
    ordered = sorted(tally.milliseconds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Report(
        pages=pages,
        f1=round(statistics.fmean(tally.f1), 4),
        leaking_pages=tally.leaking,
        title=round(counts["title"] / pages, 4),
        utc=round(counts["utc"] / max(counts["utc_wanted"], 1), 4),
        captions=round(counts["captions"] / max(counts["captions_wanted"], 1), 4),
        credits=round(counts["credits"] / max(counts["credits_wanted"], 1), 4),
        images=round(_f1(counts["images_hit"], counts["images_got"], counts["images_wanted"]), 4),
        ms=Timing(
            median=round(statistics.median(ordered), 1), p99=round(ordered[min(pages - 1, pages * 99 // 100)], 1)
        ),
        peak_mb=round(peak, 1),
    )


def _f1(hit: int, got: int, wanted: int) -> float:
    return 2 * hit / (got + wanted) if got + wanted else 1.0


def _texts(article: Article) -> list[str]:
    return [article.lead or "", *(block.text for block in article.blocks if block.kind is not BlockKind.PICTURE)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _folded(text: str) -> str:
    return "".join(_words(text))


def _shingles(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """Four words in a row within a text; a shorter text is one shingle."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = _words(text)
        found |= {tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3))} if words else set()
    return found
