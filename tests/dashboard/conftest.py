"""A workspace as two runs leave it, written by the code that writes real ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backend.contracts.plan import Decline, Grain, Plan
from backend.contracts.program import Program
from backend.contracts.verdict import Execution, RunRecord, Verdict
from backend.contracts.workflow import CompiledAgainst, Workflow
from backend.contracts.workspace import Workspace
from backend.store.rollup import write_rollup
from backend.store.workflows import write_workflows

SOURCE = 'import pandas as pd\n\n\ndef check(tables):\n    return tables["orders"]\n'
AGAINST = CompiledAgainst(checks_hash="x", schema_cols={}, meaning_hash="x", compiler="x")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Three checks: one fails, one is declined, one was written after the last run."""
    made = Workspace(tmp_path / "made")
    for folder in (made.checks_file.parent, made.data, made.memory):
        folder.mkdir(parents=True)
    checks = [
        entry("CHK-1", "Totals", "total must equal quantity * price * 2."),
        entry("CHK-2", "Vague", "Orders should look reasonable."),
        entry("CHK-3", "New", "price must be positive."),
    ]
    made.checks_file.write_text(json.dumps(checks))
    failed = Execution(
        verdict=Verdict.FAIL,
        summary="FAIL: 7 of 20 rows flagged",
        tested=20,
        flagged=7,
        flagged_path="cached_mem/artifacts/r2/CHK-1/flagged.csv",
        stdout="seven",
    )
    declined = Decline(
        code="not-understood", reason="'look reasonable' is not understood.", declined_by=("o",)
    )
    workflows = [
        workflow("CHK-1", "Totals", plan=plan(), program=program(), execution=failed),
        workflow("CHK-2", "Vague", declined=declined),
    ]
    write_workflows(made, {one.key: one for one in workflows})
    records = [
        record("r1", "CHK-1", "Totals", Verdict.FAIL, "5 of 20 rows flagged", 20, 5),
        record("r2", "CHK-1", "Totals", Verdict.FAIL, "FAIL: 7 of 20 rows flagged", 20, 7),
        record("r2", "CHK-2", "Vague", Verdict.ERROR, "not understood", 0, 0),
    ]
    write_rollup(made, records, check_ids=["CHK-1", "CHK-2", "CHK-3"])
    return made


def entry(check_id: str, name: str, hint: str) -> dict[str, object]:
    return {
        "check_id": check_id,
        "check_name": name,
        "target_table": "orders",
        "calculation_hint": hint,
        "owner": "finance@example.com",
    }


def plan() -> Plan:
    return Plan(
        planner="offline@1",
        kind="broken_rows",
        rule={},
        table="orders",
        tables=("orders",),
        grain=Grain.ROWS,
        restatement="A row of orders is flagged where total differs from quantity * price * 2.",
        assumptions=("Empty cells are not flagged.",),
    )


def program() -> Program:
    return Program(
        source=SOURCE, sha256="sha256:x", table="orders", tables=("orders",), grain=Grain.ROWS
    )


def workflow(check_id: str, name: str, **parts: object) -> Workflow:
    return Workflow.model_validate(
        {"check_id": check_id, "check_name": name, "compiled_at": "x", "against": AGAINST, **parts}
    )


def record(
    run: str, check_id: str, name: str, verdict: Verdict, summary: str, tested: int, flagged: int
) -> RunRecord:
    return RunRecord(
        run_id=run,
        check_id=check_id,
        check_name=name,
        verdict=verdict,
        summary=summary,
        tested=tested,
        flagged=flagged,
        owner="finance@example.com",
        started_at=f"2026-11-20T10:0{run[-1]}:00Z",
        as_of="2026-11-20",
    )
