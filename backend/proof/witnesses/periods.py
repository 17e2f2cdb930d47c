"""Dates of one period of the calendar after another: their first and their last moments."""

from __future__ import annotations

import datetime as dt

from backend.contracts.check import Cell
from backend.proof.witnesses.scenes import Setting
from backend.proof.witnesses.spelling import DAY, spell_date, tick
from backend.rules.language.periods import Period, Unit

_CYCLES: dict[Unit, int] = {
    "hour": 24, "day": 366, "week": 52, "month": 12, "quarter": 4, "year": 100,
}  # fmt: skip
"""After so many periods the clock or the calendar shows the same hour, month or quarter."""
_FIRST: dict[Unit, dt.datetime] = {
    "hour": dt.datetime(2024, 2, 29, 23),
    "day": dt.datetime(2024, 2, 29),
    "week": dt.datetime(2024, 12, 30),
    "month": dt.datetime(2024, 2, 1),
    "quarter": dt.datetime(2024, 10, 1),
    "year": dt.datetime(2024, 1, 1),
}
"""Starts behind which there is a leap day, or the year ends within an ISO week."""
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}
_SPANS: dict[Unit, dt.timedelta] = {"hour": dt.timedelta(hours=1), "day": DAY, "week": 7 * DAY}


def moment_in(setting: Setting, period: Period, group: int, *, is_last: bool) -> Cell:
    """The first or the last moment of a group's period, as the column spells it."""
    return moment_at(setting, period, _place(period.unit, group), is_last=is_last)


def moment_at(setting: Setting, period: Period, place: int, *, is_last: bool) -> Cell:
    """The first or the last moment of the period so many places after the first."""
    form = setting.date_format(setting.table, period.column) or "%Y-%m-%d"
    if not is_last:
        return spell_date(_start(period.unit, place), form)
    return spell_date(_start(period.unit, place + 1) - tick(form), form)


def _place(unit: Unit, group: int) -> int:
    """How many periods after the first: 0, 1, a whole cycle on, and so forth in pairs."""
    pair, second = divmod(group - 1, 2)
    cycles, shift = divmod(pair, 2)
    return second + 2 * cycles + (_CYCLES[unit] if shift else 0)


def _start(unit: Unit, place: int) -> dt.datetime:
    first = _FIRST[unit]
    if unit in _SPANS:
        return first + place * _SPANS[unit]
    months = first.year * 12 + first.month - 1 + place * _MONTHS[unit]
    return dt.datetime(months // 12, months % 12 + 1, 1)
