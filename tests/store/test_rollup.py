"""The latest verdict of every check, its trend and its counts."""

from __future__ import annotations

import csv
from collections.abc import Sequence

import pytest

from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store.rollup import RollupRow, Trend, read_rollup, write_rollup
from backend.store.runs_log import append_records

Runs = Sequence[tuple[str, int]]


def _record(run: int, verdict: str, flagged: int = 0, check_id: str = "CHK-1") -> RunRecord:
    return RunRecord(
        run_id=f"r{run}",
        check_id=check_id,
        check_name=f"name at {run}",
        verdict=Verdict(verdict),
        summary='a "summary",\r\nof two lines',
        tested=10,
        flagged=flagged,
        owner="ann",
        started_at=f"2026-01-{run:02}",
        as_of="2026-01-01",
    )


def _row(workspace: Workspace, check_id: str = "CHK-1") -> RollupRow:
    rows = read_rollup(workspace).rows
    assert rows is not None
    return rows[check_id]


def _run(workspace: Workspace, runs: Runs) -> RollupRow:
    for number, (verdict, flagged) in enumerate(runs, start=1):
        record = _record(number, verdict, flagged)
        append_records(workspace, [record])
        write_rollup(workspace, [record], check_ids=["CHK-1"])
    return _row(workspace)


TRENDS: dict[str, tuple[Runs, Trend, int | None]] = {
    "first": ([("FAIL", 3)], Trend.NEW, None),
    "first passes": ([("PASS", 0)], Trend.NEW, None),
    "more": ([("FAIL", 3), ("FAIL", 4)], Trend.UP, 3),
    "fewer": ([("FAIL", 3), ("PASS", 0)], Trend.DOWN, 3),
    "as many": ([("FAIL", 3), ("WARN", 3)], Trend.SAME, 3),
    "not judged": ([("FAIL", 3), ("ERROR", 0)], Trend.NONE, 3),
    "never judged": ([("SKIPPED", 0), ("ERROR", 0)], Trend.NONE, None),
    "judged at last": ([("ERROR", 0), ("FAIL", 3)], Trend.NEW, None),
    "past what was not judged": ([("FAIL", 5), ("ERROR", 0), ("FAIL", 7)], Trend.UP, 5),
    "past two": ([("FAIL", 5), ("SKIPPED", 0), ("ERROR", 0), ("FAIL", 5)], Trend.SAME, 5),
}


@pytest.mark.parametrize(("runs", "trend", "previous"), TRENDS.values(), ids=TRENDS)
def test_the_trend_compares_with_the_last_run_that_judged(
    workspace: Workspace, runs: Runs, trend: Trend, previous: int | None
) -> None:
    row = _run(workspace, runs)
    assert (row.trend, row.previous_flagged) == (trend, previous)
    assert row.flagged == runs[-1][1]


def test_a_row_tells_the_latest_and_the_counts(workspace: Workspace) -> None:
    runs = [("PASS", 0), ("FAIL", 2), ("FAIL", 3), ("ERROR", 0), ("WARN", 1), ("SKIPPED", 0)]
    row = _run(workspace, runs)
    assert (row.verdict, row.last_run_id, row.last_run_at) == ("SKIPPED", "r6", "2026-01-06")
    assert (row.check_name, row.owner, row.tested) == ("name at 6", "ann", 10)
    assert row.summary == 'a "summary",\r\nof two lines'
    assert row.last_pass_at == "2026-01-01"
    counts = (row.runs, row.passes, row.warns, row.fails, row.errors, row.skips)
    assert counts == (6, 1, 1, 2, 1, 1)


def test_since_is_when_the_verdict_became_what_it_is(workspace: Workspace) -> None:
    row = _run(workspace, [("PASS", 0), ("FAIL", 2), ("FAIL", 3)])
    assert (row.since, row.last_run_at) == ("2026-01-02", "2026-01-03")


def test_a_check_that_did_not_run_keeps_its_row(workspace: Workspace) -> None:
    both = [_record(1, "FAIL", 2, "A"), _record(1, "PASS", 0, "B")]
    write_rollup(workspace, both, check_ids=["A", "B"])
    before = _row(workspace, "A")
    write_rollup(workspace, [_record(2, "PASS", 0, "B")], check_ids=["B", "A", "never ran"])
    assert _row(workspace, "A") == before
    assert list(read_rollup(workspace).rows or ()) == ["B", "A"]


def test_a_check_that_is_gone_loses_its_row(workspace: Workspace) -> None:
    write_rollup(workspace, [_record(1, "PASS", 0, "A")], check_ids=["A"])
    write_rollup(workspace, [_record(2, "PASS", 0, "B")], check_ids=["B"])
    assert list(read_rollup(workspace).rows or ()) == ["B"]


def test_a_run_is_counted_once(workspace: Workspace) -> None:
    record = _record(1, "FAIL", 2)
    for _ in range(2):
        write_rollup(workspace, [record], check_ids=["CHK-1"])
    assert (_row(workspace).runs, _row(workspace).trend) == (1, Trend.NEW)


def test_entries_of_one_id_do_not_hide_the_worse(workspace: Workspace) -> None:
    records = [_record(1, "PASS"), _record(1, "ERROR"), _record(1, "FAIL", 1)]
    write_rollup(workspace, records, check_ids=["CHK-1"])
    assert (_row(workspace).verdict, _row(workspace).runs) == (Verdict.ERROR, 1)


DAMAGED = {
    "no CSV": b'"',
    "other columns": b"a,b\n1,2\n",
    "no such verdict": b"check_id,verdict,last_run_id,last_run_at\nA,GREEN,r,d\n",
    "a cell too many": b"check_id,verdict,last_run_id,last_run_at\nA,PASS,r,d,more\n",
    "a cell too few": b"check_id,verdict,last_run_id,last_run_at\nA,PASS,r\n",
    "not UTF-8": b"\xff",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_roll_up_is_worked_out_from_the_log(workspace: Workspace, content: bytes) -> None:
    row = _run(workspace, [("PASS", 0), ("FAIL", 2), ("FAIL", 3)])
    workspace.rollup_file.write_bytes(content)
    assert "The next run moves it aside" in read_rollup(workspace, holds_lock=False).trouble[0]
    (message,) = write_rollup(workspace, [], check_ids=["CHK-1"])
    assert "checks_rollup.csv.damaged-1" in message
    assert _row(workspace) == row


def test_a_lost_roll_up_is_worked_out_from_the_log(workspace: Workspace) -> None:
    row = _run(workspace, [("PASS", 0), ("FAIL", 2)])
    workspace.rollup_file.unlink()
    write_rollup(workspace, [_record(2, "FAIL", 2)], check_ids=["CHK-1"])
    assert _row(workspace) == row


def test_a_run_that_was_killed_before_the_roll_up_is_counted_by_the_next_one(
    workspace: Workspace,
) -> None:
    _run(workspace, [("PASS", 0)])
    append_records(workspace, [_record(2, "FAIL", 9)])
    write_rollup(workspace, [_record(3, "FAIL", 9)], check_ids=["CHK-1"])
    row = _row(workspace)
    assert (row.runs, row.fails, row.trend, row.since) == (3, 2, Trend.SAME, "2026-01-02")


def test_runs_that_no_roll_up_counted_are_counted_by_the_next(workspace: Workspace) -> None:
    _run(workspace, [("PASS", 0), ("FAIL", 4)])
    for run in (3, 4, 5):
        append_records(workspace, [_record(run, "FAIL", run)])
    write_rollup(workspace, [_record(5, "FAIL", 5)], check_ids=["CHK-1"])
    caught_up = workspace.rollup_file.read_bytes()
    row = _row(workspace)
    assert (row.runs, row.fails, row.previous_flagged, row.since) == (5, 4, 4, "2026-01-02")
    workspace.rollup_file.unlink()
    write_rollup(workspace, [], check_ids=["CHK-1"])
    assert workspace.rollup_file.read_bytes() == caught_up


def test_an_entry_whose_id_cannot_be_read_has_a_row(workspace: Workspace) -> None:
    write_rollup(workspace, [_record(1, "ERROR", 0, check_id="")], check_ids=[""])
    assert _row(workspace, "").verdict is Verdict.ERROR


def test_other_tools_read_it(workspace: Workspace) -> None:
    _run(workspace, [("PASS", 0), ("FAIL", 2)])
    with workspace.rollup_file.open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["verdict"], row["previous_flagged"], row["trend"]) == ("FAIL", "0", "up")
    assert row["last_pass_at"] == "2026-01-01"


def test_the_same_records_give_the_same_bytes(workspace: Workspace) -> None:
    _run(workspace, [("PASS", 0), ("FAIL", 2)])
    before = workspace.rollup_file.read_bytes()
    workspace.rollup_file.unlink()
    write_rollup(workspace, [], check_ids=["CHK-1"])
    assert workspace.rollup_file.read_bytes() == before


def test_rows_that_do_not_change_are_taken_over_as_they_stand(workspace: Workspace) -> None:
    ids = ["A", 'with "quotes", and\nlines', "B"]
    write_rollup(workspace, [_record(1, "PASS", 0, each) for each in ids], check_ids=ids)
    before = workspace.rollup_file.read_bytes()
    append_records(workspace, [_record(2, "FAIL", 4, "B")])
    write_rollup(workspace, [_record(2, "FAIL", 4, "B")], check_ids=ids)

    after = workspace.rollup_file.read_bytes()
    assert after[: before.rindex(b"\nB,")] == before[: before.rindex(b"\nB,")]
    assert (_row(workspace, ids[1]).runs, _row(workspace, "B").runs) == (1, 2)
    workspace.rollup_seal.unlink()
    write_rollup(workspace, [], check_ids=ids)
    assert workspace.rollup_file.read_bytes() == after


HAND = {
    "a verdict that is none": (b"FAIL", b"GREEN", "moved to"),
    "a count": (b",2,1,0,1,", b",9,8,0,1,", ""),
}


@pytest.mark.parametrize(("old", "new", "told"), HAND.values(), ids=HAND)
def test_a_row_that_was_edited_is_read_with_care(
    workspace: Workspace, old: bytes, new: bytes, told: str
) -> None:
    row = _run(workspace, [("PASS", 0), ("FAIL", 2)])
    data = workspace.rollup_file.read_bytes()
    assert old in data
    workspace.rollup_file.write_bytes(data.replace(old, new))
    said = write_rollup(workspace, [], check_ids=["CHK-1"])

    assert bool(said) == bool(told)
    assert _row(workspace).runs == (row.runs if told else 9)


def test_runs_that_were_not_counted_are_counted_under_a_seal(workspace: Workspace) -> None:
    _run(workspace, [("PASS", 0)])
    append_records(workspace, [_record(2, "FAIL", 9), _record(3, "FAIL", 9)])
    assert workspace.rollup_seal.exists()
    write_rollup(workspace, [], check_ids=["CHK-1"])

    assert (_row(workspace).runs, _row(workspace).last_run_id) == (3, "r3")
