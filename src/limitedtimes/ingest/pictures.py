"""The pictures that an article shows, with caption and credit apart, harvested from the page itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from limitedtimes.ingest import jsonld
from limitedtimes.ingest.captions import marked_credit, split_credit
from limitedtimes.ingest.dom import absolute, visible_text
from limitedtimes.ingest.text import clean
from limitedtimes.model.article import Picture
from limitedtimes.rules.furniture import is_button_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.blocks import Places
    from limitedtimes.ingest.jsonld import Json

_SOURCES = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set")
_SINGLE = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-lazy",
    "data-full-src",
    "data-hi-res-src",
    "data-url",
    "src",
)
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)")
_NO_PICTURE = re.compile(
    r"^data:|[{}]|\.svg(?:$|\?)|(?:^|[/_.-])(?:logos?|icons?|avatars?|sprites?|pixel|placeholder|blank|spacer|1x1|emojis?|loading|spinner|"
    r"transparent|badge|button|fallback|default-?image)(?:$|[/_.0-9-])|gravatar|doubleclick|/ads?/|facebook\.com/tr|scorecardresearch",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|relacionad[oa]s?|recommend\w*|recirc\w*|teasers?|side-?bar|newsletters?|promo\w*|advert\w*|ads?|banner|comments?|"
    r"share|social|authors?|avatar|byline|logo|icon|footer|nav\w*|menu|most-?read|popular|more-?(?:news|stories|from)|read-?more|also-?read|"
    r"outbrain|taboola|latest|trending|playlist|upsell|paywall|breadcrumbs?|profile|podcast|subscribe)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ELSEWHERE_TAGS = frozenset(("aside", "nav", "footer", "form"))
_CAPTION_CLASS = re.compile(
    r"caption|legend[ea]?|bild-?unterschrift|bild-?text|bildtekst|pie-?de-?foto|didascalia|cutline", re.IGNORECASE
)
_PICTURE_CLASS = re.compile(r"image|img|photo|picture|media|bild|foto|figure|kuva|zdj", re.IGNORECASE)
_CREDIT_CLASS = re.compile(
    r"credit|copy-?right|source|photographer|fotograf|bild-?quelle|quelle|bild-?rechte|kilde|fonte|fuente|crédito|copy\b|agency|"
    r"(?:^|[\s_-])(?:autor|author|rights|byline|foto|photo-by)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\d{2,4}x\d{2,4}|(?:^|[_-])(?:w|h|r|q|fpx|fpy|width|height)[_-]?[\d.]+|[_-](?:scaled|\d{2,4}w?)$|[_-]\d{2,4}w(?=[_.-])",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:image|img|photo|original|default|master|main|full|large|medium|small|thumb(?:nail)?|[\d._x-]{0,6}|\w{0,3})$",
    re.IGNORECASE,
)
_MIN_SIDE = 120  # pixels, where a page tells both sides


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture and the page's element that shows it."""

    picture: Picture
    element: Element


def harvest(base: str, texts: Sequence[Element], heading: Element | None, places: Places) -> list[PlacedPicture]:
    """Pictures between the headline and the end of the text, each once.

    ``texts`` are the elements of the article's blocks: what holds most of them, and the headline, is the article.
    """
    article = _container([*texts, heading] if heading is not None else texts)
    if article is None or not texts:
        return []
    last = max(places.order[one] for one in texts)
    found: dict[str, PlacedPicture] = {}
    for image in article.iter("img", "amp-img"):
        placed = _read(image, base, article)
        if placed is None or (places.order[image] > last and not placed.picture.caption):
            continue
        key = picture_key(placed.picture.url)
        found[key] = _better(found[key], placed) if key in found else placed
    return list(found.values())


def picture_key(url: str) -> str:
    """What two sizes of one picture have in common: the telling part of the address, without sizes."""
    parts = [part for part in unquote(urlsplit(url).path).split("/") if part]
    for part in reversed(parts):
        stem = re.sub(r"(?:\.(?:jpe?g|png|webp|gif|avif|jfif))+$", "", part, flags=re.IGNORECASE)
        stem = _SIZE.sub("", _SIZE.sub("", stem)).strip("_.,-")
        if not _GENERIC.match(stem):
            return stem.lower()
    return url


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


def _read(image: Element, base: str, article: Element) -> PlacedPicture | None:
    if _elsewhere(image, article) or _tiny(image) or _repeats(image):
        return None
    url = next((address for source in _addresses(image) if (address := absolute(source, base))), None)
    if url is None or _NO_PICTURE.search(urlsplit(url).path) or _NO_PICTURE.search(url[:5]):
        return None
    figure = _figure(image)
    if figure is None and _in_link(image, base):
        return None
    caption, credit = _caption(image, figure)
    if figure is None and caption is None and _beside_link(image, base):
        return None
    alt = clean(image.get("alt"))
    width, height = (_pixels(image.get(side)) for side in ("width", "height"))
    return PlacedPicture(
        Picture(url, caption, credit, None if is_button_label(alt) else alt or None, width, height), image
    )


def _better(one: PlacedPicture, other: PlacedPicture) -> PlacedPicture:
    """Keep the first place, and whatever the second time tells more."""
    caption = one.picture.caption or other.picture.caption
    credit = one.picture.credit or other.picture.credit
    return PlacedPicture(replace(one.picture, caption=caption, credit=credit), one.element)


def _elsewhere(image: Element, article: Element) -> bool:
    for one in (image, *image.iterancestors()):
        if one is article:
            return False
        if one.tag in _ELSEWHERE_TAGS or _ELSEWHERE.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return True
    return False


def _pixels(value: str | None) -> int | None:
    digits = (value or "").removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and 0 < len(digits) < 6 else None


def _tiny(image: Element) -> bool:
    width, height = _pixels(image.get("width")), _pixels(image.get("height"))
    return (width or _MIN_SIDE) < _MIN_SIDE and (height or _MIN_SIDE - 1) < _MIN_SIDE


def _addresses(image: Element) -> Iterator[str]:
    """Addresses of a picture's variants, the largest first; then the single ones, lazy before ``src``."""
    owners = [image]
    picture = next((one for one in list(image.iterancestors())[:5] if one.tag == "picture"), None)  # sources nest
    if picture is not None:
        owners += [source for source in picture.iter("source") if "svg" not in (source.get("type") or "")]
    sized: list[tuple[float, str]] = []
    for owner in owners:
        for name in _SOURCES:
            for address, size, unit in _CANDIDATE.findall(owner.get(name) or ""):
                sized.append((float(size or 1) * (1 if unit == "w" else 600), address))
    for _, address in sorted(sized, key=lambda one: -one[0]):
        if "{" not in address:
            yield address
    for name in _SINGLE:
        address = image.get(name) or ""
        if address and "{" not in address:
            yield address


def _figure(image: Element) -> Element | None:
    for one in image.iterancestors():
        if one.tag == "figure" or "ImageObject" in (one.get("itemtype") or ""):
            return one
        if one.tag in ("article", "main", "body", "section"):
            return None
    return None


def _in_link(image: Element, base: str) -> bool:
    """Tell whether a picture leads to another page, as those of teasers do."""
    link = next((one for one in list(image.iterancestors())[:4] if one.tag == "a"), None)
    return link is not None and _leads_away(link, base)


def _leads_away(link: Element, base: str) -> bool:
    href = absolute(link.get("href"), base)
    path = urlsplit(href or "").path.lower()
    return bool(href) and path != urlsplit(base).path.lower() and not path.endswith((".jpg", ".jpeg", ".png", ".webp"))


def _beside_link(image: Element, base: str) -> bool:
    """Tell whether all that stands in a box with a picture is a link, and a word or two: a teaser."""
    for one in list(image.iterancestors())[:4]:
        text = visible_text(one)
        if text:
            linked = sum(len(visible_text(link)) for link in one.iter("a") if _leads_away(link, base))
            return one.tag in ("div", "li", "td", "tr") and linked * 2 > len(text)
    return False


def _repeats(image: Element) -> bool:
    """Tell whether a picture is what readers without scripts see in place of the one that it stands in or behind."""
    fallback = next((one for one in image.iterancestors() if one.tag == "noscript"), None)
    if fallback is None:
        return False
    other, parent = fallback.getprevious(), fallback.getparent()
    if other is not None and other.tag == "picture":
        other = other.find(".//img")
    shown = [one for one in (other, parent) if one is not None and one.tag in ("img", "amp-img")]
    return any(not _NO_PICTURE.search(address) for one in shown for address in _addresses(one))


def _caption(image: Element, figure: Element | None) -> tuple[str | None, str | None]:
    """Caption and credit: the figure's caption, else what is marked as one right around the picture."""
    if figure is not None:
        marked = list(figure.iter("figcaption")) or [one for one in figure.iter("*") if _is_caption(one)]
    else:
        around = list(image.iterancestors())[:3]
        near = [one for parent in around for one in parent]
        marked = [one for one in near if _is_caption(one) and one.find(".//img") is None]
    for element in marked or _boxes(image):
        caption, credit = read_caption(element)
        if caption or credit:
            return caption, credit or (_loose_credit(figure, element) if figure is not None else None)
    return None, _loose_credit(figure, None) if figure is not None else None


def _boxes(image: Element) -> list[Element]:
    """The box that is marked as the picture's and holds nothing but it and a few words."""
    for one in list(image.iterancestors())[:4]:
        text = visible_text(one)
        if text:
            alone = one.tag in ("div", "span") and sum(1 for _ in one.iter("img")) == 1 and len(text) <= 250
            return [one] if alone and _PICTURE_CLASS.search(one.get("class") or "") else []
    return []


def _is_caption(element: Element) -> bool:
    return bool(_CAPTION_CLASS.search(element.get("class") or "")) or element.get("itemprop") in (
        "caption",
        "description",
    )


def read_caption(element: Element) -> tuple[str | None, str | None]:
    """Split a caption element: what is marked as the credit, else what reads like one."""
    whole = visible_text(element)
    for child in [*(one for one in element.iter("*") if one is not element and is_credit(one)), *_last_words(element)]:
        credit = visible_text(child)
        if credit and credit in whole and (len(credit) < len(whole) or is_credit(element)):
            caption, more = split_credit(clean(" ".join(whole.rpartition(credit)[::2])))
            return caption, marked_credit(credit) or more
    return split_credit(whole)


def _last_words(element: Element) -> list[Element]:
    """The last of a caption's parts where it is a few words without a full stop behind a sentence: who took the picture."""
    parts = [one for one in element.iter("*") if one is not element and len(one) == 0 and visible_text(one)]
    if len(parts) < 2 or parts[-1].tag in ("a", "em", "i", "b", "strong"):
        return []
    last, before = visible_text(parts[-1]), visible_text(parts[-2])
    return (
        [parts[-1]]
        if len(last.split()) <= 8 and len(before.split()) >= 4 and not last.endswith((".", "!", "?", "。"))
        else []
    )


def is_credit(element: Element) -> bool:
    """Tell whether an element is marked as a picture's credit."""
    marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    return element.tag == "small" or bool(_CREDIT_CLASS.search(marks))


def _loose_credit(figure: Element, caption: Element | None) -> str | None:
    """A credit that stands in the figure, but not in its caption."""
    for element in figure.iter("*"):
        around = element is figure or element.find(".//img") is not None
        if is_credit(element) and not around and element is not caption and not _within(element, caption):
            text = visible_text(element)
            if 1 < len(text) <= 120:
                return marked_credit(text)
    return None


def _within(element: Element, other: Element | None) -> bool:
    return other is not None and any(one is other for one in element.iterancestors())
