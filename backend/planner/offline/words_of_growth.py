"""What is to grow or shrink: a table, which has no value in a row, or a column in each period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Unclear
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Previous
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ROWS_IN_ORDER = ["cell", "order_duty"]


def refuse_growth_of_tables(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which a table's name is not the column that rises from row to row.

    Raises:
        Unclear: "orders must not shrink" is about how many there are.
    """
    if not isinstance(rule, BrokenRows):
        return
    for part in node.walk():
        if part.symbol != "stmt" or [each.symbol for each in part.children] != _ROWS_IN_ORDER:
            continue
        cell, duty = part.children
        told = " ".join(token.text for token in tokens[cell.start : cell.end])
        if _is_table(told, context) and not _is_column(told, cell.meaning):
            verb = " ".join(token.text for token in tokens[duty.start : duty.end])
            raise Unclear(
                f"{told!r} is a table, and it is not clear since when it {verb}; write '{told} "
                f"{verb} since the last run', or name the column whose values are meant"
            )


def _is_table(told: str, context: Context) -> bool:
    return any(stems_of(table) == stems_of(told) for table in context.tables)


def _is_column(told: str, meaning: object) -> bool:
    return isinstance(meaning, Cell) and stems_of(meaning.column) == stems_of(told)


_EACH = ("every", "each")
_PERIODS = frozenset({"year", "month", "week", "day", "hour"})


def refuse_growth_in_periods(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading that compares each row with the one before, for periods that are one row each.

    Raises:
        Unclear: "total must rise every month", where a month has several rows.
    """
    before = [part for part in walk(rule) if isinstance(part, Previous)]
    words = [token.low for token in tokens]
    read = {at for part in node.walk() if not part.children for at in range(part.start, part.end)}
    for at, period in enumerate(words):
        is_told = period in _PERIODS and at > 0 and words[at - 1] in _EACH and at not in read
        if not before or not is_told:
            continue
        if "not" in words[:at] and words[at - 1] == "every":
            raise Unclear(f"it is not clear whether it may be so in some {period}s; say 'never'")
        if not _has_one_row_each(period, rule, context, before):
            raise Unclear(
                f"it is not known that each {period} is one row of {rule.table}; say 'from row to "
                f"row' if rows are compared, and of what each {period} has several otherwise"
            )


def _has_one_row_each(
    period: str, rule: Rule, context: Context, before: Sequence[Previous]
) -> bool:
    """Whether a column tells the period, or a date that no two rows of a period have."""
    columns = context.tables[rule.table].columns if rule.table in context.tables else ()
    is_grouped = any(part.by for part in before)
    return any(_tells(period, column, is_grouped=is_grouped) for column in columns)


def _tells(period: str, column: Column, *, is_grouped: bool) -> bool:
    if stems_of(column.name)[-1:] == (period,):
        return column.unique or is_grouped
    is_of_days = column.reads_as == ColumnType.DATE and not column.missing
    is_one_each = column.unique or is_grouped
    if not is_of_days or not is_one_each or not column.values or any(map(_has_time, column.values)):
        return False
    if period == "day":
        return True
    told = [_period(value, period) for value in column.values]
    return len(told) > 1 and None not in told and len({*told}) == len(told)


def _has_time(value: str) -> bool:
    return len(value) > len("2024-01-01")


def _period(value: str, period: str) -> str | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    week = "-".join(map(str, day.isocalendar()[:2]))
    return {"year": value[:4], "month": value[:7], "week": week}.get(period)
