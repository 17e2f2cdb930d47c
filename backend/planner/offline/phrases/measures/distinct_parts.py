"""Phrases for how many values of a column there are, and for the part of them that differ."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Aggregate, Arithmetic, Cell, Missing, Value
from backend.rules.metric_phrases import count, distinct
from backend.rules.phrasing import Phrases, RowSet, not_

phrase = Phrases()

phrase.words(
    "_filled_in", "filled | filled-in | given | recorded | known | non-empty | non-blank | non-null"
)


def filled_count(of: Value) -> Value | None:
    """How many cells are filled."""
    if not isinstance(of, Cell):
        return None
    return count(RowSet(table=of.table, where=not_(Missing(of=of))))


@phrase("metric", "(number|count|total number) of [all] _filled_in <cell> [values|entries]")
@phrase("metric", "(number|count|total number) of _filled_in (values|entries) (in|of) <cell>")
def number_filled(of: Value) -> Value | None:
    """The number of filled answers."""
    return filled_count(of)


phrase.words("_no_two_same", "different | distinct | differing")
phrase.words("_of_all_these", "all | the | [the] (number|count|total number) of [all]")


@phrase("all_values", "_of_all_these [_filled_in] <cell> [values|entries]")
@phrase("all_values", "_of_all_these [_filled_in] (values|entries) (in|of) <cell>")
def all_values(of: Value) -> Value:
    """All values of the column."""
    return of


@phrase("different_values", "[the] (number|count) of _no_two_same <cell> [values|entries]")
@phrase("different_values", "_no_two_same <cell> [values|entries]")
@phrase(
    "different_values", "[the] [(number|count) of] _no_two_same (values|entries) (in|of) <cell>"
)
def different_values(of: Value) -> Value:
    """The number of different values of the column."""
    return of


@phrase("metric", "<different_values> (divided by|/|over) <all_values>", cost=-0.05)
@phrase("metric", "ratio (of|between) <different_values> (to|and) <all_values>", cost=-0.05)
@phrase(
    "metric", "(share|part|proportion|fraction) of <different_values> (among|in|of) <all_values>"
)
def part_that_differs(*parts: Any) -> Value | None:
    """The number of different answers divided by the number of answers."""
    one, other = parts
    whole = filled_count(other)
    if one != other or whole is None or isinstance(one, Aggregate):
        return None
    return Arithmetic(sign="/", left=distinct(one), right=whole)
