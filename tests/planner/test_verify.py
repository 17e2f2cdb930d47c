from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.plan import ColumnRead, Grain, Plan
from backend.contracts.schema import ColumnType, Schema
from backend.contracts.workspace import Workspace
from backend.planner.verify import verify_plan
from backend.tables.snapshot import snapshot_tables
from tests.tiny_planner import TinyPlanner
from tests.tiny_workspace import ORDERS, USERS, entry

MANY = ",".join(f"column_{number}" for number in range(14))
FILES = {
    "orders.csv": ORDERS,
    "users.csv": USERS,
    "wide.csv": f"{MANY}\n{MANY}\n",
    "torn.csv": "a,b\n1\n",
}


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    tmp_path.joinpath("data").mkdir()
    for name, text in FILES.items():
        tmp_path.joinpath("data", name).write_text(text)
    return snapshot_tables(Workspace(tmp_path), Schema())


@pytest.fixture
def plan(schema: Schema) -> Plan:
    sentence = entry("C", "user_id must exist in users", "orders,users")
    return TinyPlanner().plan(Check.model_validate(sentence), schema)


def column(table: str, name: str, kind: ColumnType = ColumnType.TEXT) -> dict[str, Any]:
    return {"columns_read": (ColumnRead(table=table, column=name, type=kind),)}


BAD: dict[str, tuple[dict[str, Any], str, str]] = {
    "no such table": (
        {"tables": ("orders", "user")},
        "unknown-table",
        "data has no table 'user'. Did you mean 'users'? Tables: orders, users, wide.",
    ),
    "torn table": ({"tables": ("orders", "torn")}, "ragged-row", "torn.csv, line 2"),
    "no such column": (
        column("users", "usr_id"),
        "unknown-column",
        "users has no column 'usr_id'. Did you mean 'user_id'? Columns: user_id, email.",
    ),
    "at most ten names": (column("wide", "zzz"), "unknown-column", "column_9 and 4 more."),
    "another type": (
        column("users", "user_id"),
        "wrong-type",
        "users.user_id is integer, but was planned as text.",
    ),
    "a column that is not declared": ({"columns_read": ()}, "inconsistent-plan", "(columns_read)"),
    "another grain": ({"grain": Grain.GROUPS}, "inconsistent-plan", "(grain)"),
    "another table is flagged": ({"table": "users"}, "inconsistent-plan", "(table, tables)"),
    "a table too few": ({"tables": ("orders",)}, "inconsistent-plan", "(tables)"),
    "a parameter that is none": ({"parameters": ("x",)}, "inconsistent-plan", "(parameters)"),
    "no such kind": ({"rule": {"kind": "vibes"}}, "unknown-kind", "'vibes'"),
    "a rule that is none": ({"rule": {"kind": "broken_rows"}}, "invalid-rule", "broken_rows"),
}


def test_sound_plan_passes(plan: Plan, schema: Schema) -> None:
    verify_plan(plan, schema)


@pytest.mark.parametrize(("change", "code", "words"), BAD.values(), ids=BAD)
def test_unsound_plan_is_refused(
    change: dict[str, Any], code: str, words: str, plan: Plan, schema: Schema
) -> None:
    with pytest.raises(PlanError) as refused:
        verify_plan(plan.model_copy(update=change), schema)

    assert refused.value.code == code
    assert words in str(refused.value)
