"""Rows that a remark leaves out, beside those that a rule speaks of anyhow."""

from __future__ import annotations

from backend.planner.offline.context import Misfit
from backend.rules.language.terms import All, Compare, Constant, Not, Predicate, Unless
from backend.rules.rule import Rule


def but_for(rule: Rule, condition: Predicate) -> Predicate | None:
    """What is left; nothing new where such rows were never meant.

    Unique among the active ones, inactive ones aside.

    Raises:
        Misfit: nothing is left.
    """
    where = rule.where
    if condition == where:
        raise Misfit("what is left out is all that the rule is about")
    told = where.parts if isinstance(where, All) else (where,)
    is_never_meant = isinstance(condition, Not) and condition.part in told
    is_other = any(isinstance(part, Compare) and _excludes(part, condition) for part in told)
    return None if is_never_meant or is_other else Unless(part=condition)


def _excludes(meant: Compare, condition: Predicate) -> bool:
    """Whether the column of the rows that are meant has another value."""
    if not isinstance(condition, Compare) or condition.left != meant.left:
        return False
    values = (meant.right, condition.right)
    if meant.sign != "==" or condition.sign != "==":
        return False
    one, other = (part.value if isinstance(part, Constant) else None for part in values)
    is_text = isinstance(one, str) and isinstance(other, str)
    return is_text and str(one).casefold() != str(other).casefold()
