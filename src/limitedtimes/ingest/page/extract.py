"""From a page, or a feed's entry, to an article."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.errors import ReadError
from limitedtimes.ingest.dom import address_parts, base_url, drop_button_labels, parse_html
from limitedtimes.ingest.language import choose_language, foreign
from limitedtimes.ingest.page.beside import beside
from limitedtimes.ingest.page.blocks import PlacedBlock, Places, extract_blocks, markup_blocks, text_blocks
from limitedtimes.ingest.page.forms import declared, form_of, is_index
from limitedtimes.ingest.page.headline import Headline, Lead, read_headline, read_lead
from limitedtimes.ingest.page.live import as_live
from limitedtimes.ingest.page.metadata import Metadata, read_metadata
from limitedtimes.ingest.page.outlets import NO_OUTLETS, Outlets
from limitedtimes.ingest.page.paragraphs import part_paragraphs
from limitedtimes.ingest.page.pictures import PlacedPicture, described, harvest, words_of
from limitedtimes.ingest.page.quotes import attributed, repeating
from limitedtimes.ingest.page.state import state_blocks
from limitedtimes.ingest.page.structure import STRUCTURES, with_structures
from limitedtimes.ingest.text import weight
from limitedtimes.model.article import Article, ArticleForm, Block, BlockKind, Picture, Reason
from limitedtimes.rules.bylines import Byline, agencies_in, read_byline
from limitedtimes.rules.furniture import Cleaned, Surroundings, clean_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.forms import Declared
    from limitedtimes.model.article import Entry, Page
    from limitedtimes.ports import LanguageDetector

MAX_BYTES = 4_000_000  # of HTML; larger pages are applications or attacks
_MAX_ELEMENTS = 50_000  # of a page; those of news have a few thousand, and each costs time and memory
_MIN_LETTERS = 140  # of text; a page with less, and no headline, is no article
_MIN_DECLARED = 60  # of one that has a headline
_FAILED = 300  # letters; a page with less may keep its text in its scripts
_NOT_HTML = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF")
PAYWALL = Reason("paywall", "behind the outlet's paywall: this is only what it gives away")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found on a page, before it is put together."""

    meta: Metadata
    places: Places
    headline: Headline
    lead: Lead | None
    placed: Sequence[PlacedBlock]
    pictures: Sequence[PlacedPicture]


def read_page(
    page: Page,
    *,
    language: str | None,
    detector: LanguageDetector,
    now: datetime | None = None,
    outlets: Outlets = NO_OUTLETS,
) -> Article:
    """Read the article on a page; ``language`` is the outlet's own, ``now`` (default: the clock) tells absurd dates.

    ``outlets`` are those with a file of their own, whose word counts.

    Raises ReadError: ``too_large``, ``not_html``, ``no_text``, ``not_article``.
    """
    root = _parsed(page)
    outlet = outlets.find(page.url)
    outlet.prepare(root)
    language = outlet.language or language
    base = base_url(root, page.url)
    meta = outlet.amended(read_metadata(root, page, now or datetime.now(UTC)), root, page.url)
    places = Places(root)
    headline = outlet.headline(root) or read_headline(root, meta, page.url) or Headline("")
    said = declared(root)
    placed = outlet.text(root, base, places) or _whole(root, extract_blocks(root, base, places), meta, base)
    entries = as_live(root, placed, base, places, declared=said.live)
    placed = attributed(with_structures(entries or placed, base, places))
    elements = [one.element for one in placed if one.element is not None]
    pictures = [
        replace(one, picture=outlet.described(described(one.picture, meta.images), one.element))
        for one in harvest(base, elements, headline.element, places)
        if not _shows_author(one.picture, meta.byline)
    ]
    lead = outlet.lead(root) or read_lead(meta, headline, elements, places)
    seen = _Seen(meta, places, headline, lead, placed, pictures)
    cleaned, kept = _cleaned(seen, _spoken(seen, language, detector), address_parts(base).hostname)
    if is_index(root, base, said, kept):
        raise ReadError(f"{page.url} is a page of links to articles, not an article", code="not_article")
    article = _formed(_composed(page.url, seen, cleaned, kept), seen, said, live=entries is not None)
    _check(article, page.url, declared=said.article or said.loosely or headline.element is not None)
    spoken = _language(article, meta.language, language, detector)
    return _in_language(outlet.completed(article), spoken, detector)


def article_from_feed(entry: Entry, *, language: str | None, detector: LanguageDetector, partial: Reason) -> Article:
    """Article out of what the feed itself carries, with the caller's reason why there is no more.

    Raises ReadError(``no_text``) where the feed carries no text.
    """
    blocks = markup_blocks(entry.content_html or entry.summary_html, entry.url)
    spoken = choose_language(detector.detect("\n".join(block.text for block in blocks)), entry.language, language)
    cleaned = clean_blocks(blocks, Surroundings(titles=[entry.title], authors=entry.authors, language=spoken))
    kept = tuple(blocks[index] for index in cleaned.kept)
    if not any(block.text for block in kept):
        raise ReadError(f"the feed carries no text of {entry.url}", code="no_text")
    byline = sum((read_byline(author) for author in entry.authors), Byline()) + cleaned.byline
    article = Article(
        url=entry.url,
        title=entry.title or _beginning(kept),
        blocks=kept,
        published=entry.published,
        modified=entry.updated if entry.updated != entry.published else None,
        authors=byline.authors,
        agencies=byline.agencies,
        keywords=entry.keywords,
        pictures=(Picture(entry.image),) if entry.image else (),
        partial=partial,
    )
    return _in_language(article, _language(article, entry.language, language, detector), detector)


def _parsed(page: Page) -> Element:
    if len(page.body) > MAX_BYTES:
        raise ReadError(f"{page.url} is larger than {MAX_BYTES:,} bytes: no article is", code="too_large")
    kind = (page.content_type or "").partition(";")[0].strip().lower()
    is_html = (
        not kind or "html" in kind or kind in ("text/plain", "application/xml", "text/xml", "application/octet-stream")
    )
    if not is_html or page.body.startswith(_NOT_HTML):
        raise ReadError(f"{page.url} is not a web page but {kind or 'something else'}", code="not_html")
    if b"<" not in page.body:
        code, what = ("not_html", "is not a web page") if page.body.strip() else ("no_text", "is empty")
        raise ReadError(f"{page.url} {what}", code=code)
    root = parse_html(page)
    if root is None or root.tag != "html":
        raise ReadError(f"{page.url} cannot be read as HTML", code="not_html")
    if next(islice(root.iter("*"), _MAX_ELEMENTS, None), None) is not None:
        raise ReadError(f"{page.url} has more than {_MAX_ELEMENTS:,} elements: no article has", code="too_large")
    drop_button_labels(root)
    part_paragraphs(root)
    return root


def _whole(root: Element, placed: list[PlacedBlock], meta: Metadata, url: str) -> list[PlacedBlock]:
    """Extracted blocks, or the text that JSON-LD carries where extraction gave less than half of it."""
    body = html.unescape(meta.body)
    said = markup_blocks(body, url) if "</" in body else text_blocks(body)
    found = sum(len(one.block.text) for one in placed)
    shown = sum(len(one.block.text) for one in placed if one.element is not None)
    # The extractor knows JSON-LD too, but not its paragraphs: what it took from there stands nowhere on the page.
    if sum(len(block.text) for block in said) > 2 * (found if shown * 5 > found else shown):
        placed = [PlacedBlock(block) for block in said]
    if sum(weight(one.block.text) for one in placed) < _FAILED:
        built = state_blocks(root, url)
        if sum(weight(block.text) for block in built) > 2 * sum(weight(one.block.text) for one in placed):
            return [PlacedBlock(block) for block in built]
    return placed


def _composed(url: str, seen: _Seen, cleaned: Cleaned, kept: Sequence[PlacedBlock]) -> Article:
    meta, headline, lead = seen.meta, seen.headline, seen.lead
    shown = [one.picture for one in seen.pictures] or list(_told_pictures(meta))
    blocks = _with_pictures(kept, seen) if seen.pictures else _with_told_picture(kept, shown)
    byline = meta.byline + cleaned.byline
    return Article(
        url=url,
        title=headline.title or _beginning(blocks),
        blocks=blocks,
        canonical_url=meta.canonical_url,
        kicker=headline.kicker,
        lead=lead.text if lead else None,
        published=meta.published,
        modified=meta.modified,
        utc_offset=meta.utc_offset,
        authors=byline.authors,
        agencies=(byline + Byline(agencies=_signed(kept))).agencies,
        section=meta.section,
        keywords=meta.keywords,
        pictures=tuple(shown),
        accessible=meta.accessible,
        rights=meta.rights,
        partial=PAYWALL if cleaned.paywall and not meta.accessible else None,
    )


def _cleaned(seen: _Seen, language: str | None, host: str | None) -> tuple[Cleaned, list[PlacedBlock]]:
    """Leave out what stands beside the article, then what reads like furniture."""
    outside = beside(seen.placed, seen.places, host) | repeating(seen.placed)
    inside = [one for index, one in enumerate(seen.placed) if index not in outside]
    pictures = [one.picture for one in seen.pictures]
    around = Surroundings(
        titles=[seen.headline.title, seen.headline.kicker or "", *seen.meta.headlines],
        lead=seen.lead.text if seen.lead else None,
        captions=words_of(pictures),
        authors=seen.meta.byline.authors,
        language=language,
    )
    texts = [index for index, one in enumerate(inside) if one.block.kind not in STRUCTURES]
    cleaned = clean_blocks([inside[index].block for index in texts], around)
    kept = {texts[index] for index in cleaned.kept}
    return cleaned, [one for index, one in enumerate(inside) if index in kept or one.block.kind in STRUCTURES]


def _shows_author(picture: Picture, byline: Byline) -> bool:
    """Tell the portrait beside a byline from a picture of the article."""
    said = [text for text in (picture.caption, picture.alt) if text]
    return any(
        author in text and len(text) < len(author) + 60 and text.find(author) < 12
        for author in byline.authors
        for text in said
    )


def _signed(kept: Sequence[PlacedBlock]) -> tuple[str, ...]:
    texts = [one.block.text for one in kept if one.block.kind is BlockKind.PARAGRAPH]
    return agencies_in(texts[0], texts[-1]) if texts else ()


def _told_pictures(meta: Metadata) -> Iterable[Picture]:
    """The picture that JSON-LD names, for pages that load theirs by script."""
    for image in meta.images[:1]:
        url = image.get("url")
        if isinstance(url, str) and address_parts(url).scheme in ("http", "https"):
            yield described(Picture(url), meta.images)


def _with_pictures(kept: Sequence[PlacedBlock], seen: _Seen) -> tuple[Block, ...]:
    """Put each picture in front of the first block that stands behind it on the page."""
    order = seen.places.order
    blocks: list[Block] = []
    waiting = [(order[one.element], index) for index, one in enumerate(seen.pictures)]
    for one in kept:
        place = order[one.element] if one.element is not None else -1
        while waiting and waiting[0][0] < place:
            blocks.append(Block(BlockKind.PICTURE, image=waiting.pop(0)[1]))
        blocks.append(one.block)
    return (*blocks, *(Block(BlockKind.PICTURE, image=index) for _, index in waiting))


def _with_told_picture(kept: Sequence[PlacedBlock], shown: Sequence[Picture]) -> tuple[Block, ...]:
    first = [Block(BlockKind.PICTURE, image=0)] if shown else []
    return (*first, *(one.block for one in kept))


def _beginning(blocks: Sequence[Block]) -> str:
    """Title for a text that has none: its first words."""
    text = next((block.text for block in blocks if block.text), "")
    return text if len(text) <= 80 else text[:80].rpartition(" ")[0] + " …"


def _formed(article: Article, seen: _Seen, said: Declared, *, live: bool) -> Article:
    """The article with its form; a video without words has those that describe it."""
    names = [
        article.title,
        article.kicker or "",
        article.section or "",
        address_parts(article.url).path.replace("-", " "),
    ]
    form = form_of(said, article.blocks, len(article.pictures), live=live, names=names)
    worded = any(block.text for block in article.blocks) or article.lead
    if form is ArticleForm.VIDEO and not worded and seen.meta.descriptions:
        text = Block(BlockKind.PARAGRAPH, seen.meta.descriptions[0])
        article = replace(article, blocks=(*article.blocks, text))
    return replace(article, form=form)


def _check(article: Article, url: str, *, declared: bool) -> None:
    """Refuse what has no text; news of two sentences is an article where the page has a headline, or says that it is one."""
    letters = sum(weight(block.text) for block in article.blocks) + weight(article.lead or "")
    pictured = article.form in (ArticleForm.VIDEO, ArticleForm.GALLERY) and (letters or len(article.pictures) > 1)
    if letters < (_MIN_DECLARED if declared else _MIN_LETTERS) and not pictured:
        raise ReadError(f"{url} has no text of an article that can be read", code="no_text")


def _in_language(article: Article, language: str | None, detector: LanguageDetector) -> Article:
    return replace(article, blocks=foreign(article.blocks, language, detector), language=language)


def _spoken(seen: _Seen, outlet: str | None, detector: LanguageDetector) -> str | None:
    """The language in which furniture is looked for: that of all blocks, before any is left out."""
    sample = "\n".join([seen.headline.title, *(one.block.text for one in seen.placed[:12])])
    return choose_language(detector.detect(sample), seen.meta.language, outlet)


def _language(article: Article, declared: str | None, outlet: str | None, detector: LanguageDetector) -> str | None:
    sample = "\n".join([article.title, article.lead or "", *(block.text for block in article.blocks[:12])])
    return choose_language(detector.detect(sample), declared, outlet)
