"""A total of no rows is 0, which a remark may say: the sum of its bills, or 0 if there are none."""

from __future__ import annotations

from backend.planner.offline.resolve import Context, Misfit, located
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Cell, Compare, Measure
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

_ZERO_OF_NONE = (Measure.SUM, Measure.COUNT, Measure.DISTINCT)


def nil_of_none(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule, which holds a cell against one total over the rows that lead to the cell's own.

    Raises:
        Misfit: what it compares is no such total, or is one of other rows than are spoken of.
    """
    must = rule.must if isinstance(rule, BrokenRows) else None
    totals = [part for part in walk(must) if isinstance(part, Aggregate)] if must else []
    if len(totals) != 1 or not isinstance(must, Compare) or must.sign != "==":
        raise Misfit("0 where there are none is told of a total over the rows of another table")
    [total] = totals
    sides = (must.left, must.right)
    cells = [side for side in sides if isinstance(side, Cell)]
    is_plain = total in sides and len(cells) == 1 and total.measure in _ZERO_OF_NONE
    if not is_plain or not total.keys or total.by:
        raise Misfit("0 where there are none is told of a sum or a number of an owner's rows")
    _refuse_others(rule, remark, total, cells[0], context)
    return rule


def _refuse_others(
    rule: Rule, remark: Modifier, total: Aggregate, cell: Cell, context: Context
) -> None:
    """That the rows and the column of the remark are those of the rule."""
    table, owner = remark.texts
    where = remark.condition and located(remark.condition, total.table, context)
    is_same = table in ("", total.table) and owner in ("", getattr(rule, "table", ""))
    if not is_same or (where is not None and where != total.where):
        raise Misfit("the total is of other rows than those that there are none of")
    if any(located(each, cell.table, context) != cell for each in remark.values):
        raise Misfit("what is 0 where there are none is another column than the total's")
