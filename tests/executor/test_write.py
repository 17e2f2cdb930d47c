from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.plan import Plan
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.program_hash import hash_source, is_as_recorded
from backend.executor.write import write_program
from backend.tables.snapshot import snapshot_tables
from tests.tiny_planner import TinyPlanner
from tests.tiny_workspace import ORDERS, entry


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    tmp_path.joinpath("data").mkdir()
    tmp_path.joinpath("data", "orders.csv").write_text(ORDERS)
    return snapshot_tables(Workspace(tmp_path), Schema())


def check(sentence: str, **more: Any) -> Check:
    return Check.model_validate(entry("CHK-1", sentence, **more))


def plan(given: Check, schema: Schema) -> Plan:
    return TinyPlanner().plan(given, schema)


def test_program_opens_with_the_check_its_rule_and_its_assumptions(schema: Schema) -> None:
    given = check("price must be at least 0")
    program = write_program(plan(given, schema), given)

    assert program.source.splitlines()[:4] == [
        '"""CHK-1 · name of CHK-1',
        "In every orders row, price is at least 0.0.",
        "Empty cells are not flagged.",
        '"""',
    ]
    assert (program.table, program.tables, program.parameters) == ("orders", ("orders",), ())


def test_same_plan_gives_the_same_bytes(schema: Schema) -> None:
    given = check("price must be at most {limit}", params={"limit": 3})
    one, other = (write_program(plan(given, schema), given) for _ in range(2))

    assert one == other
    assert one.parameters == ("limit",)
    assert one.sha256 == hash_source(one.source)
    assert is_as_recorded(one)
    assert not is_as_recorded(one.model_copy(update={"source": one.source + "\n"}))


@pytest.mark.parametrize("name", ["tables", "pd", "scope", "check", "len", "as_of"])
def test_parameter_named_like_what_programs_need_is_refused(name: str, schema: Schema) -> None:
    given = check(f"price must be at most {{{name}}}", params={name: 3})

    with pytest.raises(PlanError, match=f"CHK-1: the parameter '{name}'") as refused:
        write_program(plan(given, schema), given)
    assert refused.value.code == "reserved-parameter"


def test_parameter_named_like_a_column_keeps_clear_of_it(schema: Schema) -> None:
    given = check("price must be at most {price}", params={"price": 3})
    source = write_program(plan(given, schema), given).source

    assert "*, price" in source
    assert "price = " not in source
