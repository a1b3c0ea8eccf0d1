"""XML as feeds write it: to elements in one pass, whatever is wrong with it, in bounded time and memory.

A document that is not well-formed is written anew (``_mended``) before it is read. What stands before its root is cut
away, the document type too, so there are no entities to expand and nothing to fetch.
"""

from __future__ import annotations

import contextlib
import html
import io
import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from limitedtimes.errors import FeedError
from limitedtimes.ingest.dom import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_NOT_XML = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = re.compile("[\u0080-\u009f]")
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85}
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]+)\s+[\"']((?:[^&<%\"']|&#\w+;){0,60})[\"']\s*>")
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(rss|feed|rdf|channel|urlset|sitemapindex)\b", re.IGNORECASE)
# CDATA and comments are passed over whole; where they do not end, to the end: every pattern here is linear.
_UNKNOWN_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?!(?:amp|lt|gt|quot|apos);)(?:#?\w{1,32};)?", re.DOTALL
)
_TOKEN = re.compile(
    r"<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<[?!][^>]*>?"
    r"|<(?P<end>/?)(?P<name>[A-Za-z_][\w:.-]*+)(?P<attributes>[^<>]*+)>|(?P<text>[^<]++|<)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"(?<![\w:.-])([A-Za-z_][\w:.-]*+)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_STRUCTURE = frozenset(
    ("rss", "rdf", "channel", "feed", "item", "items", "entry", "urlset", "url", "sitemapindex", "sitemap")
)
# What holds text, not elements: markup inside is the text's own.
_TEXTS = frozenset(
    ("title", "description", "encoded", "summary", "content", "subtitle", "tagline", "full-text", "body")
)
# Where one of these begins, a text has ended, closed or not.
_ITEMS = frozenset(("item", "entry", "url", "sitemap"))
_FIELDS = frozenset(("link", "guid", "pubdate", "published", "updated", "description"))
_KINDS = frozenset(("rss", "feed", "rdf", "RDF", "channel", "urlset", "sitemapindex"))
_HUGE_TAG = re.compile(r"<[A-Za-z][^<>]{20000}")
_DEPTH = 60
_MOST_ITEMS = 50_000  # a sitemap's limit; no feed has as many
_MOST_TOKENS = 1_000_000
_LONGEST_TAG = 20_000  # characters

_PREFIXES = {
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns": "atom",
    "http://example.com/newformat": "atom",
    "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/net/rss1.1": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap/0.84": "",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
    "http://www.google.com/schemas/sitemap-image/1.1": "image",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/rss/1.0/modules/syndication": "sy",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://news.yandex.ru": "yandex",
}  # fmt: skip


class Document:
    """A feed's or sitemap's text as XML: ``kind`` is its root's name in lower case, ``root`` the tree when all was read.

    ``sound`` is False where the text was not well-formed. Raises FeedError for XML that is no feed.
    """

    def __init__(self, text: str, url: str) -> None:
        found = _ROOT.search(text)
        if found is None:
            raise FeedError(f"{url} is XML, but not a feed")
        self.kind = found.group(1).lower()
        self.root: Element | None = None
        entities = dict(_ENTITY.findall(text, 0, found.start()))
        self._text = _referenced(_NOT_XML.sub("", _windows(text[found.start() :])), entities)
        # Names are in lower case but for RDF; and a tag of a mile would cost the parser a square of it.
        self.sound = found.group(1) in _KINDS and not _HUGE_TAG.search(self._text) and _well_formed(self._text)

    def items(self) -> Iterator[Element]:
        """Yield each item, entry or address when it is complete; whoever iterates clears what it has used.

        Ends early where even the mended document cannot be read on, and after as many as no feed has.
        """
        walk = _parse(self._text if self.sound else "".join(_mended(self._text)), recover=True)
        with contextlib.suppress(etree.XMLSyntaxError):  # what was read before is what can be had
            for _, element in islice(walk, _MOST_ITEMS):
                self.root = element.getroottree().getroot()
                yield element
        self.root = walk.root if self.root is None else self.root


def name(element: Element) -> str:
    """Return an element's name in lower case with the usual prefix of its namespace: ``title``, ``media:content``.

    A namespace that nobody knows, or none that is declared, is told by the prefix that it is written with.
    """
    return _name(element.tag, element.prefix)


@lru_cache(maxsize=2048)
def _name(tag: str, prefix: str | None) -> str:
    if tag.startswith("{"):
        space, _, local = tag[1:].partition("}")
        known = _PREFIXES.get(space.lower().rstrip("/#"))
        if known is None:
            known = (prefix or "").lower()
    else:
        known, _, local = tag.rpartition(":")
        known = known.lower()
    if known in ("a10", "atom10", "atom03"):
        known = "atom"
    return f"{known}:{local.lower()}" if known and known not in ("rss", "sitemap") else local.lower()


def base_of(element: Element, url: str) -> str:
    """Address that an element's relative links start from: ``xml:base`` of it and of what it stands in (XML Base)."""
    bases = [one.get("{http://www.w3.org/XML/1998/namespace}base") for one in (element, *element.iterancestors())]
    for base in reversed([one for one in bases if one]):
        url = absolute(base, url) or url
    return url


def language_of(element: Element) -> str | None:
    """Return what ``xml:lang`` says for an element."""
    codes = (one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in (element, *element.iterancestors()))
    return next((code for code in codes if code), None)


def value(element: Element | None) -> str:
    """Return an element's text; markup that stands in it unescaped comes as HTML."""
    if element is None:
        return ""
    if len(element) == 0:
        return (element.text or "").strip()
    return "".join(_inner(element)).strip()


def _inner(element: Element) -> Iterator[str]:
    yield html.escape(element.text or "", quote=False)
    for child in element:
        etree.cleanup_namespaces(child)
        markup = etree.tostring(child, encoding="unicode", method="html")
        yield re.sub(r"(</?)[\w.-]+:(?=\w)", r"\1", re.sub(r'\sxmlns(?::\w+)?="[^"]*"', "", markup))


def _windows(text: str) -> str:
    """Take control characters that nobody writes for the quotes and dashes that Windows has in their places."""
    return text.translate(_WINDOWS) if _CONTROLS.search(text) else text


def _well_formed(text: str) -> bool:
    try:
        for _, element in _parse(text, recover=False):
            element.clear()
    except etree.XMLSyntaxError:
        return False
    return True


def _parse(text: str, *, recover: bool) -> etree.iterparse[tuple[str, Element]]:
    return etree.iterparse(
        io.BytesIO(text.encode("utf-8", "replace")), events=("end",), tag=[f"{{*}}{one}" for one in _ITEMS], recover=recover,
        encoding="utf-8", no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip


def _referenced(text: str, entities: dict[str, str]) -> str:
    """Write characters for references that XML does not know, and ``&amp;`` for an ampersand that is none."""
    if "&" not in text:
        return text

    def written(found: re.Match[str]) -> str:
        reference = found.group()
        if reference[0] == "<":
            return reference
        declared = entities.get(reference[1:-1])
        character = html.unescape(declared if declared is not None else reference)
        if character == reference:
            return "&amp;" + reference[1:]
        return html.escape(_NOT_XML.sub("", character.replace("\ufffd", "")))

    return _UNKNOWN_REFERENCE.sub(written, text)


def _mended(text: str) -> Iterator[str]:
    """Write a document anew so that its tags nest: the tolerant reading of what is not well-formed."""
    stack: list[str] = []
    for token in islice(_TOKEN.finditer(text), _MOST_TOKENS):
        if token["cdata"] is not None:
            yield html.escape(token["cdata"], quote=False)
        elif token["text"] is not None and stack:
            yield token["text"] if token["text"] != "<" else "&lt;"
        elif token["name"]:
            yield from _tag(token, stack)
    yield from (f"</{one}>" for one in reversed(stack))


def _tag(token: re.Match[str], stack: list[str]) -> Iterator[str]:
    local = _local(token["name"])
    tag = local if local in _STRUCTURE else token["name"]
    text = stack[-1] if stack and _holds_text(stack[-1]) else None
    if token["end"]:
        if tag in stack and (text is None or tag == text or local in _STRUCTURE):
            yield from _closed(stack, tag)
        elif text:
            yield html.escape(token.group(), quote=False)
    elif text and local not in _STRUCTURE and (local not in _FIELDS or tag == text):
        yield html.escape(token.group(), quote=False)
    else:
        yield from _closed(stack, text)
        yield from _closed(stack, local if local in _ITEMS and local in stack else None)
        if len(stack) < _DEPTH:
            empty = token["attributes"].endswith("/")
            yield f"<{tag}{_attributes(token['attributes'])}{'/' if empty else ''}>"
            if not empty:
                stack.append(tag)


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag.rpartition(":")[2].lower()


@lru_cache(maxsize=256)
def _holds_text(tag: str) -> bool:
    return _local(tag) in _TEXTS and tag.lower() != "media:content"


def _closed(stack: list[str], tag: str | None) -> Iterator[str]:
    while stack and tag:
        last = stack.pop()
        yield f"</{last}>"
        if last == tag:
            return


def _attributes(text: str) -> str:
    kept: dict[str, str] = {}
    if len(text) <= _LONGEST_TAG:
        for key, *values in _ATTRIBUTE.findall(text):
            kept.setdefault(key, html.escape(html.unescape("".join(values))))
    return "".join(f' {key}="{text}"' for key, text in kept.items())
