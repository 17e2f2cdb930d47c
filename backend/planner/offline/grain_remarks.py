"""What a remark on the rows to be seen does: most say again what the rule's kind shows anyway."""

from __future__ import annotations

from collections.abc import Callable

from backend.contracts.schema import ColumnType
from backend.planner.offline.beyond_remarks import BEYOND_CHANGES
from backend.planner.offline.certain_remarks import CERTAIN_CHANGES
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.declared_columns import DECLARED_CHANGES
from backend.planner.offline.granted import GRANT_CHANGES
from backend.planner.offline.ordering import NEXT
from backend.planner.offline.resolve import located
from backend.planner.offline.rows_allowed import rows_allowed
from backend.planner.offline.set_remarks import rows_of_groups
from backend.planner.offline.words import DATE_WORDS, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    Measure,
    Previous,
    Term,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.moving_outliers import MovingOutliers
from backend.rules.order_swaps import OrderSwaps
from backend.rules.outliers import Outliers
from backend.rules.outlying_periods import OutlyingPeriods
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

Change = Callable[[Rule, Modifier, Context], Rule]


def _keep_all(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Every copy, the first as well; or every row of a group that does not agree."""
    if isinstance(rule, InconsistentValues) and not remark.values:
        return rule.model_copy(update={"whole": True})
    if isinstance(rule, FailingMetrics) and _is_one_each(rule):
        rule = Duplicates(table=rule.table, where=_counted(rule).where, columns=rule.by)
    if isinstance(rule, FailingMetrics) and "over" in remark.texts and _is_count_of_each(rule):
        return rows_of_groups(rule, [*rule.by], ("<", "<="))
    if isinstance(rule, OrderSwaps) and not remark.values:
        return rule.model_copy(update={"flag": "both"})
    if not isinstance(rule, Duplicates):
        raise Misfit("all copies are only told apart in a rule about duplicates")
    cells = [located(value, rule.table, context) for value in remark.values]
    if cells and {each.column for each in cells if isinstance(each, Cell)} != {*rule.columns}:
        raise Misfit("the copies that are to be seen are of other columns")
    return rule.model_copy(update={"keep": "all"})


def _counted(rule: FailingMetrics) -> Aggregate:
    return next(part for part in walk(rule) if isinstance(part, Aggregate))


def _is_one_each(rule: FailingMetrics) -> bool:
    """Whether each group is to have one row: what has more of them are copies."""
    must = rule.must
    if not isinstance(must, Compare) or must.sign not in ("==", "<=") or rule.per or not rule.by:
        return False
    is_one = isinstance(must.right, Constant) and must.right.value == 1
    left = must.left
    is_count = isinstance(left, Aggregate) and left.measure == Measure.COUNT and left.of is None
    return is_one and is_count and not getattr(left, "keys", ())


def _is_count_of_each(rule: FailingMetrics) -> bool:
    """Whether each group may have so many rows at the most: more of them are copies."""
    found = [part for part in walk(rule) if isinstance(part, Aggregate)]
    is_count = [part.measure for part in found] == [Measure.COUNT] and found[0].of is None
    return bool(rule.by) and is_count and found[0].where is None


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
    has_spread = isinstance(rule, Outliers | MovingOutliers | OutlyingPeriods)
    if Measure.DEVIATION not in measures and not has_spread:
        raise Misfit("the rule has no standard deviation that a remark could be about")
    return rule


def _linear(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """A quantile, which is interpolated linearly anyway."""
    found = [part.measure for part in walk(rule) if isinstance(part, Aggregate)]
    if not {Measure.QUANTILE, Measure.MEDIAN} & {*found}:
        raise Misfit("the rule has no percentile that could be interpolated")
    return rule


_TIMES = DATE_WORDS | {"month", "year", "week", "quarter", "period"}


def _ordered_by(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """What puts the rows in order, each of which is compared with the one before."""
    order = located(remark.values[0], rule.table, context)
    found = [part for part in walk(rule) if isinstance(part, Previous)]
    is_told = any(part.order_by not in (None, NEXT) for part in found)
    if not isinstance(order, Cell) or not isinstance(rule, BrokenRows) or not found or is_told:
        raise Misfit("an order is told where a row is compared with the one before")
    if any(order.column in part.by or part.of == order for part in found):
        raise Misfit(f"{order.column} is what is compared, and no order of rows")
    column = context.column(rule.table, order.column)
    is_text = column is not None and column.reads_as == ColumnType.TEXT
    if remark.texts and is_text and not _TIMES & {*stems_of(order.column)}:
        raise Misfit(f"'by {order.column}' may mean in its order, or for each {order.column}")

    def place(part: Term) -> Term | None:
        update = {"order_by": order.column} if isinstance(order, Cell) else {}
        return part.model_copy(update=update) if isinstance(part, Previous) else None

    return rewrite(rule, place)


def _several_each(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The counter of a reading: of what tells the rows apart, each has one row alone."""
    owner = located(remark.values[0], rule.table, context)
    first = context.tables[rule.table].columns[0] if rule.table in context.tables else None
    is_first = first is not None and isinstance(owner, Cell) and first.name == owner.column
    if first is not None and is_first and first.unique:
        raise Misfit(f"each {first.name} has one row, so none of its rows goes with another")
    return rule


def _either_group(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """All rows of either of two columns, which a rule flags that has one of each for the other."""
    named = {cell.column for cell in remark.values if isinstance(cell, Cell)}
    must = rule.must if isinstance(rule, BrokenRows) else None
    found = [part for part in walk(must) if isinstance(part, Aggregate)] if must else []
    groups = {name for part in found for name in part.by}
    are_distinct = all(part.measure == Measure.DISTINCT and len(part.by) == 1 for part in found)
    if not are_distinct or len(found) != len(named) or groups != named:
        raise Misfit("rows of two groups are shown where each has to have one value of the other")
    return rule


GRAIN_CHANGES: dict[str, Change] = {
    "keep-all": _keep_all,
    "first-exempt": _first_exempt,
    "either-way": _either_way,
    "sample-deviation": _sample_deviation,
    "linear": _linear,
    "ordered-by": _ordered_by,
    "several-each": _several_each,
    "either-group": _either_group,
    **BEYOND_CHANGES,
    **CERTAIN_CHANGES,
    **DECLARED_CHANGES,
    "rows-allowed": rows_allowed,
    **GRANT_CHANGES,
}
SHOWS_GROUPS = frozenset(
    {"flag-groups", "keep-all", "their-rows", "sized-groups", "lacking-groups"}
)
"""Which rows are to be seen comes before what is left out of them."""
