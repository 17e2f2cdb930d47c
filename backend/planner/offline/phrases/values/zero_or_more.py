"""Phrases for numbers that may be zero but not negative, and for scores that must be so high or better."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Aggregate, Cell, Constant, Predicate, Value
from backend.rules.metric_phrases import statement
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


_BETTER_HIGH = frozenset({"score", "point", "rating", "star", "quality"})
"""Of what more is better."""
_WORSE_HIGH = frozenset({
    "risk", "defect", "error", "fault", "penalty", "fraud", "severity", "danger", "damage", "pain",
    "stress", "threat", "failure", "issue", "golf", "churn", "complaint", "demerit", "time", "loss",
    "spam", "toxicity", "anxiety", "depression", "frailty", "hazard", "delay", "strike",
    "deprivation", "poverty", "suspicion", "anomaly", "outlier", "distance",
})  # fmt: skip
"""Of such a score, less is."""


@phrase("stmt", "(<metric>|[_each] <cell>) _must be <number> or better", cost=0.05)
def or_better(of: Value, least: Constant) -> Statement | None:
    """The median score must be 82 or better: of a rank or a time, less may be better."""
    told = so_good_or_better(of, least)
    if told is None:
        return None
    return statement(told) if isinstance(of, Aggregate) else rule(told, subject=of)


@phrase("feature", "<cell> [of] <number> or better", cost=0.02)
@phrase("rel", "of [a|an] <cell> [of] <number> or better", cost=0.05)
@phrase("rel", "whose <cell> _be <number> or better", cost=0.02)
@phrase("clause", "<cell> _be <number> or better", cost=0.02)
def so_good_or_better(of: Value, least: Constant) -> Predicate | None:
    """Films of rating 7 or better."""
    cell = of.of if isinstance(of, Aggregate) else of
    stems = stems_of(cell.column) if isinstance(cell, Cell) else ()
    if not {*stems[-1:]} & _BETTER_HIGH or _WORSE_HIGH & {*stems}:
        return None
    return compare(of, ">=", least)
