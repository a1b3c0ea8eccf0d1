"""Articles on several pages: which page comes next, and one article out of all of them.

The next *article* is what most "next" links lead to. A page of the same article has the same address but for its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from limitedtimes.ingest.dom import absolute, address_parts, base_url, parse_html, visible_text
from limitedtimes.ingest.page.pictures import picture_key
from limitedtimes.model.article import BlockKind
from limitedtimes.rules.identity import canonical_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.model.article import Article, Block, Page, Picture

_PAGE = r"(?:page|pg|seite|sida|side|sivu|pagina|página|p[aá]gina|sayfa|str|strana|strona|stranica|oldal|halaman|trang|lk|psl|p)"
_NAMED = re.compile(rf"(?:^|[/._-]){_PAGE}[/._=-]?(\d{{1,3}})$", re.IGNORECASE)
_BARE = re.compile(r"([/._-])(\d{1,2})$")
_PARAMETER = re.compile(rf"\w*?{_PAGE}(?:n|no|num|nr|number|n_\d)?", re.IGNORECASE)
_ENDING = re.compile(r"\.(?:html?|shtml|php|aspx?|jsp|ece)$", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|kommentar|comentario|disqus|respond", re.IGNORECASE)
_MOST = 60  # pages; a higher number is an identifier


@dataclass(frozen=True, slots=True)
class _Numbered:
    """An address taken apart: what all pages of an article share, the page's number, how it is written."""

    article: str
    number: int = 1
    style: str = ""  # "named" where a word says that it is a page, else the sign before the number


def next_page(page: Page) -> str | None:
    """Address of the article's next page, never of another article; None on its last page."""
    root = parse_html(page)
    if root is None:
        return None
    readings = _readings(page.url)
    links = list(_links(root, base_url(root, page.url)))
    for address, text, is_next in links:
        for there in _readings(address):
            if any(_follows(here, there, text, is_next=is_next, links=links) for here in readings):
                return address
    return None


def joined(pages: Sequence[Article]) -> Article:
    """One article out of its pages in order; what each page repeats at its head and foot stands once.

    ``pages`` counts those that brought something new. Raises ValueError where there is none.
    """
    if not pages:
        raise ValueError("an article has at least one page")
    whole = pages[0]
    for more in pages[1:]:
        whole = _appended(whole, more)
    return whole


def _links(root: Element, base: str) -> Iterator[tuple[str, str, bool]]:
    """Address, text and "is marked as the next" of every link but those of comments; those of the head first."""
    for element in [*root.iter("link"), *root.iter("a")]:
        href = element.get("href") or ""
        is_next = "next" in (element.get("rel") or "").lower().split()
        address = absolute(href, base)
        if address is None or href.startswith("#") or (element.tag == "link" and not is_next):
            continue
        around = " ".join(f"{up.get('class') or ''} {up.get('id') or ''}" for up in _up(element))
        if not _COMMENTS.search(f"{address_parts(address).fragment} {around}"):
            yield address.partition("#")[0], visible_text(element), is_next


def _up(element: Element) -> Iterator[Element]:
    node: Element | None = element
    for _ in range(5):
        if node is None:
            return
        yield node
        node = node.getparent()


def _readings(url: str) -> list[_Numbered]:
    """Every way to take an address apart; the one without a number first."""
    address = canonical_url(url)
    parts = address_parts(address)
    host = (parts.hostname or "").removeprefix("www.")
    ending = _ENDING.search(parts.path)
    path = parts.path[: ending.start()] if ending else parts.path.rstrip("/")
    found = [_Numbered(f"{host}{path}?{parts.query}")]
    if match := _NAMED.search(path):
        found.append(_Numbered(f"{host}{path[: match.start()]}?{parts.query}", int(match[1]), "named"))
    elif match := _BARE.search(path):
        found.append(_Numbered(f"{host}{path[: match.start()]}?{parts.query}", int(match[2]), match[1]))
    query = parse_qsl(parts.query, keep_blank_values=True)
    for name, value in query:
        if _PARAMETER.fullmatch(name) and value.isascii() and value.isdigit() and len(value) < 3:
            rest = "&".join(f"{key}={said}" for key, said in query if key != name)
            found.append(_Numbered(f"{host}{path}?{rest}", int(value), "named"))
    return found


def _follows(
    here: _Numbered, there: _Numbered, text: str, *, is_next: bool, links: Sequence[tuple[str, str, bool]]
) -> bool:
    """Tell whether an address is the next page of this one.

    A bare number may be part of another article's name ("horoscope-2", "/news/13"): then the link itself must be the number,
    and on a later page the first page must be linked as "1".
    """
    if here.article != there.article or not there.style or there.number != here.number + 1 or there.number > _MOST:
        return False
    if here.style and here.style != there.style:
        return False
    digits = text.strip(" .[]()")
    if digits.isascii() and digits.isdigit() and int(digits) != there.number:
        return False
    if there.style == "named":
        return True
    numbered = digits == str(there.number)
    if not here.style:
        return numbered or (is_next and there.style == "/")
    first = any(said.strip() == "1" and _is_first(address, here) for address, said, _ in links)
    return (numbered or is_next) and first


def _is_first(address: str, here: _Numbered) -> bool:
    return any(one.article == here.article and one.number == 1 for one in _readings(address))


def _appended(whole: Article, more: Article) -> Article:
    new, pictures = _unseen(_without_repeats(whole, more), whole, more)
    if not any(block.text for block in new):
        return whole
    later = [moment for moment in (whole.modified, more.modified) if moment is not None]
    return replace(
        whole,
        blocks=(*whole.blocks, *new),
        pictures=tuple(pictures),
        modified=max(later, default=None),
        agencies=tuple(dict.fromkeys([*whole.agencies, *more.agencies])),
        accessible=whole.accessible and more.accessible,
        partial=whole.partial or more.partial,
        pages=whole.pages + more.pages,
    )


def _without_repeats(whole: Article, more: Article) -> list[Block]:
    """Blocks of a later page without what it begins and ends with that was told before."""
    told = {block.text for block in whole.blocks} | {whole.title, whole.lead or ""}
    blocks = list(more.blocks)
    while blocks and blocks[-1].kind is not BlockKind.PICTURE and blocks[-1].text in told:
        blocks.pop()
    new = [index for index, one in enumerate(blocks) if one.kind is not BlockKind.PICTURE and one.text not in told]
    start = new[0] if new else len(blocks)
    return [block for index, block in enumerate(blocks) if index >= start or block.kind is BlockKind.PICTURE]


def _unseen(blocks: Sequence[Block], whole: Article, more: Article) -> tuple[list[Block], list[Picture]]:
    """Blocks with their pictures counted on, and all pictures; one that an earlier page shows is left out."""
    pictures = list(whole.pictures)
    seen = {picture_key(picture.url) for picture in pictures}
    kept: list[Block] = []
    for block in blocks:
        if block.image is None:
            kept.append(block)
            continue
        picture = more.pictures[block.image]
        if picture_key(picture.url) not in seen:
            seen.add(picture_key(picture.url))
            kept.append(replace(block, image=len(pictures)))
            pictures.append(picture)
    return kept, pictures
