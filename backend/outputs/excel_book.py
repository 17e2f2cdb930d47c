"""All flagged rows of a run as an Excel workbook: a summary, then a sheet for each check.

Rules of this file: it reads files of flagged rows and writes to a stream, a row at a time; nothing
is capped but what Excel cannot hold, and each such case is told, in the summary and to the caller;
numbers are numbers, every other cell is a text, and none is a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from backend.contracts.errors import DataError
from backend.contracts.verdict import RunRecord
from backend.outputs.excel_cells import (
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    SheetNames,
    head_cell,
    is_cut,
    number_value,
    text_value,
)
from backend.outputs.flagged import LEADING
from backend.outputs.flagged_file import read_flagged
from backend.outputs.legal_text import disarm
from backend.outputs.run_report import ReportedRun, worst_first

_SUMMARY = {
    "check": 14, "name": 32, "verdict": 10, "severity": 10, "owner": 26, "tags": 20,
    "tested": 10, "flagged": 10, "summary": 44, "reason": 44, "sheets": 24, "note": 44,
}  # fmt: skip
_WIDTH = 18


class FlaggedRows(NamedTuple):
    """The rows that a check flagged.

    ``numbers`` tells by table of each column whether it holds numbers; of other tables, and of
    groups and metrics, whatever is spelled as a number counts as one.
    """

    path: Path
    numbers: Mapping[str, Sequence[bool]] = {}


class Told(NamedTuple):
    """What is to be said of a workbook, and whether all flagged rows are in it to the letter."""

    notes: tuple[str, ...]
    is_whole: bool


class _Filled(NamedTuple):
    """The sheets that a check came to, and what is to be said of them."""

    sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_whole: bool = True


def write_workbook(
    stream: BinaryIO,
    run: ReportedRun,
    flagged: Mapping[int, FlaggedRows],
    *,
    sheet_rows: int = MOST_ROWS,
) -> Told:
    """Write the workbook; tell what is in it otherwise than in the run.

    ``flagged`` has the rows of the run's records by their position; ``sheet_rows`` is what a
    sheet holds, its header included.
    """
    book = Workbook(write_only=True)
    names = SheetNames()
    summary = book.create_sheet(names.take("Summary"))
    at = {id(record): number for number, record in enumerate(run.records)}
    lines = []
    for record in worst_first(run.records):
        check = _Check(book, names, record, sheet_rows)
        lines.append((record, check.fill(flagged.get(at[id(record)]))))
    _summarise(summary, lines)
    book.save(stream)
    notes = tuple(f"{record.check_id}: {note}" for record, each in lines for note in each.notes)
    return Told(notes, all(filled.is_whole for _, filled in lines))


class _Check:
    """The sheets of one check."""

    def __init__(self, book: Workbook, names: SheetNames, record: RunRecord, most: int) -> None:
        self._book = book
        self._names = names
        self._record = record
        self._most = most
        self._names_taken: list[str] = []
        self._header: list[str] = []
        self._sheet: Any = None
        self._on_sheet = self._written = self._cut = 0

    def fill(self, flagged: FlaggedRows | None) -> _Filled:
        """Write all rows, on as many sheets as they need."""
        if flagged is None:
            lost = f"{self._record.flagged:,} rows were flagged, and there is no file of them."
            return _Filled((), (lost,), False) if self._record.flagged else _Filled()
        missing: list[str] = []
        try:
            self._fill(read_flagged(flagged.path), flagged.numbers)
        except DataError as error:
            missing.append(str(error))
        self._end()
        missing += self._missing()
        return _Filled(tuple(self._names_taken), (*missing, *self._parts()), not missing)

    def _fill(self, rows: Iterator[list[str]], known: Mapping[str, Sequence[bool]]) -> None:
        numbers = {disarm(table): columns for table, columns in known.items()}
        self._header = next(rows)
        self._begin()
        for row in rows:
            if self._on_sheet == self._most - 1:
                self._end()
                self._begin()
            columns = numbers.get(row[0]) if row[1] else None
            self._sheet.append(self._values(row[:MOST_COLUMNS], columns))
            self._on_sheet += 1
            self._written += 1

    def _begin(self) -> None:
        part = f" part {len(self._names_taken) + 1}" if self._names_taken else ""
        name = self._names.take(self._record.check_id, part)
        self._sheet = self._book.create_sheet(name)
        self._names_taken.append(name)
        header = self._header[:MOST_COLUMNS]
        _open(self._sheet, header, [_WIDTH] * len(header))

    def _end(self) -> None:
        if self._sheet is not None:
            _close(self._sheet, min(len(self._header), MOST_COLUMNS), self._on_sheet)
        self._sheet, self._on_sheet = None, 0

    def _values(self, row: Sequence[str], numbers: Sequence[bool] | None) -> list[object]:
        values = []
        for column, text in enumerate(row):
            number = number_value(text) if _may_be_number(column, numbers) else None
            values.append(text_value(self._sheet, text) if number is None else number)
            self._cut += is_cut(text)
        return values

    def _parts(self) -> Iterator[str]:
        sheets = len(self._names_taken)
        if sheets > 1:
            told = f"its {self._written:,} rows are more than a sheet holds"
            yield f"{told}; they are on {sheets} sheets."

    def _missing(self) -> Iterator[str]:
        if self._names_taken and self._written != self._record.flagged:
            told = f"{self._record.flagged:,} rows were flagged"
            yield f"{told}, and {self._written:,} are in their file."
        if len(self._header) > MOST_COLUMNS:
            beyond = len(self._header) - MOST_COLUMNS
            yield f"{beyond:,} columns are more than Excel holds and are left out."
        if self._cut:
            told = f"{self._cut:,} cells are longer than the {MOST_CHARACTERS:,} characters"
            yield f"{told} that Excel holds; they end in …."


def _may_be_number(column: int, numbers: Sequence[bool] | None) -> bool:
    """Of the leading columns only the row's number is one."""
    if column < len(LEADING):
        return LEADING[column] == "_row"
    if numbers is None:
        return True
    at = column - len(LEADING)
    return at < len(numbers) and numbers[at]


def _open(sheet: Any, header: Sequence[str], widths: Iterable[float]) -> None:
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([head_cell(sheet, name) for name in header])


def _close(sheet: Any, width: int, rows: int) -> None:
    """A write-only sheet keeps a file open until it is closed, and there may be thousands."""
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(width, 1))}{rows + 1}"
    sheet.close()


def _summarise(sheet: Any, lines: Sequence[tuple[RunRecord, _Filled]]) -> None:
    _open(sheet, list(_SUMMARY), _SUMMARY.values())
    for record, filled in lines:
        before = (record.check_id, record.check_name, record.verdict.value, record.severity)
        texts = (*before, record.owner, ", ".join(record.tags))
        after = (record.summary, record.reason, ", ".join(filled.sheets), " ".join(filled.notes))
        row = [text_value(sheet, text) for text in texts]
        row += [record.tested, record.flagged, *(text_value(sheet, text) for text in after)]
        sheet.append(row)
    _close(sheet, len(_SUMMARY), len(lines))
