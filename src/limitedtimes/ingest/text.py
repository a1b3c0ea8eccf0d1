"""Plain text out of what markup leaves: white space, characters that nobody sees, tags in places where none belong."""

from __future__ import annotations

import html
import re

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<(?:!--.*?--|[/!?a-zA-Z][^<>]*)>", re.DOTALL)


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
