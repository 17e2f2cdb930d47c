"""Phrases for questions of whose value is wrong, of what can happen, and of what was forgotten.

Whose email is missing? Can it be that a fee is negative? Are we missing an email for any rider?
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

phrase.words(
    "_can_it_be",
    "is it possible | can it be | could it be | does it happen | does it ever happen | did it happen | did it ever "
    "happen | has it happened | has it ever happened | can it happen | could it happen | is it ever possible",
)
phrase.words(
    "_do_we_miss",
    "are we missing | do we miss | do we lack | are we lacking | did we forget | have we forgotten | did (anyone|anybody|"
    "somebody|someone) forget | did we forget to (enter|record|note|store|fill in) | have we forgotten to (enter|record|"
    "note|store|fill in) | did (anyone|anybody|somebody|someone) forget to (enter|record|note|store|fill in)",
)


@phrase("stmt", "whose <cell> [value] <vp> ?", cost=0.05)
def asked_whose(of: Value, told: Predicate) -> Statement | None:
    """Whose email is missing?"""
    return rule(not_(about(told, of)), subject=of) if isinstance(of, Cell) else None


@phrase("stmt", "_can_it_be that [a|an|any|some] <expr> <vp> [?]", cost=0.05)
def can_it_be(of: Value, told: Predicate) -> Statement:
    """Can it be that a fee is negative?"""
    return rule(not_(about(told, of)), subject=of)


@phrase("stmt", "_can_it_be that (a|an|any|some) <noun> <rowvp> [?]", cost=0.05)
def can_rows_be(rows: RowSet, told: Predicate) -> Statement | None:
    """Is it possible that an order was shipped before it was placed?"""
    return None if rows.each else rule(not_(told), rows.table, rows.where)


@phrase("stmt", "_do_we_miss [a|an|any|the] <cell> (for|of|in|on) (any|some) <noun> [?]", cost=0.05)
def do_we_miss(of: Value, rows: RowSet) -> Statement:
    """Are we missing an email for any rider?"""
    return rule(not_(Missing(of=of)), rows.table, rows.where, of)
