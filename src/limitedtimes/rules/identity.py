"""When are two things the same: addresses and texts."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit, urlunsplit

if TYPE_CHECKING:
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


def page_key(url: str, canonical: str | None) -> str:
    """Return the variant key of the address that a page names as its canonical one, or of ``url``, where it was found.

    A canonical address without a path is a broken template's, which says the same on every page.
    """
    parts = urlsplit(canonical_url(canonical or ""))
    named = parts.scheme in _DEFAULT_PORTS and (parts.path != "/" or parts.query)
    return variant_key(canonical if canonical and named else url)


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
