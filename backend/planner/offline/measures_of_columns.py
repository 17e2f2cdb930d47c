"""With which measures a row's value may be compared: of its own column, or of another table."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import referred
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Cell, Compare, Lookup, Term
from backend.rules.language.walk import walk


def require_plain_measures(rule: BrokenRows, context: Context) -> None:
    """Pass a row that is compared with a measure over all rows of its own column, or of a table.

    Raises:
        Misfit: the rows of the measure are narrowed, or it is of another column of the same table,
            or of a table whose rows belong to one of these each.
    """
    terms = [*walk(rule.must)]
    found = [part for part in terms if isinstance(part, Aggregate) and not (part.keys or part.by)]
    if not found or (rule.where is None and all(_leads(each, terms) for each in found)):
        return
    if rule.where is not None or any(term.where is not None for term in found):
        raise Misfit("it is not clear over which rows the measure is taken")
    for term in found:
        if term.table != rule.table and _are_owned(term.table, rule.table, context):
            raise Misfit(f"say whether all rows of {term.table} are meant, or those of each row")
    is_of_cells = all(isinstance(term.of, Cell) for term in found)
    cells = {part for part in terms if isinstance(part, Cell | Lookup)}
    is_own = len(cells) == 1
    if not is_of_cells or not (is_own or _is_of_another(found, cells, rule.table)):
        raise Misfit("a row's value is only compared with a measure of its own column")


def _are_owned(rows: str, owner: str, context: Context) -> bool:
    """Whether several rows of a table may lead to one of another: the stops of a trip."""
    table = context.tables.get(rows)
    several = [each.name for each in table.columns if not each.unique] if table else []
    return any((referred(name, rows, context) or ("",))[0] == owner for name in several)


def _is_of_another(found: list[Aggregate], cells: set[Cell | Lookup], table: str) -> bool:
    """Whether all measures are of one column of another table: new prices, and the old list's."""
    measured = {term.of for term in found}
    own = cells - measured
    there = {term.table for term in found}
    return len(measured) == len(own) == len(there) == 1 and table not in there


def _leads(told: Aggregate, terms: Sequence[Term]) -> bool:
    """Whether it is the measure of one group, which those of the other groups are held against."""
    mine = told.where
    if not isinstance(mine, Compare) or not isinstance(mine.left, Cell) or mine.sign != "==":
        return False
    by = told.model_copy(update={"where": None, "by": (mine.left.column,)})
    return by in terms and mine in terms
