"""A check of a stage as a plan and a program: what it will do, told before it does it.

No grammar and no model: the stage, its table and its target say all; the sentence is a note for
people. Nothing here touches a disk but to read the kit.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from backend.contracts.check import Check, Stage
from backend.contracts.errors import CannotPlan
from backend.contracts.plan import ColumnRead, Grain, Plan
from backend.contracts.program import Program
from backend.contracts.schema import Schema, TableSnapshot
from backend.executor.program_hash import hash_source
from backend.planner.nearest import suggest
from backend.stages.knobs import turn_knobs
from backend.stages.label_sets import label_columns
from backend.stages.page import stage_page, step_names
from backend.stages.session import session_name
from backend.stages.stage_context import SEED

PARAMETERS = ("step", "artifacts", "arguments")
"""What a stage's ``check`` takes beside the tables: the harness gives them, not the check."""
_DOES = {
    Stage.EDA: (
        "Read the table as it is typed; look at its sanity: duplicates, constants, identifiers.",
        "Measure every column: missing values, distribution, outliers, frequent and rare values.",
        "Find the target, or take the one that is named, and tell its kind and balance.",
        "Relate columns to the target and to each other; look for leaks of the target.",
        "Leave report.json, report.md and figures; ask deeper where the first look gives cause.",
    ),
    Stage.PREP: (
        "Split the rows into train, validation and test before anything is fitted; store who is in "
        "which.",
        "Fit imputation, encoding and scaling on the train rows alone, which the step is given "
        "alone.",
        "Apply the fitted pipeline to validation and to test, each in a step of its own.",
        "Prove that nothing leaked: refit and compare, poison the other parts and compare.",
        "Leave the three parts, the pipeline, metadata.json and report.md.",
    ),
    Stage.TRAIN: (
        "Fit a baseline and at least two families of models on the train rows alone.",
        "Compare ways to handle imbalance; tune the best by cross-validation on train.",
        "Predict the validation rows without their target; the harness scores and chooses.",
        "Predict the test rows with the one chosen model, once, counted before it happens.",
        "Leave model.pkl, which predicts from raw rows, metadata.json, report.md and figures.",
    ),
}
_VERBS = {Stage.EDA: "Explore", Stage.PREP: "Prepare", Stage.TRAIN: "Train a model on"}


def plan_stage(check: Check, schema: Schema, *, planner: str) -> Plan:
    """What a check of a stage will do; ``planner`` is the name of who plans.

    Raises:
        CannotPlan: not one table, one that is not there, or a target that it has not.
        CheckError: ``bad-session``.
    """
    table = _table_of(check, schema)
    session = session_name(check)
    _refuse_unknown_target(check, table)
    rule: dict[str, JsonValue] = {
        "kind": check.stage.value,
        "table": table.table,
        "session": session,
        "target": check.target,
        "params": dict(check.params),
    }
    return Plan(
        planner=planner,
        kind=check.stage.value,
        rule=rule,
        table=table.table,
        tables=(table.table,),
        grain=Grain.ROWS,
        restatement=_restate(check, session),
        assumptions=tuple(_assumptions(check)),
        columns_read=tuple(_reads(table)),
        steps=_DOES[check.stage],
        parameters=PARAMETERS,
    )


def write_stage_program(plan: Plan, check: Check) -> Program:
    """The page of a stage's plan.

    Raises:
        CheckError: ``bad-parameter``: a number of ``params`` is none, or beyond its bounds.
        ProgramError: ``bad-kit``: the kit holds what a page cannot carry.
    """
    steps = ", ".join(step_names(check.stage.value))
    title = f"{check.check_id} · {check.check_name}"
    page = stage_page(plan.kind, heading=[title, plan.restatement, f"Steps: {steps}."])
    source = turn_knobs(page, check)
    return Program(
        source=source,
        sha256=hash_source(source),
        table=plan.table,
        tables=plan.tables,
        grain=plan.grain,
        parameters=plan.parameters,
    )


def _table_of(check: Check, schema: Schema) -> TableSnapshot:
    if len(check.target_table) > 1:
        raise CannotPlan(
            f"{check.check_id}: a check of stage {check.stage.value!r} works on one table, and "
            f"target_table names {len(check.target_table)}. Name one.",
            code="one-table",
        )
    name = check.target_table[0]
    if name not in schema.tables:
        cure = suggest(name, schema.tables, "Tables")
        fact = f"{check.check_id}: data has no table {name!r}. {cure}"
        raise CannotPlan(fact, code="unknown-table")
    return schema.tables[name]


def _refuse_unknown_target(check: Check, table: TableSnapshot) -> None:
    names = label_columns(check.target, table.column_names) if check.target else ()
    unknown = [name for name in names if table.column(name) is None]
    if unknown:
        cure = suggest(unknown[0], list(table.column_names), "Columns")
        raise CannotPlan(
            f"{check.check_id}: target names {unknown[0]!r}, which {table.table} has not. {cure}",
            code="unknown-column",
        )


def _restate(check: Check, session: str) -> str:
    table = check.target_table[0]
    target = f"with the target {check.target!r}" if check.target else "with the target inferred"
    return f"{_VERBS[check.stage]} {table!r} {target}, as the {check.stage.value} of {session!r}."


def _assumptions(check: Check) -> Iterator[str]:
    yield f"Every random choice starts from seed {check.params.get('seed', SEED)}."
    given = ", ".join(f"{k} {v}" for k, v in sorted(check.params.items()) if k != "seed")
    if given:
        yield f"As params say: {given}."
    if check.target is None:
        yield "The target is the one that the exploration finds; name it in target to be sure."
    yield "The sentence is kept as a note; it changes nothing of what is done."


def _reads(table: TableSnapshot) -> Iterator[ColumnRead]:
    for column in table.columns:
        yield ColumnRead(
            table=table.table,
            column=column.name,
            type=column.type,
            mostly=column.mostly,
            date_format=column.date_format,
        )
