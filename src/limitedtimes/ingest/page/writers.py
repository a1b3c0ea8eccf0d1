"""Who wrote an article: what JSON-LD and meta elements say, else what a reader sees at its top."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import address_parts, visible_text
from limitedtimes.ingest.page import jsonld
from limitedtimes.ingest.page.blocks import family
from limitedtimes.ingest.page.moments import elements_behind, is_line, without_date
from limitedtimes.ingest.text import plain
from limitedtimes.rules.bylines import Byline, agency, is_sentence, read_byline, says_by, signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.jsonld import Json

_META = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
)
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?(?:-?(?:names?|list))?|autor(?:es|en|in|zy|ka|i|e)?|auteurs?|writers?|reporters?|redattore|firma|yazar|"
    r"muhabir|penulis|tac-?gia|kirjoittaja|toimittaja)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BYLINE_TAGS = ("span", "a", "p", "div", "address", "li", "strong", "cite", "h6")
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en|in|i|zy|e)?|auteurs?|autore|people|profiles?|journalists?|reporters?|redakt\w*|yazar(?:lar)?|kirjoittaja|staff|"
    r"contributors?|skribent(?:er)?|penulis|avtor(?:i|y|s)?)/[^/]+",
    re.IGNORECASE,
)
# What no line in these scripts begins with but one that tells who wrote: a name follows.
# "Di" begins surnames too, but not in front of two names.
_ITALIAN_BY = re.compile(r"^Di(?=\s[A-ZÀ-Þ]\S*\s[A-ZÀ-Þ])")
_REPORTER = re.compile(r"^\(?(?:مكتب|記者|【[^】]+[=＝])")
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comment(?:s|list|ers?|ing)?|disqus|kommentare?|comentarios?|commentaires?|related|recommend\w*|teasers?|most-?read)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTER = re.compile(r"(?:^|[\s_-])(?:comment(?:s|er)?|disqus)(?:$|[\s_-])", re.IGNORECASE)
_NO_LINE = frozenset(("h1", "h2", "h3", "nav", "ul", "ol"))
_NEAR = 150  # elements behind the headline
_DATELINE = 4  # words of "dpa, Passau"
_LINE = 80  # characters


def read_writers(
    root: Element, node: Mapping[str, Json], meta: Mapping[str, list[str]], outlets: Sequence[str]
) -> Byline:
    """People and agencies; ``outlets`` are names of the outlet itself, which is nobody."""
    byline = _names(_people(node.get("author")) or _people(node.get("creator")), outlets)
    if not byline.authors:
        byline += _names([value for name in _META for value in meta.get(name, [])], outlets)
    if not byline.authors:
        byline += _names(map(without_date, _visible(root)), outlets)
    if not byline.authors:
        byline += _names(map(without_date, _lines(root)), outlets)
    return byline


def _people(value: Json) -> list[str]:
    """Authors' names; of organisations only news agencies, the others are the outlet."""
    return [
        name
        for one in (value if isinstance(value, list) else [value])
        for name in jsonld.strings(one)
        if not isinstance(one, dict) or "Organization" not in " ".join(jsonld.types(one)) or agency(plain(name))
    ]


def _names(texts: Iterable[str], outlets: Sequence[str]) -> Byline:
    byline = Byline()
    for text in texts:
        byline += read_byline(plain(text), outlets)
    return byline


def _visible(root: Element) -> Iterator[str]:
    """Names in elements that are marked as the author's: the first and those of its kind beside it, others are of teasers."""
    marked = [one for one in root.iter("*") if "author" in (one.get("itemprop") or "").split()]
    linked = [link for link in root.iter("a") if "author" in (link.get("rel") or "").split()]
    classed = [one for one in root.iter(*_BYLINE_TAGS) if _BYLINE_CLASS.search(one.get("class") or "")]
    candidates = [one for one in (*marked, *linked, *classed) if not _elsewhere(one)]
    for element in candidates:
        texts = _named_in(element)
        if texts is not None:
            beside = [one for one in candidates if one is not element and family(one) == family(element)]
            yield from texts
            yield from (text for one in beside for text in _named_in(one) or ())
            return


def _elsewhere(element: Element) -> bool:
    """Tell whether an element stands among readers' comments, teasers, or at the foot of the page."""
    if _COMMENTER.search(element.get("class") or ""):
        return True
    return any(
        one.tag in ("aside", "footer") or _ELSEWHERE.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in element.iterancestors()
        if one.tag not in ("article", "body", "html")
    )


def _named_in(element: Element) -> list[str] | None:
    """Names that a byline's element holds; None where it holds something else."""
    links = [one for one in element.iter("a") if visible_text(one)]
    named = [one for one in element.iter("*") if "name" in (one.get("itemprop") or "").split()] or (
        links if len(links) > 1 else [element]
    )
    texts = [name.get("content") or visible_text(name) for name in named]
    return texts if texts and all(3 < len(text) <= _LINE for text in texts) else None


def _lines(root: Element) -> list[str]:
    """Lines right behind the headline that begin with "By", lead to an author's page or only sign: the first of them."""
    heading = next(root.iter("h1"), None)
    if heading is None:
        return []
    near = takewhile(lambda one: one.tag != "h1", elements_behind(heading))  # another heading is of teasers
    for element in islice(near, _NEAR):
        text = visible_text(element) if is_line(element) and element.tag not in _NO_LINE else ""
        if not 3 < len(text) <= _LINE:
            continue
        text = _ITALIAN_BY.sub("di", text)
        leads = element.tag == "a" and _AUTHOR_PAGE.search(address_parts(element.get("href")).path)
        wired = agency(text.partition(",")[0]) and len(text.split()) <= _DATELINE
        named = wired or (_REPORTER.match(text) and not is_sentence(text))
        if leads or named or says_by(without_date(text)) or (len(element) == 0 and signature(text)):
            return [text]
    return []
