"""Over 3 the seal: a bound of something else, and no count of seals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_COUNTED = frozenset({"cell", "noun", "rows", "column", "expr"})


def refuse_counts_before_articles(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no article stands between a bound and what it counts.

    Raises:
        Misfit: "for red boxes over 3 the seal must be filled" was read of more than 3 seals.
    """
    for part in node.walk():
        for bound, counted in pairwise(part.children):
            is_pair = bound.symbol == "count_bound" and counted.symbol in _COUNTED
            between = [token.low for token in tokens[bound.end : counted.start]]
            if is_pair and between == ["the"]:
                raise Misfit("it is not clear what the bound is of: name the column before it")
