"""Phrases for the same one doing something twice under one and the same value: two columns a key."""

from __future__ import annotations

from backend.rules.duplicate_phrases import unique, unique_among
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, Subjects

phrase = Phrases()

phrase.words(
    "_crops_up",
    "occur | occurs | occurred | appear | appears | appeared | come up | comes up | be listed | is listed | was listed | "
    "be entered | is entered | was entered | be booked | is booked | was booked | turn up | turns up | be there | is there",
)
phrase.widen(
    "_under_one",
    "(on|in|at|within|for|under|with) (the same|the very same|one|one and the same|a single|any one)",
)
phrase.words("_the_same_one", "the same | one and the same | one | any one | the very same")
phrase.words("_where_it", "where | for which | in which | on which | when")


def _pair(one: Value, other: Value) -> Subjects | None:
    are_cells = isinstance(one, Cell) and isinstance(other, Cell)
    return Subjects(items=(one, other)) if are_cells and one != other else None


@phrase(
    "stmt",
    "_flag [_all_the] <noun> _where_it _the_same_one <cell> _crops_up _repeatedly _under_one <cell>",
    cost=0.05,
)
def flag_twice(rows: RowSet, one: Value, other: Value) -> Statement | None:
    """Flag loans where the same member is listed more than once on the same day."""
    pair = _pair(one, other)
    return None if pair is None else unique_among(rows, pair)


@phrase(
    "stmt",
    "_flag [_all_the] <noun> _where_it _the_same_one <cell> <event> _repeatedly _under_one <cell>",
    cost=0.05,
)
def flag_done_twice(rows: RowSet, one: Value, event: str, other: Value) -> Statement | None:
    """Flag orders where the same customer ordered more than once on the same day."""
    return flag_twice(rows, one, other) if rows.table in ("", event) else None


@phrase(
    "stmt", "[_the_same_one] <cell> _must_not _crops_up _repeatedly _under_one <cell>", cost=0.05
)
@phrase("stmt", "no <cell> _may _crops_up _repeatedly _under_one <cell>", cost=0.05)
def not_twice(one: Value, other: Value) -> Statement | None:
    """The same member must not be listed twice on one day."""
    pair = _pair(one, other)
    return None if pair is None else unique(pair)


@phrase("stmt", "[_the_same_one] <cell> _must_not <event> _repeatedly _under_one <cell>", cost=0.05)
@phrase("stmt", "no <cell> _may <event> _repeatedly _under_one <cell>", cost=0.05)
def not_done_twice(one: Value, event: str, other: Value) -> Statement | None:
    """The same customer must not order twice on one day."""
    told = not_twice(one, other)
    if told is None:
        return None
    return told.model_copy(update={"rule": told.rule.model_copy(update={"table": event})})
