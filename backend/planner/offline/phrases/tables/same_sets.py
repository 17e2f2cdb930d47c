"""Phrases for columns of two tables that hold the same values: both ways round."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, Statement
from backend.rules.unmatched_values import UnmatchedValues

phrase = Phrases()
phrase.words("_the_same", "the same | identical | equal | exactly the same | one and the same")
phrase.words(
    "_agree",
    "match | agree | coincide | match exactly | be the same | be identical | agree exactly",
)
phrase.words(
    "_values_of",
    "set of | values of | distinct values of | set of values of | distinct | the distinct",
)


def _rule(mine: Value, left: str, theirs: Value, right: str) -> Statement | None:
    """The two columns as sets; a table that is named twice is no pair."""
    if not isinstance(mine, Cell) or not isinstance(theirs, Cell) or left == right:
        return None
    if mine.table not in ("", left) or theirs.table not in ("", right):
        return None
    first, second = Cell(table=left, column=mine.column), Cell(table=right, column=theirs.column)
    return Statement(rule=UnmatchedValues(table=left, mine=first, theirs=second))


@phrase(
    "stmt",
    "distinct <cell> [values] (of|in) <table> _must be _the_same as (those|the ones) (of|in) <table>",
    "set of [distinct] <cell> [values] (of|in) <table> _must (be _the_same as|equal) (that|those|the one) (of|in) <table>",
    "[distinct] <cell> [values] (of|in) <table> and (those|the ones|that) (of|in) <table> _must _agree",
    "<table> and <table> _must _agree in [the set of] [their] [distinct] <cell> [values]",
)
def alike(*parts: object) -> Statement | None:
    """The distinct codes of A must be the same as those of B."""
    of = next(part for part in parts if isinstance(part, Cell))
    left, right = (part for part in parts if isinstance(part, str))
    return _rule(of, left, of, right)


@phrase(
    "stmt",
    "[_values_of] <cell> (of|in) <table> and [_values_of] <cell> (of|in) <table> _must (contain|hold|have) _the_same [set of] values",
    "_values_of <cell> (of|in) <table> and [_values_of] <cell> (of|in) <table> _must be _the_same",
    "_values_of <cell> (of|in) <table> _must be _the_same as [_values_of] <cell> (of|in) <table>",
    "_values_of <cell> (of|in) <table> _must equal [_values_of] <cell> (of|in) <table>",
)
def same_sets(mine: Value, left: str, theirs: Value, right: str) -> Statement | None:
    """Code of A and code of B must contain the same values."""
    return _rule(mine, left, theirs, right)


@phrase(
    "stmt",
    "_values_of <cell> and [_values_of] <cell> _must (contain|hold|have) _the_same [set of] values",
    "_values_of <cell> and [_values_of] <cell> _must be _the_same",
    "_values_of <cell> _must (be _the_same as|equal) _values_of <cell>",
)
def same_sets_of_cells(mine: Value, theirs: Value) -> Statement | None:
    """The set of codes in A must equal the set of codes in B, each with its table."""
    if not isinstance(mine, Cell) or not isinstance(theirs, Cell):
        return None
    both = mine.table and theirs.table
    return _rule(mine, mine.table, theirs, theirs.table) if both else None
