"""Phrases for an amount in a column: may cost at most 100 in freight, has no more than 3 in stock."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import All, Cell, Compare, Constant, Predicate, Reads
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about

phrase = Phrases()

phrase.words(
    "_has_or_costs", "cost | costs | bear | bears | take | takes | earn | earns | have | has"
)


def _is_amount(told: Predicate) -> bool:
    parts = told.parts if isinstance(told, All) else (told,)
    return all(
        isinstance(part, Compare)
        and part.left == IT
        and isinstance(part.right, Constant)
        and part.right.reads == Reads.NUMBER
        for part in parts
    )


@phrase("rowvp", "_has_or_costs <adj> in <column>", cost=0.1)
def so_much_in(told: Predicate, of: Cell) -> Predicate | None:
    """Cost at most 100 in freight."""
    return about(told, of) if _is_amount(told) else None


@phrase("stmt", "<rows> (may|can) [only] _has_or_costs <adj> in <column>", cost=0.1)
def may_have_in(found: RowSet, told: Predicate, of: Cell) -> Statement | None:
    """May cost at most 100 in freight: what may be is bounded from above."""
    is_upper = isinstance(told, Compare) and told.sign in ("<", "<=") and _is_amount(told)
    return rule(about(told, of), found.table, found.where) if is_upper else None
