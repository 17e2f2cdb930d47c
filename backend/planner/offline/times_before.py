"""The day before, the previous month: the row before it, in the order of the table's one date.

A row before is of the day before only where no day is left out and none has two rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Unclear
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Previous, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

_UNITS = "day|week|month|quarter|year"
_LISTED = "(?:listed|recorded|reported|given|available|observed|surveyed)"
_BEFORE = re.compile(
    rf"\bthe ({_UNITS}) before\b|\b(?:previous|preceding|prior) ({_UNITS})\b"
    rf"|\b(?:one|each|every)(?: {_LISTED})? ({_UNITS}) (?:to|and) the (?:next|following)\b"
    rf"|\bfrom ({_UNITS}) to \4\b"
    rf"|\b({_UNITS})s (?:on which|in which|when|where|with)\b|\bwith (?:each|every) ({_UNITS})\b"
    rf"|\b(?:larger|higher|smaller|lower|greater) (?:each|every) ({_UNITS})\b"
    rf"|\b(?:rise|grow|increase|climb|fall|drop|decrease|decline|shrink)s? (?:each|every)"
    rf" ({_UNITS})\b"
)
_OF_ROWS = re.compile(rf"\b(?:one|each|every) {_LISTED} (?:{_UNITS}) (?:to|and) the")
"""From each listed year to the next: whichever years there are."""


def with_times_before(rule: Rule, table: str, context: Context) -> Rule:
    """The rule with the rows before in the order of their date, where a sentence tells of days.

    Raises:
        Unclear: a day is left out, or has several rows; or several dates may be meant.
    """
    hint = " ".join(context.check.calculation_hint.lower().split())
    told = _BEFORE.search(hint)
    if told is None or not isinstance(rule, BrokenRows):
        return rule
    unit = next(filter(None, told.groups()))
    before = [part for part in walk(rule) if isinstance(part, Previous)]
    dates = _times_of(table, unit, context) if before else []
    if len(dates) > 1 and not _only_rises(rule):
        names = " or ".join(each.name for each in dates)
        raise Unclear(f"it is not clear by which date the {unit} before is told, {names}; name it")
    column = dates[0] if len(dates) == 1 else None
    if column is None or any(_reads(part, column.name) for part in before):
        return rule
    if any(part.order_by not in (None, column.name) or column.name in part.by for part in before):
        return rule
    is_parted = any(part.by for part in before)
    may_skip = _only_rises(rule) or _OF_ROWS.search(hint) is not None
    _require_each_once(column, unit, is_parted=is_parted, may_skip=may_skip)
    context.assume(f"The {unit} before is that of the row before, in the order of {column.name}.")

    def change(part: Term) -> Term | None:
        is_open = isinstance(part, Previous) and part.order_by is None
        return part.model_copy(update={"order_by": column.name}) if is_open else None

    return rewrite(rule, change)


def _times_of(table: str, unit: str, context: Context) -> list[Column]:
    """The dates of the table, of which one may be called by the unit; or its year."""
    columns = context.tables[table].columns if table in context.tables else ()
    dates = [each for each in columns if each.date_format is not None]
    years = [each for each in columns if stems_of(each.name)[-1:] == ("year",)]
    if unit == "year" and not dates:
        dates = [each for each in years if each.type == ColumnType.INTEGER]
    return [each for each in dates if each.name.lower() == unit] or dates


def _reads(part: Previous, name: str) -> bool:
    return any(isinstance(each, Cell) and each.column == name for each in walk(part.of))


def _only_rises(rule: BrokenRows) -> bool:
    """Whether a value is held against the very one before: what rises day by day rises over two."""
    must = rule.must
    return isinstance(must, Compare) and must.left == getattr(must.right, "of", None)


def _require_each_once(column: Column, unit: str, *, is_parted: bool, may_skip: bool) -> None:
    times = _times(column, unit)
    if not is_parted and (not column.unique or len(times) < len(column.values)):
        raise Unclear(
            f"several rows are of one {unit} of {column.name}, so that the {unit} before is not "
            "one row; say 'the row before', or of which group"
        )
    gap = next((low for low, high in pairwise(times) if high > low + 1), None)
    if gap is not None and not may_skip:
        raise Unclear(
            f"{column.name} leaves out a {unit}, so that the row before may be of an earlier one; "
            "say 'the row before' if that is meant"
        )


def _times(column: Column, unit: str) -> Sequence[int]:
    """The days, months and so on of the column's values, counted from the first of all."""
    if column.date_format is None:
        return sorted({int(value) for value in column.values if value.isdigit()})
    try:
        days = [_day(value, column.date_format) for value in column.values if value.strip()]
    except ValueError:
        return ()
    return sorted({_counted(day, unit) for day in days})


def _day(text: str, layout: str) -> date:
    if layout == "ISO8601":
        return datetime.fromisoformat(text).date()
    return datetime.strptime(text, layout).date()


def _counted(day: date, unit: str) -> int:
    if unit in ("day", "week"):
        return day.toordinal() if unit == "day" else (day.toordinal() - 1) // 7
    months = day.year * 12 + day.month - 1
    return {"month": months, "quarter": months // 3, "year": day.year}[unit]
