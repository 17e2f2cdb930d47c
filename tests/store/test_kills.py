"""A writer that is killed at any moment leaves every file whole, and the next one heals."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import count

from backend.contracts.prompt import PromptRecord
from backend.contracts.schema import Schema
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.history import recall, remember
from backend.store.lock import WorkspaceLock
from backend.store.prompt_log import append_prompt, verify_chain
from backend.store.rollup import read_rollup, write_rollup
from backend.store.runs_log import append_records, read_records
from backend.store.schema_files import read_schema, write_schema
from backend.store.workflows import read_workflows, write_workflows

KILLS = 9
Killed = Callable[[Callable[[], None], int], Iterator[int]]


def _record(run: int, check_id: str) -> RunRecord:
    return RunRecord(
        run_id=f"r{run}",
        check_id=check_id,
        check_name="n",
        verdict=Verdict.FAIL,
        summary="x" * 3000,
        tested=9,
        flagged=run,
        started_at="2026-01-01",
        as_of="2026-01-01",
    )


def _prompt(run: int) -> PromptRecord:
    return PromptRecord(
        at="2026", run_id=f"r{run}", check_id="A", purpose="plan", model="m",
        request="q" * 5000, response="a" * 5000,
    )  # fmt: skip


def test_whole_files_are_never_half(
    workspace: Workspace, workflow: Workflow, killed_writers: Killed
) -> None:
    versions = [
        {f"{number}": workflow.model_copy(update={"check_id": f"CHK-{number}", "reasons": (each,)})
         for number in range(8)}
        for each in ("old", "new")
    ]  # fmt: skip
    write_workflows(workspace, versions[0])
    numbers = count()

    def write() -> None:
        with WorkspaceLock(workspace):
            write_workflows(workspace, versions[next(numbers) % 2])
            write_schema(workspace, Schema())
            remember(workspace, workflow)

    for _ in killed_writers(write, KILLS):
        read = read_workflows(workspace)
        assert read.trouble == ()
        assert len(read.workflows) == 8
        assert len({found.reasons for found in read.workflows.values()}) == 1
        assert read_schema(workspace).trouble == ()
        found = recall(
            workspace, "CHK-1", meaning_hash="xxh3:m", compiler="compiler@1",
            is_usable=lambda _: True,
        )  # fmt: skip
        assert found.trouble == ()
    with WorkspaceLock(workspace):
        assert list(workspace.memory.rglob("*.tmp")) == []


def test_logs_lose_nothing_that_was_reported_written(
    workspace: Workspace, killed_writers: Killed
) -> None:
    reported = workspace.base / "reported"
    numbers = count()

    def write() -> None:
        run = next(numbers)
        with WorkspaceLock(workspace):
            append_records(workspace, [_record(run, "A"), _record(run, "B")])
            append_prompt(workspace, _prompt(run))
        with reported.open("a") as stream:
            stream.write(".")

    for _ in killed_writers(write, KILLS):
        state = verify_chain(workspace)
        assert state.ok, state.reason
        runs = read_records(workspace)
        assert runs.trouble == ()
        done = reported.stat().st_size if reported.exists() else 0
        assert state.records >= done
        assert len(runs.records) >= 2 * done
    with WorkspaceLock(workspace):
        append_records(workspace, [_record(0, "A")])
        append_prompt(workspace, _prompt(0))
    for log in (workspace.runs_log_file, workspace.prompt_log_file):
        content = log.read_bytes()
        assert content.endswith(b"\n")
        assert all(isinstance(json.loads(line), dict) for line in content.splitlines())
    assert verify_chain(workspace).ok


def test_the_roll_up_can_be_caught_up(workspace: Workspace, killed_writers: Killed) -> None:
    def write() -> None:
        run = len(read_records(workspace).records)
        with WorkspaceLock(workspace):
            append_records(workspace, [_record(run, "A")])
            write_rollup(workspace, [_record(run, "A")], check_ids=["A"])

    for _ in killed_writers(write, KILLS):
        with WorkspaceLock(workspace):
            write_rollup(workspace, [], check_ids=["A"])
        rows = read_rollup(workspace).rows
        assert rows is not None
        if logged := read_records(workspace).records:
            assert rows["A"].runs == len(logged)
            assert rows["A"].flagged == logged[-1].flagged
