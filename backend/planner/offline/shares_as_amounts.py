"""A share of the values that was taken for a part of each: 90% of the weights lie below 50."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Arithmetic, Cell, Constant
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_PLURALS = frozenset({"lie", "are", "fall", "stay", "have", "do", "exceed", "reach"})
_PARTS = frozenset({"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth"})
_WIDEST = 4


def refuse_shares_as_amounts(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a part of each value where the verb tells of many of them.

    Raises:
        Misfit: "90% of weight lie below 50" may be told of nine values in ten.
    """
    if isinstance(rule, BrokenRows) and _tells_of_many(tokens) and any(map(_is_part, walk(rule))):
        raise Misfit("a share of the values is told; say 'at least 90% of the rows have …'")


def _tells_of_many(tokens: Sequence[Token]) -> bool:
    for at in range(len(tokens) - 2):
        if tokens[at].low in ("%", "percent", *_PARTS) and tokens[at + 1].low == "of":
            behind = tokens[at + 2 : at + 2 + _WIDEST]
            return any(token.low in _PLURALS for token in behind)
    return False


def _is_part(term: object) -> bool:
    if not isinstance(term, Arithmetic) or term.sign not in ("*", "/"):
        return False
    sides = (term.left, term.right)
    return any(isinstance(each, Cell) for each in sides) and any(
        isinstance(each, Arithmetic)
        or (isinstance(each, Constant) and _is_share(each.value, term.sign))
        for each in sides
    )


def _is_share(value: object, sign: str) -> bool:
    """0.9 of them, or one of two."""
    if not isinstance(value, int | float):
        return False
    return 0 < value <= 1 if sign == "*" else value > 1
