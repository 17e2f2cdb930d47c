"""Programs that hold the day against what is usual are proven, and a fault of one is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.contracts.history import Part
from backend.contracts.ports import Sandbox
from backend.executor.table_files import TableFiles
from backend.sandbox.open import open_sandbox
from tests.planner.offline.nights import Nights
from tests.proof.test_history_rules import AS_OF, tried, trips

SENTENCES = {
    "deviations": "The row count must be within 3 standard deviations of the last 4 runs.",
    "history": "The average fare must be within 2.5 standard deviations of its history, if there "
    "are at least 4 runs.",
    "one side": "The total delay must be less than 2 standard deviations above the mean of the "
    "last 3 runs.",
    "each value": "The number of trips per line must be within 3 standard deviations of the last 4 "
    "runs.",
    "a part": "The average fare of trips with line 2 must not be more than 2 standard deviations "
    "below the average of the last 4 runs.",
    "ends": "fare must stay within the minimum and maximum of the last run.",
    "ends of runs": "delay must lie within the range of earlier runs.",
    "one end": "line must be at most the maximum of yesterday's run.",
    "newest": "The lag of the newest day must be within 3 standard deviations of the last 4 runs.",
    "newest of runs": "The number of days since the latest day must not exceed the maximum of the "
    "last 3 runs.",
}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    nights = Nights(tmp_path_factory.mktemp("trips"), "trips")
    parts = Part(of="fare", by="line"), Part(of="day")
    for day, count in ((15, 18), (16, 25), (17, 21), (18, 20), (19, 24)):
        nights.night(f"2026-11-{day}", trips(count), *parts)
    nights.arrive(AS_OF, trips(22))
    return nights


@pytest.fixture(scope="module")
def files(nights: Nights) -> TableFiles:
    return TableFiles(nights.workspace, nights.schema, AS_OF)


@pytest.fixture(scope="module")
def sandbox(files: TableFiles) -> Iterator[Sandbox]:
    with open_sandbox(files) as opened:
        yield opened


@pytest.mark.parametrize("name", SENTENCES)
def test_a_rule_of_the_usual_is_proven(
    name: str, nights: Nights, files: TableFiles, sandbox: Sandbox
) -> None:
    proof = tried(SENTENCES[name], nights, files, sandbox)

    assert proof.proven, proof.reason
    assert proof.kill_rate == 1.0


@pytest.mark.parametrize(
    ("name", "was", "now"),
    [
        ("deviations", '["run"] <= 4', '["run"] <= 5'),
        ("deviations", ".std()", ".std(ddof=0)"),
        ("deviations", "* 3)", "* 2)"),
        ("deviations", "recent.std()", "recent.std() + 1"),
        ("history", ">= 4", ">= 3"),
        ("history", '["run"] <= 100', '["run"] <= 99'),
        ("one side", "change != 0", "change != 1"),
        ("each value", ".std()", ".std(ddof=0)"),
        ("ends", "< lowest", "<= lowest"),
        ("ends", 'get("max")', 'get("min")'),
        ("ends of runs", '["run"] <= 100', '["run"] <= 101'),
        ("one end", ".min()", ".max()"),
        ("newest", ".max()).days", ".min()).days"),
        ("newest of runs", "change > 0", "change >= 0"),
    ],
)
def test_a_fault_is_found(
    name: str, was: str, now: str, nights: Nights, files: TableFiles, sandbox: Sandbox
) -> None:
    """By the witnesses, which are tried in any case: no time is left for what else there is."""
    proof = tried(SENTENCES[name], nights, files, sandbox, was, now, seconds=0.1)

    assert not proof.proven
    assert "witnesses" in {trial.name for trial in proof.trials if trial.finding == "fails"}
