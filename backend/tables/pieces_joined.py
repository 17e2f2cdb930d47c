"""Columns that lie in several pieces, laid out as Arrow writes whole ones, without joining them.

To join long columns is to wait for memory. Arrow's writer is given columns of the same length
over memory that is reserved and never filled; where it comes to one of their buffers, the bytes
of the pieces are written instead (see the columnar format's "Variable-size Binary Layout").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from backend.tables.vectors import in_one_piece

_FIXED = {pa.int64(): np.dtype(np.int64), pa.float64(): np.dtype(np.float64)}
Pieces: TypeAlias = dict[int, Sequence[memoryview]]
"""What is to be written in the place of the buffer at an address."""


class LaidOut(NamedTuple):
    """A table in one batch, and what belongs in the place of some of its buffers."""

    table: pa.Table
    pieces: Pieces


def lay_out(table: pa.Table) -> LaidOut:
    """The table as one batch; its columns may be read only by who puts in the pieces."""
    pieces: Pieces = {}
    columns = [_column(each, pieces) for each in table.columns]
    return LaidOut(pa.Table.from_arrays(columns, schema=table.schema), pieces)


def _column(cells: pa.ChunkedArray, pieces: Pieces) -> pa.Array:
    if cells.num_chunks < 2:
        return in_one_piece(cells)
    if cells.type in _FIXED:
        values = [_numbers(each) for each in cells.chunks]
        buffers = [_reserve(values, pieces)]
    elif pa.types.is_large_string(cells.type):
        buffers = _text_buffers([_texts(each) for each in cells.chunks], pieces)
    else:
        return cells.combine_chunks()
    return pa.Array.from_buffers(
        cells.type, len(cells), [_validity(cells), *buffers], cells.null_count
    )


def _validity(cells: pa.ChunkedArray) -> pa.Buffer | None:
    """Which cells are there, a bit for each; None where all are."""
    if not cells.null_count:
        return None
    return pa.concat_arrays([each.is_valid() for each in cells.chunks]).buffers()[1]


def _numbers(cells: pa.Array) -> memoryview:
    values = np.frombuffer(cells.buffers()[1], _FIXED[cells.type])
    return values[cells.offset : cells.offset + len(cells)].data


class _Texts(NamedTuple):
    """Where each text begins, and the last one ends, in the letters."""

    offsets: npt.NDArray[np.int64]
    letters: memoryview


def _texts(cells: pa.LargeStringArray) -> _Texts:
    _, offsets, letters = cells.buffers()
    starts = np.frombuffer(offsets, np.int64)[cells.offset : cells.offset + len(cells) + 1]
    first, last = (int(starts[0]), int(starts[-1])) if len(starts) else (0, 0)
    there = memoryview(b"" if letters is None else letters)
    return _Texts(starts - first if first else starts, there[first:last])


def _text_buffers(texts: Sequence[_Texts], pieces: Pieces) -> list[pa.Buffer]:
    offsets: list[memoryview] = []
    end = 0
    for each in texts:
        begins = each.offsets[:-1]
        offsets.append((begins + end if end else begins).data)
        end += each.letters.nbytes
    offsets.append(np.array([end], np.int64).data)
    return [
        _reserve(offsets, pieces, ends=(0, end)),
        _reserve([each.letters for each in texts], pieces),
    ]


def _reserve(
    parts: Sequence[memoryview], pieces: Pieces, *, ends: tuple[int, int] | None = None
) -> pa.Buffer:
    """Memory as long as all parts, which stand in its place; ``ends`` are looked at before."""
    size = sum(part.nbytes for part in parts)
    if not size:
        return pa.py_buffer(b"")
    memory = np.empty(size, np.uint8)
    if ends:
        memory.view(np.int64)[[0, -1]] = ends
    reserved = pa.py_buffer(memory)
    pieces[reserved.address] = parts
    return reserved
