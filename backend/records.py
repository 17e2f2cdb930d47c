"""The record of one check in one run, and what all records of a run come to.

Nothing here touches a disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.model import Spent
from backend.contracts.ports import NOT_ISOLATED, Sandbox
from backend.contracts.receipt import Receipt
from backend.contracts.schema import Schema
from backend.contracts.verdict import Execution, RunRecord, Verdict
from backend.contracts.workflow import RowDiff, Workflow

RECALLED = "recalled"
"""A reason that stands after the others: nothing was planned, the history had it."""

NOTHING_SPENT = Spent()

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
) -> RunRecord:
    """The record of a check: judged, skipped or in error.

    ``workflow`` is what judged; ``reasons`` tell why it was compiled (or recalled) in this run;
    ``history`` has the fingerprints of what it read of earlier runs.
    """
    program = workflow.program if workflow else None
    tables = program.tables if program else check.target_table
    known = {name: schema.tables[name].fingerprint for name in tables if name in schema.tables}
    known |= history or {}
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
        tables=known,
        compiled=program is not None and bool(reasons) and RECALLED not in reasons,
        reasons=tuple(reasons),
        sandbox=occasion.sandbox,
        seconds=seconds,
        rows_changed=_changes_rows(workflow, reasons),
        trace=execution.stdout if execution.verdict is Verdict.ERROR else "",
        warning=_is_warning(check, execution),
        pending=workflow.pending.program if workflow and workflow.pending else "",
        warnings=workflow.proof.warnings if workflow and workflow.proof else (),
        receipt=receipt,
        model_calls=spent.calls,
        usd=round(spent.usd, 6),
    )


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
    """The exit code of a run: an ERROR before a FAIL, a FAIL before a warning."""
    verdicts: set[Verdict] = set()
    warned = False
    for record in records:
        verdicts.add(record.verdict)
        warned |= record.warning
    if Verdict.ERROR in verdicts:
        return BROKEN
    if Verdict.FAIL in verdicts:
        return FAILED
    if warned or Verdict.WARN in verdicts:
        return FAILED if fail_on == "warn" else WARNED
    return 0


def say_counts(records: Sequence[RunRecord]) -> str:
    """``26 checks: 12 PASS, 11 FAIL``."""
    counts = Counter(record.verdict for record in records)
    told = [f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict]]
    noun = "check" if len(records) == 1 else "checks"
    return f"{len(records)} {noun}: {', '.join(told)}" if told else f"0 {noun}"


def say_compiled(records: Sequence[RunRecord]) -> str:
    """``3 compiled (text-changed 2, new 1), 1 recalled``, or that nothing changed."""
    waiting = sum(bool(record.pending) for record in records)
    waits = [f"{waiting} waiting for approval"] if waiting else []
    stale = [record for record in records if record.reasons]
    if not stale:
        return waits[0] if waits else "nothing changed: 0 compiled"
    compiled = [record for record in stale if record.compiled]
    recalled = [record for record in stale if RECALLED in record.reasons]
    others = len(stale) - len(compiled) - len(recalled)
    causes = Counter(reason.partition(":")[0] for record in compiled for reason in record.reasons)
    why = ", ".join(f"{cause} {number}" for cause, number in causes.most_common())
    parts = [f"{len(compiled)} compiled" + (f" ({why})" if why else "")]
    parts += [f"{len(recalled)} recalled"] if recalled else []
    parts += [f"{others} not compiled"] if others else []
    return ", ".join(parts + waits)


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
    return execution.code in ("waiting", "waiting-for-approval") or (
        execution.code == "nothing-to-test" and not check.allow_empty
    )


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
