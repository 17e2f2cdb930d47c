"""What every report tells of a run, and of the run before it."""

from __future__ import annotations

import pytest

from backend.contracts.verdict import RunRecord
from backend.outputs.run_report import (
    ReportedRun,
    count_left_out,
    find_changes,
    say_counts,
    worst_first,
)
from tests.outputs.reported_runs import BEFORE, record


def before(check_id: str, verdict: str, flagged: int = 3) -> RunRecord:
    return record(check_id, verdict, run_id=BEFORE, flagged=flagged)


CHANGES = {
    "another verdict": (before("A", "PASS", 0), record("A", "FAIL"), "PASS → FAIL, 3 flagged"),
    "cured": (before("A", "FAIL"), record("A", "PASS"), "FAIL → PASS"),
    "more rows": (before("A", "FAIL", 2_000), record("A"), "FAIL as before, 2,000 → 3 flagged"),
    "the same": (before("A", "FAIL"), record("A", "FAIL", summary="other words"), ""),
    "errors have no rows": (before("A", "ERROR", 3), record("A", "ERROR", flagged=0), ""),
    "new": (before("B", "FAIL"), record("A", "PASS"), "new: PASS"),
}


@pytest.mark.parametrize(("then", "now", "says"), CHANGES.values(), ids=CHANGES)
def test_change_is_another_verdict_or_count(then: RunRecord, now: RunRecord, says: str) -> None:
    changes = find_changes(ReportedRun((now,), (then,)))
    assert [change.says for change in changes] == ([says] if says else [])


def test_first_run_changes_nothing() -> None:
    assert find_changes(ReportedRun((record(),))) == []


def test_entries_that_share_an_id_are_compared_one_by_one() -> None:
    then = (before("A", "PASS", 0), before("A", "FAIL"))
    now = (record("A", "PASS"), record("A", "PASS"))
    assert [each.says for each in find_changes(ReportedRun(now, then))] == ["FAIL → PASS"]


def test_checks_that_are_left_out_are_counted() -> None:
    then = (before("A", "PASS"), before("A", "PASS"), before("B", "PASS"))
    assert count_left_out(ReportedRun((record("A"),), then)) == 2


def test_gravest_first_and_errors_before_failures() -> None:
    records = [
        record("A", "PASS", severity="critical"),
        record("B", "FAIL", severity="low"),
        record("C", "FAIL", severity="critical"),
        record("D", "ERROR", severity="critical"),
        record("E", severity="of another version"),
    ]
    assert [each.check_id for each in worst_first(records)] == ["D", "C", "A", "B", "E"]
    assert say_counts(records) == "1 ERROR, 3 FAIL, 1 PASS"
