"""broken_rows · public holiday
In every orders row, shipped_on is not a public holiday in Germany (calendar DE, 2000 to 2040).
Empty values are not flagged.
Public holidays in Germany are the days that the library holidays lists in the whole country, days
in lieu among them. They are known from 2000 to 2040: a date of another year is flagged where a
holiday is asked for or forbidden.
"""

import datetime as dt

import pandas as pd

HOLIDAYS_DE = {
    "years": [2000, 2040],
    "fixed": ["01-01", "05-01", "10-03", "12-25", "12-26"],
    "from_easter": [-2, 1, 39, 50],
    "weekdays": [],
    "others": ["2017-10-31"],
    "never": [],
}


def easter_sunday(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    w = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * w) // 451
    month, day = divmod(h + w - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The nth weekday (Monday is 1) of a month; the last one where ``number`` is -1."""
    start = dt.date(year, month, 1)
    first = start + dt.timedelta(days=(weekday - start.isoweekday()) % 7)
    if number > 0:
        return first + dt.timedelta(weeks=number - 1)
    fifth = first + dt.timedelta(weeks=4)
    return fifth if fifth.month == month else first + dt.timedelta(weeks=3)


def holiday_dates(
    years: list[int],
    fixed: list[str],
    from_easter: list[int],
    weekdays: list[list[int]],
    others: list[str],
    never: list[str],
) -> list[dt.date]:
    """The public holidays from the first to the last of two years, by the rules that tell them."""
    days = [dt.date.fromisoformat(day) for day in others]
    for year in range(years[0], years[1] + 1):
        days += [dt.date.fromisoformat(f"{year}-{day}") for day in fixed]
        days += [easter_sunday(year) + dt.timedelta(days=away) for away in from_easter]
        days += [nth_weekday(year, *told) for told in weekdays]
    return sorted(set(days) - {dt.date.fromisoformat(day) for day in never})


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    orders = tables["orders"]
    return orders[orders["shipped_on"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    orders = scope(tables)
    shipped_on = pd.to_datetime(orders["shipped_on"], format="%Y-%m-%d", errors="coerce")
    holidays = pd.to_datetime(holiday_dates(**HOLIDAYS_DE))
    is_holiday = (
        shipped_on.isin(holidays).astype("float64").where(shipped_on.dt.year.isin(holidays.year))
    )
    return orders[(is_holiday == 1) | is_holiday.isna()]
