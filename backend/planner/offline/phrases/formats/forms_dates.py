"""Phrases for days and times as they are written: a date that exists, a clock time to 23:59."""

from __future__ import annotations

import re

from backend.planner.offline.own_formats import CLOCK
from backend.planner.offline.phrases.dates.dates import real_date
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Predicate, Reads, Value
from backend.rules.phrasing import Modifier, Phrases, Statement, about

phrase = Phrases()

# A date that exists -----------------------------------------------------------------------------

phrase.words(
    "_extant",
    "existing | actual | real | valid | genuine | true | proper | correct | possible | legal",
)
phrase.words(
    "_day_or_moment",
    "[calendar] date | [calendar] dates | calendar day | calendar days | day | day of the calendar | "
    "date and time | date time | datetime | moment | moments | point in time | instant | timestamp | "
    "timestamps | time stamp | time stamps",
)
phrase.words(
    "_that_exists",
    "[that|which] (really|actually|truly|indeed) (exists|exist) [in the calendar] | (that|which) (exists|exist) "
    "[in the calendar] | (that|which) (exists|exist) on the calendar | (that|which) the calendar "
    "[really|actually] (has|knows) | on the calendar | in the calendar | of the calendar",
)
phrase.words("_day_told", "[_extant] _day_or_moment [_that_exists]")
phrase.words(
    "_laid_as",
    "written | written (as|like|in|in form|in format|in the style) | given (as|like|in) | in | in form | in "
    "format | in the layout | in the pattern | in the style | in shape | of the form | of the format | like "
    "| formatted (as|like) | typed (as|like|in) | entered (as|like|in) | stored (as|like|in) | spelled "
    "(as|like) | noted (as|like) | with layout | with format | recorded (as|like|in) | that looks like | "
    "which looks like | that look like",
)
_TRAITS = {
    "T": "T", "Z": "Z", "dashes": "-", "hyphens": "-", "slashes": "/", "dots": ".", "points": ".",
    "periods": ".", "colons": ":", "seconds": "%S", "minutes": "%M", "leading zeros": "%",
    "leading zeroes": "%", "four-digit year": "%Y", "four-digit years": "%Y", "two-digit month": "%m",
    "two-digit months": "%m", "two-digit day": "%d", "two-digit days": "%d", "four digit year": "%Y",
    "two digits for day and month": "%d", "two-digit day and month": "%d", "T in between": "T",
    "letter T": "T", "Z at the end": "Z", "T in the middle": "T", "trailing Z": "Z", "final Z": "Z",
    "two-digit hours": "%H", "two-digit minutes": "%M", "two digit days": "%d", "two digit months": "%m",
}  # fmt: skip
for _name, _sign in _TRAITS.items():
    phrase("layout_trait", f"[both] {_name.replace('-', ' ')}")(lambda sign=_sign: (sign,))


@phrase("layout_traits", "<layout_trait>", "<layout_traits> (,|and|, and) [with] <layout_trait>")
def traits(*found: tuple[str, ...]) -> tuple[str, ...]:
    """The T and the Z."""
    return tuple(sign for each in found for sign in each)


@phrase("spelt_layout", "<layout> [,] [and] (with|including|using) <layout_traits>", cost=-0.05)
def with_traits(pattern: str, found: tuple[str, ...]) -> str | None:
    """2024-05-01T08:28:36Z, with the T and the Z: what the layout shows anyway."""
    return pattern if all(sign in pattern for sign in found) else None


@phrase("spelt_layout", "<layout> (format|form|layout|style|notation)", cost=0.02)
def layout_named(pattern: str) -> str:
    """In YYYY-MM-DD format."""
    return pattern


@phrase("adj", "_day_told [,] [and] [always] _laid_as <layout>", cost=-0.75)
@phrase(
    "adj", "_laid_as <layout> [,] (and|and be) _extant _day_or_moment [_that_exists]", cost=-0.7
)
@phrase("adj", "_laid_as <layout> [,] and [be] _day_or_moment _that_exists", cost=-0.7)
@phrase("adj", r"_day_told \( _laid_as <layout> \)", r"_day_told \( <layout> \)", cost=-0.7)
@phrase("adj", "_extant <layout> _day_or_moment [_that_exists]", cost=-0.3)
def existing_as(pattern: str) -> Predicate | None:
    """A date that really exists, written DD/MM/YYYY."""
    return _form(How.FORMAT, f"date {pattern}")


@phrase("adj", r"[_valid] <format> \( [written|i.e.|that is] [as] <layout> \)", cost=-0.4)
@phrase("adj", "[_valid] <format> , (i.e.|that is|written|so) [as] <layout>", cost=-0.4)
@phrase("adj", "[_valid] <format> [in] <layout>", cost=-0.2)
def iso_date_as(name: str, pattern: str) -> Predicate | None:
    """An ISO date (YYYY-MM-DD)."""
    return _form(How.FORMAT, name) if (name, pattern) == ("iso_date", "%Y-%m-%d") else None


@phrase("adj", "_day_or_moment _that_exists", "_extant _day_or_moment _that_exists", cost=0.0)
@phrase("verb", "(exist|exists) (in|on) the calendar", "really (exist|exists)", cost=0.05)
def existing_date() -> Predicate:
    """A date that exists: written as the column's others are."""
    return real_date()


phrase.words(
    "_month_told",
    "[_extant] [calendar] (month|months) | [_extant] year and [a] month | [_extant] month and [a] year "
    "| [_extant] month of a year | year month",
)


@phrase("month_layout", "<layout>")
def month_layout(pattern: str) -> str | None:
    """YYYY-MM: a year and a month alone."""
    return pattern if set(re.findall("%.", pattern)) in ({"%Y", "%m"}, {"%y", "%m"}) else None


@phrase("month_layout", "<bare>")
def month_shown(example: Constant) -> str | None:
    """Like 2024-05."""
    written = str(example.value)
    if re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", written):
        return "%Y-%m"
    return "%m/%Y" if re.fullmatch(r"(0[1-9]|1[0-2])/(19|20)\d\d", written) else None


@phrase("month_layout", "<number> - <number>", "<number> - <bare>")
def month_in_pieces(year: Constant, month: Constant) -> str | None:
    """Like 2023-11, as no cell has it."""
    return month_shown(Constant(value=f"{year.value}-{month.value}", reads=Reads.TEXT))


@phrase("adj", "_month_told [,] [always] _laid_as <month_layout>", cost=-0.7)
@phrase("adj", r"_month_told \( <month_layout> \)", cost=-0.7)
def month_as(pattern: str) -> Predicate:
    """A month written YYYY-MM."""
    return _form(How.FORMAT, f"date {pattern}")


# A time of day ----------------------------------------------------------------------------------

phrase.words(
    "_clock_time",
    "[_extant] (clock time|time of day|time of the day|clock times|times of day|time on the clock|24-hour "
    "time|24 hour time|time|times|times of the day|24-hour clock time|hour and minute|hours and minutes)",
)


@phrase("adj", "_clock_time (from|between) <clock> (to|and|until|up to|through) <clock>", cost=-0.7)
@phrase("adj", r"_clock_time \( <clock> (to|-|–|through) <clock> \)", cost=-0.2)
@phrase("adj", "<clock> (to|-|–|through) <clock> [,] [as] _clock_time", cost=-0.2)
def clock_of_a_day(first: float, last: float) -> Predicate | None:
    """A clock time from 00:00 to 23:59: any time of a day, as the column writes its times."""
    is_whole_day = first == 0 and abs(last - (23 + 59 / 60)) < 1e-6
    return _form(How.FORMAT, CLOCK) if is_whole_day else None


@phrase("clock_layout", "HH : MM", "HH:MM", "hh : mm", "HH . MM")
def minutes() -> str:
    """HH:MM."""
    return "%H:%M"


@phrase("clock_layout", "HH : MM : SS", "HH:MM:SS")
def seconds() -> str:
    """HH:MM:SS."""
    return "%H:%M:%S"


@phrase("adj", "_clock_time [,] [always] _laid_as <clock_layout>", cost=-0.7)
@phrase("adj", r"_clock_time \( <clock_layout> \)", cost=-0.7)
@phrase("adj", "_laid_as <clock_layout>", "_laid_as <clock_layout> format", cost=0.02)
@phrase("adj", "_clock_format [,] [always] _laid_as <clock_layout>", cost=-0.7)
@phrase("adj", "[_laid_as] _clock_style [,|:] <clock_layout>", cost=-0.7)
@phrase("adj", r"[_laid_as] _clock_style \( <clock_layout> \)", cost=-0.7)
@phrase("adj", "<clock_layout> [,] [in] _clock_style", cost=-0.7)
def clock_as(pattern: str) -> Predicate:
    """A time of day written HH:MM."""
    return _form(How.FORMAT, f"date {pattern}")


@phrase(
    "adj",
    "_clock_time [,] [always] _laid_as <clock_layout> [,] (from|between) <clock> (to|and|until) <clock>",
    cost=-0.7,
)
def clock_as_to(pattern: str, first: float, last: float) -> Predicate | None:
    """A time written HH:MM, from 00:00 to 23:59."""
    return None if clock_of_a_day(first, last) is None else clock_as(pattern)


@phrase(
    "stmt", "<cell> : <clock_layout>", "<cell> (:|=) [a] _clock_time , <clock_layout>", cost=0.1
)
def cell_clock(subject: Value, pattern: str) -> Statement:
    """Opens: HH:MM."""
    return rule(about(clock_as(pattern), subject), subject=subject)


# How all the dates are written --------------------------------------------------------------------

phrase.words("_clock_format", "[_extant] 24 [-] (hour|h) [clock] (time|times)")
phrase.words("_clock_style", "24 [-] (hour|h) [clock] (format|notation|form|style)")


phrase.words(
    "_all_the_dates",
    "all [the|these|our] dates [here|in the table|in this table] | dates | both dates | the two dates | days "
    "| these dates | all days | both columns | both days",
)


@phrase(
    "remark",
    "_all_the_dates (are|is) [all|always|both] [written|given|stored|kept|recorded|in] [as|in|like] [format|form] <layout>",
    "_all_the_dates [as|in|like|:] <spelt_layout>",
    "_all_the_dates (as|in|like) <layout>",
    cost=0.05,
)
def dates_laid_out(pattern: str) -> Modifier:
    """All dates are DD/MM/YYYY."""
    return remark("dates-as", texts=(pattern,))
