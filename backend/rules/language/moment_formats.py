"""Formats of dates, times, durations and schedules as machines write them."""

from __future__ import annotations

from backend.rules.language import moments
from backend.rules.language.form import Format, shape, tested

_AT = "(time stamp|date time|date and time)"

MOMENTS: dict[str, Format] = {
    "iso_week_date": tested(
        "a day written YYYY-Www-D, in a year that has that week (ISO 8601)",
        moments.is_iso_week_date,
        "iso (8601 |)week date", "week date in iso (8601 |)(format|form)",
    ),
    "iso_week": tested(
        "a week written YYYY-Www, in a year that has it (ISO 8601)",
        moments.is_iso_week,
        "iso (8601 |)(year week|year and week|week string|week notation|week format)",
        "valid iso (8601 |)week", "iso 8601 week",
    ),
    "ordinal_date": tested(
        "a day written YYYY-DDD, the day of its year (ISO 8601)",
        moments.is_ordinal_date,
        "(iso |iso 8601 |)ordinal date",
    ),
    "iso_duration": tested(
        "a duration such as P3Y6M4DT12H30M5S or P2W (ISO 8601)",
        moments.is_iso_duration,
        "iso (8601 |)duration( string| text|)", "duration in iso (8601 |)(format|form|notation)",
    ),
    "rfc_3339": tested(
        "a real date and time written YYYY-MM-DDThh:mm:ss with Z or an offset, T or a blank "
        "between (RFC 3339)",
        moments.is_rfc_3339,
        f"rfc 3339( {_AT[1:-1].replace('|', '| ')}|)", f"{_AT} in rfc 3339 (format|form)",
    ),
    "rfc_2822": tested(
        "a date and time of e-mail such as Mon, 15 Aug 2005 15:52:01 +0000, its day of week right "
        "(RFC 2822, RFC 5322)",
        moments.is_rfc_2822,
        "rfc (2822|5322|822)( date| time stamp| date time| date and time|)",
        "(date|time stamp|date time|date and time) in rfc (2822|5322|822) (format|form)",
        "e mail date",
    ),
    "unix_seconds": shape(
        "a Unix timestamp in seconds of ten digits, from September 2001 to November 2286",
        r"[1-9][0-9]{9}(\.0+)?",
        "(unix|epoch|unix epoch|posix) (time stamp|time stamp in second|time|second)",
        "10 digit (unix|epoch) time stamp",
    ),
    "unix_milliseconds": shape(
        "a Unix timestamp in milliseconds of thirteen digits, from September 2001 to November 2286",
        r"[1-9][0-9]{12}(\.0+)?",
        "(unix|epoch|unix epoch|posix) (millisecond|milli second|ms)",
        "(unix|epoch|unix epoch|posix) time stamp in (millisecond|milli second|ms)",
        "(13 digit|millisecond) (unix|epoch) time stamp",
    ),
    "cron": tested(
        "a cron expression of five fields: minute, hour, day, month, weekday (POSIX crontab), with "
        "steps and names, without @daily and the like",
        moments.is_cron,
        "cron (expression|schedule|string|job expression)", "cron tab (expression|schedule|entry)",
        "(five|5) field cron expression",
    ),
}  # fmt: skip
