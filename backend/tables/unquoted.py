"""Text without any quote, split at once by Arrow's parallel reader.

Without quotes a record is a line and a field is what stands between delimiters, so that there is
nothing to interpret. Whatever is uneven or odd is left to the careful reader.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa
from pyarrow import csv

from backend.tables.vectors import in_one_piece

LONG = 1 << 16
"""Rows from which on threads pay."""
_BLOCK_BYTES = 1 << 22
_LONGEST_SHORT = 1 << 31


def split_unquoted(
    content: bytes, start: int, end: int, *, delimiter: str, width: int
) -> list[pa.Array] | None:
    """The columns of some lines, null where empty; None if the careful reader must look.

    What lies between ``start`` and ``end`` is UTF-8 without a quote that begins with a line and
    does not end in a line break; ``width`` is the number of fields of the header. No line is left
    out.
    """
    if content.startswith(codecs.BOM_UTF8, start):
        return None
    names = [str(at) for at in range(width)]
    try:
        table = csv.read_csv(
            pa.BufferReader(pa.py_buffer(content).slice(start, end - start)),
            read_options=csv.ReadOptions(column_names=names, block_size=_BLOCK_BYTES),
            parse_options=csv.ParseOptions(
                delimiter=delimiter, quote_char=False, ignore_empty_lines=width > 1
            ),
            convert_options=csv.ConvertOptions(
                column_types=dict.fromkeys(names, _kind(end - start)),
                strings_can_be_null=True,
                null_values=[""],
                check_utf8=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    rows, pieces = table.num_rows, table.columns
    del table
    columns = _joined(pieces, rows)
    is_even = _lines(content, start, end, columns) == len(columns[0])
    return columns if is_even else None


def _joined(pieces: list[pa.ChunkedArray], rows: int) -> list[pa.Array]:
    """Each column in one piece; its pieces are let go at once, so that memory is used again."""

    def join(at: int) -> pa.Array:
        cells, pieces[at] = pieces[at], pa.chunked_array([], pa.null())
        return in_one_piece(cells).cast(pa.large_string())

    if rows < LONG:
        return [join(at) for at in range(len(pieces))]
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        return list(cores.map(join, range(len(pieces))))


def _kind(size: int) -> pa.DataType:
    """Short offsets where all bytes of a column surely fit them."""
    return pa.string() if size < _LONGEST_SHORT else pa.large_string()


def _lines(content: bytes, start: int, end: int, columns: Sequence[pa.Array]) -> int:
    """The number of lines, where CR, LF and CRLF each end one."""
    if content.find(b"\r", start, end) < 0:
        rows = len(columns[0])
        breaks = end - start - sum(map(_bytes, columns)) - rows * (len(columns) - 1)
        # Where every byte is a cell's, a delimiter or the one break of a row, no line is left out.
        return rows if breaks == rows - 1 else -1
    feeds, returns, both = (content.count(each, start, end) for each in (b"\n", b"\r", b"\r\n"))
    return 1 + feeds + returns - both


def _bytes(cells: pa.LargeStringArray) -> int:
    offsets = np.frombuffer(cells.buffers()[1], np.int64)
    return int(offsets[cells.offset + len(cells)] - offsets[cells.offset])
