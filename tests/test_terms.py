"""What a run expects of its programs before they begin."""

from __future__ import annotations

from pathlib import Path

from backend.contracts.kept import KeptVerdict
from backend.contracts.plan import Grain
from backend.contracts.program import Job, Program
from backend.contracts.schema import Schema
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.executor.run import RunContext
from backend.stopping import Stopping
from backend.store.last_verdicts import write_last_verdicts
from backend.terms import Terms
from tests.near_sandbox import NearSandbox

RECORD = RunRecord(
    run_id="R", check_id="C1", check_name="one", verdict=Verdict.PASS, summary="", tested=1,
    flagged=0, started_at="", as_of="2026-11-20", seconds=2.5,
)  # fmt: skip
PROGRAM = Program(source="", sha256="", table="t", tables=("t",), grain=Grain.ROWS)


def test_a_program_is_expected_to_take_what_it_took_last(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.memory.mkdir()
    write_last_verdicts(workspace, {"C1": KeptVerdict(entry="", conditions="", record=RECORD)})
    context = RunContext(workspace, "R2", "2026-11-20", Schema(), NearSandbox({}))

    seconds = Terms(context, Stopping()).expected.seconds

    jobs = (Job(check_id=name, program=PROGRAM, arguments={}) for name in ("C1", "C2"))
    assert [*map(seconds, jobs)] == [2.5, 0.0]
