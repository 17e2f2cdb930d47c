"""What stands behind a condition at the end: M if it is gold, and the price is above 10."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All
from backend.rules.rule import Rule

_IF = frozenset({"if", "when", "whenever", "where", "once"})
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "must", "should"})
_ENDS = frozenset({".", ";", "!", "?", ":"})


def refuse_duties_behind_conditions(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no comma sets off the last of several conditions.

    Raises:
        Misfit: what is told behind "if it is gold, and" may be a duty as well.
    """
    if not isinstance(rule, BrokenRows) or not isinstance(rule.where, All):
        return
    lows = [token.low for token in tokens]
    start = next((at for at, low in enumerate(lows) if low in _IF), 0)
    if not start or lows[start - 1] in (*_ENDS, ",", "and"):
        return
    end = next((at for at in range(start, len(lows)) if lows[at] in _ENDS), len(lows))
    for at in range(start + 2, end - 1):
        behind = lows[at + 2 : end]
        if lows[at : at + 2] == [",", "and"] and lows[at + 2] not in _IF and {*behind} & _VERBS:
            raise Misfit(
                f"it is not clear whether what stands behind ', and' is a part of the condition or "
                f"a duty: write '{lows[start]} …' in front of the rule, or leave out the comma"
            )
