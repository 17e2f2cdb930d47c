"""A check, its tables and its workflow, for the tests of what is stale."""

from __future__ import annotations

import hashlib
from typing import Any

from backend.changes import compiled_against, decide
from backend.contracts.check import Check
from backend.contracts.decision import Action, Decision
from backend.contracts.plan import ColumnRead, Decline, Grain, Plan
from backend.contracts.program import Program
from backend.contracts.schema import (
    Column,
    ColumnType,
    FileStat,
    Schema,
    TableSnapshot,
)
from backend.contracts.workflow import Workflow

COMPILER = "compiler@1"
PLANNERS = ("offline@1",)
INTEGER, TEXT, DATE = ColumnType.INTEGER, ColumnType.TEXT, ColumnType.DATE


def check_of(**changes: Any) -> Check:
    entry = {
        "check_id": "CHK-1",
        "check_name": "Unknown users",
        "target_table": "events,users",
        "calculation_hint": "Flag events whose user_id is not in users.",
        "params": {"limit": 5},
    }
    return Check.model_validate(entry | changes)


def table_of(name: str, *columns: Column, rows: int = 9) -> TableSnapshot:
    return TableSnapshot(
        table=name,
        file=f"{name}.csv",
        fingerprint="xxh3:f",
        content_hash="xxh3:c",
        stat=FileStat(size=1, mtime_ns=1, ctime_ns=1, inode=1, seen_ns=1),
        rows=rows,
        columns=columns,
    )


def schema_of(*tables: TableSnapshot) -> Schema:
    return Schema(tables={table.table: table for table in tables})


USER_ID = Column(name="user_id", type=INTEGER)
AT = Column(name="at", type=DATE, date_format="%Y-%m-%d")
NOTE = Column(name="note", type=TEXT)
USERS = table_of("users", USER_ID)
EVENTS = table_of("events", USER_ID, AT, NOTE)
SCHEMA = schema_of(EVENTS, USERS)


def sha256_of(source: str) -> str:
    return f"sha256:{hashlib.sha256(source.encode()).hexdigest()}"


def _plan() -> Plan:
    return Plan(
        planner="offline@1",
        kind="unknown_keys",
        rule={},
        table="events",
        tables=("events", "users"),
        grain=Grain.ROWS,
        restatement="…",
        columns_read=(
            ColumnRead(table="events", column="user_id", type=INTEGER),
            ColumnRead(table="events", column="at", type=DATE, date_format="%Y-%m-%d"),
            ColumnRead(table="users", column="user_id", type=INTEGER),
        ),
    )


def workflow_of(check: Check, schema: Schema = SCHEMA, **changes: Any) -> Workflow:
    source = "def check(tables): ..."
    workflow = Workflow(
        check_id=check.check_id,
        check_name=check.check_name,
        compiled_at="2026-01-01",
        against=compiled_against(
            check, schema, tables=("events", "users"), checks_hash="xxh3:c", compiler=COMPILER
        ),
        plan=_plan(),
        program=Program(
            source=source,
            sha256=sha256_of(source),
            table="events",
            tables=("events", "users"),
            grain=Grain.ROWS,
        ),
    )
    return workflow.model_copy(update=changes)


def declined_of(
    check: Check, schema: Schema = SCHEMA, planners: tuple[str, ...] = PLANNERS
) -> Workflow:
    decline = Decline(code="not-understood", reason="'recent'", declined_by=planners)
    return workflow_of(check, schema, plan=None, program=None, declined=decline)


def remember(*workflows: Workflow) -> dict[str, Workflow]:
    return {workflow.key: workflow for workflow in workflows}


def decide_one(
    check: Check, workflow: Workflow | None, schema: Schema = SCHEMA, **options: Any
) -> Decision:
    remembered = remember(workflow) if workflow else {}
    options = {"compiler": COMPILER, "planners": PLANNERS} | options
    (decision,) = decide([check], schema, remembered, **options)
    return decision


def reasons_of(decision: Decision) -> list[str]:
    assert decision.action is (Action.COMPILE if decision.reasons else Action.REUSE)
    return [str(reason) for reason in decision.reasons]
