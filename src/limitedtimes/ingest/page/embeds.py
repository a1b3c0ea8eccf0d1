"""Posts and players from elsewhere that an article shows: their own words where the page carries them, and their address."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import absolute, address_parts
from limitedtimes.ingest.page.inline import inline
from limitedtimes.ingest.page.paragraphs import BLOCK_TAGS, wrap_loose_text
from limitedtimes.ingest.text import clean
from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

# How the platforms' own embedding code, and the AMP components for it, mark a post.
_POST = re.compile(
    r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|bluesky-embed|mastodon-embed|reddit-(?:embed-bq|card)|"
    r"text-post-media|telegram-post|imgur-embed-pub)(?:$|\s)"
)
_PLATFORMS = (
    "youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "dailymotion.com", "facebook.com", "instagram.com", "threads.net",
    "threads.com", "tiktok.com", "twitter.com", "x.com", "bsky.app", "reddit.com", "redditmedia.com", "spotify.com", "soundcloud.com",
    "t.me", "vk.com", "vkvideo.ru", "ok.ru", "rutube.ru", "twitch.tv", "linkedin.com", "weibo.com", "bilibili.com", "nicovideo.jp",
)  # fmt: skip
_ADDRESSES = (
    "data-instgrm-permalink", "data-bluesky-uri", "cite", "data-href", "href", "src", "data-src", "data-lazy-src", "data-url",
    "data-embed-url", "data-cookieblock-src", "data-consent-src",
)  # fmt: skip
_BY_NUMBER = {
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/"),
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v="),
    "lite-youtube": ("videoid", "https://www.youtube.com/watch?v="),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/"),
}
_FRAMES = frozenset(("iframe", "amp-facebook", "amp-tiktok", "amp-reddit", "amp-iframe"))
_PLAYER = re.compile(r"/embed/([\w-]{6,})")
_NO_POST = re.compile(
    r"/(?:plugins/(?:like|page|share|follow)|widgets?/|tr\b|sharer)|like\.php|page\.php|share_button", re.IGNORECASE
)
_LONGEST = 3000  # characters


def embed_elements(root: Element) -> list[Element]:
    """Elements that show a post or player, outermost only, in order."""
    found: list[Element] = []
    inside: set[Element] = set()
    for element in root.iter("*"):
        if element.getparent() in inside:
            inside.add(element)
        elif _is_embed(element):
            inside.add(element)
            found.append(element)
    return found


def embed_block(element: Element, url: str) -> Block | None:
    """A post's words, a line for each of its blocks, linked to the post; None where there are neither words nor address.

    Where no words are on the page, the player's title or the address itself stands for them.
    """
    address = _address(element, url)
    text, marks = _words(element, url)
    if not text:
        if address is None:
            return None
        text = clean(element.get("title")) or address
    linked = any(mark.kind is MarkKind.LINK and _is_platform(mark.href or "") for mark in marks)
    if address and not linked:
        last = text.rfind("\n") + 1
        marks = (*(mark for mark in marks if mark.span[1] <= last), Mark(MarkKind.LINK, (last, len(text)), address))
    return Block(BlockKind.EMBED, text, marks)


def _is_embed(element: Element) -> bool:
    tag = element.tag
    if tag in _BY_NUMBER:
        return True
    if tag in _FRAMES:
        return any(_is_platform(address) for address in _said(element))
    return tag in ("blockquote", "div", "section") and bool(_POST.search(element.get("class") or ""))


def _said(element: Element) -> Iterator[str]:
    for name in _ADDRESSES:
        address = element.get(name) or ""
        if address:
            yield f"https:{address}" if address.startswith("//") else address


def _is_platform(address: str) -> bool:
    try:
        host = address_parts(address).hostname or ""
    except ValueError:
        return False
    known = any(host == name or host.endswith("." + name) for name in _PLATFORMS)
    return known and not _NO_POST.search(address)


def _address(element: Element, url: str) -> str | None:
    if element.tag in _BY_NUMBER:
        name, before = _BY_NUMBER[element.tag]
        number = (element.get(name) or "").strip()
        return before + number if re.fullmatch(r"[\w-]+", number) else None
    links = [link.get("href") or "" for link in element.iter("a")]
    for said in [*_said(element), *reversed(links)]:
        address = absolute(said, url)
        if address and _is_platform(address):
            return _watched(address)
    return None


def _watched(address: str) -> str:
    """The page where a reader can watch what a player's address embeds."""
    parts = address_parts(address)
    player = _PLAYER.search(parts.path)
    if player and "youtube" in (parts.hostname or ""):
        return f"https://www.youtube.com/watch?v={player[1]}"
    return address


def _words(element: Element, url: str) -> tuple[str, tuple[Mark, ...]]:
    if element.tag in _FRAMES:
        return "", ()
    copy = deepcopy(element)
    copy.tail = None
    wrap_loose_text(copy)
    text = ""
    marks: list[Mark] = []
    for leaf in copy.iter("*"):
        if (leaf is copy or leaf.tag in BLOCK_TAGS) and not any(
            child.tag in BLOCK_TAGS for child in leaf.iterdescendants()
        ):
            said, inside = inline(leaf, url)
            if said and len(text) + len(said) < _LONGEST:
                start = len(text) + bool(text)
                text += ("\n" if text else "") + said
                marks += [replace(mark, span=(mark.span[0] + start, mark.span[1] + start)) for mark in inside]
    return text, tuple(marks)
