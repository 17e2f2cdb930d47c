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

_DUTIES = frozenset({"must", "should", "shall", "always", "to"})


def refuse_keys_not_there(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that takes no key that does not exist for an empty cell.

    Raises:
        Misfit: "flag loans whose member_id does not exist" was read of loans without one, "the
            sponsor must exist" of those with one.
    """
    lows = [token.low for token in tokens]
    is_denied = ("not", "exist") in pairwise(lows)
    is_asked = any(one in _DUTIES and two == "exist" for one, two in pairwise(lows))
    if not (is_denied or is_asked) or not isinstance(rule, BrokenRows):
        return
    if any(isinstance(part, Exists) for part in walk(rule)):
        return
    must = rule.must
    part = must.part if isinstance(must, Not) else None
    of = part.of if isinstance(part, Missing) else None
    is_said = isinstance(of, Cell) and of.column.lower() in lows
    if isinstance(of, Cell) and is_key(of.column) and (is_denied or not is_said):
        raise Misfit(
            f"it is not clear whether {of.column} is empty or leads to no row: say 'is empty', or "
            "name the table in which it must exist"
        )
