"""Phrases for measures of a whole table, as owners also put them: shares of zeros, questions."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import count, distinct, is_open, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    compare,
    not_,
    number,
    one_of,
)

phrase = Phrases()


# Shares of a value ----------------------------------------------------------------------------


@phrase(
    "stmt",
    "(zeros|zeroes|zero values) _must (make up|account for|be) <share_bound> of [the|all] <cell> [values]",
    cost=0.05,
)
def share_of_zeros(bound: Predicate, of: Value) -> Statement | None:
    """Zeros must make up at least half of the amounts."""
    from backend.rules.metric_shares import share_of_values

    return share_of_values(bound, of, compare(IT, "==", number(0)))


@phrase("metric", "number of (zeros|zeroes|zero values) in <cell>", "<cell> zero count")
def count_of_zeros(of: Value) -> Value | None:
    """The number of zeros in a column."""
    if not isinstance(of, Cell):
        return None
    return count(RowSet(table=of.table, where=compare(of, "==", number(0))))


@phrase("metric", "ratio of (distinct|different) <cell> [values] to [number of|all] <rows>")
def distinct_per_row(of: Value, rows: RowSet) -> Value | None:
    """The ratio of distinct emails to members."""
    if rows.each or rows.where is not None:
        return None
    return Arithmetic(sign="/", left=distinct(of), right=count(rows))


# Questions ------------------------------------------------------------------------------------


@phrase("stmt", "is <metric> <adj> ? (it|this) _must [be]", cost=0.05)
@phrase("stmt", "is <metric> <measured_adj> ? (it|this) _must [be]", cost=0.05)
def asked_metric(metric: Value, told: Predicate) -> Statement | None:
    """Is the average fee above 10? It must be."""
    return None if is_open(metric) else statement(about(told, metric))


@phrase("stmt", "is <metric> <adj> ? (it|this) _must_not [be]", cost=0.05)
def asked_metric_not(metric: Value, told: Predicate) -> Statement | None:
    """Is the average fee above 10? It must not be."""
    return None if is_open(metric) else statement(not_(about(told, metric)))


@phrase(
    "stmt",
    "either <option> or <option> _must be _most_common <cell>",
    "<or_list> _must be _most_common <cell>",
    cost=0.05,
)
def either_most_common(*parts: Any) -> Statement | None:
    """Either mint or lime must be the most frequent flavour."""
    of = parts[-1]
    options = parts[0] if isinstance(parts[0], tuple) else tuple(parts[:-1])
    top = Aggregate(measure=Measure.TOP, of=of, table="")
    return statement(one_of(top, options)) if isinstance(of, Cell) else None
