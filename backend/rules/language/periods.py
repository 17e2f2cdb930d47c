"""Periods of the calendar that rows belong to, by one of their dates: hours to years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from backend.codegen.code import Code, literal
from backend.contracts.contract import Contract
from backend.rules.language.rows import Rows
from backend.rules.language.terms import Cell, Reads

Unit = Literal["hour", "day", "week", "month", "quarter", "year"]


class Period(Contract):
    """The calendar's hour, day, week, month, quarter or year in which a date of a row lies.

    A week is one of ISO 8601: it begins on Monday, and week 1 holds the year's first Thursday.
    Rows without the date lie in no period. A cell that is no date is a period of its own, which
    breaks the rule, since nobody can tell where its row belongs.
    """

    column: str
    unit: Unit

    @property
    def label(self) -> str:
        """What its column is called among the groups."""
        return f"{self.unit} of {self.column}"


LAYOUTS: dict[Unit, str] = {
    "hour": "%Y-%m-%d %H:00",
    "day": "%Y-%m-%d",
    "week": "%G-W%V",
    "month": "%Y-%m",
    "year": "%Y",
}
"""How a period is spelled (ISO 8601, and hours by their first minute); quarters as 2026-Q4."""


def dated(period: Period, rows: Rows) -> Code:
    """The dates that tell the periods; empty where a cell is none."""
    return rows.value(Cell(table=rows.table, column=period.column), Reads.TIME)


def periods(period: Period, rows: Rows) -> Code:
    """The period of each row as text, under its label; of a cell that is no date, the cell."""
    cells = rows.column(period.column).call("astype", literal("str"))
    told = _spelled(period, rows).call("fillna", cells)
    return rows.body.let(period.label, told.call("rename", literal(period.label)))


def periods_of_dates(period: Period, rows: Rows) -> Code:
    """As `periods`, for who judges cells that are no dates by themselves: theirs tells nothing."""
    told = _spelled(period, rows).call("rename", literal(period.label))
    return rows.body.let(period.label, told)


def _spelled(period: Period, rows: Rows) -> Code:
    dates = dated(period, rows)
    if period.unit == "quarter":
        quarters = dates.call("dt.to_period", literal("Q")).call("astype", literal("str"))
        return quarters.call("str.replace", literal("Q"), literal("-Q"))
    if period.unit == "week":
        return _iso_weeks(dates, rows)
    return dates.call("dt.strftime", literal(LAYOUTS[period.unit]))


def _iso_weeks(dates: Code, rows: Rows) -> Code:
    """As ``strftime`` spells them, and many times as fast."""
    calendar = rows.body.let("calendar", dates.call("dt.isocalendar"))
    year, week = (
        calendar.item(literal(part)).call("astype", literal("str")) for part in ("year", "week")
    )
    return year.combine("+", literal("-W")).combine("+", week.call("str.zfill", literal(2)))


def say_judged(per: Iterable[Period]) -> str:
    """Which periods are judged, in words: those that have rows."""
    units = " and ".join(dict.fromkeys(f"{period.unit}s" for period in per))
    return f"Only {units} that have rows are judged."
