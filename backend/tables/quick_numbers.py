"""Whether all cells of a column are numbers, judged byte by byte for the whole column at once.

Says yes only where `backend.tables.numerals` says it of every single text; a no proves nothing.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from backend.tables.cell_bytes import CellBytes, Letters
from backend.tables.numerals import SAFE_NUMBER_LENGTH, find_numerals
from backend.tables.vectors import Integers, Mask, of_mask

_MINUS, _DOT, _SLASH, _ZERO = b"-./0"
# A sign and the nineteen digits of the largest; longer ones are refused by the conversion.
_LONGEST_INTEGER = 20


def integers_of(cells: pa.LargeStringArray, text: CellBytes) -> pa.Int64Array | None:
    """The cells as integers, if all are."""
    if int(text.lengths.max()) > _LONGEST_INTEGER or not _are_integers(text):
        return None
    try:
        return pc.cast(cells, pa.int64())
    except pa.ArrowInvalid:
        return None


def numbers_of(cells: pa.LargeStringArray, text: CellBytes) -> pa.DoubleArray | None:
    """The cells as numbers, if all are and at least one has a decimal point."""
    return pc.cast(cells, pa.float64()) if _are_decimals(cells, text) else None


def _are_integers(text: CellBytes) -> bool:
    others = _beyond(text.letters, _ZERO, 9)
    negative = text.firsts == _MINUS if others else np.zeros(len(text.starts), np.bool_)
    if others and (others != np.count_nonzero(negative) or not _are_signs(text, others)):
        return False
    starts = text.starts + negative if others else text.starts
    sizes = text.ends - starts
    padded = (text.letters[np.minimum(starts, text.ends - 1)] == _ZERO) & (sizes > 1)
    return bool(sizes.min() > 0) and not padded.any()


def _are_decimals(cells: pa.LargeStringArray, text: CellBytes) -> bool:
    if _beyond(text.letters, _MINUS, 12) or (text.letters == _SLASH).any():
        return False
    negative = text.firsts == _MINUS
    if not _are_signs(text, int(np.count_nonzero(negative))):
        return False
    starts = text.starts + negative
    if not (text.ends > starts).all():
        return False
    return _have_one_dot(text) and not _padded(text, starts).any() and _long_ones_hold(cells, text)


def _beyond(letters: Letters, first: int, more: int) -> int:
    """How many letters are not within ``first`` and ``first + more``; below wraps around."""
    shifted = letters - np.uint8(first)
    return int(np.count_nonzero(shifted > more)) if int(shifted.max()) > more else 0


def _are_signs(text: CellBytes, firsts: int) -> bool:
    """Whether there is no minus but those that begin a cell."""
    return int(np.count_nonzero(text.letters == _MINUS)) == firsts


def _have_one_dot(text: CellBytes) -> bool:
    """Whether there are dots, at most one in each cell and always with a digit behind it."""
    dots = np.flatnonzero(text.letters == _DOT)
    if not len(dots):
        return False
    if len(dots) == len(text.starts):
        return bool(((text.starts <= dots) & (dots < text.ends - 1)).all())
    owners = np.searchsorted(text.ends, dots, side="right")
    return bool((np.diff(owners) > 0).all() and (dots < text.ends[owners] - 1).all())


def _padded(text: CellBytes, starts: Integers) -> Mask:
    """Which cells have a leading zero that no dot follows."""
    suspects: Mask = (text.letters[starts] == _ZERO) & (text.ends - starts > 1)
    suspects[suspects] = text.letters[starts[suspects] + 1] != _DOT
    return suspects


def _long_ones_hold(cells: pa.LargeStringArray, text: CellBytes) -> bool:
    """Whether a float64 holds also those exactly that have many digits."""
    long = text.lengths > SAFE_NUMBER_LENGTH
    if not long.any():
        return True
    filled = cells.drop_null() if cells.null_count else cells
    return bool(find_numerals(filled.filter(of_mask(long))).numbers.all())
