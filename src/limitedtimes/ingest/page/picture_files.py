"""The files of a picture: every address that a page gives for it, the largest first, and what two of them have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote

from limitedtimes.ingest.dom import absolute, address_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_SETS = (
    "srcset",
    "data-srcset",
    "data-lazy-srcset",
    "data-original-set",
    "data-src-set",
    "data-sources",
    "data-retina",
)
_SINGLE = (
    "data-src", "data-lazy-src", "data-original", "data-lazy", "data-full-src", "data-hi-res-src", "data-image", "data-img-url",
    "data-large-file", "data-orig-file", "data-url", "data-bg", "data-background", "data-background-image", "data-echo",
    "data-flickity-lazyload", "data-image-src", "data-cfsrc", "data-pin-media", "src",
)  # fmt: skip
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)")
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*?url\(\s*['\"]?([^'\")]+)", re.IGNORECASE)
# Sizes in addresses: "?w=1200", "/width-800/", "-1200x675", "/resize/1200x675".
_WIDTH = re.compile(
    r"(?:[?&/_,;-](?:w|width|imwidth|wid|sw|mw|maxwidth|size)[=_:-]?|[/_-])(\d{2,4})(?:x\d{2,4}|w)?(?=$|[&/_.,;?x!-])",
    re.IGNORECASE,
)
_NO_PICTURE = re.compile(
    r"^data:|[{}]|\.svg(?:$|\?)|(?:^|[/_.-])(?:logos?|(?:app-?)?icons?|favicon|avatars?|sprites?|pixel|placeholder|blank|spacer|1x1|emojis?|loading|loader|spinner|"
    r"transparent|badge|button|btn|bouton|iconos|preload|qr-?code|fallback|default-?image|no-?image|lazy|dummy|captcha)(?:$|[/_.0-9-])|gravatar|doubleclick|/ads?/|facebook\.com/tr|"
    r"scorecardresearch|/beacon|/skyline/|/themes?/|/assets/(?:images|img)/",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"\d{2,4}x\d{2,4}|(?:^|[_-])(?:w|h|r|q|fpx|fpy|width|height)[_-]?[\d.]+|[_-](?:scaled|\d{2,4}w?)$|[_-]\d{2,4}w(?=[_.-])|"
    r"\.r_d\.[\d-]+$|@\d(?:\.\d)?x$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:image|img|photo|original|default|master|main|full|large|medium|small|thumb(?:nail)?|[\d._x-]{0,6}|\w{0,3})$",
    re.IGNORECASE,
)
_WRAPPED = frozenset(("url", "src", "image", "imageurl", "img", "u"))
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|jfif)$", re.IGNORECASE)
_PER_DENSITY = 600  # pixels that a variant without a width counts for


def picture_key(url: str) -> str:
    """What two sizes of one picture have in common: the telling part of the address, without sizes."""
    parts = [part for part in unquote(unquote(address_parts(_inner(url)).path)).split("/") if part]
    for part in reversed(parts):
        stem = part
        while _FILE.search(stem):
            stem = _FILE.sub("", stem)
        stem = _SIZE.sub("", _SIZE.sub("", stem)).strip("_.,- ")
        if not _GENERIC.match(stem):
            return stem.lower()
    return url


def _inner(url: str) -> str:
    """The address that a resizing service has in its parameters, where it has one."""
    query = address_parts(url).query
    wrapped = (
        (value for name, value in parse_qsl(query) if name.lower() in _WRAPPED)
        if "%2F" in query or "://" in query
        else ()
    )
    return next((value for value in wrapped if "/" in value), url)


def is_image_file(url: str) -> bool:
    """Tell an address of a picture from one of a page."""
    return bool(_FILE.search(address_parts(url).path))


def best_address(image: Element, base: str) -> str | None:
    """Absolute address of the largest variant; None for placeholders, drawings of the page and what counts readers."""
    for source in addresses(image):
        address = absolute(source, base)
        if address and not _NO_PICTURE.search(address_parts(address).path) and not _NO_PICTURE.search(address[:5]):
            return address
    return None


def shows_something(image: Element) -> bool:
    """Tell whether an element has an address that is no placeholder."""
    return any(not _NO_PICTURE.search(address) for address in addresses(image))


def addresses(image: Element) -> Iterator[str]:
    """Addresses of a picture's variants, the largest first; then the single ones, lazy before ``src``."""
    owners = [image]
    picture = next((one for one in list(image.iterancestors())[:5] if one.tag == "picture"), None)  # sources nest
    if picture is not None:
        owners += [source for source in picture.iter("source") if "svg" not in (source.get("type") or "")]
    sized: list[tuple[float, str]] = []
    for owner in owners:
        for name in _SETS:
            for address, size, unit in _CANDIDATE.findall(owner.get(name) or ""):
                sized.append((_width(address, size, unit), address))
    for _, address in sorted(sized, key=lambda one: -one[0]):
        if "{" not in address:
            yield address
    for address in [*(image.get(name) or "" for name in _SINGLE), background(image) or ""]:
        if address and "{" not in address and not address.startswith("["):
            yield address


def background(element: Element) -> str | None:
    """Address of the picture that an element has behind it."""
    found = _BACKGROUND.search(element.get("style") or "")
    return found.group(1).strip() if found else None


def _width(address: str, size: str, unit: str) -> float:
    """Pixels that a variant is wide: what the set says, else what its address says."""
    if unit == "w":
        return float(size)
    said = [int(found) for found in _WIDTH.findall(address) if 50 <= int(found) <= 4000]
    return max(said, default=0) or float(size or 1) * _PER_DENSITY
