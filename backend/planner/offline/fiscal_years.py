"""Fiscal years: where they begin, by which calendar year they are called, and what stays open.

A fiscal year that two calendar years name, as 2025/26, begins in the first of them. One that a
single year names may be the one that begins in it (Japan, most shops) or the one that ends in it
(the United States, Australia, India): nothing but the owner's word tells which.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from backend.planner.offline.context import Misfit
from backend.rules.language.terms import Constant, Reads, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, Statement

Naming = Literal["begin", "end", ""]
UNUSED = "unused-fiscal-year"
"""A remark: a sentence tells when fiscal years begin, and the rule speaks of none."""
_OPEN = "fiscal"


@dataclass(frozen=True)
class Start:
    """The first day of a fiscal year, and the year by which it is called, as far as told."""

    month: int
    day: int
    year: int | None = None
    naming: Naming = ""

    def by(self, naming: Naming) -> Start | None:
        """The same, called so; None where it is called otherwise."""
        return replace(self, naming=naming) if self.naming in ("", naming) else None


@dataclass(frozen=True)
class Named:
    """A fiscal year by its name, or the stretch of it from one of its months to before another."""

    year: int
    is_pair: bool = False
    first: int = 0
    end: int = 12

    def open_period(self) -> tuple[str, str]:
        """The period as long as nobody told when it begins."""
        name = f"{_OPEN} {self.year} {int(self.is_pair)} {self.first} {self.end}"
        return f"{name} 0", f"{name} 1"

    def period(self, start: Start) -> tuple[str, str] | None:
        """Its first and its last day; None where what is told of its begin is at odds with it."""
        begin = self._begin(start)
        if begin is None or (start.year is not None and start.year != begin):
            return None
        first, end = (_months_on(date(begin, start.month, start.day), each) for each in self.ends)
        return first.isoformat(), (end - timedelta(days=1)).isoformat()

    @property
    def ends(self) -> tuple[int, int]:
        """How many months behind its begin the stretch begins, and ends."""
        return self.first, self.end

    def _begin(self, start: Start) -> int | None:
        if self.is_pair or (start.month, start.day) == (1, 1):
            return self.year
        if start.naming:
            return self.year if start.naming == "begin" else self.year - 1
        is_told = start.year in (self.year, self.year - 1)
        return start.year if is_told else None


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, day.day)


def day_after(month: int, day: int | None) -> tuple[int, int] | None:
    """The day behind this one, or behind the month; the end of February is its last day."""
    last = calendar.monthrange(2001, month)[1]
    if day is None or day == last or (month, day) == (2, 29):
        return month % 12 + 1, 1
    return (month, day + 1) if 1 <= day < last else None


# What a sentence leaves open ----------------------------------------------------------------------


def begun(statement: Statement, start: Start, naming: Naming) -> Statement | None:
    """The statement with its fiscal years where they begin; None where they are called otherwise.

    Where it speaks of none it says so: the sentence that tells when they begin was meant for
    something.
    """
    opened = [part for part in walk(statement.rule) if _named(part) is not None]
    also = [begun(other, start, naming) for other in statement.also]
    if not opened:
        is_known = any(each is None or UNUSED not in _kinds(each) for each in also)
        idle = () if is_known and statement.also else (Modifier(kind=UNUSED),)
        return statement.model_copy(update={"remarks": (*statement.remarks, *idle)})
    told = start.by(naming)
    periods = [told and named.period(told) for part in opened if (named := _named(part))]
    if told is None or any(each is None for each in periods):
        return None
    known: Start = told

    def fill(part: Term) -> Term | None:
        named = _named(part)
        period = None if named is None else named.period(known)
        if period is None or not isinstance(part, Constant):
            return None
        return Constant(value=period[int(str(part.value)[-1])], reads=Reads.DATE)

    later = tuple(other for other in also if other is not None)
    return statement.model_copy(update={"rule": rewrite(statement.rule, fill), "also": later})


def _kinds(statement: Statement) -> set[str]:
    return {remark.kind for remark in statement.remarks}


def is_open(statement: Statement) -> bool:
    """Whether a fiscal year that a single calendar year names waits for its begin."""
    named = [_named(part) for part in walk(statement.rule)]
    return any(each is not None and not each.is_pair for each in named)


def _named(part: object) -> Named | None:
    """The fiscal year of an end that is open."""
    if not isinstance(part, Constant) or not str(part.value).startswith(f"{_OPEN} "):
        return None
    year, is_pair, first, end, _ = map(int, str(part.value).split()[1:])
    return Named(year, bool(is_pair), first, end)


def refuse_open_years(statement: Statement) -> None:
    """Pass a statement whose fiscal years begin on a day that is told.

    Raises:
        Misfit: nobody told when they begin, or it speaks of none although a sentence tells that.
    """
    for part in walk(statement.rule):
        named = _named(part)
        if named is not None:
            pair = f"{named.year}/{(named.year + 1) % 100:02d}"
            raise Misfit(
                "it is not told on which day the fiscal year begins; write "
                f"'fiscal year {pair}, which starts on 1 April', for instance"
            )
    if UNUSED in _kinds(statement):
        raise Misfit(
            "it is told when the fiscal year begins, but not which one is meant; write 'in fiscal "
            "year 2025/26', or leave that sentence out"
        )
    for other in statement.also:
        refuse_open_years(other)
