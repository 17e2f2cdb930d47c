"""Runs are found from the log's end, as they are when the whole log is read."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace
from backend.store import last_runs
from backend.store.last_runs import read_run
from backend.store.text import json_line
from tests.outputs.reported_runs import record


def line(run_id: str, check_id: str, size: int = 0) -> bytes:
    told = record(check_id, run_id=run_id, reason="é" * size)
    return json_line(told.model_dump(mode="json")).encode()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    tmp_path.joinpath("cached_mem").mkdir()
    return Workspace(tmp_path)


def found(workspace: Workspace, run_id: str = "") -> tuple[list[str], list[str], int]:
    run = read_run(workspace, run_id)
    return (
        [each.check_id for each in run.records],
        [each.check_id for each in run.before],
        len(run.trouble),
    )


LOG = [line("r1", "A"), line("r2", "A"), line("r2", "B"), line("r3", "C"), line("r3", "D")]
WANTED = {
    "the last": ("", (["C", "D"], ["A", "B"], 0)),
    "by its id": ("r2", (["A", "B"], ["A"], 0)),
    "the first": ("r1", (["A"], [], 0)),
}


@pytest.mark.parametrize(("run_id", "expected"), WANTED.values(), ids=WANTED)
@pytest.mark.parametrize("block", [1, 7, 300, 1 << 20])
def test_run_and_the_one_before_are_found(
    run_id: str,
    expected: tuple[list[str], list[str], int],
    block: int,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(last_runs, "_BLOCK", block)
    workspace.runs_log_file.write_bytes(b"".join(LOG))
    assert found(workspace, run_id) == expected


ENDINGS = {
    "torn": (b'{"run_id":"r4","check', 0),
    "a torn character": ('{"reason":"é'.encode()[:-1], 0),
    "whole without a line break": (line("r3", "E")[:-1], 0),
    "damaged": (b"{}\n", 1),
    "blank": (b"\n\n", 0),
}


@pytest.mark.parametrize(("ending", "trouble"), ENDINGS.values(), ids=ENDINGS)
def test_what_a_killed_writer_left_is_no_run(
    ending: bytes, trouble: int, workspace: Workspace
) -> None:
    workspace.runs_log_file.write_bytes(b"".join(LOG) + ending)
    records, before, told = found(workspace)
    assert records == (["C", "D", "E"] if b'"E"' in ending else ["C", "D"])
    assert before == ["A", "B"]
    assert told == trouble


def test_long_log_is_not_read_for_its_end(workspace: Workspace) -> None:
    with workspace.runs_log_file.open("wb") as stream:
        stream.truncate(200 << 20)
        stream.seek(0, 2)
        stream.write(b"\n" + b"".join(LOG))
    tracemalloc.start()
    try:
        assert found(workspace)[:2] == (["C", "D"], ["A", "B"])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 50 << 20


@pytest.mark.parametrize(
    ("log", "run_id", "code"),
    [(None, "", "no-runs"), (b"", "", "no-runs"), (b"".join(LOG), "r9", "unknown-run")],
    ids=["no log", "empty", "no such run"],
)
def test_no_run_is_told(log: bytes | None, run_id: str, code: str, workspace: Workspace) -> None:
    if log is not None:
        workspace.runs_log_file.write_bytes(log)
    with pytest.raises(WorkspaceError) as refused:
        read_run(workspace, run_id)
    assert refused.value.code == code
