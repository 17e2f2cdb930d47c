"""The bytes of one file to the typed tables in it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from backend.contracts.errors import DataError
from backend.contracts.schema import TableProblem
from backend.tables.delimited import read_delimited
from backend.tables.foreign import refuse_foreign, refuse_no_workbook
from backend.tables.grid import Grid, Lines
from backend.tables.infer import TypedColumn
from backend.tables.quick_typing import type_cells
from backend.tables.sources import is_odd, problem, table_name, too_large
from backend.tables.unquoted import LONG
from backend.tables.workbook import Workbook


class Reading(NamedTuple):
    """One table, typed; ``lines`` is None where data row r stands on line r + 2.

    ``grown_from`` is the cache file whose cells are those of the first piece of each column.
    """

    table: str
    sheet: str | None
    columns: tuple[TypedColumn, ...]
    rows: int
    lines: Lines | None
    encoding: str
    delimiter: str
    grown_from: Path | None = None


def read_tables(data: bytes, *, file: str) -> Iterator[Reading | TableProblem]:
    """Every table of a file, one after the other; what cannot be read as a problem."""
    if not _is_workbook(file):
        yield _read_or_problem(data, file, table_name(file))
        return
    try:
        refuse_no_workbook(data, file=file)
        book = Workbook(data, file=file)
    except (DataError, MemoryError) as error:
        yield problem(table_name(file), file, _told(error, file, len(data)))
        return
    if not book.sheets:
        message = f"{file}: no sheet is visible. Unhide the sheet that holds the table."
        yield problem(table_name(file), file, DataError(message, code="no-visible-sheet"))
    for sheet in book.sheets:
        yield _sheet_or_problem(book, file, sheet)


def read_table(data: bytes, *, file: str, sheet: str | None) -> Reading:
    """The one table of a file, or of a sheet of it.

    Raises:
        DataError: it cannot be read.
    """
    if sheet is None:
        refuse_foreign(data, file=file)
        return _typed(read_delimited(data, file=file), table_name(file), None)
    book = Workbook(data, file=file)
    return _typed(book.read(sheet), _sheet_table(book, file, sheet), sheet)


def _is_workbook(file: str) -> bool:
    return file.lower().endswith(".xlsx")


def _read_or_problem(data: bytes, file: str, table: str) -> Reading | TableProblem:
    try:
        return read_table(data, file=file, sheet=None)
    except (DataError, MemoryError) as error:
        return problem(table, file, _told(error, file, len(data)))


def _sheet_or_problem(book: Workbook, file: str, sheet: str) -> Reading | TableProblem:
    table = _sheet_table(book, file, sheet)
    try:
        _refuse_odd(file, sheet)
        return _typed(book.read(sheet), table, sheet)
    except (DataError, MemoryError) as error:
        return problem(table, file, _told(error, file, book.size))


def _told(error: DataError | MemoryError, file: str, size: int) -> DataError:
    return error if isinstance(error, DataError) else too_large(file, size)


def _refuse_odd(file: str, sheet: str) -> None:
    if is_odd(sheet):
        raise DataError(
            f"{file}: the sheet {sheet!r} cannot name a table. "
            "Rename it, with letters, digits, - and _.",
            code="bad-name",
        )


def _sheet_table(book: Workbook, file: str, sheet: str) -> str:
    return table_name(file) if len(book.sheets) == 1 else f"{table_name(file)}.{sheet}"


def _typed(grid: Grid, table: str, sheet: str | None) -> Reading:
    columns = _typed_columns(grid.names, list(grid.columns), grid.as_text, len(grid.columns[0]))
    return Reading(
        table=table,
        sheet=sheet,
        columns=columns,
        rows=len(columns[0].cells),
        lines=grid.lines,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
    )


def _typed_columns(
    names: Sequence[str], columns: list[pa.Array | None], as_text: Collection[int], rows: int
) -> tuple[TypedColumn, ...]:
    """The columns, on all cores where they are long."""

    def type_one(at: int) -> TypedColumn:
        cells, columns[at] = columns[at], None
        return type_cells(names[at], cells, as_text=at in as_text)

    if rows < LONG:
        return tuple(map(type_one, range(len(names))))
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        return tuple(cores.map(type_one, range(len(names))))
