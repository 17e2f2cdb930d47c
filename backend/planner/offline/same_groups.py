"""The group that a rule keeps to, told once more: the previous reading of that gate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell, Previous
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_BY_A_PART = 1.5
"""What a part of a header costs at the most."""
_WITHIN = frozenset({"of", "for", "in", "within", "at", "on", "from"})


def of_that_group(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Of that gate, for the same gate: where it ends, and whether a rule keeps to it anyway."""
    lows = [token.low for token in tokens[at : at + 3]]
    if not lows or lows[0] not in _WITHIN:
        return None
    start = at + 2 if lows[1:2] == ["that"] else at + 3 if lows[1:] == ["the", "same"] else 0
    cells = [leaf for leaf in found if start and leaf.start == start and _may_name_group(leaf)]
    if not cells:
        return None
    end = max(leaf.end for leaf in cells)
    named = [leaf.meaning for leaf in cells if leaf.end == end]
    columns = {cell.column for cell in named if isinstance(cell, Cell)}
    return end, lambda rule: len(columns) == 1 and _keeps_to(rule, columns)


def _may_name_group(leaf: Leaf) -> bool:
    """That session: a part of the header is enough, as the rule must keep to that very column."""
    return leaf.symbol == "column" and leaf.cost <= _BY_A_PART


def _keeps_to(rule: Rule, columns: set[str]) -> bool:
    before = [part for part in walk(rule) if isinstance(part, Previous)]
    return bool(before) and all(columns <= {*part.by} for part in before)
