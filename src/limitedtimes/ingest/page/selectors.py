"""CSS selectors as people write them for one outlet's pages, as XPath.

Of CSS 3 (W3C Selectors Level 3): types, ``*``, classes, ids, attributes (``=``, ``~=``, ``^=``, ``$=``, ``*=``), descendants,
children (``>``) and lists. No pseudo-classes: what they count changes with every redesign.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

_TOKEN = re.compile(
    r"\s*(?P<sign>[,>])\s*|(?P<space>\s+)|(?P<type>[A-Za-z][\w-]*|\*)|\.(?P<class>-?[A-Za-z_][\w-]*)|#(?P<id>[\w-]+)|"
    r"""\[\s*(?P<name>[A-Za-z][\w-]*)\s*(?:(?P<how>[~^$*]?=)\s*(?:"(?P<one>[^"]*)"|'(?P<other>[^']*)'|(?P<bare>[\w-]+))\s*)?\]"""
)
_STEPS = {",": " | .//", ">": "/", " ": "//"}
_HOW: dict[str, str] = {
    "": "@{0}",
    "=": "@{0} = {1}",
    "~=": "contains(concat(' ', normalize-space(@{0}), ' '), concat(' ', {1}, ' '))",
    "^=": "starts-with(@{0}, {1})",
    "$=": "substring(@{0}, string-length(@{0}) - string-length({1}) + 1) = {1}",
    "*=": "contains(@{0}, {1})",
}


class Selector:
    """A selector, ready to be used. Raises ValueError that says where it cannot be understood."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._find = cast("Callable[[Element], list[Element]]", etree.XPath(_xpath(text.strip())))

    def find(self, root: Element) -> list[Element]:
        """Elements that match, in the page's order."""
        return self._find(root)


def _xpath(text: str) -> str:
    path, place, inside = ".//", 0, False  # inside: of a compound like a.b[c]
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None or (token["type"] and inside):
            message = f"{text[place:]!r} cannot be understood in the selector {text!r}"
            raise ValueError(message)
        step = token["sign"] or (" " if token["space"] else "")
        if step and not inside:
            break
        if step:
            path, inside = path + _STEPS[step], False
        else:
            path, inside = path + ("" if inside or token["type"] else "*") + _condition(token), True
        place = token.end()
    if not inside or place < len(text):
        message = f"the selector {text!r} is not complete"
        raise ValueError(message)
    return path


def _condition(token: re.Match[str]) -> str:
    if token["type"]:
        return token["type"].lower()
    if token["class"]:
        return f"[{_HOW['~='].format('class', _literal(token['class']))}]"
    if token["id"]:
        return f"[{_HOW['='].format('id', _literal(token['id']))}]"
    value = next((one for one in token.group("one", "other", "bare") if one is not None), "")
    how = token["how"] or ""
    if how not in ("", "=") and not value:
        message = f"{token[0]} matches nothing"
        raise ValueError(message)
    return f"[{_HOW[how].format(token['name'].lower(), _literal(value))}]"


def _literal(value: str) -> str:
    """Return a string of XPath, which knows no escapes: a value holds one kind of quotes at most."""
    return f'"{value}"' if "'" in value else f"'{value}'"
