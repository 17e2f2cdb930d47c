"""Arrow columns of texts and numbers, made without pandas.

What pyarrow itself offers for this (``pa.array``, ``pa.scalar``) imports pandas first, which takes
longer than writing the flagged rows of most checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc


def texts(cells: Iterable[str | None]) -> pa.StringArray:
    """A column of texts; None is a missing one."""
    builder = pa.lib.StringBuilder()
    builder.append_values(list(cells))
    return builder.finish()


def integers(numbers: Sequence[int] | npt.NDArray[np.int64]) -> pa.Int64Array:
    """A column of integers, none of them missing."""
    machine = np.asarray(numbers, dtype=np.int64)
    return pa.Array.from_buffers(pa.int64(), len(machine), [None, pa.py_buffer(machine)])


def scalar(text: str, kind: pa.DataType) -> pa.Scalar:
    """A text as pyarrow's functions take it."""
    return texts([text]).cast(kind)[0]


def as_written(column: pa.ChunkedArray) -> pa.ChunkedArray | pa.Array | None:
    """A table's column as it is written: NaN is missing; None where pandas has to spell it."""
    kind = column.type
    if pa.types.is_floating(kind):
        return pc.if_else(pc.is_nan(column), pa.nulls(1, kind)[0], column)
    is_plain = pa.types.is_integer(kind) or pa.types.is_string(kind)
    return column if is_plain or pa.types.is_large_string(kind) else None
