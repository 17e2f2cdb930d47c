"""The schema of a cached table, with what pandas must be told to give each column its dtype.

It says what ``pyarrow.Schema.from_pandas`` says of an empty frame, without importing pandas.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import pyarrow as pa

_TYPES: dict[str, tuple[pa.DataType, str]] = {
    "int64": (pa.int64(), "int64"),
    "Int64": (pa.int64(), "int64"),
    "float64": (pa.float64(), "float64"),
    "bool": (pa.bool_(), "bool"),
    "boolean": (pa.bool_(), "bool"),
    "str": (pa.large_string(), "object"),
}
"""pandas dtype to the Arrow type and to what pandas' metadata calls ``pandas_type``."""


def frame_schema(dtypes: Mapping[str, str]) -> pa.Schema:
    """The schema of columns by name; a frame of it has a RangeIndex.

    Raises:
        KeyError: a dtype that no table has.
    """
    columns = [
        {
            "name": name,
            "field_name": name,
            "pandas_type": _TYPES[dtype][1],
            "numpy_type": dtype,
            "metadata": None,
        }
        for name, dtype in dtypes.items()
    ]
    told = {"index_columns": [], "column_indexes": [], "columns": columns, "attributes": {}}
    fields = [pa.field(name, _TYPES[dtype][0]) for name, dtype in dtypes.items()]
    return pa.schema(fields, metadata={"pandas": json.dumps(told)})
