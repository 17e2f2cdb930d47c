"""The period of the calendar in which a row's date lies."""

from __future__ import annotations

import datetime as dt

from backend.proof.meaning import values
from backend.proof.meaning.unknowns import Unreadable
from backend.proof.meaning.world import Here
from backend.rules.language.periods import Period
from backend.rules.language.terms import Cell
from backend.rules.language.words import Reads


def period_of(period: Period, here: Here) -> str:
    """The period of a row that has the date; of a cell that is no date, the cell itself."""
    try:
        return _spelled(_moment(period, here), period.unit)
    except Unreadable:
        return str(here.cell(period.column))


def is_dated(period: Period, here: Here) -> bool:
    """Whether a filled cell is a date."""
    try:
        _moment(period, here)
    except Unreadable:
        return False
    return True


def _moment(period: Period, here: Here) -> dt.datetime:
    cell = Cell(table=here.table.name, column=period.column)
    found = values.read(cell, Reads.TIME, here)
    assert isinstance(found, dt.datetime)
    return found


def _spelled(moment: dt.datetime, unit: str) -> str:
    match unit:
        case "hour":
            return f"{moment.date()} {moment.hour:02}:00"
        case "day":
            return str(moment.date())
        case "week":
            year, week, _ = moment.isocalendar()
            return f"{year:04}-W{week:02}"
        case "month":
            return f"{moment.year:04}-{moment.month:02}"
        case "quarter":
            return f"{moment.year:04}-Q{(moment.month + 2) // 3}"
        case _:
            return f"{moment.year:04}"
