"""Phrases for functions of a value, and measures over rows that belong to a row."""

from __future__ import annotations

from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Elapsed,
    Function,
    Measure,
    Value,
)
from backend.rules.phrasing import (
    Phrases,
    RowSet,
)

phrase = Phrases()


# Functions ------------------------------------------------------------------------------------

_FUNCTIONS = {
    Function.LENGTH: ("length of <cell>", "<cell> length", "number of characters (in|of) <cell>"),
    Function.WORDS: ("number of words (in|of) <cell>",),
    Function.YEAR: ("year of <cell>", "<cell> year"),
    Function.MONTH: ("month of <cell>",),
    Function.DAY: ("day of month of <cell>",),
    Function.HOUR: ("hour of <cell>",),
    Function.ABSOLUTE: ("absolute value of <cell>", "absolute <cell>", "size of <cell>"),
}
for _function, _patterns in _FUNCTIONS.items():
    phrase("function", *_patterns)(lambda of, function=_function: Apply(function=function, of=of))


@phrase("function", "(days|time) (between|from) <cell> (and|to) <cell>")
@phrase("function", "number of days (between|from) <cell> (and|to) <cell>")
def days_between(start: Value, end: Value) -> Value:
    """Whole days from one date to another."""
    return Elapsed(unit="days", start=start, end=end)


# Measures over related rows -------------------------------------------------------------------

MEASURES = {
    Measure.SUM: ("sum", "total", "total sum", "combined"),
    Measure.MEAN: ("mean", "average", "avg", "arithmetic mean"),
    Measure.MEDIAN: ("median",),
    Measure.MINIMUM: ("minimum", "smallest", "lowest", "min", "earliest"),
    Measure.MAXIMUM: ("maximum", "largest", "highest", "max", "latest", "newest"),
    Measure.DEVIATION: ("standard deviation", "sample standard deviation", "std"),
    Measure.VARIANCE: ("variance",),
}
for _measure, _names in MEASURES.items():
    phrase("measure", *_names)(lambda measure=_measure: measure)


@phrase("related", "<measure> of <sum> over (its|their|the|all its) <rows>")
@phrase("related", "<measure> of <sum> (of|in|for|across) (its|their|all its) <rows>")
@phrase("related", "<measure> <sum> (of|over|in) (its|their|all its) <rows>")
def related(measure: Measure, of: Value, rows: RowSet) -> Value | None:
    """A measure over the rows of another table that belong to this row."""
    if not rows.table:
        return None
    return Aggregate(measure=measure, table=rows.table, of=of, where=rows.where, keys=(("", ""),))


@phrase("related", "number of (its|their) <rows>", "count of (its|their) <rows>")
@phrase("related", "number of <rows> (it has|they have|of its|of their)")
def related_count(rows: RowSet) -> Value | None:
    """How many rows of another table belong to this row."""
    if not rows.table:
        return None
    return Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where, keys=(("", ""),))
