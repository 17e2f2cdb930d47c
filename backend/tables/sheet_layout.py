"""What a workbook holds that a reader of its cells does not see: merged and hidden ones.

Terms are those of SpreadsheetML (ECMA-376, part 1: 18.3.1.13 ``col``, 18.3.1.55 ``mergeCell``,
18.3.1.73 ``row``, 18.2.19 ``sheet``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from backend.tables.workbook import Workbook

_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
_NUMBERS = {
    name: re.compile(rb"""\s%b\s*=\s*["']([0-9]+)["']""" % name.encode())
    for name in ("r", "min", "max")
}
_IS_WIDE = re.compile(rb"\A(?!\s*<[^\0])")
"""Not written in ASCII's letters: UTF-16 is the other encoding that XML has to know."""


class Layout(NamedTuple):
    """Counts over all visible sheets, and of those that are not visible.

    ``merged`` are ranges of cells that are shown as one; a hidden row or column counts up to the
    last one that holds a cell.
    """

    merged: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    hidden_sheets: int = 0


def layout_of(content: bytes, *, file: str) -> Layout:
    """The layout of a workbook.

    Raises:
        DataError: ``not-a-workbook`` or ``workbook-too-large``.
    """
    book = Workbook(content, file=file)
    found = Layout(hidden_sheets=book.hidden_sheets)
    for sheet in book.sheets:
        part = book.part(sheet)
        rows, columns = _hidden(part.xml, part.rows, part.columns)
        found = Layout(
            found.merged + part.merged,
            found.hidden_rows + rows,
            found.hidden_columns + columns,
            found.hidden_sheets,
        )
    return found


def _hidden(xml: bytes, rows: int, columns: int) -> tuple[int, int]:
    """How many of a sheet's first rows and columns are hidden."""
    if _IS_WIDE.match(xml):
        xml = xml.decode("utf-16", errors="replace").encode()
    if b"hidden" not in xml:
        return 0, 0
    hidden_rows = [_number(tag, "r") for tag in _ROW.findall(xml) if _HIDDEN.search(tag)]
    spans = [
        (_number(tag, "min"), min(_number(tag, "max"), columns))
        for tag in _COLUMN.findall(xml)
        if _HIDDEN.search(tag)
    ]
    hidden = sum(max(0, last - first + 1) for first, last in spans)
    return sum(0 < row <= rows for row in hidden_rows), hidden


def _number(tag: bytes, name: str) -> int:
    found = _NUMBERS[name].search(tag)
    return int(found[1]) if found else 0
