"""What the dashboard shows is what the files say, whatever is missing or damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.workspace import Workspace
from backend.dashboard.file_memo import FileMemo
from backend.dashboard.options import Options, read_options
from backend.dashboard.snapshot import NOT_RUN, read_snapshot


def test_each_check_stands_with_its_result_and_its_reason(workspace: Workspace) -> None:
    snapshot = read_snapshot(workspace.base)

    assert [(line.check.check_id, line.verdict, line.reason) for line in snapshot.lines] == [
        ("CHK-1", "FAIL", ""),
        ("CHK-2", "ERROR", "not understood"),
        ("CHK-3", NOT_RUN, ""),
    ]
    assert snapshot.verdicts == {"ERROR": 1, "FAIL": 1, NOT_RUN: 1}
    assert snapshot.trouble == ()


def test_counts_are_those_of_the_latest_run(workspace: Workspace) -> None:
    latest = read_snapshot(workspace.base).lines[0].latest

    assert latest is not None
    assert (latest.tested, latest.flagged, latest.trend.value) == (20, 7, "up")


def test_nothing_remembered_shows_the_checks_alone(workspace: Workspace) -> None:
    workspace.rollup_file.unlink()

    assert [line.verdict for line in read_snapshot(workspace.base).lines] == [NOT_RUN] * 3


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


def test_damaged_roll_up_is_told_and_left_where_it_is(workspace: Workspace) -> None:
    workspace.rollup_file.write_bytes(b'{"half": \xff')

    snapshot = read_snapshot(workspace.base)

    assert "checks_rollup.csv" in snapshot.trouble[0]
    assert len(snapshot.lines) == 3
    assert workspace.rollup_file.read_bytes() == b'{"half": \xff'


def test_file_is_parsed_again_only_when_it_changed(tmp_path: Path) -> None:
    memo, path, calls = FileMemo(), tmp_path / "file", []

    def parse() -> int:
        calls.append(path.read_bytes() if path.exists() else None)
        return len(calls)

    assert [memo.read(path, "x", parse), memo.read(path, "x", parse)] == [1, 1]
    path.write_bytes(b"a")
    assert [memo.read(path, "x", parse), memo.read(path, "x", parse)] == [2, 2]
    assert memo.read(path, "y", parse) == 3
    path.unlink()
    assert memo.read(path, "x", parse) == 4


def test_held_value_is_made_anew_for_another_state(tmp_path: Path) -> None:
    memo, first, second = FileMemo(), object(), object()

    made = [memo.hold_for(tmp_path, "x", (state,), object) for state in (first, first, second)]

    assert made[0] is made[1]
    assert made[1] is not made[2]


@pytest.mark.parametrize(
    ("arguments", "environment", "options"),
    [
        ([], {}, Options()),
        (["--base-dir", "/srv/a"], {}, Options("/srv/a")),
        (["--base-dir=/srv/a", "--read-only", "--other"], {}, Options("/srv/a", True)),
        ([], {"AGENT_DASHBOARD_BASE_DIR": "/srv/b"}, Options("/srv/b")),
        (["--base-dir", "a"], {"AGENT_DASHBOARD_BASE_DIR": "/srv/b"}, Options("a")),
        ([], {"AGENT_DASHBOARD_READ_ONLY": "1"}, Options(read_only=True)),
        ([], {"AGENT_DASHBOARD_READ_ONLY": "no"}, Options()),
        (["--base-dir"], {}, Options(read_only=True)),
    ],
)
def test_options_come_from_the_command_line_and_the_environment(
    arguments: list[str], environment: dict[str, str], options: Options
) -> None:
    assert read_options(arguments, environment) == options
