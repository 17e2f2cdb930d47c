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
from backend.contracts.check import Check
from backend.contracts.errors import AgentError, AmbiguousCheck, PlanError
from backend.contracts.plan import Decline, Plan
from backend.contracts.program import Outcome, Program
from backend.contracts.verdict import Execution
from backend.contracts.workflow import RowDiff, Workflow
from backend.executor.compare import compare, still_fits
from backend.executor.judge import error_of
from backend.executor.run import RunContext, execute, run_program
from backend.store.entries import to_entries
from backend.toolbox import Toolbox

T = TypeVar("T")


class PlanAndExecution(TypedDict):
    """The two entries of a check, as ``workflows.json`` spells them."""

    plan: dict[str, JsonValue]
    execution: dict[str, JsonValue]


def use_agent(check: Check, context: RunContext, toolbox: Toolbox) -> PlanAndExecution:
    """Plan, write and run one check; what goes wrong is its ERROR, never an exception."""
    return as_dict(run_workflow(compile_check(check, context, toolbox), check, context))


def as_dict(workflow: Workflow) -> PlanAndExecution:
    """A workflow as its two entries."""
    plan, execution = to_entries(workflow)
    return {"plan": plan, "execution": execution}


def compile_check(
    check: Check,
    context: RunContext,
    toolbox: Toolbox,
    *,
    before: Workflow | None = None,
    reasons: tuple[str, ...] = (),
) -> Workflow:
    """Plan and write one check without running it.

    A check that plans to the rule and the program of ``before`` keeps that program and its date.
    Where no program comes out, the workflow holds the decline, or, for a fault that may pass,
    neither: an ERROR alone.
    """
    fresh = _blank(check, context, toolbox, check.target_table, reasons)
    made = _guarded(check, lambda: _plan_and_write(check, context, toolbox))
    match made:
        case Execution():
            return fresh.model_copy(update={"execution": made})
        case Decline():
            return fresh.model_copy(update={"declined": made})
    fresh = _blank(check, context, toolbox, made.plan.tables, reasons)
    if before is not None and _is_cut_off(made, before):
        kept = {"program": before.program, "compiled_at": before.compiled_at}
        return fresh.model_copy(update={"plan": made.plan, **kept})
    return fresh.model_copy(update={"plan": made.plan, "program": made.program})


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
    ran = _guarded(check, lambda: execute(program, check, context))
    if isinstance(ran, Execution):
        return workflow.model_copy(update={"execution": ran})
    diff = _row_diff(before, program, ran.outcome, check, context) if before else workflow.diff
    return workflow.model_copy(update={"execution": ran.execution, "diff": diff})


class _Made(NamedTuple):
    plan: Plan
    program: Program


def _guarded(check: Check, act: Callable[[], T]) -> T | Execution:
    try:
        return act()
    except AgentError as error:
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
        compiler=toolbox.compiler,
    )
    return Workflow(
        check_id=check.check_id,
        check_name=check.check_name,
        compiled_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        against=against,
        sentence=check.calculation_hint,
        reasons=reasons,
    )


def _plan_and_write(check: Check, context: RunContext, toolbox: Toolbox) -> _Made | Decline:
    """Ask each planner in turn; an ambiguity is never left to the next one to guess."""
    declines: list[PlanError] = []
    for named in toolbox.planners:
        try:
            return _ask(named.load().plan, check, context)
        except PlanError as error:
            declines.append(error)
            if isinstance(error, AmbiguousCheck):
                break
    return _decline(check, declines, toolbox)


def _ask(plan_it: Callable[..., Plan], check: Check, context: RunContext) -> _Made:
    # A re-run compiles nothing, and need not wait for the modules that write programs.
    from backend.executor.write import write_program
    from backend.planner.verify import verify_plan

    plan = plan_it(check, context.schema)
    verify_plan(plan, context.schema)
    return _Made(plan, write_program(plan, check))


def _decline(check: Check, declines: list[PlanError], toolbox: Toolbox) -> Decline:
    if not declines:
        fact = f"{check.check_id}: no planner is there to read the sentence."
        return Decline(code="no-planner", reason=fact, declined_by=())
    last = declines[-1]
    reason = str(last)
    if not reason.startswith(check.check_id):
        reason = f"{check.check_id}: {reason}"
    return Decline(code=last.code, reason=reason, declined_by=toolbox.planner_names)


def _is_cut_off(made: _Made, before: Workflow) -> bool:
    return (
        before.plan is not None
        and before.program is not None
        and before.plan.rule == made.plan.rule
        and before.program == made.program
    )


def _row_diff(
    before: Workflow, program: Program, outcome: Outcome, check: Check, context: RunContext
) -> RowDiff | None:
    old = before.program
    if old is None or not still_fits(before, check, context.schema):
        return None
    if old == program:
        return RowDiff()
    found = _guarded(check, lambda: run_program(old, check, context))
    if isinstance(found, Execution):
        return None
    return compare(found, outcome, old_program=old, new_program=program)
