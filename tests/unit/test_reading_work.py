"""Pages that repeat one thing a thousand times: the work grows as the page does, not with its square."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import ReadError
from limitedtimes.ingest.page.extract import read_page
from limitedtimes.model.article import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from limitedtimes.ports import Detection

_SENTENCE = "Os ministros chegaram a Lisboa na quinta-feira e ficam até domingo."
_REPEATED: dict[str, Callable[[int], str]] = {
    "bold": lambda count: f"<p>{'<b>x</b>' * count}</p>",
    "breaks": lambda count: f"<p>{f'{_SENTENCE}<br>' * count}</p>",
    "paragraphs that say the same": lambda count: f"<p>{_SENTENCE}</p>" * count,
    "pictures": lambda count: "".join(f"<img src=/{number}.jpg>" for number in range(count)),
    "copies of a picture": lambda count: "<img src=/a.jpg>" * count,
    "quotes": lambda count: f"<blockquote><p>{_SENTENCE}</p></blockquote>" * count,
    "rows": lambda count: f"<table>{f'<tr><td><p>{_SENTENCE}</p></td></tr>' * count}</table>",
    "links": lambda count: "<p><a href=/a>Lisboa</a></p>" * count,
}


class Unsure:
    """Knows no language."""

    def detect(self, text: str) -> Detection | None:
        assert isinstance(text, str)
        return None


def page(inside: str) -> Page:
    text = "".join(f"<p>{number}. {_SENTENCE} {_SENTENCE}</p>" for number in range(8))
    body = f"<html><body><main><article><h1>Ministros em Lisboa</h1>{text}{inside}</article></main></body></html>"
    return Page("https://folha.example/a", body.encode(), "text/html")


def steps(one: Page) -> int:
    """Calls of functions, in Python and in C, and values that generators gave, while a page is read."""
    count = 0

    def counting(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        read_page(one, language=None, detector=Unsure())
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", _REPEATED)
def test_four_times_the_page_takes_no_more_than_five_times_the_work(name: str) -> None:
    inside = _REPEATED[name]
    read_page(page(inside(2)), language=None, detector=Unsure())  # what is compiled once is compiled now
    assert steps(page(inside(800))) < 5 * steps(page(inside(200)))


def test_a_page_of_more_elements_than_any_article_has_is_refused() -> None:
    with pytest.raises(ReadError, match="elements") as refused:
        read_page(page("<br>" * 50_000), language=None, detector=Unsure())
    assert refused.value.code == "too_large"
