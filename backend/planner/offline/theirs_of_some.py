"""Lost orders are never sent. Their day must be empty: theirs alone, and not that of all orders."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Any, Cell, Unless
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_STOPS = frozenset({".", "!", ";", ":"})
_THEIRS = frozenset({"their", "its", "they", "these", "those"})


def refuse_theirs_of_all(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that asks of some rows alone what is said of them alone.

    Raises:
        Misfit: the rows were told by a sentence before, and the rule asks it of all rows.
    """
    if not isinstance(rule, BrokenRows) or rule.where is not None or not isinstance(rule.must, All):
        return
    lows = [token.low for token in tokens]
    words = _THEIRS | {"it"} if _is_of_others(rule.must) else _THEIRS
    backs = [at for at in range(3, len(lows)) if lows[at] in words and lows[at - 1] in _STOPS]
    is_of_some = {isinstance(part, Any | Unless) for part in rule.must.parts} == {True, False}
    if backs and is_of_some:
        raise Misfit(
            f"it is not clear of which rows '{lows[backs[0]]}' is said: say them in that sentence"
        )


def _is_of_others(must: All) -> bool:
    """Whether a part asks it of some rows by a column that no other part reads."""
    some, rest = set[Cell](), set[Cell]()
    for part in must.parts:
        cells = {each for each in walk(part) if isinstance(each, Cell)}
        some |= cells if isinstance(part, Any | Unless) else set()
        rest |= set() if isinstance(part, Any | Unless) else cells
    return bool(some - rest and some & rest)
