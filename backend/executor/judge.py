"""The verdict: from what was tested, what is flagged, and the check's thresholds.

Nothing here touches a disk, and nothing that a program says of itself is believed.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from backend.contracts.check import Check, Threshold
from backend.contracts.earlier import EarlierResult
from backend.contracts.plan import Grain
from backend.contracts.program import Outcome, OutcomeStatus, Program
from backend.contracts.raised import meaning_of
from backend.contracts.verdict import Execution, Verdict

DEFAULT_FAIL_IF = "> 0"
NO_BASELINE = "no-baseline"
Earlier = Mapping[int, EarlierResult]
"""What earlier runs made of a check, by the days of the threshold that compares with them."""
NOTHING_EARLIER: Earlier = {}
_read_limit = lru_cache(Threshold.parse)
"""Checks have few different limits."""

_CODES = {
    OutcomeStatus.FAILED: "program-failed",
    OutcomeStatus.TIMEOUT: "timeout",
    OutcomeStatus.MEMORY: "memory",
    OutcomeStatus.CRASHED: "crashed",
    OutcomeStatus.BAD_RESULT: "bad-result",
}


class _Weighed(NamedTuple):
    """A verdict, and the limit that made it where that is not plain; ``lacks`` is what was not
    there to compare with."""

    verdict: Verdict
    limit: str = ""
    lacks: str = ""


def judge(
    outcome: Outcome,
    check: Check,
    program: Program,
    rows: int,
    *,
    earlier: Earlier = NOTHING_EARLIER,
) -> Execution:
    """Judge an outcome over a table of ``rows`` rows; a program that failed gives an ERROR.

    A limit that compares with a run that is not in ``earlier`` makes no verdict: rows that are
    flagged then give a WARN with the code ``no-baseline``.
    """
    if outcome.status is not OutcomeStatus.OK:
        code = _CODES[outcome.status]
        fact = f"The program {_say_end(outcome)}. {meaning_of(outcome.error)}".rstrip()
        return error_of(check, code, fact, outcome)
    contradiction = _contradict(outcome, program, rows)
    if contradiction:
        return error_of(check, "bad-result", f"The program's result {contradiction}.", outcome)
    if not outcome.tested:
        return _nothing_to_test(outcome, check, program, rows)
    return _by_thresholds(outcome, check, program, earlier)


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


def _by_thresholds(outcome: Outcome, check: Check, program: Program, earlier: Earlier) -> Execution:
    flagged = max(len(outcome.rows), len(outcome.records))
    verdict, limit, lacks = _weigh(check, flagged, outcome.tested, earlier)
    return Execution(
        verdict=verdict,
        summary=f"{verdict}: {_say_flagged(flagged, outcome.tested, program)}{limit}",
        code=NO_BASELINE if lacks else "",
        reason=f"{check.check_id}: {lacks}" if lacks else "",
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


def _weigh(check: Check, flagged: int, tested: int, earlier: Earlier) -> _Weighed:
    fail_if = check.fail_if or DEFAULT_FAIL_IF
    fails = _passes(fail_if, flagged, tested, earlier)
    if fails:
        return _Weighed(Verdict.FAIL, _say_why_fail(check, earlier))
    warns = _passes(check.warn_if, flagged, tested, earlier) if check.warn_if else False
    limits = (f"{name} {_say_limit(text, earlier)}" for name, text in _limits(check))
    told = f" ({', '.join(limits)})"
    if fails is None or (warns is None and not fails):
        return _Weighed(Verdict.WARN, told, _say_lack(check, earlier))
    if warns:
        return _Weighed(Verdict.WARN, told)
    allowed = f" (allowed: fail_if {_say_limit(fail_if, earlier)})"
    return _Weighed(Verdict.PASS, allowed if flagged else "")


def _passes(text: str, flagged: int, tested: int, earlier: Earlier) -> bool | None:
    """Whether a limit is passed; None where the run to compare with is not there."""
    limit = _read_limit(text)
    if limit.days is None:
        return limit.is_passed_by(flagged, tested)
    if limit.days not in earlier:
        return None if flagged else False
    return limit.is_passed_by(flagged, tested, earlier[limit.days])


def _limits(check: Check) -> list[tuple[str, str]]:
    warns = [("warn_if", check.warn_if)] if check.warn_if else []
    return [*warns, ("fail_if", check.fail_if or DEFAULT_FAIL_IF)]


def _say_why_fail(check: Check, earlier: Earlier) -> str:
    if check.fail_if is None:
        return " (fail_if is '> 0' unless it is set)" if check.warn_if else ""
    is_plain = _read_limit(check.fail_if).days is None
    return "" if is_plain else f" (fail_if {_say_limit(check.fail_if, earlier)})"


def _say_limit(text: str, earlier: Earlier) -> str:
    """A limit with the numbers that it stands for: ``'> last run': 5 of 98 on 2026-11-19``."""
    days = _read_limit(text).days
    if days is None:
        return repr(text)
    then = earlier.get(days)
    if then is None:
        return f"{text!r}: no such run"
    return f"{text!r}: {then.flagged:,} of {then.tested:,} on {then.as_of}"


def _say_lack(check: Check, earlier: Earlier) -> str:
    name, text = next(
        (name, text)
        for name, text in _limits(check)
        if (days := _read_limit(text).days) is not None and days not in earlier
    )
    days = _read_limit(text).days
    ago = f" of at least {days} days ago" if days else ""
    fact = f"{name} {text!r} has nothing to compare with: no run of this program{ago} is on record"
    return f"{fact}. This run is kept for the next comparison."
