"""Days, months or years that are missing between the first and the last, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.rules.language.lower_cells import converted
from backend.rules.language.rows import Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    binary,
    call,
    cast,
    column,
    interval,
    is_empty,
    is_filled,
    named,
    number,
    table,
    text,
)
from backend.rules.language.terms import Reads
from backend.rules.lowering import Lowered
from backend.rules.sql_statements import filled_rows, lowered

if TYPE_CHECKING:
    from backend.rules.missing_dates import MissingDates

_LAYOUTS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def lower(rule: MissingDates, facts: Facts) -> Lowered:
    """The units that have a row, all from the first to the last, and those that are missing."""
    scope = filled_rows(rule, facts, rule.own_columns())
    page, unit = scope.page, scope.free(rule.unit)
    date = converted(column(rule.column), scope.fact(rule.table, rule.column), Reads.DATE)
    by = [column(name) for name in rule.by]
    start = cast(call("DATE_TRUNC", text(rule.unit), date), "DATE")
    dated = scope.filtered(is_filled(date))
    found = page.add("found", dated.select(*by, named(start, unit)).distinct())
    ends = (call(name, column(unit)) for name in ("MIN", "MAX"))
    series = call("UNNEST", call("GENERATE_SERIES", *ends, interval(1, rule.unit)))
    every = exp.select(*by, named(series, unit)).from_(table(found))
    wanted = page.add("wanted", every.group_by(*by) if by else every)
    missing = page.add("missing", _missing(rule, wanted, found, unit))
    stray, label = f"no date in {rule.column}", f"missing {rule.column}"
    gaps = exp.select(*by, column(label), named(exp.null(), stray)).from_(table(missing))
    strays = scope.filtered(is_empty(date)).select(
        *by, named(exp.null(), label), named(column(rule.column), stray)
    )
    records = page.add("records", gaps.union(strays, distinct=False))
    order = [column(name) for name in (*rule.by, label, stray)]
    query = exp.select(*order).from_(table(records)).order_by(*order)
    return lowered(rule, page, query, scope.source(), Grain.GROUPS)


def _missing(rule: MissingDates, wanted: str, found: str, unit: str) -> exp.Select:
    same = all_of(
        binary(column(name, found), "==", _day(column(name, wanted), name == unit))
        for name in (*rule.by, unit)
    )
    there = exp.select(number(1)).from_(table(found)).where(same)
    spelled = call("STRFTIME", column(unit, wanted), text(_LAYOUTS[rule.unit]))
    shown = [*(column(name, wanted) for name in rule.by), named(spelled, f"missing {rule.column}")]
    return exp.select(*shown).from_(table(wanted)).where(exp.not_(exp.Exists(this=there)))


def _day(value: Sql, is_date: bool) -> Sql:
    return cast(value, "DATE") if is_date else value
