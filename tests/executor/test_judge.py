from __future__ import annotations

from array import array
from typing import Any

import pytest

from backend.contracts.check import Check
from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, OutcomeStatus, Program
from backend.contracts.verdict import Verdict
from backend.executor.judge import judge

OK = OutcomeStatus.OK


def check(**fields: Any) -> Check:
    given = {"check_id": "C", "check_name": "c", "target_table": "t", "calculation_hint": "x"}
    return Check.model_validate(given | fields)


def program(grain: Grain = Grain.ROWS) -> Program:
    return Program(source="", sha256="", table="events", tables=("events",), grain=grain)


def rows(flagged: int, tested: int) -> Outcome:
    return Outcome(status=OK, tested=tested, rows=array("q", range(flagged)))


THRESHOLDS: dict[str, tuple[dict[str, str], int, int, str]] = {
    "none flagged": ({}, 0, 10, "PASS"),
    "one flagged": ({}, 1, 10, "FAIL"),
    "at the limit": ({"fail_if": "> 2"}, 2, 10, "PASS"),
    "over the limit": ({"fail_if": "> 2"}, 3, 10, "FAIL"),
    "inclusive": ({"fail_if": ">= 2"}, 2, 10, "FAIL"),
    "zero never fails": ({"fail_if": ">= 0"}, 0, 10, "PASS"),
    "percent of tested, at": ({"fail_if": "> 20%"}, 2, 10, "PASS"),
    "percent of tested, over": ({"fail_if": "> 20%"}, 3, 10, "FAIL"),
    "warn": ({"warn_if": "> 0", "fail_if": "> 2"}, 1, 10, "WARN"),
    "fail beats warn": ({"warn_if": "> 0", "fail_if": "> 2"}, 3, 10, "FAIL"),
    "below warn": ({"warn_if": "> 1", "fail_if": "> 2"}, 1, 10, "PASS"),
    "warn alone leaves the default": ({"warn_if": "> 0"}, 1, 10, "FAIL"),
}


@pytest.mark.parametrize(
    ("limits", "flagged", "tested", "verdict"), THRESHOLDS.values(), ids=THRESHOLDS
)
def test_thresholds(limits: dict[str, str], flagged: int, tested: int, verdict: str) -> None:
    execution = judge(rows(flagged, tested), check(**limits), program(), 10)

    assert (execution.verdict, execution.flagged, execution.tested) == (verdict, flagged, tested)


SUMMARIES: dict[str, tuple[dict[str, str], Outcome, Grain, str]] = {
    "fail": ({}, rows(12, 4980), Grain.ROWS, "FAIL: 12 of 4,980 events rows flagged"),
    "pass": ({}, rows(0, 4980), Grain.ROWS, "PASS: none of 4,980 events rows flagged"),
    "allowed": (
        {"fail_if": "> 1%"},
        rows(1, 4980),
        Grain.ROWS,
        "PASS: 1 of 4,980 events rows flagged (allowed: fail_if '> 1%')",
    ),
    "warn": (
        {"warn_if": "> 0", "fail_if": "> 9"},
        rows(1, 10),
        Grain.ROWS,
        "WARN: 1 of 10 events rows flagged (warn_if '> 0', fail_if '> 9')",
    ),
    "warn that cannot be": (
        {"warn_if": "> 0"},
        rows(1, 10),
        Grain.ROWS,
        "FAIL: 1 of 10 events rows flagged (fail_if is '> 0' unless it is set)",
    ),
    "one group": (
        {},
        Outcome(status=OK, tested=3, records=({"user": 1},)),
        Grain.GROUPS,
        "FAIL: 1 failing measure in events, 3 tested",
    ),
    "no group": (
        {},
        Outcome(status=OK, tested=3),
        Grain.GROUPS,
        "PASS: no failing measures in events, 3 tested",
    ),
}


@pytest.mark.parametrize(
    ("limits", "outcome", "grain", "summary"), SUMMARIES.values(), ids=SUMMARIES
)
def test_summary(limits: dict[str, str], outcome: Outcome, grain: Grain, summary: str) -> None:
    assert judge(outcome, check(**limits), program(grain), 5000).summary == summary


@pytest.mark.parametrize("allow_empty", [False, True])
@pytest.mark.parametrize(("there", "fact"), [(10, "none of the 10 rows"), (0, "has no rows")])
def test_nothing_to_test_is_no_pass(allow_empty: bool, there: int, fact: str) -> None:
    execution = judge(rows(0, 0), check(allow_empty=allow_empty), program(), there)

    assert execution.verdict is Verdict.SKIPPED
    assert execution.code == "nothing-to-test"
    assert fact in execution.reason
    assert ("Set allow_empty" in execution.reason) is not allow_empty


FAILURES = {
    OutcomeStatus.FAILED: "program-failed",
    OutcomeStatus.TIMEOUT: "timeout",
    OutcomeStatus.MEMORY: "memory",
    OutcomeStatus.CRASHED: "crashed",
    OutcomeStatus.BAD_RESULT: "bad-result",
}


@pytest.mark.parametrize(("status", "code"), FAILURES.items())
def test_failures_are_errors(status: OutcomeStatus, code: str) -> None:
    outcome = Outcome(status=status, error="KeyError: 'x' (line 9)", stdout="hi", trace="line 9")
    execution = judge(outcome, check(), program(), 10)

    assert (execution.verdict, execution.code) == (Verdict.ERROR, code)
    assert execution.reason.startswith("C: ") and "KeyError: 'x' (line 9)" in execution.reason
    assert execution.stdout == "hi\nline 9"
    assert execution.exit_code == 1


LIES: dict[str, tuple[Outcome, Grain]] = {
    "a row below": (Outcome(status=OK, tested=10, rows=array("q", [-1])), Grain.ROWS),
    "a row beyond": (Outcome(status=OK, tested=10, rows=array("q", [10])), Grain.ROWS),
    "a row twice": (Outcome(status=OK, tested=10, rows=array("q", [1, 1])), Grain.ROWS),
    "out of order": (Outcome(status=OK, tested=10, rows=array("q", [2, 1, 3])), Grain.ROWS),
    "more flagged than tested": (rows(2, 1), Grain.ROWS),
    "flagged, none tested": (rows(1, 0), Grain.ROWS),
    "more tested than there": (rows(0, 11), Grain.ROWS),
    "less than none tested": (rows(0, -1), Grain.ROWS),
    "groups out of nothing": (Outcome(status=OK, records=({"a": 1},)), Grain.GROUPS),
}


@pytest.mark.parametrize(("outcome", "grain"), LIES.values(), ids=LIES)
def test_results_that_cannot_be_are_errors(outcome: Outcome, grain: Grain) -> None:
    execution = judge(outcome, check(), program(grain), 10)

    assert (execution.verdict, execution.code) == (Verdict.ERROR, "bad-result")
