"""Rows with "a rebate or a price of 0": of the first it may only be told that it is there."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token


def refuse_either_there(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a bound behind two columns is plainly told of both.

    Raises:
        Misfit: "with a height or a width above 60", where any height may do.
    """
    for part in node.walk():
        either = next((each for each in part.children if each.symbol == "or_cells"), None)
        if part.symbol != "feature" or either is None or either.end == part.end:
            continue
        said = tokens[max(0, either.start - 1) : either.end]
        if any(token.low in ("a", "an") for token in said):
            raise Misfit(
                "it is not clear of which of the two the bound is told; say 'whose … or … is', "
                "or tell each its own"
            )
