"""Headline, kicker and lead as a reader sees them at the top of the page."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import address_parts, visible_text
from limitedtimes.ingest.page.blocks import family
from limitedtimes.ingest.page.moments import date_span
from limitedtimes.ingest.page.titles import folded, is_badge, similarity, units, without_site
from limitedtimes.ingest.text import clean, weight
from limitedtimes.model.article import Block, BlockKind
from limitedtimes.rules.bylines import says_by
from limitedtimes.rules.furniture import is_furniture

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.blocks import Places
    from limitedtimes.ingest.page.metadata import Metadata

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
_LINE_TAGS = frozenset(("a", "b", "div", "font", "h2", "h3", "h4", "h5", "h6", "p", "small", "span", "strong"))
_NO_KICKER = re.compile(
    r"[.…›»>→←\\#]|\w\s*/\s*\w.*/|^\d+$|^(?:home|back|zurück|início|inicio|accueil|retour|voltar|volver|menu)\b|"
    r"^(?:e-?mail|print|share|(?:skip to )?main content|content|public|private|search|drucken|teilen|imprimer|imprimir|compartir|partager|stampa)$|"
    r"\d+[\s-]?(?:min\b|minutes?\b|minuten\b|minutos?\b|minuti\b|мин|分鐘|分钟|分)|"
    r"^(?:来源|來源|出典|출처|источник|джерело|sources?|quellen?|fuente|fonte|bron|zdroj|źródło|kaynak)\s*[:：]",
    re.IGNORECASE,
)
_MENUS = frozenset(("nav", "footer"))
_KICKER = 60  # characters
_KICKER_WORDS = 7
_TITLE_TAGS = ("h2", "h3", "div", "p", "span")
_TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:headline|(?:article|post|entry|news|story|detail|main|page)[_-]*(?:title|headline|titel|titulo|baslik|judul)|tieude|baslik|judul|rubrik)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SUBTITLE_CLASS = re.compile(
    r"sub-?(?:tit|head|line)|under-?(?:rubrik|tittel|titel)|badge|paywall|premium", re.IGNORECASE
)
_HIDDEN = re.compile(
    r"(?:^|\s)(?:hidden|sr-only|visually-?hidden|screen-?reader(?:-text)?|u-hidden|d-none|is-hidden|a11y-hidden|invisible|offscreen|off-screen)(?:$|\s)",
    re.IGNORECASE,
)
_STEPS = 2  # of a section's path
_SECTION = 20  # characters of its name
_LOGO = re.compile(r"(?:^|[\s_-])(?:logo|brand(?:ing)?|site-?(?:name|title)|masthead)(?:$|[\s_-])", re.IGNORECASE)
_ALIKE = 0.3  # share of words that a heading has in common with what the metadata say
_LONGEST = 400  # characters of a headline
_KICKER_END = re.compile(r"\s*[:|/•·–—-]\s*$")


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
    sites = [*meta.site_names, (address_parts(url).hostname or "").removeprefix("www.")]
    sections = [*filter(None, [meta.section]), *_menu(root)]
    said = [text for text in (without_site(headline, sites, sections) for headline in meta.headlines) if text]
    heading = _heading(root, said, sites)
    if heading is None:
        return Headline(said[0]) if said else None
    title, kicker = _split_kicker(_as_seen(heading), said)
    others = [meta.section or "", *meta.byline.authors, *sites]
    kicker = kicker or _kicker_above(heading) or _line_above(heading, others, meta.language)
    kicker = None if kicker and any(author in kicker for author in meta.byline.authors if " " in author) else kicker
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
    body = [one for one in behind if weight(visible_text(one)) >= 80]
    if not body:
        return None
    stop = places.order[body[min(1, len(body) - 1)]]
    peers = Counter(family(one) for one in body)
    common = set(headline.element.iterancestors())
    between = [one for one in places.innermost if start < places.order[one] < stop and not _aside(one, common)]
    alike = [
        (one, text)
        for one in between
        if peers[family(one)] < 2
        for text in [visible_text(one)]
        if _may_lead(one, text, meta.language)
    ]
    described = [(one, text) for one, text in alike if _describes(text, meta.descriptions)]
    classed = [(one, text) for one, text in alike if _has_lead_class(one)]
    for element, text in [*described, *classed]:
        if folded(text) != folded(headline.title):
            return Lead(text, element)
    return None


def _may_lead(element: Element, text: str, language: str | None) -> bool:
    """Tell whether a text has a standfirst's length, and neither leads elsewhere nor reads like furniture."""
    linked = any(one.tag == "a" for one in (element, *element.iterancestors()))
    fits = 25 <= weight(text) <= 1500
    return fits and not linked and not is_furniture(Block(BlockKind.PARAGRAPH, text), language)


def _heading(root: Element, said: Sequence[str], sites: Iterable[str]) -> Element | None:
    """The heading that says most of what the metadata say: the first of the page's first level, else what is marked as one."""
    names = {folded(site) for site in sites}
    first = [one for one in root.iter("h1") if folded(visible_text(one)) not in names | {""} and not _is_logo(one)]
    best = _best(first, said)
    if best is not None and best[0] >= _ALIKE:
        return best[1]
    other = _best(_marked_headings(root), said) if said else None
    if other is not None and other[0] >= 2 * _ALIKE:
        return other[1]
    alone = [one for one in first if len(units(visible_text(one))) >= 4 and not _aside(one)]
    return alone[0] if len(alone) == 1 else None


def _menu(root: Element) -> list[str]:
    """What short links say that lead to a step or two of the outlet: its sections."""
    links = (
        link for link in root.iter("a") if len(address_parts(link.get("href")).path.strip("/").split("/")) <= _STEPS
    )
    return [text for text in map(visible_text, links) if 1 < len(text) <= _SECTION]


def _is_logo(heading: Element) -> bool:
    """Tell the site's name in a heading: marked as such, or a link to the front page."""
    around = [heading, *heading.iter("a"), *islice(heading.iterancestors(), 1)]
    marked = any(_LOGO.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in around)
    whole = folded(visible_text(heading))
    return marked or any(
        folded(visible_text(link)) == whole
        and not address_parts(link.get("href") or "/x").path.strip("/")
        and (link.get("href") or "").partition("#")[0] != ""
        for link in heading.iter("a")
    )


def _best(headings: Iterable[Element], said: Sequence[str]) -> tuple[float, Element] | None:
    best: tuple[float, Element] | None = None
    for heading in headings:
        text = visible_text(heading)
        if not text or len(text) > _LONGEST:
            continue
        score = max((similarity(text, other) for other in said), default=0.5)
        score += 0.2 if heading.get("itemprop") == "headline" else 0.0
        score -= 0.3 if _aside(heading) else 0.0
        score -= 0.2 if len(units(text)) < 3 else 0.0
        score -= 0.15 if _hidden(heading) else 0.0
        if best is None or score > best[0]:
            best = (score, heading)
    return best


def _marked_headings(root: Element) -> list[Element]:
    return [
        *(one for one in root.iter(*_TITLE_TAGS) if "headline" in (one.get("itemprop") or "").split()),
        *(one for one in root.iter(*_TITLE_TAGS) if _TITLE_CLASS.search(one.get("class") or "")),
        *root.iter("h2"),
    ]


def _as_seen(heading: Element) -> Element:
    """A copy of a heading without what no reader sees in it, and without badges at its ends."""
    seen = deepcopy(heading)
    seen.tail = None
    for child in list(seen.iterdescendants()):
        if _hidden(child) and folded(visible_text(child)):  # a colon for those who hear the page parts a kicker off
            _drop(child)
    for child in seen:
        following = child.getnext()
        if following is not None and not child.tail and child.get("class") and following.get("class"):
            child.tail = " "  # marked apart: on lines of their own
    for _ in range(2):
        parts = [one for one in seen.iterdescendants() if len(one) == 0 and visible_text(one)]
        for part in {id(one): one for one in (*parts[:1], *parts[-1:])}.values():
            text, whole = visible_text(part), visible_text(seen)
            behind = whole.endswith(text) and text != whole
            subtitle = behind and _SUBTITLE_CLASS.search(part.get("class") or "")
            if subtitle or ((behind or whole.startswith(text)) and text != whole and is_badge(text)):
                _drop(part)
    return seen


def _drop(element: Element) -> None:
    """Take an element out, but for the text behind it."""
    tail, parent, before = element.tail or "", element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "hidden" in element.attrib or "display:none" in style or bool(_HIDDEN.search(element.get("class") or ""))


def _split_kicker(heading: Element, said: Sequence[str]) -> tuple[str, str | None]:
    """Take a kicker out of a heading: an element of its own that is marked as one, or that the metadata leave out."""
    whole = visible_text(heading)
    for child in heading.iter("span", "strong", "small", "em", "a", "div", "p", "b", "i"):
        text = visible_text(child)
        rest = clean(whole[len(text) :]).lstrip(":|/•·–—- ") if text and whole.startswith(text) else ""
        if not rest or len(text) > _KICKER:
            continue
        known = any(folded(other) == folded(rest) for other in said)
        if known or _KICKER_CLASS.search(child.get("class") or "") or _two_parts(heading, child):
            return rest, _KICKER_END.sub("", text)
    for child in list(heading):
        text = visible_text(child)
        rest = clean(whole[: -len(text)]) if text and whole.endswith(text) and text != whole else ""
        if rest and any(folded(other) == folded(rest) for other in said):
            return rest.rstrip(" :|–—-"), None  # a subtitle
    for other in said:
        if whole.endswith(other) and len(other) > 15 and len(whole) - len(other) <= _KICKER:
            before = whole[: -len(other)]
            if _KICKER_END.search(before):
                return other, _KICKER_END.sub("", before)
    return whole, None


def _two_parts(heading: Element, first: Element) -> bool:
    """Tell a heading that is made of a few words and a line, each marked in its own way."""
    parts = [one for one in heading if one.tag != "br" and visible_text(one)]
    if len(parts) != 2 or parts[0] is not first or (heading.text or "").strip() or not first.get("class"):
        return False
    short, long = (visible_text(one) for one in parts)
    return (
        first.get("class") != parts[1].get("class")
        and len(short.split()) <= 4
        and len(short) * 2 <= len(long)
        and not (first.tail or "").strip(" :|")
    )


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


def _line_above(heading: Element, others: Iterable[str], language: str | None) -> str | None:
    """A line of a few words right above the heading, whatever it is called; ``others`` are names that stand there too."""
    above = _right_above(heading)
    if above is None or above.tag not in _LINE_TAGS or _aside(above) or sum(1 for _ in above.iter("a")) > 1:
        return None
    text = _KICKER_END.sub("", visible_text(above))
    if not 2 < len(text) <= _KICKER or len(text.split()) > _KICKER_WORDS or _NO_KICKER.search(text):
        return None
    if says_by(text) or is_furniture(Block(BlockKind.PARAGRAPH, text), language):
        return None
    said = folded(text)
    if date_span(text, language):
        return None
    return None if said in {*map(folded, others)} | _menus(above) else text


def _menus(above: Element) -> set[str]:
    """What links say that stand in front of an element, or in a footer: the names of sections."""
    own = set(above.iter("*")) | set(above.iterancestors())
    said: set[str] = set()
    in_front = True
    for link in above.getroottree().getroot().iter("a", above.tag):
        in_front = in_front and link is not above
        if link not in own and link.tag == "a" and (in_front or any(up.tag in _MENUS for up in link.iterancestors())):
            said.add(folded(visible_text(link)))
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
    whole = folded(text)
    for description in descriptions:
        other = folded(re.sub(r"(?:\.{2,}|…)\s*$", "", description))
        if whole == other or (len(other) >= 60 and whole.startswith(other) and len(whole) <= 2 * len(other)):
            return True
    return False


def _has_lead_class(element: Element) -> bool:
    for one in [element, *list(element.iterancestors())[:2]]:
        marks = f"{one.get('class') or ''} {one.get('itemprop') or ''}"
        words = {word.lower() for word in _CLASS_WORD.findall(marks)}
        if not words.isdisjoint(_LEAD_WORDS) or _LEAD_PARTS.search(marks):
            return True
    return False
