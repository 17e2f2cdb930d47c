"""What a remark on the rows to be seen does: most say again what the rule's kind shows anyway."""

from __future__ import annotations

from collections.abc import Callable

from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import Aggregate, Apply, Compare, Function, Measure, Previous
from backend.rules.language.walk import walk
from backend.rules.outliers import Outliers
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

Change = Callable[[Rule, Modifier, Context], Rule]


def _keep_all(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Every copy, the first as well; or every row of a group that does not agree."""
    if isinstance(rule, InconsistentValues):
        return rule.model_copy(update={"whole": True})
    if not isinstance(rule, Duplicates):
        raise Misfit("all copies are only told apart in a rule about duplicates")
    return rule.model_copy(update={"keep": "all"})


def _first_exempt(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The first row, which is compared with none anyway."""
    if not any(isinstance(part, Previous) for part in walk(rule)):
        raise Misfit("the first row is only exempt where a row is compared with the one before")
    return rule


def _either_way(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """A distance, which has no direction."""
    is_distance = any(
        (isinstance(part, Apply) and part.function == Function.ABSOLUTE)
        or (isinstance(part, Compare) and part.sign in ("==", "!=") and part.tolerance)
        for part in walk(rule)
    )  # fmt: skip
    if not isinstance(rule, BrokenRows) or not is_distance:
        raise Misfit("'in either direction' needs a difference between two values")
    return rule


def _sample_deviation(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The standard deviation with n - 1, as it always is."""
    measures = [part.measure for part in walk(rule) if isinstance(part, Aggregate)]
    if Measure.DEVIATION not in measures and not isinstance(rule, Outliers):
        raise Misfit("the rule has no standard deviation that a remark could be about")
    return rule


GRAIN_CHANGES: dict[str, Change] = {
    "keep-all": _keep_all,
    "first-exempt": _first_exempt,
    "either-way": _either_way,
    "sample-deviation": _sample_deviation,
}
SHOWS_GROUPS = frozenset({"flag-groups", "keep-all"})
"""Which rows are to be seen comes before what is left out of them."""
