"""Tables of data: rows and cells as they are printed. Tables that only lay out a page are none."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.ingest.dom import visible_text
from limitedtimes.ingest.page.inline import inline
from limitedtimes.model.article import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from limitedtimes.model.article import Mark

_LONGEST_CELL = 400  # characters; a longer one holds paragraphs
_MOST_ROWS = 500
_MOST_COLUMNS = 40
_LAID_OUT = ("presentation", "none")

_Cell = tuple[str, tuple["Mark", ...]]
_EMPTY: _Cell = ("", ())


def table_block(table: Element, url: str) -> Block | None:
    """A table's rows as lines, its cells parted by tabs, the header first; None where it holds no data.

    A cell over several columns or rows stands in the first of them; the others are empty.
    """
    return _printed(_grid(_rows(table), url)) if is_data(table) else None


def is_data(table: Element) -> bool:
    """Tell a table of data from one that lays out a page: regular rows of short cells that are not mostly links or pictures."""
    if table.get("role") in _LAID_OUT or any(True for _ in islice(table.iter("table", "form"), 1, None)):
        return False
    if sum(1 for _ in islice(table.iter("tr"), _MOST_ROWS + 1)) > _MOST_ROWS:
        return False
    rows = _rows(table)
    if len(rows) < 2 or not _is_regular(rows):
        return False
    cells = [cell for row in rows for cell in row]
    texts = [visible_text(cell) for cell in cells]
    said = sum(map(len, texts))
    linked = sum(len(visible_text(link)) for cell in cells for link in cell.iter("a"))
    pictures = sum(cell.find(".//img") is not None and not text for cell, text in zip(cells, texts, strict=True))
    if max(map(len, texts)) > _LONGEST_CELL or sum(map(bool, texts)) * 2 < len(texts) or pictures * 3 > len(cells):
        return False
    return linked * 5 < said * 4


def _rows(table: Element) -> list[list[Element]]:
    """Cells by row: the header's rows first and the footer's last, wherever they stand."""
    rank = {"thead": 0, "tfoot": 2}
    rows = sorted(table.iter("tr"), key=lambda row: rank.get(next(up.tag for up in row.iterancestors()), 1))
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    return [row for row in cells if any(visible_text(cell) for cell in row)]


def _is_regular(rows: Sequence[Sequence[Element]]) -> bool:
    """Tell whether most rows have the same number of cells, two or more."""
    widths = [sum(_span(cell, "colspan") for cell in row) for row in rows]
    most = max(set(widths), key=widths.count)
    several = sum(len(row) > 1 for row in rows)
    return 2 <= most <= _MOST_COLUMNS and widths.count(most) * 2 >= len(rows) and several * 2 >= len(rows)


def _span(cell: Element, name: str) -> int:
    value = cell.get(name) or "1"
    return min(int(value), _MOST_COLUMNS) if value.isascii() and value.isdigit() and int(value) else 1


def _grid(rows: Sequence[Sequence[Element]], url: str) -> list[list[_Cell]]:
    grid: list[list[_Cell]] = []
    taken: dict[int, int] = {}  # rows that a cell from above still covers, by column
    for row in rows:
        line: list[_Cell] = []
        covered = {column: left - 1 for column, left in taken.items() if left > 1}
        for cell in row:
            while taken.get(len(line)):
                line.append(_EMPTY)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            if height > 1:
                covered.update(dict.fromkeys(range(len(line), len(line) + width), height - 1))
            line += [inline(cell, url), *[_EMPTY] * (width - 1)]
        grid.append(line)
        taken = covered
    return grid


def _printed(grid: Sequence[Sequence[_Cell]]) -> Block:
    width = max(map(len, grid))
    text = ""
    marks: list[Mark] = []
    for number, row in enumerate(grid):
        for column in range(width):
            said, inside = row[column] if column < len(row) else _EMPTY
            text += "\t" if column else "\n" if number else ""
            marks += [replace(mark, span=(mark.span[0] + len(text), mark.span[1] + len(text))) for mark in inside]
            text += said
    return Block(BlockKind.TABLE, text, tuple(marks))
