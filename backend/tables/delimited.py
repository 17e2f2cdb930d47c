"""CSV and TSV files as grids of text.

Plain files are split at once (`backend.tables.plain`). Other text is read record by record, and
only what turns out uneven or broken is walked a second time, to know its lines.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np
import pyarrow as pa

from backend.contracts.errors import DataError
from backend.tables.delimiter import find_delimiter, is_blank
from backend.tables.encoding import Decoded, decode
from backend.tables.grid import Grid, Lines, text_column, uneven
from backend.tables.headers import named_columns
from backend.tables.plain import native_delimiter, read_plain

_CHUNK_RECORDS = 1 << 12
_DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}
Record = list[str]


def read_delimited(content: bytes, *, file: str) -> Grid:
    """The grid of a delimited file.

    Raises:
        DataError: the file has no single reading; the message names file and line.
    """
    csv.field_size_limit(sys.maxsize)
    grid = read_plain(content, file=file)
    if grid is not None:
        return grid
    decoded = decode(content, file=file)
    if not decoded.encoding.startswith("utf-8") and not decoded.text.startswith("\ufeff"):
        grid = read_plain(decoded.text.encode(), file=file)
    return replace(grid, encoding=decoded.encoding) if grid else read_records(decoded, file=file)


def read_records(decoded: Decoded, *, file: str) -> Grid:
    """The grid of a text, read record by record.

    Raises:
        DataError: the file has no single reading; the message names file and line.
    """
    csv.field_size_limit(sys.maxsize)
    # Blank lines at the end are no rows.
    text = decoded.text.rstrip("\r\n")
    if not text.strip():
        raise _empty(file)
    delimiter = find_delimiter(text)
    records = _Records(text, delimiter or native_delimiter(file), file)
    header, columns, lines = records.read()
    place = f"{file}, line {records.header_line()}"
    kept = named_columns(header, columns, place=place, label=lambda at: f"column {at + 1}")
    return Grid(
        names=tuple(header[at] for at in kept),
        columns=tuple(columns[at] for at in kept),
        lines=lines,
        encoding=decoded.encoding,
        delimiter=delimiter,
    )


def _empty(file: str) -> DataError:
    return DataError(
        f"{file}: the file is empty. Write a header line with the column names.",
        code="empty-file",
    )


class _Ragged(Exception):
    """A record has another number of fields than the header."""


class _Records:
    """The records of one text."""

    def __init__(self, text: str, delimiter: str, file: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._file = file

    def read(self) -> tuple[Record, list[pa.Array], Lines | None]:
        """Header, columns, and where each row starts unless lines are even."""
        reader = csv.reader(self._lines(), delimiter=self._delimiter, strict=True)
        try:
            header = next((record for record in reader if not is_blank(record)), None)
            if header is None:
                raise _empty(self._file)
            columns = _read_columns(reader, len(header))
        except (csv.Error, _Ragged):
            raise self._fault() from None
        is_even = reader.line_num == len(columns[0]) + 1
        return header, columns, None if is_even else uneven(self._row_lines(len(header)))

    def header_line(self) -> int:
        """The line of the first record that is not blank."""
        return next(line for line, record in self._located() if not is_blank(record))

    def _lines(self) -> io.StringIO:
        return io.StringIO(self._text, newline="")

    def _located(self) -> Iterator[tuple[int, Record]]:
        """Each record after the line on which it starts."""
        reader = csv.reader(self._lines(), delimiter=self._delimiter, strict=True)
        line = 1
        try:
            for record in reader:
                yield line, record
                line = reader.line_num + 1
        except csv.Error as error:
            raise self._quote_error(line, reader.line_num, str(error)) from error

    def _row_lines(self, width: int) -> Lines:
        header_line = self.header_line()
        starts = (
            line
            for line, record in self._located()
            if line > header_line and (width == 1 or not is_blank(record))
        )
        return np.fromiter(starts, dtype=np.int64)

    def _fault(self) -> DataError:
        """What is wrong with the first record that cannot be read."""
        width = 0
        try:
            for line, record in self._located():
                width = width or (0 if is_blank(record) else len(record))
                if not is_blank(record) and len(record) != width:
                    return self._ragged_error(line, len(record), width)
        except DataError as error:
            return error
        raise AssertionError(f"{self._file} was broken on the first reading alone")

    def _ragged_error(self, line: int, fields: int, width: int) -> DataError:
        counted = "1 field" if fields == 1 else f"{fields} fields"
        name = _DELIMITER_NAMES[self._delimiter]
        cure = f"Quote fields that hold a {name}." if fields > width else "Complete the line."
        return DataError(
            f"{self._file}, line {line}: {counted} where the header has {width}. {cure}",
            code="ragged-row",
        )

    def _quote_error(self, start: int, end: int, reason: str) -> DataError:
        place = f"{self._file}, line {start}"
        if "unexpected end" in reason:
            return DataError(
                f"{place}: a quote opens in this record and is never closed. "
                "Close it, or double it if it belongs to the text.",
                code="unclosed-quote",
            )
        where = "" if start == end else f" on line {end}"
        return DataError(
            f"{place}: text follows the closing quote of a field{where}. "
            "Double the quotes inside a quoted field.",
            code="stray-quote",
        )


def _read_columns(reader: Iterator[Record], width: int) -> list[pa.Array]:
    pieces: list[list[pa.Array]] = [[] for _ in range(width)]
    while chunk := list(islice(reader, _CHUNK_RECORDS)):
        for piece, cells in zip(pieces, zip(*_rows(chunk, width), strict=True), strict=False):
            piece.append(pa.array(cells, pa.large_string()))
    return [text_column(piece) for piece in pieces]


def _rows(chunk: list[Record], width: int) -> list[Record]:
    """The records that are rows: in a single column a blank line is a missing value."""
    if set(map(len, chunk)) == {width}:
        return chunk
    if width == 1:
        rows = [record or [""] for record in chunk]
    else:
        rows = [record for record in chunk if not is_blank(record)]
    if set(map(len, rows)) - {width}:
        raise _Ragged
    return rows
