"""A key of some row, as "the id of an employee", is no key of the row itself."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_SOME = frozenset({"a", "an", "any", "another", "some", "one", "existing"})


def refuse_own_key_for_any(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a rule that asks for no row's own key where the key of some row is told.

    Raises:
        Misfit: "the boss is the number of an employee" was read as the number of that very row.
    """
    if not isinstance(rule, BrokenRows):
        return
    for part in walk(rule.must):
        if not isinstance(part, Compare) or part.sign != "==" or not isinstance(part.right, Cell):
            continue
        column = context.column(rule.table, part.right.column)
        is_key = column is not None and column.unique and isinstance(part.left, Cell)
        if is_key and part.right.table == rule.table and _is_of_some(part.right.column, tokens):
            raise Misfit(
                f"{part.right.column} of some row is not the row's own; say which is meant"
            )


def _is_of_some(header: str, tokens: Sequence[Token]) -> bool:
    lows = [token.low for token in tokens]
    places = (at for at, low in enumerate(lows[:-2]) if low == header.lower())
    return any(lows[at + 1] == "of" and lows[at + 2] in _SOME for at in places)
