"""What a program returned that may return anything: rows, records, or a value that JSON has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from backend.sandbox.worker import result
from backend.sandbox.worker.frame import DEEPEST_VALUE, LARGEST_VALUE
from backend.sandbox.worker.result import BadResult

LISTS = (list, tuple, set, frozenset, pd.Index)


def encode(returned: object, table: pd.DataFrame | None, *, most: int) -> tuple[str, bytes]:
    """The kind of what was returned, and the body of its frame.

    A frame is rows where its index is positions of the table, each once, and where it either holds
    every column of the table or is not simply numbered from 0: a new frame is numbered so.

    Raises:
        BadResult: there is no JSON for it, or too much.
    """
    if not isinstance(returned, pd.DataFrame):
        return "value", _encode_value(returned)
    positions = None if table is None else _positions(returned, table)
    if positions is not None:
        return "rows", positions
    return "records", result.records(returned, most)


def _positions(returned: pd.DataFrame, table: pd.DataFrame) -> bytes | None:
    is_whole = set(table.columns) <= set(returned.columns)
    if not is_whole and returned.index.equals(pd.RangeIndex(len(returned))):
        return None
    try:
        return result.row_positions(returned, len(table))
    except BadResult:
        return None


def _encode_value(returned: object) -> bytes:
    text = json.dumps(_plain(returned, 0), allow_nan=False).encode()
    if len(text) > LARGEST_VALUE:
        most = LARGEST_VALUE // (1024 * 1024)
        raise BadResult(f"check returned a value that is longer than {most} MiB as JSON")
    return text


def _plain(value: Any, depth: int) -> Any:
    if depth >= DEEPEST_VALUE:
        raise BadResult(f"check returned a value that is nested more than {DEEPEST_VALUE} deep")
    if isinstance(value, pd.Series):
        value = value.to_dict() if value.index.is_unique else value.tolist()
    if isinstance(value, pd.DataFrame):
        value = value.to_dict("list")
    if isinstance(value, np.ndarray):
        value = value.tolist()  # of no dimension: a scalar
    if isinstance(value, Mapping):
        return {str(name): _plain(each, depth + 1) for name, each in value.items()}
    if isinstance(value, LISTS):
        return [_plain(each, depth + 1) for each in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if not isinstance(value, result.SCALARS) and value is not pd.NA and value is not None:
        kind = type(value).__name__
        raise BadResult(f"check returned a value of type {kind}, for which there is no JSON")
    return result.scalar(value)
