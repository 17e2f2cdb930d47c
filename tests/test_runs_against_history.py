"""Whole runs, night after night, of checks that compare with the runs before."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from backend.agent import Report, Request, run
from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace
from backend.describe import export_check
from backend.planner.offline.planner import OfflinePlanner
from backend.store.profiles import read_profiles
from backend.toolbox import NamedPlanner, Toolbox, open_toolbox
from backend.verifying import Repeat, verify_run
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import Watched, by_id, entry, verdicts

CHECKS = {
    "ROWS": "The number of parcels must not change by more than 20% since the last run.",
    "MEAN": "row count of parcels must be within 10% of the average of the last 2 runs.",
    "WEEK": "parcels must not have fewer rows than on the same weekday last week.",
    "NEW": "No new values may appear in zone since the last run.",
    "GONE": "No zone value may disappear since the last run.",
    "SHARE": "The share of empty notes must not grow by more than 2 percentage points since "
    "yesterday's run.",
    "HEAD": "The columns of parcels must be unchanged since the last run.",
    "PLAIN": "parcel_id must be unique.",
}


class Depot:
    """A workspace with a table of parcels, and a night's run over it."""

    def __init__(self, base: Path) -> None:
        self.workspace = Workspace(base)
        self.workspace.data.mkdir(parents=True)
        self.workspace.checks_file.parent.mkdir()
        self.set_checks(CHECKS)
        planner = NamedPlanner("offline@test", OfflinePlanner)
        self.toolbox = Toolbox((planner,), NearSandbox, "pandas@test")

    def set_checks(self, checks: dict[str, str]) -> None:
        entries = [entry(check_id, text, "parcels") for check_id, text in checks.items()]
        self.workspace.checks_file.write_text(json.dumps(entries))

    def deliver(self, rows: int, zones: str, empty: int, column: str = "notes") -> None:
        cells = (f"{n},{zones[n % len(zones)]},{'' if n < empty else 'x'}\n" for n in range(rows))
        text = f"parcel_id,zone,{column}\n{''.join(cells)}"
        (self.workspace.data / "parcels.csv").write_text(text)

    def run(self, as_of: str) -> Report:
        return run(Request(self.workspace, as_of=as_of), self.toolbox, Watched())

    def flagged(self, report: Report, check_id: str) -> list[dict[str, str]]:
        path = by_id(report)[check_id].flagged_path
        assert path is not None
        with (self.workspace.base / path).open(newline="") as stream:
            return list(csv.DictReader(stream))


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    return Depot(tmp_path / "depot")


def failing(report: Report) -> set[str]:
    return {name for name, verdict in verdicts(report).items() if verdict == "FAIL"}


def skipped(report: Report) -> set[str]:
    return {name for name, verdict in verdicts(report).items() if verdict == "SKIPPED"}


def test_three_nights(depot: Depot) -> None:
    depot.deliver(100, "AB", empty=10)
    first = depot.run("2026-11-01")
    depot.deliver(110, "ABC", empty=11)
    second = depot.run("2026-11-02")
    depot.deliver(80, "AC", empty=16)
    third = depot.run("2026-11-03")

    assert skipped(first) == set(CHECKS) - {"PLAIN"}
    assert (failing(second), skipped(second)) == ({"NEW"}, {"MEAN", "WEEK"})
    assert failing(third) == {"ROWS", "MEAN", "GONE", "SHARE"}
    assert skipped(third) == {"WEEK"}
    assert (first.exit_code, third.exit_code) == (2, 1)
    [row] = depot.flagged(third, "ROWS")
    assert (row["now"], row["before"], row["change in percent"]) == ("80", "110.0", "-27.272727273")
    assert [row["value"] for row in depot.flagged(third, "GONE")] == ["B"]


def test_the_first_night_says_why_nothing_is_judged(depot: Depot) -> None:
    depot.deliver(100, "AB", empty=10)
    record = by_id(depot.run("2026-11-01"))["ROWS"]

    assert (record.code, record.warning) == ("nothing-to-test", True)
    assert "ROWS: this is the first run that measured parcels" in record.reason


def test_a_repeated_run_still_sees_the_drop(depot: Depot) -> None:
    depot.deliver(100, "AB", empty=0)
    depot.run("2026-11-01")
    depot.deliver(50, "AB", empty=0)
    once, again = depot.run("2026-11-02"), depot.run("2026-11-02")

    assert "ROWS" in failing(once) == failing(again)
    assert len(read_profiles(depot.workspace).profiles) == 2
    assert "ROWS" not in failing(depot.run("2026-11-03"))


def test_a_changed_delivery_of_the_same_day_is_compared(depot: Depot) -> None:
    depot.deliver(100, "AB", empty=0)
    depot.run("2026-11-01")
    depot.deliver(50, "AB", empty=0)

    assert "ROWS" in failing(depot.run("2026-11-01"))


def test_the_same_weekday_last_week(depot: Depot) -> None:
    for day, rows in (("01", 100), ("02", 10), ("08", 90)):
        depot.deliver(rows, "AB", empty=0)
        report = depot.run(f"2026-11-{day}")

    [row] = depot.flagged(report, "WEEK")
    assert (row["now"], row["before"]) == ("90", "100.0")


def test_a_rule_of_today_is_judged_against_yesterday(depot: Depot) -> None:
    depot.set_checks({"PLAIN": CHECKS["PLAIN"]})
    depot.deliver(100, "AB", empty=0)
    depot.run("2026-11-01")
    depot.set_checks(CHECKS)
    depot.deliver(101, "ABZ", empty=0)

    assert failing(depot.run("2026-11-02")) == {"NEW"}


def test_a_renamed_column_is_told_and_later_runs_go_on(depot: Depot) -> None:
    depot.deliver(100, "AB", empty=0)
    depot.run("2026-11-01")
    depot.deliver(100, "AB", empty=0, column="remarks")
    second = depot.run("2026-11-02")

    assert {row["column"] for row in depot.flagged(second, "HEAD")} == {"notes", "remarks"}
    assert verdicts(second)["SHARE"] == "ERROR"
    assert verdicts(depot.run("2026-11-03"))["HEAD"] == "PASS"


def test_nothing_is_compiled_anew_and_the_record_names_what_was_read(depot: Depot) -> None:
    depot.deliver(100, "AB", empty=0)
    first = by_id(depot.run("2026-11-01"))["ROWS"]
    depot.deliver(99, "AB", empty=0)
    second = by_id(depot.run("2026-11-02"))["ROWS"]

    assert (first.compiled, second.compiled) == (True, False)
    assert set(first.tables) == {"parcels", "parcels/history"}
    assert first.tables["parcels/history"] != second.tables["parcels/history"]
    assert second.receipt is not None
    assert set(second.receipt.tables) == {"parcels", "parcels/history"}
    assert not list(depot.workspace.tables.glob("history-*"))


def test_a_run_of_yesterday_can_be_repeated(depot: Depot) -> None:
    depot.deliver(100, "AB", empty=0)
    depot.run("2026-11-01")
    depot.deliver(99, "AB", empty=0)
    report = depot.run("2026-11-02")
    depot.run("2026-11-03")
    found = {
        each.check_id: each for each in verify_run(depot.workspace, report.run_id, depot.toolbox)
    }

    assert found["ROWS"].came is Repeat.SAME, found["ROWS"].detail


def test_a_program_that_needs_history_is_not_exported(depot: Depot) -> None:
    depot.deliver(100, "AB", empty=0)
    depot.run("2026-11-01")

    assert "def check" in export_check(depot.workspace, "PLAIN")
    with pytest.raises(WorkspaceError, match="compares with earlier runs") as refused:
        export_check(depot.workspace, "ROWS")
    assert refused.value.code == "needs-history"


def test_a_broken_line_of_the_history_is_told(depot: Depot) -> None:
    depot.deliver(100, "AB", empty=0)
    depot.run("2026-11-01")
    with depot.workspace.profiles_file.open("ab") as stream:
        stream.write(b"no json\n")
    depot.deliver(50, "AB", empty=0)
    report = depot.run("2026-11-02")

    assert "ROWS" in failing(report)
    assert any("table_profiles.jsonl, line 2" in each for each in report.trouble)


@pytest.mark.slow
def test_two_nights_in_the_real_sandbox(depot: Depot) -> None:
    depot.toolbox = open_toolbox(offline=True)
    depot.deliver(100, "AB", empty=0)
    first = depot.run("2026-11-01")
    depot.deliver(0, "AB", empty=0)
    second = depot.run("2026-11-02")
    depot.deliver(10, "AB", empty=0)
    third = depot.run("2026-11-03")

    assert skipped(first) == set(CHECKS) - {"PLAIN"}
    assert {"ROWS", "GONE"} <= failing(second)
    assert {"ROWS", "NEW"} <= failing(third)  # from 0 rows, any growth is beyond 20%
