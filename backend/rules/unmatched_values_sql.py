"""Values that one table has and another has not, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import ColumnRead, Grain
from backend.rules.language.lower_cells import as_text
from backend.rules.language.lower_predicates import open_page
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.sql import (
    Sql,
    any_of,
    binary,
    call,
    column,
    is_filled,
    named,
    number,
    table,
    text,
)
from backend.rules.lowering import Lowered
from backend.rules.rule import refuse_filter
from backend.rules.sql_statements import lowered

if TYPE_CHECKING:
    from backend.rules.unmatched_values import UnmatchedValues


def lower(rule: UnmatchedValues, facts: Facts) -> Lowered:
    """How often each value occurs in both tables, and the values where that differs."""
    refuse_filter(rule)
    page = open_page(rule.tables())
    cells = (rule.mine, rule.theirs)
    has_numbers = any(facts[each.table, each.column].type in NUMERIC for each in cells)
    label = rule.mine.column
    counts = [f"rows in {each.table}" for each in cells]
    steps = []
    for cell, count in zip(cells, counts, strict=True):
        value = _as_written(facts[cell.table, cell.column], has_numbers)
        query = exp.select(named(value, label), named(call("COUNT", exp.Star()), count))
        query = query.from_(table(cell.table)).where(is_filled(column(cell.column)))
        steps.append(page.add(f"values_of_{cell.table}", query.group_by(value)))
    mine, theirs = steps
    zero = (named(call("COALESCE", column(name), number(0)), name) for name in counts)
    join = exp.Join(this=table(theirs), side="FULL", using=[column(label)])
    both = exp.select(column(label), *zero).from_(table(mine)).join(join)
    values = page.add("values", both)
    query = exp.select(*map(column, (label, *counts))).from_(table(values))
    query = query.where(_differ(rule, *map(column, counts))).order_by(column(label))
    return lowered(rule, page, query, table(values), Grain.GROUPS)


def _as_written(fact: ColumnRead, has_numbers: bool) -> Sql:
    """The cell as it is written, and numbers alike: 2.0 is 2."""
    written = as_text(column(fact.column), fact)
    if not has_numbers:
        return written
    return call("REGEXP_REPLACE", written, text(r"\.0$"), text(""))


def _differ(rule: UnmatchedValues, mine: Sql, theirs: Sql) -> Sql:
    if rule.equally_often:
        return binary(mine, "!=", theirs)
    return any_of(binary(side, "==", number(0)) for side in (mine, theirs))
