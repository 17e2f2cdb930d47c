"""The row behind a gap, where a rule would rather report the numbers or days that are missing."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Arithmetic, Cell, Compare, Elapsed, Previous
from backend.rules.language.walk import walk
from backend.rules.missing_dates import MissingDates
from backend.rules.overlapping_intervals import OverlappingIntervals
from backend.rules.phrasing import Modifier, compare, number
from backend.rules.rule import Rule
from backend.rules.sequence_gaps import SequenceGaps

_TURNED = {"<": (">", ">="), ">": ("<", "<=")}


def later_row(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule that flags the later of two rows, which a look at the row before does anyway.

    Of copies all but the first are later.

    Raises:
        Misfit: no row is compared with another one, or the remark tells it the other way round.
    """
    if isinstance(rule, Duplicates) and not remark.texts:
        return rule.model_copy(update={"keep": "later"})
    if isinstance(rule, OverlappingIntervals):
        return rule.model_copy(update={"flag": "later"})
    if isinstance(rule, SequenceGaps) and rule.way == "in-order":
        return rule
    if isinstance(rule, SequenceGaps) and rule.way == "between" and not rule.by:
        return _behind_missing_number(rule)
    if isinstance(rule, MissingDates):
        return _behind_missing_day(rule, context)
    if not isinstance(rule, BrokenRows) or not any(isinstance(p, Previous) for p in walk(rule)):
        raise Misfit("the later row is only told apart where a row is compared with the one before")
    _refuse_other_way(rule, remark)
    return rule


def _refuse_other_way(rule: BrokenRows, remark: Modifier) -> None:
    """Flag the row that is lower than the one before it: it must not be lower."""
    if not remark.texts:
        return
    must = rule.must
    wanted = _TURNED[remark.texts[0]]
    if not isinstance(must, Compare) or must.sign not in wanted:
        raise Misfit("its two sentences flag different rows")
    if not isinstance(must.right, Previous) or must.right.of != must.left:
        raise Misfit("it is not clear what the row is to be compared by")


def _behind_missing_number(rule: SequenceGaps) -> Rule:
    column = Cell(table=rule.table, column=rule.column)
    before = Previous(of=column, order_by=rule.column)
    follows = compare(column, "<=", Arithmetic(sign="+", left=before, right=number(1)))
    return BrokenRows(table=rule.table, where=rule.where, must=follows)


def _behind_missing_day(rule: MissingDates, context: Context) -> Rule:
    snapshot = context.tables[rule.table].column(rule.column)
    has_times = snapshot is None or "%H" in (snapshot.date_format or "%H")
    if rule.unit != "day" or rule.working or has_times:
        raise Misfit("the row behind a gap is told of days without a time of day")
    column = Cell(table=rule.table, column=rule.column)
    before = Previous(of=column, by=rule.by, order_by=rule.column)
    passed = Elapsed(unit="days", start=before, end=column)
    return BrokenRows(table=rule.table, where=rule.where, must=compare(passed, "<=", number(1)))
