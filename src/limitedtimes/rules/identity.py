"""When are two things the same: addresses and texts."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from limitedtimes.rules.snippets import fold

if TYPE_CHECKING:
    from urllib.parse import SplitResult

    from limitedtimes.model.article import Article

_DEFAULT_PORTS = {"http": 80, "https": 443}
# Parameters that say where a reader came from and never change what the page shows.
_TRACKING = re.compile(
    r"(?:utm_|mtm_|pk_|piwik_|hsa_|at_|ns_|oly_|vero_|wt_|wtmc_|_hs|__twitter|ga_|mc_[ce]id|fb_|trk_)\w*"
    r"|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|epik|srsltid|li_fat_id"
    r"|_ga|_gl|xtor|maca|ocid|cmp|cmpid|icid|ito|smid|s_cid|ncid|ftag|mkt_tok|wt\.\w+|sfnsn|fromrss|rss_source",
    re.IGNORECASE,
)
_REFERRED = re.compile(r"(?:ref|from|source|src|partner|feed|via)=(?:\w*rss\w*|feeds?|feedburner)", re.IGNORECASE)
# Hosts for telephones and for AMP (https://amp.dev/documentation) serve what the outlet's own host serves.
_VARIANT_HOSTS = frozenset({"www", "m", "mobile", "mobil", "amp", "wap"})
_REGISTRIES = frozenset({"co", "com", "net", "org", "gov", "edu", "ac", "or", "ne", "go"})  # co.uk, com.au, ne.jp
_AMP = frozenset({"amp", "amphtml", "amp.html", "amp.htm"})
_AMP_ENDING = re.compile(r"\.amp(?:\.html?)?$|[.-]amp(?=\.html?$)", re.IGNORECASE)
_AMP_PARAMETER = re.compile(
    r"_?(?:is_?)?amp(?:=(?:1|true|yes)?)?|(?:amp_|usqp=).*"
    r"|(?:output_?(?:type)?|view|format|template|mode|type|service|version|render|page|skin|display)=(?:valid-)?amp(?:html)?",
    re.IGNORECASE,
)
# Caches keep AMP pages under addresses that name the page: /c/s/host/path, with s for https.
_CACHED = re.compile(r"/(?:[a-z]{1,3}/)?(s/)?([^/]+\.[^/]+)(/.*)?")
_CACHE_HOSTS = re.compile(r"(?:.+\.)?(?:cdn\.ampproject\.(?:org|net)|bing-amp\.com)")
_VIEWERS = re.compile(r"(?:www\.)?google\.[a-z.]{2,6}")
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_STRAY_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
# What addresses name articles by: numbers and codes that are no dates, and words of the headline.
_ID = re.compile(r"(?<![^\W_])(?!(?:19|20)\d{6}(?!\d))(?=[^\W_]{5})(?:[^\W\d_]*\d){4}[^\W_]*")
_SLUG_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"\.\w{2,5}$")
_DATED = re.compile(r"/(?:19|20)\d\d(?:/|-?\d\d)")
_EDITION = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)  # de, pt-br: of a host or a path
_ALIKE = 0.6  # share of two slugs' words in common from which they are one headline, before and after it was changed


def canonical_url(url: str) -> str:
    """Return the address without what does not change the page: fragment, tracking, default port, upper-case host.

    Idempotent. What is not an http or https address comes back as it is, without white space around it.
    """
    text = url.strip()
    try:
        parts = urlsplit(text)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return text
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return text
    place = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    kept = "&".join(piece for piece in parts.query.split("&") if piece and not _tracks(piece))
    return urlunsplit((parts.scheme, place, _escaped(parts.path) or "/", _escaped(kept), ""))


def variant_key(url: str) -> str:
    """Return what an address has in common with its AMP and mobile variants, with ``www.`` or without, http or https.

    It identifies, it is no address: two articles never share one, editions in other languages neither (their paths or
    hosts name them), and a page's own canonical address is asked before it.
    """
    parts = urlsplit(_uncached(canonical_url(url)))
    if parts.scheme not in _DEFAULT_PORTS:
        return canonical_url(url)
    query = "&".join(piece for piece in parts.query.split("&") if piece and not _AMP_PARAMETER.fullmatch(piece))
    return urlunsplit(("", _plain_host(parts.netloc), _plain_path(parts.path), query, "")).removeprefix("//")


def page_key(url: str, article: Article) -> str:
    """Return the variant key under which a page is known that was found at ``url``: its canonical address's, or ``url``'s.

    The canonical address is believed where it names the same site, edition and article. Templates exist that name the front
    page, a section or a neighbour, and a key that is wrong swallows the article that it belongs to. Another outlet's
    address says whose text it is, not that the two pages are one.
    """
    canonical = article.canonical_url
    if canonical and (_same_article(url, canonical, article.title) or _led_to(url, article, canonical)):
        return variant_key(canonical)
    return variant_key(url)


def _led_to(url: str, article: Article, canonical: str) -> bool:
    """Tell whether a redirection from another site, as of shortened addresses, ended where the page says that it stands."""
    start, end, there = (_split(address) for address in (url, article.url, canonical))
    return _site(start) != _site(end) == _site(there) and _in_title(there, article.title)


def _same_article(url: str, canonical: str, title: str) -> bool:
    """Tell whether two addresses name one article: by its number, else by the words of a headline."""
    here, there = _split(url), _split(canonical)
    if here == there:
        return True
    if _site(here) != _site(there) or _editions(here) != _editions(there):
        return False
    ids, named = (_ID.findall(f"{unquote(parts.path)} {parts.query}") for parts in (here, there))
    if ids and named:
        return bool(ids[-1] == named[-1])
    asked, kept = (set(parts.query.split("&")) - {""} for parts in (here, there))
    if here.path == there.path and kept:
        return kept < asked  # a page of the article, or a sign of where its reader came from
    return _same_slug(_slug(here), _slug(there)) or _in_title(there, title)


def _split(url: str) -> SplitResult:
    return urlsplit(f"//{variant_key(url)}")


def _site(parts: SplitResult) -> tuple[str, ...]:
    """Return the labels of a host under which its owner has all others."""
    labels = parts.netloc.split(".")
    registry = len(labels) > 2 and labels[-2] in _REGISTRIES and len(labels[-1]) == 2
    return tuple(labels[-3:] if registry else labels[-2:])


def _editions(parts: SplitResult) -> list[str]:
    named = [*parts.netloc.split(".")[:-2], *parts.path.split("/")[:-1]]
    return [name.lower() for name in named if _EDITION.fullmatch(name)]


def _slug(parts: SplitResult) -> set[str]:
    return set(_SLUG_WORD.findall(fold(_ENDING.sub("", unquote(parts.path).rpartition("/")[2]))))


def _same_slug(one: set[str], other: set[str]) -> bool:
    """Tell whether two slugs are of one headline: most words in common, and every number."""
    common = len(one & other)
    numbers = any(word.isdecimal() for word in one ^ other)
    return not numbers and common > 1 and 2 * common >= _ALIKE * (len(one) + len(other))


def _in_title(parts: SplitResult, title: str) -> bool:
    """Tell whether an address has the words of a headline: two, or one behind a date."""
    said = {word for word in _slug(parts) if len(word) > 2 and not word.isdecimal()}
    common = len(said & set(_SLUG_WORD.findall(fold(title))))
    return 2 * common >= len(said) and (common > 1 or (common == 1 and bool(_DATED.search(parts.path))))


def content_hash(article: Article) -> str:
    """SHA-256 over everything that would be translated: equal for two readings of a text that did not change."""
    digest = hashlib.sha256()
    texts = [article.kicker or "", article.title, article.lead or ""]
    texts += [f"{block.kind} {block.text}" for block in article.blocks]
    texts += [picture.caption or "" for picture in article.pictures]
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _uncached(url: str) -> str:
    """Return the address of the page that a cache of AMP pages shows."""
    parts = urlsplit(url)
    path = parts.path
    if _VIEWERS.fullmatch(parts.netloc) and path.startswith("/amp/"):
        path = path.removeprefix("/amp")
    elif not _CACHE_HOSTS.fullmatch(parts.netloc):
        return url
    if (found := _CACHED.fullmatch(path)) is None:
        return url
    scheme, host = "https" if found[1] else "http", str(found[2]).lower()
    return urlunsplit((scheme, host, str(found[3] or "/"), parts.query, ""))


def _plain_host(host: str) -> str:
    labels = host.split(".")
    for place in range(len(labels) - 2):
        rest = labels[place + 1 :]
        if labels[place] in _VARIANT_HOSTS and not (len(rest) == 2 and rest[0] in _REGISTRIES):
            return _plain_host(".".join(labels[:place] + rest))
    return host


def _plain_path(path: str) -> str:
    """Return the path without the sign of an AMP page at its beginning or end, and without a slash there."""
    segments = [segment for segment in path.split("/") if segment]
    if len(segments) > 1 and segments[0].lower() in _AMP:
        segments = segments[1:]
    if len(segments) > 1 and segments[-1].lower() in _AMP:
        segments = segments[:-1]
    if segments:
        segments[-1] = _AMP_ENDING.sub(
            lambda found: ".html" if found[0].lower().startswith(".amp.htm") else "", segments[-1]
        )
    return "/" + "/".join(segments)


def _tracks(piece: str) -> bool:
    return bool(_TRACKING.fullmatch(piece.partition("=")[0]) or _REFERRED.fullmatch(piece))


def _host(host: str) -> str:
    """ASCII form of a host name; IPv6 addresses in brackets."""
    if ":" in host:
        return f"[{host}]"
    name = host.lower().rstrip(".")
    if name.isascii():
        return name
    try:
        return name.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        return quote(name).lower()


def _escaped(text: str) -> str:
    """Percent-encode what is not ASCII, so that both spellings of an address are one; escapes in upper case."""
    sound = _STRAY_PERCENT.sub("%25", text)
    upper = _ESCAPE.sub(lambda found: found.group(0).upper(), sound)
    return quote(upper, safe="%/:=&?~#+!$,;'@()*[]", errors="replace")
