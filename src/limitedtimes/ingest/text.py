"""Plain text out of what markup leaves: white space, characters that nobody sees, tags in places where none belong."""

from __future__ import annotations

import html
import re

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]")
_SPACE = re.compile(r"\s+")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Markup that stands in titles. Other tags are what a title speaks of: "Why <script> is dangerous".
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]['\"»«”“’)\]]*$")
_TAG = re.compile(
    r"<(script|style)\b[^<>]*>[^<]*</\1\s*>|<!--.*?(?:-->|\Z)|<[!?][^<>]*>|<[a-z]\w*+\s++[\w:-]++\s*+=[^<>]*>|</[a-z]\w*+\s*>"
    r"|<(?:a|abbr|acronym|b|bdi|bdo|big|blink|blockquote|body|br|center|cite|code|dd|del|dfn|div|dl|dt|em|figcaption|figure|font|h[1-6]"
    r"|head|hr|html|i|iframe|img|ins|kbd|label|li|mark|marquee|nobr|noscript|ol|p|picture|pre|q|rp|rt|ruby|s|samp|section|small|span|strike|strong"
    r"|sub|sup|svg|table|tbody|td|th|thead|time|title|tr|tt|u|ul|var|wbr|[a-z]\w*:[a-z]\w*)(?:\s[^<>]*)?/?>",
    re.DOTALL | re.IGNORECASE,
)


def visible(text: str) -> str:
    """Leave out soft hyphens, zero-width spaces and control characters.

    Zero-width joiners stay: Persian and the Indic scripts need them. Accents stay as they are written.
    """
    return _INVISIBLE.sub("", text)


def clean(text: str | None) -> str:
    """One line of visible text with single spaces; a no-break space is a space."""
    return _SPACE.sub(" ", visible(text or "")).strip()


def plain(markup: str | None) -> str:
    """Text of a field that may hold markup, entities, or both escaped twice, as titles in feeds and metadata do."""
    text = markup or ""
    for _ in range(2):
        text = _TAG.sub("", html.unescape(text))
    return clean(text)


def weight(text: str) -> int:
    """Letters that a text is worth: scripts that say a word in a character or two count three times."""
    return len(text) if text.isascii() else len(text) + 2 * len(_DENSE.findall(text))


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as sentences do, with or without a quotation mark or bracket behind."""
    return bool(_SENTENCE_END.search(text))
