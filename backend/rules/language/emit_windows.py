"""What a row is compared with: measures over many rows, and the row before.

A measure is over the rows of the frame (or of each group of them), over the rows of another
table with this row's key, or a column of metrics that were computed before.
"""

from __future__ import annotations

from backend.codegen.code import Code, call, literal
from backend.codegen.page import identifier
from backend.contracts.errors import PlanError
from backend.contracts.schema import ColumnType
from backend.rules.language.emit_cells import has_time, raw_cell
from backend.rules.language.emit_keys import matched, single_key
from backend.rules.language.rows import NUMERIC, Rows
from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Compare,
    Measure,
    Predicate,
    Previous,
    Reads,
    Value,
)
from backend.rules.language.walk import walk

ZERO_OF_NONE = (Measure.COUNT, Measure.SUM, Measure.DISTINCT)
"""Measures of no rows at all that are 0 and not unknown, where rows are counted per key."""
_OF_TEXT = (Measure.DISTINCT, Measure.TOP, Measure.COUNT)


def certain(predicate: Predicate, rows: Rows) -> Code:
    """Where a predicate is true, as a mask without empty cells (nullable integers have some)."""
    mask = rows.condition(predicate, rows)
    compares = (part for part in walk(predicate) if isinstance(part, Compare))
    if any(part.reads == Reads.NUMBER for part in compares):
        return mask.call("fillna", literal(False))
    return mask


def measured(aggregate: Aggregate, rows: Rows) -> Code:
    """The Series that an aggregate measures: numbers, dates, texts or truths of these rows."""
    if aggregate.measure == Measure.SHARE and aggregate.holds is not None:
        return rows.body.let("holds", certain(aggregate.holds, rows))
    if aggregate.of is None:
        raise PlanError("This measure needs a value.", code="unfinished-rule")
    if aggregate.measure in _OF_TEXT:
        return _raw(aggregate.of, rows)
    if isinstance(aggregate.of, Cell):
        fact = rows.fact(aggregate.of.table, aggregate.of.column)
        if fact.type in NUMERIC and not aggregate.of.empty_if:
            number = call("pd.to_numeric", raw_cell(aggregate.of, rows))
            return rows.body.let(fact.column, number)
    return rows.value(aggregate.of, Reads.TIME if _is_dated(aggregate, rows) else Reads.NUMBER)


def _is_dated(aggregate: Aggregate, rows: Rows) -> bool:
    """Whether the measure is one of dates, and a date itself."""
    of = aggregate.of
    if not isinstance(of, Cell) or aggregate.measure in _OF_TEXT:
        return False
    fact = rows.fact(of.table, of.column)
    is_number = fact.type in NUMERIC and not of.empty_if
    return fact.date_format is not None and not is_number


def _raw(value: Value, rows: Rows) -> Code:
    if isinstance(value, Cell):
        return raw_cell(value, rows)
    return rows.value(value, Reads.NUMBER if isinstance(value, Arithmetic) else Reads.TEXT)


def reduce_call(aggregate: Aggregate) -> tuple[str, tuple[Code, ...]]:
    """The pandas method of a measure, with its arguments."""
    if aggregate.measure == Measure.QUANTILE:
        return "quantile", (literal(aggregate.quantile),)
    methods = {Measure.DISTINCT: "nunique", Measure.SHARE: "mean", Measure.TOP: "mode"}
    return methods.get(aggregate.measure, aggregate.measure.value), ()


def aggregate(value: Aggregate, reads: Reads, rows: Rows) -> Code:
    """A measure: one per row of the frame, or one for all of them."""
    if value in rows.metrics:
        return _metric(value, reads, rows)
    if value.measure == Measure.TOP:
        raise PlanError("A row cannot be compared with the most frequent value.", code="no-window")
    if value.keys:
        return _related(value, rows)
    return _by_day(_window(value, rows), value, reads, rows)


def _metric(value: Aggregate, reads: Reads, rows: Rows) -> Code:
    column = rows.column(rows.metrics[value])
    if value.measure == Measure.TOP and reads == Reads.NUMBER:
        return call("pd.to_numeric", column, errors=literal("coerce"))
    if value.measure == Measure.TOP and reads == Reads.TEXT and isinstance(value.of, Cell):
        is_numeric = rows.fact(value.of.table, value.of.column).type in NUMERIC
        return column.call("astype", literal("str")) if is_numeric else column
    return _by_day(column, value, reads, rows)


def _by_day(series: Code, value: Aggregate, reads: Reads, rows: Rows) -> Code:
    if reads != Reads.DATE or not isinstance(value.of, Cell):
        return series
    if not has_time(rows.fact(value.of.table, value.of.column)):
        return series
    is_series = bool(value.by or value.keys or value in rows.metrics)
    return series.call("dt.normalize") if is_series else series.call("floor", literal("D"))


def _window(value: Aggregate, rows: Rows) -> Code:
    if value.table != rows.table:
        rows = rows.of(value.table, rows.body.whole_table(value.table))
    if not value.by:
        return _over_all(value, rows)
    if value.measure == Measure.COUNT and value.of is None:
        if value.where is None:
            method, series = "size", rows.column(value.by[0])
        else:
            method, series = "sum", rows.body.let("counts", certain(value.where, rows))
        return _transformed(value, series, rows, method)
    method, arguments = reduce_call(value)
    series = measured(value, rows)
    if value.where is not None:
        series = series.call("where", certain(value.where, rows))
    return _transformed(value, series, rows, method, *arguments)


def _transformed(value: Aggregate, series: Code, rows: Rows, method: str, *arguments: Code) -> Code:
    groups = series.call("groupby", rows.groups(value.by))
    found = groups.call("transform", literal(method), *arguments)
    return rows.body.let(f"{method} {_hint(value)}", found)


def _over_all(value: Aggregate, rows: Rows) -> Code:
    rows = kept(value, rows)
    if value.of is None and value.measure == Measure.COUNT:
        return call("len", rows.frame)
    method, arguments = reduce_call(value)
    return rows.body.let(f"{method} {_hint(value)}", measured(value, rows).call(method, *arguments))


def kept(value: Aggregate, rows: Rows) -> Rows:
    """The rows that an aggregate measures."""
    if value.where is None:
        return rows
    counted = rows.frame.item(rows.condition(value.where, rows))
    return rows.of(rows.table, rows.body.let(f"counted {rows.table}", counted))


def _hint(value: Aggregate) -> str:
    return value.of.column if isinstance(value.of, Cell) else "rows"


def _related(value: Aggregate, rows: Rows) -> Code:
    mine, theirs = single_key(value.keys)
    others = kept(value, rows.of(value.table, rows.body.whole_table(value.table)))
    keys = matched(rows, mine, others, theirs)
    method, arguments = reduce_call(value)
    if value.of is None and value.measure == Measure.COUNT:
        totals = keys.theirs.call("value_counts")
    else:
        totals = measured(value, others).call("groupby", keys.theirs).call(method, *arguments)
    by_key = rows.body.let(f"{identifier(method)} by {theirs}", totals)
    if _is_dated(value, rows):  # of dates, ``map`` needs a row at least
        looked_up = by_key.call("reindex", keys.mine)
        found = looked_up.call("set_axis", rows.frame.attribute("index"))
        return rows.body.let(f"{value.table} {method}", found)
    found = keys.mine.call("map", by_key)
    if value.measure in ZERO_OF_NONE:
        if rows.fact(rows.table, mine).type not in NUMERIC:
            # Of no rows with keys of text, ``map`` gives texts.
            found = call("pd.to_numeric", found)
        found = found.call("fillna", literal(0))
    return rows.body.let(f"{value.table} {method}", found)


def cell_of(value: Previous) -> Cell:
    """The cell of the row before.

    Raises:
        PlanError: it is not a cell.
    """
    if not isinstance(value.of, Cell):
        raise PlanError("The row before has one cell to compare.", code="unfinished-rule")
    return value.of


def raw_previous(value: Previous, rows: Rows) -> Code:
    """The cell of the row before, before any conversion."""
    cell = cell_of(value)
    series = raw_cell(cell, rows)
    if rows.fact(rows.table, cell.column).type == ColumnType.INTEGER:
        series = series.call("convert_dtypes")
    if value.order_by is not None:
        order = rows.body.let("order", _order(value.order_by, rows))
        series = series.attribute("loc").item(order)
    if value.by:
        series = series.call("groupby", rows.groups(value.by))
    before = series.call("shift")
    if value.order_by is not None:
        before = before.call("reindex", rows.frame.attribute("index"))
    return rows.body.let(f"previous {cell.column}", before)


def _order(column: str, rows: Rows) -> Code:
    """The index of the rows that have a place, in order; rows of one place keep the file's."""
    fact = rows.fact(rows.table, column)
    if fact.date_format is not None:
        reads = Reads.TIME
    else:
        reads = Reads.NUMBER if fact.type in NUMERIC or fact.mostly in NUMERIC else Reads.TEXT
    placed = rows.value(Cell(table=rows.table, column=column), reads).call("dropna")
    return placed.call("sort_values", kind=literal("stable")).attribute("index")
