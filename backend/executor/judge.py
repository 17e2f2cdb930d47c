"""The verdict: from what was tested, what is flagged, and the check's thresholds.

Nothing here touches a disk, and nothing that a program says of itself is believed.
"""

from __future__ import annotations

import operator
from itertools import islice

from backend.contracts.check import Check, Threshold
from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, OutcomeStatus, Program
from backend.contracts.verdict import Execution, Verdict

DEFAULT_FAIL_IF = "> 0"

_CODES = {
    OutcomeStatus.FAILED: "program-failed",
    OutcomeStatus.TIMEOUT: "timeout",
    OutcomeStatus.MEMORY: "memory",
    OutcomeStatus.CRASHED: "crashed",
    OutcomeStatus.BAD_RESULT: "bad-result",
}


def judge(outcome: Outcome, check: Check, program: Program, rows: int) -> Execution:
    """Judge an outcome over a table of ``rows`` rows; a program that failed gives an ERROR."""
    if outcome.status is not OutcomeStatus.OK:
        code = _CODES[outcome.status]
        return error_of(check, code, f"The program {_say_end(outcome)}.", outcome)
    contradiction = _contradict(outcome, program, rows)
    if contradiction:
        return error_of(check, "bad-result", f"The program's result {contradiction}.", outcome)
    if not outcome.tested:
        return _nothing_to_test(outcome, check, program, rows)
    return _by_thresholds(outcome, check, program)


def error_of(check: Check, code: str, fact: str, outcome: Outcome | None = None) -> Execution:
    """An ERROR with its code and a reason that names the check."""
    printed = "\n".join(filter(None, [outcome.stdout, outcome.trace])) if outcome else ""
    return Execution(
        verdict=Verdict.ERROR,
        summary=f"ERROR: {code}",
        code=code,
        reason=fact if fact.startswith(check.check_id) else f"{check.check_id}: {fact}",
        stdout=printed,
        exit_code=1,
        seconds=outcome.seconds if outcome else 0.0,
    )


def skipped(check: Check, code: str, fact: str) -> Execution:
    """A check that is not run, and why."""
    reason = f"{check.check_id}: {fact}"
    return Execution(verdict=Verdict.SKIPPED, summary=f"SKIPPED: {code}", code=code, reason=reason)


def _say_end(outcome: Outcome) -> str:
    error = outcome.error.rstrip(".") or "gave no reason"
    if error.startswith("stopped "):
        return f"was {error}"
    return f"failed: {error}" if outcome.status is OutcomeStatus.FAILED else f"ended badly: {error}"


def _contradict(outcome: Outcome, program: Program, rows: int) -> str:
    """What in an outcome cannot be, in words; empty if it may be true."""
    if outcome.tested < 0:
        return f"says that {outcome.tested} rows were tested"
    if program.grain is Grain.GROUPS:
        is_odd = len(outcome.records) > 0 and outcome.tested == 0
        return f"flags {len(outcome.records)} of 0 measures" if is_odd else ""
    numbers = outcome.rows
    if len(numbers) and not 0 <= numbers[0] <= numbers[-1] < rows:
        return f"flags rows that {program.table} does not have (it has {rows:,})"
    if not all(map(operator.lt, numbers, islice(numbers, 1, None))):
        return "flags rows twice, or out of order"
    if not len(numbers) <= outcome.tested <= rows:
        return f"contradicts itself: {len(numbers):,} of {outcome.tested:,} of {rows:,} rows"
    return ""


def _nothing_to_test(outcome: Outcome, check: Check, program: Program, rows: int) -> Execution:
    there = f"none of the {rows:,} rows of {program.table} comes under the rule"
    fact = there if rows else f"{program.table} has no rows"
    cure = "" if check.allow_empty else " Set allow_empty if that is as it should be."
    skip = skipped(check, "nothing-to-test", f"{fact}, so nothing was tested.{cure}")
    update = {"stdout": outcome.stdout, "seconds": outcome.seconds}
    return skip.model_copy(update={**update, "summary": "SKIPPED: nothing to test"})


def _by_thresholds(outcome: Outcome, check: Check, program: Program) -> Execution:
    flagged = max(len(outcome.rows), len(outcome.records))
    verdict, limit = _weigh(check, flagged, outcome.tested)
    return Execution(
        verdict=verdict,
        summary=f"{verdict}: {_say_flagged(flagged, outcome.tested, program)}{limit}",
        tested=outcome.tested,
        flagged=flagged,
        stdout=outcome.stdout,
        seconds=outcome.seconds,
    )


def _say_flagged(flagged: int, tested: int, program: Program) -> str:
    number = f"{flagged:,}" if flagged else "none"
    if program.grain is Grain.ROWS:
        return f"{number} of {tested:,} {program.table} rows flagged"
    noun = "measure" if flagged == 1 else "measures"
    return f"{number if flagged else 'no'} failing {noun} in {program.table}, {tested:,} tested"


def _weigh(check: Check, flagged: int, tested: int) -> tuple[Verdict, str]:
    """The verdict, and the limit that made it where that is not plain."""
    fail_if = check.fail_if or DEFAULT_FAIL_IF
    if Threshold.parse(fail_if).is_passed_by(flagged, tested):
        by_default = " (fail_if is '> 0' unless it is set)"
        return Verdict.FAIL, by_default if check.warn_if and not check.fail_if else ""
    if check.warn_if and Threshold.parse(check.warn_if).is_passed_by(flagged, tested):
        return Verdict.WARN, f" (warn_if {check.warn_if!r}, fail_if {fail_if!r})"
    return Verdict.PASS, f" (allowed: fail_if {fail_if!r})" if flagged else ""
