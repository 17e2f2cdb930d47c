"""What the dashboard shows is what the files say, whatever is missing or damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.workspace import Workspace
from backend.dashboard.snapshot import NOT_RUN, read_snapshot


def test_each_check_stands_with_its_result_and_its_reason(workspace: Workspace) -> None:
    snapshot = read_snapshot(workspace.base)

    assert [(line.check.check_id, line.verdict, line.reason) for line in snapshot.lines] == [
        ("CHK-1", "FAIL", ""),
        ("CHK-2", "ERROR", "'look reasonable' is not understood."),
        ("CHK-3", NOT_RUN, ""),
    ]
    assert snapshot.verdicts == {"ERROR": 1, "FAIL": 1, NOT_RUN: 1}
    assert snapshot.trouble == ()


def test_counts_are_those_of_the_latest_run(workspace: Workspace) -> None:
    latest = read_snapshot(workspace.base).lines[0].latest

    assert latest is not None
    assert (latest.tested, latest.flagged, latest.trend.value) == (20, 7, "up")


def test_nothing_remembered_shows_the_checks_alone(workspace: Workspace) -> None:
    workspace.workflows_file.unlink()
    workspace.rollup_file.unlink()

    snapshot = read_snapshot(workspace.base)

    assert [line.verdict for line in snapshot.lines] == [NOT_RUN] * 3
    assert [line.workflow for line in snapshot.lines] == [None] * 3


def test_folder_that_is_no_workspace_is_told(tmp_path: Path) -> None:
    snapshot = read_snapshot(tmp_path / "nowhere")

    assert snapshot.lines == ()
    assert "checks/checks.json" in snapshot.trouble[0]


def test_invalid_entry_costs_itself_only(workspace: Workspace) -> None:
    text = workspace.checks_file.read_text()
    workspace.checks_file.write_text(text.replace('"orders"', "7", 1))

    snapshot = read_snapshot(workspace.base)

    assert [entry.field for entry in snapshot.invalid] == ["target_table"]
    assert [line.check.check_id for line in snapshot.lines] == ["CHK-2", "CHK-3"]


@pytest.mark.parametrize("file", ["workflows.json", "checks_rollup.csv"])
def test_damaged_file_is_told_and_left_where_it_is(workspace: Workspace, file: str) -> None:
    damaged = workspace.memory / file
    damaged.write_bytes(b'{"half": \xff')

    snapshot = read_snapshot(workspace.base)

    assert file in snapshot.trouble[0]
    assert len(snapshot.lines) == 3
    assert damaged.read_bytes() == b'{"half": \xff'
