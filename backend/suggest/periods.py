"""Proposals about when: since which year there are dates, and which calendars are whole.

A calendar is proposed only where it is nearly whole, so that a gap is worth a look.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import pandas as pd

from backend.contracts.schema import Column, ColumnType
from backend.rules.language.terms import Constant, Reads
from backend.rules.missing_dates import MissingDates
from backend.rules.phrasing import compare
from backend.suggest.profile import Profile
from backend.suggest.proposal import (
    ENOUGH,
    GAPS,
    Proposal,
    cell,
    holds,
    propose,
    row_proposal,
    words_of,
)

_BIRTH = frozenset({"birth", "born", "birthdate", "dob"})
_LONG_BEFORE = 5
"""Years before nearly all others, which a date by mistake is of."""
_FEWEST: dict[str, int] = {"day": ENOUGH, "week": 12, "month": 6}
_CODES = {"day": "D", "week": "W", "month": "M"}
Unit = Literal["day", "week", "month"]


class Calendar(NamedTuple):
    """Units of which nearly none is missing."""

    unit: Unit
    working: bool

    @property
    def says(self) -> str:
        """What must not be missing."""
        return "working day" if self.working else self.unit


def first_years(profile: Profile) -> Iterator[Proposal]:
    """No date lies before the year of the first, but for one that is far from the others."""
    for column in _dated(profile):
        dates = profile.dates(column).dropna()
        if len(dates) < ENOUGH or _BIRTH & set(words_of(column.name)):
            continue
        year = _first_year(dates)
        early = int((dates.dt.year < year).sum())
        if holds(early, len(dates)):
            day = f"{year}-01-01"
            bound = Constant(value=day, reads=Reads.DATE)
            must = compare(cell(profile.table, column.name), ">=", bound)
            text = f"{{a}} must be on or after {day}."
            yield row_proposal("range", profile.table, must, text, a=column.name)


def _first_year(dates: pd.Series) -> int:
    first, usual = int(dates.dt.year.min()), int(dates.dt.year.quantile(0.02))
    return usual if usual - first > _LONG_BEFORE else first


def calendars(profile: Profile) -> Iterator[Proposal]:
    """The finest calendar of each column of dates that is nearly whole."""
    for column in _dated(profile):
        found = _calendar(profile.dates(column).dropna())
        if found is not None:
            rule = MissingDates(
                table=profile.table, column=column.name, unit=found.unit, working=found.working
            )
            text = f"No {found.says} may be missing from {{a}}."
            yield propose(GAPS, rule, [text], {"a": column.name})


def _calendar(dates: pd.Series) -> Calendar | None:
    for unit in ("day", "week", "month"):
        for working in (False, True) if unit == "day" else (False,):
            if _is_whole(dates, unit, working=working):
                return Calendar(unit, working)
    return None


def _is_whole(dates: pd.Series, unit: Unit, *, working: bool) -> bool:
    if dates.empty:
        return False
    there = dates.dt.to_period(_CODES[unit])
    wanted = pd.period_range(there.min(), there.max(), freq=_CODES[unit])
    if working:
        there, wanted = there[there.dt.day_of_week < 5], wanted[wanted.day_of_week < 5]
    missing = len(wanted.difference(pd.PeriodIndex(there.unique())))
    return len(wanted) >= _FEWEST[unit] and missing <= 0.02 * len(wanted)


def _dated(profile: Profile) -> list[Column]:
    return [c for c in profile.columns(ColumnType.DATE) if not c.day_or_month_first]
