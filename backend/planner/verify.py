"""Whether a plan holds on the tables there are: every table, every column, every type.

Whoever planned, nothing of a plan is believed that the rule itself or the schema can tell.
"""

from __future__ import annotations

from pydantic import ValidationError

from backend.contracts.errors import PlanError
from backend.contracts.history import source_of
from backend.contracts.plan import ColumnRead, Plan
from backend.contracts.schema import Schema
from backend.planner.nearest import suggest
from backend.rules.catalog import kind_of, read_rule
from backend.rules.rule import Rule


def verify_plan(plan: Plan, schema: Schema) -> None:
    """Pass a plan whose tables, columns and types are those of the schema and of its rule.

    Raises:
        PlanError: ``unknown-table``, ``unknown-column``, ``wrong-type`` (what the plan says of a
            column is not so), ``inconsistent-plan`` (what the plan says is not its rule's).
    """
    for table in plan.tables:
        verify_table(source_of(table), schema)
    for read in plan.columns_read:
        _verify_column(read, schema)
    if not plan.steps:
        _verify_rule(plan)


def verify_table(table: str, schema: Schema) -> None:
    """Pass a table that was read.

    Raises:
        PlanError: it could not be read (with the code of its problem), or it is not there.
    """
    problem = schema.problems.get(table)
    if problem is not None:
        raise PlanError(problem.message, code=problem.code)
    if table not in schema.tables:
        cure = suggest(table, schema.tables, "Tables")
        raise PlanError(f"data has no table {table!r}. {cure}", code="unknown-table")


def _verify_column(read: ColumnRead, schema: Schema) -> None:
    verify_table(read.table, schema)
    snapshot = schema.tables[read.table]
    column = snapshot.column(read.column)
    if column is None:
        cure = suggest(read.column, snapshot.column_names, "Columns")
        fact = f"{read.table} has no column {read.column!r}"
        raise PlanError(f"{fact}. {cure}", code="unknown-column")
    told = (read.type, read.mostly, read.date_format)
    if told != (column.type, column.mostly, column.date_format):
        raise PlanError(
            f"{read.table}.{read.column} is {_say(column.type, column.date_format)}, but was "
            f"planned as {_say(read.type, read.date_format)}. Run again.",
            code="wrong-type",
        )


def _verify_rule(plan: Plan) -> None:
    rule = _read(plan)
    undeclared = set(rule.reads()) - {(read.table, read.column) for read in plan.columns_read}
    odd = [
        name
        for name, is_so in (
            ("kind", plan.kind == rule.kind),
            ("table", plan.table == rule.table),
            ("tables", set(plan.tables) == set(rule.tables()) and plan.tables[0] == plan.table),
            ("grain", plan.grain == kind_of(rule).grain(rule)),
            ("parameters", plan.parameters == rule.parameters()),
            ("columns_read", not undeclared),
        )
        if not is_so
    ]
    if odd:
        raise PlanError(
            f"{plan.planner} says of its plan what is not so of its rule ({', '.join(odd)}). "
            "Word the sentence differently.",
            code="inconsistent-plan",
        )


def _read(plan: Plan) -> Rule:
    try:
        return read_rule(plan.rule)
    except ValidationError as error:
        first = error.errors()[0]
        fact = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise PlanError(
            f"{plan.planner} gave a rule of kind {plan.kind!r} that is none ({fact}). "
            "Word the sentence differently.",
            code="invalid-rule",
        ) from error


def _say(kind: str, date_format: str | None) -> str:
    return f"{kind} ({date_format})" if date_format else f"{kind}"
