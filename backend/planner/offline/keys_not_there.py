"""Keys that do not exist: an empty cell, or a key that leads to no row; the owner knows which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.context import Misfit
from backend.planner.offline.keys import is_key
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Exists, Missing, Not
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


def refuse_keys_not_there(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes no key that does not exist for an empty cell.

    Raises:
        Misfit: "flag loans whose member_id does not exist" was read of loans without one.
    """
    lows = [token.low for token in tokens]
    if ("not", "exist") not in pairwise(lows) or not isinstance(rule, BrokenRows):
        return
    if any(isinstance(part, Exists) for part in walk(rule)):
        return
    must = rule.must
    part = must.part if isinstance(must, Not) else None
    of = part.of if isinstance(part, Missing) else None
    if isinstance(of, Cell) and is_key(of.column):
        raise Misfit(
            f"it is not clear whether {of.column} is empty or leads to no row: say 'is empty', or "
            "name the table in which it must exist"
        )
