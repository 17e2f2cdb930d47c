"""Phrases for what only the first or the last row of each group may have: an end that is open.

The end may be empty only for the latest period of a subscription, that is the one with the latest
start; only the last stage of each parcel may lack a signature.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.ends import Keys, picked
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Measure, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, any_of, not_

phrase = Phrases()

# Which one it is --------------------------------------------------------------------------------

phrase.words(
    "_that_is_the_one",
    "(that is|i.e.|which is|which means|meaning|namely) [,] [the] (one|row|record) with | the (one|row|record) with | with | "
    "that is | i.e. | meaning",
)
phrase.words("_any_owner", "of | for | in | per | within")


@phrase("end_noun", "<end> <noun> <end_owner>")
@phrase("end_noun", "<end> <noun> _any_owner (a|an) <keys>")
def end_noun(measure: Measure, rows: RowSet, by: Keys) -> tuple[Measure, RowSet, Keys]:
    """The latest period of a subscription."""
    return measure, rows, by


@phrase("end_rows", "<end_noun> [,] _that_is_the_one [the] <end> <cell> [,]")
@phrase("end_rows", r"<end_noun> \( [the one with] [the] <end> <cell> \)")
def told_by(found: tuple[Measure, RowSet, Keys], again: Measure, at: Value) -> RowSet | None:
    """The latest period of a subscription, that is the one with the latest start."""
    measure, rows, by = found
    return picked(rows, measure, by, at) if again == measure and isinstance(at, Cell) else None


@phrase(
    "end_rows",
    "<end_noun> , by <cell> ,",
    "<end_noun> , by <cell>",
    "<end_noun> by <cell>",
    cost=0.05,
)
@phrase("end_rows", r"<end_noun> \( [ordered|sorted] by <cell> \)", cost=0.05)
def ordered_by(found: tuple[Measure, RowSet, Keys], at: Value) -> RowSet | None:
    """The latest period of a subscription, by start."""
    return told_by(found, found[0], at)


@phrase("end_rows", "<noun> <end_owner> with [the] <end> <cell>", cost=0.02)
@phrase("end_rows", "<noun> _any_owner (a|an) <keys> with [the] <end> <cell>", cost=0.02)
@phrase("end_rows", "<noun> with [the] <end> <cell> <end_owner>", cost=0.02)
def with_the_last(rows: RowSet, *parts: Any) -> RowSet | None:
    """The period of a subscription with the latest start."""
    measure = next(part for part in parts if isinstance(part, Measure))
    at = next(part for part in parts if isinstance(part, Cell))
    by = next(part for part in parts if isinstance(part, tuple))
    return picked(rows, measure, by, at)


# What only they may have ------------------------------------------------------------------------

phrase.words("_such_as_the", "for | in | on | at | with | of")
phrase.words(
    "_are_without",
    "have no | have an empty | have an open | lack | be without | be left without | come without",
)


def _only(told: Predicate, rows: RowSet) -> Statement | None:
    """Aggregates in a rule see only the rows that count: all of them, so there is no other scope."""
    return None if rows.where is None else rule(any_of(not_(told), rows.where), rows.table)


@phrase("stmt", "<cell> (may|can) be <adj> only _such_as_the <end_rows>")
@phrase("stmt", "<cell> (may|can|must|should) only be <adj> _such_as_the <end_rows>")
@phrase("stmt", "only _such_as_the <end_rows> (may|can) <cell> be <adj>")
def only_there(*parts: Any) -> Statement | None:
    """The end may be empty only for the latest period of each subscription."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    cell = next(part for part in parts if isinstance(part, Cell))
    told = next(part for part in parts if not isinstance(part, RowSet | Cell))
    return _only(about(told, cell), rows)


@phrase("stmt", "only <end_rows> (may|can) _are_without [a|an|its|any] <cell>")
def only_they_lack(rows: RowSet, of: Value) -> Statement | None:
    """Only the latest period of each subscription may have no end."""
    return _only(Missing(of=of), rows)


@phrase("stmt", "only <end_rows> (may|can) <rowvp>", cost=0.1)
def only_they(rows: RowSet, told: Predicate) -> Statement | None:
    """Only the latest period of each subscription may be open."""
    return _only(told, rows)


phrase.words("_except_the", "except | but not | save | other than | apart from")


@phrase("stmt", "<cell> _must be <adj> _except_the [for|in|on|at] <end_rows>")
@phrase("stmt", "_except_the [for|in|on|at] <end_rows> [,] <cell> _must be <adj>")
def except_there(*parts: Any) -> Statement | None:
    """The end must be filled except for the latest period of each subscription."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    cell = next(part for part in parts if isinstance(part, Cell))
    told = next(part for part in parts if not isinstance(part, RowSet | Cell))
    return _only(not_(about(told, cell)), rows)
