"""A plan around a rule: everything that the rule and the schema tell of it.

Both planners build theirs here, so that equal rules give equal plans, whoever read the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan
from backend.contracts.plan import ColumnRead, Plan
from backend.contracts.schema import Schema, TableSnapshot
from backend.rules.broken_rows import BrokenRows
from backend.rules.catalog import kind_of
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Missing, Today
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def target_tables(check: Check, schema: Schema) -> dict[str, TableSnapshot]:
    """The tables that a check names.

    Raises:
        CannotPlan: one could not be read (with the code of its problem), or is not there.
    """
    found = {name: schema.tables[name] for name in check.target_table if name in schema.tables}
    for name in check.target_table:
        if name in schema.problems:
            problem = schema.problems[name]
            raise CannotPlan(f"{check.check_id}: {problem.message}", code=problem.code)
        if name not in found:
            known = ", ".join(sorted(schema.tables)[:10])
            raise CannotPlan(
                f"{check.check_id}: there is no table {name!r}. Tables: {known}.",
                code="unknown-table",
            )
    return found


def plan_of_rule(
    rule: Rule,
    check: Check,
    tables: dict[str, TableSnapshot],
    *,
    planner: str,
    assumptions: tuple[str, ...],
) -> Plan:
    """The plan of a finished rule over the check's tables.

    Raises:
        CannotPlan: ``unknown-parameter`` or ``unknown-column``.
    """
    kind = kind_of(rule)
    missing = [name for name in rule.parameters() if name != "as_of" and name not in check.params]
    if missing:
        raise CannotPlan(
            f"{check.check_id}: the sentence names {{{missing[0]}}}, which params does not give. "
            f"Add it to the check's params.",
            code="unknown-parameter",
        )
    return Plan(
        planner=planner,
        kind=kind.name,
        rule=rule.model_dump(mode="json"),
        table=rule.table,
        tables=rule.tables(),
        grain=kind.grain(rule),
        restatement=kind.say(rule),
        assumptions=(*assumptions, *_conventions(rule)),
        columns_read=columns_read(rule.reads(), tables),
        parameters=rule.parameters(),
    )


def columns_read(
    reads: Iterator[tuple[str, str]], tables: dict[str, TableSnapshot]
) -> tuple[ColumnRead, ...]:
    """What the schema knows of (table, column) pairs, each once.

    Raises:
        CannotPlan: ``unknown-column``.
    """
    found = []
    for table, name in dict.fromkeys(reads):
        column = tables[table].column(name)
        if column is None:
            raise CannotPlan(f"{table} has no column {name!r}.", code="unknown-column")
        found.append(
            ColumnRead(
                table=table,
                column=name,
                type=column.type,
                mostly=column.mostly,
                date_format=column.date_format,
            )
        )
    return tuple(found)


def _conventions(rule: Rule) -> Iterator[str]:
    speaks_of_presence = any(isinstance(part, Missing) for part in walk(rule))
    if isinstance(rule, Duplicates):
        speaks_of_presence = rule.required or rule.empty_counts or not rule.columns
    if isinstance(rule, BrokenRows | Duplicates) and not speaks_of_presence:
        yield "Empty values are not flagged."
    if isinstance(rule, FailingMetrics) and rule.groups:
        yield f"Rows without a {' or '.join(rule.own_columns())} belong to no group."
    if any(isinstance(part, Today) for part in walk(rule)):
        yield "Today is the day of the run (as_of)."
