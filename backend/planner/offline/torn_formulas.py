"""A minus between two columns that was read as that of the second: (a - b) as a, and -b."""

from __future__ import annotations

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit

_TERMS = frozenset({"column", "cell", "number"})
_SIGNED = frozenset({"=-", "=minus"})


def refuse_torn_formulas(node: Node) -> None:
    """Pass a reading in which a minus stands before nothing that it could be taken from.

    Raises:
        Misfit: in "the scale (msrp - cost)" the rows with the msrp -cost are meant.
    """
    parts = list(node.walk())
    ends = {part.end for part in parts if part.symbol in _TERMS}
    for part in parts:
        signs = [child.symbol for child in part.children[:1]]
        if part.symbol == "factor" and _SIGNED & {*signs} and part.start in ends:
            raise Misfit("a minus between two columns takes the second from the first")
