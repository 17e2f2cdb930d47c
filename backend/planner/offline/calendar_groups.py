"""Which date tells the periods of a rule per day, week or month, where the sentence names none."""

from __future__ import annotations

import re
from typing import TypeVar

from backend.contracts.schema import Column, ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.words import stem, stems_of
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.periods import Period
from backend.rules.language.terms import Aggregate, Compare, Constant, Measure
from backend.rules.missing_dates import MissingDates
from backend.rules.odd_distributions import OddDistributions
from backend.rules.outlying_periods import OutlyingPeriods
from backend.rules.rule import Rule

R = TypeVar("R", bound=Rule)
CALENDAR = "<calendar>"
"""The column whose dates tell the periods; the schema tells which."""


NO_BEGINNING = frozenset({
    "birth", "born", "birthdate", "due", "deadline", "expiry", "expire", "expiration", "end",
    "until", "till", "to", "valid", "required", "next", "planned", "closed", "returned",
})  # fmt: skip
"""Headers of dates that do not tell when a row came to be."""


def with_periods(rule: R, table: str, context: Context) -> R:
    """The rule with the dates of its periods, where the sentence does not name them.

    Raises:
        Misfit: no date of the table's, or several, can tell them; one holds no times of day; the
            table has a column that is called as the period.
    """
    if isinstance(rule, MissingDates) and rule.column == CALENDAR:
        return rule.model_copy(update={"column": one_date(rule.unit, table, context)})
    has_periods = FailingMetrics | Duplicates | OddDistributions | OutlyingPeriods
    told = rule.per if isinstance(rule, has_periods) else ()
    if not told:
        return rule
    per = tuple(_dated(period, table, context) for period in told)
    if len({period.unit for period in per}) < len(per):
        raise Misfit("a row lies in one period of each length")
    if isinstance(rule, Duplicates) and {period.column for period in per} & {*rule.columns}:
        raise Misfit("the date that tells the period is part of the key already")
    if any(period.unit == "week" for period in per):
        context.assume("A week begins on Monday (ISO 8601).")
    return rule.model_copy(update={"per": per})


def _dated(period: Period, table: str, context: Context) -> Period:
    named = period
    if period.column == CALENDAR:
        named = Period(column=one_date(period.unit, table, context), unit=period.unit)
    column = context.column(table, named.column)
    form = column.date_format if column is not None else None
    if named.unit == "hour" and (form is None or not _has_hours(form)):
        raise Misfit(f"{named.column} of {table} holds no times of day")
    return named


def _has_hours(form: str) -> bool:
    return form == "ISO8601" or "%H" in form or "%I" in form


def one_date(unit: str, table: str, context: Context) -> str:
    """The only date of a row that can be meant: its own, where it is named as the table is.

    Raises:
        Misfit: there is none, or several can be meant.
    """
    columns = context.tables[table].columns if table in context.tables else ()
    for column in columns:
        is_other = unit in stems_of(column.name) and not _is_date(column)
        if is_other or stems_of(column.name) == (unit,):
            raise Misfit(f"{table} has a column {column.name!r}; write 'per {column.name}'")
    found = [column.name for column in columns if _is_date(column)]
    chosen = found if len(found) == 1 else _own_dates(found, table, context)
    if len(chosen) != 1 or NO_BEGINNING & set(stems_of(chosen[0])):
        dates = f" ({', '.join(found)})" if found else ""
        raise Misfit(
            f"it is not clear which date{dates} tells the {unit} of a row of {table}; "
            f"write 'per {unit} of {found[0] if found else 'the date'}'"
        )
    context.assume(f"The {unit} of a row of {table} is that of its {chosen[0]}.")
    return chosen[0]


def _own_dates(dates: list[str], table: str, context: Context) -> list[str]:
    """Dates named as the rows are: ordered_at of orders, unless the sentence speaks of another."""
    own = [name for name in dates if _speaks_of(name, stems_of(table))]
    words = tuple(stem(word.lower()) for word in re.findall(r"\w+", context.check.calculation_hint))
    others = [name for name in dates if name not in own and _speaks_of(name, words)]
    return [] if others else own


def _speaks_of(header: str, words: tuple[str, ...]) -> bool:
    told = [word for word in stems_of(header) if word not in _OF_ANY_DATE]
    return any(_are_alike(word, other) for word in told for other in words)


def _are_alike(one: str, other: str) -> bool:
    """Ordered and order, shipping and shipped; short words must be the same."""
    return one == other or (len(one) > 3 and one[:4] == other[:4])


_OF_ANY_DATE = frozenset({"date", "day", "time", "timestamp", "at", "on", "when", "datetime"})


def _is_date(column: Column) -> bool:
    return column.reads_as == ColumnType.DATE and column.date_format is not None


def require_days(rule: FailingMetrics, context: Context) -> None:
    """Pass groups by a date, unless it holds times and the sentence speaks of days.

    Raises:
        Misfit: each time would be a group of its own.
    """
    words = set(re.findall(r"\w+", context.check.calculation_hint.lower()))
    for name in rule.by if words & {"day", "days", "date", "dates"} else ():
        column = context.column(rule.table, name)
        form = column.date_format if column is not None else None
        if form is not None and _has_hours(form):
            raise Misfit(f"{name} holds times of day; write 'per day of {name}'")


def as_gapless(rule: FailingMetrics) -> Rule:
    """A row in every period: that none is missing between the first and the last."""
    if len(rule.per) != 1 or not _is_any_row(rule):
        return rule
    [period] = rule.per
    found = {"table": rule.table, "where": rule.where, "by": rule.by, **period.model_dump()}
    return MissingDates.model_validate(found)


def _is_any_row(rule: FailingMetrics) -> bool:
    """Whether the rule asks for no more than a row, of whatever kind."""
    match rule.must:
        case Compare(left=Aggregate() as counted, sign=sign, right=Constant(value=bound)):
            is_count = counted.measure is Measure.COUNT and counted.of is None
            return is_count and counted.where is None and (sign, bound) in _ANY_ROW
        case _:
            return False


_ANY_ROW = ((">=", 1), (">", 0), ("!=", 0))
