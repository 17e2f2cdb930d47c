"""Phrases for columns told by what is done with them: graded from 1 to 5, and two values together."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.comparisons import between
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, Statement, all_of, compare, not_

phrase = Phrases()

phrase.words(
    "_put_on_a_scale",
    "(graded|rated|scored|ranked|numbered|scaled|measured|expressed|recorded|normalised|normalized|standardised) "
    "[on a scale|in the range|to a range|to values|to lie|to be]",
)


@phrase(
    "adj",
    "_put_on_a_scale (from|between) <bound> (to|and) <bound>",
    "_put_on_a_scale [of] <number> (to|-|–) <number>",
    cost=0.02,
)
def on_a_scale(low: Value, high: Value) -> Predicate | None:
    """Graded from 1 to 5."""
    return between(low, high)


_FIRST_IS_HIGHEST = frozenset({
    "rank", "priority", "place", "position", "tier", "class", "severity", "league", "division",
    "grade",
})  # fmt: skip
"""Of such columns 1 may be the highest."""


@phrase("stmt", "<cell> <number> +", "<cell> <number> or (more|over)", cost=0.1)
def so_much_or_more(of: Value, least: Constant) -> Statement | None:
    """Age 18+"""
    is_cell = isinstance(of, Cell)
    return rule(compare(of, ">=", least), subject=of) if is_cell else None


@phrase("stmt", "<cell> <number> or (above|higher)", cost=0.1)
def so_high_or_higher(of: Value, least: Constant) -> Statement | None:
    """Level 3 or higher; rank 3 or higher may be rank 2."""
    is_high = isinstance(of, Cell) and not _FIRST_IS_HIGHEST & {*stems_of(of.column)}
    return so_much_or_more(of, least) if is_high else None


@phrase("stmt", "<cell> <number> or older", cost=0.1)
def so_old_or_older(of: Value, least: Constant) -> Statement | None:
    """Age 18 or older; version 3 or older is version 2."""
    is_age = isinstance(of, Cell) and "age" in stems_of(of.column)
    return so_much_or_more(of, least) if is_age else None


phrase(
    "rowvp", "(travel|travels|travelled|come|comes|came|arrive|arrives|sail|sails) with <feature>"
)(lambda told: told)


@phrase(
    "stmt",
    "[a|an|any] <feature> (with|and|together with|combined with|but) [a|an|any] <feature> [together|at the same time] _be _wrong",
    cost=0.1,
)
def wrong_together(one: Predicate, other: Predicate) -> Statement | None:
    """A load above 90 with a depth below 20 is implausible."""
    columns = [
        {part.column for part in walk(each) if isinstance(part, Cell)} for each in (one, other)
    ]
    is_apart = all(columns) and not columns[0] & columns[1]
    return rule(not_(all_of(one, other))) if is_apart else None
