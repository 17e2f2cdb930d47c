"""One check in full, from files of any size and in any state."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backend.contracts.workspace import Workspace
from backend.dashboard import snapshot_check
from backend.dashboard.snapshot import read_snapshot
from backend.dashboard.snapshot_check import (
    read_remembered,
    read_versions,
    say_sql,
    why_no_script,
    write_standalone,
)
from backend.dashboard.version_rows import compare_rows
from backend.store.workflows import read_workflows
from tests.dashboard.full_workspace import NEW, OLD, check, make


@pytest.fixture
def full(tmp_path: Path) -> Workspace:
    return make(tmp_path / "made")


@pytest.mark.parametrize("at", [0, 1, 2], ids=["proven", "declined", "hostile"])
def test_search_in_a_long_file_finds_what_reading_it_finds(full: Workspace, at: int) -> None:
    line = read_snapshot(full.base).lines[at]

    found = snapshot_check._search(full.workflows_file, line.check)

    assert found == read_workflows(full, holds_lock=False).workflows[line.check.key]


def test_search_finds_nothing_of_a_check_that_is_not_there(full: Workspace) -> None:
    assert snapshot_check._search(full.workflows_file, check("CHK-9", "x", "y")) is None


def test_renamed_check_keeps_what_is_remembered_of_it(full: Workspace) -> None:
    text = full.checks_file.read_text("utf-8").replace('"Prices"', '"Prices of today"')
    full.checks_file.write_text(text, "utf-8")
    snapshot = read_snapshot(full.base)

    remembered = read_remembered(snapshot, snapshot.lines[0].check)

    assert remembered.workflow is not None
    assert remembered.workflow.check_name == "Prices"


@pytest.mark.parametrize("content", [b"", b'{"half": ', b"\xff", b"[]"])
def test_damaged_memory_is_told_and_left_where_it_is(full: Workspace, content: bytes) -> None:
    full.workflows_file.write_bytes(content)
    snapshot = read_snapshot(full.base)

    remembered = read_remembered(snapshot, snapshot.lines[0].check)

    assert remembered.workflow is None
    assert "workflows.json is damaged" in remembered.trouble[0]
    assert full.workflows_file.read_bytes() == content


def test_changed_memory_is_read_again(full: Workspace) -> None:
    snapshot = read_snapshot(full.base)
    first = read_remembered(snapshot, snapshot.lines[0].check)
    assert read_remembered(snapshot, snapshot.lines[0].check) is first
    full.workflows_file.unlink()

    assert read_remembered(snapshot, snapshot.lines[0].check).workflow is None


def test_every_version_is_found_the_oldest_first(full: Workspace) -> None:
    snapshot = read_snapshot(full.base)

    assert [each.sentence for each in read_versions(snapshot, "CHK-1")] == [OLD, NEW]
    assert read_versions(snapshot, "CHK-4") == ()


def test_damaged_version_costs_itself_only(full: Workspace) -> None:
    (full.history / "aa").mkdir()
    (full.history / "aa" / "b.json").write_text('{"CHK-1::Prices": [')

    assert len(read_versions(read_snapshot(full.base), "CHK-1")) == 2


def test_rows_of_two_versions_are_told_apart(full: Workspace) -> None:
    snapshot = read_snapshot(full.base)
    old, new = read_versions(snapshot, "CHK-1")

    found = compare_rows(snapshot, old, new)
    back = compare_rows(snapshot, new, old)

    place = found.columns.index("_source")
    assert [row[place] for row in found.added] == ["orders.csv:5", "orders.csv:6"]
    assert found.removed == ()
    assert back.removed == found.added
    assert compare_rows(snapshot, new, new).says.startswith("Both are the same program")


def test_versions_without_rows_say_why(full: Workspace) -> None:
    snapshot = read_snapshot(full.base)
    old, new = read_versions(snapshot, "CHK-1")
    (declined,) = read_versions(snapshot, "CHK-2")
    full.runs_log_file.unlink()

    assert "has no program" in compare_rows(snapshot, declined, declined).says
    assert "judged in no run" in compare_rows(snapshot, old, new).says


def test_rule_is_said_in_sql_and_as_a_script(full: Workspace) -> None:
    snapshot = read_snapshot(full.base)
    line = snapshot.lines[0]
    workflow = read_remembered(snapshot, line.check).workflow
    assert workflow is not None
    assert workflow.plan is not None
    assert workflow.program is not None

    assert "SELECT" in say_sql(workflow.plan)
    assert "def check(" in write_standalone(snapshot, line.check, workflow.program)
    assert why_no_script(snapshot, workflow.program) == ""
    full.snapshots_file.write_text(json.dumps({"tables": {}, "problems": {}}))
    assert "'orders' is not there" in why_no_script(snapshot, workflow.program)
