"""Real pages: read, or refused with a reason; and not worse than they were."""

from __future__ import annotations

import os
import re
from datetime import timedelta
from pathlib import Path

import pytest

from limitedtimes.bench.read import Reading, readings
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
