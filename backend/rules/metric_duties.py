"""The English of what a measure of a whole table must be."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import amount_measure, is_open, statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about, all_of, compare, not_

phrase = Phrases()
phrase.words(
    "_most_common",
    "most frequent | most common | modal | most often used | most popular | single most "
    "common | most frequently occurring | single most frequent",
)
phrase.words("_together", "together | in total | altogether | in all | combined | in sum")


@phrase("stmt", "<metric> <duty>", "<metric> <vp>", "<measure> <cell> <duty>")
def metric_duty(metric: Value, duty: Predicate, *more: Any) -> Statement | None:
    """The average price must be between 10 and 20."""
    return None if more or is_open(metric) else statement(about(duty, metric))


@phrase("stmt", "<metric> _must be <measured_adj>", "<metric> _be <measured_adj>")
def metric_apart(metric: Value, told: Predicate) -> Statement | None:
    """The total price must be at least 10% more than the total cost."""
    return None if is_open(metric) else statement(about(told, metric))


@phrase("stmt", "<metric> _must_not be <measured_adj>")
def metric_not_apart(metric: Value, told: Predicate) -> Statement | None:
    """The total price must not be more than 10% higher than the total cost."""
    return None if is_open(metric) else statement(not_(about(told, metric)))


@phrase("stmt", "<metric> <sign> <operand>", cost=0.02)
def metric_sign(metric: Value, sign: str, bound: Value) -> Statement | None:
    """Average number of operators = 1.5"""
    return None if is_open(metric) else statement(compare(metric, sign, bound))


@phrase(
    "stmt",
    "<metric> <duty> [,] (and|but) [its|the] (<measure>|<quantile_named>) <duty>",
    "<metric> _be <adj> [,] (and|but) [its|the] (<measure>|<quantile_named>) _be <adj>",
    cost=0.05,
)
def two_measures(
    first: Value, duty: Predicate, kind: Measure | float, other: Predicate
) -> Statement | None:
    """The minimum price must be above 0 and the maximum must be below 100."""
    second = of_the_same(first, kind)
    if second is None or second == first:
        return None
    return statement(all_of(about(duty, first), about(other, second)))


def of_the_same(first: Value, kind: Measure | float) -> Aggregate | None:
    """Another measure of the same column, or a quantile of it."""
    if not isinstance(first, Aggregate) or not isinstance(first.of, Cell):
        return None
    part = kind if isinstance(kind, float) else None
    measure = Measure.QUANTILE if isinstance(kind, float) else kind
    return first.model_copy(update={"measure": measure, "quantile": part})


@phrase("stmt", "<metric> <adj>", cost=0.2)
def metric_terse(metric: Value, told: Predicate) -> Statement | None:
    """Average price between 10 and 20."""
    return None if is_open(metric) else statement(about(told, metric))


@phrase("stmt", "<bounds> [,] and <bounds>", cost=0.05)
def both_measures(left: Predicate, right: Predicate) -> Statement | None:
    """The smallest mark must be above 0 and the largest mark must be below 100."""
    is_whole = not (is_open(left) or is_open(right))
    return statement(all_of(left, right)) if is_whole else None


@phrase("bounds", "<metric> <sign> <operand>")
def signed_bounds(metric: Value, sign: str, bound: Value) -> Predicate:
    """Minimum >= 5."""
    return compare(metric, sign, bound)


@phrase("bounds", "<metric> <duty>", "<metric> <adj>")
def bounds(metric: Value, told: Predicate) -> Predicate | None:
    """One of several measures of a column named before; "max 5" bounds each value instead."""
    is_end = isinstance(metric, Aggregate) and metric.measure in (Measure.MINIMUM, Measure.MAXIMUM)
    is_value = isinstance(told, Compare) and told.sign == "==" and isinstance(told.right, Constant)
    return None if is_end and is_value and is_open(metric) else about(told, metric)


@phrase("bounds", "<bounds> [,] [and] <bounds>", "<bounds> , and <bounds>")
def more_bounds(left: Predicate, right: Predicate) -> Predicate:
    """Several measures."""
    return all_of(left, right)


@phrase("stmt", "for <cell> [,|:] <bounds>", "<cell> : <bounds>", cost=0.1)
def bounds_for(of: Value, told: Predicate) -> Statement:
    """For ret_eur: the median between -0.1 and 0.1, …"""
    return statement(about(told, of))


@phrase(
    "stmt",
    "on average [,] <rows> _must take <adj> \\( <cell> \\)",
    "on average [,] <rows> _must (have|take|last) <adj> <cell>",
    "on average [,] <expr> <duty>",
    "<expr> _must [,] on average [,] be <adj>",
    "<expr> _must be <adj> on average",
    cost=0.05,
)
def on_average(*parts: Any) -> Statement | None:
    """On average, price must be below 10."""
    cells = [part for part in parts if isinstance(part, Cell)]
    told = next((part for part in parts if not isinstance(part, Cell | RowSet)), None)
    if len(cells) != 1 or told is None:
        return None
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    mean = Aggregate(measure=Measure.MEAN, of=cells[0], table=rows.table, where=rows.where)
    return statement(about(told, mean))


@phrase(
    "stmt",
    "<rows> [_together] (must|should) [_together] (come|add up|sum|amount) to <amount>",
    "[_together] <rows> (must|should) (add up|sum|come) to <amount>",
    "<rows> (must|should) total <amount>",
    cost=0.3,
)
def rows_sum(rows: RowSet, total: Value) -> Statement | None:
    """The payments together must come to 14: their one column of amounts."""
    if rows.each:
        return None
    return statement(compare(amount_measure(Measure.SUM, rows), "==", total))


@phrase(
    "stmt",
    "<cell> (must|should) (add up|sum up|sum|come|amount) [_together] to <count_bound>",
    "[all] <cell> values (must|should) [_together] (sum|add up|come) to <count_bound>",
    cost=0.4,
)
def column_sum_bounded(of: Value, bound: Predicate) -> Statement:
    """The amounts must add up to at most 14."""
    return statement(about(bound, Aggregate(measure=Measure.SUM, of=of, table="")))


@phrase("stmt", "_most_common <cell> [value] <vp>", cost=0.02)
@phrase(
    "stmt",
    "_most_common <cell> <duty>",
    "_most_common [value|values] (of|in|for) <cell> <duty>",
    "<cell> that (occurs|appears) most often <duty>",
    "mode of <cell> <duty>",
)
def most_common(of: Value, duty: Predicate) -> Statement:
    """The most frequent flavour must be jello."""
    return statement(about(duty, Aggregate(measure=Measure.TOP, of=of, table="")))


@phrase(
    "stmt",
    "<option> _must be [the] _most_common <cell>",
    "<option> _must be [the] _most_common (value|one) (of|in) <cell>",
    "<option> _must be the mode of <cell>",
    "is <option> the _most_common <cell> [?]",
    "is <option> the _most_common (value|one) (of|in) <cell> [?]",
)
def is_most_common(value: Value, of: Value) -> Statement:
    """Jello must be the most frequent flavour."""
    return statement(compare(Aggregate(measure=Measure.TOP, of=of, table=""), "==", value))
