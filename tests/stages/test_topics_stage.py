from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import ModelMissingError
from limitedtimes.stages.press import Press
from stages.stagehand import FEED, Item, html_page, rss

if TYPE_CHECKING:
    from stages.stagehand import Newsroom

A = Item()
SECTION = '<meta property="article:section" content="Política">'


async def topic(newsroom: Newsroom, head: str = SECTION) -> str | None:
    """Bring one article up to readers; return its topic."""
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(A))
    newsroom.fetcher.at(A.url, html_page(head=head))
    await newsroom.run("poll", 1)
    await newsroom.run("read", 1)
    await newsroom.run("translate", "pt")
    await newsroom.run("press", 1)
    found: str | None = newsroom.article()["topic"]
    return found


@pytest.mark.parametrize(
    ("chances", "head", "expected"),
    [
        (None, SECTION, "politics"),
        ({"health": 0.99, "politics": 0.01}, SECTION, "health"),
        ({"health": 0.6, "politics": 0.4}, SECTION, "politics"),
        ({"health": 0.6, "politics": 0.4}, "", "health"),
        ({"health": 0.2, "politics": 0.1, "sport": 0.7}, "", "sport"),
        (None, "", None),
    ],
)
async def test_text_and_section_make_the_topic(
    newsroom: Newsroom, chances: dict[str, float] | None, head: str, expected: str | None
) -> None:
    newsroom.chances = chances
    assert await topic(newsroom, head) == expected


async def test_the_translation_is_judged_and_not_the_original(newsroom: Newsroom) -> None:
    judged: list[tuple[str, str]] = []

    def classify(title: str, text: str) -> None:
        judged.append((title, text))

    newsroom.desk.stages["press"] = Press(lambda: newsroom.time, classify)  # type: ignore[index]
    await topic(newsroom)
    ((title, text),) = judged
    assert title == f"EN[{A.title}]"
    assert text.startswith("EN[")


async def test_without_the_embedding_the_section_tells(newsroom: Newsroom) -> None:
    def classify(title: str, text: str) -> None:
        raise ModelMissingError(title + text)

    newsroom.desk.stages["press"] = Press(lambda: newsroom.time, classify)  # type: ignore[index]
    assert await topic(newsroom) == "politics"
