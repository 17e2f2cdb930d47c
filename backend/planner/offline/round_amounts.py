"""Amounts told by their size: in the thousands is a size, a unit, or whole thousands.

Rules of this file: a plural number behind "in" is no step, unless "full", "whole" or "round" says
so, or no such size has a name of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_SIZES = {
    "tens": 10, "hundreds": 100, "thousands": 1000, "dozens": 12, "fifties": 50, "twenties": 20,
    "fives": 5, "twos": 2,
}  # fmt: skip
_STEPS = frozenset({"fives", "twos"})
_WHOLE = frozenset({"full", "whole", "round", "rounded"})


def refuse_round_amounts(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which whole thousands are told as such.

    Raises:
        Misfit: "salary must be in the thousands" was read as a multiple of 1000.
    """
    for part in node.walk():
        words = [token.low for token in tokens[part.start : part.end]]
        if part.symbol not in ("adj", "verb") or len(words) < 2 or words[-1] not in _SIZES:
            continue
        is_told = _WHOLE & {*words} or (part.symbol == "verb" or words[-1] in _STEPS)
        if "rounded" not in words and (words[-2] == "the" or not is_told):
            step = _SIZES[words[-1]]
            raise Misfit(
                f"'in {words[-1]}' may be a size, a unit or a step: say 'a multiple of {step}', or "
                "between which two numbers it must be"
            )
