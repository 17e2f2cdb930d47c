"""From an answer to a plan: the rule typed and settled, or the steps held against the schema."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.plan import Grain, Plan
from backend.contracts.schema import Schema, TableSnapshot
from backend.planner.by_model.answer import Answer, BadAnswer, first_fault, read_object, refuse
from backend.planner.by_model.quoting import one_line
from backend.planner.by_model.soundness import require_known, require_program, settle
from backend.planner.by_model.witness_rows import read_witnesses, require_both_sides
from backend.planner.offline.context import Context
from backend.planner.offline.of_rule import columns_read, plan_of_rule
from backend.planner.verify import verify_plan
from backend.rules.catalog import read_rule
from backend.rules.rule import Rule

FREE_FORM = "free_form"
"""The kind of a plan that has steps instead of a rule."""
AS_OF = "as_of"
_FEWEST_STEPS, _MOST_STEPS = 2, 40
_LONGEST_TEXT = 1000


def rule_plan(
    answer: Answer, check: Check, schema: Schema, tables: dict[str, TableSnapshot], planner: str
) -> Plan:
    """The plan of a typed rule; of the answer only the rule and its witnesses are believed.

    Raises:
        BadAnswer: the rule or a witness is not sound.
    """
    context = Context(check, tables)
    rule = settle(_typed(answer.rule), context)
    assumptions = (*context.assumptions, *_texts(answer.assumptions))
    try:
        plan = plan_of_rule(rule, check, tables, planner=planner, assumptions=assumptions)
        verify_plan(plan, schema)
    except PlanError as error:
        refuse(str(error), error)
    require_program(rule, plan)
    witnesses = read_witnesses(answer.witnesses, plan, tables)
    return plan.model_copy(update={"witnesses": witnesses})


def _typed(text: str) -> Rule:
    data = read_object(text, "The rule")
    try:
        return read_rule(data)
    except ValidationError as error:
        refuse(f"The rule is none of its kind: {first_fault(error)}", error)
    except PlanError as error:
        refuse(str(error), error)


def steps_plan(
    answer: Answer, check: Check, schema: Schema, tables: dict[str, TableSnapshot], planner: str
) -> Plan:
    """The plan of a free-form program, which has to be written and proven elsewhere.

    Raises:
        BadAnswer: a table, column, grain, step, assumption or witness is missing or not there.
    """
    plan = Plan(
        planner=planner,
        kind=FREE_FORM,
        rule={},
        table=answer.table,
        tables=_tables(answer, check, tables),
        grain=_grain(answer),
        restatement=_required(answer.restatement, "restatement"),
        assumptions=_some(answer.assumptions, "assumptions", 1),
        columns_read=columns_read(_pairs(answer, tables), tables),
        steps=_some(answer.steps, "steps", _FEWEST_STEPS),
        parameters=_parameters(answer, check),
    )
    try:
        verify_plan(plan, schema)
    except PlanError as error:
        refuse(str(error), error)
    witnesses = read_witnesses(answer.witnesses, plan, tables)
    require_both_sides(witnesses, plan)
    return plan.model_copy(update={"witnesses": witnesses})


def _tables(answer: Answer, check: Check, tables: dict[str, TableSnapshot]) -> tuple[str, ...]:
    named = tuple(dict.fromkeys((answer.table, *answer.tables)))
    for table in named:
        require_known(table, tables)
    for table in check.target_table:
        if table not in named:
            raise BadAnswer(f"The check names the table {table!r}, which the steps do not read.")
    return named


def _parameters(answer: Answer, check: Check) -> tuple[str, ...]:
    """``as_of`` where a step names it, and the params that the sentence or a step names."""
    told = "\n".join((check.calculation_hint, *answer.steps))
    today = (AS_OF,) if any(AS_OF in step for step in answer.steps) else ()
    return (*today, *sorted(name for name in check.params if f"{{{name}}}" in told))


def _grain(answer: Answer) -> Grain:
    if not answer.grain:
        raise BadAnswer('Steps need "grain": "rows" or "groups".')
    try:
        return Grain(answer.grain)
    except ValueError as error:
        refuse('"grain" is "rows" or "groups".', error)


def _pairs(answer: Answer, tables: dict[str, TableSnapshot]) -> Iterator[tuple[str, str]]:
    known = {
        f"{table}.{column}": (table, column)
        for table, snapshot in tables.items()
        for column in snapshot.column_names
    }
    if not answer.columns_read:
        raise BadAnswer('Steps need "columns_read".')
    for name in answer.columns_read:
        if name not in known:
            raise BadAnswer(f'"columns_read" has {name!r}; it is "table.column" of the schema.')
        yield known[name]


def _some(texts: tuple[str, ...], field: str, fewest: int) -> tuple[str, ...]:
    found = _texts(texts)
    if not fewest <= len(found) <= _MOST_STEPS:
        raise BadAnswer(f'Steps need "{field}": from {fewest} to {_MOST_STEPS} sentences.')
    return found


def _texts(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(found for text in texts if (found := _whole(text)))


def _required(text: str, field: str) -> str:
    found = _whole(text)
    if not found:
        raise BadAnswer(f'Steps need "{field}".')
    return found


def _whole(text: str) -> str:
    """One line that is kept whole: half a step would be another one."""
    found = one_line(text)
    if len(found) > _LONGEST_TEXT:
        raise BadAnswer(f"A text has more than {_LONGEST_TEXT} characters: {found[:60]!r}…")
    return found
