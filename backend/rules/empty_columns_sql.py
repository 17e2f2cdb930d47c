"""Columns without a single value, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_predicates import counted
from backend.rules.language.rows import Facts
from backend.rules.language.sql import binary, call, column, named, number, quoted, table
from backend.rules.lowering import ROW, Lowered
from backend.rules.sql_statements import every_row, lowered

if TYPE_CHECKING:
    from backend.rules.empty_columns import EmptyColumns

_NAME, _FILLED, _HAS = "column", "filled cells", "has a value"


def lower(rule: EmptyColumns, facts: Facts) -> Lowered:
    """Whether each column has a filled cell, and the columns that have none."""
    place = counted(every_row(rule, facts), rule.where)
    page = place.page
    cells = exp.Columns(this=exp.Star(except_=[column(ROW)]))
    query = exp.select(call("COUNT", cells)).from_(table(rule.table))
    if rule.where is not None:
        kept = page.add("counted", place.select(column(ROW)))
        numbers = exp.select(column(ROW)).from_(table(kept))
        query = query.where(exp.In(this=column(ROW), query=exp.Subquery(this=numbers)))
    has_rows = binary(call("COUNT", exp.Star()), ">", number(0))
    counts = page.add("counts", query.having(has_rows))
    has_value = named(binary(column(_FILLED), ">", number(0)), _HAS)
    query = exp.select(column(_NAME), has_value).from_(_a_row_each(counts))
    columns = page.add("columns", query)
    empty = exp.select(column(_NAME), column(_HAS)).from_(table(columns))
    empty = empty.where(exp.not_(column(_HAS))).order_by(column(_NAME))
    statements = lowered(rule, page, empty, table(columns), Grain.GROUPS)
    return Lowered(**{**vars(statements), "columns": dict.fromkeys(rule.tables())})


def _a_row_each(counts: str) -> exp.Table:
    """One row for each of the columns, with its name."""
    every = exp.In(this=quoted(_NAME), expressions=[exp.Columns(this=exp.Star())])
    pivot = exp.Pivot(expressions=[quoted(_FILLED)], fields=[every], unpivot=True)
    return exp.Table(this=quoted(counts), pivots=[pivot])
