"""Columns of two tables that are called alike: the subject, and the one of its teacher."""

from __future__ import annotations

import re

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Compare, Constant, Lookup

SAME_COLUMN = "<same column>"
"""The column that is compared, in another table: "the one of its teacher"."""


def same_there(told: Compare, context: Context) -> Compare:
    """The currency is that of its order: the same column of another table."""
    mine, other = told.left, told.right
    if isinstance(mine, Cell) and isinstance(other, Lookup) and not other.table:
        return told.model_copy(update={"right": other.model_copy(update={"column": mine.column})})
    if not isinstance(mine, Cell) or not isinstance(other, Cell | Lookup):
        raise Misfit("it is not clear which column of the other table is meant")
    if mine.table == other.table:
        raise Misfit("it is not clear which column of the other table is meant")
    column = _called_alike(mine.column, other.table, context)
    return told.model_copy(update={"right": other.model_copy(update={"column": column})})


def _called_alike(column: str, table: str, context: Context) -> str:
    """The column of another table with this one's name, or with what follows that table's in it."""
    mine, theirs = stems_of(column), stems_of(table)
    names = [each.name for each in context.tables[table].columns]
    named = [name for name in names if stems_of(name) == mine]
    if not named and mine[: len(theirs)] == theirs:  # a journal_issn is the issn in journals
        named = [name for name in names if stems_of(name) == mine[len(theirs) :]]
    if len(named) != 1:
        raise Misfit(f"{table} has no column that is called like {column!r}")
    return named[0]


def require_whose_value(told: Compare, table: str, context: Context) -> None:
    """Pass a value of another table's column, unless this table has a column like it.

    Where both are called the same, the table that is named tells which of them is meant.
    """
    cell, value = told.left, told.right
    if not isinstance(cell, Cell) or not isinstance(value, Constant) or not value.unquoted:
        return
    noun = stems_of(cell.column)[-1:]
    own = context.tables[table].columns if table in context.tables else ()
    alike = [column.name for column in own if stems_of(column.name)[-1:] == noun]
    if cell.table not in ("", table) and alike and cell.column not in alike:
        raise Misfit(
            f"{value.value!r} may be meant of {cell.table}'s {cell.column} or of {table}'s "
            f"{alike[0]}; name the column"
        )


def is_told_as(there: str, theirs: str, context: Context) -> bool:
    """Whether the sentence says whose column a key is found in: as a code in codes_left."""
    column, table = (re.escape(name.lower()).replace("_", "[_ ]") for name in (there, theirs))
    led = r"(?:as|among|amongst|be|is|are) (?:also )?(?:an? |one of the |the |any of the |any )?"
    before = rf"{led}{column}(?:s|es)? (?:in|of|from|on) (?:the )?{table}"
    behind = rf"{table} as (?:an? )?{column}"
    text = context.check.calculation_hint.lower()
    return bool(re.search(rf"\b(?:{before}|{behind})s?\b", text))
