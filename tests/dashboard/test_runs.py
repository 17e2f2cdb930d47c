"""One run among many is found in the log, whole, and drawn with its receipts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from backend.contracts.receipt import Receipt
from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.dashboard.snapshot import read_snapshot
from backend.dashboard.snapshot_run import read_run
from backend.store.events import EventLog
from backend.store.runs_log import append_records
from tests.dashboard.drawing import HOSTILE, draw_view, said

HASH = "sha256:" + "ab" * 32


def record(run_id: str, check_id: str, **more: object) -> RunRecord:
    told = {
        "run_id": run_id,
        "check_id": check_id,
        "check_name": f"Name of {check_id}",
        "verdict": Verdict.FAIL,
        "summary": "FAIL: 7 of 20 rows flagged",
        "tested": 20,
        "flagged": 7,
        "started_at": "2026-11-20T10:00:00Z",
        "as_of": "2026-11-20",
        "seconds": 0.25,
    }
    return RunRecord.model_validate({**told, **more})


def fill(workspace: Workspace, *runs: tuple[str, int]) -> None:
    for run_id, checks in runs:
        append_records(workspace, [record(run_id, f"CHK-{each}") for each in range(checks)])


def ids(workspace: Workspace, run_id: str) -> list[str]:
    found = read_run(read_snapshot(workspace.base), run_id).records
    assert {each.run_id for each in found} <= {run_id}
    return [each.check_id for each in found]


@pytest.mark.parametrize("run_id", ["r1", "r3", "r5", "r7", "r9"])
def test_every_record_of_a_run_is_found(workspace: Workspace, run_id: str) -> None:
    sizes = {"r1": 1, "r3": 40, "r5": 2, "r7": 0, "r9": 17}
    fill(workspace, *sizes.items())

    assert ids(workspace, run_id) == [f"CHK-{each}" for each in range(sizes[run_id])]


def test_a_clock_that_was_set_back_loses_no_run(workspace: Workspace) -> None:
    fill(workspace, ("r5", 3), ("r1", 2), ("r9", 4), ("r2", 1))

    assert [len(ids(workspace, run)) for run in ("r5", "r1", "r9", "r2")] == [3, 2, 4, 1]


def test_damaged_lines_cost_themselves_only(workspace: Workspace) -> None:
    fill(workspace, ("r1", 2))
    lines = workspace.runs_log_file.read_bytes().splitlines(keepends=True)
    torn = b'{"run_id":"r1","check_id":\n\xff\n\n'
    workspace.runs_log_file.write_bytes(lines[0] + torn + lines[1] + lines[0][:40])

    found = read_run(read_snapshot(workspace.base), "r1")

    assert [each.check_id for each in found.records] == ["CHK-0", "CHK-1"]
    assert found.damaged == 3


def test_a_log_that_grows_shows_what_is_new(workspace: Workspace) -> None:
    fill(workspace, ("r1", 1))
    snapshot = read_snapshot(workspace.base)
    assert len(read_run(snapshot, "r1").records) == 1

    append_records(workspace, [record("r1", "CHK-7")])
    assert len(read_run(snapshot, "r1").records) == 2


def test_a_log_that_is_missing_or_empty_has_no_run(workspace: Workspace) -> None:
    assert ids(workspace, "r1") == []
    workspace.runs_log_file.write_bytes(b"")
    assert ids(workspace, "r1") == []


def test_the_page_shows_runs_their_checks_and_costs(workspace: Workspace) -> None:
    first = record("r1", "CHK-1", model_calls=3, usd=0.0125, compiled=True, reasons=("new",))
    append_records(workspace, [first, record("r1", "CHK-2", verdict=Verdict.ERROR)])
    append_records(workspace, [record("r2", "CHK-1")])

    page = draw_view("runs", workspace.base, run="r1")

    assert not page.exception
    runs, checks = (frame.value for frame in page.dataframe)
    assert runs["run"].tolist() == ["r2", "r1"]
    assert runs["calls"].tolist() == [0, 3]
    assert checks["check"].tolist() == ["CHK-1", "CHK-2"]
    assert checks["compiled because"].tolist() == ["new", ""]
    assert "$0.01" in said(page)
    assert "verify r1" in said(page)


def test_a_run_that_is_going_shows_its_course(workspace: Workspace) -> None:
    fill(workspace, ("r1", 1))
    log = EventLog(workspace, "r2")
    log.begins(4)
    log.runs("CHK-1 Name")
    log.ends(record("r2", "CHK-1"))
    log.runs("CHK-2 <b>Name</b>")

    page = draw_view("runs", workspace.base)

    assert not page.exception
    assert "A run is going: 1 of 4 checks" in said(page)
    assert "CHK-2 &lt;b&gt;Name" in said(page)
    assert "FAIL: 7 of 20 rows flagged" in page.code[0].value


def test_an_interrupted_run_says_so(workspace: Workspace) -> None:
    program = "import sys; from pathlib import Path\n"
    program += "from backend.contracts.workspace import Workspace\n"
    program += "from backend.store.events import EventLog\n"
    program += f"log = EventLog(Workspace(Path({str(workspace.base)!r})), 'r2')\n"
    program += "log.begins(4); log.runs('CHK-1 Name')\n"
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", program], check=True, cwd=root)

    page = draw_view("runs", workspace.base)

    assert not page.exception
    assert "Run r2 was interrupted during CHK-1 Name" in said(page)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_hostile_names_stay_text(workspace: Workspace, name: str) -> None:
    receipt = Receipt(
        program=HASH, tables={name: HASH}, as_of="2026-11-20", result=HASH, tested=1, flagged=1
    )
    hostile = record("r1", name, check_name=name, summary=name, reason=name, receipt=receipt)
    append_records(workspace, [hostile])

    page = draw_view("runs", workspace.base)

    assert not page.exception
    assert "<img" not in "".join(element.proto.body for element in page.get("html"))
    assert not [part for part in page.markdown if name[:20] in part.value]


def test_without_a_run_the_page_tells_the_next_step(workspace: Workspace) -> None:
    page = draw_view("runs", workspace.base)

    assert not page.exception
    assert "Nothing has run yet" in said(page)


@pytest.mark.parametrize("page", ["overview", "runs"])
def test_runs_that_found_nothing_changed_are_told(workspace: Workspace, page: str) -> None:
    fill(workspace, ("r1", 2), ("r2", 2))
    entry = {"check_id": "CHK-0", "check_name": "a", "target_table": "t", "calculation_hint": "a"}
    workspace.checks_file.parent.mkdir(exist_ok=True)
    workspace.checks_file.write_text(json.dumps([entry]), encoding="utf-8")
    quiet = [("q1", "r1", 0), ("q2", "r2", 1), ("q3", "r2", 1)]
    workspace.unchanged_runs_file.write_text(
        "".join(_unchanged(*each) for each in quiet), encoding="utf-8"
    )

    told = said(draw_view(page, workspace.base))

    assert "2 runs since then found nothing changed and kept every verdict" in told
    assert "the last, q3, began 2026-11-21 04:00 and ended with exit code 1" in told


def _unchanged(run_id: str, since: str, exit_code: int) -> str:
    run = UnchangedRun(
        run_id=run_id,
        started_at="2026-11-21T04:00:00Z",
        exit_code=exit_code,
        as_of="2026-11-21",
        unchanged_since=since,
        checks=2,
        verdicts={"FAIL": 2},
    )
    return f"{run.model_dump_json()}\n"
