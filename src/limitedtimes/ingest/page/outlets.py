"""Outlet files: what the general rules get wrong on one outlet's pages, as data that anybody can write.

A file is TOML with ``version = 1``, the ``hosts`` that it is for, and selectors; docs/outlet-files.md says how to write one.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from limitedtimes.errors import SettingsError
from limitedtimes.ingest.dates import country_zone, parse_date
from limitedtimes.ingest.dom import address_parts, visible_text
from limitedtimes.ingest.language import normal_code
from limitedtimes.ingest.page.blocks import placed_block
from limitedtimes.ingest.page.headline import Headline, Lead
from limitedtimes.ingest.page.selectors import Selector
from limitedtimes.model.article import ArticleForm
from limitedtimes.rules.bylines import Byline, read_byline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.blocks import PlacedBlock, Places
    from limitedtimes.ingest.page.metadata import Metadata
    from limitedtimes.model.article import Article, Picture

VERSION = 1
BUNDLED = Path(__file__).with_name("outlet_files")
_SELECTORS = ("text", "remove", "headline", "kicker", "lead", "author", "published", "caption", "credit")
_KEYS = ("version", "hosts", "language", "form", *_SELECTORS)
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")
_LONGEST = 100_000  # bytes of a file
_UPWARDS = 6  # elements between a picture and what holds its caption, too


@dataclass(frozen=True, slots=True)
class Outlet:
    """What one outlet's file says; an outlet without a file says nothing, and nothing changes."""

    hosts: tuple[str, ...] = ()
    language: str | None = None
    form: ArticleForm | None = None
    selectors: Mapping[str, Selector] = field(default_factory=dict)

    def prepare(self, root: Element) -> None:
        """Take out what is never the article's."""
        for element in self._all("remove", root):
            parent = element.getparent()
            if parent is not None and element.tag != "body":
                _cut(element, parent)

    def amended(self, meta: Metadata, root: Element, url: str) -> Metadata:
        """The page's metadata with this outlet's places for author and time instead, where they say anything."""
        byline = sum((read_byline(visible_text(one)) for one in self._all("author", root)), Byline())
        zone = country_zone(url)
        times = (parse_date(_time_of(one), zone, self.language) for one in self._all("published", root))
        return replace(
            meta,
            byline=byline if byline != Byline() else meta.byline,
            published=next((time for time in times if time), meta.published),
        )

    def headline(self, root: Element) -> Headline | None:
        """The headline where the file says; None where it says nothing, or the page has none there."""
        found = self._first("headline", root)
        if found is None:
            return None
        kicker = self._first("kicker", root)
        return Headline(visible_text(found), visible_text(kicker) if kicker is not None else None, found)

    def lead(self, root: Element) -> Lead | None:
        """The lead where the file says."""
        found = self._first("lead", root)
        return Lead(visible_text(found), found) if found is not None else None

    def text(self, root: Element, url: str, places: Places) -> list[PlacedBlock]:
        """The blocks of what the file says holds the text, all of them; none where it says nothing."""
        holders = set(self._all("text", root))
        if not holders:
            return []
        inside = (one for one in places.innermost if one in holders or holders.intersection(one.iterancestors()))
        found = (placed_block(one, url) for one in inside)
        return [one for one in found if one.block.text]

    def described(self, picture: Picture, element: Element) -> Picture:
        """The picture on an element of the page, with caption and credit from the places that the file names near it."""
        caption, credit = self._near("caption", element), self._near("credit", element)
        return replace(picture, caption=caption or picture.caption, credit=credit or picture.credit)

    def completed(self, article: Article) -> Article:
        """The article in the form that all of this outlet's have."""
        return replace(article, form=self.form) if self.form else article

    def _all(self, name: str, root: Element) -> list[Element]:
        selector = self.selectors.get(name)
        return selector.find(root) if selector else []

    def _first(self, name: str, root: Element) -> Element | None:
        return next((one for one in self._all(name, root) if visible_text(one)), None)

    def _near(self, name: str, element: Element) -> str | None:
        if name not in self.selectors:
            return None
        around = [element, *element.iterancestors()][:_UPWARDS]
        found = next((one for holder in around if (one := self._first(name, holder)) is not None), None)
        return visible_text(found) if found is not None else None


_NONE = Outlet()


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets with a file, by host; ``problems`` says what is wrong with files that were ignored."""

    by_host: Mapping[str, Outlet] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def find(self, url: str) -> Outlet:
        """The outlet of an address: its host's, else that of the nearest domain above."""
        host = (address_parts(url).hostname or "").lower()
        while host:
            if outlet := self.by_host.get(host):
                return outlet
            host = host.partition(".")[2]
        return _NONE


NO_OUTLETS = Outlets()


def load(folders: Sequence[Path]) -> Outlets:
    """Read all files ``*.toml`` of these folders; for a host with several, the later folder's and name's counts.

    A file that cannot be used is reported and ignored: it must not keep anybody from reading.
    """
    by_host: dict[str, Outlet] = {}
    problems: list[str] = []
    for folder in folders:
        for file in sorted(folder.glob("*.toml")):
            try:
                outlet = read_file(file)
            except SettingsError as error:
                problems.append(str(error))
            else:
                by_host |= dict.fromkeys(outlet.hosts, outlet)
    return Outlets(by_host, tuple(problems))


def read_file(file: Path) -> Outlet:
    """Read one outlet file. Raises SettingsError that names the file, the line, and what to do."""
    try:
        text = _content(file)
        data = tomllib.loads(text)
    except (OSError, ValueError) as error:  # TOML's own errors name the line
        message = f"{file}: {error}"
        raise SettingsError(message) from error
    try:
        _check(data)
        return _outlet(data)
    except _FaultError as fault:
        line = next((number for number, one in enumerate(text.split("\n"), 1) if _names(one, fault.key)), 1)
        message = f"{file}, line {line}: {fault}"
        raise SettingsError(message) from fault


class _FaultError(Exception):
    """What is wrong with the value of a key."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def _content(file: Path) -> str:
    with file.open("rb") as opened:
        data = opened.read(_LONGEST + 1)
    if len(data) > _LONGEST:
        message = f"is larger than {_LONGEST:,} bytes: no outlet needs as much"
        raise ValueError(message)
    return data.decode("utf-8")


def _names(line: str, key: str) -> bool:
    return re.match(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""", line) is not None


def _check(data: Mapping[str, Any]) -> None:
    version = data.get("version")
    if type(version) is not int or version != VERSION:
        said = "there is no version" if version is None else f"this program does not know version {version!r}"
        message = f"{said}; write version = {VERSION}"
        raise _FaultError("version", message)
    for key in data:
        if key not in _KEYS:
            message = f"{key!r} is unknown; known are {', '.join(_KEYS)}"
            raise _FaultError(key, message)


def _outlet(data: Mapping[str, Any]) -> Outlet:
    hosts = tuple(host.lower() for host in _texts(data, "hosts"))
    if not hosts or not all(_HOST.fullmatch(host) for host in hosts):
        message = 'hosts are names like "example.org", without https:// and without a path'
        raise _FaultError("hosts", message)
    selectors = {name: _selector(name, _texts(data, name)) for name in _SELECTORS if name in data}
    return Outlet(hosts, _language(data), _form(data), selectors)


def _texts(data: Mapping[str, Any], key: str) -> list[str]:
    """Return a key's value, one text or a list of them."""
    value = data.get(key, [])
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) and one.strip() for one in values):
        message = f"{key} is a text, or a list of texts"
        raise _FaultError(key, message)
    return values


def _selector(name: str, texts: list[str]) -> Selector:
    try:
        return Selector(", ".join(texts))
    except ValueError as error:
        raise _FaultError(name, str(error)) from error


def _language(data: Mapping[str, Any]) -> str | None:
    said = _texts(data, "language")
    code = normal_code(said[0]) if len(said) == 1 else None
    if said and code is None:
        message = 'language is a code like "pt"'
        raise _FaultError("language", message)
    return code


def _form(data: Mapping[str, Any]) -> ArticleForm | None:
    said = _texts(data, "form")
    if said and (len(said) > 1 or said[0] not in tuple(ArticleForm)):
        message = f"form is one of {', '.join(ArticleForm)}"
        raise _FaultError("form", message)
    return ArticleForm(said[0]) if said else None


def _cut(element: Element, parent: Element) -> None:
    """Take an element out of the page, but not the text behind it."""
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _time_of(element: Element) -> str:
    return element.get("datetime") or element.get("content") or visible_text(element)
