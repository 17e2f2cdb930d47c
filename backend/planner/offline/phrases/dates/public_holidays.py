"""Phrases for public holidays: is not a public holiday in Germany, falls on a US federal holiday."""

from __future__ import annotations

from backend.planner.offline.holidays_named import on_holiday
from backend.planner.offline.ordering import ON_DAY
from backend.rules.language.terms import Cell, Predicate
from backend.rules.phrasing import IT, Phrases

phrase = Phrases()

phrase.words("_one_holiday", "a | an | any | one of | one of the | any of the | some")
phrase.words("_on_such", "on | at | during")


@phrase("adj", "[_on_such] [_one_holiday] <holiday>", "among [the] <holiday>")
@phrase("verb", "_fall _on_such [_one_holiday] <holiday>")
def on_a_holiday(calendar: str) -> Predicate:
    """On a public holiday in Germany."""
    return on_holiday(calendar, IT)


@phrase("on_days", "<holiday>")
def rows_on_holidays(calendar: str) -> Predicate:
    """Placed on a US federal holiday: by the one date that rows have."""
    return on_holiday(calendar, Cell(table="", column=ON_DAY))
