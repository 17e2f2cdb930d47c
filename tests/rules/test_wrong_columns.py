"""Headers against what they should be."""

from __future__ import annotations

from typing import Any

import pytest

from backend.rules.wrong_columns import WrongColumns
from tests.rules.worlds import found, world

HEADERS: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "has": ({"columns": ("b", "x")}, [("missing", "x")]),
    "has, as written": ({"columns": ("A",)}, [("missing", "A")]),
    "exactly": ({"columns": ("c", "a", "x")}, [("missing", "x"), ("not allowed", "b")]),
    "ordered": ({"columns": ("a", "c", "b")}, [("displaced", "c"), ("displaced", "b")]),
    "ordered, and one missing": (
        {"columns": ("x", "b", "c", "a")},
        [("missing", "x"), ("displaced", "b"), ("displaced", "c"), ("displaced", "a")],
    ),
    "ordered, well": ({"columns": ("a", "b", "c")}, []),
    "lacks": ({"columns": ("b", "x")}, [("not allowed", "b")]),
}


@pytest.mark.parametrize(("fields", "wrong"), HEADERS.values(), ids=HEADERS)
def test_each_wrong_column_is_a_record(
    fields: dict[str, Any], wrong: list[tuple[str, str]], request: pytest.FixtureRequest
) -> None:
    way = request.node.callspec.id.split(",")[0]
    rule = WrongColumns.model_validate({"table": "t", "way": way, **fields})
    result = found(rule, world(t=[("a", "b", "c")]))

    assert [(record["problem"], record["column"]) for record in result.records] == wrong
    assert result.tested == 3


@pytest.mark.parametrize(
    ("bounds", "failing"),
    [
        ({"fewest": 3, "most": 3}, 0),
        ({"fewest": 4}, 1),
        ({"most": 2}, 1),
        ({"most": 3}, 0),
        ({"fewest": 1, "most": 2}, 1),
    ],
    ids=str,
)
def test_the_number_of_columns_is_bounded(bounds: dict[str, int], failing: int) -> None:
    rule = WrongColumns(table="t", way="count", **bounds)
    result = found(rule, world(t=[("a", "b", "c")]))

    assert [record["columns"] for record in result.records] == [3] * failing


@pytest.mark.parametrize(
    "name", ["found", "is_right", "wanted", "missing", "name", "list", "q\"uo'te"]
)
def test_tables_and_columns_may_have_any_name(name: str) -> None:
    rules = [
        WrongColumns(table=name, way="ordered", columns=(name, "b")),
        WrongColumns(table=name, way="count", fewest=2, most=2),
    ]
    for rule in rules:
        assert found(rule, world(**{name: [(name, "b")]})).records == []
        assert len(found(rule, world(**{name: [("x", "b", "c")]})).records) == len(rule.columns) + 1
