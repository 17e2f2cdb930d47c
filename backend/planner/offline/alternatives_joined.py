"""Alternatives told in full beside other duties: it is red, or it is blue, and it has a box."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_IN_FULL = frozenset({"_or_else_it", "_or_else_again"})
_JOINS = frozenset({"and", "or", "but", "nor", "unless", "if", "when", "where"})
_IDLE = frozenset({",", "a", "an", "the", "any", "each", "every", "either"})


def refuse_alternatives_joined(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which such alternatives stand alone.

    Raises:
        Misfit: what is said beside them may be of both or of one of them.
    """
    for part in node.walk():
        if not any(child.symbol in _IN_FULL for child in part.children):
            continue
        before = [token.low for token in tokens[: part.start] if token.low not in _IDLE]
        behind = [token.low for token in tokens[part.end :] if token.low not in _IDLE]
        if {*before[-1:], *behind[:1]} & _JOINS:
            raise Misfit(
                "it is not clear what goes with both of its alternatives, and what with one: make "
                "two checks of it"
            )
