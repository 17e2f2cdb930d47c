"""One bound or a wider one of the same value: as good as the wider one alone, so misread."""

from __future__ import annotations

from itertools import combinations

from backend.planner.offline.context import Misfit
from backend.rules.language.terms import Any, Compare, Constant, Predicate
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_UPWARDS = frozenset({">", ">="})
_DOWNWARDS = frozenset({"<", "<="})


def refuse_bounds_implied(rule: Rule) -> None:
    """Pass a rule in which no value is at least a number, or more than another one.

    Raises:
        Misfit: "never negative and at most 12" was read of what is at least 0 or more than 12.
    """
    for either in walk(rule):
        if isinstance(either, Any) and any(one_way(*two) for two in combinations(either.parts, 2)):
            raise Misfit("one bound or a wider one: say what else of the two is denied")


def one_way(one: Predicate, other: Predicate) -> bool:
    """Whether two bounds of the same value are of the same side."""
    if not (isinstance(one, Compare) and isinstance(other, Compare) and one.left == other.left):
        return False
    if not (isinstance(one.right, Constant) and isinstance(other.right, Constant)):
        return False
    return {one.sign, other.sign} <= _UPWARDS or {one.sign, other.sign} <= _DOWNWARDS
