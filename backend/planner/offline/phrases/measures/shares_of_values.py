"""Phrases for the share that each of some named values has: neither heads nor tails above 60%.

Of values that are named one by one each must keep the bound. What they have together is told by
other words, and without any ("heads and tails must make up half") it is open which is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    Missing,
    OneOf,
    Predicate,
    Reads,
    Value,
)
from backend.rules.metric_bounds import allows
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, all_of, compare, not_

phrase = Phrases()

phrase.words("_of_filled", "of [all] [of] [the]")
phrase.words("_cells", "values | entries | cells")

Told = tuple[Predicate, ...]
_LEFT = {">": "<=", ">=": "<", "<": ">="}
"""What is left where values may not have so much, or so little."""

# Which values -----------------------------------------------------------------------------------


@phrase("neither_value", "neither [of] <valued> nor <valued>")
@phrase("neither_value", "neither <valued> , [nor] <valued> [,] nor <valued>")
@phrase("neither_value", "neither <valued> nor <valued> nor <valued>")
@phrase("neither_value", "none of <valued> , <valued> [,] (and|or) <valued>")
@phrase("both_values", "each of <valued> and <valued>")
@phrase("both_values", "each of <valued> , <valued> [,] and <valued>")
def some_values(*told: Predicate) -> Told | None:
    """Heads and tails: each is one value of the same column, and no two are alike."""
    is_one = all(isinstance(each, Compare) and each.sign == "==" for each in told)
    is_of_one = len({_column(each) for each in told}) == 1
    return told if is_one and is_of_one and len({*told}) == len(told) else None


phrase("each_values", "<valued> and <valued>", "<valued> , <valued> [,] and <valued>")(some_values)
phrase("both_values", "both <valued> and <valued>")(some_values)

# Of what ----------------------------------------------------------------------------------------


@phrase("share_whole", "of [all] [of] [the] <rows>")
def of_rows(rows: RowSet) -> RowSet | None:
    """Of the tosses."""
    return None if rows.each else rows


@phrase("share_whole", "_of_filled <cell> [_cells]", cost=0.05)
def of_filled(of: Any) -> Cell | None:
    """Of all faces: of the rows that have one."""
    return of if isinstance(of, Cell) else None


def _each_share(
    told: Sequence[Predicate], bound: Predicate, whole: RowSet | Cell
) -> Statement | None:
    rows = _rows_of(whole, told)
    if rows is None:
        return None
    return statement(all_of(*(about(bound, share(rows, each)) for each in told)))


def _rows_of(whole: RowSet | Cell, told: Sequence[Predicate]) -> RowSet | None:
    """The rows, or those with a cell of the column that the values are of."""
    if isinstance(whole, RowSet):
        return whole
    is_of_it = all(_column(each) == whole.column for each in told)
    return RowSet(table=whole.table, where=not_(Missing(of=whole))) if is_of_it else None


def _column(told: Predicate) -> str | None:
    of = told.left if isinstance(told, Compare) else told.of if isinstance(told, OneOf) else None
    return of.column if isinstance(of, Cell) else None


# How much ---------------------------------------------------------------------------------------


@phrase("stmt", "<neither_value> _may [ever|each] _makes_up <share_bound> <share_whole>", cost=0.04)
@phrase(
    "stmt", "<neither_value> _must [ever|each] _makes_up <share_bound> <share_whole>", cost=0.04
)
def neither_has(told: Told, bound: Predicate, whole: RowSet | Cell) -> Statement | None:
    """Neither heads nor tails may make up more than 60% of the tosses."""
    if not isinstance(bound, Compare) or bound.sign not in _LEFT:
        return None
    return _each_share(told, compare(IT, _LEFT[bound.sign], bound.right), whole)


@phrase("stmt", "<both_values> _must [each] _makes_up <share_bound> <share_whole>", cost=0.04)
@phrase("stmt", "<each_values> _must each _makes_up <share_bound> <share_whole>", cost=0.04)
@phrase("stmt", "<each_values> each _makes_up <share_bound> <share_whole>", cost=0.3)
def each_has(told: Told, bound: Predicate, whole: RowSet | Cell) -> Statement | None:
    """Both heads and tails must make up at least 40% of the tosses."""
    return _each_share(told, bound, whole)


@phrase("stmt", "<both_values> (may|can) [each] _makes_up <share_bound> <share_whole>", cost=0.04)
@phrase("stmt", "<each_values> (may|can) each _makes_up <share_bound> <share_whole>", cost=0.04)
def each_may_have(told: Told, bound: Predicate, whole: RowSet | Cell) -> Statement | None:
    """Heads and tails may each make up at most 60% of the tosses."""
    return _each_share(told, bound, whole) if allows(bound) else None


# One value ----------------------------------------------------------------------------------------

phrase("valued", "(value|entry|category|label) <adjective>", cost=0.05)(
    lambda told: told if isinstance(told, Compare) else None
)


@phrase("stmt", "<valued> _must _makes_up <share_bound> <share_whole>", cost=0.06)
def one_has(told: Predicate, bound: Predicate, whole: RowSet | Cell) -> Statement | None:
    """Heads must make up at least 40% of all faces."""
    return _each_share((told,), bound, whole)


@phrase("stmt", "<valued> (may|can) [only] _makes_up <share_bound> <share_whole>", cost=0.06)
def one_may_have(told: Predicate, bound: Predicate, whole: RowSet | Cell) -> Statement | None:
    """Heads may occur in at most 60% of the rows."""
    return one_has(told, bound, whole) if allows(bound) else None


@phrase("stmt", "<valued> _must_not _makes_up <share_bound> <share_whole>", cost=0.06)
def one_has_not(told: Predicate, bound: Predicate, whole: RowSet | Cell) -> Statement | None:
    """Heads must not occur in more than 60% of the rows."""
    return neither_has((told,), bound, whole)


@phrase("share_metric", "<valued> 's (share|proportion|percentage|part) <share_whole>", cost=0.05)
def share_of_value(told: Predicate, whole: RowSet | Cell) -> Value | None:
    """Heads' share of the tosses."""
    rows = _rows_of(whole, (told,))
    return None if rows is None else share(rows, told)


# Values in quotes, of the cells that hold any -----------------------------------------------------

# In quotes a value tells no column, and "of the parcels" may name rows: a column must be called one.
phrase.words("_column_named", "column | field")

phrase("filled_cells", "_of_filled <cell> _cells", "_of_filled _column_named <cell>")(
    lambda of: of if isinstance(of, Cell) else None
)


@phrase("quoted_values", "[value|entry] <text>", "(each of|both) <text> and <text>")
@phrase("quoted_values", "each of <text> , <text> [,] and <text>")
def quoted_values(*told: Constant) -> tuple[Constant, ...] | None:
    """'heads' and 'tails'."""
    is_text = all(each.reads == Reads.TEXT for each in told)
    return told if is_text and len({*told}) == len(told) else None


for _words in (
    "neither <text> nor <text>",
    "none of <text> , <text> [,] (and|or) <text>",
):
    phrase("quoted_neither", _words)(quoted_values)

phrase("quoted_each", "<text> and <text>", "<text> , <text> [,] and <text>")(quoted_values)


def _equal(of: Cell, told: Sequence[Constant]) -> Told:
    return tuple(compare(of, "==", each) for each in told)


@phrase(
    "stmt",
    "<quoted_values> _must [each] _makes_up <share_bound> <filled_cells>",
    "<quoted_each> _must each _makes_up <share_bound> <filled_cells>",
    cost=0.05,
)
def quoted_have(told: tuple[Constant, ...], bound: Predicate, of: Cell) -> Statement | None:
    """'heads' must make up at least 40% of the face values."""
    return _each_share(_equal(of, told), bound, of)


@phrase(
    "stmt",
    "<quoted_values> (may|can) [each] _makes_up <share_bound> <filled_cells>",
    "<quoted_each> (may|can) each _makes_up <share_bound> <filled_cells>",
    cost=0.05,
)
def quoted_may_have(told: tuple[Constant, ...], bound: Predicate, of: Cell) -> Statement | None:
    """'heads' may make up at most 60% of the face values."""
    return quoted_have(told, bound, of) if allows(bound) else None


@phrase(
    "stmt",
    "<quoted_neither> _may _makes_up <share_bound> <filled_cells>",
    "<quoted_neither> _must _makes_up <share_bound> <filled_cells>",
    cost=0.05,
)
def quoted_neither_has(told: tuple[Constant, ...], bound: Predicate, of: Cell) -> Statement | None:
    """Neither 'heads' nor 'tails' may make up more than 60% of the face values."""
    return neither_has(_equal(of, told), bound, of)
