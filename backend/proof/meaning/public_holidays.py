"""Public holidays by the library: the second reading of what programs tell by their own rules."""

from __future__ import annotations

import datetime as dt

from backend.proof.meaning.unknowns import Unreadable
from backend.rules.language.holiday_calendars import listed_holidays
from backend.rules.language.terms import PublicHoliday


def is_public_holiday(value: PublicHoliday, day: dt.datetime) -> int:
    """1 on a listed day, 0 on another.

    Raises:
        Unreadable: nobody knows the holidays of its year.
    """
    if not value.first <= day.year <= value.last:
        raise Unreadable
    return int(day.date() in listed_holidays(value.calendar, value.first, value.last))
