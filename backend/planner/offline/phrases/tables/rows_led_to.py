"""Phrases for rows by the row that they lead to, and for what rows have never done."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.scopes import must_not_last
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import Cell, Compare, Predicate, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, not_

phrase = Phrases()


@phrase(
    "rel",
    "whose <table> (is|lies|stands|sits|is located|is based) (in|at|from|of) <adjective>",
    "with (a|an|their|its) <table> (in|at|from) <adjective>",
    cost=0.2,
)
def led_to(table: str, told: Predicate) -> Predicate | None:
    """Employees whose office is in Paris: the row that theirs leads to has that value."""
    cell = told.left if isinstance(told, Compare) else None
    if not isinstance(cell, Cell) or cell.table != table:
        return None
    return exists(RowSet(table=table).that(told))


@phrase("rowvp", "_do not [ever] _deal_with (any|a|an|one|a single|at least one) <rows>", cost=0.1)
@phrase("rowvp", "(have|has|had) (not|never) _deal_with (any|a|an|one|a single) <rows>", cost=0.1)
@phrase("rowvp", "never _deal_with (any|a|an|one|a single) <rows>", cost=0.1)
def deal_with_none(rows: RowSet) -> Predicate | None:
    """Teachers who do not teach any course."""
    return not_(exists(rows)) if rows.table and not rows.each else None


phrase.words(
    "_just_then",
    "when | exactly when | just when | where | as soon as | the (very|same) (minute|moment|second|instant|day|hour) [that|when] | "
    "(at|in|on) the [very|same|exact] (minute|moment|second|instant|time|day|hour) [that|when|at which|in which|on which]",
)


@phrase(
    "remark",
    "(one|another) may (start|begin) _just_then (another|the other|one) (ends|finishes|stops)",
    "(one|it) may (start|begin) _just_then (the one before|the previous one|the last one|the earlier one) (ends|finishes|stops)",
    cost=0.02,
)
def begins_at_the_end() -> Modifier:
    """One may begin at the very minute another ends."""
    return Modifier(kind="open-ended")


@phrase(
    "stmt",
    "_flag [_all_the] <noun> (with|of|under|on) [a|an|any] <cell> that (occurs|appears|exists|is used|comes up|is there|is listed) _repeatedly",
    cost=0.05,
)
def with_a_repeated(rows: RowSet, of: Value) -> Statement | None:
    """Flag guests with a ticket that occurs more than once."""
    return unique_among(rows, of) if isinstance(of, Cell) else None


# How long a thing is taken ----------------------------------------------------------------------

phrase.words(
    "_taken_for",
    "(booked|rented|reserved|occupied|let|hired|lent|borrowed|blocked|leased|checked out|let out|rented out) for",
)


@phrase("stmt", "no <cell> (_may be|is|are|was|were) _taken_for <span_bound>", cost=0.1)
@phrase("stmt", "<cell> _must_not be _taken_for <span_bound>", cost=0.1)
def not_taken_for(of: Value, bound: Any) -> Statement | None:
    """No room is booked for more than two hours: from the start of a row to its end."""
    return must_not_last(RowSet(), bound) if isinstance(of, Cell) else None
