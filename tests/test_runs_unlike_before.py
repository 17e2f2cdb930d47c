"""Whole runs, night after night, of checks on what is usual: deviations, ends, late data."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from backend.agent import Report, Request, run
from backend.contracts.workspace import Workspace
from backend.planner.offline.planner import OfflinePlanner
from backend.store.profiles import read_profiles
from backend.toolbox import NamedPlanner, Toolbox
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import Watched, by_id, entry, verdicts

CHECKS = {
    "ROWS": "The row count must be within 3 standard deviations of the last 3 runs.",
    "FROM_TWO": "The row count must be within 3 standard deviations of its history, if there are "
    "at least 2 runs.",
    "EACH": "The number of parcels per zone must be within 3 standard deviations of the last 2 "
    "runs.",
    "ENDS": "weight must stay within the minimum and maximum of the last run.",
    "EVER": "weight must not exceed the highest weight seen in earlier runs.",
    "LATE": "The delay of the newest sent_on must not exceed the maximum of the last 2 runs.",
}


class Depot:
    """A workspace with a table of parcels, and a night's run over it."""

    def __init__(self, base: Path) -> None:
        self.workspace = Workspace(base)
        self.workspace.data.mkdir(parents=True)
        self.workspace.checks_file.parent.mkdir()
        self.ask(*CHECKS)
        planner = NamedPlanner("offline@test", OfflinePlanner)
        self.toolbox = Toolbox((planner,), NearSandbox, "pandas@test")

    def ask(self, *names: str) -> None:
        entries = [entry(name, CHECKS[name], "parcels") for name in names]
        self.workspace.checks_file.write_text(json.dumps(entries))

    def deliver(self, rows: int, heaviest: int, sent_on: str) -> None:
        weights = [1, heaviest, *[2] * (rows - 2)]
        cells = (f"p{n},{'AB'[n % 2]},{w},{sent_on}\n" for n, w in enumerate(weights))
        text = f"parcel_id,zone,weight,sent_on\n{''.join(cells)}"
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


def named(report: Report, verdict: str) -> set[str]:
    return {name for name, found in verdicts(report).items() if found == verdict}


def test_five_nights(depot: Depot) -> None:
    reports = []
    for night, (rows, heaviest) in enumerate([(100, 50), (104, 60), (96, 55), (100, 60)], 1):
        depot.deliver(rows, heaviest, f"2026-11-0{night}")
        reports.append(depot.run(f"2026-11-0{night}"))
    depot.deliver(60, 70, "2026-11-03")
    last = depot.run("2026-11-05")

    assert named(reports[0], "SKIPPED") == set(CHECKS)
    assert named(reports[1], "SKIPPED") == {"ROWS", "FROM_TWO", "EACH", "LATE"}
    assert named(reports[1], "FAIL") == {"ENDS", "EVER"}
    assert (named(reports[2], "SKIPPED"), named(reports[2], "FAIL")) == ({"ROWS"}, set())
    assert named(reports[3], "FAIL") == {"ENDS"}
    assert named(last, "FAIL") == set(CHECKS)
    [row] = depot.flagged(last, "ROWS")
    assert (row["now"], row["before"], row["standard deviation"]) == ("60", "100.0", "4.0")
    assert [row["weight"] for row in depot.flagged(last, "EVER")] == ["70"]
    [row] = depot.flagged(last, "LATE")
    assert (row["now"], row["before"]) == ("2", "0.0")


def test_too_few_runs_are_told_as_the_reason(depot: Depot) -> None:
    depot.deliver(100, 50, "2026-11-01")
    first = by_id(depot.run("2026-11-01"))["ROWS"]
    depot.deliver(101, 50, "2026-11-02")
    second = by_id(depot.run("2026-11-02"))["ROWS"]

    assert (first.code, second.code) == ("nothing-to-test", "nothing-to-test")
    assert "this is the first run that measured parcels" in first.reason
    assert "1 earlier run measured parcels, but what the rule compares with" in second.reason


def test_the_same_data_every_day_are_a_constant_history(depot: Depot) -> None:
    depot.deliver(100, 50, "2026-11-01")
    for day in ("01", "02", "03"):
        depot.run(f"2026-11-{day}")
    same = depot.run("2026-11-04")
    depot.deliver(101, 50, "2026-11-01")
    other = depot.run("2026-11-05")

    assert verdicts(same)["ROWS"] == "PASS"
    assert verdicts(same)["LATE"] == "FAIL"  # the newest day is one day older every day
    assert verdicts(other)["ROWS"] == "FAIL"


def test_the_newest_date_is_kept_from_the_run_on_that_is_asked(depot: Depot) -> None:
    depot.ask("ROWS")
    depot.deliver(100, 50, "2026-11-01")
    depot.run("2026-11-01")
    assert read_profiles(depot.workspace).profiles[-1].measures.newest == ()  # type: ignore[union-attr]
    depot.ask(*CHECKS)
    depot.run("2026-11-02")
    depot.deliver(100, 51, "2026-11-02")
    depot.run("2026-11-03")
    depot.deliver(100, 52, "2026-11-01")
    last = depot.run("2026-11-04")

    assert verdicts(last)["LATE"] == "FAIL"
    [row] = depot.flagged(last, "LATE")
    assert (row["now"], row["before"]) == ("3", "1.0")


def test_nothing_is_compiled_anew(depot: Depot) -> None:
    for night in (1, 2, 3):
        depot.deliver(100 + night, 50, f"2026-11-0{night}")
        report = depot.run(f"2026-11-0{night}")

    assert not any(by_id(report)[name].compiled for name in CHECKS)
