"""A run that is killed at any moment loses nothing, and the next one goes on."""

from __future__ import annotations

import csv
import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic
from backend.store.rollup import read_rollup
from backend.store.runs_log import read_records
from backend.store.schema_files import read_schema
from backend.store.workflows import read_workflows
from tests.tiny_workspace import TinyWorkspace, entry

ROOT = Path(__file__).resolve().parent.parent
ENTRIES = [
    entry("PRICE", "price must be at least 0"),
    entry("KNOWN", "user_id must exist in users", "orders,users"),
    entry("EMAIL", "email must be filled", "users"),
    entry("MEAN", "mean price must be at most 3 per user_id"),
    entry("VAGUE", "be nice"),
]


def start(workspace: Workspace) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.tiny_agent", "--base-dir", str(workspace.base)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, **pipes)


def finish(workspace: Workspace) -> float:
    """Run to the end; give how long that takes."""
    started = time.monotonic()
    process = start(workspace)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 0, told.decode()
    return time.monotonic() - started


def kill_after(workspace: Workspace, seconds: float) -> None:
    process = start(workspace)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)


def logged_bytes(workspace: Workspace) -> int:
    """None as long as every run before was killed before its first record."""
    log = workspace.runs_log_file
    return log.stat().st_size if log.exists() else 0


def kill_at_first_record(workspace: Workspace) -> None:
    """Kill as soon as the run has one of its checks on record."""
    before = logged_bytes(workspace)
    process = start(workspace)
    while process.poll() is None and logged_bytes(workspace) == before:
        time.sleep(0.0005)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)


def assert_every_file_parses(workspace: Workspace) -> None:
    """As the next run will read them, and as any other tool does."""
    remembered = read_workflows(workspace, holds_lock=False)
    assert remembered.trouble == ()
    assert read_schema(workspace, holds_lock=False).trouble == ()
    assert read_rollup(workspace, holds_lock=False).trouble == ()
    assert read_records(workspace).trouble == ()
    for path in workspace.memory.rglob("*.json"):
        json.loads(path.read_text())
    for path in workspace.memory.rglob("*.csv"):
        with path.open(newline="") as stream:
            widths = {len(row) for row in csv.reader(stream, strict=True)}
        assert len(widths) == 1, path
    assert not list(workspace.memory.rglob("*.damaged-*"))


def assert_flagged_rows_are_there(workspace: Workspace) -> None:
    for record in read_records(workspace).records:
        assert (record.flagged_path is not None) == (record.flagged > 0)
        if record.flagged_path:
            lines = workspace.base.joinpath(record.flagged_path).read_text().splitlines()
            assert len(lines) == record.flagged + 1


def assert_all_is_told(workspace: Workspace) -> None:
    """By a run that came to its end after many that did not."""
    records = read_records(workspace).records
    last = {r.check_id: r for r in records if r.run_id == records[-1].run_id}
    verdicts = {check_id: record.verdict.value for check_id, record in last.items()}
    remembered = read_workflows(workspace).workflows.values()
    rollup = read_rollup(workspace).rows or {}

    assert verdicts == {e["check_id"]: "FAIL" for e in ENTRIES} | {"VAGUE": "ERROR"}
    assert {w.check_id: w.execution and w.execution.verdict.value for w in remembered} == verdicts
    for check_id, record in last.items():
        runs = {each.run_id for each in records if each.check_id == check_id}
        assert (rollup[check_id].runs, rollup[check_id].flagged) == (len(runs), record.flagged)


def cut_short(workspace: Workspace) -> int:
    """How many runs have some of their checks on record, but not all."""
    runs = Counter(record.run_id for record in read_records(workspace).records)
    return sum(number < len(ENTRIES) for number in runs.values())


def histories(workspace: Workspace) -> set[str]:
    """Every compile that outlived the run that made it."""
    return {path.name for path in workspace.history.rglob("*.json")}


def edit(workspace: Workspace, number: int) -> None:
    """Give the run that is to be killed something to compile."""
    changed = entry("PRICE", f"price must be at least {number % 5}")
    write_atomic(workspace.checks_file, json.dumps([changed, *ENTRIES[1:]]))


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("kills", [8, pytest.param(50, marks=pytest.mark.soak)])
def test_kill_at_any_moment_loses_nothing(tmp_path: Path, kills: int) -> None:
    workspaces = [TinyWorkspace(tmp_path / f"w{number}", *ENTRIES).workspace for number in (0, 1)]
    whole = max(finish(workspaces[0]) for _ in range(2))
    draw = random.Random(20261120)
    moments = sorted(draw.uniform(0.3 * whole, 1.05 * whole) for _ in range(kills))
    draw.shuffle(moments)

    for number, moment in enumerate(moments):
        workspace = workspaces[number % 2]
        edit(workspace, number)
        logged, known = read_records(workspace).records, histories(workspace)
        if number % 4 == 3:  # chance may miss the short while in which checks are recorded
            kill_at_first_record(workspace)
        else:
            kill_after(workspace, moment)

        assert_every_file_parses(workspace)
        assert_flagged_rows_are_there(workspace)
        assert read_records(workspace).records[: len(logged)] == logged
        assert known <= histories(workspace)

    assert any(cut_short(workspace) for workspace in workspaces), "no kill came in between"
    for workspace in workspaces:
        finish(workspace)
        assert_every_file_parses(workspace)
        assert_all_is_told(workspace)
