"""Phrases for comparisons in signs: a >= b, 10 <= x <= 20."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Predicate, Value
from backend.rules.phrasing import Phrases, all_of, compare

phrase = Phrases()


@phrase(
    "clause",
    "<sum> <sign> <sum>",
    "<sum> <sign> <text>",
    "<sum> <sign> <bare>",
    "<sum> <sign> <moment>",
)
def written(left: Value, sign: str, right: Value) -> Predicate:
    """A comparison in signs."""
    return compare(left, sign, right)


@phrase("clause", "<operand> <sign> <cell> <sign> <operand>", cost=-0.05)
def written_chain(low: Value, first: str, middle: Value, second: str, high: Value) -> Predicate:
    """10 <= x <= 20."""
    return all_of(compare(low, first, middle), compare(middle, second, high))


@phrase("clause", "<cell> <sign> <text> (or|and) <sign> <text>", "<cell> _be <sign> <operand>")
def written_twice(left: Value, *rest: Any) -> Predicate | None:
    """``x > 1 or < 0`` is not read; ``x is > 1`` is."""
    if len(rest) != 2:
        return None
    return compare(left, str(rest[0]), rest[1])
