"""Orders without lines: rows of one table and those of another, and no cells of either."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit, Unclear
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
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


_BEARS = frozenset({"have", "has", "had", "bear", "bears", "carry", "carries", "share", "shares"})
_THEIRS = frozenset({"its", "their", "his", "her"})


def refuse_cells_of_others(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that does not take what is someone else's for a cell of the row.

    Raises:
        Misfit: "no beer may have the name of its brewery" was read of the brewery's name alone; it
            may hold what the row has itself against it.
    """
    if not isinstance(rule, BrokenRows) or any(isinstance(part, Lookup) for part in walk(rule)):
        return
    lows = [token.low for token in tokens]
    for at, low in enumerate(lows):
        owned = at + 1 < len(lows) and low == "of" and lows[at + 1] in _THEIRS
        before = lows[max(at - 4, 0) : at]
        is_own = "own" in lows[at + 1 : at + 3] or "the" not in before
        if owned and not is_own and _BEARS & {*before[: before.index("the")]}:
            raise Misfit("it is not clear which cells are held against each other; name both")


def _filled(told: Predicate | None) -> Value | None:
    is_filled = isinstance(told, Not) and isinstance(told.part, Missing)
    return told.part.of if is_filled else None  # type: ignore[union-attr]


_CLEARLY = frozenset({
    "any", "all", "both", "either", "none", "nor", "neither", "without", "no",
})  # fmt: skip
_ENDS = frozenset({
    ".", ";", ":", "(", ")", "?", "must", "may", "should", "can", "is", "are", "has", "have",
    "with", "where", "whose", "that", "if", "and",
})  # fmt: skip


def refuse_without_either(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass no "without a name or a phone" that leaves open what may be missing.

    Raises:
        Unclear: the rows may lack both, or at least one of them.
    """
    lows = [token.low for token in tokens]
    for at, low in enumerate(lows):
        end = next((far for far in range(at + 1, len(lows)) if lows[far] in _ENDS), len(lows))
        listed = lows[at + 1 : end]
        is_open = low == "without" and "or" in listed and not _CLEARLY & {*listed}
        if is_open and listed[-2:] != ["at", "all"] and (lacking := _told_empty(rule)):
            one, other = lacking[:2]
            raise Unclear(
                f'rows may lack {one} and {other}, or at least one of them; write "without {one} '
                f'and without {other}", or "where {one} is empty or {other} is empty"'
            )


def _told_empty(rule: Rule) -> list[str]:
    """The columns that a rule holds together by whether they are empty."""
    for part in walk(rule):
        parts = part.parts if isinstance(part, All | Any) else ()
        told = [each.part if isinstance(each, Not) else each for each in parts]
        cells = [each.of for each in told if isinstance(each, Missing)]
        columns = [cell.column for cell in cells if isinstance(cell, Cell)]
        if len(columns) > 1:
            return columns
    return []


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
