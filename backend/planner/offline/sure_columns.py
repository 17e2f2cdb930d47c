"""Which leaves surely name a column, and not only by a part of its header."""

from __future__ import annotations

from backend.planner.offline.chart import Leaf

_NEAR = 0.5
"""What words cost at the most that are surely a column's."""


def is_surely_column(leaf: Leaf) -> bool:
    """Whether words name a column in full."""
    return leaf.symbol == "column" and leaf.cost <= _NEAR
