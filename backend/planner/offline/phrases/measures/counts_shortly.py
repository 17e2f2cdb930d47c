"""Phrases for how many rows or columns there are, told shortly: exactly 4 columns, 1000 rows give or take 100.

A number that is only roughly so says nothing by itself; with the exact bound behind it, that bound
is what holds.
"""

from __future__ import annotations

from backend.rules.language.terms import Constant, Predicate
from backend.rules.metric_bounds import allows, count_between, plain_bounds
from backend.rules.metric_counts import rows_bounded
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, all_of, any_of, compare, number
from backend.rules.wrong_columns import _counted

phrase = Phrases()

# Columns ----------------------------------------------------------------------------------------

phrase.words("_columns_number", "column count | number of _columns | count of _columns")


@phrase("field_count", "<number> _columns [_all_told|exactly|precisely]", cost=0.05)
def just_so_many(total: Constant) -> Predicate:
    """4 columns."""
    return compare(IT, "==", total)


@phrase("stmt", "<field_count>", "there (is|are) <field_count>", cost=0.3)
@phrase("stmt", "_columns : <count_bound>", "_columns_number [:] <count_bound>", cost=0.1)
@phrase("stmt", "(is|are) there <field_count> [?]", cost=0.1)
@phrase("stmt", "(is|are) _columns_number <count_bound> [?]", cost=0.1)
def so_many_here(bound: Predicate) -> Statement | None:
    """Exactly 4 columns."""
    return _counted(bound, "")


@phrase("stmt", "_columns : <number>", "_columns_number [:|=] <number>", cost=0.1)
@phrase("stmt", "_columns_number (_must be|_be) <number>", cost=0.1)
@phrase("stmt", "(is|are) _columns_number <number> [?]", cost=0.1)
def just_so_many_here(total: Constant) -> Statement | None:
    """Column count: 4."""
    return _counted(just_so_many(total), "")


@phrase("stmt", "<whose_columns> (_must be|_be) <field_count> wide", cost=0.05)
@phrase("stmt", "(is|are) <whose_columns> <field_count> wide [?]", cost=0.05)
def so_wide(table: tuple[str, str], bound: Predicate) -> Statement | None:
    """The table should be four columns wide."""
    return _counted(bound, table[1])


@phrase("stmt", "there (may|can) [only] be <field_count>", cost=0.1)
@phrase("stmt", "<field_count> (is|are) (allowed|permitted)", cost=0.1)
def may_be_so_many(bound: Predicate) -> Statement | None:
    """There may be at most 4 columns."""
    return _counted(bound, "") if allows(bound) else None


# Rows -------------------------------------------------------------------------------------------


@phrase("count_bound", "<number> to <number>", cost=0.1)
def so_many_to(low: Constant, high: Constant) -> Predicate | None:
    """900 to 1100."""
    told = plain_bounds(all_of(compare(IT, ">=", low), compare(IT, "<=", high)))
    return count_between(low, high) if told and told[0][1] < told[1][1] else None


@phrase("count_bound", "<count_bound> (and|but) <count_bound>", cost=0.1)
def from_both_sides(one: Predicate, other: Predicate) -> Predicate | None:
    """At least 900 and at most 1100."""
    ends = {getattr(part, "sign", "")[:1] for part in (one, other)}
    return all_of(one, other) if ends == {"<", ">"} else None


@phrase("count_bound", "<count_bound> or <count_bound>", cost=0.1)
def beyond_either(one: Predicate, other: Predicate) -> Predicate | None:
    """Fewer than 2 or more than 5."""
    ends = sorted(plain_bounds(all_of(one, other)) or ())
    if [sign[:1] for sign, _ in ends] != ["<", ">"]:
        return None
    below, above = (bound for _, bound in ends)
    return any_of(one, other) if below <= above else None


@phrase("stmt", "<count_bound> <rows>", cost=0.4)
def so_many_rows(bound: Predicate, rows: RowSet) -> Statement | None:
    """At least 3 rows."""
    return rows_bounded(bound, rows)


# A middle with a distance --------------------------------------------------------------------------


@phrase("around_so_many", "[_roughly_so] <number>", "(the|a) <number>", cost=0.02)
def around(middle: Constant) -> Constant:
    """Roughly 1000."""
    return middle


@phrase(
    "stmt",
    "[_expects|the _whole (has|contains|holds|_must have|_must contain|_must hold)] <around_so_many> <rows> [,] _give_or_take <number> [_row]",
    r"[_expects|the _whole (has|contains|holds|_must have|_must contain|_must hold)] <around_so_many> <rows> \( _give_or_take <number> [_row] \)",
    cost=-0.3,
)
def rows_around(middle: Constant, rows: RowSet, distance: Constant) -> Statement | None:
    """We expect roughly 1000 rows, give or take 100."""
    told = within(middle, distance)
    return None if told is None else rows_bounded(told, rows)


def within(middle: Constant, distance: Constant) -> Predicate | None:
    """From 900 to 1100, for 1000 and 100."""
    at, off = middle.value, distance.value
    if not isinstance(at, int | float) or not isinstance(off, int | float) or off <= 0:
        return None
    return all_of(compare(IT, ">=", number(at - off)), compare(IT, "<=", number(at + off)))


phrase.words(
    "_which_is_exactly",
    ": | , that is | , that is to say | , i.e. | , meaning | , which means | , namely | , so | ; that is | - | – | , in other words",
)


@phrase("count_bound", "_roughly_so <number> _which_is_exactly <count_bound>", cost=0.1)
@phrase("adj", "_roughly_so <number> _which_is_exactly <adj>", cost=0.1)
def roughly_that_is(middle: Constant, bound: Predicate) -> Predicate | None:
    """About 0, that is between -0.1 and 0.1."""
    return bound if _holds_of(middle, bound) else None


@phrase(
    "stmt",
    "(_expects|the _whole (has|contains|holds|_must have|_must contain|_must hold|_must be|_must have)) _roughly_so <number> <rows> _which_is_exactly "
    "<count_bound> [<noun>]",
    cost=0.1,
)
def rows_roughly(
    middle: Constant, rows: RowSet, bound: Predicate, again: RowSet | None = None
) -> Statement | None:
    """The file should be roughly a thousand rows: between 900 and 1,100."""
    is_same = again is None or (again.where == rows.where and not again.each)
    return rows_bounded(bound, rows) if is_same and _holds_of(middle, bound) else None


def _holds_of(middle: Constant, bound: Predicate) -> bool:
    """Whether what is roughly so lies inside what is exactly told."""
    told, at = plain_bounds(bound), middle.value
    if not told or not isinstance(at, int | float) or len(told) < 2:
        return False
    return all(low <= at if sign in (">", ">=") else at <= low for sign, low in told)
