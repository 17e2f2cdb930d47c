"""The owner's examples: rows that must and must not be flagged, as tables of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Check
from backend.contracts.errors import CheckError
from backend.contracts.schema import Schema
from backend.contracts.witness import Origin
from backend.contracts.workspace import Workspace
from backend.planner.offline.planner import OfflinePlanner
from backend.proof.meaning import find
from backend.proof.witnesses import owner_witnesses
from backend.rules.catalog import facts_from, read_rule
from backend.tables.snapshot import snapshot_tables

ORDERS = "order_id,price,paid,user_id\n1,5,TRUE,7\n2,-3,FALSE,8\n"
USERS = "user_id,name\n7,Ann\n8,Bo\n"


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    workspace = Workspace(tmp_path)
    workspace.data.mkdir(parents=True)
    (workspace.data / "orders.csv").write_text(ORDERS, "utf-8")
    (workspace.data / "users.csv").write_text(USERS, "utf-8")
    return snapshot_tables(workspace, Schema())


def _check(sentence: str, *more: str, **examples: Any) -> Check:
    return Check.model_validate(
        {
            "check_id": "C-1",
            "check_name": "a rule",
            "target_table": ["orders", *more],
            "calculation_hint": sentence,
            "examples": examples,
        }
    )


PRICE = "price must be at least 0"


def test_rows_stand_in_one_table_with_all_its_columns(schema: Schema) -> None:
    check = _check(PRICE, flagged=[{"price": -1, "paid": True}], not_flagged=[{"price": 0}, {}])
    plan = OfflinePlanner().plan(check, schema)
    (witness,) = owner_witnesses(check, plan, schema)

    assert witness.origin is Origin.OWNER
    assert witness.flagged == (0,)
    assert witness.tables["orders"].columns == ("order_id", "price", "paid", "user_id")
    assert witness.tables["orders"].rows == (
        (None, -1, "TRUE", None), (None, 0, None, None), (None, None, None, None),
    )  # fmt: skip
    rule, facts = read_rule(plan.rule), facts_from(plan.columns_read)
    assert find(rule, witness.tables, facts).rows == witness.flagged
    assert owner_witnesses(check, rule, schema) == (witness,)


def test_other_tables_have_the_rows_that_they_are_given(schema: Schema) -> None:
    check = _check(
        "Every user_id of orders must exist in users.",
        "users",
        flagged=[{"user_id": 9}],
        not_flagged=[{"user_id": 7}],
        tables={"users": [{"user_id": 7}]},
    )
    plan = OfflinePlanner().plan(check, schema)
    (witness,) = owner_witnesses(check, plan, schema)

    assert witness.tables["users"].rows == ((7, None),)
    found = find(read_rule(plan.rule), witness.tables, facts_from(plan.columns_read))
    assert found.rows == witness.flagged == (0,)


def test_of_a_metric_each_example_is_a_table_of_its_own(schema: Schema) -> None:
    check = _check(
        "The average price must be at most 10.",
        flagged=[{"price": 5}, {"price": 20}],
        not_flagged=[{"price": 5}],
    )
    plan = OfflinePlanner().plan(check, schema)
    failing, passing = owner_witnesses(check, plan, schema)

    assert (failing.failing, len(failing.tables["orders"].rows)) == (1, 2)
    assert (passing.failing, len(passing.tables["orders"].rows)) == (0, 1)


@pytest.mark.parametrize(
    ("examples", "word"),
    [
        ({"flagged": [{"prize": 1}]}, "'prize'"),
        ({"flagged": [{"price": 1}], "tables": {"user": [{}]}}, "'user'"),
    ],
    ids=["no column", "no table"],
)
def test_an_example_of_what_is_not_there_is_the_owners_move(
    examples: dict[str, Any], word: str, schema: Schema
) -> None:
    plan = OfflinePlanner().plan(_check(PRICE), schema)

    with pytest.raises(CheckError) as error:
        owner_witnesses(_check(PRICE, **examples), plan, schema)
    assert word in str(error.value)
    assert error.value.code == "invalid-example"


def test_without_examples_there_are_none(schema: Schema) -> None:
    check = Check.model_validate(_check(PRICE).model_dump() | {"examples": None})

    assert owner_witnesses(check, OfflinePlanner().plan(check, schema), schema) == ()
