"""Phrases for how far the largest and the smallest value of a column are apart."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import (
    Aggregate,
    Arithmetic,
    Cell,
    Constant,
    Measure,
    Predicate,
    Value,
)
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

phrase.words(
    "_values_too", "values | value | figures | readings | entries | ones | amounts | numbers"
)

# The two ends -----------------------------------------------------------------------------------


@phrase(
    "both_ends",
    "_top_of [_values_too] and _bottom_of [_values_too] [of|in|for] <cell> [_values_too]",
    "_bottom_of [_values_too] and _top_of [_values_too] [of|in|for] <cell> [_values_too]",
)
def both_ends(of: Value) -> Value | None:
    """The largest and the smallest level: how far they are apart."""
    if not isinstance(of, Cell):
        return None
    ends = [Aggregate(measure=kind, of=of, table="") for kind in (Measure.MAXIMUM, Measure.MINIMUM)]
    return Arithmetic(sign="-", left=ends[0], right=ends[1])


@phrase("both_ends", "<both_ends> (in|of|over|across|among) [all|the] <rows>", cost=0.02)
def both_ends_of(apart: Value, rows: RowSet) -> Value | None:
    """The largest and the smallest level of all readings."""
    return apart if rows.where is None and not rows.each else None


phrase("metric", "(difference|distance|gap|spread|range) (of|between) <both_ends>", cost=0.05)(
    lambda apart: apart
)


@phrase("stmt", "<both_ends> _must <steps_apart>", cost=0.03)
def ends_must(apart: Value, told: Predicate) -> Statement:
    """The largest and the smallest level must be less than 20 apart."""
    return statement(about(told, apart))


@phrase("stmt", "<both_ends> (may|can) [only] <steps_apart>", cost=0.03)
def ends_may(apart: Value, told: Predicate) -> Statement | None:
    """The largest and the smallest level may differ by at most 20."""
    return ends_must(apart, told) if allows(told) else None


@phrase("stmt", "<both_ends> _must_not <steps_apart>", cost=0.03)
def ends_must_not(apart: Value, told: Predicate) -> Statement:
    """The largest and the smallest level must not be more than 20 apart."""
    return statement(not_(about(told, apart)))


@phrase("stmt", "<both_ends> (_be|lie|lies) [never] <count_bound> _apart_now", cost=0.1)
def ends_are(apart: Value, told: Predicate) -> Statement | None:
    """The largest and the smallest level are at most 20 apart: as they should be."""
    return ends_must(apart, told) if allows(told) else None


@phrase(
    "stmt",
    "there (must|should|has to) (be|lie) <count_bound> between <both_ends>",
    "between <both_ends> [there] (must|should|has to) (be|lie) <count_bound>",
    cost=0.03,
)
def between_must(*parts: Any) -> Statement:
    """There must be at most 20 between the highest and the lowest level."""
    apart = next(part for part in parts if isinstance(part, Arithmetic))
    return statement(about(next(part for part in parts if part is not apart), apart))


@phrase(
    "stmt",
    "there (may|can) [only] (be|lie) <count_bound> between <both_ends>",
    "between <both_ends> [there] (may|can) [only] (be|lie) <count_bound>",
    cost=0.03,
)
def between_may(*parts: Any) -> Statement | None:
    """Between the highest and the lowest level there may be at most 20."""
    apart = next(part for part in parts if isinstance(part, Arithmetic))
    bound = next(part for part in parts if part is not apart)
    return between_must(apart, bound) if allows(bound) else None


@phrase("stmt", "between <both_ends> [there] _must_not (be|lie) <count_bound>", cost=0.03)
@phrase("stmt", "there _must_not (be|lie) <count_bound> between <both_ends>", cost=0.03)
def between_must_not(*parts: Any) -> Statement:
    """There must not be more than 20 between the highest and the lowest level."""
    apart = next(part for part in parts if isinstance(part, Arithmetic))
    return statement(not_(about(next(part for part in parts if part is not apart), apart)))


# All of them together -----------------------------------------------------------------------------

phrase.words(
    "_over_all",
    "overall | altogether | in all | in total | over all rows | across all rows | over the whole (table|file|list) | across the whole (table|file|list) | as a whole",
)


@phrase(
    "stmt",
    "[all] <cell> [_values_too] _must [all] (lie|be|stay|remain) (within|no more than|at most) <number> of (each other|one another)",
    cost=0.05,
)
def within_each_other(of: Value, most: Constant) -> Statement | None:
    """All levels must lie within 20 of each other."""
    apart = both_ends(of)
    return None if apart is None else statement(compare(apart, "<=", most))


@phrase(
    "stmt", "<cell> [_values_too] _must_not (span|spread over|range over) <count_bound>", cost=0.05
)
@phrase(
    "stmt",
    "<cell> [_values_too] _must_not (vary|differ|spread|range) by <count_bound> _over_all",
    cost=0.05,
)
def must_not_span(of: Value, told: Predicate) -> Statement | None:
    """The level must not span more than 20."""
    apart = both_ends(of)
    return None if apart is None else ends_must_not(apart, told)


@phrase(
    "stmt",
    "<cell> [_values_too] (may|can|must|should) [only] (span|spread over|range over) <count_bound>",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> [_values_too] (may|can|must|should) [only] (vary|differ|spread|range) by <count_bound> _over_all",
    cost=0.05,
)
def may_span(of: Value, told: Predicate) -> Statement | None:
    """The level may vary by at most 20 overall."""
    apart = both_ends(of)
    return ends_must(apart, told) if apart is not None and allows(told) else None


# Told twice -----------------------------------------------------------------------------------------

phrase.words("_less_the", "minus | - | – | less")


@phrase(
    "metric", r"<metric> \( _top_of [_values_too] _less_the _bottom_of [_values_too] \)", cost=0.02
)
@phrase(
    "metric",
    "<metric> , [that is|i.e.|meaning] _top_of [_values_too] _less_the _bottom_of [_values_too] ,",
    cost=0.02,
)
def spread_as_told(apart: Value) -> Value | None:
    """The spread of the level (maximum minus minimum)."""
    if not isinstance(apart, Arithmetic) or apart.sign != "-":
        return None
    kinds = [getattr(side, "measure", None) for side in (apart.left, apart.right)]
    return apart if kinds == [Measure.MAXIMUM, Measure.MINIMUM] else None
