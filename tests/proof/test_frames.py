"""Witness tables as frames: the dtypes that the loader gives the same cells."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.contracts.witness import TinyTable, Witness
from backend.proof.meaning.cells import dtype_of, loaded, spelled
from backend.proof.witnesses import as_frames, dtypes
from backend.proof.witnesses.frames import as_arrow
from backend.tables.infer import type_column
from tests.rules.chance import chance

CELLS = st.sampled_from(
    [None, "1", "-2", "007", "1.5", "2.50", "1e5", "1e-05", "abc", "", " ", "true", "FALSE",
     "2024-01-05", "9007199254740993", "123456789012345678901", "+5", "-0"]
)  # fmt: skip


@chance(150)
@given(st.lists(CELLS, min_size=1, max_size=4))
def test_cells_arrive_as_the_loader_types_them(cells: list[str | None]) -> None:
    texts = [spelled(cell) for cell in cells]
    read = type_column("x", pa.array(texts, pa.string()))
    dtype = dtype_of(texts, None)
    mine = pd.Series(loaded(texts, dtype), dtype=dtype)

    assert dtype == read.dtype
    theirs = pd.Series(pd.array(read.cells.to_pylist(), dtype=read.dtype))
    pd.testing.assert_series_equal(mine, theirs)


INTEGER, NUMBER, TEXT = ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.TEXT
ARRIVALS = {
    "integers": (INTEGER, ["1", "2"], "int64"),
    "integers with a gap": (INTEGER, ["1", None], "Int64"),
    "integers and a decimal": (INTEGER, ["1", "2.5"], "float64"),
    "integers and a bad cell": (INTEGER, ["1", "abc"], "str"),
    "only gaps": (INTEGER, [None, None], "Int64"),
    "no rows": (INTEGER, [], "int64"),
    "decimals that are whole": (NUMBER, ["1", "2"], "float64"),
    "decimals and a bad cell": (NUMBER, ["1.5", "abc"], "str"),
    "text that looks like numbers": (TEXT, ["1", "2"], "str"),
    "dates": (ColumnType.DATE, ["2024-01-05", None], "str"),
}


@pytest.mark.parametrize(("kind", "cells", "dtype"), ARRIVALS.values(), ids=ARRIVALS)
def test_a_column_keeps_the_type_that_it_was_compiled_for(
    kind: ColumnType, cells: list[str | None], dtype: str
) -> None:
    facts = {("t", "x"): ColumnRead(table="t", column="x", type=kind)}
    table = TinyTable(columns=("x",), rows=tuple((cell,) for cell in cells))
    witness = Witness(says="", tables={"t": table})

    assert dtypes(witness, facts) == {"t": {"x": dtype}}
    frame = as_frames(witness, facts)["t"]
    assert (str(frame["x"].dtype), len(frame)) == (dtype, len(cells))
    assert isinstance(frame.index, pd.RangeIndex)
    by_pandas = pa.Table.from_pandas(frame, preserve_index=False)
    assert as_arrow(witness, facts)["t"].equals(by_pandas.replace_schema_metadata())
