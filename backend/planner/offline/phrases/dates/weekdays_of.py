"""Phrases for the weekday of a date: the weekday of ordered_at must not be Sunday."""

from __future__ import annotations

from backend.planner.offline.told_weekdays import weekday_named
from backend.rules.language.terms import Value
from backend.rules.phrasing import Phrases

phrase = Phrases()


@phrase("expr", "(weekday|day of week|day of the week) of <cell>", cost=0.02)
def weekday_of(of: Value) -> Value:
    """The weekday of a date, which is one of seven names."""
    return weekday_named(of)
