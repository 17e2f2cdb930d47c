"""The schema of the cache is the one that pandas itself would give."""

from __future__ import annotations

import json

import pandas as pd
import pyarrow as pa

from backend.tables.frame_schema import frame_schema

DTYPES = {
    "id": "int64", "gap": "Int64", "n": "float64", "ok": "bool", "maybe": "boolean", "Größe": "str"
}  # fmt: skip


def test_it_says_what_pandas_says() -> None:
    empty = pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in DTYPES.items()})
    expected = pa.Schema.from_pandas(empty, preserve_index=False)
    found = frame_schema(DTYPES)
    assert found.equals(expected)
    told = json.loads(expected.metadata[b"pandas"])
    assert json.loads(found.metadata[b"pandas"]) == {
        key: told[key] for key in ("index_columns", "column_indexes", "columns", "attributes")
    }


def test_the_dtypes_come_back() -> None:
    table = pa.Table.from_arrays(
        [pa.nulls(2, field.type) for field in frame_schema({"a": "Int64", "b": "str"})],
        schema=frame_schema({"a": "Int64", "b": "str"}),
    )
    assert table.to_pandas().dtypes.astype(str).to_dict() == {"a": "Int64", "b": "str"}
