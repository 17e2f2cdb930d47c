"""A day that a sentence tells of, where both columns hold moments: ends on the day it started."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Apply, Cell, Compare, Exists, Function, Lookup, Reads
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_WHOSE = frozenset({"it", "they", "he", "she", "we", "of", "on", "that", "when", "the"})
_BEFORE = frozenset({"on", "within"})


def refuse_days_of_moments(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that holds no moments of a day against each other where a day was told.

    Raises:
        Misfit: "it must end on the day it started" was read as at the same moment.
    """
    lows = [token.low for token in tokens]
    is_told = any(
        lows[at] in _BEFORE and lows[at + 1 : at + 3] == ["the", "day"] and lows[at + 3] in _WHOSE
        for at in range(len(lows) - 3)
    )
    if not is_told or any(_is_of_day(part) for part in walk(rule)):
        return
    if any(_is_of_moments(part) for part in walk(rule)):
        raise Misfit(
            "both columns hold moments with a time of day: say 'on the same day' where only the "
            "day counts"
        )


def _is_of_day(part: object) -> bool:
    return isinstance(part, Apply) and part.function == Function.DAY


def _is_of_moments(part: object) -> bool:
    """Two moments to be the same or not, or one to be found among those of its own table."""
    if isinstance(part, Exists):
        return True
    if not isinstance(part, Compare) or part.sign not in ("==", "!="):
        return False
    return part.reads == Reads.TIME and all(
        isinstance(side, Cell | Lookup) for side in (part.left, part.right)
    )
