"""The last proven program judges on, where a check cannot or may not be compiled anew.

Nothing here touches a disk.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.changes import meaning_hash
from backend.contracts.check import Check
from backend.contracts.decision import Reason
from backend.contracts.schema import Schema
from backend.contracts.verdict import Execution
from backend.contracts.workflow import Workflow
from backend.executor.compare import still_fits
from backend.executor.judge import error_of

FAULT = "the check could not be compiled anew"
FORBIDDEN = "--no-compile"
NOT_COMPILED = "not-compiled"


def why_not_judged(
    check: Check, before: Workflow | None, reasons: Sequence[Reason], schema: Schema
) -> Execution | None:
    """The ERROR of a stale check that may not be compiled; None where what is remembered holds.

    That is its last proven program where it fits the tables of today, or the refusal of the very
    same sentence.
    """
    if before is not None and before.declined is not None and _is_same(check, before):
        return None
    if before is not None and still_fits(before, check, schema):
        return None
    why = ", ".join(map(str, reasons)) or "new"
    fact = f"it is not compiled ({why}), and --no-compile compiles nothing."
    if before is not None and before.program is not None:
        fact = f"{fact} Its last program does not fit the tables of today, or was changed by hand."
    return error_of(check, NOT_COMPILED, f"{fact} Run once without --no-compile.")


def say_earlier(workflow: Workflow, *, fault: str, stale: Sequence[str]) -> Workflow:
    """Let the verdict of the program before say that it is one, and why.

    ``fault`` is why the check could not be compiled, ``stale`` why it should have been in a run
    that compiles nothing; with neither, the program is the check's own.
    """
    execution = workflow.execution
    if execution is None or workflow.program is None or not (fault or stale):
        return workflow
    why = f"{FORBIDDEN}, and {', '.join(stale)}" if stale else FAULT
    told = f"{execution.summary} (by the program before: {why})"
    update = {"summary": told, "reason": execution.reason or fault}
    return workflow.model_copy(update={"execution": execution.model_copy(update=update)})


def can_judge_on(before: Workflow, made: Workflow, check: Check, schema: Schema) -> bool:
    """Whether the last proven program judges although the check could not be compiled."""
    is_passing = made.execution is not None and made.execution.code == NOT_COMPILED
    return is_passing and still_fits(before, check, schema)


def _is_same(check: Check, before: Workflow) -> bool:
    return before.against.meaning_hash == meaning_hash(check)
