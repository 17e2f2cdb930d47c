"""One column that gives another: "all sources must give a time" is no equation."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell, Compare
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_GIVES = frozenset({"make", "makes", "give", "gives", "produce", "produces", "giving"})


def refuse_givers_as_sums(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a calculation gives a value, and no column gives another.

    Raises:
        Misfit: a bare column is said to give a bare column.
    """
    given = any(
        part.symbol == "verb" and tokens[part.start].low in _GIVES and part.end - part.start > 1
        for part in node.walk()
    )
    pairs = (
        part
        for part in walk(rule)
        if isinstance(part, Compare) and part.sign == "==" and isinstance(part.left, Cell)
    )
    if given and any(isinstance(pair.right, Cell) for pair in pairs):
        raise Misfit("a column gives no other; say 'must equal', or what must be filled")
