"""The rows of a table as the lines of files of flagged rows, spelled once for all of them.

Rules of this file: each line is, to the byte, the one that `write_flagged` writes; what it cannot
promise that of (a cell that makes a whole file quoted, a column whose spelling hangs on which rows
are beside) is left to `write_flagged`. It writes to a stream and touches no disk.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import BinaryIO, Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from backend.outputs.arrow_cells import as_written, integers, scalar
from backend.outputs.flagged import (
    FlaggedPart,
    content_of,
    find_structural,
    header_of,
    write_rows,
)

Flags = npt.NDArray[np.bool_]
_LINE_FEED = 0x0A


class SpelledRows:
    """A table whose rows are there as lines."""

    def __init__(self, header: bytes, lines: pa.LargeBinaryArray, quoted: Flags) -> None:
        """``quoted`` tells of each row whether it makes a file quoted: its line is none."""
        self._header = header
        self._lines = lines
        self._quoted = quoted if quoted.any() else None

    @classmethod
    def of(cls, table: str, cells: pa.Table, sources: Sequence[str]) -> Self | None:
        """Spell all rows of a table; None where a row is not spelled alike in every file.

        ``sources`` tells for each row where a person finds it.
        """
        if not _is_spelled_alike(cells):
            return None
        part = FlaggedPart(cells, range(cells.num_rows), sources)
        columns = content_of(table, part)
        quoted = np.zeros(cells.num_rows, dtype=np.bool_)
        for column in columns:
            quoted |= find_structural(column)
        lines = _lines(columns, len(quoted))
        return None if lines is None else cls(header_of(part), lines, quoted)

    def write(self, stream: BinaryIO, rows: Sequence[int]) -> bool:
        """Write the rows at these positions of the table; False, and nothing, where it cannot."""
        positions = np.asarray(rows, dtype=np.int64)
        if self._quoted is not None and self._quoted[positions].any():
            return False
        stream.write(self._header)
        if len(positions):
            stream.write(_bytes_of(self._lines.take(integers(positions))))
        return True


def _is_spelled_alike(cells: pa.Table) -> bool:
    """Whether a cell is spelled in one way, whichever rows stand beside it.

    Where pandas has to spell a column, its type there may hang on whether a value is missing.
    """
    if all(as_written(column) is not None for column in cells.columns):
        return True
    whole, none = (
        some.to_pandas(split_blocks=True, use_threads=False).dtypes
        for some in (cells, cells.slice(0, 0))
    )
    return list(whole) == list(none)


def _lines(columns: Sequence[pa.ChunkedArray], rows: int) -> pa.LargeBinaryArray | None:
    columns = [_without(column, find_structural(column)) for column in columns]
    stream = io.BytesIO()
    write_rows(stream, columns, "none")
    data = stream.getvalue()
    ends = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == _LINE_FEED) + 1
    if len(ends) != rows:
        return None
    starts = np.concatenate(([0], ends)).astype(np.int64)
    buffers = [None, pa.py_buffer(starts), pa.py_buffer(data)]
    return pa.Array.from_buffers(pa.large_binary(), rows, buffers)


def _without(column: pa.ChunkedArray, cells: Flags) -> pa.ChunkedArray:
    """A column with an empty text in place of these cells, if there are any."""
    if not cells.any():
        return column
    bits = pa.py_buffer(np.packbits(cells, bitorder="little"))
    gone = pa.Array.from_buffers(pa.bool_(), len(cells), [None, bits])
    return pc.if_else(gone, scalar("", column.type), column)


def _bytes_of(lines: pa.LargeBinaryArray) -> memoryview:
    """The bytes of lines that were taken: they stand one after the other."""
    _, starts, data = lines.buffers()
    first = lines.offset
    bounds = np.frombuffer(starts, dtype=np.int64)[first : first + len(lines) + 1]
    return memoryview(data)[bounds[0] : bounds[-1]]
