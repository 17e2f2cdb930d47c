"""Excel workbooks as grids of text, one for each visible sheet.

Cells become the text that a CSV would hold: dates in ISO notation, whole numbers without a
fraction, booleans as true and false, errors as they are shown (``#REF!``). Text stays text: a
column in which a cell stores text is never a number column. The header is the first row that is
not empty.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat

import numpy as np
import pyarrow as pa
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from backend.contracts.errors import DataError
from backend.tables.archive import open_archive
from backend.tables.cell_text import Cell, cells_as_text
from backend.tables.grid import Grid, text_column, uneven
from backend.tables.headers import named_columns
from backend.tables.sheet_xml import Position, column_letters, find_sheets, look_into

_BROKEN = (
    *(CalamineError, zipfile.BadZipFile, zlib.error, ElementTree.ParseError, expat.ExpatError),
    *(LookupError, ValueError, EOFError, NotImplementedError, RuntimeError, struct.error),
)
_LAST_CELL = (1_048_575, 16_383)
"""Of any sheet, from 0; where the reader sees no cell, as in an encoding that it does not know."""
Row = Sequence[Cell]


class SheetPart(NamedTuple):
    """A sheet's XML, its rows and columns from A1 to the last cell, and its merged ranges."""

    xml: bytes
    rows: int
    columns: int
    merged: int


class Workbook:
    """One workbook, opened."""

    def __init__(self, content: bytes, *, file: str) -> None:
        """Open the bytes of a file.

        Raises:
            DataError: ``not-a-workbook`` or ``workbook-too-large``.
        """
        self._file = file
        self.size = len(content)
        try:
            self._archive = open_archive(content, file=file)
            self._parts = find_sheets(self._archive)
            self._reader = CalamineWorkbook.from_filelike(io.BytesIO(content))
        except _BROKEN as error:
            raise self._broken() from error
        self.sheets = tuple(each.name for each in self._reader.sheets_metadata if _is_shown(each))
        """The visible sheets, in the workbook's order."""
        grids = sum(each.typ == SheetTypeEnum.WorkSheet for each in self._reader.sheets_metadata)
        self.hidden_sheets = grids - len(self.sheets)

    def read(self, sheet: str) -> Grid:
        """The grid of one sheet.

        Raises:
            DataError: the sheet has no single reading; the message names the row.
        """
        place = f"{self._file}, sheet {sheet!r}"
        try:
            rows = self._rows(sheet, place)
        except _BROKEN as error:
            raise self._broken() from error
        return _grid(rows, place)

    def part(self, sheet: str) -> SheetPart:
        """One sheet as it is written.

        Raises:
            DataError: ``not-a-workbook``.
        """
        try:
            cells = self._reader.get_sheet_by_name(sheet)
            rows, columns = cells.end or _LAST_CELL
            merged = len(cells.merged_cell_ranges or ())
            return SheetPart(self._archive.read(self._parts[sheet]), rows + 1, columns + 1, merged)
        except _BROKEN as error:
            raise self._broken() from error

    def _rows(self, sheet: str, place: str) -> list[list[Cell]]:
        """All rows from A1 on, with the cells that the fast reader loses put back."""
        facts = look_into(self._archive.read(self._parts[sheet]))
        if facts.is_too_large:
            raise DataError(
                f"{place}: the cells span {facts.rows} rows and {facts.columns} columns. "
                "Delete the cells that stand far off the table.",
                code="sheet-too-large",
            )
        if facts.uncalculated:
            raise DataError(
                f"{place}, cell {_spelled(facts.uncalculated)}: the formula has no value. "
                "Open the workbook in a spreadsheet program, calculate it, and save it.",
                code="uncalculated-formula",
            )
        rows = self._reader.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        return _with_cells(rows, facts.lost)

    def _broken(self) -> DataError:
        return DataError(
            f"{self._file}: the file is not an Excel workbook, is damaged, or asks for a password. "
            "Save it as .xlsx without a password.",
            code="not-a-workbook",
        )


class _Body(NamedTuple):
    header: Row
    header_line: int
    rows: list[Row]
    lines: list[int]


def _is_shown(sheet: SheetMetadata) -> bool:
    is_grid = sheet.typ == SheetTypeEnum.WorkSheet
    return is_grid and sheet.visible == SheetVisibleEnum.Visible


def _spelled(at: Position) -> str:
    return f"{column_letters(at[1])}{at[0] + 1}"


def _with_cells(rows: list[list[Cell]], cells: dict[Position, str | int]) -> list[list[Cell]]:
    """The rows with some cells replaced, enlarged where a cell lies outside."""
    if not cells:
        return rows
    width = max(max(column for _, column in cells) + 1, len(rows[0]) if rows else 0)
    height = max(max(row for row, _ in cells) + 1, len(rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    rows += [[""] * width for _ in range(height - len(rows))]
    for (row, column), cell in cells.items():
        rows[row][column] = cell
    return rows


def _grid(rows: list[list[Cell]], place: str) -> Grid:
    body = _body(rows, place)
    columns = list(zip(*body.rows, strict=True)) or [()] * len(body.header)
    texts = [_column(cells) for cells in columns]
    header = cells_as_text(body.header)
    kept = named_columns(
        header,
        texts,
        place=f"{place}, row {body.header_line}",
        label=lambda at: f"column {column_letters(at)}",
    )
    return Grid(
        names=tuple(header[at] for at in kept),
        columns=tuple(texts[at] for at in kept),
        lines=uneven(np.array(body.lines, dtype=np.int64)),
        as_text=frozenset(new for new, at in enumerate(kept) if _stores_text(columns[at])),
    )


def _column(cells: Row) -> pa.Array:
    return text_column([pa.array(cells_as_text(cells), pa.large_string())])


def _stores_text(cells: Row) -> bool:
    return any(type(cell) is str and cell != "" for cell in cells)


def _body(rows: list[list[Cell]], place: str) -> _Body:
    """Header and data; a blank row is a missing value in a single column, else no row."""
    filled = [at for at, row in enumerate(rows) if any(cell != "" for cell in row)]
    if not filled:
        raise DataError(
            f"{place}: the sheet is empty. Write a header row with the column names.",
            code="empty-file",
        )
    used = sum(any(cell != "" for cell in column) for column in zip(*rows, strict=True))
    data = range(filled[0] + 1, filled[-1] + 1) if used == 1 else filled[1:]
    return _Body(
        header=rows[filled[0]],
        header_line=filled[0] + 1,
        rows=[rows[at] for at in data],
        lines=[at + 1 for at in data],
    )
