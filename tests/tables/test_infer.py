"""Types and facts of columns, in both directions."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from backend.contracts.schema import Column, ColumnType
from backend.tables.infer import TypedColumn, type_column

TEXT, INTEGER, NUMBER = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.NUMBER
BOOLEAN, DATE = ColumnType.BOOLEAN, ColumnType.DATE


def typed(*cells: str | None, as_text: bool = False) -> TypedColumn:
    return type_column("c", pa.array(cells, pa.large_string()), as_text=as_text)


def facts(*cells: str | None, as_text: bool = False) -> Column:
    return typed(*cells, as_text=as_text).facts


@pytest.mark.parametrize(
    ("cells", "kind", "dtype", "values"),
    [
        pytest.param(["1", "-2"], INTEGER, "int64", [1, -2], id="integers"),
        pytest.param(["1", None], INTEGER, "Int64", [1, None], id="integers with a gap"),
        pytest.param(
            ["9007199254740993", None], INTEGER, "Int64", [2**53 + 1, None], id="beyond 2**53"
        ),
        pytest.param(["1.5", "2"], NUMBER, "float64", [1.5, 2.0], id="numbers"),
        pytest.param(["1.5", None], NUMBER, "float64", [1.5, None], id="numbers with a gap"),
        pytest.param(
            ["0.30000000000000004"], NUMBER, "float64", [0.1 + 0.2], id="exact to the last digit"
        ),
        pytest.param(["007", "1"], TEXT, "str", ["007", "1"], id="codes"),
        pytest.param(["1", "N/A"], TEXT, "str", ["1", "N/A"], id="one bad cell"),
        pytest.param(["1", " "], TEXT, "str", ["1", " "], id="a cell of blanks"),
        pytest.param(
            ["1.5", "9007199254740993"], TEXT, "str", ["1.5", "9007199254740993"], id="mixed big"
        ),
        pytest.param(["9223372036854775808"], TEXT, "str", ["9223372036854775808"], id="int65"),
        pytest.param(["True", "FALSE"], BOOLEAN, "str", ["True", "FALSE"], id="booleans"),
        pytest.param(["true", "yes"], TEXT, "str", ["true", "yes"], id="not all booleans"),
        pytest.param(["2024-01-05", None], DATE, "str", ["2024-01-05", None], id="dates"),
        pytest.param(["20240105"], INTEGER, "int64", [20240105], id="digits are no date"),
        pytest.param([None, None], TEXT, "str", [None, None], id="all empty"),
        pytest.param([], TEXT, "str", [], id="no rows"),
    ],
)
def test_type_and_cells(
    cells: list[str | None], kind: ColumnType, dtype: str, values: list[Any]
) -> None:
    column = typed(*cells)
    assert (column.facts.type, column.dtype) == (kind, dtype)
    assert column.cells.to_pylist() == values


@pytest.mark.parametrize(
    ("cells", "mostly", "date_format"),
    [
        pytest.param(["1", "x"], INTEGER, None, id="half integers"),
        pytest.param(["1", "x", "y"], None, None, id="less than half"),
        pytest.param(["1", "x", "y", "1", "1"], INTEGER, None, id="cells count, not values"),
        pytest.param(["1", None, None, "x"], INTEGER, None, id="empty cells do not count"),
        pytest.param(["1", "2.5", "x"], NUMBER, None, id="numbers among integers"),
        pytest.param(["9007199254740993", "2", "x"], INTEGER, None, id="big integers"),
        pytest.param(["1", "2", "007"], None, None, id="codes are no integers"),
        pytest.param(["1,5", "2,5"], None, None, id="decimal commas"),
        pytest.param(["2024-01-05", "2024-02-30"], DATE, "%Y-%m-%d", id="half dates"),
        pytest.param(["2024-01-05", "a", "b"], None, None, id="less than half dates"),
        pytest.param(["2024-01-05", "1"], INTEGER, None, id="half and half"),
    ],
)
def test_mostly(
    cells: list[str | None], mostly: ColumnType | None, date_format: str | None
) -> None:
    column = facts(*cells)
    assert (column.type, column.mostly, column.date_format) == (TEXT, mostly, date_format)


def test_dates_tell_their_format_and_doubt() -> None:
    column = facts("01/02/2024", "03/04/2024")
    assert (column.date_format, column.day_or_month_first) == ("%m/%d/%Y", True)
    assert column.mostly is None


@pytest.mark.parametrize(
    ("cells", "missing", "unique"),
    [
        pytest.param(["a", "b"], 0, True, id="unique"),
        pytest.param(["a", "a"], 0, False, id="repeated"),
        pytest.param(["a", None], 1, False, id="a gap"),
        pytest.param(["1", "1.0"], 0, False, id="one number in two spellings"),
        pytest.param(["1", "1.0", "x"], 0, True, id="two texts"),
        pytest.param([], 0, False, id="no rows"),
    ],
)
def test_missing_and_unique(cells: list[str | None], missing: int, unique: bool) -> None:
    column = facts(*cells)
    assert (column.missing, column.unique) == (missing, unique)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        pytest.param(["b", "a", None, "b"], ("a", "b"), id="text"),
        pytest.param(["10", "9", "10"], ("10", "9"), id="numbers as text"),
        pytest.param([str(n) for n in range(200)], tuple(sorted(map(str, range(200)))), id="200"),
        pytest.param([str(n) for n in range(201)], (), id="201"),
        pytest.param(["a", "x" * 200], ("a", "x" * 200), id="200 letters"),
        pytest.param(["a", "x" * 201], (), id="201 letters"),
        pytest.param([None], (), id="none"),
    ],
)
def test_values(cells: list[str | None], values: tuple[str, ...]) -> None:
    assert facts(*cells).values == values


@pytest.mark.parametrize(
    ("cells", "kind", "mostly"),
    [
        pytest.param(["12", "15"], TEXT, INTEGER, id="digits"),
        pytest.param(["007", "15"], TEXT, None, id="codes"),
        pytest.param(["2024-01-05"], DATE, None, id="dates are text anyway"),
        pytest.param(["true"], BOOLEAN, None, id="booleans are text anyway"),
    ],
)
def test_stored_text_is_no_number(
    cells: list[str], kind: ColumnType, mostly: ColumnType | None
) -> None:
    column = facts(*cells, as_text=True)
    assert (column.type, column.mostly) == (kind, mostly)
