"""The key of two tables where the value that is looked up could be one itself."""

from __future__ import annotations

from backend.contracts.schema import TableSnapshot
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import join_columns


def beside_value(column: str, mine: str, theirs: str, context: Context) -> tuple[str, str] | None:
    """The pair that joins two tables beside a column of both; None where no choice is to be made.

    Raises:
        Misfit: the column is what the tables would be matched by, and no other pair joins them.
    """
    here, there = (context.tables.get(table) for table in (mine, theirs))
    if here is None or there is None or join_columns(here, there) != (column, column):
        return None
    shared = [name for name in context.named_keys if here.column(name) and there.column(name)]
    if len(shared) == 1:
        return None
    found = join_columns(_without(column, here), _without(column, there))
    if found is None:
        raise Misfit(f"{column} of {mine} and {theirs} cannot be compared by {column} itself")
    context.assume(f"{mine} and {theirs} are matched by {found[0]} = {found[1]}.")
    return found


def _without(column: str, table: TableSnapshot) -> TableSnapshot:
    others = tuple(each for each in table.columns if each.name != column)
    return table.model_copy(update={"columns": others})
