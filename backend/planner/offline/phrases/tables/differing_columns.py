"""Phrases for a column that differs in another table, and for the sentence that says to compare it."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.same_columns import SAME_COLUMN
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Aggregate, Cell, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare, not_

phrase = Phrases()

phrase.words(
    "_is_other_in",
    "(is|are) (different|not the same|another one|another|otherwise|other|not equal|a different one) in | (differs|differ|deviates|"
    "deviate) in | (does|do) not (match|agree) in | (is|are) not the one in | (is|are) not as in",
)
phrase.words("_of_another", "another | a different | a differing | a deviating | different | other")
phrase.words("_is_same_in", "the same in | equal in | identical in | unchanged in | as in")


def _same_there(of: Value, there: str) -> Predicate | None:
    if not isinstance(of, Cell) or of.table == there:
        return None
    return compare(of, "==", Cell(table=there, column=SAME_COLUMN))


@phrase("rel", "whose <cell> _is_other_in <table>", cost=0.02)
@phrase("rel", "(with|having|that have|which have|that has) _of_another <cell> in <table>")
def other_there(of: Value, there: str) -> Predicate | None:
    """Whose amount is different in the other table."""
    told = _same_there(of, there)
    return None if told is None else not_(told)


@phrase("adj", "_is_same_in <table>", cost=0.1)
def same_there(there: str) -> Predicate:
    """The same in the other table."""
    return compare(IT, "==", Cell(table=there, column=SAME_COLUMN))


# What is compared ---------------------------------------------------------------------------------

phrase.words(
    "_in_both_of_them",
    "(that|which) (are|stand|occur|appear|exist) in both [of the] [two] (tables|files|lists) | in both [of the] "
    "[two] (tables|files|lists) | that both [of the] [two] (tables|files|lists) (have|hold|contain|list)",
)
phrase.words("_hold_beside", "compare | check | look at | set side by side | hold side by side")


@phrase("compared_first", "_hold_beside <cell> (of|for|in) <noun> _in_both_of_them")
@phrase("compared_first", "_hold_beside <cell> _in_both_of_them", cost=0.05)
def compared_in_both(of: Value, *rows: RowSet) -> tuple[Cell, tuple[str, ...]] | None:
    """Compare the amounts of orders that are in both tables."""
    is_plain = all(each.where is None for each in rows)
    return (of, ()) if isinstance(of, Cell) and is_plain else None


@phrase("compared_first", "_hold_beside <cell> (in|of|between) <table> and [in|of] <table>")
@phrase(
    "compared_first",
    "_hold_beside <cell> (in|of) <table> (with|to|against) [that in|those in] <table>",
)
def compared_between(of: Value, one: str, other: str) -> tuple[Cell, tuple[str, ...]] | None:
    """Compare the amounts in sales and bookings."""
    return (of, (one, other)) if isinstance(of, Cell) and one != other else None


@phrase("stmt", "<compared_first> (.|:|;|,|, and|and) <stmt>", cost=0.05)
def compared_then(first: tuple[Cell, tuple[str, ...]], told: Statement) -> Statement | None:
    """Compare the amounts of both; flag sales whose amount is different in bookings."""
    of, tables = first
    if not isinstance(told.rule, BrokenRows) or told.also:
        return None
    cells = [part for part in walk(told.rule.must) if isinstance(part, Cell)]
    named = {*tables} - {told.rule.table, ""}
    return told if _are_compared(cells, of) and named <= _tables(cells) else None


def _are_compared(cells: list[Cell], of: Cell) -> bool:
    """Whether the column is held against itself in the other table, and nothing else is."""
    columns = {cell.column for cell in cells}
    return len(cells) == 2 and of.column in columns and columns <= {of.column, SAME_COLUMN}


def _tables(cells: list[Any]) -> set[str]:
    return {cell.table for cell in cells}


# In which table -----------------------------------------------------------------------------------


@phrase("stmt", r"<stmt> \( [in|see|of] (table|file) <table> \)", cost=0.05)
@phrase("stmt", r"\( [in|see|of] (table|file) <table> \) <stmt>", cost=0.05)
def of_that_table(*parts: Any) -> Statement | None:
    """The sizes are 12 and 16 ounces (table bottles)."""
    told = next(part for part in parts if isinstance(part, Statement))
    table = next(part for part in parts if isinstance(part, str))
    tables = {part.table for part in walk(told.rule) if isinstance(part, Cell | Aggregate)}
    if not {told.rule.table, *tables} <= {"", table} or told.also:
        return None
    return told.model_copy(update={"rule": told.rule.model_copy(update={"table": table})})
