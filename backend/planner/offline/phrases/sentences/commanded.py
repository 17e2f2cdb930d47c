"""Phrases for commands with a noun for what is to be so: verify the uniqueness of the code.

Check all totals for negative numbers; never let the fee be negative; require a code for every order.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique
from backend.rules.language.terms import (
    All,
    Cell,
    Compare,
    Constant,
    Matches,
    Missing,
    Predicate,
    Value,
)
from backend.rules.phrasing import Phrases, RowSet, Statement, about, not_

phrase = Phrases()

phrase.words(
    "_see_to",
    "verify | check | ensure | test | guarantee | confirm | enforce | assert | validate | make sure of | check for | "
    "test for | please (verify|check|ensure|test|confirm)",
)
phrase.words(
    "_search_over",
    "check | scan | search | screen | examine | inspect | test | look through | go through | go over | please "
    "(check|scan|search|screen|examine|inspect)",
)
phrase.words(
    "_let_no",
    "(never|do not) (let|allow|permit) | (do not|never) (accept|tolerate) | allow no | permit no | accept no | tolerate no",
)
phrase.words(
    "_call_for", "require | demand | insist on | ask for | please require | enforce | request"
)
phrase.words("_every_such", "every | each | all | all the | any")

# A noun for what must be ----------------------------------------------------------------------


@phrase("stmt", "_see_to [the] uniqueness of [the] [column|values of|values in] <key>", cost=0.02)
def see_to_uniqueness(found: object) -> Statement | None:
    """Verify the uniqueness of the code."""
    return unique(found)


@phrase("stmt", "_see_to [the] completeness of [the] [column] <cell>", cost=0.02)
def see_to_completeness(of: Value) -> Statement:
    """Check the completeness of the code: that no row lacks it."""
    return rule(not_(Missing(of=of)), subject=of)


@phrase(
    "stmt", "_search_over [_every_such|the] <cell> [values] for [any] <kind_of_value>", cost=0.05
)
def look_over(of: Value, told: Predicate) -> Statement | None:
    """Check all totals for negative numbers."""
    is_fault = isinstance(of, Cell) and not _may_be_wanted(told)
    return rule(not_(about(told, of)), subject=of) if is_fault else None


def _may_be_wanted(told: Predicate) -> bool:
    """Whole or positive numbers: to check for them may be to check that they are."""
    if isinstance(told, Compare):
        is_none = isinstance(told.right, Constant) and told.right.value == 0
        return is_none and told.sign in (">", ">=")
    return isinstance(told, Matches | All)


# What is not let in ---------------------------------------------------------------------------


@phrase("stmt", "_let_no [any|a|an|the] <expr> [to] be <adj>", cost=0.05)
@phrase("stmt", "_let_no [any|a|an|the] <expr> [to] <verb>", cost=0.1)
def let_no(of: Value, told: Predicate) -> Statement:
    """Never let the fee be negative."""
    return rule(not_(about(told, of)), subject=of)


@phrase("stmt", "_let_no [any] <noun> [to] <rowvp>", cost=0.1)
def let_no_row(rows: RowSet, told: Predicate) -> Statement | None:
    """Do not let any order leave without a status."""
    return None if rows.each else rule(not_(told), rows.table, rows.where)


phrase.widen(
    "_never_see", "never allow | never accept | never tolerate | do not allow | do not tolerate"
)

# What is called for ---------------------------------------------------------------------------


@phrase(
    "stmt",
    "_call_for [a|an|the] <cell> (for|from|on|in|of|with) _every_such <noun>",
    cost=0.05,
)
@phrase(
    "stmt",
    "_call_for [a|an|the] <cell> (for|from|on|in|of|with) _every_such <noun> <rel>",
    cost=0.05,
)
def call_for(of: Value, rows: RowSet, told: Predicate | None = None) -> Statement:
    """Require a coupon for every order from France."""
    found = rows if told is None else rows.that(told)
    return rule(not_(Missing(of=of)), found.table, found.where, of)
