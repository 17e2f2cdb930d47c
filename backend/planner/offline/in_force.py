"""Where a list of prices, rates or contracts keeps its key, its first and its last day."""

from __future__ import annotations

from backend.contracts.schema import Column
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.fitting import interval_columns
from backend.planner.offline.keys import is_key
from backend.planner.offline.ways import way
from backend.rules.language.terms import Cell, Value
from backend.rules.outdated_phrases import DAY
from backend.rules.outdated_values import OutdatedValues
from backend.rules.rule import Rule


def with_entry_columns(rule: Rule, table: str, context: Context) -> Rule:
    """A rule about what is in force, with the key and the days of the list.

    Raises:
        Misfit: the schema does not tell them.
    """
    if not isinstance(rule, OutdatedValues):
        return rule
    if not rule.listed:
        rule = rule.model_copy(update={"listed": _list_of(rule, table, context)})
    if rule.listed == table or rule.listed not in context.tables:
        raise Misfit(f"{rule.listed} is to list what holds for the rows of another table")
    start, end = interval_columns(rule.listed, context)
    at = _day(rule.at, table, rule.listed, context)
    key = _key(rule, table, {start, end}, context)
    context.assume(f"{table} and {rule.listed} are matched by {key[0]} = {key[1]}.")
    context.assume(f"An entry of {rule.listed} is in force from {start} to {end}, both included.")
    return rule.model_copy(update={"start": start, "end": end, "at": at, "key": key})


def _list_of(rule: OutdatedValues, table: str, context: Context) -> str:
    """The one other table that has the value that is meant, from a day to a day."""
    found = [
        name
        for name in context.tables
        if name != table
        and context.column(name, rule.wanted) is not None
        and _has_days(name, context)
    ]
    if len(found) != 1:
        raise Misfit(f"it is not clear which table lists the {rule.wanted} that is meant")
    return found[0]


def _has_days(table: str, context: Context) -> bool:
    try:
        interval_columns(table, context)
    except Misfit:
        return False
    return True


def _day(at: Value, table: str, listed: str, context: Context) -> Value:
    if not isinstance(at, Cell) or at.column != DAY:
        return at
    return Cell(table="", column=_one_day(_owner(at, table, context), context))


def _owner(at: Cell, table: str, context: Context) -> str:
    if at.table in ("", table):
        return table
    way(table, at.table, context)
    return at.table


def _one_day(table: str, context: Context) -> str:
    found = [column.name for column in context.tables[table].columns if column.date_format]
    if len(found) != 1:
        raise Misfit(f"it is not clear which day of {table} is meant; name its column")
    context.assume(f"The day of {table} is its {found[0]}.")
    return found[0]


def _key(rule: OutdatedValues, table: str, days: set[str], context: Context) -> tuple[str, str]:
    here, there = rule.key
    if here and context.column(table, here) is None:
        raise Misfit(f"{table} has no column {here!r}")
    compared = {rule.wanted, rule.value.column if rule.value else ""}
    found = [
        column.name
        for column in context.tables[table].columns
        if _may_match(column, rule.listed, context)
        and column.name not in (days | compared)
        and column.name == (here or column.name)
    ]
    found = [name for name in found if is_key(name)] or found
    if len(found) != 1:
        raise Misfit(f"it is not clear which column joins {table} and {rule.listed}")
    return found[0], there or found[0]


def _may_match(column: Column, other: str, context: Context) -> bool:
    theirs = context.column(other, column.name)
    return theirs is not None and column.date_format is None and theirs.date_format is None
