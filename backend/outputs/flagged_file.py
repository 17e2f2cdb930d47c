"""Flagged rows, read again from the file that they left in.

Rules of this file: it reads, row by row, and writes nothing; cells are texts as the file has them.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from backend.contracts.errors import DataError
from backend.outputs.flagged import LEADING
from backend.outputs.legal_text import disarm


class Place(NamedTuple):
    """Where a flagged row stands: 0-based row of the table, and 1-based line of its file.

    A table that is no file has no lines: its rows are counted from 1.
    """

    row: int
    line: int


def read_flagged(path: Path) -> Iterator[list[str]]:
    """The header of a file of flagged rows, then its rows.

    Raises:
        DataError: ``no-flagged-rows``: the file is gone, or is none of these.
    """
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            header = next(rows, [])
            if tuple(header[: len(LEADING)]) != LEADING:
                raise _damaged(path, "it does not begin with the columns of flagged rows")
            yield header
            for row in rows:
                if len(row) != len(header):
                    raise _damaged(path, f"line {rows.line_num} has {len(row)} cells")
                yield row
    except FileNotFoundError as error:
        fact = f"{path}: the flagged rows are not there any more."
        raise DataError(f"{fact} Run the check again.", code="no-flagged-rows") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _damaged(path, str(error)) from error


def read_places(path: Path, table: str) -> Iterator[Place]:
    """Where the rows of this table stand; a failing group or metric stands in no row.

    Raises:
        DataError: as `read_flagged`.
    """
    rows = read_flagged(path)
    next(rows)
    for its_table, row, source, *_cells in rows:
        if not row or its_table != disarm(table):
            continue
        has_no_line = source.endswith("]") and row.isdecimal()
        line = str(int(row) + 1) if has_no_line else source.rpartition(":")[2]
        if not (row.isdecimal() and line.isdecimal()):
            raise _damaged(path, f"{row!r} at {source!r} is no place of a row")
        yield Place(int(row), int(line))


def _damaged(path: Path, fact: str) -> DataError:
    told = f"{path} is no file of flagged rows: {fact}."
    return DataError(f"{told} Run the check again.", code="no-flagged-rows")
