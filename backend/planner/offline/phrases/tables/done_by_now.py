"""Phrases for what has been done, told by the one day on which it was: orders that have been shipped."""

from __future__ import annotations

from backend.planner.offline.phrases.tables.across_undone import done
from backend.rules.language.terms import Cell, Predicate
from backend.rules.phrasing import Phrases

phrase = Phrases()


@phrase("rel", "_is_a_row_that (have|has|had) been <acting>", cost=0.2)
@phrase("rel", "_is_a_row_that (was|were|is|are) <acting>", cost=0.85)
@phrase("rowvp", "(have|has) been <acting>", cost=0.2)
@phrase("rowvp", "(be|was|were|is|are) <acting>", cost=0.85)  # dearer than a value that says so
def done_by_now(at: Cell) -> Predicate:
    """That have been shipped: the day is there."""
    return done(at)
