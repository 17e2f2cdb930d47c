"""The measures of a table, or of each group of its rows, as the columns of a frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from backend.codegen.code import Code, any_of, call, listed, literal, mapping
from backend.codegen.page import Body
from backend.contracts.errors import PlanError
from backend.contracts.schema import ColumnType
from backend.rules.language.emit_cells import raw_cell
from backend.rules.language.emit_predicates import holds, over
from backend.rules.language.emit_windows import certain, kept, measured, reduce_call
from backend.rules.language.periods import dated, periods
from backend.rules.language.rows import NUMERIC, Facts, Rows
from backend.rules.language.terms import Aggregate, Cell, Measure, Reads
from backend.rules.language.walk import cells_measured, walk
from backend.rules.metric_names import COUNTS, UNREADABLE, aggregates

if TYPE_CHECKING:
    from backend.rules.failing_metrics import FailingMetrics


def write_metrics(
    rule: FailingMetrics, names: dict[Aggregate, str], body: Body, facts: Facts
) -> bool:
    """Write the body of ``scope``; tell whether it counts unreadable cells.

    Raises:
        PlanError: the most frequent value is asked for beside other measures, or per group.
    """
    _refuse_mixed_top(rule, names)
    frame, has_unreadable = metrics_frame(rule, names, body, facts)
    body.give(frame)
    return has_unreadable


def metrics_frame(
    rule: FailingMetrics, names: dict[Aggregate, str], body: Body, facts: Facts
) -> tuple[Code, bool]:
    """The metrics, one row each or one per group in order, and whether they count such cells."""
    columns: list[tuple[str, Code]] = []
    unreadable: list[Code] = []
    for aggregate, label in names.items():
        rows = _rows_of(aggregate.table, rule, body, facts)
        columns.append((label, _measure(aggregate, rule, rows)))
        unreadable += _unreadable(aggregate, rule, rows)
    unreadable += _undated(rule, body, facts)
    if unreadable:
        columns.append((UNREADABLE, _total(unreadable, rule)))
    frame = _frame(rule, names, columns, body)
    shown = _rounded(frame, names, facts)
    return (shown.call("reset_index") if rule.groups else shown), bool(unreadable)


def _refuse_mixed_top(rule: FailingMetrics, names: dict[Aggregate, str]) -> None:
    has_top = any(aggregate.measure == Measure.TOP for aggregate in names)
    if has_top and (rule.groups or len(names) > 1):
        raise PlanError(
            f"{rule.table}: the most frequent value is told of a whole table, and on its own. "
            "Write a rule of its own for it.",
            code="top-alone",
        )


def _rows_of(table: str, rule: FailingMetrics, body: Body, facts: Facts) -> Rows:
    rows = over(body, table, facts)
    if rule.where is None or table != rule.table:
        return rows
    return rows.of(table, body.let("counted", rows.frame.item(holds(rule.where, rows))))


def _measure(aggregate: Aggregate, rule: FailingMetrics, rows: Rows) -> Code:
    if rule.groups and aggregate.measure in COUNTS:
        return _count_per_group(aggregate, rule, rows)
    rows = kept(aggregate, rows)
    if aggregate.of is None and aggregate.measure == Measure.COUNT:
        return call("len", rows.frame)
    method, arguments = reduce_call(aggregate)
    options = {"min_count": literal(1)} if aggregate.measure == Measure.SUM else {}
    series = measured(aggregate, rows)
    if _may_be_na(aggregate, rule, rows):
        series = series.call("astype", literal("float64"))
    return _grouped(series, rule, rows).call(method, *arguments, **options)


def _may_be_na(aggregate: Aggregate, rule: FailingMetrics, rows: Rows) -> bool:
    """Whether a measure of no cells is pd.NA, as of nullable integers, beside other measures."""
    of = aggregate.holds if aggregate.measure == Measure.SHARE else aggregate.of
    if rule.groups or of is None or aggregate.measure in COUNTS:
        return False
    cells = (part for part in walk(of) if isinstance(part, Cell))
    has_integers = any(
        rows.fact(cell.table, cell.column).type == ColumnType.INTEGER for cell in cells
    )
    return has_integers and len(list(aggregates(rule.must))) > 1


def _count_per_group(aggregate: Aggregate, rule: FailingMetrics, rows: Rows) -> Code:
    """Counts of every group that there is, also where ``where`` leaves none of its rows."""
    is_wanted = None
    if aggregate.where is not None:
        is_wanted = rows.body.let("counts", certain(aggregate.where, rows))
    if aggregate.of is None:
        if is_wanted is None and rule.per:
            return rows.frame.call("groupby", _keys(rule, rows)).call("size")
        if is_wanted is None:
            return rows.frame.call("groupby", literal(list(rule.by))).call("size")
        return _grouped(is_wanted, rule, rows).call("sum")
    series = measured(aggregate, rows)
    if is_wanted is not None:
        series = series.call("astype", literal("str")).call("where", is_wanted)
    return _grouped(series, rule, rows).call(reduce_call(aggregate)[0])


def _grouped(series: Code, rule: FailingMetrics, rows: Rows) -> Code:
    return series.call("groupby", _keys(rule, rows)) if rule.groups else series


def _keys(rule: FailingMetrics, rows: Rows) -> Code:
    cells = [rows.column(column) for column in rule.by]
    return listed([*cells, *(periods(period, rows) for period in rule.per)])


def _unreadable(aggregate: Aggregate, rule: FailingMetrics, rows: Rows) -> list[Code]:
    if aggregate.measure in (*COUNTS, Measure.TOP, Measure.SHARE) or aggregate.of is None:
        return []
    rows = kept(aggregate, rows)
    found = []
    for cell in cells_measured(aggregate.of):
        if rows.fact(cell.table, cell.column).type in NUMERIC:
            continue
        fact = rows.fact(cell.table, cell.column)
        is_date = fact.date_format is not None and ColumnType.DATE in (fact.type, fact.mostly)
        value = rows.value(cell, Reads.TIME if is_date else Reads.NUMBER)
        is_filled = raw_cell(cell, rows).call("notna")
        found.append(_grouped(is_filled & value.call("isna"), rule, rows).call("sum"))
    return found


def _undated(rule: FailingMetrics, body: Body, facts: Facts) -> Iterator[Code]:
    """How many cells should tell a period and are no date."""
    rows = _rows_of(rule.table, rule, body, facts)
    for period in rule.per:
        yield _grouped(dated(period, rows).call("isna"), rule, rows).call("sum")


def _total(parts: list[Code], rule: FailingMetrics) -> Code:
    total, *rest = parts
    for part in rest:
        if rule.groups:
            total = total.call("add", part, fill_value=literal(0))
        else:
            total = total.combine("+", part)
    return total


def _frame(
    rule: FailingMetrics, names: dict[Aggregate, str], columns: list[tuple[str, Code]], body: Body
) -> Code:
    """The metrics that can be told, one row or one per group."""
    is_table = bool(rule.groups) or any(each.measure == Measure.TOP for each in names)
    cells = [(label, code if is_table else listed([code])) for label, code in columns]
    frame = call("pd.DataFrame", mapping(cells))
    counts = [label for each, label in names.items() if each.measure in COUNTS]
    if rule.groups and counts and len({each.table for each in names}) > 1:
        frame = frame.call("fillna", mapping((label, literal(0)) for label in counts))
    if not any(each.measure in COUNTS for each in names):
        frame = _only_told(frame, names, len(columns) > len(names), body)
    return frame


def _rounded(frame: Code, names: dict[Aggregate, str], facts: Facts) -> Code:
    """The computed numbers to nine decimals: 0.1 + 0.2 is 0.3 here as well; a share is exact."""
    left = [
        label
        for each, label in names.items()
        if _is_of_dates(each, facts) or each.measure is Measure.SHARE
    ]
    exact = [label for each, label in names.items() if each.measure in (*COUNTS, Measure.TOP)]
    blurred = [label for label in names.values() if label not in (*left, *exact)]
    if not blurred:
        return frame
    if not left:
        return frame.call("round", literal(9))
    return frame.call("round", mapping((label, literal(9)) for label in blurred))


def _is_of_dates(aggregate: Aggregate, facts: Facts) -> bool:
    if not isinstance(aggregate.of, Cell):
        return False
    fact = facts[aggregate.of.table, aggregate.of.column]
    return fact.type not in NUMERIC and fact.date_format is not None


def _only_told(frame: Code, names: dict[Aggregate, str], has_unreadable: bool, body: Body) -> Code:
    if not has_unreadable:
        is_any = not are_told_together(names)
        return frame.call("dropna", **({"how": literal("all")} if is_any else {}))
    metrics = body.let("metrics", frame)
    unread = metrics.item(literal(UNREADABLE)).compare(">", literal(0))
    return metrics.item(any_of([*is_told(metrics, names), unread]))


_OF_ONE_CELL = {
    Measure.SUM, Measure.MEAN, Measure.MEDIAN, Measure.MINIMUM, Measure.MAXIMUM, Measure.QUANTILE,
}  # fmt: skip
"""Measures that are told as soon as there is one cell."""


def are_told_together(names: dict[Aggregate, str]) -> bool:
    """Whether no metric is empty where another is told."""
    measured = {(each.table, each.of, each.where) for each in names}
    return len(names) == 1 or (
        len(measured) == 1 and all(each.measure in _OF_ONE_CELL for each in names)
    )


def is_told(metrics: Code, names: dict[Aggregate, str]) -> list[Code]:
    """Where each metric can be told."""
    return [metrics.item(literal(label)).call("notna") for label in names.values()]
