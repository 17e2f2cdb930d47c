"""What is told of a row's parent beside the row: a course whose least grade is above the pupil's.

The parent alone does not tell whether it is so; its cells are looked up and held against the row's.
"""

from __future__ import annotations

from backend.planner.offline.context import Context
from backend.rules.language.terms import Cell, Compare, Exists, Lookup, Predicate, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import all_of


def told_beside(exists: Exists, context: Context) -> Predicate | None:
    """The condition on a parent as one on the row that has it; None where the parent tells it."""
    where, [(mine, theirs), *more] = exists.where, exists.keys
    key = context.column(exists.table, theirs)
    if not isinstance(where, Compare) or more or not mine or key is None or not key.unique:
        return None
    cells = [part for part in walk(where) if isinstance(part, Cell)]
    own = [cell for cell in cells if _is_of(cell, exists.table, context)]
    if not own or len(own) == len(cells) or not all(_is_known(cell, context) for cell in cells):
        return None
    if any(not isinstance(part, Cell) for part in (where.left, where.right)):
        return None

    def change(part: Term) -> Term | None:
        if not isinstance(part, Cell) or part not in own:
            return None
        return Lookup(
            table=exists.table, column=part.column, keys=exists.keys, empty_if=part.empty_if
        )

    return all_of(exists.model_copy(update={"where": None}), rewrite(where, change))


def _is_of(cell: Cell, table: str, context: Context) -> bool:
    """Whether a cell is one of this table's rows: by its own word, or as the nearest."""
    return cell.table in ("", table) and context.column(table, cell.column) is not None


def _is_known(cell: Cell, context: Context) -> bool:
    """Whether some table has the column, so that it is no open one."""
    named = [cell.table] if cell.table else [*context.tables]
    return any(context.column(table, cell.column) is not None for table in named)
