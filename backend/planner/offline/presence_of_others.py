"""Orders without lines: rows of one table and those of another, and no cells of either."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit, Unclear
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Lookup,
    Missing,
    Not,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.metric_names import COUNTS
from backend.rules.rule import Rule


def refuse_rows_as_filled_cells(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which "without" tells no rows of two tables apart by two of their cells.

    Raises:
        Misfit: "orders without lines" was read of an order date that is filled, in each line.
    """
    if not isinstance(rule, BrokenRows) or "without" not in {token.low for token in tokens}:
        return
    chosen, asked = _filled(rule.where), _filled(rule.must)
    if isinstance(chosen, Lookup) and isinstance(asked, Cell):
        raise Misfit(f"it is not clear whether {asked.column} is to be filled, or rows are missing")


def _filled(told: Predicate | None) -> Value | None:
    is_filled = isinstance(told, Not) and isinstance(told.part, Missing)
    return told.part.of if is_filled else None  # type: ignore[union-attr]


def refuse_keys_as_counts(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which "the number of an employee" is no count of employees.

    Raises:
        Misfit: one has a number of its own; how many there are is said of several.
    """
    lows = [token.low for token in tokens]
    of_one = any(
        lows[at : at + 2] == ["number", "of"] and lows[at + 2] in ("a", "an", "one")
        for at in range(len(lows) - 2)
    )
    counts = any(isinstance(part, Aggregate) and part.measure in COUNTS for part in walk(rule))
    if of_one and counts and "per" not in lows:
        raise Misfit("the number of one of them is its own number; say whether rows are counted")


def refuse_same_sides(rule: Rule) -> None:
    """Pass a reading in which no measure of a column is compared with itself.

    Raises:
        Unclear: "more order lines than orders" was read of one number on both sides.
    """
    for part in walk(rule):
        if not isinstance(part, Compare) or not isinstance(part.left, Aggregate):
            continue
        if isinstance(part.right, Aggregate) and _measured(part.left) & _measured(part.right):
            raise Unclear(
                "both sides of the comparison are the same; name the tables by their names"
            )


def _measured(side: Value) -> set[str]:
    """The measures of columns on a side, by what is measured."""
    found = [part for part in walk(side) if isinstance(part, Aggregate) and part.of is not None]
    return {repr((each.measure, each.of, each.where, each.keys, each.by)) for each in found}
