"""What single words of a story tell: a column, a value, a number, a month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.rules.language.terms import Cell, Compare, Constant

LOOSE = 1.0
"""From this cost on, a link to a column is a guess."""
ROWS = ("table", "keynoun")


def month_beside(tokens: Sequence[Token], leaves: Iterable[Leaf], place: int) -> str | None:
    """A month with the day or year beside it, as ``m7``."""
    beside = [*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2]]
    if not any(token.shape == Shape.NUMBER for token in beside):
        return None
    return next((f"m{leaf.meaning}" for leaf in leaves if leaf.symbol == "month"), None)


def told_by(leaf: Leaf) -> str:
    """What the rule must hold as well if a story has this leaf."""
    meaning = leaf.meaning
    if isinstance(meaning, Cell) and leaf.symbol == "column" and leaf.cost < LOOSE:
        return meaning.column.lower()
    if leaf.symbol in ("adjective", "flag_word") and isinstance(meaning, Compare):
        right = meaning.right
        return str(right.value).lower() if isinstance(right, Constant) else ""
    if leaf.symbol in ("number", "weekday") and isinstance(meaning, Constant):
        return f"{float(str(meaning.value)):g}"
    return ""
