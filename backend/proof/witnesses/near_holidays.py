"""Days on each side of a public holiday, and of the years whose holidays are known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from backend.proof.meaning.cells import has_time
from backend.proof.witnesses.spelling import DAY
from backend.rules.language.holiday_calendars import listed_holidays
from backend.rules.language.terms import PublicHoliday, Term
from backend.rules.language.walk import walk

_NOON = dt.timedelta(hours=12)


def near_holidays(atom: Term, form: str) -> Iterator[dt.datetime]:
    """Days near the holidays that an atom asks for; none of an atom that asks for none."""
    for part in walk(atom):
        if isinstance(part, PublicHoliday):
            yield from _near(part, form)


def _near(value: PublicHoliday, form: str) -> Iterator[dt.datetime]:
    """The first and the last holiday with the days beside them, and the ends of the known years."""
    days = listed_holidays(value.calendar, value.first, value.last)
    for day in (days[0], days[len(days) // 2], days[-1]):
        moment = dt.datetime.combine(day, dt.time())
        yield from (moment, moment - DAY, moment + DAY)
        if has_time(form):
            yield moment + _NOON
    for year in (value.first, value.last + 1):
        start = dt.datetime(year, 1, 1)
        yield from (start - DAY, start)
