"""Headline, kicker and lead as a reader sees them at the top of the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from limitedtimes.ingest.blocks import family
from limitedtimes.ingest.dom import visible_text
from limitedtimes.ingest.text import clean
from limitedtimes.model.article import Block, BlockKind
from limitedtimes.rules.furniture import begins_like_byline, is_furniture

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.blocks import Places
    from limitedtimes.ingest.metadata import Metadata

_KICKER_CLASS = re.compile(
    r"kicker|top-?line|dach-?zeile|over-?line|roof-?line|spitz-?marke|eyebrow|sur-?title|sobre-?titulo|ante-?titulo|chapeu|"
    r"cintillo|volanta|occhiello|sur-?titre|rubri[ck]|trumpet|vignette|stikktittel|pre-?title|headline__?(?:label|topic)|"
    r"super-?title|title-?prefix|upper-?title|catchline|tag-?line|roof",
    re.IGNORECASE,
)
_LEAD_WORDS = frozenset(
    """
    lead leadin leadtext lede standfirst intro introduction einleitung excerpt subtitle subtitles subtitulo subtitel subheadline
    subhead subheading subline chapo chapeau abstract dek deck sapo vorspann ingress manchet manchete entradilla bajada copete
    sommario sottotitolo anlauf perex spot zajawka summary underrubrik description epigraph strapline anreisser lid
    """.split()
)
_LEAD_PARTS = re.compile(
    r"sub-?tit|sub-?head|stand-?first|lead-?text|article-?(?:lead|intro)|lead-?in|linha-?fina|teaser-?text",
    re.IGNORECASE,
)
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}(?![a-z])")
_ELSEWHERE = re.compile(
    r"related|recommend|sidebar|comment|newsletter|promo|most-?read|footer|card|teaser-?list|cookie", re.IGNORECASE
)
_NOT_THE_TOP = frozenset(("aside", "nav", "footer", "figure", "figcaption", "form", "li"))
_SEPARATOR = re.compile(r"\s+[|\-–—·•:»«/]+\s+|\s*[|ㅣ│｜]\s*|\s+::\s+|\s*[_＿]\s*(?=[^_＿]*$)")
_LINE_TAGS = frozenset(("a", "b", "div", "font", "h2", "h3", "h4", "h5", "h6", "p", "small", "span", "strong"))
_NO_KICKER = re.compile(
    r"[.…›»>→←\\]|\w\s*/\s*\w.*/|^\d+$|^(?:home|back|zurück|início|inicio|accueil|retour|voltar|volver|menu)\b",
    re.IGNORECASE,
)
_MENUS = frozenset(("nav", "footer"))
_KICKER = 60  # characters
_KICKER_WORDS = 7
_KICKER_END = re.compile(r"\s*[:|/•·–—-]\s*$")
_WORDS = re.compile(r"[^\W_]+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline with kicker and site name apart. ``element`` is the heading on the page."""

    title: str
    kicker: str | None = None
    element: Element | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """The standfirst and where it stands."""

    text: str
    element: Element | None = None


def read_headline(root: Element, meta: Metadata, url: str) -> Headline | None:
    """The visible heading where it is the article's, else what the metadata says; None where there is neither."""
    sites = [*meta.site_names, (urlsplit(url).hostname or "").removeprefix("www.")]
    said = [text for text in (without_site(headline, sites) for headline in meta.headlines) if text]
    heading = _heading(root, said, sites)
    if heading is None:
        return Headline(said[0]) if said else None
    title, kicker = _split_kicker(heading, said)
    kicker = (
        kicker or _kicker_above(heading) or _line_above(heading, [meta.section or "", *meta.byline.authors, *sites])
    )
    return Headline(without_site(title, sites) or title, kicker, heading)


def read_lead(meta: Metadata, headline: Headline, texts: Sequence[Element], places: Places) -> Lead | None:
    """The standfirst between headline and text: what the description says, else what its class says.

    ``texts`` are the elements of the text. A description that stands nowhere on the page is for search engines, and one
    that repeats a first paragraph like all the others is made from it: neither is a lead.
    """
    if headline.element is None:
        return None
    start = places.order[headline.element]
    behind = [one for one in texts if places.order[one] > start and one is not headline.element]
    body = [one for one in behind if len(visible_text(one)) * _weight(visible_text(one)) >= 80]
    if not body:
        return None
    stop = places.order[body[min(1, len(body) - 1)]]
    peers = Counter(family(one) for one in body)
    common = set(headline.element.iterancestors())
    between = [one for one in places.innermost if start < places.order[one] < stop and not _aside(one, common)]
    alike = [
        (one, text) for one in between if peers[family(one)] < 2 for text in [visible_text(one)] if _may_lead(one, text)
    ]
    described = [(one, text) for one, text in alike if _describes(text, meta.descriptions)]
    classed = [(one, text) for one, text in alike if _has_lead_class(one)]
    for element, text in [*described, *classed]:
        if _folded(text) != _folded(headline.title):
            return Lead(text, element)
    return None


def _may_lead(element: Element, text: str) -> bool:
    """Tell whether a text has a standfirst's length, and neither leads elsewhere nor reads like furniture."""
    linked = any(one.tag == "a" for one in (element, *element.iterancestors()))
    return 25 <= len(text) * _weight(text) <= 1500 and not linked and not is_furniture(Block(BlockKind.PARAGRAPH, text))


def _weight(text: str) -> int:
    """Letters that a character is worth: scripts without spaces say a word in one or two."""
    return 3 if _CJK.search(text) else 1


def without_site(title: str, sites: Iterable[str]) -> str:
    """Leave out the site's name where it stands before or behind a separator."""
    names = {_folded(re.sub(r"\.[a-z]{2,4}$", "", site)) for site in sites} | {_folded(site) for site in sites}
    names.discard("")
    while True:
        parts = list(_SEPARATOR.finditer(title))
        if not parts:
            return title.strip()
        if _folded(title[parts[-1].end() :]) in names:
            title = title[: parts[-1].start()]
        elif _folded(title[: parts[0].start()]) in names:
            title = title[parts[0].end() :]
        else:
            return title.strip()


def similarity(one: str, other: str) -> float:
    """Share of words (characters in scripts without spaces) that the shorter text has in common with the other."""
    first, second = _units(one), _units(other)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _units(text: str) -> set[str]:
    folded = text.casefold()
    return set(_CJK.findall(folded)) | set(_WORDS.findall(_CJK.sub(" ", folded)))


def _folded(text: str) -> str:
    return "".join(_WORDS.findall(text.casefold()))


def _heading(root: Element, said: Sequence[str], sites: Iterable[str]) -> Element | None:
    names = {_folded(site) for site in sites}
    best: tuple[float, Element] | None = None
    first = list(root.iter("h1"))
    headings = first or _marked_headings(root)
    for heading in headings:
        text = visible_text(heading)
        if not text or _folded(text) in names or len(text) > 400:
            continue
        score = max((similarity(text, other) for other in said), default=0.5)
        score += 0.2 if heading.get("itemprop") == "headline" else 0.0
        score -= 0.3 if _aside(heading) else 0.0
        if len(_units(text)) < 3:
            score -= 0.2
        if best is None or score > best[0]:
            best = (score, heading)
    if not first:
        return best[1] if best is not None and best[0] >= 0.6 else None
    if best is None or best[0] < 0.3:
        alone = [one for one in headings if len(_units(visible_text(one))) >= 4 and not _aside(one)]
        return alone[0] if len(alone) == 1 else None
    return best[1]


def _marked_headings(root: Element) -> list[Element]:
    return [
        one for one in root.iter("h2", "h3", "div", "p", "span") if "headline" in (one.get("itemprop") or "").split()
    ] or list(root.iter("h2"))


def _split_kicker(heading: Element, said: Sequence[str]) -> tuple[str, str | None]:
    """Take a kicker out of a heading: an element of its own that is marked as one, or that the metadata leave out."""
    whole = visible_text(heading)
    for child in heading.iter("span", "strong", "small", "em", "a", "div", "p"):
        text = visible_text(child)
        rest = clean(whole[len(text) :]).lstrip(":|/•·–—- ") if text and whole.startswith(text) else ""
        if not rest or len(text) > 60:
            continue
        known = any(_folded(other) == _folded(rest) for other in said)
        if known or _KICKER_CLASS.search(child.get("class") or ""):
            return rest, _KICKER_END.sub("", text)
    for other in said:
        if whole.endswith(other) and len(other) > 15 and len(whole) - len(other) <= 60:
            before = whole[: -len(other)]
            if _KICKER_END.search(before):
                return other, _KICKER_END.sub("", before)
    return whole, None


def _kicker_above(heading: Element) -> str | None:
    """A short marked element right above the heading."""
    node: Element | None = heading
    for _ in range(2):
        above = node.getprevious() if node is not None else None
        if above is not None and _KICKER_CLASS.search(" ".join([above.get("class") or "", *_inner_classes(above)])):
            text = visible_text(above)
            return _KICKER_END.sub("", text) if 1 < len(text) <= 60 else None
        node = node.getparent() if node is not None else None
    return None


def _line_above(heading: Element, others: Iterable[str]) -> str | None:
    """A line of a few words right above the heading, whatever it is called; ``others`` are names that stand there too."""
    above = _right_above(heading)
    if above is None or above.tag not in _LINE_TAGS or _aside(above) or sum(1 for _ in above.iter("a")) > 1:
        return None
    text = _KICKER_END.sub("", visible_text(above))
    if not 2 < len(text) <= _KICKER or len(text.split()) > _KICKER_WORDS or _NO_KICKER.search(text):
        return None
    if begins_like_byline(text) or is_furniture(Block(BlockKind.PARAGRAPH, text)):
        return None
    said = _folded(text)
    return None if said in {*map(_folded, others)} | _menus(above) else text


def _menus(above: Element) -> set[str]:
    """What links say that stand in front of an element, or in a footer: the names of sections."""
    own = set(above.iter("*")) | set(above.iterancestors())
    said: set[str] = set()
    in_front = True
    for link in above.getroottree().getroot().iter("a", above.tag):
        in_front = in_front and link is not above
        if link not in own and link.tag == "a" and (in_front or any(up.tag in _MENUS for up in link.iterancestors())):
            said.add(_folded(visible_text(link)))
    return said


def _right_above(heading: Element) -> Element | None:
    """What stands in front of the heading, or of boxes that begin with it; nothing where text stands between."""
    node = heading
    for _ in range(3):
        above = node.getprevious()
        while above is not None and not visible_text(above) and not (above.tail or "").strip():
            if above.tag == "nav" or above.find(".//img") is not None:
                return None
            above = above.getprevious()
        if above is not None:
            return above if not (above.tail or "").strip() else None
        parent = node.getparent()
        if parent is None or parent.tag in ("article", "main", "body") or (parent.text or "").strip():
            return None
        node = parent
    return None


def _inner_classes(element: Element) -> list[str]:
    return [child.get("class") or "" for child in list(element.iter("*"))[:4]]


def _aside(element: Element, common: Container[Element] = ()) -> bool:
    """Tell whether an element stands in a box of its own; what is ``common`` holds the headline too and is no such box."""
    for one in (element, *element.iterancestors()):
        if one in common or one.tag in ("body", "html"):
            return False
        if one.tag in _NOT_THE_TOP or _ELSEWHERE.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return True
    return False


def _describes(text: str, descriptions: Iterable[str]) -> bool:
    """Tell whether a text on the page is a description: the same, or what the description is cut from."""
    folded = _folded(text)
    for description in descriptions:
        other = _folded(re.sub(r"(?:\.{2,}|…)\s*$", "", description))
        if folded == other or (len(other) >= 60 and folded.startswith(other) and len(folded) <= 2 * len(other)):
            return True
    return False


def _has_lead_class(element: Element) -> bool:
    for one in [element, *list(element.iterancestors())[:2]]:
        marks = f"{one.get('class') or ''} {one.get('itemprop') or ''}"
        words = {word.lower() for word in _CLASS_WORD.findall(marks)}
        if not words.isdisjoint(_LEAD_WORDS) or _LEAD_PARTS.search(marks):
            return True
    return False
