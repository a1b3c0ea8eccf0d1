"""Bytes to text: what the bytes are goes before what anybody says they are."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?([^\s"';]+)""", re.IGNORECASE)
# What browsers read where a page says one of these: the larger set that the name is used for (WHATWG Encoding).
_LARGER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "utf-16": "utf-8",  # the declaration itself could be read as ASCII, so it cannot be true
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}


def decode(body: bytes, content_type: str | None) -> str:
    """Text of a page or feed; never fails.

    In this order: byte order mark; UTF-8 if all of it is valid and not plain ASCII, which no other text is by chance; the
    charset of the header; the document's own declaration; UTF-8 with a few broken bytes; Windows-1252.
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
    if utf8 is not None:
        return utf8
    mended = body.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    whole = sum(1 for char in mended if char > "\x7f") - broken
    # Valid sequences are no chance; where UTF-8 is declared, some of them are enough to believe it.
    believed = whole >= broken if "utf-8" in named else whole > 20 * broken
    return mended if believed else body.decode("cp1252", "replace")


def _named(body: bytes, content_type: str | None) -> list[str]:
    """Python's names of the encodings that header and document name."""
    header = _HEADER.search(content_type or "")
    declared = _DECLARED.search(body[:4096])
    said = [header.group(1) if header else None, declared.group(1).decode("ascii") if declared else None]
    return [known for name in said if name and (known := _known(name))]


def _known(name: str) -> str | None:
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding:  # noqa: SLF001 - the only way to leave out base64 and zip
        return None
    return _LARGER.get(info.name, info.name)


def _strict(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeError:
        return None
