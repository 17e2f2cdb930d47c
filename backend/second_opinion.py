"""What another planner says of a sentence, held against the plan that there is.

Two plans agree if their rules say the same, or if their programs flag the same rows on the
witnesses of both and on the tables of the day.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.errors import AmbiguousCheck, PlanError, ProviderError
from backend.contracts.plan import Grain, Plan
from backend.contracts.ports import Planner
from backend.contracts.program import Outcome, OutcomeStatus, Program
from backend.contracts.proof import MOST_ROWS, Trial
from backend.contracts.proof import Finding as Came
from backend.contracts.witness import Witness
from backend.executor.run import RunContext, run_program
from backend.executor.write import write_program
from backend.planner.offline.equivalence import same_rows
from backend.planner.verify import verify_plan
from backend.proof.harness import Exam, Given, sit
from backend.proof.part import name_rows
from backend.proof.witnesses import as_frames, derive_witnesses
from backend.rules.catalog import facts_from, read_rule

NAME = "second-opinion"
SECONDS = 20.0


class _Side(NamedTuple):
    plan: Plan
    program: Program


def second_opinion(
    plan: Plan, program: Program, check: Check, context: RunContext, planner: Planner
) -> Trial:
    """A trial that fails where the other planner's program flags other rows.

    A planner that gives no rule says nothing: the trial is skipped, with its words.

    Raises:
        AgentError: the sandbox or a table is not to be had.
    """
    try:
        other = planner.plan(check, context.schema)
        verify_plan(other, context.schema)
        if other.steps:
            return _silent(f"{other.planner} sees no rule kind in it")
        theirs = _Side(other, write_program(other, check))
    except ProviderError as error:
        return _silent(f"no answer came ({error.code})")
    except AmbiguousCheck as error:
        return _silent(f"it finds the sentence ambiguous: {error}")
    except PlanError as error:
        return _silent(f"it declined: {error}")
    return _compare(_Side(plan, program), theirs, check, context)


def _silent(why: str) -> Trial:
    return Trial(name=NAME, finding=Came.SKIPPED, detail=f"{why[:1].upper()}{why[1:]}.")


def _compare(ours: _Side, theirs: _Side, check: Check, context: RunContext) -> Trial:
    if same_rows(read_rule(ours.plan.rule), read_rule(theirs.plan.rule)):
        detail = f"{theirs.plan.planner} gives the same rule."
        return Trial(name=NAME, finding=Came.HOLDS, detail=detail)
    if (ours.plan.table, ours.plan.grain) != (theirs.plan.table, theirs.plan.grain):
        return _dispute(ours, theirs, "They flag different things.")
    apart = _on_witnesses(ours, theirs, check, context)
    if apart:
        return _dispute(ours, theirs, apart)
    outcomes = [run_program(side.program, check, context) for side in (ours, theirs)]
    return _on_data(ours, theirs, *outcomes)


def _dispute(ours: _Side, theirs: _Side, where: str, rows: tuple[int, ...] = ()) -> Trial:
    detail = (
        f"the sentence is read in two ways. {ours.plan.planner}: {ours.plan.restatement} "
        f"{theirs.plan.planner}: {theirs.plan.restatement} {where} "
        "Say which one is meant, or give examples."
    )
    return Trial(name=NAME, finding=Came.FAILS, detail=detail, rows=rows[:MOST_ROWS])


def _on_witnesses(ours: _Side, theirs: _Side, check: Check, context: RunContext) -> str:
    """The first witness of either rule that tells the programs apart, in words."""
    witnesses = [*_witnesses(ours, check, context), *_witnesses(theirs, check, context)]
    wanted = {*ours.program.tables, *theirs.program.tables}
    shared = [each for each in witnesses if wanted <= set(each.tables)]
    if not shared:
        return ""
    facts = {**facts_from(theirs.plan.columns_read), **facts_from(ours.plan.columns_read)}
    givens = tuple(
        Given(ours.program.table, _arguments(each, check, context), as_frames(each, facts))
        for each in shared
    )
    exam = Exam(
        sources=(ours.program.source, theirs.program.source),
        givens=givens,
        runs=tuple((side, number) for number in range(len(givens)) for side in (0, 1)),
        grains=(ours.program.grain, theirs.program.grain),
        seconds=SECONDS,
    )
    found = sit(exam, ours.program, context.sandbox, context.limits).findings
    for number, witness in enumerate(shared):
        one, other = found[2 * number : 2 * number + 2] or (None, None)
        if one and other and one.is_sound and other.is_sound and not one.is_alike(other):
            return f"They differ where {witness.says}."
    return ""


def _witnesses(side: _Side, check: Check, context: RunContext) -> tuple[Witness, ...]:
    facts = facts_from(side.plan.columns_read)
    rule = read_rule(side.plan.rule)
    derived = derive_witnesses(rule, facts, params=check.params, as_of=context.as_of)
    return (*derived, *side.plan.witnesses)


def _arguments(
    witness: Witness, check: Check, context: RunContext
) -> dict[str, bool | int | float | str | None]:
    return {**check.params, **witness.params, "as_of": witness.as_of or context.as_of}


def _on_data(ours: _Side, theirs: _Side, one: Outcome, other: Outcome) -> Trial:
    if {one.status, other.status} != {OutcomeStatus.OK}:
        failed = theirs if one.status is OutcomeStatus.OK else ours
        return _silent(f"the program of {failed.plan.planner} fails on the tables of the day")
    rows = tuple(sorted(set(one.rows) ^ set(other.rows)))
    if rows:
        where = f"On the tables of the day they differ on {name_rows(rows)} of {ours.plan.table}."
        return _dispute(ours, theirs, where, rows)
    if ours.plan.grain is Grain.GROUPS and len(one.records) != len(other.records):
        where = f"One gives {len(one.records)} failing groups, the other {len(other.records)}."
        return _dispute(ours, theirs, where)
    detail = f"{theirs.plan.planner} gives another rule that flags the same rows."
    return Trial(name=NAME, finding=Came.HOLDS, detail=detail)
