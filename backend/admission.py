"""Whether a program may judge, or a person must look at it first.

A program that judges already goes on; one that is new or changed waits where the settings say so,
and the one before judges on meanwhile, if it still fits the tables.
"""

from __future__ import annotations

from backend.contracts.check import Check
from backend.contracts.errors import WorkspaceError
from backend.contracts.workflow import Pending, Workflow
from backend.executor.compare import still_fits
from backend.executor.judge import error_of, skipped
from backend.executor.run import RunContext
from backend.store.approvals import read_approvals

WAITING = "waiting-for-approval"


def admit(
    fresh: Workflow, before: Workflow | None, check: Check, context: RunContext
) -> Workflow | None:
    """The workflow that judges now in place of ``fresh``; None where ``fresh`` itself may.

    Where what was approved cannot be read, the check is in ERROR.
    """
    program = fresh.program
    if context.settings.approvals.approval == "none" or program is None:
        return None
    if before is not None and before.program == program:
        return None
    try:
        approvals = read_approvals(context.workspace)
    except WorkspaceError as error:
        execution = error_of(check, error.code, str(error))
        return fresh.model_copy(update={"program": None, "execution": execution})
    if any((each.check_id, each.program) == (check.check_id, program.sha256) for each in approvals):
        return None
    restatement = fresh.plan.restatement if fresh.plan else ""
    pending = Pending(
        program=program.sha256, compiled_at=fresh.compiled_at, restatement=restatement
    )
    if before is not None and still_fits(before, check, context.schema):
        return before.model_copy(update={"check_name": check.check_name, "pending": pending})
    fact = f"its program waits for a person. Look at it, then: agent approve {check.check_id}"
    execution = skipped(check, WAITING, f"{fact} --by NAME.")
    return fresh.model_copy(update={"program": None, "pending": pending, "execution": execution})
