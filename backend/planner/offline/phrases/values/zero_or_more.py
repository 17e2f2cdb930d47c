"""Phrases for numbers that may be zero but not negative."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Value
from backend.rules.phrasing import Phrases, Statement, compare, number

phrase = Phrases()

phrase.words(
    "_below_zero",
    "negative | below 0 | below zero | less than 0 | less than zero | under 0 | under zero",
)


@phrase(
    "stmt",
    "<cell> (may|can) be (0|zero) [,] (but|though|yet) (not|never|must not be|may not be|must never be) _below_zero",
    cost=0.03,
)
@phrase(
    "stmt",
    "<cell> (may|can) be (0|zero) or more",
    "<cell> (is|_must be) (0|zero) or (positive|more|greater|higher)",
    cost=0.05,
)
def not_below_zero(of: Value) -> Statement | None:
    """The fee may be zero but not negative."""
    return rule(compare(of, ">=", number(0)), subject=of)
