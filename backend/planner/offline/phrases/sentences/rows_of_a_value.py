"""Phrases for the rows of one value: looking only at the kitchen, the kitchen's average, nobody in the bar."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.conditions import in_value
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Aggregate, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, not_

phrase = Phrases()

phrase.words(
    "_only_here",
    "_looking_only_at | _look_only_at | looking at | within | inside | taking | taking just | counting just | "
    "just looking at | for just | only for | just in | only in",
)


@phrase("stmt", "_only_here <adjective> [alone|only] [,|:|;] <stmt>", cost=0.15)
@phrase("stmt", "(in|for|at) <adjective> (alone|only) [,|:] <stmt>", cost=0.1)
@phrase("stmt", "(in|for|at) just <adjective> [,|:] <stmt>", cost=0.1)
@phrase("stmt", "[the] <adjective> : <stmt>", cost=0.3)
def only_here(told: Predicate, statement: Statement) -> Statement | None:
    """Looking only at the kitchen, average hours must not exceed 30."""
    return in_value(statement, told)


@phrase("metric", "<adjective> 's <metric>", cost=0.1)
def of_this_one(told: Predicate, metric: Value) -> Value | None:
    """The kitchen's average hours."""
    if not isinstance(metric, Aggregate) or metric.where is not None or metric.by:
        return None
    return metric.model_copy(update={"where": told})


phrase.words("_not_anybody", "nobody | no one | no-one | no person | not anyone | not anybody")


@phrase("stmt", "_not_anybody <rel> _may <rowvp>", cost=0.1)
@phrase("stmt", "_not_anybody (in|at|from|of) <adjective> _may <rowvp>", cost=0.1)
def nobody_such(where: Predicate, told: Predicate) -> Statement:
    """Nobody in the kitchen may work more than 40 hours."""
    return rule(not_(told), where=where)


phrase.words(
    "_all_such",
    "those | everybody | everyone | anybody | anyone | whoever | all people | all those",
)


@phrase("stmt", "_all_such <rel> _must <rowvp>", cost=0.15)
@phrase("stmt", "_all_such (in|at|from) <adjective> _must <rowvp>", cost=0.15)
def everybody_such(where: Predicate, told: Predicate) -> Statement:
    """Everyone on a mini contract must work at most 10 hours."""
    return rule(told, where=where)
