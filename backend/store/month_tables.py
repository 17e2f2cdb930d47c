"""Lines of the runs log as a table: the shape of the files of closed months.

Beside its bytes each line has its fields as columns, all empty where it is no record.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from backend.store.closed_months import LINE

SCHEMA = pa.schema(
    [
        ("run_id", pa.string()),
        ("check_id", pa.string()),
        ("check_name", pa.string()),
        ("verdict", pa.string()),
        ("summary", pa.string()),
        ("code", pa.string()),
        ("tested", pa.int64()),
        ("flagged", pa.int64()),
        ("severity", pa.string()),
        ("owner", pa.string()),
        ("stage", pa.string()),
        ("started_at", pa.string()),
        ("as_of", pa.string()),
        ("program", pa.string()),
        ("sandbox", pa.string()),
        ("compiled", pa.bool_()),
        ("model_calls", pa.int64()),
        ("usd", pa.float64()),
        ("seconds", pa.float64()),
        (LINE, pa.large_binary()),
    ]
)
_NEEDED = ("run_id", "check_id", "verdict", "tested", "flagged", "started_at")


def to_table(lines: Sequence[bytes]) -> pa.Table:
    """Lines of the log as rows of `SCHEMA`."""
    rows = [_fields(line) | {LINE: line} for line in lines]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _fields(line: bytes) -> dict[str, Any]:
    """The fields of a record; none where the line is no record of a check."""
    try:
        found = json.loads(line)
        kept = {each.name: _cell(found.get(each.name), each.type) for each in SCHEMA}
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return {}
    return kept if all(kept[name] is not None for name in _NEEDED) else {}


def _cell(value: object, kind: pa.DataType) -> object:
    """The value, if the column can hold it as it is."""
    fits = {
        pa.string(): isinstance(value, str),
        pa.int64(): type(value) is int and -(2**63) <= value < 2**63,
        pa.float64(): type(value) in (int, float),
        pa.bool_(): isinstance(value, bool),
    }
    if value is None or kind == pa.large_binary():
        return None
    if not fits[kind]:
        raise TypeError(f"{value!r} is not of the type {kind}")
    if isinstance(value, str):
        value.encode()
    return value
