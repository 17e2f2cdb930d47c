from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from backend.contracts.schema import ColumnType
from backend.tables.declared.extract import SourceColumn
from backend.tables.declared.source_types import hash_columns, type_source

HUGE = 2**63
DAY = dt.datetime(2026, 1, 2, 3, 4, 5)
CASES: dict[str, tuple[Any, Any, ColumnType, list[Any]]] = {
    "integers": ([1, None], pa.int32(), ColumnType.INTEGER, [1, None]),
    "integers beyond 64 bits": ([HUGE], pa.uint64(), ColumnType.TEXT, [str(HUGE)]),
    "numbers without NaN": ([1.5, float("nan")], pa.float32(), ColumnType.NUMBER, [1.5, None]),
    "decimals": ([Decimal("1.50")], pa.decimal128(5, 2), ColumnType.NUMBER, [1.5]),
    "whole decimals": ([Decimal("7")], pa.decimal128(5, 0), ColumnType.INTEGER, [7]),
    "no decimal": ([None], pa.decimal128(5, 2), ColumnType.NUMBER, [None]),
    "booleans": ([True, None, False], None, ColumnType.BOOLEAN, ["true", None, "false"]),
    "days": ([dt.date(2026, 1, 2)], None, ColumnType.DATE, ["2026-01-02"]),
    "no day": ([None], pa.date32(), ColumnType.DATE, [None]),
    "moments": ([DAY], pa.timestamp("ns"), ColumnType.DATE, ["2026-01-02 03:04:05"]),
    "moments with a zone": (
        [DAY],
        pa.timestamp("ms", "Europe/Berlin"),
        ColumnType.DATE,
        ["2026-01-02 03:04:05+00:00"],
    ),
    "moments with a fraction": (
        [DAY.replace(microsecond=500), DAY],
        pa.timestamp("us"),
        ColumnType.DATE,
        ["2026-01-02 03:04:05.000500", "2026-01-02 03:04:05.000000"],
    ),
    "text of digits": (["0012", "13"], None, ColumnType.TEXT, ["0012", "13"]),
    "text of days": (["2026-01-02"], None, ColumnType.DATE, ["2026-01-02"]),
    "bytes": ([b"ab"], None, ColumnType.TEXT, ["6162"]),
    "lists": ([[1, 2], None], None, ColumnType.TEXT, ["[1, 2]", None]),
    "categories": (
        ["a", "b"],
        pa.dictionary(pa.int8(), pa.string()),
        ColumnType.TEXT,
        ["a", "b"],
    ),
    "nothing": ([None, None], pa.null(), ColumnType.TEXT, [None, None]),
    "no rows": ([], pa.int64(), ColumnType.INTEGER, []),
}


def column(cells: Any, kind: Any = None) -> SourceColumn:
    return SourceColumn("c", pa.chunked_array([pa.array(cells, kind)]))


@pytest.mark.parametrize(("cells", "kind", "expected", "typed"), CASES.values(), ids=CASES)
def test_type_is_that_of_the_source(
    cells: Any, kind: Any, expected: ColumnType, typed: list[Any]
) -> None:
    found = type_source(column(cells, kind))

    assert found.cells.to_pylist() == typed
    assert found.facts.type is expected
    assert found.facts.missing == sum(cell is None for cell in typed)
    assert found.facts.mostly in (None, ColumnType.INTEGER)


def hashes(*cells: list[Any]) -> str:
    return hash_columns([type_source(column(each)) for each in cells])[0]


def test_equal_cells_hash_alike_however_they_come() -> None:
    pieces = SourceColumn("c", pa.chunked_array([["a"], [None, "b"]], pa.string()))
    sliced = SourceColumn("c", pa.chunked_array([pa.array(["x", "a", None, "b"]).slice(1)]))

    assert hash_columns([type_source(pieces)]) == hash_columns([type_source(sliced)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["a", "b"], ["ab", ""]),
        (["", "a"], [None, "a"]),
        ([0, 1], [None, 1]),
        ([1, 2], [2, 1]),
        ([1, 2], [1.0, 2.0]),
        ([1, 2], ["1", "2"]),
        ([True], ["true"]),
    ],
    ids=str,
)
def test_unlike_cells_hash_apart(one: list[Any], other: list[Any]) -> None:
    if one == [True]:  # as text both are the same boolean
        assert hashes(one) == hashes(other)
    else:
        assert hashes(one) != hashes(other)
