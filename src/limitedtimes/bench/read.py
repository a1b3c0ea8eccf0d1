"""Measures reading: real pages against what a hand or a publisher's parser read from them.

Pages are read as a worker reads them: in a process that may be killed, one page at a time. The text that counts is headings,
paragraphs, quotes and list items, the lead once. A clear leak is a block of five words or more that shares less than a fifth
of its shingles with the expected text. Addresses of pictures are compared without sizes.
"""

from __future__ import annotations

import asyncio
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
from typing import TYPE_CHECKING, NotRequired, TypedDict

from limitedtimes.errors import ReadError
from limitedtimes.ingest.apart import ChildReader
from limitedtimes.ingest.dom import parse_html, visible_text
from limitedtimes.ingest.page.pictures import picture_key
from limitedtimes.model.article import Article, Block, BlockKind, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W_]+")  # a character where scripts have no spaces
_TEXT = frozenset((BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM))
_SAME_MOMENT = timedelta(seconds=60)
_SHINGLE = 4  # words
_CLEAR_LEAK = 0.2  # a block with fewer of its shingles in the expected text is not the article's
_LEAK_WORDS = 5  # in a block that can be a clear leak
_SITE = 30  # characters that a site's name behind a headline has at most
_WARM_UP = Page(
    "https://warm.example/up", b"<html><body><h1>Up</h1><p>" + b"The reader starts. " * 20 + b"</p></body></html>"
)


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
    is_cover: NotRequired[bool]


class Timing(TypedDict):
    """Milliseconds of one page."""

    median: float
    p99: float


class Refusal(TypedDict):
    """A page that was not read, and why."""

    id: str
    code: str
    message: str


class Flaw(TypedDict):
    """What to look at first: a page's F1, its clear leaks, and the expected paragraphs that are missing."""

    id: str
    f1: float
    leaks: list[str]
    missing: list[str]


class Scores(TypedDict):
    """Measures of some pages; shares are of 1, ``f1`` is the mean over pages of F1 on 4-gram shingles.

    ``leaking`` is the share of pages with a clear leak, ``main_picture`` that of pages whose first picture is the expected
    main one, of those that should have one. Captions and credits are shares of all expected ones.
    """

    pages: int
    f1: float
    leaking_pages: int
    leaking: float
    title: float
    utc: float
    captions: float
    credits: float
    images: float
    main_picture: float


class Report(Scores):
    """What ``bench read --json`` prints: all pages, then the first, third, fifth, ... and the others apart.

    Rules are written on odd rows; what even rows give is nearer to what other pages will. ``ms`` is wall time with the size
    cap and the way to the reading process and back; ``peak_mb`` is that process's.
    """

    ms: Timing
    peak_mb: float
    refused: list[Refusal]
    odd: Scores
    even: Scores
    worst: list[Flaw]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one page, and how long it took."""

    wanted: Wanted
    page: Page
    article: Article | ReadError
    milliseconds: float

    @property
    def shown(self) -> Article:
        """The article, an empty one where the page was refused."""
        return self.article if isinstance(self.article, Article) else Article(url=self.page.url, title="")


@dataclass
class _Tally:
    f1: list[float] = field(default_factory=list)
    leaking: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def share(self, name: str) -> float:
        return round(self.counts[name] / max(self.counts[f"{name}_wanted"], 1), 4)


def run(pages: Path, worst: int = 0) -> Report:
    """Read every page of a folder with ``expected.jsonl`` and ``<id>.html.gz``; name the ``worst`` pages, where asked."""
    return report(readings(pages), worst)


def readings(pages: Path) -> list[Reading]:
    """Read a folder's pages in order, each with the time it took."""
    return asyncio.run(_read(pages))


async def _read(pages: Path) -> list[Reading]:
    async with ChildReader() as reader:
        await _timed(reader, _WARM_UP)
        return [Reading(wanted, page, *await _timed(reader, page)) for wanted, page in corpus(pages)]


async def _timed(reader: ChildReader, page: Page) -> tuple[Article | ReadError, float]:
    started = time.perf_counter()
    article: Article | ReadError
    try:
        article = await reader.read(page, language=None)
    except ReadError as error:
        article = error
    return article, (time.perf_counter() - started) * 1000


def report(read: Sequence[Reading], worst: int = 0) -> Report:
    """Compare readings with what was wanted."""
    ordered = sorted(one.milliseconds for one in read)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Report(
        **scores(read),
        ms=Timing(
            median=round(statistics.median(ordered), 1),
            p99=round(ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)], 1),
        ),
        peak_mb=round(peak, 1),
        refused=[
            Refusal(id=one.wanted["id"], code=one.article.code, message=str(one.article))
            for one in read
            if isinstance(one.article, ReadError)
        ],
        odd=scores(read[::2]),
        even=scores(read[1::2]),
        worst=flaws(read, worst),
    )


def scores(read: Sequence[Reading]) -> Scores:
    """Measures of these readings; zeros where there are none."""
    tally = _Tally()
    for one in read:
        _count(tally, one)
    counts, pages = tally.counts, len(read)
    return Scores(
        pages=pages,
        f1=round(statistics.fmean(tally.f1), 4) if pages else 0.0,
        leaking_pages=tally.leaking,
        leaking=round(tally.leaking / max(pages, 1), 4),
        title=round(counts["title"] / max(pages, 1), 4),
        utc=tally.share("utc"),
        captions=tally.share("captions"),
        credits=tally.share("credits"),
        images=round(_f1(counts["images_hit"], counts["images_got"], counts["images_wanted"]), 4),
        main_picture=tally.share("main_picture"),
    )


def flaws(read: Sequence[Reading], most: int) -> list[Flaw]:
    """Name the pages with the lowest F1, and behind them those that leak most."""
    found = [_flaw(one) for one in read]
    lowest = sorted(found, key=lambda flaw: flaw["f1"])[:most]
    others = sorted((flaw for flaw in found if flaw["leaks"]), key=lambda flaw: -len("".join(flaw["leaks"])))
    return [*lowest, *[flaw for flaw in others if flaw not in lowest][:most]]


def corpus(pages: Path) -> Iterator[tuple[Wanted, Page]]:
    """Rows and their pages, in the file's order."""
    with (pages / "expected.jsonl").open(encoding="utf-8") as rows:
        for line in rows:
            wanted: Wanted = json.loads(line)
            body = gzip.decompress((pages / f"{wanted['id']}.html.gz").read_bytes())
            yield wanted, Page(wanted["url"], body, "text/html")


def text_f1(article: Article, wanted: Wanted) -> float:
    """F1 on 4-gram shingles, lead and text together on both sides: who calls what a lead differs."""
    got = _shingles([article.lead or "", *(block.text for block in _texts(article))])
    expected = _expected(wanted)
    return _f1(len(got & expected), len(got), len(expected))


def leaks(article: Article, wanted: Wanted) -> list[str]:
    """Blocks that are clearly not the expected article's."""
    expected = _expected(wanted)
    return [block.text for block in _texts(article) if _is_leak(block.text, expected)]


def title_is_right(article: Article, wanted: Wanted, page: Page) -> bool:
    """The expected headline, or the one that a reader sees: a heading of the page, kicker and site name apart."""
    title = _solid(article.title)
    if title == _solid(wanted["title"]):
        return True
    root = parse_html(page)
    seen = [_solid(visible_text(heading)) for heading in root.iter("h1")] if root is not None else []
    return bool(title) and any(_is_apart(heading, title, article.kicker) for heading in seen)


def _is_apart(heading: str, title: str, kicker: str | None) -> bool:
    """Tell whether a heading is the title, with nothing around it but the kicker in front or a site's name behind a bar."""
    before, found, behind = heading.partition(title)
    is_kicker = not before or _folded(before) == _folded(kicker or "")
    return bool(found) and is_kicker and (not behind or (behind[0] in "|ㅣ-–—" and len(behind) <= _SITE))


def _flaw(one: Reading) -> Flaw:
    got = _shingles([one.shown.lead or "", *(block.text for block in _texts(one.shown))])
    return Flaw(
        id=one.wanted["id"],
        f1=round(text_f1(one.shown, one.wanted), 4),
        leaks=leaks(one.shown, one.wanted),
        missing=[text for text in (*one.wanted["summary"], *one.wanted["paragraphs"]) if _is_leak(text, got)],
    )


def _count(tally: _Tally, one: Reading) -> None:
    article, wanted = one.shown, one.wanted
    tally.f1.append(text_f1(article, wanted))
    tally.leaking += bool(leaks(article, wanted))
    tally.counts["title"] += title_is_right(article, wanted, one.page)
    published = datetime.fromisoformat(wanted["published"])
    if published.tzinfo is not None:
        tally.counts["utc_wanted"] += 1
        tally.counts["utc"] += article.published is not None and abs(article.published - published) <= _SAME_MOMENT
    _count_pictures(tally.counts, article, wanted["images"])


def _count_pictures(counts: Counter[str], article: Article, images: Sequence[WantedImage]) -> None:
    captions = {_folded(picture.caption or "") for picture in article.pictures}
    credits_ = {_folded(picture.credit or "") for picture in article.pictures}
    for image in images:
        caption, credit = _folded(image["caption"] or ""), _folded(" ".join(image["credits"]))
        counts["captions_wanted"] += bool(caption)
        counts["captions"] += bool(caption) and caption in captions
        counts["credits_wanted"] += bool(credit)
        counts["credits"] += bool(credit) and credit in credits_
    got = [picture_key(picture.url) for picture in article.pictures]
    expected = [picture_key(image["url"]) for image in images]
    counts["images_hit"] += len(set(got) & set(expected))
    counts["images_got"] += len(set(got))
    counts["images_wanted"] += len(set(expected))
    if images:
        main = next((image for image in images if image.get("is_cover")), images[0])
        counts["main_picture_wanted"] += 1
        counts["main_picture"] += got[:1] == [picture_key(main["url"])]


def _f1(hit: int, got: int, wanted: int) -> float:
    return 2 * hit / (got + wanted) if got + wanted else 1.0


def _texts(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind in _TEXT]


def _expected(wanted: Wanted) -> set[tuple[str, ...]]:
    return _shingles([*wanted["summary"], *wanted["paragraphs"], *wanted["subheads"]])


def _is_leak(text: str, expected: set[tuple[str, ...]]) -> bool:
    shingles = _shingles([text])
    return len(_words(text)) >= _LEAK_WORDS and len(shingles & expected) < _CLEAR_LEAK * len(shingles)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _folded(text: str) -> str:
    return "".join(_words(text))


def _solid(text: str) -> str:
    return "".join(text.split())


def _shingles(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """Four words in a row within a text; a shorter text is one shingle."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = _words(text)
        last = max(1, len(words) - _SHINGLE + 1)
        found |= {tuple(words[start : start + _SHINGLE]) for start in range(last)} if words else set()
    return found
