"""What the leaves of a story mention, and so what its rule must hold as well."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell, Compare, Constant

LOOSE = 1.0
"""From this cost on, a link to a column is a guess."""
FACTS = (
    "unit", "month", "weekday", "ordinal", "date", "clock", "text", "regex", "old",
    "older", "younger", "age", "parameter",
)  # fmt: skip


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


def is_quantified(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun stands behind "every", "all", "no" or "of the"."""
    before = [token.low for token in tokens[max(place - 3, 0) : place]]
    return before[-1] in ("each", "every", "all", "any", "no") or (
        "of" in before and before[-1] in ("of", "the", "all", "our")
    )
