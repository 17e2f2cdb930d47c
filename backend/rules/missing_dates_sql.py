"""Hours, days, …, years that are missing between the first and the last, in SQL."""

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

_LAYOUTS = {
    "hour": "%Y-%m-%d %H:00", "day": "%Y-%m-%d", "week": "%Y-%m-%d", "month": "%Y-%m",
    "quarter": "%YQ", "year": "%Y",
}  # fmt: skip
_STEPS = {"quarter": (3, "month")}


def lower(rule: MissingDates, facts: Facts) -> Lowered:
    """The units that have a row, all from the first to the last, and those that are missing."""
    scope = filled_rows(rule, facts, rule.own_columns())
    page, unit = scope.page, scope.free(rule.unit)
    reads = Reads.TIME if rule.unit == "hour" else Reads.DATE
    date = converted(column(rule.column), scope.fact(rule.table, rule.column), reads)
    by = [column(name) for name in rule.by]
    start = cast(call("DATE_TRUNC", text(rule.unit), date), _kind(rule))
    dated = scope.filtered(is_filled(date))
    found = page.add("found", dated.select(*by, named(start, unit)).distinct())
    ends = [call(name, column(unit)) for name in ("MIN", "MAX")]
    if rule.ends is not None:
        ends = [cast(text(end), _kind(rule)) for end in rule.ends]
    step = interval(*_STEPS.get(rule.unit, (1, rule.unit)))
    series = call("UNNEST", call("GENERATE_SERIES", *ends, step))
    every = exp.select(*by, named(series, unit)).from_(table(found))
    if rule.ends is not None:
        every = every.distinct()
    elif by:
        every = every.group_by(*by)
    wanted = page.add("wanted", every)
    if rule.working:
        weekday = call("ISODOW", cast(column(unit), "DATE"))
        chosen = exp.select(exp.Star()).from_(table(wanted)).where(binary(weekday, "<", number(6)))
        wanted = page.add("working_days", chosen)
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
        binary(column(name, found), "==", _start(rule, column(name, wanted), name == unit))
        for name in (*rule.by, unit)
    )
    there = exp.select(number(1)).from_(table(found)).where(same)
    spelled = _spelled(rule, column(unit, wanted))
    shown = [*(column(name, wanted) for name in rule.by), named(spelled, f"missing {rule.column}")]
    return exp.select(*shown).from_(table(wanted)).where(exp.not_(exp.Exists(this=there)))


def _spelled(rule: MissingDates, start: Sql) -> Sql:
    """A week as its first and its last day, a quarter as 2024Q1, as Pandas spells them."""
    told = call("STRFTIME", start, text(_LAYOUTS[rule.unit]))
    if rule.unit == "quarter":
        return exp.DPipe(this=told, expression=call("QUARTER", start))
    if rule.unit != "week":
        return told
    last = call("STRFTIME", binary(start, "+", interval(6, "day")), text(_LAYOUTS["week"]))
    return exp.DPipe(this=exp.DPipe(this=told, expression=text("/")), expression=last)


def _start(rule: MissingDates, value: Sql, is_date: bool) -> Sql:
    return cast(value, _kind(rule)) if is_date else value


def _kind(rule: MissingDates) -> str:
    return "TIMESTAMP" if rule.unit == "hour" else "DATE"
