"""Phrases for rows that a rule has besides its others: above 50, also when it is open."""

from __future__ import annotations

from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Cell, Predicate
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, RowSet, Statement, any_of

phrase = Phrases()


@phrase("stmt", "<stmt> [,] also _if <clauses>", cost=0.02)
def also_then(told: Statement, case: Predicate) -> Statement | None:
    """…, also when it is open: of all rows, where nothing narrows the rule; else of these too."""
    found = told.rule
    if told.also or not isinstance(found, BrokenRows | Duplicates):
        return None
    if found.where is None:
        return told
    if _columns(found.where) != _columns(case) or not isinstance(found, BrokenRows):
        return None
    wider = found.model_copy(update={"where": any_of(found.where, case)})
    return told.model_copy(update={"rule": wider})


@phrase("stmt", "<stmt> [,] also (for|among|in|on|with) <rows>", cost=0.02)
def also_of(told: Statement, found: RowSet) -> Statement | None:
    """…, also for open orders."""
    return None if found.where is None else also_then(told, found.where)


def _columns(told: Predicate) -> set[str]:
    return {part.column for part in walk(told) if isinstance(part, Cell)}
