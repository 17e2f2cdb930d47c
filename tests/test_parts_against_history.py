"""Whole runs, night after night, of checks on measures of some rows against the runs before."""

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
    "MEAN": "The average weight of express parcels must not fall by more than 10% since the last "
    "run.",
    "SUM": "The total weight of express parcels must not double against the last run.",
    "EACH": "The average weight per kind must not fall by more than 10% since the last run.",
    "ROWS": "The number of express parcels must not double against the last run.",
}


class Depot:
    """A workspace with a table of parcels, and a night's run over it."""

    def __init__(self, base: Path) -> None:
        self.workspace = Workspace(base)
        self.workspace.data.mkdir(parents=True)
        self.workspace.checks_file.parent.mkdir()
        planner = NamedPlanner("offline@test", OfflinePlanner)
        self.toolbox = Toolbox((planner,), NearSandbox, "pandas@test")

    def ask(self, *names: str) -> None:
        entries = [entry(name, CHECKS[name], "parcels") for name in names]
        self.workspace.checks_file.write_text(json.dumps(entries))

    def deliver(self, express: list[int], plain: list[int]) -> None:
        cells = [*((w, "express") for w in express), *((w, "plain") for w in plain)]
        lines = [f"p{n},{weight},{kind}\n" for n, (weight, kind) in enumerate(cells)]
        text = f"parcel_id,weight,kind\n{''.join(lines)}"
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


def test_the_second_run_judges_what_the_first_one_kept(depot: Depot) -> None:
    depot.ask(*CHECKS)
    depot.deliver([10, 20, 30], [1, 1])
    assert set(verdicts(depot.run("2026-11-01")).values()) == {"SKIPPED"}

    depot.deliver([17, 18, 20], [90, 90])
    assert verdicts(depot.run("2026-11-02")) == dict.fromkeys(CHECKS, "PASS")

    depot.deliver([16, 16] * 4, [500])
    third = depot.run("2026-11-03")
    assert verdicts(third) == dict.fromkeys(CHECKS, "FAIL")
    [each] = depot.flagged(third, "EACH")
    assert each["kind"] == "express"
    [row] = depot.flagged(third, "MEAN")
    assert (float(row["now"]), float(row["before"])) == (16, pytest.approx(55 / 3))


def test_a_check_that_is_added_waits_for_a_run_that_kept_its_measure(depot: Depot) -> None:
    depot.ask("ROWS")
    depot.deliver([10, 20], [1])
    depot.run("2026-11-01")
    depot.ask("ROWS", "MEAN")
    added = depot.run("2026-11-01")
    assert verdicts(added) == {"ROWS": "SKIPPED", "MEAN": "SKIPPED"}

    depot.deliver([10, 10], [1])
    later = depot.run("2026-11-02")
    assert verdicts(later) == {"ROWS": "PASS", "MEAN": "FAIL"}
    again = depot.run("2026-11-02")
    assert verdicts(again) == {"ROWS": "PASS", "MEAN": "FAIL"}


def test_runs_that_kept_nothing_of_it_are_no_before(depot: Depot) -> None:
    depot.ask("ROWS")
    depot.deliver([10, 20], [1])
    depot.run("2026-11-01")
    depot.ask("MEAN")
    depot.deliver([10, 10], [1])
    second = depot.run("2026-11-02")

    assert verdicts(second) == {"MEAN": "SKIPPED"}
    assert "1 earlier run measured parcels" in (by_id(second)["MEAN"].reason or "")
    depot.deliver([5, 5], [1])
    assert verdicts(depot.run("2026-11-03")) == {"MEAN": "FAIL"}


def test_rows_that_are_gone_have_a_sum_of_0_and_no_mean(depot: Depot) -> None:
    depot.ask("MEAN", "SUM")
    depot.deliver([10, 20], [1])
    depot.run("2026-11-01")
    depot.deliver([], [1, 2])
    assert verdicts(depot.run("2026-11-02")) == {"MEAN": "SKIPPED", "SUM": "PASS"}

    depot.deliver([1], [1, 2])
    assert verdicts(depot.run("2026-11-03")) == {"MEAN": "SKIPPED", "SUM": "FAIL"}


def test_a_repeated_run_leaves_no_further_line(depot: Depot) -> None:
    depot.ask("MEAN")
    depot.deliver([10, 20], [1])
    for _ in range(3):
        depot.run("2026-11-01")

    [line] = read_profiles(depot.workspace).profiles
    assert line.measures is not None
    [part] = line.measures.parts
    assert (part.of, part.by, part.values["express"].mean) == ("weight", "kind", 15)
