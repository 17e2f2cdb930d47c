"""Columns that lie in several pieces, as the buffers of whole ones, without joining them.

To join long columns is to wait for memory. What stands in each buffer is told piece by piece (see
the columnar format's "Variable-size Binary Layout").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa

from backend.tables.vectors import Integers, as_numbers

_FIXED = (pa.int64(), pa.float64())
Pieces: TypeAlias = list[memoryview]
"""What stands in a buffer, one after the other."""
_FIRST_OFFSET = np.zeros(1, np.int64).data


def is_laid_out(kind: pa.DataType) -> bool:
    """Whether the buffers of such columns can be told."""
    return kind in _FIXED or pa.types.is_large_string(kind)


def validity(cells: pa.ChunkedArray) -> memoryview:
    """Which cells are there, a bit for each; nothing where all are."""
    if not cells.null_count:
        return memoryview(b"")
    found = pa.concat_arrays([each.is_valid() for each in cells.chunks])
    return memoryview(found.buffers()[1])[: (len(cells) + 7) // 8]


def buffers(cells: pa.ChunkedArray) -> list[Pieces]:
    """The values of a column of numbers; the offsets and the letters of one of texts."""
    found = more_buffers(cells.chunks, cells.type, letters=0)
    if len(found) > 1:
        found[0].insert(0, _FIRST_OFFSET)
    return found


def more_buffers(chunks: Sequence[pa.Array], kind: pa.DataType, *, letters: int) -> list[Pieces]:
    """What these cells add to the buffers of a column that has so many bytes of letters."""
    if not pa.types.is_large_string(kind):
        return [[as_numbers(each).data for each in chunks if len(each)]]
    offsets: Pieces = []
    texts: Pieces = []
    for each in map(_texts, chunks):
        more = letters - each.first
        offsets.append((each.ends + more if more else each.ends).data)
        texts.append(each.letters)
        letters += each.letters.nbytes
    return [offsets, texts]


class _Texts(NamedTuple):
    """Where each text ends; the letters begin at ``first``."""

    first: int
    ends: Integers
    letters: memoryview


def _texts(cells: pa.LargeStringArray) -> _Texts:
    _, offsets, letters = cells.buffers()
    if not len(cells):
        return _Texts(0, np.empty(0, np.int64), memoryview(b""))
    places = np.frombuffer(offsets, np.int64)[cells.offset : cells.offset + len(cells) + 1]
    first, last = int(places[0]), int(places[-1])
    there = memoryview(b"" if letters is None else letters)
    return _Texts(first, places[1:], there[first:last])
