"""What kind of text a page holds: an article in one of its forms, or only links to articles."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import absolute, address_parts, visible_text
from limitedtimes.ingest.page import jsonld
from limitedtimes.ingest.text import weight
from limitedtimes.model.article import ArticleForm, BlockKind, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.blocks import PlacedBlock
    from limitedtimes.model.article import Block

_QUESTION = re.compile(r"[?？؟;]['\"»«”“’)\]]*\s*$")
_SPEAKER = re.compile(r"^([^\W\d_][^:：.!?\n]{1,40})[:：]\s*\S")
# How outlets name columns of short news.
_BRIEFS = re.compile(
    r"news in brief|in brief\b|\bbriefs\b|news round-?up|kurz (?:gemeldet|notiert|gefasst|berichtet)|kurz ?(?:meldungen|nachrichten)|nachrichten kompakt|"
    r"in kürze|meldungen (?:des|vom|der)|en bref|brèves|l'actu en bref|en breve|breves\b|noticias breves|em resumo|notas curtas|resumo de notícias|in breve|"
    r"notizie flash|notizie brevi|kort nieuws|het nieuws in het kort|i korthet|kort fortalt|kort nytt|nyheder i kort|lyhyesti|w skrócie|krótko|stručně|"
    r"krátce|v skratke|röviden|pe scurt|ukratko|na kratko|накратко|коротко|стисло|εν συντομία|kısa kısa|günün özeti|singkat|tin vắn|điểm tin|短信|简讯|簡訊|"
    r"短讯|단신|ニュース要約|短信|संक्षेप|সংক্ষেপ|باختصار|موجز|کوتاه|בקצרה|ข่าวสั้น",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"interv(?:iew|ju|ista|iu|jú|yu)|entrevista|entretien|wywiad|rozhovor|razgovor|интервью|інтерв|интервю|συνέντευξη|röportaj|söyleşi|haastattelu|"
    r"im gespräch|wawancara|phỏng vấn|インタビュー|対談|인터뷰|专访|專訪|साक्षात्कार|সাক্ষাৎকার|مقابلة|حوار|گفت.?وگو|ראיון|สัมภาษณ์",
    re.IGNORECASE,
)
_FRONT = re.compile(
    r"^/?(?:(?:[a-z]{2}(?:[-_][a-z]{2})?|home|homepage|start|main|frontpage)/?)?(?:(?:index|default|home)\.\w{3,5})?$",
    re.IGNORECASE,
)
_INDEX_TYPES = frozenset(("CollectionPage", "SearchResultsPage"))
_GALLERY_TYPES = frozenset(("ImageGallery", "MediaGallery", "PhotographicGallery"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MENUS = ("nav", "footer", "header")
_FEW_WORDS = 500  # letters; a video's description, or captions, but no report
_HEADLINE = 25  # letters; a shorter link is a section or a button
_BLOCKS_OF_TEASER = 2
_TEASERS, _LINKS = 4, 12  # different articles that teasers, and bare links, of an index lead to at least


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says that it is. ``article`` in JSON-LD, or only by its meta elements: many templates say so of everything."""

    article: bool
    loosely: bool
    index: bool
    live: bool
    video: bool
    gallery: bool


def declared(root: Element) -> Declared:
    """Read what a page says that it is."""
    types = [jsonld.types(node) for node in jsonld.nodes(root)]
    said = {str(meta.get("content") or "").lower() for meta in root.iter("meta") if meta.get("property") == "og:type"}
    every = frozenset(name for one in types for name in one)
    return Declared(
        article=bool(every & jsonld.ARTICLE_TYPES),
        loosely="article" in said,
        index=bool(every & _INDEX_TYPES),
        live="LiveBlogPosting" in every,
        video="VideoObject" in every or any(one.startswith("video") for one in said),
        gallery=bool(every & _GALLERY_TYPES),
    )


def form_of(said: Declared, blocks: Sequence[Block], pictures: int, *, live: bool, names: Sequence[str]) -> ArticleForm:
    """The form of an article; ``live``: entries were found; ``names`` are its headline, kicker, section and address."""
    size = sum(weight(block.text) for block in blocks)
    if live or said.live:
        return ArticleForm.LIVE
    if said.video and size < _FEW_WORDS:
        return ArticleForm.VIDEO
    if (said.gallery or pictures >= 6) and size < max(_FEW_WORDS, 100 * pictures):
        return ArticleForm.GALLERY
    if any(_BRIEFS.search(name) for name in names) and _sections(blocks) >= 3:
        return ArticleForm.BRIEFS
    told = any(_INTERVIEW.search(name) for name in names)
    return ArticleForm.INTERVIEW if _is_interview(blocks, told=told) else ArticleForm.ARTICLE


def is_index(root: Element, url: str, said: Declared, kept: Sequence[PlacedBlock]) -> bool:
    """Tell a home, section, tag or search page from an article: its text stands in teasers of other pages."""
    if said.article or said.live:
        return False
    parts = address_parts(url)
    if (_FRONT.search(parts.path) and not parts.query and not said.loosely) or (said.index and not said.loosely):
        return True
    teased, paths, total = _teased(kept, url)
    if total < 2 * _FEW_WORDS and not said.loosely and _stands_for_front(root) and _many_headlines(root, url):
        return True
    if teased >= (0.8 if said.loosely else 0.6) * total and len(paths) >= _TEASERS:
        return True
    return total < _HEADLINE and _many_headlines(root, url)


def _many_headlines(root: Element, url: str) -> bool:
    return len(set(_headlines(root, url))) >= _LINKS


def _stands_for_front(root: Element) -> bool:
    """Tell whether a page names a front page as its own address."""
    named = (one.get("href") for one in root.iter("link") if (one.get("rel") or "").lower() == "canonical")
    return any(_FRONT.search(address_parts(address).path) is not None for address in named if address)


def _sections(blocks: Sequence[Block]) -> int:
    """Headings, or lines that begin in bold, each with a text."""
    kinds = [block.kind for block in blocks if block.text]
    headed = sum(one is BlockKind.HEADING and other is not BlockKind.HEADING for one, other in pairwise(kinds))
    return max(headed, sum(block.kind is BlockKind.PARAGRAPH and _begins_bold(block) for block in blocks))


def _begins_bold(block: Block) -> bool:
    return any(mark.kind is MarkKind.STRONG and mark.span[0] == 0 and mark.span[1] >= 4 for mark in block.marks)


def _is_interview(blocks: Sequence[Block], *, told: bool) -> bool:
    """Tell whether marked questions and answers take turns, or named speakers do.

    Headings that ask are an explainer's, unless the page names an interview (``told``).
    """
    texts = [block for block in blocks if block.text and block.kind not in (BlockKind.TABLE, BlockKind.EMBED)]
    asked = [_asks(block) and (told or block.kind is not BlockKind.HEADING) for block in texts]
    turns = sum(one and not other for one, other in pairwise(asked))
    if turns >= 3 and turns * 8 >= len(texts):
        return True
    speakers = [match[1].strip().casefold() for block in texts if (match := _SPEAKER.search(block.text))]
    said = Counter(speakers)
    changes = sum(one != other for one, other in pairwise(speakers))
    talking = [name for name, count in said.items() if count >= 2]
    return len(talking) >= 2 and changes >= 4 and sum(said[name] for name in talking) * 2 >= len(texts)


def _asks(block: Block) -> bool:
    """Tell whether a block is a question that stands out: a heading, or wholly in bold or italics."""
    if not _QUESTION.search(block.text):
        return False
    marked = (mark for mark in block.marks if mark.kind in (MarkKind.STRONG, MarkKind.EMPHASIS))
    return (
        block.kind is BlockKind.HEADING
        or sum(mark.span[1] - mark.span[0] for mark in marked) * 5 >= len(block.text) * 4
    )


def _teased(kept: Sequence[PlacedBlock], url: str) -> tuple[int, set[str], int]:
    """Letters that stand in teasers of other pages, the paths of these, and all letters."""
    told = [one for one in kept if one.block.text]
    within = Counter(up for one in told if one.element is not None for up in _up(one.element))
    teased = 0
    paths: set[str] = set()
    known: dict[Element, str | None] = {}
    for one in told:
        if one.element is None:
            continue
        box = [up for up in _up(one.element) if within[up] <= _BLOCKS_OF_TEASER][-1]
        if box not in known:
            known[box] = next(_headlines(box, url), None)
        path = known[box]
        if path and (box is not one.element or _linked(one.block) * 5 >= len(one.block.text) * 4):
            teased += weight(one.block.text)
            paths.add(path)
    return teased, paths, sum(weight(one.block.text) for one in told)


def _linked(block: Block) -> int:
    return sum(mark.span[1] - mark.span[0] for mark in block.marks if mark.kind is MarkKind.LINK)


def _up(element: Element) -> Iterator[Element]:
    yield element
    yield from (up for up in islice(element.iterancestors(), 5) if up.tag not in ("body", "html", "main"))


def _headlines(box: Element, url: str) -> Iterator[str]:
    """Paths of other pages of the host that headlines, or links as long as one, lead to; menus aside."""
    here = address_parts(url)
    for link in box.iter("a"):
        address = address_parts(absolute(link.get("href"), url) or "")
        if not address.path.strip("/") or address.path.rstrip("/") == here.path.rstrip("/"):
            continue
        same = (address.hostname or "").removeprefix("www.") == (here.hostname or "").removeprefix("www.")
        if same and (_is_headline(link)) and not any(up.tag in _MENUS for up in link.iterancestors()):
            yield address.path


def _is_headline(link: Element) -> bool:
    around = [link, *islice(link.iterancestors(), 2)]
    if any(up.tag in _HEADINGS for up in around) or next(link.iter(*_HEADINGS), None) is not None:
        return True
    parent, said = link.getparent(), weight(visible_text(link))
    return (
        parent is not None and said >= _HEADLINE and (parent.tag != "p" or said * 5 >= 4 * weight(visible_text(parent)))
    )
