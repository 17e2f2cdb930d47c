"""Measures of a whole table, or of each group of its rows, that are out of bounds, in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlglot import exp

from backend.contracts.plan import Grain
from backend.contracts.schema import ColumnType
from backend.rules.language.lower_cells import converted, raw_cell
from backend.rules.language.lower_measures import measure, measured_value, prepared
from backend.rules.language.lower_periods import dated, period_of
from backend.rules.language.lower_place import Place
from backend.rules.language.lower_predicates import breaks, counted, holds
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.sql import (
    Sql,
    all_of,
    any_of,
    binary,
    call,
    column,
    is_empty,
    is_filled,
    named,
    number,
    over,
    table,
    where,
)
from backend.rules.language.terms import Aggregate, Cell, Measure, Reads, Value
from backend.rules.language.walk import cells_measured, parts
from backend.rules.lowering import Lowered, NotLowered
from backend.rules.metric_names import COUNTS, UNREADABLE, metric_names
from backend.rules.sql_statements import every_row, lowered, rows_of

if TYPE_CHECKING:
    from backend.rules.failing_metrics import FailingMetrics

_READABLE = (*COUNTS, Measure.TOP, Measure.SHARE)


def lower(rule: FailingMetrics, facts: Facts) -> Lowered:
    """The metrics of the rows that count, one row or one per group, and those that fail."""
    metrics = metrics_place(rule, facts)
    failing = [breaks(rule.must, metrics)]
    if UNREADABLE in metrics.columns:
        failing.append(binary(column(UNREADABLE), ">", number(0)))
    found = metrics.filtered(any_of(failing))
    query = found.select(*(column(name) for name in found.columns))
    query = query.order_by(*(column(name) for name in found.columns))
    return lowered(rule, metrics.page, query, metrics.source(), Grain.GROUPS)


def metrics_place(rule: FailingMetrics, facts: Facts) -> Place:
    """The metrics that can be told, one row or one per group."""
    names = metric_names(rule.must, rule.table, rule.groups)
    all_rows = every_row(rule, facts)
    steps = [_of_table(name, rule, names, all_rows) for name in _tables(names)]
    metrics = _joined(rule, names, steps, all_rows)
    return metrics.filtered(*_told(names, metrics)).step("metrics")


def _tables(names: dict[Aggregate, str]) -> list[str]:
    return list(dict.fromkeys(each.table for each in names))


def _of_table(name: str, rule: FailingMetrics, names: dict[Aggregate, str], rows: Place) -> Place:
    """The metrics of one table's rows."""
    place = rows if name == rule.table else rows_of(rule, name, rows)
    place = counted(place, rule.where if name == rule.table else None)
    ours = {each: label for each, label in names.items() if each.table == name}
    place = prepared(place, *(part for each in ours for part in parts(each)))
    if any(each.measure == Measure.TOP for each in names):
        return _most_frequent(rule, names, place)
    if rule.per:
        place = place.step("dated", *((each.label, period_of(each, place)) for each in rule.per))
    by = [place.column(each) for each in rule.groups]
    place = place.filtered(*map(is_filled, by))
    values = [named(_metric(each, place), label) for each, label in ours.items()]
    unreadable = [test for each in ours for test in _unreadable(each, place)]
    unreadable += _undated(rule, place)
    if unreadable:
        values.append(named(_total(unreadable), UNREADABLE))
    query = place.select(*by, *values)
    step = place.page.add(f"measures_of_{name}", query.group_by(*by) if by else query)
    columns = (*rule.groups, *ours.values(), *([UNREADABLE] if unreadable else []))
    return _told_place(place, step, columns, ours)


def _told_place(
    place: Place, step: str, columns: tuple[str, ...], names: dict[Aggregate, str]
) -> Place:
    computed: dict[Value, str] = {found: label for found, label in names.items()}
    return replace(
        place,
        relation=step,
        columns=columns,
        computed=computed,
        conditions=(),
        has_rows=False,
        is_told=True,
    )


def _metric(found: Aggregate, place: Place) -> Sql:
    """Computed numbers to nine decimals: 0.1 + 0.2 is 0.3 here as well."""
    if found.keys:
        raise NotLowered("a metric is over all rows of a table")
    measured = measure(found, place)
    if found.measure in (*COUNTS, Measure.SHARE) or _is_of_dates(found, place):
        return measured
    return call("ROUND", measured, number(9))


def _is_of_dates(found: Aggregate, place: Place) -> bool:
    if not isinstance(found.of, Cell):
        return False
    fact = place.fact(found.of.table, found.of.column)
    return fact.type not in NUMERIC and fact.date_format is not None


def _unreadable(found: Aggregate, place: Place) -> Iterator[Sql]:
    """How many measured cells should be numbers or dates and are none."""
    if found.measure in _READABLE or found.of is None:
        return
    for cell in cells_measured(found.of):
        fact = place.fact(cell.table, cell.column)
        if fact.type in NUMERIC:
            continue
        is_date = fact.date_format is not None and ColumnType.DATE in (fact.type, fact.mostly)
        raw = raw_cell(cell, place)
        read = converted(raw, fact, Reads.TIME if is_date else Reads.NUMBER)
        tests = [is_filled(raw), is_empty(read)]
        if found.where is not None:
            tests.append(holds(found.where, place))
        yield where(call("COUNT", exp.Star()), all_of(tests))


def _undated(rule: FailingMetrics, place: Place) -> Iterator[Sql]:
    """How many cells should tell a period and are no date."""
    for period in rule.per:
        yield where(call("COUNT", exp.Star()), is_empty(dated(period, place)))


def _total(counts: list[Sql]) -> Sql:
    first, *others = counts
    for count in others:
        first = binary(first, "+", count)
    return first


def _most_frequent(rule: FailingMetrics, names: dict[Aggregate, str], place: Place) -> Place:
    """Each value that occurs as often as the most frequent one."""
    if rule.groups or len(names) > 1:
        raise NotLowered("the most frequent value is told of a whole table, and on its own")
    (found, label), *_ = names.items()
    value = measured_value(found, place)
    kept = [] if found.where is None else [holds(found.where, place)]
    place = place.filtered(*kept, is_filled(value))
    most = over(call("MAX", call("COUNT", exp.Star())))
    times = named(call("COUNT", exp.Star()), "times"), named(most, "most")
    query = place.select(named(value, label), *times).group_by(value)
    counts = place.page.add("frequencies", query)
    is_most = binary(column("times"), "==", column("most"))
    query = exp.select(column(label)).from_(table(counts)).where(is_most)
    step = place.page.add("most_frequent", query)
    return _told_place(place, step, (label,), names)


def _joined(
    rule: FailingMetrics, names: dict[Aggregate, str], steps: list[Place], rows: Place
) -> Place:
    """The metrics of all tables side by side; a group that one table lacks counts 0 there."""
    first, *others = steps
    if not others:
        return first
    query = exp.select(*(column(name) for name in rule.groups), copy=False)
    query = query.from_(first.source(), copy=False)
    for each in others:
        join = exp.Join(this=each.source(), kind="CROSS")
        if rule.groups:
            using = [exp.to_identifier(name, quoted=True) for name in rule.groups]
            join = exp.Join(this=each.source(), side="FULL", using=using)
        query = query.join(join, copy=False)
    for found, label in names.items():
        query = query.select(named(_or_none(found, column(label)), label), copy=False)
    unread = [
        call("COALESCE", column(UNREADABLE, each.relation), number(0))
        for each in steps
        if UNREADABLE in each.columns
    ]
    if unread:
        query = query.select(named(_total(unread), UNREADABLE), copy=False)
    columns = (*rule.groups, *names.values(), *([UNREADABLE] if unread else []))
    step = rows.page.add("all_measures", query)
    return _told_place(rows, step, columns, names)


def _or_none(found: Aggregate, value: Sql) -> Sql:
    return call("COALESCE", value, number(0)) if found.measure in COUNTS else value


def _told(names: dict[Aggregate, str], metrics: Place) -> list[Sql]:
    """Groups of which some metric can be told, or has cells that cannot be read."""
    if any(each.measure in COUNTS for each in names):
        return []
    tests = [is_filled(column(label)) for label in names.values()]
    if UNREADABLE in metrics.columns:
        tests.append(binary(column(UNREADABLE), ">", number(0)))
    return [any_of(tests)]
