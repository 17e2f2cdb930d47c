"""A copy of a workbook in which the offending cells are marked, each with a comment.

Rules of this file: it reads bytes and writes to a stream; values, formulas, styles, filters and
what is hidden stay; a comment that was there stays above the new one; what the copy cannot carry
(shapes, slicers, embedded files) is told.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from openpyxl import load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from backend.contracts.errors import DataError
from backend.outputs.excel_cells import MOST_CHARACTERS, shorten
from backend.outputs.legal_text import legal

AUTHOR = "agent"
_FILL = PatternFill("solid", start_color="FFFFC7CE", end_color="FFFFC7CE")
_BROKEN = (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError)
_REBUILT = re.compile(
    r"xl/(calcChain|sharedStrings)\.xml|xl/comments.*|.*/vmlDrawing[^/]*|docProps/(app|core).xml"
    r"|(xl/)?printerSettings/.*|docProps/thumbnail.*"
)
"""Parts that the copy has under other names, or that no reader of it misses."""
_FORMULA = re.compile(rb"<f[\s/>]")


class Mark(NamedTuple):
    """A flagged row: its 1-based row in a sheet, and what its cells are to say.

    ``columns`` are the offending ones, by name; none where the rule is about the row.
    """

    sheet: str
    line: int
    columns: tuple[str, ...]
    says: str


def annotate_book(
    stream: BinaryIO, content: bytes, headers: Mapping[str, Sequence[str]], marks: Iterable[Mark]
) -> list[str]:
    """Write the marked copy; give a sentence for everything that it does not carry.

    ``headers`` has the names of each sheet's columns in their order. Marks of one cell become one
    comment.

    Raises:
        DataError: ``not-a-workbook``.
    """
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        book = _open(content)
    places = {name: _Sheet(_sheet(book, name), names) for name, names in headers.items()}
    said: dict[tuple[str, int, int], list[str]] = {}
    for mark in marks:
        for column in places[mark.sheet].columns(mark.columns):
            said.setdefault((mark.sheet, mark.line, column), []).append(mark.says)
    for (sheet, line, column), sayings in said.items():
        places[sheet].mark(line, column, sayings)
    book.calculation.fullCalcOnLoad = True
    copy = io.BytesIO()
    book.save(copy)
    stream.write(copy.getvalue())
    return [*dict.fromkeys(str(each.message) for each in heard), *_lost(content, copy.getvalue())]


class _Sheet:
    """One sheet, and where its columns are."""

    def __init__(self, sheet: Any, names: Sequence[str]) -> None:
        self._sheet = sheet
        filled = _header(sheet)
        if len(filled) == len(names):
            self._columns = dict(zip(names, filled, strict=True))
        else:
            self._columns = {str(text): column for column, text in filled.items()}
        self._first = min(filled, default=1)

    def columns(self, names: Sequence[str]) -> list[int]:
        """The 1-based positions of these columns, or of the first cell of a row."""
        found = [self._columns[name] for name in names if name in self._columns]
        return found or [self._first]

    def mark(self, line: int, column: int, sayings: Sequence[str]) -> None:
        """Fill a cell and comment it; of merged cells, the one that shows."""
        cell = self._sheet.cell(line, column)
        if isinstance(cell, MergedCell):
            cell = self._shown(line, column)
        before = [cell.comment.text] if cell.comment else []
        text = "\n\n".join(dict.fromkeys([*before, *sayings]))
        author = cell.comment.author if cell.comment else AUTHOR
        cell.comment = Comment(shorten(legal(text), MOST_CHARACTERS, "…"), author or AUTHOR)
        cell.comment.width, cell.comment.height = 320, 60 + 40 * len(sayings)
        cell.fill = _FILL

    def _shown(self, line: int, column: int) -> Any:
        inside = (each for each in self._sheet.merged_cells.ranges)
        area = next(
            each
            for each in inside
            if each.min_row <= line <= each.max_row and each.min_col <= column <= each.max_col
        )
        return self._sheet.cell(area.min_row, area.min_col)


def _open(content: bytes) -> Any:
    try:
        return load_workbook(io.BytesIO(content), rich_text=True)
    except _BROKEN as error:
        raise _refused(f"the workbook cannot be opened for a copy ({error})") from error


def _sheet(book: Any, name: str) -> Any:
    if name not in book.sheetnames:
        raise _refused(f"a copy of the workbook would not have the sheet {name!r}")
    return book[name]


def _refused(fact: str) -> DataError:
    return DataError(f"{fact}. Save it anew from a spreadsheet program.", code="not-a-workbook")


def _header(sheet: Any) -> dict[int, object]:
    """The filled cells of the first row that has any, by their 1-based columns."""
    for row in sheet.iter_rows():
        filled = {
            cell.column: cell.value
            for cell in row
            if cell.value is not None and str(cell.value).strip()
        }
        if filled:
            return filled
    return {}


def _lost(before: bytes, after: bytes) -> Iterator[str]:
    then, now = _parts(before), _parts(after)
    for folder, number in sorted((then - now).items()):
        yield f"{number} of the parts in {folder} could not be carried into the copy."
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        if any(_FORMULA.search(archive.read(name)) for name in sheets):
            yield "The formulas of the copy show values once a spreadsheet program has opened it."


def _parts(content: bytes) -> Counter[str]:
    """How many parts of each folder there are."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name.lstrip("/") for name in archive.namelist() if not name.endswith("/")]
    kept = (name for name in names if not name.endswith(".rels") and not _REBUILT.fullmatch(name))
    return Counter(name.rpartition("/")[0] or name for name in kept)
