"""The runs log is read whole, once, and kept up with, whatever its lines hold."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.dashboard.runs_index import Reading, RunsIndex
from backend.dashboard.runs_lines import parse_block
from backend.dashboard.snapshot import read_snapshot
from backend.dashboard.snapshot_run import read_run
from backend.dashboard.snapshot_runs import Runs, changes_of, history_of, read_ending, read_runs
from backend.store.closed_months import find_months
from backend.store.month_closing import close_months
from backend.store.runs_log import append_records
from tests.dashboard.full_workspace import RUNS, check, make, record

ONE, TWO = check("CHK-1", "One", "price must be positive."), check("CHK-2", "Two", "x")


def many(runs: int, checks: int) -> list[RunRecord]:
    each = record(0, ONE, "PASS", 0, "sha256:p")
    return [
        each.model_copy(
            update={
                "run_id": f"r{run:03}",
                "check_id": f"C{at}",
                "flagged": run,
                "verdict": Verdict.FAIL,
            }
        )
        for run in range(runs)
        for at in range(checks)
    ]


def runs_of(base: Path) -> Runs:
    return read_runs(read_snapshot(base), wait=True)


def test_runs_are_added_up_the_newest_first(tmp_path: Path) -> None:
    runs = runs_of(make(tmp_path / "made").base)

    last = runs.newest_first[0]
    assert [run.run_id for run in runs.newest_first] == [*reversed(RUNS)]
    assert (last.checks, last.flagged, last.verdicts) == (3, 5, {"FAIL": 1, "ERROR": 1, "PASS": 1})
    assert (last.tested, last.seconds, last.model_calls) == (20, 1.5, 0)
    assert runs.is_complete
    assert runs.trouble == ()


@pytest.mark.parametrize("first", [1, 700, 5_000, 10**6])
def test_older_lines_follow_from_the_end_backwards(tmp_path: Path, first: int) -> None:
    workspace = Workspace(tmp_path)
    append_records(workspace, many(runs=20, checks=7))
    index = RunsIndex(workspace, first_bytes=first, step_bytes=900)

    reading = index.refresh(wait=True)

    found = Counter(part.run_id for block in reading.blocks for part in block.parts)
    assert reading.is_complete
    assert sum(block.rows.num_rows for block in reading.blocks) == 140
    assert [*found] == [f"r{run:03}" for run in range(20)]


def monthly(runs: int) -> list[RunRecord]:
    """A run of three checks in each month, the last one in that of today."""
    years = [(2024 + (number + 10) // 12, (number + 10) % 12 + 1) for number in range(runs)]
    at = [f"{year}-{month:02}-01T00:00:00" for year, month in years]
    return [
        each.model_copy(update={"started_at": at[place // 3]})
        for place, each in enumerate(many(runs, checks=3))
    ]


def run_ids(reading: Reading) -> list[str]:
    return [*dict.fromkeys(part.run_id for block in reading.blocks for part in block.parts)]


@pytest.mark.parametrize("first", [1, 10**6])
def test_closed_months_follow_the_log(tmp_path: Path, first: int) -> None:
    workspace = Workspace(tmp_path)
    append_records(workspace, monthly(runs=14))
    index = RunsIndex(workspace, first_bytes=first)
    whole = index.refresh(wait=True)
    close_months(workspace, datetime(2025, 12, 5, tzinfo=UTC))
    find_months(workspace)[3].write_bytes(b"damaged")

    reading = index.refresh(wait=True)

    assert run_ids(whole) == [f"r{run:03}" for run in range(14)]
    assert len(find_months(workspace)) == 13
    assert run_ids(reading) == [f"r{run:03}" for run in range(14) if run != 3]
    assert reading.is_complete
    assert reading.trouble == "runs_log/2025-02.parquet could not be read; its runs are not shown."


def test_run_of_a_closed_month_is_read_in_full(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append_records(workspace, monthly(runs=3))
    close_months(workspace, datetime(2025, 1, 5, tzinfo=UTC))

    for run in range(3):
        found = read_run(read_snapshot(tmp_path), f"r{run:03}")
        assert [record.check_id for record in found.records] == ["C0", "C1", "C2"]
    assert read_run(read_snapshot(tmp_path), "r9") == ((), 0, ())


def test_what_was_appended_is_all_that_is_read_again(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append_records(workspace, many(runs=2, checks=3))
    index = RunsIndex(workspace)
    before = index.refresh()
    append_records(workspace, [record(0, ONE, "PASS", 0, None)])

    after = index.refresh()

    assert index.refresh() is after
    assert after.blocks[0] is before.blocks[0]
    assert [block.rows.num_rows for block in after.blocks] == [6, 1]


def test_line_that_is_being_written_can_wait(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append_records(workspace, many(runs=1, checks=2))
    whole = workspace.runs_log_file.read_bytes()
    workspace.runs_log_file.write_bytes(whole[:-40])
    index = RunsIndex(workspace)
    half = index.refresh()
    with workspace.runs_log_file.open("ab") as stream:
        stream.write(whole[-40:])

    assert sum(block.rows.num_rows for block in half.blocks) == 1
    assert sum(block.rows.num_rows for block in index.refresh().blocks) == 2


def test_replaced_log_is_read_anew(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append_records(workspace, many(runs=2, checks=3))
    index = RunsIndex(workspace)
    index.refresh()
    workspace.runs_log_file.unlink()
    assert index.refresh().blocks == ()
    append_records(workspace, many(runs=1, checks=1))

    assert [block.rows.num_rows for block in index.refresh().blocks] == [1]


@pytest.mark.parametrize(
    "damage",
    [b"not json\n", b'{"run_id": 5}\n', b'{"run_id":"r"}\n', b"[1]\n", b"\xff\xfe\n", b"null\n"],
    ids=["text", "number", "fields", "list", "bytes", "null"],
)
def test_damaged_line_costs_itself_only(tmp_path: Path, damage: bytes) -> None:
    workspace = make(tmp_path / "made")
    with workspace.runs_log_file.open("ab") as stream:
        stream.write(damage)
    append_records(workspace, [record(2, TWO, "PASS", 0, None)])

    runs = runs_of(workspace.base)

    assert runs.newest_first[0].checks == 4
    assert runs.trouble == ("runs_log.jsonl: 1 line is not the record of a check; left out.",)


def test_nothing_and_blanks_are_no_lines() -> None:
    assert parse_block(b"").damaged == 0
    assert parse_block(b"\n\n").rows.num_rows == 0


def test_check_is_followed_through_all_runs(tmp_path: Path) -> None:
    runs = runs_of(make(tmp_path / "made").base)

    points = history_of(runs, "CHK-1")

    assert [(point.run_id, point.flagged) for point in points] == [
        (RUNS[0], 3),
        (RUNS[1], 5),
        (RUNS[2], 5),
    ]
    assert points[0].program != points[1].program
    assert history_of(runs, "CHK-9") == []


def test_changes_are_told_beside_the_run_before_that_had_the_check(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    append_records(workspace, [record(0, ONE, "FAIL", 4, None), record(0, TWO, "PASS", 0, None)])
    append_records(workspace, [record(1, TWO, "PASS", 0, None)])
    append_records(workspace, [record(2, ONE, "PASS", 0, None), record(2, TWO, "PASS", 0, None)])

    changes = changes_of(runs_of(tmp_path))

    assert [tuple(change) for change in changes] == [("CHK-1", "FAIL", "PASS", 4, 0)]


def test_ending_tells_whether_the_newest_run_is_over(tmp_path: Path) -> None:
    workspace = make(tmp_path / "made")
    over = read_ending(workspace)
    newest = workspace.events / f"{RUNS[2]}.jsonl"
    newest.write_bytes(b"".join(newest.read_bytes().splitlines(keepends=True)[:-1]))
    going = read_ending(workspace)

    assert over is not None
    assert (over.is_over, over.exit_code, over.seconds) == (True, 3, 1.5)
    assert going is not None
    assert not going.is_over
    assert read_ending(Workspace(tmp_path / "nowhere")) is None
