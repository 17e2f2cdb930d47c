"""One check from sentence to verdict: planned, verified, written, run.

Rules of this file: here, and in the sandbox, an error of any kind is caught, since it costs one
check only; what a person must do about it is the reason, what a developer needs is the trace.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple, TypedDict, TypeVar

from pydantic import JsonValue

from backend.changes import compiled_against
from backend.contracts.check import Check, Stage
from backend.contracts.errors import AgentError
from backend.contracts.model import Spent
from backend.contracts.plan import Decline, Plan
from backend.contracts.program import Outcome, Program
from backend.contracts.verdict import Execution
from backend.contracts.workflow import RowDiff, Workflow
from backend.executor.compare import compare, still_fits
from backend.executor.judge import error_of, skipped
from backend.executor.run import RunContext
from backend.out_of_core.by_size import execute_by_size, find_by_size, refuse_too_large
from backend.store.entries import to_entries
from backend.toolbox import NO_SESSION, Session, Toolbox

T = TypeVar("T")
WRONG_ORDER = "wrong-stage-order"


class PlanAndExecution(TypedDict):
    """The two entries of a check, as ``workflows.json`` spells them."""

    plan: dict[str, JsonValue]
    execution: dict[str, JsonValue]


class Compilation(NamedTuple):
    """A workflow that was just compiled, and what its model calls came to."""

    workflow: Workflow
    spent: Spent


def use_agent(check: Check, context: RunContext, toolbox: Toolbox) -> PlanAndExecution:
    """Plan, write and run one check; what goes wrong is its ERROR, never an exception."""
    made = compile_check(check, context, toolbox)
    return as_dict(run_workflow(made.workflow, check, context))


def as_dict(workflow: Workflow) -> PlanAndExecution:
    """A workflow as its two entries."""
    plan, execution = to_entries(workflow)
    return {"plan": plan, "execution": execution}


def compile_check(
    check: Check,
    context: RunContext,
    toolbox: Toolbox,
    *,
    session: Session = NO_SESSION,
    before: Workflow | None = None,
    reasons: tuple[str, ...] = (),
) -> Compilation:
    """Plan, write and prove one check without running it.

    A check that plans to the rule and the program of ``before`` keeps that program and its date.
    Where no program comes out, the workflow holds the decline, or, for a fault that may pass,
    neither: an ERROR alone.
    """
    # A re-run compiles nothing, and need not wait for the modules that plan and prove.
    from backend.compiling import compile_rule

    fresh = _blank(check, context, toolbox, check.target_table, reasons)
    found = _guarded(check, lambda: compile_rule(check, context, toolbox, session))
    if isinstance(found, Execution):
        return Compilation(fresh.model_copy(update={"execution": found}), Spent())
    made = found.made
    if isinstance(made, Decline):
        declined = fresh.model_copy(update={"declined": made, "calls": found.calls})
        return Compilation(declined, found.spent)
    fresh = _blank(check, context, toolbox, made.plan.tables, reasons)
    update: dict[str, object] = {"plan": made.plan, "program": made.program, "proof": made.proof}
    if before is not None and _is_cut_off(made.plan, made.program, before):
        update |= {"program": before.program, "compiled_at": before.compiled_at}
    update["calls"] = found.calls
    return Compilation(fresh.model_copy(update=update), found.spent)


def run_workflow(
    workflow: Workflow, check: Check, context: RunContext, *, before: Workflow | None = None
) -> Workflow:
    """Run what is compiled, or say again why nothing is.

    With ``before``, the program that judged until now runs over the same data, and the rows that
    one flags and the other does not are kept with the workflow.
    """
    if workflow.declined is not None:
        error = error_of(check, workflow.declined.code, workflow.declined.reason)
        return workflow.model_copy(update={"execution": error})
    if workflow.program is None:
        return workflow
    program = workflow.program
    if check.stage is not Stage.RULE:
        execution = _guarded(check, lambda: _run_stage(program, workflow.plan, check, context))
        return workflow.model_copy(update={"execution": execution})
    ran = _guarded(check, lambda: execute_by_size(program, workflow.plan, check, context))
    if isinstance(ran, Execution):
        return workflow.model_copy(update={"execution": ran})
    diff = _row_diff(before, program, ran.outcome, check, context) if before else workflow.diff
    return workflow.model_copy(update={"execution": ran.execution, "diff": diff})


def _run_stage(program: Program, plan: Plan | None, check: Check, context: RunContext) -> Execution:
    refuse_too_large(program, plan, check, context)
    # Checks of stage rule need not wait for the modules of the others.
    from backend.stages.running import run_stage

    return run_stage(program, check, context)


def _guarded(check: Check, act: Callable[[], T]) -> T | Execution:
    try:
        return act()
    except AgentError as error:
        if error.code == WRONG_ORDER:  # a model can write a stage only after those before it
            return skipped(check, error.code, str(error).removeprefix(f"{check.check_id}: "))
        return error_of(check, error.code, str(error))
    except Exception as error:
        kind = type(error).__name__
        fact = f"The agent itself failed ({kind}: {error}). The trace is kept with the run."
        execution = error_of(check, "internal-error", fact)
        return execution.model_copy(update={"stdout": traceback.format_exc()})


def _blank(
    check: Check,
    context: RunContext,
    toolbox: Toolbox,
    tables: tuple[str, ...],
    reasons: tuple[str, ...],
) -> Workflow:
    against = compiled_against(
        check,
        context.schema,
        tables=tables,
        checks_hash=context.checks_hash,
        compiler=toolbox.compiler_for(check),
    )
    return Workflow(
        check_id=check.check_id,
        check_name=check.check_name,
        compiled_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        against=against,
        sentence=check.calculation_hint,
        reasons=reasons,
    )


def _is_cut_off(plan: Plan, program: Program, before: Workflow) -> bool:
    return (
        before.plan is not None
        and before.program is not None
        and before.plan.rule == plan.rule
        and before.program == program
    )


def _row_diff(
    before: Workflow, program: Program, outcome: Outcome, check: Check, context: RunContext
) -> RowDiff | None:
    old = before.program
    if old is None or not still_fits(before, check, context.schema):
        return None
    if old == program:
        return RowDiff()
    found = _guarded(check, lambda: find_by_size(old, before.plan, check, context))
    if isinstance(found, Execution):
        return None
    return compare(found, outcome, old_program=old, new_program=program)
