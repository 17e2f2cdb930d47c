"""Phrases for rows by the day that they are of: every Saturday and Sunday, on Mondays, at weekends."""

from __future__ import annotations

from backend.planner.offline.ordering import ON_DAY, WHEN
from backend.planner.offline.phrases.dates.calendar import on_weekday, weekend, workday
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Apply, Cell, Constant, Function, Predicate
from backend.rules.phrasing import Phrases, RowSet, Statement, about, both, compare

phrase = Phrases()


@phrase("on_days", "<weekday_list>")
def on_weekdays(days: tuple[int, ...]) -> Predicate:
    """Saturdays and Sundays."""
    return about(on_weekday(days), Cell(table="", column=ON_DAY))


phrase("on_days", "_weekend", "_weekend (and|or) <weekday_list>")(
    lambda *days: None if days else about(weekend(), Cell(table="", column=ON_DAY))
)
phrase("on_days", "_workday")(lambda: about(workday(), Cell(table="", column=ON_DAY)))


@phrase("noun", "<on_days>", cost=0.6)
def rows_of_days(condition: Predicate) -> RowSet:
    """Every Saturday and Sunday: the rows of those days."""
    return RowSet(where=condition)


@phrase("noun", "(dates|days) (in|of|from) [the year] <year>", cost=0.4)
@phrase("year_first", "(in|during|for) [the year|all of] <year>")
def rows_of_a_year(year: Constant) -> RowSet:
    """Dates in 2011, which the one date of the rows tells."""
    at = Apply(function=Function.YEAR, of=Cell(table="", column=WHEN))
    return RowSet(where=compare(at, "==", year))


@phrase("stmt", "<year_first> [,] <stmt>", cost=0.5)
def in_that_year(rows: RowSet, told: Statement) -> Statement | None:
    """In 2011, visits must be at least 250."""
    return None if rows.where is None else on_such_days(told, rows.where)


@phrase("stmt", "(on|at|for) [any|every|each|all|a|the] <on_days> [,] <stmt>", cost=0.6)
@phrase("stmt", "<stmt> [,] (on|at) [any|every|each|all|a|the] <on_days>", cost=0.7)
def on_such_days(*parts: Predicate | Statement) -> Statement | None:
    """On Saturdays, visits must be at least 250."""
    told = next(part for part in parts if isinstance(part, Statement))
    condition = next(part for part in parts if not isinstance(part, Statement))
    if not isinstance(told.rule, BrokenRows):
        return None
    rule = told.rule.model_copy(update={"where": both(told.rule.where, condition)})
    return told.model_copy(update={"rule": rule})
