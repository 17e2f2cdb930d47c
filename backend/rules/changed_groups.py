"""The measures of each group, now and before, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backend.codegen.code import Code, call, listed, literal, mapping
from backend.contracts.errors import PlanError
from backend.rules.change_bounds import SPREAD
from backend.rules.earlier_runs import (
    NUMERIC,
    Kept,
    fills_groups,
    kept_values,
    of_column,
    parts_mark,
    texts_of,
)
from backend.rules.language.emit_windows import measured, reduce_call
from backend.rules.language.rows import NUMERIC as NUMBER_TYPES
from backend.rules.language.rows import Rows
from backend.rules.language.terms import Aggregate

if TYPE_CHECKING:
    from backend.rules.changed_measures import ChangedMeasures

CHANGE = {
    "amount": "change", "percent": "change in percent", "points": "change in points",
    "deviations": "change",
}  # fmt: skip


_SIDES = listed([literal("now"), literal("before")])


def compare_groups(rule: ChangedMeasures, measure: Aggregate, found: Kept, rows: Rows) -> bool:
    """Write the body of ``scope``; a value that is not there has 0 rows, and no mean.

    Raises:
        PlanError: a measure of parts is of a column that is not all numbers.
    """
    body, [column] = rows.body, measure.by
    now = body.let("now", _now(measure, found, rows))
    past = of_column(rule.table, found.column, rule.since, body)
    counts = past.item(past.item(literal("measure")).compare("==", literal(found.measure)))
    if rule.unit == "deviations":
        counts = body.let("counts", counts)
    before = body.let("before", _before(rule, counts))
    columns = [("now", now), ("before", before)]
    if rule.unit == "deviations":
        columns.append((SPREAD, _numbers_of(counts).call("std")))
    frame = call("pd.DataFrame", mapping(columns))
    told = frame.call("fillna", literal(0)) if fills_groups(measure) else frame.call("dropna")
    groups = shown = body.let("groups", told)
    if not found.by:
        sides = groups.item(_SIDES) if rule.unit == "deviations" else groups
        is_there = sides.call("max", axis=literal("columns")).compare(">", literal(0))
        shown = groups.item(is_there)
    shown = shown.call("rename_axis", literal(_label(column))).call("reset_index")
    whole = kept_values(past, rule.since, parts_mark(found.by) if found.by else "values")
    body.give(Code(f"{shown.text} if {whole.text} else {groups.text}.iloc[:0]"))
    return False


def _label(column: str) -> str:
    taken = ("now", "before", SPREAD, *CHANGE.values())
    return f"{column} value" if column in taken else column


def _now(measure: Aggregate, found: Kept, rows: Rows) -> Code:
    [column] = measure.by
    texts = texts_of(rows.table, column, rows.facts, rows.body)
    if not found.by:
        return texts.call("value_counts")
    if measure.measure in NUMERIC and rows.fact(rows.table, found.column).type not in NUMBER_TYPES:
        raise PlanError(
            f"{rows.table}.{found.column}: not every cell is a number, so that no run kept it for "
            f"each {column}. Compare the whole column.",
            code="not-kept",
        )
    method, arguments = reduce_call(measure)
    series = measured(measure.model_copy(update={"by": ()}), rows)
    if measure.measure in NUMERIC:
        series = series.call("astype", literal("float64"))
    return series.call("groupby", texts).call(method, *arguments)


def _before(rule: ChangedMeasures, counts: Code) -> Code:
    if rule.since.of == "run":
        return counts.call("set_index", literal("value")).item(literal("number"))
    return _numbers_of(counts).call("agg", literal(rule.since.of))


def _numbers_of(counts: Code) -> Code:
    """The numbers of each value in the runs that are meant."""
    return counts.call("groupby", literal("value")).item(literal("number"))
