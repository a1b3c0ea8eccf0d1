"""What a page says about its article: JSON-LD first, then meta elements and microdata, then what stands on the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.ingest import AGENT
from limitedtimes.ingest.dom import absolute, address_parts, visible_text
from limitedtimes.ingest.page import jsonld
from limitedtimes.ingest.page.moments import read_moments
from limitedtimes.ingest.page.writers import read_writers
from limitedtimes.ingest.text import plain
from limitedtimes.rules.identity import canonical_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.jsonld import Json
    from limitedtimes.model.article import Page
    from limitedtimes.rules.bylines import Byline

_PUBLISHERS = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "al:android:app_name",
    "dc.publisher",
    "publisher",
)
_AGENT = AGENT.lower()
# Names of robots rules that have a value behind a colon: before any other colon stands whom the rules address.
_WITH_VALUE = frozenset(("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"))
_PAYWALL_META = re.compile(r"^(?:og:|article:|lp:|[\w-]+[:.])?(?:is[-_]?)?(?:paywall(?:ed)?|premium|subscription)$")
_SHUT = frozenset(("true", "yes", "1", "locked", "hard", "premium", "paid", "subscriber", "registration"))
# "metered" is not among them: the outlet shows everybody some articles whole, and this is one.
_VARIANT_PATH = frozenset(("amp", "m", "mobile", "print", "drucken", "imprimir"))
_RESERVATIONS = re.compile(r"\b(?:noai|noimageai)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was said; nothing of it is checked against the visible page yet."""

    is_article: bool
    is_list: bool
    headlines: tuple[str, ...]  # best first, as machines are told
    descriptions: tuple[str, ...]
    body: str
    site_names: tuple[str, ...]
    byline: Byline
    published: datetime | None
    modified: datetime | None
    utc_offset: int | None  # minutes east, of the page's own clock
    section: str | None
    keywords: tuple[str, ...]
    canonical_url: str | None
    language: str | None
    accessible: bool
    rights: tuple[str, ...]
    images: tuple[Mapping[str, Json], ...]  # url, caption, creditText ... as ImageObject


def read_metadata(root: Element, page: Page, now: datetime) -> Metadata:
    """Collect what a page says about its article; ``now`` tells dates that cannot be."""
    nodes = jsonld.nodes(root)
    meta = _meta(root)
    node = _article_node(nodes, page.url)
    canonical = _canonical(root, node, meta, page.url)
    names = _once([*_publisher(node), *_values(meta, _PUBLISHERS)])
    language = _language(root, node, meta)
    moments = read_moments(root, node, meta, page.url, now=now, language=language)
    return Metadata(
        is_article=bool(node) or "article" in meta.get("og:type", []),
        is_list=any(jsonld.types(one) & jsonld.LIST_TYPES for one in nodes),
        headlines=_once(
            [
                jsonld.text(node, "headline"),
                *meta.get("og:title", []),
                *meta.get("twitter:title", []),
                jsonld.text(node, "name"),
            ]
            + [visible_text(title) for title in root.iterfind("./head/title")]
        ),
        descriptions=_once(
            [
                jsonld.text(node, "description"),
                *_values(meta, ("og:description", "description", "twitter:description")),
            ]
        ),
        body=next(iter(jsonld.strings(node.get("articleBody"))), ""),
        site_names=names,
        byline=read_writers(root, node, meta, [*names, *_host_names(page.url)]),
        published=moments.published,
        modified=moments.modified,
        utc_offset=moments.offset,
        section=_section(nodes, node, meta),
        keywords=_keywords(node, meta),
        canonical_url=canonical,
        language=language,
        accessible=_accessible(nodes, node, meta),
        rights=_rights(meta, page),
        images=tuple(_images(node)),
    )


def _meta(root: Element) -> dict[str, list[str]]:
    """Meta elements and microdata by lower-case name, in order."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        value = plain(element.get("content"))
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _once(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _article_node(nodes: list[Mapping[str, Json]], url: str) -> Mapping[str, Json]:
    """The article's node: the one that carries the page's address, else the first with a headline."""
    articles = [node for node in nodes if jsonld.types(node) & jsonld.ARTICLE_TYPES]
    wanted = canonical_url(url)
    for node in articles:
        said = (
            jsonld.strings(node.get("mainEntityOfPage"))
            + jsonld.strings(node.get("url"))
            + jsonld.strings(node.get("@id"))
        )
        if wanted in map(canonical_url, said):
            return node
    titled = [node for node in articles if node.get("headline")]
    return next(iter(titled or articles), {})


def _publisher(node: Mapping[str, Json]) -> list[str]:
    return [plain(name) for name in jsonld.strings(node.get("publisher"))]


def _canonical(root: Element, node: Mapping[str, Json], meta: Mapping[str, list[str]], url: str) -> str | None:
    """The page's own address of itself: the one that it was reached under where that is named, else the first that can be."""
    links = [link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    told = [*meta.get("og:url", []), *jsonld.strings(node.get("mainEntityOfPage")), *jsonld.strings(node.get("url"))]
    hosts = [address_parts(address).hostname for address in map(_absolute(url), told) if address]
    found = [address for address in map(_absolute(url), [*links, *told[:1]]) if address]
    sound = [canonical_url(address) for address in found if _may_be_canonical(address, url, hosts)]
    return canonical_url(url) if canonical_url(url) in sound else next(iter(sound), None)


def _absolute(url: str) -> Callable[[str | None], str | None]:
    return lambda href: absolute(href, url) if href else None


def _may_be_canonical(address: str, url: str, hosts: Sequence[str | None]) -> bool:
    """Tell templates' mistakes: the front page or a section for every article, a host for tests, somebody else's site."""
    one, page = address_parts(address), address_parts(url)
    host, own = one.hostname or "", page.hostname or ""
    path, whole = (parts.path.strip("/").split("/") for parts in (one, page))
    if not path[0] and not one.query:
        return not whole[0]
    deeper = whole[len(path) :]
    if path == whole[: len(path)] and deeper and not _VARIANT_PATH.intersection(deeper) and len(deeper[-1]) > 3:
        return False
    if "." not in host or host.rpartition(".")[2].isdigit():
        return False
    return host.split(".")[-2:] == own.split(".")[-2:] or host in hosts


def _host_names(url: str) -> list[str]:
    """What an outlet is called by its address: "talbote.example", "talbote"."""
    host = (address_parts(url).hostname or "").removeprefix("www.")
    return [host, *host.split(".")[:-1]]


def _section(
    nodes: Sequence[Mapping[str, Json]], node: Mapping[str, Json], meta: Mapping[str, list[str]]
) -> str | None:
    """The article's section, else the second step of the breadcrumbs: the first is the front page."""
    said = _once([jsonld.text(node, "articleSection"), *meta.get("article:section", [])])
    if said:
        return said[0]
    trail = next((one.get("itemListElement") for one in nodes if "BreadcrumbList" in jsonld.types(one)), None)
    steps = (
        [jsonld.text(step, "name", "item") for step in trail if isinstance(step, dict)]
        if isinstance(trail, list)
        else []
    )
    step = steps[1] if len(steps) > 2 else None
    return step if step and "://" not in step else None


def _values(meta: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, [])]


def _keywords(node: Mapping[str, Json], meta: Mapping[str, list[str]]) -> tuple[str, ...]:
    listed = (
        jsonld.strings(node.get("keywords")) or meta.get("article:tag") or _values(meta, ("news_keywords", "keywords"))
    )
    parts = [
        part for text in listed for part in (re.split(r"[,;]", plain(text)) if len(listed) == 1 else [plain(text)])
    ]
    return _once(part.strip() for part in parts if 1 < len(part.strip()) <= 60)[:30]


def _language(root: Element, node: Mapping[str, Json], meta: Mapping[str, list[str]]) -> str | None:
    """What most places of the page say; the one nearest to the text where they disagree: templates keep their maker's."""
    heading = next(root.iter("h1"), None)
    around = (
        [_lang(one) for one in (heading, *heading.iterancestors()) if one is not root] if heading is not None else []
    )
    said = [
        *[code for code in around if code][:1],
        jsonld.text(node, "inLanguage"),
        _lang(root),
        *_values(meta, ("og:locale", "content-language", "language", "dc.language")),
    ]
    codes = [code for code in said if code and re.match(r"[A-Za-z]{2,3}(?:$|[-_])", code)]
    counts = Counter(re.split(r"[-_]", code.lower())[0] for code in codes)
    return max(codes, key=lambda code: counts[re.split(r"[-_]", code.lower())[0]], default=None)


def _lang(element: Element) -> str | None:
    return element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or element.get("xml:lang")


def _accessible(nodes: Sequence[Mapping[str, Json]], node: Mapping[str, Json], meta: Mapping[str, list[str]]) -> bool:
    """False where the page says that it, or a part of it, is not free to read (schema.org's paywalled content)."""
    shut = jsonld.is_false(node.get("isAccessibleForFree"))
    if shut is not None:
        return not shut
    about = [one for one in nodes if jsonld.types(one) & (jsonld.ARTICLE_TYPES | {"WebPage", "WebPageElement"})]
    parts = [part for one in (node, *about) for part in _listed(one.get("hasPart"))]
    if any(isinstance(part, dict) and jsonld.is_false(part.get("isAccessibleForFree")) for part in [*parts, *about]):
        return False
    tiers = _values(meta, ("article:content_tier", "og:article:content_tier"))
    told = tiers or [value for name, values in meta.items() if _PAYWALL_META.match(name) for value in values]
    return not any(value.strip().lower() in _SHUT for value in told)


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _rights(meta: Mapping[str, list[str]], page: Page) -> tuple[str, ...]:
    """Reservations against machines: robots ``noai``, ``noimageai``; the TDM Reservation Protocol's meta or header."""
    headers: dict[str, list[str]] = {}
    for name, value in page.headers:
        headers.setdefault(name.lower(), []).append(value)
    robots = [*_values(meta, ("robots", _AGENT)), *(_addressed(value) for value in headers.get("x-robots-tag", []))]
    reserved = [*meta.get("tdm-reservation", []), *headers.get("tdm-reservation", [])]
    said = [str(word).lower() for word in _RESERVATIONS.findall(" ".join(robots))]
    if any(value.strip() == "1" for value in reserved):
        said.append("tdm-reservation")
    return _once(said)


def _addressed(value: str) -> str:
    """Rules of an X-Robots-Tag that hold for everybody or for this program: a name and a colon address those behind it."""
    mine, kept = True, []
    for rule in value.split(","):
        name, colon, behind = rule.partition(":")
        if colon and name.strip().lower() not in _WITH_VALUE:
            mine, rule = name.strip().lower() in ("*", _AGENT), behind  # noqa: PLW2901
        if mine:
            kept.append(rule)
    return ",".join(kept)


def _images(node: Mapping[str, Json]) -> Iterator[Mapping[str, Json]]:
    for image in _listed(node.get("image")):
        if isinstance(image, str):
            yield {"url": image}
        elif isinstance(image, dict):
            yield {**image, "url": image.get("url") or image.get("contentUrl") or image.get("@id")}
