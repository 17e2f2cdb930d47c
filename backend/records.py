"""The record of one check in one run, and what all records of a run come to.

Nothing here touches a disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from backend.contracts.check import Check, InvalidCheck, Severity
from backend.contracts.model import Spent
from backend.contracts.ports import NOT_ISOLATED, Sandbox
from backend.contracts.program import Program
from backend.contracts.receipt import Receipt
from backend.contracts.schema import Schema
from backend.contracts.verdict import Execution, RunRecord, Verdict
from backend.contracts.workflow import RowDiff, Workflow

RECALLED = "recalled"
"""A reason that stands after the others: nothing was planned, the history had it."""

OF_THE_AGENT = frozenset({"compiler-changed", "planners-changed"})
"""Reasons to compile that lie in no change of the user's."""

NOTHING_SPENT = Spent()

SEVERITIES = tuple(each.value for each in Severity)
"""The least grave first."""
FAIL_ON = ("fail", "warn", *SEVERITIES)

INTERRUPTED, OUT_OF_TIME = "interrupted", "out-of-time"
"""Codes of checks that a run did not begin: it was told to end, or its time was over."""

FAILED, WARNED, BROKEN, BUSY = 1, 2, 3, 75
"""Exit codes: bad data, warnings only, a check or the set-up in error, another run at work."""


@dataclass(frozen=True)
class Occasion:
    """What the records of one run share; ``started_at`` is each check's own."""

    run_id: str
    as_of: str
    sandbox: str


def record_check(
    check: Check,
    execution: Execution,
    occasion: Occasion,
    *,
    started_at: str,
    seconds: float,
    schema: Schema,
    workflow: Workflow | None = None,
    reasons: Sequence[str] = (),
    receipt: Receipt | None = None,
    spent: Spent = NOTHING_SPENT,
    history: Mapping[str, str] | None = None,
    stale: Sequence[str] = (),
) -> RunRecord:
    """The record of a check: judged, skipped or in error.

    ``workflow`` is what judged; ``reasons`` tell why it was compiled (or recalled) in this run;
    ``history`` has the fingerprints of what it read of earlier runs; ``stale`` tells why it
    should have been compiled.
    """
    program = workflow.program if workflow else None
    return RunRecord(
        run_id=occasion.run_id,
        check_id=check.check_id,
        check_name=check.check_name,
        verdict=execution.verdict,
        summary=execution.summary + _say_diff(workflow, reasons) + _say_pending(workflow),
        code=execution.code,
        reason=execution.reason,
        tested=execution.tested,
        flagged=execution.flagged,
        flagged_path=execution.flagged_path,
        severity=check.severity.value,
        owner=check.owner,
        tags=check.tags,
        stage=check.stage.value,
        started_at=started_at,
        as_of=occasion.as_of,
        program=program.sha256 if program else None,
        tables={**_fingerprints(program, check, schema), **(history or {})},
        compiled=program is not None and bool(reasons) and RECALLED not in reasons,
        reasons=tuple(reasons),
        sandbox=occasion.sandbox,
        seconds=seconds,
        rows_changed=_changes_rows(workflow, reasons),
        trace=execution.stdout if execution.verdict is Verdict.ERROR else "",
        warning=_is_warning(check, execution) or _is_of_another_meaning(stale),
        pending=workflow.pending.program if workflow and workflow.pending else "",
        warnings=workflow.warnings if workflow else (),
        receipt=receipt,
        node=execution.node,
        stale=tuple(stale),
        engine=execution.engine,
        engine_reason=execution.engine_reason,
        waiver=execution.waiver,
        model_calls=spent.calls,
        usd=round(spent.usd, 6),
    )


def _fingerprints(program: Program | None, check: Check, schema: Schema) -> dict[str, str]:
    tables = program.tables if program else check.target_table
    return {name: schema.tables[name].fingerprint for name in tables if name in schema.tables}


def record_invalid(entry: InvalidCheck, occasion: Occasion, *, started_at: str) -> RunRecord:
    """The ERROR of an entry that is no check."""
    return RunRecord(
        run_id=occasion.run_id,
        check_id=name_of(entry),
        check_name=entry.check_name,
        verdict=Verdict.ERROR,
        summary="ERROR: invalid-check",
        code="invalid-check",
        reason=entry.message,
        tested=0,
        flagged=0,
        owner=entry.owner,
        started_at=started_at,
        as_of=occasion.as_of,
        sandbox=occasion.sandbox,
    )


def name_of(entry: Check | InvalidCheck) -> str:
    """The id of an entry; one without an id is called by its place in the file."""
    if isinstance(entry, Check) or entry.check_id:
        return entry.check_id
    return f"entry {entry.position + 1}"


def say_sandbox(sandbox: Sandbox) -> str:
    """Level and backend: ``full (bubblewrap 0.8.0, Landlock 7, seccomp)``."""
    word = "--unsafe-no-sandbox, " if sandbox.level == NOT_ISOLATED else ""
    return f"{sandbox.level} ({word}{sandbox.backend})"


def exit_code(records: Iterable[RunRecord], *, fail_on: str = "fail") -> int:
    """The exit code of a run: an ERROR before a FAIL, a FAIL before a warning.

    ``fail_on`` is ``fail``, ``warn`` (warnings count as a FAIL), or a severity: then a FAIL of a
    check that matters less counts as a warning.
    """
    failed = warned = False
    for record in records:
        if record.verdict is Verdict.ERROR or record.code == INTERRUPTED:
            return BROKEN
        is_fail = record.verdict is Verdict.FAIL
        failed |= is_fail and _counts(record.severity, fail_on)
        warned |= is_fail or record.warning or record.verdict is Verdict.WARN
    if failed or (warned and fail_on == "warn"):
        return FAILED
    return WARNED if warned else 0


def _counts(severity: str, fail_on: str) -> bool:
    """Whether a FAIL of this severity is one; one of a severity that is not known always is."""
    if fail_on not in SEVERITIES or severity not in SEVERITIES:
        return True
    return SEVERITIES.index(severity) >= SEVERITIES.index(fail_on)


def say_counts(records: Sequence[RunRecord]) -> str:
    """``26 checks: 12 PASS, 11 FAIL``."""
    counts = Counter(record.verdict for record in records)
    told = [f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict]]
    noun = "check" if len(records) == 1 else "checks"
    return f"{len(records)} {noun}: {', '.join(told)}" if told else f"0 {noun}"


def say_compiled(records: Sequence[RunRecord]) -> str:
    """``3 compiled (text-changed 2, new 1), 1 recalled``, or that nothing changed."""
    waits = _say_others(records)
    stale = [record for record in records if record.reasons]
    if not stale:
        return ", ".join(waits) if waits else "nothing changed: 0 compiled"
    compiled = [record for record in stale if record.compiled]
    recalled = [record for record in stale if RECALLED in record.reasons]
    others = len(stale) - len(compiled) - len(recalled)
    causes = Counter(reason.partition(":")[0] for record in compiled for reason in record.reasons)
    why = ", ".join(f"{cause} {number}" for cause, number in causes.most_common())
    parts = [f"{len(compiled)} compiled" + (f" ({why})" if why else "")]
    parts += [f"{len(recalled)} recalled"] if recalled else []
    parts += [f"{others} not compiled"] if others else []
    return ", ".join(parts + waits)


def _say_others(records: Sequence[RunRecord]) -> list[str]:
    """What else is to be told of compiling: who waits, who is stale, who was not run."""
    numbers = {
        "waiting for approval": sum(bool(record.pending) for record in records),
        "stale and not compiled": sum(bool(record.stale) for record in records),
        "unchanged and not run": sum(bool(record.unchanged_since) for record in records),
    }
    return [f"{number} {what}" for what, number in numbers.items() if number]


def say_spent(spent: Spent, records: Sequence[RunRecord]) -> str:
    """``model calls 0``, or ``model calls 3 for $0.0021 (saved $0.0105)``."""
    calls = max(spent.calls, sum(record.model_calls for record in records))
    told = f"model calls {calls}"
    if spent.usd:
        told += f" for ${spent.usd:.4f}"
    return told + (f" (saved ${spent.saved_usd:.4f})" if spent.saved_usd else "")


def _is_warning(check: Check, execution: Execution) -> bool:
    if execution.verdict is not Verdict.SKIPPED:
        return False
    codes = ("waiting", "waiting-for-approval", "wrong-stage-order", INTERRUPTED, OUT_OF_TIME)
    return execution.code in codes or (
        execution.code == "nothing-to-test" and not check.allow_empty
    )


def _is_of_another_meaning(stale: Sequence[str]) -> bool:
    """Whether an earlier program judged for more than a newer compiler: that is never quiet."""
    return any(reason.partition(":")[0] not in OF_THE_AGENT for reason in stale)


def _changes_rows(workflow: Workflow | None, reasons: Sequence[str]) -> bool:
    diff = workflow.diff if workflow and reasons else None
    return diff is not None and bool(diff.added or diff.removed)


def _say_diff(workflow: Workflow | None, reasons: Sequence[str]) -> str:
    diff: RowDiff | None = workflow.diff if workflow and reasons else None
    if diff is None:
        return ""
    if not diff.added and not diff.removed:
        return " (the same as by the program before)"
    return f" ({diff.added:,} more and {diff.removed:,} fewer than by the program before)"


def _say_pending(workflow: Workflow | None) -> str:
    if workflow is None or workflow.pending is None or workflow.program is None:
        return ""
    return " (by the program before: the changed one waits for approval)"
