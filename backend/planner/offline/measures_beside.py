"""Measures of rows beside a row: of another table's rows with the same key, asked of this row.

The earliest order of the same customer, asked of a payment, is one of the orders of its customer.
"""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.keys import join_columns
from backend.planner.offline.ordering import one_beginning
from backend.rules.language.terms import Aggregate, Cell
from backend.rules.language.walk import walk

ITS_DAY = "<its day>"
"""The column that tells when a row was, which the schema knows."""


def over_rows_beside(term: Aggregate, table: str, context: Context) -> Aggregate:
    """A measure of each group over the other table's rows that have the row's own key.

    Raises:
        Misfit: it is not clear in which table those rows are, or when they were.
    """
    if term.keys and term.of == Cell(table=term.table, column=ITS_DAY):
        day = Cell(table=term.table, column=one_beginning(term.table, context))
        return term.model_copy(update={"of": day})
    if not term.by or term.keys or not isinstance(term.of, Cell):
        return term
    is_open = term.of.column == ITS_DAY
    if not is_open and context.column(table, term.of.column) is not None:
        return term
    named = term.of.table or term.table
    holders = [
        name
        for name in ([named] if named else context.tables)
        if is_open or context.column(name, term.of.column) is not None
    ]
    found = [name for name in holders if name != table and _has_all(name, term.by, context)]
    if len(found) != 1 or not _has_all(table, term.by, context):
        if is_open:
            raise Misfit("it is not clear whose rows are meant; name the column that they share")
        return term
    [other] = found
    keys = [context.column(other, name) for name in term.by]
    if any(key is not None and key.unique for key in keys):
        return term
    of = term.of.model_copy(update={"table": other})
    of = of.model_copy(update={"column": one_beginning(other, context)}) if is_open else of
    pairs = tuple((name, name) for name in term.by)
    return term.model_copy(update={"table": other, "of": of, "keys": pairs, "by": ()})


def _has_all(table: str, columns: tuple[str, ...], context: Context) -> bool:
    return all(context.column(table, name) is not None for name in columns)


def table_of_others(term: Aggregate, table: str, context: Context) -> str:
    """The one other table with the columns that are measured for each row of ``table``.

    Of several such tables, the one that shares a key with it.

    Raises:
        Misfit: there is none, there are several, the columns are the row's own as well, or a row
            has but one row of it, to which several lead: those are not added up.
    """
    wanted = {cell.column for cell in walk(term) if isinstance(cell, Cell)}
    found = [
        name
        for name in context.tables
        if name != table and all(context.column(name, column) for column in wanted)
    ]
    is_own = bool(wanted) and all(context.column(table, column) for column in wanted)
    if len(found) > 1:
        owner = context.tables[table]
        found = [name for name in found if join_columns(owner, context.tables[name]) is not None]
    if len(found) != 1 or is_own or _is_led_up_to(table, found[0], context):
        raise Misfit(f"it is not clear which table's rows are measured for each row of {table}")
    return found[0]


def _is_led_up_to(table: str, other: str, context: Context) -> bool:
    joined = join_columns(context.tables[table], context.tables[other])
    if joined is None:
        return False
    mine, theirs = (context.column(*side) for side in zip((table, other), joined, strict=True))
    return mine is not None and theirs is not None and theirs.unique and not mine.unique
