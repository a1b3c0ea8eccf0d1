"""The pictures that an article shows, with caption and credit apart, harvested from the page itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import absolute, address_parts, visible_text
from limitedtimes.ingest.page import jsonld
from limitedtimes.ingest.page.captions import split_credit
from limitedtimes.ingest.page.picture_files import background, best_address, is_image_file, picture_key, shows_something
from limitedtimes.ingest.page.picture_texts import said_of
from limitedtimes.ingest.text import clean
from limitedtimes.model.article import Picture
from limitedtimes.rules.furniture import is_button_label

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.blocks import Places
    from limitedtimes.ingest.page.jsonld import Json

__all__ = ["PlacedPicture", "described", "harvest", "picture_key", "words_of"]

_NEVER = re.compile(
    r"(?:^|[\s_-])(?:advert\w*|ads?|banner|share|social|authors?|avatar|byline|logo|icon|profile|outbrain|taboola|related|relacionad[oa]s?|recommend\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|relacionad[oa]s?|recommend\w*|recirc\w*|teasers?|side-?bar|newsletters?|promo\w*|advert\w*|ads?|banner|comments?|"
    r"share|social|authors?|avatar|byline|logo|icon|footer|nav\w*|menu|most-?read|popular|more-?(?:news|stories|from)|read-?more|also-?read|"
    r"outbrain|taboola|latest|trending|playlist|upsell|paywall|breadcrumbs?|profile|podcast|subscribe)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ELSEWHERE_TAGS = frozenset(("aside", "nav", "footer", "form"))
_PICTURE_BOX = re.compile(
    r"(?:^|[\s_-])(?:images?|photos?|pictures?|figure|media|bild|foto|imagen)(?:$|[\s_-])", re.IGNORECASE
)
_GALLERY = re.compile(
    r"galler(?:y|ie|i)|galerie|galería|galeria|slide-?show|bild-?strecke|foto-?strecke|diaporama|carrusel|carousel|swiper",
    re.IGNORECASE,
)
_MIN_SIDE = 120  # pixels, where a page tells both sides
_RATIO = 21  # smaller numbers are an aspect ratio: 16 and 9, 21 and 9
_LONGEST = 400  # characters of a caption in a box


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture and the page's element that shows it; ``sure`` where an element is there to hold its caption."""

    picture: Picture
    element: Element
    sure: bool = False


def harvest(base: str, texts: Sequence[Element], heading: Element | None, places: Places) -> list[PlacedPicture]:
    """Pictures between the headline and the end of the text, each once.

    ``texts`` are the elements of the article's blocks: what holds most of them, and the headline, is the article.
    """
    article = _container([*texts, heading] if heading is not None else texts)
    if article is None or not texts:
        return []
    common = {article} if heading is None else {article, *heading.iterancestors()}
    teasers = _teasers(article, {above for one in texts for above in one.iterancestors()}, base)
    order = sorted(places.order[one] for one in texts)
    top, last = order[min(1, len(order) - 1)], order[-1]  # the lead may be the first of the texts
    found: dict[str, PlacedPicture] = {}
    is_teaser = cache(partial(_leads_elsewhere, base=base))  # thousands of pictures may share a box
    for image in _shown(article):
        placed = None if teasers.intersection(image.iterancestors()) else _read(image, base, common, is_teaser)
        if placed is None or (places.order[image] > last and not (placed.sure and placed.picture.caption)):
            continue
        if places.order[image] > top and not placed.picture.caption and _link(image, base) is not None:
            continue  # the first picture alone may lead to a gallery
        key = picture_key(placed.picture.url)
        while key in found and _differ(found[key], placed):
            key += "'"
        found[key] = _better(found[key], placed) if key in found else placed
    return list(found.values())


def _teasers(article: Element, holding: Container[Element], base: str) -> set[Element]:
    """Articles within the article that hold none of its text, and lead elsewhere: teasers."""
    inner = [one for one in article.iterdescendants("article") if one not in holding]
    return {one for one in inner if any(_leads_away(link, base) for link in one.iter("a"))}


def words_of(pictures: Iterable[Picture]) -> list[str]:
    """Everything that is said of pictures, for who must not print it twice."""
    return [text for one in pictures for text in (one.caption, one.credit, one.alt) if text]


def described(picture: Picture, images: Sequence[Mapping[str, Json]]) -> Picture:
    """Fill caption and credit from what JSON-LD says about the same picture."""
    for image in images:
        url = next(iter(jsonld.strings(image.get("url"))), "")
        if not url or picture_key(url) != picture_key(picture.url):
            continue
        caption, credit = split_credit(jsonld.text(image, "caption") or "")
        credit = credit or jsonld.text(image, "creditText", "copyrightHolder", "copyrightNotice", "creator", "author")
        return replace(picture, caption=picture.caption or caption, credit=picture.credit or credit)
    return picture


def _container(elements: Sequence[Element]) -> Element | None:
    """The innermost element that holds at least two thirds of the given ones."""
    counts: dict[Element, int] = {}
    for element in elements:
        for ancestor in element.iterancestors():
            counts[ancestor] = counts.get(ancestor, 0) + 1
    holding = [one for one, count in counts.items() if count * 3 >= len(elements) * 2]
    heading = elements[-1] if elements else None
    with_heading = [
        one for one in holding if heading is not None and any(one is above for above in heading.iterancestors())
    ]
    deepest = with_heading or holding
    return max(deepest, key=lambda one: sum(1 for _ in one.iterancestors()), default=None)


def _shown(container: Element) -> Iterator[Element]:
    """Elements that show a picture, in order: images, and boxes with one behind them and none in them.

    In front of the text and the headline an article may have its first picture.
    """
    article = next((one for one in container.iterancestors() if one.tag == "article"), None)
    if article is not None and container.tag not in ("article", "main"):
        for one in article.iter("img", "amp-img", container.tag):
            if one is container:
                break
            if one.tag in ("img", "amp-img") and _figure(one) is not None:
                yield one
    for one in container.iter("*"):
        if one.tag in ("img", "amp-img") or (
            background(one) and one.tag != "body" and next(one.iter("img"), None) is None
        ):
            yield one


def _read(
    image: Element, base: str, common: Container[Element], is_teaser: Callable[[Element], bool | None]
) -> PlacedPicture | None:
    if _elsewhere(image, common, base) or _tiny(image) or _repeats(image):
        return None
    url = best_address(image, base)
    if url is None:
        return None
    figure = _figure(image)
    link = _link(image, base)
    if link is not None and (figure is None or visible_text(link)):
        return None
    said = said_of(image, figure)
    if figure is None and not said.caption:
        boxes = (is_teaser(one) for one in islice(image.iterancestors(), 4))
        if next((one for one in boxes if one is not None), False):
            return None
    alt = clean(image.get("alt"))
    width, height = (_pixels(image.get(side)) for side in ("width", "height"))
    if _is_ratio(width, height):
        width = height = None
    return PlacedPicture(
        Picture(url, said.caption, said.credit, None if is_button_label(alt) else alt or None, width, height),
        image,
        said.sure,
    )


def _better(one: PlacedPicture, other: PlacedPicture) -> PlacedPicture:
    """Keep the first place, and whatever the second time tells more."""
    first, second = (other.picture, one.picture) if other.sure and not one.sure else (one.picture, other.picture)
    caption, credit = first.caption or second.caption, first.credit or second.credit
    picture = replace(one.picture, caption=caption, credit=credit, alt=one.picture.alt or other.picture.alt)
    return PlacedPicture(picture, one.element, one.sure or other.sure)


def _differ(one: PlacedPicture, other: PlacedPicture) -> bool:
    """Tell two pictures whose files have one name: outlets name all pictures of an article after it."""
    first, second = one.picture, other.picture
    return (
        one.sure
        and other.sure
        and first.url != second.url
        and first.caption != second.caption
        and bool(first.caption and second.caption)
    )


def _elsewhere(image: Element, common: Container[Element], base: str) -> bool:
    """Tell whether a picture stands in a box beside the article; what is ``common`` holds the headline or the text too."""
    for one in (image, *image.iterancestors()):
        if one in common:
            return False
        marks = f"{one.get('class') or ''} {one.get('id') or ''}"
        away = one.tag in _ELSEWHERE_TAGS or _ELSEWHERE.search(marks)
        if away and (_NEVER.search(marks) or not _own_box(one, base)):
            return True
    return False


def _own_box(element: Element, base: str) -> bool:
    """Tell a picture's own box, whatever it is called: a figure, or a box named after pictures, that leads nowhere."""
    marks = element.get("class") or ""
    gallery = _GALLERY.search(marks)
    if element.tag in ("nav", "footer", "form") or not (
        gallery or element.tag == "figure" or _PICTURE_BOX.search(marks)
    ):
        return False
    if not gallery and len(visible_text(element)) > _LONGEST:
        return False
    return not any(_leads_away(link, base) for link in element.iter("a"))


def _pixels(value: str | None) -> int | None:
    digits = (value or "").removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and 0 < len(digits) < 6 else None


def _is_ratio(width: int | None, height: int | None) -> bool:
    return width is not None and height is not None and width != height and max(width, height) <= _RATIO


def _tiny(image: Element) -> bool:
    width, height = _pixels(image.get("width")), _pixels(image.get("height"))
    return not _is_ratio(width, height) and (width or _MIN_SIDE) < _MIN_SIDE and (height or _MIN_SIDE - 1) < _MIN_SIDE


def _figure(image: Element) -> Element | None:
    for one in image.iterancestors():
        if one.tag == "figure" or "ImageObject" in (one.get("itemtype") or ""):
            return one
        if one.tag in ("article", "main", "body", "section"):
            return None
    return None


def _link(image: Element, base: str) -> Element | None:
    """The link to another page that a picture is, as those of teasers are."""
    link = next((one for one in list(image.iterancestors())[:7] if one.tag == "a"), None)
    return link if link is not None and _leads_away(link, base) else None


def _leads_away(link: Element, base: str) -> bool:
    href = absolute(link.get("href"), base)
    return (
        bool(href)
        and address_parts(href).path.lower() != address_parts(base).path.lower()
        and not is_image_file(href or "")
    )


def _leads_elsewhere(box: Element, base: str) -> bool | None:
    """Tell whether all that stands in a picture's box is a link, and a word or two: a teaser. None where no word does."""
    text = visible_text(box)
    if not text:
        return None
    linked = sum(len(visible_text(link)) for link in box.iter("a") if _leads_away(link, base))
    return box.tag in ("div", "li", "td", "tr") and linked * 2 > len(text)


def _repeats(image: Element) -> bool:
    """Tell whether a picture is what readers without scripts see in place of the one that it stands in or behind."""
    fallback = next((one for one in image.iterancestors() if one.tag == "noscript"), None)
    if fallback is None:
        return False
    other, parent = fallback.getprevious(), fallback.getparent()
    if other is not None and other.tag == "picture":
        other = other.find(".//img")
    shown = [one for one in (other, parent) if one is not None and one.tag in ("img", "amp-img")]
    return any(shows_something(one) for one in shown)
