"""Dates, times, durations and schedules as machines write them.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names.
"""

from __future__ import annotations

import datetime as dt
import re


def is_iso_week_date(text: str) -> bool:
    """A day written YYYY-Www-D, in a year that has that week (ISO 8601)."""
    if not re.fullmatch("[0-9]{4}-W[0-9]{2}-[1-7]", text):
        return False
    try:
        dt.date.fromisocalendar(int(text[:4]), int(text[6:8]), int(text[9]))
    except ValueError:
        return False
    return True


def is_iso_week(text: str) -> bool:
    """A week written YYYY-Www, in a year that has it (ISO 8601)."""
    return len(text) == 8 and is_iso_week_date(f"{text}-1")


def is_ordinal_date(text: str) -> bool:
    """A day written YYYY-DDD: 366 in leap years alone (ISO 8601)."""
    if not re.fullmatch("(?!0000)[0-9]{4}-[0-9]{3}", text):
        return False
    year, day = int(text[:4]), int(text[5:])
    return 1 <= day <= (dt.date(year, 12, 31) - dt.date(year, 1, 1)).days + 1


def is_iso_duration(text: str) -> bool:
    """A duration: P, years, months, days, T, hours, minutes, seconds; or weeks (ISO 8601).

    At least one stands; the last of them may have a fraction.
    """
    if re.fullmatch("P[0-9]+([.,][0-9]+)?W", text):
        return True
    parts = "(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?"
    whole = re.sub("[.,][0-9]+([YMDHS])$", r"\1", text)
    return re.fullmatch(f"P{parts}", whole) is not None


def is_rfc_3339(text: str) -> bool:
    """A real date, T or a blank, a time with seconds, Z or an offset (RFC 3339, 5.6).

    Letters may be small; second 60 is a leap second, and stands at 23:59 of UTC alone.
    """
    clock = "([01][0-9]|2[0-3]):[0-5][0-9]"
    day = "(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    time = rf"(?P<time>{clock}):(?P<second>[0-5][0-9]|60)([.][0-9]+)?"
    found = re.fullmatch(f"{day}[Tt ]{time}(?P<zone>[Zz]|[+-]{clock})", text)
    if found is None:
        return False
    zone = "+00:00" if found["zone"] in "Zz" else found["zone"]
    try:
        at = dt.datetime.fromisoformat(f"{found['day']}T{found['time']}{zone}")
    except ValueError:
        return False
    past_midnight = at.hour * 60 + at.minute
    ahead = int(f"{zone[0]}1") * (int(zone[1:3]) * 60 + int(zone[4:]))
    return found["second"] != "60" or (past_midnight - ahead) % 1440 == 1439


SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def is_rfc_2822(text: str) -> bool:
    """A date of e-mail: Mon, 15 Aug 2005 15:52:01 +0000 (RFC 5322, 3.3), its weekday right.

    The day of week and the seconds may be left out; GMT and UT may stand for +0000; the zone's
    name may follow in brackets.
    """
    clock = "(?P<clock>([01][0-9]|2[0-3]):[0-5][0-9])(:([0-5][0-9]|60))?"
    zone = r"([+-]([01][0-9]|2[0-3])[0-5][0-9]|GMT|UT)( \([A-Za-z ]+\))?"
    months = "|".join(SHORT_MONTHS)
    day = f"(?P<day>[0-9]{{1,2}}) (?P<month>{months}) (?P<year>(19|[2-9][0-9])[0-9]{{2}})"
    found = re.fullmatch(f"((?P<weekday>{'|'.join(SHORT_DAYS)}), )?{day} {clock} {zone}", text)
    if found is None:
        return False
    try:
        at = dt.date(int(found["year"]), SHORT_MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return False
    return found["weekday"] in (None, SHORT_DAYS[at.weekday()])


CRON_BOUNDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
CRON_NAMES: tuple[dict[str, str], ...] = (
    *({}, {}, {}),
    {month.lower(): str(number) for number, month in enumerate(SHORT_MONTHS, start=1)},
    {day.lower(): str(number % 7) for number, day in enumerate(SHORT_DAYS, start=1)},
)


def is_cron(text: str) -> bool:
    """Five fields of minute, hour, day, month, weekday (POSIX crontab; steps and names of Vixie).

    Sunday is 0 or 7; a range runs upwards; a step follows a star or a range.
    """
    fields = re.split("[ \t]+", text)
    return len(fields) == 5 and all(
        is_cron_part(part, *CRON_BOUNDS[place], CRON_NAMES[place])
        for place, field in enumerate(fields)
        for part in field.split(",")
    )


def is_cron_part(text: str, low: int, high: int, names: dict[str, str]) -> bool:
    """A star, a number or name, or a range of them, with a step behind a slash or not."""
    values, slash, step = text.partition("/")
    if slash and not re.fullmatch("[1-9][0-9]?", step):
        return False
    if values == "*":
        return True
    ends = [names.get(end.lower(), end) for end in values.split("-")]
    if len(ends) > 2 or (slash and len(ends) == 1):
        return False
    has_numbers = all(re.fullmatch("[0-9]{1,2}", end) for end in ends)
    return has_numbers and low <= int(ends[0]) <= int(ends[-1]) <= high
