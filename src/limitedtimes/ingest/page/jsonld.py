"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

from limitedtimes.ingest.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

ARTICLE_TYPES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
     "ReviewNewsArticle", "AskPublicNewsArticle", "BlogPosting", "LiveBlogPosting", "TechArticle", "AdvertiserContentArticle",
     "SatiricalArticle", "ScholarlyArticle", "Report", "SocialMediaPosting", "Review", "Reportage")
)  # fmt: skip
LIST_TYPES = frozenset(("CollectionPage", "ItemList", "SearchResultsPage"))
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_MAX_DEPTH = 12


def nodes(root: Element) -> list[Mapping[str, Json]]:
    """Every object with a type in the page's JSON-LD, outermost first; what cannot be parsed is passed over.

    A value that only refers to another object (``{"@id": ...}``, JSON-LD 1.1 § 3.3) comes as that object.
    """
    found: list[Mapping[str, Json]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found += _objects(_parse(script.text or ""), 0)
    named = {str(node["@id"]): node for node in reversed(found) if len(node) > 2 and isinstance(node.get("@id"), str)}
    return [{key: _linked(value, named) for key, value in node.items()} for node in found]


def is_false(value: Json) -> bool | None:
    """Whether a boolean, or a word or address that stands for one, is false; None for anything else."""
    word = str(value).strip().rpartition("/")[2].lower()
    return {"true": False, "false": True, "1": False, "0": True, "yes": False, "no": True}.get(word)


def types(node: Mapping[str, Json]) -> frozenset[str]:
    """Type names of a node, without the vocabulary's address."""
    return frozenset(text.rpartition("/")[2] for text in strings(node.get("@type")))


def strings(value: Json) -> list[str]:
    """Texts in a value: itself, its items, the ``name`` or ``@value`` of objects."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    if isinstance(value, dict):
        given = " ".join(strings(value.get("givenName")) + strings(value.get("familyName")))
        return strings(value.get("name") or value.get("@value") or given or value.get("@id"))
    return []


def text(node: Mapping[str, Json], *keys: str) -> str | None:
    """Plain text of the first key that has one."""
    for key in keys:
        for value in strings(node.get(key)):
            if clean := plain(value):
                return clean
    return None


def _linked(value: Json, named: Mapping[str, Mapping[str, Json]]) -> Json:
    if isinstance(value, list):
        return [_linked(item, named) for item in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and set(value) <= {"@id", "@type"}:
        return dict(named.get(str(value["@id"]), value))
    return value


def _parse(source: str) -> Json:
    body = _WRAPPING.sub("", source).strip()
    for attempt in (body, _TRAILING_COMMA.sub(r"\1", body), html.unescape(body)):
        try:
            value: Json = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _objects(value: Json, depth: int) -> Iterator[Mapping[str, Json]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart"):
            if key in value:
                yield from _objects(value[key], depth + 1)
