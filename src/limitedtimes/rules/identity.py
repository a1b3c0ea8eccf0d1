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


def content_hash(article: Article) -> str:
    """SHA-256 over everything that would be translated: equal for two readings of a text that did not change."""
    digest = hashlib.sha256()
    texts = [article.kicker or "", article.title, article.lead or ""]
    texts += [f"{block.kind} {block.text}" for block in article.blocks]
    texts += [picture.caption or "" for picture in article.pictures]
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


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
