"""How many values a column has, and whether each occurs once, the quickest exact way."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from backend.tables.cell_bytes import CellBytes, cell_bytes
from backend.tables.vectors import Integers, as_integers

# Two equal cells are mostly met early: a prefix that repeats itself decides alone.
_HEADS = (1 << 12, 1 << 16)
# Values are ticked off in a list of all that could be, up to so many for each cell.
_WIDEST_SPAN = 64
_LEAST_PART, _MOST_PARTS = 1 << 24, 16
_MOST_CODES = 2**62
_WIDEST_TEXT = 40
_ISO_WIDTHS = (10, 19)
"""Characters of a day, and of a day with its time."""


def is_unique(cells: pa.Array) -> bool:
    """Whether there are cells, none empty and no two alike (1 and 1.0 are, as numbers)."""
    if len(cells) == 0 or cells.null_count:
        return False
    for head in _HEADS:
        start = cells.slice(0, head)
        if pc.count_distinct(start).as_py() < len(start):
            return False
    return count_distinct(cells) == len(cells)


def count_distinct(cells: pa.Array) -> int:
    """The number of values, nulls aside."""
    codes = _codes(cells)
    if codes is None or not len(codes):
        return int(pc.count_distinct(cells, mode="only_valid").as_py())
    low, high = int(codes.min()), int(codes.max())
    if high - low < _WIDEST_SPAN * len(codes):
        return _ticked_off(codes, low, high)
    ordered = np.sort(codes)
    return 1 + int(np.count_nonzero(ordered[1:] != ordered[:-1]))


def _ticked_off(codes: Integers, low: int, high: int) -> int:
    """The number of codes from ``low`` to ``high``, in a list that serves one part after another.

    To look through all codes several times is quicker than to touch as much memory.
    """
    width = min(high - low + 1, max(_LEAST_PART, (high - low) // _MOST_PARTS + 1))
    seen = np.zeros(width, np.bool_)
    found = 0
    for start in range(low, high + 1, width):
        part = codes if width > high - low else codes[(codes >= start) & (codes < start + width)]
        seen[part - start] = True
        found += int(np.count_nonzero(seen))
        seen[:] = False
    return found


def _codes(cells: pa.Array) -> Integers | None:
    """An integer for each filled cell, equal where the cells are; None where none is at hand."""
    if pa.types.is_integer(cells.type):
        return as_integers(cells.drop_null() if cells.null_count else cells)
    if not pa.types.is_large_string(cells.type):
        return None
    text = cell_bytes(cells)
    if text is None:
        return None
    moments = _moments(cells, text)
    return _text_codes(text) if moments is None else moments


def _moments(cells: pa.Array, text: CellBytes) -> Integers | None:
    """Days or seconds, where all cells are dates of one ISO 8601 spelling."""
    width = int(text.ends[0] - text.starts[0])
    if width not in _ISO_WIDTHS or (text.lengths != width).any():
        return None
    between = text.letters[_ISO_WIDTHS[0] :: width]
    if width > _ISO_WIDTHS[0] and (between != between[0]).any():
        return None
    try:
        moments = cells.cast(pa.timestamp("s"))
    except pa.ArrowInvalid:
        return None
    return as_integers((moments.drop_null() if moments.null_count else moments).cast(pa.int64()))


def _text_codes(text: CellBytes) -> Integers | None:
    """Texts of one length as numbers, with a digit for each byte that differs at all."""
    width = int(text.ends[0] - text.starts[0])
    if width > _WIDEST_TEXT or (text.lengths != width).any():
        return None
    rows = text.letters.reshape(-1, width)
    low, high = rows.min(axis=0), rows.max(axis=0)
    bases = [int(base) for base in high.astype(np.int64) - low + 1]
    if np.prod(bases, dtype=np.float64) > _MOST_CODES:
        return None
    codes: npt.NDArray[np.int64] = np.zeros(len(rows), np.int64)
    for at, base in enumerate(bases):
        if base > 1:
            codes *= base
            codes += rows[:, at] - low[at]
    return codes
