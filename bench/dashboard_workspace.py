"""A workspace as years of runs leave it, written by the store's own code.

Programs and plans are compiled from real sentences; proofs, runs and flagged rows are filled in.
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd

from backend.contracts.check import Check
from backend.contracts.proof import Finding, Mutant, Proof, Rival, Trial
from backend.contracts.receipt import Receipt
from backend.contracts.schema import Schema
from backend.contracts.verdict import Execution, RunRecord, Verdict
from backend.contracts.witness import TinyTable, Witness
from backend.contracts.workflow import CompiledAgainst, Workflow
from backend.contracts.workspace import Workspace
from backend.executor.write import write_program
from backend.outputs.flagged import write_flagged
from backend.planner.offline.planner import OfflinePlanner
from backend.store.events import EventLog
from backend.store.history import remember
from backend.store.rollup import write_rollup
from backend.store.runs_log import append_records
from backend.store.schema_files import write_schema
from backend.store.workflows import write_workflows
from backend.tables.snapshot import snapshot_tables
from bench.dashboard_audit import write_audit

ROWS = 2_000
SENTENCES = (
    "price must be positive.",
    "quantity must be between 1 and 8.",
    "status must be one of 'open', 'paid' or 'cancelled'.",
    "order_id must be unique.",
    "If status is paid then paid_at must be filled in.",
)
OWNERS = ("finance", "sales", "crm", "events", "stock", "audit")
_DAY = datetime(2025, 6, 1, 3, 0, tzinfo=UTC)
_HASH = "sha256:" + "0f" * 32


def make_workspace(base: Path, *, checks: int, runs: int) -> Workspace:
    """Write it all, each file by the code that writes it in a run."""
    workspace = Workspace(base)
    for folder in (workspace.checks_file.parent, workspace.data, workspace.memory):
        folder.mkdir(parents=True, exist_ok=True)
    frame = _write_orders(workspace.data / "orders.csv")
    schema = snapshot_tables(workspace, Schema())
    write_schema(workspace, schema)
    made = [_check(number) for number in range(checks)]
    entries = [each.model_dump(mode="json", exclude_defaults=True) for each in made]
    workspace.checks_file.write_text(json.dumps(entries, indent=1), "utf-8")
    _write_runs(workspace, made, runs)
    last = _run_id(runs - 1)
    workflows = list(_workflows(made, schema, last))
    write_workflows(workspace, {each.key: each for each in workflows})
    for workflow in workflows:
        remember(workspace, workflow)
    _write_flagged(workspace, frame, workflows[:200])
    nights = [(_run_id(run), _began(run).isoformat()) for run in range(runs)]
    write_audit(workspace, made, schema, nights)
    return workspace


def _write_orders(path: Path) -> pd.DataFrame:
    chance = random.Random(7)
    rows = [
        {
            "order_id": number,
            "price": round(chance.uniform(-1, 100), 2),
            "quantity": chance.randint(1, 9),
            "status": chance.choice(("open", "paid", "cancelled", "lost")),
            "paid_at": "2026-01-05" if number % 3 else "",
        }
        for number in range(ROWS)
    ]
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return pd.DataFrame(rows)


def _check(number: int) -> Check:
    return Check(
        check_id=f"CHK-{number:05}",
        check_name=f"{OWNERS[number % 6].capitalize()} rule number {number}",
        target_table=("orders",),
        calculation_hint=SENTENCES[number % len(SENTENCES)],
        owner=f"{OWNERS[number % 6]}@example.com",
        tags=(("nightly", "monthly", "audit")[number % 3], f"area-{number % 40}"),
    )


def _workflows(checks: Sequence[Check], schema: Schema, run_id: str) -> Iterator[Workflow]:
    planner = OfflinePlanner()
    plans = [planner.plan(check, schema) for check in checks[: len(SENTENCES)]]
    for number, check in enumerate(checks):
        plan = plans[number % len(plans)]
        verdict, flagged = _outcome(number, 0)
        yield Workflow(
            check_id=check.check_id,
            check_name=check.check_name,
            compiled_at="2026-11-01T03:00:00.000+00:00",
            against=CompiledAgainst(
                checks_hash="xxh3:0",
                schema_cols={"orders": schema.tables["orders"].column_names},
                meaning_hash=f"xxh3:{number}",
                compiler="pandas@1",
            ),
            sentence=check.calculation_hint,
            reasons=("new",),
            plan=plan,
            program=write_program(plan, check),
            proof=_proof(),
            execution=Execution(
                verdict=verdict,
                summary=f"{verdict}: {flagged} of {ROWS} rows flagged",
                tested=ROWS,
                flagged=flagged,
                flagged_path=_flagged_path(run_id, check.check_id) if flagged else None,
                seconds=0.05,
            ),
        )


def _proof() -> Proof:
    tiny = TinyTable(
        columns=("order_id", "price", "quantity", "status"),
        rows=tuple((row, row * 1.5, row % 9, "paid" if row % 2 else None) for row in range(12)),
    )
    says = [f"amount just above {limit}" for limit in range(8)]
    return Proof(
        proven=True,
        trials=tuple(
            Trial(name=f"trial-{number}", finding=Finding.HOLDS, detail="12 tables alike.")
            for number in range(11)
        ),
        witnesses=tuple(
            Witness(says=each, tables={"orders": tiny}, flagged=(1, 4), tested=12) for each in says
        ),
        mutants=tuple(
            Mutant(fault="< for <=", line=16, killed_by=says[number % 8]) for number in range(12)
        ),
        rivals=(
            Rival(
                assumption="an empty price is not flagged",
                alternative="price is required",
                added=400,
                rows=tuple(range(400)),
            ),
        ),
        seconds=0.7,
    )


def _write_runs(workspace: Workspace, checks: Sequence[Check], runs: int) -> None:
    ids = [check.check_id for check in checks]
    for number in range(runs):
        records = [_record(check, at, number) for at, check in enumerate(checks)]
        append_records(workspace, records)
        if number in (0, runs - 2, runs - 1):
            write_rollup(workspace, records, check_ids=ids)
        if number >= runs - 3:
            _write_events(workspace, records)


def _write_events(workspace: Workspace, records: Sequence[RunRecord]) -> None:
    events = EventLog(workspace, records[0].run_id)
    events.begins(len(records))
    for record in records:
        events.runs(f"{record.check_id} {record.check_name}")
        events.ends(record)
    events.closes(1, 312.5)


def _record(check: Check, at: int, run: int) -> RunRecord:
    verdict, flagged = _outcome(at, run)
    began = _began(run) + timedelta(milliseconds=60 * at)
    receipt = Receipt(
        program=_HASH,
        tables={"orders": _HASH},
        as_of=began.date().isoformat(),
        limits={"seconds": 120.0, "memory_mb": 2048.0},
        versions={"python": "3.11.7", "numpy": "2.4.6", "pandas": "3.1.1", "pyarrow": "26.0.1"},
        result=_HASH,
        tested=ROWS,
        flagged=flagged,
    )
    return RunRecord(
        run_id=_run_id(run),
        check_id=check.check_id,
        check_name=check.check_name,
        verdict=verdict,
        summary=f"{verdict}: {flagged} of {ROWS} orders rows flagged",
        tested=ROWS,
        flagged=flagged,
        flagged_path=_flagged_path(_run_id(run), check.check_id) if flagged else None,
        owner=check.owner,
        tags=check.tags,
        started_at=began.isoformat(timespec="milliseconds"),
        as_of=began.date().isoformat(),
        program=_HASH,
        tables={"orders": "xxh3:0"},
        sandbox="full (bubblewrap 0.8.0, Landlock 7, seccomp)",
        seconds=0.06,
        receipt=receipt,
    )


def _outcome(check: int, run: int) -> tuple[Verdict, int]:
    if check % 25 or (check // 25 + run) % 9 == 0:
        return Verdict.PASS, 0
    return (Verdict.WARN, 3) if check % 100 == 0 else (Verdict.FAIL, 40 + (check + run) % 17)


def _run_id(run: int) -> str:
    return f"{_began(run):%Y%m%dT%H%M%SZ}-{run:04x}"


def _began(run: int) -> datetime:
    return _DAY + timedelta(days=run)


def _flagged_path(run_id: str, check_id: str) -> str:
    return f"cached_mem/artifacts/{run_id}/{check_id}/flagged.csv"


def _write_flagged(
    workspace: Workspace, frame: pd.DataFrame, workflows: Sequence[Workflow]
) -> None:
    for workflow in workflows:
        execution = workflow.execution
        if execution is None or execution.flagged_path is None:
            continue
        path = workspace.base / execution.flagged_path
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = range(0, ROWS, ROWS // execution.flagged)[: execution.flagged]
        with path.open("wb") as stream:
            write_flagged(stream, "orders", frame, rows, [f"orders.csv:{row + 2}" for row in rows])
