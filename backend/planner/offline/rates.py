"""Amounts in a time or of each thing, as "100 a day": no so many days."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Shape, Token

_COUNTED = frozenset({"number", "count_bound"})
_THINGS = frozenset({"rows", "noun"})
_ARTICLES = frozenset({"a", "an"})


def refuse_rates_as_counts(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading that counts nothing behind "a" or "an" as so many of them.

    Raises:
        Misfit: "less than 100 a day" was read as fewer than 100 days.
    """
    for part in node.walk():
        for at in range(len(part.children) - 1):
            count, thing = part.children[at : at + 2]
            if count.symbol in _COUNTED and thing.symbol in _THINGS:
                between = tokens[count.end - 1 : thing.start + 1]
                _require_no_rate(between)


def _require_no_rate(between: Sequence[Token]) -> None:
    is_rate = any(token.low in _ARTICLES for token in between[1:])
    if is_rate and between[0].shape == Shape.NUMBER:
        raise Misfit(f"'{between[0].text} a …' is an amount for each; say of which column")
