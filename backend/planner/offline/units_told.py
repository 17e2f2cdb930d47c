"""How a column is measured, told before its duty: it is given in thousands and must be below 15."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.units import unit_named
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_MEASURED = frozenset({
    "measured", "given", "stored", "expressed", "recorded", "reported", "quoted", "stated",
    "counted", "normalised", "normalized", "scaled", "standardised", "standardized", "kept",
})  # fmt: skip
_IN = frozenset({"in", "as"})
_SCALES = frozenset({
    "tens", "hundreds", "thousands", "millions", "of", "a", "an", "the", "fraction", "share",
    "proportion", "percentage", "units", "degrees", "us", "per", "cent", "square", "cubic",
})  # fmt: skip
_DUTIES = frozenset({"must", "may", "can", "should", "cannot", "shall", "has", "needs"})
_LONGEST = 8
_HEADER = 0.1


def unit_told(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where "is given in thousands and" ends, behind the column whose duty follows."""
    if at == 0 or tokens[at].low not in ("is", "are") or at + 2 >= len(tokens):
        return None
    ends = (p for p in range(at + 2, min(len(tokens), at + _LONGEST)) if tokens[p].low == "and")
    end = next(ends, 0)
    if not end or end + 1 == len(tokens) or tokens[end + 1].low not in _DUTIES:
        return None
    if tokens[at + 1].low not in _MEASURED or not _is_scale(tokens[at + 2 : end]):
        return None
    columns = {
        leaf.meaning.column
        for leaf in found
        if leaf.end == at and leaf.cost <= _HEADER and isinstance(leaf.meaning, Cell)
    }
    if len(columns) != 1:
        return None
    return end + 1, lambda rule: columns <= {column for _, column in rule.reads()}


def _is_scale(said: Sequence[Token]) -> bool:
    """Whether it tells a unit or a scale, and nothing of how the cells are written."""
    if not said:
        return True
    rest = said[1:] if said[0].low in _IN else ()
    return bool(rest) and all(
        token.shape == Shape.WORD and (token.low in _SCALES or unit_named(token.low))
        for token in rest
    )
