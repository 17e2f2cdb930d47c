"""Dates that are all written alike, digit under digit: one look at each column of digits.

Says only what `backend.tables.dates` says of the same texts; None proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from backend.tables.cell_bytes import CellBytes, Letters
from backend.tables.dates import ISO8601, DateReading, days_of_months

_DIGITS = re.compile("[0-9]")
_DATES = (
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d"),
    *("%m/%d/%Y", "%d/%m/%Y", "%d.%m.%Y", "%m-%d-%Y", "%d-%m-%Y"),
)
_TIMES = ("", " %H:%M", " %H:%M:%S")
_MOST_FRACTION = 6
_RANGES = {"m": (1, 12), "d": (1, 31), "H": (0, 23), "M": (0, 59), "S": (0, 59)}
# Rows that are looked at side by side: NumPy is slow on short ones.
_STRIDE = 64
_Small = npt.NDArray[np.uint8]


class _Reading(NamedTuple):
    """A format, and at which byte each of its fields stands."""

    format: str
    fields: tuple[tuple[str, int], ...]


def read_uniform_dates(text: CellBytes) -> DateReading | None:
    """The format of cells that are all dates of one shape."""
    width = int(text.ends[0] - text.starts[0])
    first = bytes(text.letters[:width])
    if not first.isascii():
        return None
    readings = _readings().get(_DIGITS.sub("0", first.decode()))
    if not readings or (text.lengths != width).any():
        return None
    rows = text.letters.reshape(-1, width)
    if not _are_shaped(rows, first):
        return None
    found = [each.format for each in readings if _all_read(rows, each)]
    return DateReading(found[0], len(rows), len(found) > 1) if found else None


@cache
def _readings() -> dict[str, tuple[_Reading, ...]]:
    """Shape to its formats, in the order in which formats are preferred."""
    found: dict[str, tuple[_Reading, ...]] = {}
    for date in _DATES:
        for time in _TIMES:
            shape, reading = _spelled(date + time, date + time)
            found[shape] = (*found.get(shape, ()), reading)
    for spelling in _iso_spellings():
        shape, reading = _spelled(ISO8601, spelling)
        found.setdefault(shape, (reading,))
    return found


def _iso_spellings() -> Iterator[str]:
    fractions = ["", *(f".{'0' * digits}" for digits in range(1, _MOST_FRACTION + 1))]
    for join in ("T", " "):
        for time in ("%H:%M", *(f"%H:%M:%S{fraction}" for fraction in fractions)):
            for offset in ("", "Z", "+%H:%M", "-%H:%M"):
                yield f"%Y-%m-%d{join}{time}{offset}"


def _spelled(name: str, spelling: str) -> tuple[str, _Reading]:
    shape, fields = "", []
    for part in re.split("(%[A-Za-z])", spelling):
        if part.startswith("%"):
            fields.append((part[1], len(shape)))
            part = "0000" if part == "%Y" else "00"
        shape += part
    return shape, _Reading(name, tuple(fields))


def _are_shaped(rows: Letters, first: bytes) -> bool:
    """Whether all rows have digits where the first has them, and else the same letters."""
    low, high = _bounds(rows)
    model = np.frombuffer(first, np.uint8)
    digits = (model >= ord("0")) & (model <= ord("9"))
    bottom = np.where(digits, ord("0"), model)
    top = np.where(digits, ord("9"), model)
    return bool((low >= bottom).all() and (high <= top).all())


def _bounds(rows: Letters) -> tuple[_Small, _Small]:
    """The smallest and the largest byte of each position."""
    width = rows.shape[1]
    whole = len(rows) // _STRIDE * _STRIDE
    rest = rows[whole:]
    low, high = [rest], [rest]
    if whole:
        wide = rows[:whole].reshape(-1, width * _STRIDE)
        low.append(wide.min(axis=0).reshape(_STRIDE, width))
        high.append(wide.max(axis=0).reshape(_STRIDE, width))
    return np.concatenate(low).min(axis=0), np.concatenate(high).max(axis=0)


def _all_read(rows: Letters, reading: _Reading) -> bool:
    """Whether every row has its fields within bounds and stands in the calendar."""
    found: dict[str, _Small] = {}
    year_at = dict(reading.fields)["Y"]
    if rows[:, year_at].min() == ord("0"):
        return False
    for name, at in reading.fields:
        if name == "Y":
            continue
        number = _number(rows, at)
        low, high = _RANGES[name]
        if number.min() < low or number.max() > high:
            return False
        found.setdefault(name, number)
    return _in_calendar(rows, year_at, found["m"], found["d"])


def _number(rows: Letters, at: int) -> _Small:
    """The two digits at a position as a number."""
    tens: _Small = rows[:, at] - np.uint8(ord("0"))
    return tens * np.uint8(10) + (rows[:, at + 1] - np.uint8(ord("0")))


def _in_calendar(rows: Letters, year_at: int, month: _Small, day: _Small) -> bool:
    late = day > 28
    if not late.any():
        return True
    chosen = rows[late]
    year = _number(chosen, year_at).astype(np.int64) * 100 + _number(chosen, year_at + 2)
    return bool((day[late] <= days_of_months(year, month[late].astype(np.int64))).all())
