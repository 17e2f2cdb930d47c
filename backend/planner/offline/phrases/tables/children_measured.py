"""Phrases for what the rows of a row come to: the sum of their line totals, how many lines it has."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import OWN_KEY
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Cell, Constant, Measure, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words(
    "_ownings", "its | their | all its | all their | all of its | all of their | his | her"
)
phrase.words(
    "_that_it_has",
    "(it|they|he|she) (has|have|contains|contain|holds|hold|consists of|consist of) | of it | of them | "
    "in it | on it | belonging to it | that belong to it | belonging to them | linked to it | for it | for them",
)
phrase.words("_in_or_among", "of | in | on | for | over | across | from | among")


# The rows of a row ----------------------------------------------------------------------------


@phrase("child_rows", "_ownings <rows>", "[all] <rows> _that_it_has")
def child_rows(rows: RowSet) -> RowSet | None:
    """Its order items."""
    return None if rows.each else rows


@phrase("child_rows", "<table> 's <rows>", "<rows> (of|in|on|for) (that|the|an) <table>", cost=0.02)
@phrase(
    "child_rows", "[all] <rows> (the|that|an) <table> (has|holds|contains|consists of)", cost=0.02
)
@phrase("child_rows", "[all] <rows> <table> (has|holds|contains|consists of)", cost=0.05)
def child_rows_of(*parts: Any) -> RowSet | None:
    """The order's items."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    owner = next(part for part in parts if isinstance(part, str))
    return None if rows.each or rows.table == owner else rows


# What they come to ----------------------------------------------------------------------------


def _come_to(measure: Measure, rows: RowSet, of: Value | None = None) -> Value | None:
    if isinstance(of, Constant):
        return None
    return Aggregate(measure=measure, table=rows.table, of=of, where=rows.where, keys=OWN_KEY)


@phrase("related", "<measure> [of] <sum> _in_or_among <child_rows>", cost=0.02)
@phrase("related", "<measure> of <sum> [values] [_in_or_among] <child_rows>", cost=0.02)
def measured(measure: Measure, of: Value, rows: RowSet) -> Value | None:
    """The total of line_total over the order's items."""
    return _come_to(measure, rows, of)


@phrase("related", "<measure> of [all] <child_rows>", cost=0.1)
def summed_up(measure: Measure, rows: RowSet) -> Value | None:
    """The sum of the shop's orders: of the one column of amounts that they have."""
    if measure != Measure.SUM:
        return None
    return _come_to(measure, rows, Cell(table=rows.table, column=""))


@phrase("related", "<measure> of <child_rows> ['s|'] <sum>", cost=0.02)
def measured_of(measure: Measure, rows: RowSet, of: Value) -> Value | None:
    """The sum of its items' line totals."""
    return _come_to(measure, rows, of)


@phrase("related", "<measure> of _ownings <cell>", cost=0.2)
def measured_theirs(measure: Measure, of: Value) -> Value | None:
    """The sum of their line totals: of the rows of the one other table with that column."""
    return _come_to(measure, RowSet(), of)


@phrase("related", "<cell> of <child_rows>", cost=0.05)
def total_of_rows(of: Value, rows: RowSet) -> Value | None:
    """The total of all orders of a customer, where an order has a total: what they come to."""
    is_total = isinstance(of, Cell) and of.column.lower() in ("total", "sum")
    return _come_to(Measure.SUM, rows, of) if is_total and rows.table else None


phrase.words(
    "_come_up_to",
    "add up to | adds up to | sum to | sum up to | sums up to | come to | comes to | amount to | total | totals | "
    "make | makes | give | gives | add up | yield",
)


@phrase(
    "related",
    "what <child_rows> ['s|'] <cell> _come_up_to [together|in total|when added up]",
    cost=0.02,
)
def what_they_come_to(rows: RowSet, of: Value) -> Value | None:
    """What its items' line totals add up to."""
    return _come_to(Measure.SUM, rows, of)


@phrase(
    "related", "what <cell> _in_or_among <child_rows> _come_up_to [together|in total]", cost=0.02
)
@phrase(
    "related",
    "<cell> _in_or_among <child_rows> (added up|summed up|taken together|together|combined|added together)",
    cost=0.05,
)
def what_cells_come_to(of: Value, rows: RowSet) -> Value | None:
    """What the line totals of its items add up to."""
    return _come_to(Measure.SUM, rows, of)


@phrase("related", "(number|count) of <child_rows>", "how many <child_rows>", cost=0.02)
@phrase(
    "related",
    "how many <rows> there (are|is) [for it|for them|in it|on it]",
    "how many <child_rows> there are",
    cost=0.02,
)
def how_many(rows: RowSet) -> Value | None:
    """How many order items it has."""
    return _come_to(Measure.COUNT, rows) if rows.table else None


# Worked out, then held against a value --------------------------------------------------------

phrase.words(
    "_sum_up",
    "add up | sum up | add together | total up | add | sum | total | adding up | summing up | adding "
    "together | totalling | summing | adding | take the sum of | take the total of",
)
phrase.words("_for_owner", "of | for | per | in | on | by")
phrase.words(
    "_that_is_to_be",
    "has to be | must be | should be | is | has to match | must match | should match | matches | has to equal | "
    "must equal | should equal | equals | must give | should give | has to give | gives | must make | makes | "
    "must come to | must be equal to | should be equal to | must agree with | has to agree with | agrees with",
)
phrase.words(
    "_that_result",
    "the result | result | the sum | sum | the total | total | that | this | it | outcome",
)


@phrase("worked_per_owner", "_sum_up [all] <cell> _for_owner <rows> _for_owner <parent>")
@phrase(
    "worked_per_owner", "for <parent> [,] _sum_up [all] <cell> _for_owner [_ownings|all] <rows>"
)
def summed(*parts: Any) -> tuple[RowSet, Value] | None:
    """Add up the line totals in order items for each order."""
    owner = parts[2] if isinstance(parts[0], Cell) else parts[0]
    rows = parts[1] if isinstance(parts[0], Cell) else parts[2]
    of = parts[0] if isinstance(parts[0], Cell) else parts[1]
    value = _come_to(Measure.SUM, rows, of)
    is_clear = value is not None and rows.table and owner.table not in ("", rows.table)
    return (owner, value) if is_clear and value is not None and not rows.each else None


@phrase(
    "worked_per_owner",
    "_sum_up [all] <cell> _for_owner <parent>",
    "for <parent> [,] _sum_up [all] <cell>",
)
def summed_per(*parts: Any) -> tuple[RowSet, Value] | None:
    """Add up the line totals of each order."""
    owner, of = parts if isinstance(parts[0], RowSet) else parts[::-1]
    value = _come_to(Measure.SUM, RowSet(), of)
    return (owner, value) if owner.table and isinstance(of, Cell) and value is not None else None


@phrase("worked_per_owner", "_sum_up [all] <cell> _for_owner [all] <noun> 's <rows>")
def summed_of_owner(of: Value, owner: RowSet, rows: RowSet) -> tuple[RowSet, Value] | None:
    """Adding up the line totals of an order's items."""
    is_clear = owner.table and owner.table != rows.table and owner.where is None
    value = _come_to(Measure.SUM, rows, of) if is_clear else None
    return None if value is None else (owner, value)


@phrase("worked_per_owner", "count [up] [all] <rows> _for_owner <parent>")
def counted_of(rows: RowSet, owner: RowSet) -> tuple[RowSet, Value] | None:
    """Count the order items of each order."""
    value = _come_to(Measure.COUNT, rows)
    is_clear = rows.table and owner.table not in ("", rows.table) and not rows.each
    return (owner, value) if is_clear and value is not None else None


@phrase("worked_per_owner", "for <parent> [,] count [up] [_ownings|all] <rows>")
def counted_per(owner: RowSet, rows: RowSet) -> tuple[RowSet, Value] | None:
    """For each order, count its order items."""
    return counted_of(rows, owner)


@phrase(
    "stmt",
    "<worked_per_owner> (.|;|,|:|–|, and|and|, then) _that_result _that_is_to_be <operand>",
    cost=0.05,
)
@phrase(
    "stmt",
    "<worked_per_owner> (.|;|,|:|–|, and|and|, then) <operand> _that_is_to_be _that_result",
    cost=0.05,
)
@phrase(
    "stmt",
    "<worked_per_owner> (.|;|,|:|–|, and|and|, then) <operand> _that_is_to_be (that|this) (number|sum|total|count|result|figure)",
    cost=0.05,
)
@phrase(
    "stmt",
    "<worked_per_owner> [and one] (gets|must get|arrives at|must arrive at) <operand>",
    cost=0.05,
)
@phrase("stmt", "<worked_per_owner> _that_is_to_be <operand>", cost=0.05)
def held_against(told: tuple[RowSet, Value], wanted: Value) -> Statement | None:
    """Add up the line totals of each order; the result must be its net amount."""
    owner, value = told
    return rule(compare(wanted, "==", value), owner.table, owner.where)


@phrase(
    "verb", "(tell|tells|say|says|state|states|count|counts|give|gives|show|shows) <counted_out>"
)
@phrase("adj", "<counted_out>", cost=0.02)
def tells_how_many(value: Value) -> Predicate:
    """Tells how many lines the order has."""
    return compare(IT, "==", value)


@phrase("counted_out", "how many <child_rows>", "how many <child_rows> there are", cost=0.02)
@phrase(
    "counted_out",
    "how many <rows> (it|they|the <table>|<table>) _has_of_them [in <rows>]",
    cost=0.02,
)
def counted_out(rows: RowSet, *more: object) -> Value | None:
    """How many lines the order has in order_items."""
    named = [part for part in more if isinstance(part, RowSet)]
    if any(part.table != rows.table and rows.table for part in named):
        return None
    return how_many(named[0] if named else rows)


phrase.words("_has_of_them", "has | have | holds | contains | consists of | is made of")
