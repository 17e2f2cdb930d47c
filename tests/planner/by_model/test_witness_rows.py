from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.errors import CannotPlan
from backend.contracts.schema import Schema
from tests.planner.by_model.world import (
    PRICE,
    WITNESS,
    answer,
    cell,
    check,
    compare,
    must,
    number,
    planner,
    tables,
)

ROWS = {"orders": {"columns": ["price"], "rows": [["0"], ["-1"]]}}
COUNT = {
    "kind": "failing_metrics",
    "table": "orders",
    "must": compare({"type": "aggregate", "measure": "count", "table": "orders"}, ">", number(0)),
}
FUTURE = must(compare(cell("placed_at"), "<=", {"type": "today"}))
BAD: dict[str, tuple[dict[str, Any], object, str]] = {
    "no object": (PRICE, [1], "no"),
    "no tables": (PRICE, {"says": "x", "flagged": [0]}, "tables"),
    "another table": (PRICE, WITNESS | {"tables": {"users": ROWS["orders"]}}, "no table 'users'"),
    "no table at all": (PRICE, WITNESS | {"tables": {}}, "must hold these tables"),
    "a column too few": (
        PRICE,
        WITNESS | {"tables": {"orders": {"columns": ["status"], "rows": [["x"]]}}},
        "orders lacks price",
    ),
    "a column twice": (
        PRICE,
        WITNESS | {"tables": {"orders": {"columns": ["price", "price"], "rows": []}}},
        "each named once",
    ),
    "a cell too many": (
        PRICE,
        WITNESS | {"tables": {"orders": {"columns": ["price"], "rows": [["1", "2"]]}}},
        "each row of orders has 1 cells",
    ),
    "a row that is not there": (PRICE, WITNESS | {"flagged": [3]}, "from 0 to 2"),
    "a row twice": (PRICE, WITNESS | {"flagged": [1, 1]}, "each once"),
    "no verdict": (PRICE, {"says": "x", "tables": ROWS}, '"flagged"'),
    "the verdict of groups": (PRICE, {"says": "x", "tables": ROWS, "failing": 1}, '"flagged"'),
    "the verdict of rows": (COUNT, {"says": "x", "tables": ROWS, "flagged": [1]}, '"failing"'),
    "no day": (
        FUTURE,
        {"says": "x", "tables": {"orders": {"columns": ["placed_at"], "rows": []}}, "flagged": []},
        "as_of",
    ),
}


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    return tables(tmp_path)


@pytest.mark.parametrize(("rule", "witness", "told"), BAD.values(), ids=BAD)
def test_witness_that_is_none_is_refused(
    rule: dict[str, Any], witness: object, told: str, schema: Schema
) -> None:
    wrong = answer(rule, witnesses=(witness,))
    by_model, _ = planner(wrong, wrong)

    with pytest.raises(CannotPlan) as refused:
        by_model.plan(check(), schema)

    assert refused.value.code == "invalid-answer"
    assert told in str(refused.value)


def test_judged_table_comes_first(schema: Schema) -> None:
    known = must({"type": "exists", "table": "users", "keys": [["user_id", "user_id"]]})
    sides = {
        "users": {"columns": ["user_id"], "rows": [["1"]]},
        "orders": {"columns": ["user_id"], "rows": [["1"], ["2"]]},
    }
    by_model, _ = planner(
        answer(known, witnesses=({"says": "x", "tables": sides, "flagged": [1]},))
    )

    plan = by_model.plan(check("user_id must be in users", "orders,users"), schema)

    assert [*plan.witnesses[0].tables] == ["orders", "users"]
    assert json.loads(plan.witnesses[0].model_dump_json())["flagged"] == [1]
