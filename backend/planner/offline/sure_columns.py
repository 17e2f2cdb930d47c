"""Which leaves surely name a column, and not only by a part of its header."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.rules.language.terms import Cell
from backend.rules.rule import Rule

_NEAR = 0.5
"""What words cost at the most that are surely a column's."""
_HEADER = 0.1
"""What words cost at the most that are a column's whole header."""


def is_surely_column(leaf: Leaf) -> bool:
    """Whether words name a column in full."""
    return leaf.symbol == "column" and leaf.cost <= _NEAR


def reads_column_before(at: int, found: Sequence[Leaf]) -> Callable[[Rule], bool] | None:
    """Whether a rule reads the one column whose header ends there; None where there is no such."""
    columns = {
        leaf.meaning.column
        for leaf in found
        if leaf.end == at and leaf.cost <= _HEADER and isinstance(leaf.meaning, Cell)
    }
    if len(columns) != 1:
        return None
    return lambda rule: columns <= {column for _, column in rule.reads()}
