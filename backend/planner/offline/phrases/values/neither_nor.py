"""Phrases for duties that go on: and neither must the end, nor may it be above 500, one of three."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Cell, Constant, Predicate, Unless, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    not_,
    one_of,
)

phrase = Phrases()
phrase.words("_may_too", "must | may | should | can | shall")


@phrase("stmt", "<expr> (may|can) be neither <adj> nor <adj>", cost=0.02)
def may_be_neither(of: Value, one: Predicate, other: Predicate) -> Statement:
    """The fee can be neither below 5 nor above 90."""
    return rule(all_of(not_(about(one, of)), not_(about(other, of))), subject=of)


# And neither must the other ---------------------------------------------------------------------


@phrase("stmt", "<expr> <must_not_do> [,] [and] (neither|nor) _may_too <expr>", cost=0.02)
def neither_other(first: Value, told: Predicate, other: Value) -> Statement | None:
    """The arrival must not be empty, and neither must the departure."""
    if first == other or not isinstance(other, Cell):
        return None
    return rule(all_of(about(told, first), about(told, other)), subject=first)


@phrase(
    "stmt", "<expr> (is|are) (not|never) <adj> [,] [and] (neither|nor) (is|are) <expr>", cost=0.3
)
@phrase("stmt", "<expr> _may_too never be <adj> [,] [and] (neither|nor) _may_too <expr>", cost=0.03)
def neither_is(first: Value, told: Predicate, other: Value) -> Statement | None:
    """The arrival is never empty and neither is the departure."""
    return neither_other(first, not_(told), other)


@phrase("stmt", "<expr> <must_not_do> [,] [and] nor _may_too (it|they) be <adj>", cost=0.02)
@phrase("stmt", "<expr> <must_not_do> [,] [and] nor _may_too (it|they) <verb>", cost=0.02)
def nor_may_it(of: Value, told: Predicate, other: Predicate) -> Statement:
    """The price must not be negative, nor may it exceed 500."""
    return rule(all_of(about(told, of), not_(about(other, of))), subject=of)


@phrase("stmt", "<rows> _must_not <rowvp> [,] [and] nor _may_too they <rowvp>", cost=0.05)
@phrase("stmt", "<rows> _must_not <rowvp> [,] [and] nor _may_too it <rowvp>", cost=0.05)
def nor_may_they(found: RowSet, told: Predicate, other: Predicate) -> Statement:
    """A refund must not be positive, nor may it have a due date."""
    return rule(all_of(not_(told), not_(other)), found.table, found.where)


# Unless one of them is so -----------------------------------------------------------------------


@phrase(
    "stmt",
    "<stmt> [,] unless (one|either|any|at least one) of (them|the two|these) <rowvp>",
    cost=0.05,
)
@phrase(
    "stmt", "<stmt> [,] (except when|except if) (one|either) of (them|the two) <rowvp>", cost=0.05
)
def unless_one(statement: Statement, told: Predicate) -> Statement | None:
    """No two bookings … unless one of them is cancelled: only the others are compared."""
    if not isinstance(statement.rule, Duplicates):
        return None
    return narrowed(statement, RowSet(where=Unless.model_validate({"part": told})))


# One of so many ---------------------------------------------------------------------------------

phrase.words(
    "_these_values",
    "values | options | possibilities | choices | entries | allowed values | valid values | permitted "
    "values | known values | allowed options | kinds | types | categories | codes",
)


@phrase("adj", "one of [the|these|following] <number> [_these_values] <any_list>", cost=0.02)
@phrase(
    "adj", "one of [the|these|following] <number> [_these_values] (:|,|-) <any_list>", cost=0.02
)
@phrase("adj", "one of [the|these] <number> <noun> (:|,|-) <any_list>", cost=0.05)
@phrase("adj", "one of [the|these] <number> <cell> (:|,|-) <any_list>", cost=0.05)
def one_of_so_many(count: Constant, *found: object) -> Predicate | None:
    """One of the three: a, b, c; where the number is another, one of the two is wrong."""
    options = found[-1]
    assert isinstance(options, tuple)
    return one_of(IT, options) if count.value == len(options) else None
