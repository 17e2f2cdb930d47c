"""Days beside measured moments: the hours of the latest of several moments are not taken off."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.sides import Side, side_of
from backend.rules.language.terms import Aggregate, Value
from backend.rules.language.walk import walk

_SAFE = {True: ("<=", ">"), False: (">=", "<")}
"""With the day on the left, or on the right: what the hours do not change."""


def refuse_hours_of_measure(left: Value, sign: str, right: Value, context: Context) -> None:
    """Pass a day and a measured moment, unless on that day itself the hours would tell.

    Raises:
        Misfit: they would.
    """
    sides = (side_of(left, context), side_of(right, context))
    if set(sides) != {Side.DATE, Side.TIME}:
        return
    is_left = sides[0] == Side.DATE
    moment = right if is_left else left
    is_measured = any(isinstance(part, Aggregate) for part in walk(moment))
    if is_measured and sign not in _SAFE[is_left]:
        raise Misfit("a day is held against the moment of a measure, whose hours are not told")
