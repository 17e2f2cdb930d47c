"""Bounds beside what a value must be exactly: one of the two belongs to something else."""

from __future__ import annotations

from backend.planner.offline.resolve import Misfit
from backend.rules.language.terms import All, Compare, Constant, Matches, OneOf
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_BOUNDS = ("<", "<=", ">", ">=")


def refuse_needless_bounds(rule: Rule) -> None:
    """Pass a rule in which no value is held against a number and bounds as well.

    Raises:
        Misfit: "a minimum of 1 and a maximum of 6" is not a minimum that is 1 and at most 6; "A
            or B, and it is spelled A" is no A alone.
    """
    for both in walk(rule):
        if not isinstance(both, All):
            continue
        told = [part for part in both.parts if isinstance(part, Compare)]
        plain = [each for each in told if isinstance(each.right, Constant)]
        exact = {each.left for each in plain if each.sign == "=="}
        if any(each.left in exact and each.sign in _BOUNDS for each in plain):
            raise Misfit("a number and a bound beside it: say what each of the two is for")
        listed = {part.of for part in both.parts if isinstance(part, OneOf)}
        if exact & listed:
            raise Misfit("a value and a list beside it: say for which rows it is that value")
        shaped = {part.of for part in both.parts if isinstance(part, Matches)}
        if exact & shaped:
            raise Misfit("a value and a shape beside it: say how the two make one text")
