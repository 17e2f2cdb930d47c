"""Phrases for functions of a value, and measures over rows that belong to a row."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Arithmetic,
    Cell,
    Constant,
    Elapsed,
    Function,
    Measure,
    Predicate,
    Reads,
    Value,
)
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare

phrase = Phrases()


# Functions ------------------------------------------------------------------------------------

_FUNCTIONS = {
    Function.LENGTH: ("length of <cell>", "<cell> length", "number of characters (in|of) <cell>"),
    Function.WORDS: ("number of words (in|of) <cell>",),
    Function.YEAR: ("year of <cell>", "<cell> year"),
    Function.MONTH: ("month [number] of <cell>",),
    Function.DAY: ("day of [the] month of <cell>",),
    Function.HOUR: ("hour of <cell>",),
    Function.ABSOLUTE: ("absolute value of <cell>", "absolute <cell>", "size of <cell>"),
}
for _function, _patterns in _FUNCTIONS.items():
    phrase("function", *_patterns)(lambda of, function=_function: Apply(function=function, of=of))


@phrase("function", "(days|time) (between|from) <cell> (and|to) <cell>")
@phrase("function", "number of (days|nights) (between|from) <cell> (and|to) <cell>")
def days_between(start: Value, end: Value) -> Value:
    """Whole days from one date to another."""
    return Elapsed(unit="days", start=start, end=end)


# Measures over related rows -------------------------------------------------------------------

MEASURES = {
    Measure.SUM: ("sum", "total", "total sum", "combined"),
    Measure.MEAN: ("mean", "average", "avg", "arithmetic mean"),
    Measure.MEDIAN: ("median",),
    Measure.MINIMUM: ("minimum", "smallest", "lowest", "min", "earliest", "shortest", "least"),
    Measure.MAXIMUM: (
        "maximum",
        "largest",
        "highest",
        "max",
        "latest",
        "newest",
        "longest",
        "biggest",
        "greatest",
    ),
    Measure.DEVIATION: (
        "standard deviation",
        "sample standard deviation",
        "std",
        "stdev",
        "stddev",
        "sd",
        "std dev",
        "std. dev.",
    ),
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


@phrase("related", "<measure> [of] (its|their|all its|all their) <rows>", cost=0.1)
@phrase("related", "<measure> <rows>", cost=0.25)
def related_amount(measure: Measure, rows: RowSet) -> Value | None:
    """Total payments: the sum of the one column of amounts that the related rows have."""
    if not rows.table or rows.each or measure != Measure.SUM:
        return None
    of = Cell(table=rows.table, column="")
    return Aggregate(measure=measure, table=rows.table, of=of, where=rows.where, keys=OWN_KEY)


@phrase(
    "related", "<measure> of (its|their) <rows> ' <sum>", "<measure> of (its|their) <rows> 's <sum>"
)
@phrase("related", "<measure> of (its|their) <rows> <sum>", cost=0.05)
def related_possessive(measure: Measure, rows: RowSet, of: Value) -> Value | None:
    """The sum of its lines' price."""
    return related(measure, of, rows)


@phrase(
    "related", "<measure> of <sum> (over|across) [all] [matching|corresponding] <rows>", cost=0.3
)
def related_plain(measure: Measure, of: Value, rows: RowSet) -> Value | None:
    """The sum of quantity * price over the order lines."""
    return None if rows.each else related(measure, of, rows)


@phrase("related", "<multiple> <related>", "<multiple> as much as <related>")
def related_multiple(factor: float, value: Value) -> Value:
    """Three times the number of its lines."""
    return Arithmetic(sign="*", left=Constant(value=factor, reads=Reads.NUMBER), right=value)


@phrase("factor", "<related>", cost=0.02)
def related_factor(value: Value) -> Value:
    """A measure of related rows, to compute with."""
    return value


@phrase("adj", "[equal to] [the] <related>", cost=0.05)
def is_related(value: Value) -> Predicate:
    """The sum of its lines."""
    return compare(IT, "==", value)


# Measures of each parent ----------------------------------------------------------------------


@phrase("parent", "(each|every|a single|any|any one|one) <noun>", "<parent> <rel>")
def parent(found: RowSet, *condition: Predicate) -> RowSet:
    """Each invoice."""
    return found.that(condition[0]) if condition else found


phrase.words(
    "_of_parent", "of | in | for | on | by | per | belonging to | that belong to | linked to"
)


@phrase(
    "parent_measure", "number of <rows> _of_parent <parent>", "count of <rows> _of_parent <parent>"
)
@phrase("parent_measure", "number of <rows> per <noun>")
def parent_count(rows: RowSet, owner: RowSet) -> tuple[RowSet, Value] | None:
    """The number of lines of each invoice."""
    return _of_parent(owner, related_count(rows), rows)


@phrase("parent_measure", "<parent> 's number of <rows>")
def parent_has_count(owner: RowSet, rows: RowSet) -> tuple[RowSet, Value] | None:
    """Each invoice's number of lines."""
    return parent_count(rows, owner)


@phrase("parent_measure", "<measure> of <sum> (of|over|in|across) <rows> _of_parent <parent>")
@phrase("parent_measure", "<measure> <sum> of <rows> _of_parent <parent>")
def parent_sum(measure: Measure, of: Value, rows: RowSet, owner: RowSet) -> Any:
    """The sum of the quantity of the lines of each invoice."""
    return _of_parent(owner, related(measure, of, rows), rows)


def _of_parent(owner: RowSet, value: Value | None, rows: RowSet) -> tuple[RowSet, Value] | None:
    is_clear = value is not None and owner.table and owner.table != rows.table and not rows.each
    return (owner, value) if is_clear and value is not None else None


@phrase("stmt", "<parent_measure> <duty>")
def parent_duty(measured: tuple[RowSet, Value], duty: Predicate) -> Statement:
    """The number of lines of each invoice must be between 1 and 3."""
    owner, value = measured
    return rule(about(duty, value), owner.table, owner.where)


# Named by their owner -------------------------------------------------------------------------


@phrase("operand", "(its|their|his|her|the) own <cell>", cost=0.05)
@phrase("cell", "(its|their|his|her) <cell>", cost=0.05)
def own_cell(cell: Value) -> Value:
    """Their credit limit."""
    return cell
