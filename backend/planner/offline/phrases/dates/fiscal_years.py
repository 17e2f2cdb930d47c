"""Phrases for fiscal years: in fiscal year 2025/26, which starts on 1 April."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.fiscal_years import Named, Naming, Start, begun, day_after, is_open
from backend.planner.offline.phrases.dates.calendar import Period
from backend.rules.language.terms import Constant, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()
Day = tuple[int, int | None, int | None]
"""A month, its day and a year, as far as they are told."""

phrase.words("_fiscal_year", "fiscal year | financial year | fy")
phrase.words("_whose_year", "our | the | a | this | each | every | its | their | my")
phrase.words(
    "_year_begins",
    "start | starts | starting | begin | begins | beginning | commences | commencing",
)
phrase.words("_year_closes", "end | ends | ending | closes | closing | finishes")
phrase.words("_lasts", "runs | running | goes | lasts | is")
phrase.words("_on_day", "on | in | at | with | at the start of | at the beginning of")
phrase.words("_up_to_day", "to | until | till | through | - | –")
phrase.words("_year_in_which", "[calendar] year (in which|that|when|where) it")
phrase.words("_called_by", "[is] (named|called|labelled|numbered) (after|for|by|with)")

# Which one ----------------------------------------------------------------------------------------


@phrase("year_called", "<number>")
def called_once(year: Constant) -> Named | None:
    """2025, or 25."""
    found = _full_year(year)
    return None if found is None else Named(found)


@phrase("year_called", "<number> (/|-|–) <number>")
def called_twice(first: Constant, second: Constant) -> Named | None:
    """2025/26, or 2025-2026."""
    begin, end = _full_year(first), _full_year(second)
    return Named(begin, is_pair=True) if begin and end == begin + 1 else None


def _full_year(year: Constant) -> int | None:
    value = year.value
    if isinstance(value, bool) or not isinstance(value, int) or year.unit:
        return None
    return value if 1900 <= value <= 2200 else 2000 + value if 0 < value < 100 else None


for _year in range(2000, 2051):
    _short, _next = f"{_year % 100:02d}", f"{(_year + 1) % 100:02d}"

    @phrase("fiscal_named", f"fy{_year}", f"fy{_short}")
    def written_as_one(year: int = _year) -> Named:
        """FY2025."""
        return Named(year)

    @phrase("fiscal_named", f"fy{_year}/{_next}", f"fy{_short}/{_next}", f"fy{_year}-{_next}")
    def written_as_pair(year: int = _year) -> Named:
        """FY2025/26."""
        return Named(year, is_pair=True)


@phrase("fiscal_named", "_fiscal_year <year_called>", "<year_called> _fiscal_year")
def fiscal_named(named: Named) -> Named:
    """Fiscal year 2025/26."""
    return named


@phrase("fiscal_part", "<fiscal_named>")
def whole_year(named: Named) -> Named:
    """All of it."""
    return named


@phrase("fiscal_part", "[fiscal] <quarter> [of] [,] <fiscal_named>")
def quarter_of_year(quarter: int, named: Named) -> Named:
    """The second quarter of fiscal year 2025/26."""
    return Named(named.year, named.is_pair, 3 * quarter - 3, 3 * quarter)


for _half, _words in ((1, "first|1st"), (2, "second|2nd")):

    @phrase("fiscal_part", f"({_words}) half of <fiscal_named>")
    def half_of_year(named: Named, half: int = _half) -> Named:
        """The first half of fiscal year 2025/26."""
        return Named(named.year, named.is_pair, 6 * half - 6, 6 * half)


# When it begins -----------------------------------------------------------------------------------


@phrase("day_of_year", "<month>")
def month_alone(month: int) -> Day:
    """April."""
    return month, None, None


@phrase("day_of_year", "<month> <number>")
def month_and_number(month: int, number: Constant) -> Day | None:
    """April 1, or April 2025."""
    value = number.value
    if isinstance(value, int) and 1900 <= value <= 2200:
        return month, None, value
    return number_and_month(number, month)


@phrase("day_of_year", "<number> <month>")
def number_and_month(number: Constant, month: int) -> Day | None:
    """1 April."""
    value = number.value
    return (month, value, None) if isinstance(value, int) and 1 <= value <= 31 else None


@phrase("day_of_year", "<month> [the] <ordinal>")
def month_and_ordinal(month: int, day: int) -> Day:
    """April 1st."""
    return month, day, None


@phrase("day_of_year", "<ordinal> [day] [of] <month>")
def ordinal_and_month(day: int, month: int) -> Day:
    """The 1st of April."""
    return month, day, None


@phrase("day_of_year", "<moment>")
def dated(day: Value) -> Day | None:
    """2025-04-01."""
    if not isinstance(day, Constant) or len(str(day.value)) != len("2025-04-01"):
        return None
    year, month, number = map(int, str(day.value).split("-"))
    return month, number, year


@phrase("year_start", "_year_begins [_on_day] <day_of_year>")
def begins_on(day: Day) -> Start | None:
    """Starts on 1 April."""
    month, number, year = day
    return Start(month, number or 1, year) if (number or 1) <= 28 else None


@phrase("year_start", "_year_closes [_on_day] [the] [end of|last day of] <day_of_year>")
def closes_on(day: Day) -> Start | None:
    """Ends on 31 March 2026."""
    month, number, year = day
    first = day_after(month, number)
    if first is None or first[1] > 28:
        return None
    begin = None if year is None else year if first == (1, 1) else year - 1
    return Start(*first, begin)


@phrase("year_start", "[_lasts] [from] <day_of_year> _up_to_day [the] [end of] <day_of_year>")
def lasts(begin: Day, end: Day) -> Start | None:
    """From April to March."""
    start, told = begins_on(begin), closes_on(end)
    if start is None or told is None or (start.month, start.day) != (told.month, told.day):
        return None
    is_one = start.year is None or told.year is None or start.year == told.year
    return Start(start.month, start.day, start.year or told.year) if is_one else None


for _verb, _naming in (("begins|starts", "begin"), ("ends|closes", "end")):

    @phrase("year_naming", f"_called_by [the] _year_in_which ({_verb}) [in]")
    def called_by(naming: Any = _naming) -> Naming:
        """Is named after the year in which it ends."""
        return naming  # type: ignore[no-any-return]


@phrase("year_told", "<year_start>")
@phrase("year_told", "<year_start> (and|, and|,) <year_naming>")
def year_told(start: Start, naming: Naming = "") -> Start:
    """Starts on 1 October and is named after the year in which it ends."""
    return Start(start.month, start.day, start.year, naming)


# Told beside it -----------------------------------------------------------------------------------

for _naming in ("begin", "end"):

    @phrase("month_period", "<fiscal_part> [,] [which|that] <year_told>", cost=0.02)
    @phrase("month_period", r"<fiscal_part> \( [which|that] <year_told> \)", cost=0.02)
    def told_beside(named: Named, start: Start, naming: Any = _naming) -> Period | None:
        """Fiscal year 2025/26, which starts in April."""
        is_settled = named.is_pair or start.year is not None or (start.month, start.day) == (1, 1)
        if is_settled:
            return named.period(start) if naming == "begin" else None
        told = start.by(naming)
        return None if told is None else named.period(told)


@phrase("month_period", "<fiscal_part>", cost=0.02)
def told_elsewhere(named: Named) -> Period:
    """Fiscal year 2025/26, of which another sentence tells when it begins."""
    return named.open_period()


# Told in a sentence of its own --------------------------------------------------------------------

phrase.words("_with_year", "with | for | given | as | since | because | assuming | where")


@phrase("year_fact", "[_whose_year] [company] _fiscal_year <year_told>")
@phrase("year_fact", "we (start|begin) (our|the) _fiscal_year _on_day <day_of_year>")
@phrase(
    "year_fact", "[_whose_year] _fiscal_year (:|=) [from] <day_of_year> _up_to_day <day_of_year>"
)
@phrase("year_fact", "[the] (start|beginning) of (our|the) _fiscal_year (is|:|=) <day_of_year>")
def year_fact(*parts: Any) -> Start | None:
    """Our fiscal year starts on 1 April."""
    if isinstance(parts[0], Start):
        return parts[0]
    return begins_on(*parts) if len(parts) == 1 else lasts(*parts)


@phrase("year_fact", "<fiscal_named> <year_told>")
def fact_of_one(named: Named, start: Start) -> Start | None:
    """Fiscal year 2025 begins in April 2024."""
    if named.is_pair or start.year is None or start.naming:
        return None
    namings: dict[int, Naming] = {0: "begin", 1: "end"}
    naming = namings.get(named.year - start.year)
    return None if naming is None else Start(start.month, start.day, None, naming)


for _naming in ("begin", "end"):

    @phrase("hint", "<hint> _stop [where|and] <year_fact> [.]", cost=0.05)
    @phrase("hint", r"<hint> \( <year_fact> \) [.]", r"<hint> \( <year_fact> . \)", cost=0.05)
    @phrase("hint", "[_with_year] <year_fact> [,|.|;|:] [so|and] <hint>", cost=0.05)
    @phrase("hint", "[_with_year] <year_fact> , (so|and|therefore) <hint>", cost=0.05)
    def told_apart(*parts: Any, naming: Any = _naming) -> Statement | None:
        """Our fiscal year starts on 1 April. Dates must be in fiscal year 2025/26."""
        start = next(part for part in parts if isinstance(part, Start))
        statement = next(part for part in parts if isinstance(part, Statement))
        by_either = start.naming or (start.month, start.day) == (1, 1)
        if naming == "end" and (start.naming == "begin" or not is_open(statement)):
            return None
        if naming == "end" and by_either and start.naming != "end":
            return None
        return begun(statement, start, naming)
