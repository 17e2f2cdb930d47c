"""Phrases for a value that follows from the month: March to May 2, and December to February 1.

The month is that of a date, or a column that holds the number of the month: it is called so.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Apply, Cell, Constant, Function, Predicate, Unless
from backend.rules.phrasing import Phrases, Statement, all_of, any_of, compare, number, one_of

phrase = Phrases()

_YEAR = 12
_MONTH = frozenset({"month", "mon", "mth", "mnth"})
Months = tuple[int, ...]


class MonthCase(NamedTuple):
    """Months, and the value that they have."""

    months: Months
    value: Constant
    of: Cell | None = None


Cases = tuple[MonthCase, ...]

# Months -----------------------------------------------------------------------------------------


@phrase("some_months", "<month>")
@phrase("some_months", "<month> [and|or] <some_months>", cost=0.1)
@phrase("some_months", "<month> (, and|,|and|or) <some_months>")
def some_months(month: int, *more: Months) -> Months | None:
    """December, January and February."""
    found = (month, *(each for months in more for each in months))
    return found if len(set(found)) == len(found) else None


@phrase("some_months", "[from] <month> (to|through|until|till|-|–) <month>")
def months_between(first: int, last: int) -> Months | None:
    """November to February."""
    count = (last - first) % _YEAR + 1
    return tuple((first + at - 1) % _YEAR + 1 for at in range(count)) if first != last else None


# Cases ------------------------------------------------------------------------------------------

phrase.words(
    "_month_sign",
    "= | : | is | are | mean | means | -> | → | count as | counts as | belong to | belongs to | fall in | falls in | "
    "make up | form | stand for | give | gives | have | has",
)
phrase.words("_and_months", ", | [,] and | ;")


@phrase("month_case", "<some_months> [_month_sign] <option>")
@phrase("month_case", r"<some_months> \( <option> \)", r"<option> \( <some_months> \)")
@phrase("month_case", "<option> (for|in|from|if|when) <some_months>")
def month_case(*parts: object) -> MonthCase:
    """March to May 2."""
    months = next(p for p in parts if isinstance(p, tuple) and not isinstance(p, Cell))
    return MonthCase(months, next(part for part in parts if isinstance(part, Constant)))


@phrase("month_case", "<some_months> _month_sign [in] <cell> <option>")
def named_case(months: Months, of: Cell, value: Constant) -> MonthCase:
    """December to February are season 1."""
    return MonthCase(months, value, of)


@phrase("month_cases", "<month_case>", "<month_cases> _and_months <month_case>")
def month_cases(*parts: object) -> Cases | None:
    """Each month once."""
    told = tuple(
        each
        for part in parts
        for each in ((part,) if isinstance(part, MonthCase) else part)  # type: ignore[attr-defined]
    )
    months = [month for case in told for month in case.months]
    values = {case.value.value for case in told}
    return told if len(set(months)) == len(months) and len(values) == len(told) else None


# Of a month -------------------------------------------------------------------------------------


class Month(NamedTuple):
    """What has the month: a date, or the number of a month."""

    of: Cell
    is_date: bool


@phrase("its_month", "[calendar] month (of|in) <cell>", "<cell>")
def of_a_date(day: Cell) -> Month:
    """The month of a date."""
    return Month(day, True)


@phrase("its_month", "<cell>", "[number of the] month in <cell>")
def of_a_number(of: Cell) -> Month | None:
    """A column with the number of the month."""
    is_called_so = bool(_MONTH & set(stems_of(of.column)))
    return Month(of, False) if is_called_so else None


@phrase("stmt", "<cell> _is_given_by <its_month> (:|,|–) <month_cases>", cost=-0.2)
@phrase("stmt", "<cell> (_must be|is) <month_cases> [,] _depending <its_month>", cost=-0.2)
def by_month(of: Cell, *parts: object) -> Statement | None:
    """The season follows from the month: December to February 1, March to May 2."""
    month = next(part for part in parts if isinstance(part, Month))
    cases = next(part for part in parts if not isinstance(part, Month))
    return _by_month(of, month, cases)  # type: ignore[arg-type]


@phrase("stmt", "_depending <its_month> [,] <cell> (_must be|is) <month_cases>", cost=-0.2)
def month_first(month: Month, of: Cell, cases: Cases) -> Statement | None:
    """Depending on the month of sold_on, the season must be 1 for December to February …"""
    return _by_month(of, month, cases)


def _by_month(of: Cell, month: Month, cases: Cases) -> Statement | None:
    if of == month.of or len(cases) < 2 or any(case.of not in (None, of) for case in cases):
        return None
    told: list[Predicate] = []
    value = Apply(function=Function.MONTH, of=month.of) if month.is_date else month.of
    for case in cases:
        inside = one_of(value, tuple(number(each) for each in case.months))
        told.append(any_of(Unless(part=inside), compare(of, "==", case.value)))
    return rule(all_of(*told), subject=of)
