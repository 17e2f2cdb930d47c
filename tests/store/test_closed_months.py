"""Closed months leave the log, and log and months read as the one log that was written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store import month_closing
from backend.store.closed_months import find_months
from backend.store.last_runs import read_backwards, read_run
from backend.store.month_closing import close_months
from backend.store.rollup import read_rollup, write_rollup
from backend.store.runs_log import append_records, read_records
from backend.store.runs_query import lines_of_runs, query_runs

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def made(day: str, check_id: str = "A", **more: object) -> RunRecord:
    fields: dict[str, object] = {
        "run_id": f"r-{day}",
        "check_id": check_id,
        "check_name": "é\u2028\n",
        "verdict": Verdict.FAIL,
        "summary": "FAIL: 2 of 9 rows",
        "tested": 9,
        "flagged": 2,
        "started_at": f"{day}T02:00:00.000+00:00",
        "as_of": day,
    }
    return RunRecord.model_validate(fields | more)


DAYS = ["2026-08-30", "2026-09-01", "2026-09-30", "2026-10-05", "2026-11-01", "2026-11-02"]


@pytest.fixture
def written(workspace: Workspace) -> Workspace:
    for day in DAYS:
        append_records(workspace, [made(day), made(day, "B", tested=2**40, usd=0.5)])
    return workspace


def days(workspace: Workspace) -> list[str]:
    return [record.as_of for record in read_records(workspace).records if record.check_id == "A"]


def names(workspace: Workspace) -> list[str]:
    return [path.name for path in find_months(workspace)]


def test_closed_months_leave_the_log_and_nothing_is_lost(written: Workspace) -> None:
    before, lines = read_records(written), written.runs_log_file.read_bytes().splitlines()

    assert close_months(written, NOW) == ("2026-08.parquet", "2026-09.parquet", "2026-10.parquet")

    assert written.runs_log_file.read_bytes().splitlines() == lines[8:]
    assert read_records(written) == before
    assert [*read_backwards(written)] == [*reversed(before.records)]
    assert close_months(written, NOW) == ()
    stored = [
        line
        for path in find_months(written)
        for line in pq.read_table(path).column("line").to_pylist()
    ]
    assert stored == lines[:8]


def test_a_run_in_a_closed_month_is_found(written: Workspace) -> None:
    close_months(written, NOW)
    found = read_run(written, "r-2026-09-30")
    assert [record.check_id for record in found.records] == ["A", "B"]
    assert [record.as_of for record in found.before] == ["2026-09-01", "2026-09-01"]
    assert len(lines_of_runs(find_months(written), "r-2026-09-30", "r-2026-09-30")) == 2
    assert read_run(written).records[0].as_of == "2026-11-02"
    with pytest.raises(WorkspaceError, match="knows no run"):
        read_run(written, "r-1999-01-01")


def test_all_months_are_asked_as_one_table(written: Workspace) -> None:
    close_months(written, NOW)
    rows = [
        *query_runs(written, "SELECT as_of, count(*), sum(usd) FROM runs GROUP BY 1 ORDER BY 1")
    ]
    assert rows == [(day, 2, 0.5) for day in DAYS]
    assert [day for (day,) in query_runs(written, "SELECT as_of FROM runs")][::2] == DAYS
    assert [*query_runs(written, "SELECT as_of FROM runs WHERE run_id = ?", ["r-2026-08-30"])]


def test_roll_up_is_rebuilt_over_all_months(written: Workspace) -> None:
    write_rollup(written, [], check_ids=["A", "B"])
    before = written.rollup_file.read_bytes()
    close_months(written, NOW)
    written.rollup_file.unlink()
    write_rollup(written, [], check_ids=["A", "B"])
    assert written.rollup_file.read_bytes() == before
    rows = read_rollup(written).rows
    assert rows is not None
    assert (rows["A"].runs, rows["A"].since) == (6, "2026-08-30T02:00:00.000+00:00")


ODD_LINES = {
    "damaged": b'{"run_id":\n',
    "blank": b"\n",
    "another version's": b'{"run_id":"r","check_id":"A","verdict":"FAIL","tested":1,"flagged":1,'
    b'"started_at":"2026-09-30","as_of":"2026-09-30","new":[1e400,"\xff"]}\n',
    "other types": b'{"run_id":5,"check_id":"A","verdict":null,"tested":"1"}\n',
    "huge": b'{"run_id":"r","check_id":"A","verdict":"FAIL","tested":99999999999999999999999,'
    b'"flagged":1,"started_at":"2026-09-30"}\n',
    "half a character": b'{"run_id":"\\ud800","check_id":"A","verdict":"FAIL","tested":1,'
    b'"flagged":1,"started_at":"2026-09-30"}\n',
    "carriage return": b'{"x":1}\r\n',
}


@pytest.mark.parametrize("odd", ODD_LINES.values(), ids=ODD_LINES)
def test_line_that_is_no_record_is_kept_as_it_was(workspace: Workspace, odd: bytes) -> None:
    append_records(workspace, [made("2026-09-01")])
    with workspace.runs_log_file.open("ab") as log:
        log.write(odd)
    append_records(workspace, [made("2026-10-01"), made("2026-11-01")])
    whole, told = workspace.runs_log_file.read_bytes(), len(read_records(workspace).trouble)

    close_months(workspace, NOW)

    kept = [pq.read_table(path).column("line").to_pylist() for path in find_months(workspace)]
    lines = [line for month in kept for line in month]
    assert b"".join(line + b"\n" for line in lines) + workspace.runs_log_file.read_bytes() == whole
    read = read_records(workspace)
    assert [record.as_of for record in read.records] == ["2026-09-01", "2026-10-01", "2026-11-01"]
    assert len(read.trouble) == told == 1
    assert read.trouble[0].startswith("runs_log/2026-09.parquet, line 2")


CLOCKS = {
    "went back a month": ["2026-09-01", "2026-08-01", "2026-10-01", "2026-11-01"],
    "went ahead once": ["2026-09-01", "2099-01-01", "2026-09-02", "2026-11-01"],
    "went ahead at first": ["2099-01-01", "2026-09-02", "2026-10-02", "2026-11-01"],
    "was never right": ["2099-01-01", "2099-01-02"],
}


@pytest.mark.parametrize("told", CLOCKS.values(), ids=CLOCKS)
def test_order_of_the_log_is_kept_whatever_the_clock_said(
    workspace: Workspace, told: list[str]
) -> None:
    for day in told:
        append_records(workspace, [made(day)])
        close_months(workspace, NOW)
        close_months(workspace, datetime(2026, 3, 1, tzinfo=UTC))
    assert days(workspace) == told
    for month in (12, 1, 2):
        append_records(workspace, [made("2026-11-30", run_id=f"r{month}")])
        close_months(workspace, datetime(2026 + (month < 12), month, 2, tzinfo=UTC))
    assert days(workspace) == [*told, *["2026-11-30"] * 3]
    assert (months := names(workspace)) == sorted(months, key=lambda name: name[:7])
    if told[0] < "2099":
        assert workspace.runs_log_file.read_bytes() == b""


def test_month_whose_file_is_there_gets_another_part(workspace: Workspace) -> None:
    append_records(workspace, [made("2026-09-01")])
    close_months(workspace, NOW)
    before = find_months(workspace)[0].read_bytes()
    for number in range(11):
        append_records(workspace, [made("2026-09-02", run_id=f"r{number}")])
        close_months(workspace, NOW)
    assert names(workspace)[-2:] == ["2026-09.11.parquet", "2026-09.12.parquet"]
    assert find_months(workspace)[0].read_bytes() == before
    assert days(workspace) == ["2026-09-01", *["2026-09-02"] * 11]


def killed_at(workspace: Workspace, name: str) -> bool:
    """Close months in a process that dies when it is about to give a file this name."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    replace = Path.replace

    def die(self: Path, target: Path) -> Path:
        if target.name == name:
            os._exit(9)
        return replace(self, target)

    Path.replace = die  # type: ignore[assignment,method-assign]
    close_months(workspace, NOW)
    os._exit(0)


@pytest.mark.parametrize("name", ["2026-08.parquet", "2026-09.parquet", "runs_log.jsonl"])
def test_kill_between_month_and_log_doubles_nothing(written: Workspace, name: str) -> None:
    before = read_records(written)
    assert killed_at(written, name)

    assert read_records(written) == before
    assert [*read_backwards(written)] == [*reversed(before.records)]
    assert [*query_runs(written, "SELECT count(*) FROM runs")] == [(12,)]
    close_months(written, NOW)
    assert read_records(written) == before
    assert names(written) == ["2026-08.parquet", "2026-09.parquet", "2026-10.parquet"]
    assert written.runs_log_file.read_bytes().count(b"\n") == 4


def test_what_does_not_read_back_is_not_kept(
    written: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_one(path: Path) -> Iterator[bytes]:
        yield from pq.read_table(path).column("line").to_pylist()[1:]

    before = written.runs_log_file.read_bytes()
    monkeypatch.setattr(month_closing, "read_month", lose_one)
    with pytest.raises(WorkspaceError, match="does not read back"):
        close_months(written, NOW)
    assert written.runs_log_file.read_bytes() == before
    assert names(written) == []


def test_damaged_month_is_told(written: Workspace) -> None:
    close_months(written, NOW)
    find_months(written)[0].write_bytes(b"PAR1 nothing")
    for read in (read_records, lambda each: [*read_backwards(each)]):
        with pytest.raises(WorkspaceError, match=r"could not be read") as told:
            read(written)
        assert told.value.code == "cannot-read"
