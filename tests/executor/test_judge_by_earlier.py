"""Verdicts of thresholds that compare with an earlier run."""

from __future__ import annotations

from array import array

import pytest

from backend.contracts.check import Check
from backend.contracts.earlier import EarlierResult
from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, OutcomeStatus, Program
from backend.executor.judge import judge

PROGRAM = Program(source="", sha256="", table="t", tables=("t",), grain=Grain.ROWS)


def check(**limits: str) -> Check:
    given = {"check_id": "C", "check_name": "c", "target_table": "t", "calculation_hint": "x"}
    return Check.model_validate(given | limits)


def flagging(flagged: int, tested: int = 100) -> Outcome:
    return Outcome(status=OutcomeStatus.OK, tested=tested, rows=array("q", range(flagged)))


def then(flagged: int, tested: int = 100) -> EarlierResult:
    return EarlierResult(run_id="r", as_of="2026-11-13", tested=tested, flagged=flagged)


LAST, WEEK = {"fail_if": "> last run"}, {"fail_if": "> last week"}
CASES: dict[str, tuple[dict[str, str], int, dict[int, EarlierResult], str, str]] = {
    "worse": (LAST, 6, {0: then(5)}, "FAIL", ""),
    "as bad": (LAST, 5, {0: then(5)}, "PASS", ""),
    "better": (LAST, 4, {0: then(5)}, "PASS", ""),
    "nothing earlier": (LAST, 1, {}, "WARN", "no-baseline"),
    "nothing earlier, none flagged": (LAST, 0, {}, "PASS", ""),
    "another day's run is not it": (WEEK, 1, {0: then(5)}, "WARN", "no-baseline"),
    "warns against, fails at": (
        {"warn_if": "> last run", "fail_if": "> 10"}, 6, {0: then(5)}, "WARN", ""
    ),
    "the fixed limit needs no run": (
        {"warn_if": "> last run", "fail_if": "> 10"}, 11, {}, "FAIL", ""
    ),
    "below the fixed limit, nothing earlier": (
        {"warn_if": "> last run", "fail_if": "> 10"}, 6, {}, "WARN", "no-baseline"
    ),
    "a warning does not hide that nothing was compared": (
        {"warn_if": "> 3", "fail_if": "> last run"}, 6, {}, "WARN", "no-baseline"
    ),
    "fails by the one that is there": (
        {"warn_if": "> last week", "fail_if": "> last run"}, 6, {0: then(5)}, "FAIL", ""
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("limits", "flagged", "earlier", "verdict", "code"), CASES.values(), ids=CASES
)
def test_verdict(
    limits: dict[str, str],
    flagged: int,
    earlier: dict[int, EarlierResult],
    verdict: str,
    code: str,
) -> None:
    execution = judge(flagging(flagged), check(**limits), PROGRAM, 100, earlier=earlier)

    assert (execution.verdict, execution.code, execution.flagged) == (verdict, code, flagged)
    assert bool(execution.reason) is bool(code)


def test_summary_tells_what_it_was_compared_with() -> None:
    found = judge(flagging(6), check(fail_if="> last week"), PROGRAM, 100, earlier={7: then(5, 98)})

    limit = "fail_if '> last week': 5 of 98 on 2026-11-13"
    assert found.summary == f"FAIL: 6 of 100 t rows flagged ({limit})"


def test_lack_of_an_earlier_run_is_told() -> None:
    found = judge(flagging(6), check(fail_if="> last week"), PROGRAM, 100)

    fact = "no run of this program of at least 7 days ago is on record"
    assert found.reason == (
        f"C: fail_if '> last week' has nothing to compare with: {fact}. "
        "This run is kept for the next comparison."
    )
    assert found.summary == "WARN: 6 of 100 t rows flagged (fail_if '> last week': no such run)"
