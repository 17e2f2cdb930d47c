"""Control totals: a measure held against the cell of a table that has one row for all.

Trailer records and control files tell what was sent: so many rows, so much in all. Their columns
are summed, so that a control file with a row for each part holds the total as well.
"""

from __future__ import annotations

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Aggregate, Cell, Compare, Lookup, Measure, Term
from backend.rules.language.walk import rewrite, walk

_NUMBERS = (ColumnType.INTEGER, ColumnType.NUMBER)


def with_control_totals(rule: FailingMetrics, table: str, context: Context) -> FailingMetrics:
    """The rule with each cell of a table of one row as the total that it is.

    Raises:
        Misfit: the control total is no number.
    """
    if rule.by:
        return rule

    def change(part: Term) -> Term | None:
        if not isinstance(part, Compare) or not isinstance(part.left, Aggregate):
            return None
        if not isinstance(part.right, Cell | Lookup):
            return None
        owner = _owner(part.right, table, context)
        if owner is None:
            return None
        return part.model_copy(update={"right": _total(owner, part.right.column, context)})

    if not any(isinstance(part, Compare) for part in walk(rule.must)):
        return rule
    return rule.model_copy(update={"must": rewrite(rule.must, change)})


def _owner(cell: Cell | Lookup, table: str, context: Context) -> str | None:
    """The other table of one row whose column this is."""
    tables = (cell.table,) if cell.table else tuple(context.tables)
    found = [
        name
        for name in tables
        if name != table
        and name in context.tables
        and context.tables[name].rows == 1
        and context.column(name, cell.column) is not None
    ]
    is_own = not cell.table and context.column(table, cell.column) is not None
    return found[0] if len(found) == 1 and not is_own else None


def _total(table: str, name: str, context: Context) -> Aggregate:
    column = context.column(table, name)
    if column is None or column.reads_as not in _NUMBERS:
        raise Misfit(f"{name} of {table} is no number that a total could be held against")
    context.assume(f"{table} has one row: its {name} is the total to be met.")
    return Aggregate(measure=Measure.SUM, table=table, of=Cell(table=table, column=name))
