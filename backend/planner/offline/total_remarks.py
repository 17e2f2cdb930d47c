"""How far a running total may be off."""

from __future__ import annotations

from backend.planner.offline.context import Misfit
from backend.rules.language.terms import Cell, Compare
from backend.rules.phrasing import compare
from backend.rules.rule import Rule
from backend.rules.running_totals import RunningTotals


def as_equality(rule: Rule) -> Compare | None:
    """The total, to be equal to what is summed up; None of another kind of rule."""
    if not isinstance(rule, RunningTotals):
        return None
    total = Cell(table=rule.table, column=rule.total)
    return compare(total, "==", total)


def loosened_total(rule: Rule, wide: Compare) -> Rule:
    """The rule with the tolerance of an equality.

    Raises:
        Misfit: the tolerance is a share of the total.
    """
    if not wide.tolerance:
        raise Misfit("the tolerance of a running total is an amount, such as 0.01")
    return rule.model_copy(update={"tolerance": wide.tolerance})
