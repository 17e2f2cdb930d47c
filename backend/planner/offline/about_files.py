"""What is said of a file rather than of its name, in rules about the table of the files."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.units import UNITS
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    Measure,
    Missing,
    Term,
    Today,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import both
from backend.rules.rule import Rule

_NAME, _SIZE, _MODIFIED = "file", "bytes", "modified"
_CLOCKS = (Function.CLOCK, Function.HOUR)
_LAST_CHANGE = (
    "What counts is the last change of a file, on the day of the run (as_of); a run before the "
    "time is up flags what has not come yet."
)
_ROWS = frozenset({"row", "rows", "record", "records", "line", "lines", "entries"})
_LISTED = frozenset({"file", "files"})
_SIZES = ("byte", "kilobyte", "megabyte", "gigabyte")


def lists_files(table: str, context: Context) -> bool:
    """Whether the table is the one that lists the files."""
    return table in context.tables and not context.tables[table].file


def of_files(rule: Rule, context: Context) -> Rule:
    """The rule with a file's size where it says how many bytes a file has.

    Raises:
        Misfit: it can never fail, since every file has a name of its own.
    """
    if not lists_files(rule.table, context):
        return rule
    if isinstance(rule, Duplicates) and rule.columns == (_NAME,):
        raise Misfit("no two files have one name; say that no two have the same content")
    if isinstance(rule, FailingMetrics) and rule.by == (_NAME,):
        raise Misfit("each file is one row of the table of the files")
    if isinstance(rule, FailingMetrics) and rule.per and any(map(_is_today, walk(rule))):
        raise Misfit("the day of the run is one day, and not each day of which a file tells")
    _tell_which_times(rule, context)
    return rewrite(rule, _about_the_file)


def _tell_which_times(rule: Rule, context: Context) -> None:
    """Put on record in which time zone a time of day is, and which change of a file counts."""
    clocks = [part for part in walk(rule) if isinstance(part, Apply) and part.function in _CLOCKS]
    if not any(part.of == Cell(table=rule.table, column=_MODIFIED) for part in clocks):
        return
    context.assume("The times of files are in UTC, and so is the time of day in this rule.")
    if any(map(_is_today, walk(rule))):
        context.assume(_LAST_CHANGE)


def with_rows_of_files(rule: Rule, context: Context, tokens: Sequence[Token]) -> Rule:
    """The rule with the rows that a file has, where the list has the file in one row.

    Raises:
        Misfit: rows are counted of several files, by what the files are.
    """
    said = {token.low for token in tokens}
    if not isinstance(rule, FailingMetrics) or not lists_files(rule.table, context):
        return rule
    told = {part for part in walk(rule.must) if isinstance(part, Aggregate)}
    if len(told) != 1 or rule.groups or not said & _ROWS:
        return rule
    [counted] = told
    where = both(rule.where, counted.where) if counted.where is not None else rule.where
    if counted.measure != Measure.COUNT or counted.of is not None or where is None:
        return rule
    if {part.column for part in walk(where) if isinstance(part, Cell)} != {_NAME}:
        if said & _LISTED:
            return rule
        raise Misfit("each file is one row of the table of the files; say 'Every file must have …'")
    rows = Cell(table=rule.table, column="rows")
    must = rewrite(rule.must, lambda part: rows if part == counted else None)
    return BrokenRows(table=rule.table, where=where, must=must)


def _is_today(part: Term) -> bool:
    return isinstance(part, Today)


def _about_the_file(part: Term) -> Term | None:
    match part:
        case Compare(left=Cell(column="file") as cell, right=Constant() as bound) if (
            bound.unit in UNITS and UNITS[bound.unit].kind in _SIZES
        ):
            return part.model_copy(update={"left": cell.model_copy(update={"column": _SIZE})})
        case Missing(of=Cell(column="file")):
            raise Misfit("a file always has a name; say how many bytes or rows it must have")
        case _:
            return None
