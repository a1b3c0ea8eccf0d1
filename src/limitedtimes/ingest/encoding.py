"""Bytes to text: what the bytes are goes before what anybody says they are, and then whom browsers believe."""

from __future__ import annotations

import codecs
import re

from limitedtimes.ingest.charsets import codec_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADER = re.compile(r"""charset\s*=\s*["']?([^\s"';]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes; the standard scans 1024 before, but browsers change their mind at a <meta> that comes later
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"""<meta\b[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']\s*([^\s"'>]+)""", re.IGNORECASE)
_WIDE = ("utf-16-le", "utf-16-be")


def decode(body: bytes, content_type: str | None) -> str:
    """Text of a page or feed; never fails.

    In this order: byte order mark; UTF-8 if all of it is valid and not plain ASCII, which no other text is by chance; the
    charset of the header, then the document's own declaration, where all bytes are valid in it; UTF-8 with a few broken
    bytes; what was declared, with broken characters; Windows-1252.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    utf8 = _strict(body, "utf-8")
    if utf8 is not None and not body.isascii():
        return utf8
    named = _named(body, content_type)
    for name in named:
        text = _strict(body, name)
        if text is not None:
            return text
    return utf8 if utf8 is not None else _mended(body, named)


def _mended(body: bytes, named: list[str]) -> str:
    """Text of bytes that are valid in nothing that was declared."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    # Valid sequences are no chance; where UTF-8 is declared, some of them are enough to believe it.
    if whole >= broken if "utf-8" in named else whole > 20 * broken:
        return text
    return body.decode(next((name for name in named if name != "utf-8"), "cp1252"), "replace")


def _named(body: bytes, content_type: str | None) -> list[str]:
    """Python's names of the encodings that header and document name."""
    header = _HEADER.search(content_type or "")
    sent = codec_of(header[1]) if header else None
    if sent in _WIDE and b"\x00" not in body[:_HEAD]:
        sent = None  # text of any language has line breaks, spaces or tags: zeros, in UTF-16
    head = _COMMENT.sub(b"", body[:_HEAD])
    declared = _XML.match(head) or _META.search(head)
    said = codec_of(declared[1].decode("ascii", "replace")) if declared else None
    if said in _WIDE:
        said = "utf-8"  # the declaration itself could be read as ASCII, so it cannot be true
    return [name for name in (sent, said) if name]


def _strict(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeError:
        return None
