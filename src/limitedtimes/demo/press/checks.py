"""Whether the sample press is what it promises to be; what loading alone cannot see."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from limitedtimes.model.article import ArticleState, BlockKind
from limitedtimes.rules.edition import TOPICS
from limitedtimes.rules.segment import segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from limitedtimes.demo.press.content import Press, SampleArticle

_ARTICLES = 48  # at least
_SENTENCES = range(8, 26)  # in a body
_DAYS = (date(2020, 10, 19), date(2020, 10, 22))
_FREE_HOSTS = ("example.org", "example.com", "example.net")  # RFC 2606
_PAIR_SHARES = 5  # sentences that two articles have in common when both print one agency's report
_LEFT_OVER = re.compile(r"\*\*|\]\(|!\[|^#|^>|(?<!\w)\*\w")

# What exactly one article of the press must be.
_SPECIAL: dict[str, Callable[[SampleArticle], bool]] = {
    "corrected": lambda article: article.correction is not None,
    "undated": lambda article: article.published is None,
    "inaccessible": lambda article: not article.accessible,
    "disallowed by robots.txt": lambda article: not article.robots,
    "in windows-1252": lambda article: article.encoding == "windows-1252",
}


def problems(press: Press) -> list[str]:
    """Say what is wrong with the content, a line each; an empty list where nothing is."""
    found = [f"{_name(article)}: {problem}" for article in press.articles for problem in _article(press, article)]
    return [*found, *_whole(press), *_repeated(press)]


def _name(article: SampleArticle) -> str:
    return f"{article.outlet.slug}/{article.slug}"


def _article(press: Press, article: SampleArticle) -> Iterator[str]:
    count = len(list(_body(article)))
    if count not in _SENTENCES:
        yield f"{count} sentences"
    if article.topic not in TOPICS:
        yield f"unknown topic {article.topic}"
    yield from (f"no picture {photo.file}" for photo in article.pictures if not (press.pictures / photo.file).is_file())
    placed = [block.image for block in article.blocks if block.kind is BlockKind.PICTURE]
    if placed != list(range(1, max(len(article.pictures), 1))):
        yield "pictures 2 and on must each stand in the body once, in order"
    yield from (f"markup left in: {block.text[:40]}" for block in article.blocks if _LEFT_OVER.search(block.text))
    yield from _links(press, article)
    yield from _times(article)
    if article.expect is not _expected_state(article):
        yield f"cannot be expected to be {article.expect}"


def _links(press: Press, article: SampleArticle) -> Iterator[str]:
    for href in (mark.href for block in article.blocks for mark in block.marks if mark.href):
        if href.startswith("press:"):
            if press.find(href.removeprefix("press:")) is None:
                yield f"dead link {href}"
        elif urlsplit(href).hostname not in _FREE_HOSTS:
            yield f"link to a host that is not free for examples: {href}"


def _times(article: SampleArticle) -> Iterator[str]:
    correction = article.correction.modified if article.correction else None
    times = [moment for moment in (article.published, article.modified, correction) if moment]
    if times != sorted(times):
        yield "published, modified and correction must follow each other"
    for moment in times:
        if moment.utcoffset() != moment.astimezone(ZoneInfo(article.outlet.zone)).utcoffset():
            yield f"{moment.isoformat()} is not in {article.outlet.zone}"
        if not _DAYS[0] <= moment.date() <= _DAYS[1]:
            yield f"{moment.isoformat()} is out of the press's days"


def _expected_state(article: SampleArticle) -> ArticleState:
    if not article.robots:
        return ArticleState.EXCLUDED
    if not article.accessible:
        return ArticleState.PARTIAL
    # German has no model in the demonstration.
    return ArticleState.UNTRANSLATED if article.outlet.language == "de" else ArticleState.COMPLETE


def _whole(press: Press) -> Iterator[str]:
    if len(press.articles) < _ARTICLES:
        yield f"{len(press.articles)} articles, not {_ARTICLES}"
    yield from (f"no article about {topic}" for topic in TOPICS if topic not in {a.topic for a in press.articles})
    for what, is_so in _SPECIAL.items():
        names = [_name(article) for article in press.articles if is_so(article)]
        if len(names) != 1:
            yield f"{len(names)} articles are {what}, not 1: {', '.join(names)}"
    if len({article.outlet.host + article.path for article in press.articles}) != len(press.articles):
        yield "two articles have one address"


def _repeated(press: Press) -> Iterator[str]:
    """Look for sentences that stand in the press twice; the two prints of one agency's report may share theirs."""
    places: dict[str, list[SampleArticle]] = defaultdict(list)
    for article in press.articles:
        for sentence in _sentences(article):
            places[" ".join(re.findall(r"\w+", sentence.casefold()))].append(article)
    shared: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for sentence, articles in places.items():
        if len(articles) > 1:
            shared[tuple(_name(article) for article in articles)].append(sentence)
    pairs = [names for names, sentences in shared.items() if len(sentences) >= _PAIR_SHARES and _is_pair(press, names)]
    if len(pairs) != 1:
        yield f"{len(pairs)} pairs of articles print one agency's report, not 1"
    for names, sentences in shared.items():
        if names not in pairs:
            yield from (f"{' and '.join(names)} both say: {sentence}" for sentence in sentences)


def _is_pair(press: Press, names: tuple[str, ...]) -> bool:
    found = [article for name in names if (article := press.find(name))]
    return len({article.outlet for article in found}) == 2 and bool(set.intersection(*(set(a.agencies) for a in found)))


def _sentences(article: SampleArticle) -> Iterator[str]:
    heads = [article.title, article.lead, *(block.text for block in article.blocks if block.kind is BlockKind.HEADING)]
    for text in (*heads, *(photo.caption for photo in article.pictures)):
        yield from (sentence.text for sentence in segment(text, article.outlet.language))
    yield from _body(article)


def _body(article: SampleArticle) -> Iterator[str]:
    """Yield the sentences of the running text."""
    for block in article.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM):
            yield from (sentence.text for sentence in segment(block.text, article.outlet.language))
