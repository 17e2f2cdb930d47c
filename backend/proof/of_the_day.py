"""The tables of the day on this side: read once for all the proofs that look at them.

Rules of this file: what is read here is lent, and nobody changes it; a file that is another one
is read anew.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from backend.contracts.check import Cell
from backend.contracts.program import TableFile
from backend.tables.columnar import read_frame

Blocks = tuple[tuple[int, int], ...]
LOOKED_AT = 5_000
"""Rows in which cells of a column are looked for."""
FEW = 10
"""Cells of a column of the day that tables by chance are drawn from, too."""
MOST_TABLES = 6
"""Samples that are kept; each is some thousand rows."""


def read_day(file: TableFile, blocks: Blocks | None) -> Day:
    """A table as it is now, or the runs of rows [start, stop) of it.

    Raises:
        DataError: ``damaged-cache``.
    """
    try:
        found = file.path.stat()
    except OSError:
        return Day(file, blocks)  # reading it tells what is wrong
    return _read(file, blocks, (found.st_ino, found.st_size, found.st_mtime_ns))


class Day:
    """Rows of a table of the day, and what proofs ask of them."""

    def __init__(self, file: TableFile, blocks: Blocks | None) -> None:
        """Read them."""
        frame = read_frame(file)
        if blocks is not None:
            taken = [frame.iloc[start:stop] for start, stop in blocks]
            frame = pd.concat(taken, ignore_index=True)
        self.frame = frame
        self._few: dict[tuple[str, bool], tuple[Cell, ...]] = {}
        self._first: dict[tuple[tuple[str, ...], int], tuple[tuple[Cell, ...], ...]] = {}

    def few(self, column: str, *, is_number: bool) -> tuple[Cell, ...]:
        """A few cells; numbers are near one another, for what lies between them may be reported
        one by one."""
        key = (column, is_number)
        if key not in self._few:
            cells = self.frame[column].head(LOOKED_AT).dropna().drop_duplicates()
            step = 1 if is_number else max(1, len(cells) // FEW)
            self._few[key] = tuple(plain(cell) for cell in cells.iloc[::step].head(FEW).tolist())
        return self._few[key]

    def first_rows(self, columns: tuple[str, ...], most: int) -> tuple[tuple[Cell, ...], ...]:
        """The first rows, as a witness has them."""
        key = (columns, most)
        if key not in self._first:
            head = self.frame[list(columns)].head(most)
            cells = [[plain(cell) for cell in head[column].tolist()] for column in columns]
            self._first[key] = tuple(zip(*cells, strict=True))
        return self._first[key]


@lru_cache(maxsize=MOST_TABLES)
def _read(file: TableFile, blocks: Blocks | None, stands: tuple[int, int, int]) -> Day:
    return Day(file, blocks)


def plain(cell: Any) -> Cell:
    """A cell of a frame as a witness has it."""
    if cell is None or cell is pd.NA or cell != cell:
        return None
    found: Cell = cell.item() if isinstance(cell, np.generic) else cell
    return found
