"""A workspace with something in every field that a page shows, written by the store's own code."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from backend.contracts.check import Check
from backend.contracts.plan import Grain, WordUse
from backend.contracts.program import Program
from backend.contracts.proof import Finding, Mutant, Proof, Rival, Trial
from backend.contracts.schema import Schema
from backend.contracts.verdict import Execution, RunRecord, Verdict
from backend.contracts.witness import Origin, TinyTable, Witness
from backend.contracts.workflow import CompiledAgainst, Pending, RowDiff, Workflow
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

PRICES = [*range(-4, 6)]
OLD, NEW = "price must be above -2.", "price must be positive."
RUNS = ("20261118T030000Z-aaaa", "20261119T030000Z-bbbb", "20261120T030000Z-cccc")
HOSTILE = "<img src=x onerror=alert(1)> [a](javascript:alert(2)) ![b](http://x.test/y) **c**"


def make(base: Path) -> Workspace:
    """Four checks: proven and failing with two versions, declined, hostile and pending, new."""
    shutil.copytree(Path(_once().name) / "made", base, dirs_exist_ok=True)
    return Workspace(base)


@cache
def _once() -> TemporaryDirectory[str]:
    """What every such workspace is a copy of."""
    folder = TemporaryDirectory(prefix="full-workspace-")
    _make(Path(folder.name) / "made")
    return folder


def _make(base: Path) -> None:
    workspace = Workspace(base)
    for folder in (workspace.checks_file.parent, workspace.data, workspace.memory):
        folder.mkdir(parents=True)
    lines = "".join(f"{at},{price},=1+1\n" for at, price in enumerate(PRICES))
    (workspace.data / "orders.csv").write_text(f"order_id,price,note\n{lines}", "utf-8")
    schema = snapshot_tables(workspace, Schema())
    write_schema(workspace, schema)
    checks = [
        check("CHK-1", "Prices", NEW, severity="critical", tags="money,nightly"),
        check("CHK-2", "Vague", "Orders should look reasonable.", owner="b@example.com"),
        check("CHK-3", HOSTILE, "note must be <script>alert(3)</script> \u202e safe."),
        check("CHK-4", "Later", "order_id must be unique."),
    ]
    entries = [each.model_dump(mode="json", exclude_defaults=True) for each in checks]
    workspace.checks_file.write_text(json.dumps(entries), "utf-8")
    old, new = compiled(checks[0], OLD, schema, 0), compiled(checks[0], NEW, schema, 1)
    judged = [new, declined(checks[1]), pending(checks[2])]
    for workflow in (old, *judged):
        remember(workspace, workflow)
    write_workflows(workspace, {each.key: each for each in judged})
    _write_runs(workspace, checks, [old, new, new])


def check(check_id: str, name: str, sentence: str, **more: str) -> Check:
    given = {"owner": "a@example.com", "target_table": "orders", **more}
    return Check.model_validate(
        {"check_id": check_id, "check_name": name, "calculation_hint": sentence, **given}
    )


def compiled(check: Check, sentence: str, schema: Schema, version: int) -> Workflow:
    own = check.model_copy(update={"calculation_hint": sentence})
    plan = OfflinePlanner().plan(own, schema)
    flagged = 3 if version == 0 else 5
    return Workflow(
        check_id=check.check_id,
        check_name=check.check_name,
        compiled_at=f"2026-11-{18 + version}T03:00:00.000+00:00",
        against=against(f"xxh3:{version}"),
        sentence=sentence,
        reasons=("text-changed",) if version else ("new",),
        plan=plan,
        program=write_program(plan, own),
        proof=proof(),
        diff=RowDiff(added=2, added_rows=(3, 4)) if version else None,
        execution=execution(RUNS[-1], check.check_id, flagged),
    )


def declined(check: Check) -> Workflow:
    return Workflow.model_validate(
        {
            "check_id": check.check_id,
            "check_name": check.check_name,
            "compiled_at": "2026-11-18T03:00:00.000+00:00",
            "against": against("xxh3:d"),
            "sentence": check.calculation_hint,
            "reasons": ("new",),
            "declined": {
                "code": "not-understood",
                "reason": "'look reasonable' is not understood.",
                "declined_by": ("offline@1",),
            },
        }
    )


def pending(check: Check) -> Workflow:
    """A program by hand whose plan's words are those of nobody's sentence."""
    source = 'import pandas as pd\n\n\ndef check(tables):\n    return tables["orders"].head(0)\n'
    return Workflow(
        check_id=check.check_id,
        check_name=check.check_name,
        compiled_at="2026-11-18T03:00:00.000+00:00",
        against=against("xxh3:p"),
        program=Program(
            source=source, sha256="sha256:p", table="orders", tables=("orders",), grain=Grain.ROWS
        ),
        pending=Pending(
            program="sha256:" + "ab" * 32,
            compiled_at="2026-11-20T03:00:00.000+00:00",
            restatement="In every orders row, note is filled.",
        ),
        execution=Execution(verdict=Verdict.PASS, summary="PASS", tested=10, stdout="looked"),
    )


def against(meaning: str) -> CompiledAgainst:
    return CompiledAgainst(
        checks_hash="x", schema_cols={}, meaning_hash=meaning, compiler="pandas@1"
    )


def proof() -> Proof:
    tiny = TinyTable(columns=("price",), rows=((1,), (0,), (None,), ("  ",)))
    return Proof(
        proven=True,
        trials=(
            Trial(name="sql-on-data", finding=Finding.HOLDS, detail="5 flagged by both."),
            Trial(name="violation-planted", finding=Finding.SKIPPED, detail="No time."),
        ),
        witnesses=(
            Witness(says="price just at 0", tables={"orders": tiny}, flagged=(1,), tested=3),
            Witness(says="my own", origin=Origin.OWNER, tables={"orders": tiny}, flagged=()),
        ),
        mutants=(
            Mutant(fault="<= for <", line=9, killed_by="price just at 0"),
            Mutant(fault="dropna dropped", line=9, equivalent=True, why="nothing is empty"),
        ),
        rivals=(
            Rival(
                assumption="an empty price is not flagged",
                alternative="price is required",
                added=1_234,
            ),
        ),
        warnings=("the filter leaves 0 of 10 rows",),
        seconds=0.4,
    )


def execution(run_id: str, check_id: str, flagged: int) -> Execution:
    return Execution(
        verdict=Verdict.FAIL,
        summary=f"FAIL: {flagged} of 10 rows flagged",
        tested=10,
        flagged=flagged,
        flagged_path=f"cached_mem/artifacts/{run_id}/{check_id}/flagged.csv",
    )


def record(run: int, check: Check, verdict: str, flagged: int, program: str | None) -> RunRecord:
    return RunRecord(
        run_id=RUNS[run],
        check_id=check.check_id,
        check_name=check.check_name,
        verdict=Verdict(verdict),
        summary=f"{verdict}: {flagged} of 10 rows flagged",
        tested=10,
        flagged=flagged,
        owner=check.owner,
        severity=check.severity.value,
        started_at=f"2026-11-{18 + run}T03:00:0{check.check_id[-1]}.000+00:00",
        as_of=f"2026-11-{18 + run}",
        program=program,
        sandbox="full (bubblewrap)",
        seconds=0.5,
    )


def _write_runs(workspace: Workspace, checks: list[Check], versions: list[Workflow]) -> None:
    frame = pd.DataFrame(
        {"order_id": range(10), "price": PRICES, "note": ["=1+1"] * 10}, dtype="object"
    )
    for run, version in enumerate(versions):
        flagged = 3 if run == 0 else 5
        program = version.program.sha256 if version.program else None
        records = [
            record(run, checks[0], "FAIL", flagged, program),
            record(run, checks[1], "ERROR", 0, None),
            record(run, checks[2], "PASS", 0, "sha256:p"),
        ]
        append_records(workspace, records)
        write_rollup(workspace, records, check_ids=[each.check_id for each in checks])
        _write_events(workspace, records)
        folder = workspace.artifacts / RUNS[run] / "CHK-1"
        folder.mkdir(parents=True)
        places = [f"orders.csv:{row + 2}" for row in range(flagged)]
        with (folder / "flagged.csv").open("wb") as stream:
            write_flagged(stream, "orders", frame, range(flagged), places)


def _write_events(workspace: Workspace, records: list[RunRecord]) -> None:
    events = EventLog(workspace, records[0].run_id)
    events.begins(len(records))
    for each in records:
        events.runs(f"{each.check_id} {each.check_name}")
        events.ends(each)
    events.closes(3, 1.5)


def word(start: int, end: int, part: str) -> WordUse:
    return WordUse(start=start, end=end, text="", part=part)
