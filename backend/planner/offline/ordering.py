"""The order of a table's rows where the sentence does not name it, and what it is used for."""

from __future__ import annotations

from collections.abc import Iterator

from backend.planner.offline.calendar_groups import NO_BEGINNING, one_date
from backend.planner.offline.context import Context, Misfit, Unclear
from backend.planner.offline.fitting import day_of_interval
from backend.planner.offline.times_before import with_times_before
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.language.periods import Period
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Compare,
    Exists,
    Measure,
    Missing,
    Previous,
    Term,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.missing_dates import MissingDates
from backend.rules.overlapping_intervals import END, START
from backend.rules.rule import Rule

DAY_OF = "<day of>"
"""Stands before the name of a column whose days, not times, are compared."""
WHEN = "<when>"
"""The column that tells when a row happened; the schema tells which."""

ON_DAY = "<on the day>"
"""The date whose day of the week is meant; the schema tells which."""
EACH_DAY = "<each day>"
"""The column with the day of a row, without times; the schema tells which."""
NEXT = "<when, or as in the file>"
"""What puts rows one behind the other: the one date that they have, or else their file."""
PUT_BY = "<put by>"
"""Stands before the name of a column that puts rows in order only if no two can share it."""

_DAY_WORDS = ("date", "day", "time", "datetime", "timestamp")
SINCE = "<since>"
"""The column that tells since when a row is there; the schema tells which."""

OPEN_ORDERS = (WHEN, SINCE, ON_DAY, EACH_DAY, NEXT)
"""Columns that the sentence does not name."""


def named_order(column: str) -> str:
    """The column that the sentence names; nothing for one whose days are compared."""
    return "" if column.startswith(DAY_OF) else column.removeprefix(PUT_BY)


def with_order(rule: Rule, table: str, context: Context) -> Rule:
    """The rule with the column that orders its rows, where the sentence does not name it.

    Raises:
        Misfit: the table has no such column, or several; the order is used in a way that has no
            clear meaning.
    """
    if isinstance(rule, Duplicates) and any(name.startswith(DAY_OF) for name in rule.columns):
        rule = _with_days(rule, table, context)
    rule = rewrite(rule, lambda part: _with_own_dates(part, table, rule, context))
    if WHEN in repr(rule):
        rule = _named(rule, WHEN, _one_moment(table, context, rule))
    if EACH_DAY in repr(rule):
        rule = _named(rule, EACH_DAY, _plain_day(table, context, rule))
    if ON_DAY in repr(rule):
        rule = _named(rule, ON_DAY, one_date("weekday", table, context))
    if NEXT in repr(rule):
        rule = _one_behind_the_other(rule, table, context)
    if PUT_BY in (getattr(rule, "order_by", None) or ""):
        rule = _put_by(rule, table, context)
    if SINCE in repr(rule):
        rule = _named(rule, SINCE, one_beginning(table, context))
    rule = with_times_before(rule, table, context)
    _require_several_rows(rule, table, context)
    return rule


def _with_own_dates(part: Term, table: str, rule: Rule, context: Context) -> Term | None:
    """Rows of another table are told by its own date: no visit made in 2005."""
    if not isinstance(part, Exists | Aggregate) or part.table in ("", table) or not part.where:
        return None

    def fill(cell: Term) -> Term | None:
        if isinstance(cell, Exists | Aggregate):
            return _with_own_dates(cell, part.table, rule, context)
        if not isinstance(cell, Cell) or cell.column not in (WHEN, SINCE, ON_DAY):
            return None
        if cell.column == WHEN:
            found = _one_moment(part.table, context, rule)
        elif cell.column == SINCE:
            found = one_beginning(part.table, context)
        else:
            found = one_date("weekday", part.table, context)
        return cell.model_copy(update={"column": found})

    where = rewrite(part.where, fill)
    return None if where == part.where else part.model_copy(update={"where": where})


def _dates(table: str, context: Context) -> list[str]:
    columns = context.tables[table].columns if table in context.tables else ()
    return [column.name for column in columns if column.date_format is not None]


def one_beginning(table: str, context: Context) -> str:
    """The column that tells when a row began, or was.

    Raises:
        Misfit: there is none, or several.
    """
    found = _of_the_rows(table, context) or _dates(table, context)
    if len(found) != 1 or NO_BEGINNING & set(stems_of(found[0])):
        raise Misfit(f"it is not clear which column tells how old a row of {table} is; name it")
    context.assume(f"How old a row of {table} is, is told by {found[0]}.")
    return found[0]


def _of_the_rows(table: str, context: Context) -> list[str]:
    """The one of several dates that is called by the rows: the order date of orders."""
    dates = _dates(table, context)
    noun = stems_of(table)
    found = [name for name in dates if stems_of(name) in [(*noun, word) for word in _DAY_WORDS]]
    return found if len(found) == 1 else []


def _one_moment(table: str, context: Context, rule: Rule) -> str:
    """The one date; one that some of the rows lack, by what is said, puts none in order."""
    empty = [part.of for part in walk(rule) if isinstance(part, Missing)]
    lacking = {of.column for of in empty if isinstance(of, Cell) and of.table in ("", table)}
    found = [name for name in _dates(table, context) if name not in lacking]
    if len(found) > 1 and isinstance(rule, MissingDates):
        raise Unclear(
            f"it is not clear which date tells the day of a row of {table}, {' or '.join(found)}; "
            f"write 'No working day may be missing from {found[0]}.'"
        )
    if len(found) != 1:
        raise Misfit(f"it is not clear which column puts the rows of {table} in order; name it")
    context.assume(f"The rows of {table} are in the order of {found[0]}.")
    return found[0]


def _plain_day(table: str, context: Context, rule: Rule) -> str:
    found = _one_moment(table, context, rule)
    if _has_times(found, table, context):
        raise Misfit(f"{found} holds times of day; name a column of days")
    return found


def _one_behind_the_other(rule: Rule, table: str, context: Context) -> Rule:
    """Rows follow each other by their one date; those without any, as the file has them."""
    if _dates(table, context):
        return _named(rule, NEXT, _one_moment(table, context, rule))
    context.assume(f"The rows of {table} are in the order of the file.")

    def change(part: Term) -> Term | None:
        is_open = isinstance(part, Previous) and part.order_by == NEXT
        return part.model_copy(update={"order_by": None}) if is_open else None

    if getattr(rule, "order_by", None) == NEXT:
        return rule.model_copy(update={"order_by": None})
    return rewrite(rule, change)


def _put_by(rule: Rule, table: str, context: Context) -> Rule:
    """By a date, or by a number of each row: "by store" may tell of each store."""
    name = str(getattr(rule, "order_by", "")).removeprefix(PUT_BY)
    column = context.column(table, name)
    if column is None:
        raise Misfit(f"{table} has no column {name!r}")
    if column.date_format is None and not column.unique:
        doubt = f"it is not clear whether {name} puts rows in order"
        raise Misfit(f"{doubt}; write 'ordered by {name}'")
    return rule.model_copy(update={"order_by": name})


def _named(rule: Rule, open_name: str, column: str) -> Rule:
    def change(part: Term) -> Term | None:
        if isinstance(part, Cell) and part.column == open_name:
            return part.model_copy(update={"column": column})
        if isinstance(part, Previous) and part.order_by == open_name:
            of = change(part.of) or part.of
            return part.model_copy(update={"of": of, "order_by": column})
        return None

    own = ("order_by", "column")
    fields = {name: column for name in own if getattr(rule, name, None) == open_name}
    return rewrite(rule, change).model_copy(update=fields)


def _with_days(rule: Duplicates, table: str, context: Context) -> Rule:
    """Rows on the same day share it as it is written; where there are times, by the calendar."""
    names = [name.removeprefix(DAY_OF) for name in rule.columns]
    names = [one_date("day", table, context) if name == WHEN else name for name in names]
    names = [
        day_of_interval(name, table, context) if name in (START, END) else name for name in names
    ]
    if len(set(names)) < len(names):
        raise Misfit("a key names each of its columns once")
    days = [name for name, told in zip(names, rule.columns, strict=True) if told != name]
    timed = [name for name in days if _has_times(name, table, context)]
    per = tuple(Period(column=name, unit="day") for name in timed)
    columns = tuple(name for name in names if name not in timed)
    return rule.model_copy(update={"columns": columns, "per": per})


def _has_times(name: str, table: str, context: Context) -> bool:
    column = context.column(table, name)
    form = (column.date_format or "") if column is not None else ""
    if not form:
        raise Misfit(f"{name} holds no plain days, so that rows on one day cannot be told")
    return form == "ISO8601" or "%H" in form or "%I" in form


def _require_several_rows(rule: Rule, table: str, context: Context) -> None:
    if not isinstance(rule, BrokenRows):
        return
    for part in _groups_of_rows(rule):
        columns = [context.column(table, name) for name in part.by]
        if len(columns) == 1 and columns[0] is not None and columns[0].unique:
            raise Misfit(f"each {part.by[0]} has one row, so none of its rows is first or last")
    told = {part for part in walk(rule.must) if isinstance(part, Cell)}
    if rule.where is not None and any(told == {of} for of in _ordered_by(rule.where)):
        raise Misfit("the column that puts the rows in order is measured, not judged row by row")


def _groups_of_rows(rule: BrokenRows) -> Iterator[Aggregate]:
    for part in walk(rule):
        if isinstance(part, Aggregate) and part.by and not part.keys:
            yield part


def _ordered_by(where: Term) -> Iterator[Cell]:
    """Columns of which the first or the last value of a group is picked."""
    for part in walk(where):
        if isinstance(part, Compare) and isinstance(part.right, Aggregate):
            is_end = part.right.measure in (Measure.MINIMUM, Measure.MAXIMUM)
            if is_end and isinstance(part.left, Cell) and part.right.by:
                yield part.left
