"""The cells of a workbook as the text that a CSV would hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta

_LAST_EXACT_INTEGER = 2**53


def cells_as_text(cells: Sequence[Cell]) -> list[str]:
    """Each cell as text; an empty cell is empty text."""
    return [cell if type(cell) is str else _spelled(cell) for cell in cells]


def _spelled(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        is_exact = cell.is_integer() and abs(cell) <= _LAST_EXACT_INTEGER
        return str(int(cell)) if is_exact else repr(cell)
    if isinstance(cell, dt.datetime):
        return _without_midnight(cell)
    if isinstance(cell, dt.timedelta):
        return _duration(cell)
    if isinstance(cell, dt.time):
        return _trimmed(cell.isoformat())
    return str(cell)


def _without_midnight(moment: dt.datetime) -> str:
    if moment.time() == dt.time():
        return moment.date().isoformat()
    return _trimmed(moment.isoformat(" "))


def _trimmed(time: str) -> str:
    """Without the zeros that fill up microseconds."""
    return time.rstrip("0") if "." in time else time


def _duration(span: dt.timedelta) -> str:
    """Hours beyond a day as spreadsheets show them: 30:00:00."""
    sign = "-" if span < dt.timedelta() else ""
    minutes, seconds = divmod(abs(span), dt.timedelta(minutes=1))
    clock = f"{sign}{minutes // 60}:{minutes % 60:02d}:{seconds.seconds:02d}"
    return _trimmed(f"{clock}.{seconds.microseconds:06d}") if seconds.microseconds else clock
