"""The part of the page inside the sandbox that writes down what a program gave, in few bytes.

Rules of this file: it is sent as text, so it imports nothing of this project.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from typing import Any

import numpy as np
import pandas as pd

MOST_DIGESTED = 5_000
"""Rows of a result of which every cell counts when two runs are compared."""
MOST_RECORDS = 1_000
SHORT = 64
"""Rows that are written one by one."""

Finding = dict[str, Any]


def digest(returned: pd.DataFrame) -> str:
    """The bytes of a result, in short."""
    head = returned.iloc[:MOST_DIGESTED]
    text = head.to_csv() + ",".join(map(str, returned.index[MOST_DIGESTED:]))
    return hashlib.sha256(text.encode()).hexdigest()


def rows_of(returned: pd.DataFrame, judged: pd.DataFrame) -> Finding:
    """Flagged positions, ascending."""
    index = returned.index
    if len(index) and (isinstance(index, pd.MultiIndex) or index.inferred_type != "integer"):
        raise TypeError(f"check returned rows with an index of {index.dtype}")
    numbers = np.sort(index.to_numpy().astype(np.int64)) if len(index) else np.array([], np.int64)
    if len(numbers) and (numbers[0] < 0 or numbers[-1] >= len(judged)):
        raise IndexError("check returned a row that is not there")
    if (numbers[1:] == numbers[:-1]).any():
        raise ValueError("check returned a row more than once")
    return {"rows": write_rows(numbers, len(judged))}


def write_rows(numbers: np.ndarray[Any, np.dtype[np.int64]], rows: int) -> Any:
    """A few numbers as they are, many as the bits of the table's rows."""
    if len(numbers) <= SHORT:
        return numbers.tolist()
    bits = np.zeros(rows, np.uint8)
    bits[numbers] = 1
    return base64.b64encode(zlib.compress(np.packbits(bits).tobytes(), 1)).decode()


def read_rows(written: Any, most: int = 2**31) -> list[int]:
    """Row numbers as `write_rows` has them, of a table of at most ``most`` rows."""
    if not isinstance(written, str):
        return [int(number) for number in written]
    packed = zlib.decompressobj().decompress(base64.b64decode(written), most // 8 + 1)
    found: list[int] = np.flatnonzero(np.unpackbits(np.frombuffer(packed, np.uint8))).tolist()
    return found


def records_of(returned: pd.DataFrame) -> Finding:
    """Failing groups or metrics as lines of text, sorted; numbers to nine digits."""
    named = [name for name in returned.index.names if name is not None]
    missing = [name for name in named if name not in returned.columns]
    frame = returned.reset_index(level=missing) if missing else returned
    names = [str(name) for name in frame.columns]
    cells = [frame.iloc[:, place].tolist() for place in range(len(names))]
    rows = zip(*cells, strict=True) if cells else iter([()] * len(frame))
    lines = sorted(write_record(dict(zip(names, row, strict=True))) for row in rows)
    whole = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return {"records": lines[:MOST_RECORDS], "count": len(lines), "whole": whole}


def write_record(record: dict[str, Any]) -> str:
    """A failing group or metric as a line of text, its cells as they are compared."""
    return json.dumps({name: word(cell) for name, cell in record.items()}, sort_keys=True)


def word(cell: Any) -> Any:
    """A cell as it is compared: a float to nine digits, what is missing as nothing."""
    if cell is None or cell is pd.NaT or cell is pd.NA or cell != cell:
        return None
    if isinstance(cell, bool | np.bool_):
        return bool(cell)
    if isinstance(cell, int | float | np.number):
        return f"{float(cell):.9g}"
    return str(cell)
