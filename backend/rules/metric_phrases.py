"""The English of measures: averages, totals, counts, percentiles, and how much they may be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backend.rules.language.periods import Period
from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Constant,
    Measure,
    Missing,
    Predicate,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    both,
    compare,
    number,
)

phrase = Phrases()


def statement(
    must: Predicate, by: tuple[str, ...] = (), table: str = "", per: tuple[Period, ...] = ()
) -> Statement:
    """A rule about measures; its kind is made by the catalog's own spec."""
    from backend.rules.failing_metrics import FailingMetrics

    return Statement(rule=FailingMetrics(table=table, must=must, by=by, per=per))


def with_rest_of(
    whole: Statement, found: Statement | None, where: Predicate | None = None
) -> Statement | None:
    """What a statement became, with its rows and remarks; None where it says another rule too."""
    if found is None or whole.also:
        return None
    rule = found.rule.model_copy(update={"where": where})
    return found.model_copy(update={"rule": rule, "remarks": whole.remarks})


def count(rows: RowSet) -> Value:
    """The number of these rows."""
    return Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where)


def share(rows: RowSet, holds: Predicate) -> Value:
    """The share of the rows for which something is so."""
    return Aggregate(measure=Measure.SHARE, table=rows.table, where=rows.where, holds=holds)


def aggregates_in(metric: Value | Predicate) -> Iterator[Aggregate]:
    """The measures that a value computes with."""
    yield from (part for part in walk(metric) if isinstance(part, Aggregate))


def is_open(metric: Value | Predicate) -> bool:
    """Whether the measure's column was not named with it."""
    return any(part.of == IT for part in aggregates_in(metric))


def times(factor: float, value: Value) -> Value:
    """A multiple of a value."""
    return Arithmetic(sign="*", left=number(factor), right=value)


# Measures ------------------------------------------------------------------------------------


@phrase(
    "metric",
    "<measure> <sum> (of|over|across|in|for) [all|the] <rows>",
    "<measure> of <sum> (over|across|in|for|among|of) [all|the] <rows>",
)
def measure_of_rows(measure: Measure, of: Value, rows: RowSet) -> Value | None:
    """The average price of paid orders; of each order would be another thing."""
    if rows.each:
        return None
    return Aggregate(measure=measure, of=of, table=rows.table, where=rows.where)


@phrase(
    "metric",
    "<measure> [value|values] of [all|the] <sum> [values]",
    "<measure> <sum> [values]",
    "<sum> <measure>",
    "<measure> (over|across) [all] <sum>",
)
@phrase("metric", "<measure> of all <sum>", "<sum> on <measure>")
def measure(*parts: Any) -> Value | None:
    """The average price; of a number by itself there is none."""
    kind, of = parts if isinstance(parts[0], Measure) else parts[::-1]
    if isinstance(of, Constant):
        return None
    return Aggregate(measure=kind, of=of, table="")


@phrase("metric", "<measure> [of] [all|the] <rows>", cost=0.3)
def measure_of_amounts(kind: Measure, rows: RowSet) -> Value | None:
    """The total of paid orders: of the one column of amounts that they have."""
    return None if rows.each or not rows.table else amount_measure(kind, rows)


def amount_measure(kind: Measure, rows: RowSet) -> Value:
    """A measure of the one column of amounts of a table, which the schema tells."""
    of = Cell(table=rows.table, column="")
    return Aggregate(measure=kind, table=rows.table, of=of, where=rows.where)


@phrase("metric", "<metric> (for|in|among|of) <adjective>", "<metric> where <clauses>", cost=0.15)
def measure_where(metric: Value, condition: Predicate) -> Value | None:
    """The average mark in maths."""
    found = list(aggregates_in(metric))
    if any(part.of is None or part.of == IT for part in found):
        return None
    return rewrite(
        metric,
        lambda part: (
            part.model_copy(update={"where": both(condition, part.where)})
            if isinstance(part, Aggregate)
            else None
        ),
    )


@phrase("metric", "<metric> (for|in|of|at|with) <cell> (<text>|<bare>|<number>)", cost=0.15)
def measure_for(metric: Value, of: Cell, wanted: Value) -> Value | None:
    """The average mark for subject maths."""
    return measure_where(metric, compare(of, "==", wanted))


@phrase(
    "metric",
    "[total] number of distinct [values (in|of)] <cell>",
    "[total] number of (different|unique|distinct) [values (in|of)|values for] <cell>",
    "count of (distinct|different|unique) [values (in|of)] <cell>",
    "distinct count of <cell>",
    "number of (distinct|different|unique) <cell> values",
    "cardinality of <cell>",
)
def distinct(of: Value) -> Value:
    """How many different values there are; empty cells are none."""
    return Aggregate(measure=Measure.DISTINCT, of=of, table="")


@phrase(
    "metric",
    "number of (distinct|different|unique) <cell> (in|of|among|over) [all] <rows>",
    "distinct count of <cell> (in|of|among|over) [all] <rows>",
)
def distinct_of_rows(of: Value, rows: RowSet) -> Value | None:
    """How many different values these rows have."""
    if rows.each:
        return None
    return Aggregate(measure=Measure.DISTINCT, of=of, table=rows.table, where=rows.where)


@phrase(
    "metric",
    "number of [all] <rows>",
    "count of [all] <rows>",
    "<rows> count",
    "row count [of|in <rows>]",
    "total number of <rows>",
    "number of rows (in|of) <rows>",
)
def row_count(*rows: RowSet) -> Value | None:
    """How many rows there are."""
    found = rows[0] if rows else RowSet()
    return None if found.each else count(found)


@phrase(
    "metric",
    "number of (empty|missing|blank|null) <cell> [values]",
    "number of (empty|missing|blank|null) [values|cells] in <cell>",
)
def missing_count(of: Value) -> Value:
    """How many cells are empty."""
    return Aggregate(measure=Measure.COUNT, table="", where=Missing(of=of))


@phrase("metric", "median", "<measure>", cost=0.3)
def measure_of_it(*measures: Measure) -> Value:
    """A measure whose column was named before."""
    return Aggregate(measure=measures[0] if measures else Measure.MEDIAN, of=IT, table="")
