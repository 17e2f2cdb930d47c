"""What a program returned, as row numbers or as records of JSON scalars."""

from __future__ import annotations

import datetime
import json
import math
from typing import Any

import numpy as np
import pandas as pd
from pandas.api import types

from backend.sandbox.worker.frame import LARGEST_RECORD

MOST_NAMES = 10
SCALARS = (str, int, float, np.generic, datetime.date, datetime.time, type(pd.NaT))
"""What alone, outside of a frame, counts as a value."""
MOST_BITS = 10_000
"""Python refuses to print longer integers in decimal."""


class BadResult(Exception):
    """The program ran, but what it returned is not what its contract asks for."""


def count(judged: object) -> int:
    """How many rows or groups a program's scope holds.

    Raises:
        BadResult: the scope is not a DataFrame.
    """
    return len(_frame(judged, "scope"))


def row_positions(returned: object, rows: int) -> bytes:
    """The index of the returned rows, ascending, as little-endian int64.

    Raises:
        BadResult: it is not a DataFrame with the original index.
    """
    index = _frame(returned, "check").index
    if len(index) == 0:
        return b""
    numbers = np.sort(_integers(index))
    if numbers[0] < 0 or numbers[-1] >= rows:
        stray = numbers[0] if numbers[0] < 0 else numbers[-1]
        raise BadResult(f"check returned row {stray}, but the table has rows 0 to {rows - 1}")
    repeats = numbers[1:][numbers[1:] == numbers[:-1]]
    if len(repeats):
        raise BadResult(f"check returned row {repeats[0]} more than once")
    return numbers.astype("<i8").tobytes()


def records(returned: object, most: int) -> bytes:
    """The returned groups or metrics, each a line of JSON; a named index is a column.

    Raises:
        BadResult: it is not a DataFrame, or too long.
    """
    frame = _with_named_index(_frame(returned, "check"))
    if len(frame) > most:
        raise BadResult(f"check returned {len(frame)} records; at most {most} are kept")
    names = [str(name) for name in frame.columns]
    if len(set(names)) != len(names):
        raise BadResult(f"check returned two columns of one name among {names[:MOST_NAMES]}")
    columns = [[scalar(cell) for cell in frame.iloc[:, i].tolist()] for i in range(len(names))]
    rows = zip(*columns, strict=True) if columns else [()] * len(frame)
    lines = [json.dumps(dict(zip(names, cells, strict=True)), allow_nan=False) for cells in rows]
    if any(len(line) > LARGEST_RECORD for line in lines):
        raise BadResult("check returned a record that is longer than 1 MiB")
    return "\n".join(lines).encode()


def _frame(returned: object, function: str) -> pd.DataFrame:
    if not isinstance(returned, pd.DataFrame):
        kind = type(returned).__name__
        raise BadResult(f"{function} returned a value of type {kind}, not a DataFrame")
    return returned


def _integers(index: pd.Index[Any]) -> np.ndarray[Any, np.dtype[np.int64]]:
    objects = types.is_object_dtype(index.dtype)
    whole = types.is_integer_dtype(index.dtype) or (
        objects and types.infer_dtype(index) == "integer"
    )
    if isinstance(index, pd.MultiIndex) or not whole or index.hasnans:
        raise BadResult(
            f"check returned rows with an index of {index.dtype}, not the table's own row numbers"
        )
    try:
        return index.to_numpy().astype(np.int64)
    except (OverflowError, ValueError, TypeError) as error:
        raise BadResult("check returned row numbers beyond 64 bits") from error


def _with_named_index(frame: pd.DataFrame) -> pd.DataFrame:
    names = [name for name in frame.index.names if name is not None]
    missing = [name for name in names if name not in frame.columns]
    return frame.reset_index(level=missing) if missing else frame


def scalar(cell: Any) -> Any:
    """The cell as JSON has it; what JSON has no word for is text."""
    if cell is None or cell is pd.NA or cell is pd.NaT:
        return None
    if isinstance(cell, np.generic):
        cell = cell.item()
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, str):
        return str(cell)
    if isinstance(cell, int):
        return cell if cell.bit_length() <= MOST_BITS else hex(cell)
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell)


def _number(cell: float) -> float | str | None:
    if math.isnan(cell):
        return None
    return cell if math.isfinite(cell) else str(cell)
