"""Phrases for a measure that may not be too far away from a number: the mean, no more than 5 off 20."""

from __future__ import annotations

from backend.rules.language.terms import Apply, Arithmetic, Constant, Function, Value
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import Phrases, Statement, compare

phrase = Phrases()

phrase.words(
    "_away_from_away",
    "away from | off | from | apart from | above or below | over or under | to either side of",
)


def _within(measure: Value, most: Constant, middle: Constant, sign: str) -> Statement | None:
    if most.unit or middle.unit or isinstance(middle.value, str) or isinstance(most.value, str):
        return None
    apart = Apply(function=Function.ABSOLUTE, of=Arithmetic(sign="-", left=measure, right=middle))
    return statement(compare(apart, sign, most)) if most.value > 0 else None


@phrase(
    "stmt",
    "<metric> _must_not be (more than|farther than|further than|over) <number> _away_from_away <number>",
    cost=0.03,
)
@phrase(
    "stmt",
    "<metric> (may|can|must|should) be (at most|no more than|not more than|up to) <number> _away_from_away <number>",
    cost=0.03,
)
def not_too_far(measure: Value, most: Constant, middle: Constant) -> Statement | None:
    """The mean amount may not be more than 5 away from 20."""
    return _within(measure, most, middle, "<=")


@phrase(
    "stmt",
    "<metric> _must be (less than|closer than|under) <number> _away_from_away <number>",
    cost=0.03,
)
def closer_than(measure: Value, most: Constant, middle: Constant) -> Statement | None:
    """The mean amount must be less than 5 away from 20."""
    return _within(measure, most, middle, "<")
