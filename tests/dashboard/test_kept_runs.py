"""The page of a run that kept most of its checks tells all of them."""

from __future__ import annotations

import pytest

from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.dashboard.snapshot import read_snapshot
from backend.dashboard.snapshot_run import read_run
from backend.dashboard.snapshot_runs import changes_of, history_of, read_runs, whole_history_of
from backend.store.kept_records import kept_checks
from backend.store.runs_log import append_records
from backend.store.unchanged_runs import append_unchanged_run
from tests.dashboard.drawing import draw_view, said
from tests.outputs.reported_runs import record

IDS = [f"C{number}" for number in range(12)]
ALL = [record(name, run_id="r00", program="sha256:p") for name in IDS]


@pytest.fixture
def kept(workspace: Workspace) -> Workspace:
    """A run of twelve checks, then one for each of them in which it alone passed."""
    append_records(workspace, ALL)
    held = {each.check_id: each for each in ALL}
    for number, name in enumerate(IDS, start=1):
        own = record(name, "PASS", run_id=f"r{number:02}", program="sha256:p")
        append_records(workspace, [own])
        others = [each for each in held.values() if each.check_id != name]
        append_unchanged_run(workspace, line(own, others))
        held[name] = own
    return workspace


def line(own: RunRecord, others: list[RunRecord]) -> UnchangedRun:
    return UnchangedRun(
        run_id=own.run_id,
        started_at=own.started_at,
        exit_code=1,
        as_of=own.as_of,
        unchanged_since="r00",
        checks=len(others) + 1,
        verdicts={},
        ran=1,
        kept=kept_checks(others, base="r00", gone=()),
    )


def test_the_list_of_runs_counts_what_was_kept(kept: Workspace) -> None:
    runs = read_runs(read_snapshot(kept.base), wait=True).newest_first

    assert [run.checks for run in runs] == [12] * 13
    assert [run.kept for run in runs] == [11] * 12 + [0]
    assert [run.verdicts.get("PASS", 0) for run in runs] == list(range(12, -1, -1))
    assert [run.flagged for run in runs] == list(range(0, 37, 3))


@pytest.mark.parametrize("run_id", ["r00", "r01", "r07", "r12"])
def test_a_run_is_read_in_full(kept: Workspace, run_id: str) -> None:
    found = read_run(read_snapshot(kept.base), run_id)

    assert sorted(each.check_id for each in found.records) == sorted(IDS)
    assert {each.run_id for each in found.records} == {run_id}
    assert sum(each.verdict == "PASS" for each in found.records) == int(run_id[1:])
    assert (found.damaged, found.trouble) == (0, ())


def test_records_that_the_log_lost_are_told_on_the_page(kept: Workspace) -> None:
    path = kept.runs_log_file
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(each for each in lines if b'"check_id":"C3"' not in each))

    assert "run r12 kept 11 verdicts" in said(draw_view("runs", kept.base, run="r12"))


def test_the_history_of_a_check_has_the_runs_that_kept_it(kept: Workspace) -> None:
    runs = read_runs(read_snapshot(kept.base), wait=True)

    assert [point.run_id for point in history_of(runs, "C4")] == ["r00", "r05"]
    points = whole_history_of(runs, "C4")
    assert [point.run_id for point in points] == [f"r{number:02}" for number in range(13)]
    assert [point.verdict for point in points] == ["FAIL"] * 5 + ["PASS"] * 8


def test_what_changed_is_told_however_long_ago_the_run_before_was(kept: Workspace) -> None:
    (change,) = changes_of(read_runs(read_snapshot(kept.base), wait=True))

    assert (change.check_id, change.before, change.after) == ("C11", "FAIL", "PASS")


def test_the_pages_tell_what_was_kept(kept: Workspace) -> None:
    assert "kept their verdicts" in said(draw_view("runs", kept.base))
    assert "found nothing changed" not in said(draw_view("runs", kept.base, run="r00"))
