"""Phrases for just so many different values: three distinct regions; between 5 and 7 readers are expected."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.varieties import must_keep
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.metric_counts import rows_bounded, rows_expected
from backend.rules.metric_phrases import distinct
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare

phrase = Phrases()

phrase.words(
    "_are_awaited",
    "are expected | is expected | are needed | is needed | are required | is required | are wanted | are due | "
    "must be expected",
)


@phrase("just_many", "<number> _different _values_of_it")
def just_many(total: Constant) -> Predicate:
    """Three different values."""
    return compare(IT, "==", total)


@phrase("just_cells", "<number> _different <cell> [values|entries]")
@phrase("just_cells", "<just_many> (of|in|for|under|as) <cell>")
@phrase("just_cells", "<number> _different <cell> (in|under|as) <cell>", cost=0.02)
def just_cells(total: Any, of: Value, again: Value | None = None) -> Predicate | None:
    """Three different regions."""
    if not isinstance(of, Cell) or again not in (None, of) or isinstance(total, tuple):
        return None
    told = compare(IT, "==", total) if isinstance(total, Constant) else total
    return about(told, distinct(of))


@phrase("stmt", "<cell> _must _has_kinds <just_many>", cost=0.06)
@phrase("stmt", "<cell> _has_kinds <just_many>", cost=0.2)
@phrase("stmt", "there (must|should|have to|has to|need to|ought to) be <just_cells>", cost=0.06)
@phrase("stmt", "there are <just_cells>", cost=0.2)
@phrase("stmt", "_expects (<just_cells>|<different_cells>)", cost=0.06)
@phrase("stmt", "(<just_cells>|<different_cells>) _are_awaited", cost=0.06)
@phrase("stmt", "(<just_cells>|<different_cells>) _must be (there|present)", cost=0.06)
@phrase("stmt", "<just_cells> (must|should) _are_about", cost=0.06)
def just_so_many_kinds(*parts: Any) -> Statement | None:
    """The region must have three different values."""
    return None if any(isinstance(part, tuple) for part in parts) else must_keep(*parts)


@phrase("stmt", "(do|does) <cell> _has_kinds <just_many> [?]", cost=0.1)
def are_there_just(of: Value, told: Predicate) -> Statement | None:
    """Does the region have three different values?"""
    return must_keep(of, told) if isinstance(of, Cell) and not isinstance(told, tuple) else None


@phrase("stmt", "<count_bound> <rows> _are_awaited [here|in total|in all|altogether]", cost=0.06)
@phrase("stmt", "<count_bound> <rows> _must be (in|on) (the|this) _table", cost=0.06)
def rows_awaited(bound: Predicate, rows: RowSet) -> Statement | None:
    """Between 5 and 10 orders are expected."""
    return rows_bounded(bound, rows)


@phrase("stmt", "<number> <rows> _are_awaited [here|in total|in all|altogether]", cost=0.08)
def just_rows_awaited(total: Constant, rows: RowSet) -> Statement | None:
    """8 orders are expected."""
    return rows_expected(total, rows)
