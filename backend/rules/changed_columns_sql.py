"""Columns that a table lost or gained since an earlier run, in SQL."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.earlier_runs_sql import COLUMN, VALUE, history, is_of, runs_meant, with_history
from backend.rules.language.lower_headers import header
from backend.rules.language.lower_place import Page
from backend.rules.language.lower_predicates import open_page
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    binary,
    column,
    exists_in,
    is_filled,
    named,
    number,
    table,
)
from backend.rules.lowering import Lowered
from backend.rules.rule import refuse_filter
from backend.rules.sql_statements import lowered

if TYPE_CHECKING:
    from backend.rules.changed_columns import ChangedColumns


def lower(rule: ChangedColumns, facts: Facts) -> Lowered:
    """The header of the table and that of the run before, and what differs between them."""
    refuse_filter(rule)
    page = open_page(rule.tables())
    now = page.add("now", header(rule.table))
    past = runs_meant(rule.table, rule.since, facts, page)
    told = exp.select(column(COLUMN)).from_(table(past)).where(is_of("filled"))
    before = page.add("before", told)
    sides = [exp.select(column(COLUMN)).from_(table(side)) for side in (before, now)]
    names = page.add("names", sides[0].union(sides[1], distinct=True))
    there = [named(exists_in(side, _same(side, names)), side) for side in (now, before)]
    types = _types(rule, past, names, facts, page) if rule.types else []
    query = exp.select(column(COLUMN), *there, *types).from_(table(names))
    columns = page.add("columns", query.where(exists_in(before)))
    shown = [column(name) for name in (COLUMN, now, before)]
    shown += [column(each.alias) for each in types]
    query = exp.select(*shown).from_(table(columns)).order_by(column(COLUMN))
    query = query.where(any_of(_differ(rule, *map(column, (now, before)))))
    statements = with_history(lowered(rule, page, query, table(columns), Grain.GROUPS), rule.table)
    return replace(statements, columns=dict.fromkeys(statements.columns))


def _same(side: str, names: str) -> Sql:
    return binary(column(COLUMN, side), "==", column(COLUMN, names))


def _types(
    rule: ChangedColumns, past: str, names: str, facts: Facts, page: Page
) -> list[exp.Alias]:
    """The type of each column now, and the one before."""
    this_run = binary(column("run"), "==", number(0))
    told = history(rule.table, facts, page)
    sides: tuple[tuple[str, str, list[Sql]], ...]
    sides = ("now", told, [this_run]), ("before", past, [])
    found = []
    for side, relation, tests in sides:
        typed = exp.select(column(COLUMN), column(VALUE)).from_(table(relation))
        types = page.add(f"types_{side}", typed.where(all_of([is_of("type"), *tests])))
        one = exp.select(column(VALUE, types)).from_(table(types)).where(_same(types, names))
        found.append(
            exp.Alias(
                this=exp.Subquery(this=one), alias=exp.to_identifier(f"type_{side}", quoted=True)
            )
        )
    return found


def _differ(rule: ChangedColumns, now: Sql, before: Sql) -> list[Sql]:
    wrong: list[Sql] = []
    if rule.appears:
        wrong.append(exp.not_(before))
    if rule.vanishes:
        wrong.append(exp.not_(now))
    if rule.types:
        types = column("type_now"), column("type_before")
        wrong.append(all_of([*map(is_filled, types), binary(types[0], "!=", types[1])]))
    return wrong
