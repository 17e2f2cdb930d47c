"""Sooner ways to what pandas gives over columns of whole numbers, as keys are: the same result.

A key says by itself where to look it up, so nothing has to be hashed: keys that lie close together
by their distance from the lowest, others by a number that is made of them. Where only that number
is alike, pandas itself compares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

FEWEST_ROWS = 2_000
"""Below this many rows there is nothing to gain."""
SPREAD = 2
"""Keys lie close together where they take so many places for each row that is looked at."""
AT_ONCE = 1 << 16
"""Cells that are looked at together: their places take little memory, and stay near the core."""
FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4)."""
HALF = np.uint64(32)

Whole: TypeAlias = "np.ndarray[Any, np.dtype[np.int64]]"
Flags: TypeAlias = "np.ndarray[Any, np.dtype[np.bool_]]"
Places: TypeAlias = "np.ndarray[Any, np.dtype[np.intp]]"


class Range(NamedTuple):
    """The lowest of some keys, and the distance of the highest from it."""

    low: int
    span: int


def whole_numbers(column: object) -> Whole | None:
    """The cells of a column, where it is a plain one of whole numbers and none is missing."""
    if type(column) is not pd.Series:
        return None
    if isinstance(column.dtype, pd.Int64Dtype):
        return None if column.isna().any() else column.to_numpy(dtype=np.int64)
    return column.to_numpy() if column.dtype == np.int64 else None


def may_repeat(columns: Sequence[Whole]) -> Places:
    """The rows, ascending, that may be like another in these columns: all that are, and some more.

    There is at least one column.
    """
    rows = len(columns[0])
    if not rows:
        return np.empty(0, dtype=np.intp)
    places, size = _places_of_rows(columns)
    numbers = np.arange(rows, dtype=np.min_scalar_type(rows))
    latest = np.empty(size, dtype=numbers.dtype)
    latest[places] = numbers
    is_other = latest[places] != numbers
    is_shared = np.zeros(size, dtype=bool)
    is_shared[places[is_other]] = True
    return np.flatnonzero(is_shared[places])


def shortened_repeats(duplicated: Callable[..., Any]) -> Callable[..., Any]:
    """``Series.duplicated`` that compares only keys of which another may be."""

    @wraps(duplicated)
    def shortened(self: Any, keep: Any = "first") -> Any:
        cells = whole_numbers(self) if len(self) >= FEWEST_ROWS else None
        if cells is None or keep not in ("first", "last", False):
            return duplicated(self, keep=keep)
        rows = may_repeat([cells])
        found = np.zeros(len(cells), dtype=bool)
        found[rows] = duplicated(self.iloc[rows], keep=keep).to_numpy()
        return _like(self, found, "duplicated")

    return shortened


def shortened_isin(isin: Callable[..., Any]) -> Callable[..., Any]:
    """``Series.isin`` that looks at the place of each key among those that are there."""

    @wraps(isin)
    def shortened(self: Any, values: Any) -> Any:
        cells = whole_numbers(self) if len(self) >= FEWEST_ROWS else None
        known = None if cells is None else whole_numbers(values)
        close = None if cells is None or known is None else close_range(known, len(cells))
        if cells is None or known is None or close is None:
            return isin(self, values)
        is_there = mark(known, close)
        found: Any = look_up(is_there, cells, close)
        if isinstance(self.dtype, pd.Int64Dtype):
            found = pd.array(found, dtype="boolean")
        return _like(self, found, "isin")

    return shortened


def shortened_look_up(get_indexer: Callable[..., Any]) -> Callable[..., Any]:
    """``Index.get_indexer``, on which ``reindex`` and ``map`` stand, over keys that are close."""

    @wraps(get_indexer)
    def shortened(self: Any, target: Any, *more: Any, **options: Any) -> Any:
        is_plain = not more and all(option is None for option in options.values())
        if not is_plain or not _is_plain_index(self) or not _is_plain_index(target):
            return get_indexer(self, target, *more, **options)
        known = self.to_numpy()
        close = close_range(known, len(target)) if len(target) >= FEWEST_ROWS else None
        if close is None or not self.is_unique:
            return get_indexer(self, target, *more, **options)
        rows = np.full(close.span + 2, -1, dtype=np.intp)
        rows[known - close.low] = np.arange(len(known))
        return look_up(rows, target.to_numpy(), close)

    return shortened


def _like(column: Any, found: Any, method: str) -> Any:
    given: Any = pd.Series(found, index=column.index, copy=False)
    return given.__finalize__(column, method)


def _is_plain_index(index: object) -> bool:
    return type(index) is pd.Index and index.dtype == np.int64


def close_range(known: Whole, rows: int) -> Range | None:
    """The range of keys, where they are close enough to have a place each for so many look-ups."""
    if not len(known):
        return None
    low, high = int(known.min()), int(known.max())
    return Range(low, high - low) if high - low <= SPREAD * (len(known) + rows) else None


def mark(known: Whole, close: Range) -> Flags:
    """Whether each place of a range is that of a key; the place behind the last is not."""
    is_there = np.zeros(close.span + 2, dtype=bool)
    for some in _slices(known):
        is_there[known[some] - close.low] = True
    return is_there


def look_up(held: np.ndarray[Any, Any], cells: Whole, close: Range) -> np.ndarray[Any, Any]:
    """What is held at the place of each cell, or at the place behind the last for all outside."""
    found = np.empty(len(cells), dtype=held.dtype)
    for some in _slices(cells):
        found[some] = held[_places_in(cells[some], close)]
    return found


def _slices(cells: Whole) -> Iterator[slice]:
    return (slice(start, start + AT_ONCE) for start in range(0, len(cells), AT_ONCE))


def _places_in(cells: Whole, close: Range) -> Places:
    places = cells.view(np.uint64) - np.uint64(close.low % 2**64)  # wraps around: never negative
    np.minimum(places, np.uint64(close.span + 1), out=places)
    return places.view(np.intp)


def _places_of_rows(columns: Sequence[Whole]) -> tuple[Places, int]:
    """A place for each row, like ones at the same, and how many places there are."""
    rows = len(columns[0])
    close = close_range(columns[0], 0) if len(columns) == 1 else None
    if close is not None:
        return columns[0] - close.low, close.span + 1
    mixed = np.zeros(rows, dtype=np.uint64)
    for cells in columns:
        mixed ^= mixed >> HALF
        mixed += cells.view(np.uint64)
        mixed *= FACTOR
    bits = (SPREAD * rows).bit_length()
    mixed >>= np.uint64(64 - bits)
    return mixed.view(np.intp), 1 << bits
