"""Text of pages that are built by script: the long runs of paragraphs in the data that the page carries for it.

Frameworks put an article's data into scripts: as JSON (``application/json``), as JSON assigned to a variable or given to
``JSON.parse``, or in pieces of React's server component stream. What its fields are called differs; that an article is markup,
or a list of paragraphs, does not.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from limitedtimes.ingest.page.blocks import markup_blocks
from limitedtimes.ingest.page.paragraphs import PROSE
from limitedtimes.ingest.text import clean, weight
from limitedtimes.model.article import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.ingest.page.jsonld import Json

_ASSIGNED = re.compile(r"(?:=|:|\()\s*(?=[\[{])")
_PARSED = re.compile(r"JSON\.parse\(\s*(?=\")")
_PUSHED = re.compile(r"\.push\(\s*(?=\[\s*\d+\s*,\s*\")")
_STREAM_ROW = re.compile(rb"[0-9a-f]+:")
_SIZED = re.compile(rb"T([0-9a-f]+),")
_MARKUP = re.compile(r"</p>|<br\s*/?>|</div>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_HEADING = re.compile(
    r"head(?:er|ing|line)?s?[-_]?\d?|h[2-6]|sub-?(?:head\w*|title)|crosshead|zwischentitel|intertitle", re.IGNORECASE
)
_WORDED = (
    "text",
    "content",
    "html",
    "value",
    "body",
    "paragraph",
    "children",
    "data",
    "nodes",
    "spans",
    "items",
    "attrs",
    "model",
    "props",
)
_KIND = ("type", "_type", "__typename", "kind", "style", "name", "tag")
_PLACEHOLDER = re.compile(r"(?:\$\$|\{\{|\[\[|%%|##|<!--).*")  # where a script puts advertisements
_LONGEST_ITEM = 4000  # letters; an item with more is an article among others
_LEAST_ITEMS = 3
_ATTEMPTS = 40  # values tried in one script
_DEEP = 10  # nested values that make up one paragraph
_LEAST = 300  # letters of a run that may be an article
_CANDIDATES = 8  # of markup, the longest first


def state_blocks(root: Element, url: str) -> list[Block]:
    """The longest text that a page's scripts carry; empty where there is none."""
    values = [value for script in root.iter("script") for value in _values(script)] + _stream(root)
    markup: list[str] = []
    best: list[Block] = []
    for value in _inside(values):
        if isinstance(value, str):
            if weight(value) >= _LEAST and _MARKUP.search(value):
                markup.append(value)
        else:
            best = max(best, _run(value, url), key=_size)
    for text in sorted(markup, key=len, reverse=True)[:_CANDIDATES]:
        best = max(best, markup_blocks(text, url), key=_size)
    return [block for block in best if not _PLACEHOLDER.fullmatch(block.text)] if _size(best) >= _LEAST else []


def _values(script: Element) -> Iterator[Json]:
    source, kind = script.text or "", (script.get("type") or "").lower()
    if weight(source) < _LEAST or "ld+json" in kind or _PUSHED.search(source):
        return
    if "json" in kind:
        yield from _loaded(source)
        return
    decoder = json.JSONDecoder(strict=False)
    for start in _PARSED.finditer(source):
        for text in _decoded(decoder, source, start.end()):
            yield from _loaded(text[0]) if isinstance(text[0], str) else ()
    place, tries = 0, 0
    while tries < _ATTEMPTS and (found := _ASSIGNED.search(source, place)):
        tries += 1
        place = found.end()
        for value, end in _decoded(decoder, source, place):
            yield value
            place = end


def _loaded(source: str) -> Iterator[Json]:
    try:
        yield json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return


def _decoded(decoder: json.JSONDecoder, source: str, start: int) -> Iterator[tuple[Json, int]]:
    try:
        yield decoder.raw_decode(source, start)
    except (ValueError, RecursionError):
        return


def _stream(root: Element) -> list[Json]:
    """Values in the stream of React's server components, whose pieces stand in scripts of their own."""
    decoder = json.JSONDecoder(strict=False)
    pieces = [
        value[1]
        for script in root.iter("script")
        for start in _PUSHED.finditer(script.text or "")
        for value, _ in _decoded(decoder, script.text or "", start.end())
        if isinstance(value, list) and len(value) > 1 and isinstance(value[1], str)
    ]
    stream = "".join(map(str, pieces)).encode("utf-8", "replace")
    found: list[Json] = []
    place = 0
    while row := _STREAM_ROW.match(stream, place):
        sized = _SIZED.match(stream, row.end())
        if sized:
            place = sized.end() + int(sized[1], 16)
            found.append(stream[sized.end() : place].decode("utf-8", "replace"))
            continue
        end = stream.find(b"\n", row.end())
        end = len(stream) if end < 0 else end
        if stream[row.end() : row.end() + 1] in (b"[", b"{", b'"'):
            found += _loaded(stream[row.end() : end].decode("utf-8", "replace"))
        place = end + 1
    return found


def _inside(values: Iterable[Json]) -> Iterator[str | Sequence[Json]]:
    """Every text, and every list or table of values as a list, without recursion."""
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
            continue
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            if sum(isinstance(one, dict | str) for one in value) >= _LEAST_ITEMS:
                yield value
            waiting += value


def _run(items: Sequence[Json], url: str) -> list[Block]:
    """Paragraphs of a list; none where it is a list of something else."""
    texts = [(one, "".join(_texts(one, 0))) for one in items if isinstance(one, dict | str)]
    prose = [text for _, text in texts if PROSE <= weight(text) <= _LONGEST_ITEM]
    if (
        len(prose) < _LEAST_ITEMS
        or len(prose) * 4 < len(texts)
        or any(weight(text) > _LONGEST_ITEM for _, text in texts)
    ):
        return []
    return [block for one, text in texts for block in _item(one, text, url)]


def _item(item: Json, text: str, url: str) -> list[Block]:
    if _ANY_TAG.search(text):
        blocks = markup_blocks(text, url)
    else:
        said = clean(text)
        blocks = [Block(BlockKind.PARAGRAPH, said)] if said else []
    kinds = [str(item.get(key)) for key in _KIND if isinstance(item.get(key), str)] if isinstance(item, dict) else []
    if len(blocks) == 1 and any(_HEADING.fullmatch(kind) for kind in kinds):
        return [Block(BlockKind.HEADING, blocks[0].text, level=2)]
    return blocks


def _texts(value: Json, depth: int) -> Iterator[str]:
    """Pieces of one paragraph, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < _DEEP:
        for one in value:
            if isinstance(one, dict):
                yield from _texts(one, depth + 1)
    elif isinstance(value, dict) and depth < _DEEP:
        for key in _WORDED:
            if isinstance(value.get(key), str | list | dict):
                pieces = list(_texts(value[key], depth + 1))
                if any(piece.strip() for piece in pieces):
                    yield from pieces
                    return


def _size(blocks: Sequence[Block]) -> int:
    return sum(weight(block.text) for block in blocks if weight(block.text) >= PROSE)
